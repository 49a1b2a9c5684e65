//! `duty list` and `report duties`: what officials owe, and what became of it (`records.md`, section 6a).

use std::collections::HashMap;

use super::coverage::CoverageScope;
use super::heading::headed;
use super::listing::Listing;
use super::{Persons, word_value};
use crate::domain::{
    Category, CategoryId, Date, Duty, DutyFigures, DutyStatus, Facts, Key, OfficialId, PeriodSpan,
    Scope, Share, Told, duty_figures,
};
use crate::table::{Column, Field, FigureGroup, Medium, Row, Shape, Table, Tone, Value};
use crate::texts::{self, Heading, Labelled, Lang, duties as words};

/// One row a duty that is in force on the day.
pub fn duty_list<'a>(
    facts: &'a Facts,
    day: Date,
    only: Option<OfficialId>,
    lang: Lang<'a>,
) -> Table<'a> {
    let register = &facts.register;
    let in_force = |duty: &&Duty| duty.in_force(register).is_some_and(|days| days.contains(day));
    let duties = facts.roster.duties().iter().filter(in_force);
    let mut duties: Vec<&Duty> =
        duties.filter(|duty| only.is_none_or(|only| duty.official == only)).collect();
    duties.sort_by_cached_key(|duty| (duty.scope.written(register), duty.from));
    duties.sort_by(|a, b| register.official(a.official).by_notice(register.official(b.official)));
    let official = move |duty: &Duty| register.official(duty.official);
    let mut heading: Vec<String> =
        texts::coverage::office(lang, facts.office.as_ref(), facts.sample).into_iter().collect();
    heading.push(texts::lists::duties_heading(lang, day));
    Listing::new(lang)
        .column(Key::Official, Shape::Name, move |duty: &Duty| Told::People(vec![official(duty)]))
        .column(Key::Scope, Shape::Name, move |duty: &Duty| duty.scope.told(register, day))
        .column(Key::Count, Shape::Number, |duty| u64::from(duty.count))
        .column(Key::Span, Shape::Short, move |duty| word_value(duty.span, lang))
        .column(Key::Each, Shape::Short, |duty| duty.each.then_some(Told::YesNo(true)))
        .column(Key::From, Shape::Short, |duty| Some(duty.from))
        .column(Key::Until, Shape::Short, |duty| duty.until)
        .column(Key::Document, Shape::Text, |duty| Some(duty.document.as_ref()?.as_str()))
        .with(|column| {
            column.called(texts::lists::document(lang)).in_excel(Key::Document.label(lang))
        })
        .table("duties", heading, duties)
}

/// What became of duties in some months.
#[derive(Debug)]
pub struct DutiesReport<'a> {
    facts: &'a Facts,
    months: PeriodSpan,
    today: Date,
    scope: CoverageScope,
    persons: Persons<'a>,
    pub rows: Vec<DutyFigures<'a>>,
}

/// The duties of one kind that were met, of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfCategory<'a> {
    /// None for officials without one.
    pub category: Option<&'a Category>,
    pub met: Share,
    pub open: u64,
    pub short: u64,
}

impl<'a> DutiesReport<'a> {
    /// Counts the visits of the calendar spans in which these months lie. Limited to a committee or a cell are duties whose
    /// scope is that, or lies in it.
    pub fn build(facts: &'a Facts, months: PeriodSpan, today: Date, scope: CoverageScope) -> Self {
        let day = months.to.last_day();
        let lies_in = |duty: &Duty| {
            let cell = match duty.scope {
                Scope::Cell(id) => Some(facts.register.cell(id)),
                Scope::All | Scope::Committee(_) => None,
            };
            let of_committee = scope.committee.is_none_or(|committee| {
                duty.scope == Scope::Committee(committee)
                    || cell.is_some_and(|cell| cell.standings.at(day).committee == committee)
            });
            let of_cell = scope.cell.is_none_or(|only| cell.is_some_and(|cell| cell.id == only));
            of_committee && of_cell && scope.official.is_none_or(|only| only == duty.official)
        };
        let mut rows = duty_figures(facts, months, today);
        rows.retain(|row| lies_in(row.duty));
        Self { facts, months, today, scope, persons: Persons::of(&facts.register), rows }
    }

    fn count(&self, status: DutyStatus) -> u64 {
        self.rows.iter().filter(|row| row.status == status).count() as u64
    }

    /// Whether fewer visits were made than were owed in a span that is over.
    pub fn has_short(&self) -> bool {
        self.short() > 0
    }

    /// The spans that are over and in which fewer visits were made than were owed.
    pub fn short(&self) -> u64 {
        self.count(DutyStatus::Short)
    }

