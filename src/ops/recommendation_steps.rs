//! The steps by which a recommendation is followed up: sent, answered, settled, reported back to the cell
//! (`commands.md`, Meetings).

use super::Result;
use super::change::Change;
use super::matters::{Around, find_recommendation, to_report_back};
use super::recommend::{RecommendationAmended, about, amended};
use crate::domain::{
    Code, Date, DocumentNo, Label, Meeting, OperationNumber, Period, Recommendation, Remark, Step,
    StepKind, Thing, Verb, refusal,
};
use crate::store::{Grounds, MeetingFilter, Reader, Writer};

/// A step to record.
#[derive(Debug, Clone)]
pub struct TakeStep {
    /// The code of the recommendation.
    pub code: String,
    pub kind: StepKind,
    /// Today where nothing else is clear.
    pub on: Option<Date>,
    pub to: Option<Label>,
    pub document: Option<DocumentNo>,
    pub text: Option<Remark>,
}

/// A step that was recorded.
#[derive(Debug, Clone)]
pub struct StepTaken {
    pub number: OperationNumber,
    pub recommendation: Thing,
    pub cell: Thing,
    pub step: Step,
    /// The month of the meeting that the cell held on the day.
    pub at_meeting: Option<Period>,
    /// What else is the same matter.
    pub others: Vec<Code>,
    /// Those of the matter of which the cell has not been told yet, with their cells.
    pub untold: Vec<(Code, Thing)>,
}

/// Records a step.
pub fn take_step(db: &Writer<'_>, request: TakeStep) -> Result<StepTaken> {
    let today = db.today();
    let old = find_recommendation(db, &request.code)?;
    let mut around = Around::of(db, vec![old.clone()])?;
    let meetings = held_meetings(db, &old)?;
    let kind = request.kind;
    let on = match (request.on, kind) {
        (Some(on), _) => on,
        (None, StepKind::ReportedBack) => likely_day(&around, &old, &meetings, today),
        (None, StepKind::Sent | StepKind::Answered | StepKind::Resolved | StepKind::Declined) => {
            today
        }
    };
    let step = Step { on, kind, to: request.to, document: request.document, text: request.text };
    let mut new = old.clone();
    new.enter(step.clone());
    around.put(new.clone());
    around.check(today)?;

    let matter = around.matter(new.id);
    let register = db.register_around(matter.cells(), [])?;
    let change = Change { recommendations: vec![new.clone()], ..Change::default() };
    let mut arguments = about(&register, &new);
    arguments["on"] = on.to_string().into();
    let number = change.carry_out(db, verb(kind), arguments, Grounds::NONE)?;
    let at_meeting = meetings.iter().find(|meeting| meeting.day() == on).map(|it| it.period);
    let members = || matter.members.iter();
    let standing = matter.standing(today, |_, _| None);
    let untold = standing.untold().filter_map(|cell| {
        let own = members().find(|one| one.cell == cell)?;
        Some((own.code.clone(), register.cell(cell).thing(today)))
    });
    Ok(StepTaken {
        number,
        recommendation: new.thing(),
        cell: register.cell(new.cell).thing(new.period.last_day()),
        at_meeting: at_meeting.filter(|_| kind == StepKind::ReportedBack),
        others: members().filter(|one| one.id != new.id).map(|one| one.code.clone()).collect(),
        untold: untold.collect(),
        step,
    })
}

fn verb(kind: StepKind) -> Verb {
    match kind {
        StepKind::Sent => Verb::RecommendSend,
        StepKind::Answered => Verb::RecommendAnswer,
        StepKind::Resolved => Verb::RecommendResolve,
        StepKind::Declined => Verb::RecommendDecline,
        StepKind::ReportedBack => Verb::RecommendReportBack,
    }
}

/// The meetings that the cell of a recommendation held.
fn held_meetings(db: &Reader<'_>, one: &Recommendation) -> Result<Vec<Meeting>> {
    let filter = MeetingFilter { cell: Some(one.cell), ..MeetingFilter::default() };
    let mut meetings = db.meetings(filter)?;
    meetings.retain(|meeting| meeting.outcome.held().is_some());
    Ok(meetings)
}

