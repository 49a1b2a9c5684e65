//! Recommendations one by one: the list, and one in full with its steps.

use super::RaisedScope;
use crate::domain::{
    Code, Date, FollowUp, Kept, Key, Recommendation, Record, Standing, Step, StepKind, Told,
};
use crate::report::listing::Listing;
use crate::report::{column, heading_value, in_both, word_value};
use crate::table::{Row, Shape, Table, Value};
use crate::texts::recommendations as words;
use crate::texts::{Heading, Labelled, Lang};

/// Which recommendations are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    All,
    /// Neither resolved nor declined.
    Open,
    Settled,
    /// Of an answer to which its cell was not told.
    ToReportBack,
}

/// A recommendation with where its matter stands, and what else is the same matter.
#[derive(Debug)]
pub struct RecommendationLine<'a> {
    pub one: &'a Recommendation,
    pub standing: Standing<'a>,
    pub others: Vec<&'a Code>,
}

impl RecommendationLine<'_> {
    /// When its own cell was told of the latest answer.
    fn told(&self) -> Option<Date> {
        self.standing.news?;
        let own = self.standing.told.iter().find(|(cell, _)| *cell == self.one.cell);
        own.and_then(|(_, on)| *on)
    }

    /// Whether it is one of those.
    pub fn is(&self, listed: Listed) -> bool {
        match listed {
            Listed::All => true,
            Listed::Open => !self.standing.stage.is_settled(),
            Listed::Settled => self.standing.stage.is_settled(),
            Listed::ToReportBack => self.standing.untold().any(|cell| cell == self.one.cell),
        }
    }
}

/// The recommendations within the scope, by month and code.
pub fn recommendation_lines(
    facts: &FollowUp,
    today: Date,
    (scope, listed): (RaisedScope, Listed),
) -> Vec<RecommendationLine<'_>> {
    let mut lines = Vec::new();
    for matter in facts.matters(today) {
        let standing = facts.standing(&matter, today);
        let members = matter.members.iter().copied();
        lines.extend(members.filter(|one| scope.holds(facts, one)).map(|one| {
            let others = matter.members.iter().filter(|other| other.id != one.id);
            let others = others.map(|other| &other.code).collect();
            RecommendationLine { one, standing: standing.clone(), others }
        }));
    }
    lines.retain(|line| line.is(listed));
    lines.sort_by(|a, b| (a.one.period, &a.one.code).cmp(&(b.one.period, &b.one.code)));
    lines
}

/// One row a recommendation; `older` ones are left out.
pub fn recommendation_list<'a>(
    facts: &'a FollowUp,
    (lines, older): (&'a [RecommendationLine<'a>], usize),
    lang: Lang<'a>,
) -> Table<'a> {
    let register = &facts.register;
    let mut table = Listing::new(lang)
        .column(Heading::ShortCode, Shape::Short, |line: &'a RecommendationLine<'a>| {
            line.one.code.as_str()
        })
        .column(Key::Period, Shape::Short, |line| line.one.period)
        .column(Key::Cell, Shape::Name, |line| {
            Told::Cell(register.cell(line.one.cell), line.one.period.last_day())
        })
        .programs(Key::RaisedOn, |line| line.one.raised_on)
        .programs(Key::Area, move |line| word_value(line.one.area, lang))
        .column(Key::Text, Shape::Text, |line| line.one.text.as_str())
        .column(Heading::State, Shape::Text, move |line| word_value(line.standing.stage, lang))
        .column(Heading::StateSince, Shape::Short, |line| line.standing.since)
        .with(|column| column.goes(2))
        .column(Heading::WhoHasIt, Shape::Text, |line| line.standing.holders().join("; "))
        .column(Heading::Told, Shape::Short, |line| line.told())
        .with(|column| column.goes(3))
        .programs(Key::SameAs, |line| {
            line.others.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(";")
        })
        .beneath(move |line| {
            let others: Vec<&str> = line.others.iter().map(|code| code.as_str()).collect();
            (!others.is_empty()).then(|| words::same_matter(lang, &others.join(", ")))
        })
        .table("recommendations", vec![words::list_heading(lang).to_owned()], lines);
    table.under.extend(words::older(lang, lines.len(), older));
    table
}

/// One recommendation in full, with the steps of its matter; its own are numbered.
pub fn recommendation_show<'a>(
    facts: &'a FollowUp,
    one: &'a Recommendation,
    today: Date,
    lang: Lang,
) -> Table<'a> {
    let matters = facts.matters(today);
    let of = |members: &[&Recommendation]| members.iter().any(|it| it.id == one.id);
    let matter = matters.into_iter().find(|matter| of(&matter.members));
    let line = |label: Value<'a>, value: Value<'a>| Row::body(vec![label.into(), value.into()]);
    let told = one.told(&facts.register).into_iter();
    // The steps stand below, one by one.
    let is_step = |key: Key| StepKind::all_told_as().any(|step| step == key);
    let told = told.filter(|item| item.kept != Kept::Name && !is_step(item.key));
    let mut rows: Vec<Row<'a>> = told
        .filter_map(|item| Some(line(heading_value(lang, item.key), item.value?.into())))
        .collect();
    if let Some(matter) = &matter {
        let standing = facts.standing(matter, today);
        let others = matter.members.iter().filter(|other| other.id != one.id);
        rows.extend(others.map(|other| {
            let cell = facts.register.cell(other.cell).thing(other.period.last_day());
            let said = format!("{} – {cell}", other.code);
            line(heading_value(lang, Key::SameAs), said.into())
        }));
        rows.push(line(heading_value(lang, Heading::State), word_value(standing.stage, lang)));
        rows.push(line(heading_value(lang, Heading::Age), standing.age.into()));
        for (of, step) in matter.steps().into_iter().filter(|(_, step)| step.on <= today) {
            let number = one.steps.iter().position(|own| of.id == one.id && own == step);
            let own = number.map(|at| at + 1).ok_or_else(|| of.code.as_str());
            let label = Value::key(step_key(own), words::step_label(lang, own));
            rows.push(line(label, in_both(lang, |lang| said(step, lang))));
        }
    }
    Table {
        kind: "recommendation",
        schema: 1,
        heading: vec![one.thing().to_string()],
        about: vec![("id", one.code.as_str().into())],
        columns: vec![
            column(lang, Heading::Field, Shape::Short),
            column(lang, Key::Value, Shape::Text),
        ],
        rows,
        ..Table::default()
    }
}

/// What programs call a step: by its number, or as that of another recommendation.
fn step_key(own: Result<usize, &str>) -> String {
    match own {
        Ok(number) => format!("step {number}"),
        Err(code) => format!("step of {code}"),
    }
}

/// A step in words.
fn said(step: &Step, lang: Lang) -> String {
    words::step(lang, step.kind.label(lang), step.on, &step.texts().collect::<Vec<_>>())
}
