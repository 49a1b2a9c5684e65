//! Successions of cells: a row of `successions.csv`, and what becomes of it.

use std::collections::HashMap;

use crate::domain::{Cell, CellId, Date, DocumentNo, Refusal, Succession, refusal};
use crate::files::{FileKind, successions as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::Planning;
use crate::import::row::Row;

/// A row of `successions.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct SuccessionDraft {
    pub from_cell: Symbol,
    pub to_cell: Symbol,
    pub on: Date,
    pub document: Option<DocumentNo>,
}

impl SuccessionDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let on = row.date(ON);
        row.day = on.unwrap_or(row.today);
        let (old, new) = (row.reference(FROM_CELL), row.reference(TO_CELL));
        let (old, new) = (row.need(FROM_CELL, old), row.need(TO_CELL, new));
        let (on, document) = (row.need(ON, on), row.short(DOCUMENT));
        Some(Self { from_cell: old?, to_cell: new?, on: on?, document })
    }
}

/// Plans every succession, then looks at the recorded ones whose cells change their lives.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<SuccessionDraft>>) {
    let key = |s: &Succession| (s.from_cell, s.to_cell, s.on);
    let recorded = std::mem::take(&mut planning.base.records.register.successions);
    let old: HashMap<(CellId, CellId, Date), &Succession> =
        recorded.iter().map(|s| (key(s), s)).collect();
    let mut planned: HashMap<(CellId, CellId, Date), (Place, Succession)> = HashMap::new();
    for Draft { place, row } in drafts {
        let from_cell = planning.find::<Cell>(place, column::FROM_CELL, row.from_cell);
        let to_cell = planning.find::<Cell>(place, column::TO_CELL, row.to_cell);
        let Some((from_cell, to_cell)) = from_cell.zip(to_cell) else { continue };
        let mut new = Succession { from_cell, to_cell, on: row.on, document: row.document };
        let old = old.get(&key(&new)).copied();
        if !planning.has(place, column::DOCUMENT) {
            new.document = old.and_then(|old| old.document.clone());
        }
        if let Some((first, other)) = planned.get(&key(&new)) {
            if *other != new {
                planning.duplicate(place, *first, &new.on.to_string());
            }
            continue;
        }
        match new.check(&planning.base.records.register) {
            Ok(()) => {}
            Err(refusal @ Refusal::Register(refusal::Register::SuccessionToItself { .. })) => {
                let code = planning.codes.text(row.to_cell).to_owned();
                planning.fault(place, column::TO_CELL, &code, refusal);
            }
            Err(refusal) => planning.fault(place, column::ON, &new.on.to_string(), refusal),
        }
        if planning.weigh((FileKind::Successions, place), old, &new) {
            planning.change.successions.push(new.clone());
        }
        planned.insert(key(&new), (place, new));
    }
    for old in recorded.iter().filter(|old| !planned.contains_key(&key(old))) {
        let cells = [old.from_cell, old.to_cell];
        let changed = cells.iter().find_map(|cell| planning.parts.cells.lives.get(cell).copied());
        if let Some((place, refusal)) =
            changed.zip(old.check(&planning.base.records.register).err())
        {
            planning.ledger.enter(place, None, &old.on.to_string(), refusal);
        }
    }
}
