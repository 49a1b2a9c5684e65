//! Coverage of a month: every due cell with its status, and the five figures (`records.md`, section 6).

use std::collections::HashSet;

use super::{
    AssignmentMode, Case, Cell, Committee, Date, Facts, Held, Meeting, Name, Official, OfficialId,
    Period, Post, Seen, Share, Status, judge,
};

/// One due cell in one period.
#[derive(Debug, Clone)]
pub struct CoverageRow<'a> {
    pub period: Period,
    /// The committee of the cell on the last day of the month.
    pub committee: &'a Committee,
    pub cell: &'a Cell,
    /// **A**: the officials assigned on the reference day, in the order of the notice.
    pub assigned: Vec<&'a Official>,
    /// **A₁**: those of them who owe this cell a visit every month.
    pub owing: Vec<&'a Official>,
    pub mode: AssignmentMode,
    /// **R**: the regular meeting that stands for the month, if one is recorded by today.
    pub meeting: Option<&'a Meeting>,
    /// The cell whose meeting it was, where that is a predecessor.
    pub predecessor: Option<&'a Cell>,
    /// The day of the meeting, or the last day of the month if it was not held or not recorded.
    pub reference_day: Date,
    pub status: Status,
    /// Recommendations raised for the cell and period.
    pub raised: u32,
    /// Whether the meeting was recorded after the month had been closed without one (`--late`).
    pub late: bool,
}

impl<'a> CoverageRow<'a> {
    /// The meeting, if it was held.
    pub fn held(&self) -> Option<&'a Held> {
        self.meeting.and_then(|m| m.outcome.held())
    }

    /// The name of the cell on the last day of the month.
    pub fn cell_name(&self) -> &'a Name {
        &self.cell.standings.at(self.period.last_day()).name
    }

    /// The name of the committee on the last day of the month.
    pub fn committee_name(&self) -> &'a Name {
        self.committee.names.at(self.period.last_day())
    }

    /// The predecessor and its last name within the month.
    pub fn predecessor_name(&self) -> Option<(&'a Cell, &'a Name)> {
        self.predecessor.map(|cell| {
            let last = self.period.last_day();
            let day = cell.life().last_day().map_or(last, |end| end.min(last));
            (cell, &cell.standings.at(day).name)
        })
    }

    /// The post that an official had on the reference day.
    pub fn post(&self, official: &'a Official) -> &'a Post {
        official.posts.at(self.reference_day)
    }

    /// The visitors, in the order of the notice; none if the meeting was not held or not recorded.
    pub fn visitors(&self, facts: &'a Facts) -> Vec<&'a Official> {
        let visitors = self.held().map_or(&[][..], |held| &held.visitors);
        facts.register.in_notice_order(visitors)
    }

    /// Who owed a visit himself and did not come to the meeting that was held; nobody of a team.
    pub fn missed(&self) -> Vec<&'a Official> {
        let Some(held) = self.held().filter(|_| self.mode == AssignmentMode::Each) else {
            return Vec::new();
        };
        self.owing.iter().copied().filter(|one| !held.visitors.contains(&one.id)).collect()
    }

    /// Whether all came, where several owed a visit, each for himself, to a meeting that was held.
    fn all_came(&self) -> Option<bool> {
        let several = self.mode == AssignmentMode::Each && self.owing.len() > 1;
        self.held().filter(|_| several).map(|_| self.missed().is_empty())
    }
}

/// In which of the figures one due cell is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub assigned: bool,
    pub reported: bool,
    pub held: bool,
    /// Nobody owed the cell a visit: no part of the figure of those that are covered.
    pub not_required: bool,
    pub covered: bool,
    pub visited: bool,
    /// Whether all came, where several owed a visit, each for himself, to a meeting that was held.
    pub all_came: Option<bool>,
}

impl CoverageRow<'_> {
    /// In which of the figures this row is counted: the one place that says so.
    pub fn counted(&self) -> Counted {
        let visited = self.held().map(|held| !held.visitors.is_empty());
        let counted = Counted::of(self.status, self.meeting.is_some(), visited);
        Counted { all_came: self.all_came(), ..counted }
    }
}

impl Counted {
    /// A cell of this status, as far as a filed row says; `visited` says of a meeting held whether anyone visited.
    pub fn of(status: Status, reported: bool, visited: Option<bool>) -> Self {
        Self {
            assigned: status != Status::Unassigned,
            reported,
            held: visited.is_some(),
            not_required: status == Status::NotRequired,
            covered: status == Status::Attended,
            visited: visited == Some(true),
            all_came: None,
        }
    }
}

/// A regular meeting that stands for no due cell.
#[derive(Debug, Clone)]
pub struct NotCounted<'a> {
    pub cell: &'a Cell,
    /// The committee of the cell at the meeting, or on the last day of its life in the month.
    pub committee: &'a Committee,
    pub meeting: &'a Meeting,
}

