//! What becomes of the rows of meetings. There may be millions: they are laid beside the recorded ones in order of key.

use super::draft::MeetingDraft;
use super::left_empty::not_filled_in;
use super::news::{AtOdds, News, new_meeting};
use super::order::{in_order, key_of};
use super::outcome::outcome;
use crate::domain::{
    Absences, CellId, Held, Meeting, MeetingId, MeetingKey, Record, Refusal, ThingKind, refusal,
};
use crate::files::{Column, FileKind, meetings as column};
use crate::import::draft::Draft;
use crate::import::fault::Problem;
use crate::import::ledger::Place;
use crate::import::planning::{OtherValue, Planning, shown};
use crate::import::taking::Holds;

/// Plans every meeting.
pub(in crate::import::kinds) fn plan(
    planning: &mut Planning,
    drafts: Vec<Draft<MeetingDraft>>,
    news: &mut News,
) {
    let in_order = in_order(planning, &drafts);
    let by_cell = |key: MeetingKey| (key.cell(), key);
    let mut recorded = std::mem::take(&mut planning.base.records.meetings);
    let left_empty = std::mem::take(&mut news.left_empty);
    news.not_filled_in = not_filled_in(planning, left_empty, &drafts, &recorded);
    recorded.sort_by_key(|meeting| by_cell(meeting.key()));
    let mut recorded = recorded.into_iter().peekable();
    let mut first: Option<(MeetingKey, u32)> = None;
    for at in in_order {
        let draft = &drafts[at as usize];
        let Some(cell) = planning.parts.cells.known.known(draft.row.cell) else { continue };
        let key = key_of(&draft.row, cell);
        if let Some((_, first)) = first.filter(|(first, _)| *first == key) {
            compare_rows(planning, &drafts[first as usize], draft);
            continue;
        }
        first = Some((key, at));
        while recorded.next_if(|meeting| by_cell(meeting.key()) < by_cell(key)).is_some() {}
        let old = recorded.next_if(|meeting| meeting.key() == key);
        let is_new = old.is_none();
        match plan_one(planning, news, draft, cell, old) {
            Some(meeting) if is_new => news.rows.entry(meeting.period).or_default().push(at),
            Some(meeting) => planning.change.meetings.push(meeting),
            None => {}
        }
    }
    let amended = &mut planning.change.meetings;
    amended.sort_unstable_by_key(|meeting| (meeting.period, meeting.cell, meeting.id));
    for rows in news.rows.values_mut() {
        rows.sort_by_key(|at| planning.parts.cells.known.known(drafts[*at as usize].row.cell));
    }
    news.drafts = drafts;
}

fn compare_rows(planning: &mut Planning, first: &Draft<MeetingDraft>, later: &Draft<MeetingDraft>) {
    if first.row != later.row {
        let value = planning.codes.text(later.row.cell).to_owned();
        planning.duplicate(later.place, first.place, &value);
    }
}

/// What is to be written; none if it is there already, or if there is something wrong with it, or with what it
/// refers to.
fn plan_one(
    planning: &mut Planning,
    news: &mut News,
    draft: &Draft<MeetingDraft>,
    cell: CellId,
    old: Option<Meeting>,
) -> Option<Meeting> {
    let (place, row) = (draft.place, &draft.row);
    let outcome = outcome(planning, place, row, old.as_ref())?;
    let id = old.as_ref().map_or(MeetingId(planning.base.next_meeting), |old| old.id);
    let mut new = new_meeting(row, id, cell, outcome);
    let leaves_note = planning.leaves(place, column::NOTE, new.note.is_none());
    if let Some(old) = old.as_ref().filter(|_| leaves_note) {
        new.note = old.note.clone();
    }
    let is_same = old.as_ref() == Some(&new);
    if let Some(old) = old.as_ref().filter(|_| !is_same)
        && !may_change(planning, news, place, (old, &new))
    {
        return None;
    }
    if !is_same
        && let Err(refusal) = new.check(&planning.base.records.register, planning.options.today)
    {
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
            news.grades_above.push((cell, new.period));
        }
        if held.absences != Absences::Unexplained && has_idle_reasons(planning, &new, held) {
            news.idle_reasons.push((cell, new.period));
        }
    }
    Some(new)
}

/// Whether a recorded meeting may become the one of a row; where nobody has said so, that it would is a fault.
fn may_change(
    planning: &mut Planning,
    news: &mut News,
    place: Place,
    (old, new): (&Meeting, &Meeting),
) -> bool {
    let Some(taking) = &planning.options.sheet else {
        let before = planning.ledger.marks();
        planning.compare((FileKind::Meetings, place), (old, new));
        return planning.ledger.marks() == before;
    };
    let holds = taking.of(new.cell);
    let cell = planning.base.records.register.cell(new.cell).thing(new.period.last_day());
    for other in planning.other_values(FileKind::Meetings, (old, new), Meeting::told) {
        let OtherValue { column, old: recorded, new: sheet, .. } = other;
        if let Some(holds) = holds {
            let (cell, period, column) = (cell.clone(), new.period, column.key);
            news.at_odds.push(AtOdds { cell, period, column, recorded, sheet, holds });
        } else {
            let value = sheet.clone();
            let (cell, key) = (cell.code.clone(), column.key);
            let problem = Problem::AtOdds { cell, column: key, recorded, sheet };
            planning.fault(place, column, &value, problem);
        }
    }
    holds == Some(Holds::File)
}

/// Whether a command would refuse its reasons for absence.
fn has_idle_reasons(planning: &Planning, meeting: &Meeting, held: &Held) -> bool {
    let register = &planning.base.records.register;
    let cell = register.cell(meeting.cell);
    held.check_reasons(meeting.kind, cell, register, planning.roster()).is_err()
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
