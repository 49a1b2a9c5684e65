//! Where a free text in force stands, as the command that changes it has to name it.

use super::{Code, Date, InspectionKind, Key, MeetingKind, Period, Thing};

/// A free text of a record: whose it is, under which key, and the day from which it holds, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPlace {
    pub of: TextOwner,
    pub key: Key,
    pub from: Option<Date>,
}

/// What has free texts, in the order in which people are told of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOwner {
    Meeting {
        cell: Thing,
        period: Period,
        kind: MeetingKind,
        held_on: Option<Date>,
    },
    /// The date that a cell announced.
    Plan {
        cell: Thing,
        period: Period,
        kind: MeetingKind,
        on: Date,
    },
    Inspection {
        cell: Thing,
        on: Date,
        kind: InspectionKind,
    },
    /// By its number in the record file.
    Bulletin {
        number: i64,
        period: Period,
    },
    Recommendation {
        code: Code,
        cell: Thing,
        period: Period,
    },
    /// What only a file changes: what it belongs to, and the file.
    InFile {
        thing: Thing,
        file: &'static str,
    },
    Assignment {
        cell: Thing,
        official: Thing,
        from: Date,
    },
    /// Of an official, where it is owed (none for every cell), and its first day.
    Duty {
        official: Thing,
        scope: Option<Thing>,
        from: Date,
    },
    /// What was answered about a gap, and on which day.
    GapNote {
        cell: Thing,
        period: Period,
        on: Date,
    },
    Succession {
        from_cell: Thing,
        to_cell: Thing,
    },
    /// A closed month.
    Closing {
        period: Period,
    },
    Office,
}

impl TextOwner {
    /// Its place in that order.
    pub fn order(&self) -> usize {
        match self {
            Self::Meeting { .. } => 0,
            Self::Plan { .. } => 1,
            Self::Recommendation { .. } => 2,
            Self::Inspection { .. } => 3,
            Self::Bulletin { .. } => 4,
            Self::InFile { .. } => 5,
            Self::Assignment { .. } => 6,
            Self::Duty { .. } => 7,
            Self::GapNote { .. } => 8,
            Self::Succession { .. } => 9,
            Self::Closing { .. } => 10,
            Self::Office => 11,
        }
    }
}
