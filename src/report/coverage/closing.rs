//! What a report says of closed months: its heading, late records, and the same for programs
//! (`records.md`, section 7).

use super::{CoverageReport, CoverageScope};
use crate::domain::{Closing, Figures, FiledRow, MonthCoverage, Period, PeriodSpan};
use crate::texts::{self, Lang};

/// The lines of the heading: open or closed, the fingerprint, and the figures of coverage that late records
/// have changed, where these are asked for.
pub(super) fn heading(report: &CoverageReport<'_>, lang: Lang, figures: bool) -> Vec<String> {
    let [month] = &report.months[..] else {
        return several(report, lang);
    };
    if month.rows.is_empty() {
        return Vec::new();
    }
    let Some(closing) = report.facts.closing(month.period) else {
        return vec![texts::closing::open(lang).to_owned()];
    };
    let late = late_rows(month);
    let mut lines = vec![texts::closing::closing(lang, closing, late)];
    if late > 0 && figures {
        let filed = filed_figures(report, closing);
        lines.extend(texts::closing::late_figures(lang, &filed, &Figures::of(&month.rows)));
    }
    lines
}

fn several(report: &CoverageReport<'_>, lang: Lang) -> Vec<String> {
    let counted: Vec<&MonthCoverage<'_>> =
        report.months.iter().filter(|month| !month.rows.is_empty()).collect();
    if counted.is_empty() {
        return Vec::new();
    }
    let is_closed = |month: &&&MonthCoverage<'_>| report.facts.closing(month.period).is_some();
    let closed: Vec<Period> = counted.iter().filter(is_closed).map(|month| month.period).collect();
    let late = counted.iter().filter(is_closed).filter(|month| late_rows(month) > 0);
    let late: Vec<Period> = late.map(|month| month.period).collect();
    let some_open = closed.len() < counted.len();
    vec![texts::closing::months(lang, &spans(&closed), &late, some_open)]
}

/// Months in order as spans of months that follow each other.
fn spans(months: &[Period]) -> Vec<PeriodSpan> {
    let mut spans: Vec<PeriodSpan> = Vec::new();
    for month in months {
        match spans.last_mut() {
            Some(last) if last.to.next() == *month => last.to = *month,
            _ => spans.push(PeriodSpan::single(*month)),
        }
    }
    spans
}

fn late_rows(month: &MonthCoverage<'_>) -> usize {
    month.rows.iter().filter(|row| row.late).count()
}

fn filed_figures(report: &CoverageReport<'_>, closing: &Closing) -> Figures {
    let register = &report.facts.register;
    let CoverageScope { committee, cell, official } = report.scope;
    let committee = committee.map(|id| &register.committee(id).code);
    let cell = cell.map(|id| &register.cell(id).code);
    let official = official.map(|id| &register.official(id).code);
    closing.figures(|row: &FiledRow| {
        committee.is_none_or(|only| *only == row.committee)
            && cell.is_none_or(|only| *only == row.cell)
            && official.is_none_or(|only| row.assigned.contains(only))
    })
}

/// The cells whose reports came after the closing.
pub(super) fn late_line(month: &MonthCoverage<'_>, lang: Lang) -> Option<String> {
    let late = month.rows.iter().filter(|row| row.late);
    let cells: Vec<String> =
        late.map(|row| format!("{} {}", row.cell.code, row.cell_name())).collect();
    (!cells.is_empty()).then(|| texts::closing::late_cells(lang, &cells))
}

/// The closed months for programs, joined by `;`.
pub(super) fn closed_months(report: &CoverageReport<'_>) -> String {
    let months = report.months.iter().filter(|m| report.facts.closing(m.period).is_some());
    months.map(|month| month.period.to_string()).collect::<Vec<_>>().join(";")
}

/// The fingerprints of the closings for programs, in the same order.
pub(super) fn fingerprint(report: &CoverageReport<'_>) -> String {
    let closings = report.months.iter().filter_map(|m| report.facts.closing(m.period));
    closings.map(|closing| closing.fingerprint.to_string()).collect::<Vec<_>>().join(";")
}
