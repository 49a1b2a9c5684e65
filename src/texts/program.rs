//! How what is to be typed in a command is written.

use std::path::Path;

use super::{Lang, Language, date};
use crate::domain::{Date, Keyword, MeetingKind, Period};

/// The beginning of a command on a certain record file.
pub fn chibo_on(path: &Path) -> String {
    format!("chibo --db {}", typed(path))
}

/// A path as it is typed in a command.
pub fn typed(path: &Path) -> String {
    quoted(&path.display().to_string())
}

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

/// A text as it is typed in a command: in quotes if it has blanks or what a shell would read as its own.
pub fn quoted(text: &str) -> String {
    const SHELL: &str = "&()<>|;'*?!$^`~#{}[]";
    if text.chars().any(|c| c.is_whitespace() || SHELL.contains(c)) {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}
