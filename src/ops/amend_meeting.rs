//! Mending and removing recorded meetings (`commands.md`, Meetings).

use super::beginning::beginning_after;
use super::change::{Change, Removed};
use super::log_meeting::{absences, arguments, judged, refuse_second, things, visitors};
use super::matters::Around;
use super::rows_at::with_duties;
use super::visit_remarks::{VisitRemark, visit_remarks};
use super::{Result, VisitorsGiven};
use crate::domain::{
    Absences, Cell, Code, Date, Detail, DetailValue, Facts, GradeAbove, Held, Meeting, MeetingKind,
    MeetingMeant, NotHeldReason, OperationNumber, Outcome, Period, PeriodSpan, Presence,
    Recommendation, Register, Remark, Roster, Status, Thing, Verb, check_day, coverage_row,
    find_cell, refusal,
};
use crate::store::{Grounds, MeetingFilter, Reader, Writer};

/// Which recorded meeting is meant. What is left out does not tell: of what still fits, it is one of the newest month,
/// and the regular one before others.
#[derive(Debug, Clone)]
pub struct Which {
    /// Code or name of the cell.
    pub cell: String,
    pub period: Option<Period>,
    pub kind: Option<MeetingKind>,
    /// The day on which it was held.
    pub held: Option<Date>,
    /// The day whose names are meant where no month is said.
    pub today: Date,
}

impl Which {
    /// The day whose names are meant.
    fn day(&self) -> Date {
        self.period.map_or(self.today, Period::last_day)
    }

    fn fits(&self, meeting: &Meeting) -> bool {
        self.period.is_none_or(|period| meeting.period == period)
            && self.kind.is_none_or(|kind| meeting.kind == kind)
            && (self.held.is_none() || held_on(meeting) == self.held)
    }
}

/// The meeting meant, with the part of the register that it names, and that these texts for cells and officials do.
pub fn find_meeting(
    db: &Reader<'_>,
    which: &Which,
    (to, officials): (Option<&str>, &[&str]),
) -> Result<(Register, Meeting)> {
    let cells: Vec<&str> = std::iter::once(which.cell.as_str()).chain(to).collect();
    let mut register = db.register_named(&cells, officials)?;
    let cell = register.cell(find_cell(&register, &which.cell, which.day())?);
    let filter = MeetingFilter { cell: Some(cell.id), ..MeetingFilter::default() };
    let recorded = db.meetings(filter)?;
    let mut found: Vec<&Meeting> = recorded.iter().filter(|m| which.fits(m)).collect();
    let newest = found.iter().map(|m| m.period).max();
    found.retain(|m| Some(m.period) == newest);
    if found.iter().any(|m| m.kind == MeetingKind::Regular) {
        found.retain(|m| m.kind == MeetingKind::Regular);
    }
    match found[..] {
        [meeting] => {
            let meeting = meeting.clone();
            db.add_officials(&mut register, meeting.officials())?;
            Ok((register, meeting))
        }
        [] => {
            let there = recorded.iter().filter(|m| Some(m.period) == which.period);
            let there = there.map(|m| MeetingMeant::of(m, &register)).collect();
            let mut periods: Vec<Period> = recorded.iter().map(|m| m.period).collect();
            periods.sort_unstable();
            periods.dedup();
            let (cell, period) = (cell.thing(which.day()), which.period);
            Err(refusal::Meeting::NotFound { cell, period, there, recorded: periods }.into())
        }
        [first, ..] => {
            let (cell, period) = (cell.thing(which.day()), first.period);
            let meetings = found.iter().map(|m| MeetingMeant::of(m, &register)).collect();
            Err(refusal::Meeting::Which { cell, period, meetings }.into())
        }
    }
}

/// What is to be changed; what is left out stays. `Some(None)` empties a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    /// Code or name of the cell whose meeting it was.
    pub cell: Option<String>,
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
    /// Who is assigned from a later day of the month, where that matters to the status.
    pub assigned_later: Vec<(Thing, Date)>,
    pub grade_above: Option<GradeAbove>,
    /// The first period that reports speak of, where the meeting is before it.
    pub before_records: Option<Period>,
    /// The cell that has the meeting no more, and what its row of the month says now.
    pub left: Option<(Thing, Status)>,
    /// What is worth a remark of who came.
    pub remarks: Vec<VisitRemark>,
    /// For naming officials.
    pub register: Register,
}

