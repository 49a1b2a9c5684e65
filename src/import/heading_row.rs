//! Which row of a table has the headings: offices write titles above them, number them below, and put some under others.

use std::collections::VecDeque;

use super::columns::ColumnNames;
use super::fault::Problem;
use super::header::known_headings;
use super::row::Row;
use super::sheet::{Cells, Sheet, cell};
use crate::files::FileKind;

/// Among how many rows the headings are looked for.
pub(super) const LOOKED_AT: usize = 20;
/// How many of them must be known.
const KNOWN: usize = 2;

/// A table of which some rows were read already, and come again.
pub(super) struct Again<S> {
    sheet: S,
    waiting: VecDeque<(u32, Cells)>,
}

impl<S: Sheet> Sheet for Again<S> {
    fn next(&mut self, cells: &mut Cells) -> Result<Option<u32>, Problem> {
        match self.waiting.pop_front() {
            Some((line, waiting)) => {
                *cells = waiting;
                Ok(Some(line))
            }
            None => self.sheet.next(cells),
        }
    }

    fn at_end(&self, last_is_short: bool) -> Option<(u32, Problem)> {
        self.sheet.at_end(last_is_short)
    }
}

/// The headings of a table, and the rows below them.
pub(super) struct Headed<S> {
    /// The line and the cells of the headings.
    pub headings: (u32, Cells),
    pub rows: Again<S>,
}

/// Whether a row may be that of the headings of a file of this kind, or of any kind.
pub(super) fn is_heading_row(cells: &Cells, kind: Option<FileKind>, said: &ColumnNames) -> bool {
    let known = |kind: FileKind| known_headings(cells, kind, said) >= KNOWN;
    match kind {
        Some(kind) => known(kind),
        None => FileKind::ALL.into_iter().any(known),
    }
}

/// Finds the headings: the first row in which two are known, else the first row; none if there is no row at all.
pub(super) fn find<S: Sheet>(
    mut sheet: S,
    kind: Option<FileKind>,
    said: &ColumnNames,
) -> Result<Option<Headed<S>>, Problem> {
    let mut rows: VecDeque<(u32, Cells)> = VecDeque::new();
    let mut cells = Cells::new();
    let mut found = None;
    while rows.len() < LOOKED_AT && found.is_none() {
        let Some(line) = sheet.next(&mut cells)? else { break };
        if Row::is_blank(&cells) {
            continue;
        }
        found = is_heading_row(&cells, kind, said).then_some(rows.len());
        rows.push_back((line, cells.clone()));
    }
    rows.drain(..found.unwrap_or_default());
    let Some(mut headings) = rows.pop_front() else { return Ok(None) };
    if rows.is_empty() && found.is_some() {
        while let Some(line) = sheet.next(&mut cells)? {
            if is_numbering(&cells) {
                continue;
            }
            match under(&headings.1, &cells, kind, said) {
                Some(both) => headings.1 = both,
                None => {
                    rows.push_back((line, cells.clone()));
                    break;
                }
            }
        }
    }
    Ok(Some(Headed { headings, rows: Again { sheet, waiting: rows } }))
}

/// Whether the row numbers the columns: 1, 2, 3 … or (1), (2), (3) …, at least three of them.
fn is_numbering(cells: &Cells) -> bool {
    let number = |at: usize| {
        let text = cell(cells, at).unwrap_or_default();
        text.trim_matches(['(', ')']).parse::<usize>().ok()
    };
    let numbers: Option<Vec<usize>> = (0..cells.len()).map(number).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() >= 3 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    })
}

/// The headings with those that stand under some of them, as where one is written over several columns; none if the row is
/// another.
fn under(
    headings: &Cells,
    row: &Cells,
    kind: Option<FileKind>,
    said: &ColumnNames,
) -> Option<Cells> {
    let text = |cells: &Cells, at: usize| cell(cells, at).unwrap_or_default().to_owned();
    let filled: Cells = row.iter().filter(|cell| !cell.trim_ascii().is_empty()).collect();
    let whole = |kind: FileKind| known_headings(&filled, kind, said) == filled.len();
    let are_headings = match kind {
        Some(kind) => whole(kind),
        None => FileKind::ALL.into_iter().any(whole),
    };
    // Headings in every column are those of another table, or of this one once more.
    let is_part = filled.len() < headings.iter().filter(|cell| !cell.is_empty()).count();
    if !are_headings || !is_part || filled.is_empty() {
        return None;
    }
    let both = (0..headings.len().max(row.len())).map(|at| {
        let below = text(row, at);
        if below.is_empty() { text(headings, at) } else { below }
    });
    Some(both.collect::<Vec<_>>().into())
}
