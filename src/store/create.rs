//! Making record files: filled aside in the same folder, then put under their name, which no other program
//! may have taken meanwhile. Whoever comes second is told so; nothing that somebody else made is taken away.

use std::fs::{metadata, rename, symlink_metadata};
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;
use tempfile::TempPath;

use super::connection::{APPLICATION_ID, OnBusy, RELEASED, connect};
use super::pages;
use super::place::{Room, SIDECARS, beside, folder_of, new_file, put_where_free};
use super::{Result, Stamp, Store, StoreError, Writer};

impl Store {
    /// Makes a new record file that only its owner can read, with its first operation, in one
    /// transaction. Nothing that exists is touched.
    pub fn create<E: From<StoreError>>(
        path: &Path,
        on_busy: OnBusy,
        stamp: Stamp,
        first: impl FnOnce(&Writer<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let failed = |e: Error| match e.kind() {
            ErrorKind::AlreadyExists => StoreError::Present(path.to_owned()),
            _ => StoreError::Io { path: path.to_owned(), detail: e.to_string() },
        };
        if let Some(left) = refuse_taken(path).map_err(failed)? {
            return Err(StoreError::LeftBeside { path: path.to_owned(), left }.into());
        }
        let room = Room::make(folder_of(path)).map_err(failed)?;
        take_away_empty(path, &room).map_err(failed)?;
        // SQLite opens it itself: on Windows it cannot be renamed while it is held open here too.
        let aside = room.path().join("new.db");
        drop(new_file(&aside).map_err(failed)?);
        Self::fill(&aside, on_busy, stamp, first)?;
        let aside = TempPath::try_from_path(aside).map_err(failed)?;
        put_where_free(aside, path).map_err(failed)?;
        Ok(())
    }

    fn fill<E: From<StoreError>>(
        path: &Path,
        on_busy: OnBusy,
        stamp: Stamp,
        first: impl FnOnce(&Writer<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut connection = connect(path, on_busy)?;
        // Without spilling, the first page, which says how the others are laid out, is written before them.
        connection.execute_batch("PRAGMA cache_spill = OFF").map_err(StoreError::from)?;
        pages::reserve(&connection)?;
        let tx = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let lay = || -> Result<()> {
            tx.execute_batch(&RELEASED.up_to(RELEASED.newest()))?;
            tx.pragma_update(None, "application_id", APPLICATION_ID)?;
            tx.pragma_update(None, "user_version", RELEASED.newest() as i64)?;
            Ok(())
        };
        lay()?;
        let writer = Writer::new(&tx, stamp);
        first(&writer)?;
        writer.seal()?;
        drop(writer);
        tx.commit().map_err(StoreError::from)?;
        Ok(())
    }
}

/// Refuses a name that is taken, unless by an empty file, which is nobody's record. What lies beside it under a
/// name of SQLite's own is given back: SQLite would roll it into the new file, and it may be the only way back of
/// a file that bore the name.
fn refuse_taken(path: &Path) -> std::io::Result<Option<PathBuf>> {
    match metadata(path) {
        Ok(about) if about.is_file() && about.len() == 0 => {}
        Err(_) if symlink_metadata(path).is_err() => {}
        _ => return Err(ErrorKind::AlreadyExists.into()),
    }
    let mut beside = SIDECARS.iter().map(|sidecar| beside(path, sidecar));
    Ok(beside.find(|left| symlink_metadata(left).is_ok()))
}

/// Takes an empty file away. If another program has put its record file there since it was looked at, that is
/// put back.
fn take_away_empty(path: &Path, room: &Room) -> std::io::Result<()> {
    let away = room.path().join("empty.db");
    match rename(path, &away) {
        Ok(()) => {}
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(()),
        Err(_) => return Err(ErrorKind::AlreadyExists.into()),
    }
    let away = TempPath::try_from_path(away)?;
    if metadata(&away)?.len() == 0 {
        Ok(away.close()?)
    } else {
        put_where_free(away, path)?;
        Err(ErrorKind::AlreadyExists.into())
    }
}
