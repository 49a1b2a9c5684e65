//! The screen a table is written for.

use crate::table::Tone;
use crate::texts::Lang;

/// The screen a table is written for.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// In character cells.
    pub width: u16,
    pub color: bool,
    /// Whether it has no other signs for pictures than those of a typewriter.
    pub is_plain: bool,
    /// Of days, months and told values.
    pub lang: Lang<'a>,
}

impl Screen<'_> {
    /// Its width, for sums.
    pub fn room(self) -> usize {
        usize::from(self.width)
    }
}

/// The number of a tone's colour among the eight that every terminal has, if it has one.
pub fn hue(tone: Tone) -> Option<u8> {
    match tone {
        Tone::Good => Some(2),
        Tone::Warning => Some(3),
        Tone::Bad => Some(1),
        Tone::Plain | Tone::Faint => None,
    }
}
