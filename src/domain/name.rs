//! Names and short free texts: what may stand in them, and how long they may be (`records.md`, section 4).

use std::fmt;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Refusal;

/// Digits in a row from which a text could hold a card or identity number.
const DIGIT_RUN: usize = 9;

/// The name of a committee, a cell or a person: at most 120 characters, no `;`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Box<str>);

impl Name {
    /// The most characters a name has.
    pub const LONGEST: usize = 120;

    /// Trims, brings to NFC and checks.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        let clean = clean(text, Self::LONGEST)?;
        if clean.is_empty() {
            return Err(Refusal::NameEmpty);
        }
        if clean.contains(';') {
            return Err(Refusal::NameSemicolon { text: clean });
        }
        Ok(Self(clean.into()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A text of 1 to `LONGEST` characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const LONGEST: usize>(Box<str>);

/// Title, organisation, issuer, label of a category, minutes number.
pub type Label = Text<160>;
/// Theme, note, recommendation.
pub type Remark = Text<200>;
/// The number of a document, such as `143-TB/TU`.
pub type DocumentNo = Text<60>;

impl<const LONGEST: usize> Text<LONGEST> {
    /// Trims, brings to NFC and checks; none if nothing is left.
    pub fn new(text: &str) -> Result<Option<Self>, Refusal> {
        let clean = clean(text, LONGEST)?;
        Ok((!clean.is_empty()).then(|| Self(clean.into())))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const LONGEST: usize> fmt::Display for Text<LONGEST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

fn clean(text: &str, longest: usize) -> Result<String, Refusal> {
    let text = text.trim();
    // Nearly every text is in normal form already, above all what comes from the record file.
    let clean: String = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    };
    if let Some(found) = clean.chars().find(|c| is_unseen(*c)) {
        return Err(Refusal::TextUnseen { found: found as u32 });
    }
    let long = clean.chars().count();
    if long > longest {
        return Err(Refusal::TextTooLong { long, longest });
    }
    let mut run = 0;
    for c in clean.chars() {
        run = if c.is_numeric() { run + 1 } else { 0 };
        if run >= DIGIT_RUN {
            return Err(Refusal::TextDigits);
        }
    }
    Ok(clean)
}

/// Control characters, line breaks, bidirectional marks and overrides, zero-width characters, and those of
/// private use, which look different in every font.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_and_brought_to_nfc() {
        assert_eq!(Name::new("  Le\u{302} Thi\u{323} Ba ").unwrap().as_str(), "Lê Thị Ba");
    }

    #[test]
    fn unseen_characters_are_refused() {
        for text in [
            "a\tb",
            "a\nb",
            "a\u{202e}b",
            "a\u{200b}b",
            "a\u{2066}b",
            "a\u{feff}b",
            "a\0b",
            "a\u{1b}[1m",
        ] {
            assert!(matches!(Name::new(text), Err(Refusal::TextUnseen { .. })), "{text:?}");
        }
    }

    #[test]
    fn a_text_with_nine_digits_in_a_row_is_refused() {
        assert!(matches!(Remark::new("CMND 197012345"), Err(Refusal::TextDigits)));
        assert!(matches!(Remark::new("số ١٩٧٠١٢٣٤٥"), Err(Refusal::TextDigits)));
        assert!(Remark::new("12345678 và 12345678").unwrap().is_some());
    }

    #[test]
    fn length_counts_characters_after_normalisation() {
        assert!(Remark::new(&"e\u{302}".repeat(200)).unwrap().is_some());
        assert!(matches!(
            Remark::new(&"a".repeat(201)),
            Err(Refusal::TextTooLong { long: 201, longest: 200 })
        ));
        assert!(Remark::new("   ").unwrap().is_none());
        assert!(matches!(Name::new("a;b"), Err(Refusal::NameSemicolon { .. })));
    }
}
