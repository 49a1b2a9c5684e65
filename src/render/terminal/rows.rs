//! The rows of a table under its columns, with the lines beneath them.

use std::borrow::Cow;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::breaking::{plain, wrap};
use super::broken::{self, BrokenCell};
use super::cells::{Cell, Cells, Measure, strokes, told_beneath};
use super::layout::Layout;
use super::screen::{Screen, hue};
use crate::table::{Column, Content, Role, Row, Shape, Table, Tone};
use crate::texts::unbroken;

/// Stands before a line beneath a row.
const BENEATH: &str = "→ ";

/// Rows that are written under columns of these widths.
pub struct Rows<'w> {
    columns: &'w [Column],
    measures: &'w [Measure],
    layout: &'w Layout,
    /// Columns without room, whose values may stand beneath the row.
    left_out: &'w [usize],
    screen: Screen<'w>,
    /// Where a text across begins that stands behind others: at its column, or as far to the left as the widest needs.
    behind: usize,
}

impl<'w> Rows<'w> {
    /// For the rows of this table, some of whose columns have no room.
    pub fn new(
        table: &'w Table<'_>,
        cells: &'w Cells<'_>,
        (layout, left_out): (&'w Layout, &'w [usize]),
        screen: Screen<'w>,
    ) -> Self {
        let (columns, measures) = (&table.columns[..], &cells.measures[..]);
        let mut rows = Self { columns, measures, layout, left_out, screen, behind: 0 };
        rows.behind = rows.behind(table);
        rows
    }

    fn behind(&self, table: &Table<'_>) -> usize {
        let (mut begin, mut before, mut widest) = (0, 0, 0);
        let starts = self.layout.starts();
        for row in &table.rows {
            if let Content::Across(texts) = &row.content
                && let [first @ .., last] = &texts[..]
                && !first.is_empty()
            {
                begin = starts.get(first.len()).copied().unwrap_or(0).max(begin);
                before = self.line_of(first).width().max(before);
                widest = last.width().max(widest);
            }
        }
        begin.min(self.screen.room().saturating_sub(widest)).max(before + 2)
    }

