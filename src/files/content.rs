//! What stands in a file that is written: rows of fields, made of what records tell of themselves.

use super::Column;
use crate::domain::{
    Item, Keyword, Meeting, Period, Record, Records, Register, Since, Told, for_file,
};
use crate::table::{self, Field, Row, Shape, Streamed, Table, Value};
use crate::texts::{Lang, column_label};

/// What is written.
pub(super) struct Exported<'a> {
    pub records: &'a Records,
    pub any_meeting: bool,
    /// The meetings month by month, until they are taken: there may be millions.
    pub months: Option<Box<dyn Iterator<Item = Vec<Meeting>> + 'a>>,
}

/// One file of a kind.
pub(super) struct Content<'a> {
    /// The month, where each has a file of its own.
    pub month: Option<Period>,
    pub columns: Vec<Column>,
    pub rows: Box<dyn Iterator<Item = Row<'a>> + 'a>,
}

impl<'a> Content<'a> {
    /// Rows under these columns.
    pub fn new(columns: &[Column], rows: impl Iterator<Item = Vec<Field<'a>>> + 'a) -> Self {
        Self { month: None, columns: columns.to_vec(), rows: Box::new(rows.map(Row::body)) }
    }

    /// The rows of these records.
    pub fn of<R: Record + 'a>(
        columns: &'static [Column],
        records: impl IntoIterator<Item = &'a R> + 'a,
        register: &'a Register,
    ) -> Self {
        let told = records.into_iter().map(|record| record.told(register));
        Self::new(columns, told.flat_map(|items| rows(columns, &items)))
    }
}

/// A file to be written.
pub struct CsvFile<'a> {
    /// Its name, which says what it holds; `filed/2018-07.csv` lies in a folder of its own.
    pub name: String,
    /// Its rows, for [`render::csv`](crate::render::csv).
    pub table: Streamed<'a>,
}

/// A table with nothing but these columns.
pub(super) fn headed(columns: impl IntoIterator<Item = Column>, lang: Lang) -> Table<'static> {
    let column = |Column { key, .. }| table::Column::new(key, column_label(key, lang), Shape::Text);
    let columns = columns.into_iter().map(column).collect();
    Table { kind: "export", schema: 1, columns, ..Table::default() }
}

/// The rows of a record under these columns: one for each day from which dated values of it hold, the earliest first.
/// What has no days of its own stands on the first, but for the code, which stands on each.
fn rows(columns: &[Column], items: &[Item<'_>]) -> Vec<Vec<Field<'static>>> {
    let mut days: Vec<Since> = items.iter().map(|item| item.since).collect();
    days.retain(|since| *since != Since::Always);
    days.dedup();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() {
        days.push(Since::Always);
    }
    let row = |(at, since): (usize, &Since)| {
        let field = |Column { key, .. }: &Column| {
            if *key == "from" && *since != Since::Always {
                return Value::from(since.day()).into();
            }
            let stands = |item: &&Item<'_>| {
                let here = match item.since {
                    Since::Always => at == 0 || *key == "code",
                    day => day == *since,
                };
                item.key.key() == *key && here
            };
            written(items.iter().find(stands).and_then(|item| item.value.as_ref()))
        };
        columns.iter().map(field).collect()
    };
    days.iter().enumerate().map(row).collect()
}

/// A value as a file has it.
pub(super) fn written(value: Option<&Told<'_>>) -> Field<'static> {
    match value {
        None => Value::Empty.into(),
        Some(Told::Text(written) | Told::Free(written)) => text(written),
        Some(Told::Number(number)) => (*number).into(),
        Some(Told::Day(day) | Told::End(day)) => (*day).into(),
        Some(Told::Month(month)) => (*month).into(),
        Some(other) => other.written().into(),
    }
}

/// A free text.
pub(super) fn text(text: &str) -> Field<'static> {
    for_file(text).into_owned().into()
}
