//! What is asked for and cannot be: nothing to change, nothing to tell yet.

use crate::domain::{Date, OperationNumber, Period};

/// A change or an answer that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    NothingChanges,
    /// With which reports were to begin.
    RecordsFromNotBegun {
        period: Period,
        today: Date,
    },
    PeriodNotBegun {
        period: Period,
        today: Date,
    },
    /// The file was made after the moment asked for; on which day, in local time.
    NothingKnownYet {
        /// When it was, to the second, as the reader's clock shows it.
        made: String,
    },
    OperationNotFound {
        number: OperationNumber,
        newest: OperationNumber,
    },
    /// So few cells have meetings with a visitor and without that nothing can be said of the difference.
    TooThin {
        found: usize,
        least: usize,
        visited: u64,
        unvisited: u64,
        more: MoreCells,
    },
}

/// What would give a comparison more cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoreCells {
    /// More months: there are cells enough.
    Months,
    /// Not to limit it to a cell or a committee, which has too few.
    Unlimited,
    /// Nothing: the office has too few.
    Nothing,
}
