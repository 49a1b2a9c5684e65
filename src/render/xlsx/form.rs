//! A workbook to fill in: `.xlsx` for Excel and LibreOffice. The same form gives the same bytes.
//!
//! What is filled in already is locked, without a password: against slips, not against people. What may stand in a cell,
//! and what is said about it, are the program's own rules for a cell.

use std::io::{self, Write};

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};
use rust_xlsxwriter::{
    ColNum, Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle,
    DataValidationRule, Format, FormatAlign, FormatBorder, Formula, ProtectionOptions, RowNum,
    Workbook, Worksheet, XlsxError,
};

use super::book::{A4, excel_day, properties};
use crate::domain::Told;
use crate::render::words::in_words;
use crate::table::{Entry, Form, FormCell, FormColumn, FormRow, FormSheet, ListOf, Value};
use crate::texts::Lang;

/// The most characters of a title over a message, and of a message, that Excel takes.
const LONGEST_TITLE: usize = 32;
const LONGEST_MESSAGE: usize = 255;

/// The height of a line of text.
const LINE: u32 = 15;
/// The same in the heading.
const HEAD_LINE: u32 = 16;

type Result<T> = std::result::Result<T, XlsxError>;

/// Writes the workbook; days and words as people of this language read them.
pub fn form(form: &Form<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let bytes = workbook(form, lang).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(form: &Form<'_>, lang: Lang) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&form.title)?.set_author("chibo"));
    let look = Look::new();
    for sheet in &form.sheets {
        Written { form, sheet, look: &look, lang }.write(workbook.add_worksheet())?;
    }
    let lists = workbook.add_worksheet().set_name(form.lists_name)?;
    for (column, list) in form.lists.iter().enumerate() {
        for (row, word) in list.iter().enumerate() {
            lists.write_string(row as RowNum, column as ColNum, word)?;
        }
    }
    lists.protect().set_hidden(true);
    workbook.save_to_buffer()
}

/// How the cells look. Grey cells are filled in, white ones are to be.
struct Look {
    title: Format,
    line: Format,
    head: Format,
    fixed: Format,
    entered: Format,
    likely: Format,
    day: Format,
    good: Format,
    wrong: Format,
}

impl Look {
    fn new() -> Self {
        let grey = Color::RGB(0xEFEFEF);
        let plain = Format::new().set_font_name("Times New Roman").set_font_size(11);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x9A9A9A))
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        let head = cell.clone().set_bold().set_align(FormatAlign::Center);
        let entered = cell.clone().set_unlocked();
        Self {
            title: plain.clone().set_bold().set_font_size(14),
            line: plain,
            head: head.set_background_color(Color::RGB(0xD9E2EC)),
            fixed: cell.set_background_color(grey),
            likely: entered.clone().set_italic().set_font_color(Color::RGB(0x3A5A8C)),
            day: entered.clone().set_num_format("dd/mm/yyyy"),
            entered,
            good: Format::new().set_font_color(Color::RGB(0x2E6B34)),
            wrong: Format::new().set_bold().set_font_color(Color::RGB(0xB3261E)),
        }
    }
}

/// A sheet being written.
struct Written<'s> {
    form: &'s Form<'s>,
    sheet: &'s FormSheet<'s>,
    look: &'s Look,
    lang: Lang<'s>,
}

