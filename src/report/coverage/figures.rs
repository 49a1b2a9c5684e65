//! The figures of coverage, each in one place: its headings, what it is, and who is counted in it.

use crate::domain::{Counted, Figures, Keyword, Share, Told};
use crate::table::{Column, Row, Shape, Table, Value};
use crate::texts::{self, Heading, Labelled, Lang};

/// One of the figures.
pub(in crate::report) struct Figure {
    pub heading: Heading,
    /// For programs: how many, and of how many.
    pub counts: [Heading; 2],
    pub share: fn(&Figures) -> Share,
    /// Whether it is of the cells that have met, not of all that are due.
    pub of_held: bool,
    /// Which of these it counts.
    pub picks: fn(&Counted) -> bool,
}

/// All of them, in the order of `records.md`, section 6.
pub(in crate::report) const FIGURES: [Figure; 6] = [
    Figure {
        heading: Heading::Assigned,
        counts: [Heading::AssignedK, Heading::AssignedN],
        share: |figures| figures.assigned,
        of_held: false,
        picks: |counted| counted.assigned,
    },
    Figure {
        heading: Heading::Reported,
        counts: [Heading::ReportedK, Heading::ReportedN],
        share: |figures| figures.reported,
        of_held: false,
        picks: |counted| counted.reported,
    },
    Figure {
        heading: Heading::Held,
        counts: [Heading::HeldK, Heading::HeldN],
        share: |figures| figures.held,
        of_held: false,
        picks: |counted| counted.held,
    },
    Figure {
        heading: Heading::Covered,
        counts: [Heading::CoveredK, Heading::CoveredN],
        share: |figures| figures.covered,
        of_held: false,
        picks: |counted| counted.covered,
    },
    Figure {
        heading: Heading::CoveredOfHeld,
        counts: [Heading::CoveredOfHeldK, Heading::CoveredOfHeldN],
        share: |figures| figures.covered_of_held,
        of_held: true,
        picks: |counted| counted.covered,
    },
    Figure {
        heading: Heading::Visited,
        counts: [Heading::VisitedK, Heading::VisitedN],
        share: |figures| figures.visited,
        of_held: false,
        picks: |counted| counted.visited,
    },
];

/// Their shares under their keys.
pub(in crate::report) fn keyed(figures: &Figures) -> Vec<(&'static str, Share)> {
    FIGURES.iter().map(|figure| (figure.heading.key(), (figure.share)(figures))).collect()
}

/// The figures with their percentages and bars, each once; that of the cells that have met stands beside that of all.
pub(super) fn block(figures: &Figures, lang: Lang) -> Table<'static> {
    let of_all = FIGURES.iter().filter(|figure| !figure.of_held);
    let rows = of_all.map(|figure| {
        let share = (figure.share)(figures);
        let beside = (figure.heading == Heading::Covered && figures.held.k < figures.held.n)
            .then(|| texts::month::of_held(lang, figures.covered_of_held));
        let shown = || Value::from(Told::Share(share)).into();
        let label = figure.heading.label(lang).into();
        Row::body(vec![label, shown(), shown(), shown(), Value::from(beside).into()])
    });
    let rows = rows.collect();
    let columns = vec![
        Column::new("figure", "", Shape::Short),
        Column::new("share", "", Shape::Fraction),
        Column::new("percent", "", Shape::Percent),
        Column::new("bar", "", Shape::Bar).goes(1),
        Column::new("beside", "", Shape::Short),
    ];
    Table { columns, rows, ..Table::default() }
}
