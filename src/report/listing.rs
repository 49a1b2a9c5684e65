//! A list: for each of its columns the heading and what stands in it, said once for people and programs.

use crate::table::{Column, Field, Medium, Role, Row, Shape, Table};
use crate::texts::{Labelled, Lang, lists};

/// What stands in a column of a record.
type Value<'a, T> = Box<dyn Fn(T) -> Field<'a> + 'a>;

/// The columns of a list of records.
pub(super) struct Listing<'a, T> {
    lang: Lang<'a>,
    columns: Vec<Column>,
    values: Vec<Value<'a, T>>,
    beneath: Beneath<'a, T>,
}

/// The line beneath the row of a record, for people.
type Beneath<'a, T> = Option<Box<dyn Fn(T) -> Option<String> + 'a>>;

impl<'a, T: Copy> Listing<'a, T> {
    /// A list without columns.
    pub fn new(lang: Lang<'a>) -> Self {
        Self { lang, columns: Vec::new(), values: Vec::new(), beneath: None }
    }

    /// The same with one more column.
    pub fn column<F: Into<Field<'a>>>(
        mut self,
        heading: impl Labelled,
        shape: Shape,
        value: impl Fn(T) -> F + 'a,
    ) -> Self {
        self.columns.push(super::column(self.lang, heading, shape));
        self.values.push(Box::new(move |record| value(record).into()));
        self
    }

    /// The same with one more column that only people are shown.
    pub fn people<F: Into<Field<'a>>>(
        self,
        heading: impl Labelled,
        shape: Shape,
        value: impl Fn(T) -> F + 'a,
    ) -> Self {
        self.column(heading, shape, value).with(|column| column.only(Medium::Screen))
    }

    /// The same with one more column of a form.
    pub fn form<F: Into<Field<'a>>>(
        self,
        heading: impl Labelled,
        shape: Shape,
        value: impl Fn(T) -> F + 'a,
    ) -> Self {
        self.column(heading, shape, value).with(Column::of_form)
    }

    /// The same with one more column that only programs are given.
    pub fn programs<F: Into<Field<'a>>>(
        self,
        heading: impl Labelled,
        value: impl Fn(T) -> F + 'a,
    ) -> Self {
        self.column(heading, Shape::Text, value).with(|column| column.only(Medium::Data))
    }

    /// The same, folded away in a workbook beside what people read in its place.
    pub fn codes<F: Into<Field<'a>>>(
        self,
        heading: impl Labelled,
        value: impl Fn(T) -> F + 'a,
    ) -> Self {
        self.programs(heading, value).with(Column::folded)
    }

    /// The same with one more column that only a spreadsheet has.
    pub fn spreadsheets<F: Into<Field<'a>>>(
        self,
        heading: impl Labelled,
        value: impl Fn(T) -> F + 'a,
    ) -> Self {
        self.column(heading, Shape::Text, value).with(|column| column.only(Medium::Sheet))
    }

    /// The same, the last column changed.
    pub fn with(mut self, change: impl FnOnce(Column) -> Column) -> Self {
        let last = self.columns.pop().map(change);
        self.columns.extend(last);
        self
    }

    /// The same with a line beneath each row that has one.
    pub fn beneath(self, line: impl Fn(T) -> Option<String> + 'a) -> Self {
        Self { beneath: Some(Box::new(line)), ..self }
    }

    /// The row of a record.
    pub fn row(&self, record: T) -> Row<'a> {
        self.row_of(Role::Body, record)
    }

    /// The same in a role.
    pub fn row_of(&self, role: Role, record: T) -> Row<'a> {
        let row = Row::of(role, self.values.iter().map(|value| value(record)).collect());
        match &self.beneath {
            Some(line) => row.beneath(line(record)),
            None => row,
        }
    }

    /// Its columns.
    pub fn columns(self) -> Vec<Column> {
        self.columns
    }

    /// The table of these records; without any, only that there are none.
    pub fn table(
        self,
        kind: &'static str,
        heading: Vec<String>,
        records: impl IntoIterator<Item = T>,
    ) -> Table<'a> {
        let rows: Vec<Row<'a>> = records.into_iter().map(|record| self.row(record)).collect();
        let empty = rows.is_empty();
        let under = empty.then(|| lists::empty_list(self.lang).to_owned()).into_iter().collect();
        let columns = if empty { Vec::new() } else { self.columns };
        Table { kind, schema: 1, heading, columns, rows, under, ..Table::default() }
    }
}
