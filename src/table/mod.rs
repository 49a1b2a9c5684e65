//! The one table model: every list and report becomes a [`Table`], every format renders a [`Table`].
//!
//! A table for people carries texts in the reader's language; a table for programs carries typed values
//! under stable keys. Which of the two it is, the report decides when it is laid out ([`Medium`]).

use std::borrow::Cow;

use crate::domain::{Date, Period, Share};

/// For whom a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// People: the terminal and documents.
    Screen,
    /// Programs: CSV, JSON.
    Data,
}

/// A table with what stands above and under it.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What it is: `coverage`, `composition`, … ; a stable key.
    pub kind: &'static str,
    /// The number of its columns' contract (`records.md`, section 9).
    pub schema: u32,
    /// Lines above, for people.
    pub heading: Vec<String>,
    /// The same for programs, under stable keys.
    pub about: Vec<(&'static str, Value)>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Figures for programs; people read them in rows and lines.
    pub figures: Vec<FigureGroup>,
    /// Lines under the table, for people.
    pub under: Vec<String>,
}

/// A table for programs with rows that follow its own, each made only when it is written: a long table is never
/// held as a whole.
pub struct Streamed<'a> {
    pub table: Table,
    pub more: Box<dyn Iterator<Item = Row> + 'a>,
}

impl From<Table> for Streamed<'_> {
    fn from(table: Table) -> Self {
        Self { table, more: Box::new(std::iter::empty()) }
    }
}

/// A column: a stable English key, and a label in the reader's language.
#[derive(Debug, Clone)]
pub struct Column {
    pub key: &'static str,
    pub label: String,
    pub shape: Shape,
    /// On a screen narrower than this many columns it is left out.
    pub drop_below: Option<u16>,
}

/// How a column takes room on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Texts, which may be broken into lines.
    Text,
    /// Short texts, never broken.
    Short,
    /// Numbers, to the right, never broken.
    Number,
    /// One of many like columns; where they do not fit beside each other, the table is continued below.
    Series,
}

impl Column {
    /// A column of this key, label and shape.
    pub fn new(key: &'static str, label: impl Into<String>, shape: Shape) -> Self {
        Self { key, label: label.into(), shape, drop_below: None }
    }

    /// The same, left out on screens narrower than `width`.
    pub fn drop_below(self, width: u16) -> Self {
        Self { drop_below: Some(width), ..self }
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// One record.
    Body,
    /// The head of a group of rows.
    Group,
    /// A sum.
    Total,
}

/// A row: a field for each column, or one text across all of them.
#[derive(Debug, Clone)]
pub struct Row {
    pub role: Role,
    pub content: Content,
}

/// What stands in a row.
#[derive(Debug, Clone)]
pub enum Content {
    /// A field for each column.
    Fields(Vec<Field>),
    /// A text across all columns, for people only.
    Across(String),
}

impl Row {
    /// A row of one record.
    pub fn body(fields: Vec<Field>) -> Self {
        Self { role: Role::Body, content: Content::Fields(fields) }
    }

    /// A row of this role with a field for each column.
    pub fn of(role: Role, fields: Vec<Field>) -> Self {
        Self { role, content: Content::Fields(fields) }
    }

    /// A row with one text across all columns.
    pub fn across(role: Role, text: impl Into<String>) -> Self {
        Self { role, content: Content::Across(text.into()) }
    }
}

/// A value and its tone.
#[derive(Debug, Clone)]
pub struct Field {
    pub value: Value,
    pub tone: Tone,
}

impl<V: Into<Value>> From<V> for Field {
    fn from(value: V) -> Self {
        Self { value: value.into(), tone: Tone::Plain }
    }
}

/// What colour may underline; it never says anything that the words do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Warning,
    Bad,
    Faint,
}

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing, or unknown: empty in files, never 0.
    Empty,
    Text(String),
    Number(u64),
    Date(Date),
    Period(Period),
    /// A value of a fixed list, or a text made of such: the key for programs, the label for people.
    Word {
        key: Cow<'static, str>,
        label: Cow<'static, str>,
    },
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Value {
    /// A text that programs and people read differently; empty if both are.
    pub fn word(key: impl Into<Cow<'static, str>>, label: impl Into<Cow<'static, str>>) -> Self {
        let (key, label) = (key.into(), label.into());
        if key.is_empty() && label.is_empty() { Self::Empty } else { Self::Word { key, label } }
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Period> for Value {
    fn from(period: Period) -> Self {
        Self::Period(period)
    }
}

impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Figures of one group of rows, or of all of them if `of` is empty.
#[derive(Debug, Clone)]
pub struct FigureGroup {
    /// What the group is: keys and values, such as `committee` and its code.
    pub of: Vec<(&'static str, Value)>,
    pub figures: Vec<(&'static str, Share)>,
}
