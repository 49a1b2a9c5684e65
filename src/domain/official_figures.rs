//! One official over a span of months: what became of each cell and month in which he was due, and where
//! he stood in (`records.md`, section 6, "For one official over a span").

use std::collections::{HashMap, HashSet};

use super::{
    AssignmentMode, CoverageRow, Facts, Held, Meeting, MeetingId, MonthCoverage, OfficialId, Share,
    Status,
};

/// What became of one due cell and month for one of the officials in **A**: exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueVisit {
    /// He was among the visitors.
    Attended,
    /// He was not, and has a reason.
    Excused,
    /// He was not; another of his team was.
    Shared,
    /// A visitor not in A came, and none of A.
    Replaced,
    /// He has no reason, be it that a colleague came.
    Absent,
    /// The cell did not meet.
    NotHeld,
    /// The month is over and nobody has reported.
    Missing,
    /// Nobody has reported, but the month is not over.
    Pending,
}

impl DueVisit {
    /// What became of this row for `official`; none if he is not in its A.
    pub fn of(row: &CoverageRow<'_>, official: OfficialId) -> Option<Self> {
        row.assigned.iter().find(|one| one.id == official)?;
        Some(match (row.held(), row.status) {
            (Some(held), _) => Self::at(row, held, official),
            (None, Status::Pending) => Self::Pending,
            (None, Status::Missing) => Self::Missing,
            // With somebody in A, a meeting that is recorded and was not held has this status only.
            (None, _) => Self::NotHeld,
        })
    }

    fn at(row: &CoverageRow<'_>, held: &Held, official: OfficialId) -> Self {
        let is_assigned = |who: &OfficialId| row.assigned.iter().any(|one| one.id == *who);
        let colleague = held.visitors.iter().any(is_assigned);
        if held.visitors.contains(&official) {
            Self::Attended
        } else if held.absences.reason_for(&official).is_some() {
            Self::Excused
        } else if colleague && row.mode == AssignmentMode::Any {
            Self::Shared
        } else if !colleague && !held.visitors.is_empty() {
            Self::Replaced
        } else {
            Self::Absent
        }
    }
}

/// The counts of one official, or of several together. They can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OfficialFigures {
    pub attended: u64,
    pub shared: u64,
    pub replaced: u64,
    pub excused: u64,
    pub absent: u64,
    pub not_held: u64,
    pub missing: u64,
    pub pending: u64,
    /// Visits to regular meetings of cells not assigned to him on that day; no part of `due`.
    pub stood_in: u64,
}

impl OfficialFigures {
    /// Counts one more cell and month.
    pub fn count(&mut self, visit: DueVisit) {
        let counted = match visit {
            DueVisit::Attended => &mut self.attended,
            DueVisit::Shared => &mut self.shared,
            DueVisit::Replaced => &mut self.replaced,
            DueVisit::Excused => &mut self.excused,
            DueVisit::Absent => &mut self.absent,
            DueVisit::NotHeld => &mut self.not_held,
            DueVisit::Missing => &mut self.missing,
            DueVisit::Pending => &mut self.pending,
        };
        *counted += 1;
    }

    /// Due cells and months with him in A: the sum of what became of them.
    pub fn due(self) -> u64 {
        let came = self.attended + self.shared + self.replaced + self.excused + self.absent;
        came + self.not_held + self.missing + self.pending
    }

    /// How often he came, of the times when it was for him to come.
    pub fn rate(self) -> Share {
        let n = self.attended + self.shared + self.replaced + self.excused + self.absent;
        Share { k: self.attended, n }
    }

    /// Whether there is nothing to tell of him.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl std::ops::AddAssign for OfficialFigures {
    fn add_assign(&mut self, other: Self) {
        self.attended += other.attended;
        self.shared += other.shared;
        self.replaced += other.replaced;
        self.excused += other.excused;
        self.absent += other.absent;
        self.not_held += other.not_held;
        self.missing += other.missing;
        self.pending += other.pending;
        self.stood_in += other.stood_in;
    }
}

