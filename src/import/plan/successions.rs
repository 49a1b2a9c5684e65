//! Successions of the files.

use std::collections::HashMap;

use super::super::columns::succession as column;
use super::super::drafts::{Draft, SuccessionDraft};
use super::super::kind::FileKind;
use super::super::ledger::Place;
use super::planning::{Planning, shown};
use crate::domain::{CellId, Date, Refusal, Succession};

/// Plans every succession, then looks at the recorded ones whose cells change their lives.
pub(super) fn plan(p: &mut Planning, drafts: Vec<Draft<SuccessionDraft>>) {
    let key = |s: &Succession| (s.from_cell, s.to_cell, s.on);
    let recorded = std::mem::take(&mut p.base.register.successions);
    let old: HashMap<(CellId, CellId, Date), &Succession> =
        recorded.iter().map(|s| (key(s), s)).collect();
    let mut planned: HashMap<(CellId, CellId, Date), (Place, Succession)> = HashMap::new();
    for Draft { place, row } in drafts {
        let from_cell = p.cell(place, column::FROM_CELL, row.from_cell);
        let to_cell = p.cell(place, column::TO_CELL, row.to_cell);
        let Some((from_cell, to_cell)) = from_cell.zip(to_cell) else { continue };
        let mut new = Succession { from_cell, to_cell, on: row.on, document: row.document };
        let old = old.get(&key(&new)).copied();
        if !p.has(place, column::DOCUMENT) {
            new.document = old.and_then(|old| old.document.clone());
        }
        if let Some((first, other)) = planned.get(&key(&new)) {
            if *other != new {
                p.duplicate(place, *first, &new.on.to_string());
            }
            continue;
        }
        match new.check(&p.base.register) {
            Ok(()) => {}
            Err(refusal @ Refusal::SuccessionToItself { .. }) => {
                let code = p.codes.code(row.to_cell).to_string();
                p.fault(place, column::TO_CELL, &code, refusal);
            }
            Err(refusal) => p.fault(place, column::ON, &new.on.to_string(), refusal),
        }
        if let Some(old) = old {
            p.compare(place, column::DOCUMENT, (&old.document, &new.document), shown);
        }
        p.count(FileKind::Successions, old.is_none(), old == Some(&new));
        if old != Some(&new) {
            p.batch.successions.push(new.clone());
        }
        planned.insert(key(&new), (place, new));
    }
    for old in recorded.iter().filter(|old| !planned.contains_key(&key(old))) {
        let cells = [old.from_cell, old.to_cell];
        let changed = cells.iter().find_map(|cell| p.cell_lives.get(cell).copied());
        if let Some((place, refusal)) = changed.zip(old.check(&p.base.register).err()) {
            p.ledger.enter(place, None, &old.on.to_string(), refusal);
        }
    }
}
