//! The terminal: columns that line up also with Vietnamese letters, lines no wider than the screen.
//!
//! The only user of comfy-table. Texts across all columns are put in the place of marked rows, as
//! comfy-table has no cells that span.

use std::io::{self, Write};

use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle,
    TableStyle, Width,
};
use unicode_width::UnicodeWidthStr;

use crate::table::{Column, Content, Field, Medium, Role, Shape, Table, Tone, Value};
use crate::texts::{self, Lang};

/// The screen a table is written for.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// In character cells.
    pub width: u16,
    pub color: bool,
    /// Of days, months and told values.
    pub lang: Lang<'a>,
}

/// Stands in a row whose place a text across all columns takes: a character that no text may contain.
const MARK: &str = "\u{e000}";

/// No lines but one under the head.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Writes a table laid out for people.
pub fn terminal(table: &Table<'_>, screen: Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    for line in &table.heading {
        writeln!(out, "{}", wrap(line, screen.width, 0))?;
    }
    if !table.heading.is_empty() {
        writeln!(out)?;
    }
    let fits = |column: &Column| {
        column.is_for(Medium::Screen) && column.drop_below.is_none_or(|least| screen.width >= least)
    };
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|at| fits(&table.columns[*at])).collect();
    if !table.rows.is_empty() {
        for (number, block) in blocks(table, &shown, screen).iter().enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            write_block(table, block, screen, out)?;
        }
    }
    for (at, line) in table.under.iter().enumerate() {
        if at == 0 && !table.rows.is_empty() {
            writeln!(out)?;
        }
        writeln!(out, "{}", wrap(line, screen.width, 2))?;
    }
    Ok(())
}

/// Which columns stand beside each other: all of them, or, where a series is too wide, its parts with the
/// other columns repeated.
fn blocks(table: &Table<'_>, shown: &[usize], screen: Screen<'_>) -> Vec<Vec<usize>> {
    let of_series = |at: &&usize| table.columns[**at].shape == Shape::Series;
    let series: Vec<usize> = shown.iter().filter(of_series).copied().collect();
    if series.is_empty() {
        return vec![shown.to_vec()];
    }
    // Columns before the series head every part; those after it close the last one.
    let first = series.iter().min().copied().unwrap_or(0);
    let before: Vec<usize> = shown.iter().filter(|at| **at < first).copied().collect();
    let after: Vec<usize> =
        shown.iter().filter(|at| **at > first && !of_series(at)).copied().collect();
    let room = |at: &usize| widest(table, *at, screen.lang) + 1;
    let taken: usize = before.iter().map(|at| room(at).min(26)).chain(after.iter().map(room)).sum();
    let each = series.iter().map(room).max().unwrap_or(1).max(1);
    let fit = (usize::from(screen.width).saturating_sub(taken) / each).max(1);
    let parts = series.len().div_ceil(fit);
    let even: Vec<&[usize]> = series.chunks(series.len().div_ceil(parts)).collect();
    let last = even.len() - 1;
    let part = |(number, part): (usize, &&[usize])| {
        let close = if number == last { &after[..] } else { &[] };
        [&before[..], part, close].concat()
    };
    even.iter().enumerate().map(part).collect()
}

/// The width of the widest text of a column, head included.
fn widest(table: &Table<'_>, at: usize, lang: Lang) -> usize {
    let label = table.columns[at].label.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let fields = table.rows.iter().filter_map(|row| match &row.content {
        Content::Fields(fields) => Some(text(&fields[at], lang).width()),
        Content::Across(_) => None,
    });
    fields.max().unwrap_or(0).max(label)
}

fn write_block(
    table: &Table<'_>,
    block: &[usize],
    screen: Screen<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut drawn = comfy_table::Table::new();
    drawn
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(screen.width)
        .force_no_tty();
    if screen.color {
        drawn.enforce_styling();
    }
    drawn.set_header(block.iter().map(|at| head(&table.columns[*at])));
    let mut across = Vec::new();
    for row in &table.rows {
        match &row.content {
            Content::Fields(fields) => {
                drawn.add_row(block.iter().map(|at| cell(&fields[*at], row.role, screen.lang)));
            }
            Content::Across(text) => {
                across.push((row.role, text));
                drawn.add_row([MARK]);
            }
        }
    }
    drawn.discover_columns();
    let (widths, gap) = widths(table, block, screen);
    for (place, at) in block.iter().enumerate() {
        let Some(column) = drawn.column_mut(place) else { continue };
        let gap = if place + 1 == block.len() { 0 } else { gap };
        column.set_padding((0, gap));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(widths[place] + gap)));
        if table.columns[*at].shape == Shape::Number {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let mut across = across.into_iter();
    for line in drawn.lines() {
        if line.contains(MARK) {
            write_across(across.next(), screen, out)?
        } else {
            writeln!(out, "{}", line.trim_end())?
        }
    }
    Ok(())
}

