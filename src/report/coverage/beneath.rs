//! What stands beneath the row of a cell: who came where that was not just the assigned visitor, why, and what was noted.

use super::CoverageReport;
use super::month::predecessor;
use crate::domain::{AbsenceReason, Absences, CoverageRow, Official, OfficialId, Outcome, Status};
use crate::texts::{self, Heading, Labelled, Lang};

impl<'a> CoverageReport<'a> {
    /// The line beneath a row, if there is anything to say.
    pub(super) fn beneath(&self, lang: Lang, row: &CoverageRow<'a>) -> Option<String> {
        let late = row.late.then(|| Heading::Late.label(lang).to_owned());
        let judged_by = predecessor(lang, row);
        let facts = [late, self.came(lang, row), self.reason(lang, row), judged_by];
        let facts = facts.into_iter().flatten().chain(self.beside(lang, row));
        let facts = facts.collect::<Vec<_>>().join("; ");
        let note = row.meeting.and_then(|meeting| meeting.note.as_ref());
        let said = [texts::capital(&facts), note.map(|note| note.to_string()).unwrap_or_default()];
        let said: Vec<String> = said.into_iter().filter(|text| !text.is_empty()).collect();
        (!said.is_empty()).then(|| said.join(". "))
    }

    /// Who came, unless those assigned did and nobody else.
    fn came(&self, lang: Lang, row: &CoverageRow<'a>) -> Option<String> {
        let visitors = row.visitors(self.facts);
        let ids = |officials: &[&Official]| officials.iter().map(|o| o.id).collect::<Vec<_>>();
        if visitors.is_empty() || ids(&visitors) == ids(&row.assigned) {
            return None;
        }
        let who = self.names(&visitors);
        Some(match row.status {
            Status::Substituted => texts::month::stood_in(lang, &who),
            Status::Attended
            | Status::Unassigned
            | Status::Excused
            | Status::Absent
            | Status::NotHeld
            | Status::Missing
            | Status::Pending => texts::month::came(lang, &who),
        })
    }

    /// Why it was not held, or why those assigned did not come.
    fn reason(&self, lang: Lang, row: &CoverageRow<'a>) -> Option<String> {
        match &row.meeting?.outcome {
            Outcome::NotHeld(reason) => Some(reason.lower(lang)),
            Outcome::Held(held) if row.status.is_gap() && row.status != Status::Unassigned => {
                match &held.absences {
                    Absences::Unexplained => None,
                    Absences::All(reason) => Some(reason.lower(lang)),
                    Absences::Each(reasons) => {
                        let one = |(who, reason): (&Official, AbsenceReason)| {
                            format!("{}: {}", self.persons.name(who), reason.lower(lang))
                        };
                        let each = self.by_code(reasons).into_iter().map(one);
                        Some(each.collect::<Vec<_>>().join("; "))
                    }
                }
            }
            Outcome::Held(_) => None,
        }
    }

    pub(super) fn names(&self, officials: &[&Official]) -> String {
        officials.iter().map(|o| self.persons.name(o)).collect::<Vec<_>>().join("; ")
    }

    fn by_code<T: Copy>(&self, of: &[(OfficialId, T)]) -> Vec<(&'a Official, T)> {
        let mut sorted: Vec<(&Official, T)> =
            of.iter().map(|(id, value)| (self.facts.register.official(*id), *value)).collect();
        sorted.sort_by(|a, b| a.0.code.cmp(&b.0.code));
        sorted
    }
}
