//! `report coverage`: did every cell get its assigned visitor (`records.md`, section 6). Here are the numbers; the
//! rooms within lay them out, `layout` chooses among them.

mod beneath;
mod by_committee;
mod closing;
mod data;
mod explanation;
mod figures;
mod grid;
mod heading;
mod layout;
mod month;
mod notes;
mod open;
mod sheet;

pub(super) use by_committee::by_committee;
pub(super) use closing::late_figures;
pub(super) use data::{by_code, codes, full_names};
pub use explanation::explained;
pub(super) use figures::{FIGURES, Figure, block as figures_block, keyed};
pub(super) use month::{not_counted_line, tone};
pub(super) use open::table as open_cells;

use std::collections::HashMap;

use super::Persons;
use crate::domain::{
    CellId, Committee, CommitteeId, CoverageRow, Date, Facts, Figures, FiledMonth, Inspection,
    MonthCoverage, Name, NotCounted, OfficialId, Period, PeriodSpan, Refusal, Span, month_coverage,
};

/// To which cells a report is limited.
#[derive(Debug, Clone, Copy, Default)]
pub struct CoverageScope {
    pub committee: Option<CommitteeId>,
    pub cell: Option<CellId>,
    /// Only rows with this official in A.
    pub official: Option<OfficialId>,
}

impl CoverageScope {
    fn holds(self, row: &CoverageRow<'_>) -> bool {
        self.holds_place(row.committee.id, row.cell.id)
            && self.official.is_none_or(|only| row.assigned.iter().any(|o| o.id == only))
    }

    fn holds_left(self, facts: &Facts, left: &NotCounted<'_>) -> bool {
        let day = left.meeting.outcome.held().map(|held| held.held_on);
        let day = day.unwrap_or(left.meeting.period.last_day());
        let assigned = || facts.roster.assigned(&facts.register, left.cell.id, day);
        self.holds_place(left.committee.id, left.cell.id)
            && self.official.is_none_or(|only| assigned().contains(&only))
    }

    /// Whether a cell of a committee is meant, whoever is assigned.
    pub(in crate::report) fn holds_place(self, committee: CommitteeId, cell: CellId) -> bool {
        self.committee.is_none_or(|only| only == committee)
            && self.cell.is_none_or(|only| only == cell)
    }
}

/// The coverage of one or more months.
#[derive(Debug)]
pub struct CoverageReport<'a> {
    pub(super) facts: &'a Facts,
    pub(super) span: PeriodSpan,
    pub(super) today: Date,
    pub(super) scope: CoverageScope,
    pub(super) persons: Persons<'a>,
    pub months: Vec<MonthCoverage<'a>>,
}

impl<'a> CoverageReport<'a> {
    /// Judges every month of the span on `today`. A span that begins after today is refused; of one that
    /// reaches beyond it, the months that have not begun are left out.
    pub fn build(
        facts: &'a Facts,
        span: PeriodSpan,
        today: Date,
        scope: CoverageScope,
    ) -> Result<Self, Refusal> {
        span.from.must_have_begun(today)?;
        let span = PeriodSpan { from: span.from, to: span.to.min(Period::of(today)) };
        let months = span.months().map(|period| {
            let mut month = month_coverage(facts, period, today);
            month.rows.retain(|row| scope.holds(row));
            month.not_counted.retain(|left| scope.holds_left(facts, left));
            month
        });
        let persons = Persons::of(&facts.register);
        Ok(Self { facts, span, today, scope, persons, months: months.collect() })
    }

    /// The newest month that is over, or the newest one if none is.
    pub(in crate::report) fn newest_over(&self) -> Option<&MonthCoverage<'a>> {
        let is_over = |month: &&MonthCoverage<'a>| month.period.last_day() < self.today;
        self.months.iter().rev().find(is_over).or(self.months.last())
    }

    /// A closed month as it was filed.
    pub fn of_filed(filed: &'a FiledMonth, scope: CoverageScope) -> Self {
        let mut month = filed.coverage();
        month.rows.retain(|row| scope.holds(row));
        month.not_counted.retain(|left| scope.holds_left(&filed.facts, left));
        let (span, today) = (PeriodSpan::single(month.period), filed.closing.closed_on);
        let persons = Persons::of(&filed.facts.register);
        Self { facts: &filed.facts, span, today, scope, persons, months: vec![month] }
    }

    /// Those of these inspections that were made in the months by today, within what the report is limited to.
    pub fn inspections<'i>(&self, all: &'i [Inspection]) -> Vec<&'i Inspection> {
        let days = Span::from(self.span);
        let within = |one: &&Inspection| {
            let committee = self.facts.register.cell(one.cell).standings.at(one.on).committee;
            days.contains(one.on)
                && one.on <= self.today
                && self.scope.holds_place(committee, one.cell)
        };
        all.iter().filter(within).collect()
    }

    /// Every row, by period, committee and cell.
    pub fn rows(&self) -> impl Iterator<Item = &CoverageRow<'a>> {
        self.months.iter().flat_map(|month| &month.rows)
    }

    /// The figures of all rows; over several months they count cell-months.
    pub fn figures(&self) -> Figures {
        Figures::of(self.rows())
    }

    /// The figures of each committee, in natural order of code.
    pub fn committees(&self) -> Vec<(&'a Committee, &'a Name, Figures)> {
        let mut groups: HashMap<CommitteeId, (&'a Committee, &'a Name, Figures)> = HashMap::new();
        for row in self.rows() {
            let name = row.committee_name();
            let group = groups.entry(row.committee.id);
            let group = group.or_insert((row.committee, name, Figures::default()));
            group.1 = name;
            group.2 += Figures::of([row]);
        }
        let mut groups: Vec<_> = groups.into_values().collect();
        groups.sort_by(|a, b| a.0.code.cmp(&b.0.code));
        groups
    }

    /// Whether any row's status is a gap.
    pub fn has_gap(&self) -> bool {
        self.rows().any(|row| row.status.is_gap())
    }

    /// The end of the span.
    pub(super) fn last_day(&self) -> Date {
        self.span.to.last_day()
    }
}
