//! Readers of single values of the command line: text in, domain type out, refusals that can be put into words.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::marker::PhantomData;

use clap::builder::{PossibleValue, TypedValueParser};

use crate::domain::{
    BulletinId, Code, Counts, DateInput, DayTyped, Detail, Duty, Field, Fingerprint, Hour, Label,
    Name, OperationNumber, Passage, PeriodInput, Refusal, RegularDay, Remark, Score, Text, refusal,
};

use crate::ops::IntoCell;
use crate::texts::{Labelled, Lang, read_word};

/// Why a value was not read.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{self:?}")]
pub enum Misread {
    Refused(Refusal),
    /// Not a word of the list.
    Word {
        text: String,
        choices: Vec<Choice>,
    },
}

/// A rule of any area refuses it.
impl<R: Into<Refusal>> From<R> for Misread {
    fn from(refused: R) -> Self {
        Self::Refused(refused.into())
    }
}

/// A word that could have been given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    key: Cow<'static, str>,
    /// What people call it, Vietnamese and English, if that is not the key.
    labels: Option<(&'static str, &'static str)>,
}

impl Choice {
    /// A word without a label.
    pub fn plain(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), labels: None }
    }

    /// The word, with what it is called in the reader's language.
    pub fn shown(&self, lang: Lang) -> String {
        match self.labels.map(|(vi, en)| lang.pick(vi, en)) {
            Some(label) if !label.eq_ignore_ascii_case(&self.key) => {
                format!("{} ({label})", self.key)
            }
            _ => self.key.to_string(),
        }
    }
}

/// What a value reader gives back.
pub type Read<T> = Result<T, Misread>;

pub fn day(text: &str) -> Read<DateInput> {
    Ok(DateInput::read(text)?)
}

/// A day of which the year may be left out.
pub fn day_typed(text: &str) -> Read<DayTyped> {
    Ok(DayTyped::read(text)?)
}

/// The members present and all of them: `20/25`.
pub fn present_of_total(text: &str) -> Read<Counts> {
    Ok(Counts::present_of(text, None)?)
}

/// A cell into which others go: code or name of one there is, or `CODE=NAME`.
pub fn into_cell(text: &str) -> Read<IntoCell> {
    Ok(match text.split_once('=') {
        None => IntoCell::Named(text.to_owned()),
        Some((code, name)) => IntoCell::Coded { code: Code::new(code)?, name: Name::new(name)? },
    })
}

pub fn period(text: &str) -> Read<PeriodInput> {
    Ok(PeriodInput::read(text)?)
}

/// A fingerprint as it stands on the signed paper.
pub fn fingerprint(text: &str) -> Read<Fingerprint> {
    let misread =
        || Refusal::Written(refusal::Written::FingerprintMisread { text: text.trim().to_owned() });
    Ok(Fingerprint::read(text).ok_or_else(misread)?)
}

pub fn code(text: &str) -> Read<Code> {
    Ok(Code::new(text)?)
}

pub fn name(text: &str) -> Read<Name> {
    Ok(Name::new(text)?)
}

/// A short text; an empty one empties the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<const N: usize>(pub Option<Text<N>>);

fn line<const N: usize>(text: &str) -> Read<Line<N>> {
    Ok(Line(Text::new(text)?))
}

pub fn label(text: &str) -> Read<Line<160>> {
    line(text)
}

pub fn remark(text: &str) -> Read<Line<200>> {
    line(text)
}

/// A text that may not be empty.
pub fn said(text: &str) -> Read<Remark> {
    Ok(Remark::new(text)?.ok_or(refusal::Written::TextEmpty)?)
}

/// A title or an organisation that may not be empty.
pub fn label_said(text: &str) -> Read<Label> {
    Ok(Label::new(text)?.ok_or(refusal::Written::TextEmpty)?)
}

/// The number of a step.
pub fn step(text: &str) -> Read<usize> {
    Ok(number(Field::Step, text, 1, 9999)? as usize)
}

/// An item of a bulletin.
pub fn passage(text: &str) -> Read<Passage> {
    Ok(Passage::new(text)?.ok_or(refusal::Written::TextEmpty)?)
}

/// The number of a bulletin.
pub fn bulletin(text: &str) -> Read<BulletinId> {
    Ok(BulletinId(number(Field::Bulletin, text, 1, 999_999_999)?.into()))
}

