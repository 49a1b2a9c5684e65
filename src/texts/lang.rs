//! The two languages, and in which of them somebody is told something.

use std::fmt;
use std::path::Path;

use super::program::chibo_on;

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// How somebody is told something: in which language, and with which record file in the commands that are
/// suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lang<'a> {
    pub language: Language,
    /// The record file that the command line named; a command that is to be typed next names it too.
    pub record: Option<&'a Path>,
}

impl Lang<'static> {
    /// Vietnamese, where nothing is suggested.
    pub const VI: Self = Self { language: Language::Vi, record: None };
    /// English, where nothing is suggested.
    pub const EN: Self = Self { language: Language::En, record: None };
    /// Both.
    pub const ALL: [Self; 2] = [Self::VI, Self::EN];

    /// The language of a code or locale name such as `vi`, `vi-VN`, `en_US.UTF-8`.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
    }
}

impl<'a> Lang<'a> {
    /// The code that `--lang` takes.
    pub fn code(self) -> &'static str {
        self.pick("vi", "en")
    }

    /// The one of two values that belongs to this language.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self.language {
            Language::Vi => vi,
            Language::En => en,
        }
    }

    /// The first word of a command that is suggested.
    pub fn chibo(self) -> Chibo<'a> {
        Chibo(self.record)
    }
}

/// `chibo`, or `chibo --db FILE` where the command line named a record file.
pub struct Chibo<'a>(Option<&'a Path>);

impl fmt::Display for Chibo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(path) => f.write_str(&chibo_on(path)),
            None => f.write_str("chibo"),
        }
    }
}

/// A sentence in the language given, Vietnamese first: `say!(lang, "Đã ghi {cell}", "Recorded {cell}")`.
/// A command that it suggests begins with `{CHIBO}`, and the sentence says that it suggests one:
/// `say!(lang, "Xem: {CHIBO} history", "See: {CHIBO} history", CHIBO)`.
macro_rules! say {
    ($lang:expr, $vi:literal, $en:literal $(,)?) => {
        match $lang.language {
            $crate::texts::Language::Vi => format!($vi),
            $crate::texts::Language::En => format!($en),
        }
    };
    ($lang:expr, $vi:literal, $en:literal, CHIBO $(,)?) => {
        match $lang.language {
            $crate::texts::Language::Vi => format!($vi, CHIBO = $lang.chibo()),
            $crate::texts::Language::En => format!($en, CHIBO = $lang.chibo()),
        }
    };
}
pub(crate) use say;
