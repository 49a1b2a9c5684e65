//! Rows of cells, wherever they come from: headings, values and faults work on these alone.

use super::fault::Problem;
use crate::domain::from_spreadsheet;

/// The cells of a row as text. What a workbook knows as a day stands here as a person types it, `05/07/2018`: it is no code
/// where a code should stand, and no surer than the other days of its table. A number without a fraction stands as its
/// digits.
pub(super) type Cells = csv::ByteRecord;

/// The rows of one table: a CSV file, or a sheet of a workbook.
pub(super) trait Sheet {
    /// Reads the next row that is not empty, and gives its line, from 1; none at the end.
    fn next(&mut self, cells: &mut Cells) -> Result<Option<u32>, Problem>;

    /// What is wrong with the table as a whole, once its last row is read, and on which line; that row may have been the
    /// only one with fewer cells than the headings.
    fn at_end(&self, last_is_short: bool) -> Option<(u32, Problem)>;
}

/// A cell as text without what only a spreadsheet needs. None if it is not UTF-8.
pub(super) fn cell(record: &Cells, at: usize) -> Option<&str> {
    let text = std::str::from_utf8(record.get(at).unwrap_or_default()).ok()?.trim();
    Some(from_spreadsheet(text))
}
