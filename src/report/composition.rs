//! `report composition`: distinct officials with an assignment on a day, per category (the 18 / 7 / 2 split).

use std::collections::HashSet;

use super::coverage::CoverageScope;
use super::listing::Listing;
use crate::domain::{Category, Cell, Date, Facts, Key, OfficialId, Share, Told};
use crate::table::{Role, Row, Shape, Table, Value};
use crate::texts::{self, Heading, Lang};

/// Officials with an assignment on a day, by category.
#[derive(Debug)]
pub struct CompositionReport<'a> {
    facts: &'a Facts,
    day: Date,
    /// Every category in order, with its officials; the last, without a category, only if it has any.
    pub groups: Vec<(Option<&'a Category>, u64)>,
    /// All officials.
    pub all: u64,
}

impl<'a> CompositionReport<'a> {
    /// Counts each official once, however many cells within the scope he is assigned to.
    pub fn build(facts: &'a Facts, day: Date, scope: CoverageScope) -> Self {
        let register = &facts.register;
        let within = |cell: &&Cell| scope.holds_place(cell.standings.at(day).committee, cell.id);
        let assigned: HashSet<OfficialId> = register
            .cells()
            .iter()
            .filter(within)
            .flat_map(|cell| facts.roster.assigned(register, cell.id, day))
            .collect();
        let category_of = |id: &OfficialId| register.official(*id).posts.at(day).category;
        let mut categories: Vec<&Category> = register.categories().iter().collect();
        categories.sort_by(|a, b| {
            (a.order.is_none(), a.order)
                .cmp(&(b.order.is_none(), b.order))
                .then_with(|| a.code.cmp(&b.code))
        });
        let count = |wanted| assigned.iter().filter(|id| category_of(id) == wanted).count() as u64;
        let mut groups: Vec<_> = categories.iter().map(|c| (Some(*c), count(Some(c.id)))).collect();
        let without = count(None);
        if without > 0 {
            groups.push((None, without));
        }
        Self { facts, day, groups, all: assigned.len() as u64 }
    }

    /// One row a category; for people with a total.
    pub fn lay_out(&self, lang: Lang<'a>) -> Table<'a> {
        let all = self.all;
        let list = Listing::new(lang)
            .people(Key::Category, Shape::Text, move |line: Line<'a>| match line {
                Line::Of(Some(category), _) => Value::from(Told::Category(category)),
                Line::Of(None, _) => texts::lists::no_category(lang).into(),
                Line::All => texts::coverage::total(lang).into(),
            })
            .programs(Key::Category, |line| Some(line.category()?.code.as_str()))
            .programs(Key::LabelVi, move |line| match line {
                Line::Of(category, _) => Some(category?.label_vi.as_str()),
                Line::All => Some(texts::coverage::total(lang)),
            })
            .programs(Key::LabelEn, |line| Some(line.category()?.label_en.as_str()))
            .column(Heading::Officials, Shape::Number, move |line| line.count(all))
            .people(Heading::Share, Shape::Number, move |line| {
                texts::percent(lang, Share { k: line.count(all), n: all })
            })
            .spreadsheets(Heading::Share, move |line| {
                Told::Share(Share { k: line.count(all), n: all })
            });
        let groups = self.groups.iter().map(|(category, count)| Line::Of(*category, *count));
        let mut rows: Vec<Row> = groups.map(|line| list.row(line)).collect();
        rows.push(list.row_of(Role::Total, Line::All));
        let office = self.facts.office.as_ref();
        let office = texts::coverage::office(lang, office, self.facts.sample);
        let heading = texts::lists::composition_heading(lang, self.day);
        Table {
            kind: "composition",
            schema: 1,
            heading: office.into_iter().chain([heading]).collect(),
            about: vec![("day", self.day.into()), ("officials", all.into())],
            columns: list.columns(),
            rows,
            ..Table::default()
        }
    }
}

/// A line of the report: the officials of a category or of none, and all of them.
#[derive(Debug, Clone, Copy)]
enum Line<'a> {
    Of(Option<&'a Category>, u64),
    All,
}

impl<'a> Line<'a> {
    fn category(self) -> Option<&'a Category> {
        match self {
            Self::Of(category, _) => category,
            Self::All => None,
        }
    }

    fn count(self, all: u64) -> u64 {
        match self {
            Self::Of(_, count) => count,
            Self::All => all,
        }
    }
}
