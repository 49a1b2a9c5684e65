//! How a meeting of a month is told from others in a command that somebody is to type next.

use super::{Lang, date};
use crate::domain::{Date, Keyword, MeetingKind};

/// The options that tell a meeting of a month from the regular one.
pub(super) fn which(lang: Lang, kind: MeetingKind, held_on: Option<Date>) -> String {
    match (kind, held_on) {
        (MeetingKind::Regular, _) => String::new(),
        (kind, Some(day)) => format!(" --kind {} --held {}", kind.key(), date(lang, day)),
        (kind, None) => format!(" --kind {}", kind.key()),
    }
}
