//! What changed in the rows of coverage since a filing or an operation, and by which operations
//! (`records.md`, section 7; `commands.md`, Trust).

use std::collections::{BTreeMap, BTreeSet};

use super::Result;
use super::close::filed_month;
use super::rows_at::{Place, RowsAt, wanted};
use crate::domain::{
    CellId, Closing, Date, Difference, Differences, Facts, MonthCoverage, Operation,
    OperationNumber, Period, PeriodSpan, PrintedRow, Register, month_coverage,
};
use crate::store::Reader;

/// With what the rows are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// The latest filing of the one month asked for.
    Filed(Period),
    /// The rows as this operation left them, judged on the same day.
    Operation(OperationNumber),
}

/// Rows of coverage by month and cell.
type Rows = BTreeMap<Place, PrintedRow>;

/// The rows that others are compared with.
struct Before {
    number: OperationNumber,
    filed: Option<Closing>,
    rows: Rows,
    register: Register,
}

/// Compares the rows of these months with what they were.
pub fn differences(
    db: &Reader<'_>,
    span: PeriodSpan,
    today: Date,
    since: Since,
) -> Result<Differences> {
    span.from.must_have_begun(today)?;
    let span = PeriodSpan { from: span.from, to: span.to.min(Period::of(today)) };
    let facts = db.facts(span)?;
    let after = rows_of_months(&facts, span, today);
    let before = before(db, span, today, since)?;
    let places: BTreeSet<&Place> = before.rows.keys().chain(after.keys()).collect();
    let differs = |place: &Place| before.rows.get(place) != after.get(place);
    let changed: Vec<Place> = places.into_iter().copied().filter(differs).collect();
    let operations = if changed.is_empty() { Vec::new() } else { db.operations()? };
    let mut found = Vec::new();
    for month in changed.chunk_by(|a, b| a.0 == b.0) {
        let cells = month.iter().map(|(_, cell)| *cell).collect();
        let mut by =
            Search { db, period: month[0].0, today, cells }.run(&before, &facts.register)?;
        found.extend(month.iter().map(|place| Difference {
            period: place.0,
            cell: place.1,
            before: before.rows.get(place).cloned(),
            after: after.get(place).cloned(),
            operations: named(&operations, by.remove(&place.1).unwrap_or_default()),
        }));
    }
    let code = |row: &Difference| row.either().map(|r| r.filed.cell.clone());
    found.sort_by(|a, b| a.period.cmp(&b.period).then_with(|| code(a).cmp(&code(b))));
    let Before { number: since, filed, .. } = before;
    Ok(Differences { span, since, filed, today, rows: found, register: facts.register })
}

fn before(db: &Reader<'_>, span: PeriodSpan, today: Date, since: Since) -> Result<Before> {
    Ok(match since {
        Since::Filed(period) => {
            let month = filed_month(db, period)?;
            Before {
                number: month.closing.operation,
                rows: printed(&month.facts, &month.coverage()).collect(),
                filed: Some(month.closing),
                register: month.facts.register,
            }
        }
        Since::Operation(number) => {
            let facts = db.as_of(number).facts(span)?;
            let rows = rows_of_months(&facts, span, today);
            Before { number, filed: None, rows, register: facts.register }
        }
    })
}

fn rows_of_months(facts: &Facts, span: PeriodSpan, today: Date) -> Rows {
    let mut rows = Rows::new();
    for period in span.months() {
        rows.extend(printed(facts, &month_coverage(facts, period, today)));
    }
    rows
}

fn printed<'a>(
    facts: &'a Facts,
    month: &'a MonthCoverage<'a>,
) -> impl Iterator<Item = (Place, PrintedRow)> {
    let rows = month.rows.iter();
    rows.map(|row| ((row.period, row.cell.id), PrintedRow::of(facts, row)))
}

/// The operations of these numbers, without those that were taken back among them, and what took them back.
fn named(operations: &[Operation], numbers: Vec<OperationNumber>) -> Vec<Operation> {
    let of = |number: &OperationNumber| Operation::find(operations, *number);
    let took_back = |number: &OperationNumber| of(number).and_then(|operation| operation.undone_by);
    let took: BTreeSet<OperationNumber> =
        numbers.iter().filter_map(took_back).filter(|taker| numbers.contains(taker)).collect();
    let stands = |number: &&OperationNumber| {
        !took.contains(number) && took_back(number).is_none_or(|taker| !took.contains(&taker))
    };
    numbers.iter().filter(stands).filter_map(of).cloned().collect()
}

/// A search for the operations that changed the rows of some cells in a month.
struct Search<'a, 'c> {
    db: &'a Reader<'c>,
    period: Period,
    today: Date,
    cells: BTreeSet<CellId>,
}

impl Search<'_, '_> {
    /// Of each cell, the operations after which its row was another than before. Each operation is asked
    /// only about the cells that it touched, and the register is read again only where it touched that.
    fn run(
        &self,
        before: &Before,
        after: &Register,
    ) -> Result<BTreeMap<CellId, Vec<OperationNumber>>> {
        let heirs = self.heirs(&before.register, after);
        let concerned: BTreeSet<CellId> = heirs.keys().copied().collect();
        let candidates = self.db.operations_on_rows(&concerned, self.period, before.number)?;
        let start = self.rows_at(before.number, before.register.clone(), &self.cells)?;
        let mut rows = self.rows(&start, &self.cells);
        let mut register = start.facts.register;
        let mut by: BTreeMap<CellId, Vec<OperationNumber>> = BTreeMap::new();
        for (number, touched) in candidates {
            if touched.register {
                register = self.db.as_of(number).register()?;
            }
            let asked = touched.cells.iter().filter_map(|cell| heirs.get(cell)).flatten();
            let asked: BTreeSet<CellId> = asked.copied().collect();
            let then = self.rows_at(number, register, &asked)?;
            for (cell, row) in self.rows(&then, &asked) {
                if rows.get(&cell) != Some(&row) {
                    by.entry(cell).or_default().push(number);
                    rows.insert(cell, row);
                }
            }
            register = then.facts.register;
        }
        Ok(by)
    }

    /// For each cell whose records can matter, the cells sought whose rows they can change: itself, and those
    /// that came from it.
    fn heirs(&self, before: &Register, after: &Register) -> BTreeMap<CellId, BTreeSet<CellId>> {
        let mut heirs: BTreeMap<CellId, BTreeSet<CellId>> = BTreeMap::new();
        for cell in &self.cells {
            heirs.entry(*cell).or_default().insert(*cell);
        }
        let lines = before.successions.iter().chain(&after.successions);
        for line in lines.filter(|line| self.cells.contains(&line.to_cell)) {
            heirs.entry(line.from_cell).or_default().insert(line.to_cell);
        }
        heirs
    }

    fn rows_at(
        &self,
        number: OperationNumber,
        register: Register,
        cells: &BTreeSet<CellId>,
    ) -> Result<RowsAt> {
        let db = self.db.as_of(number);
        let raised = db.recommendation_counts(PeriodSpan::single(self.period))?;
        let places = cells.iter().map(|cell| (self.period, *cell));
        let wanted = wanted(places, &[&register]);
        RowsAt::read(&db, register, &wanted, &raised)
    }

    fn rows(&self, at: &RowsAt, cells: &BTreeSet<CellId>) -> BTreeMap<CellId, Option<PrintedRow>> {
        let row = |cell: &CellId| {
            let row = at.row((self.period, *cell), self.today);
            (*cell, row.map(|row| PrintedRow::of(&at.facts, &row)))
        };
        cells.iter().map(row).collect()
    }
}
