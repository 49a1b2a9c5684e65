//! What keeps a name from being erased (`records.md`, section 3).

use super::Thing;
use crate::domain::TextPlace;

/// A name that is to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Erasing {
    NameErasedAlready {
        official: Thing,
    },
    /// The reason for erasing a name contains it.
    NameInReason {
        official: Thing,
    },
    /// Who records the operation has the name that is to be erased.
    NameOfActor {
        official: Thing,
    },
    /// Free texts in force contain the name.
    NameInTexts {
        official: Thing,
        places: Vec<TextPlace>,
    },
}
