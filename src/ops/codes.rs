//! Codes for records: a code names one identity for ever (`records.md`, section 4).

use std::collections::HashMap;

use serde_json::json;

use super::Result;
use super::register_change::{Corrected, RegisterChange};
use crate::domain::{
    Cell, CellId, Changed, Code, Committee, Date, Official, OfficialId, Refusal, Register, Shown,
    Thing, ThingKind, Verb, find_cell, find_committee, find_official, refusal,
};
use crate::store::{Reader, StoreError, Writer};

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
            Err(refusal::Register::CodeUsedBefore { code: code.to_string(), thing: Some(thing) }
                .into())
        }
        None => Ok(Some(id)),
    }
}

/// The record in force that had this code once and has another one now.
pub fn recoded(db: &Reader<'_>, kind: ThingKind, code: &Code, day: Date) -> Result<Option<Thing>> {
    let register = db.register()?;
    let thing = match kind {
        ThingKind::Committee => {
            let id = db.committee_codes()?.get(code).copied();
            id.and_then(|id| register.find_committee(id)).map(|it| it.thing(day))
        }
        ThingKind::Cell => {
            let id = db.cell_codes()?.get(code).copied();
            id.and_then(|id| register.find_cell(id)).map(|it| it.thing(day))
        }
        ThingKind::Official => {
            let id = db.official_codes()?.get(code).copied();
            id.and_then(|id| register.find_official(id)).map(|it| it.thing(day))
        }
        // These are never given another code.
        ThingKind::Category | ThingKind::Recommendation => None,
    };
    Ok(thing)
}

/// The cell meant; one that was taken out again is still known by a code that it had.
pub fn cell_ever(
    db: &Reader<'_>,
    register: &Register,
    text: &str,
    day: Date,
) -> Result<(CellId, Thing)> {
    match find_cell(register, text, day) {
        Ok(id) => Ok((id, register.cell(id).thing(day))),
        Err(refusal) => once(refusal, text, ThingKind::Cell, || db.cell_codes()),
    }
}

/// The same for an official.
pub fn official_ever(
    db: &Reader<'_>,
    register: &Register,
    text: &str,
    day: Date,
) -> Result<(OfficialId, Thing)> {
    match find_official(register, text, day) {
        Ok(id) => Ok((id, register.official(id).thing(day))),
        Err(refusal) => once(refusal, text, ThingKind::Official, || db.official_codes()),
    }
}

/// What had a code that is not found any more, without a name.
fn once<I: Copy>(
    refusal: Refusal,
    text: &str,
    kind: ThingKind,
    ever: impl FnOnce() -> std::result::Result<HashMap<Code, I>, StoreError>,
) -> Result<(I, Thing)> {
    match (&refusal, Code::new(text)) {
        (Refusal::Found(refusal::Found::NotFound { .. }), Ok(code)) => {
            match ever()?.get_key_value(&code) {
                Some((code, id)) => Ok((*id, Thing::new(kind, code, ""))),
                None => Err(refusal.into()),
            }
        }
        _ => Err(refusal.into()),
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
        return Err(refusal::Asked::NothingChanges.into());
    }
    let Some(other) = ever.get(new).copied().filter(|other| *other != id) else { return Ok(()) };
    Err(match now(other) {
        Some((code, thing)) if code == *new => {
            Refusal::Register(refusal::Register::CodeTaken { thing })
        }
        now => Refusal::Register(refusal::Register::CodeUsedBefore {
            code: new.to_string(),
            thing: now.map(|(_, thing)| thing),
        }),
    }
    .into())
}

/// The record that is to have another code.
struct Coded<I> {
    /// Its kind, as the history has it.
    word: &'static str,
    verb: Verb,
    id: I,
    code: Code,
    thing: Thing,
    /// Every code that a record of its kind ever had.
    ever: HashMap<Code, I>,
}

/// Gives a record another code; `now` gives code and name of one in force, `put` lays out the new one.
fn recode<I: Copy + PartialEq>(
    db: &Writer<'_>,
    register: Register,
    old: Coded<I>,
    new: &Code,
    now: impl Fn(&Register, I) -> Option<(Code, Thing)>,
    put: impl FnOnce(&mut RegisterChange, Code),
) -> Result<Corrected> {
    let Coded { word, verb, id, code, thing, ever } = old;
    refuse_foreign((id, &code), new, &ever, |id| now(&register, id))?;
    let arguments = json!({ (word): code.as_str(), "to": new.as_str() });
    let shown = |code: &Code| Shown::Text(code.to_string());
    let changed = vec![Changed::new("code", shown(&code), shown(new))];
    let mut change = RegisterChange::of(register);
    put(&mut change, new.clone());
    let (number, effects) = change.carry_out(db, verb, arguments, None)?;
    Ok(Corrected { number, thing, changed, effects })
}

/// Gives a committee another code.
pub fn recode_committee(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let (register, today) = (db.register()?, db.today());
    let old = register.committee(find_committee(&register, &request.what, today)?).clone();
    let told = |c: &Committee| (c.code.clone(), c.thing(today));
    let ((code, thing), ever) = (told(&old), db.committee_codes()?);
    let coded =
        Coded { word: "committee", verb: Verb::CommitteeRecode, id: old.id, code, thing, ever };
    let now = |register: &Register, id| register.find_committee(id).map(told);
    recode(db, register, coded, &request.code, now, |change, code| {
        change.put_committee(Committee { code, ..old });
    })
}

/// Gives a cell another code.
pub fn recode_cell(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let (register, today) = (db.register()?, db.today());
    let old = register.cell(find_cell(&register, &request.what, today)?).clone();
    let told = |c: &Cell| (c.code.clone(), c.thing(today));
    let ((code, thing), ever) = (told(&old), db.cell_codes()?);
    let coded = Coded { word: "cell", verb: Verb::CellRecode, id: old.id, code, thing, ever };
    let now = |register: &Register, id| register.find_cell(id).map(told);
    recode(db, register, coded, &request.code, now, |change, code| {
        change.put_cell(Cell { code, ..old });
    })
}

/// Gives an official another code.
pub fn recode_official(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let (register, today) = (db.register()?, db.today());
    let old = register.official(find_official(&register, &request.what, today)?).clone();
    let told = |o: &Official| (o.code.clone(), o.thing(today));
    let ((code, thing), ever) = (told(&old), db.official_codes()?);
    let coded =
        Coded { word: "official", verb: Verb::OfficialRecode, id: old.id, code, thing, ever };
    let now = |register: &Register, id| register.find_official(id).map(told);
    recode(db, register, coded, &request.code, now, |change, code| {
        change.put_official(Official { code, ..old });
    })
}
