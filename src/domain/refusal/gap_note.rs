//! Rules of what was answered about gaps.

use super::Thing;
use crate::domain::{Date, Period};

/// What was answered about a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapNote {
    /// Answered before the month began.
    BeforeMonth {
        period: Period,
        on: Date,
    },
    AfterToday {
        on: Date,
        today: Date,
    },
    /// With the days on which something was answered about this cell and month.
    NotFound {
        cell: Thing,
        period: Period,
        on: Date,
        others: Vec<Date>,
    },
}
