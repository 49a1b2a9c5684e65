//! What holds where files say other than what is on record.

use crate::domain::CellId;

/// Which of two values holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// That of the file.
    File,
    /// That on record.
    Record,
}

/// How a month sheet that was filled in is taken. It says nothing of what its cells leave empty; where it says other than what is on
/// record, somebody must have chosen.
#[derive(Debug, Clone, Default)]
pub struct Taking {
    /// In every cell that is not named.
    pub all: Option<Holds>,
    /// In these.
    pub of: Vec<(CellId, Holds)>,
}

impl Taking {
    /// What was chosen for a cell.
    pub fn of(&self, cell: CellId) -> Option<Holds> {
        let named = self.of.iter().rev().find(|(one, _)| *one == cell);
        named.map(|(_, holds)| *holds).or(self.all)
    }
}
