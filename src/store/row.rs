//! One row of a table while it is read or written: its values by position, in the order of the description, each
//! under the name of its column. A stored value that breaks a rule is an error with table, version and column, never a
//! default.

use rusqlite::Row;
use rusqlite::types::{FromSql, ValueRef};

use super::tables::{Column, Part, Table};
use super::{Result, StoreError};
use crate::domain::{AnyText, Code, Counts, Date, Dated, Fingerprint, Keyword, Name, Period, Text};

/// A row while it is being read: what comes next is the column after the one read last.
pub(super) struct Taken<'r, 's> {
    row: &'r Row<'s>,
    table: &'static str,
    columns: &'static [Column],
    version: i64,
    /// Where the next column stands in the row, and the first column of `columns` does.
    at: usize,
    first: usize,
}

impl<'r, 's> Taken<'r, 's> {
    /// A version, read with [`super::reader::Reader::select`]: its number, its record, then the columns.
    pub fn version(row: &'r Row<'s>, table: &'static Table) -> Result<Self> {
        Self::new(row, table.name, table.columns, 2)
    }

    /// A row of a part: the version it belongs to, then the columns.
    pub fn part(row: &'r Row<'s>, part: &'static Part) -> Result<Self> {
        Self::new(row, part.name, part.columns, 1)
    }

    /// A row of another query: the number that an error names, then what is asked for.
    pub fn of(row: &'r Row<'s>, table: &'static str) -> Result<Self> {
        Self::new(row, table, &[], 1)
    }

    fn new(
        row: &'r Row<'s>,
        table: &'static str,
        columns: &'static [Column],
        first: usize,
    ) -> Result<Self> {
        let version = row.get_ref(0).ok().and_then(|value| value.as_i64().ok()).unwrap_or(0);
        Ok(Self { row, table, columns, version, at: first, first })
    }

    /// The number of the version.
    pub fn number(&self) -> i64 {
        self.version
    }

    /// The record whose version it is.
    pub fn record(&self) -> Result<i64> {
        self.row.get(1).map_err(|_| self.broken("record"))
    }

    /// The error for a column of this row.
    pub fn broken(&self, column: &'static str) -> StoreError {
        StoreError::RowBroken { table: self.table, id: self.version, column }
    }

