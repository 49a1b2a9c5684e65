//! The codes in rows with other faults: what is unknown among them is told at once, not once these are corrected.

use super::super::drafts::MeetingDraft;
use super::super::ledger::Place;
use super::super::row::Reference;
use super::planning::Planning;
use crate::domain::{Category, Cell, Committee, Official, ThingKind};
use crate::files::Column;

/// Enters a fault for each code that is unknown.
pub(super) fn check(planning: &mut Planning, references: Vec<Reference>) {
    for Reference { place, column, symbol } in references {
        match column.refers() {
            Some(ThingKind::Committee) => {
                planning.find::<Committee>(place, column, symbol);
            }
            Some(ThingKind::Category) => {
                planning.find::<Category>(place, column, symbol);
            }
            Some(ThingKind::Cell) => {
                planning.find::<Cell>(place, column, symbol);
            }
            Some(ThingKind::Official) => {
                planning.find::<Official>(place, column, symbol);
            }
            Some(ThingKind::Recommendation) | None => {}
        }
    }
}

/// The same of the officials of a meeting whose cell is unknown.
pub(super) fn check_officials(
    planning: &mut Planning,
    place: Place,
    row: &MeetingDraft,
    (visitors, reasons): (Column, Column),
) {
    for symbol in row.visitors().unwrap_or_default() {
        planning.find::<Official>(place, visitors, *symbol);
    }
    for (symbol, _) in row.absences().named() {
        planning.find::<Official>(place, reasons, *symbol);
    }
}
