//! Whether what a row refers to is there: a file that somebody meddled with, or a broken one, may hold rows
//! that refer to nothing, which no reader may meet unprepared.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::row::Taken;
use super::tables::Table;
use super::{Reader, Result, StoreError};

/// How many single records are looked up before all of their kind are read.
const MANY: usize = 64;

/// The records of a kind that are known to be in the view.
enum Seen {
    Some(HashSet<i64>),
    All(Numbers),
}

/// Numbers as bits: those of records lie close.
#[derive(Default)]
pub(super) struct Numbers(Vec<u64>);

impl Numbers {
    fn contains(&self, number: i64) -> bool {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        self.0.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

impl FromIterator<i64> for Numbers {
    fn from_iter<I: IntoIterator<Item = i64>>(numbers: I) -> Self {
        let mut bits = Vec::new();
        // A number that no file of this size can have is none that a row may refer to.
        for number in numbers.into_iter().filter(|number| (0..=1 << 28).contains(number)) {
            let at = number as usize;
            if bits.len() <= at / 64 {
                bits.resize(at / 64 + 1, 0);
            }
            bits[at / 64] |= 1 << (at % 64);
        }
        Self(bits)
    }
}

/// The records in a view, by table, as rows first refer to them.
#[derive(Default)]
pub(super) struct Known(RefCell<HashMap<&'static str, Seen>>);

impl Known {
    /// Notes every record of a table, where all were read anyway.
    pub fn put(&self, table: &'static str, all: impl Iterator<Item = i64>) {
        self.0.borrow_mut().insert(table, Seen::All(all.collect()));
    }

    /// A table was written to.
    pub fn forget(&self, table: &Table) {
        self.0.borrow_mut().remove(table.name);
    }
}

impl Reader<'_> {
    /// Whether a record is in the view.
    pub(super) fn is_there(&self, table: &'static Table, record: i64) -> Result<bool> {
        if self.dangling {
            return Ok(true);
        }
        let looked_up = match self.known.0.borrow().get(table.name) {
            Some(Seen::All(all)) => return Ok(all.contains(record)),
            Some(Seen::Some(some)) if some.contains(&record) => return Ok(true),
            Some(Seen::Some(some)) => some.len(),
            None => 0,
        };
        if looked_up < MANY {
            let sql = self.query("1", table.name, "t.record = ?1", "1");
            let found = self.connection.prepare_cached(&sql)?.exists([record])?;
            if found {
                let mut known = self.known.0.borrow_mut();
                let seen = known.entry(table.name).or_insert_with(|| Seen::Some(HashSet::new()));
                if let Seen::Some(seen) = seen {
                    seen.insert(record);
                }
            }
            return Ok(found);
        }
        let sql = self.query("t.record", table.name, "", "1");
        let all: Numbers = self.numbers(&sql, [])?.into_iter().collect();
        let found = all.contains(record);
        self.known.0.borrow_mut().insert(table.name, Seen::All(all));
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