    /// The spans in which duties were met, of all.
    pub fn met(&self) -> Share {
        Share { k: self.count(DutyStatus::Met), n: self.rows.len() as u64 }
    }

    /// The spans that are not over and in which more is owed.
    pub fn open(&self) -> u64 {
        self.count(DutyStatus::Open)
    }

    /// The ones met of each category, in their order.
    pub fn by_category(&self) -> Vec<OfCategory<'a>> {
        let register = &self.facts.register;
        let mut found: HashMap<Option<CategoryId>, OfCategory<'a>> = HashMap::new();
        for row in &self.rows {
            let official = register.official(row.duty.official);
            let category = official.posts.at(row.span.to.last_day()).category;
            let of = found.entry(category).or_insert_with(|| OfCategory {
                category: category.map(|id| register.category(id)),
                met: Share::default(),
                open: 0,
                short: 0,
            });
            of.met.count(row.status == DutyStatus::Met);
            of.open += u64::from(row.status == DutyStatus::Open);
            of.short += u64::from(row.status == DutyStatus::Short);
        }
        let mut found: Vec<OfCategory<'a>> = found.into_values().collect();
        found.sort_by_key(|of| {
            let category = of.category;
            let order = category.and_then(|category| category.order);
            (category.is_none(), order.is_none(), order, category.map(|it| it.code.clone()))
        });
        found
    }

    /// One row a duty and span; on a screen those of a duty together. The columns for programs are schema 1, only ever
    /// appended to.
    pub fn lay_out<'b>(&'b self, lang: Lang<'b>, medium: Medium) -> Table<'b> {
        let together = medium == Medium::Screen;
        let chunks = self.rows.chunk_by(|a, b| together && std::ptr::eq(a.duty, b.duty));
        let list = self.listing(lang);
        let rows: Vec<Row<'b>> =
            chunks.zip(1..).map(|(spans, no)| list.row(Line { no, spans })).collect();
        let is_empty = rows.is_empty();
        let (above, under) = if is_empty {
            (Vec::new(), words::none(lang))
        } else {
            (vec![self.categories(lang)], words::explanation(lang).to_owned())
        };
        Table {
            kind: "duties-report",
            schema: 1,
            about: vec![
                ("period_from", self.months.from.into()),
                ("period_to", self.months.to.into()),
                ("today", self.today.into()),
            ],
            above,
            columns: list.columns(),
            rows,
            figures: self.figures(),
            under: vec![under],
            ..self.heading(lang)
        }
    }

    fn heading(&self, lang: Lang) -> Table<'static> {
        let limited = (self.scope, [self.months.to.last_day(), self.today]);
        let counted = words::counted(lang, (self.met(), self.open()), self.today);
        headed(self.facts, limited, lang, words::title(lang, self.months), &counted)
    }

    fn listing<'b>(&'b self, lang: Lang<'b>) -> Listing<'b, Line<'b, 'a>> {
        let register = &self.facts.register;
        let official = move |line: Line<'b, 'a>| register.official(line.duty().official);
        let duty = move |line: Line<'b, 'a>| {
            let duty = line.duty();
            let scope = duty.scope.thing(register, duty.from);
            texts::capital(&texts::answers::duty(lang, duty, scope.as_ref()))
        };
        let category = move |line: Line<'b, 'a>| {
            let category = official(line).posts.at(line.months().to.last_day()).category?;
            let category = register.category(category);
            let label = lang.pick(&category.label_vi, &category.label_en).to_string();
            Some(Value::word(category.code.as_str(), label))
        };
        Listing::new(lang)
            .people(Heading::No, Shape::Number, |line: Line<'b, 'a>| line.no)
            .people(Key::Official, Shape::Name, move |line| self.persons.name(official(line)))
            .people(Heading::Duty, Shape::Text, duty)
            .people(Heading::DutySpan, Shape::Text, move |line| texts::months(lang, line.months()))
            .programs(Key::Official, move |line| official(line).code.as_str())
            .programs(Key::FullName, move |line| official(line).shown())
            .programs(Key::Category, category)
            .programs(Key::Scope, move |line| line.duty().scope.written(register))
            .programs(Key::Count, |line| u64::from(line.duty().count))
            .programs(Key::Span, move |line| word_value(line.duty().span, lang))
            .programs(Key::Each, |line| line.duty().each.then_some("yes"))
            .programs(Heading::PeriodFrom, |line| line.months().from)
            .programs(Heading::PeriodTo, |line| line.months().to)
            .column(Heading::Owed, Shape::Count, |line| line.sum(|one| one.owed))
            .column(Heading::Done, Shape::Count, |line| line.done())
            .column(Heading::Lacking, Shape::Count, |line| line.sum(DutyFigures::missing))
            .column(Key::Status, Shape::Short, move |line| line.status(lang))
            .column(Heading::LastVisit, Shape::Short, |line| line.last())
            .with(|column| column.or_beneath(1))
            .beneath(move |line| line.lacking(lang))
    }

    fn categories(&self, lang: Lang) -> Table<'static> {
        let rows = self.by_category().into_iter().map(|of| {
            let label =
                of.category.map_or(texts::lists::no_category(lang).to_owned(), |category| {
                    lang.pick(&category.label_vi, &category.label_en).to_string()
                });
            let share = || Value::from(Told::Share(of.met)).into();
            let others = words::others(lang, of.open, of.short);
            Row::body(vec![label.into(), share(), share(), others.into()])
        });
        let rows = rows.collect();
        let columns = vec![
            Column::new("category", "", Shape::Short),
            Column::new("share", "", Shape::Fraction),
            Column::new("percent", "", Shape::Percent),
            Column::new("others", "", Shape::Short),
        ];
        Table { columns, rows, ..Table::default() }
    }

    fn figures(&self) -> Vec<FigureGroup<'a>> {
        let all = FigureGroup { of: Vec::new(), figures: vec![("met", self.met())] };
        let of = self.by_category().into_iter().map(|of| FigureGroup {
            of: vec![("category", of.category.map(|it| it.code.as_str()).into())],
            figures: vec![("met", of.met)],
        });
        std::iter::once(all).chain(of).collect()
    }
}

