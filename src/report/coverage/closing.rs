//! What a report says of closed months: its heading, late records, and the same for programs
//! (`records.md`, section 7).

use super::figures::FIGURES;
use super::{CoverageReport, CoverageScope};
use crate::domain::{Closing, Figures, FiledRow, MonthCoverage, Period, PeriodSpan, Share, Told};
use crate::table::{Column, Field, Row, Shape, Table, Value};
use crate::texts::explanation::Of;
use crate::texts::{self, Labelled, Lang};

/// What the heading says of it: open or closed, with the fingerprint.
pub(super) fn heading(report: &CoverageReport<'_>, lang: Lang) -> Option<String> {
    let [month] = &report.months[..] else {
        return several(report, lang);
    };
    if month.rows.is_empty() {
        return None;
    }
    let said = match report.facts.closing(month.period) {
        None => texts::closing::open(lang).to_owned(),
        Some(closing) => texts::closing::closing(lang, closing, late_rows(month)),
    };
    Some(texts::small(&said))
}

/// The figures as they were filed and as they are with late records, where these have changed any.
pub(in crate::report) fn late_figures(
    report: &CoverageReport<'_>,
    lang: Lang,
) -> Option<Table<'static>> {
    let [month] = &report.months[..] else { return None };
    let closing = report.facts.closing(month.period)?;
    // Who came of several is no part of what was filed.
    let live = Figures { all_came: Share::default(), ..Figures::of(&month.rows) };
    let filed = filed_figures(report, closing);
    if late_rows(month) == 0 || filed == live {
        return None;
    }
    let rows = FIGURES.iter().filter(|figure| figure.is_shown(&live)).map(|figure| {
        let [filed, live] = [&filed, &live].map(|figures| Told::Share((figure.share)(figures)));
        let shown = |share: &Told<'static>| Field::from(Value::from(share.clone()));
        let label = if figure.of == Of::Held {
            texts::month::covered_of_held(lang)
        } else {
            figure.heading.label(lang)
        };
        let fields = [&filed, &filed, &live, &live].map(shown);
        Row::body(std::iter::once(label.into()).chain(fields).collect())
    });
    let rows = rows.collect();
    let shares = |over: &'static str| {
        let shapes = [("share", Shape::Fraction), ("percent", Shape::Percent)];
        shapes.map(|(key, shape)| Column::new(key, "", shape).over(over))
    };
    let mut columns =
        vec![Column::new("figure", "", Shape::Short).over(texts::month::figure(lang))];
    columns.extend(shares(texts::month::filed(lang)));
    columns.extend(shares(texts::month::with_late(lang)));
    Some(Table { kind: "late", columns, rows, ..Table::default() })
}

fn several(report: &CoverageReport<'_>, lang: Lang) -> Option<String> {
    let counted: Vec<&MonthCoverage<'_>> =
        report.months.iter().filter(|month| !month.rows.is_empty()).collect();
    if counted.is_empty() {
        return None;
    }
    let is_closed = |month: &&&MonthCoverage<'_>| report.facts.closing(month.period).is_some();
    let closed: Vec<Period> = counted.iter().filter(is_closed).map(|month| month.period).collect();
    let late = counted.iter().filter(is_closed).filter(|month| late_rows(month) > 0);
    let late: Vec<Period> = late.map(|month| month.period).collect();
    let some_open = closed.len() < counted.len();
    Some(texts::small(&texts::closing::months(lang, &spans(&closed), &late, some_open)))
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

/// What stands at the foot of a paper: the fingerprints of closed months.
pub(super) fn foot(report: &CoverageReport<'_>, lang: Lang) -> Option<String> {
    let closed = report.months.iter().filter_map(|month| report.facts.closing(month.period));
    let prints = closed.map(|closing| (closing.period, closing.printed.fingerprint()));
    let prints: Vec<_> = prints.collect();
    (!prints.is_empty()).then(|| texts::closing::foot(lang, &prints))
}

/// The closed months for programs, joined by `;`.
pub(super) fn closed_months(report: &CoverageReport<'_>) -> String {
    let months = report.months.iter().filter(|m| report.facts.closing(m.period).is_some());
    months.map(|month| month.period.to_string()).collect::<Vec<_>>().join(";")
}

/// The fingerprints of the closings for programs, in the same order.
pub(super) fn fingerprint(report: &CoverageReport<'_>) -> String {
    let closings = report.months.iter().filter_map(|m| report.facts.closing(m.period));
    closings.map(|closing| closing.printed.fingerprint().to_string()).collect::<Vec<_>>().join(";")
}
