//! Assignments: a row of `assignments.csv`, and what becomes of it. Two visitors for the same days are accepted; one
//! twice is not.

use std::collections::HashMap;

use crate::domain::{
    Assignment, AssignmentMode, Cell, CellId, Date, Document, Keyword, Official, OfficialId,
    Refusal, check_assignment, check_mode, refusal,
};
use crate::files::{Column, FileKind, assignments as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::{Planning, shown};
use crate::import::row::Row;

/// A row of `assignments.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct AssignmentDraft {
    pub cell: Symbol,
    pub official: Symbol,
    pub from: Date,
    pub until: Option<Date>,
    pub document: Document,
    pub mode: Option<AssignmentMode>,
}

impl AssignmentDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let from = row.date(FROM);
        row.day = from.unwrap_or(row.today);
        let (cell, official) = (row.reference(CELL), row.reference(OFFICIAL));
        let (cell, official) = (row.need(CELL, cell), row.need(OFFICIAL, official));
        let (from, until) = (row.need(FROM, from), row.date(UNTIL));
        let document = Document {
            number: row.short(DOCUMENT),
            date: row.date(DOCUMENT_DATE),
            issuer: row.short(ISSUER),
        };
        let mode = row.word(MODE);
        Some(Self { cell: cell?, official: official?, from: from?, until, document, mode })
    }
}

/// An assignment as it will be.
struct Entry {
    new: Assignment,
    old: Option<Box<Assignment>>,
    /// Its row, if it stands in a file.
    place: Option<Place>,
}

type Key = (CellId, OfficialId, Date);

fn key(a: &Assignment) -> Key {
    (a.cell, a.official, a.from)
}

/// Plans every assignment, then checks those of the files and those whose cell or official changes his life. In the
/// base stay those that are as they were.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<AssignmentDraft>>) {
    let recorded = std::mem::take(&mut planning.base.records.assignments).into_iter();
    let mut entries: Vec<Entry> =
        recorded.map(|a| Entry { new: a.clone(), old: Some(Box::new(a)), place: None }).collect();
    let mut places: HashMap<Key, usize> =
        entries.iter().enumerate().map(|(at, entry)| (key(&entry.new), at)).collect();
    for draft in drafts {
        enter(planning, draft, &mut entries, &mut places);
    }
    drop(places);
    entries.sort_by_key(|entry| key(&entry.new));
    check(planning, &entries);
    for Entry { new, old, place } in entries {
        let is_same = old.as_deref() == Some(&new);
        if place.is_some() {
            planning.count(FileKind::Assignments, old.is_none(), is_same);
        }
        if is_same {
            planning.base.records.assignments.push(new);
        } else {
            planning.change.assignments.push(new);
        }
    }
}

fn enter(
    planning: &mut Planning,
    Draft { place, row }: Draft<AssignmentDraft>,
    entries: &mut Vec<Entry>,
    places: &mut HashMap<Key, usize>,
) {
    let cell = planning.find::<Cell>(place, column::CELL, row.cell);
    let official = planning.find::<Official>(place, column::OFFICIAL, row.official);
    let Some((cell, official)) = cell.zip(official) else { return };
    let known = places.get(&(cell, official, row.from)).copied();
    let old = known.and_then(|at| entries[at].old.clone());
    let mode = row.mode.unwrap_or(AssignmentMode::Each);
    let (from, until, document) = (row.from, row.until, row.document);
    let mut new = Assignment { cell, official, from, until, mode, document };
    if let Some(old) = &old {
        // A column that is not there leaves the value.
        if !planning.has(place, column::UNTIL) {
            new.until = old.until;
        }
        if !planning.has(place, column::DOCUMENT) {
            new.document.number = old.document.number.clone();
        }
        if !planning.has(place, column::DOCUMENT_DATE) {
            new.document.date = old.document.date;
        }
        if !planning.has(place, column::ISSUER) {
            new.document.issuer = old.document.issuer.clone();
        }
        if !planning.has(place, column::MODE) {
            new.mode = old.mode;
        }
    }
    if let Some((at, first)) = known.and_then(|at| Some((at, entries[at].place?))) {
        if entries[at].new != new {
            planning.duplicate(place, first, &new.from.to_string());
        }
        return;
    }
    if let Some(old) = &old {
        planning.compare((FileKind::Assignments, place), (&**old, &new));
    }
    match known {
        Some(at) => entries[at] = Entry { new, old, place: Some(place) },
        None => {
            places.insert(key(&new), entries.len());
            entries.push(Entry { new, old, place: Some(place) });
        }
    }
}

/// Checks every assignment that is new, or whose cell or official has another life than before. Entries
/// stand in order of pair and day, so that one that overlaps an earlier one overlaps its neighbour, or
/// that one its own.
fn check(planning: &mut Planning, entries: &[Entry]) {
    for (at, entry) in entries.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &entries[at]);
        let before =
            before.filter(|b| (b.new.cell, b.new.official) == (entry.new.cell, entry.new.official));
        let lives = (
            planning.parts.cells.lives.get(&entry.new.cell).copied(),
            planning.parts.officials.lives.get(&entry.new.official).copied(),
        );
        let row = entry.place.or(before.and_then(|b| b.place));
        let Some(place) = row.or(lives.0).or(lives.1) else { continue };
        let cell = planning.base.records.register.cell(entry.new.cell);
        let official = planning.base.records.register.official(entry.new.official);
        let others = before.map(|b| &b.new).into_iter();
        if let Err(refusal) = check_assignment(&entry.new, cell, official, others) {
            match entry.place {
                Some(place) => {
                    let (column, value) = blamed(&entry.new, &refusal);
                    planning.fault(place, column, &value, refusal);
                }
                None => planning.ledger.enter(place, None, "", refusal),
            }
        }
    }
    for of_cell in entries.chunk_by(|a, b| a.new.cell == b.new.cell) {
        check_modes(planning, of_cell);
    }
}

/// Checks that those of a cell who share a day are assigned in one mode.
fn check_modes(planning: &mut Planning, of_cell: &[Entry]) {
    if of_cell.iter().all(|entry| entry.new.mode == of_cell[0].new.mode) {
        return;
    }
    for (at, entry) in of_cell.iter().enumerate() {
        let others = || of_cell[..at].iter().filter(|other| other.new.mode != entry.new.mode);
        let register = &planning.base.records.register;
        let Err(refusal) = check_mode(&entry.new, register, others().map(|other| &other.new))
        else {
            continue;
        };
        // Either may be the one of the file.
        if let Some(place) = entry.place.or(others().filter_map(|other| other.place).next_back()) {
            planning.fault(place, column::MODE, entry.new.mode.key(), refusal);
        }
    }
}

fn blamed(new: &Assignment, refusal: &Refusal) -> (Column, String) {
    match refusal {
        Refusal::Assignment(
            refusal::Assignment::Empty { .. } | refusal::Assignment::Beyond { .. },
        ) => (column::UNTIL, shown(&new.until)),
        _ => (column::FROM, new.from.to_string()),
    }
}
