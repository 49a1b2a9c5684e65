//! Meetings of the files. There may be millions: they are laid beside the recorded ones in order of key.

use std::collections::BTreeMap;

use super::super::codes::Symbol;
use super::super::drafts::{Draft, MeetingDraft, blamed_count};
use super::super::fault::Problem;
use super::super::ledger::Place;
use super::known::Known;
use super::planning::{Planning, shown};
use super::references;
use crate::domain::{
    Absences, Cell, CellId, Counts, Date, Detail, Held, Keyword, Meeting, MeetingId, MeetingKey,
    MeetingKind, Official, OfficialId, Outcome, Period, Refusal, ThingKind, refusal,
};
use crate::files::{Column, FileKind, meetings as column};
use crate::ops::NewMeetings;

/// The new meetings, as drafts until they are written.
#[derive(Default)]
pub(super) struct News {
    drafts: Vec<Draft<MeetingDraft>>,
    /// The drafts of each period, by cell.
    rows: BTreeMap<Period, Vec<u32>>,
}

/// Plans every meeting.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<MeetingDraft>>) -> News {
    let in_order = in_order(planning, &drafts);
    let by_cell = |key: MeetingKey| (key.cell(), key);
    let mut recorded = std::mem::take(&mut planning.base.meetings);
    recorded.sort_by_key(|meeting| by_cell(meeting.key()));
    let mut recorded = recorded.into_iter().peekable();
    let mut rows: BTreeMap<Period, Vec<u32>> = BTreeMap::new();
    let mut first: Option<(MeetingKey, u32)> = None;
    for at in in_order {
        let draft = &drafts[at as usize];
        let Some(cell) = planning.cells.known.known(draft.row.cell) else { continue };
        let key = key_of(&draft.row, cell);
        if let Some((_, first)) = first.filter(|(first, _)| *first == key) {
            compare_rows(planning, &drafts[first as usize], draft);
            continue;
        }
        first = Some((key, at));
        while recorded.next_if(|meeting| by_cell(meeting.key()) < by_cell(key)).is_some() {}
        let old = recorded.next_if(|meeting| meeting.key() == key);
        let is_new = old.is_none();
        match plan_one(planning, draft, cell, old) {
            Some(meeting) if is_new => rows.entry(meeting.period).or_default().push(at),
            Some(meeting) => planning.batch.meetings.push(meeting),
            None => {}
        }
    }
    let amended = &mut planning.batch.meetings;
    amended.sort_unstable_by_key(|meeting| (meeting.period, meeting.cell, meeting.id));
    for rows in rows.values_mut() {
        rows.sort_by_key(|at| planning.cells.known.known(drafts[*at as usize].row.cell));
    }
    News { drafts, rows }
}

impl News {
    /// How many there are of each period.
    pub fn periods(&self) -> impl Iterator<Item = (Period, usize)> {
        self.rows.iter().map(|(period, rows)| (*period, rows.len()))
    }

    /// The meetings, as they are written: from this identity on.
    pub fn told(
        self,
        first: MeetingId,
        cells: Known<CellId>,
        officials: Known<OfficialId>,
    ) -> NewMeetings {
        let Self { drafts, rows } = self;
        NewMeetings::new(rows, first, move |at, id| {
            let row = &drafts[at as usize].row;
            let mut find = |_, official| officials.known(official);
            let outcome = match (row.not_held, row.held_on) {
                (Some(reason), _) => Outcome::NotHeld(reason),
                (None, Some(held_on)) => {
                    let mut held = said(row, held_on);
                    held.visitors = visitors_of(row.visitors().unwrap_or_default(), &mut find)?;
                    held.absences = absences_of(row.absences(), &mut find)?;
                    held.presence = row.counts().check().ok()?;
                    Outcome::Held(Box::new(held))
                }
                (None, None) => return None,
            };
            Some(new_meeting(row, id, cells.known(row.cell)?, outcome))
        })
    }
}

fn new_meeting(row: &MeetingDraft, id: MeetingId, cell: CellId, outcome: Outcome) -> Meeting {
    let note = row.note().cloned();
    Meeting { id, cell, period: row.period, kind: row.kind, outcome, note }
}

/// The drafts by cell, and of a cell by the meeting they are about. There may be millions: they are laid out by
/// counting those of each cell, and only those of one are sorted at a time.
fn in_order(planning: &mut Planning, drafts: &[Draft<MeetingDraft>]) -> Vec<u32> {
    let mut places: Vec<Option<u32>> = vec![None; planning.codes.all().len()];
    let mut seen: Vec<(CellId, Symbol)> = Vec::new();
    for Draft { place, row } in drafts {
        match planning.find::<Cell>(*place, column::CELL, row.cell) {
            Some(cell) if places[row.cell.at()].is_none() => {
                places[row.cell.at()] = Some(0);
                seen.push((cell, row.cell));
            }
            Some(_) => {}
            None => {
                let columns = (column::VISITORS, column::ABSENCE_REASON);
                references::check_officials(planning, *place, row, columns);
            }
        }
    }
    // A cell may stand there under several codes that it had.
    seen.sort_unstable_by_key(|(cell, _)| *cell);
    let mut cells: Vec<CellId> = Vec::with_capacity(seen.len());
    for (cell, code) in seen {
        if cells.last() != Some(&cell) {
            cells.push(cell);
        }
        places[code.at()] = Some(cells.len() as u32 - 1);
    }
    let place_of = |draft: &Draft<MeetingDraft>| Some(places[draft.row.cell.at()]? as usize);
    let mut ends: Vec<usize> = vec![0; cells.len() + 1];
    drafts.iter().filter_map(place_of).for_each(|place| ends[place + 1] += 1);
    for place in 0..cells.len() {
        ends[place + 1] += ends[place];
    }
    let starts = ends.clone();
    let mut in_order = vec![0; starts[cells.len()]];
    for (at, draft) in drafts.iter().enumerate() {
        if let Some(place) = place_of(draft) {
            in_order[ends[place]] = at as u32;
            ends[place] += 1;
        }
    }
    for (cell, bounds) in cells.iter().zip(starts.windows(2)) {
        in_order[bounds[0]..bounds[1]]
            .sort_unstable_by_key(|at| (key_of(&drafts[*at as usize].row, *cell), *at));
    }
    in_order
}

