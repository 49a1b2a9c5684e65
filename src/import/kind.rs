//! The kinds of files there are, each with its name and its columns (`records.md`, section 9).

use super::columns::{self, Column};
use crate::domain::fold;
use crate::texts::{Lang, column_label};

/// A kind of file that is read. The order is that in which a folder is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    Committees,
    Cells,
    Successions,
    Categories,
    Officials,
    Assignments,
    Meetings,
    Recommendations,
    Settings,
    /// The months closed.
    Closings,
    /// The rows of one closed month, `filed/2018-07.csv`.
    Filed,
}

/// Files of the contract that this version does not read.
pub(super) const NOT_READ_YET: [&str; 5] = [
    "recommendation_steps.csv",
    "recommendation_links.csv",
    "inspections.csv",
    "bulletins.csv",
    "gap_notes.csv",
];

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Committees,
        Self::Cells,
        Self::Successions,
        Self::Categories,
        Self::Officials,
        Self::Assignments,
        Self::Meetings,
        Self::Recommendations,
        Self::Settings,
        Self::Closings,
        Self::Filed,
    ];

    /// The folder beside the other files in which filed rows lie, one file for each closed month.
    pub const FOLDER: &str = "filed";

    /// The name of such a file in a folder; for filed rows that of the folder in which they lie.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Committees => "committees.csv",
            Self::Cells => "cells.csv",
            Self::Successions => "successions.csv",
            Self::Categories => "categories.csv",
            Self::Officials => "officials.csv",
            Self::Assignments => "assignments.csv",
            Self::Meetings => "meetings.csv",
            Self::Recommendations => "recommendations.csv",
            Self::Settings => "settings.csv",
            Self::Closings => "closings.csv",
            Self::Filed => Self::FOLDER,
        }
    }

    /// The kind of a file with this name, without regard to case.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let named = |kind: &Self| kind.file_name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().filter(|kind| *kind != Self::Filed).find(named)
    }

    /// The keys of its columns, in order, without the one that only erased officials need.
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        let columns = self.columns().iter().filter(|c| **c != columns::official::ERASED);
        columns.map(|column| column.key)
    }

    /// Its columns, in order.
    pub(super) fn columns(self) -> &'static [Column] {
        match self {
            Self::Committees => columns::committee::ALL,
            Self::Cells => columns::cell::ALL,
            Self::Successions => columns::succession::ALL,
            Self::Categories => columns::category::ALL,
            Self::Officials => columns::official::ALL,
            Self::Assignments => columns::assignment::ALL,
            Self::Meetings => columns::meeting::ALL,
            Self::Recommendations => columns::recommendation::ALL,
            Self::Settings => columns::setting::ALL,
            Self::Closings => columns::closing::ALL,
            Self::Filed => columns::filed::ALL,
        }
    }

    /// The columns without which no row says which record it is about.
    pub(super) fn key_columns(self) -> &'static [Column] {
        use columns::*;
        match self {
            Self::Committees => &[committee::CODE],
            Self::Cells => &[cell::CODE],
            Self::Successions => &[succession::FROM_CELL, succession::TO_CELL, succession::ON],
            Self::Categories => &[category::CODE],
            Self::Officials => &[official::CODE],
            Self::Assignments => &[assignment::CELL, assignment::OFFICIAL, assignment::FROM],
            Self::Meetings => &[meeting::PERIOD, meeting::CELL],
            Self::Recommendations => &[recommendation::ID],
            Self::Settings => &[setting::KEY, setting::VALUE],
            Self::Closings => &[closing::PERIOD, closing::CLOSED_ON],
            // A filed row is a document: nothing of it is left as it was.
            Self::Filed => filed::ALL,
        }
    }

    /// The columns that a new record cannot do without; by them a file of another name is recognised.
    pub(super) fn needed_columns(self) -> &'static [Column] {
        use columns::*;
        match self {
            Self::Committees => &[committee::CODE, committee::NAME, committee::KIND],
            Self::Cells => &[cell::CODE, cell::NAME, cell::KIND, cell::COMMITTEE],
            Self::Categories => &[category::CODE, category::LABEL_VI, category::LABEL_EN],
            Self::Officials => &[official::CODE, official::FULL_NAME],
            Self::Recommendations => &[
                recommendation::ID,
                recommendation::CELL,
                recommendation::PERIOD,
                recommendation::TEXT,
            ],
            Self::Meetings => &[meeting::PERIOD, meeting::CELL],
            Self::Successions
            | Self::Assignments
            | Self::Settings
            | Self::Closings
            | Self::Filed => self.key_columns(),
        }
    }

    /// Its column with this heading: the key or a label in either language, folded.
    pub(super) fn column(self, folded: &str) -> Option<Column> {
        self.columns().iter().copied().find(|column| heading_is(*column, folded))
    }
}

fn heading_is(column: Column, folded: &str) -> bool {
    column.key == folded
        || Lang::ALL.iter().any(|lang| fold(column_label(column.key, *lang)) == folded)
}

/// The known file name nearest to this one, if one is near.
pub(super) fn nearest_name(name: &str) -> Option<&'static str> {
    let known = FileKind::ALL.into_iter().map(FileKind::file_name).chain(NOT_READ_YET);
    nearest(name, known.filter(|known| *known != FileKind::FOLDER))
}

/// The word nearest to what was written, if one is near.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = fold(written);
    let near = known.map(|word| (strsim::normalized_damerau_levenshtein(word, &written), word));
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.5).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_recognised_by_its_key_and_by_its_label_in_either_language() {
        for kind in FileKind::ALL {
            assert!(kind.columns().len() <= columns::MOST);
            for (at, column) in kind.columns().iter().enumerate() {
                assert_eq!(column.at, at);
                for lang in Lang::ALL {
                    let label = column_label(column.key, lang);
                    assert!(!label.is_empty(), "{}", column.key);
                    assert_eq!(kind.column(&fold(label)), Some(*column), "{label}");
                }
                assert_eq!(kind.column(column.key), Some(*column));
            }
        }
    }

    #[test]
    fn a_misspelt_file_name_has_a_nearest_one() {
        assert_eq!(nearest_name("meeting.csv"), Some("meetings.csv"));
        assert_eq!(nearest_name("Cell.CSV"), Some("cells.csv"));
        assert_eq!(nearest_name("x.csv"), None);
    }
}
