//! CSV: the plain form that scripts read, and the form that Excel opens by a double click (`records.md`, section 9).

use std::borrow::Cow;
use std::io::{self, Write};

use crate::domain::{Period, Told, for_spreadsheet};
use crate::table::{Content, Field, Medium, Role, Row, Shape, Streamed, Value};
use crate::texts::{self, Lang};

/// Which CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect<'a> {
    /// UTF-8 without BOM, comma, LF, keys, ISO dates.
    Plain,
    /// BOM, semicolon, CRLF, labels, `dd/mm/yyyy`, `T7/2018`, and no cell of which Excel makes something else.
    Excel(Lang<'a>),
}

impl Dialect<'_> {
    /// For whom it is.
    pub fn medium(self) -> Medium {
        match self {
            Self::Plain => Medium::Data,
            Self::Excel(_) => Medium::Sheet,
        }
    }
}

/// Writes the rows of a table under its columns. Rows of sums and texts across are for people and are left out.
pub fn csv(streamed: Streamed<'_>, dialect: Dialect<'_>, out: &mut dyn Write) -> io::Result<()> {
    if dialect.medium() == Medium::Sheet {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = settings(dialect).from_writer(out);
    let columns = streamed.table.columns.iter().filter(|column| column.is_for(dialect.medium()));
    let head = columns.map(|column| match dialect {
        Dialect::Plain => column.key.into(),
        Dialect::Excel(_) => for_spreadsheet(&column.whole_label()).into_owned().into(),
    });
    writer.write_record(head.map(Cow::into_owned)).map_err(kept)?;
    write_rows(streamed, dialect, writer)
}

/// Writes the rows of a table that go on where others of the same columns end.
pub fn csv_on(streamed: Streamed<'_>, dialect: Dialect<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_rows(streamed, dialect, settings(dialect).from_writer(out))
}

fn settings(dialect: Dialect<'_>) -> ::csv::WriterBuilder {
    let mut settings = ::csv::WriterBuilder::new();
    match dialect {
        Dialect::Plain => settings.terminator(::csv::Terminator::Any(b'\n')),
        Dialect::Excel(_) => settings.delimiter(b';').terminator(::csv::Terminator::CRLF),
    };
    settings
}

fn write_rows(
    streamed: Streamed<'_>,
    dialect: Dialect<'_>,
    mut writer: ::csv::Writer<&mut dyn Write>,
) -> io::Result<()> {
    let columns = streamed.table.columns.iter();
    let given = columns.map(|column| column.is_for(dialect.medium()).then_some(column.shape));
    let given: Vec<Option<Shape>> = given.collect();
    for row in streamed.table.rows.into_iter().chain(streamed.more) {
        write_row(&mut writer, &row, &given, dialect).map_err(kept)?;
    }
    writer.flush()
}

fn write_row(
    writer: &mut ::csv::Writer<impl Write>,
    row: &Row<'_>,
    given: &[Option<Shape>],
    dialect: Dialect<'_>,
) -> Result<(), ::csv::Error> {
    let (Role::Body, Content::Fields(fields)) = (row.role, &row.content) else { return Ok(()) };
    for (field, shape) in
        fields.iter().zip(given).filter_map(|(field, given)| Some((field, (*given)?)))
    {
        writer.write_field(cell(field, shape, dialect).as_bytes())?;
    }
    writer.write_record(None::<&[u8]>)
}

/// The error of the stream itself, so that a reader that went away is known as one.
fn kept(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn cell<'a>(field: &'a Field<'_>, shape: Shape, dialect: Dialect<'_>) -> Cow<'a, str> {
    match dialect {
        Dialect::Plain => plain(&field.value),
        Dialect::Excel(lang) => excel(&field.value, shape, lang),
    }
}

fn plain<'a>(value: &'a Value<'_>) -> Cow<'a, str> {
    match value {
        Value::Empty => "".into(),
        Value::Text(text) => text.as_ref().into(),
        Value::Number(number) => number.to_string().into(),
        Value::Date(date) => date.to_string().into(),
        Value::Period(period) => period.to_string().into(),
        Value::Word { key, .. } | Value::Key { key, .. } => key.as_ref().into(),
        Value::Told(told) => texts::coded(told),
    }
}

/// Whether a label is a number with a sign before it.
fn is_signed(label: &str) -> bool {
    let number = label.strip_prefix(['+', '-']);
    let is_digit = |c: char| c.is_ascii_digit();
    number.is_some_and(|number| number.starts_with(is_digit) && number.ends_with(is_digit))
        && label.chars().skip(1).all(|c| is_digit(c) || matches!(c, '.' | ','))
}

fn excel<'a>(value: &'a Value<'_>, shape: Shape, lang: Lang<'_>) -> Cow<'a, str> {
    match value {
        Value::Empty => "".into(),
        Value::Text(text) => for_spreadsheet(text),
        Value::Number(number) => number.to_string().into(),
        Value::Date(date) => date.day_first().into(),
        Value::Period(period) => month_first(*period).into(),
        // A number with its sign is one to a spreadsheet too.
        Value::Word { label, .. } | Value::Key { label, .. } if is_signed(label) => {
            label.as_ref().into()
        }
        Value::Word { label, .. } | Value::Key { label, .. } => for_spreadsheet(label),
        // A number to a spreadsheet of that language, and of none where there is nothing to count.
        Value::Told(Told::Share(share)) if share.n == 0 => "".into(),
        Value::Told(Told::Share(share)) if shape == Shape::Fraction => {
            for_spreadsheet(&share.to_string()).into_owned().into()
        }
        Value::Told(Told::Share(share)) => texts::percent(lang, *share).into(),
        Value::Told(Told::Day(day) | Told::End(day)) => day.day_first().into(),
        Value::Told(Told::Month(month)) => month_first(*month).into(),
        Value::Told(Told::Number(number)) => number.to_string().into(),
        // A time to every spreadsheet.
        Value::Told(Told::Hour(hour)) => hour.to_string().into(),
        Value::Told(
            told @ (Told::Points(_) | Told::Word(_) | Told::YesNo(_) | Told::Reasons(_)),
        ) => texts::told(lang, told).into(),
        // Days among them, and what people wrote.
        Value::Told(told @ Told::Steps(_)) => {
            for_spreadsheet(&texts::told(lang, told)).into_owned().into()
        }
        // Records by their codes, as files have them.
        Value::Told(told) => for_spreadsheet(&texts::coded(told)).into_owned().into(),
    }
}

fn month_first(period: Period) -> String {
    format!("T{}/{}", period.month(), period.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::table::{Column, Role, Shape, Table};

    fn written(dialect: Dialect<'_>) -> String {
        let columns = vec![
            Column::new("note", "Ghi chú", Shape::Text),
            Column::new("held_on", "Ngày", Shape::Short),
            Column::new("period", "Tháng", Shape::Short),
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
        csv(table.into(), dialect, &mut out).unwrap();
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
        let expected = "\u{feff}Ghi chú;Ngày;Tháng;Kết quả\r\n'=1+1;05/07/2018;T7/2018;Đã dự\r\n\"a;b, \"\"c\"\"\";;;\r\n";
        assert_eq!(written(Dialect::Excel(Lang::VI)), expected);
    }
}
