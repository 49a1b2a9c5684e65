//! Rules of endings: what stands in the way of a record's last day (`records.md`, section 4).

use super::Thing;
use crate::domain::{Date, MeetingMeant};

/// A committee, a cell or an official that is to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It has ended by the day on which something is to be done with it.
    AlreadyEnded {
        thing: Thing,
        on: Date,
    },
    /// Recorded meetings that would not be lawful if a cell or an official ended then.
    MeetingsInTheWay {
        thing: Thing,
        on: Date,
        meetings: Vec<MeetingMeant>,
    },
    /// Something would end before a recorded change of it.
    ChangeInTheWay {
        thing: Thing,
        on: Date,
        day: Date,
    },
    /// A cell would end before another one went into it, or after it went into another.
    SuccessionInTheWay {
        cell: Thing,
        from: Thing,
        to: Thing,
        on: Date,
    },
    CommitteeHasCells {
        committee: Thing,
        cells: Vec<Thing>,
        on: Date,
    },
    CellsToItself {
        committee: Thing,
    },
    /// Cells lose an assignment, and nobody has said yes; the second list are those left without a visitor.
    RetireUnconfirmed {
        official: Thing,
        on: Date,
        cells: Vec<Thing>,
        unvisited: Vec<Thing>,
    },
}
