//! Whether what a row refers to is there: a file that somebody meddled with, or a broken one, may hold rows
//! that refer to nothing, which no reader may meet unprepared.

use std::collections::HashSet;

use super::known::{KnownRecords, Numbers};
use super::row::Taken;
use super::tables::Table;
use super::{Reader, Result, StoreError};

/// How many single records are looked up before all of their kind are read.
const MANY: usize = 64;

impl Reader<'_> {
    /// Whether a record is in the view.
    pub(super) fn is_there(&self, table: &'static Table, record: i64) -> Result<bool> {
        if self.dangling {
            return Ok(true);
        }
        let looked_up = match self.known.0.borrow().get(table.name) {
            Some(KnownRecords::All(all)) => return Ok(all.contains(record)),
            Some(KnownRecords::Some(some)) if some.contains(&record) => return Ok(true),
            Some(KnownRecords::Some(some)) => some.len(),
            None => 0,
        };
        if looked_up < MANY {
            let sql = self.query("1", table.name, "t.record = ?1", "1");
            let found = self.connection.prepare_cached(&sql)?.exists([record])?;
            if found {
                let mut known = self.known.0.borrow_mut();
                let seen =
                    known.entry(table.name).or_insert_with(|| KnownRecords::Some(HashSet::new()));
                if let KnownRecords::Some(seen) = seen {
                    seen.insert(record);
                }
            }
            return Ok(found);
        }
        let sql = self.query("t.record", table.name, "", "1");
        let all: Numbers = self.numbers(&sql, [])?.into_iter().collect();
        let found = all.contains(record);
        self.known.0.borrow_mut().insert(table.name, KnownRecords::All(all));
        Ok(found)
    }

    /// Refuses to read on where a record is not in the view. `place` is what refers to it: table, row and column.
    pub(super) fn must_be_there(
        &self,
        table: &'static Table,
        record: i64,
        (of, id, column): (&'static str, i64, &'static str),
    ) -> Result<()> {
        if self.is_there(table, record)? {
            Ok(())
        } else {
            Err(StoreError::RowBroken { table: of, id, column })
        }
    }
}

impl Taken<'_, '_> {
    /// The record in a column, which must be in the view.
    pub fn refers(
        &mut self,
        reader: &Reader<'_>,
        to: &'static Table,
        column: &'static str,
    ) -> Result<i64> {
        let record = self.get(column)?;
        if reader.is_there(to, record)? { Ok(record) } else { Err(self.broken(column)) }
    }
}
