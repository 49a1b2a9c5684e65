//! Rows of a month sheet that nobody has filled in: they are no fault and no record, and are named where nothing is known
//! from elsewhere.

use std::collections::HashSet;

use super::draft::MeetingDraft;
use crate::domain::{CellId, Meeting, MeetingKind, Period};
use crate::import::draft::{Draft, LeftEmpty};
use crate::import::planning::Planning;

/// The cells and months of empty rows of which neither another row nor the record file knows anything.
pub(super) fn not_filled_in(
    planning: &Planning,
    rows: Vec<LeftEmpty>,
    drafts: &[Draft<MeetingDraft>],
    recorded: &[Meeting],
) -> Vec<(CellId, Period)> {
    let cells = &planning.parts.cells.known;
    let found = rows.into_iter().filter_map(|row| Some((cells.known(row.cell)?, row.period)));
    let mut left: HashSet<(CellId, Period)> = found.collect();
    if left.is_empty() {
        return Vec::new();
    }
    let register = &planning.base.records.register;
    // A cell that is gone has nothing to report.
    left.retain(|(cell, period)| register.cell(*cell).life().contains(period.last_day()));
    for Draft { row, .. } in drafts.iter().filter(|draft| draft.row.kind == MeetingKind::Regular) {
        if let Some(cell) = cells.known(row.cell) {
            left.remove(&(cell, row.period));
        }
    }
    for meeting in recorded.iter().filter(|meeting| meeting.kind == MeetingKind::Regular) {
        left.remove(&(meeting.cell, meeting.period));
    }
    let mut left: Vec<(CellId, Period)> = left.into_iter().collect();
    left.sort_by_key(|(cell, period)| (*period, &register.cell(*cell).code));
    left
}
