//! The figures of coverage, each in one place: its headings, what it is, and who is counted in it.

use crate::domain::{Counted, Figures, Keyword, Share, Told};
use crate::table::{Column, Row, Shape, Table, Value};
use crate::texts::explanation::Of;
use crate::texts::{self, Heading, Labelled, Lang};

/// One of the figures.
pub(in crate::report) struct Figure {
    pub heading: Heading,
    /// For programs: how many, and of how many.
    pub counts: [Heading; 2],
    pub share: fn(&Figures) -> Share,
    /// Of which cells it is.
    pub of: Of,
    /// Which of these it counts.
    pub picks: fn(&Counted) -> bool,
}

/// All of them, in the order of `records.md`, section 6.
pub(in crate::report) const FIGURES: [Figure; 7] = [
    Figure {
        heading: Heading::Assigned,
        counts: [Heading::AssignedK, Heading::AssignedN],
        share: |figures| figures.assigned,
        of: Of::Due,
        picks: |counted| counted.assigned,
    },
    Figure {
        heading: Heading::Reported,
        counts: [Heading::ReportedK, Heading::ReportedN],
        share: |figures| figures.reported,
        of: Of::Due,
        picks: |counted| counted.reported,
    },
    Figure {
        heading: Heading::Held,
        counts: [Heading::HeldK, Heading::HeldN],
        share: |figures| figures.held,
        of: Of::Due,
        picks: |counted| counted.held,
    },
    Figure {
        heading: Heading::Covered,
        counts: [Heading::CoveredK, Heading::CoveredN],
        share: |figures| figures.covered,
        of: Of::Required,
        picks: |counted| counted.covered,
    },
    Figure {
        heading: Heading::CoveredOfHeld,
        counts: [Heading::CoveredOfHeldK, Heading::CoveredOfHeldN],
        share: |figures| figures.covered_of_held,
        of: Of::Held,
        picks: |counted| counted.covered,
    },
    Figure {
        heading: Heading::Visited,
        counts: [Heading::VisitedK, Heading::VisitedN],
        share: |figures| figures.visited,
        of: Of::Due,
        picks: |counted| counted.visited,
    },
    Figure {
        heading: Heading::AllCame,
        counts: [Heading::AllCameK, Heading::AllCameN],
        share: |figures| figures.all_came,
        of: Of::Several,
        picks: |counted| counted.all_came == Some(true),
    },
];

impl Figure {
    /// Whether a cell is one of those that it is of.
    pub fn is_of(&self, counted: &Counted) -> bool {
        match self.of {
            Of::Due => true,
            Of::Required => !counted.not_required,
            Of::Held => counted.held,
            Of::Several => counted.all_came.is_some(),
        }
    }

    /// Whether it is printed for people: some only where there is anything that they are of.
    pub fn is_shown(&self, figures: &Figures) -> bool {
        self.of != Of::Several || (self.share)(figures).n > 0
    }
}

/// Their shares under their keys.
pub(in crate::report) fn keyed(figures: &Figures) -> Vec<(&'static str, Share)> {
    FIGURES.iter().map(|figure| (figure.heading.key(), (figure.share)(figures))).collect()
}

/// What stands beside the figure of those covered: how many that is of those that have met, and how many nobody owed a
/// visit.
fn beside(figures: &Figures, lang: Lang) -> String {
    let of_held = (figures.held.k < figures.held.n)
        .then(|| texts::month::of_held(lang, figures.covered_of_held));
    let not_required =
        (figures.not_required > 0).then(|| texts::month::not_required(lang, figures.not_required));
    of_held.into_iter().chain(not_required).collect::<Vec<_>>().join("; ")
}

/// The figures with their percentages and bars, each once; that of the cells that have met stands beside that of all.
pub(in crate::report) fn block(figures: &Figures, lang: Lang) -> Table<'static> {
    let of_all = FIGURES.iter().filter(|figure| figure.of != Of::Held && figure.is_shown(figures));
    let rows = of_all.map(|figure| {
        let share = (figure.share)(figures);
        let beside = (figure.heading == Heading::Covered).then(|| beside(figures, lang));
        let shown = || Value::from(Told::Share(share)).into();
        let label = figure.heading.label(lang).into();
        Row::body(vec![
            label,
            shown(),
            shown(),
            shown(),
            Value::from(beside.filter(|text| !text.is_empty())).into(),
        ])
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
