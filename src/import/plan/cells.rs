//! Cells of the files.

use super::super::drafts::{CellDraft, Draft};
use super::super::ledger::Place;
use super::dated::{DatedRow, groups, is_beginning, lay, undated};
use super::planning::{Planning, key, shown};
use crate::domain::{Cell, CellId, CellStanding, Dated, Refusal, RegularDay, refusal};
use crate::files::{FileKind, cells as column};

/// Plans every cell of the files, then looks at all cells if the life of a committee changed.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<CellDraft>>) {
    let groups = groups(planning, drafts, |row| row.symbol, |row| row.from);
    groups.faulty.iter().for_each(|symbol| planning.cells.give_up(*symbol));
    for rows in groups.sound(|row| row.symbol) {
        let symbol = rows[0].row.symbol;
        if !planning.cells.is_unsure(symbol) && plan_one(planning, rows).is_none() {
            planning.cells.give_up(symbol);
        }
    }
    check_others(planning);
}

/// None if there is something wrong with it, or with what it refers to.
fn plan_one(planning: &mut Planning, rows: &[Draft<CellDraft>]) -> Option<()> {
    let before = planning.ledger.marks();
    let (place, head) = (rows[0].place, &rows[0].row);
    let ever = planning.base.cell_codes.get(&head.code).copied();
    let old = ever.and_then(|id| planning.base.register.find_cell(id)).cloned();
    let old = old.as_ref();

    let begun = head.founded.or(old.and_then(|o| o.founded));
    let first = is_beginning(head.from, begun, old.map(|o| &o.standings));
    let in_force = old.map(|o| Some(o.kind));
    let kind = undated(planning, rows, column::KIND, in_force, first, |row| &row.kind, key);
    let in_force = old.map(|o| o.founded);
    let founded =
        undated(planning, rows, column::FOUNDED, in_force, first, |row| &row.founded, shown);
    let in_force = old.map(|o| o.dissolved);
    let dissolved =
        undated(planning, rows, column::DISSOLVED, in_force, first, |row| &row.dissolved, shown);
    let in_force = old.map(|o| o.regular_day);
    let show = |day: &Option<RegularDay>| shown(&day.map(RegularDay::day));
    let regular_day =
        undated(planning, rows, column::REGULAR_DAY, in_force, first, |row| &row.regular_day, show);
    if kind.is_none() {
        planning.lacks(place, column::KIND);
    }

    let mut sure = true;
    let mut standings = Vec::with_capacity(rows.len());
    for Draft { place, row } in rows {
        match standing(planning, *place, row, old.map(|o| &o.standings)) {
            Some(value) => standings.push(DatedRow { place: *place, from: row.from, value }),
            None => sure = false,
        }
    }
    if !sure {
        return None;
    }
    let laid = lay(standings, old.map(|o| &o.standings), founded, None, |place, old, new| {
        planning.compare(place, column::NAME, (&old.name, &new.name), |name| name.to_string());
        let committees = (
            planning.base.register.committee(old.committee).code.clone(),
            planning.base.register.committee(new.committee).code.clone(),
        );
        planning
            .compare(place, column::COMMITTEE, (&committees.0, &committees.1), |c| c.to_string());
    });
    let standings = planning.laid(laid, column::FROM, head.from);
    let code = planning.code(place, column::CODE, old.map(|o| &o.code), &head.code);
    if planning.ledger.marks() != before {
        return None;
    }
    let id = ever.unwrap_or(CellId(planning.base.next_cell));
    let standings = standings?;
    let new = Cell { id, code, kind: kind?, founded, dissolved, regular_day, standings };
    if let Err(refusal) = new.check(&planning.base.register) {
        let (column, value) = match refusal {
            Refusal::Register(refusal::Register::ChangeOutsideLife { day, .. }) => {
                (column::FROM, day.to_string())
            }
            Refusal::Register(refusal::Register::CommitteeGone { .. }) => {
                (column::COMMITTEE, String::new())
            }
            _ => (column::DISSOLVED, shown(&dissolved)),
        };
        planning.fault(place, column, &value, refusal);
        return None;
    }
    if let Some(other) = planning.cells.enter(id, head.symbol, place) {
        planning.duplicate(place, other, head.code.as_str());
        return None;
    }
    if ever.is_none() {
        planning.base.next_cell += 1;
        planning.base.cell_codes.insert(new.code.clone(), id);
    }
    planning.count(FileKind::Cells, old.is_none(), old == Some(&new));
    if old.is_some_and(|o| o.life() != new.life()) {
        planning.cell_lives.insert(id, place);
    }
    if old != Some(&new) {
        planning.base.register.put_cell(new);
        planning.written.cells.push((id, old.cloned().map(Box::new)));
    }
    Some(())
}

/// Name and committee as one row gives them; a column that is not there leaves what holds on its day.
fn standing(
    planning: &mut Planning,
    place: Place,
    row: &CellDraft,
    old: Option<&Dated<CellStanding>>,
) -> Option<CellStanding> {
    let held = old.map(|old| row.from.map_or(old.first(), |day| old.at(day)));
    let name = if planning.has(place, column::NAME) {
        row.name.clone()
    } else {
        held.map(|held| held.name.clone())
    };
    if name.is_none() {
        planning.lacks(place, column::NAME);
    }
    let committee = match (row.committee, planning.has(place, column::COMMITTEE), held) {
        (Some(symbol), _, _) => planning.committee(place, column::COMMITTEE, symbol),
        (None, false, Some(held)) => Some(held.committee),
        (None, _, _) => {
            planning.lacks(place, column::COMMITTEE);
            None
        }
    };
    Some(CellStanding { name: name?, committee: committee? })
}

/// Cells that are not in the files may lose their committee through a change of its life.
fn check_others(planning: &mut Planning) {
    if planning.committee_lives.is_empty() {
        return;
    }
    let mut lost: Vec<(Place, String, Refusal)> = Vec::new();
    for cell in
        planning.base.register.cells().iter().filter(|cell| planning.cells.row(cell.id).is_none())
    {
        let mut committees = cell.standings.iter().map(|(_, standing)| standing.committee);
        let changed = committees.find_map(|committee| planning.committee_lives.get(&committee));
        if let Some((place, refusal)) = changed.zip(cell.check(&planning.base.register).err()) {
            lost.push((*place, cell.code.to_string(), refusal));
        }
    }
    for (place, code, refusal) in lost {
        planning.ledger.enter(place, None, &code, refusal);
    }
}
