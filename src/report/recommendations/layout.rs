//! The report on recommendations as a table: figures, what is open, what is settled, and a line for each committee.

use super::{MatterFigures, MatterLine, RecommendationsReport};
use crate::domain::{Code, Committee, Key, Keyword, Recommendation, Share, Stage, Step, Told};
use crate::report::heading::paper;
use crate::report::listing::Listing;
use crate::report::word_value;
use crate::table::{
    Chart, Column, Drawn, Field, FigureGroup, Medium, Paper, Point, Role, Row, Shape, Table, Tone,
    Value,
};
use crate::texts::recommendations as words;
use crate::texts::{self, Heading, Labelled, Lang};

/// A figure: its heading, and what it is.
type Figure = (Heading, fn(&MatterFigures) -> Share);

const FIGURES: [Figure; 5] = [
    (Heading::Settled, |figures| figures.settled),
    (Heading::SettledResolved, |figures| figures.resolved),
    (Heading::SettledDeclined, |figures| figures.declined),
    (Heading::Answered, |figures| figures.answered),
    (Heading::ReportedBack, |figures| figures.reported_back),
];

/// A matter under its number.
type Line<'r, 'a> = (u64, &'r MatterLine<'a>);

impl<'a> RecommendationsReport<'a> {
    /// One row a matter. The columns for programs are schema 1, only ever appended to.
    pub fn lay_out<'r>(&'r self, lang: Lang<'r>, medium: Medium) -> Table<'r> {
        let list = self.listing(lang);
        let mut rows: Vec<Row> = Vec::new();
        let mut numbers = 1..;
        for (head, lines) in [(words::open as Head, &self.open), (words::settled, &self.settled)] {
            if lines.is_empty() {
                continue;
            }
            if medium == Medium::Screen {
                rows.push(Row::across(Role::Group, head(lang, lines.len())));
            }
            rows.extend(lines.iter().zip(&mut numbers).map(|(line, no)| list.row((no, line))));
        }
        let (total, committees) = (self.figures(), self.committees());
        let empty = rows.is_empty();
        let shown = !empty && medium == Medium::Screen;
        let above = shown.then(|| block(&total, lang));
        let below = (shown && committees.len() > 1).then(|| self.by_committee(lang));
        Table {
            kind: "recommendations-report",
            schema: 1,
            heading: self.heading(lang),
            aside: texts::coverage::office(lang, self.facts.office.as_ref(), self.facts.sample),
            above: above.into_iter().collect(),
            charts: self.ages(lang).into_iter().collect(),
            about: self.about(),
            columns: list.columns(),
            rows,
            figures: self.figure_groups(),
            under: words::under(lang, empty, self.overdue()),
            hints: (self.overdue() > 0).then(|| words::see(lang)).into_iter().collect(),
            below: below.into_iter().collect(),
            paper: Some(self.paper(lang)),
            ..Table::default()
        }
    }

    fn paper(&self, lang: Lang) -> Paper {
        let office = (self.facts.office.as_ref(), &self.facts.letterhead);
        paper(lang, office, self.facts.sample, self.today)
    }

    fn heading(&self, lang: Lang) -> Vec<String> {
        let (register, scope) = (&self.facts.register, self.scope);
        let recommendations = self.lines().map(|line| line.matter.members.len()).sum();
        let counted = words::counted(lang, self.lines().count(), recommendations, self.today);
        let day = scope.span.map_or(self.today, |span| span.to.last_day());
        let limits = [
            scope.committee.map(|id| register.committee(id).thing(day)),
            scope.cell.map(|id| register.cell(id).thing(day)),
        ];
        let limits = limits.iter().flatten().map(texts::thing);
        let limits = limits.map(|thing| texts::coverage::limited_to(lang, &thing));
        [words::title(lang, scope.span), counted].into_iter().chain(limits).collect()
    }

    fn about(&self) -> Vec<(&'static str, Value<'a>)> {
        let span = self.scope.span;
        vec![
            ("period_from", span.map(|span| span.from).into()),
            ("period_to", span.map(|span| span.to).into()),
            ("today", self.today.into()),
            ("raised", self.figures().raised().into()),
        ]
    }

