//! A workbook and its sheets, read cell by cell.

use std::collections::HashSet;
use std::io::{BufReader, Read, Seek};

use calamine::{Cell, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::cell::{Shown, seen};
use super::merged::Merged;
use super::parts::{self, Parts, damaged};
use crate::import::fault::Problem;
use crate::import::sheet::{Cells, Sheet};
use crate::texts::faults::BookFlaw;

/// The most columns in which something may stand.
const MOST_COLUMNS: u32 = 256;

/// A workbook that was looked at.
pub(in crate::import) struct Book<R: Read + Seek> {
    book: Xlsx<BufReader<R>>,
    parts: Parts,
}

impl<R: Read + Seek> Book<R> {
    /// Opens a workbook, if none of it is too large to be read.
    pub fn open(mut file: R) -> Result<Self, Problem> {
        let parts = parts::look_at(&mut file)?;
        let book = Xlsx::new(BufReader::new(file)).map_err(|_| damaged("workbook.xml"))?;
        Ok(Self { book, parts })
    }

    /// The names of its sheets, in order, and whether each is one of cells that a person sees.
    pub fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = self.book.sheets_metadata().iter();
        sheets
            .map(|sheet| {
                let seen =
                    sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
                (sheet.name.clone(), seen)
            })
            .collect()
    }

    /// The rows of a sheet.
    pub fn rows(&mut self, sheet: &str) -> Result<SheetRows<'_, R>, Problem> {
        let unread = |_: XlsxError| damaged(sheet);
        let regions = if self.parts.merged {
            self.book.merge_cells_by_sheet_name(sheet).map_err(unread)?
        } else {
            Vec::new()
        };
        let unsaved = if self.parts.formulas { self.unsaved(sheet)? } else { HashSet::new() };
        let cells = self.book.worksheet_cells_reader(sheet).map_err(unread)?;
        let shown = cells.styles().iter().map(Shown::of).collect();
        Ok(SheetRows {
            name: sheet.to_owned(),
            cells,
            shown,
            unsaved,
            merged: Merged::new(regions),
            ahead: None,
            ended: false,
            last: None,
            row: Vec::new(),
            text: String::new(),
        })
    }

    /// The cells with a formula of which nobody has worked out the value.
    fn unsaved(&mut self, sheet: &str) -> Result<HashSet<(u32, u32)>, Problem> {
        /// The first one is named.
        const MOST: usize = 1000;
        let unread = |_: XlsxError| damaged(sheet);
        let mut cells = self.book.worksheet_cells_reader(sheet).map_err(unread)?;
        let mut found = HashSet::new();
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(unread)? {
            if cell.formula.is_some() && cell.value == DataRef::Empty && found.len() < MOST {
                found.insert(cell.pos);
            }
        }
        Ok(found)
    }
}

/// The rows of a sheet, from above to below.
pub(in crate::import) struct SheetRows<'b, R: Read + Seek> {
    name: String,
    cells: XlsxCellReader<'b, BufReader<R>>,
    /// By the numbers of styles.
    shown: Vec<Shown>,
    unsaved: HashSet<(u32, u32)>,
    merged: Merged,
    /// The first cell of the row to come.
    ahead: Option<(Cell<DataRef<'b>>, usize)>,
    /// Whether there are no more: behind the last cell other things stand in a sheet.
    ended: bool,
    /// Where the last cell stands.
    last: Option<(u32, u32)>,
    /// As wide as the widest row so far: cells that are not in the file are empty, not missing.
    row: Vec<String>,
    text: String,
}

impl<'b, R: Read + Seek> SheetRows<'b, R> {
    /// The next cell in which something stands.
    fn next_cell(&mut self) -> Result<Option<(Cell<DataRef<'b>>, usize)>, Problem> {
        if let Some(cell) = self.ahead.take() {
            return Ok(Some(cell));
        }
        while !self.ended {
            let next = self.cells.next_cell_with_style_id();
            let Some((cell, style)) = next.map_err(|error| self.unread(&error))? else {
                self.ended = true;
                break;
            };
            let at = cell.get_position();
            if self.last.is_some_and(|last| at <= last) {
                return Err(damaged(&self.name));
            }
            self.last = Some(at);
            if self.unsaved.contains(&at) {
                return Err(BookFlaw::Unsaved { cell: name(at) }.into());
            }
            if is_empty(cell.get_value()) {
                continue;
            }
            if at.1 >= MOST_COLUMNS {
                return Err(BookFlaw::Far { cell: name(at) }.into());
            }
            return Ok(Some((cell, style)));
        }
        Ok(None)
    }

    fn unread(&self, error: &XlsxError) -> Problem {
        match error {
            // One that `calamine` has no name for, such as `#SPILL!`.
            XlsxError::CellError(text) => BookFlaw::Error { text: text.clone() }.into(),
            _ => damaged(&self.name),
        }
    }

    /// Puts what is seen in the cell into the row.
    fn put(&mut self, cell: &Cell<DataRef<'b>>, style: usize) {
        let at = cell.get_position().1 as usize;
        if self.row.len() <= at {
            self.row.resize(at + 1, String::new());
        }
        let shown = self.shown.get(style).copied().unwrap_or(Shown::Plain);
        let text = seen(cell.get_value(), shown, &mut self.text);
        self.row[at].push_str(text);
    }
}

impl<R: Read + Seek> Sheet for SheetRows<'_, R> {
    fn next(&mut self, cells: &mut Cells) -> Result<Option<u32>, Problem> {
        cells.clear();
        self.row.iter_mut().for_each(String::clear);
        let Some((first, style)) = self.next_cell()? else { return Ok(None) };
        let row = first.get_position().0;
        self.put(&first, style);
        while let Some((cell, style)) = self.next_cell()? {
            if cell.get_position().0 != row {
                self.ahead = Some((cell, style));
                break;
            }
            self.put(&cell, style);
        }
        self.merged.fill(row, &mut self.row);
        self.row.iter().for_each(|cell| cells.push_field(cell.as_bytes()));
        Ok(Some(row + 1))
    }

    fn at_end(&self, _: bool) -> Option<(u32, Problem)> {
        None
    }
}

fn is_empty(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::String(text) => text.trim().is_empty(),
        DataRef::SharedString(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The cell as a person finds it: `F7`.
fn name((row, column): (u32, u32)) -> String {
    let (mut letters, mut left) = (String::new(), column + 1);
    while left > 0 {
        letters.insert(0, char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}
