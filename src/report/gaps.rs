//! `report gaps`: whom to ask about which cell, and what is known when asking.

use std::collections::{HashMap, HashSet};

use super::coverage::{CoverageReport, by_code, codes, full_names, tone};
use super::listing::Listing;
use super::word_value;
use crate::domain::{
    Ask, CellId, CoverageRow, Date, Facts, GapNote, Key, MeetingKind, Period, PeriodSpan, Share,
    Told, month_coverage,
};
use crate::table::{Field, FigureGroup, Medium, Role, Row, Shape, Table};
use crate::texts::{Heading, Labelled, Lang, gaps as words};

/// In how many months before a month misses and visits are looked for.
pub(super) const BACK: u32 = 12;

/// The months whose meetings the report on a month needs: those before it, and those since, of which somebody may have
/// come to a cell.
pub fn months_of_gaps(period: Period, today: Date) -> PeriodSpan {
    PeriodSpan { from: period.back(BACK), to: period.max(Period::of(today)) }
}

/// The gaps of a month, and the cells that have not reported while it is not over.
#[derive(Debug)]
pub struct GapsReport<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
    /// By committee; in each those that can still be put right stand first.
    pub lines: Vec<GapLine<'r, 'a>>,
}

/// A cell to ask about.
#[derive(Debug, Clone, Copy)]
pub struct GapLine<'r, 'a> {
    pub row: &'r CoverageRow<'a>,
    /// What to ask for; none where nothing can be put right any more.
    pub ask: Option<Ask>,
    /// The newest meeting of any kind to which somebody came.
    pub last_visit: Option<Date>,
    pub run: Run,
    pub note: Option<&'r GapNote>,
}

/// How many months in a row had a gap, up to this one. A month that is not over counts for nothing, nor does it end the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub months: usize,
    /// Whether there may be more than were looked at.
    pub more: bool,
}

impl GapLine<'_, '_> {
    /// The day of the month on which the cell usually meets.
    fn usual_day(&self) -> Option<u64> {
        self.row.cell.regular_day.map(|day| u64::from(day.day()))
    }

    /// The date that the cell announced for its regular meeting.
    fn planned_on(&self, facts: &Facts) -> Option<Date> {
        let CoverageRow { period, cell, .. } = self.row;
        facts.plan(*period, cell, MeetingKind::Regular).map(|plan| plan.on)
    }

    /// The date announced, or else the usual one.
    fn meets_on(&self, facts: &Facts) -> Option<Date> {
        self.planned_on(facts).or_else(|| self.row.cell.usual_day(self.row.period))
    }

    /// How many days ago that was.
    pub fn days_since(&self, today: Date) -> Option<u64> {
        let days = today.number() - self.last_visit?.number();
        u64::try_from(days).ok()
    }
}

impl<'r, 'a> GapsReport<'r, 'a> {
    /// What there is to ask about the month of a coverage report, whose facts are those of [`months_of_gaps`].
    pub fn of(coverage: &'r CoverageReport<'a>, notes: &'r [GapNote]) -> Self {
        let (facts, today) = (coverage.facts, coverage.today);
        let visits = last_visits(facts, today);
        let months = months_with_gaps(facts, coverage.span.from, today);
        let line = |row: &'r CoverageRow<'a>| {
            let of_cell = notes.iter().filter(|note| note.cell == row.cell.id && note.on <= today);
            GapLine {
                row,
                ask: row.status.ask(),
                last_visit: visits.get(&row.cell.id).copied(),
                run: run(row, &months),
                // What was answered about this month stands before what was about another.
                note: of_cell.max_by_key(|note| (note.period == row.period, note.on, note.period)),
            }
        };
        let open = coverage.rows().filter(|row| row.status.is_gap() || row.status.ask().is_some());
        let mut lines: Vec<GapLine<'r, 'a>> = open.map(line).collect();
        lines.sort_by(|a, b| {
            let by_committee = a.row.committee.code.cmp(&b.row.committee.code);
            by_committee.then_with(|| a.ask.is_none().cmp(&b.ask.is_none()))
        });
        Self { coverage, lines }
    }

    /// The cells with a gap, of those due.
    pub fn gaps(&self) -> Share {
        share(self.coverage.rows())
    }

    /// How many can still be put right.
    pub fn mendable(&self) -> u64 {
        self.lines.iter().filter(|line| line.ask.is_some()).count() as u64
    }

    /// One row a cell. The columns for programs are schema 1, only ever appended to.
    pub fn lay_out(&self, lang: Lang<'r>, medium: Medium) -> Table<'r> {
        let list = self.listing(lang);
        let mut rows: Vec<Row<'r>> = Vec::new();
        let mut numbers = 1..;
        for group in self.lines.chunk_by(|a, b| a.row.committee.id == b.row.committee.id) {
            if medium == Medium::Screen {
                let first = group[0].row;
                let mendable = group.iter().filter(|line| line.ask.is_some()).count();
                let texts = [
                    first.committee.code.to_string(),
                    first.committee_name().to_string(),
                    words::line(lang, mendable, group.len()),
                ];
                rows.push(Row::texts(Role::Group, texts.into()));
            }
            rows.extend(group.iter().zip(&mut numbers).map(|(line, no)| list.row((no, *line))));
        }
        let gaps = self.lines.iter().filter(|line| line.row.status.is_gap()).count();
        let pending = (self.lines.len() - gaps) as u64;
        let today = self.coverage.today;
        let counted = words::counted(lang, self.gaps(), pending, self.mendable(), today);
        Table {
            kind: "gaps-report",
            schema: 1,
            about: self.coverage.about(),
            columns: list.columns(),
            rows,
            figures: self.figures(),
            under: self.under(lang),
            ..self.coverage.headed(lang, words::title(lang, self.coverage.span.from), counted)
        }
    }

    fn figures(&self) -> Vec<FigureGroup<'r>> {
        let all = FigureGroup { of: Vec::new(), figures: vec![("gaps", self.gaps())] };
        let of_each = self.coverage.committees().into_iter().map(|(committee, name, _)| {
            let rows = self.coverage.rows().filter(|row| row.committee.id == committee.id);
            let of = vec![
                ("committee", committee.code.as_str().into()),
                ("committee_name", name.as_str().into()),
            ];
            FigureGroup { of, figures: vec![("gaps", share(rows))] }
        });
        std::iter::once(all).chain(of_each).collect()
    }

