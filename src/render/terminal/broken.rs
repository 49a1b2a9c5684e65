//! A row whose texts take several lines, set beside each other.
//!
//! The only user of comfy-table. Where the texts are broken is decided here, as a number stays with its word; rows of one
//! line, which are nearly all, are written without it.

use std::io::{self, Write};

use comfy_table::{
    Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Table, TableStyle, Width,
};

use super::screen::{Screen, hue};
use crate::table::{Role, Tone};

/// What stands in one column of the row.
pub struct BrokenCell {
    pub lines: Vec<String>,
    /// In character cells.
    pub width: usize,
    pub tone: Tone,
}

/// Writes the row, `gap` blanks between its columns.
pub fn write(
    role: Role,
    cells: &[BrokenCell],
    gap: usize,
    screen: Screen<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut row = Table::new();
    row.load_style(TableStyle::new())
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(screen.width)
        .force_no_tty();
    if screen.color {
        row.enforce_styling();
    }
    row.add_row(cells.iter().map(|cell| painted(role, cell)));
    row.discover_columns();
    for (place, cell) in cells.iter().enumerate() {
        let Some(column) = row.column_mut(place) else { continue };
        let gap = if place + 1 == cells.len() { 0 } else { gap };
        let [width, gap] = [cell.width + gap, gap].map(|n| u16::try_from(n).unwrap_or(u16::MAX));
        column.set_padding((0, gap));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    row.lines().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

fn painted(role: Role, cell: &BrokenCell) -> Cell {
    let told = Cell::new(cell.lines.join("\n"));
    let told = match hue(cell.tone) {
        Some(number) => told.fg(Color::AnsiValue(number)),
        None if cell.tone == Tone::Faint => told.add_attribute(Attribute::Dim),
        None => told,
    };
    match role {
        Role::Body => told,
        Role::Group | Role::Total => told.add_attribute(Attribute::Bold),
    }
}
