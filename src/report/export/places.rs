//! Committees, cells and successions as files.

use super::rows;
use crate::domain::{Cell, Committee, Records, Succession};
use crate::table::Field;

pub(super) const COMMITTEES: [&str; 6] = ["code", "name", "kind", "founded", "dissolved", "from"];

pub(super) const CELLS: [&str; 8] =
    ["code", "name", "kind", "committee", "founded", "dissolved", "regular_day", "from"];

pub(super) const SUCCESSIONS: [&str; 4] = ["from_cell", "to_cell", "on", "document"];

/// By code; one row for each name, the earliest first.
pub(super) fn committees(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let mut committees: Vec<&Committee> = records.register.committees().iter().collect();
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    committees.into_iter().flat_map(|committee| rows(&COMMITTEES, &committee.told()))
}

/// By code; one row for each name and committee, the earliest first.
pub(super) fn cells(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let register = &records.register;
    let mut cells: Vec<&Cell> = register.cells().iter().collect();
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    cells.into_iter().flat_map(move |cell| rows(&CELLS, &cell.told(register)))
}

/// By day, new cell and former cell.
pub(super) fn successions(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let register = &records.register;
    let code = move |id| &register.cell(id).code;
    let mut successions: Vec<&Succession> = register.successions.iter().collect();
    successions.sort_by_key(|s| (s.on, code(s.to_cell), code(s.from_cell)));
    successions.into_iter().flat_map(move |s| rows(&SUCCESSIONS, &s.told(register)))
}
