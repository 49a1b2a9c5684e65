//! `report committees`: the five figures of each committee (`records.md`, section 6).

use super::coverage::{CoverageReport, FIGURES, Figure, keyed};
use super::listing::Listing;
use crate::domain::{Committee, Figures, Name, Told};
use crate::table::{FigureGroup, Role, Row, Shape, Table};
use crate::texts::{self, Heading, Lang, officials as words};

/// A line of the report: a committee under its name, or all of them together, with the figures.
type Line<'a> = (Option<(&'a Committee, &'a Name)>, Figures);

/// One row a committee; for programs `k` and `n` of each figure, schema 1, only ever appended to. Several months are
/// added: their figures count cell-months.
pub fn committees_report<'a>(coverage: &CoverageReport<'a>, lang: Lang<'a>) -> Table<'a> {
    let committees = coverage.committees();
    let mut list = Listing::new(lang)
        .people(Heading::CommitteeName, Shape::Text, move |(of, _): Line<'a>| match of {
            Some((committee, name)) => format!("{} {name}", committee.code),
            None => texts::coverage::total(lang).to_owned(),
        })
        .people(Heading::CellsDue, Shape::Number, |(_, figures)| figures.due())
        .programs(Heading::CommitteeCode, |(of, _)| Some(of?.0.code.as_str()))
        .programs(Heading::CommitteeName, |(of, _)| Some(of?.1.as_str()))
        .programs(Heading::Due, |(_, figures)| figures.due());
    for Figure { heading, counts: [k, n], share, .. } in FIGURES {
        // A figure of nothing is unknown.
        let known = move |figures: &Figures| Some(share(figures)).filter(|share| share.n > 0);
        list = list
            .people(heading, Shape::Text, move |(_, figures)| Told::Share(share(&figures)))
            .programs(k, move |(_, figures)| Some(known(&figures)?.k))
            .programs(n, move |(_, figures)| Some(known(&figures)?.n));
    }
    let lines = committees.iter().map(|(committee, name, figures)| {
        let line: Line<'a> = (Some((committee, name)), *figures);
        list.row(line)
    });
    let mut rows: Vec<Row> = lines.collect();
    let mut under: Vec<String> = coverage.why_empty(lang).into_iter().collect();
    if !rows.is_empty() {
        rows.push(list.row_of(Role::Total, (None, coverage.figures())));
        if coverage.months.len() > 1 {
            under.push(words::unit(lang));
        }
    }
    let cells = coverage.months.last().map_or(0, |month| month.rows.len());
    let (span, today) = (coverage.span, coverage.today);
    let line = words::committees_heading(lang, span, committees.len(), cells, today);
    Table {
        kind: "committees-report",
        schema: 1,
        heading: coverage.headed(lang, line, true),
        about: coverage.about(),
        columns: list.columns(),
        rows,
        figures: vec![FigureGroup { of: Vec::new(), figures: keyed(&coverage.figures()) }],
        under,
    }
}
