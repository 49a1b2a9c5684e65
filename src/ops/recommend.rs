//! Recommendations raised outside of `log-meeting`, mended, taken out, and tied as one matter (`commands.md`, Meetings).

use serde_json::{Value, json};

use super::Result;
use super::change::Change;
use super::matters::{Around, find_recommendation, identity_of, new_codes};
use crate::domain::{
    Area, CellId, Code, Date, Meeting, OperationNumber, Period, Recommendation, RecommendationLink,
    Register, Remark, Thing, Verb, find_cell, refusal,
};
use crate::store::{Grounds, MeetingFilter, Reader, Writer};

/// A recommendation to record.
#[derive(Debug, Clone)]
pub struct Raise {
    /// Code or name of the cell.
    pub cell: String,
    pub text: Remark,
    /// The month it belongs to; without one, that of its day, or of the cell's newest meeting.
    pub period: Option<Period>,
    pub on: Option<Date>,
    pub area: Area,
    pub code: Option<Code>,
}

/// A recommendation that was recorded or taken out.
#[derive(Debug, Clone)]
pub struct Recommended {
    pub number: OperationNumber,
    pub cell: Thing,
    pub recommendation: Recommendation,
}

/// Records a recommendation that a cell raised.
pub fn raise(db: &Writer<'_>, request: Raise) -> Result<Recommended> {
    let today = db.today();
    let register = db.register_named(&[&request.cell], &[])?;
    let day = request.on.or(request.period.map(Period::last_day)).unwrap_or(today);
    let cell = register.cell(find_cell(&register, &request.cell, day)?);
    let (period, raised_on) = raised(db, cell.id, &request, today)?;
    let (id, code) = match request.code {
        Some(code) => (identity_of(db, &code)?, code),
        None => new_codes(db, period, 1)?.pop().ok_or(refusal::Asked::NothingChanges)?,
    };
    let (area, text, steps) = (request.area, request.text, Vec::new());
    let new = Recommendation { id, code, cell: cell.id, period, raised_on, area, text, steps };
    Around { recommendations: vec![new.clone()], links: Vec::new() }.check(today)?;
    let change = Change { recommendations: vec![new.clone()], ..Change::default() };
    let number = change.carry_out(db, Verb::RecommendAdd, about(&register, &new), Grounds::NONE)?;
    Ok(Recommended { number, cell: cell.thing(period.last_day()), recommendation: new })
}

/// The month and the day of a recommendation: as said, else those of the meeting that fits.
fn raised(
    db: &Reader<'_>,
    cell: CellId,
    request: &Raise,
    today: Date,
) -> Result<(Period, Option<Date>)> {
    let meetings = db.meetings(MeetingFilter { cell: Some(cell), ..MeetingFilter::default() })?;
    let held = |meeting: &Meeting| meeting.outcome.held().map(|held| held.held_on);
    match (request.period, request.on) {
        (Some(period), on) => Ok((period, on)),
        (None, Some(on)) => {
            let at = meetings.iter().find(|meeting| held(meeting) == Some(on));
            Ok((at.map_or(Period::of(on), |meeting| meeting.period), Some(on)))
        }
        (None, None) => {
            let newest = meetings.iter().filter(|meeting| meeting.was_by(today));
            match newest.max_by_key(|meeting| (meeting.period, held(meeting))) {
                Some(newest) => Ok((newest.period, held(newest))),
                None => Ok((Period::of(today), Some(today))),
            }
        }
    }
}

/// What the history keeps of a recommendation: codes and the month.
pub(super) fn about(register: &Register, one: &Recommendation) -> Value {
    json!({
        "recommendation": one.code.as_str(),
        "cell": register.cell(one.cell).code.as_str(),
        "period": one.period.to_string(),
    })
}

/// What is to be changed of a recommendation as it was raised; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecommendationAmendment {
    /// Code or name of the cell.
    pub cell: Option<String>,
    pub period: Option<Period>,
    pub on: Option<Date>,
    pub area: Option<Area>,
    pub text: Option<Remark>,
}

/// A recommendation before and after.
#[derive(Debug, Clone)]
pub struct RecommendationAmended {
    pub number: OperationNumber,
    pub before: Recommendation,
    pub after: Recommendation,
    /// For naming cells.
    pub register: Register,
}

