//! Who is assigned as people read it: what keeps a row from saying the opposite of what everybody knows. Programs read
//! who was assigned on the day that counts.

use super::CoverageReport;
use crate::domain::{CoverageRow, Missed, Official};
use crate::texts::{self, Lang};

impl<'a> CoverageReport<'a> {
    /// Who is assigned beside the day on which it counts, and would be missed otherwise.
    pub(super) fn beside(&self, lang: Lang, row: &CoverageRow<'a>) -> Vec<String> {
        let beside = row.beside(self.facts, self.today).into_iter();
        let beside = beside.map(|(official, missed)| {
            texts::coverage::beside(lang, &self.persons.name(official), missed)
        });
        beside.collect()
    }

    /// Who is assigned; of a month that is not over and at whose end nobody is, who is today.
    pub(super) fn assigned_shown(&self, row: &CoverageRow<'a>) -> Vec<&'a Official> {
        if !row.assigned.is_empty() {
            return row.assigned.clone();
        }
        let beside = row.beside(self.facts, self.today).into_iter();
        let today = beside.filter(|(_, missed)| matches!(missed, Missed::LastDay(_)));
        today.map(|(official, _)| official).collect()
    }
}
