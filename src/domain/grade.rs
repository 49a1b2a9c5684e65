//! Scores and grades of a meeting, and the rule set that ties them (`records.md`, section 4).

use std::fmt;

use super::keyword::keyword;
use super::{Date, Refusal, refusal};

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

/// The least score for each of the three upper grades, from a day on.
#[derive(Debug, Clone, Copy)]
pub struct GradeRules {
    /// The document that set them.
    pub document: &'static str,
    good: u16,
    fair: u16,
    average: u16,
}

impl GradeRules {
    /// The rule set in force on a day, if there was one: 90, 70 and 50 points by guidance 12-HD/BTCTW of
    /// the Central Organisation Commission, from its date, 6 July 2018.
    pub fn on(day: Date) -> Option<Self> {
        let rules = Self { document: "12-HD/BTCTW", good: 900, fair: 700, average: 500 };
        Date::new(2018, 7, 6).is_some_and(|from| from <= day).then_some(rules)
    }

    /// The highest grade that the score allows.
    pub fn highest(self, score: Score) -> Grade {
        match score.tenths() {
            tenths if tenths >= self.good => Grade::Good,
            tenths if tenths >= self.fair => Grade::Fair,
            tenths if tenths >= self.average => Grade::Average,
            _ => Grade::Poor,
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

    #[test]
    fn nothing_is_judged_before_a_rule_set_was_in_force() {
        assert!(GradeRules::on(Date::new(2018, 7, 5).unwrap()).is_none());
        let rules = GradeRules::on(Date::new(2018, 7, 6).unwrap()).unwrap();
        let grades: Vec<_> = ["90", "89.9", "70", "69.9", "50", "49.9"]
            .map(|s| rules.highest(Score::read(s).unwrap()))
            .to_vec();
        use Grade::*;
        assert_eq!(grades, [Good, Fair, Fair, Average, Average, Poor]);
    }
}
