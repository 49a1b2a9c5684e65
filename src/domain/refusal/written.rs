//! Codes, names, texts and numbers that cannot be as they were written (`records.md`, section 8).

use super::Field;

/// A code, a name, a text or a number as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    CodeMisread {
        text: String,
        longest: usize,
    },
    CodeReserved {
        text: String,
    },
    NameEmpty,
    NameSemicolon {
        text: String,
    },
    NameWithoutLetter {
        text: String,
    },
    TextUnseen {
        found: u32,
    },
    /// The sign that stands for letters that were lost.
    TextBroken,
    /// What a spreadsheet writes where it could compute nothing.
    TextErrorValue {
        text: String,
    },
    TextTooLong {
        long: usize,
        longest: usize,
    },
    TextEmpty,
    TextDigits,
    NumberMisread {
        field: Field,
        text: String,
        least: u32,
        most: u32,
    },
    ScoreMisread {
        text: String,
    },
    NotYes {
        text: String,
    },
    NotYesOrNo {
        text: String,
    },
    /// Not the members present and all of them.
    PresentOfTotalMisread {
        text: String,
    },
    FingerprintMisread {
        text: String,
    },
}
