//! The codes in rows with other faults: what is unknown among them is told at once, not once these are corrected.

use super::super::drafts::MeetingDraft;
use super::super::ledger::Place;
use super::super::row::Reference;
use super::planning::Planning;
use crate::domain::ThingKind;
use crate::files::Column;

/// Enters a fault for each code that is unknown.
pub(super) fn check(planning: &mut Planning, references: Vec<Reference>) {
    for Reference { place, column, symbol } in references {
        match column.refers() {
            Some(ThingKind::Committee) => planning.committee(place, column, symbol).map(drop),
            Some(ThingKind::Category) => planning.category(place, column, symbol).map(drop),
            Some(ThingKind::Cell) => planning.cell(place, column, symbol).map(drop),
            Some(ThingKind::Official) => planning.official(place, column, symbol).map(drop),
            Some(ThingKind::Recommendation) | None => None,
        };
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
        planning.official(place, visitors, *symbol);
    }
    for (symbol, _) in row.absences().named() {
        planning.official(place, reasons, *symbol);
    }
}
