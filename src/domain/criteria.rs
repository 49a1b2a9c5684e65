//! The frame by which a meeting is judged good, dated: what each guidance asks, as the file beside the program says with
//! its source. Nothing is judged of which no rule set was in force or of which the file has no value.

use std::sync::LazyLock;

use super::keyword::keyword;
use super::{Date, Detail, DetailValue, Grade, Held, Presence, Score};

/// The file: one line a criterion, no quotes and no comma within a field.
const FILE: &str = include_str!("../../data/criteria.csv");

keyword! {
    /// Whether a meeting, or a cell in a quarter, keeps a criterion.
    Verdict {
        Met = "met",
        NotMet = "not-met",
        /// What it would be judged by is not recorded, or not yet.
        NotRecorded = "not-recorded",
    }
}

/// What a guidance asks, from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Criteria {
    /// The document that set it.
    pub guidance: &'static str,
    /// The first day on which it is in force.
    pub from: Date,
    until: Option<Date>,
    /// The share of members, in percent, of those expected that must be exceeded.
    pub present_above: Option<u16>,
    /// Whether the cell committee is to meet beforehand.
    pub prepared: bool,
    /// Whether a theme is asked each quarter.
    pub theme_each_quarter: bool,
    /// The least scores of the three upper grades.
    pub good: Score,
    pub fair: Score,
    pub average: Score,
}

impl Criteria {
    /// The rule set in force on a day, if there was one.
    pub fn on(day: Date) -> Option<Self> {
        let holds = |criteria: &Self| {
            criteria.from <= day && criteria.until.is_none_or(|until| day < until)
        };
        static EVERY: LazyLock<Vec<Criteria>> = LazyLock::new(|| Criteria::every().collect());
        EVERY.iter().copied().find(holds)
    }

    /// Every rule set of the file, in its order. One that lacks a score is none.
    fn every() -> impl Iterator<Item = Self> {
        let mut sets: Vec<(&'static str, &'static str, &'static str)> =
            lines().map(|line| (line.guidance, line.from, line.until)).collect();
        sets.dedup();
        sets.into_iter().filter_map(|(guidance, from, until)| {
            let value = |criterion: &str| {
                let found = lines().find(|l| l.guidance == guidance && l.criterion == criterion);
                found.map(|line| line.value).filter(|value| !value.is_empty())
            };
            let score = |criterion| Score::read(value(criterion)?).ok();
            Some(Self {
                guidance,
                from: Date::from_iso(from)?,
                until: Date::from_iso(until),
                present_above: value("present-above").and_then(|value| value.parse().ok()),
                prepared: value("prepared") == Some("yes"),
                theme_each_quarter: value("theme-each") == Some("quarter"),
                good: score("good-from")?,
                fair: score("fair-from")?,
                average: score("average-from")?,
            })
        })
    }

    /// The highest grade that a score allows.
    pub fn highest(&self, score: Score) -> Grade {
        match score {
            score if score >= self.good => Grade::Good,
            score if score >= self.fair => Grade::Fair,
            score if score >= self.average => Grade::Average,
            _ => Grade::Poor,
        }
    }

    /// Whether more than the asked share of the members expected were present; none if no share is asked.
    pub fn present(&self, presence: Presence) -> Option<Verdict> {
        let above = u64::from(self.present_above?);
        let Some(share) = presence.attendance().filter(|share| share.n > 0) else {
            return Some(Verdict::NotRecorded);
        };
        Some(if share.k * 100 > above * share.n { Verdict::Met } else { Verdict::NotMet })
    }

    /// Whether the cell committee met beforehand; none if that is not asked.
    pub fn met_beforehand(&self, held: &Held) -> Option<Verdict> {
        self.prepared.then(|| match held.details.get(Detail::Prepared) {
            Some(DetailValue::YesNo(true)) => Verdict::Met,
            Some(_) => Verdict::NotMet,
            None => Verdict::NotRecorded,
        })
    }
}

/// A line of the file.
struct Line {
    guidance: &'static str,
    from: &'static str,
    until: &'static str,
    criterion: &'static str,
    value: &'static str,
}

fn lines() -> impl Iterator<Item = Line> {
    FILE.lines().skip(1).filter_map(|line| {
        let mut fields = line.split(',');
        let mut next = || fields.next();
        let (guidance, from, until) = (next()?, next()?, next()?);
        Some(Line { guidance, from, until, criterion: next()?, value: next()? })
    })
}

#[cfg(test)]
mod tests {
    use super::super::Counts;
    use super::*;

    fn on(day: &str) -> Option<Criteria> {
        Criteria::on(Date::from_iso(day).unwrap())
    }

    #[test]
    fn every_line_of_the_file_names_its_source_and_belongs_to_a_rule_set_that_is_read() {
        let known =
            ["present-above", "prepared", "theme-each", "good-from", "fair-from", "average-from"];
        let mut sets = 0;
        for line in FILE.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            assert_eq!(fields.len(), 6, "{line}");
            assert!(known.contains(&fields[3]) && !fields[5].is_empty(), "{line}");
            sets += usize::from(fields[3] == known[0]);
        }
        assert_eq!(Criteria::every().count(), sets);
    }

    #[test]
    fn nothing_is_judged_before_a_rule_set_was_in_force_and_the_next_begins_where_one_ends() {
        assert_eq!(on("2018-07-05"), None);
        assert_eq!(on("2018-07-06").unwrap().guidance, "12-HD/BTCTW");
        assert_eq!(on("2025-10-27").unwrap().guidance, "12-HD/BTCTW");
        assert_eq!(on("2025-10-28").unwrap().guidance, "42-HD/BTCTW");
        let rules = on("2018-07-06").unwrap();
        let grades = ["90", "89.9", "70", "69.9", "50", "49.9"];
        let grades = grades.map(|score| rules.highest(Score::read(score).unwrap()));
        use Grade::*;
        assert_eq!(grades, [Good, Fair, Fair, Average, Average, Poor]);
    }

    #[test]
    fn a_share_must_be_exceeded_and_what_is_not_recorded_is_not_judged() {
        let rules = on("2018-07-06").unwrap();
        let of = |present, total| {
            let none = Some(0);
            let counts = Counts {
                total: Some(total),
                present: Some(present),
                exempt: none,
                away: none,
                excused: none,
            };
            rules.present(counts.check().unwrap())
        };
        assert_eq!(of(17, 20), Some(Verdict::NotMet), "85% is not above 85%");
        assert_eq!(of(18, 20), Some(Verdict::Met));
        assert_eq!(
            rules.present(Presence::Short { total: 20, present: 20 }),
            Some(Verdict::NotRecorded)
        );
        assert_eq!(on("2026-01-01").unwrap().present(Presence::Unknown), None, "no share was read");
    }
}
