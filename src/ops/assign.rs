//! Assigning an official to a cell (`records.md`, section 4; `commands.md`, Registers).

use serde_json::json;

use super::Result;
use crate::domain::{
    Assignment, Cell, CellId, Date, Document, Facts, OfficialId, OperationNumber, Period, Refusal,
    Register, Roster, Span, Status, Thing, check_assignment, coverage_row, find_cell,
    find_official,
};
use crate::store::{MeetingFilter, Reader, Writer};

/// What is to happen to another assignment on the same days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takeover {
    /// There must be none.
    Refuse,
    /// It stays: the cell has two visitors.
    Also,
    /// It ends on the first day of the new one; named, if there are several.
    Replace(Option<String>),
    /// It was entered in error, and so was an overlapping one of the same pair: the new one stands in its place.
    Amend,
}

/// A new assignment.
#[derive(Debug, Clone)]
pub struct Assign {
    /// Code or name.
    pub cell: String,
    /// Code or name.
    pub official: String,
    pub from: Date,
    pub until: Option<Date>,
    pub document: Document,
    pub takeover: Takeover,
}

/// A recorded meeting whose status changed with an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    pub cell: Thing,
    pub period: Period,
    pub before: Option<Status>,
    pub after: Option<Status>,
}

/// What an assignment changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    pub number: OperationNumber,
    pub cell: Thing,
    pub official: Thing,
    /// The days on which it holds: an open one ends with the cell or the official.
    pub days: Span,
    /// Assignments that ended for it, with their last days.
    pub ended: Vec<(Thing, Date)>,
    /// Assignments that were taken out as entered in error.
    pub corrected: Vec<(Thing, Span)>,
    /// Others on the same days.
    pub beside: Vec<Thing>,
    pub changes: Vec<StatusChange>,
}

/// The assignments of a cell before and after.
struct Plan {
    ended: Vec<(Assignment, Date)>,
    corrected: Vec<Assignment>,
    beside: Vec<Assignment>,
}

/// Assigns an official to a cell.
pub fn assign(db: &Writer<'_>, request: Assign) -> Result<Assigned> {
    let register = db.register()?;
    let cell = find_cell(&register, &request.cell, request.from)?;
    let official = find_official(&register, &request.official, request.from)?;
    let new = Assignment {
        cell,
        official,
        from: request.from,
        until: request.until,
        document: request.document,
    };
    let before = db.assignments_of(cell)?;
    let plan = plan(&register, &new, &before, &request.takeover)?;
    let mut after = plan.kept(&before);
    check_assignment(&new, register.cell(cell), register.official(official), after.iter())?;
    after.push(new.clone());

    let arguments = json!({
        "cell": register.cell(cell).code.as_str(),
        "official": register.official(official).code.as_str(),
        "from": new.from.to_string(),
        "until": new.until.map(|day| day.to_string()),
        "document": new.document.number.as_ref().map(|number| number.as_str()),
    });
    let number = db.begin("assign", arguments, None)?;
    for (old, until) in &plan.ended {
        db.remove_assignment(old)?;
        db.add_assignment(&Assignment { until: Some(*until), ..old.clone() })?;
    }
    for old in &plan.corrected {
        db.remove_assignment(old)?;
    }
    db.add_assignment(&new)?;

    let thing = |a: &Assignment| register.official(a.official).thing(new.from);
    let (entity, person) = (register.cell(cell), register.official(official));
    let outcome = Assigned {
        number,
        cell: entity.thing(new.from),
        official: thing(&new),
        days: new.span().meet(entity.life()).meet(person.life()),
        ended: plan.ended.iter().map(|(a, until)| (thing(a), until.previous())).collect(),
        corrected: plan.corrected.iter().map(|a| (thing(a), a.span())).collect(),
        beside: plan.beside.iter().map(thing).collect(),
        changes: Vec::new(),
    };
    Ok(Assigned { changes: changes(db, register, cell, before, after)?, ..outcome })
}