    fn next(&mut self, column: &'static str) -> Result<ValueRef<'r>> {
        let described = self.columns.get(self.at - self.first).map(|described| described.name);
        debug_assert!(described.is_none_or(|name| name == column), "{column} in {}", self.table);
        self.at += 1;
        self.row.get_ref(self.at - 1).map_err(|_| self.broken(column))
    }

    /// Whatever SQLite can make of the next column.
    pub fn get<T: FromSql>(&mut self, column: &'static str) -> Result<T> {
        T::column_result(self.next(column)?).map_err(|_| self.broken(column))
    }

    /// Passes over a column that is only for looking up.
    pub fn skip(&mut self, column: &'static str) -> Result<()> {
        self.next(column).map(drop)
    }

    fn parse<T>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>> {
        match self.next(column)?.as_str_or_null() {
            Ok(None) => Ok(None),
            Ok(Some(text)) => read(text).map(Some).ok_or_else(|| self.broken(column)),
            Err(_) => Err(self.broken(column)),
        }
    }

    fn whole<T>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(i64) -> Option<T>,
    ) -> Result<Option<T>> {
        match self.next(column)? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(number) => read(number).map(Some).ok_or_else(|| self.broken(column)),
            _ => Err(self.broken(column)),
        }
    }

    fn need<T>(&self, column: &'static str, value: Option<T>) -> Result<T> {
        value.ok_or_else(|| self.broken(column))
    }

    /// A day, if there is one.
    pub fn date(&mut self, column: &'static str) -> Result<Option<Date>> {
        self.whole(column, Date::from_number)
    }

    /// A day.
    pub fn some_date(&mut self, column: &'static str) -> Result<Date> {
        let date = self.date(column)?;
        self.need(column, date)
    }

    /// A month.
    pub fn period(&mut self, column: &'static str) -> Result<Period> {
        let period = self.whole(column, Period::from_number)?;
        self.need(column, period)
    }

    /// A number, if there is one.
    pub fn count<T: TryFrom<i64>>(&mut self, column: &'static str) -> Result<Option<T>> {
        self.whole(column, |number| T::try_from(number).ok())
    }

    /// Those who belong to a cell and those who came.
    pub fn counts(&mut self) -> Result<Counts> {
        Ok(Counts {
            total: self.count("total")?,
            exempt: self.count("exempt")?,
            away: self.count("away")?,
            present: self.count("present")?,
            excused: self.count("excused")?,
        })
    }

    /// A code.
    pub fn code(&mut self, column: &'static str) -> Result<Code> {
        let code = self.parse(column, |text| Code::new(text).ok())?;
        self.need(column, code)
    }

    /// The code of a category.
    pub fn category_code(&mut self, column: &'static str) -> Result<Code> {
        let code = self.parse(column, |text| Code::category(text).ok())?;
        self.need(column, code)
    }

    /// Codes joined by `;`.
    pub fn codes(&mut self, column: &'static str) -> Result<Vec<Code>> {
        let read = |text: &str| text.split(';').map(|code| Code::new(code).ok()).collect();
        Ok(self.parse(column, read)?.unwrap_or_default())
    }

    /// A fingerprint, if there is one.
    pub fn fingerprint(&mut self, column: &'static str) -> Result<Option<Fingerprint>> {
        self.parse(column, Fingerprint::read)
    }

    /// A value out of a fixed list, if there is one.
    pub fn word<T: Keyword>(&mut self, column: &'static str) -> Result<Option<T>> {
        self.whole(column, |at| T::ALL.get(usize::try_from(at).ok()?).copied())
    }

    /// A value out of a fixed list.
    pub fn some_word<T: Keyword>(&mut self, column: &'static str) -> Result<T> {
        let value = self.word(column)?;
        self.need(column, value)
    }

    /// A name that is no person's.
    pub fn name(&mut self, column: &'static str) -> Result<Name> {
        let name = self.parse(column, |text| Name::new(text).ok())?;
        self.need(column, name)
    }

    /// A text that is no person's, if there is one.
    pub fn plain(&mut self, column: &'static str) -> Result<Option<&'r str>> {
        let value = self.next(column)?;
        value.as_str_or_null().map_err(|_| self.broken(column))
    }

    /// A text that stands in the row itself.
    pub fn some_text<const N: usize>(&mut self, column: &'static str) -> Result<Text<N>> {
        let text = self.parse(column, |text| Text::new(text).ok().flatten())?;
        self.need(column, text)
    }
}

/// A text as it was recorded; none if it is too long for its column.
pub(super) fn read_text<const N: usize>(text: &AnyText) -> Option<Text<N>> {
    text.fit()
}

