//! What becomes of assignments when a cell or an official ends, and which recorded meetings forbid it
//! (`records.md`, section 4). Retiring, dissolving, merging, splitting and imports all look here.

use super::{Assignment, Date, Meeting, MeetingKind, Period, Refusal, Register, Span, Thing};

/// An assignment that ends because its cell or its official does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedAssignment {
    pub old: Assignment,
    /// As it stands afterwards: an open one as before, for it ends by itself; none if it would hold on no day.
    pub new: Option<Assignment>,
    /// The days on which it still holds; none if it is taken out.
    pub days: Option<Span>,
}

impl EndedAssignment {
    /// The first day on which its cell misses it.
    pub fn missed_from(&self) -> Date {
        self.days.and_then(|days| days.until).unwrap_or(self.old.from)
    }

    /// Whether the record itself changes.
    pub fn is_rewritten(&self) -> bool {
        self.new.as_ref() != Some(&self.old)
    }
}

/// The assignments that hold on fewer days under the register `after` than under `before`: those that
/// would only begin when cell or official are no more are taken out, those written beyond are shortened.
pub fn ended_assignments(
    before: &Register,
    after: &Register,
    assignments: &[Assignment],
) -> Vec<EndedAssignment> {
    let days = |register: &Register, a: &Assignment| {
        a.days(register.cell(a.cell), register.official(a.official))
    };
    let ended = assignments.iter().filter_map(|old| {
        let left = days(after, old);
        if left.covers(days(before, old)) {
            return None;
        }
        if left.is_empty() {
            return Some(EndedAssignment { old: old.clone(), new: None, days: None });
        }
        let until = old.until.and(left.until);
        let new = Assignment { until, ..old.clone() };
        Some(EndedAssignment { old: old.clone(), new: Some(new), days: Some(left) })
    });
    ended.collect()
}

/// A recorded meeting as a message names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingMeant {
    pub cell: Thing,
    pub period: Period,
    pub kind: MeetingKind,
    /// None if it was not held.
    pub held_on: Option<Date>,
}

impl MeetingMeant {
    /// The meeting, with its cell as it was called then.
    pub fn of(meeting: &Meeting, register: &Register) -> Self {
        let held_on = meeting.outcome.held().map(|held| held.held_on);
        Self {
            cell: register.cell(meeting.cell).thing(meeting.day()),
            period: meeting.period,
            kind: meeting.kind,
            held_on,
        }
    }
}

/// A rule that a recorded meeting would break under another register, if there is one. The meeting was
/// recorded under another today, which nothing here can put in doubt.
pub fn meeting_unlawful(meeting: &Meeting, register: &Register) -> Option<Refusal> {
    meeting.check(register, meeting.day()).err()
}

#[cfg(test)]
mod tests {
    use super::super::{
        AssignmentMode, Cell, CellId, CellKind, CellStanding, Code, CommitteeId, Dated, Document,
        Name, Official, OfficialId, Post,
    };
    use super::*;

    fn day(d: u32) -> Date {
        Date::new(2018, 7, d).unwrap()
    }

    fn register(dissolved: Option<u32>, retired: Option<u32>) -> Register {
        let mut register = Register::default();
        let name = Name::new("Khu phố 1").unwrap();
        register.put(Cell {
            id: CellId(1),
            code: Code::new("P1-01").unwrap(),
            kind: CellKind::Neighbourhood,
            founded: None,
            dissolved: dissolved.map(day),
            regular_day: None,
            standings: Dated::new(CellStanding { name, committee: CommitteeId(1) }),
        });
        register.put(Official {
            id: OfficialId(1),
            code: Code::new("TUV-01").unwrap(),
            full_name: None,
            active_from: None,
            active_until: retired.map(day),
            order: None,
            own_cell: None,
            posts: Dated::new(Post::default()),
        });
        register
    }

    fn assignment(from: u32, until: Option<u32>) -> Assignment {
        Assignment {
            mode: AssignmentMode::Each,
            cell: CellId(1),
            official: OfficialId(1),
            from: day(from),
            until: until.map(day),
            document: Document::default(),
        }
    }

    /// What is left of an assignment whose cell or official ends on the 20th.
    fn left(from: u32, until: Option<u32>, before: &Register) -> Vec<Option<Option<u32>>> {
        let old = [assignment(from, until)];
        let [of_cell, of_official] =
            [register(Some(20), None), register(None, Some(20))].map(|after| {
                let ended = ended_assignments(before, &after, &old);
                ended.into_iter().map(|e| e.new.map(|a| a.until.map(Date::day))).collect::<Vec<_>>()
            });
        assert_eq!(of_cell, of_official);
        of_cell
    }

    #[test]
    fn an_assignment_ends_with_its_cell_or_its_official_on_the_day_itself() {
        let before = register(None, None);
        assert_eq!(left(1, None, &before), [Some(None)], "an open one ends by itself");
        assert_eq!(left(1, Some(25), &before), [Some(Some(20))], "one written beyond is shortened");
        assert_eq!(left(1, Some(20), &before), [], "one that ends that day stays");
        assert_eq!(left(1, Some(10), &before), []);
        assert_eq!(left(19, None, &before), [Some(None)]);
        assert_eq!(left(20, None, &before), [None], "one that would begin that day is taken out");
        assert_eq!(left(22, Some(25), &before), [None]);
    }

    #[test]
    fn an_open_assignment_that_has_ended_before_does_not_end_again() {
        let before = register(Some(10), Some(10));
        let ended =
            ended_assignments(&before, &register(Some(10), Some(5)), &[assignment(1, None)]);
        assert_eq!(ended[0].missed_from(), day(5));
        assert!(!ended[0].is_rewritten());
        assert_eq!(ended_assignments(&before, &before, &[assignment(1, None)]), []);
    }
}
