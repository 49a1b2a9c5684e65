//! Lists and entries of the register: committees, cells, officials, as of a day.

use super::column;
use super::coverage::word_value;
use crate::domain::{
    Cell, CellId, Committee, Date, Official, Post, Register, RegularDay, Roster, Succession,
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
fn listed(all: bool, life: crate::domain::Span, day: Date) -> bool {
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
    let rows = committees.iter().map(|committee| {
        let inside =
            |c: &&Cell| c.life().contains(day) && c.standings.at(day).committee == committee.id;
        Row::body(vec![
            committee.code.as_str().into(),
            committee.names.at(day).as_str().into(),
            word_value(committee.kind, lang).into(),
            (register.cells().iter().filter(inside).count() as u64).into(),
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
fn name_of(official: &Official, lang: Lang, medium: Medium) -> &str {
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

/// One committee with its names and cells.
pub fn committee_show(
    register: &Register,
    committee: &Committee,
    day: Date,
    lang: Lang,
    medium: Medium,
) -> Table {
    let lang = super::of_data(lang, medium);
    let mut items = vec![
        ("code", committee.code.to_string()),
        ("kind", super::word(lang, medium, committee.kind).to_owned()),
        ("founded", day_text(lang, committee.founded)),
        ("dissolved", day_text(lang, committee.dissolved)),
    ];
    items.extend(
        committee.names.iter().map(|(from, name)| ("name", since(lang, from, name.as_str()))),
    );
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
    day: Date,
    lang: Lang,
    medium: Medium,
) -> Table {
    let lang = super::of_data(lang, medium);
    let mut items = vec![
        ("code", cell.code.to_string()),
        ("kind", super::word(lang, medium, cell.kind).to_owned()),
        ("founded", day_text(lang, cell.founded)),
        ("dissolved", day_text(lang, cell.dissolved)),
        (
            "regular_day",
            cell.regular_day.map(RegularDay::day).map(|d| d.to_string()).unwrap_or_default(),
        ),
    ];
    for (from, standing) in cell.standings.iter() {
        let committee = register.committee(standing.committee);
        let on = from.unwrap_or(cell.founded.unwrap_or(day));
        let value = format!("{} · {}", standing.name, committee.thing(on));
        items.push(("name", since(lang, from, &value)));
    }
    items.extend(lineage(register, cell.id, lang));
    items.extend(assignments_of(register, roster, cell.id, lang));
    entry("cell", cell.thing(day).to_string(), items, lang, medium)
}

/// The cells that it came from and those that came from it, the earliest first.
fn lineage(register: &Register, cell: CellId, lang: Lang) -> Vec<(&'static str, String)> {
    let mut lines: Vec<(&'static str, &Succession, &Cell)> = Vec::new();
    for succession in &register.successions {
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
    cell: CellId,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let assignments = roster.of_cell(cell).iter();
    assignments
        .map(|a| {
            let days = a.days(register.cell(cell), register.official(a.official));
            let days = texts::days(lang, days);
            let document =
                a.document.number.as_ref().map(|n| format!(" · {n}")).unwrap_or_default();
            let who = register.official(a.official).thing(a.from);
            ("official", format!("{} · {days}{document}", texts::thing(&who)))
        })
        .collect()
}

/// One official with his posts and assignments.
pub fn official_show(
    register: &Register,
    roster: &Roster,
    official: &Official,
    day: Date,
    lang: Lang,
    medium: Medium,
) -> Table {
    let lang = super::of_data(lang, medium);
    let mut items = vec![
        ("code", official.code.to_string()),
        ("full_name", name_of(official, lang, medium).to_owned()),
        ("order", official.order.map(|n| n.to_string()).unwrap_or_default()),
        ("active_from", day_text(lang, official.active_from)),
        ("active_until", day_text(lang, official.active_until)),
    ];
    for (from, post) in official.posts.iter() {
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
        let cell = register.cell(a.cell).thing(a.from);
        let document = a.document.number.as_ref().map(|n| format!(" · {n}")).unwrap_or_default();
        items.push((
            "cell",
            format!(
                "{cell} · {}{document}",
                texts::days(lang, a.days(register.cell(a.cell), official))
            ),
        ));
    }
    entry("official", official.thing(day).to_string(), items, lang, medium)
}
