//! What differs between a recorded meeting and the same meeting in a file, column by column.

use super::super::ledger::Place;
use super::planning::Planning;
use crate::domain::{Kept, Meeting, Record, Register};
use crate::files::meetings;

/// Enters a fault for every column that would change, unless it is to be amended.
pub(super) fn compare(planning: &mut Planning, place: Place, old: &Meeting, new: &Meeting) {
    if planning.options.amend {
        return;
    }
    let (before, after) =
        (cells(&planning.base.register, old), cells(&planning.base.register, new));
    for (column, (old, new)) in meetings::COLUMNS.iter().zip(before.iter().zip(&after)) {
        planning.compare(place, *column, (old, new), String::clone);
    }
}

/// A meeting as a file would hold it: its values are told in the order of the columns.
fn cells(register: &Register, meeting: &Meeting) -> Vec<String> {
    let told = meeting.told(register).into_iter().filter(|item| item.kept != Kept::Derived);
    told.map(|item| item.written()).collect()
}
