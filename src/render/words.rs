//! A value as people read it, where a format has nothing better for it.

use std::borrow::Cow;

use crate::domain::{Share, Told, seen};
use crate::table::{Column, Content, Field, Medium, Role, Shape, Table, Value};
use crate::texts::{self, Lang};

/// The value in words of this language.
pub(super) fn in_words<'v>(value: &'v Value<'_>, lang: Lang<'_>) -> Cow<'v, str> {
    match value {
        Value::Empty => "".into(),
        Value::Text(text) => text.as_ref().into(),
        Value::Number(number) => number.to_string().into(),
        Value::Date(day) => texts::date(lang, *day).into(),
        Value::Period(month) => texts::period(lang, *month).into(),
        Value::Word { label, .. } | Value::Key { label, .. } => label.as_ref().into(),
        Value::Told(told) => texts::told(lang, told).into(),
    }
}

/// What stands in a field under its column, where people read it; a share as a bar is left to who draws it.
pub(super) fn in_column<'f>(
    field: &'f Field<'_>,
    column: &Column,
    role: Role,
    lang: Lang<'_>,
) -> Cow<'f, str> {
    let text: Cow<'_, str> = match (&field.value, column.shape) {
        (Value::Number(0), Shape::Count) => "·".into(),
        (Value::Date(date), Shape::Day) => texts::day_of_month(lang, *date).into(),
        (Value::Told(Told::Share(share)), Shape::Fraction) => fraction(*share).into(),
        (Value::Told(Told::Share(share)), Shape::Percent) => texts::percent(lang, *share).into(),
        (value, _) => in_words(value, lang),
    };
    let is_unknown = text.is_empty() && column.dashed && role == Role::Body;
    if is_unknown { "–".into() } else { text }
}

fn fraction(share: Share) -> String {
    if share.n == 0 { "–".to_owned() } else { share.to_string() }
}

/// Whether what stands in a field is a value: a nought that is a point is none.
pub(super) fn is_value(field: &Field<'_>, text: &str, column: &Column) -> bool {
    let nought = column.shape == Shape::Count && field.value == Value::Number(0);
    !text.is_empty() && field.value != Value::Empty && !nought
}

/// The columns that people are shown where there is room for all: those with a value in any record, and those of a form.
pub(super) fn columns_for_people(table: &Table<'_>, lang: Lang<'_>) -> Vec<usize> {
    let mut has_value = vec![false; table.columns.len()];
    let mut has_records = false;
    for row in table.rows.iter().filter(|row| row.role == Role::Body) {
        let Content::Fields(fields) = &row.content else { continue };
        has_records = true;
        for ((column, field), has) in table.columns.iter().zip(fields).zip(&mut has_value) {
            // One is enough.
            *has = *has || is_value(field, &in_column(field, column, row.role, lang), column);
        }
    }
    let is_shown = |at: &usize| {
        let column = &table.columns[*at];
        column.is_for(Medium::Screen) && (has_value[*at] || column.of_form || !has_records)
    };
    (0..table.columns.len()).filter(is_shown).collect()
}

/// The same where every value is written in words: a bar says nothing that the figures do not.
pub(super) fn columns_in_words(table: &Table<'_>, lang: Lang<'_>) -> Vec<usize> {
    let mut shown = columns_for_people(table, lang);
    shown.retain(|at| table.columns[*at].shape != Shape::Bar);
    shown
}

/// Texts across the columns as one.
pub(super) fn as_one(texts: &[String]) -> String {
    let texts = texts.iter().filter(|text| !text.is_empty());
    texts.map(String::as_str).collect::<Vec<_>>().join(" · ")
}

/// A line of a document, in which everything is seen, without what keeps its words together on a screen.
pub(super) fn line_of(line: &str) -> String {
    seen(line).replace('\u{a0}', " ")
}
