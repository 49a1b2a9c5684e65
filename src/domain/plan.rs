//! Plans: the date that a cell announced for a meeting to come (`records.md`, section 4). A plan is no meeting: no figure
//! of coverage knows it.
//!
//! A plan stays when its cell ends before the day: it is then left out of schedules and calendars, and told there. What
//! ends a cell need not look for announcements first.

use super::keyword::keyword;
use super::{
    Cell, CellId, Date, Hour, Label, MeetingKind, Period, Refusal, check_of_month, check_there,
};

/// A date announced. One is in force for a cell, month and kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub cell: CellId,
    /// The month for which the meeting will stand.
    pub period: Period,
    pub kind: MeetingKind,
    pub on: Date,
    pub hour: Option<Hour>,
    /// Where the cell meets.
    pub place: Option<Label>,
}

keyword! {
    /// What is known of the date of a meeting of a month.
    PlanStatus {
        /// The cell announced it.
        Announced = "announced",
        /// Nothing was announced, and the cell has met.
        Held = "held",
        /// Nothing was announced, and the meeting is recorded as not held.
        NotHeld = "not-held",
        /// Nothing was announced: the day on which the cell usually meets.
        Usual = "usual",
        /// Nothing was announced, and no usual day is known.
        Unknown = "unknown",
    }
}

/// What makes two records the same plan.
pub type PlanKey = (CellId, Period, MeetingKind);

impl Plan {
    /// The key of this plan.
    pub fn key(&self) -> PlanKey {
        (self.cell, self.period, self.kind)
    }

    /// How many months away its day is, where that is more than a year: a year may have been mistyped.
    pub fn far_ahead(&self, today: Date) -> Option<u64> {
        let months = Period::of(self.on).number() - Period::of(today).number();
        let is_far = (months, self.on.day()) > (12, today.day());
        u64::try_from(months).ok().filter(|_| is_far)
    }

    /// Its own rule: the day is one on which a meeting of the month may be held. It may lie after today.
    pub fn check(&self) -> Result<(), Refusal> {
        check_of_month(self.period, self.on)
    }

    /// The same of one that is announced now: the cell exists on the day.
    pub fn check_new(&self, cell: &Cell) -> Result<(), Refusal> {
        self.check()?;
        check_there(cell, self.on)
    }
}
