//! Which recorded meetings give another result after a change of the register or of assignments.

use std::collections::BTreeSet;

use super::Result;
use crate::domain::{
    Assignment, CellId, Facts, Meeting, Period, Register, Roster, Status, Thing, coverage_row,
};
use crate::store::{MeetingFilter, Reader, Writer};

/// A recorded meeting whose status changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    pub cell: Thing,
    pub period: Period,
    pub before: Option<Status>,
    pub after: Option<Status>,
}

/// The recorded meetings of these cells, and of cells that came from them, whose status differs between two
/// states of the register and of these cells' assignments. Nothing else may differ between the two.
pub(super) fn result_changes(
    db: &Writer<'_>,
    cells: &BTreeSet<CellId>,
    before: (Register, Vec<Assignment>),
    after: (Register, Vec<Assignment>),
) -> Result<Vec<StatusChange>> {
    let lines: Vec<_> = before.0.successions.iter().chain(&after.0.successions).cloned().collect();
    let heirs = lines.iter().filter(|s| cells.contains(&s.from_cell)).map(|s| s.to_cell);
    let judged: BTreeSet<CellId> = cells.iter().copied().chain(heirs).collect();
    let ancestors = lines.iter().filter(|s| judged.contains(&s.to_cell)).map(|s| s.from_cell);
    let concerned: BTreeSet<CellId> = judged.iter().copied().chain(ancestors).collect();
    let meetings = meetings_of(db, &concerned)?;
    let mut others = Vec::new();
    for cell in concerned.difference(cells) {
        others.extend(db.assignments_of(*cell)?);
    }
    let from = db.records_from_as_set()?;
    let periods = meetings.iter().map(|m| m.period).filter(|p| from.is_none_or(|from| from <= *p));
    let periods: BTreeSet<Period> = periods.collect();
    let facts = |(register, own): (Register, Vec<Assignment>)| {
        let roster = Roster::new(others.iter().cloned().chain(own).collect());
        Facts::new(register, roster, meetings.clone(), &[])
    };
    let (before, after) = (facts(before), facts(after));
    let status = |facts: &Facts, cell: CellId, period: Period| {
        let cell = facts.register.find_cell(cell)?;
        let row = coverage_row(facts, cell, period, db.today())?;
        row.meeting.map(|_| row.status)
    };
    let mut changes = Vec::new();
    for cell in judged {
        for period in &periods {
            let (old, new) = (status(&before, cell, *period), status(&after, cell, *period));
            if old != new {
                let still = after.register.find_cell(cell);
                let cell = still.unwrap_or_else(|| before.register.cell(cell));
                changes.push(StatusChange {
                    cell: cell.thing(period.last_day()),
                    period: *period,
                    before: old,
                    after: new,
                });
            }
        }
    }
    Ok(changes)
}

/// The recorded meetings of these cells.
pub(super) fn meetings_of<'a>(
    db: &Reader<'_>,
    cells: impl IntoIterator<Item = &'a CellId>,
) -> Result<Vec<Meeting>> {
    let mut meetings = Vec::new();
    for cell in cells {
        let filter = MeetingFilter { cell: Some(*cell), ..MeetingFilter::default() };
        meetings.extend(db.meetings(filter)?);
    }
    Ok(meetings)
}