/// A duty in one span, or in several of them together.
#[derive(Debug, Clone, Copy)]
struct Line<'b, 'a> {
    no: u64,
    /// At least one.
    spans: &'b [DutyFigures<'a>],
}

impl<'a> Line<'_, 'a> {
    fn duty(&self) -> &'a Duty {
        self.spans[0].duty
    }

    fn months(&self) -> PeriodSpan {
        PeriodSpan { from: self.spans[0].span.from, to: self.spans[self.spans.len() - 1].span.to }
    }

    fn sum(&self, of: impl Fn(&DutyFigures<'a>) -> u32) -> u64 {
        self.spans.iter().map(|one| u64::from(of(one))).sum()
    }

    /// Of several spans no more than is owed in each: a visit too many in one makes up for none in another.
    fn done(&self) -> u64 {
        match self.spans {
            [only] => only.done.into(),
            _ => self.sum(|one| one.done.min(one.owed)),
        }
    }

    fn last(&self) -> Option<Date> {
        self.spans.iter().filter_map(|one| one.last).max()
    }

    /// The worst of them; of several in how many it was met.
    fn status(&self, lang: Lang) -> Field<'static> {
        let is = |status: DutyStatus| self.spans.iter().any(|one| one.status == status);
        let worst = [DutyStatus::Short, DutyStatus::Open].into_iter().find(|status| is(*status));
        let worst = worst.unwrap_or(DutyStatus::Met);
        let mut met = Share::default();
        self.spans.iter().for_each(|one| met.count(one.status == DutyStatus::Met));
        let value = if self.spans.len() == 1 {
            word_value(worst, lang)
        } else {
            words::met_of(lang, worst, met).into()
        };
        Field { value, tone: tone(worst) }
    }

    /// What is missing: where, and of several spans in which.
    fn lacking(&self, lang: Lang) -> Option<String> {
        let several = self.spans.len() > 1;
        let unmet = self.spans.iter().filter(|one| one.status != DutyStatus::Met);
        let said = unmet.filter_map(|one| {
            let day = one.span.to.last_day();
            let cells = one.lacking.iter();
            let cells = cells.map(|(cell, visits)| words::lacks(lang, &cell.thing(day), *visits));
            let cells: Vec<String> = cells.collect();
            let span = texts::months(lang, one.span);
            match (several, cells.is_empty()) {
                (true, true) => Some(format!("{span} ({}/{})", one.done, one.owed)),
                (true, false) => Some(format!("{span}: {}", cells.join(", "))),
                (false, false) => Some(cells.join(", ")),
                (false, true) => None,
            }
        });
        let said = said.collect::<Vec<_>>().join("; ");
        (!said.is_empty()).then(|| words::lacking(lang, &said))
    }
}

fn tone(status: DutyStatus) -> Tone {
    match status {
        DutyStatus::Met => Tone::Good,
        DutyStatus::Open => Tone::Faint,
        DutyStatus::Short => Tone::Bad,
    }
}
