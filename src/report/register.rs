//! Lists of the register: committees, cells, officials, as of a day.

use std::collections::HashMap;

use super::listing::Listing;
use super::word_value;
use crate::domain::{
    Cell, Committee, CommitteeId, Date, Key, Official, Register, RegularDay, Span, Told,
};
use crate::table::{Shape, Table};
use crate::texts::{Labelled, Lang, lists};

/// Whether a record is listed: unless all are asked for, those that exist on the day.
fn listed(all: bool, life: Span, day: Date) -> bool {
    all || life.contains(day)
}

/// Committees that exist on a day, or all.
pub fn committee_list<'a>(
    register: &'a Register,
    day: Date,
    all: bool,
    lang: Lang<'a>,
) -> Table<'a> {
    let mut committees: Vec<&Committee> =
        register.committees().iter().filter(|c| listed(all, c.life(), day)).collect();
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    let mut cells: HashMap<CommitteeId, u64> = HashMap::new();
    for cell in register.cells().iter().filter(|cell| cell.life().contains(day)) {
        *cells.entry(cell.standings.at(day).committee).or_default() += 1;
    }
    Listing::new(lang)
        .column(Key::Code, Shape::Short, |committee: &Committee| committee.code.as_str())
        .column(Key::Name, Shape::Name, move |committee| committee.names.at(day).as_str())
        .column(Key::Kind, Shape::Text, move |committee| word_value(committee.kind, lang))
        .column(Key::Cells, Shape::Number, move |committee| {
            cells.get(&committee.id).copied().unwrap_or(0)
        })
        .column(Key::Founded, Shape::Short, |committee| committee.founded)
        .column(Key::Dissolved, Shape::Short, |committee| committee.dissolved)
        .table("committees", vec![lists::committees_heading(lang, day)], committees)
}

/// Cells that exist on a day, or all, by committee and code.
pub fn cell_list<'a>(
    register: &'a Register,
    day: Date,
    all: bool,
    within: Option<&Committee>,
    lang: Lang<'a>,
) -> Table<'a> {
    let committee = move |cell: &Cell| register.committee(cell.standings.at(day).committee);
    let mut cells: Vec<&Cell> = register
        .cells()
        .iter()
        .filter(|cell| listed(all, cell.life(), day))
        .filter(|cell| within.is_none_or(|only| committee(cell).id == only.id))
        .collect();
    cells.sort_by(|a, b| {
        committee(a).code.cmp(&committee(b).code).then_with(|| a.code.cmp(&b.code))
    });
    let usual = |day: RegularDay| u64::from(day.day());
    Listing::new(lang)
        .column(Key::Code, Shape::Short, |cell: &'a Cell| cell.code.as_str())
        .column(Key::Name, Shape::Name, move |cell| cell.standings.at(day).name.as_str())
        .column(Key::Kind, Shape::Text, move |cell| word_value(cell.kind, lang))
        .column(Key::Committee, Shape::Name, move |cell| Told::Committee(committee(cell), day))
        .column(Key::RegularDay, Shape::Number, move |cell| cell.regular_day.map(usual))
        .with(|column| column.called(lists::usual_day(lang)).in_excel(Key::RegularDay.label(lang)))
        .column(Key::Founded, Shape::Short, |cell| cell.founded)
        .column(Key::Dissolved, Shape::Short, |cell| cell.dissolved)
        .table("cells", vec![lists::cells_heading(lang, day)], cells)
}

/// Officials active on a day, or all, in the order of the notice.
pub fn official_list<'a>(
    register: &'a Register,
    day: Date,
    all: bool,
    lang: Lang<'a>,
) -> Table<'a> {
    let officials = register.officials_in_order().into_iter();
    let officials = officials.filter(|official| listed(all, official.life(), day));
    Listing::new(lang)
        .column(Key::Order, Shape::Number, |official: &Official| official.order.map(u64::from))
        .column(Key::Code, Shape::Short, |official| official.code.as_str())
        .column(Key::FullName, Shape::Name, Told::FullName)
        .column(Key::Title, Shape::Text, move |official| {
            official.posts.at(day).title.as_ref().map(|title| title.as_str())
        })
        .column(Key::Organisation, Shape::Text, move |official| {
            official.posts.at(day).organisation.as_ref().map(|name| name.as_str())
        })
        .with(|column| column.goes(2))
        .column(Key::Category, Shape::Text, move |official| {
            official.posts.at(day).category.map(|id| Told::Category(register.category(id)))
        })
        .column(Key::ActiveFrom, Shape::Short, |official| official.active_from)
        .with(|column| column.goes(3))
        .column(Key::ActiveUntil, Shape::Short, |official| official.active_until)
        .with(|column| column.goes(1))
        .table("officials", vec![lists::officials_heading(lang, day)], officials)
}
