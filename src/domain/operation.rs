//! Operations: every command that changed something, as the history shows it (`records.md`, section 3).

use std::collections::BTreeMap;

use super::{Date, Moment, OperationNumber};

/// An operation as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    pub number: OperationNumber,
    pub recorded_at: Moment,
    /// The date that stood for today.
    pub today: Date,
    pub actor: String,
    /// A stable English word.
    pub verb: String,
    /// Codes, dates and counts; never a person's name or free text. Those that were left out are not there.
    pub arguments: BTreeMap<String, String>,
    pub reason: Option<String>,
    /// The number of the document on which it rests.
    pub document: Option<String>,
    /// Whether it is a change that is not in force, because it was taken back and not redone.
    pub undone: bool,
    /// What took it back: of a change the undo that holds, of an undo its redo.
    pub undone_by: Option<OperationNumber>,
}

impl Operation {
    /// The one with this number among operations in order.
    pub fn find(operations: &[Self], number: OperationNumber) -> Option<&Self> {
        let at = operations.binary_search_by_key(&number, |operation| operation.number).ok()?;
        Some(&operations[at])
    }
}
