//! New entries in the register: committees, cells, officials.

use serde_json::json;

use super::Result;
use super::change::Change;
use super::codes::identity_for;
use crate::domain::{
    Cell, CellKind, CellStanding, Code, Committee, CommitteeKind, Date, Dated, Label, Likeness,
    Name, Official, OperationNumber, Period, Post, RegularDay, Thing, Twin, Verb, find_category,
    find_cell, find_committee, twins,
};
use crate::store::{Grounds, Writer};

/// What was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub number: OperationNumber,
    pub thing: Thing,
    /// From which period on reports count it, where it was not said when it was founded.
    pub since: Option<Period>,
    /// What it could be the same as.
    pub twins: Vec<(Thing, Likeness)>,
}

/// What a new record could be the same as, for the answer.
pub(super) fn twins_of<T: Twin>(
    new: &T,
    others: &[T],
    thing: impl Fn(&T) -> Thing,
) -> Vec<(Thing, Likeness)> {
    twins(new, others).into_iter().map(|(other, by)| (thing(other), by)).collect()
}

/// A new committee.
#[derive(Debug, Clone)]
pub struct AddCommittee {
    pub code: Code,
    pub name: Name,
    pub kind: CommitteeKind,
    pub founded: Option<Date>,
}

/// Adds a committee to the register.
pub fn add_committee(db: &Writer<'_>, request: AddCommittee) -> Result<Added> {
    let register = db.register()?;
    let id = identity_for::<Committee>(db, &register, &request.code)?;
    let committee = Committee {
        id,
        code: request.code,
        kind: request.kind,
        founded: request.founded,
        dissolved: None,
        names: Dated::new(request.name),
    };
    committee.check()?;
    let change = Change { committees: vec![committee.clone()], ..Change::default() };
    let arguments = json!({ "committee": committee.code.as_str() });
    let number = change.carry_out(db, Verb::CommitteeAdd, arguments, Grounds::NONE)?;
    let twins = twins_of(&committee, register.committees(), |it| it.thing(db.today()));
    Ok(Added { number, thing: committee.thing(db.today()), since: None, twins })
}

/// A new cell.
#[derive(Debug, Clone)]
pub struct AddCell {
    pub code: Code,
    pub name: Name,
    pub kind: CellKind,
    /// Code or name.
    pub committee: String,
    pub founded: Option<Date>,
    pub regular_day: Option<RegularDay>,
}

/// Adds a cell to the register.
pub fn add_cell(db: &Writer<'_>, request: AddCell) -> Result<Added> {
    let mut register = db.register()?;
    let id = identity_for::<Cell>(db, &register, &request.code)?;
    let day = request.founded.unwrap_or(db.today());
    let committee = find_committee(&register, &request.committee, day)?;
    let cell = Cell {
        id,
        code: request.code,
        kind: request.kind,
        founded: request.founded,
        dissolved: None,
        regular_day: request.regular_day,
        standings: Dated::new(CellStanding { name: request.name, committee }),
    };
    register.put(cell.clone());
    cell.check(&register)?;
    let under = register.committee(committee).code.as_str();
    let arguments = json!({ "cell": cell.code.as_str(), "committee": under });
    let change = Change { cells: vec![cell.clone()], ..Change::default() };
    let number = change.carry_out(db, Verb::CellAdd, arguments, Grounds::NONE)?;
    let counted = cell.founded.is_none() && cell.kind.always_due() && db.latest_period()?.is_some();
    let since = if counted { db.records_from_as_set()? } else { None };
    let since = since.filter(|from| *from < Period::of(db.today()));
    let twins = twins_of(&cell, register.cells(), |it| it.thing(day));
    Ok(Added { number, thing: cell.thing(day), since, twins })
}

/// A new official.
#[derive(Debug, Clone)]
pub struct AddOfficial {
    pub code: Code,
    pub full_name: Name,
    pub title: Option<Label>,
    pub organisation: Option<Label>,
    /// Code or label.
    pub category: Option<String>,
    pub active_from: Option<Date>,
    pub order: Option<u32>,
    /// Code or name of the cell that he belongs to.
    pub own_cell: Option<String>,
}

/// Adds an official to the register.
pub fn add_official(db: &Writer<'_>, request: AddOfficial) -> Result<Added> {
    let register = db.register()?;
    let id = identity_for::<Official>(db, &register, &request.code)?;
    let category =
        request.category.as_deref().map(|text| find_category(&register, text)).transpose()?;
    let day = request.active_from.unwrap_or(db.today());
    let own_cell = request.own_cell.as_deref();
    let own_cell = own_cell.map(|text| find_cell(&register, text, day)).transpose()?;
    let post = Post { title: request.title, organisation: request.organisation, category };
    let official = Official {
        id,
        code: request.code,
        full_name: Some(request.full_name),
        active_from: request.active_from,
        active_until: None,
        order: request.order,
        own_cell,
        posts: Dated::new(post),
    };
    official.check()?;
    let change = Change { officials: vec![official.clone()], ..Change::default() };
    let arguments = json!({ "official": official.code.as_str() });
    let number = change.carry_out(db, Verb::OfficialAdd, arguments, Grounds::NONE)?;
    let twins = twins_of(&official, register.officials(), |it| it.thing(db.today()));
    Ok(Added { number, thing: official.thing(db.today()), since: None, twins })
}
