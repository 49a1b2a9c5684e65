//! Drafts: the rows of all files as typed values, not yet compared with anything.
//!
//! A draft names other records by code only, and is small: a file may have millions of rows.

mod closing;
mod meeting;
mod register;
mod rest;

pub(super) use closing::{ClosingDraft, FiledDraft, FiledOutcome, filed_period};
pub(super) use meeting::{MeetingDraft, blamed_count};
pub(super) use register::{CategoryDraft, CellDraft, CommitteeDraft, OfficialDraft};
pub(super) use rest::{AssignmentDraft, RecommendationDraft, SettingDraft, SuccessionDraft};

use super::codes::{Codes, Symbol};
use super::columns::Column;
use super::dates::Dates;
use super::header::Header;
use super::kind::FileKind;
use super::ledger::{Ledger, Place};
use super::shared::Shared;
use crate::domain::{Period, PeriodSpan};
use crate::ops::Months;

/// What one row says, and where.
#[derive(Debug, Clone)]
pub(super) struct Draft<T> {
    pub place: Place,
    pub row: T,
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
    pub(super) committees: Vec<Draft<CommitteeDraft>>,
    pub(super) cells: Vec<Draft<CellDraft>>,
    pub(super) categories: Vec<Draft<CategoryDraft>>,
    pub(super) officials: Vec<Draft<OfficialDraft>>,
    pub(super) successions: Vec<Draft<SuccessionDraft>>,
    pub(super) assignments: Vec<Draft<AssignmentDraft>>,
    pub(super) meetings: Vec<Draft<MeetingDraft>>,
    pub(super) recommendations: Vec<Draft<RecommendationDraft>>,
    pub(super) settings: Vec<Draft<SettingDraft>>,
    pub(super) closings: Vec<Draft<ClosingDraft>>,
    pub(super) filed: Vec<Draft<FiledDraft>>,
    /// The codes of other records in rows with faults, of which there are no drafts.
    pub(super) references: Vec<Reference>,
}

/// The code of another record in a cell of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference {
    pub place: Place,
    pub column: Column,
    pub symbol: Symbol,
}

impl Drafts {
    /// The months of the files, for [`crate::ops::base`].
    pub fn months(&self) -> Months {
        Months {
            meetings: span(self.meetings.iter().map(|draft| draft.row.period)),
            closings: span(self.closings.iter().map(|draft| draft.row.period)),
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
