//! Where copies of the record file may lie, how they are put there, and why one is refused.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::clock;
use super::failure::{CopyRefusal, Failure, Place};
use crate::store::{self, Content, OnBusy, Room, SIDECARS, beside, put_where_free};

pub use crate::store::{folder_of, sync};

/// The file that a backup is written to: what a link leads to, in a folder that is there, and neither the
/// record file nor anything that is not an older backup.
pub fn target(
    file: &Path,
    record: &Path,
    force: bool,
    on_busy: OnBusy,
) -> Result<PathBuf, Failure> {
    let typed = file.to_string_lossy();
    if file.is_dir() || typed.ends_with(std::path::is_separator) {
        let example = file.join(format!("chibo-{}.db", clock::today()));
        return Err(CopyRefusal::Folder { path: file.to_owned(), example }.into());
    }
    let folder = folder_of(file);
    if !folder.is_dir() {
        return Err(Place::FolderAbsent(folder.to_owned()).into());
    }
    let target = real(file)?;
    let name = target.file_name().map(|name| name.to_string_lossy().to_lowercase());
    if name.is_none_or(|name| SIDECARS.iter().any(|sidecar| name.ends_with(sidecar))) {
        return Err(CopyRefusal::Name(file.to_owned()).into());
    }
    if is_same(&target, record) {
        return Err(CopyRefusal::Itself(file.to_owned()).into());
    }
    match std::fs::metadata(&target) {
        Err(e) if e.kind() == ErrorKind::NotFound => {}
        Err(e) => return Err(Failure::io(file, &e)),
        Ok(about) if !about.is_file() || Content::of(&target)? != Content::Record => {
            return Err(CopyRefusal::NotRecord(file.to_owned()).into());
        }
        Ok(_) if !force => return Err(CopyRefusal::Taken(file.to_owned()).into()),
        Ok(_) => {}
    }
    match SIDECARS.iter().map(|sidecar| beside(&target, sidecar)).find(|path| path.exists()) {
        Some(journal) => Err(CopyRefusal::Journal { target: file.to_owned(), journal }.into()),
        None if target.exists() && !store::is_earlier(&target, record, on_busy)? => {
            Err(CopyRefusal::Another(file.to_owned()).into())
        }
        None => Ok(target),
    }
}

/// The file itself where the path is a link to it. A link that leads nowhere is an error.
pub fn real(path: &Path) -> Result<PathBuf, Failure> {
    store::real(path).map_err(|e| Failure::io(path, &e))
}

/// Whether two paths name one file, however they are spelt, through links too.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let same = |a: std::io::Result<PathBuf>, b: std::io::Result<PathBuf>| match (a, b) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    };
    same(std::path::absolute(one), std::path::absolute(other))
        || same(std::fs::canonicalize(one), std::fs::canonicalize(other))
        || is_hard_link(one, other)
}

/// A second name of the same file. Where the system does not tell, it does no harm: a backup renamed into
/// its place takes the place of that name only.
#[cfg(unix)]
fn is_hard_link(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (std::fs::metadata(one), std::fs::metadata(other)) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_hard_link(_: &Path, _: &Path) -> bool {
    false
}

/// A folder of its own to make a copy in, on the disk on which it is to be; it goes away when dropped.
pub fn room(folder: &Path) -> Result<Room, Failure> {
    Room::make(folder).map_err(|e| Failure::io(folder, &e))
}

/// Puts a finished copy into its place; without `over` only where nothing is.
pub fn put(copy: &Path, place: &Path, over: bool) -> Result<(), Failure> {
    if over {
        std::fs::rename(copy, place).map(|()| sync(folder_of(place)))
    } else {
        let aside = tempfile::TempPath::try_from_path(copy);
        aside.and_then(|aside| put_where_free(aside, place))
    }
    .map_err(|e| Failure::io(place, &e))
}

/// What every copy kept aside of a record file begins with: `chibo.before-` for `chibo.db`.
pub fn kept_aside(record: &Path) -> String {
    let stem = record.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}.before-")
}

/// A free name beside the record file for what is kept of it: `chibo.before-restore-20181108-101500.db`.
pub fn aside(record: &Path) -> PathBuf {
    let (head, at) = (kept_aside(record), clock::in_file_name(clock::now()));
    let ending = record.extension().map(|e| format!(".{}", e.to_string_lossy()));
    let ending = ending.unwrap_or_default();
    let is_free = |path: &PathBuf| {
        let sidecars = SIDECARS.iter().map(|sidecar| beside(path, sidecar));
        sidecars.chain([path.clone()]).all(|path| path.symlink_metadata().is_err())
    };
    let mut name = record.with_file_name(format!("{head}restore-{at}{ending}"));
    let mut again = 2;
    while !is_free(&name) {
        name = record.with_file_name(format!("{head}restore-{at}-{again}{ending}"));
        again += 1;
    }
    name
}
