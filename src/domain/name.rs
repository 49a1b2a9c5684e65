//! Names and short free texts: what may stand in them, and how long they may be (`records.md`, section 4).

use std::fmt;
use std::sync::Arc;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Refusal, is_unseen, refusal};

/// Digits in a row from which a text could hold a card or identity number.
const DIGIT_RUN: usize = 9;

/// The name of a committee, a cell or a person: at most 120 characters, one of them a letter or digit, no `;`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Box<str>);

impl Name {
    /// The most characters a name has.
    pub const LONGEST: usize = 120;

    /// Trims, makes white space single blanks, brings to NFC and checks.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        let clean = clean(text, Self::LONGEST)?;
        if clean.is_empty() {
            return Err(refusal::Written::NameEmpty.into());
        }
        if clean.contains(';') {
            return Err(refusal::Written::NameSemicolon { text: clean }.into());
        }
        if !clean.chars().any(|c| c.is_alphanumeric() && !is_combining_mark(c)) {
            return Err(refusal::Written::NameWithoutLetter { text: clean }.into());
        }
        Ok(Self(clean.into()))
    }

    /// What stands in the record file where a name was erased of which something must stand.
    pub const ERASED: &str = "…";

    /// The same as a name. Nothing new can be called that, as it has no letter.
    pub fn erased() -> Self {
        Self(Self::ERASED.into())
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

/// A text of 1 to `LONGEST` characters. Copies share it: the same titles and documents stand in many records.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const LONGEST: usize>(Arc<str>);

/// A text of which it is not known yet what it is.
pub type AnyText = Text<{ usize::MAX }>;
/// Title, organisation, issuer, label of a category, minutes number.
pub type Label = Text<160>;
/// Theme, note, recommendation.
pub type Remark = Text<200>;
/// An item of a bulletin.
pub type Passage = Text<500>;
/// The number of a document, such as `143-TB/TU`.
pub type DocumentNo = Text<60>;

impl<const LONGEST: usize> Text<LONGEST> {
    /// Trims, makes white space single blanks, brings to NFC and checks; none if nothing is left.
    pub fn new(text: &str) -> Result<Option<Self>, Refusal> {
        let clean = clean(text, LONGEST)?;
        Ok((!clean.is_empty()).then(|| Self(clean.into())))
    }

    /// How many characters it has at most.
    pub const LONGEST: usize = LONGEST;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same as a text of which it is not known what it is.
    pub fn widen(self) -> AnyText {
        Text(self.0)
    }

    /// The same as a text of another length; none if it is longer.
    pub fn fit<const OTHER: usize>(&self) -> Option<Text<OTHER>> {
        let fits = LONGEST <= OTHER || self.0.chars().count() <= OTHER;
        fits.then(|| Text(self.0.clone()))
    }
}

impl<const LONGEST: usize> fmt::Display for Text<LONGEST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A text as it is kept: trimmed, its white space single blanks, in normal form, nothing unseen in it.
fn clean(text: &str, longest: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if is_error_of_spreadsheet(text) {
        return Err(refusal::Written::TextErrorValue { text: text.to_owned() }.into());
    }
    // Nearly every text is in normal form already, above all what comes from the record file.
    let clean = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => clean_chars(text.chars(), text.len(), longest),
        IsNormalized::No | IsNormalized::Maybe => clean_chars(text.nfc(), text.len(), longest),
    }?;
    // Marks alone are drawn over what stands beside them, or not at all.
    let has_base = clean.chars().any(|c| c != ' ' && !is_combining_mark(c));
    match clean.chars().next() {
        Some(first) if !has_base => {
            Err(refusal::Written::TextUnseen { found: first as u32 }.into())
        }
        Some(_) | None => Ok(clean),
    }
}

fn clean_chars(
    chars: impl Iterator<Item = char>,
    bytes: usize,
    longest: usize,
) -> Result<String, Refusal> {
    let mut clean = String::with_capacity(bytes);
    let (mut long, mut run, mut many_digits) = (0, 0, false);
    for c in chars {
        if c == char::REPLACEMENT_CHARACTER {
            return Err(refusal::Written::TextBroken.into());
        }
        if is_unseen(c) {
            return Err(refusal::Written::TextUnseen { found: c as u32 }.into());
        }
        let c = if c.is_whitespace() { ' ' } else { c };
        if c == ' ' && clean.ends_with(' ') {
            continue;
        }
        run = if c.is_numeric() { run + 1 } else { 0 };
        many_digits |= run >= DIGIT_RUN;
        long += 1;
        clean.push(c);
    }
    if long > longest {
        return Err(refusal::Written::TextTooLong { long, longest }.into());
    }
    if many_digits {
        return Err(refusal::Written::TextDigits.into());
    }
    Ok(clean)
}

