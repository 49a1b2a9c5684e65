//! One sheet: lines above, columns with their labels, rows, lines under them; and how it is printed.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::book::A4;
use super::look::{self, Look};
use crate::table::{Column, Content, Medium, Role, Row, Table, Value};
use crate::texts;

/// The narrowest and widest column, in characters; what is longer is broken into lines.
const NARROWEST: usize = 5;
const WIDEST: usize = 40;
/// Over columns that are together narrower than this no line is broken.
const NARROW: usize = 40;
/// More characters than this do not stand beside each other on an A4 sheet that is upright.
const UPRIGHT: usize = 100;
/// The height of a line, and of the highest row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 400.0;

/// What stands on a sheet.
pub(super) struct Page<'t, 'a> {
    pub table: &'t Table<'a>,
    pub heading: &'t [String],
    pub rows: &'t [&'t Row<'a>],
    pub under: &'t [String],
    /// Whether these are the rows of one value of the columns that ask for sheets: the heading has it.
    pub is_part: bool,
}

/// A column of the sheet.
struct Place {
    /// Its place in the table.
    at: usize,
    /// In characters; none if it is folded away.
    width: Option<usize>,
}

impl Page<'_, '_> {
    /// Writes the sheet.
    pub fn write(&self, sheet: &mut Worksheet, look: &Look<'_>) -> Result<(), XlsxError> {
        let places = self.places(look);
        // A text in a column that is folded away would not be seen.
        let first = places.iter().position(|place| place.width.is_some()).unwrap_or(0) as u16;
        let last = (places.len().max(1) - 1) as u16;
        let width = places.iter().filter_map(|place| place.width).map(|width| width + 2).sum();
        let mut row = 0;
        for (at, text) in self.heading.iter().enumerate() {
            write_line(sheet, (row, first, last), text, &look::line(at == 0), width)?;
            row += 1;
        }
        if !self.heading.is_empty() {
            row += 1;
        }
        if !places.is_empty() {
            self.write_head(sheet, row, &places)?;
            row = self.write_rows(sheet, look, row, &places)? + 1;
        }
        for text in self.under {
            row += 1;
            write_line(sheet, (row, first, last), text, &look::line(false), width)?;
        }
        set_up(sheet, look, width)
    }

    /// The columns that a workbook has.
    fn places(&self, look: &Look<'_>) -> Vec<Place> {
        let columns = self.table.columns.iter().enumerate();
        let columns = columns.filter(|(_, column)| column.is_for(Medium::Sheet));
        let place = |(at, column): (usize, &Column)| {
            let width = if self.is_folded(at) {
                None
            } else {
                Some(self.width(look, at, &column.whole_label()))
            };
            Place { at, width }
        };
        columns.map(place).collect()
    }

    fn write_head(
        &self,
        sheet: &mut Worksheet,
        head: u32,
        places: &[Place],
    ) -> Result<(), XlsxError> {
        let mut height = 1;
        for (to, Place { at, width }) in (0..).zip(places) {
            let label = self.table.columns[*at].whole_label();
            sheet.write_string_with_format(head, to, label.as_ref(), &look::label())?;
            match width {
                None => {
                    sheet.set_column_hidden(to)?;
                }
                Some(width) => {
                    sheet.set_column_width(to, *width as f64 + 2.0)?;
                    height = height.max(lines(&label, *width));
                }
            }
        }
        set_height(sheet, head, height)?;
        sheet.set_freeze_panes(head + 1, 0)?;
        sheet.set_repeat_rows(head, head)?;
        Ok(())
    }

