//! One cell becomes several (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::existence::{ending, living};
use super::reorganise::{
    IntoCell, Nature, Reorganisation, Reorganised, Target, codes, refuse_not_prepared,
};
use crate::domain::{
    CellId, CellKind, Date, DocumentNo, Register, Thing, ThingKind, Verb, find_cell,
    find_committee, refusal,
};
use crate::store::Writer;

/// A split.
#[derive(Debug, Clone)]
pub struct Split {
    /// Code or name.
    pub cell: String,
    /// New cells, or founded on that very day; the cell itself if it stays as one of them.
    pub into: Vec<IntoCell>,
    /// The first day of the new cells.
    pub on: Date,
    pub document: Option<DocumentNo>,
    /// Of the new cells, if not that of the cell.
    pub kind: Option<CellKind>,
    /// Code or name, likewise.
    pub committee: Option<String>,
}

/// Splits a cell: each other one comes from it; it ends, unless it is one of them.
pub fn split(db: &Writer<'_>, request: Split) -> Result<Reorganised> {
    let on = request.on;
    let register = db.register()?;
    let id = find_cell(&register, &request.cell, on.previous())?;
    let cell = living(&register, id, on)?;
    let thing = cell.thing(on.previous());
    let (kind, standing) = (cell.kind, cell.standings.at(on));
    let committee = request.committee.as_deref();
    let committee = committee.map(|text| find_committee(&register, text, on)).transpose()?;
    let nature = Nature {
        kind: request.kind.unwrap_or(kind),
        committee: committee.unwrap_or(standing.committee),
        regular_day: None,
    };
    let targets = targets(&register, id, request.into, on)?;
    if targets.len() < 2 {
        return Err(refusal::Reorganisation::SplitTooFew { cell: thing }.into());
    }
    let is_new = |target: &Target| target.known().is_none();
    if (request.kind.is_some() || committee.is_some()) && !targets.iter().any(is_new) {
        return Err(refusal::Reorganisation::KeepsItsOwn { cell: thing }.into());
    }
    let stays = targets.iter().any(|target| target.known() == Some(id));
    if !stays {
        ending(&register, id, on)?;
    }
    let code = cell.code.to_string();
    let mut reorganisation = Reorganisation::of(register, on, request.document);
    if !stays {
        reorganisation.end(id);
    }
    let mut into = Vec::new();
    for target in targets {
        let to = reorganisation.target(db, target, |_| Ok(nature))?;
        if to != id {
            reorganisation.succeeds(id, to);
        }
        into.push(to);
    }
    let after = &reorganisation.change.after;
    let arguments = json!({ "cell": code, "into": codes(after, &into) });
    let into = into.iter().map(|id| after.cell(*id).thing(on)).collect();
    reorganisation.carry_out(db, Verb::CellSplit, arguments, (vec![thing], into))
}

/// The cells it becomes, each once: itself, new ones, or ones prepared for the day.
fn targets(
    register: &Register,
    cell: CellId,
    given: Vec<IntoCell>,
    on: Date,
) -> Result<Vec<Target>> {
    let mut targets: Vec<Target> = Vec::new();
    for given in given {
        let target = Target::of(register, given, on)?;
        if targets.iter().any(|other| other.is(&target)) {
            let cell = match &target {
                Target::Known { id, .. } => register.cell(*id).thing(on),
                Target::New { code, name } => Thing::new(ThingKind::Cell, code, name.as_str()),
            };
            return Err(refusal::Reorganisation::CellTwice { cell }.into());
        }
        if let Some(id) = target.known().filter(|id| *id != cell) {
            refuse_not_prepared(register, id, on)?;
        }
        targets.push(target);
    }
    Ok(targets)
}
