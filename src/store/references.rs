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

/// The identities in a view, each kind read when a row first refers to it.
#[derive(Default)]
pub(super) struct Known(RefCell<[Option<HashSet<i64>>; 4]>);

impl Known {
    /// Something was written since.
    pub fn forget(&self) {
        *self.0.borrow_mut() = Default::default();
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
        let (column, table) = match to {
            To::Committee => ("committee", "committee_version"),
            To::Cell => ("cell", "cell_version"),
            To::Category => ("category", "category_version"),
            To::Official => ("official", "official_version"),
        };
        let sql = format!("SELECT v.id, v.{column} FROM {table} v WHERE {}", self.seen("v"));
        let known: HashSet<i64> =
            self.rows(table, &sql, [], |row| row.get::<i64>(column))?.into_iter().collect();
        let found = known.contains(&id);
        self.known.0.borrow_mut()[to as usize] = Some(known);
        Ok(found)
    }
}

impl Taken<'_, '_> {
    /// The identity in a column, which must be in the view.
    pub fn refers(&self, reader: &Reader<'_>, to: To, column: &'static str) -> Result<i64> {
        let id = self.get(column)?;
        match reader.is_there(to, id)? {
            true => Ok(id),
            false => Err(self.broken(column)),
        }
    }
}
