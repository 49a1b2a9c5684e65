//! Coverage for a spreadsheet: the rows of programs in the words of people, and beside them the figures and the grid of a
//! screen.

use super::{CoverageReport, by_committee, grid, late_figures};
use crate::domain::{Key, Keyword};
use crate::table::{Streamed, Table};
use crate::texts::Lang;

impl<'a> CoverageReport<'a> {
    /// Of one month each committee has a sheet too, to be sent to it.
    pub(super) fn sheet<'b>(&'b self, lang: Lang<'b>) -> Streamed<'b> {
        let Streamed { mut table, more } = self.data(lang);
        let is_single = self.months.len() == 1;
        for column in table.columns.iter_mut().filter(|column| column.key == Key::Period.key()) {
            // The heading names the month.
            column.folded = is_single;
        }
        let mut under: Vec<String> = self.why_empty(lang).into_iter().collect();
        let is_empty = !under.is_empty();
        under.extend(self.notes_of_span(lang));
        under.extend(self.not_counted(lang));
        let mut below = Vec::new();
        if !is_empty {
            below.extend(late_figures(self, lang));
            below.push(by_committee(self, None, lang));
        }
        if !is_empty && !is_single {
            below.push(Table { kind: "grid", below: Vec::new(), ..grid::lay_out(self, lang) });
        }
        let sheets_by: &[&str] = if is_single { &["committee", "committee_name"] } else { &[] };
        let Table { heading, aside, .. } = self.heading(lang);
        Streamed { table: Table { heading, aside, under, below, sheets_by, ..table }, more }
    }
}
