//! Assignments: which official is to attend the meetings of which cell, and when (`records.md`, section 4).

use super::keyword::keyword;
use super::{Cell, CellId, Date, Document, Official, OfficialId, Span};

keyword! {
    /// Who of several visitors assigned to a cell for the same days owes the visit; the same for all of them.
    AssignmentMode {
        /// Every one of them.
        Each = "each",
        /// They are a team: one of them will do.
        Any = "any",
    }
}

/// One official, one cell, from a day on. An open assignment ends with the cell or the official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub cell: CellId,
    pub official: OfficialId,
    pub from: Date,
    /// The first day that no longer holds; none if open.
    pub until: Option<Date>,
    pub mode: AssignmentMode,
    pub document: Document,
}

impl Assignment {
    /// The days written in the assignment itself.
    pub fn span(&self) -> Span {
        Span { from: Some(self.from), until: self.until }
    }

    /// Whether both are the assignment of one official to one cell from one day on, whatever else they say.
    pub fn is_same(&self, other: &Self) -> bool {
        (self.cell, self.official, self.from) == (other.cell, other.official, other.from)
    }

    /// The days on which it holds: it ends with the cell and with the official.
    pub fn days(&self, cell: &Cell, official: &Official) -> Span {
        self.span().meet(cell.life()).meet(official.life())
    }
}
