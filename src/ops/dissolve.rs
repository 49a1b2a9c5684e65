//! Cells and committees that end without another in their place (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::existence::{ending, refuse_ended};
use super::reorganise::{Reorganisation, Reorganised};
use crate::domain::{
    Cell, CellStanding, Changed, Committee, CommitteeId, Date, DocumentNo, Key, Shown, Span, Thing,
    Verb, find_cell, find_committee, refusal,
};
use crate::store::Writer;

/// The end of a cell.
#[derive(Debug, Clone)]
pub struct DissolveCell {
    /// Code or name.
    pub cell: String,
    /// The first day on which it no longer exists.
    pub on: Date,
    pub document: Option<DocumentNo>,
}

/// Ends a cell, and with it its assignments.
pub fn dissolve_cell(db: &Writer<'_>, request: DissolveCell) -> Result<Reorganised> {
    let on = request.on;
    let register = db.register()?;
    let id = find_cell(&register, &request.cell, on.previous())?;
    let cell = ending(&register, id, on)?;
    let thing = cell.thing(on.previous());
    let arguments = json!({ "cell": cell.code.as_str() });
    let mut reorganisation = Reorganisation::of(register, on, request.document);
    reorganisation.end(id);
    reorganisation.carry_out(db, Verb::CellDissolve, arguments, (vec![thing], Vec::new()))
}

/// The end of a committee.
#[derive(Debug, Clone)]
pub struct DissolveCommittee {
    /// Code or name.
    pub committee: String,
    /// Code or name of the committee to which its cells go.
    pub cells_to: Option<String>,
    /// The first day on which it no longer exists.
    pub on: Date,
    pub document: Option<DocumentNo>,
}

/// Ends a committee; its cells go to another one.
pub fn dissolve_committee(db: &Writer<'_>, request: DissolveCommittee) -> Result<Reorganised> {
    let on = request.on;
    let register = db.register()?;
    let id = find_committee(&register, &request.committee, on.previous())?;
    let committee = register.committee(id).clone();
    let thing = committee.thing(on.previous());
    refuse_ended(committee.life(), on, |day| committee.thing(day))?;
    let to = request.cells_to.as_deref();
    let to = to.map(|text| find_committee(&register, text, on)).transpose()?;
    if to == Some(id) {
        return Err(refusal::Ending::CellsToItself { committee: thing }.into());
    }
    let mut cells: Vec<Cell> =
        register.cells().iter().filter(|cell| belongs_from(cell, id, on)).cloned().collect();
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    let into: Option<Thing> = to.map(|to| register.committee(to).thing(on));
    let arguments = json!({
        "committee": committee.code.as_str(),
        "to": into.as_ref().map(|thing| thing.code.as_str()),
    });
    let before = committee.dissolved.map_or(Shown::Nothing, Shown::End);
    let mut reorganisation = Reorganisation::of(register, on, request.document);
    reorganisation.note(
        Changed::new(Key::Dissolved, before, Shown::End(on)).of(committee.thing(on.previous())),
    );
    match (to, &into) {
        (Some(to), Some(into)) => {
            let changed = Changed::new(Key::Committee, Shown::from(&thing), Shown::from(into));
            for cell in cells {
                reorganisation.note(changed.clone().of(cell.thing(on)));
                reorganisation.change.receives(cell.id, on.max(cell.founded.unwrap_or(on)));
                reorganisation.change.put_cell(handed_over(cell, id, to, on));
            }
        }
        _ if cells.is_empty() => {}
        _ => {
            let cells = cells.iter().map(|cell| cell.thing(on)).collect();
            return Err(refusal::Ending::CommitteeHasCells { committee: thing, cells, on }.into());
        }
    }
    reorganisation.change.put_committee(Committee { dissolved: Some(on), ..committee });
    let into = into.into_iter().collect();
    reorganisation.carry_out(db, Verb::CommitteeDissolve, arguments, (vec![thing], into))
}

/// The days on which each standing of a cell holds.
fn standings(cell: &Cell) -> Vec<(Option<Date>, Span, &CellStanding)> {
    let all: Vec<(Option<Date>, &CellStanding)> = cell.standings.iter().collect();
    let until = |at: usize| all.get(at + 1).and_then(|(from, _)| *from);
    let days = |at: usize, from| Span { from, until: until(at) }.meet(cell.life());
    all.iter().enumerate().map(|(at, (from, s))| (*from, days(at, *from), *s)).collect()
}

/// Whether the cell belongs to the committee on this day or a later one.
fn belongs_from(cell: &Cell, committee: CommitteeId, on: Date) -> bool {
    let later = Span { from: Some(on), until: None };
    let belongs = |(_, days, standing): &(Option<Date>, Span, &CellStanding)| {
        standing.committee == committee && days.overlaps(later)
    };
    standings(cell).iter().any(belongs)
}

/// The cell, from this day on nowhere in the one committee but in the other.
fn handed_over(cell: Cell, from: CommitteeId, to: CommitteeId, on: Date) -> Cell {
    let later = Span { from: Some(on), until: None };
    let mut new = cell.clone();
    for (begins, days, standing) in standings(&cell) {
        if standing.committee == from && days.overlaps(later) {
            let begins = if days.from.is_some_and(|first| first >= on) { begins } else { Some(on) };
            new.standings.set(begins, CellStanding { committee: to, ..standing.clone() });
        }
    }
    new
}
