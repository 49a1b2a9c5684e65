//! A value as people read it, where a format has nothing better for it.

use std::borrow::Cow;

use crate::table::Value;
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
