//! Rules of meetings (`records.md`, sections 4 and 5).

use super::Thing;
use crate::domain::{Date, MeetingKind, MeetingMeant, Period, Span};

/// A meeting of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meeting {
    HeldOutsidePeriod {
        held_on: Date,
        period: Period,
        earliest: Date,
        latest: Date,
    },
    HeldAfterToday {
        held_on: Date,
        today: Date,
    },
    CellNotInPeriod {
        cell: Thing,
        period: Period,
        life: Span,
    },
    VisitorTwice {
        official: Thing,
    },
    ReasonForVisitor {
        official: Thing,
    },
    ReasonTwice {
        official: Thing,
    },
    NobodyAssigned {
        cell: Thing,
        day: Date,
    },
    SeveralAssigned {
        cell: Thing,
        day: Date,
        officials: Vec<Thing>,
    },
    EverybodyCame {
        cell: Thing,
    },
    Taken {
        cell: Thing,
        period: Period,
        kind: MeetingKind,
        held_on: Option<Date>,
    },
    NotFound {
        cell: Thing,
        period: Option<Period>,
        /// Others of the month.
        there: Vec<MeetingMeant>,
        /// The months of all.
        recorded: Vec<Period>,
    },
    /// The cell announced no such date.
    NotPlanned {
        cell: Thing,
        period: Period,
        kind: MeetingKind,
        /// The months and kinds for which it did.
        planned: Vec<(Period, MeetingKind)>,
    },
    /// Several fit.
    Which {
        cell: Thing,
        period: Period,
        meetings: Vec<MeetingMeant>,
    },
    NotHeldHasNone {
        cell: Thing,
        period: Period,
    },
    /// A regular meeting that was held after all, without a word on who came: silence is no absence.
    VisitorsUnsaid {
        cell: Thing,
        period: Period,
    },
}
