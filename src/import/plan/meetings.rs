//! Meetings of the files. There may be millions: they are laid beside the recorded ones in order of key.

use super::super::columns::{Column, meeting as column};
use super::super::drafts::{Came, Draft, MeetingDraft, Reasons, blamed_count};
use super::super::fault::Problem;
use super::super::kind::FileKind;
use super::super::ledger::Place;
use super::meeting_changes;
use super::planning::{Planning, shown};
use super::references;
use crate::domain::{
    Absences, CellId, Counts, Held, Keyword, Meeting, MeetingId, MeetingKey, MeetingKind,
    OfficialId, Outcome, Refusal, ThingKind,
};
use crate::ops::Replacing;

/// A draft with the cell it is about.
struct Placed {
    key: MeetingKey,
    at: u32,
    cell: CellId,
}

/// Plans every meeting.
pub(super) fn plan(p: &mut Planning, drafts: Vec<Draft<MeetingDraft>>) {
    let mut placed: Vec<Placed> = Vec::with_capacity(drafts.len());
    for (at, Draft { place, row }) in drafts.iter().enumerate() {
        match p.cell(*place, column::CELL, row.cell) {
            Some(cell) => placed.push(Placed { key: key_of(row, cell), at: at as u32, cell }),
            None => {
                let columns = (column::VISITORS, column::ABSENCE_REASON);
                references::check_officials(p, *place, row, columns);
            }
        }
    }
    placed.sort_unstable_by_key(|placed| (placed.key, placed.at));
    let mut recorded = std::mem::take(&mut p.base.meetings);
    recorded.sort_by_key(Meeting::key);
    let mut recorded = recorded.into_iter().peekable();
    let mut drafts: Vec<Option<Draft<MeetingDraft>>> = drafts.into_iter().map(Some).collect();

    let next = p.base.next_meeting;
    let mut first: Option<(MeetingKey, usize)> = None;
    for Placed { key, at, cell } in placed {
        let at = at as usize;
        if let Some((_, first)) = first.filter(|(same, _)| *same == key) {
            compare_rows(p, &drafts, first, at);
            continue;
        }
        if let Some((_, done)) = first.replace((key, at)) {
            drafts[done] = None;
        }
        while recorded.next_if(|meeting| meeting.key() < key).is_some() {}
        let old = recorded.next_if(|meeting| meeting.key() == key);
        if let Some(draft) = &drafts[at] {
            plan_one(p, draft, cell, old);
        }
    }
    number(&mut p.batch.meetings, next);
}

/// Puts the meetings into the order in which months are read, so that those of a month lie together in the
/// record file; new ones are numbered in it.
fn number(meetings: &mut [Replacing<Meeting>], next: i64) {
    meetings.sort_unstable_by_key(|item| (item.new.period, item.new.cell, item.new.id));
    let new = meetings.iter_mut().filter(|item| item.old.is_none());
    for (item, id) in new.zip(next..) {
        item.new.id = MeetingId(id);
    }
}

fn compare_rows(
    p: &mut Planning,
    drafts: &[Option<Draft<MeetingDraft>>],
    first: usize,
    later: usize,
) {
    if let (Some(first), Some(later)) = (&drafts[first], &drafts[later])
        && first.row != later.row
    {
        let value = p.codes.code(later.row.cell).to_string();
        p.duplicate(later.place, first.place, &value);
    }
}

fn key_of(row: &MeetingDraft, cell: CellId) -> MeetingKey {
    match (row.kind, row.held_on) {
        (MeetingKind::Regular, _) => MeetingKey::Regular(cell, row.period),
        (kind, Some(held_on)) => MeetingKey::HeldOn(cell, kind, held_on),
        (kind, None) => MeetingKey::NotHeld(cell, kind, row.period),
    }
}

/// None if there is something wrong with it, or with what it refers to.
fn plan_one(
    p: &mut Planning,
    draft: &Draft<MeetingDraft>,
    cell: CellId,
    old: Option<Meeting>,
) -> Option<()> {
    let (place, row) = (draft.place, &draft.row);
    let outcome = outcome(p, place, row, old.as_ref())?;
    let note = match (p.has(place, column::NOTE), &old) {
        (false, Some(old)) => old.note.clone(),
        _ => row.note().cloned(),
    };
    let id = match &old {
        Some(old) => old.id,
        None => p.base.take_meeting(),
    };
    let new = Meeting { id, cell, period: row.period, kind: row.kind, outcome, note };
    let is_same = old.as_ref() == Some(&new);
    if let Some(old) = old.as_ref().filter(|_| !is_same) {
        let before = p.ledger.marks();
        meeting_changes::compare(p, place, old, &new);
        if p.ledger.marks() != before {
            return None;
        }
    }
    if !is_same && let Err(refusal) = new.check(&p.base.register, p.options.today) {
        let (column, value) = blamed(&new, &refusal);
        p.fault(place, column, &value, refusal);
        return None;
    }
    p.count(FileKind::Meetings, old.is_none(), is_same);
    if !is_same {
        p.batch.meetings.push(Replacing { old, new });
    }
    Some(())
}

