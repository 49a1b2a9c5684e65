//! `brief`: the sheet for a visitor before a meeting, of one cell or of every cell of an official (`commands.md`, Reports).
//!
//! It is made of the reports that tell the same at length; here is what of them fits on a page.

mod layout;

use super::Persons;
use super::coverage::{CoverageReport, CoverageScope};
use super::duties::DutiesReport;
use super::recommendations::{Listed, RaisedScope, RecommendationLine, recommendation_lines};
use super::schedule::{Schedule, ScheduleRow};
use crate::domain::{
    Bulletin, Cell, CellId, CoverageRow, Date, Duty, DutyFigures, Facts, FollowUp, Held,
    Inspection, Meeting, MeetingKind, Official, OfficialFigures, OfficialId, Period, PeriodSpan,
    Refusal, Scope, Share, Span, months_of_duties, official_figures, refusal,
};

/// Of whom a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BriefOf {
    Cell(CellId),
    Official(OfficialId),
}

/// What the sheet is made of.
#[derive(Debug)]
pub struct BriefSources<'a> {
    /// Those of [`Brief::months`].
    pub facts: &'a Facts,
    pub follow_up: &'a FollowUp,
    pub inspections: &'a [Inspection],
    /// Those of the month.
    pub bulletins: &'a [Bulletin],
}

/// Meetings that are told, the last ones.
const MEETINGS: usize = 3;

/// Months whose attendance is told.
const TREND: usize = 6;

/// Lines of one part at most; how many there are besides is said.
const LINES: usize = 5;

/// The months of a year.
const YEAR: u32 = 12;

/// What a visitor knows of a cell before the meeting.
#[derive(Debug)]
pub struct CellBrief<'a> {
    pub cell: &'a Cell,
    /// Who is assigned on the day of the meeting, or at the end of the month.
    pub assigned: Vec<&'a Official>,
    /// Its meetings of the month, as in the schedule.
    pub dates: Vec<ScheduleRow<'a>>,
    /// The last ones held, of any kind, the newest first.
    pub meetings: Vec<(&'a Meeting, &'a Held)>,
    /// Members present at the last regular meetings of which it is known, the oldest first.
    pub attendance: Vec<(Period, Share)>,
    /// The months of the year in which it was without its visitor, the newest first.
    pub without: Vec<CoverageRow<'a>>,
    /// All that it raised.
    pub raised: Vec<RecommendationLine<'a>>,
    /// Those of the year, the newest first.
    pub inspections: Vec<&'a Inspection>,
}

/// What an official did in the year before.
#[derive(Debug)]
pub struct OwnBrief<'a> {
    pub figures: OfficialFigures,
    /// What he owes in the spans of the month.
    pub duties: Vec<DutyFigures<'a>>,
}

/// The sheet.
#[derive(Debug)]
pub struct Brief<'a> {
    facts: &'a Facts,
    of: BriefOf,
    period: Period,
    /// The months that "the year" means.
    year: PeriodSpan,
    today: Date,
    persons: Persons<'a>,
    pub bulletins: Vec<&'a Bulletin>,
    pub own: Option<OwnBrief<'a>>,
    /// By code.
    pub cells: Vec<CellBrief<'a>>,
}

/// The twelve months up to this one, or up to today's.
fn year(period: Period, today: Date) -> PeriodSpan {
    let to = period.min(Period::of(today));
    PeriodSpan { from: to.back(YEAR - 1), to }
}

impl<'a> Brief<'a> {
    /// The months whose facts it is made of.
    pub fn months(period: Period, today: Date, duties: &[Duty]) -> PeriodSpan {
        let (year, dates) = (year(period, today), Schedule::months(period));
        let owed = months_of_duties(duties, PeriodSpan::single(period));
        PeriodSpan { from: year.from.min(dates.from).min(owed.from), to: dates.to.max(owed.to) }
    }

    /// The sheet of a cell, or of the cells that an official visits in the month; of a month that is over, as of its last day.
    pub fn build(
        sources: &BriefSources<'a>,
        of: BriefOf,
        period: Period,
        today: Date,
    ) -> Result<Self, Refusal> {
        let facts = sources.facts;
        // Of a month that is over, as it was on its last day.
        let today = today.min(period.last_day());
        let year = year(period, today);
        let coverage = CoverageReport::build(facts, year, today, CoverageScope::default())?;
        let dates = Schedule::build(facts, period, today, CoverageScope::default()).rows;
        let mut cells = Vec::new();
        for cell in cells_of(facts, of, period)? {
            let dates = dates.iter().filter(|row| row.cell.id == cell.id).cloned().collect();
            cells.push(CellBrief::of(sources, &coverage, (cell, dates), period));
        }
        let own = match of {
            BriefOf::Cell(_) => None,
            BriefOf::Official(id) => {
                let figures = official_figures(facts, &coverage.months).into_iter();
                let figures = figures.filter(|(official, _)| *official == id);
                let figures = figures.map(|(_, figures)| figures).next().unwrap_or_default();
                let only = CoverageScope { official: Some(id), ..CoverageScope::default() };
                let month = PeriodSpan::single(period.min(Period::of(today)));
                Some(OwnBrief {
                    figures,
                    duties: DutiesReport::build(facts, month, today, only).rows,
                })
            }
        };
        let mut bulletins: Vec<&Bulletin> = sources.bulletins.iter().collect();
        bulletins.sort_by_key(|one| (one.area, one.id));
        let persons = Persons::of(&facts.register);
        Ok(Self { facts, of, period, year, today, persons, bulletins, own, cells })
    }
}

