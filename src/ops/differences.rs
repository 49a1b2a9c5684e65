//! What changed in the rows of coverage since a filing or an operation, and by which operations
//! (`records.md`, section 7; `commands.md`, Trust).

use std::collections::{BTreeMap, BTreeSet};

use super::Result;
use crate::domain::{
    CellId, Closing, Date, Difference, Differences, Facts, FiledRow, Operation, OperationNumber,
    Period, PeriodSpan, Refusal, Register, coverage_row, month_coverage,
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
type Rows = BTreeMap<(Period, CellId), FiledRow>;

/// Compares the rows of these months with what they were.
pub fn differences(
    db: &Reader<'_>,
    span: PeriodSpan,
    today: Date,
    since: Since,
) -> Result<Differences> {
    if span.from.first_day() > today {
        return Err(Refusal::PeriodNotBegun { period: span.from, today }.into());
    }
    let span = PeriodSpan { from: span.from, to: span.to.min(Period::of(today)) };
    let facts = db.facts(span, today)?;
    let after = rows(&facts, span, today);
    let (since, filed, before) = match since {
        Since::Filed(period) => {
            let closing = db.latest_filing(period)?.ok_or(Refusal::NeverFiled { period })?;
            (closing.operation, Some(closing.clone()), filed_rows(db, closing)?)
        }
        Since::Operation(number) => {
            (number, None, rows(&db.as_of(number).facts(span, today)?, span, today))
        }
    };
    let places: BTreeSet<(Period, CellId)> = before.keys().chain(after.keys()).copied().collect();
    let changed: Vec<(Period, CellId)> =
        places.into_iter().filter(|place| before.get(place) != after.get(place)).collect();
    let mut found = Vec::new();
    for month in changed.chunk_by(|a, b| a.0 == b.0) {
        let cells: BTreeSet<CellId> = month.iter().map(|(_, cell)| *cell).collect();
        let mut by = responsible(db, &facts.register, month[0].0, &cells, today, since)?;
        found.extend(month.iter().map(|(period, cell)| Difference {
            period: *period,
            cell: *cell,
            before: before.get(&(*period, *cell)).cloned(),
            after: after.get(&(*period, *cell)).cloned(),
            operations: by.remove(cell).unwrap_or_default(),
        }));
    }
    let code =
        |row: &Difference| row.after.as_ref().or(row.before.as_ref()).map(|r| r.cell.clone());
    found.sort_by(|a, b| a.period.cmp(&b.period).then_with(|| code(a).cmp(&code(b))));
    Ok(Differences { span, since, filed, today, rows: found, register: facts.register })
}

fn rows(facts: &Facts, span: PeriodSpan, today: Date) -> Rows {
    let mut rows = Rows::new();
    for period in span.months() {
        for row in &month_coverage(facts, period, today).rows {
            rows.insert((period, row.cell.id), FiledRow::of(facts, row));
        }
    }
    rows
}

fn filed_rows(db: &Reader<'_>, closing: Closing) -> Result<Rows> {
    let codes = db.cell_codes()?;
    let period = closing.period;
    let rows = closing.rows.into_iter();
    Ok(rows.filter_map(|row| Some(((period, *codes.get(&row.cell)?), row))).collect())
}

/// Of each cell, the operations after which its row was another than before.
fn responsible(
    db: &Reader<'_>,
    register: &Register,
    period: Period,
    cells: &BTreeSet<CellId>,
    today: Date,
    since: OperationNumber,
) -> Result<BTreeMap<CellId, Vec<Operation>>> {
    let lines = register.successions.iter().filter(|s| cells.contains(&s.to_cell));
    let concerned = cells.iter().copied().chain(lines.map(|s| s.from_cell)).collect();
    let candidates = db.operations_on_rows(&concerned, period, since)?;
    let row_at = |number: OperationNumber| -> Result<BTreeMap<CellId, FiledRow>> {
        let facts = db.as_of(number).facts(PeriodSpan::single(period), today)?;
        let too_early = facts.records_from.is_some_and(|from| period < from);
        let known = facts.register.cells().iter().filter(|cell| cells.contains(&cell.id));
        let rows = known.filter(|_| !too_early).filter_map(|cell| {
            let row = coverage_row(&facts, cell, period, today)?;
            Some((cell.id, FiledRow::of(&facts, &row)))
        });
        Ok(rows.collect())
    };
    let operations = db.operations()?;
    let mut by: BTreeMap<CellId, Vec<Operation>> = BTreeMap::new();
    let mut before = row_at(since)?;
    for number in candidates {
        let after = row_at(number)?;
        let operation = operations.iter().find(|operation| operation.number == number);
        for cell in cells.iter().filter(|cell| before.get(cell) != after.get(cell)) {
            by.entry(*cell).or_default().extend(operation.cloned());
        }
        before = after;
    }
    Ok(by)
}
