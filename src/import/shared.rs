//! Texts that stand in many rows, such as titles and documents: each is read and held once.

use std::collections::HashMap;

use crate::domain::{AnyText, Text};

/// The texts read last, by what stands in the files.
#[derive(Debug, Default)]
pub(super) struct Shared(HashMap<Box<str>, AnyText>);

impl Shared {
    /// How many are remembered at the most.
    const REMEMBERED: usize = 2048;

    /// A text that was read before; none if it was not, or if it is too long for its column.
    pub fn find<const LONGEST: usize>(&self, text: &str) -> Option<Text<LONGEST>> {
        self.0.get(text)?.fit()
    }

    /// Remembers how a text was read.
    pub fn remember<const LONGEST: usize>(&mut self, text: &str, read: &Text<LONGEST>) {
        if self.0.len() >= Self::REMEMBERED {
            self.0.clear();
        }
        self.0.extend(read.fit().map(|read| (text.into(), read)));
    }
}
