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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Code, Committee, CommitteeKind, Date, Dated, Keyword, Moment, Name, Verb};
    use crate::store::connection::{RELEASED, schema_digest};
    use crate::store::{Grounds, Stamp, Store, Writer};

    fn stamp(dry_run: bool) -> Stamp {
        Stamp {
            now: Moment::from_iso("2018-08-08T08:00:00.000Z").unwrap(),
            today: Date::from_iso("2018-08-08").unwrap(),
            actor: "clerk".to_owned(),
            dry_run,
        }
    }

    fn add_many(writer: &Writer<'_>, letter: &str) -> Result<()> {
        writer.begin(Verb::Import, serde_json::json!({}), Grounds::NONE)?;
        writer.write_much()?;
        for number in 0..50 {
            writer.put_committee(&Committee {
                id: writer.next_committee()?,
                code: Code::new(&format!("{letter}{number}")).unwrap(),
                kind: CommitteeKind::ALL[0],
                founded: None,
                dissolved: None,
                names: Dated::new(Name::new("Phường").unwrap()),
            })?;
        }
        Ok(())
    }

    #[test]
    fn the_guards_are_there_again_after_what_is_kept_and_what_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        Store::create(&path, |_| false, stamp(false), |writer| add_many(writer, "A")).unwrap();
        let has_guards = |store: &Store| {
            assert_eq!(schema_digest(&store.connection).unwrap(), RELEASED.0[0].digest);
        };
        let mut store = Store::open_to_change(&path, |_| false, Box::new(|_| ())).unwrap();
        has_guards(&store);
        store.write(stamp(false), |writer| add_many(writer, "B")).unwrap();
        has_guards(&store);
        store.write(stamp(true), |writer| add_many(writer, "C")).unwrap();
        has_guards(&store);
        let failed = store.write(stamp(false), |writer| {
            add_many(writer, "D")?;
            Err::<(), _>(StoreError::Busy)
        });
        assert!(failed.is_err());
        has_guards(&store);
        // The same key twice: what the file refuses is no error that leaves the guards away.
        assert!(store.write(stamp(false), |writer| add_many(writer, "A")).is_err());
        has_guards(&store);
        drop(store);
        let flaws = Store::examine(&path, |_| false, None, |_| Ok(Vec::new())).unwrap();
        assert_eq!(flaws, []);
    }
}
