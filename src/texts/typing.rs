//! How months, and meetings of a month, are written in a command that somebody is to type next.

use super::{Lang, Language, date};
use crate::domain::{Date, Keyword, MeetingKind, Period};

/// A month as it is typed in a command: `7/2018`, or `2018-07` in English.
pub fn typed_month(lang: Lang, month: Period) -> String {
    match lang.language {
        Language::Vi => format!("{}/{}", month.month(), month.year()),
        Language::En => month.to_string(),
    }
}

/// The options that tell a meeting of a month from the regular one.
pub(super) fn which(lang: Lang, kind: MeetingKind, held_on: Option<Date>) -> String {
    match (kind, held_on) {
        (MeetingKind::Regular, _) => String::new(),
        (kind, Some(day)) => format!(" --kind {} --held {}", kind.key(), date(lang, day)),
        (kind, None) => format!(" --kind {}", kind.key()),
    }
}