/// Amends a recommendation as it was raised.
pub fn amend_recommendation(
    db: &Writer<'_>,
    code: &str,
    changes: RecommendationAmendment,
) -> Result<RecommendationAmended> {
    let before = find_recommendation(db, code)?;
    let register = db.register()?;
    let mut after = before.clone();
    after.period = changes.period.unwrap_or(before.period);
    after.raised_on = changes.on.or(before.raised_on);
    after.area = changes.area.unwrap_or(before.area);
    after.text = changes.text.unwrap_or_else(|| before.text.clone());
    if let Some(text) = &changes.cell {
        let day = after.raised_on.unwrap_or_else(|| after.period.last_day());
        after.cell = find_cell(&register, text, day)?;
    }
    amended(db, register, before, after)
}

/// Records a recommendation, or its steps, otherwise than before.
pub(super) fn amended(
    db: &Writer<'_>,
    register: Register,
    before: Recommendation,
    after: Recommendation,
) -> Result<RecommendationAmended> {
    if after == before {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let mut around = Around::of(db, vec![before.clone()])?;
    around.put(after.clone());
    around.check(db.today())?;
    let change = Change { recommendations: vec![after.clone()], ..Change::default() };
    let arguments = about(&register, &after);
    let number = change.carry_out(db, Verb::RecommendAmend, arguments, Grounds::NONE)?;
    Ok(RecommendationAmended { number, before, after, register })
}

/// Takes a recommendation out, with its steps and with what ties it.
pub fn remove_recommendation(
    db: &Writer<'_>,
    code: &str,
    reason: Option<&Remark>,
) -> Result<Recommended> {
    let old = find_recommendation(db, code)?;
    let register = db.register_around([old.cell], [])?;
    let mut around = Around::of(db, vec![old.clone()])?;
    let mut change = Change::default();
    around.remove(old.id, &mut change);
    around.check(db.today())?;
    let grounds = reason.map_or(Grounds::NONE, Grounds::reason);
    let number = change.carry_out(db, Verb::RecommendRemove, about(&register, &old), grounds)?;
    let cell = register.cell(old.cell).thing(old.period.last_day());
    Ok(Recommended { number, cell, recommendation: old })
}

/// Two matters that became one, or one that became two.
#[derive(Debug, Clone)]
pub struct Tied {
    pub number: OperationNumber,
    /// All that are the same matter, with their cells.
    pub together: Vec<(Thing, Thing)>,
}

/// Records that two recommendations are the same matter.
pub fn tie(db: &Writer<'_>, code: &str, other: &str) -> Result<Tied> {
    let (one, other) = (find_recommendation(db, code)?, find_recommendation(db, other)?);
    let link = RecommendationLink { id: one.code.clone(), same_as: other.code.clone() };
    let mut around = Around::of(db, vec![one.clone()])?;
    link.check(&around.links)?;
    for member in Around::of(db, vec![other.clone()])?.recommendations {
        around.put(member);
    }
    around.links.push(link.clone());
    around.check(db.today())?;
    let change = Change { recommendation_links: vec![link], ..Change::default() };
    let arguments = json!({
        "recommendation": one.code.as_str(),
        "same_as": other.code.as_str(),
    });
    let number = change.carry_out(db, Verb::RecommendSame, arguments, Grounds::NONE)?;
    Ok(Tied { number, together: together(db, &around, &one)? })
}

/// Takes a recommendation out of the matter that it was tied to.
pub fn untie(db: &Writer<'_>, code: &str) -> Result<Tied> {
    let one = find_recommendation(db, code)?;
    let mut around = Around::of(db, vec![one.clone()])?;
    let others: Vec<Recommendation> =
        around.recommendations.iter().filter(|other| other.id != one.id).cloned().collect();
    let Some(first) = others.first() else {
        return Err(refusal::Recommendation::NotTied { code: one.code }.into());
    };
    let (removed, recommendation_links) = around.untie(&one.code);
    around.check(db.today())?;
    let change = Change { removed, recommendation_links, ..Change::default() };
    let arguments = json!({ "recommendation": one.code.as_str() });
    let number = change.carry_out(db, Verb::RecommendApart, arguments, Grounds::NONE)?;
    Ok(Tied { number, together: together(db, &around, first)? })
}

fn together(db: &Reader<'_>, around: &Around, one: &Recommendation) -> Result<Vec<(Thing, Thing)>> {
    let matter = around.matter(one.id);
    let register = db.register_around(matter.cells(), [])?;
    let cell = |one: &Recommendation| register.cell(one.cell).thing(one.period.last_day());
    Ok(matter.members.iter().map(|one| (one.thing(), cell(one))).collect())
}
