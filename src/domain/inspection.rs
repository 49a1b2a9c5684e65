//! Inspections of cells in which officials took part (`records.md`, section 4). What was found stands in the office's
//! papers, never here.

use super::keyword::keyword;
use super::{
    CellId, Date, DocumentNo, Official, OfficialId, Refusal, Register, check_there, refusal,
};

keyword! {
    /// What an inspection is.
    InspectionKind {
        /// Kiểm tra.
        Inspection = "inspection",
        /// Giám sát.
        Supervision = "supervision",
    }
}

/// An inspection of one cell on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    pub cell: CellId,
    pub on: Date,
    pub kind: InspectionKind,
    /// The document on which it rests, or in which it was concluded.
    pub document: Option<DocumentNo>,
    /// The officials who took part, in order of identity, none twice.
    pub officials: Vec<OfficialId>,
}

/// What makes two records the same inspection.
pub type InspectionKey = (CellId, Date, InspectionKind);

impl Inspection {
    /// The key of this inspection.
    pub fn key(&self) -> InspectionKey {
        (self.cell, self.on, self.kind)
    }

    /// Those who took part, in natural order of codes.
    pub fn officials_in_order<'a>(&self, register: &'a Register) -> Vec<&'a Official> {
        let officials = self.officials.iter().map(|who| register.official(*who));
        let mut officials: Vec<&Official> = officials.collect();
        officials.sort_by(|a, b| a.code.cmp(&b.code));
        officials
    }

    /// Its rules: the cell exists on the day, everybody who took part is active on it, and stands there once. Looks up
    /// nothing but these.
    pub fn check(&self, register: &Register) -> Result<(), Refusal> {
        check_there(register.cell(self.cell), self.on)?;
        for (at, who) in self.officials.iter().enumerate() {
            let official = register.official(*who);
            let (thing, day, life) = (official.thing(self.on), self.on, official.life());
            if !life.contains(day) {
                return Err(refusal::Register::NotThere { thing, day, life }.into());
            }
            if self.officials[..at].contains(who) {
                return Err(refusal::Inspection::OfficialTwice { official: thing }.into());
            }
        }
        Ok(())
    }

    /// The same of one that is recorded now: it has taken place by `today`.
    pub fn check_new(&self, register: &Register, today: Date) -> Result<(), Refusal> {
        if self.on > today {
            return Err(refusal::Inspection::AfterToday { on: self.on, today }.into());
        }
        self.check(register)
    }
}
