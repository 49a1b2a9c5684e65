//! What was recorded, read wide once, for reports and judgements to be made of.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    Cell, CellId, Closing, Code, Counts, Date, Held, Letterhead, Meeting, MeetingKind, Name,
    Period, PeriodSpan, Plan, Register, Roster, Succession,
};

/// How many recommendations a cell raised for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecommendationCount {
    pub cell: CellId,
    pub period: Period,
    pub raised: u32,
}

/// The facts of a span of months, as known at one moment.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub register: Register,
    pub roster: Roster,
    /// The first period that reports speak of; where none is set, no period is too early.
    pub records_from: Option<Period>,
    /// The office's name for headings.
    pub office: Option<Name>,
    /// Whether the figures are invented samples.
    pub sample: bool,
    /// What stands around its papers.
    pub letterhead: Letterhead,
    /// By period and cell.
    regular: Vec<Meeting>,
    /// Those of every other kind, where they were read.
    others: Vec<Meeting>,
    recommendations: HashMap<(Period, CellId), u32>,
    ancestors: HashMap<CellId, Vec<Succession>>,
    closings: BTreeMap<Period, Closing>,
    unreported: HashMap<Period, HashSet<Code>>,
    /// By month, cell and kind.
    plans: Vec<Plan>,
}

impl Facts {
    /// Puts the facts in order for looking up. Of the meetings only the regular ones are kept: coverage
    /// is judged by no others.
    pub fn new(
        register: Register,
        roster: Roster,
        mut meetings: Vec<Meeting>,
        counts: &[RecommendationCount],
    ) -> Self {
        meetings.retain(|m| m.kind == MeetingKind::Regular);
        meetings.sort_by_key(|m| (m.period, m.cell));
        let mut ancestors: HashMap<CellId, Vec<Succession>> = HashMap::new();
        for succession in &register.successions {
            ancestors.entry(succession.to_cell).or_default().push(succession.clone());
        }
        Self {
            register,
            roster,
            regular: meetings,
            recommendations: counts.iter().map(|c| ((c.period, c.cell), c.raised)).collect(),
            ancestors,
            ..Self::default()
        }
    }

    /// The same facts of other months.
    pub fn renewed(
        self,
        meetings: Vec<Meeting>,
        counts: &[RecommendationCount],
        closings: Vec<Closing>,
    ) -> Self {
        let Self { register, roster, records_from, office, sample, letterhead, .. } = self;
        let facts = Self::new(register, roster, meetings, counts);
        let mut facts = Self { records_from, office, sample, letterhead, ..facts };
        facts.put_closings(closings);
        facts
    }

    /// The same facts with the meetings of others.
    pub fn with_meetings_of(self, other: &Self) -> Self {
        Self { regular: other.regular.clone(), ..self }
    }

    /// Every regular meeting, by period and cell.
    pub fn regular_meetings(&self) -> &[Meeting] {
        &self.regular
    }

    /// The regular meeting recorded for a cell and period, held whenever it was.
    pub fn regular(&self, period: Period, cell: CellId) -> Option<&Meeting> {
        let at = self.regular.binary_search_by_key(&(period, cell), |m| (m.period, m.cell)).ok()?;
        self.regular.get(at)
    }

    /// What was counted at a cell's last regular meeting before a month, among [`Self::months_before`].
    pub fn counts_before(&self, cell: CellId, period: Period) -> Option<Counts> {
        let months = Self::months_before(period).months().rev().skip(1);
        let meetings = months.filter_map(|month| self.regular(month, cell));
        let mut counts = meetings.filter_map(|m| Some(m.outcome.held()?.presence.counts()));
        counts.find(|counts| counts.total.is_some())
    }

    /// A month with those before it in which a cell's last counts are looked for.
    pub fn months_before(period: Period) -> PeriodSpan {
        const MONTHS: u32 = 3;
        PeriodSpan { from: period.back(MONTHS), to: period }
    }

    /// Every regular meeting recorded for a period, by cell.
    pub fn regular_in(&self, period: Period) -> impl Iterator<Item = &Meeting> {
        let from = self.regular.partition_point(|m| m.period < period);
        let until = self.regular.partition_point(|m| m.period <= period);
        self.regular[from..until].iter()
    }

    /// The cells that a cell came from.
    pub fn ancestors(&self, cell: CellId) -> &[Succession] {
        self.ancestors.get(&cell).map_or(&[], Vec::as_slice)
    }

    /// How many recommendations a cell raised for a period.
    pub fn raised(&self, period: Period, cell: CellId) -> u32 {
        self.recommendations.get(&(period, cell)).copied().unwrap_or(0)
    }

    /// Adds the meetings that are not regular ones: coverage is judged without them.
    pub fn put_others(&mut self, mut meetings: Vec<Meeting>) {
        meetings.retain(|meeting| meeting.kind != MeetingKind::Regular);
        self.others = meetings;
    }

    /// Every meeting held by a day, of every kind that was read.
    pub fn held_by(&self, today: Date) -> impl Iterator<Item = (&Meeting, &Held)> {
        let all = self.regular.iter().chain(&self.others);
        let held = all.filter_map(|meeting| Some((meeting, meeting.outcome.held()?)));
        held.filter(move |(_, held)| held.held_on <= today)
    }

    /// Adds the months that are closed.
    pub fn put_closings(&mut self, closings: Vec<Closing>) {
        for closing in closings {
            let rows = closing.rows.iter().filter(|row| !row.is_reported());
            let unreported = rows.map(|row| row.cell.clone()).collect();
            self.unreported.insert(closing.period, unreported);
            self.closings.insert(closing.period, closing);
        }
    }

    /// Adds the dates that cells announced.
    pub fn put_plans(&mut self, mut plans: Vec<Plan>) {
        plans.sort_by_key(|plan| (plan.period, plan.cell, plan.kind));
        self.plans = plans;
    }

    /// The dates announced, by month, cell and kind; those of cells that do not exist on the day with them.
    pub fn plans(&self) -> &[Plan] {
        &self.plans
    }

    /// The date that a cell announced for a month and kind, if it exists on that day.
    pub fn plan(&self, period: Period, cell: &Cell, kind: MeetingKind) -> Option<&Plan> {
        let key = (period, cell.id, kind);
        let at = self.plans.binary_search_by_key(&key, |p| (p.period, p.cell, p.kind)).ok()?;
        self.plans.get(at).filter(|plan| cell.life().contains(plan.on))
    }

    /// On which day a cell is likely to have met for a month: the one it announced, else its usual one, if that has come
    /// by `today`.
    pub fn likely_day(
        &self,
        cell: &Cell,
        period: Period,
        kind: MeetingKind,
        today: Date,
    ) -> Option<Date> {
        let planned = self.plan(period, cell, kind).map(|plan| plan.on);
        let usual = || cell.usual_day(period).filter(|_| kind == MeetingKind::Regular);
        planned.filter(|day| *day <= today).or_else(|| usual().filter(|day| *day <= today))
    }

    /// The closing of a month, while it is closed.
    pub fn closing(&self, period: Period) -> Option<&Closing> {
        self.closings.get(&period)
    }

    /// Whether a closed month was filed without a meeting of this cell.
    pub fn filed_without_meeting(&self, period: Period, cell: &Code) -> bool {
        self.unreported.get(&period).is_some_and(|cells| cells.contains(cell))
    }
}
