//! How values look in a workbook: what is written, and in which format.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::book::excel_day;
use crate::domain::{Date, Share, Told};
use crate::render::words::in_words;
use crate::table::{Field, Role, Shape, Tone, Value};
use crate::texts::{Lang, Language};

/// The longest text of a cell, in characters; a spreadsheet takes no more.
const LONGEST: usize = 32_000;

/// Formats in the reader's language.
pub(super) struct Look<'a> {
    lang: Lang<'a>,
    /// Of a day and of a month.
    day: &'static str,
    month: &'static str,
}

/// What is written into a cell.
enum Written {
    Nothing,
    Text(String),
    Number(f64),
    Percent(f64),
    Day(Date),
    Month(Date),
}

impl<'a> Look<'a> {
    pub fn new(lang: Lang<'a>) -> Self {
        let (day, month) = match lang.language {
            Language::Vi => ("dd/mm/yyyy", "mm/yyyy"),
            Language::En => ("yyyy-mm-dd", "yyyy-mm"),
        };
        Self { lang, day, month }
    }

    /// The language of the reader.
    pub fn lang(&self) -> Lang<'a> {
        self.lang
    }

    /// A value in words.
    pub fn text(&self, value: &Value<'_>) -> String {
        in_words(value, self.lang).into_owned()
    }

    fn written(&self, value: &Value<'_>, shape: Shape) -> Written {
        match value {
            Value::Empty => Written::Nothing,
            Value::Number(number) | Value::Told(Told::Number(number)) => {
                Written::Number(*number as f64)
            }
            Value::Date(day) | Value::Told(Told::Day(day)) => Written::Day(*day),
            Value::Period(month) | Value::Told(Told::Month(month)) => {
                Written::Month(month.first_day())
            }
            Value::Told(Told::Points(score)) => Written::Number(f64::from(score.tenths()) / 10.0),
            // A time to every spreadsheet, as in CSV.
            Value::Told(Told::Hour(hour)) => Written::Text(hour.to_string()),
            Value::Told(Told::Share(Share { n: 0, .. })) => Written::Nothing,
            Value::Told(Told::Share(share)) if shape == Shape::Fraction => {
                Written::Text(share.to_string())
            }
            Value::Told(Told::Share(share)) => Written::Percent(share.k as f64 / share.n as f64),
            Value::Text(_) | Value::Word { .. } | Value::Key { .. } | Value::Told(_) => {
                Written::Text(self.text(value).chars().take(LONGEST).collect())
            }
        }
    }

    /// How many columns of characters a value takes, and whether it may be broken into lines.
    pub fn width(&self, value: &Value<'_>, shape: Shape) -> (usize, bool) {
        match self.written(value, shape) {
            Written::Nothing => (0, false),
            Written::Text(text) => {
                (text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0), true)
            }
            Written::Number(number) => (number.to_string().len(), false),
            Written::Percent(_) => (6, false),
            Written::Day(_) => (self.day.len(), false),
            Written::Month(_) => (self.month.len(), false),
        }
    }

    /// The text that a value is, which may be broken into lines.
    pub fn broken(&self, value: &Value<'_>, shape: Shape) -> Option<String> {
        match self.written(value, shape) {
            Written::Text(text) => Some(text),
            Written::Nothing
            | Written::Number(_)
            | Written::Percent(_)
            | Written::Day(_)
            | Written::Month(_) => None,
        }
    }

    /// Writes a field of a row.
    pub fn put(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        field: &Field<'_>,
        shape: Shape,
        role: Role,
    ) -> Result<(), XlsxError> {
        let side = if shape.is_right() { FormatAlign::Right } else { FormatAlign::General };
        let plain = of_tone(of_role(framed().set_align(side), role), field.tone);
        match self.written(&field.value, shape) {
            Written::Nothing => sheet.write_blank(row, column, &plain)?,
            Written::Text(text) => sheet.write_string_with_format(row, column, text, &plain)?,
            Written::Number(number) => {
                sheet.write_number_with_format(row, column, number, &plain)?
            }
            Written::Percent(part) => {
                sheet.write_number_with_format(row, column, part, &plain.set_num_format("0.0%"))?
            }
            Written::Day(day) => sheet.write_datetime_with_format(
                row,
                column,
                excel_day(day)?,
                &plain.set_num_format(self.day),
            )?,
            Written::Month(day) => sheet.write_datetime_with_format(
                row,
                column,
                excel_day(day)?,
                &plain.set_num_format(self.month),
            )?,
        };
        Ok(())
    }
}

/// Thin lines, texts broken into lines.
fn framed() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0xBFBFBF))
        .set_align(FormatAlign::Top)
        .set_text_wrap()
}

/// Of a column's label.
pub(super) fn label() -> Format {
    framed()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0xD9E2F3))
}

/// Of a line above the table: the first is the largest.
pub(super) fn line(is_title: bool) -> Format {
    if is_title { Format::new().set_bold().set_font_size(13) } else { Format::new() }
}

fn of_role(format: Format, role: Role) -> Format {
    match role {
        Role::Body => format,
        Role::Group => format.set_bold().set_background_color(Color::RGB(0xF2F2F2)),
        Role::Total => format.set_bold().set_border_top(FormatBorder::Medium),
    }
}

/// A light ground and a dark letter, as spreadsheets mark good and bad: told apart also where it is printed in grey, by the
/// words.
fn of_tone(format: Format, tone: Tone) -> Format {
    let (ground, letter) = match tone {
        Tone::Plain => return format,
        Tone::Faint => return format.set_font_color(Color::RGB(0x7F7F7F)),
        Tone::Good => (0xC6EFCE, 0x006100),
        Tone::Warning => (0xFFEB9C, 0x7F6000),
        Tone::Bad => (0xFFC7CE, 0x9C0006),
    };
    format.set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(letter))
}

/// Of a text across all columns.
pub(super) fn across(role: Role) -> Format {
    of_role(framed(), role)
}
