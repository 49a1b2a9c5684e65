//! What is left aside of the files, and said: nothing is lost without a word.

use super::place::{Source, Spot, source, spot};
use crate::texts::{Lang, say};

/// Something that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aside {
    /// A file of a folder that is no table, or that another program keeps beside its own; a sheet that is hidden.
    File(Source),
    /// A table of a folder or a workbook of which neither the name nor the headings are known.
    UnknownFile(Source),
    /// A column without data, or of names beside codes.
    Column { source: Source, heading: String },
    /// A row below the last record: a total, a signature.
    Row { at: Spot, text: String },
}

impl Aside {
    /// Whether it is a whole table that is not read.
    pub fn is_table(&self) -> bool {
        matches!(self, Self::File(_) | Self::UnknownFile(_))
    }
}

/// How many of one sort are named.
const NAMED: usize = 12;

/// What was left aside, each sort in one line.
pub fn left_aside(lang: Lang, aside: &[Aside]) -> Vec<String> {
    let list = |of: &dyn Fn(&Aside) -> Option<String>| {
        let all: Vec<String> = aside.iter().filter_map(of).collect();
        let more = if all.len() > NAMED { "; …" } else { "" };
        let listed = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ") + more;
        Some(listed).filter(|_| !all.is_empty())
    };
    let rows = list(&|it| match it {
        Aside::Row { at, text } => Some(format!("{} “{text}”", spot(lang, at))),
        Aside::File(_) | Aside::UnknownFile(_) | Aside::Column { .. } => None,
    });
    let columns = list(&|it| match it {
        Aside::Column { source: table, heading } => Some(format!("{} “{heading}”", source(table))),
        Aside::File(_) | Aside::UnknownFile(_) | Aside::Row { .. } => None,
    });
    let unknown = list(&|it| match it {
        Aside::UnknownFile(table) => Some(source(table)),
        Aside::File(_) | Aside::Column { .. } | Aside::Row { .. } => None,
    });
    let files = list(&|it| match it {
        Aside::File(file) => Some(source(file)),
        Aside::UnknownFile(_) | Aside::Column { .. } | Aside::Row { .. } => None,
    });
    let said = [
        rows.map(|rows| {
            say!(
                lang,
                "Để ngoài các dòng cuối bảng không có mã: {rows}",
                "Left aside, rows without a code below the last record: {rows}"
            )
        }),
        columns.map(|columns| {
            say!(
                lang,
                "Để ngoài các cột không có số liệu, hoặc chỉ là tên đi kèm mã: {columns}",
                "Left aside, columns without data, or of names beside codes: {columns}"
            )
        }),
        unknown.map(|files| {
            say!(
                lang,
                "Để ngoài, không nhận ra tệp này qua tên và tiêu đề các cột: {files}",
                "Left aside, known neither by name nor by headings: {files}"
            )
        }),
        files.map(|files| {
            say!(
                lang,
                "Không đọc (không phải tệp số liệu): {files}",
                "Not read (no file of records): {files}"
            )
        }),
    ];
    said.into_iter().flatten().collect()
}