    fn figure_groups(&self) -> Vec<FigureGroup<'a>> {
        let keyed = |figures: MatterFigures| {
            FIGURES.iter().map(|(heading, share)| (heading.key(), share(&figures))).collect()
        };
        let all = FigureGroup { of: Vec::new(), figures: keyed(self.figures()) };
        let committees = self.committees().into_iter().map(|(committee, figures)| FigureGroup {
            of: vec![("committee", committee.code.as_str().into())],
            figures: keyed(figures),
        });
        std::iter::once(all).chain(committees).collect()
    }

    fn ages(&self, lang: Lang) -> Option<Chart> {
        let points = self.by_age().into_iter().map(|(age, share)| Point {
            label: words::age(lang, age.from, age.to),
            short: age.from.to_string(),
            share,
        });
        Chart::of(Drawn::Bars, words::by_age(lang), points)
    }

    fn by_committee<'r>(&'r self, lang: Lang<'r>) -> Table<'r> {
        let day = self.scope.span.map_or(self.today, |span| span.to.last_day());
        let total = texts::coverage::total(lang);
        let mut list = Listing::new(lang)
            .people(Heading::CommitteeName, Shape::Name, move |(of, _): Of<'a>| match of {
                Some(committee) => committee.thing(day).to_string(),
                None => total.to_owned(),
            })
            .people(Heading::RaisedMatters, Shape::Number, |(_, figures)| figures.raised());
        for (heading, share) in FIGURES {
            list = list
                .people(heading, Shape::Fraction, move |(_, figures)| Told::Share(share(&figures)));
        }
        let committees = self.committees().into_iter();
        let mut rows: Vec<Row> =
            committees.map(|(committee, figures)| list.row((Some(committee), figures))).collect();
        rows.push(list.row_of(Role::Total, (None, self.figures())));
        let heading = vec![words::by_committee(lang).to_owned()];
        Table { heading, columns: list.columns(), rows, ..Table::default() }
    }

    fn listing<'r>(&'r self, lang: Lang<'r>) -> Listing<'r, Line<'r, 'a>> {
        let list = self.for_people(lang, Listing::new(lang));
        self.for_programs(lang, list)
    }

    fn for_people<'r>(
        &'r self,
        lang: Lang<'r>,
        list: Listing<'r, Line<'r, 'a>>,
    ) -> Listing<'r, Line<'r, 'a>> {
        let area = move |(_, line): Line<'r, 'a>| Some(line.first()?.area.label(lang));
        list.people(Heading::No, Shape::Number, |(no, _)| no)
            .people(Heading::ShortCode, Shape::Short, |(_, line)| Some(line.first()?.code.as_str()))
            .people(Key::Cell, Shape::Name, move |(_, line)| self.cells(line).join("; "))
            .people(Key::Text, Shape::Text, |(_, line)| Some(line.first()?.text.as_str()))
            .people(Key::Area, Shape::Text, area)
            .with(|column| column.drop_below(130).goes(5))
            .people(Key::RaisedOn, Shape::Short, |(_, line)| line.standing.raised)
            .with(|column| column.or_beneath(1))
            .people(Heading::Age, Shape::Number, |(_, line)| line.standing.age)
            .with(|column| column.or_beneath(3))
            .people(Heading::WhoHasIt, Shape::Text, |(_, line)| line.standing.holders().join("; "))
            .with(|column| column.or_beneath(2))
            .people(Heading::State, Shape::Short, move |(_, line)| Field {
                value: line.standing.stage.label(lang).into(),
                tone: tone(line),
            })
            .people(Heading::StateSince, Shape::Short, |(_, line)| line.standing.since)
            .with(|column| column.or_beneath(4))
            .beneath(move |(_, line)| self.beneath(lang, line))
    }

    fn for_programs<'r>(
        &'r self,
        lang: Lang<'r>,
        list: Listing<'r, Line<'r, 'a>>,
    ) -> Listing<'r, Line<'r, 'a>> {
        let register = &self.facts.register;
        let code = |id| register.cell(id).code.clone();
        let joined = |codes: Vec<Code>| Code::joined(&codes);
        let untold = move |line: &MatterLine<'_>| line.standing.untold().map(code).collect();
        list.programs(Heading::RecommendationCodes, |(_, line)| {
            codes(&line.matter.members).join(";")
        })
        .programs(Heading::RaisedBy, move |(_, line)| {
            joined(line.matter.cells().into_iter().map(code).collect())
        })
        .programs(Heading::RaisedByNames, move |(_, line)| self.names(line).join("; "))
        .programs(Heading::OfCommittees, move |(_, line)| joined(self.committee_codes(line)))
        .programs(Key::Period, |(_, line)| Some(line.first()?.period))
        .programs(Key::RaisedOn, |(_, line)| line.standing.raised)
        .programs(Key::Area, move |(_, line)| Some(word_value(line.first()?.area, lang)))
        .programs(Key::Text, |(_, line)| Some(line.first()?.text.as_str()))
        .programs(Heading::State, move |(_, line)| word_value(line.standing.stage, lang))
        .programs(Heading::StateSince, |(_, line)| line.standing.since)
        .programs(Heading::Age, |(_, line)| line.standing.age)
        .programs(Heading::WhoHasIt, |(_, line)| line.standing.holders().join("; "))
        .programs(Heading::SentOn, |(_, line)| Some(line.standing.sent.first()?.on))
        .programs(Heading::AnsweredOn, |(_, line)| Some(line.standing.news?.on))
        .programs(Key::Document, |(_, line)| Some(line.standing.news?.document.as_ref()?.as_str()))
        .programs(Heading::Answer, |(_, line)| Some(line.standing.news?.text.as_ref()?.as_str()))
        .programs(Heading::ReportedBackOn, |(_, line)| line.standing.reported_back())
        .programs(Heading::Untold, move |(_, line)| joined(untold(line)))
        .programs(Heading::Overdue, |(_, line)| line.is_overdue().then_some(Told::YesNo(true)))
    }

    /// The cells under their codes and the names of its month.
    fn cells(&self, line: &MatterLine<'_>) -> Vec<String> {
        let cell = |one: &Recommendation| {
            self.facts.register.cell(one.cell).thing(one.period.last_day()).to_string()
        };
        once_each(&line.matter.members, cell)
    }

    fn names(&self, line: &MatterLine<'_>) -> Vec<String> {
        let name = |one: &Recommendation| {
            let standings = &self.facts.register.cell(one.cell).standings;
            standings.at(one.period.last_day()).name.to_string()
        };
        once_each(&line.matter.members, name)
    }

    fn committee_codes(&self, line: &MatterLine<'_>) -> Vec<Code> {
        let mut codes: Vec<Code> = Vec::new();
        for one in &line.matter.members {
            let code = &super::committee(self.facts, one).code;
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
    }

    /// What else is the same matter, what the answer says, and whether the cells have been told.
    fn beneath(&self, lang: Lang, line: &MatterLine<'_>) -> Option<String> {
        let first = line.first()?;
        let others = line.matter.members.iter().filter(|one| one.id != first.id);
        let others: Vec<&str> = others.map(|one| one.code.as_str()).collect();
        let same = (!others.is_empty()).then(|| words::same_matter(lang, &others.join(", ")));
        let said: Vec<String> = same.into_iter().chain(self.answer(lang, line)).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    fn answer(&self, lang: Lang, line: &MatterLine<'_>) -> Option<String> {
        let standing = &line.standing;
        let news = standing.news?;
        let register = &self.facts.register;
        let untold: Vec<String> =
            standing.untold().map(|id| register.cell(id).code.to_string()).collect();
        let several = standing.told.len() > 1;
        let told = match standing.reported_back() {
            Some(on) => words::reported_back(lang, on),
            None => words::not_reported_back(lang, several.then_some(&untold), line.missed),
        };
        Some(words::answer(lang, news.text.as_ref().map(|it| it.as_str()), document(news), &told))
    }
}

/// A committee, or all of them, with its figures.
type Of<'a> = (Option<&'a Committee>, MatterFigures);

