//! Recording a meeting (`records.md`, sections 4 and 5; `commands.md`, Meetings).

use serde_json::json;

use super::Result;
use super::beginning::beginning_after;
use super::change::Change;
use super::matters::new_codes;
use super::recommendation_steps::{left_to_report, reported_at};
use super::rows_at::with_duties;
use super::visit_remarks::{VisitRemark, visit_remarks};
use crate::domain::{
    Absences, Area, Cell, Code, Counts, Date, Details, Facts, GradeAbove, Held, Keyword, Meeting,
    MeetingKind, Missed, NotHeldReason, OfficialId, OperationNumber, Outcome, Period, PeriodSpan,
    Recommendation, Register, Remark, Roster, Status, Thing, Verb, check_day, coverage_row,
    find_cell, find_official, refusal,
};
use crate::store::{Grounds, MeetingFilter, Reader, Writer};

/// Who came, as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitorsGiven {
    /// Codes or names.
    Officials(Vec<String>),
    /// Everyone assigned on the day, more than one only if `several` is allowed, and others by code or name.
    Assigned { several: bool, besides: Vec<String> },
    /// Nobody.
    Nobody,
}

/// A meeting held, as given.
#[derive(Debug, Clone)]
pub struct HeldEntry {
    pub on: Date,
    pub visitors: VisitorsGiven,
    /// Why those assigned did not come, by code or name.
    pub reasons: Absences<String>,
    pub counts: Counts,
    pub details: Details,
}

/// What became of the meeting, as given.
#[derive(Debug, Clone)]
pub enum OutcomeEntry {
    Held(Box<HeldEntry>),
    NotHeld { period: Period, reason: NotHeldReason },
}

/// A meeting to record.
#[derive(Debug, Clone)]
pub struct LogMeeting {
    /// Code or name.
    pub cell: String,
    pub kind: MeetingKind,
    /// The month it stands for; that of its day if left out.
    pub period: Option<Period>,
    pub outcome: OutcomeEntry,
    pub note: Option<Remark>,
    /// Recommendations that the cell raised, and their area.
    pub recommend: Vec<Remark>,
    pub area: Area,
    /// Codes of recommendations of which the cell was told.
    pub report_back: Vec<String>,
}

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingLogged {
    pub number: OperationNumber,
    pub cell: Thing,
    pub period: Period,
    pub kind: MeetingKind,
    pub held_on: Option<Date>,
    pub visitors: Vec<Thing>,
    /// The cell's status for the month, if it is due and the meeting counts for it.
    pub status: Option<Status>,
    /// Who is assigned from a later day of the month, where that matters to the status.
    pub assigned_later: Vec<(Thing, Date)>,
    /// Whether it came after its month had been closed, so that the filed figures are without it.
    pub late: bool,
    /// The highest grade that the score allows, where the grade is above it.
    pub grade_above: Option<GradeAbove>,
    /// The first period that reports speak of, where the meeting is before it.
    pub before_records: Option<Period>,
    /// Codes of the recommendations.
    pub recommendations: Vec<Code>,
    /// What is worth a remark of who came.
    pub remarks: Vec<VisitRemark>,
    /// Of what the cell was told, and of what it is to be told still.
    pub reported: Vec<Code>,
    pub to_report_back: Vec<Code>,
}

impl LogMeeting {
    /// The part of the register that it names.
    fn register(&self, db: &Reader<'_>) -> Result<Register> {
        let mut officials: Vec<&str> = Vec::new();
        if let OutcomeEntry::Held(entry) = &self.outcome {
            officials.extend(entry.visitors.named());
            officials.extend(entry.reasons.named().iter().map(|(who, _)| who.as_str()));
        }
        Ok(db.register_named(&[&self.cell], &officials)?)
    }
}

impl VisitorsGiven {
    /// The texts that name officials.
    pub(super) fn named(&self) -> impl Iterator<Item = &str> {
        let texts = match self {
            Self::Officials(texts) | Self::Assigned { besides: texts, .. } => texts.as_slice(),
            Self::Nobody => &[],
        };
        texts.iter().map(String::as_str)
    }
}

