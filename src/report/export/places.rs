//! Committees, cells and successions as files.

use super::{maybe, maybe_text, number, once, text};
use crate::domain::{Cell, Committee, Keyword, Records, RegularDay, Succession};
use crate::table::Field;

pub(super) const COMMITTEES: [&str; 6] = ["code", "name", "kind", "founded", "dissolved", "from"];

pub(super) const CELLS: [&str; 8] =
    ["code", "name", "kind", "committee", "founded", "dissolved", "regular_day", "from"];

pub(super) const SUCCESSIONS: [&str; 4] = ["from_cell", "to_cell", "on", "document"];

/// By code; one row for each name, the earliest first.
pub(super) fn committees(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let mut committees: Vec<&Committee> = records.register.committees().iter().collect();
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    committees.into_iter().flat_map(|committee| {
        committee.names.iter().enumerate().map(move |(at, (from, name))| {
            vec![
                committee.code.as_str().into(),
                text(name.as_str()),
                once(at, committee.kind.key().into()),
                once(at, maybe(committee.founded)),
                once(at, maybe(committee.dissolved)),
                maybe(from),
            ]
        })
    })
}

/// By code; one row for each name and committee, the earliest first.
pub(super) fn cells(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let register = &records.register;
    let mut cells: Vec<&Cell> = register.cells().iter().collect();
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    cells.into_iter().flat_map(move |cell| {
        cell.standings.iter().enumerate().map(move |(at, (from, standing))| {
            vec![
                cell.code.as_str().into(),
                text(standing.name.as_str()),
                once(at, cell.kind.key().into()),
                register.committee(standing.committee).code.as_str().into(),
                once(at, maybe(cell.founded)),
                once(at, maybe(cell.dissolved)),
                once(at, number(cell.regular_day.map(RegularDay::day))),
                maybe(from),
            ]
        })
    })
}

/// By day, new cell and former cell.
pub(super) fn successions(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let register = &records.register;
    let code = move |id| &register.cell(id).code;
    let mut successions: Vec<&Succession> = register.successions.iter().collect();
    successions.sort_by_key(|s| (s.on, code(s.to_cell), code(s.from_cell)));
    let row = move |s: &Succession| {
        vec![
            code(s.from_cell).as_str().into(),
            code(s.to_cell).as_str().into(),
            s.on.into(),
            maybe_text(s.document.as_ref()),
        ]
    };
    successions.into_iter().map(row)
}
