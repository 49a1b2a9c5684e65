//! What lies beside a record file when it is opened, and would be rolled into it though it is not its own: the journal
//! of another state of the file, where somebody put a copy back by hand after a program had been stopped, or the
//! log that another program keeps. SQLite goes by the name alone.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::connection::{OnBusy, connect};
use super::place::{beside, new_file, real};
use super::temporary::{temporary, temporary_room};
use super::{Result, StoreError, examine, pages};

/// How often it is looked again where other programs are just writing.
const TRIES: usize = 3;

/// What a journal of SQLite's begins with, once it counts.
const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// Refuses a file beside which something lies that is not its own, before SQLite reads it. What a stopped program left
/// of its own is tried in a copy: with it the file must be what was recorded.
pub(super) fn refuse_foreign(path: &Path, on_busy: OnBusy) -> Result<()> {
    // SQLite goes by the name that a link leads to.
    let real = real(path).unwrap_or_else(|_| path.to_owned());
    // Named as the file was.
    let foreign = |sidecar: &str| {
        let named = beside(path, sidecar);
        let left = if named.symlink_metadata().is_ok() { named } else { beside(&real, sidecar) };
        StoreError::NotItsOwn { path: path.to_owned(), left }
    };
    if beside(&real, "-wal").exists() {
        return Err(foreign("-wal"));
    }
    for _ in 0..TRIES {
        let journal = match left(&real)? {
            Left::Nothing => return Ok(()),
            Left::NoFile => return Err(foreign("-journal")),
            Left::Journal(journal) => journal,
        };
        let with = tried(&real, &["-journal", ""], on_busy)?;
        let without = tried(&real, &[""], on_busy)?;
        match (with, without) {
            (Some(_), None) => return Ok(()),
            (Some(with), Some(without)) if with == without => return Ok(()),
            // The change was finished but for taking the journal away, or the file is a later state of the same
            // book. Rolled back, it would lose what came since.
            (Some(with), Some(without)) if without.starts_with(&with) => {
                pages::under_lock(&real, || std::fs::remove_file(&journal))?;
            }
            (_, _) => {}
        }
    }
    match left(&real)? {
        Left::Nothing => Ok(()),
        Left::NoFile | Left::Journal(_) => Err(foreign("-journal")),
    }
}

/// What lies beside a file under the name of its journal.
enum Left {
    /// Nothing that SQLite would roll in, or what somebody is just writing.
    Nothing,
    /// A folder, a link, a pipe.
    NoFile,
    Journal(PathBuf),
}

fn left(real: &Path) -> Result<Left> {
    let journal = beside(real, "-journal");
    match journal.symlink_metadata() {
        Err(_) => return Ok(Left::Nothing),
        Ok(about) if about.is_file() && about.len() == 0 => return Ok(Left::Nothing),
        Ok(about) if about.is_file() => {}
        Ok(_) => return Ok(Left::NoFile),
    }
    let mut start = [0; MAGIC.len()];
    let read = File::open(&journal).and_then(|mut file| file.read_exact(&mut start));
    match read {
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::UnexpectedEof) => {
            Ok(Left::Nothing)
        }
        Err(e) => Err(StoreError::of_file(&journal, &e)),
        Ok(()) if start != MAGIC || pages::is_being_written(real)? => Ok(Left::Nothing),
        Ok(()) if !journal.exists() => Ok(Left::Nothing),
        Ok(()) => Ok(Left::Journal(journal)),
    }
}

/// The hashes of the operations in a copy of the file, with some of what lies beside it, as SQLite opens it; none if
/// not every page, index and link of the chain is what was written.
fn tried(real: &Path, parts: &[&str], on_busy: OnBusy) -> Result<Option<Vec<[u8; 32]>>> {
    let room = temporary_room()?;
    let copy = room.path().join("copy.db");
    copy_bytes(real, &copy, parts).map_err(|error| match &error {
        StoreError::Elsewhere { path, .. } | StoreError::Io { path, .. }
            if path.starts_with(room.path()) =>
        {
            temporary(error)
        }
        _ => error,
    })?;
    let hashes = || -> Result<Option<Vec<[u8; 32]>>> {
        let tried = connect(&copy, on_busy)?;
        if !examine::flaws(&tried, &copy, None, |_| Ok(Vec::new()))?.is_empty() {
            return Ok(None);
        }
        let mut hashes = tried.prepare("SELECT hash FROM operation ORDER BY number")?;
        Ok(Some(hashes.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?))
    };
    Ok(hashes().unwrap_or_default())
}

/// Copies a file byte by byte, with what lies beside it under these endings.
pub(super) fn copy_bytes(real: &Path, to: &Path, parts: &[&str]) -> Result<()> {
    for sidecar in parts {
        let (from, to) = (beside(real, sidecar), beside(to, sidecar));
        let mut source = match File::open(&from) {
            Err(e) if e.kind() == ErrorKind::NotFound && !sidecar.is_empty() => continue,
            opened => opened.map_err(|e| StoreError::of_file(&from, &e))?,
        };
        let copied = new_file(&to).and_then(|mut to| std::io::copy(&mut source, &mut to));
        copied.map_err(|e| StoreError::of_file(&to, &e).at(&to))?;
    }
    Ok(())
}
