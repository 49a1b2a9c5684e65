//! Erasing a person's name, and the free texts of versions no longer in force that contain it, so that
//! neither is left in the bytes of the file while every hash still holds (`records.md`, section 3).

use rusqlite::OptionalExtension;

use super::tables::Table;
use super::{Reader, Result};

impl Reader<'_> {
    /// The free text that stands in a row; the outer `None` if there is no such row.
    pub(super) fn free_text(
        &self,
        table: &Table,
        column: &str,
        row: i64,
    ) -> Result<Option<Option<String>>> {
        let sql = format!("SELECT {column} FROM {} WHERE {} = ?1", table.name, table.key());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([row], |row| row.get(0)).optional()?)
    }
}