    /// Writes one row and what is beneath it.
    pub fn write(
        &self,
        row: &Row<'_>,
        cells: Option<&Vec<Cell<'_>>>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match (&row.content, cells) {
            (Content::Across(texts), _) => self.write_across(row.role, texts, out)?,
            (Content::Fields(_), Some(cells)) => self.write_fields(row.role, cells, out)?,
            (Content::Fields(_), None) => {}
        }
        // Nearly all rows have nothing beneath them.
        if row.beneath.is_empty() && self.left_out.is_empty() {
            return Ok(());
        }
        let indent = self.beneath();
        let room = self.screen.room().saturating_sub(indent);
        let told = cells.map(|cells| told_beneath(self.columns, self.left_out, (row.role, cells)));
        let sign = if self.screen.is_plain { "> " } else { BENEATH };
        for text in told.iter().flatten().chain(&row.beneath) {
            for line in wrap(&format!("{sign}{text}"), room, BENEATH.width()) {
                writeln!(out, "{:indent$}{line}", "")?;
            }
        }
        Ok(())
    }

    /// Where the lines beneath a row begin: a little behind its first text.
    fn beneath(&self) -> usize {
        let starts = self.layout.starts();
        let mut texts = self.layout.columns.iter().zip(starts);
        let first = texts.find(|((at, _), _)| !self.columns[*at].shape.is_right());
        first.map_or(0, |(_, start)| start) + 2
    }

    fn write_fields(&self, role: Role, cells: &[Cell<'_>], out: &mut dyn Write) -> io::Result<()> {
        let columns = &self.layout.columns;
        if columns.iter().all(|(at, width)| cells[*at].width <= *width) {
            let texts = columns.iter().map(|(at, _)| cells[*at].text.as_ref());
            return self.write_line(role, cells, texts, out);
        }
        let broken = columns.iter().map(|(at, width)| {
            let lines = self.broken(*at, &cells[*at], *width);
            let pad = |line: &Cow<'_, str>| {
                let before = self.before(*at, *width, (line, line.width()));
                format!("{:before$}{line}", "")
            };
            BrokenCell {
                lines: lines.iter().map(pad).collect(),
                width: *width,
                tone: cells[*at].tone,
            }
        });
        let broken: Vec<BrokenCell> = broken.collect();
        broken::write(role, &broken, self.layout.gap, self.screen, out)
    }

    fn broken<'c>(&self, at: usize, cell: &'c Cell<'_>, width: usize) -> Vec<Cow<'c, str>> {
        if cell.width <= width {
            return vec![cell.text.as_ref().into()];
        }
        let text: Cow<'_, str> = match self.columns[at].shape {
            Shape::Name => {
                let fits = |name: &str| name.width() < width;
                let one = |name: &str| if fits(name) { unbroken(name) } else { name.to_owned() };
                cell.text.split("; ").map(one).collect::<Vec<_>>().join("; ").into()
            }
            _ => cell.text.as_ref().into(),
        };
        wrap(&text, width, 0).into_iter().map(Cow::Owned).collect()
    }

    /// The blanks before a text, which is so wide, in its column.
    fn before(&self, at: usize, width: usize, (text, wide): (&str, usize)) -> usize {
        match self.columns[at].shape {
            Shape::Fraction => {
                let measure = &self.measures[at];
                let own = measure.before.saturating_sub(strokes(text).0.width());
                width.saturating_sub(measure.widest) + own
            }
            shape if shape.is_right() => width.saturating_sub(wide),
            _ => 0,
        }
    }

    /// One line of fields, each in its place.
    fn write_line<'t>(
        &self,
        role: Role,
        cells: &[Cell<'_>],
        texts: impl Iterator<Item = &'t str>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut line = String::new();
        // Blanks that stand before the next text, if there is one.
        let mut blanks = 0;
        for ((at, width), text) in self.layout.columns.iter().zip(texts) {
            let cell = &cells[*at];
            let wide = if text.len() == cell.text.len() { cell.width } else { text.width() };
            let before = self.before(*at, *width, (text, wide));
            if wide > 0 {
                line.extend(std::iter::repeat_n(' ', blanks + before));
                self.paint(role, cell.tone, text, &mut line);
                blanks = width.saturating_sub(before + wide) + self.layout.gap;
            } else {
                blanks += width + self.layout.gap;
            }
        }
        writeln!(out, "{line}")
    }

    /// Texts each at the place of its column, or as soon as the one before it leaves room.
    fn line_of(&self, texts: &[String]) -> String {
        let starts = self.layout.starts();
        let mut line = String::new();
        for (at, text) in texts.iter().enumerate() {
            let start = starts.get(at).copied().unwrap_or(0);
            let least = if line.is_empty() { 0 } else { line.width() + 1 };
            line.push_str(&" ".repeat(start.max(least) - line.width()));
            line.push_str(text);
        }
        line
    }

    fn write_across(&self, role: Role, texts: &[String], out: &mut dyn Write) -> io::Result<()> {
        let [first @ .., last] = texts else { return Ok(()) };
        let room = self.screen.room();
        let mut lines = Vec::new();
        if first.is_empty() {
            lines = wrap(last, room, 4);
        } else {
            let first = self.line_of(first);
            let begin = self.behind.min(room.saturating_sub(last.width()));
            if begin >= first.width() + 2 {
                let between = begin - first.width();
                lines.push(format!("{first}{:between$}{last}", ""));
            } else {
                lines.push(first);
                lines.extend(wrap(&format!("    {last}"), room, 4));
            }
        }
        for line in lines {
            let mut painted = String::new();
            self.paint(role, Tone::Plain, &line, &mut painted);
            writeln!(out, "{painted}")?;
        }
        Ok(())
    }

    fn paint(&self, role: Role, tone: Tone, text: &str, line: &mut String) {
        let text = plain(text);
        if !self.screen.color || (role == Role::Body && tone == Tone::Plain) {
            return line.push_str(&text);
        }
        if role != Role::Body {
            line.push_str("\u{1b}[1m");
        }
        match hue(tone) {
            Some(number) => line.push_str(&format!("\u{1b}[3{number}m")),
            None if tone == Tone::Faint => line.push_str("\u{1b}[2m"),
            None => {}
        }
        line.push_str(&text);
        line.push_str("\u{1b}[0m");
    }
}
