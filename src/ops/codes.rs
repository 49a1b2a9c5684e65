//! Codes for records: a code names one identity for ever (`records.md`, section 4).

use std::collections::HashMap;

use serde_json::json;

use super::Result;
use super::register_change::{Corrected, RegisterChange};
use crate::domain::{
    Cell, Changed, Code, Committee, Official, Refusal, Shown, Thing, find_cell, find_committee,
    find_official,
};
use crate::store::Writer;

/// The identity that a new record under this code has: the one that had the code and is recorded no more,
/// or a new one (none). `now` gives the record in force of an identity: it has another code, and this is one
/// of its former ones.
pub(super) fn former<I: Copy>(
    ever: &HashMap<Code, I>,
    code: &Code,
    now: impl Fn(I) -> Option<Thing>,
) -> Result<Option<I>> {
    let Some(id) = ever.get(code).copied() else { return Ok(None) };
    match now(id) {
        Some(thing) => {
            Err(Refusal::CodeUsedBefore { code: code.to_string(), thing: Some(thing) }.into())
        }
        None => Ok(Some(id)),
    }
}

/// A record and the code that it is to have.
#[derive(Debug, Clone)]
pub struct Recode {
    /// Code or name.
    pub what: String,
    pub code: Code,
}

/// Refuses a code that another identity has or ever had, and the very same code.
fn refuse_foreign<I: Copy + PartialEq>(
    (id, old): (I, &Code),
    new: &Code,
    ever: &HashMap<Code, I>,
    now: impl Fn(I) -> Option<(Code, Thing)>,
) -> Result<()> {
    if old.as_str() == new.as_str() {
        return Err(Refusal::NothingChanges.into());
    }
    let Some(other) = ever.get(new).copied().filter(|other| *other != id) else { return Ok(()) };
    Err(match now(other) {
        Some((code, thing)) if code == *new => Refusal::CodeTaken { thing },
        now => {
            Refusal::CodeUsedBefore { code: new.to_string(), thing: now.map(|(_, thing)| thing) }
        }
    }
    .into())
}

fn changed(old: &Code, new: &Code) -> Vec<Changed> {
    let shown = |code: &Code| Shown::Text(code.to_string());
    vec![Changed::new("code", shown(old), shown(new))]
}

/// Gives a committee another code.
pub fn recode_committee(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let register = db.register()?;
    let today = db.today();
    let old = register.committee(find_committee(&register, &request.what, today)?).clone();
    let now = |id| register.find_committee(id).map(|c| (c.code.clone(), c.thing(today)));
    refuse_foreign((old.id, &old.code), &request.code, &db.committee_codes()?, now)?;
    let arguments = json!({ "committee": old.code.as_str(), "to": request.code.as_str() });
    let changed = changed(&old.code, &request.code);
    let thing = old.thing(today);
    let mut change = RegisterChange::of(register);
    change.put_committee(Committee { code: request.code, ..old });
    let (number, effects) = change.carry_out(db, "committee-recode", arguments)?;
    Ok(Corrected { number, thing, changed, effects })
}

/// Gives a cell another code.
pub fn recode_cell(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let register = db.register()?;
    let today = db.today();
    let old = register.cell(find_cell(&register, &request.what, today)?).clone();
    let now = |id| register.find_cell(id).map(|c| (c.code.clone(), c.thing(today)));
    refuse_foreign((old.id, &old.code), &request.code, &db.cell_codes()?, now)?;
    let arguments = json!({ "cell": old.code.as_str(), "to": request.code.as_str() });
    let changed = changed(&old.code, &request.code);
    let thing = old.thing(today);
    let mut change = RegisterChange::of(register);
    change.put_cell(Cell { code: request.code, ..old });
    let (number, effects) = change.carry_out(db, "cell-recode", arguments)?;
    Ok(Corrected { number, thing, changed, effects })
}

/// Gives an official another code.
pub fn recode_official(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let register = db.register()?;
    let today = db.today();
    let old = register.official(find_official(&register, &request.what, today)?).clone();
    let now = |id| register.find_official(id).map(|o| (o.code.clone(), o.thing(today)));
    refuse_foreign((old.id, &old.code), &request.code, &db.official_codes()?, now)?;
    let arguments = json!({ "official": old.code.as_str(), "to": request.code.as_str() });
    let changed = changed(&old.code, &request.code);
    let thing = old.thing(today);
    let mut change = RegisterChange::of(register);
    change.put_official(Official { code: request.code, ..old });
    let (number, effects) = change.carry_out(db, "official-recode", arguments)?;
    Ok(Corrected { number, thing, changed, effects })
}
