//! `report summary`: the review of a span that a leader reads, each sentence with its `k/n`.
//!
//! The numbers are those of the other reports, which it asks for them; here is what of them is said, and in which order.

use std::collections::HashMap;

use super::attendance::AttendanceReport;
use super::composition::CompositionReport;
use super::coverage::CoverageReport;
use super::duties::DutiesReport;
use super::gaps::{BACK, with_gap};
use super::in_both;
use super::quality::QualityReport;
use super::recommendations::{MatterFigures, RecommendationsReport};
use super::visits::Visits;
use crate::domain::{
    CellId, CoverageRow, DutySpan, Figures, Grade, Inspection, InspectionKind, Keyword, Official,
    PeriodSpan, Said, Section, Share, Statement, Status, month_coverage, official_figures,
};
use crate::table::{Column, FigureGroup, Medium, Role, Row, Shape, Table, Value};
use crate::texts::{Labelled, Lang, as_of, summary as words};

/// What the review is made of.
#[derive(Debug)]
pub struct SummarySources<'r, 'a> {
    pub coverage: &'r CoverageReport<'a>,
    pub duties: &'r DutiesReport<'a>,
    pub recommendations: &'r RecommendationsReport<'a>,
    /// Those of the span by today.
    pub inspections: Vec<&'r Inspection>,
}

/// The review of a span.
#[derive(Debug)]
pub struct SummaryReport<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
    pub statements: Vec<Statement<'a>>,
}

/// Cells and officials named at most, of each.
const NAMED: usize = 5;

/// So many months in a row without its visitor, or absences of an official, call for attention.
const OFTEN: u64 = 2;

/// A span with the months before it in which a run of misses may have begun.
pub fn back(span: PeriodSpan) -> PeriodSpan {
    PeriodSpan { from: span.from.back(BACK), ..span }
}

impl<'r, 'a> SummaryReport<'r, 'a> {
    /// Says what there is to say.
    pub fn build(sources: &SummarySources<'r, 'a>) -> Self {
        let coverage = sources.coverage;
        let mut review = Review { coverage, statements: Vec::new() };
        review.office();
        review.coverage();
        review.members();
        review.duties(sources.duties);
        review.inspections(&sources.inspections);
        review.recommendations(sources.recommendations);
        review.attention(sources);
        Self { coverage, statements: review.statements }
    }

    /// One row a sentence; for programs its key and numbers, schema 1, only ever appended to.
    pub fn lay_out<'b>(&'b self, lang: Lang<'b>, medium: Medium) -> Table<'b> {
        let mut rows: Vec<Row<'b>> = Vec::new();
        for section in self.statements.chunk_by(|a, b| a.section == b.section) {
            if medium == Medium::Screen {
                if !rows.is_empty() {
                    rows.push(Row::across(Role::Body, ""));
                }
                rows.push(Row::across(Role::Group, section[0].section.label(lang)));
            }
            rows.extend(section.iter().map(|statement| self.row(lang, statement)));
        }
        let under = if rows.is_empty() { self.coverage.why_empty(lang) } else { None };
        let columns = vec![
            Column::new("section", words::section(lang), Shape::Short).only(Medium::Data),
            Column::new("key", words::key(lang), Shape::Short).only(Medium::Data).folded(),
            Column::new("of", words::of(lang), Shape::Short).only(Medium::Data).folded(),
            Column::new("k", words::k(lang), Shape::Number).only(Medium::Data),
            Column::new("n", words::n(lang), Shape::Number).only(Medium::Data),
            Column::new("text", words::text(lang), Shape::Text),
        ];
        let said = self.statements.iter().filter_map(|one| Some((one.said.key(), one.share?)));
        let figures = FigureGroup { of: Vec::new(), figures: said.collect() };
        let title = words::title(lang, self.coverage.span);
        Table {
            kind: "summary-report",
            schema: 1,
            about: self.coverage.about(),
            columns,
            rows,
            figures: vec![figures],
            under: under.into_iter().collect(),
            ..self.coverage.headed(lang, title, as_of(lang, self.coverage.today))
        }
    }

    fn row<'b>(&'b self, lang: Lang<'b>, statement: &Statement<'a>) -> Row<'b> {
        let persons = &self.coverage.persons;
        let sentence = |lang: Lang| {
            words::sentence(lang, &statement.said, statement.share, |one| persons.name(one))
        };
        let (k, n) = match (statement.share, statement.said.count()) {
            (Some(share), _) => (Some(share.k), Some(share.n)),
            (None, count) => (count, None),
        };
        Row::body(vec![
            Value::word(statement.section.key(), statement.section.label(lang)).into(),
            statement.said.key().into(),
            statement.said.of().into(),
            Value::from(k).into(),
            Value::from(n).into(),
            in_both(lang, sentence).into(),
        ])
    }
}

