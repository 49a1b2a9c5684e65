//! `report schedule`: the notice of dates of a month, with the visitors asked to come (`commands.md`, Reports).
//!
//! It speaks of what is to come: a month may lie in the future. Whom a cell asks is whoever is assigned to it on the day.

mod layout;

use std::collections::{BTreeMap, HashSet};

use super::Persons;
use super::coverage::CoverageScope;
use crate::domain::{
    Cell, CellId, Committee, Date, Facts, Held, Hour, Meeting, MeetingKind, Official, OfficialId,
    Period, PeriodSpan, Plan, PlanKey, PlanStatus, month_coverage,
};

/// A meeting of the month, announced or to be announced.
#[derive(Debug, Clone)]
pub struct ScheduleRow<'a> {
    pub cell: &'a Cell,
    /// The committee of the cell on the last day of the month, or of its life in it.
    pub committee: &'a Committee,
    pub kind: MeetingKind,
    pub status: PlanStatus,
    /// Its day: announced, held or usual.
    pub on: Option<Date>,
    pub plan: Option<&'a Plan>,
    /// The meeting, if it is recorded as held.
    pub held: Option<&'a Held>,
    /// Members in all as they were counted last.
    pub members: Option<u16>,
    /// Who is assigned on the day, in the order of the notice.
    pub invited: Vec<&'a Official>,
}

/// An official who is asked to come to several meetings on one day.
#[derive(Debug)]
pub struct TwoDates<'a> {
    pub official: &'a Official,
    pub on: Date,
    /// By hour and cell.
    pub meetings: Vec<&'a Plan>,
}

/// The dates of a month.
#[derive(Debug)]
pub struct Schedule<'a> {
    facts: &'a Facts,
    scope: CoverageScope,
    period: Period,
    today: Date,
    persons: Persons<'a>,
    /// By day, hour and cell; what has no day stands last.
    pub rows: Vec<ScheduleRow<'a>>,
    /// By day and official; meetings that stand for another month are looked at too.
    pub two_dates: Vec<TwoDates<'a>>,
    /// Dates of cells that do not exist on them.
    pub gone: Vec<&'a Plan>,
}

impl<'a> Schedule<'a> {
    /// The months whose facts it is made of: members are counted before, and a date of a month next to it may lie in it.
    pub fn months(period: Period) -> PeriodSpan {
        PeriodSpan { to: period.next(), ..Facts::months_before(period) }
    }

    /// The schedule of a month, out of the facts of [`Self::months`].
    pub fn build(facts: &'a Facts, period: Period, today: Date, scope: CoverageScope) -> Self {
        let mut rows = rows(facts, period, today);
        rows.retain(|row| scope.shows(row));
        let register = &facts.register;
        let mut gone: Vec<&Plan> = facts.plans().iter().collect();
        gone.retain(|plan| {
            let cell = register.cell(plan.cell);
            let shown = scope.cell.is_none_or(|only| only == cell.id) && scope.official.is_none();
            plan.period == period && shown && !cell.life().contains(plan.on)
        });
        gone.sort_by_key(|plan| (plan.on, &register.cell(plan.cell).code));
        let two_dates = two_dates(facts, &rows, scope.official);
        Self { facts, scope, period, today, persons: Persons::of(register), rows, two_dates, gone }
    }

    /// The cells that are due, have not met, and have announced no date.
    pub fn without_date(&self) -> Vec<&'a Cell> {
        let open =
            |row: &&ScheduleRow<'a>| matches!(row.status, PlanStatus::Usual | PlanStatus::Unknown);
        let mut cells: Vec<&Cell> = self.rows.iter().filter(open).map(|row| row.cell).collect();
        cells.sort_by(|a, b| a.code.cmp(&b.code));
        cells
    }
}

impl ScheduleRow<'_> {
    /// The hour, if it was announced.
    pub fn hour(&self) -> Option<Hour> {
        self.plan?.hour
    }
}

