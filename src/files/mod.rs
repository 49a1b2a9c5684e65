//! The contract of the files in which records come and go (`records.md`, section 9): what kinds there are, their names,
//! their columns, and how a record stands in them. `import` reads by it, `export` writes by it.
//!
//! Each kind is one file here: its columns, and the rows that an export has of it. [`FileKind`] is the list of them.

mod column;
mod content;
mod export;
mod heading;
mod template;

pub mod assignments;
pub mod bulletins;
pub mod categories;
pub mod cells;
pub mod closings;
pub mod committees;
pub mod duties;
pub mod filed;
pub mod gap_notes;
pub mod inspections;
pub mod meetings;
pub mod month_sheet;
pub mod officials;
pub mod plans;
pub mod recommendation_links;
pub mod recommendation_steps;
pub mod recommendations;
pub mod settings;
pub mod successions;

pub use column::{Column, Holds, Need};
pub use content::CsvFile;
pub use export::{export_files, export_headings};
pub use heading::Heading;
pub use month_sheet::MonthSheet;
pub use template::template_files;

use content::{Content, Exported};

use crate::domain::Keyword;
use crate::texts::{self, Labelled, Lang, column_label};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal: $room:ident),+ $(,)?) => {
        /// A kind of file. The order is that in which a folder is read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FileKind { $($(#[$doc])* $kind),+ }

        impl FileKind {
            /// Every kind.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$kind),+];

            /// The name of such a file in a folder; for filed rows that of the folder in which they lie.
            pub const fn file_name(self) -> &'static str {
                match self { $(Self::$kind => $name),+ }
            }

            /// Its columns, in order.
            pub const fn columns(self) -> &'static [Column] {
                match self { $(Self::$kind => $room::COLUMNS),+ }
            }

            /// What an export has of it.
            fn contents<'a>(self, exported: &mut Exported<'a>) -> Vec<Content<'a>> {
                match self { $(Self::$kind => $room::contents(exported)),+ }
            }
        }
    };
}

kinds! {
    Committees = "committees.csv": committees,
    Cells = "cells.csv": cells,
    Successions = "successions.csv": successions,
    Categories = "categories.csv": categories,
    Officials = "officials.csv": officials,
    Assignments = "assignments.csv": assignments,
    Duties = "duties.csv": duties,
    Meetings = "meetings.csv": meetings,
    Recommendations = "recommendations.csv": recommendations,
    RecommendationSteps = "recommendation_steps.csv": recommendation_steps,
    RecommendationLinks = "recommendation_links.csv": recommendation_links,
    /// Dates that cells announced.
    Plans = "plans.csv": plans,
    Inspections = "inspections.csv": inspections,
    Bulletins = "bulletins.csv": bulletins,
    GapNotes = "gap_notes.csv": gap_notes,
    Settings = "settings.csv": settings,
    /// The months closed.
    Closings = "closings.csv": closings,
    /// The rows of one closed month, `filed/2018-07.csv`.
    Filed = "filed": filed,
}

impl FileKind {
    /// The folder beside the other files in which filed rows lie, one file for each closed month.
    pub const FOLDER: &str = Self::Filed.file_name();

    /// The most columns that a file has.
    pub const MOST_COLUMNS: usize = {
        let (mut at, mut most) = (0, 0);
        while at < Self::ALL.len() {
            let columns = Self::ALL[at].columns().len();
            most = if columns > most { columns } else { most };
            at += 1;
        }
        most
    };

    /// The kind of a file with this name, without regard to case.
    pub fn of_name(name: &str) -> Option<Self> {
        let named = |kind: &Self| kind.file_name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().filter(|kind| *kind != Self::Filed).find(named)
    }

    /// Whether people write such files. What closes a month comes out of `export` only.
    fn is_filled_in(self) -> bool {
        !matches!(self, Self::Closings | Self::Filed)
    }

    /// Its columns, without those that only few records need.
    pub fn usual(self) -> impl Iterator<Item = Column> {
        self.columns().iter().copied().filter(|column| column.need != Need::FewRecords)
    }

    /// The columns without which its rows cannot be read.
    pub fn of_rows(self) -> impl Iterator<Item = Column> {
        self.columns().iter().copied().filter(|column| column.need == Need::Rows)
    }

    /// The columns that a new record cannot do without; by them a file of another name is recognised.
    pub fn of_new_records(self) -> impl Iterator<Item = Column> {
        let is_needed = |column: &Column| matches!(column.need, Need::Rows | Need::NewRecords);
        self.columns().iter().copied().filter(is_needed)
    }

    /// The column of the codes of its own records, if they have codes.
    pub fn own_code(self) -> Option<Column> {
        let is_own = |column: &Column| matches!(column.holds, Holds::OwnCode(_));
        self.columns().iter().copied().find(is_own)
    }

    /// Whether a column with this heading is only for people: what stands in it is not read.
    pub fn is_beside(self, heading: &Heading) -> bool {
        let beside: &[texts::Heading] = match self {
            Self::Meetings => meetings::BESIDE,
            Self::Committees
            | Self::Cells
            | Self::Successions
            | Self::Categories
            | Self::Officials
            | Self::Assignments
            | Self::Duties
            | Self::Recommendations
            | Self::RecommendationSteps
            | Self::RecommendationLinks
            | Self::Plans
            | Self::Inspections
            | Self::Bulletins
            | Self::GapNotes
            | Self::Settings
            | Self::Closings
            | Self::Filed => &[],
        };
        beside.iter().any(|beside| {
            let is_label = |lang: &Lang| heading.is(beside.label(*lang));
            heading.as_str() == beside.key() || Lang::ALL.iter().any(is_label)
        })
    }

    /// Its column with this heading: the key, a label in either language, or what offices call it.
    pub fn column(self, heading: &Heading) -> Option<Column> {
        let own = |column: &&Column| {
            let labels = Lang::ALL.map(|lang| column_label(column.key, lang));
            column.key == heading.as_str() || labels.into_iter().any(|label| heading.is(label))
        };
        let also = |column: &&Column| column.also.iter().any(|called| heading.is(called));
        let columns = self.columns();
        columns.iter().find(own).or_else(|| columns.iter().find(also)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_recognised_by_its_key_by_its_labels_and_by_what_offices_call_it() {
        for kind in FileKind::ALL {
            for (at, column) in kind.columns().iter().enumerate() {
                assert_eq!(column.at(), at);
                for lang in Lang::ALL {
                    let label = column_label(column.key, lang);
                    assert!(!label.is_empty(), "{}", column.key);
                    assert_eq!(kind.column(&Heading::new(label)), Some(*column), "{label}");
                }
                assert_eq!(kind.column(&Heading::new(column.key)), Some(*column));
                for called in column.also {
                    let found = kind.column(&Heading::new(called));
                    assert_eq!(found, Some(*column), "{}: {called}", kind.file_name());
                }
            }
        }
    }
}
