//! Drafts: the rows of all files as typed values, not yet compared with anything.
//!
//! A draft names other records by code only, and is small: a file may have millions of rows.

mod closing;
mod meeting;
mod register;
mod rest;

pub(super) use closing::{ClosingDraft, FiledDraft, FiledOutcome};
pub(super) use meeting::{MeetingDraft, blamed_count};
pub(super) use register::{CategoryDraft, CellDraft, CommitteeDraft, OfficialDraft};
pub(super) use rest::{AssignmentDraft, RecommendationDraft, SettingDraft, SuccessionDraft};

use super::codes::{Codes, Symbol};
use super::dates::Dates;
use super::header::Header;
use super::ledger::{Ledger, Place};
use super::row::{Reference, Row};
use super::shared::Shared;
use crate::domain::{Period, PeriodSpan};
use crate::files::{Column, FileKind};
use crate::ops::Months;

/// What one row says, and where.
#[derive(Debug, Clone)]
pub(super) struct Draft<T> {
    pub place: Place,
    pub row: T,
}

macro_rules! rows {
    ($($kind:ident: $rows:ident of $draft:ident),+ $(,)?) => {
        /// The drafts of each kind of file: one for every row without faults.
        #[derive(Debug, Default)]
        pub(super) struct Rows { $(pub $rows: Vec<Draft<$draft>>),+ }

        impl Rows {
            /// Reads a row of a file of this kind, and keeps it if nothing is wrong with it.
            pub fn read(&mut self, kind: FileKind, row: &mut Row<'_>) {
                match kind { $(FileKind::$kind => keep(&mut self.$rows, $draft::read, row)),+ }
            }

            /// How many there are of a kind.
            pub fn count(&self, kind: FileKind) -> usize {
                match kind { $(FileKind::$kind => self.$rows.len()),+ }
            }

            /// Takes back what came after the first ones of a kind.
            pub fn shorten(&mut self, kind: FileKind, count: usize) {
                match kind { $(FileKind::$kind => self.$rows.truncate(count)),+ }
            }
        }
    };
}

rows! {
    Committees: committees of CommitteeDraft,
    Cells: cells of CellDraft,
    Successions: successions of SuccessionDraft,
    Categories: categories of CategoryDraft,
    Officials: officials of OfficialDraft,
    Assignments: assignments of AssignmentDraft,
    Meetings: meetings of MeetingDraft,
    Recommendations: recommendations of RecommendationDraft,
    Settings: settings of SettingDraft,
    Closings: closings of ClosingDraft,
    Filed: filed of FiledDraft,
}

fn keep<T>(
    drafts: &mut Vec<Draft<T>>,
    read: impl FnOnce(&mut Row<'_>) -> Option<T>,
    row: &mut Row<'_>,
) {
    let draft = read(row);
    if let Some(draft) = draft.filter(|_| !row.faulty) {
        drafts.push(Draft { place: row.place, row: draft });
    }
}

/// A file whose rows were read.
#[derive(Debug)]
pub(super) struct FileRead {
    pub name: String,
    pub kind: FileKind,
    pub header: Header,
    pub dates: Dates,
    /// The month whose rows they are, if they are filed rows.
    pub period: Option<Period>,
    /// How many rows it has, faulty or not.
    pub rows: usize,
}

/// Codes about which nothing can be said, because their own rows are faulty.
#[derive(Debug, Default)]
pub(super) struct Unsure {
    pub codes: Vec<(FileKind, Symbol)>,
    /// Kinds of which a whole file could not be read.
    pub kinds: Vec<FileKind>,
    /// Months whose row in `closings.csv` is faulty.
    pub closings: Vec<Period>,
}

impl Unsure {
    /// Nothing is known of any kind.
    pub fn all(&mut self) {
        self.kinds.extend(FileKind::ALL);
    }
}

/// Everything that was read out of the files, and everything that is wrong with it so far.
#[derive(Debug, Default)]
pub struct Drafts {
    /// How each file is named to people, in order.
    pub(super) names: Vec<String>,
    /// What was read of each; none where it could not be.
    pub(super) files: Vec<Option<FileRead>>,
    pub(super) ignored: Vec<String>,
    pub(super) codes: Codes,
    pub(super) shared: Shared,
    pub(super) unsure: Unsure,
    pub(super) ledger: Ledger,
    pub(super) rows: Rows,
    /// The codes of other records in rows with faults, of which there are no drafts.
    pub(super) references: Vec<Reference>,
}

impl Drafts {
    /// The months of the files, for [`crate::ops::base`].
    pub fn months(&self) -> Months {
        Months {
            meetings: span(self.rows.meetings.iter().map(|draft| draft.row.period)),
            closings: span(self.rows.closings.iter().map(|draft| draft.row.period)),
        }
    }
}

/// From the first to the last of these months; none if there is none.
fn span(months: impl Iterator<Item = Period> + Clone) -> Option<PeriodSpan> {
    Some(PeriodSpan { from: months.clone().min()?, to: months.max()? })
}

/// Whether the file of a row has a column.
pub(super) fn has(files: &[Option<FileRead>], place: Place, column: Column) -> bool {
    let file = files[place.file as usize].as_ref();
    file.is_some_and(|file| file.header.has(column))
}