/// How wide each column of a block is, and the gap between them. Every column gets room for its longest
/// word; what is left goes, cell by cell, to the texts that would otherwise be broken into most lines.
fn widths(table: &Table<'_>, block: &[usize], screen: Screen<'_>) -> (Vec<u16>, u16) {
    let fields = |at: usize| {
        table.rows.iter().filter_map(move |row| match &row.content {
            Content::Fields(fields) => Some(text(&fields[at], screen.lang)),
            Content::Across(_) => None,
        })
    };
    let longest_word =
        |text: &str| text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let mut widths = Vec::new();
    let mut wanted = Vec::new();
    let mut usual = Vec::new();
    for at in block {
        let column = &table.columns[*at];
        let mut every: Vec<usize> = fields(*at).map(|text| text.width()).collect();
        every.sort_unstable();
        let natural = every.last().copied().unwrap_or(0);
        let most = every.get(every.len() * 4 / 5).copied().unwrap_or(0);
        usual.push(most.max(natural.div_ceil(3) + 1).min(natural));
        let least = match column.shape {
            Shape::Text => fields(*at).map(|text| longest_word(&text)).max().unwrap_or(0),
            Shape::Short | Shape::Number | Shape::Series => natural,
        };
        let head = longest_word(&column.label);
        widths.push(least.max(head).max(1));
        wanted.push(natural.max(head).max(1));
    }
    let between = block.len().saturating_sub(1);
    let screen = usize::from(screen.width);
    // Two blanks between columns, unless a narrow screen has better use for them.
    let least: usize = widths.iter().sum();
    let roomy = least + 2 * between + screen * 15 / 100 <= screen;
    let gap = if roomy || wanted.iter().sum::<usize>() + 2 * between <= screen { 2 } else { 1 };
    let mut left = screen.saturating_sub(widths.iter().sum::<usize>() + gap * between);
    // Most rows come first; a few long texts may take some three lines.
    widen(&mut widths, &usual, &mut left);
    widen(&mut widths, &wanted, &mut left);
    let heads: Vec<usize> = block
        .iter()
        .map(|at| table.columns[*at].label.lines().map(UnicodeWidthStr::width).max().unwrap_or(0))
        .collect();
    widen(&mut widths, &heads, &mut left);
    // Where even the longest words do not fit beside each other, the widest columns give way.
    while widths.iter().sum::<usize>() + gap * between > screen {
        let Some(widest) = widths.iter_mut().max().filter(|width| **width > 4) else { break };
        *widest -= 1;
    }
    (widths.into_iter().map(|width| width as u16).collect(), gap as u16)
}

/// Gives what is left of the screen to the columns that are furthest from the width they want.
fn widen(widths: &mut [usize], wanted: &[usize], left: &mut usize) {
    while *left > 0 {
        let narrow = (0..widths.len()).filter(|at| widths[*at] < wanted[*at]);
        let lines = |at: &usize| wanted[*at] * 1000 / widths[*at];
        let Some(at) = narrow.max_by_key(lines) else { break };
        widths[at] += 1;
        *left -= 1;
    }
}

fn write_across(
    row: Option<(Role, &String)>,
    screen: Screen<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some((role, text)) = row else { return Ok(()) };
    let text = wrap(text, screen.width, 4);
    if screen.color && matches!(role, Role::Group | Role::Total) {
        for line in text.lines() {
            writeln!(out, "\u{1b}[1m{line}\u{1b}[0m")?;
        }
        Ok(())
    } else {
        writeln!(out, "{text}")
    }
}

fn head(column: &Column) -> Cell {
    let cell = Cell::new(&column.label).add_attribute(Attribute::Bold);
    match column.shape {
        Shape::Number => cell.set_alignment(CellAlignment::Right),
        Shape::Text | Shape::Short | Shape::Series => cell,
    }
}

