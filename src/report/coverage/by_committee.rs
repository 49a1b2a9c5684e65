//! The figures of each committee, a row each, and of all of them (`records.md`, section 6).

use super::{CoverageReport, FIGURES, Figure};
use crate::domain::{Committee, Figures, Name, Told};
use crate::report::listing::Listing;
use crate::report::visits::Visits;
use crate::table::{Column, Role, Row, Shape, Table};
use crate::texts::{self, Heading, Labelled, Lang};

/// A line of the report: a committee under its name, or all of them together, with the figures and, where they were
/// counted, the visits.
type Line<'a> = (Option<(&'a Committee, &'a Name)>, Figures, Option<u64>);

/// Whether every row has a figure.
fn figure_of_all(heading: Heading) -> bool {
    heading != Heading::AllCame
}

/// One row a committee; for programs `k` and `n` of each figure, schema 1, only ever appended to. Several months are
/// added: their figures count cell-months.
pub(in crate::report) fn by_committee<'a>(
    coverage: &CoverageReport<'a>,
    visits: Option<&Visits>,
    lang: Lang<'a>,
) -> Table<'a> {
    let mut list = Listing::new(lang)
        .people(Heading::CommitteeName, Shape::Name, move |(of, ..): Line<'a>| match of {
            Some((committee, name)) => format!("{} {name}", committee.code),
            None => texts::coverage::total(lang).to_owned(),
        })
        .programs(Heading::CommitteeCode, |(of, ..)| Some(of?.0.code.as_str()))
        .programs(Heading::CommitteeName, move |(of, ..)| match of {
            Some((_, name)) => name.as_str(),
            None => texts::coverage::total(lang),
        })
        .programs(Heading::Due, |(_, figures, _)| figures.due());
    for (Figure { heading, counts: [k, n], share, .. }, goes) in FIGURES.iter().zip((2..=8).rev()) {
        // Where there is no room for every percentage, that of the figure that matters most stays.
        let goes = if *heading == Heading::Covered { 1 } else { goes };
        let of_all = figure_of_all(*heading);
        // A figure of nothing is unknown.
        let known = move |figures: &Figures| Some(share(figures)).filter(|share| share.n > 0);
        let of = move |(_, figures, _): Line<'a>| {
            // One of nothing is a dash, but for one that only some rows have.
            let share = share(&figures);
            Some(Told::Share(share)).filter(|_| share.n > 0 || of_all)
        };
        let over = heading.label(lang);
        list = list
            .people(*heading, Shape::Fraction, of)
            .with(|column| column.called("").over(over))
            .people(*heading, Shape::Percent, of)
            .with(|column| column.called("%").over(over).goes(goes))
            .programs(*k, move |(_, figures, _)| Some(known(&figures)?.k))
            .programs(*n, move |(_, figures, _)| Some(known(&figures)?.n))
            .with(Column::folded)
            .spreadsheets(*heading, of)
            .with(|column| column.called(format!("{over}: %")));
    }
    list = list
        .column(Heading::NotRequired, Shape::Count, |(_, figures, _)| figures.not_required)
        .with(|column| column.goes(9));
    if visits.is_some() {
        list = list.column(Heading::Visits, Shape::Count, |(.., visits)| visits);
    }
    let of = |committee: &Committee| {
        visits.map(|visits| visits.by_committee.get(&committee.id).copied().unwrap_or(0))
    };
    let lines = coverage.committees().into_iter();
    let lines = lines.map(|(committee, name, figures)| {
        let line: Line<'a> = (Some((committee, name)), figures, of(committee));
        list.row(line)
    });
    let mut rows: Vec<Row> = lines.collect();
    if !rows.is_empty() {
        rows.push(
            list.row_of(Role::Total, (None, coverage.figures(), visits.map(|visits| visits.all))),
        );
    }
    Table { kind: "committees-report", columns: list.columns(), rows, ..Table::default() }
}
