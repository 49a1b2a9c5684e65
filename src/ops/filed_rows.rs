//! Rows that were filed laid beside those that are judged now (`records.md`, section 7).

use std::collections::{BTreeSet, HashMap};

use crate::domain::{
    Code, Date, DocumentNo, Facts, FiledRow, Fingerprint, Period, PeriodSpan, month_coverage,
    refusal,
};
use crate::store::Writer;

/// A month to be closed with rows that were filed in another record file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    pub period: Period,
    /// The day on which the rows were judged.
    pub closed_on: Date,
    pub document: Option<DocumentNo>,
    /// The one first printed.
    pub fingerprint: Option<Fingerprint>,
    /// By committee and cell.
    pub rows: Vec<FiledRow>,
}

/// Refuses closed months from files that the records contradict: no command could have made them.
pub(super) fn refuse_contradicted(db: &Writer<'_>, filings: &[Filing]) -> super::Result<()> {
    let months = filings.iter().map(|filing| filing.period);
    let Some((from, to)) = months.clone().min().zip(months.max()) else { return Ok(()) };
    let facts = db.facts(PeriodSpan { from, to })?;
    let contradicted: Vec<(Period, Vec<Code>)> = filings
        .iter()
        .map(|filing| {
            (filing.period, cells_that_differ(&facts, filing.period, &filing.rows, holds))
        })
        .filter(|(_, cells)| !cells.is_empty())
        .collect();
    if contradicted.is_empty() {
        Ok(())
    } else {
        Err(refusal::Month::FiledContradicted { months: contradicted }.into())
    }
}

/// Whether a live row says what was filed. A meeting that was added where none was filed is a late record and
/// no flaw.
pub(super) fn holds(filed: &FiledRow, live: &FiledRow) -> bool {
    filed.agrees(live) || (filed.takes_late(live) && filed.committee == live.committee)
}

/// The cells of which the live rows do not say what was filed, in natural order of code.
pub(super) fn cells_that_differ(
    facts: &Facts,
    period: Period,
    filed: &[FiledRow],
    holds: impl Fn(&FiledRow, &FiledRow) -> bool,
) -> Vec<Code> {
    let mut filed: HashMap<&Code, &FiledRow> = filed.iter().map(|row| (&row.cell, row)).collect();
    let mut differ = BTreeSet::new();
    for row in &month_coverage(facts, period, end_of_time()).rows {
        let live = FiledRow::of(facts, row);
        if !filed.remove(&live.cell).is_some_and(|filed| holds(filed, &live)) {
            differ.insert(live.cell);
        }
    }
    differ.extend(filed.into_keys().cloned());
    differ.into_iter().collect()
}

/// Every recorded meeting counts here, whatever day stands for today.
pub(super) fn end_of_time() -> Date {
    Date::new(*Date::YEARS.end(), 12, 31).unwrap_or_else(Date::first)
}
