//! Ending an assignment before its time (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Assignment, Date, OperationNumber, Thing, Verb, find_cell, find_official, refusal,
};
use crate::store::{Grounds, Writer};

/// The assignment to end.
#[derive(Debug, Clone)]
pub struct Unassign {
    /// Code or name.
    pub cell: String,
    /// Code or name; may be left out where only one is assigned.
    pub official: Option<String>,
    /// The first day on which it no longer holds.
    pub on: Date,
}

/// What ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unassigned {
    pub number: OperationNumber,
    pub cell: Thing,
    pub official: Thing,
    /// The first day on which it no longer holds.
    pub until: Date,
    /// Whether it was taken out, as it would have held on no day.
    pub taken_out: bool,
    /// Whether the cell has nobody from that day on.
    pub nobody_left: bool,
}

/// Ends an assignment on a day, the first that no longer holds.
pub fn unassign(db: &Writer<'_>, request: Unassign) -> Result<Unassigned> {
    let official: Vec<&str> = request.official.iter().map(String::as_str).collect();
    let register = db.register_named(&[&request.cell], &official)?;
    let on = request.on;
    let cell = register.cell(find_cell(&register, &request.cell, on)?);
    let whom =
        request.official.as_deref().map(|text| find_official(&register, text, on)).transpose()?;
    let before = db.assignments_of(cell.id)?;
    let days = |a: &Assignment| a.days(cell, register.official(a.official));
    let person = |a: &Assignment| register.official(a.official).thing(on);
    let running: Vec<&Assignment> = before
        .iter()
        .filter(|a| whom.is_none_or(|whom| a.official == whom))
        .filter(|a| days(a).contains(on))
        .collect();
    let old = match running[..] {
        [one] => one.clone(),
        [] => {
            let official = whom.map(|whom| register.official(whom).thing(on));
            return Err(refusal::Assignment::NotAssigned {
                cell: cell.thing(on),
                official,
                day: on,
            }
            .into());
        }
        _ => {
            let others = running.iter().map(|a| (person(a), days(a))).collect();
            return Err(refusal::Assignment::UnassignWhom { cell: cell.thing(on), others }.into());
        }
    };
    // Ended on its first day, it held on none: it is taken out.
    let taken_out = on == old.from;
    let new = Assignment { until: Some(on), ..old.clone() };
    let change = if taken_out {
        Change { removed: vec![Removed::Assignment(old.clone())], ..Change::default() }
    } else {
        Change { assignments: vec![new.clone()], ..Change::default() }
    };
    let others = before.iter().filter(|a| **a != old);
    let nobody_left = !others.chain([&new]).any(|a| days(a).contains(on));

    let arguments = json!({
        "cell": cell.code.as_str(),
        "official": register.official(old.official).code.as_str(),
        "on": on.to_string(),
    });
    let number = change.carry_out(db, Verb::Unassign, arguments, Grounds::NONE)?;
    Ok(Unassigned {
        number,
        cell: cell.thing(on),
        official: person(&old),
        until: on,
        taken_out,
        nobody_left,
    })
}
