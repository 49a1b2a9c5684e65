//! Officials of the files.

use super::super::drafts::{Draft, OfficialDraft};
use super::super::fault::Problem;
use super::super::ledger::Place;
use super::dated::{DatedRow, groups, is_beginning, lay, undated};
use super::planning::{Planning, shown};
use crate::domain::{CategoryId, Date, Dated, Official, OfficialId, Post, Refusal, refusal};
use crate::files::{FileKind, officials as column};

/// Plans every official of the files.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<OfficialDraft>>) {
    let groups = groups(planning, drafts, |row| row.symbol, |row| row.from);
    groups.faulty.iter().for_each(|symbol| planning.officials.give_up(*symbol));
    for rows in groups.sound(|row| row.symbol) {
        let symbol = rows[0].row.symbol;
        if !planning.officials.is_unsure(symbol) && plan_one(planning, rows).is_none() {
            planning.officials.give_up(symbol);
        }
    }
}

/// None if there is something wrong with him, or with what he refers to.
fn plan_one(planning: &mut Planning, rows: &[Draft<OfficialDraft>]) -> Option<()> {
    let before = planning.ledger.marks();
    let (place, head) = (rows[0].place, &rows[0].row);
    let ever = planning.base.official_codes.get(&head.code).copied();
    let old = ever.and_then(|id| planning.base.register.find_official(id)).cloned();
    let old = old.as_ref();

    let begun = head.active_from.or(old.and_then(|o| o.active_from));
    let first = is_beginning(head.from, begun, old.map(|o| &o.posts))
        || old.is_some_and(|o| nothing_known_before(&o.posts, head.from));
    let erased = undated(planning, rows, column::ERASED, None, true, |row| &row.erased, yes_or_no);
    let (erased, has_name) = (erased == Some(true), old.is_some_and(|o| o.full_name.is_some()));
    if erased && has_name {
        let problem = Problem::NotErasedOnRecord { code: head.code.to_string() };
        planning.fault(place, column::ERASED, "yes", problem);
        return None;
    }
    let in_force = old.map(|o| o.full_name.clone());
    let full_name =
        undated(planning, rows, column::FULL_NAME, in_force, first, |row| &row.full_name, shown);
    if old.is_some_and(|o| o.full_name.is_none()) && full_name.is_some() {
        planning.fault(place, column::FULL_NAME, &shown(&full_name), Problem::ErasedOnRecord);
        return None;
    }
    let in_force = old.map(|o| o.active_from);
    let active_from = undated(
        planning,
        rows,
        column::ACTIVE_FROM,
        in_force,
        first,
        |row| &row.active_from,
        shown,
    );
    let in_force = old.map(|o| o.active_until);
    let active_until = undated(
        planning,
        rows,
        column::ACTIVE_UNTIL,
        in_force,
        first,
        |row| &row.active_until,
        shown,
    );
    let in_force = old.map(|o| o.order);
    let order = undated(planning, rows, column::ORDER, in_force, first, |row| &row.order, shown);
    // The name of an erased official stays empty.
    if full_name.is_none() && !erased && old.is_none_or(|o| o.full_name.is_some()) {
        planning.lacks(place, column::FULL_NAME);
    }

    let mut sure = true;
    let mut posts = Vec::with_capacity(rows.len());
    for Draft { place, row } in rows {
        match post(planning, *place, row, old.map(|o| &o.posts)) {
            Some(value) => posts.push(DatedRow { place: *place, from: row.from, value }),
            None => sure = false,
        }
    }
    if !sure {
        return None;
    }
    let unknown = Some(Post::default());
    let laid = lay(posts, old.map(|o| &o.posts), active_from, unknown, |place, old, new| {
        planning.compare(place, column::TITLE, (&old.title, &new.title), shown);
        planning.compare(
            place,
            column::ORGANISATION,
            (&old.organisation, &new.organisation),
            shown,
        );
        let code =
            |id: Option<CategoryId>| id.map(|id| planning.base.register.category(id).code.clone());
        let categories = (code(old.category), code(new.category));
        planning.compare(place, column::CATEGORY, (&categories.0, &categories.1), shown);
    });
    let posts = planning.laid(laid, column::FROM, head.from);
    let code = planning.code(place, column::CODE, old.map(|o| &o.code), &head.code);
    if planning.ledger.marks() != before {
        return None;
    }
    let id = ever.unwrap_or(OfficialId(planning.base.next_official));
    let posts = posts?;
    let new = Official { id, code, full_name, active_from, active_until, order, posts };
    if let Err(refusal) = new.check() {
        let (column, value) = match refusal {
            Refusal::Register(refusal::Register::ChangeOutsideLife { day, .. }) => {
                (column::FROM, day.to_string())
            }
            _ => (column::ACTIVE_UNTIL, shown(&active_until)),
        };
        planning.fault(place, column, &value, refusal);
        return None;
    }
    if let Some(other) = planning.officials.enter(id, head.symbol, place) {
        planning.duplicate(place, other, head.code.as_str());
        return None;
    }
    if ever.is_none() {
        planning.base.next_official += 1;
        planning.base.official_codes.insert(new.code.clone(), id);
    }
    planning.count(FileKind::Officials, old.is_none(), old == Some(&new));
    if old.is_some_and(|o| o.life() != new.life()) {
        planning.official_lives.insert(id, place);
    }
    if old != Some(&new) {
        planning.base.register.put_official(new);
        planning.written.officials.push((id, old.cloned().map(Box::new)));
    }
    Some(())
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
    let held = old.map(|old| row.from.map_or(old.first(), |day| old.at(day)).clone());
    let mut post = held.unwrap_or_default();
    if planning.has(place, column::TITLE) {
        post.title = row.title.clone();
    }
    if planning.has(place, column::ORGANISATION) {
        post.organisation = row.organisation.clone();
    }
    if planning.has(place, column::CATEGORY) {
        post.category = match row.category {
            None => None,
            Some(symbol) => Some(planning.category(place, column::CATEGORY, symbol)?),
        };
    }
    Some(post)
}