/// Decides what becomes of the other assignments, or refuses.
fn plan(
    register: &Register,
    new: &Assignment,
    before: &[Assignment],
    takeover: &Takeover,
) -> Result<Plan> {
    let cell = register.cell(new.cell);
    let days =
        |a: &Assignment| a.span().meet(cell.life()).meet(register.official(a.official).life());
    let overlapping: Vec<&Assignment> =
        before.iter().filter(|other| days(other).overlaps(new.span())).collect();
    let (same, others): (Vec<&Assignment>, Vec<&Assignment>) =
        overlapping.into_iter().partition(|a| a.official == new.official);
    let mut plan = Plan { ended: Vec::new(), corrected: Vec::new(), beside: Vec::new() };
    let listed = |list: &[&Assignment]| -> Vec<(Thing, Span)> {
        list.iter().map(|a| (register.official(a.official).thing(new.from), days(a))).collect()
    };
    match takeover {
        Takeover::Refuse if others.is_empty() => {}
        Takeover::Refuse if !same.is_empty() => {
            // The pair's own overlap is the nearer fault; check_assignment names it.
            plan.beside = others.into_iter().cloned().collect();
        }
        Takeover::Refuse => {
            let cell = cell.thing(new.from);
            return Err(Refusal::AnotherVisitor { cell, others: listed(&others) }.into());
        }
        Takeover::Also => plan.beside = others.into_iter().cloned().collect(),
        Takeover::Replace(whom) => {
            let replaced = replaced(register, new, &others, whom.as_deref(), listed(&others))?;
            if replaced.from >= new.from {
                let official = register.official(replaced.official).thing(new.from);
                let (began, from) = (replaced.from, new.from);
                let cell = cell.thing(new.from);
                return Err(Refusal::ReplacedBeganLater { cell, official, began, from }.into());
            }
            plan.ended.push((replaced.clone(), new.from));
            let left = others.into_iter().filter(|a| *a != replaced);
            plan.beside = left.cloned().collect();
        }
        Takeover::Amend => {
            let later = others.iter().copied().filter(|a| a.from >= new.from);
            let wrong: Vec<&Assignment> = if same.is_empty() { later.collect() } else { same };
            match wrong[..] {
                [] => {
                    let official = register.official(new.official).thing(new.from);
                    return Err(
                        Refusal::NothingToAmend { cell: cell.thing(new.from), official }.into()
                    );
                }
                [one] => plan.corrected.push(one.clone()),
                _ => {
                    let cell = cell.thing(new.from);
                    return Err(Refusal::AmendWhich { cell, others: listed(&wrong) }.into());
                }
            }
            let left = others.into_iter().filter(|a| !plan.corrected.contains(a));
            plan.beside = left.cloned().collect();
        }
    }
    Ok(plan)
}

fn replaced<'a>(
    register: &Register,
    new: &Assignment,
    others: &[&'a Assignment],
    whom: Option<&str>,
    listed: Vec<(Thing, Span)>,
) -> Result<&'a Assignment> {
    let cell = || register.cell(new.cell).thing(new.from);
    let Some(whom) = whom else {
        return match others[..] {
            [one] => Ok(one),
            [] => {
                Err(Refusal::NobodyToReplace { cell: cell(), official: None, from: new.from }
                    .into())
            }
            _ => Err(Refusal::ReplaceWhom { cell: cell(), others: listed }.into()),
        };
    };
    let whom: OfficialId = find_official(register, whom, new.from)?;
    others.iter().copied().find(|a| a.official == whom).ok_or_else(|| {
        let official = Some(register.official(whom).thing(new.from));
        Refusal::NobodyToReplace { cell: cell(), official, from: new.from }.into()
    })
}

impl Plan {
    /// The assignments that stay, shortened where they end.
    fn kept(&self, before: &[Assignment]) -> Vec<Assignment> {
        let mut kept = Vec::new();
        for assignment in before.iter().filter(|a| !self.corrected.contains(a)) {
            let mut assignment = assignment.clone();
            if let Some((_, until)) = self.ended.iter().find(|(ended, _)| *ended == assignment) {
                assignment.until = Some(*until);
            }
            kept.push(assignment);
        }
        kept
    }
}

/// The recorded meetings of a cell, and of cells that came from it, whose status differs between two
/// states of its assignments.
pub(super) fn changes(
    db: &Reader<'_>,
    register: Register,
    cell: CellId,
    before: Vec<Assignment>,
    after: Vec<Assignment>,
) -> Result<Vec<StatusChange>> {
    let today = Date::new(2100, 12, 31).unwrap_or_else(Date::first);
    let meetings = db.meetings(MeetingFilter { cell: Some(cell), ..MeetingFilter::default() })?;
    let periods: Vec<Period> = meetings.iter().map(|m| m.period).collect();
    let heirs = register.successions.iter().filter(|s| s.from_cell == cell).map(|s| s.to_cell);
    let judged: Vec<CellId> = std::iter::once(cell).chain(heirs).collect();
    let mut facts = Facts::new(register, Roster::new(before), meetings, &[]);
    let statuses = |facts: &Facts| -> Vec<Option<Status>> {
        let cells = judged.iter().flat_map(|cell| periods.iter().map(move |period| (cell, period)));
        cells
            .map(|(cell, period)| {
                let cell: &Cell = facts.register.cell(*cell);
                let row = coverage_row(facts, cell, *period, today)?;
                row.meeting.map(|_| row.status)
            })
            .collect()
    };
    let old = statuses(&facts);
    facts.roster = Roster::new(after);
    let new = statuses(&facts);
    let places = judged.iter().flat_map(|cell| periods.iter().map(move |period| (cell, period)));
    let mut changes: Vec<StatusChange> = places
        .zip(old.into_iter().zip(new))
        .filter(|(_, (before, after))| before != after)
        .map(|((cell, period), (before, after))| StatusChange {
            cell: facts.register.cell(*cell).thing(period.last_day()),
            period: *period,
            before,
            after,
        })
        .collect();
    changes.dedup();
    Ok(changes)
}
