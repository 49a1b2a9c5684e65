//! The rows of coverage of some cells and months, as the records of one moment give them: only what these
//! rows are made of is read, not the whole file.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Result;
use crate::domain::{
    Assignment, CellId, CoverageRow, Date, Facts, Meeting, MeetingKind, OfficialId, Period,
    PeriodSpan, RecommendationCount, Register, Roster, Scope, Thing, coverage_row,
};
use crate::store::{MeetingFilter, Reader};

/// Of more cells than this, meetings are read a month at a time.
const MANY: usize = 500;

/// A cell in a month.
pub(super) type Place = (Period, CellId);

/// Those of which something must be read for the rows of these places: they themselves, and the cells out of which
/// theirs came by one of these registers.
pub(super) fn wanted(
    places: impl IntoIterator<Item = Place>,
    registers: &[&Register],
) -> BTreeSet<Place> {
    let mut ancestors: HashMap<CellId, Vec<CellId>> = HashMap::new();
    for line in registers.iter().flat_map(|register| &register.successions) {
        ancestors.entry(line.to_cell).or_default().push(line.from_cell);
    }
    let mut wanted: BTreeSet<Place> = BTreeSet::new();
    for (period, cell) in places {
        wanted.insert((period, cell));
        wanted.extend(ancestors.get(&cell).into_iter().flatten().map(|from| (period, *from)));
    }
    wanted
}

/// The facts that the rows of some places are made of.
#[derive(Debug, Clone)]
pub(super) struct RowsAt {
    pub facts: Facts,
}

impl RowsAt {
    /// Reads what the rows of these places are made of. `register` is that of the same moment, or a part of it;
    /// `raised` may be empty where recommendations do not matter.
    pub fn read(
        db: &Reader<'_>,
        register: Register,
        wanted: &BTreeSet<Place>,
        raised: &[RecommendationCount],
    ) -> Result<Self> {
        let mut meetings = Vec::new();
        let mut months: BTreeMap<CellId, PeriodSpan> = BTreeMap::new();
        for (period, cell) in wanted {
            let of_cell = months.entry(*cell).or_insert(PeriodSpan::single(*period));
            of_cell.to = *period;
        }
        if months.len() > MANY {
            let months: BTreeSet<Period> = wanted.iter().map(|(period, _)| *period).collect();
            for month in months {
                meetings.extend(db.regular_meetings(PeriodSpan::single(month))?);
            }
        } else {
            for (cell, span) in months {
                let (cell, span, kind) = (Some(cell), Some(span), Some(MeetingKind::Regular));
                meetings.extend(db.meetings(MeetingFilter { cell, span, kind })?);
            }
        }
        let named = meetings.iter().flat_map(Meeting::officials).collect();
        let (register, roster) = standing(db, register, wanted, named)?;
        let mut facts = Facts::new(register, roster, meetings, raised);
        facts.records_from = db.records_from_as_set()?;
        Ok(Self { facts })
    }

    /// The same of another moment with the same meetings.
    pub fn with_the_same_meetings(
        &self,
        db: &Reader<'_>,
        register: Register,
        wanted: &BTreeSet<Place>,
    ) -> Result<Self> {
        let named = self.facts.regular_meetings().iter().flat_map(Meeting::officials).collect();
        let (register, roster) = standing(db, register, wanted, named)?;
        let mut facts = Facts::new(register, roster, Vec::new(), &[]);
        facts.records_from = db.records_from_as_set()?;
        Ok(Self { facts: facts.with_meetings_of(&self.facts) })
    }

    /// These records with the meetings of another moment.
    pub fn with_meetings_of(&self, other: &Self) -> Self {
        Self { facts: self.facts.clone().with_meetings_of(&other.facts) }
    }

    /// The row of a place, as a report of its month has it on a day; none if the cell is not due.
    pub fn row(&self, place: Place, today: Date) -> Option<CoverageRow<'_>> {
        if self.facts.records_from.is_some_and(|from| place.0 < from) {
            return None;
        }
        self.row_whenever(place, today)
    }

    /// The same, with whatever month reports begin.
    pub fn row_whenever(&self, (period, cell): Place, today: Date) -> Option<CoverageRow<'_>> {
        coverage_row(&self.facts, self.facts.register.find_cell(cell)?, period, today)
    }

    /// The cell as it is called in the month.
    pub fn thing(&self, (period, cell): Place) -> Option<Thing> {
        self.facts.register.find_cell(cell).map(|cell| cell.thing(period.last_day()))
    }
}

/// Who is assigned at these places, and a register that has all of them and all others named.
fn standing(
    db: &Reader<'_>,
    mut register: Register,
    wanted: &BTreeSet<Place>,
    named: BTreeSet<OfficialId>,
) -> Result<(Register, Roster)> {
    let cells: BTreeSet<CellId> = wanted.iter().map(|(_, cell)| *cell).collect();
    let mut assignments: Vec<Assignment> = Vec::new();
    if cells.len() > MANY {
        assignments = db.assignments()?;
    } else {
        for cell in cells {
            assignments.extend(db.assignments_of(cell)?);
        }
    }
    let assigned = assignments.iter().map(|one| one.official);
    db.add_officials(&mut register, assigned.chain(named).collect::<BTreeSet<_>>())?;
    with_duties(db, register, Roster::new(assignments))
}

/// The same with the duties that may hold a cell of the register, and their officials in it: no row is judged without.
pub(super) fn with_duties(
    db: &Reader<'_>,
    mut register: Register,
    roster: Roster,
) -> Result<(Register, Roster)> {
    let mut duties = db.duties()?;
    duties.retain(|duty| match duty.scope {
        Scope::All => true,
        Scope::Committee(id) => register.find_committee(id).is_some(),
        Scope::Cell(id) => register.find_cell(id).is_some(),
    });
    db.add_officials(&mut register, duties.iter().map(|duty| duty.official))?;
    Ok((register, roster.with_duties(duties)))
}
