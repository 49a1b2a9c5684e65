//! The month sheet as `meetings.csv`.

use super::rows::{MonthSheet, SheetRow};
use crate::domain::{Kept, Key, Keyword, Told};
use crate::files::content::{CsvFile, written};
use crate::files::{Column, FileKind, meetings};
use crate::table::{self, Field, Row, Shape, Table, Value};
use crate::texts::{Heading, Labelled, Lang, column_label, told};

/// A column of the file.
#[derive(Clone, Copy)]
enum Stands {
    Recorded(Column),
    /// For people only.
    Beside(Heading),
}

/// All of them, in order: names stand beside what they are the names of.
fn columns() -> Vec<Stands> {
    let mut columns = Vec::new();
    for column in FileKind::Meetings.usual().filter(|column| *column != meetings::KIND) {
        columns.push(Stands::Recorded(column));
        if column == meetings::CELL {
            columns.extend([Heading::NameOfCell, Heading::AssignedNames].map(Stands::Beside));
        }
    }
    columns
}

impl MonthSheet<'_> {
    /// `meetings.csv` with a row for each due cell, under keys or under labels in this language.
    pub fn template<'l>(&'l self, lang: Lang<'l>) -> CsvFile<'l> {
        let columns = columns();
        let head = columns.iter().map(|column| {
            let (key, label) = match column {
                Stands::Recorded(Column { key, .. }) => (*key, column_label(key, lang)),
                Stands::Beside(heading) => (heading.key(), heading.label(lang)),
            };
            table::Column::new(key, label, Shape::Text)
        });
        let head = head.collect();
        let rows = self.rows().map(|row| Row::body(self.fields(row, &columns, lang)));
        let table = Table {
            kind: "month_sheet",
            schema: 1,
            columns: head,
            rows: rows.collect(),
            ..Table::default()
        };
        CsvFile { name: FileKind::Meetings.file_name().to_owned(), table: table.into() }
    }

    fn fields<'l>(
        &'l self,
        row: &SheetRow<'l>,
        columns: &[Stands],
        lang: Lang<'l>,
    ) -> Vec<Field<'l>> {
        let values = self.values(row);
        let field = |column: &Stands| -> Field<'l> {
            match column {
                Stands::Beside(Heading::NameOfCell) => row.name.as_str().into(),
                Stands::Beside(_) if row.assigned.is_empty() => Value::Empty.into(),
                Stands::Beside(_) => told(lang, &Told::People(row.assigned.clone())).into(),
                Stands::Recorded(column) => {
                    let stands = values.iter().find(|(key, _)| key.key() == column.key);
                    match stands.and_then(|(_, value)| value.as_ref()) {
                        // Excel shows the label of what stands in a fixed list.
                        Some(value @ (Told::Word(_) | Told::YesNo(_))) => {
                            Value::word(value.written(), told(lang, value)).into()
                        }
                        value => written(value),
                    }
                }
            }
        };
        columns.iter().map(field).collect()
    }

    /// What stands in a row under the keys of the file: what is recorded, else the cell and its likely counts.
    pub(super) fn values<'l>(&'l self, row: &SheetRow<'l>) -> Vec<(Key, Option<Told<'l>>)> {
        let mut values = Vec::new();
        if let Some(meeting) = row.recorded {
            meeting.tell(&self.facts.register, |item| {
                if item.kept != Kept::Derived {
                    values.push((item.key, item.value));
                }
            });
            return values;
        }
        let number = |count: Option<u16>| count.map(|count| Told::Number(count.into()));
        vec![
            (Key::Period, Some(Told::Month(self.period))),
            (Key::Cell, Some(Told::Cell(row.cell, self.period.last_day()))),
            (Key::Total, number(row.likely.total)),
            (Key::Exempt, number(row.likely.exempt)),
            (Key::Away, number(row.likely.away)),
        ]
    }
}
