//! Recording inspections of cells, amending and removing them (`records.md`, section 4).

use serde_json::json;

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Cell, Date, DocumentNo, Inspection, InspectionKind, Keyword, OfficialId, OperationNumber,
    Record, Register, Thing, ValueChange, Verb, changes, find_cell, find_official, refusal,
};
use crate::store::{Grounds, Reader, Writer};

/// Which inspection is meant: one of a cell, a day and a kind.
#[derive(Debug, Clone)]
pub struct InspectionMeant {
    /// Code or name.
    pub cell: String,
    pub on: Date,
    pub kind: InspectionKind,
}

/// An inspection to record, or to amend: what is left out is not known, or stays.
#[derive(Debug, Clone)]
pub struct LogInspection {
    pub which: InspectionMeant,
    /// `Some(None)` empties it.
    pub document: Option<Option<DocumentNo>>,
    /// Who took part, by code or name; nobody if it is empty.
    pub officials: Option<Vec<String>>,
}

/// What was recorded, amended or removed.
#[derive(Debug, Clone)]
pub struct InspectionDone {
    pub number: OperationNumber,
    pub cell: Thing,
    pub inspection: Inspection,
    /// Who took part, in natural order of codes.
    pub officials: Vec<Thing>,
    /// As it was recorded before.
    pub before: Option<Inspection>,
    /// For naming officials.
    pub register: Register,
}

impl InspectionDone {
    /// What an amendment changed.
    pub fn changes(&self) -> Vec<ValueChange<'_>> {
        let before = self.before.as_ref().map(|before| before.told(&self.register));
        changes(before, Some(self.inspection.told(&self.register)))
    }
}

/// Records an inspection.
pub fn log_inspection(db: &Writer<'_>, request: &LogInspection) -> Result<InspectionDone> {
    let (register, old) = meant(db, request)?;
    let InspectionMeant { on, kind, cell } = &request.which;
    let cell = register.cell(find_cell(&register, cell, *on)?);
    if old.is_some() {
        let cell = cell.thing(*on);
        return Err(refusal::Inspection::Taken { cell, on: *on, kind: *kind }.into());
    }
    let officials = officials(&register, request)?.unwrap_or_default();
    let document = request.document.clone().flatten();
    let new = Inspection { cell: cell.id, on: *on, kind: *kind, document, officials };
    put(db, Verb::LogInspection, register, new, None)
}

/// Adds a new version of a recorded inspection.
pub fn amend_inspection(db: &Writer<'_>, request: &LogInspection) -> Result<InspectionDone> {
    let (register, old) = meant(db, request)?;
    let old = old.map_or_else(|| Err(not_found(db, &register, &request.which)?), Ok)?;
    let officials = officials(&register, request)?.unwrap_or_else(|| old.officials.clone());
    let document = request.document.clone().unwrap_or_else(|| old.document.clone());
    let new = Inspection { document, officials, ..old.clone() };
    if new == old {
        return Err(refusal::Asked::NothingChanges.into());
    }
    put(db, Verb::InspectionAmend, register, new, Some(old))
}

/// Removes an inspection that was recorded in error.
pub fn remove_inspection(db: &Writer<'_>, which: &InspectionMeant) -> Result<InspectionDone> {
    let request = LogInspection { which: which.clone(), document: None, officials: None };
    let (register, old) = meant(db, &request)?;
    let old = old.map_or_else(|| Err(not_found(db, &register, which)?), Ok)?;
    let change = Change { removed: vec![Removed::Inspection(old.clone())], ..Change::default() };
    let arguments = arguments(register.cell(old.cell), &old);
    let number = change.carry_out(db, Verb::InspectionRemove, arguments, Grounds::NONE)?;
    Ok(done(number, register, old, None))
}

/// The part of the register that is named, and the inspection, if it is recorded.
fn meant(db: &Reader<'_>, request: &LogInspection) -> Result<(Register, Option<Inspection>)> {
    let InspectionMeant { cell, on, kind } = &request.which;
    let officials = request.officials.iter().flatten().map(String::as_str);
    let mut register = db.register_named(&[cell], &officials.collect::<Vec<_>>())?;
    let id = find_cell(&register, cell, *on)?;
    let recorded = db.inspections_of(id)?.into_iter();
    let found = recorded.into_iter().find(|one| (one.on, one.kind) == (*on, *kind));
    if let Some(found) = &found {
        db.add_officials(&mut register, found.officials.iter().copied())?;
    }
    Ok((register, found))
}

fn officials(register: &Register, request: &LogInspection) -> Result<Option<Vec<OfficialId>>> {
    let Some(texts) = &request.officials else { return Ok(None) };
    let found = texts.iter().map(|text| find_official(register, text, request.which.on));
    let mut found = found.collect::<std::result::Result<Vec<_>, _>>()?;
    found.sort_unstable();
    Ok(Some(found))
}

/// The refusal of one that is not recorded.
fn not_found(
    db: &Reader<'_>,
    register: &Register,
    which: &InspectionMeant,
) -> Result<super::OpError> {
    let cell = register.cell(find_cell(register, &which.cell, which.on)?);
    let recorded = db.inspections_of(cell.id)?.iter().map(|one| (one.on, one.kind)).collect();
    let (cell, on, kind) = (cell.thing(which.on), which.on, which.kind);
    Ok(refusal::Inspection::NotFound { cell, on, kind, recorded }.into())
}

fn put(
    db: &Writer<'_>,
    verb: Verb,
    register: Register,
    new: Inspection,
    before: Option<Inspection>,
) -> Result<InspectionDone> {
    new.check_new(&register, db.today())?;
    let change = Change { inspections: vec![new.clone()], ..Change::default() };
    let arguments = arguments(register.cell(new.cell), &new);
    let number = change.carry_out(db, verb, arguments, Grounds::NONE)?;
    Ok(done(number, register, new, before))
}

fn done(
    number: OperationNumber,
    register: Register,
    inspection: Inspection,
    before: Option<Inspection>,
) -> InspectionDone {
    let officials = inspection.officials_in_order(&register);
    let officials = officials.iter().map(|who| who.thing(inspection.on)).collect();
    let cell = register.cell(inspection.cell).thing(inspection.on);
    InspectionDone { number, cell, inspection, officials, before, register }
}

/// What the history keeps of an inspection: codes and days.
fn arguments(cell: &Cell, inspection: &Inspection) -> serde_json::Value {
    json!({
        "cell": cell.code.as_str(),
        "on": inspection.on.to_string(),
        "kind": inspection.kind.key(),
    })
}
