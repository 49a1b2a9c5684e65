//! Which cells in which closed months an operation can change, from the rows it touched.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Result;
use super::super::rows_at::Place;
use crate::domain::{
    Assignment, Cell, CellId, Committee, Date, Official, OperationNumber, Period, Register, Span,
};
use crate::store::{Reader, Touched, Writer};

/// Cells and closed months.
#[derive(Debug, Default)]
pub struct Reach(BTreeSet<Place>);

impl Reach {
    /// Whether nothing closed can be changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every cell and month.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.0.iter().copied()
    }
}

/// What the operation `number` can change in months closed before it. `registers` are those before and after,
/// `moved` the first period of reports, if it changed.
pub fn reach(
    db: &Writer<'_>,
    before: &Reader<'_>,
    number: OperationNumber,
    touched: &Touched,
    registers: &(Register, Register),
    moved: Option<(Option<Period>, Option<Period>)>,
) -> Result<Reach> {
    let mut seeker = Seeker { db, before, number, reach: Reach::default() };
    for (cell, period) in &touched.meetings {
        seeker.reach.0.insert((*period, *cell));
    }
    seeker.assignments(touched)?;
    if touched.register {
        seeker.register(&registers.0, &registers.1)?;
    }
    if let Some((old, new)) = moved {
        seeker.records_from(old, new, &registers.1)?;
    }
    seeker.heirs(&registers.0);
    seeker.heirs(&registers.1);
    Ok(seeker.reach)
}

struct Seeker<'a, 'c> {
    db: &'a Writer<'c>,
    before: &'a Reader<'a>,
    number: OperationNumber,
    reach: Reach,
}

impl Seeker<'_, '_> {
    /// Closed months whose rows may depend on these days: a meeting may be held up to 15 days aside its month.
    fn days(&mut self, cells: &BTreeSet<CellId>, days: Span) -> Result<()> {
        let from = days.from.map(|day| Period::of(day).previous());
        let until = days.until.map(|day| Period::of(day).next());
        for period in self.db.closed_between(from, until, self.number)? {
            self.reach.0.extend(cells.iter().map(|cell| (period, *cell)));
        }
        Ok(())
    }

    fn assignments(&mut self, touched: &Touched) -> Result<()> {
        let removed = touched.assignments_removed.iter();
        let added = touched.assignments_added.iter();
        let mut pairs: BTreeMap<_, (Vec<&Assignment>, Vec<&Assignment>)> = BTreeMap::new();
        removed.for_each(|a| pairs.entry((a.cell, a.official, a.from)).or_default().0.push(a));
        added.for_each(|a| pairs.entry((a.cell, a.official, a.from)).or_default().1.push(a));
        for ((cell, _, _), (removed, added)) in pairs {
            let cells = BTreeSet::from([cell]);
            match (&removed[..], &added[..]) {
                // One that ends on another day concerns the days between the two.
                ([old], [new]) => {
                    if let Some(days) = between(old.until, new.until) {
                        self.days(&cells, days)?;
                    }
                }
                (old, new) => {
                    for assignment in old.iter().chain(new) {
                        self.days(&cells, assignment.span())?;
                    }
                }
            }
        }
        Ok(())
    }