/// The review while it is written.
struct Review<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
    statements: Vec<Statement<'a>>,
}

impl<'r, 'a> Review<'r, 'a> {
    fn say(&mut self, section: Section, said: Said<'a>) {
        self.statements.push(Statement { section, said, share: None });
    }

    /// Says a share; of nothing there is nothing to say.
    fn share(&mut self, section: Section, said: Said<'a>, share: Share) {
        if share.n > 0 {
            self.statements.push(Statement { section, said, share: Some(share) });
        }
    }

    fn office(&mut self) {
        let Some(last) = self.coverage.months.last().filter(|month| !month.rows.is_empty()) else {
            return;
        };
        let mut committees: Vec<_> = last.rows.iter().map(|row| row.committee.id).collect();
        committees.sort_unstable();
        committees.dedup();
        let (committees, cells) = (committees.len() as u64, last.rows.len() as u64);
        self.say(Section::Office, Said::Cells { committees, cells });
        self.share(Section::Office, Said::Assigned, Figures::of(&last.rows).assigned);
        let day = last.period.last_day().min(self.coverage.today);
        let composition = CompositionReport::build(self.coverage.facts, day, self.coverage.scope);
        if composition.all > 0 {
            self.say(Section::Office, Said::Officials(composition.all));
        }
        for (category, officials) in &composition.groups {
            let said = match category {
                Some(category) => Said::Category(category, *officials),
                None => Said::NoCategory(*officials),
            };
            if *officials > 0 {
                self.say(Section::Office, said);
            }
        }
    }

    fn coverage(&mut self) {
        let section = Section::Coverage;
        let coverage = self.coverage;
        let all = coverage.figures();
        self.share(section, Said::Reported, all.reported);
        let pending = coverage.rows().filter(|row| row.status == Status::Pending).count() as u64;
        if pending > 0 {
            self.say(section, Said::Pending(pending));
        }
        self.share(section, Said::Held, all.held);
        self.share(section, Said::Covered { not_required: all.not_required }, all.covered);
        self.share(section, Said::CoveredOfHeld, all.covered_of_held);
        self.share(section, Said::Visited, all.visited);
        self.share(section, Said::AllCame, all.all_came);
        for (committee, name, figures) in coverage.committees() {
            self.share(section, Said::CoveredBy(committee, name), figures.covered);
        }
        for (quarter, rows) in self.quarters() {
            self.share(section, Said::CoveredIn(quarter), Figures::of(rows).covered);
        }
        let visits = Visits::of(coverage).all;
        // Where no cell is due, that nobody came says nothing.
        if visits > 0 || all.due() > 0 {
            self.say(section, Said::Visits(visits));
        }
    }

    /// The rows of each calendar quarter, as far as it lies in the span; none of a single one.
    fn quarters(&self) -> Vec<(PeriodSpan, Vec<&'r CoverageRow<'a>>)> {
        let coverage = self.coverage;
        let mut quarters: Vec<(PeriodSpan, Vec<&'r CoverageRow<'a>>)> = Vec::new();
        for month in &coverage.months {
            let whole = DutySpan::Quarter.around(month.period);
            let quarter = PeriodSpan {
                from: whole.from.max(coverage.span.from),
                to: whole.to.min(coverage.span.to),
            };
            match quarters.last_mut() {
                Some((last, rows)) if *last == quarter => rows.extend(&month.rows),
                _ => quarters.push((quarter, month.rows.iter().collect())),
            }
        }
        if quarters.len() > 1 { quarters } else { Vec::new() }
    }

    fn members(&mut self) {
        let section = Section::Members;
        let present = AttendanceReport::of(self.coverage).total().present;
        self.share(section, Said::Present, present);
        for (quarter, rows) in self.quarters() {
            let present = super::attendance::Members::of(rows).present;
            self.share(section, Said::PresentIn(quarter), present);
        }
        let quality = QualityReport::of(self.coverage);
        let grades = quality.grades();
        let (graded, held) = (grades.graded(), grades.graded() + grades.none);
        self.share(section, Said::Graded, Share { k: graded, n: held });
        for grade in Grade::ALL {
            self.share(section, Said::Grade(*grade), Share { k: grades.count(*grade), n: graded });
        }
        self.share(section, Said::Prepared, super::quality::prepared(self.coverage.rows()));
        self.share(section, Said::Themes, quality.cells_with_theme());
    }