fn cell(field: &Field<'_>, role: Role, lang: Lang) -> Cell {
    let cell = Cell::new(text(field, lang));
    let cell = match field.tone {
        Tone::Plain => cell,
        Tone::Good => cell.fg(Color::Green),
        Tone::Warning => cell.fg(Color::Yellow),
        Tone::Bad => cell.fg(Color::Red),
        Tone::Faint => cell.add_attribute(Attribute::Dim),
    };
    match role {
        Role::Body => cell,
        Role::Group | Role::Total => cell.add_attribute(Attribute::Bold),
    }
}

fn text(field: &Field<'_>, lang: Lang) -> String {
    let text = match &field.value {
        Value::Empty => return String::new(),
        Value::Number(number) => return number.to_string(),
        Value::Date(date) => return texts::date(lang, *date),
        Value::Period(period) => return texts::period(lang, *period),
        Value::Text(text) => text.as_ref().into(),
        Value::Word { label, .. } | Value::Key { label, .. } => label.as_ref().into(),
        Value::Told(told) => texts::told(lang, told),
    };
    // The mark of a text across all columns may stand in no other row.
    text.replace(MARK, "?")
}

/// Breaks a text between words into lines no wider than `width`; lines after the first are indented.
pub fn wrap(text: &str, width: u16, indent: usize) -> String {
    let width = usize::from(width).max(20);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let long = line.width() + 1 + word.width();
        if !line.trim().is_empty() && long > width {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
            line.push_str(word);
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.push(line);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Row;

    /// A row whose fields are all texts.
    fn fields<'a>(texts: &[&'a str]) -> Row<'a> {
        Row::body(texts.iter().map(|text| Field::from(*text)).collect())
    }

    fn drawn(table: &Table<'_>, width: u16) -> String {
        let mut out = Vec::new();
        terminal(table, Screen { width, color: false, lang: Lang::EN }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn columns(labels: &[&str]) -> Vec<Column> {
        labels.iter().map(|label| Column::new("key", *label, Shape::Text)).collect()
    }

    #[test]
    fn columns_line_up_in_both_normal_forms() {
        let rows = vec![
            fields(&["Nguyễn Thị Đỗ Quyên", "x"]),
            fields(&["Nguye\u{302}\u{303}n Thi\u{323} Đô\u{303} Quyên", "x"]),
            fields(&["Le Van A            ", "x"]),
        ];
        let table =
            Table { columns: columns(&["Họ và tên", "Dự"]), rows, ..Table::default() };
        let places: Vec<usize> = drawn(&table, 80)
            .lines()
            .skip(2)
            .map(|line| line[..line.find('x').unwrap()].width())
            .collect();
        assert_eq!(places, [22, 22, 22]);
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        let long = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";
        let rows = vec![Row::across(Role::Group, long.repeat(3)), fields(&[long, long])];
        let table = Table {
            heading: vec![long.repeat(3)],
            columns: columns(&["Chuyên đề", "Ghi chú"]),
            rows,
            under: vec![long.repeat(2)],
            ..Table::default()
        };
        for width in [40, 60, 80] {
            for line in drawn(&table, width).lines() {
                assert!(line.width() <= usize::from(width), "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_series_that_does_not_fit_is_continued_below() {
        let mut columns = columns(&["Chi bộ"]);
        columns.extend((1..=12).map(|m| Column::new("m", format!("T{m}\n2018"), Shape::Series)));
        let mut row = vec!["P1-01 Khu phố 1"];
        row.extend(["27/27"; 12]);
        let table = Table { columns, rows: vec![fields(&row)], ..Table::default() };
        let text = drawn(&table, 80);
        assert_eq!(text.matches("P1-01").count(), 2);
        assert_eq!(text.matches("27/27").count(), 12);
        assert_eq!(drawn(&table, 160).matches("P1-01").count(), 1);
    }

    #[test]
    fn texts_across_stand_in_their_place() {
        let rows = vec![
            Row::across(Role::Group, "P1 Phường 1"),
            fields(&["a", "b"]),
            Row::across(Role::Total, "Tổng cộng"),
        ];
        let table = Table { columns: columns(&["A", "B"]), rows, ..Table::default() };
        assert_eq!(drawn(&table, 40), "A  B\n────\nP1 Phường 1\na  b\nTổng cộng\n");
    }
}
