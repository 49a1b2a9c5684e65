//! Records that stand on several rows, one for each day on which a dated value changes (`records.md`,
//! section 9).

use std::collections::HashSet;

use super::{OtherValue, Planning};
use crate::domain::{Date, Dated, Since};
use crate::files::Column;
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::fault::Problem;
use crate::import::ledger::Place;

/// The rows of each code beside each other, the earliest first, equal ones once. Codes with two different rows for the
/// same day come separately: they are faulty.
pub(in crate::import) struct Groups<T> {
    pub sound: Vec<Draft<T>>,
    pub faulty: Vec<Symbol>,
}

/// Puts the rows of each code together, in the order in which the codes come.
pub(in crate::import) fn groups<T: PartialEq>(
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
            let value = planning.codes.text(code).to_owned();
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
pub(in crate::import) fn is_beginning<T>(
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
pub(in crate::import) fn undated<D, T: Clone + PartialEq>(
    planning: &mut Planning,
    rows: &[Draft<D>],
    column: Column,
    (old, is_beginning): (Option<T>, bool),
    value: impl Fn(&D) -> &Option<T>,
    show: impl Fn(&Option<T>) -> String,
) -> Option<T> {
    let mut given = rows.iter().filter(|draft| has(planning, draft, column));
    let Some(first) = given.next() else { return old };
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
    if is_beginning { new } else { new.or(old) }
}

/// The same of a value that the record cannot do without. Where it is taken away, that is told as well, and the one in
/// force stands in its place.
pub(in crate::import) fn needed<D, T: Clone + PartialEq>(
    planning: &mut Planning,
    rows: &[Draft<D>],
    column: Column,
    (old, is_beginning): (Option<T>, bool),
    value: impl Fn(&D) -> &Option<T>,
    show: impl Fn(&Option<T>) -> String,
) -> Option<T> {
    let in_force = (old.clone(), is_beginning);
    let new = undated(planning, rows, column, in_force, value, &show);
    if new.is_some() {
        return new;
    }
    if old.is_some() {
        changed(planning, rows, column, (show(&old), String::new()));
    }
    planning.lacks(rows[0].place, column);
    old
}

/// Tells of an undated value that would be another one before anything else is said of it.
pub(in crate::import) fn changed<D>(
    planning: &mut Planning,
    rows: &[Draft<D>],
    column: Column,
    (old, new): (String, String),
) {
    if let Some(row) = rows.iter().find(|row| has(planning, row, column)) {
        let other = OtherValue { column, since: Since::Always, old, new };
        planning.would_change(row.place, other);
    }
}

/// The row of a record that gives it another value.
pub(in crate::import) fn row_of<D>(
    planning: &Planning,
    rows: &[Draft<D>],
    from: impl Fn(&D) -> Option<Date>,
    other: &OtherValue,
) -> Option<Place> {
    let row = match other.since {
        Since::Always => rows.iter().find(|row| has(planning, row, other.column)),
        Since::Day(None) => rows.first(),
        Since::Day(day) => rows.iter().find(|row| from(&row.row) == day),
    };
    row.map(|row| row.place)
}

fn has<D>(planning: &Planning, draft: &Draft<D>, column: Column) -> bool {
    planning.has(draft.place, column)
}

/// The dated value in force on the day of a row; on one without a day the first.
pub(in crate::import) fn in_force_on<T>(old: Option<&Dated<T>>, from: Option<Date>) -> Option<&T> {
    old.map(|old| from.map_or(old.first(), |day| old.at(day)))
}

/// A value that each day needs, as one row gives it; a column that is not there leaves what is in force.
pub(in crate::import) fn given<T: Clone>(
    planning: &mut Planning,
    place: Place,
    column: Column,
    (given, in_force): (&Option<T>, Option<&T>),
) -> Option<T> {
    let value = if planning.has(place, column) { given.clone() } else { in_force.cloned() };
    if value.is_none() {
        planning.lacks(place, column);
    }
    value
}

/// What the dated values of a record's rows are laid over.
pub(in crate::import) struct Before<'a, T> {
    /// The values in force.
    pub old: Option<&'a Dated<T>>,
    pub founded: Option<Date>,
    /// What holds before the earliest row of a new record that begins later than the record does; without it
    /// such a row is a fault: it begins too late.
    pub unknown: Option<T>,
}

/// The dated values of a record, those of its rows laid over those in force. None if one of the rows is faulty, after all
/// were looked at.
pub(in crate::import) fn dated<D, T: Clone + PartialEq>(
    planning: &mut Planning,
    rows: &[Draft<D>],
    (column, from): (Column, impl Fn(&D) -> Option<Date>),
    Before { old, founded, unknown }: Before<'_, T>,
    value: impl Fn(&mut Planning, Place, &D) -> Option<T>,
) -> Option<Dated<T>> {
    let values: Vec<Option<T>> =
        rows.iter().map(|draft| value(planning, draft.place, &draft.row)).collect();
    let Some(values) = values.into_iter().collect::<Option<Vec<T>>>() else {
        // What is wrong may stand on a row of another record.
        planning.ledger.mark();
        return None;
    };
    let mut laid = old.cloned();
    for (at, (Draft { place, row }, value)) in rows.iter().zip(values).enumerate() {
        let from = from(row).filter(|day| at > 0 || !is_beginning(Some(*day), founded, old));
        match (&mut laid, from, &unknown) {
            (Some(laid), from, _) => drop(laid.set(from, value)),
            (None, None, _) => laid = Some(Dated::new(value)),
            (None, Some(_), Some(unknown)) => {
                laid.insert(Dated::new(unknown.clone())).set(from, value);
            }
            (None, Some(day), None) => {
                let problem = Problem::FromAfterBeginning { founded };
                planning.fault(*place, column, &day.to_string(), problem);
                return None;
            }
        }
    }
    laid
}
