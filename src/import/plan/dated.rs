//! Records that stand on several rows, one for each day on which a dated value changes (`records.md`,
//! section 9).

use std::collections::HashSet;

use super::super::codes::Symbol;
use super::super::drafts::Draft;
use super::super::fault::Problem;
use super::super::ledger::Place;
use super::planning::Planning;
use crate::domain::{Date, Dated};
use crate::files::Column;

/// The rows of each code beside each other, the earliest first, equal ones once. Codes with two different rows for the
/// same day come separately: they are faulty.
pub(super) struct Groups<T> {
    pub sound: Vec<Draft<T>>,
    pub faulty: Vec<Symbol>,
}

/// Puts the rows of each code together, in the order in which the codes come.
pub(super) fn groups<T: PartialEq>(
    planning: &mut Planning,
    mut drafts: Vec<Draft<T>>,
    symbol: impl Fn(&T) -> Symbol,
    from: impl Fn(&T) -> Option<Date>,
) -> Groups<T> {
    let mut places: Vec<Option<u32>> = vec![None; planning.codes.all().len()];
    for (at, draft) in drafts.iter().enumerate() {
        places[symbol(&draft.row).at()].get_or_insert(at as u32);
    }
    let place = |draft: &Draft<T>| places[symbol(&draft.row).at()];
    drafts.sort_by_key(|draft| (place(draft), from(&draft.row), draft.place));
    let mut faulty: Vec<Symbol> = Vec::new();
    drafts.dedup_by(|later, first| {
        let code = symbol(&first.row);
        if code != symbol(&later.row) || from(&later.row) != from(&first.row) {
            return false;
        }
        if later.row != first.row {
            let value = planning.codes.code(code).to_string();
            planning.duplicate(later.place, first.place, &value);
            faulty.push(code);
        }
        true
    });
    faulty.dedup();
    if !faulty.is_empty() {
        let all: HashSet<Symbol> = faulty.iter().copied().collect();
        drafts.retain(|draft| !all.contains(&symbol(&draft.row)));
    }
    Groups { sound: drafts, faulty }
}

impl<T> Groups<T> {
    /// The rows of one code after those of the other.
    pub fn sound(&self, symbol: impl Fn(&T) -> Symbol) -> impl Iterator<Item = &[Draft<T>]> {
        self.sound.chunk_by(move |a, b| symbol(&a.row) == symbol(&b.row))
    }
}

/// Whether the earliest row of a record stands for the beginning of its life: it has no day, or one that is
/// not after the first day and on which no value changes.
pub(super) fn is_beginning<T>(
    from: Option<Date>,
    founded: Option<Date>,
    old: Option<&Dated<T>>,
) -> bool {
    let Some(from) = from else { return true };
    let changes = old.is_some_and(|old| old.exactly(Some(from)).is_some());
    !changes && founded.is_some_and(|founded| from <= founded)
}

/// The undated value of a record: it stands on the earliest row, and is empty or equal on the others. Where
/// no file has the column, or the earliest row is not the record's own earliest and says nothing, the value
/// in force stays.
pub(super) fn undated<D, T: Clone + PartialEq>(
    planning: &mut Planning,
    rows: &[Draft<D>],
    column: Column,
    old: Option<Option<T>>,
    is_beginning: bool,
    value: impl Fn(&D) -> &Option<T>,
    show: impl Fn(&Option<T>) -> String,
) -> Option<T> {
    let mut given = rows.iter().filter(|draft| has(planning, draft, column));
    let Some(first) = given.next() else { return old.flatten() };
    let mut differing = Vec::new();
    for other in given {
        let other_value = value(&other.row);
        if other_value.is_some() && other_value != value(&first.row) {
            differing.push((other.place, show(other_value)));
        }
    }
    let line = first.place.line.into();
    for (place, text) in differing {
        let problem = Problem::UndatedDiffers { line, value: show(value(&first.row)) };
        planning.fault(place, column, &text, problem);
    }
    let new = value(&first.row).clone();
    match old {
        Some(old) if new.is_none() && !is_beginning => old,
        Some(old) => {
            planning.compare(first.place, column, (&old, &new), show);
            new
        }
        None => new,
    }
}

fn has<D>(planning: &Planning, draft: &Draft<D>, column: Column) -> bool {
    planning.has(draft.place, column)
}

/// A dated value as one row gives it.
pub(super) struct DatedRow<T> {
    pub place: Place,
    pub from: Option<Date>,
    pub value: T,
}

/// Lays the rows of a record over the values in force. `before` is what holds before the earliest row of a
/// new record that begins later than the record does; without it such a row is refused with the day it
/// begins too late for. `differ` is called where a value in force becomes another one.
pub(super) fn lay<T: Clone + PartialEq>(
    rows: Vec<DatedRow<T>>,
    old: Option<&Dated<T>>,
    founded: Option<Date>,
    before: Option<T>,
    mut differ: impl FnMut(Place, &T, &T),
) -> Result<Option<Dated<T>>, (Place, Problem)> {
    let mut laid = old.cloned();
    for (at, DatedRow { place, from, value }) in rows.into_iter().enumerate() {
        let from = from.filter(|_| at > 0 || !is_beginning(from, founded, old));
        match (&mut laid, from) {
            (None, None) => laid = Some(Dated::new(value)),
            (None, Some(_)) => {
                let Some(before) = &before else {
                    return Err((place, Problem::FromAfterBeginning { founded }));
                };
                laid.insert(Dated::new(before.clone())).set(from, value);
            }
            (Some(laid), from) => {
                let prior = laid.set(from, value.clone());
                if let Some(prior) = prior.filter(|prior| *prior != value) {
                    differ(place, &prior, &value);
                }
            }
        }
    }
    Ok(laid)
}
