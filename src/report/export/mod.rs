//! The folder of CSV files that `export` writes: every record in the canonical form and order of `records.md`,
//! section 9, so that importing it into a new file and exporting again gives the same bytes.
//!
//! Nothing here depends on identities or on the order in which records came in: rows stand in order of codes
//! and days, codes within a cell too. The columns are those that `import` reads; a test compares them.

mod closings;
mod meetings;
mod people;
mod places;

use crate::domain::{Item, Keyword, Meeting, Period, Records, Setting, SettingKey, Since};
use crate::report::telling::{in_file, text};
use crate::table::{Column, Field, Row, Shape, Streamed, Table, Value};
use crate::texts::{Lang, column_label};

/// One file of the folder.
pub struct ExportFile<'a> {
    /// Its name, which says what it holds; `filed/2018-07.csv` lies in a folder of its own.
    pub name: String,
    /// Its rows, for [`render::csv`](crate::render::csv).
    pub table: Streamed<'a>,
}

/// The folder of filed rows within the folder.
pub const FILED_FOLDER: &str = "filed";

/// Every file of the folder, in the order in which a folder is read. All are written, with rows or without;
/// filed rows are one file for each closed month. Of the meetings only those of a few `months` are held at a time:
/// they come in order, none without a meeting.
pub fn export_files<'a>(
    records: &'a Records,
    months: impl Iterator<Item = Vec<Meeting>> + 'a,
) -> Vec<ExportFile<'a>> {
    let mut months = months.peekable();
    let any_meeting = months.peek().is_some();
    let mut files = vec![
        file("committees.csv", &places::COMMITTEES, places::committees(records)),
        file("cells.csv", &places::CELLS, places::cells(records)),
        file("successions.csv", &places::SUCCESSIONS, places::successions(records)),
        file("categories.csv", &people::CATEGORIES, people::categories(records)),
        file("officials.csv", people::columns(records), people::officials(records)),
        file("assignments.csv", &people::ASSIGNMENTS, people::assignments(records)),
        file("meetings.csv", &meetings::MEETINGS, meetings::meetings(&records.register, months)),
        file("recommendations.csv", &meetings::RECOMMENDATIONS, meetings::recommendations(records)),
        file("settings.csv", &SETTINGS, settings(records, any_meeting)),
        file("closings.csv", &closings::CLOSINGS, closings::closings(records)),
    ];
    for closing in &records.closings {
        let name = format!("{FILED_FOLDER}/{}.csv", closing.period);
        files.push(file(&name, &closings::FILED, closings::filed(closing)));
    }
    files
}

/// The headings with which an export may write a file of this name; none if it writes no such file.
pub fn export_headings(name: &str) -> Vec<&'static [&'static str]> {
    let month = name.strip_prefix(FILED_FOLDER).and_then(|name| name.strip_prefix('/'));
    let month = month.and_then(|name| name.strip_suffix(".csv")).and_then(Period::from_iso);
    match name {
        "committees.csv" => vec![&places::COMMITTEES],
        "cells.csv" => vec![&places::CELLS],
        "successions.csv" => vec![&places::SUCCESSIONS],
        "categories.csv" => vec![&people::CATEGORIES],
        "officials.csv" => vec![&people::OFFICIALS, &people::OFFICIALS_ERASED],
        "assignments.csv" => vec![&people::ASSIGNMENTS],
        "meetings.csv" => vec![&meetings::MEETINGS],
        "recommendations.csv" => vec![&meetings::RECOMMENDATIONS],
        "settings.csv" => vec![&SETTINGS],
        "closings.csv" => vec![&closings::CLOSINGS],
        _ if month.is_some() => vec![&closings::FILED],
        _ => Vec::new(),
    }
}

const SETTINGS: [&str; 2] = ["key", "value"];

fn settings(records: &Records, any_meeting: bool) -> impl Iterator<Item = Vec<Field>> {
    // Meetings without a first period of reports: unsaid, importing them would set one.
    let none = move |key: SettingKey| {
        (key == SettingKey::RecordsFrom && any_meeting).then(|| "none".to_owned())
    };
    let value = move |key: SettingKey| {
        let set = records.settings.iter().find(|setting| setting.key() == key);
        set.map(Setting::value).or_else(|| none(key))
    };
    let row = move |key: &SettingKey| Some(vec![key.key().into(), text(&value(*key)?)]);
    SettingKey::ALL.iter().filter_map(row)
}

fn file<'a>(
    name: &str,
    keys: &[&'static str],
    rows: impl Iterator<Item = Vec<Field>> + 'a,
) -> ExportFile<'a> {
    let column = |key: &&'static str| Column::new(key, column_label(key, Lang::En), Shape::Text);
    let table = Table {
        kind: "export",
        schema: 1,
        columns: keys.iter().map(column).collect(),
        ..Table::default()
    };
    let table = Streamed { table, more: Box::new(rows.map(Row::body)) };
    ExportFile { name: name.to_owned(), table }
}

/// The rows of a record under these keys: one for each day from which dated values of it hold, the earliest first. What
/// has no days of its own stands on the first, but for the code, which stands on each.
fn rows(keys: &[&'static str], items: &[Item<'_>]) -> Vec<Vec<Field>> {
    let mut days: Vec<Since> = items.iter().map(|item| item.since).collect();
    days.retain(|since| *since != Since::Always);
    days.dedup();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() {
        days.push(Since::Always);
    }
    let row = |(at, since): (usize, &Since)| {
        let field = |key: &&'static str| {
            if *key == "from" && *since != Since::Always {
                return Value::from(since.day()).into();
            }
            let stands = |item: &&Item<'_>| {
                let here = match item.since {
                    Since::Always => at == 0 || *key == "code",
                    day => day == *since,
                };
                item.key == *key && here
            };
            in_file(items.iter().find(stands).and_then(|item| item.value.as_ref()))
        };
        keys.iter().map(field).collect()
    };
    days.iter().enumerate().map(row).collect()
}

fn maybe<V: Into<Value>>(value: Option<V>) -> Field {
    Value::from(value).into()
}

fn number(value: Option<impl Into<u64>>) -> Field {
    Value::from(value.map(Into::into)).into()
}