fn compare_rows(planning: &mut Planning, first: &Draft<MeetingDraft>, later: &Draft<MeetingDraft>) {
    if first.row != later.row {
        let value = planning.codes.code(later.row.cell).to_string();
        planning.duplicate(later.place, first.place, &value);
    }
}

fn key_of(row: &MeetingDraft, cell: CellId) -> MeetingKey {
    match (row.kind, row.held_on) {
        (MeetingKind::Regular, _) => MeetingKey::Regular(cell, row.period),
        (kind, Some(held_on)) => MeetingKey::HeldOn(cell, kind, held_on),
        (kind, None) => MeetingKey::NotHeld(cell, kind, row.period),
    }
}

/// What is to be written; none if it is there already, or if there is something wrong with it, or with what it
/// refers to.
fn plan_one(
    planning: &mut Planning,
    draft: &Draft<MeetingDraft>,
    cell: CellId,
    old: Option<Meeting>,
) -> Option<Meeting> {
    let (place, row) = (draft.place, &draft.row);
    let outcome = outcome(planning, place, row, old.as_ref())?;
    let id = old.as_ref().map_or(MeetingId(planning.base.next_meeting), |old| old.id);
    let mut new = new_meeting(row, id, cell, outcome);
    if let Some(old) = old.as_ref().filter(|_| !planning.has(place, column::NOTE)) {
        new.note = old.note.clone();
    }
    let is_same = old.as_ref() == Some(&new);
    if let Some(old) = old.as_ref().filter(|_| !is_same) {
        let before = planning.ledger.marks();
        planning.compare((FileKind::Meetings, place), (old, &new));
        if planning.ledger.marks() != before {
            return None;
        }
    }
    if !is_same && let Err(refusal) = new.check(&planning.base.register, planning.options.today) {
        let (column, value) = blamed(&new, &refusal);
        planning.fault(place, column, &value, refusal);
        return None;
    }
    planning.count(FileKind::Meetings, old.is_none(), is_same);
    if is_same {
        return None;
    }
    if let Some(held) = new.outcome.held() {
        if held.grade_above().is_some() {
            planning.grades_above.push((cell, new.period));
        }
        if held.absences != Absences::Unexplained && has_idle_reasons(planning, &new, held) {
            planning.idle_reasons.push((cell, new.period));
        }
    }
    Some(new)
}

/// Whether a command would refuse its reasons for absence.
fn has_idle_reasons(planning: &Planning, meeting: &Meeting, held: &Held) -> bool {
    let register = &planning.base.register;
    let cell = register.cell(meeting.cell);
    held.check_reasons(meeting.kind, cell, register, planning.roster()).is_err()
}

/// What became of the meeting: what the row says, and for columns that are not there what is recorded.
fn outcome(
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
    let absences = absences(planning, place, row, recorded);
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
        leave(&mut held, recorded, |column| planning.has(place, column));
    }
    Some(Outcome::Held(Box::new(held)))
}

/// What the row says itself of a meeting that was held.
fn said(row: &MeetingDraft, held_on: Date) -> Held {
    Held { details: row.details(), ..Held::bare(held_on) }
}

/// Leaves what is recorded where the file has no column for it.
fn leave(held: &mut Held, recorded: &Held, has: impl Fn(Column) -> bool) {
    for detail in Detail::ALL.iter().copied().filter(|detail| !has(column::detail(*detail))) {
        held.details.set(detail, recorded.details.get(detail));
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
fn visitors_of(
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
    recorded: Option<&Held>,
) -> Option<Absences> {
    if let Some(held) = recorded.filter(|_| !planning.has(place, column::ABSENCE_REASON)) {
        return Some(held.absences.clone());
    }
    absences_of(row.absences(), |column, official| {
        planning.find::<Official>(place, column, official)
    })
}

/// The reasons of these codes; none if one of them is unknown, after all were looked for.
fn absences_of(
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
        if planning.has(place, column) { given } else { kept }
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
        Refusal::Meeting(refusal::Meeting::CellNotInPeriod { .. }) => {
            (column::PERIOD, new.period.to_string())
        }
        Refusal::Register(refusal::Register::NotThere { thing, .. })
            if thing.kind == ThingKind::Official =>
        {
            (column::VISITORS, thing.code.clone())
        }
        Refusal::Meeting(refusal::Meeting::VisitorTwice { official }) => {
            (column::VISITORS, official.code.clone())
        }
        Refusal::Meeting(
            refusal::Meeting::ReasonForVisitor { official }
            | refusal::Meeting::ReasonTwice { official },
        ) => (column::ABSENCE_REASON, official.code.clone()),
        _ => (column::HELD_ON, held_on),
    }
}