/// The figures of a set of rows. They can be added: the sums count cell-months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Cells with an assigned visitor, of those due.
    pub assigned: Share,
    /// Cells that have reported, of those due.
    pub reported: Share,
    /// Cells that have met, of those due.
    pub held: Share,
    /// Cells that nobody owed a visit.
    pub not_required: u64,
    /// Cells that got their assigned visitor, of the others that are due.
    pub covered: Share,
    /// Cells that got their assigned visitor, of those that have met.
    pub covered_of_held: Share,
    /// Cells that got a visitor, assigned or not, of those due.
    pub visited: Share,
    /// Meetings at which all came who owed a visit, each for himself, of those with several such.
    pub all_came: Share,
}

impl Figures {
    /// The figures of these rows.
    pub fn of<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r CoverageRow<'a>>) -> Self {
        let mut figures = Self::default();
        for row in rows {
            figures.count(row.counted());
        }
        figures
    }

    /// Counts one due cell.
    pub fn count(&mut self, counted: Counted) {
        let Counted { assigned, reported, held, not_required, covered, visited, all_came } =
            counted;
        self.assigned.count(assigned);
        self.reported.count(reported);
        self.held.count(held);
        if not_required {
            self.not_required += 1;
        } else {
            self.covered.count(covered);
        }
        self.visited.count(visited);
        if held {
            self.covered_of_held.count(covered);
        }
        if let Some(all) = all_came {
            self.all_came.count(all);
        }
    }

    /// How many cells, or cell-months, were due.
    pub fn due(self) -> u64 {
        self.assigned.n
    }
}

impl std::ops::AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.assigned += other.assigned;
        self.reported += other.reported;
        self.held += other.held;
        self.not_required += other.not_required;
        self.covered += other.covered;
        self.covered_of_held += other.covered_of_held;
        self.visited += other.visited;
        self.all_came += other.all_came;
    }
}

/// The rows of one month, by committee and cell in natural order of code.
#[derive(Debug, Clone)]
pub struct MonthCoverage<'a> {
    pub period: Period,
    pub rows: Vec<CoverageRow<'a>>,
    /// Meetings listed under the table, by cell in natural order of code.
    pub not_counted: Vec<NotCounted<'a>>,
}

/// The coverage of a month as judged on `today`. A period before `records_from` has no rows.
pub fn month_coverage<'a>(facts: &'a Facts, period: Period, today: Date) -> MonthCoverage<'a> {
    let mut rows = Vec::new();
    let mut not_counted = Vec::new();
    if facts.records_from.is_none_or(|from| from <= period) {
        let month = Month { facts, period, today };
        let cells = facts.register.cells();
        rows = cells.iter().filter_map(|cell| month.row(cell)).collect();
        rows.sort_by(|a, b| {
            let by_committee = a.committee.code.cmp(&b.committee.code);
            by_committee.then_with(|| a.cell.code.cmp(&b.cell.code))
        });
        not_counted = month.not_counted(&rows);
    }
    MonthCoverage { period, rows, not_counted }
}

/// The row of one cell in one month, as [`month_coverage`] would give it; none if the cell is not due.
pub fn coverage_row<'a>(
    facts: &'a Facts,
    cell: &'a Cell,
    period: Period,
    today: Date,
) -> Option<CoverageRow<'a>> {
    Month { facts, period, today }.row(cell)
}

/// One month under judgement.
struct Month<'a> {
    facts: &'a Facts,
    period: Period,
    today: Date,
}

