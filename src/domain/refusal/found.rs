//! Records that are not found, or several that are (`records.md`, section 8).

use super::{Thing, ThingKind};

/// A record as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    NotFound {
        kind: ThingKind,
        text: String,
        near: Vec<Thing>,
        /// What was typed is a former code of this.
        recoded: Option<Thing>,
    },
    /// What could name a cell or an official names neither.
    NeitherFound {
        text: String,
        near: Vec<Thing>,
    },
    Ambiguous {
        kind: ThingKind,
        text: String,
        count: usize,
        matches: Vec<Thing>,
    },
}
