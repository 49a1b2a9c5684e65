//! Rules of inspections and bulletins (`records.md`, section 4).

use super::Thing;
use crate::domain::{Area, Date, InspectionKind, Period};

/// An inspection of a cell, or a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inspection {
    AfterToday {
        on: Date,
        today: Date,
    },
    OfficialTwice {
        official: Thing,
    },
    /// It is recorded already.
    Taken {
        cell: Thing,
        on: Date,
        kind: InspectionKind,
    },
    NotFound {
        cell: Thing,
        on: Date,
        kind: InspectionKind,
        /// The days of those that are recorded of the cell.
        recorded: Vec<(Date, InspectionKind)>,
    },
    /// It would not be lawful if this cell or official ended, or began, then.
    InTheWay {
        thing: Thing,
        cell: Thing,
        on: Date,
        kind: InspectionKind,
    },
    /// The same item of the month is recorded already.
    BulletinTaken {
        period: Period,
        area: Area,
        number: i64,
    },
    BulletinNotFound {
        number: i64,
    },
}
