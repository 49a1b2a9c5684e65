//! A workbook that people fill in: what stands in it, which of its cells are theirs, and what may stand there.
//!
//! As a table it carries typed values; a renderer decides how a program for spreadsheets is told all this.

use super::Value;
use crate::domain::Date;

/// A workbook to be filled in.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// What it is, for whoever looks at the properties of the file.
    pub title: String,
    pub sheets: Vec<FormSheet<'a>>,
    /// On the tab of the sheet that holds the lists, which nobody sees.
    pub lists_name: &'static str,
    /// What is chosen from; columns and rows name a list by its place.
    pub lists: Vec<Vec<String>>,
    /// The head of the message to whoever enters something else.
    pub refused: String,
}

/// One sheet.
#[derive(Debug, Clone)]
pub struct FormSheet<'a> {
    /// On its tab.
    pub name: String,
    /// Lines above the columns, the first one the title.
    pub heading: Vec<String>,
    pub columns: Vec<FormColumn>,
    /// How many of the first columns stay in sight.
    pub kept: usize,
    pub rows: Vec<FormRow<'a>>,
}

/// A column of a sheet.
#[derive(Debug, Clone)]
pub struct FormColumn {
    /// By which formulas name it.
    pub key: &'static str,
    pub label: String,
    /// In characters.
    pub width: u8,
    pub entry: Entry,
    /// What is said to whoever goes to one of its cells; nothing where it is empty.
    pub help: String,
    /// What is said to whoever enters something that may not stand there.
    pub refusal: String,
}

/// What may be entered in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Nothing: it is filled in already.
    Fixed,
    /// Nothing: it follows from other cells of the row. `{present}` stands for the cell in the column of that key.
    Formula {
        text: String,
        /// What it gives where all is well; what it gives else is wrong. None where it judges nothing.
        good: Option<String>,
    },
    /// A word of a list, or, after a question, something else.
    Word { list: ListOf, others: bool },
    /// A whole number from 0 on.
    Whole { most: u16 },
    /// A number from 0 on.
    Decimal { most: u16 },
    /// A day between these two.
    Day { from: Date, to: Date },
    /// A text.
    Text { longest: usize },
}

/// From which list a word is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListOf {
    /// The same in the whole column.
    Column(usize),
    /// That of the row.
    Row,
}

/// A row of a sheet.
#[derive(Debug, Clone)]
pub struct FormRow<'a> {
    pub cells: Vec<FormCell<'a>>,
    /// The list from which [`ListOf::Row`] chooses.
    pub list: usize,
}

/// A cell as it is handed out.
#[derive(Debug, Clone)]
pub struct FormCell<'a> {
    /// Of a formula, what it gives now.
    pub value: Value<'a>,
    /// Only likely: to be looked at by whoever fills in the row.
    pub likely: bool,
}

impl<'a, V: Into<Value<'a>>> From<V> for FormCell<'a> {
    fn from(value: V) -> Self {
        Self { value: value.into(), likely: false }
    }
}
