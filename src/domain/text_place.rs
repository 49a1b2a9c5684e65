//! Where a free text in force stands, as the command that changes it has to name it.

use super::{Code, Date, MeetingKind, Period, Thing};

/// A free text of a record. `field` is its key, such as `note`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextPlace {
    Meeting {
        cell: Thing,
        period: Period,
        kind: MeetingKind,
        held_on: Option<Date>,
        field: &'static str,
    },
    Recommendation {
        code: Code,
        cell: Thing,
        period: Period,
    },
    /// A post of an official, by the day from which it holds.
    Post {
        official: Thing,
        from: Option<Date>,
        field: &'static str,
    },
    Assignment {
        cell: Thing,
        official: Thing,
        from: Date,
        field: &'static str,
    },
    Succession {
        from_cell: Thing,
        to_cell: Thing,
    },
    /// The document number of a closed month.
    Closing {
        period: Period,
    },
    /// The office's name.
    Office,
}