/// What became of the meeting: what the row says, and for columns that are not there what is recorded.
fn outcome(
    p: &mut Planning,
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
        (None, Some(Outcome::Held(held))) if !p.has(place, column::HELD_ON) => held.held_on,
        (None, Some(Outcome::NotHeld(reason))) if !p.has(place, column::NOT_HELD_REASON) => {
            return Some(Outcome::NotHeld(*reason));
        }
        (None, _) => {
            match p.has(place, column::HELD_ON) {
                true => p.fault(place, column::HELD_ON, "", Problem::NeitherHeldNorNotHeld),
                false => p.lacks(place, column::HELD_ON),
            }
            return None;
        }
    };
    let mut held = recorded.cloned().unwrap_or_else(|| Held::bare(held_on));
    held.held_on = held_on;
    let visitors = visitors(p, place, row, recorded);
    let absences = absences(p, place, row, recorded);
    held.visitors = visitors?;
    held.absences = absences?;
    held.presence = match counts(p, place, row, &held).check() {
        Ok(presence) => presence,
        Err(refusal) => {
            let (blamed, counts) = (blamed_count(&refusal), row.counts());
            let value = match blamed {
                column::PRESENT => counts.present,
                column::EXEMPT => counts.exempt,
                _ => counts.total,
            };
            p.fault(place, blamed, &shown(&value), refusal);
            return None;
        }
    };
    let has = |column: Column| p.has(place, column);
    if has(column::REMARKS) {
        held.remarks = row.remarks();
    }
    if has(column::PREPARED) {
        held.prepared = row.prepared;
    }
    if has(column::THEME) {
        held.theme = row.theme().cloned();
    }
    if has(column::SELF_SCORE) {
        held.self_score = row.self_score;
    }
    if has(column::CONFIRMED_SCORE) {
        held.confirmed_score = row.confirmed_score;
    }
    if has(column::GRADE) {
        held.grade = row.grade;
    }
    if has(column::MINUTES_NO) {
        held.minutes_no = row.minutes_no().cloned();
    }
    Some(Outcome::Held(Box::new(held)))
}

/// Who came. A held regular meeting must say so: silence is not taken for nobody.
fn visitors(
    p: &mut Planning,
    place: Place,
    row: &MeetingDraft,
    recorded: Option<&Held>,
) -> Option<Vec<OfficialId>> {
    match (&row.visitors, recorded) {
        (came @ (Came::One(_) | Came::Several(_)), _) => {
            let symbols = came.symbols();
            let mut visitors = Vec::with_capacity(symbols.len());
            for symbol in symbols {
                visitors.push(p.official(place, column::VISITORS, *symbol));
            }
            let mut visitors = visitors.into_iter().collect::<Option<Vec<_>>>()?;
            visitors.sort_unstable();
            Some(visitors)
        }
        (Came::Unsaid, Some(held)) if !p.has(place, column::VISITORS) => {
            Some(held.visitors.clone())
        }
        (Came::Unsaid, _) if row.kind == MeetingKind::Regular => {
            match p.has(place, column::VISITORS) {
                true => p.fault(place, column::VISITORS, "", Problem::VisitorsEmpty),
                false => p.lacks(place, column::VISITORS),
            }
            None
        }
        (Came::Unsaid | Came::Nobody, _) => Some(Vec::new()),
    }
}

fn absences(
    p: &mut Planning,
    place: Place,
    row: &MeetingDraft,
    recorded: Option<&Held>,
) -> Option<Absences> {
    if let Some(held) = recorded.filter(|_| !p.has(place, column::ABSENCE_REASON)) {
        return Some(held.absences.clone());
    }
    match &row.absences {
        Reasons::Unsaid => Some(Absences::Unexplained),
        Reasons::All(reason) => Some(Absences::All(*reason)),
        Reasons::Each(each) => {
            let mut reasons = Vec::with_capacity(each.0.len());
            for (symbol, reason) in &each.0 {
                let official = p.official(place, column::ABSENCE_REASON, *symbol);
                reasons.push(official.map(|official| (official, *reason)));
            }
            reasons.into_iter().collect::<Option<Vec<_>>>().map(Absences::each)
        }
    }
}

fn counts(p: &Planning, place: Place, row: &MeetingDraft, held: &Held) -> Counts {
    let recorded = held.presence.counts();
    let pick = |column: Column, given: Option<u16>, kept: Option<u16>| {
        if p.has(place, column) { given } else { kept }
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

/// The column that a refusal speaks of, and what stands there.
fn blamed(new: &Meeting, refusal: &Refusal) -> (Column, String) {
    let held_on = shown(&new.outcome.held().map(|held| held.held_on));
    match refusal {
        Refusal::CellNotInPeriod { .. } => (column::PERIOD, new.period.to_string()),
        Refusal::NotThere { thing, .. } if thing.kind == ThingKind::Official => {
            (column::VISITORS, thing.code.clone())
        }
        Refusal::VisitorTwice { official } => (column::VISITORS, official.code.clone()),
        Refusal::ReasonForVisitor { official } | Refusal::ReasonTwice { official } => {
            (column::ABSENCE_REASON, official.code.clone())
        }
        _ => (column::HELD_ON, held_on),
    }
}

/// The key of an outcome that was not held, as files hold it.
pub(super) fn not_held_key(meeting: &Meeting) -> String {
    match &meeting.outcome {
        Outcome::Held(_) => String::new(),
        Outcome::NotHeld(reason) => reason.key().to_owned(),
    }
}
