//! Scores and grades of a meeting (`records.md`, section 4); the rule set that ties them is that of `criteria.rs`.

use std::fmt;

use super::keyword::keyword;
use super::{Refusal, refusal};

keyword! {
    /// The grade of a meeting, best first.
    Grade {
        /// Tốt.
        Good = "good",
        /// Khá.
        Fair = "fair",
        /// Trung bình.
        Average = "average",
        /// Kém.
        Poor = "poor",
    }
}

/// Points from 0 to 100 with at most one decimal, kept in tenths. `Display` writes `92` or `92.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u16);

impl Score {
    /// From tenths of a point, 0 to 1000.
    pub fn from_tenths(tenths: u16) -> Option<Self> {
        (tenths <= 1000).then_some(Self(tenths))
    }

    /// In tenths of a point.
    pub fn tenths(self) -> u16 {
        self.0
    }

    /// Reads `92`, `92.5` or `92,5`.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let misread = || Refusal::Written(refusal::Written::ScoreMisread { text: text.to_owned() });
        let digits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        };
        let (whole, tenth) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        if !digits(whole, 3) || !digits(tenth, 1) {
            return Err(misread());
        }
        let number = |part: &str| part.parse::<u16>().map_err(|_| misread());
        Self::from_tenths(number(whole)? * 10 + number(tenth)?).ok_or_else(misread)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(f, "{}", self.0 / 10),
            tenth => write!(f, "{}.{tenth}", self.0 / 10),
        }
    }
}

/// A grade that the rule set in force does not allow for the score; recorded all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradeAbove {
    pub given: Grade,
    pub highest: Grade,
    pub score: Score,
    /// The document that says so.
    pub document: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_has_at_most_one_decimal() {
        for (typed, read) in
            [("92", "92"), ("92,5", "92.5"), ("92.0", "92"), ("100", "100"), ("0", "0")]
        {
            assert_eq!(Score::read(typed).unwrap().to_string(), read);
        }
        for typed in ["", "100.1", "101", "92.55", "-1", "9 2", "1e2", ".5", "5.", "999"] {
            assert!(
                matches!(
                    Score::read(typed),
                    Err(Refusal::Written(refusal::Written::ScoreMisread { .. }))
                ),
                "{typed}"
            );
        }
    }
}
