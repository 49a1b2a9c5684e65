//! The guard of closed months (`records.md`, section 7): an operation that would change what was filed is
//! refused after its writes, inside the transaction, which is rolled back.
//!
//! It looks at the cells and closed months that the operation's rows can touch, and at no others.

mod reach;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Result;
use crate::domain::{
    CellId, Closing, Date, Facts, FiledRow, MeetingKind, OperationNumber, Period, PeriodSpan,
    Refusal, Register, Roster, Thing, coverage_row,
};
use crate::store::{MeetingFilter, Reader, Writer};
use reach::{Reach, reach};

/// Whether a closed month may have a meeting, or another one, where the filed row had none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// The command knows no late records.
    Unknown,
    /// `--late` was not given.
    Refused,
    /// `--late`.
    Accepted,
    /// Taking back this operation brings back late records of months that were closed before it.
    BroughtBack(OperationNumber),
}

/// Above this many cells and months, meetings are read a month at a time.
const MANY: usize = 200;

/// Refuses the operation under way if it changes a closed month.
pub fn guard_closed_months(db: &Writer<'_>, late: Late) -> Result<()> {
    let Some(number) = db.under_way() else { return Ok(()) };
    if !db.any_closed()? {
        return Ok(());
    }
    let touched = db.touched()?;
    let before = db.as_of(OperationNumber(number.0 - 1));
    let records_from = |db: &Reader<'_>| db.records_from_or_earliest(end_of_time());
    let moved = match touched.records_from {
        true => Some((records_from(&before)?, records_from(db)?)).filter(|(old, new)| old != new),
        false => None,
    };
    if !touched.register && !touched.any_rows() && moved.is_none() {
        return Ok(());
    }
    let after = db.register()?;
    let earlier = if touched.register { before.register()? } else { after.clone() };
    let registers = (earlier, after);
    let reach = reach(db, &before, number, &touched, &registers, moved)?;
    if reach.is_empty() {
        return Ok(());
    }
    let old = State::read(&before, registers.0, &reach)?;
    let new = State::read(db, registers.1, &reach)?;
    let mut guard = Guard { db, late, closings: HashMap::new(), months: BTreeMap::new() };
    for ((period, cell), only_meeting) in reach.places() {
        guard.compare(period, cell, only_meeting, &old, &new)?;
    }
    guard.verdict()
}

struct Guard<'a, 'c> {
    db: &'a Writer<'c>,
    late: Late,
    closings: HashMap<Period, Option<Closing>>,
    /// The cells that would change, and whether all of them would take a late record.
    months: BTreeMap<Period, Vec<(Thing, bool)>>,
}

impl Guard<'_, '_> {
    fn compare(
        &mut self,
        period: Period,
        cell: CellId,
        only_meeting: bool,
        old: &State,
        new: &State,
    ) -> Result<()> {
        let (before, after) = (old.row(period, cell), new.row(period, cell));
        let same = match (&before, &after) {
            (None, None) => true,
            (Some(before), Some(after)) => before.agrees(after),
            _ => false,
        };
        if same {
            return Ok(());
        }
        let closing = match self.closings.entry(period) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(self.db.closings(PeriodSpan::single(period))?.pop())
            }
        };
        let code = after.as_ref().or(before.as_ref()).map(|row| row.cell.clone());
        let filed = closing.as_ref().zip(code).and_then(|(closing, code)| closing.row(&code));
        // What brings back the row as it was filed does the filed figures no harm.
        if let (Some(filed), Some(after)) = (filed, &after)
            && filed.agrees(after)
        {
            return Ok(());
        }
        let takes_late = match (filed, &before, &after) {
            (Some(filed), Some(_), Some(after)) => only_meeting && filed.takes_late(after),
            _ => false,
        };
        let accepted = match self.late {
            Late::Accepted => true,
            Late::BroughtBack(taken_back) => {
                closing.as_ref().is_some_and(|closing| closing.operation < taken_back)
            }
            Late::Unknown | Late::Refused => false,
        };
        if takes_late && accepted {
            return Ok(());
        }
        let thing = new.thing(period, cell).or_else(|| old.thing(period, cell));
        self.months.entry(period).or_default().extend(thing.map(|thing| (thing, takes_late)));
        Ok(())
    }

    fn verdict(self) -> Result<()> {
        if self.months.is_empty() {
            return Ok(());
        }
        let all = self.months.values().flatten().all(|(_, takes_late)| *takes_late);
        let late = all && self.late == Late::Refused;
        let months = self.months.into_iter();
        let months = months.map(|(month, cells)| (month, cells.into_iter().map(|c| c.0).collect()));
        Err(Refusal::MonthClosed { months: months.collect(), late }.into())
    }
}

/// The facts that the reached rows are made of, before or after the operation.
struct State {
    facts: Facts,
}

/// Every recorded meeting counts here, whatever day stands for today.
pub(super) fn end_of_time() -> Date {
    Date::new(*Date::YEARS.end(), 12, 31).unwrap_or_else(Date::first)
}

impl State {
    fn read(db: &Reader<'_>, register: Register, reach: &Reach) -> Result<Self> {
        let mut places: BTreeSet<(Period, CellId)> = BTreeSet::new();
        for ((period, cell), _) in reach.places() {
            places.insert((period, cell));
            let ancestors = register.successions.iter().filter(|s| s.to_cell == cell);
            places.extend(ancestors.map(|s| (period, s.from_cell)));
        }
        let (mut meetings, mut assignments) = (Vec::new(), Vec::new());
        if places.len() > MANY {
            let months: BTreeSet<Period> = places.iter().map(|(period, _)| *period).collect();
            for month in months {
                meetings.extend(db.regular_meetings(PeriodSpan::single(month))?);
            }
            assignments = db.assignments()?;
        } else {
            for (period, cell) in &places {
                meetings.extend(db.meetings(MeetingFilter {
                    cell: Some(*cell),
                    span: Some(PeriodSpan::single(*period)),
                    kind: Some(MeetingKind::Regular),
                })?);
            }
            let wanted: BTreeSet<CellId> = places.iter().map(|(_, cell)| *cell).collect();
            for cell in wanted {
                assignments.extend(db.assignments_of(cell)?);
            }
        }
        let mut facts = Facts::new(register, Roster::new(assignments), meetings, &[]);
        facts.records_from = db.records_from_or_earliest(end_of_time())?;
        Ok(Self { facts })
    }

    fn row(&self, period: Period, cell: CellId) -> Option<FiledRow> {
        if self.facts.records_from.is_some_and(|from| period < from) {
            return None;
        }
        let cell = self.facts.register.find_cell(cell)?;
        let row = coverage_row(&self.facts, cell, period, end_of_time())?;
        Some(FiledRow::of(&self.facts, &row))
    }

    fn thing(&self, period: Period, cell: CellId) -> Option<Thing> {
        self.facts.register.find_cell(cell).map(|cell| cell.thing(period.last_day()))
    }
}
