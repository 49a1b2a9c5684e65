//! What was answered about a gap: recorded, replaced, taken out.

use serde_json::{Value, json};

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Cell, Date, GapNote, OperationNumber, Period, PeriodSpan, Remark, Status, Thing, Verb,
    coverage_row, find_cell, refusal,
};
use crate::store::{Grounds, Writer};

/// Of which cell and month, and on which day it was answered.
#[derive(Debug, Clone)]
pub struct GapNoteAsked {
    /// Code or name.
    pub cell: String,
    pub period: Period,
    pub on: Date,
}

/// What was recorded or taken out.
#[derive(Debug, Clone)]
pub struct GapNoted {
    pub number: OperationNumber,
    pub cell: Thing,
    pub note: GapNote,
    /// Whether there is anything to ask about the cell and month, as `report gaps` lists it.
    pub was_asked: bool,
    /// The text that stood in its place.
    pub replaced: Option<Remark>,
}

/// Records what was answered. What was recorded of the same cell, month and day is replaced.
pub fn note_gap(db: &Writer<'_>, asked: &GapNoteAsked, text: Remark) -> Result<GapNoted> {
    let register = db.register_named(&[&asked.cell], &[])?;
    let cell = find_cell(&register, &asked.cell, asked.period.last_day())?;
    let note = GapNote { cell, period: asked.period, on: asked.on, text };
    note.check(Some(db.today()))?;
    let records_from = db.records_from_as_set()?.filter(|from| note.period < *from);
    if records_from.is_some() {
        return Err(refusal::Month::Empty { period: note.period, records_from }.into());
    }
    let old = db.gap_notes()?.into_iter().find(|other| is_same(other, &note));
    if old.as_ref() == Some(&note) {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let facts = db.facts(PeriodSpan::single(note.period))?;
    let row = coverage_row(&facts, facts.register.cell(cell), note.period, db.today());
    let is_open = |status: Status| status.is_gap() || status.ask().is_some();
    let was_asked = row.is_some_and(|row| is_open(row.status));
    let change = Change { gap_notes: vec![note.clone()], ..Change::default() };
    let cell = register.cell(cell);
    let number = change.carry_out(db, Verb::GapNote, about(cell, &note), Grounds::NONE)?;
    let cell = cell.thing(note.period.last_day());
    Ok(GapNoted { number, cell, note, was_asked, replaced: old.map(|old| old.text) })
}

/// Takes out what was recorded as answered on a day.
pub fn remove_gap_note(db: &Writer<'_>, asked: &GapNoteAsked) -> Result<GapNoted> {
    let register = db.register_named(&[&asked.cell], &[])?;
    let (period, on) = (asked.period, asked.on);
    let cell = register.cell(find_cell(&register, &asked.cell, period.last_day())?);
    let of_month = db.gap_notes()?.into_iter();
    let mut of_month: Vec<GapNote> =
        of_month.filter(|note| (note.cell, note.period) == (cell.id, period)).collect();
    let thing = cell.thing(period.last_day());
    let Some(at) = of_month.iter().position(|note| note.on == on) else {
        let mut others: Vec<Date> = of_month.iter().map(|note| note.on).collect();
        others.sort_unstable();
        return Err(refusal::GapNote::NotFound { cell: thing, period, on, others }.into());
    };
    let note = of_month.swap_remove(at);
    let removed = vec![Removed::GapNote(note.clone())];
    let change = Change { removed, ..Change::default() };
    let number = change.carry_out(db, Verb::GapNoteRemove, about(cell, &note), Grounds::NONE)?;
    Ok(GapNoted { number, cell: thing, note, was_asked: true, replaced: None })
}

fn is_same(one: &GapNote, other: &GapNote) -> bool {
    (one.cell, one.period, one.on) == (other.cell, other.period, other.on)
}

/// What the history keeps of it: the code, the month and the day.
fn about(cell: &Cell, note: &GapNote) -> Value {
    json!({
        "cell": cell.code.as_str(),
        "period": note.period.to_string(),
        "on": note.on.to_string(),
    })
}
