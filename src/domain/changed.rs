//! A value of a record before and after a change, as an answer tells it.

use super::{Category, Date, Key, Name, Thing};

/// What stands there, without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing is recorded.
    Nothing,
    Text(String),
    Category(Category),
    /// The first day on which the record no longer exists.
    End(Date),
}

impl Shown {
    /// A text that may be unknown.
    pub fn text(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.to_string()))
    }
}

impl From<&Name> for Shown {
    fn from(name: &Name) -> Self {
        Self::Text(name.to_string())
    }
}

impl From<&Thing> for Shown {
    fn from(thing: &Thing) -> Self {
        Self::Text(thing.to_string())
    }
}

/// One value that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Whose value it is, where an answer speaks of several records.
    pub of: Option<Thing>,
    /// The key of the value: that of its column in a file.
    pub key: Key,
    /// The day from which a later value changed with it.
    pub since: Option<Date>,
    pub before: Shown,
    pub after: Shown,
}

impl Changed {
    /// A value of the one record that the answer speaks of.
    pub fn new(key: Key, before: Shown, after: Shown) -> Self {
        Self { of: None, key, since: None, before, after }
    }

    /// The same where an answer speaks of several records.
    pub fn of(self, thing: Thing) -> Self {
        Self { of: Some(thing), ..self }
    }

    /// The same of a later value that changed with it.
    pub fn since(self, day: Date) -> Self {
        Self { since: Some(day), ..self }
    }
}
