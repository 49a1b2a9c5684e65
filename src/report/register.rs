//! Lists and entries of the register: committees, cells, officials, as of a day.

use std::collections::HashMap;

use super::telling::in_words;
use super::{column, word_value};
use crate::domain::{
    Assignment, Cell, CellId, Committee, CommitteeId, Date, Dated, Item, Kept, Official, Post,
    Register, Roster, Since, Span, Succession, Told,
};
use crate::table::{Column, Field, Medium, Row, Shape, Table, Value};
use crate::texts::{self, Lang, lists};

fn table(
    kind: &'static str,
    heading: String,
    columns: Vec<Column>,
    rows: Vec<Row>,
    lang: Lang,
) -> Table {
    let under = if rows.is_empty() { vec![lists::empty_list(lang).to_owned()] } else { Vec::new() };
    let columns = if rows.is_empty() { Vec::new() } else { columns };
    Table { kind, schema: 1, heading: vec![heading], columns, rows, under, ..Table::default() }
}

/// A date for people or for programs.
fn day_field(lang: Lang, medium: Medium, day: Option<Date>) -> Field {
    match medium {
        Medium::Screen => day.map(|day| texts::date(lang, day)).unwrap_or_default().into(),
        Medium::Data => Value::from(day).into(),
    }
}

/// Whether a record is listed: unless all are asked for, those that exist on the day.
fn listed(all: bool, life: Span, day: Date) -> bool {
    all || life.contains(day)
}

/// Committees that exist on a day, or all.
pub fn committee_list(
    register: &Register,
    day: Date,
    all: bool,
    lang: Lang,
    medium: Medium,
) -> Table {
    let mut committees: Vec<&Committee> =
        register.committees().iter().filter(|c| listed(all, c.life(), day)).collect();
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    let mut cells: HashMap<CommitteeId, u64> = HashMap::new();
    for cell in register.cells().iter().filter(|cell| cell.life().contains(day)) {
        *cells.entry(cell.standings.at(day).committee).or_default() += 1;
    }
    let rows = committees.iter().map(|committee| {
        Row::body(vec![
            committee.code.as_str().into(),
            committee.names.at(day).as_str().into(),
            word_value(committee.kind, lang).into(),
            cells.get(&committee.id).copied().unwrap_or(0).into(),
            day_field(lang, medium, committee.founded),
            day_field(lang, medium, committee.dissolved),
        ])
    });
    let columns = vec![
        column(lang, "code", Shape::Short),
        column(lang, "name", Shape::Text),
        column(lang, "kind", Shape::Text),
        column(lang, "cells", Shape::Number),
        column(lang, "founded", Shape::Short),
        column(lang, "dissolved", Shape::Short),
    ];
    table("committees", lists::committees_heading(lang, day), columns, rows.collect(), lang)
}

/// Cells that exist on a day, or all, by committee and code.
pub fn cell_list(
    register: &Register,
    day: Date,
    all: bool,
    within: Option<&Committee>,
    lang: Lang,
    medium: Medium,
) -> Table {
    let committee = |cell: &Cell| register.committee(cell.standings.at(day).committee);
    let mut cells: Vec<&Cell> = register
        .cells()
        .iter()
        .filter(|cell| listed(all, cell.life(), day))
        .filter(|cell| within.is_none_or(|only| committee(cell).id == only.id))
        .collect();
    cells.sort_by(|a, b| {
        committee(a).code.cmp(&committee(b).code).then_with(|| a.code.cmp(&b.code))
    });
    let rows = cells.iter().map(|cell| {
        let under = committee(cell);
        let under = match medium {
            Medium::Screen => format!("{} {}", under.code, under.names.at(day)),
            Medium::Data => under.code.to_string(),
        };
        Row::body(vec![
            cell.code.as_str().into(),
            cell.standings.at(day).name.as_str().into(),
            word_value(cell.kind, lang).into(),
            under.into(),
            cell.regular_day.map_or(Value::Empty, |d| u64::from(d.day()).into()).into(),
            day_field(lang, medium, cell.founded),
            day_field(lang, medium, cell.dissolved),
        ])
    });
    let columns = vec![
        column(lang, "code", Shape::Short),
        column(lang, "name", Shape::Text),
        column(lang, "kind", Shape::Text),
        column(lang, "committee", Shape::Text),
        column(lang, "regular_day", Shape::Number),
        column(lang, "founded", Shape::Short),
        column(lang, "dissolved", Shape::Short),
    ];
    table("cells", lists::cells_heading(lang, day), columns, rows.collect(), lang)
}

/// The name of an official; once it has been erased, people are told so and programs are given the code.
fn name_of<'a>(official: &'a Official, lang: Lang, medium: Medium) -> &'a str {
    match (&official.full_name, medium) {
        (None, Medium::Screen) => lists::name_erased(lang),
        _ => official.shown(),
    }
}