    /// Writes the rows under the head, and gives the last one.
    fn write_rows(
        &self,
        sheet: &mut Worksheet,
        look: &Look<'_>,
        head: u32,
        places: &[Place],
    ) -> Result<u32, XlsxError> {
        let last = (places.len() - 1) as u16;
        let (mut row, mut last_record) = (head, head);
        for one in self.rows {
            row += 1;
            match &one.content {
                Content::Fields(fields) => {
                    let mut height = 1;
                    for (to, Place { at, width }) in (0..).zip(places) {
                        let column = &self.table.columns[*at];
                        look.put(sheet, (row, to), &fields[*at], column.shape, one.role)?;
                        let text = look.broken(&fields[*at].value, column.shape).zip(*width);
                        height = height.max(text.map_or(1, |(text, width)| lines(&text, width)));
                    }
                    set_height(sheet, row, height)?;
                }
                Content::Across(texts) if last > 0 => {
                    let text = texts.join(" ");
                    sheet.merge_range(row, 0, row, last, &text, &look::across(one.role))?;
                }
                Content::Across(texts) => {
                    let text = texts.join(" ");
                    sheet.write_string_with_format(row, 0, text, &look::across(one.role))?;
                }
            }
            if one.role == Role::Body {
                last_record = row;
            }
        }
        // Between heads of groups a filter would hide what belongs together.
        let is_grouped = self.rows.iter().any(|row| row.role == Role::Group);
        if !is_grouped && last_record > head + 1 && last > 0 {
            sheet.autofilter(head, 0, last_record, last)?;
        }
        Ok(row)
    }

    /// Whether a column is folded away: by its nature, or since nothing stands in it.
    fn is_folded(&self, at: usize) -> bool {
        let stands = |row: &&Row<'_>| match &row.content {
            Content::Fields(fields) => fields[at].value != Value::Empty,
            Content::Across(_) => false,
        };
        let mut records = self.rows.iter().copied().filter(|row| row.role == Role::Body).peekable();
        let is_empty = records.peek().is_some() && !records.any(|row| stands(&row));
        let column = &self.table.columns[at];
        let in_heading = self.is_part && self.table.sheets_by.contains(&column.key);
        column.folded || in_heading || (is_empty && !column.of_form)
    }

    /// How wide a column is: its longest value, its label broken into words.
    fn width(&self, look: &Look<'_>, at: usize, label: &str) -> usize {
        let word = label.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        let values = self.rows.iter().filter_map(|row| match &row.content {
            Content::Fields(fields) => {
                Some(look.width(&fields[at].value, self.table.columns[at].shape))
            }
            Content::Across(_) => None,
        });
        let widest = |width: usize, (value, broken): (usize, bool)| {
            width.max(if broken { value.min(WIDEST) } else { value })
        };
        // Room for the arrow of the filter.
        values.fold(NARROWEST.max(word + 1), widest)
    }
}

/// Writes a text over the columns from the first to the last one. It is broken there: else a long one would make all that is
/// printed small.
fn write_line(
    sheet: &mut Worksheet,
    (row, first, last): (u32, u16, u16),
    text: &str,
    format: &Format,
    width: usize,
) -> Result<(), XlsxError> {
    if last <= first || width < NARROW {
        sheet.write_string_with_format(row, first, text, format)?;
        return Ok(());
    }
    sheet.merge_range(row, first, row, last, text, &format.clone().set_text_wrap())?;
    set_height(sheet, row, lines(text, width))
}

/// Makes room for lines: not every program does so by itself.
fn set_height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    if lines > 1 {
        sheet.set_row_height(row, (lines as f64 * LINE).min(HIGHEST))?;
    }
    Ok(())
}

/// How many lines a text takes in a column, broken between words.
fn lines(text: &str, width: usize) -> usize {
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ') {
            let length = word.width();
            if used > 0 && used + 1 + length > width {
                (lines, used) = (lines + 1, 0);
            }
            used += length + usize::from(used > 0);
            lines += used.saturating_sub(1) / width.max(1);
            used = if used > width { used % width.max(1) } else { used };
        }
        lines
    };
    text.lines().map(of_line).sum()
}

/// A4, wide tables lying, all columns on one page, pages numbered.
fn set_up(sheet: &mut Worksheet, look: &Look<'_>, width: usize) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4);
    if width > UPRIGHT {
        sheet.set_landscape();
    }
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer(texts::sheets::page(look.lang()));
    Ok(())
}
