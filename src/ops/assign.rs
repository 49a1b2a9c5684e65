//! Assigning an official to a cell (`records.md`, section 4; `commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Assignment, AssignmentMode, Date, Document, Keyword, OfficialId, OperationNumber, Refusal,
    Register, Span, Thing, Verb, check_assignment, check_mode, find_cell, find_official, refusal,
};
use crate::store::{Grounds, Writer};

/// What is to happen to another assignment on the same days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takeover {
    /// There must be none.
    Refuse,
    /// It stays: the cell has two visitors.
    Also,
    /// It ends on the first day of the new one; named, if there are several.
    Replace(Option<String>),
    /// It was entered in error, and so was an overlapping one of the same pair: the new one stands in its
    /// place. `also` lets it stand beside others that the old one did not.
    Amend { also: bool },
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
    /// As those whom it joins or replaces are assigned, where none is said; alone, every one of them owes the visit.
    pub mode: Option<AssignmentMode>,
    pub document: Document,
    pub takeover: Takeover,
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
    pub mode: AssignmentMode,
    /// Whether it is the cell that the official belongs to.
    pub own_cell: bool,
    /// Others whose mode was changed with it.
    pub as_well: Vec<Thing>,
}

/// The assignments of a cell before and after.
struct Plan {
    ended: Vec<(Assignment, Date)>,
    corrected: Vec<Assignment>,
    beside: Vec<Assignment>,
}

/// Assigns an official to a cell.
pub fn assign(db: &Writer<'_>, request: Assign) -> Result<Assigned> {
    let mut officials = vec![request.official.as_str()];
    if let Takeover::Replace(Some(text)) = &request.takeover {
        officials.push(text);
    }
    let register = db.register_named(&[&request.cell], &officials)?;
    let cell = find_cell(&register, &request.cell, request.from)?;
    let official = find_official(&register, &request.official, request.from)?;
    let before = db.assignments_of(cell)?;
    let new = Assignment {
        cell,
        official,
        from: request.from,
        until: request.until,
        mode: AssignmentMode::Each,
        document: request.document,
    };
    // The days it would hold are sound before they are compared with those of others.
    check_assignment(&new, register.cell(cell), register.official(official), std::iter::empty())?;
    let mode = request.mode.or_else(|| mode_of_others(&register, &new, &before));
    let new = Assignment { mode: mode.unwrap_or(new.mode), ..new };
    let plan = plan(&register, &new, &before, &request.takeover)?;
    let new = plan.documented(new);
    if plan.corrected.contains(&new) {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let (entity, person) = (register.cell(cell), register.official(official));
    let kept = plan.kept(&before);
    check_assignment(&new, entity, person, kept.iter())?;
    let as_well = match request.takeover {
        Takeover::Amend { .. } => changed_with(&register, &new, &kept),
        Takeover::Refuse | Takeover::Also | Takeover::Replace(_) => {
            check_mode(&new, &register, kept.iter())?;
            Vec::new()
        }
    };

    let arguments = json!({
        "cell": entity.code.as_str(),
        "official": person.code.as_str(),
        "from": new.from.to_string(),
        "until": new.until.map(|day| day.to_string()),
        "mode": new.mode.key(),
    });
    let ended = plan.ended.iter();
    let ended = ended.map(|(old, until)| Assignment { until: Some(*until), ..old.clone() });
    let assignments = ended.chain([new.clone()]).chain(as_well.iter().cloned()).collect();
    // One that begins on the same day is given another version.
    let removed = plan.corrected.iter().filter(|old| !old.is_same(&new)).cloned();
    let removed = removed.map(Removed::Assignment).collect();
    let change = Change { assignments, removed, ..Change::default() };
    let number = change.carry_out(db, Verb::Assign, arguments, Grounds::NONE)?;

    let thing = |a: &Assignment| register.official(a.official).thing(new.from);
    Ok(Assigned {
        number,
        cell: entity.thing(new.from),
        official: thing(&new),
        days: new.days(entity, person),
        ended: plan.ended.iter().map(|(a, until)| (thing(a), until.previous())).collect(),
        corrected: plan.corrected.iter().map(|a| (thing(a), a.span())).collect(),
        beside: plan.beside.iter().map(thing).collect(),
        mode: new.mode,
        own_cell: person.own_cell == Some(cell),
        as_well: as_well.iter().map(thing).collect(),
    })
}

/// The mode of those who are assigned on the days of a new assignment.
fn mode_of_others(
    register: &Register,
    new: &Assignment,
    before: &[Assignment],
) -> Option<AssignmentMode> {
    let cell = register.cell(new.cell);
    let days = |one: &Assignment| one.days(cell, register.official(one.official));
    before.iter().find(|other| days(other).overlaps(days(new))).map(|other| other.mode)
}

/// Those of these assignments that are to have another mode because one is amended: whoever shares a day with it, and
/// with them.
fn changed_with(register: &Register, new: &Assignment, kept: &[Assignment]) -> Vec<Assignment> {
    let cell = register.cell(new.cell);
    let days = |one: &Assignment| one.days(cell, register.official(one.official));
    let mut changed: Vec<Assignment> = Vec::new();
    let mut left: Vec<&Assignment> = kept.iter().filter(|one| one.mode != new.mode).collect();
    loop {
        let touches = |one: &&Assignment| {
            let overlaps = |other: &Assignment| days(other).overlaps(days(one));
            overlaps(new) || changed.iter().any(overlaps)
        };
        let (joined, others): (Vec<&Assignment>, Vec<&Assignment>) =
            left.into_iter().partition(touches);
        if joined.is_empty() {
            return changed;
        }
        let joined = joined.into_iter().map(|one| Assignment { mode: new.mode, ..one.clone() });
        changed.extend(joined);
        left = others;
    }
}

/// Decides what becomes of the other assignments, or refuses.
fn plan(
    register: &Register,
    new: &Assignment,
    before: &[Assignment],
    takeover: &Takeover,
) -> Result<Plan> {
    let cell = register.cell(new.cell);
    let days = |a: &Assignment| a.days(cell, register.official(a.official));
    let overlapping: Vec<&Assignment> =
        before.iter().filter(|other| days(other).overlaps(days(new))).collect();
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
            return Err(
                refusal::Assignment::AnotherVisitor { cell, others: listed(&others) }.into()
            );
        }
        Takeover::Also => plan.beside = others.into_iter().cloned().collect(),
        // Whose place would be taken is the official himself; check_assignment says so.
        Takeover::Replace(None) if others.is_empty() && !same.is_empty() => {}
        Takeover::Replace(whom) => {
            let replaced = replaced(register, new, &others, whom.as_deref(), listed(&others))?;
            if let Some(later) = replaced.iter().find(|old| old.from >= new.from) {
                let official = register.official(later.official).thing(new.from);
                let (began, from) = (later.from, new.from);
                let cell = cell.thing(new.from);
                return Err(refusal::Assignment::ReplacedBeganLater {
                    cell,
                    official,
                    began,
                    from,
                }
                .into());
            }
            let left = others.into_iter().filter(|a| !replaced.contains(a));
            plan.beside = left.cloned().collect();
            plan.ended = replaced.into_iter().map(|old| (old.clone(), new.from)).collect();
        }
        Takeover::Amend { also } => {
            let later = others.iter().copied().filter(|a| a.from >= new.from);
            let wrong: Vec<&Assignment> = if same.is_empty() { later.collect() } else { same };
            let [wrong] = wrong[..] else {
                let (cell, official) = (cell.thing(new.from), register.official(new.official));
                let refusal = if !wrong.is_empty() {
                    Refusal::Assignment(refusal::Assignment::AmendWhich {
                        cell,
                        others: listed(&wrong),
                    })
                } else if others.is_empty() {
                    Refusal::Assignment(refusal::Assignment::NothingToAmend {
                        cell,
                        official: official.thing(new.from),
                    })
                } else {
                    Refusal::Assignment(refusal::Assignment::AnotherVisitor {
                        cell,
                        others: listed(&others),
                    })
                };
                return Err(refusal.into());
            };
            let left: Vec<&Assignment> = others.into_iter().filter(|a| *a != wrong).collect();
            let joined: Vec<&Assignment> =
                left.iter().copied().filter(|a| !days(a).overlaps(days(wrong))).collect();
            if !joined.is_empty() && !also {
                let cell = cell.thing(new.from);
                return Err(
                    refusal::Assignment::AnotherVisitor { cell, others: listed(&joined) }.into()
                );
            }
            plan.corrected.push(wrong.clone());
            plan.beside = left.into_iter().cloned().collect();
        }
    }
    Ok(plan)
}

