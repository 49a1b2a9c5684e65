//! Which recorded meetings give another result after a change of the register or of assignments.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Result;
use super::rows_at::{Place, RowsAt};
use crate::domain::{
    Assignment, CellId, Facts, Meeting, OperationNumber, Period, Register, Roster, Status,
    Succession, Thing, coverage_row,
};
use crate::store::{MeetingFilter, Reader, Writer};

/// A cell whose status changed in a month with a recorded meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    pub id: CellId,
    pub cell: Thing,
    pub period: Period,
    pub before: Option<Status>,
    pub after: Option<Status>,
}

impl StatusChange {
    fn place(&self) -> (CellId, Period) {
        (self.id, self.period)
    }
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
    // Those before the first period of reports and those to come are in no report.
    let shown = |p: &Period| from.is_none_or(|from| from <= *p) && p.first_day() <= db.today();
    let periods: BTreeSet<Period> = meetings.iter().map(|m| m.period).filter(shown).collect();
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
                    id: cell.id,
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

/// The cells founded by succession of others in the month of a meeting recorded, changed or taken away for
/// these, whose status differs since the operation before `number`: they are judged by that meeting where they
/// have none of their own. `lines` are the successions before and after.
pub(super) fn heir_changes(
    db: &Writer<'_>,
    number: OperationNumber,
    lines: &[Succession],
    touched: impl IntoIterator<Item = (CellId, Period)>,
) -> Result<Vec<StatusChange>> {
    let mut founded: BTreeMap<Place, BTreeSet<CellId>> = BTreeMap::new();
    for line in lines {
        founded.entry((Period::of(line.on), line.from_cell)).or_default().insert(line.to_cell);
    }
    let heirs = touched.into_iter().flat_map(|(cell, period)| {
        let heirs = founded.get(&(period, cell)).into_iter().flatten();
        heirs.map(move |heir| (period, *heir))
    });
    let places: BTreeSet<Place> =
        heirs.filter(|(period, _)| period.first_day() <= db.today()).collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let before = db.as_of(number.previous());
    let cells = || places.iter().map(|(_, heir)| *heir);
    let (old, new) = (before.register_around(cells(), [])?, db.register_around(cells(), [])?);
    // A cell that comes or goes with the operation itself is told as such.
    let stands = |cell: CellId| old.find_cell(cell).is_some() && new.find_cell(cell).is_some();
    let places: BTreeSet<Place> = places.into_iter().filter(|(_, heir)| stands(*heir)).collect();
    let today = db.today();
    let rows = |db: &Reader<'_>, register: Register| {
        RowsAt::read(db, register, places.iter().copied(), &[], today)
    };
    let (old, new) = (rows(&before, old)?, rows(db, new)?);
    let status = |rows: &RowsAt, place: Place| rows.row(place).map(|row| row.status);
    let change = |place: &Place| {
        let (before, after) = (status(&old, *place), status(&new, *place));
        let cell = new.thing(*place)?;
        let (period, id) = *place;
        (before != after).then_some(StatusChange { id, cell, period, before, after })
    };
    Ok(places.iter().filter_map(change).collect())
}

/// With which period reports begin after an operation, if not with the same as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// None was set.
    Set(Period),
    Moved {
        before: Period,
        after: Period,
    },
    /// None is set any more; whether meetings are recorded, which no period is too early for.
    Unset {
        meetings: bool,
    },
}

/// What an operation did to the first period of reports.
pub(super) fn beginning_moved(
    db: &Writer<'_>,
    number: OperationNumber,
) -> Result<Option<Beginning>> {
    let before = db.as_of(number.previous()).records_from_as_set()?;
    Ok(match (before, db.records_from_as_set()?) {
        (before, after) if before == after => None,
        (Some(before), Some(after)) => Some(Beginning::Moved { before, after }),
        (None, after) => after.map(Beginning::Set),
        (Some(_), None) => Some(Beginning::Unset { meetings: db.any_meeting()? }),
    })
}

/// The rows whose status differs since the operation before `number` though the regular meeting of their place
/// was not touched: those of cells that stand otherwise, and of cells judged by meetings touched elsewhere.
pub(super) fn changes_elsewhere(
    db: &Writer<'_>,
    number: OperationNumber,
    cells: &BTreeSet<CellId>,
    touched: &HashSet<(CellId, Period)>,
) -> Result<Vec<StatusChange>> {
    let state = |db: &Reader<'_>| -> Result<(Register, Vec<Assignment>)> {
        let mut assignments = Vec::new();
        for cell in cells {
            assignments.extend(db.assignments_of(*cell)?);
        }
        let touched = touched.iter().map(|(cell, _)| *cell);
        Ok((db.register_around(cells.iter().copied().chain(touched), [])?, assignments))
    };
    let (old, new) = (state(&db.as_of(number.previous()))?, state(db)?);
    let lines = [&old.0, &new.0].map(|register| &register.successions[..]).concat();
    let mut changes = result_changes(db, cells, old, new)?;
    for change in heir_changes(db, number, &lines, touched.iter().copied())? {
        if !changes.iter().any(|known| known.place() == change.place()) {
            changes.push(change);
        }
    }
    changes.retain(|change| !touched.contains(&change.place()));
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
