//! Committees, cells, categories and officials of the files: what is the same of all four. What a row of each says
//! stands in its own file.

use super::dated::{groups, row_of};
use super::parts::OfRegister;
use super::{Planning, shown};
use crate::domain::{Code, Date, Refusal, refusal};
use crate::files::Column;
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::ops::Ever;

/// A record of the register as files have it.
pub(in crate::import) trait Planned: OfRegister {
    /// A row of its file.
    type Row: PartialEq;

    /// Which record a row is about.
    fn own(row: &Self::Row) -> (&Code, Symbol);

    /// The day from which the dated values of a row hold.
    fn since(row: &Self::Row) -> Option<Date>;

    /// The record as its rows have it; where they are faulty, and for columns that are not there, what is in force.
    /// None if that is not all that it needs.
    fn laid(
        planning: &mut Planning,
        rows: &[Draft<Self::Row>],
        old: Option<&Self>,
        named: (Self::Id, Code),
    ) -> Option<Self>;

    /// The column that a refusal speaks of, and what stands there.
    fn blamed(&self, refusal: &Refusal) -> (Column, String);

    /// Whether what is in force is nobody's word yet, and may be another without being amended.
    fn is_given(&self) -> bool {
        false
    }
}

/// The column that a refusal of the days of a record speaks of: the day of a change, or else the end of its life.
pub(in crate::import) fn blamed_day(
    refusal: &Refusal,
    from: Column,
    (end, until): (Column, Option<Date>),
) -> (Column, String) {
    match refusal {
        Refusal::Register(refusal::Register::ChangeOutsideLife { day, .. }) => {
            (from, day.to_string())
        }
        _ => (end, shown(&until)),
    }
}

/// Plans every record of one kind.
pub(in crate::import) fn plan<T: Planned>(planning: &mut Planning, drafts: Vec<Draft<T::Row>>) {
    let symbol = |row: &T::Row| T::own(row).1;
    let groups = groups(planning, drafts, symbol, T::since);
    groups.faulty.iter().for_each(|symbol| T::part_mut(planning).known.give_up(*symbol));
    for rows in groups.sound(symbol) {
        let symbol = symbol(&rows[0].row);
        if !T::part(planning).known.is_unsure(symbol) && plan_one::<T>(planning, rows).is_none() {
            T::part_mut(planning).known.give_up(symbol);
        }
    }
    T::part_mut(planning).ever = Ever::default();
}

/// None if there is something wrong with it, or with what it refers to.
fn plan_one<T: Planned>(planning: &mut Planning, rows: &[Draft<T::Row>]) -> Option<()> {
    let before = planning.ledger.marks();
    let (place, (written, symbol)) = (rows[0].place, T::own(&rows[0].row));
    let id = T::part(planning).ever.identity(written);
    let old = planning.base.records.register.find::<T>(id).cloned();
    // Its own way of writing stays, where it is the same code.
    let own = old.as_ref().map(T::code).filter(|own| *own == written);
    let code = own.unwrap_or(written).clone();
    let new = T::laid(planning, rows, old.as_ref(), (id, code));
    let is_same = old.is_some() && old == new;
    if let Some((old, new)) = old.as_ref().zip(new.as_ref()).filter(|_| !is_same) {
        compare(planning, rows, (old, new));
    }
    if planning.ledger.marks() != before {
        return None;
    }
    let new = new?;
    if let Err(refusal) = new.check(&planning.base.records.register) {
        let (column, value) = new.blamed(&refusal);
        planning.fault(place, column, &value, refusal);
        return None;
    }
    if let Some(other) = T::part_mut(planning).known.enter(id, symbol, place) {
        planning.duplicate(place, other, written.as_str());
        return None;
    }
    planning.count(T::FILE, old.is_none(), is_same);
    let part = T::part_mut(planning);
    part.ever.enter(new.code());
    if old.as_ref().is_some_and(|old| old.life() != new.life()) {
        part.lives.insert(id, place);
    }
    if !is_same {
        part.write(id, old.is_none());
        planning.base.records.register.put(new);
    }
    Some(())
}

/// Compares it with the version in force, each value at the row that gives it.
fn compare<T: Planned>(planning: &mut Planning, rows: &[Draft<T::Row>], (old, new): (&T, &T)) {
    if old.is_given() || planning.options.amend {
        return;
    }
    for other in planning.other_values(T::FILE, (old, new), T::told) {
        if let Some(place) = row_of(planning, rows, T::since, &other) {
            planning.would_change(place, other);
        }
    }
}
