//! Who came to a meeting, how many members, and why others did not, as the cells of a row say: the same in reports of meetings and in filed
//! rows.

use super::codes::Symbol;
use super::row::{Row, is_none};
use crate::domain::{Absences, Counts, Field};
use crate::files::Column;

/// What a row says of visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Came {
    /// The cell is empty, or there is no such column.
    Unsaid,
    /// `none`.
    Nobody,
    /// One official, as nearly always.
    One(Symbol),
    /// Several, in order.
    Several(Box<[Symbol]>),
}

impl Came {
    /// The codes, in order.
    pub fn symbols(&self) -> &[Symbol] {
        match self {
            Self::Unsaid | Self::Nobody => &[],
            Self::One(symbol) => std::slice::from_ref(symbol),
            Self::Several(officials) => officials,
        }
    }
}

/// Who came, as a cell says.
pub(super) fn visitors(row: &mut Row<'_>, column: Column) -> Came {
    let text = row.text(column);
    if text.is_empty() {
        return Came::Unsaid;
    }
    if is_none(text) {
        return Came::Nobody;
    }
    const BETWEEN: [char; 3] = [';', ',', '\n'];
    if !text.bytes().any(|byte| matches!(byte, b';' | b',' | b'\n')) {
        return row.symbol(column, text).map_or_else(|| Came::Several(Box::default()), Came::One);
    }
    let codes = text.split(BETWEEN).filter(|code| !code.trim().is_empty());
    let mut symbols: Vec<Symbol> = codes.filter_map(|code| row.symbol(column, code)).collect();
    symbols.sort_unstable();
    match symbols[..] {
        [symbol] => Came::One(symbol),
        _ => Came::Several(symbols.into()),
    }
}

/// The counts of members, in the columns of these five: in all, exempt, away, present, excused.
pub(super) fn counts(row: &mut Row<'_>, columns: [Column; 5]) -> Counts {
    let [total, exempt, away, present, excused] = columns;
    Counts {
        total: row.count(total, Field::Total),
        exempt: row.count(exempt, Field::Exempt),
        away: row.count(away, Field::Away),
        present: row.count(present, Field::Present),
        excused: row.count(excused, Field::Excused),
    }
}

/// One reason for all, or `TUV-07=duty;TUV-09=leave`.
pub(super) fn reasons(row: &mut Row<'_>, column: Column) -> Absences<Symbol> {
    let text = row.text(column);
    if text.is_empty() {
        return Absences::Unexplained;
    }
    if !text.contains('=') {
        return row.word(column).map_or(Absences::Unexplained, Absences::All);
    }
    let mut each = Vec::new();
    for part in text.split(';').filter(|part| !part.trim().is_empty()) {
        let (code, reason) = part.split_once('=').unwrap_or((part, ""));
        let symbol = row.symbol(column, code);
        let reason = row.word_of(column, reason);
        each.extend(symbol.zip(reason));
    }
    Absences::each(each)
}
