//! Closing a month and opening it again (`records.md`, section 7).

use serde_json::json;

use super::Result;
use super::filed_rows::cells_that_differ;
use crate::domain::{
    Cell, Closing, Date, DocumentNo, Facts, Figures, FiledMonth, FiledRow, OperationNumber, Period,
    PeriodSpan, Remark, Status, Thing, Verb, month_coverage, refusal,
};
use crate::store::{Grounds, Reader, StoreError, Writer};

/// A month to close.
#[derive(Debug, Clone)]
pub struct Close {
    pub period: Period,
    /// The number of the document with which the figures are sent out.
    pub document: Option<DocumentNo>,
    /// Close it although gaps could still be mended.
    pub with_gaps: bool,
}

/// What was closed.
#[derive(Debug, Clone)]
pub struct MonthClosed {
    pub number: OperationNumber,
    pub period: Period,
    pub figures: Figures,
    /// Its cells with a gap.
    pub gaps: Vec<(Thing, Status)>,
}

/// Keeps the rows of a month that is over as they are judged today.
pub fn close(db: &Writer<'_>, request: Close) -> Result<MonthClosed> {
    let (period, today) = (request.period, db.today());
    if today <= period.last_day() {
        return Err(refusal::Month::NotOver { period, today }.into());
    }
    if let Some(closing) = closing_of(db, period)? {
        return Err(refusal::Month::ClosedAlready { period, closed_on: closing.closed_on }.into());
    }
    let Judged { figures, gaps, rows } = judged(db, &request)?;
    let document = request.document.as_ref();
    let arguments = json!({ "period": period.to_string() });
    let number = db.begin(Verb::Close, arguments, Grounds::document(document))?;
    db.add_closing(period, today, document, None, &rows)?;
    Ok(MonthClosed { number, period, figures, gaps })
}

/// The rows of a month as they are to be filed, their figures and those with a gap.
struct Judged {
    figures: Figures,
    gaps: Vec<(Thing, Status)>,
    rows: Vec<FiledRow>,
}

/// The month as it is judged today. Only what can still be mended is in the way of closing it.
fn judged(db: &Writer<'_>, request: &Close) -> Result<Judged> {
    let (period, today) = (request.period, db.today());
    let facts = db.facts(PeriodSpan::single(period))?;
    let month = month_coverage(&facts, period, today);
    if month.rows.is_empty() {
        let records_from = facts.records_from.filter(|from| period < *from);
        return Err(refusal::Month::Empty { period, records_from }.into());
    }
    let gaps = month.rows.iter().filter(|row| row.status.is_gap());
    let gaps: Vec<_> = gaps.map(|row| (row.cell.thing(period.last_day()), row.status)).collect();
    let mendable = |(_, status): &&(Thing, Status)| status.is_mendable();
    let open: Vec<_> = gaps.iter().filter(mendable).cloned().collect();
    if !open.is_empty() && !request.with_gaps {
        let document = request.document.clone();
        return Err(refusal::Month::HasGaps { period, gaps: open, document }.into());
    }
    let rows: Vec<FiledRow> = month.rows.iter().map(|row| FiledRow::of(&facts, row)).collect();
    let figures = Figures::of(&month.rows);
    drop(month);
    refuse_recorded_ahead(&facts, period, today, &rows)?;
    Ok(Judged { figures, gaps, rows })
}

/// Refuses rows that meetings held after today, recorded already, would change: the guard counts every one,
/// so that such a month would be contradicted from the start.
fn refuse_recorded_ahead(
    facts: &Facts,
    period: Period,
    today: Date,
    rows: &[FiledRow],
) -> Result<()> {
    let cells = cells_that_differ(facts, period, rows, |filed, live| filed.agrees(live));
    let differs = |cell: &&Cell| cells.contains(&cell.code);
    let cells = facts.register.cells().iter().filter(differs);
    let cells: Vec<Thing> = cells.map(|cell| cell.thing(period.last_day())).collect();
    if cells.is_empty() {
        Ok(())
    } else {
        Err(refusal::Month::RecordedAhead { period, today, cells }.into())
    }
}

/// A month that was opened again.
#[derive(Debug, Clone)]
pub struct MonthReopened {
    pub number: OperationNumber,
    pub closing: Closing,
}

/// Lifts the guard of a closed month. What was filed stays and can still be printed.
pub fn reopen(db: &Writer<'_>, period: Period, reason: &Remark) -> Result<MonthReopened> {
    let closing = closing_of(db, period)?.ok_or(refusal::Month::NotClosed { period })?;
    let arguments = json!({ "period": period.to_string() });
    let number = db.begin(Verb::Reopen, arguments, Grounds::reason(reason))?;
    db.remove_closing(period)?;
    Ok(MonthReopened { number, closing })
}

fn closing_of(db: &Writer<'_>, period: Period) -> Result<Option<Closing>> {
    Ok(db.closings(PeriodSpan::single(period))?.pop())
}

/// The latest filing of a month, put together again with what was known when it was filed.
pub fn filed_month(db: &Reader<'_>, period: Period) -> Result<FiledMonth> {
    let closing = db.latest_filing(period)?.ok_or(refusal::Month::NeverFiled { period })?;
    let id = closing.id.0;
    let then = db.as_printed_at(closing.operation);
    let facts = then.facts(PeriodSpan::single(period))?;
    let broken = |_| StoreError::RowBroken { table: "filed_row", id, column: "cell" };
    Ok(FiledMonth::new(facts, closing).map_err(broken)?)
}
