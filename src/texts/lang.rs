//! The two languages.

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The code that `--lang` takes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a code or locale name such as `vi`, `vi-VN`, `en_US.UTF-8`.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
    }

    /// The one of two values that belongs to this language.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}

/// A sentence in the language given, Vietnamese first: `say!(lang, "Đã ghi {cell}", "Recorded {cell}")`.
/// A command that it suggests begins with `{CHIBO}`: `say!(lang, "Xem: {CHIBO} history", "See: {CHIBO} history")`.
macro_rules! say {
    ($lang:expr, $vi:literal, $en:literal $(,)?) => {{
        #[allow(unused_imports, reason = "most sentences suggest no command")]
        use $crate::texts::CHIBO;
        match $lang {
            $crate::texts::Lang::Vi => format!($vi),
            $crate::texts::Lang::En => format!($en),
        }
    }};
}
pub(crate) use say;
