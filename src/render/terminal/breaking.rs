//! Breaking texts into lines between words; a number stays with the word before it, as in “Khu phố 1”.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Keeps the words beside it together, and is printed as a blank.
const UNBROKEN: char = '\u{a0}';

/// A text as it is printed: what kept its words together is a blank.
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(UNBROKEN) { text.replace(UNBROKEN, " ").into() } else { text.into() }
}

/// Lines no wider than `width`; those after the first are indented. A word wider than that is broken itself.
pub fn wrap(text: &str, width: usize, indent: usize) -> Vec<String> {
    let width = width.max(1);
    let indent = if indent + 8 > width { 0 } else { indent };
    let mut lines = Vec::new();
    let blanks = text.len() - text.trim_start_matches(' ').len();
    let mut line = " ".repeat(blanks.min(width / 2));
    let mut taken = line.width();
    let mut begun = false;
    for word in words(text.trim_matches(' ')) {
        let wide = word.width();
        if begun && taken + 1 + wide > width {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
            (taken, begun) = (indent, false);
        }
        if begun {
            line.push(' ');
            taken += 1;
        }
        for c in word.chars() {
            let c = if c == UNBROKEN { ' ' } else { c };
            let wide = c.width().unwrap_or(0);
            if taken + wide > width && taken > indent {
                lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
                taken = indent;
            }
            line.push(c);
            taken += wide;
        }
        begun = true;
    }
    lines.push(line);
    lines
}

/// The width of the widest word that is not broken.
pub fn longest_word(text: &str) -> usize {
    words(text).map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// The words of a text; a number belongs to the word before it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(' ');
        if rest.is_empty() {
            return None;
        }
        let mut end = end_of_word(rest, 0);
        while number_follows(rest, end) {
            end = end_of_word(rest, end + 1);
        }
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

fn end_of_word(text: &str, from: usize) -> usize {
    text[from..].find(' ').map_or(text.len(), |at| from + at)
}

/// Whether the word that ends here is followed by a number that belongs to it.
fn number_follows(text: &str, end: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let before = text[..end].rsplit(' ').next().unwrap_or("");
    let after = text[end..].strip_prefix(' ').unwrap_or("").chars().next();
    is_digit(after) && before.chars().next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::unbroken;

    #[test]
    fn a_number_stays_with_the_word_before_it() {
        assert_eq!(wrap("P1-02 Khu phố 2", 9, 0), ["P1-02 Khu", "phố 2"]);
        assert_eq!(wrap("10 20 30", 5, 0), ["10 20", "30"]);
        assert_eq!(wrap(&format!("a {}", unbroken("b c d")), 5, 0), ["a", "b c d"]);
    }

    #[test]
    fn lines_are_no_wider_than_asked_for_and_those_after_the_first_are_indented() {
        assert_eq!(wrap("  Phường An Đôn đã họp", 12, 4), ["  Phường An", "    Đôn đã", "    họp"]);
        assert_eq!(wrap("abcdefghij", 4, 0), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4, 0), [""]);
        for width in 1..40 {
            let lines = wrap("Học tập và làm theo tư tưởng, đạo đức, phong cách", width, 2);
            assert!(lines.iter().all(|line| line.width() <= width), "{width}: {lines:?}");
        }
    }
}
