//! The judgement of one cell in one month: the table of statuses of `records.md`, section 6.

use super::keyword::keyword;

keyword! {
    /// Whether a cell got its assigned visitor, and if not, why.
    Status {
        /// Someone assigned to the cell came.
        Attended = "attended",
        /// Someone else came in the assigned visitor's place.
        Substituted = "substituted",
        /// Nobody came, and everyone assigned has a reason.
        Excused = "excused",
        /// Nobody came, and a reason is missing.
        Absent = "absent",
        /// The cell did not meet.
        NotHeld = "not-held",
        /// The month is over and nobody has reported.
        Missing = "missing",
        /// Nobody has reported, but the month is not over.
        Pending = "pending",
        /// Nobody is assigned to the cell.
        Unassigned = "unassigned",
    }
}

impl Status {
    /// Whether the office has to act on it.
    pub fn is_gap(self) -> bool {
        match self {
            Self::Attended | Self::Pending => false,
            Self::Substituted
            | Self::Excused
            | Self::Absent
            | Self::NotHeld
            | Self::Missing
            | Self::Unassigned => true,
        }
    }
}

impl Status {
    /// Whether a gap can still be mended, before its month is closed: by a report, a reason or an assignment. What is
    /// known to have happened otherwise cannot.
    pub fn is_mendable(self) -> bool {
        match self {
            Self::Missing | Self::Absent | Self::Unassigned => true,
            Self::Attended | Self::Pending | Self::Substituted | Self::Excused | Self::NotHeld => {
                false
            }
        }
    }

    /// The number of the condition of section 6 that gives this status. Each gives one and no other gives
    /// it, so that the number of a row's status is that of the rule it was judged by.
    pub fn rule(self) -> u8 {
        match self {
            Self::Unassigned => 1,
            Self::Pending => 2,
            Self::Missing => 3,
            Self::NotHeld => 4,
            Self::Attended => 5,
            Self::Substituted => 6,
            Self::Excused => 7,
            Self::Absent => 8,
        }
    }
}

/// What is known of the regular meeting, **R** of section 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It is not recorded.
    Nothing,
    /// It was not held.
    NotHeld,
    /// It was held.
    Held {
        /// A visitor is among the assigned officials.
        assigned_came: bool,
        /// There was a visitor, assigned or not.
        someone_came: bool,
        /// Every assigned official has an absence reason.
        all_have_reasons: bool,
    },
}

/// All that a judgement depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// **A** is not empty.
    pub anyone_assigned: bool,
    pub seen: Seen,
    /// Today is after the last day of the month.
    pub month_over: bool,
}

