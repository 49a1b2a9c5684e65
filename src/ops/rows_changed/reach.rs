//! Which cells in which closed months, and in which months with recorded meetings, an operation can change, from
//! the rows it touched.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Result;
use super::super::rows_at::Place;
use super::days::{always, between, between_beginnings, cell_days, months_of, pairs};
use crate::domain::{
    Assignment, Cell, CellId, Committee, Date, Duty, Official, OperationNumber, Period, Register,
    Scope, Span, Succession,
};
use crate::store::{Reader, Touched, Writer};

/// Which rows are told of that an operation was not about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// None.
    Nothing,
    /// All of them.
    Rows,
    /// Those of cells that were there before an import, unless it brought very much.
    RowsOfFiles,
}

/// The most cells with assignments or other values in files whose results are looked at.
const LOOKED_AT: usize = 1000;

/// Cells and months.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// Closed months.
    pub closed: BTreeSet<Place>,
    /// Months with recorded meetings in which cells stand otherwise: with other assignments or another life, or
    /// those of whom they came.
    pub standing: BTreeSet<(CellId, Period)>,
    /// The months in which cells came out of others whose meeting of the month was touched.
    pub heirs: BTreeSet<Place>,
    /// So many cells have assignments or other values in files that their results are not looked at.
    pub not_looked_at: bool,
}

impl Reach {
    /// Whether nothing can be changed.
    pub fn is_empty(&self) -> bool {
        self.closed.is_empty() && self.standing.is_empty() && self.heirs.is_empty()
    }

    /// Every cell and month.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let standing = self.standing.iter().map(|(cell, period)| (*period, *cell));
        self.closed.iter().chain(&self.heirs).copied().chain(standing)
    }
}

/// The first period of reports before and after.
type Moved = Option<(Option<Period>, Option<Period>)>;