/// Officials active on a day, or all, in the order of the notice.
pub fn official_list(
    register: &Register,
    day: Date,
    all: bool,
    lang: Lang,
    medium: Medium,
) -> Table {
    let officials = register.officials_in_order().into_iter();
    let rows = officials.filter(|o| listed(all, o.life(), day)).map(|official| {
        let Post { title, organisation, category } = official.posts.at(day);
        let category = category.map(|id| register.category(id));
        let category = category.map(|c| match medium {
            Medium::Screen => lang.pick(&c.label_vi, &c.label_en).to_string(),
            Medium::Data => c.code.to_string(),
        });
        Row::body(vec![
            official.order.map_or(Value::Empty, |n| u64::from(n).into()).into(),
            official.code.as_str().into(),
            name_of(official, lang, medium).into(),
            Value::from(title.as_ref().map(|t| t.as_str())).into(),
            Value::from(organisation.as_ref().map(|t| t.as_str())).into(),
            Value::from(category).into(),
            day_field(lang, medium, official.active_from),
            day_field(lang, medium, official.active_until),
        ])
    });
    let columns = vec![
        column(lang, "order", Shape::Number),
        column(lang, "code", Shape::Short),
        column(lang, "full_name", Shape::Text),
        column(lang, "title", Shape::Text),
        column(lang, "organisation", Shape::Text).drop_below(100),
        column(lang, "category", Shape::Text),
        column(lang, "active_from", Shape::Short).drop_below(120),
        column(lang, "active_until", Shape::Short).drop_below(110),
    ];
    table("officials", lists::officials_heading(lang, day), columns, rows.collect(), lang)
}

/// An entry: one row an item, those that are unknown left out.
fn entry(
    kind: &'static str,
    heading: String,
    items: Vec<(&'static str, String)>,
    lang: Lang,
    medium: Medium,
) -> Table {
    let rows = items.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = rows
        .map(|(key, value)| Row::body(vec![super::item(lang, medium, key).into(), value.into()]));
    let columns = vec![column(lang, "field", Shape::Short), column(lang, "value", Shape::Text)];
    Table {
        kind,
        schema: 1,
        heading: vec![heading],
        columns,
        rows: rows.collect(),
        ..Table::default()
    }
}

fn day_text(lang: Lang, day: Option<Date>) -> String {
    day.map(|day| texts::date(lang, day)).unwrap_or_default()
}

/// A dated value with the day from which it holds.
fn since(lang: Lang, from: Option<Date>, value: &str) -> String {
    match from {
        None => value.to_owned(),
        Some(from) => format!(
            "{value} ({} {})",
            lists::list_label(lang, "since").to_lowercase(),
            texts::date(lang, from)
        ),
    }
}

/// The day on which an entry of the register is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnDay {
    pub day: Date,
    /// Only what was in force on that day is told, not what was before or came later.
    pub only: bool,
}

impl OnDay {
    /// Whether something that held on these days is told.
    fn tells(self, days: Span) -> bool {
        !self.only || days.contains(self.day)
    }

    /// Whether something that happened on a day is told.
    fn has_come(self, on: Date) -> bool {
        !self.only || on <= self.day
    }

    /// The day on which a record ends, where that is told.
    fn end(self, until: Option<Date>) -> Option<Date> {
        until.filter(|end| self.has_come(*end))
    }

    /// The values of these that are told, each with its first day.
    fn of<T>(self, dated: &Dated<T>) -> Vec<(Option<Date>, &T)> {
        let values: Vec<(Option<Date>, &T)> = dated.iter().collect();
        let next = values.iter().skip(1).map(|(from, _)| *from).chain([None]);
        let spans = values.iter().zip(next).map(|((from, _), until)| Span { from: *from, until });
        let told: Vec<bool> = spans.map(|span| self.tells(span)).collect();
        values.into_iter().zip(told).filter(|(_, told)| *told).map(|(value, _)| value).collect()
    }
}

