//! Mending and removing recorded meetings (`commands.md`, Meetings).

use super::beginning::beginning_after;
use super::change::{Change, Removed};
use super::log_meeting::{absences, arguments, refuse_second, status, things, visitors};
use super::{Result, VisitorsGiven};
use crate::domain::{
    Absences, Cell, Code, Date, Detail, DetailValue, GradeAbove, Held, Meeting, MeetingKind,
    NotHeldReason, OperationNumber, Outcome, Period, PeriodSpan, Presence, Recommendation,
    Register, Remark, Roster, Status, Thing, Verb, check_day, find_cell, refusal,
};
use crate::store::{Grounds, MeetingFilter, Reader, Writer};

/// Which recorded meeting is meant.
#[derive(Debug, Clone)]
pub struct Which {
    /// Code or name of the cell.
    pub cell: String,
    pub period: Period,
    pub kind: MeetingKind,
    /// The day on which it was held, where a month has several of a kind.
    pub held: Option<Date>,
}

/// The meeting meant, with the part of the register that it names, and that these texts for officials do.
pub fn find_meeting(
    db: &Reader<'_>,
    which: &Which,
    officials: &[&str],
) -> Result<(Register, Meeting)> {
    let mut register = db.register_named(&[&which.cell], officials)?;
    let cell = register.cell(find_cell(&register, &which.cell, which.period.last_day())?);
    let thing = cell.thing(which.period.last_day());
    let filter = MeetingFilter { cell: Some(cell.id), ..MeetingFilter::default() };
    let of_kind: Vec<Meeting> =
        db.meetings(filter)?.into_iter().filter(|m| m.kind == which.kind).collect();
    let mut found: Vec<Meeting> = of_kind
        .iter()
        .filter(|m| m.period == which.period)
        .filter(|m| which.held.is_none() || held_on(m) == which.held)
        .cloned()
        .collect();
    if found.len() > 1 {
        let days = found.iter().filter_map(held_on).collect();
        return Err(refusal::Meeting::Which { cell: thing, period: which.period, days }.into());
    }
    match found.pop() {
        Some(meeting) => {
            db.add_officials(&mut register, meeting.officials())?;
            Ok((register, meeting))
        }
        None => {
            let recorded = of_kind.iter().map(|m| m.period).collect();
            Err(refusal::Meeting::NotFound { cell: thing, period: which.period, recorded }.into())
        }
    }
}

/// What is to be changed; what is left out stays. `Some(None)` empties a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    pub period: Option<Period>,
    pub on: Option<Date>,
    pub not_held: Option<NotHeldReason>,
    pub visitors: Option<VisitorsGiven>,
    pub reasons: Option<Absences<String>>,
    pub total: Option<Option<u16>>,
    pub exempt: Option<Option<u16>>,
    pub away: Option<Option<u16>>,
    pub present: Option<Option<u16>>,
    pub excused: Option<Option<u16>>,
    pub details: Vec<(Detail, Option<DetailValue>)>,
    pub note: Option<Option<Remark>>,
}

/// A recorded meeting and its amendment.
#[derive(Debug, Clone)]
pub struct AmendMeeting {
    pub which: Which,
    pub changes: Amendment,
}

/// A meeting before and after.
#[derive(Debug, Clone)]
pub struct MeetingAmended {
    pub number: OperationNumber,
    pub cell: Thing,
    pub before: Meeting,
    pub after: Meeting,
    pub visitors: Vec<Thing>,
    pub status: Option<Status>,
    pub grade_above: Option<GradeAbove>,
    /// The first period that reports speak of, where the meeting is before it.
    pub before_records: Option<Period>,
    /// For naming officials.
    pub register: Register,
}

/// Adds a new version of a recorded meeting.
pub fn amend_meeting(db: &Writer<'_>, request: AmendMeeting) -> Result<MeetingAmended> {
    let visitors = request.changes.visitors.iter().flat_map(VisitorsGiven::named);
    let absent = request.changes.reasons.iter().flat_map(Absences::named);
    let absent = absent.map(|(who, _)| who.as_str());
    let officials: Vec<&str> = visitors.chain(absent).collect();
    let (register, before) = find_meeting(db, &request.which, &officials)?;
    let cell = register.cell(before.cell).clone();
    let roster = Roster::new(db.assignments_of(cell.id)?);
    let after = amended(&register, &roster, &cell, &before, request.changes, db.today())?;
    if after == before {
        return Err(refusal::Asked::NothingChanges.into());
    }
    after.check(&register, db.today())?;
    let others = db.meetings(MeetingFilter { cell: Some(cell.id), ..MeetingFilter::default() })?;
    refuse_second(&cell, &after, &others)?;

    let recommendations = moved_recommendations(db, &before, &after)?;
    let change = Change { meetings: vec![after.clone()], recommendations, ..Change::default() };
    let arguments = arguments(&cell, &after);
    let number = change.carry_out(db, Verb::MeetingAmend, arguments, Grounds::NONE)?;
    Ok(MeetingAmended {
        number,
        cell: cell.thing(after.period.last_day()),
        visitors: things(&register, after.outcome.held()),
        status: status(db, register.clone(), roster, after.clone(), &cell)?,
        grade_above: after.outcome.held().and_then(Held::grade_above),
        before_records: beginning_after(db, after.period)?,
        before,
        after,
        register,
    })
}