/// Records a meeting and the recommendations raised at it.
pub fn log_meeting(db: &Writer<'_>, request: LogMeeting) -> Result<MeetingLogged> {
    let register = request.register(db)?;
    let (day, period) = match &request.outcome {
        OutcomeEntry::Held(entry) => (entry.on, request.period.unwrap_or(Period::of(entry.on))),
        OutcomeEntry::NotHeld { period, .. } => (period.last_day(), *period),
    };
    let cell = register.cell(find_cell(&register, &request.cell, day)?);
    let roster = Roster::new(db.assignments_of(cell.id)?);
    let outcome = match &request.outcome {
        OutcomeEntry::Held(entry) => {
            // Before it is asked who is assigned on a day on which the cell may not exist.
            check_day(period, entry.on, cell, db.today())?;
            Outcome::Held(Box::new(held(&register, &roster, cell, request.kind, entry)?))
        }
        OutcomeEntry::NotHeld { reason, .. } => Outcome::NotHeld(*reason),
    };
    let meeting = Meeting {
        id: db.next_meeting()?,
        cell: cell.id,
        period,
        kind: request.kind,
        outcome,
        note: request.note,
    };
    meeting.check(&register, db.today())?;
    // A regular meeting has one of its month to fear, any other all of its kind.
    let span = (meeting.kind == MeetingKind::Regular).then(|| PeriodSpan::single(period));
    let filter = MeetingFilter { cell: Some(cell.id), span, kind: Some(meeting.kind) };
    refuse_second(cell, &meeting, &db.meetings(filter)?)?;
    let raised = recommendations(db, &meeting, &request.recommend, request.area)?;

    let told = reported_at(db, &meeting, &request.report_back, || cell.thing(day))?;

    let (thing, cell) = (cell.thing(day), cell.clone());
    let visitors = things(&register, meeting.outcome.held());
    let codes = |some: &[Recommendation]| some.iter().map(|one| one.code.clone()).collect();
    let (recommendations, reported) = (codes(&raised), codes(&told));
    let change = Change {
        meetings: vec![meeting.clone()],
        recommendations: [raised, told].concat(),
        ..Change::default()
    };
    let arguments = arguments(&cell, &meeting);
    let number = change.carry_out(db, Verb::LogMeeting, arguments, Grounds::NONE)?;
    let grade_above = meeting.outcome.held().and_then(Held::grade_above);
    let held_on = meeting.outcome.held().map(|held| held.held_on);
    let kind = meeting.kind;
    let to_report_back = left_to_report(db, &meeting)?;
    let remarks = visit_remarks(db, &register, &roster, &meeting)?;
    let (status, assigned_later) = judged(db, register, roster, meeting, &cell)?;
    Ok(MeetingLogged {
        number,
        cell: thing,
        period,
        kind,
        held_on,
        visitors,
        before_records: beginning_after(db, period)?,
        grade_above,
        recommendations,
        reported,
        to_report_back,
        late: status.is_some() && !db.closings(PeriodSpan::single(period))?.is_empty(),
        status,
        assigned_later,
        remarks,
    })
}

/// The status of a row, and who is assigned from a later day of its month.
type Judged = (Option<Status>, Vec<(Thing, Date)>);

/// The visitors of a meeting as they are named in an answer.
pub(super) fn things(register: &Register, held: Option<&Held>) -> Vec<Thing> {
    let visitors = held.into_iter().flat_map(|h| h.visitors.iter().map(|v| (h.held_on, v)));
    let mut visitors: Vec<_> = visitors.map(|(day, v)| (day, register.official(*v))).collect();
    visitors.sort_by(|a, b| a.1.code.cmp(&b.1.code));
    visitors.into_iter().map(|(day, official)| official.thing(day)).collect()
}

/// What the history keeps of a meeting: codes and dates.
pub(super) fn arguments(cell: &Cell, meeting: &Meeting) -> serde_json::Value {
    json!({
        "cell": cell.code.as_str(),
        "period": meeting.period.to_string(),
        "kind": meeting.kind.key(),
        "held_on": meeting.outcome.held().map(|held| held.held_on.to_string()),
    })
}

