//! How often an official owes visits, and where (`records.md`, section 6a).

use serde_json::{Value, json};

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Date, DocumentNo, Duty, DutySpan, Keyword, OperationNumber, Register, Scope, Span, Thing, Verb,
    check_duty, check_duty_entered, find_cell, find_committee, find_official, refusal,
};
use crate::store::{Grounds, Writer};

/// Where a duty is owed, as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeAsked {
    All,
    /// Code or name.
    Committee(String),
    /// Code or name.
    Cell(String),
}

impl ScopeAsked {
    fn find(&self, register: &Register, day: Date) -> Result<Scope> {
        Ok(match self {
            Self::All => Scope::All,
            Self::Committee(text) => Scope::Committee(find_committee(register, text, day)?),
            Self::Cell(text) => Scope::Cell(find_cell(register, text, day)?),
        })
    }
}

/// A new duty.
#[derive(Debug, Clone)]
pub struct AddDuty {
    /// Code or name.
    pub official: String,
    pub scope: ScopeAsked,
    pub count: u16,
    pub span: DutySpan,
    /// Whether so many are owed to every cell of the scope.
    pub each: bool,
    pub from: Date,
    pub until: Option<Date>,
    pub document: Option<DocumentNo>,
    /// Whether the one recorded on the same days was entered in error.
    pub amend: bool,
}

/// What was recorded.
#[derive(Debug, Clone)]
pub struct DutyAdded {
    pub number: OperationNumber,
    pub official: Thing,
    /// None for every cell.
    pub scope: Option<Thing>,
    pub duty: Duty,
    /// The days on which it is in force.
    pub days: Span,
    /// Whether another was taken out as entered in error.
    pub corrected: bool,
}

/// Records a duty.
pub fn add_duty(db: &Writer<'_>, request: AddDuty) -> Result<DutyAdded> {
    let register = db.register()?;
    let from = request.from;
    let official = find_official(&register, &request.official, from)?;
    let scope = request.scope.find(&register, from)?;
    let AddDuty { count, span, each, until, document, .. } = request;
    let duty = Duty { official, scope, count, span, each, from, until, document };
    check_duty_entered(&duty, &register)?;
    let mut others = db.duties()?;
    let overlapped = |other: &Duty| {
        (other.official, other.scope) == (official, scope) && other.days().overlaps(duty.days())
    };
    let at = if request.amend { others.iter().position(overlapped) } else { None };
    let old = at.map(|at| others.remove(at));
    if old.as_ref() == Some(&duty) {
        return Err(refusal::Asked::NothingChanges.into());
    }
    check_duty(&duty, &register, others.iter())?;
    // One that begins on the same day is given another version.
    let removed = old.iter().filter(|old| !old.is_same(&duty)).cloned().map(Removed::Duty);
    let removed = removed.collect();
    let change = Change { duties: vec![duty.clone()], removed, ..Change::default() };
    let mut arguments = named(&register, &duty);
    arguments["from"] = json!(from.to_string());
    arguments["until"] = json!(duty.until.map(|day| day.to_string()));
    arguments["count"] = json!(count);
    arguments["span"] = json!(span.key());
    arguments["each"] = json!(each);
    let number = change.carry_out(db, Verb::DutyAdd, arguments, Grounds::NONE)?;
    Ok(DutyAdded {
        number,
        official: register.official(official).thing(from),
        scope: scope.thing(&register, from),
        days: duty.in_force(&register).unwrap_or(duty.days()),
        duty,
        corrected: old.is_some(),
    })
}

/// The duty to end.
#[derive(Debug, Clone)]
pub struct EndDuty {
    /// Code or name.
    pub official: String,
    /// May be left out where he has only one.
    pub scope: Option<ScopeAsked>,
    /// The first day on which it no longer holds.
    pub on: Date,
}

/// What ended.
#[derive(Debug, Clone)]
pub struct DutyEnded {
    pub number: OperationNumber,
    pub official: Thing,
    /// None for every cell.
    pub scope: Option<Thing>,
    pub until: Date,
    /// Whether it was taken out, as it would have held on no day.
    pub taken_out: bool,
}

/// Ends a duty on a day, the first that no longer holds.
pub fn end_duty(db: &Writer<'_>, request: EndDuty) -> Result<DutyEnded> {
    let register = db.register()?;
    let on = request.on;
    let official = find_official(&register, &request.official, on)?;
    let scope = request.scope.map(|scope| scope.find(&register, on)).transpose()?;
    let thing = register.official(official).thing(on);
    let running = db.duties()?.into_iter().filter(|duty| {
        duty.official == official
            && scope.is_none_or(|scope| scope == duty.scope)
            && duty.in_force(&register).is_some_and(|days| days.contains(on))
    });
    let mut running: Vec<Duty> = running.collect();
    let old = match (running.pop(), running.is_empty()) {
        (Some(only), true) => only,
        (None, _) => {
            let scope = scope.map(|scope| scope.thing(&register, on));
            return Err(refusal::Duty::NotFound { official: thing, scope, day: on }.into());
        }
        (Some(last), false) => {
            let all = running.iter().chain([&last]);
            let scopes = all.map(|duty| duty.scope.thing(&register, on)).collect();
            return Err(refusal::Duty::Which { official: thing, day: on, scopes }.into());
        }
    };
    // Ended on its first day, it held on none: it is taken out.
    let taken_out = on == old.from;
    let change = if taken_out {
        Change { removed: vec![Removed::Duty(old.clone())], ..Change::default() }
    } else {
        let duties = vec![Duty { until: Some(on), ..old.clone() }];
        Change { duties, ..Change::default() }
    };
    let mut arguments = named(&register, &old);
    arguments["on"] = json!(on.to_string());
    let number = change.carry_out(db, Verb::DutyEnd, arguments, Grounds::NONE)?;
    let scope = old.scope.thing(&register, on);
    Ok(DutyEnded { number, official: thing, scope, until: on, taken_out })
}

/// The codes by which an operation names a duty.
fn named(register: &Register, duty: &Duty) -> Value {
    let mut arguments = json!({ "official": register.official(duty.official).code.as_str() });
    match duty.scope {
        Scope::All => {}
        Scope::Committee(id) => {
            arguments["committee"] = json!(register.committee(id).code.as_str());
        }
        Scope::Cell(id) => arguments["cell"] = json!(register.cell(id).code.as_str()),
    }
    arguments
}
