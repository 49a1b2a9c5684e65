//! Succession: which cells a merged or split cell came from (`records.md`, section 4).

use super::{Cell, CellId, Date, DocumentNo, Refusal, Register, refusal};

/// One line of descent; many to many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    pub from_cell: CellId,
    pub to_cell: CellId,
    pub on: Date,
    pub document: Option<DocumentNo>,
}

impl Succession {
    /// Its rules: the cells differ, the new one exists on the day, the old one did before it.
    pub fn check(&self, register: &Register) -> Result<(), Refusal> {
        let (from, to) = (register.cell(self.from_cell), register.cell(self.to_cell));
        if from.id == to.id {
            return Err(refusal::Register::SuccessionToItself { cell: to.latest_thing() }.into());
        }
        let there = |cell: &Cell, day: Date| {
            Refusal::Register(refusal::Register::NotThere {
                thing: cell.latest_thing(),
                day,
                life: cell.life(),
            })
        };
        if !to.life().contains(self.on) {
            return Err(there(to, self.on));
        }
        if from.founded.is_some_and(|founded| founded >= self.on) {
            Err(there(from, self.on.previous()))
        } else {
            Ok(())
        }
    }
}
