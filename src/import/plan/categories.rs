//! Categories of the files.

use super::super::drafts::{CategoryDraft, Draft};
use super::dated::{groups, undated};
use super::planning::{Planning, shown};
use crate::domain::{Category, CategoryId};
use crate::files::{FileKind, categories as column};

/// Plans every category of the files.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<CategoryDraft>>) {
    let groups = groups(planning, drafts, |row| row.symbol, |_| None);
    groups.faulty.iter().for_each(|symbol| planning.categories.give_up(*symbol));
    for rows in groups.sound(|row| row.symbol) {
        let symbol = rows[0].row.symbol;
        if !planning.categories.is_unsure(symbol) && plan_one(planning, rows).is_none() {
            planning.categories.give_up(symbol);
        }
    }
}

/// None if there is something wrong with it.
fn plan_one(planning: &mut Planning, rows: &[Draft<CategoryDraft>]) -> Option<()> {
    let before = planning.ledger.marks();
    let (place, head) = (rows[0].place, &rows[0].row);
    let ever = planning.base.category_codes.get(&head.code).copied();
    let old = ever.and_then(|id| planning.base.register.find_category(id)).cloned();
    let old = old.as_ref();

    // A category as every new file has it is nobody's word yet: the office's own labels need no --amend.
    let starting = old.filter(|o| o.is_starting());
    let said = old.filter(|o| !o.is_starting());
    let in_force = said.map(|o| Some(o.label_vi.clone()));
    let label_vi =
        undated(planning, rows, column::LABEL_VI, in_force, true, |row| &row.label_vi, shown)
            .or_else(|| starting.map(|o| o.label_vi.clone()));
    let in_force = said.map(|o| Some(o.label_en.clone()));
    let label_en =
        undated(planning, rows, column::LABEL_EN, in_force, true, |row| &row.label_en, shown)
            .or_else(|| starting.map(|o| o.label_en.clone()));
    let in_force = said.map(|o| o.order);
    let mut order = undated(planning, rows, column::ORDER, in_force, true, |row| &row.order, shown);
    // A column that is not there leaves the place; an empty cell in one says that there is none.
    if let Some(starting) =
        starting.filter(|_| !rows.iter().any(|row| planning.has(row.place, column::ORDER)))
    {
        order = starting.order;
    }
    if label_vi.is_none() {
        planning.lacks(place, column::LABEL_VI);
    }
    if label_en.is_none() {
        planning.lacks(place, column::LABEL_EN);
    }
    if planning.ledger.marks() != before {
        return None;
    }
    let id = ever.unwrap_or(CategoryId(planning.base.next_category));
    let code = old.map_or(&head.code, |o| &o.code).clone();
    let new = Category { id, code, label_vi: label_vi?, label_en: label_en?, order };
    if let Some(other) = planning.categories.enter(id, head.symbol, place) {
        planning.duplicate(place, other, head.code.as_str());
        return None;
    }
    if ever.is_none() {
        planning.base.next_category += 1;
        planning.base.category_codes.insert(new.code.clone(), id);
    }
    planning.count(FileKind::Categories, old.is_none(), old == Some(&new));
    if old != Some(&new) {
        planning.base.register.put_category(new);
        planning.written.categories.push((id, old.cloned().map(Box::new)));
    }
    Some(())
}
