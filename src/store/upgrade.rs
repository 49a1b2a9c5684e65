//! Record files of an older schema: kept aside and brought up to the newest before they are changed.
//!
//! An upgrade adds tables and columns; it touches no row, so that every hash still holds.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::backup::pour_into_new;
use super::open::{OnBusy, OnUpgrade, SCHEMAS};
use super::{Result, StoreError};

/// Copies the file aside, says so, and applies every later schema in one transaction.
pub(super) fn in_place(
    connection: &mut Connection,
    path: &Path,
    schema: usize,
    on_busy: OnBusy,
    on_upgrade: OnUpgrade<'_>,
) -> Result<()> {
    let aside = free_name(path, schema);
    let tx = connection.unchecked_transaction()?;
    pour_into_new(&tx, &aside, on_busy)?;
    tx.finish()?;
    on_upgrade(&aside);
    apply(connection, schema)
}

/// A copy in a folder of its own for temporary files, which only its owner can read.
pub(super) fn copy_for_reading(
    connection: &Connection,
    on_busy: OnBusy,
) -> Result<(tempfile::TempDir, PathBuf)> {
    let made = tempfile::Builder::new().prefix("chibo-").tempdir();
    let folder = made
        .map_err(|e| StoreError::Io { path: tempfile::env::temp_dir(), detail: e.to_string() })?;
    let path = folder.path().join("copy.db");
    let tx = connection.unchecked_transaction()?;
    pour_into_new(&tx, &path, on_busy)?;
    Ok((folder, path))
}

/// Applies the schemas after this one, unless another program has done so meanwhile.
pub(super) fn apply(connection: &mut Connection, schema: usize) -> Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let now: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if usize::try_from(now) == Ok(schema) {
        for later in &SCHEMAS[schema..] {
            tx.execute_batch(later)?;
        }
        tx.pragma_update(None, "user_version", SCHEMAS.len() as i64)?;
    }
    tx.commit()?;
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
