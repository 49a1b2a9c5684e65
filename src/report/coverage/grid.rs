//! Several months of coverage: one row a cell, one column a month (`records.md`, section 6).

use std::collections::{BTreeMap, HashMap};

use super::CoverageReport;
use super::month::{not_counted_line, tone};
use crate::domain::{CellId, Code, CommitteeId, CoverageRow, Figures, Key, Period, Share};
use crate::report::column;
use crate::table::{Column, Field, Role, Row, Shape, Table};
use crate::texts::{self, Heading, Lang};

/// The rows of a committee: for each cell its row of each month in which it was due there.
type Cells<'r, 'a> = BTreeMap<(Code, CellId), HashMap<Period, &'r CoverageRow<'a>>>;

/// A cell that moved has a row under each committee, blank where it was not due there.
pub(super) fn lay_out(report: &CoverageReport<'_>, lang: Lang) -> Table<'static> {
    let months: Vec<Period> = report.span.months().collect();
    let mut cells_of: HashMap<CommitteeId, Cells<'_, '_>> = HashMap::new();
    for row in report.rows() {
        let cells = cells_of.entry(row.committee.id).or_default();
        cells.entry((row.cell.code.clone(), row.cell.id)).or_default().insert(row.period, row);
    }
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    let committees = report.committees();
    for (committee, name, figures) in &committees {
        let head = format!("{} {name}", committee.code);
        let of_month = |month: &Period| {
            let rows = cells_of[&committee.id].values().filter_map(|by_month| by_month.get(month));
            Figures::of(rows.copied()).covered
        };
        rows.push(sums(Role::Group, &head, months.iter().map(of_month), figures.covered));
        lines.push(format!("{head} · {}", texts::coverage::figures(lang, figures)));
        rows.extend(
            cells_of[&committee.id].values().map(|by_month| cell_row(lang, &months, by_month)),
        );
    }
    let figures = report.figures();
    let total = texts::coverage::total(lang);
    if !rows.is_empty() {
        let of_month = report.months.iter().map(|month| Figures::of(&month.rows).covered);
        rows.push(sums(Role::Total, total, of_month, figures.covered));
    }
    let mut under = Vec::new();
    match report.why_empty(lang) {
        Some(why) => under.push(why),
        None => {
            under.push(texts::coverage::legend(lang));
            under.extend(lines);
            let unit = texts::coverage::cell_months(lang);
            under.push(format!("{total} ({unit}) · {}", texts::coverage::figures(lang, &figures)));
            let mut gaps = Share::default();
            report.rows().for_each(|row| gaps.count(row.status.is_gap()));
            under.push(texts::coverage::gap_count(lang, gaps));
        }
    }
    for month in &report.months {
        let head = texts::period(lang, month.period);
        let left = month.not_counted.iter().map(|left| not_counted_line(lang, left));
        under.extend(left.map(|line| format!("{head}: {line}")));
    }
    let columns = if rows.is_empty() { Vec::new() } else { columns(lang, &months) };
    Table {
        kind: "coverage",
        schema: 1,
        heading: report.heading(lang),
        columns,
        rows,
        under,
        ..Table::default()
    }
}

fn columns(lang: Lang, months: &[Period]) -> Vec<Column> {
    let mut columns = vec![column(lang, Key::Cell, Shape::Text)];
    for month in months {
        columns.push(Column::new(
            "month",
            texts::coverage::month_head(lang, *month),
            Shape::Series,
        ));
    }
    columns.push(column(lang, Heading::Sum, Shape::Short));
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
    for month in months {
        fields.push(match by_month.get(month) {
            Some(row) => {
                let sign = texts::coverage::sign(lang, row.status);
                Field { value: sign.into(), tone: tone(row.status) }
            }
            None => "".into(),
        });
    }
    let covered = Figures::of(by_month.values().copied()).covered;
    fields.push(fraction(covered).into());
    Row::body(fields)
}

fn sums(role: Role, head: &str, months: impl Iterator<Item = Share>, all: Share) -> Row<'static> {
    let mut fields: Vec<Field> = vec![head.to_owned().into()];
    fields.extend(months.map(|share| Field::from(fraction(share))));
    fields.push(fraction(all).into());
    Row::of(role, fields)
}

fn fraction(share: Share) -> String {
    match share.n {
        0 => String::new(),
        _ => format!("{}/{}", share.k, share.n),
    }
}
