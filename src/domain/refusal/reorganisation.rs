//! Rules of mergers and splits (`records.md`, section 4).

use super::Thing;
use crate::domain::{CellKind, Date};

/// A cell with its kind and its committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub cell: Thing,
    pub kind: CellKind,
    pub committee: Thing,
}

/// A merger or a split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reorganisation {
    /// A new cell was given a code only.
    NewCellNameless {
        code: String,
    },
    CellTwice {
        cell: Thing,
    },
    MergeTooFew {
        cell: Thing,
        /// The code of another cell that is to stay.
        into: Option<String>,
    },
    SplitTooFew {
        cell: Thing,
    },
    /// The merged cells differ in kind or committee, and nobody said which the new one has.
    MergeNotAlike {
        committees: Vec<Thing>,
        kinds: Vec<CellKind>,
    },
    /// The cell that stays is of another kind or committee than some of those that go into it, and nobody said that
    /// this is meant.
    MergeUnlike {
        into: Placed,
        others: Vec<Placed>,
    },
    /// A cell that is neither new nor one of those that are merged or split.
    IntoNotNew {
        cell: Thing,
        from: Option<Date>,
        on: Date,
    },
    /// Kind or committee were given, and no cell is new.
    KeepsItsOwn {
        cell: Thing,
    },
}
