//! What an operation tells of rows that it was not about.

use std::collections::BTreeSet;

use super::super::rows_at::{Place, RowsAt};
use super::reach::Reach;
use crate::domain::{Date, Period, Status, Thing};

/// A cell whose status changed in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    pub cell: Thing,
    pub period: Period,
    pub before: Option<Status>,
    pub after: Option<Status>,
}

/// The rows within reach whose status differs though the regular meeting of their place was not touched: first
/// those of cells that stand otherwise, cell by cell, then those that are judged by a meeting touched elsewhere.
pub(super) fn changed_elsewhere(
    (old, new): (&RowsAt, &RowsAt),
    reach: &Reach,
    today: Date,
) -> Vec<StatusChange> {
    let mut elsewhere = Elsewhere { old, new, places: BTreeSet::new(), changes: Vec::new() };
    let standing = || reach.standing.iter().map(|(cell, period)| (*period, *cell));
    // Where a meeting that judges them was touched too, it is the one of now that they are judged by.
    let touched = standing().any(|place| reach.heirs.contains(&place));
    let before = touched.then(|| old.with_meetings_of(new));
    let before = before.as_ref().unwrap_or(old);
    for place in standing() {
        // Without a meeting there is no result; that reports begin with another month is told as such.
        let result = |rows: &RowsAt| {
            let row = rows.row_whenever(place, today).filter(|row| row.meeting.is_some());
            row.map(|row| row.status)
        };
        elsewhere.enter(place, result(before), result(new));
    }
    for place in &reach.heirs {
        // A cell that comes or goes with the operation itself is told as such.
        let (Some(_), Some(_)) = (old.thing(*place), new.thing(*place)) else { continue };
        let status = |rows: &RowsAt| rows.row(*place, today).map(|row| row.status);
        elsewhere.enter(*place, status(old), status(new));
    }
    elsewhere.changes
}

struct Elsewhere<'a> {
    old: &'a RowsAt,
    new: &'a RowsAt,
    places: BTreeSet<Place>,
    changes: Vec<StatusChange>,
}

impl Elsewhere<'_> {
    /// Tells each place once, and none whose own meeting was touched: the operation was about that.
    fn enter(&mut self, place: Place, before: Option<Status>, after: Option<Status>) {
        let own = |rows: &RowsAt| rows.facts.regular(place.0, place.1).cloned();
        if before == after || own(self.old) != own(self.new) || !self.places.insert(place) {
            return;
        }
        let cell = self.new.thing(place).or_else(|| self.old.thing(place));
        let change = |cell| StatusChange { cell, period: place.0, before, after };
        self.changes.extend(cell.map(change));
    }
}