/// The values of a record that have no days of their own.
fn undated(
    items: &[Item<'_>],
    seen: OnDay,
    lang: Lang,
    medium: Medium,
) -> Vec<(&'static str, String)> {
    let items = items.iter();
    let items = items.filter(|item| item.kept == Kept::Value && item.since == Since::Always);
    let said = items.map(|item| match item.value {
        Some(Told::End(end)) => (item.key, day_text(lang, seen.end(Some(end)))),
        _ => (item.key, in_words(item, lang, medium)),
    });
    said.collect()
}

/// One committee with its names and cells.
pub fn committee_show(
    register: &Register,
    committee: &Committee,
    seen: OnDay,
    lang: Lang,
    medium: Medium,
) -> Table {
    let (day, lang) = (seen.day, super::of_data(lang, medium));
    let mut items = undated(&committee.told(), seen, lang, medium);
    let names = seen.of(&committee.names).into_iter();
    items.extend(names.map(|(from, name)| ("name", since(lang, from, name.as_str()))));
    let inside =
        |c: &&Cell| c.life().contains(day) && c.standings.at(day).committee == committee.id;
    let mut cells: Vec<&Cell> = register.cells().iter().filter(inside).collect();
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    items.extend(cells.iter().map(|cell| ("cell", cell.thing(day).to_string())));
    entry("committee", committee.thing(day).to_string(), items, lang, medium)
}

/// One cell with its names, committees, lineage and assignments.
pub fn cell_show(
    register: &Register,
    roster: &Roster,
    cell: &Cell,
    seen: OnDay,
    lang: Lang,
    medium: Medium,
) -> Table {
    let (day, lang) = (seen.day, super::of_data(lang, medium));
    let mut items = undated(&cell.told(register), seen, lang, medium);
    for (from, standing) in seen.of(&cell.standings) {
        let committee = register.committee(standing.committee);
        let on = if seen.only { day } else { from.or(cell.founded).unwrap_or(day) };
        let value = format!("{} · {}", standing.name, committee.thing(on));
        items.push(("name", since(lang, from, &value)));
    }
    items.extend(lineage(register, cell.id, seen, lang));
    items.extend(assignments_of(register, roster, cell, seen, lang));
    entry("cell", cell.thing(day).to_string(), items, lang, medium)
}

/// The cells that it came from and those that came from it, the earliest first.
fn lineage(
    register: &Register,
    cell: CellId,
    seen: OnDay,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let mut lines: Vec<(&'static str, &Succession, &Cell)> = Vec::new();
    for succession in register.successions.iter().filter(|s| seen.has_come(s.on)) {
        if succession.to_cell == cell {
            lines.push(("from_cell", succession, register.cell(succession.from_cell)));
        } else if succession.from_cell == cell {
            lines.push(("to_cell", succession, register.cell(succession.to_cell)));
        }
    }
    lines.sort_by(|(_, a, one), (_, b, other)| {
        a.on.cmp(&b.on).then_with(|| one.code.cmp(&other.code))
    });
    let item = |(key, succession, other): (&'static str, &Succession, &Cell)| {
        // A former cell is called as on its last day.
        let on = succession.on;
        let day = if key == "from_cell" { on.previous() } else { on };
        let document = succession.document.as_ref().map(|number| number.as_str());
        (key, texts::reorganisation::lineage(lang, &other.thing(day), on, document))
    };
    lines.into_iter().map(item).collect()
}

fn assignments_of(
    register: &Register,
    roster: &Roster,
    cell: &Cell,
    seen: OnDay,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let mut told = Vec::new();
    for assignment in roster.of_cell(cell.id) {
        let official = register.official(assignment.official);
        let days = assignment.days(cell, official);
        if seen.tells(days) {
            // With the title of the day that is seen, or of the last one before it on which he was assigned.
            let day = nearest(days, seen.day);
            let who = texts::thing(&official.thing(day));
            told.push(("official", format!("{who} · {}", terms(assignment, days, seen, lang))));
        }
    }
    told
}

/// The day of these that is nearest to another.
fn nearest(days: Span, day: Date) -> Date {
    let day = days.from.map_or(day, |from| day.max(from));
    days.last_day().map_or(day, |last| day.min(last))
}

/// The days of an assignment, and its document.
fn terms(assignment: &Assignment, days: Span, seen: OnDay, lang: Lang) -> String {
    let days = texts::days(lang, Span { until: seen.end(days.until), ..days });
    match &assignment.document.number {
        Some(number) => format!("{days} · {number}"),
        None => days,
    }
}

/// One official with his posts and assignments.
pub fn official_show(
    register: &Register,
    roster: &Roster,
    official: &Official,
    seen: OnDay,
    lang: Lang,
    medium: Medium,
) -> Table {
    let lang = super::of_data(lang, medium);
    let mut items = undated(&official.told(register), seen, lang, medium);
    let name = items.iter_mut().find(|(key, _)| *key == "full_name");
    name.into_iter().for_each(|(_, name)| *name = name_of(official, lang, medium).to_owned());
    for (from, post) in seen.of(&official.posts) {
        let parts = [post.title.as_ref(), post.organisation.as_ref()];
        let category = post.category.map(|id| register.category(id));
        let category = category.map(|c| lang.pick(&c.label_vi, &c.label_en).to_string());
        let parts: Vec<String> =
            parts.into_iter().flatten().map(|t| t.to_string()).chain(category).collect();
        if !parts.is_empty() {
            items.push(("title", since(lang, from, &parts.join(" · "))));
        }
    }
    for a in roster.all().iter().filter(|a| a.official == official.id) {
        let cell = register.cell(a.cell);
        let days = a.days(cell, official);
        if seen.tells(days) {
            let name = cell.thing(nearest(days, seen.day));
            items.push(("cell", format!("{name} · {}", terms(a, days, seen, lang))));
        }
    }
    entry("official", official.thing(seen.day).to_string(), items, lang, medium)
}
