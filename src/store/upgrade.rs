//! Record files of an older schema: kept aside and brought up to the newest by the first operation that is kept,
//! in its transaction. A command that is refused leaves them as they are.
//!
//! An upgrade adds tables and columns; it changes no value of a row, so that every hash still holds.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::backup::pour_into_new;
use super::open::{OnBusy, SCHEMAS};
use super::place::{ASIDE, folder_of, put_where_free};
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
        let made = tempfile::Builder::new().prefix(ASIDE).tempdir_in(folder);
        let room =
            made.map_err(|e| StoreError::Io { path: folder.to_owned(), detail: e.to_string() })?;
        let version = data_version(connection)?;
        let tx = connection.unchecked_transaction()?;
        pour_into_new(&tx, &room.path().join(COPY), self.on_busy)?;
        tx.finish()?;
        Ok(Aside { room, version })
    }

    /// Puts the copy into its place and says so: the file is about to be another one.
    pub fn keep(&self, aside: &Aside, path: &Path) -> Result<()> {
        let place = free_name(path, self.schema);
        let failed =
            |e: std::io::Error| StoreError::Io { path: place.clone(), detail: e.to_string() };
        let copy = tempfile::TempPath::try_from_path(aside.room.path().join(COPY));
        put_where_free(copy.map_err(failed)?, &place).map_err(failed)?;
        (self.tell)(&place);
        Ok(())
    }
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
pub(super) fn apply(connection: &mut Connection, schema: usize) -> Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    lay(&tx, schema)?;
    tx.commit()?;
    Ok(())
}

/// The schemas after this one, within a transaction.
pub(super) fn lay(connection: &Connection, schema: usize) -> Result<()> {
    for later in &SCHEMAS[schema..] {
        connection.execute_batch(later)?;
    }
    connection.pragma_update(None, "user_version", SCHEMAS.len() as i64)?;
    Ok(())
}

/// `chibo.before-schema-2.db` beside `chibo.db`, numbered if there is one already.
fn free_name(path: &Path, schema: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map_or(String::new(), |e| format!(".{}", e.to_string_lossy()));
    let next = schema + 1;
    let name = |number: u32| match number {
        1 => path.with_file_name(format!("{stem}.before-schema-{next}{ending}")),
        n => path.with_file_name(format!("{stem}.before-schema-{next}-{n}{ending}")),
    };
    let mut names = (1..).map(name);
    names.find(|name| !name.exists()).unwrap_or_else(|| name(1))
}
