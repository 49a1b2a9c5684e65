//! The codes in rows with other faults: what is unknown among them is told at once, not once these are corrected.

use super::super::columns::Column;
use super::super::drafts::{MeetingDraft, Reference};
use super::super::ledger::Place;
use super::planning::Planning;

/// Enters a fault for each code that is unknown.
pub(super) fn check(planning: &mut Planning, references: Vec<Reference>) {
    for Reference { place, column, symbol } in references {
        match column.key {
            "committee" => planning.committee(place, column, symbol).map(drop),
            "category" => planning.category(place, column, symbol).map(drop),
            "cell" | "from_cell" | "to_cell" => planning.cell(place, column, symbol).map(drop),
            "official" | "visitors" | "absence_reason" => {
                planning.official(place, column, symbol).map(drop)
            }
            _ => None,
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
