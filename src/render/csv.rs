//! CSV: the plain form that scripts read, and the form that Excel opens by a double click (`records.md`, section 9).

use std::io::{self, Write};

use crate::domain::{Date, Period};
use crate::table::{Content, Field, Table, Value};

/// Which CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// UTF-8 without BOM, comma, LF, keys, ISO dates.
    Plain,
    /// BOM, semicolon, CRLF, labels, `dd/mm/yyyy`, `T7/2018`, and no cell that Excel takes for a formula.
    Excel,
}

/// Writes the rows of a table. Rows of sums and texts across are for people and are left out.
pub fn csv(table: &Table, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
    let mut settings = ::csv::WriterBuilder::new();
    match dialect {
        Dialect::Plain => settings.terminator(::csv::Terminator::Any(b'\n')),
        Dialect::Excel => {
            out.write_all("\u{feff}".as_bytes())?;
            settings.delimiter(b';').terminator(::csv::Terminator::CRLF)
        }
    };
    let mut writer = settings.from_writer(out);
    let head = table.columns.iter().map(|column| match dialect {
        Dialect::Plain => column.key.to_owned(),
        Dialect::Excel => tame(column.label.clone()),
    });
    writer.write_record(head).map_err(kept)?;
    for row in &table.rows {
        if let Content::Fields(fields) = &row.content {
            let record = fields.iter().map(|field| cell(field, dialect));
            writer.write_record(record).map_err(kept)?;
        }
    }
    writer.flush()
}

/// The error of the stream itself, so that a reader that went away is known as one.
fn kept(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn cell(field: &Field, dialect: Dialect) -> String {
    let excel = dialect == Dialect::Excel;
    match &field.value {
        Value::Empty => String::new(),
        Value::Text(text) if excel => tame(text.clone()),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) if excel => day_first(*date),
        Value::Date(date) => date.to_string(),
        Value::Period(period) if excel => month_first(*period),
        Value::Period(period) => period.to_string(),
        Value::Word { label, .. } if excel => tame(label.to_string()),
        Value::Word { key, .. } => key.to_string(),
    }
}

fn day_first(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

fn month_first(period: Period) -> String {
    format!("T{}/{}", period.month(), period.year())
}

/// Puts `'` before a text that Excel would take for a formula, and before one that already has it there:
/// reading takes one away.
fn tame(text: String) -> String {
    match text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, Role, Row, Shape};

    fn written(dialect: Dialect) -> String {
        let columns = vec![
            Column::new("note", "Ghi chú", Shape::Text),
            Column::new("held_on", "Ngày", Shape::Short),
            Column::new("period", "Kỳ", Shape::Short),
            Column::new("status", "Kết quả", Shape::Short),
        ];
        let word = Value::word("attended", "Đã dự");
        let day = Date::new(2018, 7, 5).unwrap();
        let rows = vec![
            Row::across(Role::Group, "P1 Phường 1"),
            Row::body(vec!["=1+1".into(), day.into(), Period::of(day).into(), word.into()]),
            Row::body(vec![
                "a;b, \"c\"".into(),
                Value::Empty.into(),
                Value::Empty.into(),
                Value::Empty.into(),
            ]),
        ];
        let table = Table { columns, rows, ..Table::default() };
        let mut out = Vec::new();
        csv(&table, dialect, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn plain_csv_has_keys_iso_dates_and_texts_as_stored() {
        let expected =
            "note,held_on,period,status\n=1+1,2018-07-05,2018-07,attended\n\"a;b, \"\"c\"\"\",,,\n";
        assert_eq!(written(Dialect::Plain), expected);
    }

    #[test]
    fn excel_csv_has_labels_and_no_formulas() {
        let expected = "\u{feff}Ghi chú;Ngày;Kỳ;Kết quả\r\n'=1+1;05/07/2018;T7/2018;Đã dự\r\n\"a;b, \"\"c\"\"\";;;\r\n";
        assert_eq!(written(Dialect::Excel), expected);
    }
}