/// What a spreadsheet writes where it could compute nothing: `#N/A`, `#REF!`, `#NAME?`, `Err:502`, or `###`
/// where a value did not fit into its column.
fn is_error_of_spreadsheet(text: &str) -> bool {
    let is_code = |rest: &str| {
        let name = rest.strip_suffix(['!', '?']).unwrap_or_default();
        let lawful = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_');
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(lawful)
    };
    match text.strip_prefix('#') {
        Some(rest) => {
            let whole =
                ["N/A", "GETTING_DATA"].iter().any(|known| rest.eq_ignore_ascii_case(known));
            let narrow = !rest.is_empty() && rest.bytes().all(|b| b == b'#');
            whole || narrow || is_code(rest)
        }
        None => text
            .strip_prefix("Err:")
            .is_some_and(|number| number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::refusal::Written;

    /// What is wrong with a text that is refused.
    fn refused<T: std::fmt::Debug>(text: Result<T, Refusal>) -> Written {
        match text.unwrap_err() {
            Refusal::Written(refusal) => refusal,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_name_is_trimmed_and_brought_to_nfc() {
        assert_eq!(Name::new("  Le\u{302} Thi\u{323} Ba ").unwrap().as_str(), "Lê Thị Ba");
    }

    #[test]
    fn white_space_within_is_one_blank() {
        let name = Name::new("Lê\u{a0} Văn  \u{2009}Bình\u{3000}").unwrap();
        assert_eq!(name.as_str(), "Lê Văn Bình");
        assert_eq!(Remark::new("a   b").unwrap().unwrap().as_str(), "a b");
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
            "Lê Văn\u{34f} Thắng",
            "a\u{fe0f}",
            "\u{3164}",
            "a\u{2800}b",
            "\u{115f}a",
            "a\u{10ffff}",
        ] {
            assert!(matches!(refused(Name::new(text)), Written::TextUnseen { .. }), "{text:?}");
            assert!(matches!(refused(Remark::new(text)), Written::TextUnseen { .. }), "{text:?}");
        }
    }

    #[test]
    fn marks_alone_are_no_text() {
        for text in ["\u{300}", " \u{301}\u{323} ", "\u{345}", "\u{20dd}"] {
            assert!(matches!(refused(Name::new(text)), Written::TextUnseen { .. }), "{text:?}");
            assert!(matches!(refused(Remark::new(text)), Written::TextUnseen { .. }), "{text:?}");
        }
        assert!(Remark::new("–").unwrap().is_some());
    }

    #[test]
    fn a_name_has_a_letter_or_a_digit() {
        for text in ["-", "…", "( )", "“”", "😀", "- \u{345}"] {
            assert!(
                matches!(refused(Name::new(text)), Written::NameWithoutLetter { .. }),
                "{text:?}"
            );
        }
        for text in ["7", "Ê", "K’", "(Ба)"] {
            assert!(Name::new(text).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn letters_that_were_lost_are_refused() {
        assert!(matches!(refused(Name::new("Nguy\u{fffd}n")), Written::TextBroken));
        assert!(matches!(refused(Remark::new("\u{fffd}")), Written::TextBroken));
    }

    #[test]
    fn what_a_spreadsheet_writes_for_an_error_is_no_text() {
        for text in [
            "#N/A",
            "#n/a",
            " #REF! ",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#ERROR!",
            "#GETTING_DATA",
            "Err:502",
            "####",
        ] {
            assert!(matches!(refused(Name::new(text)), Written::TextErrorValue { .. }), "{text:?}");
            assert!(
                matches!(refused(Remark::new(text)), Written::TextErrorValue { .. }),
                "{text:?}"
            );
        }
        for text in ["#12", "Số #N/A", "#N/A x", "#12/BC", "#", "Err: 502", "# !"] {
            assert!(Remark::new(text).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn a_text_with_nine_digits_in_a_row_is_refused() {
        assert!(matches!(refused(Remark::new("CMND 197012345")), Written::TextDigits));
        assert!(matches!(refused(Remark::new("số ١٩٧٠١٢٣٤٥")), Written::TextDigits));
        assert!(Remark::new("12345678 và 12345678").unwrap().is_some());
    }

    #[test]
    fn length_counts_characters_after_normalisation() {
        assert!(Remark::new(&"e\u{302}".repeat(200)).unwrap().is_some());
        assert!(matches!(
            refused(Remark::new(&"a".repeat(201))),
            Written::TextTooLong { long: 201, longest: 200 }
        ));
        assert!(Remark::new("   ").unwrap().is_none());
        assert!(matches!(refused(Name::new("a;b")), Written::NameSemicolon { .. }));
    }
}
