//! The figures of each committee, a row each, and of all of them (`records.md`, section 6).

use super::{CoverageReport, FIGURES, Figure};
use crate::domain::{Committee, Figures, Name, Told};
use crate::report::listing::Listing;
use crate::table::{Column, Role, Row, Shape, Table};
use crate::texts::{self, Heading, Labelled, Lang};

/// A line of the report: a committee under its name, or all of them together, with the figures.
type Line<'a> = (Option<(&'a Committee, &'a Name)>, Figures);

/// One row a committee; for programs `k` and `n` of each figure, schema 1, only ever appended to. Several months are
/// added: their figures count cell-months.
pub(in crate::report) fn by_committee<'a>(
    coverage: &CoverageReport<'a>,
    lang: Lang<'a>,
) -> Table<'a> {
    let mut list = Listing::new(lang)
        .people(Heading::CommitteeName, Shape::Name, move |(of, _): Line<'a>| match of {
            Some((committee, name)) => format!("{} {name}", committee.code),
            None => texts::coverage::total(lang).to_owned(),
        })
        .programs(Heading::CommitteeCode, |(of, _)| Some(of?.0.code.as_str()))
        .programs(Heading::CommitteeName, move |(of, _)| match of {
            Some((_, name)) => name.as_str(),
            None => texts::coverage::total(lang),
        })
        .programs(Heading::Due, |(_, figures)| figures.due());
    for (Figure { heading, counts: [k, n], share, .. }, goes) in FIGURES.iter().zip((2..=7).rev()) {
        // Where there is no room for every percentage, that of the figure that matters most stays.
        let goes = if *heading == Heading::Covered { 1 } else { goes };
        // A figure of nothing is unknown.
        let known = move |figures: &Figures| Some(share(figures)).filter(|share| share.n > 0);
        let of = move |(_, figures): Line<'a>| Told::Share(share(&figures));
        let over = heading.label(lang);
        list = list
            .people(*heading, Shape::Fraction, of)
            .with(|column| column.called("").over(over))
            .people(*heading, Shape::Percent, of)
            .with(|column| column.called("%").over(over).goes(goes))
            .programs(*k, move |(_, figures)| Some(known(&figures)?.k))
            .programs(*n, move |(_, figures)| Some(known(&figures)?.n))
            .with(Column::folded)
            .spreadsheets(*heading, of)
            .with(|column| column.called(format!("{over}: %")));
    }
    let lines = coverage.committees().into_iter();
    let lines = lines.map(|(committee, name, figures)| {
        let line: Line<'a> = (Some((committee, name)), figures);
        list.row(line)
    });
    let mut rows: Vec<Row> = lines.collect();
    if !rows.is_empty() {
        rows.push(list.row_of(Role::Total, (None, coverage.figures())));
    }
    Table { kind: "committees-report", columns: list.columns(), rows, ..Table::default() }
}