/// The counts of every official over these months, judged already. Officials without any are left out.
pub fn official_figures(
    facts: &Facts,
    months: &[MonthCoverage<'_>],
) -> HashMap<OfficialId, OfficialFigures> {
    let mut figures: HashMap<OfficialId, OfficialFigures> = HashMap::new();
    // After a split one meeting stands for several cells; a visit to it is one visit all the same.
    let mut seen: HashSet<MeetingId> = HashSet::new();
    for month in months {
        for row in &month.rows {
            for official in &row.assigned {
                if let Some(visit) = DueVisit::of(row, official.id) {
                    figures.entry(official.id).or_default().count(visit);
                }
            }
        }
        let counted = month.rows.iter().filter_map(|row| row.meeting);
        let others = month.not_counted.iter().map(|left| left.meeting);
        for meeting in counted.chain(others).filter(|meeting| seen.insert(meeting.id)) {
            for visitor in standing_in(facts, meeting) {
                figures.entry(visitor).or_default().stood_in += 1;
            }
        }
    }
    figures
}

/// The visitors of a meeting to whom the cell that met was not assigned on that day.
fn standing_in(facts: &Facts, meeting: &Meeting) -> Vec<OfficialId> {
    let Some(held) = meeting.outcome.held() else { return Vec::new() };
    let assigned = facts.roster.assigned(&facts.register, meeting.cell, held.held_on);
    held.visitors.iter().copied().filter(|who| !assigned.contains(who)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    fn day(text: &str) -> Date {
        Date::from_iso(text).unwrap()
    }

    fn name(text: &str) -> Name {
        Name::new(text).unwrap()
    }

    /// A ward with these cells (`code founded dissolved`, `-` for none); P, Q, R are officials 1, 2, 3.
    fn register(cells: &[&str], successions: &[(i64, i64, &str)]) -> Register {
        let mut register = Register::default();
        register.put(Committee {
            id: CommitteeId(1),
            code: Code::new("P1").unwrap(),
            kind: CommitteeKind::Ward,
            founded: None,
            dissolved: None,
            names: Dated::new(name("Phường 1")),
        });
        for (at, cell) in cells.iter().enumerate() {
            let part: Vec<&str> = cell.split(' ').collect();
            register.put(Cell {
                id: CellId(at as i64 + 1),
                code: Code::new(part[0]).unwrap(),
                kind: CellKind::Neighbourhood,
                founded: Date::from_iso(part[1]),
                dissolved: Date::from_iso(part[2]),
                regular_day: None,
                standings: Dated::new(CellStanding {
                    name: name(part[0]),
                    committee: CommitteeId(1),
                }),
            });
        }
        for (at, code) in ["P", "Q", "R"].iter().enumerate() {
            register.put(Official {
                id: OfficialId(at as i64 + 1),
                code: Code::new(code).unwrap(),
                full_name: None,
                active_from: None,
                active_until: None,
                order: None,
                own_cell: None,
                posts: Dated::new(Post::default()),
            });
        }
        register.successions = successions
            .iter()
            .map(|(from, to, on)| Succession {
                from_cell: CellId(*from),
                to_cell: CellId(*to),
                on: day(on),
                document: None,
            })
            .collect();
        register
    }

    fn who(letters: &str) -> Vec<OfficialId> {
        letters.bytes().map(|b| OfficialId(i64::from(b - b'P') + 1)).collect()
    }

    /// `cell period day visitors reasons`: visitors and reasons as letters, `-` for none, `*` a reason for
    /// all; `x` in the place of the day for a meeting that was not held.
    fn meeting(at: usize, text: &str) -> Meeting {
        let part: Vec<&str> = text.split(' ').collect();
        let letters = |text: &str| if text == "-" { Vec::new() } else { who(text) };
        let outcome = match part[2] {
            "x" => Outcome::NotHeld(NotHeldReason::Holiday),
            on => {
                let mut held = Held::bare(day(on));
                held.visitors = letters(part[3]);
                let duty = AbsenceReason::Duty;
                held.absences = match part[4] {
                    "*" => Absences::All(duty),
                    named => Absences::each(letters(named).iter().map(|o| (*o, duty)).collect()),
                };
                Outcome::Held(Box::new(held))
            }
        };
        Meeting {
            id: MeetingId(at as i64 + 1),
            cell: CellId(part[0].parse().unwrap()),
            period: Period::from_iso(part[1]).unwrap(),
            kind: MeetingKind::Regular,
            outcome,
            note: None,
        }
    }

    /// `cell official from until`, `-` for an open end, and `any` for a team.
    fn assignment(text: &str) -> Assignment {
        let part: Vec<&str> = text.split(' ').collect();
        Assignment {
            cell: CellId(part[0].parse().unwrap()),
            official: who(part[1])[0],
            from: day(part[2]),
            until: Date::from_iso(part[3]),
            mode: part.get(4).map_or(AssignmentMode::Each, |_| AssignmentMode::Any),
            document: Document::default(),
        }
    }

    const ALWAYS: &[&str] = &["A - -", "B - -"];

    fn counted(
        register: Register,
        assignments: &[&str],
        meetings: &[&str],
        months: (&str, &str),
        today: &str,
    ) -> String {
        let roster = Roster::new(assignments.iter().map(|a| assignment(a)).collect());
        let meetings = meetings.iter().enumerate().map(|(at, m)| meeting(at, m)).collect();
        let facts = Facts::new(register, roster, meetings, &[]);
        let month = |text| Period::from_iso(text).unwrap();
        let span = PeriodSpan { from: month(months.0), to: month(months.1) };
        let months: Vec<_> =
            span.months().map(|period| month_coverage(&facts, period, day(today))).collect();
        let figures = official_figures(&facts, &months);
        let told = who("PQR").into_iter().filter_map(|id| {
            let f = figures.get(&id).copied().unwrap_or_default();
            let parts = [
                (f.attended, "attended"),
                (f.shared, "shared"),
                (f.replaced, "replaced"),
                (f.excused, "excused"),
                (f.absent, "absent"),
                (f.not_held, "not_held"),
                (f.missing, "missing"),
                (f.pending, "pending"),
                (f.stood_in, "stood_in"),
            ];
            assert_eq!(f.due(), parts[..8].iter().map(|(n, _)| n).sum::<u64>());
            let parts = parts.iter().filter(|(n, _)| *n > 0).map(|(n, key)| format!("{n} {key}"));
            let parts = parts.collect::<Vec<_>>().join(", ");
            let letter = ["P", "Q", "R"][id.0 as usize - 1];
            (!parts.is_empty()).then(|| format!("{letter}: {parts}"))
        });
        told.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn each_cell_and_month_counts_once_for_each_official_assigned() {
        const P: &[&str] = &["1 P 2018-01-01 -"];
        const PQ: &[&str] = &["1 P 2018-01-01 -", "1 Q 2018-01-01 -"];
        const TEAM: &[&str] = &["1 P 2018-01-01 - any", "1 Q 2018-01-01 - any"];
        let july = ("2018-07", "2018-07");
        for (assignments, meeting, today, expected) in [
            (P, "1 2018-07 2018-07-05 P -", "2018-08-08", "P: 1 attended"),
            (P, "1 2018-07 2018-07-05 PQ -", "2018-08-08", "P: 1 attended; Q: 1 stood_in"),
            (P, "1 2018-07 2018-07-05 Q P", "2018-08-08", "P: 1 excused; Q: 1 stood_in"),
            (P, "1 2018-07 2018-07-05 Q -", "2018-08-08", "P: 1 replaced; Q: 1 stood_in"),
            (P, "1 2018-07 2018-07-05 - *", "2018-08-08", "P: 1 excused"),
            (P, "1 2018-07 2018-07-05 - -", "2018-08-08", "P: 1 absent"),
            (P, "1 2018-07 2018-07-05 - Q", "2018-08-08", "P: 1 absent"),
            (P, "1 2018-07 x - -", "2018-08-08", "P: 1 not_held"),
            (P, "1 2018-07 2018-07-05 P -", "2018-07-04", "P: 1 pending"),
            (P, "2 2018-07 2018-07-05 P -", "2018-08-08", "P: 1 missing, 1 stood_in"),
            (P, "2 2018-07 2018-07-05 P -", "2018-07-31", "P: 1 pending, 1 stood_in"),
            (PQ, "1 2018-07 2018-07-05 PQ -", "2018-08-08", "P: 1 attended; Q: 1 attended"),
            // That a colleague came excuses nobody who owes the visit himself; in a team one will do.
            (PQ, "1 2018-07 2018-07-05 P -", "2018-08-08", "P: 1 attended; Q: 1 absent"),
            (PQ, "1 2018-07 2018-07-05 P Q", "2018-08-08", "P: 1 attended; Q: 1 excused"),
            (TEAM, "1 2018-07 2018-07-05 P -", "2018-08-08", "P: 1 attended; Q: 1 shared"),
            (TEAM, "1 2018-07 2018-07-05 P Q", "2018-08-08", "P: 1 attended; Q: 1 excused"),
            (TEAM, "1 2018-07 2018-07-05 - Q", "2018-08-08", "P: 1 absent; Q: 1 excused"),
            // A substitute beside one of the two: the other was stood by, not replaced.
            (
                TEAM,
                "1 2018-07 2018-07-05 PR -",
                "2018-08-08",
                "P: 1 attended; Q: 1 shared; R: 1 stood_in",
            ),
            (
                PQ,
                "1 2018-07 2018-07-05 R Q",
                "2018-08-08",
                "P: 1 replaced; Q: 1 excused; R: 1 stood_in",
            ),
            (PQ, "1 2018-07 2018-07-05 - P", "2018-08-08", "P: 1 excused; Q: 1 absent"),
            // Nobody is assigned: nobody is due, a visit is a visit.
            (&[], "1 2018-07 2018-07-05 P -", "2018-08-08", "P: 1 stood_in"),
            // On the day of the meeting he was no longer, or not yet, assigned.
            (
                &["1 P 2018-01-01 2018-07-05", "1 Q 2018-07-05 -"],
                "1 2018-07 2018-07-05 P -",
                "2018-08-08",
                "P: 1 stood_in; Q: 1 replaced",
            ),
            (&["1 P 2018-07-06 -"], "1 2018-07 2018-07-05 P -", "2018-08-08", "P: 1 stood_in"),
        ] {
            let told = counted(register(ALWAYS, &[]), assignments, &[meeting], july, today);
            assert_eq!(told, expected, "{assignments:?} {meeting} on {today}");
        }
    }

    #[test]
    fn over_several_months_the_counts_add_up() {
        let assignments = ["1 P 2018-06-01 2018-08-01", "2 P 2018-07-01 -", "1 Q 2018-08-01 -"];
        let meetings = [
            "1 2018-06 2018-06-05 P -",
            "1 2018-07 2018-07-05 Q -",
            "2 2018-07 2018-07-06 - P",
            "1 2018-08 x - -",
        ];
        let told = counted(
            register(ALWAYS, &[]),
            &assignments,
            &meetings,
            ("2018-06", "2018-08"),
            "2018-08-20",
        );
        assert_eq!(
            told,
            "P: 1 attended, 1 replaced, 1 excused, 1 pending; Q: 1 not_held, 1 stood_in"
        );
    }

    #[test]
    fn after_a_merger_the_meeting_of_the_predecessor_decides_for_its_visitors() {
        let cells = ["A - 2018-07-20", "B - 2018-07-20", "C 2018-07-20 -"];
        let successions = [(1, 3, "2018-07-20"), (2, 3, "2018-07-20")];
        let told = counted(
            register(&cells, &successions),
            &["1 P 2018-01-01 -", "2 Q 2018-01-01 -", "3 R 2018-07-20 -"],
            &["1 2018-07 2018-07-05 R -", "2 2018-07 2018-07-04 P -"],
            ("2018-07", "2018-07"),
            "2018-08-08",
        );
        // A's meeting stands for C; that of B is not counted, but P did go where he was not assigned.
        assert_eq!(told, "P: 1 replaced, 1 stood_in; R: 1 stood_in");
    }

    #[test]
    fn after_a_split_one_visit_stays_one_visit() {
        let cells = ["A - 2018-07-20", "B 2018-07-20 -", "C 2018-07-20 -"];
        let successions = [(1, 2, "2018-07-20"), (1, 3, "2018-07-20")];
        let told = counted(
            register(&cells, &successions),
            &["1 P 2018-01-01 -"],
            &["1 2018-07 2018-07-05 Q -"],
            ("2018-07", "2018-07"),
            "2018-08-08",
        );
        assert_eq!(told, "P: 2 replaced; Q: 1 stood_in");
    }

    #[test]
    fn the_rate_leaves_out_what_was_not_for_him_to_decide() {
        let figures = OfficialFigures {
            attended: 6,
            shared: 10,
            replaced: 1,
            excused: 1,
            absent: 1,
            not_held: 10,
            missing: 10,
            pending: 10,
            stood_in: 10,
        };
        assert_eq!((figures.due(), figures.rate()), (49, Share { k: 6, n: 19 }));
    }
}