/// Adds a new version of a recorded meeting.
pub fn amend_meeting(db: &Writer<'_>, request: AmendMeeting) -> Result<MeetingAmended> {
    let visitors = request.changes.visitors.iter().flat_map(VisitorsGiven::named);
    let absent = request.changes.reasons.iter().flat_map(Absences::named);
    let absent = absent.map(|(who, _)| who.as_str());
    let officials: Vec<&str> = visitors.chain(absent).collect();
    let to = request.changes.cell.as_deref();
    let (register, before) = find_meeting(db, &request.which, (to, &officials))?;
    let cell = match to {
        None => register.cell(before.cell).clone(),
        Some(text) => register.cell(find_cell(&register, text, before.day())?).clone(),
    };
    let roster = Roster::new(db.assignments_of(cell.id)?);
    let remarked = roster.clone();
    let after = amended(&register, &roster, &cell, &before, request.changes, db.today())?;
    if after == before {
        return Err(refusal::Asked::NothingChanges.into());
    }
    after.check(&register, db.today())?;
    let others = db.meetings(MeetingFilter { cell: Some(cell.id), ..MeetingFilter::default() })?;
    refuse_second(&cell, &after, &others)?;

    let recommendations = moved_recommendations(db, &before, &after)?;
    if !recommendations.is_empty() {
        let mut around = Around::of(db, raised_at(db, &before)?)?;
        recommendations.iter().for_each(|one| around.put(one.clone()));
        around.check(db.today())?;
    }
    let change = Change { meetings: vec![after.clone()], recommendations, ..Change::default() };
    let mut arguments = arguments(&cell, &after);
    if cell.id != before.cell {
        arguments["former_cell"] = register.cell(before.cell).code.as_str().into();
    }
    let number = change.carry_out(db, Verb::MeetingAmend, arguments, Grounds::NONE)?;
    let (status, assigned_later) = judged(db, register.clone(), roster, after.clone(), &cell)?;
    Ok(MeetingAmended {
        number,
        cell: cell.thing(after.period.last_day()),
        visitors: things(&register, after.outcome.held()),
        status,
        assigned_later,
        grade_above: after.outcome.held().and_then(Held::grade_above),
        before_records: beginning_after(db, after.period)?,
        left: left(db, &register, &before, &after)?,
        remarks: visit_remarks(db, &register, &remarked, &after)?,
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
    after.cell = cell.id;
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
    if changes.on.is_some() || cell.id != before.cell {
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
    if changes.reasons.is_some() || changes.on.is_some() || cell.id != before.cell {
        held.check_reasons(before.kind, cell, register, roster)?;
    }
    held.presence = counts(held.presence, &changes)?;
    for (detail, value) in changes.details {
        held.details.set(detail, value);
    }
    after.outcome = Outcome::Held(Box::new(held));
    Ok(after)
}

/// The cell that a regular meeting went away from, as reports speak of it now.
fn left(
    db: &Writer<'_>,
    register: &Register,
    before: &Meeting,
    after: &Meeting,
) -> Result<Option<(Thing, Status)>> {
    let period = before.period;
    let is_told = before.cell != after.cell && before.kind == MeetingKind::Regular;
    if !is_told || beginning_after(db, period)?.is_some() {
        return Ok(None);
    }
    let roster = Roster::new(db.assignments_of(before.cell)?);
    let (judged_in, roster) = with_duties(db, register.clone(), roster)?;
    let facts = Facts::new(judged_in, roster, Vec::new(), &[]);
    let cell = register.cell(before.cell);
    let row = coverage_row(&facts, cell, period, db.today());
    Ok(row.map(|row| (cell.thing(period.last_day()), row.status)))
}

/// The recommendations raised at a meeting go with it to its right cell, day and month.
fn moved_recommendations(
    db: &Reader<'_>,
    before: &Meeting,
    after: &Meeting,
) -> Result<Vec<Recommendation>> {
    let place = |meeting: &Meeting| (meeting.cell, meeting.period, held_on(meeting));
    if place(before) == place(after) {
        return Ok(Vec::new());
    }
    let (cell, period, raised_on) = place(after);
    let move_one = |r| Recommendation { cell, period, raised_on, ..r };
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
    let (register, meeting) = find_meeting(db, which, (None, &[]))?;
    let cell = register.cell(meeting.cell);
    let raised = raised_at(db, &meeting)?;
    let removed = vec![Removed::Meeting(meeting.id)];
    let mut change = Change { removed, ..Change::default() };
    if !raised.is_empty() {
        let mut around = Around::of(db, raised.clone())?;
        raised.iter().for_each(|one| around.remove(one.id, &mut change));
        around.check(db.today())?;
    }
    let arguments = arguments(cell, &meeting);
    let number = change.carry_out(db, Verb::MeetingRemove, arguments, Grounds::reason(reason))?;
    Ok(MeetingRemoved {
        number,
        cell: cell.thing(meeting.period.last_day()),
        recommendations: raised.into_iter().map(|r| r.code).collect(),
        meeting,
    })
}
