//! What people are told beside a row: what was recorded, and what keeps the row from saying the opposite of what
//! everybody knows. Programs read the recorded note alone.

use super::CoverageReport;
use crate::domain::{CoverageRow, Missed, Official};
use crate::texts::{self, Lang};

impl<'a> CoverageReport<'a> {
    /// Everything that is to be said of a row beside its columns, in order.
    pub(super) fn notes(&self, lang: Lang, row: &CoverageRow<'a>) -> Vec<String> {
        let late = row.late.then(|| texts::coverage::late_report(lang).to_owned());
        let beside = row.beside(self.facts, self.today).into_iter();
        let beside = beside.map(|(official, missed)| {
            texts::coverage::beside(lang, &self.persons.name(official), missed)
        });
        let note = Some(self.note(lang, row)).filter(|note| !note.is_empty());
        late.into_iter().chain(beside).chain(note).collect()
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
