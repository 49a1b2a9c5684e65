//! The one table model: every list and report becomes a [`Table`], every format renders a [`Table`].
//!
//! A table carries typed values under stable keys; whoever renders it writes them for people in their language, or for
//! programs. What only the ones or the others read, its columns and roles say ([`Medium`]); where the rows themselves
//! are others, the report is laid out for one of them.

mod agenda;
mod chart;
mod form;
mod paper;

pub use agenda::{Agenda, Appointment};
pub use chart::{Chart, Drawn, Point};
pub use form::{Entry, Form, FormCell, FormColumn, FormRow, FormSheet, ListOf};
pub use paper::Paper;

use std::borrow::Cow;

use crate::domain::{Date, Period, Share, Told};

/// For whom something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// People: the terminal and documents.
    Screen,
    /// People with a spreadsheet: the rows of programs in the words of people.
    Sheet,
    /// Programs: CSV, JSON.
    Data,
}

/// A table with what stands above and under it.
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    /// What it is: `coverage`, `composition`, … ; a stable key.
    pub kind: &'static str,
    /// The number of its columns' contract (`records.md`, section 9).
    pub schema: u32,
    /// Lines above, for people; the first is the title.
    pub heading: Vec<String>,
    /// At the right of the title, for people.
    pub aside: Option<String>,
    /// Smaller tables between the heading and the rows, for people.
    pub above: Vec<Table<'a>>,
    /// Pictures of figures that stand in the rows or beside them, between those tables and the rows, for people.
    pub charts: Vec<Chart>,
    /// The same for programs, under stable keys.
    pub about: Vec<(&'static str, Value<'a>)>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row<'a>>,
    /// Figures for programs; people read them in rows and lines.
    pub figures: Vec<FigureGroup<'a>>,
    /// Lines under the table, for people.
    pub under: Vec<String>,
    /// Lines under these for whoever sits at a terminal: what to type next.
    pub hints: Vec<String>,
    /// Smaller tables under these lines, for people.
    pub below: Vec<Table<'a>>,
    /// The columns by whose values a workbook has a sheet each, beside the one of all rows.
    pub sheets_by: &'static [&'static str],
    /// What stands around it where it is signed and sent; a list is not.
    pub paper: Option<Paper>,
}

/// A table for programs with rows that follow its own, each made only when it is written: a long table is never
/// held as a whole.
pub struct Streamed<'a> {
    pub table: Table<'a>,
    pub more: Box<dyn Iterator<Item = Row<'a>> + 'a>,
}

impl<'a> Streamed<'a> {
    /// The table with all its rows.
    pub fn whole(self) -> Table<'a> {
        let Self { mut table, more } = self;
        table.rows.extend(more);
        table
    }
}

impl<'a> From<Table<'a>> for Streamed<'a> {
    fn from(table: Table<'a>) -> Self {
        Self { table, more: Box::new(std::iter::empty()) }
    }
}

/// A column: a stable English key, and a label in the reader's language. On a screen one without a value in any record is
/// left out.
#[derive(Debug, Clone)]
pub struct Column {
    pub key: &'static str,
    pub label: String,
    /// What stands over the labels of this column and of its neighbours with the same words, once for all of them.
    pub over: String,
    /// Its label in a spreadsheet, where the one of a screen is shortened.
    pub excel: Option<&'static str>,
    pub shape: Shape,
    /// On a screen narrower than this many columns it is left out.
    pub drop_below: Option<u16>,
    /// On a screen that has no room for every column those with the highest number go first; one with 0 stays.
    pub goes: u8,
    /// Whether its value stands beneath the row where there is no room for the column.
    pub told_beneath: bool,
    /// Whether people read a dash where a value is not known.
    pub dashed: bool,
    /// Who alone is given it.
    pub only: Option<Medium>,
    /// Whether a workbook has it folded away: codes beside names.
    pub folded: bool,
    /// Whether it belongs to a form: people have it on a screen and in a spreadsheet, though nothing stand in it.
    pub of_form: bool,
}

/// How a column takes room on a screen, and how people read its values there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Texts, the first to be broken into lines.
    Text,
    /// Names of persons, and codes with names: the last to be broken.
    Name,
    /// Short texts, never broken.
    Short,
    /// Days without their year, never broken.
    Day,
    /// Numbers, to the right, never broken.
    Number,
    /// Numbers of which most are nought: that is a point.
    Count,
    /// How many of how many: the strokes stand under each other.
    Fraction,
    /// Shares as percentages, to the right.
    Percent,
    /// Shares as bars, which say nothing that the figures do not.
    Bar,
    /// One of many like columns; where they do not fit beside each other, the table is continued below.
    Series,
}

impl Shape {
    /// Whether values and label stand at the right.
    pub fn is_right(self) -> bool {
        match self {
            Self::Number | Self::Count | Self::Fraction | Self::Percent | Self::Series => true,
            Self::Text | Self::Name | Self::Short | Self::Day | Self::Bar => false,
        }
    }
}

impl Column {
    /// A column of this key, label and shape.
    pub fn new(key: &'static str, label: impl Into<String>, shape: Shape) -> Self {
        let (label, over) = (label.into(), String::new());
        let (excel, drop_below, only) = (None, None, None);
        Self {
            key,
            label,
            over,
            excel,
            shape,
            drop_below,
            goes: 0,
            told_beneath: false,
            dashed: false,
            only,
            folded: false,
            of_form: false,
        }
    }

