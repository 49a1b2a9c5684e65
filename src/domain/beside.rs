//! Whose assignment to a cell just misses the day by which its row is judged: the row says so, lest it deny what
//! everybody sees. The judgement itself knows nothing of it (`records.md`, section 6).

use super::{Assignment, CoverageRow, Date, Facts, Official};

/// By what an assignment misses the reference day of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// It begins on this day, after the meeting.
    From(Date),
    /// It holds today, and its last day is this, before the end of the month.
    LastDay(Date),
}

impl<'a> CoverageRow<'a> {
    /// The officials who are none of **A**, but came to the meeting (or nobody is in **A**) and are assigned from a later
    /// day of the month; of a month that is not over and has no report, those assigned today. In the order of
    /// the notice.
    pub fn beside(&self, facts: &'a Facts, today: Date) -> Vec<(&'a Official, Missed)> {
        let last_day = self.period.last_day();
        let cell = self.predecessor.unwrap_or(self.cell);
        let register = &facts.register;
        let days =
            |assignment: &Assignment| assignment.days(cell, register.official(assignment.official));
        let came = |assignment: &Assignment| {
            self.held().is_some_and(|held| held.visitors.contains(&assignment.official))
        };
        let missed = |assignment: &Assignment| {
            let from = assignment.from;
            if self.meeting.is_none() {
                let holds = today <= last_day && days(assignment).contains(today);
                days(assignment).last_day().filter(|_| holds).map(Missed::LastDay)
            } else {
                let later = self.reference_day < from && from <= last_day;
                let told = later && (self.assigned.is_empty() || came(assignment));
                told.then_some(Missed::From(from))
            }
        };
        let is_assigned =
            |official: &Official| self.assigned.iter().any(|one| one.id == official.id);
        let of_cell = facts.roster.of_cell(cell.id).iter();
        let mut beside: Vec<(&Official, Missed)> = of_cell
            .filter_map(|one| Some((register.official(one.official), missed(one)?)))
            .filter(|(official, _)| !is_assigned(official))
            .collect();
        beside.sort_by(|(a, _), (b, _)| a.by_notice(b));
        beside
    }
}
