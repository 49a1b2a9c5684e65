//! Rules of the register: codes, and days on which something exists (`records.md`, section 4).

use super::{Thing, ThingKind};
use crate::domain::{Date, Span};

/// A rule of committees, cells, categories and officials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Register {
    CodeTaken {
        thing: Thing,
    },
    /// A code names one identity for ever; of another one that is no longer recorded, there is no thing.
    CodeUsedBefore {
        code: String,
        thing: Option<Thing>,
    },
    LifeBackwards {
        thing: Thing,
        from: Date,
        until: Date,
    },
    ChangeOutsideLife {
        thing: Thing,
        day: Date,
        life: Span,
    },
    CommitteeGone {
        cell: Thing,
        committee: Thing,
        days: Span,
        life: Span,
    },
    SuccessionToItself {
        cell: Thing,
    },
    /// A record, none if it has no name of its own, refers to one of this kind that is not on record.
    RefersToNothing {
        thing: Option<Thing>,
        kind: ThingKind,
    },
    /// A cell or official does not exist on a day on which it would have to.
    NotThere {
        thing: Thing,
        day: Date,
        life: Span,
    },
    /// The cell asked for does not belong to the committee asked for.
    CellElsewhere {
        cell: Thing,
        committee: Thing,
        belongs_to: Thing,
    },
}
