//! Committees of the files.

use super::super::drafts::{CommitteeDraft, Draft};
use super::dated::{DatedRow, groups, is_beginning, lay, undated};
use super::planning::{Planning, key, shown};
use crate::domain::{Committee, CommitteeId, Refusal, refusal};
use crate::files::{FileKind, committees as column};

/// Plans every committee of the files.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<CommitteeDraft>>) {
    let groups = groups(planning, drafts, |row| row.symbol, |row| row.from);
    groups.faulty.iter().for_each(|symbol| planning.committees.give_up(*symbol));
    for rows in groups.sound(|row| row.symbol) {
        let symbol = rows[0].row.symbol;
        if !planning.committees.is_unsure(symbol) && plan_one(planning, rows).is_none() {
            planning.committees.give_up(symbol);
        }
    }
}

/// None if there is something wrong with it.
fn plan_one(planning: &mut Planning, rows: &[Draft<CommitteeDraft>]) -> Option<()> {
    let before = planning.ledger.marks();
    let (place, head) = (rows[0].place, &rows[0].row);
    let ever = planning.base.committee_codes.get(&head.code).copied();
    let old = ever.and_then(|id| planning.base.register.find_committee(id)).cloned();
    let old = old.as_ref();

    let begun = head.founded.or(old.and_then(|o| o.founded));
    let first = is_beginning(head.from, begun, old.map(|o| &o.names));
    let in_force = old.map(|o| Some(o.kind));
    let kind = undated(planning, rows, column::KIND, in_force, first, |row| &row.kind, key);
    let in_force = old.map(|o| o.founded);
    let founded =
        undated(planning, rows, column::FOUNDED, in_force, first, |row| &row.founded, shown);
    let in_force = old.map(|o| o.dissolved);
    let dissolved =
        undated(planning, rows, column::DISSOLVED, in_force, first, |row| &row.dissolved, shown);
    if kind.is_none() {
        planning.lacks(place, column::KIND);
    }

    let mut names = Vec::with_capacity(rows.len());
    for Draft { place, row } in rows {
        let mut value = row.name.clone();
        if !planning.has(*place, column::NAME) {
            value = old.map(|o| row.from.map_or(o.names.first(), |day| o.names.at(day)).clone());
        }
        match value {
            Some(value) => names.push(DatedRow { place: *place, from: row.from, value }),
            None => planning.lacks(*place, column::NAME),
        }
    }
    let laid = lay(names, old.map(|o| &o.names), founded, None, |place, old, new| {
        planning.compare(place, column::NAME, (old, new), |name| name.to_string());
    });
    let names = planning.laid(laid, column::FROM, head.from);
    let code = planning.code(place, column::CODE, old.map(|o| &o.code), &head.code);
    if planning.ledger.marks() != before {
        return None;
    }
    let id = ever.unwrap_or(CommitteeId(planning.base.next_committee));
    let new = Committee { id, code, kind: kind?, founded, dissolved, names: names? };
    if let Err(refusal) = new.check() {
        let (column, value) = match refusal {
            Refusal::Register(refusal::Register::ChangeOutsideLife { day, .. }) => {
                (column::FROM, day.to_string())
            }
            _ => (column::DISSOLVED, shown(&dissolved)),
        };
        planning.fault(place, column, &value, refusal);
        return None;
    }
    if let Some(other) = planning.committees.enter(id, head.symbol, place) {
        planning.duplicate(place, other, head.code.as_str());
        return None;
    }
    if ever.is_none() {
        planning.base.next_committee += 1;
        planning.base.committee_codes.insert(new.code.clone(), id);
    }
    planning.count(FileKind::Committees, old.is_none(), old == Some(&new));
    if old.is_some_and(|o| o.life() != new.life()) {
        planning.committee_lives.insert(id, place);
    }
    if old != Some(&new) {
        planning.base.register.put_committee(new);
        planning.written.committees.push((id, old.cloned().map(Box::new)));
    }
    Some(())
}
