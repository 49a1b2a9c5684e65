//! What somebody answered when the office asked about a gap: of the cell, never of a member.

use super::{CellId, Date, Period, Refusal, Remark, refusal};

/// What was answered about a cell and a month. It is known by cell, month and day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapNote {
    pub cell: CellId,
    pub period: Period,
    /// The day on which it was answered.
    pub on: Date,
    pub text: Remark,
}

impl GapNote {
    /// The rules of its day: nobody answers before the month begins, nor after today, if that is asked.
    pub fn check(&self, today: Option<Date>) -> Result<(), Refusal> {
        let (period, on) = (self.period, self.on);
        if on < period.first_day() {
            return Err(refusal::GapNote::BeforeMonth { period, on }.into());
        }
        match today.filter(|today| on > *today) {
            Some(today) => Err(refusal::GapNote::AfterToday { on, today }.into()),
            None => Ok(()),
        }
    }
}
