//! Rules of duties (`records.md`, sections 4 and 6a).

use super::Thing;
use crate::domain::{Date, Span};

/// How often an official owes visits, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Duty {
    Empty {
        from: Date,
        until: Date,
    },
    Beyond {
        thing: Thing,
        until: Date,
        end: Date,
    },
    /// `scope` is none for every cell.
    Overlaps {
        official: Thing,
        scope: Option<Thing>,
        days: Span,
    },
    /// Within a scope, if one was named.
    NotFound {
        official: Thing,
        scope: Option<Option<Thing>>,
        day: Date,
    },
    Which {
        official: Thing,
        day: Date,
        scopes: Vec<Option<Thing>>,
    },
    /// A code names both a committee and a cell.
    ScopeAmbiguous {
        committee: Thing,
        cell: Thing,
    },
}
