//! `report committees`: the five figures of each committee (`records.md`, section 6).

use super::coverage::{CoverageReport, by_committee, keyed, late_figures};
use super::visits::Visits;
use crate::table::{FigureGroup, Table};
use crate::texts::{self, Lang, officials as words};

/// The rows of [`by_committee`] under a heading.
pub fn committees_report<'a>(coverage: &CoverageReport<'a>, lang: Lang<'a>) -> Table<'a> {
    let Table { columns, rows, .. } = by_committee(coverage, Some(&Visits::of(coverage)), lang);
    let mut under: Vec<String> = coverage.why_empty(lang).into_iter().collect();
    if !rows.is_empty() && coverage.months.len() > 1 {
        under.push(words::unit(lang));
        under.extend(coverage.notes_of_span(lang));
    }
    let cells = coverage.months.last().map_or(0, |month| month.rows.len());
    let committees = rows.len().saturating_sub(1);
    let title = words::committees_title(lang, coverage.span);
    let several = coverage.months.len() > 1;
    let counted = texts::month::counted(lang, several, committees, cells, coverage.today);
    Table {
        kind: "committees-report",
        schema: 1,
        about: coverage.about(),
        above: late_figures(coverage, lang).into_iter().collect(),
        columns,
        rows,
        figures: vec![FigureGroup { of: Vec::new(), figures: keyed(&coverage.figures()) }],
        under,
        ..coverage.headed(lang, title, counted)
    }
}