/// The status of a due cell: the first condition of section 6 that fits. The order of the arms is the
/// order of the conditions.
pub fn judge(case: Case) -> Status {
    match (case.anyone_assigned, case.seen, case.month_over) {
        (false, _, _) => Status::Unassigned,
        (true, Seen::Nothing, false) => Status::Pending,
        (true, Seen::Nothing, true) => Status::Missing,
        (true, Seen::NotHeld, _) => Status::NotHeld,
        (true, Seen::Held { assigned_came: true, .. }, _) => Status::Attended,
        (true, Seen::Held { someone_came: true, .. }, _) => Status::Substituted,
        (true, Seen::Held { all_have_reasons: true, .. }, _) => Status::Excused,
        (true, Seen::Held { .. }, _) => Status::Absent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every combination, written out by hand from the table of section 6. `A` someone is assigned,
    /// `o` the month is over; of a meeting held: `a` the assigned visitor came, `v` someone came, `r` all have reasons.
    const TABLE: &[(&str, &str, &str, Status)] = &[
        ("-", "nothing", "-", Status::Unassigned),
        ("-", "nothing", "o", Status::Unassigned),
        ("-", "not held", "-", Status::Unassigned),
        ("-", "not held", "o", Status::Unassigned),
        ("-", "---", "-", Status::Unassigned),
        ("-", "---", "o", Status::Unassigned),
        ("-", "--r", "-", Status::Unassigned),
        ("-", "--r", "o", Status::Unassigned),
        ("-", "-v-", "-", Status::Unassigned),
        ("-", "-v-", "o", Status::Unassigned),
        ("-", "-vr", "-", Status::Unassigned),
        ("-", "-vr", "o", Status::Unassigned),
        ("-", "a--", "-", Status::Unassigned),
        ("-", "a--", "o", Status::Unassigned),
        ("-", "a-r", "-", Status::Unassigned),
        ("-", "a-r", "o", Status::Unassigned),
        ("-", "av-", "-", Status::Unassigned),
        ("-", "av-", "o", Status::Unassigned),
        ("-", "avr", "-", Status::Unassigned),
        ("-", "avr", "o", Status::Unassigned),
        ("A", "nothing", "-", Status::Pending),
        ("A", "nothing", "o", Status::Missing),
        ("A", "not held", "-", Status::NotHeld),
        ("A", "not held", "o", Status::NotHeld),
        ("A", "---", "-", Status::Absent),
        ("A", "---", "o", Status::Absent),
        ("A", "--r", "-", Status::Excused),
        ("A", "--r", "o", Status::Excused),
        ("A", "-v-", "-", Status::Substituted),
        ("A", "-v-", "o", Status::Substituted),
        ("A", "-vr", "-", Status::Substituted),
        ("A", "-vr", "o", Status::Substituted),
        ("A", "a--", "-", Status::Attended),
        ("A", "a--", "o", Status::Attended),
        ("A", "a-r", "-", Status::Attended),
        ("A", "a-r", "o", Status::Attended),
        ("A", "av-", "-", Status::Attended),
        ("A", "av-", "o", Status::Attended),
        ("A", "avr", "-", Status::Attended),
        ("A", "avr", "o", Status::Attended),
    ];

    fn every_case() -> Vec<Case> {
        let mut seen = vec![Seen::Nothing, Seen::NotHeld];
        for bits in 0..8 {
            seen.push(Seen::Held {
                assigned_came: bits & 4 != 0,
                someone_came: bits & 2 != 0,
                all_have_reasons: bits & 1 != 0,
            });
        }
        let pairs = [(false, false), (false, true), (true, false), (true, true)];
        pairs
            .iter()
            .flat_map(|(anyone_assigned, month_over)| {
                seen.iter().map(|seen| Case {
                    anyone_assigned: *anyone_assigned,
                    seen: *seen,
                    month_over: *month_over,
                })
            })
            .collect()
    }

    fn signs(case: Case) -> (&'static str, String, &'static str) {
        let seen = match case.seen {
            Seen::Nothing => "nothing".to_owned(),
            Seen::NotHeld => "not held".to_owned(),
            Seen::Held { assigned_came, someone_came, all_have_reasons } => {
                [(assigned_came, 'a'), (someone_came, 'v'), (all_have_reasons, 'r')]
                    .map(|(is, sign)| if is { sign } else { '-' })
                    .iter()
                    .collect()
            }
        };
        let sign = |is: bool, sign: &'static str| if is { sign } else { "-" };
        (sign(case.anyone_assigned, "A"), seen, sign(case.month_over, "o"))
    }

    #[test]
    fn every_combination_has_the_status_of_section_6() {
        let cases = every_case();
        assert_eq!(cases.len(), TABLE.len());
        for case in cases {
            let (assigned, seen, over) = signs(case);
            let rows: Vec<_> = TABLE
                .iter()
                .filter(|row| (row.0, row.1, row.2) == (assigned, &seen, over))
                .collect();
            assert_eq!(rows.len(), 1, "{assigned} {seen} {over}");
            assert_eq!(judge(case), rows[0].3, "{assigned} {seen} {over}");
        }
    }

    /// The conditions of section 6 in its order, each by itself.
    fn conditions(case: Case) -> [bool; 8] {
        let (came, someone, reasons) = match case.seen {
            Seen::Held { assigned_came, someone_came, all_have_reasons } => {
                (assigned_came, someone_came, all_have_reasons)
            }
            Seen::Nothing | Seen::NotHeld => (false, false, false),
        };
        [
            !case.anyone_assigned,
            case.seen == Seen::Nothing && !case.month_over,
            case.seen == Seen::Nothing,
            case.seen == Seen::NotHeld,
            came,
            someone,
            reasons,
            true,
        ]
    }

    #[test]
    fn the_rule_of_a_status_is_the_first_condition_that_fits() {
        for case in every_case() {
            let first = conditions(case).iter().position(|fits| *fits).unwrap() + 1;
            assert_eq!(usize::from(judge(case).rule()), first, "{case:?}");
        }
    }

    #[test]
    fn only_attended_and_pending_are_no_gaps() {
        use super::super::Keyword;
        let no_gap: Vec<_> = Status::ALL.iter().filter(|s| !s.is_gap()).collect();
        assert_eq!(no_gap, [&Status::Attended, &Status::Pending]);
    }
}
