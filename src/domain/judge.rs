//! The judgement of one cell in one month: the table of statuses of `records.md`, section 6.

use super::keyword::keyword;

keyword! {
    /// Whether a cell got its assigned visitor, and if not, why.
    Status {
        /// Someone who answers for the cell came.
        Attended = "attended",
        /// Nobody owed the cell a visit this month.
        NotRequired = "not-required",
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

keyword! {
    /// What the office asks for about a cell.
    Ask {
        /// A report of the meeting.
        Report = "report",
        /// Why an assigned visitor did not come.
        Reason = "reason",
        /// Who is to attend.
        Assignment = "assignment",
    }
}

impl Status {
    /// Whether the office has to act on it.
    pub fn is_gap(self) -> bool {
        match self {
            Self::Attended | Self::NotRequired | Self::Pending => false,
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
        self.is_gap() && self.ask().is_some()
    }

    /// What to ask for about a cell of this status; none where nothing is open any more.
    pub fn ask(self) -> Option<Ask> {
        match self {
            Self::Missing | Self::Pending => Some(Ask::Report),
            Self::Absent => Some(Ask::Reason),
            Self::Unassigned => Some(Ask::Assignment),
            Self::Attended
            | Self::NotRequired
            | Self::Substituted
            | Self::Excused
            | Self::NotHeld => None,
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
            Self::NotRequired => 6,
            Self::Substituted => 7,
            Self::Excused => 8,
            Self::Absent => 9,
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
        /// A visitor is in **A\***: assigned, or with a duty that holds the cell.
        answering_came: bool,
        /// **A₁** is not empty: somebody owes this cell a visit every month.
        anyone_owes: bool,
        /// There was a visitor, whoever he was.
        someone_came: bool,
        /// Every official in **A₁** has an absence reason.
        all_have_reasons: bool,
    },
}

/// All that a judgement depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// **A\*** is not empty.
    pub anyone_answers: bool,
    pub seen: Seen,
    /// Today is after the last day of the month.
    pub month_over: bool,
}

/// The status of a due cell: the first condition of section 6 that fits. The order of the arms is the
/// order of the conditions.
pub fn judge(case: Case) -> Status {
    match (case.anyone_answers, case.seen, case.month_over) {
        (false, _, _) => Status::Unassigned,
        (true, Seen::Nothing, false) => Status::Pending,
        (true, Seen::Nothing, true) => Status::Missing,
        (true, Seen::NotHeld, _) => Status::NotHeld,
        (true, Seen::Held { answering_came: true, .. }, _) => Status::Attended,
        (true, Seen::Held { anyone_owes: false, .. }, _) => Status::NotRequired,
        (true, Seen::Held { someone_came: true, .. }, _) => Status::Substituted,
        (true, Seen::Held { all_have_reasons: true, .. }, _) => Status::Excused,
        (true, Seen::Held { .. }, _) => Status::Absent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of section 6, written out by hand. `A` somebody is in A*, `o` the month is over; of a meeting held: `a` who
    /// answers for the cell came, `w` somebody owes it a visit every month, `v` someone came, `r` all who owe have reasons;
    /// `?` is either.
    const TABLE: &[(&str, &str, &str, Status)] = &[
        ("-", "nothing", "?", Status::Unassigned),
        ("-", "not held", "?", Status::Unassigned),
        ("-", "????", "?", Status::Unassigned),
        ("A", "nothing", "-", Status::Pending),
        ("A", "nothing", "o", Status::Missing),
        ("A", "not held", "?", Status::NotHeld),
        ("A", "a???", "?", Status::Attended),
        ("A", "--??", "?", Status::NotRequired),
        ("A", "-wv?", "?", Status::Substituted),
        ("A", "-w-r", "?", Status::Excused),
        ("A", "-w--", "?", Status::Absent),
    ];

    fn every_case() -> Vec<Case> {
        let mut seen = vec![Seen::Nothing, Seen::NotHeld];
        for bits in 0..16 {
            seen.push(Seen::Held {
                answering_came: bits & 8 != 0,
                anyone_owes: bits & 4 != 0,
                someone_came: bits & 2 != 0,
                all_have_reasons: bits & 1 != 0,
            });
        }
        let pairs = [(false, false), (false, true), (true, false), (true, true)];
        pairs
            .iter()
            .flat_map(|(anyone_answers, month_over)| {
                seen.iter().map(|seen| Case {
                    anyone_answers: *anyone_answers,
                    seen: *seen,
                    month_over: *month_over,
                })
            })
            .collect()
    }

    fn signs(case: Case) -> [String; 3] {
        let seen = match case.seen {
            Seen::Nothing => "nothing".to_owned(),
            Seen::NotHeld => "not held".to_owned(),
            Seen::Held { answering_came, anyone_owes, someone_came, all_have_reasons } => {
                let is = [
                    (answering_came, 'a'),
                    (anyone_owes, 'w'),
                    (someone_came, 'v'),
                    (all_have_reasons, 'r'),
                ];
                is.map(|(is, sign)| if is { sign } else { '-' }).iter().collect()
            }
        };
        let sign = |is: bool, sign: &str| if is { sign } else { "-" }.to_owned();
        [sign(case.anyone_answers, "A"), seen, sign(case.month_over, "o")]
    }

    fn fits(pattern: &str, signs: &str) -> bool {
        pattern.len() == signs.len()
            && pattern.chars().zip(signs.chars()).all(|(p, s)| p == '?' || p == s)
    }

    #[test]
    fn every_combination_has_the_status_of_section_6() {
        let cases = every_case();
        assert_eq!(cases.len(), 72);
        for case in cases {
            let [answers, seen, over] = signs(case);
            let rows: Vec<_> = TABLE
                .iter()
                .filter(|row| fits(row.0, &answers) && fits(row.1, &seen) && fits(row.2, &over))
                .collect();
            assert_eq!(rows.len(), 1, "{answers} {seen} {over}");
            assert_eq!(judge(case), rows[0].3, "{answers} {seen} {over}");
        }
    }

    /// The conditions of section 6 in its order, each by itself.
    fn conditions(case: Case) -> [bool; 9] {
        let (came, nobody_owes, someone, reasons) = match case.seen {
            Seen::Held { answering_came, anyone_owes, someone_came, all_have_reasons } => {
                (answering_came, !anyone_owes, someone_came, all_have_reasons)
            }
            Seen::Nothing | Seen::NotHeld => (false, false, false, false),
        };
        [
            !case.anyone_answers,
            case.seen == Seen::Nothing && !case.month_over,
            case.seen == Seen::Nothing,
            case.seen == Seen::NotHeld,
            came,
            nobody_owes,
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
    fn only_attended_not_required_and_pending_are_no_gaps() {
        use super::super::Keyword;
        let no_gap: Vec<_> = Status::ALL.iter().filter(|s| !s.is_gap()).collect();
        assert_eq!(no_gap, [&Status::Attended, &Status::NotRequired, &Status::Pending]);
    }
}