    fn register(&mut self, old: &Register, new: &Register) -> Result<()> {
        let cells = pairs(old.cells(), new.cells(), |cell| cell.id);
        for (old, new) in cells {
            let one = BTreeSet::from([old.or(new).map_or(CellId(0), |cell| cell.id)]);
            for days in cell_days(old, new) {
                self.days(&one, days)?;
            }
        }
        for (before, after) in pairs(old.committees(), new.committees(), |c: &Committee| c.id) {
            if let (Some(before), Some(after)) = (before, after)
                && before.code.as_str() != after.code.as_str()
            {
                let inside =
                    |cell: &&Cell| cell.standings.iter().any(|(_, s)| s.committee == after.id);
                let cells = old.cells().iter().chain(new.cells());
                let cells: BTreeSet<CellId> = cells.filter(inside).map(|cell| cell.id).collect();
                self.days(&cells, always())?;
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
            self.days(&BTreeSet::from([*to_cell]), Span { from: Some(*on), until: Some(*on) })?;
        }
        Ok(())
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
        for assignment in &assignments {
            let cells = BTreeSet::from([assignment.cell]);
            if recoded {
                self.days(&cells, assignment.span())?;
            }
            for days in ends.iter().flatten() {
                self.days(&cells, days.meet(assignment.span()))?;
            }
        }
        if recoded {
            for (cell, period) in self.db.named_in_closed_months(new.id)? {
                self.reach.0.insert((period, cell));
            }
        }
        Ok(())
    }

    /// Months that come into reports or fall out of them.
    fn records_from(
        &mut self,
        old: Option<Period>,
        new: Option<Period>,
        register: &Register,
    ) -> Result<()> {
        let day = |period: Option<Period>| period.map_or_else(Date::first, Period::first_day);
        let days = between(Some(day(old)), Some(day(new)));
        let cells: BTreeSet<CellId> = register.cells().iter().map(|cell| cell.id).collect();
        days.map_or(Ok(()), |days| self.days(&cells, days))
    }

    /// A cell's meeting and assignments may stand for those of cells founded out of it in that month.
    fn heirs(&mut self, register: &Register) {
        let reached: Vec<_> = self.reach.places().collect();
        let mut founded: BTreeMap<(Period, CellId), Vec<CellId>> = BTreeMap::new();
        for line in &register.successions {
            let place = (Period::of(line.on), line.from_cell);
            founded.entry(place).or_default().push(line.to_cell);
        }
        for place in reached {
            let heirs = founded.get(&place).into_iter().flatten();
            self.reach.0.extend(heirs.map(|heir| (place.0, *heir)));
        }
    }
}

fn always() -> Span {
    Span { from: None, until: None }
}

/// The days from the earlier of two ends to the later, which may be open; none if they are the same.
fn between(a: Option<Date>, b: Option<Date>) -> Option<Span> {
    (a != b).then(|| Span {
        from: a.into_iter().chain(b).min(),
        until: a.zip(b).map(|(a, b)| a.max(b)),
    })
}

/// The same of first days, of which one not recorded is earlier than every other.
fn between_beginnings(a: Option<Date>, b: Option<Date>) -> Option<Span> {
    (a != b).then(|| Span { from: a.min(b), until: a.max(b) })
}

/// Records of two states by identity, those that are the same left out.
fn pairs<'a, I: Ord, T: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    id: impl Fn(&T) -> I,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut pairs: BTreeMap<I, (Option<&T>, Option<&T>)> = BTreeMap::new();
    old.iter().for_each(|item| pairs.entry(id(item)).or_default().0 = Some(item));
    new.iter().for_each(|item| pairs.entry(id(item)).or_default().1 = Some(item));
    pairs.into_values().filter(|(old, new)| old != new).collect()
}

/// The days on which a cell differs in what a closed month keeps; names are free.
fn cell_days(old: Option<&Cell>, new: Option<&Cell>) -> Vec<Span> {
    let (Some(old), Some(new)) = (old, new) else {
        return old.or(new).map(Cell::life).into_iter().collect();
    };
    if old.code.as_str() != new.code.as_str() || old.kind != new.kind {
        return vec![always()];
    }
    let mut days = Vec::new();
    days.extend(between_beginnings(old.founded, new.founded));
    days.extend(between(old.dissolved, new.dissolved));
    let changes: BTreeSet<Date> =
        old.standings.change_days().chain(new.standings.change_days()).collect();
    let starts: Vec<Option<Date>> =
        std::iter::once(None).chain(changes.into_iter().map(Some)).collect();
    for (at, from) in starts.iter().enumerate() {
        let day = from.unwrap_or_else(Date::first);
        if old.standings.at(day).committee != new.standings.at(day).committee {
            days.push(Span { from: *from, until: starts.get(at + 1).copied().flatten() });
        }
    }
    days
}
