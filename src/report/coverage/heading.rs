//! What stands above a report of coverage, and in its place where it has no rows.

use super::{CoverageReport, closing};
use crate::domain::CommitteeId;
use crate::texts::{self, Lang};

impl CoverageReport<'_> {
    /// Lines above the table. The counts are those of the last month.
    pub(super) fn heading(&self, lang: Lang) -> Vec<String> {
        let last = self.months.last().map_or(&[][..], |month| &month.rows);
        let mut committees: Vec<CommitteeId> = last.iter().map(|row| row.committee.id).collect();
        committees.dedup();
        let (committees, cells) = (committees.len(), last.len());
        let line = texts::coverage::heading(lang, self.span, committees, cells, self.today);
        self.headed(lang, line, true)
    }

    /// The office above this line, and under it what the report is limited to and whether its months are
    /// closed; with the figures of coverage that late records have changed, or without.
    pub(in crate::report) fn headed(&self, lang: Lang, line: String, figures: bool) -> Vec<String> {
        let register = &self.facts.register;
        let day = self.last_day();
        let mut lines = Vec::new();
        lines.extend(texts::coverage::office(lang, self.facts.office.as_ref(), self.facts.sample));
        lines.push(line);
        let limits = [
            self.scope.committee.map(|id| register.committee(id).thing(day)),
            self.scope.cell.map(|id| register.cell(id).thing(day)),
            self.scope.official.map(|id| register.official(id).thing(day)),
        ];
        let limits = limits.iter().flatten().map(texts::thing);
        lines.extend(limits.map(|thing| texts::coverage::limited_to(lang, &thing)));
        lines.extend(closing::heading(self, lang, figures));
        lines
    }

    /// Why there are no rows, if there are none.
    pub(in crate::report) fn why_empty(&self, lang: Lang) -> Option<String> {
        if self.rows().next().is_some() {
            return None;
        }
        Some(match self.facts.records_from.filter(|from| self.span.to < *from) {
            Some(from) => texts::coverage::before_records(lang, from),
            None if self.scope.official.is_some() => {
                texts::officials::not_assigned(lang).to_owned()
            }
            None => texts::coverage::nothing_due(lang).to_owned(),
        })
    }
}
