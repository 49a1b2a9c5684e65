//! The screen a table is written for.

use crate::texts::Lang;

/// The screen a table is written for.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// In character cells.
    pub width: u16,
    pub color: bool,
    /// Of days, months and told values.
    pub lang: Lang<'a>,
}

impl Screen<'_> {
    /// Its width, for sums.
    pub fn room(self) -> usize {
        usize::from(self.width)
    }
}