    /// The same, left out on screens narrower than `width`.
    pub fn drop_below(self, width: u16) -> Self {
        Self { drop_below: Some(width), ..self }
    }

    /// The same, left out where there is no room for it: those with the highest number go first.
    pub fn goes(self, goes: u8) -> Self {
        Self { goes, ..self }
    }

    /// The same, but where there is no room for it, its value stands beneath the row.
    pub fn or_beneath(self, goes: u8) -> Self {
        Self { goes, told_beneath: true, ..self }
    }

    /// The same under another label on a screen; Excel keeps the one it has.
    pub fn called(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// The same with words over its label.
    pub fn over(self, over: impl Into<String>) -> Self {
        Self { over: over.into(), ..self }
    }

    /// The same with a dash where a value is not known.
    pub fn dashed(self) -> Self {
        Self { dashed: true, ..self }
    }

    /// The same with a label of its own in Excel.
    pub fn in_excel(self, label: &'static str) -> Self {
        Self { excel: Some(label), ..self }
    }

    /// The same, folded away in a workbook.
    pub fn folded(self) -> Self {
        Self { folded: true, ..self }
    }

    /// The same as a column of a form.
    pub fn of_form(self) -> Self {
        Self { of_form: true, ..self }
    }

    /// Its label where every column stands for itself.
    pub fn whole_label(&self) -> Cow<'_, str> {
        match self.excel {
            Some(label) => label.into(),
            None if self.over.is_empty() => (&self.label).into(),
            None => format!("{} {}", self.over, self.label).trim_end().to_owned().into(),
        }
    }

    /// The same for these readers alone.
    pub fn only(self, readers: Medium) -> Self {
        Self { only: Some(readers), ..self }
    }

    /// Whether these readers are given it. What programs are given a spreadsheet has too.
    pub fn is_for(&self, readers: Medium) -> bool {
        match self.only {
            _ if self.of_form => readers != Medium::Data,
            None => true,
            Some(Medium::Data) => matches!(readers, Medium::Data | Medium::Sheet),
            Some(only) => only == readers,
        }
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// One record.
    Body,
    /// The head of a group of rows, for people.
    Group,
    /// A sum, for people: programs have figures.
    Total,
}

/// A row: a field for each column, or texts across them, and the lines under it.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    pub role: Role,
    pub content: Content<'a>,
    /// Lines under the row, for people.
    pub beneath: Vec<String>,
}

/// What stands in a row.
#[derive(Debug, Clone)]
pub enum Content<'a> {
    /// A field for each column.
    Fields(Vec<Field<'a>>),
    /// Texts across the columns, for people only: each begins where its column does, or where the one before it leaves
    /// room; the last has the rest of the line.
    Across(Vec<String>),
}

impl<'a> Row<'a> {
    /// A row of one record.
    pub fn body(fields: Vec<Field<'a>>) -> Self {
        Self::of(Role::Body, fields)
    }

    /// A row of this role with a field for each column.
    pub fn of(role: Role, fields: Vec<Field<'a>>) -> Self {
        Self { role, content: Content::Fields(fields), beneath: Vec::new() }
    }

    /// A row with one text across all columns.
    pub fn across(role: Role, text: impl Into<String>) -> Self {
        Self::texts(role, vec![text.into()])
    }

    /// A row with texts across the columns.
    pub fn texts(role: Role, texts: Vec<String>) -> Self {
        Self { role, content: Content::Across(texts), beneath: Vec::new() }
    }

    /// The same with lines under it.
    pub fn beneath(self, beneath: impl IntoIterator<Item = String>) -> Self {
        Self { beneath: beneath.into_iter().collect(), ..self }
    }
}

/// A value and its tone.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    pub value: Value<'a>,
    pub tone: Tone,
}

impl<'a, V: Into<Value<'a>>> From<V> for Field<'a> {
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
pub enum Value<'a> {
    /// Nothing, or unknown: empty in files, never 0.
    Empty,
    Text(Cow<'a, str>),
    Number(u64),
    Date(Date),
    Period(Period),
    /// A value of a fixed list, or a text made of such: the key for programs, the label for people.
    Word {
        key: Cow<'a, str>,
        label: Cow<'a, str>,
    },
    /// What people alone read by a label or in their language: programs are given the key; nothing if that is empty.
    Key {
        key: Cow<'a, str>,
        label: Cow<'a, str>,
    },
    /// A value of a record: in words for people, for programs a text made of codes and keys.
    Told(Told<'a>),
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }
}

impl<'a> Value<'a> {
    /// A text that programs and people read differently; empty if both are.
    pub fn word(key: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Self {
        let (key, label) = (key.into(), label.into());
        if key.is_empty() && label.is_empty() { Self::Empty } else { Self::Word { key, label } }
    }

    /// What people alone read by a label.
    pub fn key(key: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Self {
        Self::Key { key: key.into(), label: label.into() }
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value<'_> {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Period> for Value<'_> {
    fn from(period: Period) -> Self {
        Self::Period(period)
    }
}

impl<'a> From<Told<'a>> for Value<'a> {
    fn from(told: Told<'a>) -> Self {
        Self::Told(told)
    }
}

impl<'a, V: Into<Value<'a>>> From<Option<V>> for Value<'a> {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Figures of one group of rows, or of all of them if `of` is empty.
#[derive(Debug, Clone)]
pub struct FigureGroup<'a> {
    /// What the group is: keys and values, such as `committee` and its code.
    pub of: Vec<(&'static str, Value<'a>)>,
    pub figures: Vec<(&'static str, Share)>,
}
