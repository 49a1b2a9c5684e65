//! Categories: the reported grouping of officials, such as the 18 / 7 / 2 of notice 143-TB/TU.

use super::{CategoryId, Code, Label, Thing, ThingKind};

/// A category; data of the office, not a fixed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub id: CategoryId,
    pub code: Code,
    pub label_vi: Label,
    pub label_en: Label,
    /// Position in lists; those without one come last.
    pub order: Option<u32>,
}

impl Category {
    /// How it is named in a message.
    pub fn thing(&self) -> Thing {
        Thing::new(ThingKind::Category, &self.code, self.label_vi.as_str())
    }
}
