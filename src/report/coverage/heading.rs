//! What stands above a report of coverage, and in its place where it has no rows.

use super::{CoverageReport, closing};
use crate::domain::{CommitteeId, Status};
use crate::report::heading::headed;
use crate::table::Table;
use crate::texts::{self, Lang};

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
        let closed = closing::heading(self, lang);
        let counted = std::iter::once(counted).chain(closed).collect::<Vec<_>>().join(" · ");
        let limited = (self.scope, [self.last_day(), self.today]);
        let mut table = headed(self.facts, limited, lang, title, &counted);
        table.paper.iter_mut().for_each(|paper| paper.foot.extend(closing::foot(self, lang)));
        table
    }

    /// Why there are no rows, if there are none.
    /// What is to be known of the figures of several months: that the first of them are not counted, and how much has still to
    /// come.
    pub(in crate::report) fn notes_of_span(&self, lang: Lang) -> Vec<String> {
        let from = self.facts.records_from.filter(|from| self.span.from < *from);
        let from = from.map(|from| texts::coverage::before_records(lang, from));
        let pending = self.rows().filter(|row| row.status == Status::Pending).count() as u64;
        let pending = (pending > 0).then(|| texts::coverage::pending(lang, pending));
        if self.months.len() < 2 || self.rows().next().is_none() {
            return Vec::new();
        }
        from.into_iter().chain(pending).collect()
    }

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