/// What the operation `number` can change in months closed before it and in those with recorded meetings.
/// `registers` are those before and after, or what was touched hangs on in them, `moved` the first period of
/// reports, if it changed.
pub(super) fn reach(
    db: &Writer<'_>,
    (before, number): (&Reader<'_>, OperationNumber),
    touched: &Touched,
    registers: &(Register, Register),
    (moved, telling): (Moved, Telling),
) -> Result<Reach> {
    let closed = db.closed_between(None, None, number)?;
    let recorded = if telling == Telling::Nothing { Vec::new() } else { recorded_months(db)? };
    let mut seeker = Seeker {
        db,
        before,
        registers,
        telling,
        closed,
        recorded,
        reach: Reach::default(),
        otherwise: Vec::new(),
        lives: BTreeSet::new(),
        values: BTreeSet::new(),
    };
    let closed = touched.meetings.iter().map(|(cell, period)| (*period, *cell));
    seeker.reach.closed.extend(closed);
    seeker.assignments(touched);
    for duty in &touched.duties {
        seeker.duty(duty, duty.days());
    }
    if touched.any_of_register() {
        seeker.register()?;
    }
    if let Some((old, new)) = moved {
        seeker.records_from(old, new);
    }
    seeker.standing();
    seeker.heirs(touched);
    Ok(seeker.reach)
}

/// The months of which meetings may be recorded, as far as reports speak of them today.
fn recorded_months(db: &Writer<'_>) -> Result<Vec<Period>> {
    let Some(span) = db.months()? else { return Ok(Vec::new()) };
    let from = db.records_from_as_set()?;
    let shown =
        |month: &Period| from.is_none_or(|from| from <= *month) && month.first_day() <= db.today();
    Ok(span.months().filter(shown).collect())
}

struct Seeker<'a, 'c> {
    db: &'a Writer<'c>,
    before: &'a Reader<'a>,
    registers: &'a (Register, Register),
    telling: Telling,
    closed: Vec<Period>,
    recorded: Vec<Period>,
    reach: Reach,
    /// Cells that stand otherwise on some days.
    otherwise: Vec<(CellId, Span)>,
    /// Cells with another life than before, or of whose officials one has.
    lives: BTreeSet<CellId>,
    /// Cells that were there before, with other assignments or values.
    values: BTreeSet<CellId>,
}

impl Seeker<'_, '_> {
    /// A row of these cells may be another on these days.
    fn days(&mut self, cell: CellId, days: Span) {
        self.filed_days(&[cell], days);
        self.otherwise.push((cell, days));
    }

    /// What was filed of these cells may be another on these days, though no status is.
    fn filed_days<'i>(&mut self, cells: impl IntoIterator<Item = &'i CellId> + Clone, days: Span) {
        for period in months_of(&self.closed, days) {
            let cells = cells.clone().into_iter();
            self.reach.closed.extend(cells.map(|cell| (*period, *cell)));
        }
    }

    /// Whether the cell was there before, and whether it is now.
    fn stands(&self, cell: CellId) -> (bool, bool) {
        let (old, new) = self.registers;
        (old.find_cell(cell).is_some(), new.find_cell(cell).is_some())
    }

    /// The successions before and after.
    fn lines(&self) -> impl Iterator<Item = &'_ Succession> {
        self.registers.0.successions.iter().chain(&self.registers.1.successions)
    }

    fn assignments(&mut self, touched: &Touched) {
        let removed = touched.assignments_removed.iter();
        let added = touched.assignments_added.iter();
        let mut pairs: BTreeMap<_, (Vec<&Assignment>, Vec<&Assignment>)> = BTreeMap::new();
        removed.for_each(|a| pairs.entry((a.cell, a.official, a.from)).or_default().0.push(a));
        added.for_each(|a| pairs.entry((a.cell, a.official, a.from)).or_default().1.push(a));
        for ((cell, _, _), (removed, added)) in pairs {
            let days = match (&removed[..], &added[..]) {
                // One that ends on another day concerns the days between the two.
                ([old], [new]) => between(old.until, new.until).into_iter().collect(),
                (old, new) => old.iter().chain(new).map(|one| one.span()).collect::<Vec<_>>(),
            };
            // Of a cell that comes or goes no meeting is left to be judged otherwise.
            let stands = self.stands(cell) == (true, true);
            if stands {
                self.values.insert(cell);
            }
            for days in days {
                if stands {
                    self.days(cell, days);
                } else {
                    self.filed_days(&[cell], days);
                }
            }
        }
    }

    /// On these days others may answer for the cells of a duty's scope, or owe them a visit.
    fn duty(&mut self, duty: &Duty, days: Span) {
        let lies_in = |cell: &&Cell| match duty.scope {
            Scope::All => true,
            Scope::Committee(id) => cell.standings.iter().any(|(_, it)| it.committee == id),
            Scope::Cell(id) => cell.id == id,
        };
        let (old, new) = self.registers;
        let cells = old.cells().iter().chain(new.cells()).filter(lies_in);
        let cells: BTreeSet<CellId> = cells.map(|cell| cell.id).collect();
        self.filed_days(&cells, days);
        if cells.len() > LOOKED_AT {
            self.reach.not_looked_at = true;
            return;
        }
        let standing = cells.into_iter().filter(|cell| self.stands(*cell) == (true, true));
        let standing: Vec<(CellId, Span)> = standing.map(|cell| (cell, days)).collect();
        self.otherwise.extend(standing);
    }

    fn register(&mut self) -> Result<()> {
        let (old, new) = self.registers;
        for (old, new) in pairs(old.cells(), new.cells(), |cell| cell.id) {
            self.cell(old, new);
        }
        for (before, after) in pairs(old.committees(), new.committees(), |c: &Committee| c.id) {
            if let (Some(before), Some(after)) = (before, after)
                && before.code.as_str() != after.code.as_str()
            {
                let inside =
                    |cell: &&Cell| cell.standings.iter().any(|(_, s)| s.committee == after.id);
                let cells = old.cells().iter().chain(new.cells());
                let cells: BTreeSet<CellId> = cells.filter(inside).map(|cell| cell.id).collect();
                self.filed_days(&cells, always());
            }
        }
        for (old, new) in pairs(old.officials(), new.officials(), |o: &Official| o.id) {
            self.official(old, new)?;
        }
        let lines = |register: &Register| -> BTreeSet<(CellId, CellId, Date)> {
            register.successions.iter().map(|s| (s.from_cell, s.to_cell, s.on)).collect()
        };
        let (before, after) = (lines(old), lines(new));
        for (_, to_cell, on) in before.symmetric_difference(&after) {
            let day = Span { from: Some(*on), until: Some(*on) };
            self.filed_days(&[*to_cell], day);
            if self.stands(*to_cell).0 {
                self.values.insert(*to_cell);
                self.otherwise.push((*to_cell, day));
            }
        }
        Ok(())
    }

    fn cell(&mut self, old: Option<&Cell>, new: Option<&Cell>) {
        match (old, new) {
            (Some(old), Some(new)) => {
                self.values.insert(new.id);
                if old.life() != new.life() {
                    self.lives.insert(new.id);
                }
                for days in cell_days(old, new) {
                    self.days(new.id, days);
                }
            }
            (old, new) => {
                let Some(cell) = old.or(new) else { return };
                self.filed_days(&[cell.id], cell.life());
                // Its meetings come or go with it, but for that of another in the month in which it was founded. What
                // comes with files is told as such.
                let is_told = old.is_some() || self.telling == Telling::Rows;
                if let Some(day) = cell.founded.filter(|_| is_told) {
                    self.otherwise.push((cell.id, Span { from: Some(day), until: Some(day) }));
                }
            }
        }
    }

    fn official(&mut self, old: Option<&Official>, new: Option<&Official>) -> Result<()> {
        let (Some(old), Some(new)) = (old, new) else { return Ok(()) };
        let recoded = old.code.as_str() != new.code.as_str();
        let ends = [
            between_beginnings(old.active_from, new.active_from),
            between(old.active_until, new.active_until),
        ];
        if !recoded && ends.iter().all(Option::is_none) {
            return Ok(());
        }
        let assignments = self.before.assignments_of_official(new.id)?;
        let assignments = [assignments, self.db.assignments_of_official(new.id)?].concat();
        for Assignment { cell, .. } in assignments.iter().filter(|_| ends != [None, None]) {
            self.lives.insert(*cell);
        }
        for assignment in &assignments {
            if recoded {
                self.filed_days(&[assignment.cell], assignment.span());
            }
            for days in ends.iter().flatten() {
                self.days(assignment.cell, days.meet(assignment.span()));
            }
        }
        let duties = [self.before.duties()?, self.db.duties()?].concat();
        for duty in duties.iter().filter(|duty| duty.official == new.id) {
            for days in ends.iter().flatten() {
                self.duty(duty, days.meet(duty.days()));
            }
        }
        if recoded {
            let named = self.db.named_in_closed_months(new.id)?;
            self.reach.closed.extend(named.into_iter().map(|(cell, period)| (period, cell)));
        }
        Ok(())
    }

    /// Months that come into reports or fall out of them.
    fn records_from(&mut self, old: Option<Period>, new: Option<Period>) {
        let day = |period: Option<Period>| period.map_or_else(Date::first, Period::first_day);
        if let Some(days) = between(Some(day(old)), Some(day(new))) {
            let cells = self.registers.1.cells().iter().map(|cell| cell.id);
            self.filed_days(&cells.collect::<Vec<_>>(), days);
        }
    }

    /// The recorded months in which cells stand otherwise, unless that is too much to look at.
    fn standing(&mut self) {
        if self.telling == Telling::RowsOfFiles && self.values.len() > LOOKED_AT {
            self.reach.not_looked_at = true;
            self.otherwise.retain(|(cell, _)| self.lives.contains(cell));
        }
        for (cell, days) in &self.otherwise {
            let months = months_of(&self.recorded, *days).iter();
            self.reach.standing.extend(months.map(|month| (*cell, *month)));
        }
    }

    /// A cell's meeting and assignments may stand for those of cells founded out of it in that month.
    fn heirs(&mut self, touched: &Touched) {
        let mut founded: BTreeMap<Place, Vec<CellId>> = BTreeMap::new();
        for line in self.lines() {
            founded.entry((Period::of(line.on), line.from_cell)).or_default().push(line.to_cell);
        }
        if founded.is_empty() {
            return;
        }
        let heirs = |(period, cell): Place| {
            let heirs = founded.get(&(period, cell)).into_iter().flatten();
            heirs.map(move |heir| (period, *heir))
        };
        let closed: Vec<Place> = self.reach.closed.iter().copied().flat_map(heirs).collect();
        let standing = self.reach.standing.iter().map(|(cell, period)| (*period, *cell));
        let standing: Vec<Place> = standing.flat_map(heirs).collect();
        let judged = touched.predecessors.iter().map(|(cell, period)| (*period, *cell));
        let judged = judged.flat_map(heirs);
        let begun = |(period, _): &Place| period.first_day() <= self.db.today();
        if self.telling != Telling::Nothing {
            self.reach.heirs = judged.filter(begun).collect();
        }
        self.reach.closed.extend(closed);
        let standing = standing.into_iter().map(|(period, cell)| (cell, period));
        self.reach.standing.extend(standing);
    }
}