impl CoverageScope {
    /// Whether a row is among those asked for.
    fn shows(&self, row: &ScheduleRow<'_>) -> bool {
        let is_asked = |official: OfficialId| row.invited.iter().any(|who| who.id == official);
        self.holds_place(row.committee.id, row.cell.id) && self.official.is_none_or(is_asked)
    }
}

/// A row for the regular meeting of each due cell, and one for every other date announced for the month.
fn rows<'a>(facts: &'a Facts, period: Period, today: Date) -> Vec<ScheduleRow<'a>> {
    let due = month_coverage(facts, period, today).rows;
    let mut rows: Vec<ScheduleRow<'a>> = due
        .iter()
        .map(|row| scheduled(facts, (period, row.cell), MeetingKind::Regular, row.meeting))
        .collect();
    let cells: HashSet<CellId> = due.iter().map(|row| row.cell.id).collect();
    let is_due = |plan: &Plan| plan.kind == MeetingKind::Regular && cells.contains(&plan.cell);
    for plan in facts.plans().iter().filter(|plan| plan.period == period && !is_due(plan)) {
        let cell = facts.register.cell(plan.cell);
        if cell.life().contains(plan.on) {
            rows.push(scheduled(facts, (period, cell), plan.kind, None));
        }
    }
    rows.sort_by(|a, b| {
        let time = |row: &ScheduleRow<'_>| (row.on.is_none(), row.on, row.hour());
        time(a).cmp(&time(b)).then_with(|| a.cell.code.cmp(&b.cell.code)).then(a.kind.cmp(&b.kind))
    });
    rows
}

/// The row of a meeting, recorded or not.
fn scheduled<'a>(
    facts: &'a Facts,
    (period, cell): (Period, &'a Cell),
    kind: MeetingKind,
    recorded: Option<&'a Meeting>,
) -> ScheduleRow<'a> {
    let plan = facts.plan(period, cell, kind);
    let held = recorded.and_then(|meeting| meeting.outcome.held());
    let usual = cell.usual_day(period).filter(|_| kind == MeetingKind::Regular);
    let (status, on) = match (plan, held, recorded) {
        (Some(plan), _, _) => (PlanStatus::Announced, Some(plan.on)),
        (None, Some(held), _) => (PlanStatus::Held, Some(held.held_on)),
        (None, None, Some(_)) => (PlanStatus::NotHeld, None),
        (None, None, None) if usual.is_some() => (PlanStatus::Usual, usual),
        (None, None, None) => (PlanStatus::Unknown, None),
    };
    let last = cell.life().last_day().map_or(period.last_day(), |end| end.min(period.last_day()));
    let register = &facts.register;
    let invited = facts.roster.assigned(register, cell.id, on.unwrap_or(last));
    ScheduleRow {
        cell,
        committee: register.committee(cell.standings.at(last).committee),
        kind,
        status,
        on,
        plan,
        held,
        members: facts.counts_before(cell.id, period).and_then(|counts| counts.total),
        invited: register.in_notice_order(&invited),
    }
}

