//! New files beside others, and the names they get: a file that is finished aside takes its name in one step,
//! and only a free one. Whatever is not finished yet lies in a [`Room`], and nowhere else: what a stopped program
//! left can be told from what another one is using, and the next one that makes a room there clears it away.

use std::fs::{File, OpenOptions, TryLockError, read_dir, remove_dir, remove_dir_all, remove_file};
use std::io::{Error, ErrorKind, Read, Result};
use std::path::{Path, PathBuf};

use tempfile::{TempDir, TempPath};

/// What SQLite puts beside a file while it is written; left over, it would be rolled into whatever file
/// bears the name then.
pub const SIDECARS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// The file that SQLite keeps beside another one.
pub fn beside(path: &Path, sidecar: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(sidecar);
    name.into()
}

/// How the names of rooms begin; six letters or digits follow.
const ASIDE: &str = ".chibo-";

/// The file in a room that is locked while the room is used. It is made first.
const LOCK: &str = "lock";

/// A folder for what stands there only until it is finished, which only its owner can use; it goes away when
/// dropped. As long as a program has it, its lock is held: the system lets go of it whenever the program ends.
#[derive(Debug)]
pub struct Room {
    // Let go of first: on Windows a file that is open may not be deleted.
    _lock: File,
    folder: TempDir,
}

impl Room {
    /// Makes a room in a folder, after clearing away those that stopped programs left there.
    pub fn make(folder: &Path) -> Result<Self> {
        sweep(folder);
        for _ in 0..8 {
            if let Some(room) = Self::try_make(folder)? {
                return Ok(room);
            }
        }
        Err(Error::from(ErrorKind::ResourceBusy))
    }

    /// None where another program took the room for one that was left, before it was locked.
    fn try_make(folder: &Path) -> Result<Option<Self>> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(ASIDE);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(std::fs::Permissions::from_mode(0o700));
        }
        let folder = builder.tempdir_in(folder)?;
        let place = folder.path().join(LOCK);
        let lock = match new_file(&place) {
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
            made => made?,
        };
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(None),
            // Where a disk has no locks nobody clears away: a room cannot be told from one that was left.
            Err(TryLockError::Error(_)) | Ok(()) => {}
        }
        Ok(place.exists().then_some(Self { _lock: lock, folder }))
    }

    /// Where the room is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Whether a name in a folder is one of a room.
pub fn is_room(name: &std::ffi::OsStr) -> bool {
    let rest = name.to_str().and_then(|name| name.strip_prefix(ASIDE));
    rest.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// The rooms in a folder into which this user can look.
pub fn rooms(folder: &Path) -> Vec<PathBuf> {
    let entries = read_dir(folder).into_iter().flatten().flatten();
    let entries = entries.filter(|entry| is_room(&entry.file_name()));
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut rooms: Vec<PathBuf> =
        folders.map(|entry| entry.path()).filter(|room| read_dir(room).is_ok()).collect();
    rooms.sort();
    rooms
}

/// Clears away the rooms in a folder that stopped programs left, as far as the system lets it.
pub fn sweep(folder: &Path) {
    for room in rooms(folder) {
        take_away_left(&room);
    }
}

/// A room whose lock can be taken was left. One that has none yet is just being made, and empty; one that has
/// something in it and no lock was left while it was being taken away.
fn take_away_left(room: &Path) {
    if remove_dir(room).is_ok() {
        return;
    }
    let place = room.join(LOCK);
    match place.symlink_metadata() {
        Ok(about) if about.is_file() => {
            let Ok(lock) = OpenOptions::new().read(true).write(true).open(&place) else { return };
            if lock.try_lock().is_err() {
                return;
            }
            // Whoever made the room and has not locked it yet finds the lock gone.
            if remove_file(&place).is_err() {
                return;
            }
        }
        Err(e) if e.kind() == ErrorKind::NotFound => {}
        Ok(_) | Err(_) => return,
    }
    let _ = remove_dir_all(room);
}

/// What SQLite is given for the path of a file: never a word that it reads otherwise, such as `file:x.db` or
/// `:memory:`.
pub(super) fn as_file(path: &Path) -> PathBuf {
    if path.is_relative() && !path.as_os_str().is_empty() {
        Path::new(".").join(path)
    } else {
        path.to_owned()
    }
}

/// The file itself where the path is a link to it. A link that leads nowhere is an error.
pub fn real(path: &Path) -> Result<PathBuf> {
    match path.symlink_metadata() {
        Ok(about) if about.is_symlink() => std::fs::canonicalize(path),
        _ => Ok(path.to_owned()),
    }
}

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

/// Makes what was renamed in a folder outlast a loss of power, where the system lets a folder be synced.
pub fn sync(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_in_use_stays_and_one_that_was_left_goes() {
        let folder = tempfile::tempdir().unwrap();
        let used = Room::make(folder.path()).unwrap();
        std::fs::write(used.path().join("copy.db"), "x").unwrap();
        let left = folder.path().join(".chibo-abc123");
        std::fs::create_dir(&left).unwrap();
        for (name, content) in [(LOCK, ""), ("copy.db", "x")] {
            std::fs::write(left.join(name), content).unwrap();
        }
        let half_gone = folder.path().join(".chibo-half00");
        std::fs::create_dir_all(half_gone.join("within")).unwrap();
        let begun = folder.path().join(".chibo-begun0");
        std::fs::create_dir(&begun).unwrap();
        let own = folder.path().join(".chibo-notes-of-mine");
        std::fs::create_dir(&own).unwrap();
        let next = Room::make(folder.path()).unwrap();
        assert!(used.path().join("copy.db").exists() && own.exists());
        assert!(!left.exists() && !half_gone.exists() && !begun.exists());
        assert_eq!(rooms(folder.path()).len(), 2);
        drop((used, next));
        assert!(rooms(folder.path()).is_empty());
    }

    #[test]
    fn many_that_make_rooms_at_once_take_none_away_from_each_other() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let room = Room::make(folder.path()).unwrap();
                        std::fs::write(room.path().join("copy.db"), "x").unwrap();
                        std::thread::yield_now();
                        assert!(room.path().join("copy.db").exists());
                    }
                });
            }
        });
        assert!(rooms(folder.path()).is_empty());
    }

    #[test]
    fn sqlite_is_given_files_and_no_words_of_its_own() {
        for name in ["file:x.db", ":memory:", "file:/x.db?mode=ro", "x.db"] {
            assert_eq!(as_file(Path::new(name)), Path::new(".").join(name));
        }
        let absolute = std::env::temp_dir().join("x.db");
        assert_eq!(as_file(&absolute), absolute);
    }
}
