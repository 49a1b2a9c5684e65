//! Bulletins: short items for visitors to bring to their cells (`records.md`, section 4).

use super::ids::identities;
use super::{Area, Label, Passage, Period};

identities! {
    /// A bulletin; it has no code, so that people see this number within one record file.
    BulletinId,
}

/// One item of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulletin {
    pub id: BulletinId,
    pub period: Period,
    pub area: Area,
    pub text: Passage,
    /// Where it comes from.
    pub source: Option<Label>,
}

impl Bulletin {
    /// What makes two records the same bulletin.
    pub fn key(&self) -> (Period, Area, &Passage) {
        (self.period, self.area, &self.text)
    }
}
