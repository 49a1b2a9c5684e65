//! What differs between a recorded meeting and the same meeting in a file, column by column.

use super::super::columns::{self, Column, meeting as column};
use super::super::ledger::Place;
use super::planning::{Planning, shown};
use crate::domain::{
    Absences, Code, Detail, Held, Keyword, Meeting, OfficialId, Outcome, Register,
};

/// Enters a fault for every column that would change, unless it is to be amended.
pub(super) fn compare(p: &mut Planning, place: Place, old: &Meeting, new: &Meeting) {
    if p.options.amend {
        return;
    }
    let (before, after) = (cells(&p.base.register, old), cells(&p.base.register, new));
    for ((column, old), (_, new)) in before.into_iter().zip(after) {
        p.compare(place, column, (&old, &new), String::clone);
    }
}

/// A meeting as a file would hold it.
fn cells(register: &Register, meeting: &Meeting) -> Vec<(Column, String)> {
    let held: Option<&Held> = meeting.outcome.held();
    let counts = held.map(|held| held.presence.counts()).unwrap_or_default();
    let mut cells = vec![
        (column::PERIOD, meeting.period.to_string()),
        (column::HELD_ON, shown(&held.map(|held| held.held_on))),
        (column::NOT_HELD_REASON, not_held_key(meeting)),
        (column::VISITORS, held.map(|h| visitors(register, &h.visitors)).unwrap_or_default()),
        (column::ABSENCE_REASON, held.map(|h| reasons(register, &h.absences)).unwrap_or_default()),
        (column::TOTAL, shown(&counts.total)),
        (column::EXEMPT, shown(&counts.exempt)),
        (column::AWAY, shown(&counts.away)),
        (column::PRESENT, shown(&counts.present)),
        (column::EXCUSED, shown(&counts.excused)),
    ];
    cells.extend(Detail::ALL.iter().map(|detail| {
        (columns::detail(*detail), shown(&held.and_then(|held| held.details.get(*detail))))
    }));
    cells.push((column::NOTE, shown(&meeting.note)));
    cells
}

fn visitors(register: &Register, visitors: &[OfficialId]) -> String {
    match visitors.is_empty() {
        true => "none".to_owned(),
        false => Code::joined(visitors.iter().map(|id| &register.official(*id).code)),
    }
}

fn reasons(register: &Register, absences: &Absences) -> String {
    absences.map(|who| &register.official(*who).code).written()
}

/// The key of an outcome that was not held, as files hold it.
fn not_held_key(meeting: &Meeting) -> String {
    match &meeting.outcome {
        Outcome::Held(_) => String::new(),
        Outcome::NotHeld(reason) => reason.key().to_owned(),
    }
}
