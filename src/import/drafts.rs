//! Drafts: everything that was read out of all files, not yet compared with anything.

use super::codes::Codes;
use super::draft::{FileRead, LeftEmpty, Unsure};
use super::fault::{Aside, Source};
use super::kinds::Rows;
use super::ledger::Ledger;
use super::row::Reference;
use super::shared::Shared;
use crate::ops::Months;

/// Everything that was read out of the files, and everything that is wrong with it so far.
#[derive(Debug, Default)]
pub struct Drafts {
    /// What each number of a file stands for: a file, or a sheet of one.
    pub(super) sources: Vec<Source>,
    /// What was read of each; none where it could not be.
    pub(super) files: Vec<Option<FileRead>>,
    pub(super) aside: Vec<Aside>,
    pub(super) codes: Codes,
    pub(super) shared: Shared,
    pub(super) unsure: Unsure,
    pub(super) ledger: Ledger,
    pub(super) rows: Rows,
    /// Rows that are to be filled in still.
    pub(super) left_empty: Vec<LeftEmpty>,
    /// The codes of other records in rows with faults, of which there are no drafts.
    pub(super) references: Vec<Reference>,
}

impl Drafts {
    /// The months of the files, for [`crate::ops::base`].
    pub fn months(&self) -> Months {
        self.rows.months(self.left_empty.iter().map(|row| row.period))
    }
}
