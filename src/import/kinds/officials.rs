//! Officials: a row of `officials.csv`, and what becomes of it.

use crate::domain::{
    Category, Cell, CellId, Code, Date, Dated, Label, Name, Official, OfficialId, Post, Refusal,
};
use crate::files::{Column, officials as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::fault::Problem;
use crate::import::ledger::Place;
use crate::import::planning::dated::{
    Before, changed, dated, in_force_on, is_beginning, needed, undated,
};
use crate::import::planning::register::{Planned, blamed_day};
use crate::import::planning::{Planning, shown};
use crate::import::row::Row;

/// A row of `officials.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct OfficialDraft {
    pub code: Code,
    pub symbol: Symbol,
    pub full_name: Option<Name>,
    pub title: Option<Label>,
    pub organisation: Option<Label>,
    pub category: Option<Symbol>,
    pub active_from: Option<Date>,
    pub active_until: Option<Date>,
    pub order: Option<u32>,
    pub from: Option<Date>,
    pub cell: Option<Symbol>,
    /// Whether the name was erased.
    pub erased: Option<bool>,
}

impl OfficialDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let own = row.own_code(CODE);
        let full_name = row.name(FULL_NAME);
        let (title, organisation) = (row.short(TITLE), row.short(ORGANISATION));
        let category = row.reference(CATEGORY);
        let (active_from, active_until) = (row.date(ACTIVE_FROM), row.date(ACTIVE_UNTIL));
        let (order, from) = (row.order(ORDER), row.date(FROM));
        let (cell, erased) = (row.reference(CELL), row.yes_or_no(ERASED));
        if erased == Some(true) && !row.text(FULL_NAME).is_empty() {
            row.refuse(FULL_NAME, Problem::NameOfErased);
        }
        let (code, symbol) = own?;
        Some(Self {
            code,
            symbol,
            full_name,
            title,
            organisation,
            category,
            active_from,
            active_until,
            order,
            from,
            cell,
            erased,
        })
    }
}

impl Planned for Official {
    type Row = OfficialDraft;

    fn own(row: &OfficialDraft) -> (&Code, Symbol) {
        (&row.code, row.symbol)
    }

    fn since(row: &OfficialDraft) -> Option<Date> {
        row.from
    }

    fn laid(
        planning: &mut Planning,
        rows: &[Draft<OfficialDraft>],
        old: Option<&Self>,
        (id, code): (OfficialId, Code),
    ) -> Option<Self> {
        let head = &rows[0].row;
        let begun = head.active_from.or(old.and_then(|o| o.active_from));
        let first = is_beginning(head.from, begun, old.map(|o| &o.posts))
            || old.is_some_and(|o| nothing_known_before(&o.posts, head.from));
        let full_name = full_name(planning, rows, old, first)?;
        let from = (old.and_then(|o| o.active_from), first);
        let active_from =
            undated(planning, rows, column::ACTIVE_FROM, from, |row| &row.active_from, shown);
        let until = (old.and_then(|o| o.active_until), first);
        let active_until =
            undated(planning, rows, column::ACTIVE_UNTIL, until, |row| &row.active_until, shown);
        let order = (old.and_then(|o| o.order), first);
        let order = undated(planning, rows, column::ORDER, order, |row| &row.order, shown);

        let own_cell = own_cell(planning, rows, old, first)?;

        let in_force = old.map(|o| &o.posts);
        let unknown = Some(Post::default());
        let before = Before { old: in_force, founded: active_from, unknown };
        let from = (column::FROM, Self::since);
        let posts = dated(planning, rows, from, before, |planning, place, row| {
            post(planning, place, row, in_force)
        });
        let (code, posts) = match posts {
            Some(posts) => (code, posts),
            None => (old?.code.clone(), in_force?.clone()),
        };
        Some(Self { id, code, full_name, active_from, active_until, order, own_cell, posts })
    }

    fn blamed(&self, refusal: &Refusal) -> (Column, String) {
        blamed_day(refusal, column::FROM, (column::ACTIVE_UNTIL, self.active_until))
    }
}

/// His name, if he has one. Files erase none that is on record, and bring none back: then there is nothing to be said of
/// him.
fn full_name(
    planning: &mut Planning,
    rows: &[Draft<OfficialDraft>],
    old: Option<&Official>,
    first: bool,
) -> Option<Option<Name>> {
    let place = rows[0].place;
    let (erased, has_name) = ((None, true), old.map(|o| o.full_name.is_some()));
    let erased = undated(planning, rows, column::ERASED, erased, |row| &row.erased, yes_or_no);
    if erased == Some(true) && has_name == Some(true) {
        let problem = Problem::NotErasedOnRecord { code: rows[0].row.code.to_string() };
        planning.fault(place, column::ERASED, "yes", problem);
        return None;
    }
    let name = (old.and_then(|o| o.full_name.clone()), first);
    // The name of an erased official stays empty.
    if erased != Some(true) && has_name != Some(false) {
        return Some(needed(planning, rows, column::FULL_NAME, name, |row| &row.full_name, shown));
    }
    let name = undated(planning, rows, column::FULL_NAME, name, |row| &row.full_name, shown);
    if has_name == Some(false) && name.is_some() {
        changed(planning, rows, column::FULL_NAME, (String::new(), shown(&name)));
        planning.fault(place, column::FULL_NAME, &shown(&name), Problem::ErasedOnRecord);
        return None;
    }
    Some(name)
}

/// The cell that he belongs to; none of the official if it is not on record.
fn own_cell(
    planning: &mut Planning,
    rows: &[Draft<OfficialDraft>],
    old: Option<&Official>,
    first: bool,
) -> Option<Option<CellId>> {
    let place = rows[0].place;
    // A column that is not there, or a row of later posts alone, leaves it.
    if !first || !planning.has(place, column::CELL) {
        return Some(old.and_then(|o| o.own_cell));
    }
    match rows[0].row.cell {
        None => Some(None),
        Some(symbol) => planning.find::<Cell>(place, column::CELL, symbol).map(Some),
    }
}

fn yes_or_no(erased: &Option<bool>) -> String {
    erased.map(|yes| if yes { "yes" } else { "no" }).unwrap_or_default().to_owned()
}

/// Whether no post is known before this day: then its row is the earliest the file can have.
fn nothing_known_before(posts: &Dated<Post>, from: Option<Date>) -> bool {
    let earlier = posts.iter().take_while(|(day, _)| *day < from);
    earlier.map(|(_, post)| post).all(|post| *post == Post::default())
}

/// The post as one row gives it; a column that is not there leaves what holds on its day.
fn post(
    planning: &mut Planning,
    place: Place,
    row: &OfficialDraft,
    old: Option<&Dated<Post>>,
) -> Option<Post> {
    let mut post = in_force_on(old, row.from).cloned().unwrap_or_default();
    if planning.has(place, column::TITLE) {
        post.title = row.title.clone();
    }
    if planning.has(place, column::ORGANISATION) {
        post.organisation = row.organisation.clone();
    }
    if planning.has(place, column::CATEGORY) {
        post.category = match row.category {
            None => None,
            Some(symbol) => Some(planning.find::<Category>(place, column::CATEGORY, symbol)?),
        };
    }
    Some(post)
}