impl Written<'_> {
    fn write(&self, to: &mut Worksheet) -> Result<()> {
        let FormSheet { name, heading, columns, rows, .. } = self.sheet;
        // Else a formula that gives no text is taken for one that gives 0.
        to.set_name(tab(name))?.set_formula_result_default("");
        for (row, line) in heading.iter().enumerate() {
            let look = if row == 0 { &self.look.title } else { &self.look.line };
            to.write_string_with_format(row as RowNum, 0, line, look)?;
        }
        let head = heading.len() as RowNum + 1;
        let lines = columns.iter().map(|column| lines(&column.label, wide(column))).max();
        to.set_row_height(head, HEAD_LINE * lines.unwrap_or_default() as u32)?;
        for (at, column) in columns.iter().enumerate() {
            let at = at as ColNum;
            to.set_column_width(at, wide(column))?;
            to.write_string_with_format(head, at, &column.label, &self.look.head)?;
        }
        for (row, at) in rows.iter().zip(head + 1..) {
            self.row(to, row, at)?;
        }
        if let Some(last) = rows.len().checked_sub(1) {
            self.rules(to, head + 1, head + 1 + last as RowNum)?;
        }
        self.set_up(to, head)
    }

    fn row(&self, to: &mut Worksheet, row: &FormRow<'_>, at: RowNum) -> Result<()> {
        to.set_row_height(at, LINE * self.lines(row) as u32)?;
        for ((column, cell), place) in self.sheet.columns.iter().zip(&row.cells).zip(0..) {
            if let Entry::Formula { text, .. } = &column.entry {
                let formula = Formula::new(self.placed(text, at));
                let now = formula.set_result(self.text(&cell.value));
                to.write_formula_with_format(at, place, now, &self.look.fixed)?;
            } else {
                self.cell(to, (at, place), column, cell)?;
            }
            if let Entry::Word { list: ListOf::Row, .. } = column.entry {
                to.add_data_validation(at, place, at, place, &self.rule(column, row.list)?)?;
            }
        }
        Ok(())
    }

    fn cell(
        &self,
        to: &mut Worksheet,
        (row, column): (RowNum, ColNum),
        of: &FormColumn,
        cell: &FormCell<'_>,
    ) -> Result<()> {
        let look = match &of.entry {
            Entry::Fixed | Entry::Formula { .. } => &self.look.fixed,
            Entry::Day { .. } => &self.look.day,
            Entry::Word { .. }
            | Entry::Whole { .. }
            | Entry::Decimal { .. }
            | Entry::Text { .. } => {
                if cell.likely {
                    &self.look.likely
                } else {
                    &self.look.entered
                }
            }
        };
        match &cell.value {
            Value::Empty => to.write_blank(row, column, look)?,
            Value::Number(number) | Value::Told(Told::Number(number)) => {
                to.write_number_with_format(row, column, *number as f64, look)?
            }
            Value::Date(day) | Value::Told(Told::Day(day)) => {
                to.write_datetime_with_format(row, column, excel_day(*day)?, look)?
            }
            Value::Told(Told::Points(score)) => {
                let points = f64::from(score.tenths()) / 10.0;
                to.write_number_with_format(row, column, points, look)?
            }
            other => to.write_string_with_format(row, column, self.text(other), look)?,
        };
        Ok(())
    }

    /// How many lines the longest text of a row takes; there is room for two in each.
    fn lines(&self, row: &FormRow<'_>) -> usize {
        let cells = self.sheet.columns.iter().zip(&row.cells);
        let lines = cells.map(|(column, cell)| lines(&self.text(&cell.value), wide(column)));
        lines.max().unwrap_or_default().max(2)
    }

    /// A value as text.
    fn text(&self, value: &Value<'_>) -> String {
        in_words(value, self.lang).into_owned()
    }

    /// A formula with the cells of a row in the place of the keys of columns.
    fn placed(&self, formula: &str, row: RowNum) -> String {
        let mut placed = formula.to_owned();
        for (at, column) in self.sheet.columns.iter().enumerate() {
            let key = format!("{{{}}}", column.key);
            placed = placed.replace(&key, &row_col_to_cell(row, at as ColNum));
        }
        placed
    }

    /// What may stand in the columns, and what is to be seen of what their formulas give.
    fn rules(&self, to: &mut Worksheet, first: RowNum, last: RowNum) -> Result<()> {
        for (column, at) in self.sheet.columns.iter().zip(0..) {
            match &column.entry {
                Entry::Fixed | Entry::Formula { good: None, .. } => {}
                Entry::Word { list: ListOf::Row, .. } => {}
                Entry::Formula { good: Some(good), .. } => {
                    let cell = format!("${}{}", column_number_to_name(at), first + 1);
                    for (rule, look) in [
                        (format!("{cell}=\"{good}\""), &self.look.good),
                        (format!("AND({cell}<>\"\",{cell}<>\"{good}\")"), &self.look.wrong),
                    ] {
                        let shown =
                            ConditionalFormatFormula::new().set_rule(&*rule).set_format(look);
                        to.add_conditional_format(first, at, last, at, &shown)?;
                    }
                }
                Entry::Word { list: ListOf::Column(list), .. } => {
                    to.add_data_validation(first, at, last, at, &self.rule(column, *list)?)?;
                }
                Entry::Whole { .. }
                | Entry::Decimal { .. }
                | Entry::Day { .. }
                | Entry::Text { .. } => {
                    to.add_data_validation(first, at, last, at, &self.rule(column, 0)?)?;
                }
            }
        }
        Ok(())
    }

    /// What may stand in a cell of a column, chosen from this list if it is a word.
    fn rule(&self, column: &FormColumn, list: usize) -> Result<DataValidation> {
        let rule = DataValidation::new();
        let rule = match &column.entry {
            Entry::Fixed | Entry::Formula { .. } => rule.allow_any_value(),
            Entry::Word { others, .. } => {
                let lists = self.form.lists_name;
                let name = column_number_to_name(list as ColNum);
                let last = self.form.lists.get(list).map_or(1, |words| words.len().max(1));
                let from = Formula::new(format!("{lists}!${name}$1:${name}${last}"));
                let rule = rule.allow_list_formula(from);
                if *others { rule.set_error_style(DataValidationErrorStyle::Warning) } else { rule }
            }
            Entry::Whole { most } => {
                rule.allow_whole_number(DataValidationRule::Between(0, i32::from(*most)))
            }
            Entry::Decimal { most } => {
                rule.allow_decimal_number(DataValidationRule::Between(0.0, f64::from(*most)))
            }
            Entry::Day { from, to } => {
                rule.allow_date(DataValidationRule::Between(excel_day(*from)?, excel_day(*to)?))
            }
            Entry::Text { longest } => {
                rule.allow_text_length(DataValidationRule::LessThanOrEqualTo(*longest as u32))
            }
        };
        rule.set_input_title(short(&column.label, LONGEST_TITLE))?
            .set_input_message(short(&column.help, LONGEST_MESSAGE))?
            .set_error_title(short(&self.form.refused, LONGEST_TITLE))?
            .set_error_message(short(&column.refusal, LONGEST_MESSAGE))
    }

    /// What stays in sight, what is locked, and how it is printed.
    fn set_up(&self, to: &mut Worksheet, head: RowNum) -> Result<()> {
        to.set_freeze_panes(head + 1, self.sheet.kept as ColNum)?;
        to.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        });
        to.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        to.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
        to.set_repeat_rows(head, head)?.set_footer("&C&P/&N");
        Ok(())
    }
}

/// How wide a column is: no word of its heading is broken.
fn wide(column: &FormColumn) -> u8 {
    let words = column.label.split_whitespace().map(|word| word.chars().count() + 2);
    words.max().and_then(|longest| u8::try_from(longest).ok()).unwrap_or_default().max(column.width)
}

/// How many lines a text takes in a column. Words are not broken, so a line is not full.
fn lines(text: &str, width: u8) -> usize {
    text.chars().count().div_ceil(usize::from(width).saturating_sub(2).max(1))
}

/// The name on a tab; Excel keeps one for itself.
fn tab(name: &str) -> String {
    if name.eq_ignore_ascii_case("history") { format!("{name}_") } else { name.to_owned() }
}

/// As much of a text as Excel takes, which counts in UTF-16.
fn short(text: &str, longest: usize) -> String {
    let mut left = longest;
    text.chars()
        .take_while(|c| left.checked_sub(c.len_utf16()).inspect(|rest| left = *rest).is_some())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_no_longer_than_excel_takes() {
        assert_eq!(short("chi bộ", 5), "chi b");
        assert_eq!(short("a\u{1d11e}b", 2), "a");
        assert_eq!(short("a", 32), "a");
    }
}
