//! The meetings of the files in order of cell and key, so that those about the same one stand beside each other.

use super::draft::MeetingDraft;
use crate::domain::{Cell, CellId, MeetingKey, MeetingKind, Official};
use crate::files::meetings as column;
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::Planning;

/// The drafts by cell, and of a cell by the meeting they are about. There may be millions: they are laid out by
/// counting those of each cell, and only those of one are sorted at a time.
pub(super) fn in_order(planning: &mut Planning, drafts: &[Draft<MeetingDraft>]) -> Vec<u32> {
    let mut places: Vec<Option<u32>> = vec![None; planning.codes.all().len()];
    let mut seen: Vec<(CellId, Symbol)> = Vec::new();
    for Draft { place, row } in drafts {
        match planning.find::<Cell>(*place, column::CELL, row.cell) {
            Some(cell) if places[row.cell.at()].is_none() => {
                places[row.cell.at()] = Some(0);
                seen.push((cell, row.cell));
            }
            Some(_) => {}
            None => check_officials(planning, *place, row),
        }
    }
    // A cell may stand there under several codes that it had.
    seen.sort_unstable_by_key(|(cell, _)| *cell);
    let mut cells: Vec<CellId> = Vec::with_capacity(seen.len());
    for (cell, code) in seen {
        if cells.last() != Some(&cell) {
            cells.push(cell);
        }
        places[code.at()] = Some(cells.len() as u32 - 1);
    }
    let place_of = |draft: &Draft<MeetingDraft>| Some(places[draft.row.cell.at()]? as usize);
    let mut ends: Vec<usize> = vec![0; cells.len() + 1];
    drafts.iter().filter_map(place_of).for_each(|place| ends[place + 1] += 1);
    for place in 0..cells.len() {
        ends[place + 1] += ends[place];
    }
    let starts = ends.clone();
    let mut in_order = vec![0; starts[cells.len()]];
    for (at, draft) in drafts.iter().enumerate() {
        if let Some(place) = place_of(draft) {
            in_order[ends[place]] = at as u32;
            ends[place] += 1;
        }
    }
    for (cell, bounds) in cells.iter().zip(starts.windows(2)) {
        in_order[bounds[0]..bounds[1]]
            .sort_unstable_by_key(|at| (key_of(&drafts[*at as usize].row, *cell), *at));
    }
    in_order
}

/// Enters a fault for each unknown official of a meeting whose cell is unknown: all are told at once.
fn check_officials(planning: &mut Planning, place: Place, row: &MeetingDraft) {
    for symbol in row.visitors().unwrap_or_default() {
        planning.find::<Official>(place, column::VISITORS, *symbol);
    }
    for (symbol, _) in row.absences().named() {
        planning.find::<Official>(place, column::ABSENCE_REASON, *symbol);
    }
}

/// Which meeting of the cell a row is about.
pub(super) fn key_of(row: &MeetingDraft, cell: CellId) -> MeetingKey {
    match (row.kind, row.held_on) {
        (MeetingKind::Regular, _) => MeetingKey::Regular(cell, row.period),
        (kind, Some(held_on)) => MeetingKey::HeldOn(cell, kind, held_on),
        (kind, None) => MeetingKey::NotHeld(cell, kind, row.period),
    }
}
