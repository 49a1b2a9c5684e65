//! What lies beside a record file when it is opened, and would be rolled into it though it is not its own: the journal
//! of another state of the file, where somebody put a copy back by hand after a program had been stopped, or the
//! log that another program keeps. SQLite goes by the name alone.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use super::connection::{OnBusy, connect};
use super::place::{beside, new_file};
use super::temporary::{temporary, temporary_room};
use super::{Result, StoreError, examine, pages};

/// How often it is looked again where another program is just writing.
const TRIES: usize = 3;

/// Refuses a file beside which something lies that is not its own, before SQLite reads it. What a stopped program left
/// of its own is tried in a copy: with it the file must be what was recorded.
pub(super) fn refuse_foreign(path: &Path, on_busy: OnBusy) -> Result<()> {
    let log = beside(path, "-wal");
    if log.exists() {
        return Err(StoreError::NotItsOwn { path: path.to_owned(), left: log });
    }
    for _ in 0..TRIES {
        if !is_left(path)? || is_well_with_it(path, on_busy)? {
            return Ok(());
        }
    }
    let left = beside(path, "-journal");
    Err(StoreError::NotItsOwn { path: path.to_owned(), left })
}

/// Whether a journal lies there that nobody is writing.
fn is_left(path: &Path) -> Result<bool> {
    let journal = beside(path, "-journal");
    let is_empty = || journal.metadata().map_or(true, |about| about.len() == 0);
    Ok(!is_empty() && !pages::is_being_written(path)? && !is_empty())
}

/// Whether the file is what was recorded once the journal is rolled in, which is tried in a copy.
fn is_well_with_it(path: &Path, on_busy: OnBusy) -> Result<bool> {
    let room = temporary_room()?;
    let copy = room.path().join("copy.db");
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    copy_bytes(&real, &copy).map_err(temporary)?;
    let tried = connect(&copy, on_busy)
        .and_then(|tried| examine::flaws(&tried, &copy, None, |_| Ok(Vec::new())));
    Ok(tried.is_ok_and(|flaws| flaws.is_empty()))
}

/// Copies a file and what lies beside it byte by byte. The journal comes first: it mends whatever state the
/// file is caught in, even one that another program is just mending.
pub(super) fn copy_bytes(real: &Path, to: &Path) -> Result<()> {
    for sidecar in ["-journal", "-wal", ""] {
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
