//! The arithmetic of a meeting (`records.md`, section 5). Members are counted, never named.

use super::{Field, Refusal, Share, refusal};

/// The numbers as they were given, each possibly missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub total: Option<u16>,
    pub exempt: Option<u16>,
    pub away: Option<u16>,
    pub present: Option<u16>,
    pub excused: Option<u16>,
}

/// Numbers that agree with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Nothing was counted.
    Unknown,
    /// Only members and members present: how many were expected is unknown.
    Short { total: u16, present: u16 },
    /// All five numbers.
    Full { total: u16, exempt: u16, away: u16, present: u16, excused: u16 },
}

impl Counts {
    /// The most that any count may be.
    pub const MOST: u16 = 9999;

    /// Reads `20/25`, the members present and all of them; of `20` alone, `total` are all, where that is known.
    pub fn present_of(text: &str, total: Option<u16>) -> Result<Self, Refusal> {
        let text = text.trim();
        let misread = || refusal::Written::PresentOfTotalMisread { text: text.to_owned() };
        let number = |part: &str| {
            let plain = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            let number = part.parse().ok().filter(|n| plain && *n <= Self::MOST);
            number.ok_or_else(misread)
        };
        let (present, total) = match text.split_once('/') {
            Some((present, total)) => (number(present.trim())?, number(total.trim())?),
            None => (number(text)?, total.ok_or_else(misread)?),
        };
        let counts = Self { total: Some(total), present: Some(present), ..Self::default() };
        counts.check().map(|_| counts)
    }

    /// Checks the numbers against each other: `total` and `present` go together, exempt, away and excused
    /// are given all or none and not without those two, and no sum exceeds what it is part of.
    pub fn check(self) -> Result<Presence, Refusal> {
        let Self { total, exempt, away, present, excused } = self;
        let rest = [(Field::Exempt, exempt), (Field::Away, away), (Field::Excused, excused)];
        let missing = |wanted: &[(Field, Option<u16>)]| -> Vec<Field> {
            wanted.iter().filter(|(_, n)| n.is_none()).map(|(field, _)| *field).collect()
        };
        let ends = [(Field::Total, total), (Field::Present, present)];
        let (total, present) = match (total, present) {
            (None, None) if rest.iter().all(|(_, n)| n.is_none()) => return Ok(Presence::Unknown),
            (Some(total), Some(present)) => (total, present),
            _ => return Err(refusal::Counts::Missing { missing: missing(&ends) }.into()),
        };
        let (exempt, away, excused) = match (exempt, away, excused) {
            (None, None, None) if present > total => {
                return Err(refusal::Counts::PresentOverTotal { present, total }.into());
            }
            (None, None, None) => return Ok(Presence::Short { total, present }),
            (Some(exempt), Some(away), Some(excused)) => (exempt, away, excused),
            _ => return Err(refusal::Counts::Missing { missing: missing(&rest) }.into()),
        };
        if u32::from(exempt) + u32::from(away) > u32::from(total) {
            return Err(refusal::Counts::ExemptAwayOverTotal { exempt, away, total }.into());
        }
        let expected = total - exempt - away;
        if u32::from(present) + u32::from(excused) > u32::from(expected) {
            return Err(refusal::Counts::PresentOverExpected {
                present,
                excused,
                expected,
                total,
                exempt,
                away,
            }
            .into());
        }
        Ok(Presence::Full { total, exempt, away, present, excused })
    }
}

impl Presence {
    /// The numbers as they were given.
    pub fn counts(self) -> Counts {
        match self {
            Self::Unknown => Counts::default(),
            Self::Short { total, present } => {
                Counts { total: Some(total), present: Some(present), ..Counts::default() }
            }
            Self::Full { total, exempt, away, present, excused } => Counts {
                total: Some(total),
                exempt: Some(exempt),
                away: Some(away),
                present: Some(present),
                excused: Some(excused),
            },
        }
    }

    /// Members expected: `total − exempt − away`, where known.
    pub fn expected(self) -> Option<u16> {
        match self {
            Self::Full { total, exempt, away, .. } => Some(total - exempt - away),
            Self::Unknown | Self::Short { .. } => None,
        }
    }

    /// Members absent without excuse: `expected − present − excused`, where known.
    pub fn unexcused(self) -> Option<u16> {
        match self {
            Self::Full { present, excused, .. } => {
                self.expected().map(|all| all - present - excused)
            }
            Self::Unknown | Self::Short { .. } => None,
        }
    }

    /// Present of expected, where known.
    pub fn attendance(self) -> Option<Share> {
        let present = self.counts().present?;
        self.expected().map(|expected| Share { k: present.into(), n: expected.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(numbers: [Option<u16>; 5]) -> Result<Presence, Refusal> {
        let [total, exempt, away, present, excused] = numbers;
        Counts { total, exempt, away, present, excused }.check()
    }

    #[test]
    fn expected_is_total_less_exempt_and_away() {
        let presence = counts([Some(25), Some(3), Some(1), Some(20), Some(1)]).unwrap();
        assert_eq!((presence.expected(), presence.unexcused()), (Some(21), Some(0)));
        assert_eq!(presence.attendance(), Some(Share { k: 20, n: 21 }));
    }

    #[test]
    fn total_and_present_may_stand_alone_and_then_expected_is_unknown() {
        let presence = counts([Some(25), None, None, Some(20), None]).unwrap();
        assert_eq!(presence, Presence::Short { total: 25, present: 20 });
        assert_eq!((presence.expected(), presence.attendance()), (None, None));
    }

    #[test]
    fn numbers_that_contradict_each_other_are_refused_by_name() {
        use refusal::Counts::{
            ExemptAwayOverTotal, Missing, PresentOverExpected, PresentOverTotal,
        };
        let off = counts([Some(25), Some(3), Some(1), Some(21), Some(1)]);
        assert!(matches!(
            off,
            Err(Refusal::Counts(PresentOverExpected { present: 21, excused: 1, expected: 21, .. }))
        ));
        let off = counts([Some(5), Some(3), Some(3), Some(0), Some(0)]);
        assert!(matches!(off, Err(Refusal::Counts(ExemptAwayOverTotal { .. }))));
        assert!(matches!(
            counts([Some(5), None, None, Some(6), None]),
            Err(Refusal::Counts(PresentOverTotal { .. }))
        ));
        let off = counts([Some(25), Some(3), None, Some(20), None]);
        assert_eq!(off, Err(Missing { missing: vec![Field::Away, Field::Excused] }.into()));
        assert_eq!(
            counts([Some(25), None, None, None, None]),
            Err(Missing { missing: vec![Field::Present] }.into())
        );
        assert_eq!(
            counts([None, Some(1), Some(1), None, Some(1)]),
            Err(Missing { missing: vec![Field::Total, Field::Present] }.into())
        );
    }

    #[test]
    fn present_and_total_are_read_in_this_order() {
        let read = |text, total| {
            let counts = Counts::present_of(text, total).ok()?;
            Some((counts.present?, counts.total?))
        };
        assert_eq!(read("20/25", None), Some((20, 25)));
        assert_eq!(read(" 20 / 25 ", Some(30)), Some((20, 25)));
        assert_eq!(read("20", Some(25)), Some((20, 25)));
        for text in ["20", "25/20", "", "/", "20/", "/25", "a/b", "-1/5", "20/25/1", "1/10000"] {
            assert_eq!(read(text, None), None, "{text}");
        }
        assert_eq!(read("26", Some(25)), None);
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let most = Some(u16::MAX);
        assert!(counts([most, most, most, most, most]).is_err());
        assert!(counts([most, Some(0), Some(0), most, most]).is_err());
    }
}
