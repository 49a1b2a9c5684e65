//! Every record as a list of its values, each under its key, typed: what files, histories, entries and comparisons
//! are made of. Who prints them chooses among them, and how each kind of value is written.

use std::borrow::Cow;

use super::{
    Absences, Category, Cell, Code, Committee, Date, DetailValue, Hour, Key, Official, Period,
    Score, Share, Step, Text, Word,
};

/// A value. Equal are those that say the same, be they of two moments: records by their code and name.
#[derive(Debug, Clone)]
pub enum Told<'a> {
    /// A name, a code, a word.
    Text(Cow<'a, str>),
    /// A text that people write; it may hold a person's name.
    Free(Cow<'a, str>),
    Number(u64),
    Day(Date),
    /// The first day on which it no longer holds.
    End(Date),
    Month(Period),
    Hour(Hour),
    Word(Word),
    YesNo(bool),
    Points(Score),
    Share(Share),
    Category(&'a Category),
    /// A committee or a cell, under the name of a day.
    Committee(&'a Committee, Date),
    Cell(&'a Cell, Date),
    /// Every cell.
    AllCells,
    /// The name of a person, which may have been erased.
    FullName(&'a Official),
    /// Who came, in natural order of codes; nobody, where there is none.
    People(Vec<&'a Official>),
    Reasons(Absences<&'a Official>),
    /// The steps of one kind, in order.
    Steps(Vec<&'a Step>),
}

/// Since when a value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// It has no days of its own.
    Always,
    /// It is one of dated values: from this day on, or from the beginning.
    Day(Option<Date>),
}

impl Since {
    /// The day, if it is not from the beginning.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Always => None,
            Self::Day(day) => day,
        }
    }
}

/// A value of a record under its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'a> {
    /// That of its column in files.
    pub key: Key,
    pub since: Since,
    /// None where nothing is recorded.
    pub value: Option<Told<'a>>,
    pub kept: Kept,
}

/// What a value is to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Recorded.
    Value,
    /// By it the record is told from others, and it stands in its name.
    Name,
    /// It follows from other values.
    Derived,
}

impl<'a> Told<'a> {
    /// A text; nothing where it is empty.
    pub(super) fn text(text: &'a str) -> Option<Self> {
        (!text.is_empty()).then_some(Self::Text(Cow::Borrowed(text)))
    }

    /// A text that people write, if there is one.
    pub(super) fn free<const N: usize>(text: &'a Option<Text<N>>) -> Option<Self> {
        text.as_ref().map(|text| Self::Free(Cow::Borrowed(text.as_str())))
    }

    /// The code of a record.
    pub(super) fn code(code: &'a Code) -> Self {
        Self::Text(Cow::Borrowed(code.as_str()))
    }

    /// As files have it, or would have it: codes, keys, days as `2018-07-05`.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) | Self::Free(text) => text.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) | Self::End(day) => day.to_string(),
            Self::Month(month) => month.to_string(),
            Self::Hour(hour) => hour.to_string(),
            Self::Word(word) => word.key().to_owned(),
            Self::YesNo(yes) => DetailValue::YesNo(*yes).to_string(),
            Self::Points(score) => score.to_string(),
            Self::Share(share) => share.to_string(),
            Self::Category(category) => category.code.to_string(),
            Self::Committee(committee, _) => committee.code.to_string(),
            Self::Cell(cell, _) => cell.code.to_string(),
            Self::AllCells => "all".to_owned(),
            Self::FullName(official) => official.shown().to_owned(),
            // Silence is not taken for nobody.
            Self::People(people) if people.is_empty() => "none".to_owned(),
            Self::People(people) => Code::joined(people.iter().map(|one| &one.code)),
            Self::Reasons(reasons) => reasons.map(|who| &who.code).in_order().written(),
            Self::Steps(steps) => {
                steps.iter().map(|step| step.written()).collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// The texts that people wrote in it, in which a person's name may stand.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Free(text) => vec![text],
            Self::Steps(steps) => steps.iter().flat_map(|step| step.texts()).collect(),
            Self::Text(_)
            | Self::Number(_)
            | Self::Day(_)
            | Self::End(_)
            | Self::Month(_)
            | Self::Hour(_)
            | Self::Word(_)
            | Self::YesNo(_)
            | Self::Points(_)
            | Self::Share(_)
            | Self::Category(_)
            | Self::Committee(..)
            | Self::Cell(..)
            | Self::FullName(_)
            | Self::People(_)
            | Self::AllCells
            | Self::Reasons(_) => Vec::new(),
        }
    }

    /// What it says beside that: the names of the records.
    fn names(&self) -> Vec<&str> {
        match self {
            Self::Text(_)
            | Self::Free(_)
            | Self::Number(_)
            | Self::Day(_)
            | Self::End(_)
            | Self::Month(_)
            | Self::Hour(_)
            | Self::Word(_)
            | Self::YesNo(_)
            | Self::Points(_)
            | Self::AllCells
            | Self::Share(_)
            | Self::Steps(_) => Vec::new(),
            Self::Category(category) => {
                vec![category.label_vi.as_str(), category.label_en.as_str()]
            }
            Self::Committee(committee, day) => vec![committee.names.at(*day).as_str()],
            Self::Cell(cell, day) => vec![cell.standings.at(*day).name.as_str()],
            Self::FullName(official) => vec![official.name()],
            Self::People(people) => people.iter().map(|one| one.name()).collect(),
            Self::Reasons(reasons) => reasons.named().iter().map(|(who, _)| who.name()).collect(),
        }
    }
}

impl PartialEq for Told<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
            && self.written() == other.written()
            && self.names() == other.names()
    }
}

impl Item<'_> {
    /// Its value as files have it; nothing where nothing is recorded.
    pub fn written(&self) -> String {
        self.value.as_ref().map(Told::written).unwrap_or_default()
    }
}

impl From<DetailValue> for Told<'_> {
    fn from(value: DetailValue) -> Self {
        match value {
            DetailValue::Count(count) => Self::Number(count.into()),
            DetailValue::YesNo(yes) => Self::YesNo(yes),
            DetailValue::Points(score) => Self::Points(score),
            DetailValue::Grade(grade) => Self::Word(Word::Grade(grade)),
            DetailValue::Text(text) => Self::Free(Cow::Owned(text.to_string())),
        }
    }
}

/// A recorded value without days of its own.
pub(super) fn item<'a>(key: Key, value: Option<Told<'a>>) -> Item<'a> {
    Item { key, since: Since::Always, value, kept: Kept::Value }
}

/// One of dated values, from this day on, or from the beginning.
pub(super) fn dated<'a>(key: Key, from: Option<Date>, value: Option<Told<'a>>) -> Item<'a> {
    Item { since: Since::Day(from), ..item(key, value) }
}

/// A value that follows from others.
pub(super) fn derived<'a>(key: Key, value: Option<Told<'a>>) -> Item<'a> {
    Item { kept: Kept::Derived, ..item(key, value) }
}

/// A value by which the record is told from others.
pub(super) fn name<'a>(key: Key, value: Told<'a>) -> Item<'a> {
    Item { kept: Kept::Name, ..item(key, Some(value)) }
}

/// A number that may be unknown.
pub(super) fn number<'a>(number: Option<impl Into<u64>>) -> Option<Told<'a>> {
    number.map(|number| Told::Number(number.into()))
}