    fn under(&self, lang: Lang) -> Vec<String> {
        if self.lines.is_empty() {
            let why = self.coverage.why_empty(lang);
            return vec![why.unwrap_or_else(|| words::none(lang).to_owned())];
        }
        let looked_at = months_of_gaps(self.coverage.span.from, self.coverage.today).from;
        let from = self.coverage.facts.records_from.map_or(looked_at, |from| from.max(looked_at));
        let any = self.lines.iter().any(|line| line.last_visit.is_none());
        any.then(|| words::no_visit(lang, from)).into_iter().collect()
    }

    fn listing(&self, lang: Lang<'r>) -> Listing<'r, Line<'r, 'a>> {
        let (coverage, today) = (self.coverage, self.coverage.today);
        Listing::new(lang)
            .people(Heading::No, Shape::Number, |(no, _): Line<'r, 'a>| no)
            .programs(Key::Period, |(_, line)| line.row.period)
            .programs(Heading::CommitteeCode, |(_, line)| line.row.committee.code.as_str())
            .programs(Heading::CommitteeName, |(_, line)| line.row.committee_name().as_str())
            .programs(Heading::CellCode, |(_, line)| line.row.cell.code.as_str())
            .programs(Heading::CellName, |(_, line)| line.row.cell_name().as_str())
            .people(Key::Cell, Shape::Name, |(_, line)| {
                format!("{} {}", line.row.cell.code, line.row.cell_name())
            })
            .column(Key::Status, Shape::Short, move |(_, line)| Field {
                value: word_value(line.row.status, lang),
                tone: tone(line.row.status),
            })
            .people(Heading::Ask, Shape::Short, move |(_, line)| {
                line.ask.map_or("–", |ask| ask.label(lang))
            })
            .programs(Heading::Ask, move |(_, line)| line.ask.map(|ask| word_value(ask, lang)))
            .programs(Heading::AssignedCodes, |(_, line)| codes(&by_code(&line.row.assigned)))
            .programs(Heading::AssignedNames, |(_, line)| full_names(&by_code(&line.row.assigned)))
            .people(Heading::AssignedVisitor, Shape::Name, move |(_, line)| {
                coverage.names(&line.row.assigned)
            })
            .people(Heading::MeetsOn, Shape::Short, move |(_, line)| line.meets_on(coverage.facts))
            .with(|column| column.or_beneath(1))
            .programs(Heading::UsualDay, |(_, line)| line.usual_day())
            .column(Heading::LastVisit, Shape::Short, |(_, line)| line.last_visit)
            .with(|column| column.or_beneath(3))
            .column(Heading::DaysSince, Shape::Number, move |(_, line)| line.days_since(today))
            .with(|column| column.or_beneath(2))
            .column(Heading::RunOfMisses, Shape::Number, |(_, line)| {
                words::run(line.run.months, line.run.more)
            })
            .programs(Key::Note, |(_, line)| line.note.map(|note| note.text.as_str()))
            .programs(Heading::NotedOn, |(_, line)| line.note.map(|note| Told::Day(note.on)))
            .programs(Heading::PlannedOn, move |(_, line)| line.planned_on(coverage.facts))
            .beneath(move |(_, line)| line.note.map(|note| words::answered(lang, note)))
    }
}

/// A cell under its number.
type Line<'r, 'a> = (u64, GapLine<'r, 'a>);

fn share<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r CoverageRow<'a>>) -> Share {
    let mut share = Share::default();
    rows.into_iter().for_each(|row| share.count(row.status.is_gap()));
    share
}

/// The newest day on which somebody came to each cell.
fn last_visits(facts: &Facts, today: Date) -> HashMap<CellId, Date> {
    let mut last: HashMap<CellId, Date> = HashMap::new();
    for (meeting, held) in facts.held_by(today).filter(|(_, held)| !held.visitors.is_empty()) {
        let newest = last.entry(meeting.cell).or_insert(held.held_on);
        *newest = held.held_on.max(*newest);
    }
    last
}

/// The cells with a gap among rows of one month.
pub(super) fn with_gap(rows: &[CoverageRow<'_>]) -> HashSet<CellId> {
    rows.iter().filter(|row| row.status.is_gap()).map(|row| row.cell.id).collect()
}

/// The cells with a gap in each of the months before one, the newest first. Before the first month on record there are none.
fn months_with_gaps(facts: &Facts, period: Period, today: Date) -> Vec<HashSet<CellId>> {
    let months = (1..=BACK).map(|back| month_coverage(facts, period.back(back), today));
    months.map(|month| with_gap(&month.rows)).collect()
}

fn run(row: &CoverageRow<'_>, months: &[HashSet<CellId>]) -> Run {
    let before = months.iter().take_while(|gaps| gaps.contains(&row.cell.id)).count();
    let all = before + usize::from(row.status.is_gap());
    Run { months: all.min(BACK as usize), more: before == BACK as usize }
}
