//! Writing very much at once: the triggers that guard against foreign inserts would run for every row, and the indexes
//! of an empty table of meetings would be built row by row. They are dropped and laid again within the
//! transaction, so that no other program ever sees the file without them, and what the triggers guard is looked at
//! before they are laid again.

use rusqlite::Connection;

use super::tables::{MEETING, TABLES};
use super::{Result, StoreError, schema};

/// The statements of what was laid aside.
pub(super) struct Suspended(Vec<String>);

/// Lays the guards of inserts aside, and the indexes of meetings if there are none yet.
pub(super) fn suspend(connection: &Connection) -> Result<Suspended> {
    let mut again = Vec::new();
    let mut drop = |sort: &str, (name, sql): (String, String)| -> Result<()> {
        connection.execute_batch(&format!("DROP {sort} {name}"))?;
        again.push(sql);
        Ok(())
    };
    let none = format!("SELECT NOT EXISTS (SELECT 1 FROM {})", MEETING.name);
    if connection.query_row(&none, [], |row| row.get(0))? {
        schema::indexes(&MEETING).into_iter().try_for_each(|index| drop("INDEX", index))?;
    }
    for table in TABLES {
        let triggers = schema::triggers(table).into_iter();
        let mut inserts = triggers.filter(|(name, _)| name.ends_with("_insert"));
        inserts.try_for_each(|trigger| drop("TRIGGER", trigger))?;
    }
    Ok(Suspended(again))
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
        self.0.iter().try_for_each(|statement| Ok(connection.execute_batch(statement)?))
    }
}
