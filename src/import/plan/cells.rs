//! Cells of the files.

use super::super::columns::cell as column;
use super::super::drafts::{CellDraft, Draft};
use super::super::kind::FileKind;
use super::super::ledger::Place;
use super::dated::{DatedRow, groups, is_beginning, lay, undated};
use super::planning::{Planning, key, shown};
use crate::domain::{Cell, CellId, CellStanding, Dated, Refusal, RegularDay};

/// Plans every cell of the files, then looks at all cells if the life of a committee changed.
pub(super) fn plan(p: &mut Planning, drafts: Vec<Draft<CellDraft>>) {
    let groups = groups(p, drafts, |row| row.symbol, |row| row.from);
    groups.faulty.iter().for_each(|symbol| p.cells.give_up(*symbol));
    for rows in groups.sound(|row| row.symbol) {
        let symbol = rows[0].row.symbol;
        if !p.cells.is_unsure(symbol) && plan_one(p, rows).is_none() {
            p.cells.give_up(symbol);
        }
    }
    check_others(p);
}

/// None if there is something wrong with it, or with what it refers to.
fn plan_one(p: &mut Planning, rows: &[Draft<CellDraft>]) -> Option<()> {
    let before = p.ledger.marks();
    let (place, head) = (rows[0].place, &rows[0].row);
    let ever = p.base.cell_codes.get(&head.code).copied();
    let old = ever.and_then(|id| p.base.register.find_cell(id)).cloned();
    let old = old.as_ref();

    let begun = head.founded.or(old.and_then(|o| o.founded));
    let first = is_beginning(head.from, begun, old.map(|o| &o.standings));
    let in_force = old.map(|o| Some(o.kind));
    let kind = undated(p, rows, column::KIND, in_force, first, |row| &row.kind, key);
    let in_force = old.map(|o| o.founded);
    let founded = undated(p, rows, column::FOUNDED, in_force, first, |row| &row.founded, shown);
    let in_force = old.map(|o| o.dissolved);
    let dissolved =
        undated(p, rows, column::DISSOLVED, in_force, first, |row| &row.dissolved, shown);
    let in_force = old.map(|o| o.regular_day);
    let show = |day: &Option<RegularDay>| shown(&day.map(RegularDay::day));
    let regular_day =
        undated(p, rows, column::REGULAR_DAY, in_force, first, |row| &row.regular_day, show);
    if kind.is_none() {
        p.lacks(place, column::KIND);
    }

    let mut sure = true;
    let mut standings = Vec::with_capacity(rows.len());
    for Draft { place, row } in rows {
        match standing(p, *place, row, old.map(|o| &o.standings)) {
            Some(value) => standings.push(DatedRow { place: *place, from: row.from, value }),
            None => sure = false,
        }
    }
    if !sure {
        return None;
    }
    let laid = lay(standings, old.map(|o| &o.standings), founded, None, |place, old, new| {
        p.compare(place, column::NAME, (&old.name, &new.name), |name| name.to_string());
        let committees = (
            p.base.register.committee(old.committee).code.clone(),
            p.base.register.committee(new.committee).code.clone(),
        );
        p.compare(place, column::COMMITTEE, (&committees.0, &committees.1), |c| c.to_string());
    });
    let standings = p.laid(laid, column::FROM, head.from);
    let code = p.code(place, column::CODE, old.map(|o| &o.code), &head.code);
    if p.ledger.marks() != before {
        return None;
    }
    let id = ever.unwrap_or(CellId(p.base.next_cell));
    let standings = standings?;
    let new = Cell { id, code, kind: kind?, founded, dissolved, regular_day, standings };
    if let Err(refusal) = new.check(&p.base.register) {
        let (column, value) = match refusal {
            Refusal::ChangeOutsideLife { day, .. } => (column::FROM, day.to_string()),
            Refusal::CommitteeGone { .. } => (column::COMMITTEE, String::new()),
            _ => (column::DISSOLVED, shown(&dissolved)),
        };
        p.fault(place, column, &value, refusal);
        return None;
    }
    if let Some(other) = p.cells.enter(id, head.symbol, place) {
        p.duplicate(place, other, head.code.as_str());
        return None;
    }
    if ever.is_none() {
        p.base.next_cell += 1;
        p.base.cell_codes.insert(new.code.clone(), id);
    }
    p.count(FileKind::Cells, old.is_none(), old == Some(&new));
    if old.is_some_and(|o| o.life() != new.life()) {
        p.cell_lives.insert(id, place);
    }
    if old != Some(&new) {
        p.base.register.put_cell(new);
        p.written.cells.push((id, old.cloned().map(Box::new)));
    }
    Some(())
}

/// Name and committee as one row gives them; a column that is not there leaves what holds on its day.
fn standing(
    p: &mut Planning,
    place: Place,
    row: &CellDraft,
    old: Option<&Dated<CellStanding>>,
) -> Option<CellStanding> {
    let held = old.map(|old| row.from.map_or(old.first(), |day| old.at(day)));
    let name = match p.has(place, column::NAME) {
        true => row.name.clone(),
        false => held.map(|held| held.name.clone()),
    };
    if name.is_none() {
        p.lacks(place, column::NAME);
    }
    let committee = match (row.committee, p.has(place, column::COMMITTEE), held) {
        (Some(symbol), _, _) => p.committee(place, column::COMMITTEE, symbol),
        (None, false, Some(held)) => Some(held.committee),
        (None, _, _) => {
            p.lacks(place, column::COMMITTEE);
            None
        }
    };
    Some(CellStanding { name: name?, committee: committee? })
}

/// Cells that are not in the files may lose their committee through a change of its life.
fn check_others(p: &mut Planning) {
    if p.committee_lives.is_empty() {
        return;
    }
    let mut lost: Vec<(Place, String, Refusal)> = Vec::new();
    for cell in p.base.register.cells().iter().filter(|cell| p.cells.row(cell.id).is_none()) {
        let mut committees = cell.standings.iter().map(|(_, standing)| standing.committee);
        let changed = committees.find_map(|committee| p.committee_lives.get(&committee));
        if let Some((place, refusal)) = changed.zip(cell.check(&p.base.register).err()) {
            lost.push((*place, cell.code.to_string(), refusal));
        }
    }
    for (place, code, refusal) in lost {
        p.ledger.enter(place, None, &code, refusal);
    }
}
