//! Several months of coverage: one row a cell, one column a month (`records.md`, section 6).

use std::collections::{BTreeMap, HashMap};

use super::month::tone;
use super::{CoverageReport, by_committee};
use crate::domain::{
    CellId, Code, CommitteeId, CoverageRow, Figures, Key, Keyword, Period, Share, Status,
};
use crate::report::column;
use crate::table::{Chart, Column, Drawn, Field, Point, Role, Row, Shape, Table};
use crate::texts::{self, Heading, Labelled, Lang};

/// The rows of a committee: for each cell its row of each month in which it was due there.
type Cells<'r, 'a> = BTreeMap<(Code, CellId), HashMap<Period, &'r CoverageRow<'a>>>;

/// A cell that moved has a row under each committee, blank where it was not due there. Under the grid stand the figures
/// of the committees.
pub(super) fn lay_out<'a>(report: &CoverageReport<'a>, lang: Lang<'a>) -> Table<'a> {
    let table = report.heading(lang);
    let mut under: Vec<String> = report.why_empty(lang).into_iter().collect();
    let is_empty = !under.is_empty();
    if !is_empty {
        under.extend(legend(report, lang));
        under.extend(report.notes_of_span(lang));
    }
    under.extend(report.not_counted(lang));
    if is_empty {
        return Table { kind: "coverage", schema: 1, under, ..table };
    }
    let months: Vec<Period> = report.span.months().collect();
    Table {
        kind: "coverage",
        schema: 1,
        charts: charts(report, lang),
        columns: columns(lang, &months),
        rows: rows(report, lang, &months),
        under,
        below: vec![by_committee(report, None, lang)],
        ..table
    }
}

/// How many cells got their assigned visitor, by month and by committee.
fn charts(report: &CoverageReport<'_>, lang: Lang) -> Vec<Chart> {
    let figure = Heading::Covered.label(lang);
    // Of a month that is not over most has still to come.
    let over = report.months.iter().filter(|month| month.period.last_day() < report.today);
    let months = over.map(|month| Point {
        label: texts::period(lang, month.period),
        short: texts::month::with_year(lang, month.period),
        share: Figures::of(&month.rows).covered,
    });
    let committees = report.committees().into_iter().map(|(committee, name, figures)| Point {
        label: format!("{} {name}", committee.code),
        short: committee.code.to_string(),
        share: figures.covered,
    });
    let by_month = Chart::of(Drawn::Line, texts::month::by_month(lang, figure), months);
    let by_committee = texts::month::by_committee(lang, figure);
    let by_committee = Chart::of(Drawn::Bars, by_committee, committees);
    by_month.into_iter().chain(by_committee).collect()
}

/// What the signs mean that stand in the grid, what is added, and how many are open.
fn legend(report: &CoverageReport<'_>, lang: Lang) -> Vec<String> {
    let is_there = |status: &Status| report.rows().any(|row| row.status == *status);
    let there: Vec<Status> = Status::ALL.iter().copied().filter(is_there).collect();
    let mut gaps = Share::default();
    report.rows().for_each(|row| gaps.count(row.status.is_gap()));
    vec![texts::month::legend(lang, &there), texts::coverage::gap_count(lang, gaps)]
}

fn rows(report: &CoverageReport<'_>, lang: Lang, months: &[Period]) -> Vec<Row<'static>> {
    let mut cells_of: HashMap<CommitteeId, Cells<'_, '_>> = HashMap::new();
    for row in report.rows() {
        let cells = cells_of.entry(row.committee.id).or_default();
        cells.entry((row.cell.code.clone(), row.cell.id)).or_default().insert(row.period, row);
    }
    let mut rows = Vec::new();
    let committees = report.committees();
    for (committee, name, figures) in &committees {
        let cells = &cells_of[&committee.id];
        let of_month = |month: &Period| {
            let rows = cells.values().filter_map(|by_month| by_month.get(month));
            Figures::of(rows.copied()).covered
        };
        let head = format!("{} {name}", committee.code);
        rows.push(sums(Role::Group, &head, months.iter().map(of_month), figures.covered));
        rows.extend(cells.values().map(|by_month| cell_row(lang, months, by_month)));
    }
    if committees.len() > 1 {
        let of_month = report.months.iter().map(|month| Figures::of(&month.rows).covered);
        let total = texts::coverage::total(lang);
        rows.push(sums(Role::Total, total, of_month, report.figures().covered));
    }
    rows
}

/// The year stands once over its months.
fn columns(lang: Lang, months: &[Period]) -> Vec<Column> {
    let month = |month: &Period| {
        let head = texts::month::short(lang, *month);
        Column::new("month", head, Shape::Series).over(month.year().to_string())
    };
    let mut columns = vec![column(lang, Key::Cell, Shape::Name)];
    columns.extend(months.iter().map(month));
    columns.push(column(lang, Heading::Sum, Shape::Fraction));
    columns
}

fn cell_row(
    lang: Lang,
    months: &[Period],
    by_month: &HashMap<Period, &CoverageRow<'_>>,
) -> Row<'static> {
    let last = months.iter().rev().find_map(|month| by_month.get(month));
    let name = last.map(|row| format!("  {} {}", row.cell.code, row.cell_name()));
    let mut fields: Vec<Field> = vec![name.unwrap_or_default().into()];
    fields.extend(months.iter().map(|month| match by_month.get(month) {
        Some(row) => {
            Field { value: texts::month::sign(lang, row.status).into(), tone: tone(row.status) }
        }
        None => "".into(),
    }));
    let covered = Figures::of(by_month.values().copied()).covered;
    fields.push(fraction(covered).into());
    Row::body(fields)
}

/// Under each month how many cells had their assigned visitor; of how many there are, the last column says.
fn sums(role: Role, head: &str, months: impl Iterator<Item = Share>, all: Share) -> Row<'static> {
    let mut fields: Vec<Field> = vec![head.to_owned().into()];
    let number = |share: Share| if share.n == 0 { String::new() } else { share.k.to_string() };
    fields.extend(months.map(|share| Field::from(number(share))));
    fields.push(fraction(all).into());
    Row::of(role, fields)
}

fn fraction(share: Share) -> String {
    match share.n {
        0 => String::new(),
        _ => share.to_string(),
    }
}