impl<'a> Month<'a> {
    /// The regular meeting recorded for this month by today.
    fn recorded(&self, cell: &Cell) -> Option<&'a Meeting> {
        let meeting = self.facts.regular(self.period, cell.id)?;
        let by_today = meeting.outcome.held().is_none_or(|held| held.held_on <= self.today);
        by_today.then_some(meeting)
    }

    fn reference_day(&self, meeting: Option<&Meeting>) -> Date {
        let held = meeting.and_then(|m| m.outcome.held());
        held.map_or(self.period.last_day(), |held| held.held_on)
    }

    /// The row of a cell, if it is due.
    fn row(&self, cell: &'a Cell) -> Option<CoverageRow<'a>> {
        let last_day = self.period.last_day();
        if !cell.life().contains(last_day) {
            return None;
        }
        let register = &self.facts.register;
        let own = self.recorded(cell);
        let (mut meeting, mut source) = (own, cell);
        let mut assigned = self.facts.roster.assigned(register, cell.id, self.reference_day(own));
        if assigned.is_empty() && !cell.kind.always_due() {
            return None;
        }
        if own.is_none()
            && let Some((from, theirs)) = self.inherited(cell)
        {
            (meeting, source) = (Some(theirs), from);
            let day = self.reference_day(meeting);
            assigned = self.facts.roster.assigned(register, source.id, day);
        }
        let day = self.reference_day(meeting);
        // A predecessor that did not meet may be gone by then; what is owed is owed to the cell that is there.
        let there = if source.life().contains(day) { source } else { cell };
        let place = Place { facts: self.facts, cell: there, day };
        let owing = place.owing(&assigned);
        let status = judge(Case {
            anyone_answers: !assigned.is_empty() || place.anyone_has_duty(),
            seen: place.seen(meeting, &owing),
            month_over: last_day < self.today,
        });
        Some(CoverageRow {
            period: self.period,
            committee: register.committee(cell.standings.at(last_day).committee),
            cell,
            assigned: register.in_notice_order(&assigned),
            owing: register.in_notice_order(&owing),
            mode: place.mode(),
            meeting,
            predecessor: (source.id != cell.id).then_some(source),
            reference_day: place.day,
            status,
            raised: self.facts.raised(self.period, cell.id),
            late: meeting.is_some() && self.facts.filed_without_meeting(self.period, &cell.code),
        })
    }

    /// The meeting of a predecessor that stands for a cell founded in this month by succession: the
    /// latest one held, then that of the lower code. Cells that merged into it later are not meant, nor are
    /// meetings from the day of the succession on: those are of a predecessor that lives on, for itself.
    fn inherited(&self, cell: &Cell) -> Option<(&'a Cell, &'a Meeting)> {
        let founded = cell.founded.filter(|day| Period::of(*day) == self.period)?;
        let ancestors = self.facts.ancestors(cell.id).iter().filter(|s| s.on == founded);
        let met = ancestors.filter_map(|succession| {
            let ancestor = self.facts.register.cell(succession.from_cell);
            let meeting = self.recorded(ancestor)?;
            let before = meeting.outcome.held().is_none_or(|held| held.held_on < founded);
            before.then_some((ancestor, meeting))
        });
        met.min_by(|(a, at), (b, bt)| {
            let held_on = |m: &Meeting| m.outcome.held().map(|held| held.held_on);
            held_on(bt).cmp(&held_on(at)).then_with(|| a.code.cmp(&b.code))
        })
    }

    fn not_counted(&self, rows: &[CoverageRow<'a>]) -> Vec<NotCounted<'a>> {
        let used: HashSet<_> = rows.iter().filter_map(|row| row.meeting).map(|m| m.id).collect();
        let due: HashSet<_> = rows.iter().map(|row| row.cell.id).collect();
        let mut left: Vec<NotCounted<'a>> = self
            .facts
            .regular_in(self.period)
            .filter(|m| !used.contains(&m.id) && !due.contains(&m.cell))
            .filter(|m| m.outcome.held().is_none_or(|held| held.held_on <= self.today))
            .map(|meeting| {
                let cell = self.facts.register.cell(meeting.cell);
                let end = cell.life().last_day().unwrap_or(self.period.last_day());
                let day = self.reference_day(Some(meeting)).min(end);
                let committee = self.facts.register.committee(cell.standings.at(day).committee);
                NotCounted { cell, committee, meeting }
            })
            .collect();
        left.sort_by(|a, b| a.cell.code.cmp(&b.cell.code));
        left
    }
}

/// A cell on the day by which its row is judged.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub facts: &'a Facts,
    pub cell: &'a Cell,
    pub day: Date,
}

impl Place<'_> {
    /// **A₁**: those of **A** who owe this cell a visit every month.
    pub fn owing(&self, assigned: &[OfficialId]) -> Vec<OfficialId> {
        let Facts { register, roster, .. } = self.facts;
        let owes =
            |who: &OfficialId| roster.owes_each_month(register, *who, self.cell.id, self.day);
        assigned.iter().copied().filter(owes).collect()
    }

    /// In which mode those of **A** are assigned.
    pub fn mode(&self) -> AssignmentMode {
        self.facts.roster.mode(&self.facts.register, self.cell.id, self.day)
    }

    fn anyone_has_duty(&self) -> bool {
        self.facts.roster.anyone_has_duty(&self.facts.register, self.cell.id, self.day)
    }

    fn seen(&self, meeting: Option<&Meeting>, owing: &[OfficialId]) -> Seen {
        let Some(meeting) = meeting else {
            return Seen::Nothing;
        };
        let Facts { register, roster, .. } = self.facts;
        let answers = |who: &OfficialId| roster.answers(register, *who, self.cell.id, self.day);
        match meeting.outcome.held() {
            None => Seen::NotHeld,
            Some(held) => Seen::Held {
                answering_came: held.visitors.iter().any(answers),
                anyone_owes: !owing.is_empty(),
                someone_came: !held.visitors.is_empty(),
                all_have_reasons: owing.iter().all(|who| held.absences.reason_for(who).is_some()),
            },
        }
    }
}