/// The day on which the cell was likely told: that of its newest meeting since the answer came, else today.
fn likely_day(around: &Around, of: &Recommendation, meetings: &[Meeting], today: Date) -> Date {
    let news = around.matter(of.id).standing(today, |_, _| None).news.map(|step| step.on);
    let since = |meeting: &&Meeting| {
        let day = meeting.day();
        day <= today && news.is_some_and(|news| news <= day)
    };
    meetings.iter().filter(since).map(Meeting::day).max().unwrap_or(today)
}

/// What is to be changed of a step; what is left out stays. `Some(None)` empties a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepAmendment {
    pub on: Option<Date>,
    pub to: Option<Option<Label>>,
    pub document: Option<Option<DocumentNo>>,
    pub text: Option<Option<Remark>>,
}

/// Amends one step, by its number as it is shown.
pub fn amend_step(
    db: &Writer<'_>,
    code: &str,
    number: usize,
    changes: StepAmendment,
) -> Result<RecommendationAmended> {
    let before = find_recommendation(db, code)?;
    let mut after = before.clone();
    let mut step = taken_out(&mut after, number)?;
    step.on = changes.on.unwrap_or(step.on);
    step.to = changes.to.unwrap_or(step.to);
    step.document = changes.document.unwrap_or(step.document);
    step.text = changes.text.unwrap_or(step.text);
    after.enter(step);
    amended(db, db.register_around([before.cell], [])?, before, after)
}

/// Takes one step out, by its number as it is shown.
pub fn remove_step(db: &Writer<'_>, code: &str, number: usize) -> Result<RecommendationAmended> {
    let before = find_recommendation(db, code)?;
    let mut after = before.clone();
    taken_out(&mut after, number)?;
    amended(db, db.register_around([before.cell], [])?, before, after)
}

fn taken_out(from: &mut Recommendation, number: usize) -> Result<Step> {
    let steps = from.steps.len();
    match number.checked_sub(1).filter(|at| *at < steps) {
        Some(at) => Ok(from.steps.remove(at)),
        None => {
            let code = from.code.clone();
            Err(refusal::Recommendation::NoSuchStep { code, number, steps }.into())
        }
    }
}

/// The recommendations of a cell reported back at a meeting of it, as they are with that.
pub(super) fn reported_at(
    db: &Writer<'_>,
    meeting: &Meeting,
    codes: &[String],
    meeting_of: impl Fn() -> Thing,
) -> Result<Vec<Recommendation>> {
    let mut reported: Vec<Recommendation> = Vec::new();
    let mut around = Around::default();
    for text in codes {
        let mut one = find_recommendation(db, text)?;
        let code = one.code.clone();
        let Some(held) = meeting.outcome.held() else {
            return Err(refusal::Recommendation::ReportedNowhere { code }.into());
        };
        if one.cell != meeting.cell {
            let register = db.register_around([one.cell], [])?;
            let cell = register.cell(one.cell).thing(held.held_on);
            let meeting_of = meeting_of();
            return Err(refusal::Recommendation::OfOtherCell { code, cell, meeting_of }.into());
        }
        let (on, kind) = (held.held_on, StepKind::ReportedBack);
        if reported.iter().any(|other| other.id == one.id) {
            return Err(refusal::Recommendation::StepTwice { code, kind, on }.into());
        }
        let tied = Around::of(db, vec![one.clone()])?;
        tied.recommendations.into_iter().for_each(|other| {
            if reported.iter().all(|it| it.id != other.id) {
                around.put(other);
            }
        });
        around.links = tied.links;
        one.enter(Step { on, kind, to: None, document: None, text: None });
        around.put(one.clone());
        reported.push(one);
    }
    around.check(db.today())?;
    Ok(reported)
}

/// The recommendations of which a cell is to be told still.
pub(super) fn left_to_report(db: &Writer<'_>, meeting: &Meeting) -> Result<Vec<Code>> {
    match meeting.outcome.held() {
        Some(_) => to_report_back(db, meeting.cell, db.today()),
        None => Ok(Vec::new()),
    }
}
