//! Whether a record exists on the day on which something is to be done with it.

use super::Result;
use crate::domain::{Cell, CellId, Date, Dated, Refusal, Register, Span, Thing, refusal};

/// A change recorded for a day on which the record would have ended stands in the way of the end.
pub(super) fn in_the_way(life: Span, refusal: Refusal) -> Refusal {
    match (refusal, life.until) {
        (Refusal::Register(refusal::Register::ChangeOutsideLife { thing, day, .. }), Some(on))
            if on <= day =>
        {
            Refusal::Ending(refusal::Ending::ChangeInTheWay { thing, on, day })
        }
        (refusal, _) => refusal,
    }
}

/// Refuses to do something with a record on a day on which it has ended.
pub(super) fn refuse_ended(life: Span, on: Date, thing: impl Fn(Date) -> Thing) -> Result<()> {
    match life.until {
        Some(end) if end <= on => {
            Err(refusal::Ending::AlreadyEnded { thing: thing(end.previous()), on: end }.into())
        }
        _ => Ok(()),
    }
}

/// Refuses to do something with a record on a day on which it does not exist.
pub(super) fn refuse_absent(life: Span, on: Date, thing: impl Fn(Date) -> Thing) -> Result<()> {
    refuse_ended(life, on, &thing)?;
    if life.contains(on) {
        Ok(())
    } else {
        Err(refusal::Register::NotThere { thing: thing(on), day: on, life }.into())
    }
}

/// The cell, if it exists on the day before and on the day itself.
pub(super) fn living(register: &Register, id: CellId, on: Date) -> Result<&Cell> {
    let cell = register.cell(id);
    refuse_ended(cell.life(), on, |day| cell.thing(day))?;
    if cell.founded.is_some_and(|founded| founded >= on) {
        let (thing, day) = (cell.thing(on), on.previous());
        Err(refusal::Register::NotThere { thing, day, life: cell.life() }.into())
    } else {
        Ok(cell)
    }
}

/// The same of a cell that is to end: one that already went into another on a later day does not end before.
pub(super) fn ending(register: &Register, id: CellId, on: Date) -> Result<&Cell> {
    let cell = living(register, id, on)?;
    match cell
        .dissolved
        .filter(|end| register.successions.iter().any(|s| s.from_cell == id && s.on == *end))
    {
        Some(end) => Err(refusal::Ending::AlreadyEnded { thing: cell.thing(on), on: end }.into()),
        None => Ok(cell),
    }
}

/// The day from which a dated value is to hold: none stands for the beginning of the record's life.
pub(super) fn since<T>(life: Span, values: &Dated<T>, on: Date) -> Option<Date> {
    let beginning = life.from == Some(on) && values.exactly(Some(on)).is_none();
    (!beginning).then_some(on)
}
