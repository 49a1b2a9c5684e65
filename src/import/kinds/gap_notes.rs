//! What was answered about gaps: a row of `gap_notes.csv`, and what becomes of it.

use std::collections::HashMap;

use crate::domain::{Cell, Date, GapNote, Period, Record, Remark};
use crate::files::{FileKind, gap_notes as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::Planning;
use crate::import::row::Row;

/// A row of `gap_notes.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct GapNoteDraft {
    pub cell: Symbol,
    pub period: Period,
    pub on: Date,
    pub text: Option<Remark>,
}

impl GapNoteDraft {
    /// Reads a row. What stands in a column of the file must not be empty where a record needs it.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let (period, on) = (row.period(PERIOD), row.date(ON));
        row.day = period.map(Period::last_day).unwrap_or(row.today);
        let cell = row.reference(CELL);
        let cell = row.need(CELL, cell);
        let (period, on) = (row.need(PERIOD, period), row.need(ON, on));
        if row.has(TEXT) {
            row.need(TEXT, Some(()));
        }
        let text = row.short(TEXT);
        Some(Self { cell: cell?, period: period?, on: on?, text })
    }
}

/// Plans everything that was answered. In the base stay those that are as they were.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<GapNoteDraft>>) {
    let recorded = std::mem::take(&mut planning.base.records.gap_notes);
    let mut recorded: HashMap<_, GapNote> =
        recorded.into_iter().map(|note| (note.known_by(), note)).collect();
    let mut first: HashMap<_, (Place, GapNote)> = HashMap::new();
    for Draft { place, row } in drafts {
        let Some(cell) = planning.find::<Cell>(place, column::CELL, row.cell) else { continue };
        let old = recorded.get(&(cell, row.period, row.on));
        let Some(text) = row.text.or_else(|| old.map(|old| old.text.clone())) else {
            planning.lacks(place, column::TEXT);
            continue;
        };
        let new = GapNote { cell, period: row.period, on: row.on, text };
        if let Err(refusal) = new.check(Some(planning.options.today)) {
            planning.fault(place, column::ON, &new.on.to_string(), refusal);
            continue;
        }
        match first.get(&new.known_by()) {
            Some((_, other)) if *other == new => continue,
            Some((other, _)) => {
                planning.duplicate(place, *other, &new.on.to_string());
                continue;
            }
            None => {}
        }
        planning.weigh((FileKind::GapNotes, place), old, &new);
        first.insert(new.known_by(), (place, new));
    }
    let mut new: Vec<GapNote> = first.into_values().map(|(_, note)| note).collect();
    new.sort_by_key(Record::known_by);
    for note in new {
        let old = recorded.remove(&note.known_by());
        let is_same = old.as_ref() == Some(&note);
        let of = if is_same {
            &mut planning.base.records.gap_notes
        } else {
            &mut planning.change.gap_notes
        };
        of.push(note);
    }
    planning.base.records.gap_notes.extend(recorded.into_values());
    planning.base.records.gap_notes.sort_by_key(Record::known_by);
}
