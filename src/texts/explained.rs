//! Why something was not done, and how the record it is about is named.

use crate::domain::Thing;

/// A refusal or failure as a person reads it, with its stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// A stable English word.
    pub code: &'static str,
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
    pub fn new(code: &'static str, message: String) -> Self {
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

/// A record with what tells it from others of its name.
pub fn thing(thing: &Thing) -> String {
    match &thing.detail {
        Some(detail) => format!("{thing} ({detail})"),
        None => thing.to_string(),
    }
}
