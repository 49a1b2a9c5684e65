//! Why something was not done, and how the record it is about is named.

use super::codes::ErrorCode;
use crate::domain::Thing;

/// A refusal or failure as a person reads it, with its stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// A stable word for it, with the exit status.
    pub code: ErrorCode,
    /// What was wrong and what was expected.
    pub message: String,
    /// What to do next.
    pub hint: Option<Hint>,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// A command or an option to type.
    Typed(String),
    /// For whoever wrote it, on the command line or in a file.
    Advice(String),
}

impl Hint {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Typed(text) | Self::Advice(text) => text,
        }
    }
}

impl Explained {
    /// An explanation without a hint.
    pub fn new(code: ErrorCode, message: String) -> Self {
        Self { code, message, hint: None }
    }

    /// The same with what to type next.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(Hint::Typed(hint.into())), ..self }
    }

    /// The same with what whoever wrote it should do, on the command line or in a file.
    pub fn advice(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(Hint::Advice(hint.into())), ..self }
    }
}

/// An explanation with its words in place, Vietnamese first, and what to do next where there is more to say:
/// `explain!(lang, NothingToUndo, "Không còn …", "There is …", hint("Xem: {CHIBO} history", "See: {CHIBO} history", CHIBO))`.
macro_rules! explain {
    (
        $lang:expr, $code:ident, $vi:literal, $en:literal
        $(, hint($($hint:tt)+))? $(, advice($($advice:tt)+))? $(,)?
    ) => {
        $crate::texts::Explained::new(
            $crate::texts::ErrorCode::$code,
            $crate::texts::say!($lang, $vi, $en),
        )
        $(.hint($crate::texts::say!($lang, $($hint)+)))?
        $(.advice($crate::texts::say!($lang, $($advice)+)))?
    };
}
pub(crate) use explain;

/// A record with what tells it from others of its name.
pub fn thing(thing: &Thing) -> String {
    match &thing.detail {
        Some(detail) => format!("{thing} ({detail})"),
        None => thing.to_string(),
    }
}
