//! The guard of closed months (`records.md`, section 7): an operation that would change what was filed is
//! refused after its writes, inside the transaction, which is rolled back.

use std::cell::OnceCell;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::Result;
use super::super::filed_rows::end_of_time;
use super::super::rows_at::{Place, RowsAt};
use crate::domain::{
    Closing, Code, CoverageRow, FiledRow, OfficialId, OperationNumber, Period, PeriodSpan, Thing,
    refusal,
};
use crate::store::Writer;

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

/// Refuses the operation under way if the rows of one of these closed places do not agree any more.
pub(super) fn refuse_changed(
    db: &Writer<'_>,
    late: Late,
    (old, new): (&RowsAt, &RowsAt),
    closed: &BTreeSet<Place>,
) -> Result<()> {
    let (closings, months) = (HashMap::new(), BTreeMap::new());
    let mut guard = Guard { db, late, old, new, but_meetings: OnceCell::new(), closings, months };
    for place in closed {
        guard.compare(*place)?;
    }
    guard.verdict()
}

fn filed_row(at: &RowsAt, place: Place) -> Option<FiledRow> {
    at.row(place, end_of_time()).map(|row| FiledRow::of(&at.facts, &row))
}

/// A month as it was filed, for looking up its rows.
struct Filed {
    operation: OperationNumber,
    rows: HashMap<Code, FiledRow>,
}

impl From<Closing> for Filed {
    fn from(closing: Closing) -> Self {
        let rows = closing.rows.into_iter().map(|row| (row.cell.clone(), row));
        Self { operation: closing.operation, rows: rows.collect() }
    }
}

struct Guard<'a, 'c> {
    db: &'a Writer<'c>,
    late: Late,
    old: &'a RowsAt,
    new: &'a RowsAt,
    /// The new state with the meetings of the old one.
    but_meetings: OnceCell<RowsAt>,
    closings: HashMap<Period, Option<Filed>>,
    /// The cells that would change, and whether all of them would take a late record.
    months: BTreeMap<Period, Vec<(Thing, bool)>>,
}

impl Guard<'_, '_> {
    fn compare(&mut self, place: Place) -> Result<()> {
        let (before, after) = (filed_row(self.old, place), filed_row(self.new, place));
        let same = match (&before, &after) {
            (None, None) => true,
            (Some(before), Some(after)) => before.agrees(after),
            _ => false,
        };
        if same {
            return Ok(());
        }
        let (late, only_meeting) = (self.late, self.only_meeting(place, before.as_ref()));
        let closing = self.closing(place.0)?;
        let code = after.as_ref().or(before.as_ref()).map(|row| &row.cell);
        let filed = closing.zip(code).and_then(|(closing, code)| closing.rows.get(code));
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
        let accepted = match late {
            Late::Accepted => true,
            Late::BroughtBack(taken_back) => {
                closing.is_some_and(|closing| closing.operation < taken_back)
            }
            Late::Unknown | Late::Refused => false,
        };
        if takes_late && accepted {
            return Ok(());
        }
        // By the code that stays in force, now that it is refused.
        let thing = self.old.thing(place).or_else(|| self.new.thing(place));
        self.months.entry(place.0).or_default().extend(thing.map(|thing| (thing, takes_late)));
        Ok(())
    }

    /// Whether the row differs by its meeting alone: without that it would be what it was.
    fn only_meeting(&self, place: Place, before: Option<&FiledRow>) -> bool {
        let mixed = self.but_meetings.get_or_init(|| self.new.with_meetings_of(self.old));
        let is_known = |who: &OfficialId| self.new.facts.register.find_official(*who).is_some();
        let known = |row: &CoverageRow<'_>| {
            row.meeting.is_none_or(|meeting| meeting.officials().all(|who| is_known(&who)))
        };
        // A visitor who is no longer on record came to a meeting that is not there any more either.
        let row = mixed.row(place, end_of_time()).filter(known);
        let row = row.map(|row| FiledRow::of(&mixed.facts, &row));
        row.zip(before).is_some_and(|(row, before)| row.agrees(before))
    }

    /// The closing of a month, read once.
    fn closing(&mut self, period: Period) -> Result<Option<&Filed>> {
        let closing = match self.closings.entry(period) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let closing = self.db.closings(PeriodSpan::single(period))?.pop();
                place.insert(closing.map(Filed::from))
            }
        };
        Ok(closing.as_ref())
    }

    fn verdict(self) -> Result<()> {
        if self.months.is_empty() {
            return Ok(());
        }
        let all = self.months.values().flatten().all(|(_, takes_late)| *takes_late);
        let late = all && self.late == Late::Refused;
        let months = self.months.into_iter();
        let months = months.map(|(month, cells)| (month, cells.into_iter().map(|c| c.0).collect()));
        Err(refusal::Month::Closed { months: months.collect(), late }.into())
    }
}
