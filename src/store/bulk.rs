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
        let mut indexes = schema::indexes(&MEETING).into_iter();
        indexes.try_for_each(|index| drop("INDEX", (index.name, index.sql)))?;
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
    use crate::domain::{
        Code, Committee, CommitteeId, CommitteeKind, Date, Dated, Keyword, Moment, Name, Verb,
    };
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
        let next = writer.next::<Committee>()?.0;
        writer.together(|| {
            (0..150).try_for_each(|at| writer.put_committee(&committee(letter, next, at)))
        })
    }

    /// One of many new ones, of which the first has the next identity.
    fn committee(letter: &str, next: i64, at: i64) -> Committee {
        Committee {
            id: CommitteeId(next + at),
            code: Code::new(&format!("{letter}{at}")).unwrap(),
            kind: CommitteeKind::ALL[0],
            founded: None,
            dissolved: None,
            names: Dated::new(Name::new("Phường").unwrap()),
        }
    }

    #[test]
    fn rows_written_together_are_those_written_one_by_one() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["one.db", "together.db"].map(|name| folder.path().join(name));
        let dump = |path: &std::path::Path, together: bool| {
            Store::create(
                path,
                |_| false,
                stamp(false),
                |writer| {
                    writer.begin(Verb::Import, serde_json::json!({}), Grounds::NONE)?;
                    let next = writer.next::<Committee>()?.0;
                    let put = || {
                        (0..200).try_for_each(|at| {
                            let new = committee("A", next, at);
                            writer.put_committee(&new)?;
                            // One that was just put, and is there already, is looked at.
                            if at % 40 == 7 { writer.put_committee(&new) } else { Ok(()) }
                        })
                    };
                    if together { writer.together(put) } else { put() }
                },
            )
            .unwrap();
            let store = Store::open_to_change(path, |_| false, Box::new(|_| ())).unwrap();
            let sql = "SELECT hash FROM operation UNION ALL
                       SELECT version || ',' || record || code FROM committee UNION ALL
                       SELECT committee || name FROM committee_name";
            let mut rows = store.connection.prepare(sql).unwrap();
            let rows = rows.query_map([], |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
            rows.map(std::result::Result::unwrap).skip(1).collect::<Vec<_>>()
        };
        let [one, together] = [dump(&paths[0], false), dump(&paths[1], true)];
        assert!(one.len() == 400 && one == together, "{}", one.len());
        let flaws = Store::examine(&paths[1], |_| false, None, |_| Ok(Vec::new())).unwrap();
        assert_eq!(flaws, []);
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
