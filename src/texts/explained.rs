//! Why something was not done, and how the record it is about is named.

use crate::domain::Thing;

/// A refusal or failure as a person reads it, with its stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// A stable English word.
    pub code: &'static str,
    /// What was wrong and what was expected.
    pub message: String,
    /// What to type next.
    pub hint: Option<String>,
}

impl Explained {
    /// An explanation without a hint.
    pub fn new(code: &'static str, message: String) -> Self {
        Self { code, message, hint: None }
    }

    /// The same with what to type next.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// A record with what tells it from others of its name.
pub fn thing(thing: &Thing) -> String {
    match &thing.detail {
        Some(detail) => format!("{thing} ({detail})"),
        None => thing.to_string(),
    }
}
