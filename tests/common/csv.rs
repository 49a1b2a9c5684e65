//! CSV as tests write and read it.

use std::collections::BTreeMap;

use chibo::files::CsvFile;
use chibo::render::{self, Dialect};

/// A file with these columns and rows.
pub fn csv_of<R: AsRef<str>>(head: &str, rows: &[R]) -> String {
    let mut text = format!("{head}\n");
    for row in rows {
        text += row.as_ref();
        text.push('\n');
    }
    text
}

/// Name and text of a file that chibo writes.
pub fn written(file: CsvFile<'_>, dialect: Dialect<'_>) -> (String, String) {
    let mut bytes = Vec::new();
    render::csv(file.table, dialect, &mut bytes).unwrap();
    (file.name, String::from_utf8(bytes).unwrap())
}

/// The fields of one line.
pub fn fields(line: &str) -> Vec<String> {
    fields_between(line, ',')
}

/// The same between other signs.
pub fn fields_between(line: &str, separator: char) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c == separator && !quoted => fields.push(String::new()),
            c => fields.last_mut().expect("a field").push(c),
        }
    }
    fields
}

/// Rows of a CSV file or report, each by the keys of its columns.
pub fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = csv.lines();
    let head = fields(lines.next().unwrap_or_default());
    lines.map(|line| head.iter().cloned().zip(fields(line)).collect()).collect()
}
