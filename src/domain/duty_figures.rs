//! What became of duties: for each calendar span how many visits were owed and done (`records.md`, section 6a).

use std::collections::{HashMap, HashSet};

use super::keyword::keyword;
use super::{
    Cell, CellId, Date, Duty, Facts, Held, Meeting, MeetingKind, OfficialId, PeriodSpan, Register,
    Span,
};

keyword! {
    /// What became of a duty in a span.
    DutyStatus {
        /// As many visits as are owed.
        Met = "met",
        /// Fewer, and the span is not over.
        Open = "open",
        /// Fewer, and the span is over.
        Short = "short",
    }
}

/// One duty in one calendar span in which it is in force on some day.
#[derive(Debug, Clone)]
pub struct DutyFigures<'a> {
    pub duty: &'a Duty,
    pub span: PeriodSpan,
    /// Visits.
    pub owed: u32,
    /// Visits to distinct meetings; where each cell is owed some, no cell counts for more than these.
    pub done: u32,
    pub status: DutyStatus,
    /// The last visit that counts.
    pub last: Option<Date>,
    /// Where each cell is owed some: those that lack some, and how many, by code.
    pub lacking: Vec<(&'a Cell, u32)>,
}

impl DutyFigures<'_> {
    /// How many visits are missing.
    pub fn missing(&self) -> u32 {
        self.owed.saturating_sub(self.done)
    }
}

/// The months whose meetings say what became of duties in some months: the calendar spans in which these lie.
pub fn months_of_duties(duties: &[Duty], months: PeriodSpan) -> PeriodSpan {
    let spans = duties
        .iter()
        .flat_map(|duty| [months.from, months.to].map(|month| duty.span.around(month)));
    spans.fold(months, |all, span| PeriodSpan {
        from: all.from.min(span.from),
        to: all.to.max(span.to),
    })
}

/// The figures of every duty in each of its calendar spans that has begun and shares a month with these, in the order of
/// the notice, then by scope and day. The facts must have the meetings of [`months_of_duties`], of every kind.
pub fn duty_figures(facts: &Facts, months: PeriodSpan, today: Date) -> Vec<DutyFigures<'_>> {
    let visits = Visits::of(facts, today);
    let register = &facts.register;
    let mut duties: Vec<&Duty> = facts.roster.duties().iter().collect();
    duties.sort_by_cached_key(|duty| (duty.scope.written(register), duty.from));
    duties.sort_by(|a, b| register.official(a.official).by_notice(register.official(b.official)));
    let mut all = Vec::new();
    for duty in duties {
        let Some(in_force) = duty.in_force(register) else { continue };
        let mut spans: Vec<PeriodSpan> =
            months.months().map(|month| duty.span.around(month)).collect();
        spans.dedup();
        for span in spans {
            if span.from.first_day() <= today && Span::from(span).overlaps(in_force) {
                all.push(visits.figures(duty, in_force, span, today));
            }
        }
    }
    all
}

/// The regular and thematic meetings that each official visited.
struct Visits<'a> {
    register: &'a Register,
    by_official: HashMap<OfficialId, Vec<(&'a Meeting, &'a Held)>>,
}

impl<'a> Visits<'a> {
    fn of(facts: &'a Facts, today: Date) -> Self {
        let with_duty: HashSet<OfficialId> =
            facts.roster.duties().iter().map(|duty| duty.official).collect();
        let mut by_official: HashMap<OfficialId, Vec<(&Meeting, &Held)>> = HashMap::new();
        for (meeting, held) in facts.held_by(today) {
            match meeting.kind {
                MeetingKind::Regular | MeetingKind::Thematic => {}
                MeetingKind::Extraordinary | MeetingKind::Congress => continue,
            }
            for visitor in held.visitors.iter().filter(|who| with_duty.contains(who)) {
                by_official.entry(*visitor).or_default().push((meeting, held));
            }
        }
        Self { register: &facts.register, by_official }
    }

    fn figures(
        &self,
        duty: &'a Duty,
        in_force: Span,
        span: PeriodSpan,
        today: Date,
    ) -> DutyFigures<'a> {
        let own = self.by_official.get(&duty.official).into_iter().flatten();
        let counted = own.filter(|(meeting, held)| {
            let cell = self.register.cell(meeting.cell);
            span.contains(meeting.period)
                && duty.days().contains(held.held_on)
                && duty.scope.holds(cell, held.held_on)
                && (!duty.each || cell.kind.always_due())
        });
        let mut done_of: HashMap<CellId, u32> = HashMap::new();
        let mut last = None;
        for (meeting, held) in counted {
            *done_of.entry(meeting.cell).or_default() += 1;
            last = last.max(Some(held.held_on));
        }
        let count = u32::from(duty.count);
        let cells = if duty.each { self.cells(duty, in_force, span) } else { Vec::new() };
        let (full, done) = if duty.each {
            let done = done_of.values().map(|done| (*done).min(count)).sum();
            (count.saturating_mul(cells.len() as u32), done)
        } else {
            (count, done_of.values().sum())
        };
        let owed = proportioned(full, in_force, span);
        let status = if done >= owed {
            DutyStatus::Met
        } else if today <= span.to.last_day() {
            DutyStatus::Open
        } else {
            DutyStatus::Short
        };
        let lacks = |cell: &Cell| count.saturating_sub(*done_of.get(&cell.id).unwrap_or(&0));
        let lacking = cells.into_iter().map(|cell| (cell, lacks(cell)));
        let lacking = lacking.filter(|(_, lacks)| *lacks > 0).collect();
        DutyFigures { duty, span, owed, done, status, last, lacking }
    }

    /// The neighbourhood and village cells of the scope on the last day of the span or of the duty, by code.
    fn cells(&self, duty: &Duty, in_force: Span, span: PeriodSpan) -> Vec<&'a Cell> {
        let end = span.to.last_day();
        let day = in_force.last_day().map_or(end, |last| last.min(end));
        let owed = |cell: &&Cell| {
            cell.kind.always_due() && cell.life().contains(day) && duty.scope.holds(cell, day)
        };
        let mut cells: Vec<&Cell> = self.register.cells().iter().filter(owed).collect();
        cells.sort_by(|a, b| a.code.cmp(&b.code));
        cells
    }
}

/// What is owed of a span of which the duty is in force in some months only, rounded up: our choice, no document says it.
fn proportioned(full: u32, in_force: Span, span: PeriodSpan) -> u32 {
    let months = span.months().count() as u64;
    let of = span.months().filter(|month| Span::from(*month).overlaps(in_force)).count() as u64;
    let owed = (u64::from(full) * of).div_ceil(months);
    u32::try_from(owed).unwrap_or(u32::MAX)
}
