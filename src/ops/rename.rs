//! New names from a day on (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::existence::{refuse_absent, since};
use super::register_change::{Corrected, RegisterChange};
use crate::domain::{
    Cell, CellStanding, Changed, Date, DocumentNo, Key, Name, Shown, Verb, find_cell,
    find_committee, refusal,
};
use crate::store::Writer;

/// A new name.
#[derive(Debug, Clone)]
pub struct Rename {
    /// Code or name.
    pub what: String,
    pub name: Name,
    /// The first day on which it holds.
    pub on: Date,
    pub document: Option<DocumentNo>,
}

/// Gives a committee another name from a day on; later values that carried the old one on follow.
pub fn rename_committee(db: &Writer<'_>, request: Rename) -> Result<Corrected> {
    let Rename { what, name, on, document } = request;
    let register = db.register()?;
    let old = register.committee(find_committee(&register, &what, on)?).clone();
    refuse_absent(old.life(), on, |day| old.thing(day))?;
    let before = old.names.at(on).clone();
    if before == name {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let mut new = old.clone();
    let from = since(old.life(), &old.names, on);
    let later = new.names.change_from(from, |a, b| a == b, |_| name.clone());
    let arguments = json!({
        "committee": old.code.as_str(),
        "on": on.to_string(),
    });
    let mut change = RegisterChange::of(register);
    change.put_committee(new);
    let (number, effects) =
        change.carry_out(db, Verb::CommitteeRename, arguments, document.as_ref())?;
    let changed = renamed(&before, &name, &later);
    Ok(Corrected { number, thing: old.thing(on), changed, effects })
}

/// Gives a cell another name from a day on; later values that carried the old one on follow.
pub fn rename_cell(db: &Writer<'_>, request: Rename) -> Result<Corrected> {
    let Rename { what, name, on, document } = request;
    let register = db.register()?;
    let old = register.cell(find_cell(&register, &what, on)?).clone();
    refuse_absent(old.life(), on, |day| old.thing(day))?;
    let mut new = old.clone();
    let changed = rename(&mut new, &name, on).ok_or(refusal::Asked::NothingChanges)?;
    let arguments = json!({
        "cell": old.code.as_str(),
        "on": on.to_string(),
    });
    let mut change = RegisterChange::of(register);
    change.put_cell(new);
    let (number, effects) = change.carry_out(db, Verb::CellRename, arguments, document.as_ref())?;
    Ok(Corrected { number, thing: old.thing(on), changed, effects })
}

/// Renames a cell from a day on; none if that is its name already.
pub(super) fn rename(cell: &mut Cell, name: &Name, on: Date) -> Option<Vec<Changed>> {
    let before = cell.standings.at(on).name.clone();
    if before == *name {
        return None;
    }
    let from = since(cell.life(), &cell.standings, on);
    let later = cell.standings.change_from(
        from,
        |a, b| a.name == b.name,
        |standing| CellStanding { name: name.clone(), ..standing.clone() },
    );
    Some(renamed(&before, name, &later))
}

fn renamed(before: &Name, after: &Name, later: &[Date]) -> Vec<Changed> {
    let one = Changed::new(Key::Name, Shown::from(before), Shown::from(after));
    let later = later.iter().map(|day| one.clone().since(*day));
    std::iter::once(one.clone()).chain(later).collect()
}
