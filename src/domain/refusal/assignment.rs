//! Rules of assignments (`records.md`, section 4).

use super::Thing;
use crate::domain::{AssignmentMode, Date, Span};

/// An assignment of an official to a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assignment {
    Empty {
        from: Date,
        until: Date,
    },
    Beyond {
        thing: Thing,
        until: Date,
        end: Date,
    },
    Overlaps {
        cell: Thing,
        official: Thing,
        days: Span,
    },
    AnotherVisitor {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },
    NobodyToReplace {
        cell: Thing,
        official: Option<Thing>,
        from: Date,
    },
    ReplaceWhom {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },
    ReplacedBeganLater {
        cell: Thing,
        official: Thing,
        began: Date,
        from: Date,
    },
    NothingToAmend {
        cell: Thing,
        official: Thing,
    },
    AmendWhich {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },
    NotAssigned {
        cell: Thing,
        official: Option<Thing>,
        day: Date,
    },
    UnassignWhom {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },
    /// `mode` is that of the first official; the second is assigned otherwise on these days, from his first day on.
    ModesDiffer {
        cell: Thing,
        officials: Box<(Thing, Thing)>,
        mode: AssignmentMode,
        from: Date,
        days: Span,
    },
}
