//! `report committees`: the five figures of each committee (`records.md`, section 6).

use super::coverage::{CoverageReport, keyed};
use crate::domain::{Committee, Figures, Name};
use crate::table::{Column, Field, FigureGroup, Medium, Role, Row, Shape, Table, Value};
use crate::texts::{self, Lang, officials as words};

/// The columns for programs, schema 1: `k` and `n` of each figure. Only ever appended to.
const DATA_KEYS: [&str; 15] = [
    "committee",
    "committee_name",
    "due",
    "assigned_k",
    "assigned_n",
    "reported_k",
    "reported_n",
    "held_k",
    "held_n",
    "covered_k",
    "covered_n",
    "covered_of_held_k",
    "covered_of_held_n",
    "visited_k",
    "visited_n",
];

/// One row a committee. Several months are added: their figures count cell-months.
pub fn committees_report(coverage: &CoverageReport<'_>, lang: Lang, medium: Medium) -> Table {
    let committees = coverage.committees();
    match medium {
        Medium::Screen => screen(coverage, &committees, lang),
        Medium::Data => data(coverage, &committees, lang),
    }
}

type Group<'a> = (&'a Committee, &'a Name, Figures);

fn screen(coverage: &CoverageReport<'_>, committees: &[Group<'_>], lang: Lang) -> Table {
    let fields = |head: String, figures: &Figures| -> Vec<Field> {
        let mut fields: Vec<Field> = vec![head.into(), figures.due().into()];
        let shares = keyed(figures).into_iter().map(|(_, share)| texts::share(lang, share));
        fields.extend(shares.map(Field::from));
        fields
    };
    let mut rows: Vec<Row> = committees
        .iter()
        .map(|(of, name, figures)| Row::body(fields(format!("{} {name}", of.code), figures)))
        .collect();
    let mut under: Vec<String> = coverage.why_empty(lang).into_iter().collect();
    let mut columns = Vec::new();
    if !rows.is_empty() {
        let total = texts::coverage::total(lang).to_owned();
        rows.push(Row::of(Role::Total, fields(total, &coverage.figures())));
        let column = |key: &'static str, shape| Column::new(key, words::label(lang, key), shape);
        columns.push(column("committee_name", Shape::Text));
        columns.push(Column::new("due", words::label(lang, "cells_due"), Shape::Number));
        let keys = keyed(&Figures::default()).into_iter().map(|(key, _)| key);
        columns.extend(keys.map(|key| column(key, Shape::Text)));
        if coverage.months.len() > 1 {
            under.push(words::unit(lang));
        }
    }
    Table {
        kind: "committees-report",
        schema: 1,
        heading: heading(coverage, committees, lang),
        columns,
        rows,
        under,
        ..Table::default()
    }
}

fn heading(coverage: &CoverageReport<'_>, committees: &[Group<'_>], lang: Lang) -> Vec<String> {
    let cells = coverage.months.last().map_or(0, |month| month.rows.len());
    let (span, today) = (coverage.span, coverage.today);
    let line = words::committees_heading(lang, span, committees.len(), cells, today);
    coverage.headed(lang, line, true)
}

fn data(coverage: &CoverageReport<'_>, committees: &[Group<'_>], lang: Lang) -> Table {
    let rows = committees.iter().map(|(committee, name, figures)| {
        let mut fields: Vec<Field> =
            vec![committee.code.as_str().into(), name.as_str().into(), figures.due().into()];
        for (_, share) in keyed(figures) {
            let known = |count: u64| Value::from((share.n > 0).then_some(count));
            fields.extend([known(share.k).into(), known(share.n).into()]);
        }
        Row::body(fields)
    });
    let columns = DATA_KEYS.map(|key| Column::new(key, words::label(lang, key), Shape::Text));
    Table {
        kind: "committees-report",
        schema: 1,
        about: coverage.about(),
        columns: columns.into(),
        rows: rows.collect(),
        figures: vec![FigureGroup { of: Vec::new(), figures: keyed(&coverage.figures()) }],
        ..Table::default()
    }
}
