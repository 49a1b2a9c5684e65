//! Whether what a row refers to is there: a file that somebody meddled with, or a broken one, may hold rows
//! that refer to nothing, which no reader may meet unprepared.

use std::cell::RefCell;
use std::collections::HashSet;

use super::row::Taken;
use super::{Reader, Result};

/// What a row may refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum To {
    Committee,
    Cell,
    Category,
    Official,
}

const ALL: [To; 4] = [To::Committee, To::Cell, To::Category, To::Official];

impl To {
    /// The column of its identity, and the table of its versions.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Committee => ("committee", "committee_version"),
            Self::Cell => ("cell", "cell_version"),
            Self::Category => ("category", "category_version"),
            Self::Official => ("official", "official_version"),
        }
    }
}

/// The identities in a view, each kind read when a row first refers to it.
#[derive(Default)]
pub(super) struct Known(RefCell<[Option<HashSet<i64>>; 4]>);

impl Known {
    /// Notes every identity of a kind, where all were read anyway.
    pub fn put(&self, to: To, all: impl Iterator<Item = i64>) {
        self.0.borrow_mut()[to as usize] = Some(all.collect());
    }

    /// A table was written to.
    pub fn forget(&self, table: &str) {
        if let Some(to) = ALL.into_iter().find(|to| to.names().1 == table) {
            self.0.borrow_mut()[to as usize] = None;
        }
    }
}

impl Reader<'_> {
    /// Whether an identity is in the view.
    pub(super) fn is_there(&self, to: To, id: i64) -> Result<bool> {
        if self.dangling {
            return Ok(true);
        }
        if let Some(known) = &self.known.0.borrow()[to as usize] {
            return Ok(known.contains(&id));
        }
        let (column, table) = to.names();
        let sql = format!("SELECT v.id, v.{column} FROM {table} v WHERE {}", self.seen("v"));
        let all = self.rows(table, &sql, [], |row| row.get::<i64>(column))?;
        let found = all.contains(&id);
        self.known.put(to, all.into_iter());
        Ok(found)
    }
}

impl Taken<'_, '_> {
    /// The identity in a column, which must be in the view.
    pub fn refers(&self, reader: &Reader<'_>, to: To, column: &'static str) -> Result<i64> {
        self.may_refer(reader, to, column)?.ok_or_else(|| self.broken(column))
    }

    /// The same in a column that may be empty.
    pub fn may_refer(
        &self,
        reader: &Reader<'_>,
        to: To,
        column: &'static str,
    ) -> Result<Option<i64>> {
        match self.get::<Option<i64>>(column)? {
            Some(id) if !reader.is_there(to, id)? => Err(self.broken(column)),
            id => Ok(id),
        }
    }
}