/// A value to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Null,
    Integer(i64),
    Plain(&'a str),
    /// How the name before it is sought.
    Sought,
    /// A text that people wrote.
    Text(&'a str),
    /// A person's name.
    Person(&'a str),
    /// The text that the version before it has: it was erased, and stays so.
    Kept,
}

/// A version to be written: the values of its columns, then those of its parts.
#[derive(Debug)]
pub(super) struct Version<'a> {
    pub table: &'static Table,
    pub values: Vec<Value<'a>>,
    /// How many rows each part has.
    pub rows: [usize; 2],
    part: Option<usize>,
}

impl<'a> Version<'a> {
    /// A version of which nothing is written yet.
    pub fn new(table: &'static Table) -> Self {
        debug_assert!(table.parts.len() <= 2, "{} has too many parts", table.name);
        let values = Vec::with_capacity(table.columns.len() + 8);
        Self { table, values, rows: [0; 2], part: None }
    }

    /// The columns that are being filled, and how many values are in the row so far.
    fn under_way(&self) -> (&'static [Column], usize) {
        let own = self.table.columns.len();
        match self.part {
            None => (self.table.columns, self.values.len()),
            Some(part) => {
                let before = self.table.parts[..part].iter().zip(self.rows);
                let before: usize = before.map(|(part, rows)| part.columns.len() * rows).sum();
                let columns = self.table.parts[part].columns;
                let filled = self.values.len() - own - before;
                (columns, filled - columns.len() * (self.rows[part] - 1))
            }
        }
    }

    fn push(mut self, column: &'static str, value: Value<'a>) -> Self {
        let (columns, at) = if cfg!(debug_assertions) { self.under_way() } else { (&[][..], 0) };
        let described = columns.get(at).map(|described| described.name);
        debug_assert_eq!(described, Some(column), "in {}", self.table.name);
        self.values.push(value);
        self
    }

    /// For the rows of a part alone: the columns of the version itself are left empty.
    pub fn of_part(table: &'static Table) -> Self {
        Self { values: vec![Value::Null; table.columns.len()], ..Self::new(table) }
    }

    /// Begins the next row of a part. Parts come in the order of the description.
    pub fn row(mut self, part: &'static str) -> Self {
        let at = self.table.parts.iter().position(|known| known.name == part);
        debug_assert!(at >= self.part, "{part} in {}", self.table.name);
        self.part = at;
        if let Some(at) = at {
            self.rows[at] += 1;
        }
        self
    }

    pub fn plain(self, column: &'static str, value: Option<&'a str>) -> Self {
        self.push(column, value.map_or(Value::Null, Value::Plain))
    }

    /// A name by which the record is looked up; `sought` comes after it.
    pub fn name(self, column: &'static str, value: &'a Name) -> Self {
        self.push(column, Value::Plain(value.as_str())).push("sought", Value::Sought)
    }

    pub fn text<const N: usize>(self, column: &'static str, value: Option<&'a Text<N>>) -> Self {
        self.push(column, value.map_or(Value::Null, |text| Value::Text(text.as_str())))
    }

    pub fn body(self, column: &'static str, value: &'a str) -> Self {
        self.push(column, Value::Text(value))
    }

    /// A person's name, or none where it was erased.
    pub fn person(self, column: &'static str, value: Option<&'a Name>) -> Self {
        self.push(column, value.map_or(Value::Kept, |name| Value::Person(name.as_str())))
    }

    pub fn day(self, column: &'static str, value: Option<Date>) -> Self {
        self.number(column, value.map(Date::number))
    }

    pub fn month(self, column: &'static str, value: Period) -> Self {
        self.number(column, Some(value.number()))
    }

    pub fn number(self, column: &'static str, value: Option<impl Into<i64>>) -> Self {
        self.push(column, value.map_or(Value::Null, |number| Value::Integer(number.into())))
    }

    pub fn counts(self, counts: Counts) -> Self {
        self.number("total", counts.total)
            .number("exempt", counts.exempt)
            .number("away", counts.away)
            .number("present", counts.present)
            .number("excused", counts.excused)
    }

    pub fn word<T: Keyword>(self, column: &'static str, value: Option<T>) -> Self {
        self.number(column, value.and_then(number_of))
    }
}

/// The number by which a word of a fixed list stands in a table.
pub(super) fn number_of<T: Keyword>(word: T) -> Option<i64> {
    T::ALL.iter().position(|known| *known == word).map(|at| at as i64)
}

/// Puts dated values together. The first one (without a day) must be there, or the record is broken.
pub(super) fn dated<T>(values: Vec<(Option<Date>, T)>, broken: StoreError) -> Result<Dated<T>> {
    let mut values = values.into_iter();
    let Some((None, first)) = values.next() else { return Err(broken) };
    let mut dated = Dated::new(first);
    for (day, value) in values {
        if day.is_none() {
            return Err(broken);
        }
        dated.set(day, value);
    }
    Ok(dated)
}