pub fn document_no(text: &str) -> Read<Line<60>> {
    line(text)
}

/// The text of a line that was given.
pub fn given<const N: usize>(line: Option<Line<N>>) -> Option<Text<N>> {
    line.and_then(|line| line.0)
}

/// An hour; an empty text empties the value.
pub fn hour(text: &str) -> Read<Option<Hour>> {
    if text.trim().is_empty() { Ok(None) } else { Ok(Some(Hour::read(text)?)) }
}

pub fn score(text: &str) -> Read<Score> {
    Ok(Score::read(text)?)
}

fn number(field: Field, text: &str, least: u32, most: u32) -> Read<u32> {
    let trimmed = text.trim();
    let plain = !trimmed.is_empty() && trimmed.bytes().all(|b| b.is_ascii_digit());
    match trimmed.parse::<u32>() {
        Ok(number) if plain && (least..=most).contains(&number) => Ok(number),
        _ => {
            Err(refusal::Written::NumberMisread { field, text: trimmed.to_owned(), least, most }
                .into())
        }
    }
}

fn count(field: Field, text: &str) -> Read<u16> {
    Ok(number(field, text, 0, Counts::MOST.into())? as u16)
}

/// How many visits are owed.
pub fn visits(text: &str) -> Read<u16> {
    number(Field::Count, text, 1, Duty::MOST).map(|count| count as u16)
}

pub fn total(text: &str) -> Read<u16> {
    count(Field::Total, text)
}

pub fn exempt(text: &str) -> Read<u16> {
    count(Field::Exempt, text)
}

pub fn away(text: &str) -> Read<u16> {
    count(Field::Away, text)
}

pub fn present(text: &str) -> Read<u16> {
    count(Field::Present, text)
}

pub fn excused(text: &str) -> Read<u16> {
    count(Field::Excused, text)
}

/// Reads a detail of a meeting that is a count.
pub fn detail(detail: Detail) -> impl Fn(&str) -> Read<u16> + Clone {
    move |text| count(Field::Detail(detail), text)
}

pub fn order(text: &str) -> Read<u32> {
    number(Field::Order, text, 0, 999_999)
}

pub fn regular_day(text: &str) -> Read<RegularDay> {
    let day = number(Field::RegularDay, text, 1, 31)? as u8;
    RegularDay::new(day)
        .ok_or_else(|| refusal::Calendar::DateMisread { text: text.to_owned() }.into())
}

/// The number of an operation.
pub fn operation(text: &str) -> Read<OperationNumber> {
    Ok(OperationNumber(number(Field::Operation, text, 1, 999_999_999)?.into()))
}

/// Yes or no, in either language.
pub fn yes_no(text: &str) -> Read<bool> {
    match crate::domain::fold(text).as_str() {
        "yes" | "co" => Ok(true),
        "no" | "khong" => Ok(false),
        _ => Err(refusal::Written::NotYesOrNo { text: text.trim().to_owned() }.into()),
    }
}

/// A word of a fixed list, by key or by label in either language.
pub fn word<T: Labelled>(text: &str) -> Read<T> {
    read_word(text).ok_or_else(|| Misread::Word {
        text: text.trim().to_owned(),
        choices: T::ALL
            .iter()
            .map(|value| Choice { key: value.key().into(), labels: Some(value.labels()) })
            .collect(),
    })
}

/// Reads a word of a fixed list, and knows which there are.
#[derive(Clone)]
pub struct Words<T>(PhantomData<T>);

/// The same as [`word`], for an argument that offers its words.
pub fn words<T: Labelled + Send + Sync>() -> Words<T> {
    Words(PhantomData)
}

impl<T: Labelled + Send + Sync> TypedValueParser for Words<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        word::<T>.parse_ref(command, arg, value)
    }

    /// Each with its label, Vietnamese and English, which are read as well.
    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value =
            |word: &T| PossibleValue::new(word.key()).aliases(<[_; 2]>::from(word.labels()));
        Some(Box::new(T::ALL.iter().map(value)))
    }
}

/// A title, organisation, issuer or minutes number.
pub type LabelLine = Line<160>;
/// A theme, note or recommendation.
pub type RemarkLine = Line<200>;
/// The number of a document.
pub type DocumentLine = Line<60>;
