//! The records that are known to be in a view, so that none is looked up twice.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::tables::Table;

/// The records of a kind that are known to be in the view.
pub(super) enum KnownRecords {
    Some(HashSet<i64>),
    All(Numbers),
}

/// Numbers as bits: those of records lie close.
#[derive(Default)]
pub(super) struct Numbers(Vec<u64>);

impl Numbers {
    pub fn contains(&self, number: i64) -> bool {
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
pub(super) struct Known(pub RefCell<HashMap<&'static str, KnownRecords>>);

impl Known {
    /// Notes every record of a table, where all were read anyway.
    pub fn put(&self, table: &'static str, all: impl Iterator<Item = i64>) {
        self.0.borrow_mut().insert(table, KnownRecords::All(all.collect()));
    }

    /// A table was written to.
    pub fn forget(&self, table: &Table) {
        self.0.borrow_mut().remove(table.name);
    }
}
