//! Writing very much at once: the triggers that guard against foreign inserts would run for every row. They are
//! dropped and laid again within the transaction, so that no other program ever sees the file without them, and
//! what they guard is looked at before they are laid again.

use rusqlite::Connection;

use super::schema;
use super::tables::TABLES;
use super::{Result, StoreError};

/// The guards laid aside: their statements.
pub(super) struct Suspended(Vec<String>);

/// Lays the guards of inserts aside.
pub(super) fn suspend(connection: &Connection) -> Result<Suspended> {
    let mut guards = Vec::new();
    for table in TABLES {
        let inserts = schema::triggers(table).into_iter();
        for (name, sql) in inserts.filter(|(name, _)| name.ends_with("_insert")) {
            connection.execute_batch(&format!("DROP TRIGGER {name}"))?;
            guards.push(sql);
        }
    }
    Ok(Suspended(guards))
}

impl Suspended {
    /// Lays them again. `tops` has the highest version of each table before the operation; all above must be
    /// its own.
    pub fn lay_again(
        self,
        connection: &Connection,
        tops: &[(&'static str, i64)],
        operation: i64,
    ) -> Result<()> {
        for (table, top) in tops {
            let sql = format!(
                "SELECT min(version) FROM {table}
                 WHERE version > ?1 AND (added_by <> ?2 OR removed_by IS NOT NULL)"
            );
            let foreign: Option<i64> =
                connection.query_row(&sql, [*top, operation], |row| row.get(0))?;
            if let Some(id) = foreign {
                return Err(StoreError::RowBroken { table, id, column: "added_by" });
            }
        }
        self.0.iter().try_for_each(|guard| Ok(connection.execute_batch(guard)?))
    }
}
