//! The table of a report of coverage, for people or for programs.

use super::{CoverageReport, grid};
use crate::table::{Medium, Streamed};
use crate::texts::Lang;

impl CoverageReport<'_> {
    /// The table of one month or the grid of several; for programs always one row a cell and period.
    pub fn lay_out<'b>(&'b self, lang: Lang<'b>, medium: Medium) -> Streamed<'b> {
        match (medium, &self.months[..]) {
            (Medium::Data, _) => self.data(lang),
            (Medium::Sheet, _) => self.sheet(lang),
            (Medium::Screen, [month]) => self.month(lang, month).into(),
            (Medium::Screen, _) => grid::lay_out(self, lang).into(),
        }
    }
}
