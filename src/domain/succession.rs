//! Succession: which cells a merged or split cell came from (`records.md`, section 4).

use super::{CellId, Date, DocumentNo};

/// One line of descent; many to many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    pub from_cell: CellId,
    pub to_cell: CellId,
    pub on: Date,
    pub document: Option<DocumentNo>,
}
