//! Inspections: a row of `inspections.csv`, and what becomes of it. An empty cell for those who took part says that nobody
//! did: no duty hangs on it.

use std::collections::HashMap;

use crate::domain::{
    Cell, Date, DocumentNo, Inspection, InspectionKey, InspectionKind, Official, Refusal,
    ThingKind, refusal,
};
use crate::files::{FileKind, inspections as column};
use crate::import::attendance::visitors;
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::Planning;
use crate::import::row::Row;

/// A row of `inspections.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct InspectionDraft {
    pub cell: Symbol,
    pub on: Date,
    pub kind: InspectionKind,
    pub document: Option<DocumentNo>,
    pub officials: Box<[Symbol]>,
}

impl InspectionDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let on = row.date(ON);
        row.day = on.unwrap_or(row.today);
        let cell = row.reference(CELL);
        let (cell, on) = (row.need(CELL, cell), row.need(ON, on));
        let kind = row.word(KIND);
        let kind = row.need(KIND, kind);
        let document = row.short(DOCUMENT);
        let officials = visitors(row, OFFICIALS).symbols().into();
        Some(Self { cell: cell?, on: on?, kind: kind?, document, officials })
    }
}

/// Plans every inspection, then looks at the recorded ones of cells and officials whose lives change.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<InspectionDraft>>) {
    let recorded = std::mem::take(&mut planning.base.records.inspections);
    let old: HashMap<InspectionKey, &Inspection> =
        recorded.iter().map(|one| (one.key(), one)).collect();
    let mut planned: HashMap<InspectionKey, (Place, Inspection)> = HashMap::new();
    for draft in drafts {
        let place = draft.place;
        let Some((new, key)) = inspection(planning, draft, &old) else { continue };
        if let Some((first, other)) = planned.get(&key) {
            if *other != new {
                planning.duplicate(place, *first, &new.on.to_string());
            }
            continue;
        }
        let old = old.get(&key).copied();
        // What is on record as it is was recorded under another today.
        if old != Some(&new) {
            check(planning, place, &new);
        }
        if planning.weigh((FileKind::Inspections, place), old, &new) {
            planning.change.inspections.push(new.clone());
        }
        planned.insert(key, (place, new));
    }
    for old in recorded.iter().filter(|old| !planned.contains_key(&old.key())) {
        check_lives(planning, old);
    }
}

/// The inspection of a row; none if what it refers to is unknown.
fn inspection(
    planning: &mut Planning,
    Draft { place, row }: Draft<InspectionDraft>,
    recorded: &HashMap<InspectionKey, &Inspection>,
) -> Option<(Inspection, InspectionKey)> {
    let cell = planning.find::<Cell>(place, column::CELL, row.cell);
    let officials = row.officials.iter();
    let officials: Vec<_> =
        officials.map(|who| planning.find::<Official>(place, column::OFFICIALS, *who)).collect();
    let mut officials: Vec<_> = officials.into_iter().collect::<Option<Vec<_>>>()?;
    officials.sort_unstable();
    let InspectionDraft { on, kind, document, .. } = row;
    let mut new = Inspection { cell: cell?, on, kind, document, officials };
    let old = recorded.get(&new.key());
    // A column that is not there leaves the value.
    if !planning.has(place, column::DOCUMENT) {
        new.document = old.and_then(|old| old.document.clone());
    }
    if !planning.has(place, column::OFFICIALS) {
        new.officials = old.map(|old| old.officials.clone()).unwrap_or_default();
    }
    let key = new.key();
    Some((new, key))
}

fn check(planning: &mut Planning, place: Place, new: &Inspection) {
    let today = planning.options.today;
    if let Err(refusal) = new.check_new(&planning.base.records.register, today) {
        let of_official = matches!(
            &refusal,
            Refusal::Inspection(refusal::Inspection::OfficialTwice { .. })
        ) || matches!(&refusal, Refusal::Register(refusal::Register::NotThere { thing, .. }) if thing.kind == ThingKind::Official);
        if of_official {
            planning.fault(place, column::OFFICIALS, "", refusal);
        } else {
            planning.fault(place, column::ON, &new.on.to_string(), refusal);
        }
    }
}

/// A recorded inspection whose cell or officials get another life is told at the row that changes it.
fn check_lives(planning: &mut Planning, old: &Inspection) {
    let parts = &planning.parts;
    let cell = parts.cells.lives.get(&old.cell);
    let official = || old.officials.iter().find_map(|who| parts.officials.lives.get(who));
    let Some(place) = cell.or_else(official).copied() else { return };
    if let Err(refusal) = old.check(&planning.base.records.register) {
        planning.ledger.enter(place, None, &old.on.to_string(), refusal);
    }
}
