//! The folder of CSV files that `export` writes: every record in the canonical form and order of `records.md`,
//! section 9, so that importing it into a new file and exporting again gives the same bytes.
//!
//! Nothing here depends on identities or on the order in which records came in: rows stand in order of codes
//! and days, codes within a cell too.

use super::content::{Content, Exported, headed};
use super::{Column, CsvFile, FileKind, filed};
use crate::domain::{Meeting, Period, Records};
use crate::table::Streamed;
use crate::texts::Lang;

/// Every file of the folder, in the order in which a folder is read. All are written, with rows or without;
/// filed rows are one file for each closed month. Of the meetings only those of a few `months` are held at a time:
/// they come in order, none without a meeting.
pub fn export_files<'a>(
    records: &'a Records,
    months: impl Iterator<Item = Vec<Meeting>> + 'a,
) -> Vec<CsvFile<'a>> {
    let mut months = months.peekable();
    let any_meeting = months.peek().is_some();
    let mut exported = Exported { records, any_meeting, months: Some(Box::new(months)) };
    let mut files = Vec::new();
    for kind in FileKind::ALL {
        let contents = kind.contents(&mut exported).into_iter();
        files.extend(contents.map(|content| file(kind, content)));
    }
    files
}

fn file(kind: FileKind, content: Content<'_>) -> CsvFile<'_> {
    let table = headed(content.columns, Lang::EN);
    CsvFile { name: name(kind, content.month), table: Streamed { table, more: content.rows } }
}

fn name(kind: FileKind, month: Option<Period>) -> String {
    match month {
        None => kind.file_name().to_owned(),
        Some(month) => format!("{}/{month}.csv", kind.file_name()),
    }
}

/// The headings with which an export may write a file of this name; none if it writes no such file.
pub fn export_headings(file: &str) -> Vec<Vec<&'static str>> {
    let in_folder = file.rsplit_once('/').and_then(|(_, file)| filed::month_of(file));
    let kind = match in_folder {
        Some(_) => Some(FileKind::Filed),
        None => FileKind::of_name(file),
    };
    let Some(kind) = kind.filter(|kind| name(*kind, in_folder) == file) else { return Vec::new() };
    let usual: Vec<&'static str> = kind.usual().map(|column| column.key).collect();
    let all: Vec<&'static str> = kind.columns().iter().map(|Column { key, .. }| *key).collect();
    if usual == all { vec![all] } else { vec![usual, all] }
}
