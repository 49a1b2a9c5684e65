//! What stands beneath the row of a cell: who came where that was not just the assigned visitor, why, and what was noted.

use super::CoverageReport;
use super::month::predecessor;
use crate::domain::{
    AbsenceReason, Absences, CoverageRow, Official, OfficialId, Outcome, Status, is_above,
};
use crate::texts::{self, Heading, Labelled, Lang};

impl<'a> CoverageReport<'a> {
    /// The line beneath a row, if there is anything to say.
    pub(super) fn beneath(&self, lang: Lang, row: &CoverageRow<'a>) -> Option<String> {
        let late = row.late.then(|| Heading::Late.label(lang).to_owned());
        let judged_by = predecessor(lang, row);
        let facts = [late, self.came(lang, row), self.reason(lang, row), judged_by];
        let missed = self.missed(lang, row);
        let own = row.assigned.iter().filter(|one| one.own_cell == Some(row.cell.id));
        let own = own.map(|one| texts::month::own_cell(lang, &self.persons.name(one)));
        let missed = missed.into_iter().chain(own);
        let facts = facts.into_iter().flatten().chain(missed).chain(self.beside(lang, row));
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
        let is_assigned = |one: &&Official| row.assigned.iter().any(|other| other.id == one.id);
        // Who of them did not come is told by name.
        let told = !missed(row).is_empty() && visitors.iter().all(is_assigned);
        if told || visitors.is_empty() || ids(&visitors) == ids(&row.assigned) {
            return None;
        }
        let who = self.names(&visitors);
        Some(match row.status {
            Status::Substituted => {
                let came = row.held().map_or(&[][..], |held| &held.visitors);
                let above = |one: &&Official| is_above(one, &row.assigned, came);
                texts::month::stood_in(lang, &who, visitors.iter().all(above))
            }
            Status::Attended
            | Status::NotRequired
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
                        let each = self.in_order(reasons).into_iter().map(one);
                        Some(each.collect::<Vec<_>>().join("; "))
                    }
                }
            }
            Outcome::Held(_) => None,
        }
    }

    /// Who owed the visit to a cell that others of those assigned attended, and did not come, with the reason.
    pub(super) fn missed(&self, lang: Lang, row: &CoverageRow<'a>) -> Vec<String> {
        let told = |(official, reason): (&'a Official, Option<AbsenceReason>)| {
            let reason = reason.map(|reason| reason.lower(lang));
            texts::month::missed(lang, &self.persons.name(official), reason.as_deref())
        };
        missed(row).into_iter().map(told).collect()
    }

    pub(in crate::report) fn names(&self, officials: &[&Official]) -> String {
        officials.iter().map(|o| self.persons.name(o)).collect::<Vec<_>>().join("; ")
    }

    fn in_order<T: Copy>(&self, of: &[(OfficialId, T)]) -> Vec<(&'a Official, T)> {
        let mut sorted: Vec<(&Official, T)> =
            of.iter().map(|(id, value)| (self.facts.register.official(*id), *value)).collect();
        sorted.sort_by(|a, b| a.0.by_notice(b.0));
        sorted
    }
}

/// Who owed the visit to a cell that others of those assigned attended, and did not come, with the reason.
pub(super) fn missed<'a>(row: &CoverageRow<'a>) -> Vec<(&'a Official, Option<AbsenceReason>)> {
    let Some(held) = row.held().filter(|_| row.status == Status::Attended) else {
        return Vec::new();
    };
    let reason = |official: &'a Official| (official, held.absences.reason_for(&official.id));
    row.missed().into_iter().map(reason).collect()
}
