//! Making record files: filled aside in the same folder, then put under their name, which no other program
//! may have taken meanwhile. Whoever comes second is told so; nothing that somebody else made is taken away.

use std::fs::{metadata, remove_file, rename, symlink_metadata};
use std::io::{Error, ErrorKind};
use std::path::Path;

use rusqlite::TransactionBehavior;
use tempfile::Builder;

use super::backup::{SIDECARS, beside};
use super::connection::{APPLICATION_ID, OnBusy, RELEASED, connect};
use super::pages;
use super::place::{ASIDE, folder_of, new_file, put_where_free};
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
        make_room(path).map_err(failed)?;
        // SQLite opens it itself: on Windows it cannot be renamed while it is held open here too.
        let made = asides().suffix(".new").make_in(folder_of(path), new_file);
        let aside = made.map_err(failed)?.into_temp_path();
        Self::fill(&aside, on_busy, stamp, first)?;
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

/// Names for what stands in a folder for a moment.
fn asides() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(ASIDE);
    builder
}

/// Refuses a name that is taken, unless by an empty file, which is nobody's record. What a stopped program
/// left beside a file that is not there goes: SQLite would roll it back into the new one.
fn make_room(path: &Path) -> std::io::Result<()> {
    match metadata(path) {
        Ok(about) if about.is_file() && about.len() == 0 => take_away_empty(path)?,
        Err(_) if symlink_metadata(path).is_err() => {}
        _ => return Err(ErrorKind::AlreadyExists.into()),
    }
    for sidecar in SIDECARS {
        match remove_file(beside(path, sidecar)) {
            Err(e) if e.kind() != ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    Ok(())
}

/// Takes an empty file away. If another program has put its record file there since it was looked at, that is
/// put back.
fn take_away_empty(path: &Path) -> std::io::Result<()> {
    let away = match asides().make_in(folder_of(path), |away| rename(path, away)) {
        Ok(away) => away.into_temp_path(),
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(()),
        Err(_) => return Err(ErrorKind::AlreadyExists.into()),
    };
    match metadata(&away)?.len() == 0 {
        true => Ok(away.close()?),
        false => {
            put_where_free(away, path)?;
            Err(ErrorKind::AlreadyExists.into())
        }
    }
}
