//! Rules of closed months (`records.md`, section 7).

use super::Thing;
use crate::domain::{Code, Date, DocumentNo, Period, Status};

/// A month that is closed, or is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Month {
    /// Cells of closed months that an operation would change.
    Closed {
        months: Vec<(Period, Vec<Thing>)>,
        /// Whether a meeting was only added where the filed row had none.
        late: bool,
    },
    /// A month is to be closed as of a day that the machine has not seen yet.
    TodayBorrowed {
        today: Date,
        machine: Date,
    },
    /// The month is not over.
    NotOver {
        period: Period,
        today: Date,
    },
    ClosedAlready {
        period: Period,
        closed_on: Date,
    },
    NotClosed {
        period: Period,
    },
    /// No cell is due in it, or it is before the first period of reports.
    Empty {
        period: Period,
        records_from: Option<Period>,
    },
    /// Cells of the month with a gap that can still be mended.
    HasGaps {
        period: Period,
        gaps: Vec<(Thing, Status)>,
        /// With which it was to be sent out.
        document: Option<DocumentNo>,
    },
    /// Cells whose figures meetings held after today, recorded already, would change.
    RecordedAhead {
        period: Period,
        today: Date,
        cells: Vec<Thing>,
    },
    NeverFiled {
        period: Period,
    },
    /// Closed months from files whose rows are not those of the records, by the codes of their cells.
    FiledContradicted {
        months: Vec<(Period, Vec<Code>)>,
    },
}