/// The cell, or those to which the official is assigned or owes visits by a duty of that cell's own, on any day of the month.
fn cells_of(facts: &Facts, of: BriefOf, period: Period) -> Result<Vec<&Cell>, Refusal> {
    let register = &facts.register;
    let month = Span::from(PeriodSpan::single(period));
    let mut cells: Vec<&Cell> = match of {
        BriefOf::Cell(id) => vec![register.cell(id)],
        BriefOf::Official(id) => {
            let assigned = facts.roster.all().iter().filter(|one| one.official == id);
            let assigned = assigned.filter(|one| one.span().overlaps(month)).map(|one| one.cell);
            let owed = facts.roster.duties().iter().filter(|duty| duty.official == id);
            let owed = owed
                .filter(|duty| duty.in_force(register).is_some_and(|days| days.overlaps(month)));
            let owed = owed.filter_map(|duty| match duty.scope {
                Scope::Cell(cell) => Some(cell),
                Scope::All | Scope::Committee(_) => None,
            });
            let mut ids: Vec<CellId> = assigned.chain(owed).collect();
            ids.sort_unstable();
            ids.dedup();
            ids.into_iter().map(|id| register.cell(id)).collect()
        }
    };
    let (there, gone): (Vec<&Cell>, Vec<&Cell>) =
        cells.drain(..).partition(|cell| cell.life().overlaps(month));
    if let (BriefOf::Cell(_), [cell]) = (of, &gone[..]) {
        let (cell, life) = (cell.latest_thing(), cell.life());
        return Err(refusal::Meeting::CellNotInPeriod { cell, period, life }.into());
    }
    cells = there;
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(cells)
}

impl<'a> CellBrief<'a> {
    fn of(
        sources: &BriefSources<'a>,
        coverage: &CoverageReport<'a>,
        (cell, dates): (&'a Cell, Vec<ScheduleRow<'a>>),
        period: Period,
    ) -> Self {
        let (facts, today) = (sources.facts, coverage.today);
        let register = &facts.register;
        let last =
            cell.life().last_day().map_or(period.last_day(), |end| end.min(period.last_day()));
        let regular = dates.iter().find(|row| row.kind == MeetingKind::Regular);
        let day = regular.and_then(|row| row.on).unwrap_or(last);
        let assigned = register.in_notice_order(&facts.roster.assigned(register, cell.id, day));
        let mut meetings: Vec<(&Meeting, &Held)> =
            facts.held_by(today).filter(|(meeting, _)| meeting.cell == cell.id).collect();
        meetings.sort_by_key(|(meeting, held)| (held.held_on, meeting.id));
        meetings.reverse();
        meetings.truncate(MEETINGS);
        let own = |row: &&CoverageRow<'a>| row.cell.id == cell.id;
        let rows: Vec<&CoverageRow<'a>> = coverage.rows().filter(own).collect();
        let present =
            |row: &&CoverageRow<'a>| Some((row.period, row.held()?.presence.attendance()?));
        let mut attendance: Vec<(Period, Share)> = rows.iter().filter_map(present).collect();
        attendance.drain(..attendance.len().saturating_sub(TREND));
        let over = |row: &&&CoverageRow<'a>| row.period.last_day() <= today;
        let gaps = rows.iter().rev().filter(over).filter(|row| row.status.is_gap());
        let scope = RaisedScope { cell: Some(cell.id), ..RaisedScope::default() };
        let mut inspections: Vec<&Inspection> = coverage.inspections(sources.inspections);
        inspections.retain(|one| one.cell == cell.id);
        inspections.sort_by_key(|one| std::cmp::Reverse((one.on, one.kind)));
        Self {
            cell,
            assigned,
            dates,
            meetings,
            attendance,
            without: gaps.map(|row| (*row).clone()).collect(),
            raised: recommendation_lines(sources.follow_up, today, (scope, Listed::All)),
            inspections,
        }
    }
}
