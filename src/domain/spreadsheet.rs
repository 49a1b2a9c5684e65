//! Texts in CSV that a spreadsheet opens: it takes `=1+1` for a formula, `0012` for 12 and `1-2` for a day, and saves what
//! it took. Here stands how a text is written so that it comes back as it was, and how it is read again.

use std::borrow::Cow;

use super::ENGLISH_MONTHS;

/// With these a spreadsheet begins a formula.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text as a spreadsheet is to open it: with `'` before what it would take for a formula, as `="0012"` what it would
/// take for a number or a day. Either program keeps the first; the second is a text to both.
pub fn for_spreadsheet(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(FORMULAS) {
        format!("'{text}").into()
    } else if is_misread(text) {
        format!("=\"{text}\"").into()
    } else {
        text.into()
    }
}

/// A text that no spreadsheet is meant to open: only what reading would make another of it gets a `'`.
pub fn for_file(text: &str) -> Cow<'_, str> {
    if from_spreadsheet(text) == text { text.into() } else { format!("'{text}").into() }
}

/// What was meant by a text that a spreadsheet may have had.
pub fn from_spreadsheet(text: &str) -> &str {
    let wrapped = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"'));
    match (text.strip_prefix('\''), wrapped) {
        // A text that has a `'` of its own there was written with one more.
        (Some(rest), _) if rest.trim_start_matches('\'').starts_with(FORMULAS) => rest,
        (None, Some(inner)) if !inner.contains('"') => inner,
        _ => text,
    }
}

/// Whether a spreadsheet would take the text for a number, a day, a time or a truth value, and show or save another.
fn is_misread(text: &str) -> bool {
    let text = text.trim();
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return true;
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    // A number as it is written anyway stays what it is.
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.len() <= 15 && (text == "0" || !text.starts_with('0')) {
        return false;
    }
    let signs = |c: char| {
        matches!(c, '.' | ',' | ':' | '/' | '-' | '+' | '%' | ' ' | '(' | ')' | '$' | '₫')
    };
    if text.chars().all(|c| c.is_ascii_digit() || signs(c)) {
        return true;
    }
    let mut words =
        text.split(|c: char| c.is_ascii_digit() || signs(c)).filter(|word| !word.is_empty());
    let (word, more) = (words.next().unwrap_or_default(), words.next().is_some());
    let begins = !text.starts_with(char::is_alphabetic);
    !more && is_of_numbers(&word.to_lowercase(), begins)
}

/// Whether a word may stand in a number or a time that begins with a digit, or in a day: `5E3`, `7 PM`, `02-Jan`.
fn is_of_numbers(word: &str, behind_digit: bool) -> bool {
    let of_time = matches!(word, "e" | "a" | "p" | "am" | "pm");
    let begins = |month: &&str| {
        month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let of_month = word.len() >= 3 && ENGLISH_MONTHS.iter().any(begins);
    (of_time && behind_digit) || of_month || matches!(word, "thg" | "tháng")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_take_for_something_else_is_written_as_a_text() {
        for text in [
            "0012",
            "1-2",
            "5E3",
            "5e+3",
            "2018-07",
            "12/5",
            "02-Jan",
            "Jan-02",
            "7 PM",
            "25%",
            "1.5",
            "1,5",
            "1:30",
            "1234567890123456",
            "TRUE",
            "2 thg 7",
            "(5)",
            "$5",
        ] {
            assert_eq!(for_spreadsheet(text), format!("=\"{text}\""), "{text}");
        }
        for text in [
            "P1-02",
            "143-TB/TU",
            "12",
            "0",
            "Khu phố 2",
            "",
            "TUV-01;TUV-02",
            "T7/2018",
            "None",
            "E5B",
            "5 Jane",
        ] {
            assert_eq!(for_spreadsheet(text), text);
        }
    }

    #[test]
    fn what_was_written_for_a_spreadsheet_or_a_file_is_read_as_it_was() {
        for text in [
            "",
            "a",
            "'",
            "''",
            "=1+1",
            "'=1",
            "''=1",
            "-5",
            "@x",
            "0012",
            "1-2",
            "=\"0012\"",
            "'=\"0012\"",
            "=\"a\"b\"",
            "\"",
            "=",
            "=\"",
            "=\"\"",
            "'a",
            "+84",
            "5E3",
        ] {
            assert_eq!(from_spreadsheet(&for_spreadsheet(text)), text);
            assert_eq!(from_spreadsheet(&for_file(text)), text);
        }
    }
}
