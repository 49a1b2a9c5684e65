//! `report composition`: distinct officials with an assignment on a day, per category (the 18 / 7 / 2 split).

use std::collections::HashSet;

use super::column;
use crate::domain::{Category, Date, Facts, OfficialId, Share};
use crate::table::{Field, FigureGroup, Medium, Role, Row, Shape, Table, Value};
use crate::texts::{self, Lang};

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
    /// Counts each official once, however many cells he is assigned to.
    pub fn build(facts: &'a Facts, day: Date) -> Self {
        let register = &facts.register;
        let assigned: HashSet<OfficialId> = register
            .cells()
            .iter()
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

    /// One row a category.
    pub fn lay_out(&self, lang: Lang, medium: Medium) -> Table {
        let mut rows: Vec<Row> =
            self.groups.iter().map(|group| Row::body(self.fields(lang, medium, group))).collect();
        let mut heading = Vec::new();
        if medium == Medium::Screen {
            let all = Share { k: self.all, n: self.all };
            let total = vec![
                texts::coverage::total(lang).into(),
                self.all.into(),
                texts::percent(lang, all).into(),
            ];
            rows.push(Row::of(Role::Total, total));
            heading.extend(texts::coverage::office(
                lang,
                self.facts.office.as_ref(),
                self.facts.sample,
            ));
            heading.push(texts::lists::composition_heading(lang, self.day));
        }
        let columns = match medium {
            Medium::Screen => vec![
                column(lang, "category", Shape::Text),
                column(lang, "officials", Shape::Number),
                column(lang, "share", Shape::Number),
            ],
            Medium::Data => ["category", "label_vi", "label_en", "officials"]
                .map(|key| column(lang, key, Shape::Text))
                .into(),
        };
        Table {
            kind: "composition",
            schema: 1,
            heading,
            about: vec![("day", self.day.into()), ("officials", self.all.into())],
            columns,
            rows,
            figures: Vec::<FigureGroup>::new(),
            under: Vec::new(),
        }
    }

    fn fields(&self, lang: Lang, medium: Medium, group: &(Option<&Category>, u64)) -> Vec<Field> {
        let (category, count) = group;
        match medium {
            Medium::Screen => {
                let label = category.map_or(texts::lists::no_category(lang), |c| {
                    lang.pick(&c.label_vi, &c.label_en).as_str()
                });
                let share = Share { k: *count, n: self.all };
                vec![label.into(), (*count).into(), texts::percent(lang, share).into()]
            }
            Medium::Data => {
                let text = |of: fn(&Category) -> &str| Value::from(category.map(of));
                vec![
                    text(|c| c.code.as_str()).into(),
                    text(|c| c.label_vi.as_str()).into(),
                    text(|c| c.label_en.as_str()).into(),
                    (*count).into(),
                ]
            }
        }
    }
}
