//! The values of a table as people read them, each with the room it takes: made once, for the widths and for writing.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::breaking::longest_word;
use super::screen::Screen;
use crate::domain::{Share, Told};
use crate::render::words::{in_column, is_value};
use crate::table::{Column, Content, Field, Medium, Role, Shape, Table, Tone, Value};

/// A value as it is read.
pub struct Cell<'t> {
    pub text: Cow<'t, str>,
    pub width: usize,
    pub tone: Tone,
}

/// What the values of a column want of the screen.
#[derive(Debug, Clone, Default)]
pub struct Measure {
    /// The widest value.
    pub widest: usize,
    /// The widest of what is not broken: a word, of several persons one.
    pub word: usize,
    /// Of fractions what stands before the stroke.
    pub before: usize,
    /// Whether any record has a value here.
    pub has_value: bool,
    /// How many values are of each width.
    widths: Vec<u32>,
}

/// Rows of cells under the columns that people are shown; none where texts stand across.
pub struct Cells<'t> {
    pub rows: Vec<Option<Vec<Cell<'t>>>>,
    /// Of each column of the table.
    pub measures: Vec<Measure>,
}

/// How many cells a bar has.
const BAR: u64 = 20;

impl<'t> Cells<'t> {
    /// Of every row, under every column of the table; those that are not for people stay empty.
    pub fn of(table: &'t Table<'_>, screen: Screen<'_>) -> Self {
        let mut measures = vec![Measure::default(); table.columns.len()];
        let mut has_records = false;
        let mut rows = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let Content::Fields(fields) = &row.content else {
                rows.push(None);
                continue;
            };
            has_records |= row.role == Role::Body;
            let columns = table.columns.iter().zip(fields).zip(&mut measures);
            let cells = columns.map(|((column, field), measure)| {
                let cell = cell(field, column, row.role, screen);
                let shown = row.role == Role::Body && is_value(field, &cell.text, column);
                measure.add(&cell, column.shape, shown);
                cell
            });
            rows.push(Some(cells.collect()));
        }
        let forms = table.columns.iter().zip(&mut measures).filter(|(column, _)| column.of_form);
        forms.for_each(|(_, measure)| measure.has_value = true);
        if !has_records {
            measures.iter_mut().for_each(|measure| measure.has_value = true);
        }
        Self { rows, measures }
    }
}

impl Measure {
    fn add(&mut self, cell: &Cell<'_>, shape: Shape, is_value: bool) {
        self.has_value |= is_value;
        let mut width = cell.width;
        match shape {
            Shape::Fraction => {
                let (before, after) = strokes(&cell.text);
                let after = (self.widest - self.before).max(after.width());
                self.before = self.before.max(before.width());
                self.widest = self.before + after;
                return;
            }
            Shape::Text => self.word = self.word.max(longest_word(&cell.text)),
            Shape::Name => {
                let names = cell.text.split("; ").map(|name| name.width());
                // What stands between two of them belongs to the first.
                let several = usize::from(cell.text.contains("; "));
                self.word = self.word.max(names.max().unwrap_or(0) + several);
            }
            Shape::Short | Shape::Day | Shape::Number | Shape::Count | Shape::Percent => {}
            Shape::Bar | Shape::Series => {}
        }
        self.widest = self.widest.max(width);
        width = width.min(400);
        if self.widths.len() <= width {
            self.widths.resize(width + 1, 0);
        }
        self.widths[width] += 1;
    }

    /// The width that so many of ten values have at most.
    pub fn most(&self, of_ten: u64) -> usize {
        let all: u64 = self.widths.iter().map(|n| u64::from(*n)).sum();
        let mut seen = 0;
        let reached = |n: &u32| {
            seen += u64::from(*n);
            seen * 10 >= all * of_ten
        };
        self.widths.iter().position(reached).unwrap_or(0)
    }
}

/// Of the columns that have no room, what stands beneath the row of a record, each under its label.
pub fn told_beneath(
    columns: &[Column],
    left_out: &[usize],
    (role, cells): (Role, &[Cell<'_>]),
) -> Option<String> {
    let of_record = left_out.iter().filter(|at| role == Role::Body && columns[**at].told_beneath);
    let known = of_record.filter(|at| !matches!(&*cells[**at].text, "" | "–"));
    let told = known.map(|at| format!("{}: {}", columns[*at].label, cells[*at].text));
    let told = told.collect::<Vec<_>>().join("; ");
    (!told.is_empty()).then_some(told)
}

/// What stands before the stroke of a fraction, and from it on.
pub fn strokes(text: &str) -> (&str, &str) {
    text.split_at(text.find('/').unwrap_or(text.len()))
}

fn cell<'t>(field: &'t Field<'_>, column: &Column, role: Role, screen: Screen<'_>) -> Cell<'t> {
    if !column.is_for(Medium::Screen) {
        return Cell { text: "".into(), width: 0, tone: Tone::Plain };
    }
    let text = match (&field.value, column.shape) {
        (Value::Told(Told::Share(share)), Shape::Bar) => bar(*share, screen).into(),
        _ => in_column(field, column, role, screen.lang),
    };
    let width = text.width();
    let tone = match field.tone {
        _ if &*text == "·" => Tone::Faint,
        // Of many like signs only those that say otherwise stand out.
        Tone::Good if column.shape == Shape::Series => Tone::Plain,
        tone => tone,
    };
    Cell { text, width, tone }
}

/// A bar in eighths of a cell; it is full only where all are counted, and never empty where any is.
fn bar(share: Share, screen: Screen<'_>) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let Share { k, n } = share;
    if screen.is_plain {
        let full = (BAR * k).checked_div(n).map_or(0, |parts| parts.max(u64::from(k > 0)));
        return "#".repeat(full as usize);
    }
    let eighths = (BAR * 8 * k).checked_div(n).map_or(0, |parts| parts.max(u64::from(k > 0)));
    "█".repeat((eighths / 8) as usize) + PARTS[(eighths % 8) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn a_bar_is_full_only_where_all_are_counted_and_never_empty_where_one_is() {
        let screen = Screen { width: 80, color: false, is_plain: false, lang: Lang::EN };
        let drawn = |k, n| bar(Share { k, n }, screen);
        assert_eq!(drawn(27, 27), "█".repeat(20));
        assert_eq!(drawn(26, 27), format!("{}▎", "█".repeat(19)));
        assert_eq!(drawn(999, 1000), format!("{}▉", "█".repeat(19)));
        assert_eq!((drawn(1, 1000), drawn(0, 27), drawn(0, 0)), ("▏".into(), "".into(), "".into()));
    }
}
