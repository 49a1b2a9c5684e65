//! What stands above a report of coverage, and in its place where it has no rows.

use super::{CoverageReport, closing};
use crate::domain::CommitteeId;
use crate::table::Table;
use crate::texts::{self, Lang};

/// A line that is broken between its parts, not within them, if they are not long.
fn in_parts(line: &str) -> String {
    const LONG: usize = 40;
    let part = |part: &str| {
        if part.chars().count() > LONG { part.to_owned() } else { texts::unbroken(part) }
    };
    line.split(" · ").map(part).collect::<Vec<_>>().join(" · ")
}

impl CoverageReport<'_> {
    /// A table with the heading alone. The counts are those of the last month.
    pub(super) fn heading(&self, lang: Lang) -> Table<'static> {
        let last = self.months.last().map_or(&[][..], |month| &month.rows);
        let mut committees: Vec<CommitteeId> = last.iter().map(|row| row.committee.id).collect();
        committees.dedup();
        let several = self.span.only_month().is_none();
        let (committees, cells) = (committees.len(), last.len());
        let counted = texts::month::counted(lang, several, committees, cells, self.today);
        self.headed(lang, texts::month::title(lang, self.span), counted)
    }

    /// A table with the title and the office beside it; under it what was counted and whether the months are closed, and
    /// to what the report is limited.
    pub(in crate::report) fn headed(
        &self,
        lang: Lang,
        title: String,
        counted: String,
    ) -> Table<'static> {
        let register = &self.facts.register;
        let day = self.last_day();
        let closed = closing::heading(self, lang);
        let about = std::iter::once(counted).chain(closed).collect::<Vec<_>>().join(" · ");
        let about = texts::capital(&in_parts(&about));
        let limits = [
            self.scope.committee.map(|id| register.committee(id).thing(day)),
            self.scope.cell.map(|id| register.cell(id).thing(day)),
            self.scope.official.map(|id| register.official(id).thing(day)),
        ];
        let limits = limits.iter().flatten().map(texts::thing);
        let limits = limits.map(|thing| texts::coverage::limited_to(lang, &thing));
        Table {
            heading: [title, about].into_iter().chain(limits).collect(),
            aside: texts::coverage::office(lang, self.facts.office.as_ref(), self.facts.sample),
            ..Table::default()
        }
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
