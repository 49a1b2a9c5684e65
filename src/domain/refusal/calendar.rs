//! Dates, periods and moments that cannot be read (`records.md`, section 8).

use crate::domain::Date;

/// A day, a month or a moment as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Calendar {
    DateMisread {
        text: String,
    },
    DateTwoDigitYear {
        text: String,
    },
    DateImpossible {
        text: String,
        /// The day that would be meant if the month stood first.
        month_first: Option<Date>,
    },
    DateOutOfRange {
        text: String,
    },
    HourMisread {
        text: String,
    },
    /// Neither an operation nor a day nor a time.
    MomentMisread {
        text: String,
    },
    PeriodMisread {
        text: String,
    },
    PeriodBackwards {
        text: String,
    },
    PeriodNotOneMonth {
        text: String,
    },
}
