//! Codes of committees, cells, officials, categories and recommendations (`records.md`, section 4).

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::{Refusal, refusal};

/// 1 to 16 ASCII letters, digits, `-`, `.`, `_`, beginning with a letter or digit. Equal without regard
/// to case; ordered naturally (`P1-2` before `P1-10`). Copies share it.
#[derive(Clone)]
pub struct Code(Arc<str>);

/// Words that commands use in place of a code.
const RESERVED: [&str; 3] = ["assigned", "none", "today"];

impl Code {
    /// The most characters a code has.
    pub const LONGEST: usize = 16;
    /// The most characters the code of a category has: `inspection-member` has 17.
    pub const LONGEST_CATEGORY: usize = 24;

    /// Checks a code; surrounding blanks are dropped.
    pub fn new(text: &str) -> Result<Self, Refusal> {
        Self::of_length(text, Self::LONGEST)
    }

    /// Checks the code of a category.
    pub fn category(text: &str) -> Result<Self, Refusal> {
        Self::of_length(text, Self::LONGEST_CATEGORY)
    }

    fn of_length(text: &str, longest: usize) -> Result<Self, Refusal> {
        let text = text.trim();
        let misread =
            || Refusal::Written(refusal::Written::CodeMisread { text: text.to_owned(), longest });
        let first = text.bytes().next().ok_or_else(misread)?;
        let lawful = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
        if text.len() > longest || !first.is_ascii_alphanumeric() || !text.bytes().all(lawful) {
            return Err(misread());
        }
        if RESERVED.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            return Err(refusal::Written::CodeReserved { text: text.to_owned() }.into());
        }
        Ok(Self(text.into()))
    }

    /// The code as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same as a text that it shares.
    pub fn shared(&self) -> Arc<str> {
        self.0.clone()
    }

    /// Several codes in one value of a file or of the record file, in the order given.
    pub fn joined<'a>(codes: impl IntoIterator<Item = &'a Self>) -> String {
        codes.into_iter().map(Self::as_str).collect::<Vec<_>>().join(";")
    }

    /// Whether the text is this code, without regard to case.
    pub fn is(&self, text: &str) -> bool {
        self.0.eq_ignore_ascii_case(text.trim())
    }

    /// Whether it is another code than this, but only in the zeros before its numbers: `P1-1` and `P1-01`.
    pub fn is_but_for_zeros(&self, other: &Self) -> bool {
        self != other && self.pieces().eq(other.pieces())
    }

    /// The code without the zeros before its numbers, in upper case: equal for codes that differ in nothing else.
    pub fn without_zeros(&self) -> String {
        let mut text = String::with_capacity(self.0.len());
        for piece in self.pieces() {
            match piece {
                Piece::Run(value) => text.push_str(&value.to_string()),
                Piece::Other(byte) => text.push(char::from(byte)),
            }
        }
        text
    }

    /// The pieces of natural order: a run of digits by value, or one other character in upper case.
    fn pieces(&self) -> impl Iterator<Item = Piece> {
        let bytes = self.0.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            let first = *bytes.get(at)?;
            if !first.is_ascii_digit() {
                at += 1;
                return Some(Piece::Other(first.to_ascii_uppercase()));
            }
            let mut value: u128 = 0;
            while let Some(digit) = bytes.get(at).filter(|b| b.is_ascii_digit()) {
                value = value * 10 + u128::from(digit - b'0');
                at += 1;
            }
            Some(Piece::Run(value))
        })
    }

    /// Leading zeros of each run of digits, the last tie-break of natural order.
    fn zeros(&self) -> Vec<usize> {
        self.0
            .split(|c: char| !c.is_ascii_digit())
            .filter(|run| !run.is_empty())
            .map(|run| run.len() - run.trim_start_matches('0').len())
            .collect()
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Run(u128),
    Other(u8),
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Code {}

impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for byte in self.0.bytes() {
            state.write_u8(byte.to_ascii_uppercase());
        }
        state.write_u8(0xff);
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        if self == other {
            return Ordering::Equal;
        }
        self.pieces().cmp(other.pieces()).then_with(|| self.zeros().cmp(&other.zeros()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code::new(text).unwrap()
    }

    #[test]
    fn natural_order_compares_runs_of_digits_by_value() {
        let sorted = ["1", "2A", "10", "a.1", "B_3", "P1", "P1-2", "p1-02", "P1-10", "P10"];
        let mut codes: Vec<Code> = sorted.iter().rev().map(|text| code(text)).collect();
        codes.sort();
        assert_eq!(codes.iter().map(Code::as_str).collect::<Vec<_>>(), sorted);
    }

    #[test]
    fn codes_are_equal_without_regard_to_case() {
        assert_eq!(code("p1-01"), code("P1-01"));
        assert!(code("P1-01").is(" p1-01 "));
        assert_ne!(code("P1-1"), code("P1-01"));
    }

    #[test]
    fn codes_that_lost_their_zeros_are_known() {
        for (one, other) in [("001", "1"), ("P1-01", "p1-1"), ("A.0", "a.00"), ("X10-02", "x010-2")]
        {
            assert!(code(one).is_but_for_zeros(&code(other)), "{one} {other}");
            assert_eq!(code(one).without_zeros(), code(other).without_zeros(), "{one} {other}");
        }
        for (one, other) in [("P1-1", "P1-10"), ("P1-1", "p1-1"), ("P11", "P1-1"), ("10", "1")] {
            assert!(!code(one).is_but_for_zeros(&code(other)), "{one} {other}");
        }
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for text in ["", "-1", "P 1", "Phường", "12345678901234567", "a;b", "_x", "a/b"] {
            assert!(
                matches!(
                    Code::new(text),
                    Err(Refusal::Written(refusal::Written::CodeMisread { .. }))
                ),
                "{text}"
            );
        }
        for text in ["none", "Assigned", "TODAY"] {
            assert!(
                matches!(
                    Code::new(text),
                    Err(Refusal::Written(refusal::Written::CodeReserved { .. }))
                ),
                "{text}"
            );
        }
    }
}