fn amended(
    register: &Register,
    roster: &Roster,
    cell: &Cell,
    before: &Meeting,
    changes: Amendment,
    today: Date,
) -> Result<Meeting> {
    let mut after = before.clone();
    after.period = changes.period.unwrap_or(before.period);
    if let Some(note) = changes.note.clone() {
        after.note = note;
    }
    if let Some(reason) = changes.not_held {
        after.outcome = Outcome::NotHeld(reason);
        return Ok(after);
    }
    let touches_held = changes.on.is_some() || changes.touches_held();
    let mut held: Held = match (&before.outcome, changes.on) {
        (Outcome::Held(held), _) => (**held).clone(),
        (Outcome::NotHeld(_), Some(_))
            if before.kind == MeetingKind::Regular && changes.visitors.is_none() =>
        {
            let cell = cell.thing(before.period.last_day());
            return Err(refusal::Meeting::VisitorsUnsaid { cell, period: before.period }.into());
        }
        (Outcome::NotHeld(_), Some(on)) => Held::bare(on),
        (Outcome::NotHeld(_), None) if touches_held => {
            let cell = cell.thing(before.period.last_day());
            return Err(refusal::Meeting::NotHeldHasNone { cell, period: before.period }.into());
        }
        (Outcome::NotHeld(_), None) => return Ok(after),
    };
    held.held_on = changes.on.unwrap_or(held.held_on);
    if changes.on.is_some() {
        check_day(after.period, held.held_on, cell, today)?;
    }
    if let Some(given) = &changes.visitors {
        let assigned = roster.assigned(register, cell.id, held.held_on);
        held.visitors = visitors(register, cell, &assigned, held.held_on, given)?;
        if changes.reasons.is_none() && held.absences != Absences::Unexplained {
            held.absences = still_absent(&held, &assigned);
        }
    }
    if let Some(given) = &changes.reasons {
        held.absences = absences(register, held.held_on, given)?;
    }
    if changes.reasons.is_some() || changes.on.is_some() {
        held.check_reasons(before.kind, cell, register, roster)?;
    }
    held.presence = counts(held.presence, &changes)?;
    for (detail, value) in changes.details {
        held.details.set(detail, value);
    }
    after.outcome = Outcome::Held(Box::new(held));
    Ok(after)
}

/// The recommendations raised at a meeting go with it to its right day and month.
fn moved_recommendations(
    db: &Reader<'_>,
    before: &Meeting,
    after: &Meeting,
) -> Result<Vec<Recommendation>> {
    if before.period == after.period && held_on(before) == held_on(after) {
        return Ok(Vec::new());
    }
    let move_one = |r| Recommendation { period: after.period, raised_on: held_on(after), ..r };
    Ok(raised_at(db, before)?.into_iter().map(move_one).collect())
}

/// The recommendations raised at a meeting: those of its day, unless the cell met twice on it for the month.
fn raised_at(db: &Reader<'_>, meeting: &Meeting) -> Result<Vec<Recommendation>> {
    let span = Some(PeriodSpan::single(meeting.period));
    let others = db.meetings(MeetingFilter { cell: Some(meeting.cell), span, kind: None })?;
    if others.iter().any(|m| m.id != meeting.id && held_on(m) == held_on(meeting)) {
        return Ok(Vec::new());
    }
    let mut raised = db.recommendations_of(meeting.cell, meeting.period)?;
    raised.retain(|r| r.raised_on.is_some() && r.raised_on == held_on(meeting));
    Ok(raised)
}

fn held_on(meeting: &Meeting) -> Option<Date> {
    meeting.outcome.held().map(|held| held.held_on)
}

/// Reasons lose their object when the visitors change so that the officials came after all.
fn still_absent(held: &Held, assigned: &[crate::domain::OfficialId]) -> Absences {
    match &held.absences {
        Absences::All(_) if assigned.iter().all(|who| held.visitors.contains(who)) => {
            Absences::Unexplained
        }
        Absences::Each(reasons) => {
            let absent = reasons.iter().filter(|(who, _)| !held.visitors.contains(who));
            Absences::each(absent.copied().collect())
        }
        other => other.clone(),
    }
}

fn counts(before: Presence, changes: &Amendment) -> Result<Presence> {
    let mut counts = before.counts();
    macro_rules! take {
        ($($field:ident),+) => {$(
            if let Some(value) = changes.$field { counts.$field = value; }
        )+};
    }
    take!(total, exempt, away, present, excused);
    Ok(counts.check()?)
}

impl Amendment {
    /// Whether it speaks of something that only a meeting held has.
    fn touches_held(&self) -> bool {
        let counts = [self.total, self.exempt, self.away, self.present, self.excused];
        counts.iter().any(Option::is_some)
            || self.visitors.is_some()
            || self.reasons.is_some()
            || !self.details.is_empty()
    }
}

/// A meeting that was taken out.
#[derive(Debug, Clone)]
pub struct MeetingRemoved {
    pub number: OperationNumber,
    pub cell: Thing,
    pub meeting: Meeting,
    /// Codes of the recommendations raised at it, which were taken out with it.
    pub recommendations: Vec<Code>,
}

/// Takes a recorded meeting out with the recommendations raised at it, for a reason that the history keeps.
pub fn remove_meeting(db: &Writer<'_>, which: &Which, reason: &Remark) -> Result<MeetingRemoved> {
    let (register, meeting) = find_meeting(db, which, &[])?;
    let cell = register.cell(meeting.cell);
    let raised = raised_at(db, &meeting)?;
    let with_it = raised.iter().map(|one| Removed::Recommendation(one.id));
    let removed = [Removed::Meeting(meeting.id)].into_iter().chain(with_it).collect();
    let change = Change { removed, ..Change::default() };
    let arguments = arguments(cell, &meeting);
    let number = change.carry_out(db, Verb::MeetingRemove, arguments, Grounds::reason(reason))?;
    Ok(MeetingRemoved {
        number,
        cell: cell.thing(meeting.period.last_day()),
        recommendations: raised.into_iter().map(|r| r.code).collect(),
        meeting,
    })
}
