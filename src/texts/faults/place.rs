//! Where something stands in files, as people look for it.

use crate::texts::{Lang, count, say};

/// A table that is read: a CSV file, or a sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Source {
    /// The file as it was given.
    pub file: String,
    /// The name of the sheet.
    pub sheet: Option<String>,
}

/// A place in a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    pub source: Source,
    /// From the first to the last line of each run of lines, from 1; none if the whole table is meant.
    pub lines: Vec<(u32, u32)>,
    /// The number of the column, from 0.
    pub column: Option<usize>,
}

impl Source {
    /// A line of it.
    pub fn line(&self, line: u32) -> Spot {
        Spot { source: self.clone(), lines: vec![(line, line)], column: None }
    }
}

impl Spot {
    /// How many rows it is.
    pub fn rows(&self) -> usize {
        self.lines.iter().map(|(first, last)| (last - first) as usize + 1).sum()
    }
}

/// How many runs of lines are named.
const RUNS: usize = 6;

/// `cells.csv:3–9, 11–17 (14 rows)`, `month.xlsx, P1!F3–F9`.
pub fn spot(lang: Lang, spot: &Spot) -> String {
    let (Spot { source, lines, column }, rows) = (spot, spot.rows());
    let Source { sheet, .. } = source;
    let letters = column.filter(|_| sheet.is_some()).map(letters).unwrap_or_default();
    let run = |(first, last): &(u32, u32)| {
        if first == last {
            format!("{letters}{first}")
        } else {
            format!("{letters}{first}–{letters}{last}")
        }
    };
    let mut place = self::source(source);
    if lines.is_empty() {
        return place;
    }
    place.push(if sheet.is_some() { '!' } else { ':' });
    place += &lines.iter().take(RUNS).map(run).collect::<Vec<_>>().join(", ");
    if rows > 1 {
        let more = if lines.len() > RUNS { ", …" } else { "" };
        let rows = count(lang, rows, "dòng", "row", "rows");
        place += &say!(lang, "{more} ({rows})", "{more} ({rows})");
    }
    place
}

/// `cells.csv`, `month.xlsx, P1`.
pub fn source(Source { file, sheet }: &Source) -> String {
    match sheet {
        None => file.clone(),
        Some(sheet) => format!("{file}, {}", quoted(sheet)),
    }
}

/// The name of a sheet as a spreadsheet writes it before a cell.
fn quoted(sheet: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    if sheet.chars().all(plain) {
        sheet.to_owned()
    } else {
        format!("'{}'", sheet.replace('\'', "''"))
    }
}

/// The letters of a column: A to Z, AA, …
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sheet: Option<&str>, lines: &[(u32, u32)], column: usize) -> String {
        let source = Source { file: "a".to_owned(), sheet: sheet.map(str::to_owned) };
        spot(Lang::EN, &Spot { source, lines: lines.to_vec(), column: Some(column) })
    }

    #[test]
    fn a_place_is_named_as_people_look_for_it() {
        assert_eq!(shown(None, &[], 2), "a");
        assert_eq!(shown(None, &[(3, 3)], 2), "a:3");
        assert_eq!(shown(None, &[(3, 9), (11, 17)], 2), "a:3–9, 11–17 (14 rows)");
        assert_eq!(shown(Some("P1"), &[(7, 7)], 5), "a, P1!F7");
        assert_eq!(shown(Some("Phường 1"), &[(7, 8)], 27), "a, 'Phường 1'!AB7–AB8 (2 rows)");
        assert_eq!(shown(Some("P1"), &[], 5), "a, P1");
    }
}
