//! Rules of the members counted at a meeting (`records.md`, section 5).

use super::Field;

/// The members counted at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counts {
    Missing {
        missing: Vec<Field>,
    },
    PresentOverTotal {
        present: u16,
        total: u16,
    },
    ExemptAwayOverTotal {
        exempt: u16,
        away: u16,
        total: u16,
    },
    PresentOverExpected {
        present: u16,
        excused: u16,
        expected: u16,
        total: u16,
        exempt: u16,
        away: u16,
    },
}