/// The head of a group of so many matters.
type Head = fn(Lang, usize) -> String;

fn document(step: &Step) -> Option<&str> {
    step.document.as_ref().map(|document| document.as_str())
}

fn codes<'r>(members: &[&'r Recommendation]) -> Vec<&'r str> {
    members.iter().map(|one| one.code.as_str()).collect()
}

/// What is said of the cell of each, once.
fn once_each(members: &[&Recommendation], said: impl Fn(&Recommendation) -> String) -> Vec<String> {
    let mut seen = Vec::new();
    let mut first = |one: &&&Recommendation| {
        let is_new = !seen.contains(&one.cell);
        seen.push(one.cell);
        is_new
    };
    members.iter().filter(&mut first).map(|one| said(one)).collect()
}

fn tone(line: &MatterLine<'_>) -> Tone {
    if line.is_overdue() {
        return Tone::Bad;
    }
    match line.standing.stage {
        Stage::Raised => Tone::Bad,
        Stage::Sent | Stage::Answered => Tone::Warning,
        Stage::Resolved => Tone::Good,
        Stage::Declined => Tone::Plain,
    }
}

/// The figures with their percentages and bars.
fn block(figures: &MatterFigures, lang: Lang) -> Table<'static> {
    let row = |(heading, share): &Figure| {
        let shown = || Value::from(Told::Share(share(figures))).into();
        Row::body(vec![heading.label(lang).into(), shown(), shown(), shown()])
    };
    let columns = vec![
        Column::new("figure", "", Shape::Short),
        Column::new("share", "", Shape::Fraction),
        Column::new("percent", "", Shape::Percent),
        Column::new("bar", "", Shape::Bar).goes(1),
    ];
    Table { columns, rows: FIGURES.iter().map(row).collect(), ..Table::default() }
}
