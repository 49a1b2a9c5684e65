//! A quick look at a record file for what is only offered to whoever types: it waits for nobody, takes no lock and
//! writes nothing, and whatever is wrong with the file is a reason to offer nothing.

use std::path::Path;

use super::connection::{RELEASED, recognise};
use super::place::{SIDECARS, beside, real};
use super::{Reader, Result, StoreError, pages};
use crate::domain::Code;

/// Reads what is in force, if nobody is just writing and no stopped program left anything.
pub fn peek<T>(path: &Path, work: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
    // SQLite goes by the name that a link leads to.
    let real = real(path).map_err(|e| StoreError::of_file(path, &e))?;
    if SIDECARS.iter().any(|sidecar| beside(&real, sidecar).symlink_metadata().is_ok()) {
        return Err(StoreError::Busy);
    }
    let connection = pages::open_unlocked(&real)?;
    if recognise(&connection, &RELEASED, path)? != RELEASED.newest() {
        return Err(StoreError::OtherSchema(path.to_owned()));
    }
    work(&Reader::new(&connection, None))
}

impl Reader<'_> {
    /// The codes of all recommendations, in order.
    pub fn recommendation_codes(&self) -> Result<Vec<Code>> {
        let sql = "SELECT version, code FROM recommendation WHERE removed_by IS NULL ORDER BY code COLLATE NOCASE";
        self.rows("recommendation", sql, [], |mut row| row.code("code"))
    }
}
