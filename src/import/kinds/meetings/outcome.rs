//! What became of a meeting: what its row says, and for columns that are not there what is recorded.

use super::draft::{MeetingDraft, blamed_count};
use crate::domain::{
    Absences, Counts, Date, Detail, Held, Keyword, Meeting, MeetingKind, Official, OfficialId,
    Outcome,
};
use crate::files::{Column, meetings as column};
use crate::import::codes::Symbol;
use crate::import::fault::Problem;
use crate::import::ledger::Place;
use crate::import::planning::{Planning, shown};

/// What became of the meeting: what the row says, and for columns that are not there what is recorded.
pub(super) fn outcome(
    planning: &mut Planning,
    place: Place,
    row: &MeetingDraft,
    old: Option<&Meeting>,
) -> Option<Outcome> {
    if let Some(reason) = row.not_held {
        return Some(Outcome::NotHeld(reason));
    }
    let recorded = old.and_then(|old| old.outcome.held());
    let held_on = match (row.held_on, old.map(|old| &old.outcome)) {
        (Some(held_on), _) => held_on,
        (None, Some(Outcome::Held(held))) if !planning.has(place, column::HELD_ON) => held.held_on,
        (None, Some(Outcome::NotHeld(reason))) if !planning.has(place, column::NOT_HELD_REASON) => {
            return Some(Outcome::NotHeld(*reason));
        }
        (None, _) => {
            if planning.has(place, column::HELD_ON) {
                planning.fault(place, column::HELD_ON, "", Problem::NeitherHeldNorNotHeld)
            } else {
                planning.lacks(place, column::HELD_ON)
            }
            return None;
        }
    };
    let visitors = visitors(planning, place, row, recorded);
    let absences = absences(planning, place, row, (recorded, visitors.as_deref()));
    let mut held = said(row, held_on);
    held.visitors = visitors?;
    held.absences = absences?;
    held.presence = match counts(planning, place, row, recorded).check() {
        Ok(presence) => presence,
        Err(refusal) => {
            let (blamed, counts) = (blamed_count(&refusal), row.counts());
            let value = match blamed {
                column::PRESENT => counts.present,
                column::EXEMPT => counts.exempt,
                _ => counts.total,
            };
            planning.fault(place, blamed, &shown(&value), refusal);
            return None;
        }
    };
    if let Some(recorded) = recorded {
        leave(&mut held, recorded, |column, is_empty| planning.leaves(place, column, is_empty));
    }
    Some(Outcome::Held(Box::new(held)))
}

/// What the row says itself of a meeting that was held.
pub(super) fn said(row: &MeetingDraft, held_on: Date) -> Held {
    Held { details: row.details(), ..Held::bare(held_on) }
}

/// Leaves what is recorded where the row says nothing of it.
fn leave(held: &mut Held, recorded: &Held, leaves: impl Fn(Column, bool) -> bool) {
    for detail in Detail::ALL.iter().copied() {
        if leaves(column::detail(detail), held.details.get(detail).is_none()) {
            held.details.set(detail, recorded.details.get(detail));
        }
    }
}

/// Who came. A held regular meeting must say so: silence is not taken for nobody.
fn visitors(
    planning: &mut Planning,
    place: Place,
    row: &MeetingDraft,
    recorded: Option<&Held>,
) -> Option<Vec<OfficialId>> {
    match (row.visitors(), recorded) {
        (Some(symbols), _) => visitors_of(symbols, |column, official| {
            planning.find::<Official>(place, column, official)
        }),
        (None, Some(held)) if !planning.has(place, column::VISITORS) => Some(held.visitors.clone()),
        (None, _) if row.kind == MeetingKind::Regular => {
            if planning.has(place, column::VISITORS) {
                planning.fault(place, column::VISITORS, "", Problem::VisitorsEmpty)
            } else {
                planning.lacks(place, column::VISITORS)
            }
            None
        }
        (None, _) => Some(Vec::new()),
    }
}

/// The officials of these codes; none if one of them is unknown, after all were looked for.
pub(super) fn visitors_of(
    symbols: &[Symbol],
    mut find: impl FnMut(Column, Symbol) -> Option<OfficialId>,
) -> Option<Vec<OfficialId>> {
    let mut visitors = Vec::with_capacity(symbols.len());
    let mut known = true;
    for symbol in symbols {
        match find(column::VISITORS, *symbol) {
            Some(official) => visitors.push(official),
            None => known = false,
        }
    }
    visitors.sort_unstable();
    known.then_some(visitors)
}

fn absences(
    planning: &mut Planning,
    place: Place,
    row: &MeetingDraft,
    (recorded, visitors): (Option<&Held>, Option<&[OfficialId]>),
) -> Option<Absences> {
    // Reasons that a sheet leaves out are those of the people who did not come by the record.
    let is_said = *row.absences() != Absences::Unexplained;
    let as_recorded = |held: &&Held| visitors == Some(&held.visitors);
    let is_left = planning.leaves(place, column::ABSENCE_REASON, !is_said)
        && (!planning.has(place, column::ABSENCE_REASON) || recorded.filter(as_recorded).is_some());
    if let Some(held) = recorded.filter(|_| is_left) {
        return Some(held.absences.clone());
    }
    absences_of(row.absences(), |column, official| {
        planning.find::<Official>(place, column, official)
    })
}

/// The reasons of these codes; none if one of them is unknown, after all were looked for.
pub(super) fn absences_of(
    reasons: &Absences<Symbol>,
    mut find: impl FnMut(Column, Symbol) -> Option<OfficialId>,
) -> Option<Absences> {
    let found = reasons.map(|symbol| find(column::ABSENCE_REASON, *symbol));
    Some(found.try_map(|who| who.ok_or(())).ok()?.in_order())
}

fn counts(
    planning: &Planning,
    place: Place,
    row: &MeetingDraft,
    recorded: Option<&Held>,
) -> Counts {
    let recorded = recorded.map(|held| held.presence.counts()).unwrap_or_default();
    let pick = |column: Column, given: Option<u16>, kept: Option<u16>| {
        if planning.leaves(place, column, given.is_none()) { kept } else { given }
    };
    let given = row.counts();
    Counts {
        total: pick(column::TOTAL, given.total, recorded.total),
        exempt: pick(column::EXEMPT, given.exempt, recorded.exempt),
        away: pick(column::AWAY, given.away, recorded.away),
        present: pick(column::PRESENT, given.present, recorded.present),
        excused: pick(column::EXCUSED, given.excused, recorded.excused),
    }
}
