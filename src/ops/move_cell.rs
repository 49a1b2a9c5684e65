//! A cell goes to another committee (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::existence::{refuse_absent, since};
use super::reorganise::{Reorganisation, Reorganised};
use crate::domain::{
    CellStanding, Changed, Date, DocumentNo, Key, Shown, Verb, find_cell, find_committee, refusal,
};
use crate::store::Writer;

/// A cell and the committee to which it goes.
#[derive(Debug, Clone)]
pub struct MoveCell {
    /// Code or name.
    pub cell: String,
    /// Code or name.
    pub to: String,
    /// The first day on which it belongs to it.
    pub on: Date,
    pub document: Option<DocumentNo>,
}

/// Moves a cell to another committee from a day on; later values that carried the old one on follow.
pub fn move_cell(db: &Writer<'_>, request: MoveCell) -> Result<Reorganised> {
    let on = request.on;
    let register = db.register()?;
    let mut cell = register.cell(find_cell(&register, &request.cell, on)?).clone();
    refuse_absent(cell.life(), on, |day| cell.thing(day))?;
    let to = find_committee(&register, &request.to, on)?;
    let thing = cell.thing(on);
    let from = cell.standings.at(on).committee;
    if from == to {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let beginning = since(cell.life(), &cell.standings, on);
    let later = cell.standings.change_from(
        beginning,
        |a, b| a.committee == b.committee,
        |standing| CellStanding { committee: to, ..standing.clone() },
    );
    let (from, to) = (register.committee(from), register.committee(to));
    let (before, into) = (from.thing(on), to.thing(on));
    let arguments = json!({
        "cell": cell.code.as_str(),
        "from": from.code.as_str(),
        "to": to.code.as_str(),
    });
    let changed = Changed::new(Key::Committee, Shown::from(&before), Shown::from(&into));
    let mut reorganisation = Reorganisation::of(register, on, request.document);
    reorganisation.note(changed.clone());
    later.iter().for_each(|day| reorganisation.note(changed.clone().since(*day)));
    reorganisation.change.receives(cell.id, on);
    reorganisation.change.put_cell(cell);
    reorganisation.carry_out(db, Verb::CellMove, arguments, (vec![thing], vec![into]))
}
