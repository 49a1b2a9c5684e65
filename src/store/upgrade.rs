//! Record files of an older schema: kept aside and brought up to the newest by the first operation that is kept,
//! in its transaction. A command that is refused leaves them as they are.
//!
//! An upgrade adds tables and columns; it changes no value of a row, so that every hash still holds.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::backup::pour_into_new;
use super::connection::{OnBusy, Schemas};
use super::place::{ASIDE, folder_of, put_where_free, same_content, take_away};
use super::{Result, StoreError};

/// What a file of an older schema waits for: to be brought up by the first operation that is kept.
pub(super) struct Pending {
    pub schema: usize,
    pub on_busy: OnBusy,
    /// Told where the file as it was is kept.
    pub tell: Box<dyn Fn(&Path)>,
}

/// A copy of the file as it was, not yet in its place.
pub(super) struct Aside {
    room: tempfile::TempDir,
    /// What SQLite counts up when another program has written to the file.
    version: i64,
}

impl Pending {
    /// Copies the file into a folder of its own beside it, which goes away if the copy is not kept.
    pub fn copy(&self, connection: &Connection, path: &Path) -> Result<Aside> {
        let folder = folder_of(path);
        let made = tempfile::Builder::new().prefix(&room_name(path)).tempdir_in(folder);
        let room =
            made.map_err(|e| StoreError::Io { path: folder.to_owned(), detail: e.to_string() })?;
        let version = data_version(connection)?;
        let tx = connection.unchecked_transaction()?;
        pour_into_new(&tx, &room.path().join(COPY), self.on_busy)?;
        tx.finish()?;
        Ok(Aside { room, version })
    }

    /// Puts the copy into its place and says so: the file is about to be another one. One that a stopped program
    /// has put there already is as good.
    pub fn keep(&self, aside: &Aside, path: &Path) -> Result<()> {
        let copy = aside.room.path().join(COPY);
        let mut places = names(path, self.schema);
        let place = places.find(|place| {
            !place.exists() || same_content(place, &copy).is_ok_and(|is_same| is_same)
        });
        let place = place.unwrap_or_else(|| path.to_owned());
        if !place.exists() {
            let failed =
                |e: std::io::Error| StoreError::Io { path: place.clone(), detail: e.to_string() };
            let copy = tempfile::TempPath::try_from_path(copy).map_err(failed)?;
            put_where_free(copy, &place).map_err(failed)?;
        }
        (self.tell)(&place);
        Ok(())
    }
}

/// Takes away the copies that stopped programs left, once the file is brought up. A program that is about to
/// make one finds that it is too late and needs it no more.
pub(super) fn sweep(path: &Path) {
    take_away(folder_of(path), &room_name(path));
}

/// How the folders begin in which copies of a file are made.
fn room_name(path: &Path) -> String {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    format!("{ASIDE}upgrade-{file}-")
}

impl Aside {
    /// Whether the file is still what was copied, as seen under the lock for writing.
    pub fn is_current(&self, connection: &Connection) -> Result<bool> {
        Ok(data_version(connection)? == self.version)
    }
}

const COPY: &str = "copy.db";

fn data_version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// A copy in a folder of its own for temporary files, which only its owner can read.
pub(super) fn copy_for_reading(
    connection: &Connection,
    on_busy: OnBusy,
) -> Result<(tempfile::TempDir, PathBuf)> {
    let made = tempfile::Builder::new().prefix("chibo-").tempdir();
    let folder = made
        .map_err(|e| StoreError::Io { path: tempfile::env::temp_dir(), detail: e.to_string() })?;
    let path = folder.path().join(COPY);
    let tx = connection.unchecked_transaction()?;
    pour_into_new(&tx, &path, on_busy)?;
    Ok((folder, path))
}

/// Applies the schemas after this one to a copy of which nobody else knows.
pub(super) fn apply(connection: &mut Connection, schemas: &Schemas, schema: usize) -> Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    lay(&tx, schemas, schema)?;
    tx.commit()?;
    Ok(())
}

/// The schemas after this one, within a transaction.
pub(super) fn lay(connection: &Connection, schemas: &Schemas, schema: usize) -> Result<()> {
    connection.execute_batch(&schemas.after(schema))?;
    connection.pragma_update(None, "user_version", schemas.newest() as i64)?;
    Ok(())
}

/// `chibo.before-schema-2.db` beside `chibo.db`, then numbered.
fn names(path: &Path, schema: usize) -> impl Iterator<Item = PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map_or(String::new(), |e| format!(".{}", e.to_string_lossy()));
    let next = schema + 1;
    (1_u32..).map(move |number| match number {
        1 => path.with_file_name(format!("{stem}.before-schema-{next}{ending}")),
        n => path.with_file_name(format!("{stem}.before-schema-{next}-{n}{ending}")),
    })
}
