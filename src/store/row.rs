//! Reading one stored row by column name. A value that breaks a rule is an error with table and row, never a default.

use rusqlite::Row;
use rusqlite::types::FromSql;

use super::{Result, StoreError};
use crate::domain::{Code, Date, Dated, Keyword, Name, Period, Refusal, Text};

/// A row of a table while it is being read.
pub(super) struct Taken<'r, 's> {
    row: &'r Row<'s>,
    table: &'static str,
}

impl<'r, 's> Taken<'r, 's> {
    pub fn new(row: &'r Row<'s>, table: &'static str) -> Self {
        Self { row, table }
    }

    /// The error for a column of this row.
    pub fn broken(&self, column: &'static str) -> StoreError {
        let id = self.row.get("id").unwrap_or(0);
        StoreError::RowBroken { table: self.table, id, column }
    }

    pub fn get<T: FromSql>(&self, column: &'static str) -> Result<T> {
        self.row.get(column).map_err(|_| self.broken(column))
    }

    fn parse<T>(
        &self,
        column: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>> {
        let value = self.row.get_ref(column).map_err(|_| self.broken(column))?;
        match value.as_str_or_null() {
            Ok(None) => Ok(None),
            Ok(Some(text)) => read(text).map(Some).ok_or_else(|| self.broken(column)),
            Err(_) => Err(self.broken(column)),
        }
    }

    fn need<T>(&self, column: &'static str, value: Option<T>) -> Result<T> {
        value.ok_or_else(|| self.broken(column))
    }

    pub fn date(&self, column: &'static str) -> Result<Option<Date>> {
        self.parse(column, Date::from_iso)
    }

    pub fn some_date(&self, column: &'static str) -> Result<Date> {
        let date = self.date(column)?;
        self.need(column, date)
    }

    pub fn period(&self, column: &'static str) -> Result<Period> {
        let period = self.parse(column, Period::from_iso)?;
        self.need(column, period)
    }

    pub fn code(&self) -> Result<Code> {
        let code = self.parse("code", |text| Code::new(text).ok())?;
        self.need("code", code)
    }

    pub fn category_code(&self) -> Result<Code> {
        let code = self.parse("code", |text| Code::category(text).ok())?;
        self.need("code", code)
    }

    pub fn keyword<T: Keyword>(&self, column: &'static str) -> Result<Option<T>> {
        self.parse(column, T::from_key)
    }

    pub fn some_keyword<T: Keyword>(&self, column: &'static str) -> Result<T> {
        let value = self.keyword(column)?;
        self.need(column, value)
    }

    pub fn name(&self, column: &'static str) -> Result<Option<Name>> {
        self.parse(column, |text| Name::new(text).ok())
    }

    pub fn some_name(&self, column: &'static str) -> Result<Name> {
        let name = self.name(column)?;
        self.need(column, name)
    }

    pub fn text<const N: usize>(&self, column: &'static str) -> Result<Option<Text<N>>> {
        let read =
            |text: &str| -> std::result::Result<Option<Text<N>>, Refusal> { Text::new(text) };
        self.parse(column, |text| read(text).ok().flatten())
    }

    pub fn some_text<const N: usize>(&self, column: &'static str) -> Result<Text<N>> {
        let text = self.text(column)?;
        self.need(column, text)
    }
}

/// Puts dated values together. The first one (without a day) must be there, or the record is broken.
pub(super) fn dated<T>(values: Vec<(Option<Date>, T)>, broken: StoreError) -> Result<Dated<T>> {
    let mut first = None;
    let mut changes = Vec::new();
    for (from, value) in values {
        match from {
            None => first = Some(value),
            Some(day) => changes.push((day, value)),
        }
    }
    let mut dated = Dated::new(first.ok_or(broken)?);
    for (day, value) in changes {
        dated.set(Some(day), value);
    }
    Ok(dated)
}
