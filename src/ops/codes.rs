//! Codes for records: a code names one identity for ever (`records.md`, section 4).

use std::collections::HashMap;

use serde_json::json;

use super::Result;
use super::register_change::{Corrected, RegisterChange};
use crate::domain::{
    Cell, CellId, Changed, Code, Coded, Committee, Date, Key, Keyword, Official, OfficialId,
    Refusal, Register, Registered, Shown, Thing, ThingKind, Verb, find_cell, find_committee,
    find_official, refusal,
};
use crate::store::{Reader, Writer};

/// The identity that a new record under this code has: the one that had the code and is recorded no more, or a free
/// one. A code that a record has, or had before it got another one, is refused.
pub(super) fn identity_for<T: Registered>(
    db: &Writer<'_>,
    register: &Register,
    code: &Code,
) -> Result<T::Id> {
    register.refuse_taken::<T>(code, db.today())?;
    match former::<T>(db, register, code, db.today())? {
        Some(id) => Ok(id),
        None => Ok(db.next::<T>()?),
    }
}

/// The identity that had a code that no record has now, if one had it. One that has another code now is refused, under
/// the name of a day.
pub(super) fn former<T: Registered>(
    db: &Reader<'_>,
    register: &Register,
    code: &Code,
    day: Date,
) -> Result<Option<T::Id>> {
    let Some(id) = db.codes_ever::<T>()?.get(code).copied() else { return Ok(None) };
    match register.find::<T>(id) {
        Some(now) => {
            let thing = Some(now.thing(day));
            Err(refusal::Register::CodeUsedBefore { code: code.to_string(), thing }.into())
        }
        None => Ok(Some(id)),
    }
}

/// The record in force that had this code once and has another one now.
pub fn recoded(db: &Reader<'_>, kind: ThingKind, code: &Code, day: Date) -> Result<Option<Thing>> {
    match kind {
        ThingKind::Committee => now_called::<Committee>(db, code, day),
        ThingKind::Cell => now_called::<Cell>(db, code, day),
        ThingKind::Official => now_called::<Official>(db, code, day),
        // These are never given another code.
        ThingKind::Category | ThingKind::Recommendation => Ok(None),
    }
}

fn now_called<T: Registered>(db: &Reader<'_>, code: &Code, day: Date) -> Result<Option<Thing>> {
    let register = db.register()?;
    let id = db.codes_ever::<T>()?.get(code).copied();
    Ok(id.and_then(|id| register.find::<T>(id)).map(|now| now.thing(day)))
}

/// How a text for a record is understood.
type Find<T> = fn(&Register, &str, Date) -> std::result::Result<<T as Coded>::Id, Refusal>;

/// The cell meant; one that was taken out again is still known by a code that it had.
pub fn cell_ever(
    db: &Reader<'_>,
    register: &Register,
    text: &str,
    day: Date,
) -> Result<(CellId, Thing)> {
    ever::<Cell>(db, register, text, day, find_cell)
}

/// The same for an official.
pub fn official_ever(
    db: &Reader<'_>,
    register: &Register,
    text: &str,
    day: Date,
) -> Result<(OfficialId, Thing)> {
    ever::<Official>(db, register, text, day, find_official)
}

fn ever<T: Registered>(
    db: &Reader<'_>,
    register: &Register,
    text: &str,
    day: Date,
    find: Find<T>,
) -> Result<(T::Id, Thing)> {
    let refusal = match find(register, text, day) {
        Ok(id) => return Ok((id, register.get::<T>(id).thing(day))),
        Err(refusal) => refusal,
    };
    match (&refusal, Code::new(text)) {
        // It is known no more, and has no name.
        (Refusal::Found(refusal::Found::NotFound { .. }), Ok(code)) => {
            match db.codes_ever::<T>()?.get_key_value(&code) {
                Some((code, id)) => Ok((*id, Thing::new(T::KIND, code, ""))),
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

/// Gives a committee another code.
pub fn recode_committee(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let put = RegisterChange::put_committee;
    recode(db, request, Verb::CommitteeRecode, find_committee, put)
}

/// Gives a cell another code.
pub fn recode_cell(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    recode(db, request, Verb::CellRecode, find_cell, RegisterChange::put_cell)
}

/// Gives an official another code.
pub fn recode_official(db: &Writer<'_>, request: Recode) -> Result<Corrected> {
    let put = RegisterChange::put_official;
    recode(db, request, Verb::OfficialRecode, find_official, put)
}

fn recode<T: Registered>(
    db: &Writer<'_>,
    request: Recode,
    verb: Verb,
    find: Find<T>,
    put: fn(&mut RegisterChange, T),
) -> Result<Corrected> {
    let (register, today) = (db.register()?, db.today());
    let old = register.get::<T>(find(&register, &request.what, today)?).clone();
    refuse_foreign(&old, &request.code, &register, &db.codes_ever::<T>()?, today)?;
    let (before, after) = (old.code().to_string(), request.code.to_string());
    let arguments = json!({ (T::KIND.key()): before, "to": after });
    let changed = vec![Changed::new(Key::Code, Shown::Text(before), Shown::Text(after))];
    let thing = old.thing(today);
    let mut change = RegisterChange::of(register);
    put(&mut change, old.with_code(request.code));
    let (number, effects) = change.carry_out(db, verb, arguments, None)?;
    Ok(Corrected { number, thing, changed, effects })
}

/// Refuses a code that another identity has or ever had, and the very same code.
fn refuse_foreign<T: Registered>(
    old: &T,
    new: &Code,
    register: &Register,
    ever: &HashMap<Code, T::Id>,
    today: Date,
) -> Result<()> {
    if old.code().as_str() == new.as_str() {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let Some(other) = ever.get(new).copied().filter(|other| *other != old.id()) else {
        return Ok(());
    };
    let now = register.find::<T>(other);
    let thing = now.map(|now| now.thing(today));
    Err(match thing {
        Some(thing) if now.is_some_and(|now| now.code() == new) => {
            Refusal::Register(refusal::Register::CodeTaken { thing })
        }
        thing => {
            Refusal::Register(refusal::Register::CodeUsedBefore { code: new.to_string(), thing })
        }
    }
    .into())
}