/// The assignments of the one official whose place is taken.
fn replaced<'a>(
    register: &Register,
    new: &Assignment,
    others: &[&'a Assignment],
    whom: Option<&str>,
    listed: Vec<(Thing, Span)>,
) -> Result<Vec<&'a Assignment>> {
    let cell = register.cell(new.cell).thing(new.from);
    let whom: OfficialId = match (whom, others) {
        (Some(text), _) => find_official(register, text, new.from)?,
        (None, []) => {
            return Err(refusal::Assignment::NobodyToReplace {
                cell,
                official: None,
                from: new.from,
            }
            .into());
        }
        (None, [first, rest @ ..]) if rest.iter().all(|a| a.official == first.official) => {
            first.official
        }
        (None, _) => return Err(refusal::Assignment::ReplaceWhom { cell, others: listed }.into()),
    };
    let his: Vec<&Assignment> = others.iter().copied().filter(|a| a.official == whom).collect();
    if !his.is_empty() {
        Ok(his)
    } else {
        let official = Some(register.official(whom).thing(new.from));
        Err(refusal::Assignment::NobodyToReplace { cell, official, from: new.from }.into())
    }
}

impl Plan {
    /// The new assignment; what is not said of its document is that of the one in whose place it stands.
    fn documented(&self, new: Assignment) -> Assignment {
        let Some(old) = self.corrected.first().map(|old| old.document.clone()) else { return new };
        let given = new.document;
        let document = Document {
            number: given.number.or(old.number),
            date: given.date.or(old.date),
            issuer: given.issuer.or(old.issuer),
        };
        Assignment { document, ..new }
    }

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
