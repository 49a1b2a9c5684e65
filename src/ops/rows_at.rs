//! The rows of coverage of some cells and months, as the records of one moment give them: only what these
//! rows are made of is read, not the whole file.

use std::collections::{BTreeSet, HashMap};

use super::Result;
use crate::domain::{
    Assignment, CellId, CoverageRow, Date, Facts, Meeting, MeetingKind, Period, PeriodSpan,
    RecommendationCount, Register, Roster, Thing, coverage_row,
};
use crate::store::{MeetingFilter, Reader};

/// Above this many cells and months, meetings are read a month at a time.
const MANY: usize = 200;

/// A cell in a month.
pub(super) type Place = (Period, CellId);

/// The facts that the rows of some places are made of, judged on one day.
pub(super) struct RowsAt {
    pub facts: Facts,
    today: Date,
}

impl RowsAt {
    /// Reads what the rows of these places are made of. `register` is that of the same moment; `raised` may
    /// be empty where recommendations do not matter.
    pub fn read(
        db: &Reader<'_>,
        mut register: Register,
        places: impl Iterator<Item = Place>,
        raised: &[RecommendationCount],
        today: Date,
    ) -> Result<Self> {
        let mut ancestors: HashMap<CellId, Vec<CellId>> = HashMap::new();
        for line in &register.successions {
            ancestors.entry(line.to_cell).or_default().push(line.from_cell);
        }
        let mut wanted: BTreeSet<Place> = BTreeSet::new();
        for (period, cell) in places {
            wanted.insert((period, cell));
            wanted.extend(ancestors.get(&cell).into_iter().flatten().map(|from| (period, *from)));
        }
        let (mut meetings, mut assignments) = (Vec::new(), Vec::new());
        if wanted.len() > MANY {
            let months: BTreeSet<Period> = wanted.iter().map(|(period, _)| *period).collect();
            for month in months {
                meetings.extend(db.regular_meetings(PeriodSpan::single(month))?);
            }
            assignments = db.assignments()?;
        } else {
            for (period, cell) in &wanted {
                meetings.extend(db.meetings(MeetingFilter {
                    cell: Some(*cell),
                    span: Some(PeriodSpan::single(*period)),
                    kind: Some(MeetingKind::Regular),
                })?);
            }
            let cells: BTreeSet<CellId> = wanted.iter().map(|(_, cell)| *cell).collect();
            for cell in cells {
                assignments.extend(db.assignments_of(cell)?);
            }
        }
        // It may be a part of the register only.
        let named = meetings.iter().flat_map(Meeting::officials);
        let assigned = assignments.iter().map(|one: &Assignment| one.official);
        db.add_officials(&mut register, named.chain(assigned).collect::<BTreeSet<_>>())?;
        let mut facts = Facts::new(register, Roster::new(assignments), meetings, raised);
        facts.records_from = db.records_from_as_set()?;
        Ok(Self { facts, today })
    }

    /// These records with the meetings of another moment.
    pub fn with_meetings_of(&self, other: &Self) -> Self {
        Self { facts: self.facts.with_meetings_of(&other.facts), today: self.today }
    }

    /// The row of a place, as a report of its month has it; none if the cell is not due.
    pub fn row(&self, (period, cell): Place) -> Option<CoverageRow<'_>> {
        if self.facts.records_from.is_some_and(|from| period < from) {
            return None;
        }
        let cell = self.facts.register.find_cell(cell)?;
        coverage_row(&self.facts, cell, period, self.today)
    }

    /// The cell as it is called in the month.
    pub fn thing(&self, (period, cell): Place) -> Option<Thing> {
        self.facts.register.find_cell(cell).map(|cell| cell.thing(period.last_day()))
    }
}
