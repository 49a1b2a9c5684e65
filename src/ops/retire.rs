//! An official who no longer attends meetings (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::existence::refuse_ended;
use super::register_change::{Corrected, RegisterChange};
use crate::domain::{Changed, Date, DocumentNo, Key, Official, Shown, Verb, find_official};
use crate::store::Writer;

/// The end of an official's time.
#[derive(Debug, Clone)]
pub struct Retire {
    /// Code or name.
    pub official: String,
    /// The first day on which he no longer can be assigned or visit.
    pub on: Date,
    pub document: Option<DocumentNo>,
}

/// Ends an official's time on a day, and with it his assignments.
pub fn retire(db: &Writer<'_>, request: Retire) -> Result<Corrected> {
    let on = request.on;
    let register = db.register()?;
    let old =
        register.official(find_official(&register, &request.official, on.previous())?).clone();
    refuse_ended(old.life(), on, |day| old.thing(day))?;
    let before = old.active_until.map_or(Shown::Nothing, Shown::End);
    let changed = vec![Changed::new(Key::ActiveUntil, before, Shown::End(on))];
    let thing = old.thing(on.previous());
    let arguments = json!({
        "official": old.code.as_str(),
        "on": on.to_string(),
    });
    let mut change = RegisterChange::of(register);
    change.put_official(Official { active_until: Some(on), ..old });
    let (number, effects) =
        change.carry_out(db, Verb::OfficialRetire, arguments, request.document.as_ref())?;
    Ok(Corrected { number, thing, changed, effects })
}