/// The status that a regular meeting gives its cell, if reports speak of its period, and who is assigned from a later
/// day of its month, where that matters.
pub(super) fn judged(
    db: &Writer<'_>,
    register: Register,
    roster: Roster,
    meeting: Meeting,
    cell: &Cell,
) -> Result<Judged> {
    let period = meeting.period;
    if meeting.kind != MeetingKind::Regular || beginning_after(db, period)?.is_some() {
        return Ok((None, Vec::new()));
    }
    let (register, roster) = with_duties(db, register, roster)?;
    let facts = Facts::new(register, roster, vec![meeting], &[]);
    let Some(row) = coverage_row(&facts, cell, period, db.today()) else {
        return Ok((None, Vec::new()));
    };
    let later =
        row.beside(&facts, db.today()).into_iter().filter_map(|(who, missed)| match missed {
            Missed::From(day) => Some((who.thing(day), day)),
            Missed::LastDay(_) => None,
        });
    Ok((Some(row.status), later.collect()))
}

/// Refuses a meeting that is recorded already.
pub(super) fn refuse_second(cell: &Cell, meeting: &Meeting, others: &[Meeting]) -> Result<()> {
    let same = |other: &&Meeting| other.id != meeting.id && other.key() == meeting.key();
    match others.iter().find(same) {
        None => Ok(()),
        Some(other) => Err(other.taken(cell).into()),
    }
}

fn held(
    register: &Register,
    roster: &Roster,
    cell: &Cell,
    kind: MeetingKind,
    entry: &HeldEntry,
) -> Result<Held> {
    let assigned = roster.assigned(register, cell.id, entry.on);
    let visitors = visitors(register, cell, &assigned, entry.on, &entry.visitors)?;
    let absences = absences(register, entry.on, &entry.reasons)?;
    let held = Held { visitors, absences, ..Held::bare(entry.on) };
    held.check_reasons(kind, cell, register, roster)?;
    Ok(Held { presence: entry.counts.check()?, details: entry.details.clone(), ..held })
}

/// The officials meant, in order of identity.
pub(super) fn visitors(
    register: &Register,
    cell: &Cell,
    assigned: &[OfficialId],
    day: Date,
    given: &VisitorsGiven,
) -> Result<Vec<OfficialId>> {
    let found = |texts: &[String]| -> Result<Vec<OfficialId>> {
        let found = texts.iter().map(|text| find_official(register, text, day));
        Ok(found.collect::<std::result::Result<_, _>>()?)
    };
    let mut visitors = match given {
        VisitorsGiven::Nobody => Vec::new(),
        VisitorsGiven::Officials(texts) => found(texts)?,
        VisitorsGiven::Assigned { several, besides } => {
            refuse_unclear(register, cell, assigned, day, *several)?;
            let mut besides = found(besides)?;
            // Whoever is assigned may be named too.
            besides.retain(|who| !assigned.contains(who));
            [assigned, &besides].concat()
        }
    };
    visitors.sort_unstable();
    Ok(visitors)
}

/// Refuses `assigned` where nobody is, or more than one without leave.
fn refuse_unclear(
    register: &Register,
    cell: &Cell,
    assigned: &[OfficialId],
    day: Date,
    several: bool,
) -> Result<()> {
    let cell = cell.thing(day);
    match assigned {
        [] => Err(refusal::Meeting::NobodyAssigned { cell, day }.into()),
        [_, _, ..] if !several => {
            let officials = assigned.iter().map(|id| register.official(*id).thing(day)).collect();
            Err(refusal::Meeting::SeveralAssigned { cell, day, officials }.into())
        }
        _ => Ok(()),
    }
}

/// The reasons meant.
pub(super) fn absences(
    register: &Register,
    day: Date,
    given: &Absences<String>,
) -> Result<Absences> {
    let meant = given.try_map(|text| find_official(register, text, day))?;
    Ok(meant.in_order())
}

/// What the cell raised, under new codes.
fn recommendations(
    db: &Reader<'_>,
    meeting: &Meeting,
    texts: &[Remark],
    area: Area,
) -> Result<Vec<Recommendation>> {
    let raised_on = meeting.outcome.held().map(|held| held.held_on);
    let codes = new_codes(db, meeting.period, texts.len())?;
    let raised = codes.into_iter().zip(texts).map(|((id, code), text)| Recommendation {
        id,
        code,
        cell: meeting.cell,
        period: meeting.period,
        raised_on,
        area,
        text: text.clone(),
        steps: Vec::new(),
    });
    Ok(raised.collect())
}
