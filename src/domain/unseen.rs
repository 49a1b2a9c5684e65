//! Characters that people do not see: they make two equal-looking names differ, and messages absurd.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Whether a character shows nothing, commands the screen, or is a sign of nobody's: control and format
/// characters (bidirectional marks, zero-width characters), line separators, private use, what is not
/// assigned, and what only looks like a blank. A blank itself is seen.
pub fn is_unseen(c: char) -> bool {
    use GeneralCategory::{
        Control, Format, LineSeparator, ParagraphSeparator, PrivateUse, Surrogate, Unassigned,
    };
    match c {
        // The letters of Vietnamese, which need no look into a table.
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{34e}' | '\u{1e00}'..='\u{1eff}' => false,
        _ if is_filler(c) => true,
        _ => matches!(
            c.general_category(),
            Control
                | Format
                | LineSeparator
                | ParagraphSeparator
                | PrivateUse
                | Surrogate
                | Unassigned
        ),
    }
}

/// Whether a mark stands on no letter, so that it is drawn over what is before it, or not at all.
fn is_stray_mark(before: Option<char>, c: char) -> bool {
    let carries = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    is_combining_mark(c) && !before.is_some_and(carries)
}

/// A text in which characters that nobody sees, or that could command a screen or turn others around, are shown by their
/// number: else two that differ would look alike.
pub fn seen(text: &str) -> Cow<'_, str> {
    let hidden = |before: Option<char>, c: char| is_unseen(c) || is_stray_mark(before, c);
    let mut before = None;
    if !text.chars().any(|c| hidden(before.replace(c), c)) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    let mut before = None;
    for c in text.chars() {
        if hidden(before.replace(c), c) {
            shown.push_str(&format!("<U+{:04X}>", c as u32));
        } else {
            shown.push(c);
        }
    }
    shown.into()
}

/// Characters that show nothing although their category is that of letters, marks or symbols.
fn is_filler(c: char) -> bool {
    // Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode, without what is of a category
    // above: joiners, fillers, vowels that are not drawn, variation selectors.
    let ignorable = matches!(c, '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}')
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}')
        || matches!(c, '\u{e0100}'..='\u{e01ef}');
    // Drawn as a blank: of Braille, Khitan, music, Egyptian; and the place of a picture that was pasted.
    let blank = matches!(c, '\u{2800}' | '\u{16fe4}' | '\u{1d159}' | '\u{13441}'..='\u{13442}');
    ignorable || blank || c == '\u{fffc}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_known_whatever_its_category() {
        let unseen = "\0\t\n\r\u{7f}\u{85}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}\u{180e}\u{180f}\
             \u{200b}\u{200d}\u{200e}\u{2028}\u{2029}\u{202e}\u{2060}\u{2065}\u{2066}\u{2800}\u{3164}\u{e000}\u{fe00}\
             \u{fe0f}\u{feff}\u{ffa0}\u{fff0}\u{fff9}\u{fffc}\u{fffe}\u{ffff}\u{13441}\u{16fe4}\u{1d159}\u{1d173}\u{e0001}\
             \u{e0041}\u{e0100}\u{e01ef}\u{e0fff}\u{f0000}\u{10ffff}";
        for c in unseen.chars() {
            assert!(is_unseen(c), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn letters_marks_signs_and_blanks_are_seen() {
        let seen = "aZ0 ~\u{a0}\u{2009}\u{3000}ÀĐđơƯỹẠ\u{300}\u{323}Ðɖ–—…“”•№€\u{fffd}文한😀";
        for c in seen.chars() {
            assert!(!is_unseen(c), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn a_mark_without_a_letter_is_stray() {
        for (before, c) in [(None, '\u{300}'), (Some('“'), '\u{300}'), (Some(' '), '\u{20dd}')] {
            assert!(is_stray_mark(before, c), "{before:?} U+{:04X}", c as u32);
        }
        for (before, c) in [(Some('e'), '\u{302}'), (Some('\u{302}'), '\u{301}'), (None, 'e')] {
            assert!(!is_stray_mark(before, c), "{before:?} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn the_letters_that_are_let_pass_at_once_would_be_by_the_table_too() {
        for c in ('\0'..='\u{1eff}').filter(|c| !is_unseen(*c)) {
            let category = c.general_category();
            assert!(category != GeneralCategory::Unassigned, "U+{:04X}", c as u32);
            assert!(category != GeneralCategory::Format, "U+{:04X}", c as u32);
            assert!(category != GeneralCategory::Control, "U+{:04X}", c as u32);
        }
    }
}
