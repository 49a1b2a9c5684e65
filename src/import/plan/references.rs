//! The codes in rows with other faults: what is unknown among them is told at once, not once these are corrected.

use super::super::kinds::recommendations;
use super::super::planning::Planning;
use super::super::row::Reference;
use crate::domain::{Category, Cell, Committee, Official, ThingKind};

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
            Some(ThingKind::Recommendation) => {
                recommendations::look_up(planning, place, column, symbol);
            }
            None => {}
        }
    }
}
