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
        // SQLite counts the changes of a file: one that was stopped is the next, or has not come so far.
        let is_next = matches!(without.changes.wrapping_sub(with.changes), 0 | 1);
        match (with.hashes, without.hashes) {
            (Some(_), None) if is_next => return Ok(()),
            (Some(with), Some(without)) if with == without => return Ok(()),
            // The change was finished but for taking the journal away, or the file is a later state of the same
            // book. Rolled back, it would lose what came since.
            (Some(with), Some(without)) if without.starts_with(&with) => {
                pages::under_lock(&real, || journal.take_away())?;
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
    Journal(Journal),
}

/// A journal, and what it begins with: among that is a number drawn for the change.
struct Journal {
    path: PathBuf,
    head: [u8; 28],
}

impl Journal {
    fn head(path: &Path) -> std::io::Result<[u8; 28]> {
        let mut head = [0; 28];
        File::open(path)?.read_exact(&mut head)?;
        Ok(head)
    }

    /// Takes it away, unless it is another by now, or another program was faster.
    fn take_away(&self) -> std::io::Result<()> {
        let gone = match Self::head(&self.path) {
            Ok(head) if head == self.head => std::fs::remove_file(&self.path),
            Ok(_) => return Ok(()),
            Err(e) => Err(e),
        };
        gone.or_else(|e| if e.kind() == ErrorKind::NotFound { Ok(()) } else { Err(e) })
    }
}

fn left(real: &Path) -> Result<Left> {
    let journal = beside(real, "-journal");
    match journal.symlink_metadata() {
        Err(_) => return Ok(Left::Nothing),
        Ok(about) if about.is_file() && about.len() == 0 => return Ok(Left::Nothing),
        Ok(about) if about.is_file() => {}
        Ok(_) => return Ok(Left::NoFile),
    }
    match Journal::head(&journal) {
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::UnexpectedEof) => {
            Ok(Left::Nothing)
        }
        Err(e) => Err(StoreError::of_file(&journal, &e)),
        Ok(head) if !head.starts_with(&MAGIC) => Ok(Left::Nothing),
        Ok(_) if pages::is_being_written(real)? || !journal.exists() => Ok(Left::Nothing),
        Ok(head) => Ok(Left::Journal(Journal { path: journal, head })),
    }
}

/// A copy of the file as SQLite opens it.
struct Tried {
    /// The hashes of the operations; none if not every page, index and link of the chain is what was written.
    hashes: Option<Vec<[u8; 32]>>,
    /// How many changes SQLite has counted.
    changes: u32,
}

/// Tries the file in a copy, with some of what lies beside it.
fn tried(real: &Path, parts: &[&str], on_busy: OnBusy) -> Result<Tried> {
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
    let hashes = hashes().unwrap_or_default();
    let mut head = [0; 28];
    let _ = File::open(&copy).and_then(|mut file| file.read_exact(&mut head));
    let [.., a, b, c, d] = head;
    Ok(Tried { hashes, changes: u32::from_be_bytes([a, b, c, d]) })
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
