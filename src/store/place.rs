//! New files beside others, and the names they get: a file that is finished aside takes its name in one step,
//! and only a free one.

use std::fs::{File, OpenOptions, read_dir, remove_dir_all, remove_file};
use std::io::{ErrorKind, Read, Result};
use std::path::Path;

use tempfile::TempPath;

/// What everything is called that stands in a folder only until it is finished.
pub const ASIDE: &str = ".chibo-";

/// The folder that a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes an empty file where there is none. On systems with modes only the owner may use it; the journal
/// inherits the mode. On Windows the folder's permissions hold.
pub fn new_file(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Gives a finished file its name. If that is taken, the error is [`ErrorKind::AlreadyExists`], and the file
/// aside goes.
pub fn put_where_free(aside: TempPath, place: &Path) -> Result<()> {
    match aside.persist_noclobber(place) {
        Err(e) if e.error.kind() != ErrorKind::AlreadyExists => {
            // Not every disk can rename only where nothing is: there the name is taken first.
            new_file(place)?;
            e.path.persist(place).map_err(|e| {
                let _ = remove_file(place);
                e.error
            })?;
        }
        placed => placed.map_err(|e| e.error)?,
    }
    sync(folder_of(place));
    Ok(())
}

/// Whether two files hold the same bytes.
pub(super) fn same_content(one: &Path, other: &Path) -> Result<bool> {
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let read = one.read(&mut left)?;
        other.read_exact(&mut right[..read])?;
        match (read, left[..read] == right[..read]) {
            (0, _) => return Ok(true),
            (_, true) => {}
            (_, false) => return Ok(false),
        }
    }
}

/// Takes away the folders in a folder whose names begin like this, as far as the system lets it.
pub(super) fn take_away(folder: &Path, beginning: &str) {
    let entries = read_dir(folder).into_iter().flatten().flatten();
    for one in entries.filter(|one| one.file_name().to_string_lossy().starts_with(beginning)) {
        let _ = remove_dir_all(one.path());
    }
}

/// Makes what was renamed in a folder outlast a loss of power, where the system lets a folder be synced.
pub fn sync(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