/// Who is asked to come to several announced meetings on one day, as far as one of them is among the rows.
fn two_dates<'a>(
    facts: &'a Facts,
    rows: &[ScheduleRow<'a>],
    only: Option<OfficialId>,
) -> Vec<TwoDates<'a>> {
    let register = &facts.register;
    let mut asked: BTreeMap<(Date, OfficialId), Vec<&'a Plan>> = BTreeMap::new();
    let standing = |plan: &&Plan| register.cell(plan.cell).life().contains(plan.on);
    for plan in facts.plans().iter().filter(standing) {
        for official in facts.roster.assigned(register, plan.cell, plan.on) {
            asked.entry((plan.on, official)).or_default().push(plan);
        }
    }
    let keys: HashSet<PlanKey> = rows.iter().filter_map(|row| Some(row.plan?.key())).collect();
    let shown = |plan: &&Plan| keys.contains(&plan.key());
    asked.retain(|(_, official), plans| {
        only.is_none_or(|only| only == *official) && plans.len() > 1 && plans.iter().any(shown)
    });
    let mut two: Vec<TwoDates<'a>> = asked
        .into_iter()
        .map(|((on, official), mut meetings)| {
            meetings.sort_by_key(|plan| (plan.hour, &register.cell(plan.cell).code));
            TwoDates { official: register.official(official), on, meetings }
        })
        .collect();
    two.sort_by(|a, b| a.on.cmp(&b.on).then_with(|| a.official.code.cmp(&b.official.code)));
    two
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Assignment, AssignmentMode, CellKind, CellStanding, Code, CommitteeId, CommitteeKind,
        Counts, Dated, Document, MeetingId, Name, Outcome, Post, Register, RegularDay, Roster,
    };

    fn day(month: u32, day: u32) -> Date {
        Date::new(2018, month, day).unwrap()
    }

    fn month(month: u32) -> Period {
        Period::new(2018, month).unwrap()
    }

    fn cell(id: i64, usual: Option<u8>) -> Cell {
        let name = Name::new("Khu phố").unwrap();
        Cell {
            id: CellId(id),
            code: Code::new(&format!("C{id}")).unwrap(),
            kind: CellKind::Neighbourhood,
            founded: None,
            dissolved: None,
            regular_day: usual.and_then(RegularDay::new),
            standings: Dated::new(CellStanding { name, committee: CommitteeId(1) }),
        }
    }

    fn official(id: i64, order: Option<u32>) -> Official {
        Official {
            id: OfficialId(id),
            code: Code::new(&format!("O{id}")).unwrap(),
            full_name: Some(Name::new(&format!("Người {id}")).unwrap()),
            active_from: None,
            active_until: None,
            order,
            own_cell: None,
            posts: Dated::new(Post::default()),
        }
    }

    fn assigned(cell: i64, official: i64) -> Assignment {
        Assignment {
            cell: CellId(cell),
            official: OfficialId(official),
            from: day(1, 1),
            until: None,
            mode: AssignmentMode::Each,
            document: Document::default(),
        }
    }

    fn plan(cell: i64, period: u32, on: Date, hour: Option<&str>) -> Plan {
        Plan {
            cell: CellId(cell),
            period: month(period),
            kind: MeetingKind::Regular,
            on,
            hour: hour.map(|hour| Hour::read(hour).unwrap()),
            place: None,
        }
    }

    /// C1 has announced the evening of the 7th, C2 meets on the 5th as usual, of C3 nothing is known, C4 has met, C5 ended
    /// after it had announced the 20th. O2 stands before O1 in the notice.
    fn facts() -> Facts {
        let mut register = Register::default();
        register.put(Committee {
            id: CommitteeId(1),
            code: Code::new("P1").unwrap(),
            kind: CommitteeKind::Ward,
            founded: None,
            dissolved: None,
            names: Dated::new(Name::new("Phường 1").unwrap()),
        });
        register.put(cell(1, Some(31)));
        register.put(cell(2, Some(5)));
        register.put(cell(3, None));
        register.put(cell(4, None));
        register.put(Cell { dissolved: Some(day(8, 10)), ..cell(5, None) });
        register.put(official(1, Some(2)));
        register.put(official(2, Some(1)));
        let roster = vec![assigned(1, 1), assigned(1, 2), assigned(2, 1)];
        let counts = Counts { total: Some(30), present: Some(20), ..Counts::default() };
        let meeting = |id, cell, on| crate::domain::Meeting {
            id: MeetingId(id),
            cell: CellId(cell),
            period: Period::of(on),
            kind: MeetingKind::Regular,
            outcome: Outcome::Held(Box::new(Held {
                presence: counts.check().unwrap(),
                ..Held::bare(on)
            })),
            note: None,
        };
        let meetings = vec![meeting(1, 1, day(6, 7)), meeting(2, 4, day(8, 3))];
        let mut facts = Facts::new(register, Roster::new(roster), meetings, &[]);
        facts.put_plans(vec![
            plan(1, 8, day(8, 7), Some("19:30")),
            Plan { kind: MeetingKind::Thematic, ..plan(1, 8, day(8, 20), None) },
            // For another month, and on the same day.
            plan(2, 7, day(8, 7), Some("7h")),
            plan(5, 8, day(8, 20), None),
        ]);
        facts
    }

    /// What stands in the rows: cell, day, state, members, who is asked.
    fn told(schedule: &Schedule<'_>) -> Vec<String> {
        let row = |row: &ScheduleRow<'_>| {
            let on = row.on.map(|day| day.to_string()).unwrap_or_default();
            let hour = row.hour().map(|hour| hour.to_string()).unwrap_or_default();
            let state = crate::domain::Keyword::key(row.status);
            let members = row.members.map(|n| n.to_string()).unwrap_or_default();
            let asked = Code::joined(row.invited.iter().map(|who| &who.code));
            format!("{} {on} {hour} {state} {members} {asked}", row.cell.code)
        };
        schedule.rows.iter().map(row).collect()
    }

    #[test]
    fn every_due_cell_has_a_row_by_day_and_hour_announced_or_not() {
        let facts = facts();
        let schedule = Schedule::build(&facts, month(8), day(8, 1), CoverageScope::default());
        assert_eq!(
            told(&schedule),
            [
                "C2 2018-08-05  usual  O1",
                "C1 2018-08-07 19:30 announced 30 O2;O1",
                "C1 2018-08-20  announced 30 O2;O1",
                "C3   unknown  ",
                "C4   unknown  ",
            ]
        );
        let open: Vec<&str> = schedule.without_date().iter().map(|it| it.code.as_str()).collect();
        assert_eq!(open, ["C2", "C3", "C4"]);
        // A cell that has met needs to announce nothing any more.
        let later = Schedule::build(&facts, month(8), day(8, 8), CoverageScope::default());
        assert_eq!(told(&later)[0], "C4 2018-08-03  held  ");
        assert_eq!(later.without_date().len(), 2);
    }

    #[test]
    fn an_official_with_two_dates_on_a_day_is_told_also_across_months() {
        let facts = facts();
        let schedule = Schedule::build(&facts, month(8), day(8, 1), CoverageScope::default());
        let [two] = &schedule.two_dates[..] else { panic!("{:?}", schedule.two_dates) };
        assert_eq!((two.official.code.as_str(), two.on), ("O1", day(8, 7)));
        let cells: Vec<i64> = two.meetings.iter().map(|plan| plan.cell.0).collect();
        assert_eq!(cells, [2, 1], "by hour");
        // O2 is asked to C1 alone.
        let only = CoverageScope { official: Some(OfficialId(2)), ..CoverageScope::default() };
        let his = Schedule::build(&facts, month(8), day(8, 1), only);
        assert_eq!((his.rows.len(), his.two_dates.len()), (2, 0));
    }

    #[test]
    fn a_day_is_likely_once_it_has_come_the_announced_one_before_the_usual() {
        let facts = facts();
        let likely = |cell: i64, today: Date| {
            let cell = facts.register.cell(CellId(cell));
            facts.likely_day(cell, month(8), MeetingKind::Regular, today)
        };
        assert_eq!(likely(1, day(8, 6)), None);
        assert_eq!(likely(1, day(8, 7)), Some(day(8, 7)));
        assert_eq!(likely(1, day(9, 9)), Some(day(8, 7)));
        assert_eq!(likely(2, day(8, 4)), None);
        assert_eq!(likely(2, day(8, 5)), Some(day(8, 5)));
        assert_eq!(likely(5, day(9, 9)), None, "it does not exist on the day");
    }

    #[test]
    fn the_date_of_a_cell_that_ended_before_it_is_left_out_and_told() {
        let facts = facts();
        let schedule = Schedule::build(&facts, month(8), day(8, 1), CoverageScope::default());
        assert_eq!(schedule.gone.iter().map(|plan| plan.cell.0).collect::<Vec<_>>(), [5]);
        assert!(schedule.rows.iter().all(|row| row.cell.id != CellId(5)));
    }
}