    fn duties(&mut self, duties: &DutiesReport<'a>) {
        self.share(Section::Duties, Said::DutiesMet, duties.met());
        if duties.open() > 0 {
            self.say(Section::Duties, Said::DutiesOpen(duties.open()));
        }
    }

    fn inspections(&mut self, all: &[&Inspection]) {
        if all.is_empty() {
            return;
        }
        let of = |kind| all.iter().filter(|one| one.kind == kind).count() as u64;
        let mut cells: Vec<_> = all.iter().map(|one| one.cell).collect();
        cells.sort_unstable();
        cells.dedup();
        let mut officials: Vec<_> = all.iter().flat_map(|one| one.officials.clone()).collect();
        officials.sort_unstable();
        officials.dedup();
        let said = Said::Inspections {
            all: all.len() as u64,
            inspections: of(InspectionKind::Inspection),
            supervisions: of(InspectionKind::Supervision),
            cells: cells.len() as u64,
            officials: officials.len() as u64,
        };
        self.say(Section::Inspections, said);
    }

    fn recommendations(&mut self, report: &RecommendationsReport<'_>) {
        let section = Section::Recommendations;
        let figures: MatterFigures = report.figures();
        if figures.raised() == 0 {
            return;
        }
        self.say(section, Said::Raised(figures.raised()));
        self.share(section, Said::Answered, figures.answered);
        self.share(section, Said::Settled, figures.settled);
        self.share(section, Said::Resolved, figures.resolved);
        self.share(section, Said::Declined, figures.declined);
        self.share(section, Said::ReportedBack, figures.reported_back);
    }

    fn attention(&mut self, sources: &SummarySources<'_, 'a>) {
        let section = Section::Attention;
        let before = self.statements.len();
        for said in self.cells_without().into_iter().take(NAMED) {
            self.say(section, said);
        }
        for said in self.absent().into_iter().take(NAMED) {
            self.say(section, said);
        }
        let (short, overdue) = (sources.duties.short(), sources.recommendations.overdue() as u64);
        if short > 0 {
            self.say(section, Said::Short(short));
        }
        if overdue > 0 {
            self.say(section, Said::Overdue(overdue));
        }
        let is_open = |row: &CoverageRow<'_>| row.status.is_gap() || row.status == Status::Pending;
        let last = self.coverage.months.last();
        let any_open = last.is_some_and(|month| month.rows.iter().any(is_open));
        if self.statements.len() == before && before > 0 && !any_open {
            self.say(section, Said::AllWell);
        }
    }

    /// Cells that are without their visitor in the last months in a row, the longest first; the run may have begun before
    /// the span.
    fn cells_without(&self) -> Vec<Said<'a>> {
        let Some(last) = self.coverage.months.last() else { return Vec::new() };
        let (facts, today) = (self.coverage.facts, self.coverage.today);
        let mut runs: HashMap<CellId, u64> = HashMap::new();
        let mut running = with_gap(&last.rows);
        let mut month = last.period;
        while !running.is_empty() && month >= back(self.coverage.span).from {
            let own = self.coverage.months.iter().find(|own| own.period == month);
            let own = match own {
                Some(own) => with_gap(&own.rows),
                None => with_gap(&month_coverage(facts, month, today).rows),
            };
            running.retain(|cell| own.contains(cell));
            running.iter().for_each(|cell| *runs.entry(*cell).or_default() += 1);
            month = month.previous();
        }
        let run = |row: &CoverageRow<'a>| runs.get(&row.cell.id).copied().unwrap_or(0);
        let found = last.rows.iter().map(|row| (run(row), row));
        let mut found: Vec<(u64, &CoverageRow<'a>)> =
            found.filter(|(run, _)| *run >= OFTEN).collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cell.code.cmp(&b.1.cell.code)));
        let said = |(months, row): (u64, &CoverageRow<'a>)| Said::CellWithout {
            cell: row.cell,
            name: row.cell_name(),
            months,
        };
        found.into_iter().map(said).collect()
    }

    /// Officials who were absent without a reason, the most often first.
    fn absent(&self) -> Vec<Said<'a>> {
        let facts = self.coverage.facts;
        let figures = official_figures(facts, &self.coverage.months);
        let mut found: Vec<(u64, &'a Official)> = figures
            .into_iter()
            .filter(|(_, figures)| figures.absent >= OFTEN)
            .map(|(id, figures)| (figures.absent, facts.register.official(id)))
            .collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.by_notice(b.1)));
        let said = |(times, official)| Said::Absent { official, times };
        found.into_iter().map(said).collect()
    }
}
