//! Announcing the date of a meeting to come, and taking it back (`records.md`, section 4; `commands.md`, Reports).

use std::collections::BTreeSet;

use serde_json::json;

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Cell, CellId, Date, Hour, Keyword, Label, Meeting, MeetingKind, OfficialId, OperationNumber,
    Period, PeriodSpan, Plan, Roster, Thing, Verb, find_cell, refusal,
};
use crate::store::{Grounds, MeetingFilter, Reader, Writer};

/// A date to announce.
#[derive(Debug, Clone)]
pub struct PlanMeeting {
    /// Code or name.
    pub cell: String,
    pub on: Date,
    /// The month it stands for; that of its day if left out.
    pub period: Option<Period>,
    pub kind: MeetingKind,
    /// `Some(None)` takes it away; what is left out stays as it was announced before.
    pub hour: Option<Option<Hour>>,
    /// The same.
    pub place: Option<Option<Label>>,
}

/// An official who is asked to come elsewhere on the same day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    pub official: Thing,
    pub cell: Thing,
    pub hour: Option<Hour>,
}

/// What was announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingPlanned {
    pub number: OperationNumber,
    pub cell: Thing,
    pub plan: Plan,
    /// What was announced before.
    pub before: Option<Plan>,
    /// Who is asked to come, in the order of the notice.
    pub invited: Vec<Thing>,
    pub collisions: Vec<Collision>,
    /// The meeting of this kind that is on record already.
    pub recorded: Option<Meeting>,
}

/// Records the date of a meeting to come, in the place of the one announced before.
pub fn plan_meeting(db: &Writer<'_>, request: PlanMeeting) -> Result<MeetingPlanned> {
    let PlanMeeting { on, kind, .. } = request;
    let register = db.register_named(&[&request.cell], &[])?;
    let cell = register.cell(find_cell(&register, &request.cell, on)?);
    let period = request.period.unwrap_or(Period::of(on));
    let before = db.plans_for(cell.id, period)?.into_iter().find(|plan| plan.kind == kind);
    let old = before.as_ref();
    let hour = request.hour.unwrap_or_else(|| old?.hour);
    let place = request.place.unwrap_or_else(|| old?.place.clone());
    let plan = Plan { cell: cell.id, period, kind, on, hour, place };
    plan.check_new(cell)?;
    if before.as_ref() == Some(&plan) {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let roster = Roster::new(db.assignments_of(cell.id)?);
    let invited = register.in_notice_order(&roster.assigned(&register, cell.id, on));
    let collisions = collisions(db, cell.id, on, invited.iter().map(|who| who.id))?;
    let span = PeriodSpan::single(period);
    let filter = MeetingFilter { cell: Some(cell.id), span: Some(span), kind: Some(kind) };
    let recorded = db.meetings(filter)?.into_iter().next();

    let change = Change { plans: vec![plan.clone()], ..Change::default() };
    let arguments = arguments(cell, &plan);
    let number = change.carry_out(db, Verb::MeetingPlan, arguments, Grounds::NONE)?;
    let invited = invited.iter().map(|who| who.thing(on)).collect();
    let cell = cell.thing(on);
    Ok(MeetingPlanned { number, cell, plan, before, invited, collisions, recorded })
}

/// Where else these officials are asked to come on the day. Each of their cells is looked up by an index.
fn collisions(
    db: &Reader<'_>,
    cell: CellId,
    on: Date,
    invited: impl Iterator<Item = OfficialId>,
) -> Result<Vec<Collision>> {
    let month = Period::of(on);
    let months = [month.previous(), month, month.next()];
    let mut collisions = Vec::new();
    for official in invited {
        let assignments = db.assignments_of_official(official)?;
        let cells: BTreeSet<CellId> = assignments.iter().map(|one| one.cell).collect();
        let others: Vec<CellId> = cells.into_iter().filter(|other| *other != cell).collect();
        let register = db.register_around(others.iter().copied(), [official])?;
        let roster = Roster::new(assignments);
        for other in others {
            let place = register.cell(other);
            if !roster.assigned(&register, other, on).contains(&official) {
                continue;
            }
            for period in months {
                let plans = db.plans_for(other, period)?.into_iter();
                let there = plans.filter(|plan| plan.on == on);
                collisions.extend(there.map(|plan| Collision {
                    official: register.official(official).thing(on),
                    cell: place.thing(on),
                    hour: plan.hour,
                }));
            }
        }
    }
    Ok(collisions)
}

/// The newest day that a cell announced for a kind of meeting, of one month or of all, that has come by `today` and of
/// which nothing is recorded.
pub fn planned_day(
    db: &Reader<'_>,
    (cell, kind): (&str, MeetingKind),
    period: Option<Period>,
    today: Date,
) -> Result<Option<Date>> {
    let register = db.register_named(&[cell], &[])?;
    let cell = register.cell(find_cell(&register, cell, today)?);
    let fits = |plan: &Plan| {
        let has_come = plan.on <= today && cell.life().contains(plan.on);
        has_come && plan.kind == kind && period.is_none_or(|only| only == plan.period)
    };
    for plan in db.plans_of(cell.id)?.into_iter().rev().filter(fits) {
        let span = Some(PeriodSpan::single(plan.period));
        let filter = MeetingFilter { cell: Some(cell.id), span, kind: Some(kind) };
        if db.meetings(filter)?.is_empty() {
            return Ok(Some(plan.on));
        }
    }
    Ok(None)
}

/// Which plan is meant.
#[derive(Debug, Clone)]
pub struct PlanMeant {
    /// Code or name.
    pub cell: String,
    pub period: Period,
    pub kind: MeetingKind,
}

/// What was taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRemoved {
    pub number: OperationNumber,
    pub cell: Thing,
    pub plan: Plan,
}

/// Takes an announced date away.
pub fn remove_plan(db: &Writer<'_>, meant: &PlanMeant) -> Result<PlanRemoved> {
    let PlanMeant { period, kind, .. } = *meant;
    let register = db.register_named(&[&meant.cell], &[])?;
    let cell = register.cell(find_cell(&register, &meant.cell, period.last_day())?);
    let thing = cell.thing(period.last_day());
    let plans = db.plans_of(cell.id)?;
    let Some(plan) = plans.iter().find(|plan| (plan.period, plan.kind) == (period, kind)) else {
        let planned = plans.iter().map(|plan| (plan.period, plan.kind)).collect();
        return Err(refusal::Meeting::NotPlanned { cell: thing, period, kind, planned }.into());
    };
    let change = Change { removed: vec![Removed::Plan(plan.clone())], ..Change::default() };
    let arguments = arguments(cell, plan);
    let number = change.carry_out(db, Verb::MeetingPlanRemove, arguments, Grounds::NONE)?;
    Ok(PlanRemoved { number, cell: thing, plan: plan.clone() })
}

/// What the history keeps of a plan: codes, days and the hour.
fn arguments(cell: &Cell, plan: &Plan) -> serde_json::Value {
    json!({
        "cell": cell.code.as_str(),
        "period": plan.period.to_string(),
        "kind": plan.kind.key(),
        "on": plan.on.to_string(),
    })
}
