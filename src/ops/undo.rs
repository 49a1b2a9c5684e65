//! Taking operations back, and doing again what was taken back (`commands.md`, Trust).

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::json;

use super::Result;
use super::dependants::register_dependants;
use crate::domain::{
    Assignment, CellId, CellKind, Meeting, OfficialId, Operation, OperationNumber, Period,
    Recorded, Records, Register, RuleBroken, Span, Undoing, Verb, refusal, rules_broken,
};
use crate::store::{Grounds, Reader, TakingBack, Writer};

/// What was taken back.
#[derive(Debug, Clone)]
pub struct Undone {
    pub number: OperationNumber,
    pub operation: Operation,
}

/// What was done again.
#[derive(Debug, Clone)]
pub struct Redone {
    pub number: OperationNumber,
    pub operation: Operation,
}

/// Takes back an operation, or the newest one that is in force; repeated, it goes further back.
pub fn undo(db: &Writer<'_>, which: Option<OperationNumber>) -> Result<Undone> {
    let operations = db.operations()?;
    let undoing = db.undoing(&operations)?;
    let (operation, number) = match which {
        Some(number) => chosen(&operations, &undoing, number)?,
        None => newest(&operations, &undoing)?,
    };
    refuse_closings(db, operation)?;
    let taking = db.taking_back(&undoing, number)?;
    refuse_erased(operation, &taking)?;
    refuse_dependents(&operations, operation, &taking.dependents)?;
    let since = if taking.touches_standing() {
        db.assignments_since(&undoing, operation.number)?
    } else {
        Vec::new()
    };
    let arguments = json!({ "operation": operation.number.0 });
    let taken = take_back(db, operation, &taking, Verb::Undo, arguments)?;
    refuse_dependents(&operations, operation, &taken.crowded(&since))?;
    Ok(Undone { number: taken.number, operation: operation.clone() })
}

/// Does the newest undone operation again, while nothing but undos was recorded since.
pub fn redo(db: &Writer<'_>) -> Result<Redone> {
    let operations = db.operations()?;
    let undoing = db.undoing(&operations)?;
    let undo = undoing.next_redo().ok_or(refusal::Undo::NothingToRedo)?;
    let operation = Operation::find(&operations, undoing.change_of(undo))
        .ok_or(refusal::Undo::NothingToRedo)?;
    let taking = db.taking_back(&undoing, undo)?;
    refuse_erased(operation, &taking)?;
    refuse_dependents(&operations, operation, &taking.dependents)?;
    let arguments = json!({ "operation": undo.0, "redone": operation.number.0 });
    let taken = take_back(db, operation, &taking, Verb::Redo, arguments)?;
    Ok(Redone { number: taken.number, operation: operation.clone() })
}

/// The newest change in force, and what stands for it. The operation that made the file is no candidate.
fn newest<'a>(
    operations: &'a [Operation],
    undoing: &Undoing,
) -> Result<(&'a Operation, OperationNumber)> {
    let number = undoing.next_undo().ok_or(refusal::Undo::NothingToUndo)?;
    let operation = Operation::find(operations, number).ok_or(refusal::Undo::NothingToUndo)?;
    match (operation.is_lasting(), undoing.in_force(number)) {
        (true, _) if operation.number == OperationNumber(1) => {
            Err(refusal::Undo::NothingToUndo.into())
        }
        (true, _) => {
            Err(refusal::Undo::CannotUndo { operation: Box::new(operation.clone()) }.into())
        }
        (false, stands) => Ok((operation, stands.unwrap_or(number))),
    }
}

/// The operation asked for, and what stands for it.
fn chosen<'a>(
    operations: &'a [Operation],
    undoing: &Undoing,
    number: OperationNumber,
) -> Result<(&'a Operation, OperationNumber)> {
    let newest = operations.last().map_or(OperationNumber(0), |operation| operation.number);
    let operation = Operation::find(operations, number)
        .ok_or(refusal::Asked::OperationNotFound { number, newest })?;
    let change = undoing.change_of(number);
    if change != number {
        let redo = operation.is(Verb::Redo);
        return Err(refusal::Undo::UndoesItself { number, change, redo }.into());
    }
    if let Some(by) = undoing.undone_by(number) {
        return Err(refusal::Undo::UndoneAlready { number, by }.into());
    }
    match (operation.is_lasting(), undoing.in_force(number)) {
        (true, _) => {
            Err(refusal::Undo::CannotUndo { operation: Box::new(operation.clone()) }.into())
        }
        (false, stands) => Ok((operation, stands.unwrap_or(number))),
    }
}

/// Refuses to take back an operation that brought closed months while they are closed: a closing is lifted with a
/// reason, and that stays.
fn refuse_closings(db: &Writer<'_>, operation: &Operation) -> Result<()> {
    let number = operation.number;
    let months: Vec<Period> =
        db.closings_touched(number)?.iter().map(|closing| closing.period).collect();
    if months.is_empty() {
        Ok(())
    } else {
        Err(refusal::Undo::UndoneClosings { number, months }.into())
    }
}

fn refuse_erased(operation: &Operation, taking: &TakingBack) -> Result<()> {
    let number = operation.number;
    match taking.erased_by.filter(|_| taking.dependents.is_empty()) {
        Some(by) => Err(refusal::Undo::UndoneTextErased { number, by }.into()),
        None => Ok(()),
    }
}

fn refuse_dependents(
    operations: &[Operation],
    operation: &Operation,
    dependents: &BTreeSet<OperationNumber>,
) -> Result<()> {
    // The newest first, as they would have to be taken back.
    let later = dependents.iter().rev();
    let later = later.filter_map(|number| Operation::find(operations, *number).cloned());
    let (number, later) = (operation.number, later.collect::<Vec<_>>());
    if later.is_empty() { Ok(()) } else { Err(refusal::Undo::DependedOn { number, later }.into()) }
}

/// Takes back, then holds what came out against every rule that it can touch. As with the guard of closed
/// months, that refusal follows the writes, and the transaction undoes them.
fn take_back(
    db: &Writer<'_>,
    operation: &Operation,
    taking: &TakingBack,
    verb: Verb,
    arguments: serde_json::Value,
) -> Result<TakenBack> {
    let around = db.around(taking)?;
    let before = Whole::read(db, taking, around.as_ref())?;
    let number = db.begin(verb, arguments, Grounds::NONE)?;
    db.take_back(taking)?;
    let mut after = Whole::read(db, taking, around.as_ref())?;
    let meetings = meetings_at_stake(db, number, &before, &after)?;
    let named = meetings.iter().flat_map(Meeting::officials);
    db.with_dangling().add_officials(&mut after.register, named)?;
    let old = before.rules_broken(&[]);
    let new = after.rules_broken(&meetings).into_iter().find(|broken| !old.contains(broken));
    match new {
        None => Ok(TakenBack { number, before, after }),
        Some(broken) => {
            let number = operation.number;
            Err(refusal::Undo::UndoBreaksRule { number, broken: Box::new(broken) }.into())
        }
    }
}

/// What stood before an operation was taken back, and what stands now.
struct TakenBack {
    number: OperationNumber,
    before: Whole,
    after: Whole,
}

impl TakenBack {
    /// Which changes recorded a visitor of a cell for days on which another one comes back while nobody stood
    /// beside him: what is taken back had made room for them.
    fn crowded(&self, since: &[(OperationNumber, Assignment)]) -> BTreeSet<OperationNumber> {
        let cells: HashSet<CellId> = since.iter().map(|(_, later)| later.cell).collect();
        let (before, after) = (self.before.assigned_to(&cells), self.after.assigned_to(&cells));
        let is_crowded = |later: &Assignment| {
            let of = |all: &'_ Assigned| all.get(&later.cell).cloned().unwrap_or_default();
            let (before, after) = (of(&before), of(&after));
            let another = |(it, _): &&(Assignment, Span)| it.official != later.official;
            let Some(days) = self.after.days(later) else { return false };
            let shared = after.iter().filter(another).map(|(_, held)| held.meet(days));
            shared
                .filter(|days| !days.is_empty())
                .any(|days| !before.iter().filter(another).any(|(_, held)| held.overlaps(days)))
        };
        let crowded = since.iter().filter(|(_, later)| is_crowded(later));
        crowded.map(|(change, _)| *change).collect()
    }
}

/// The assignments of cells, with the days on which they hold.
type Assigned = HashMap<CellId, Vec<(Assignment, Span)>>;

/// The register, the assignments, the duties and the inspections, as far as rules about them can be touched.
#[derive(Default)]
struct Whole {
    register: Register,
    assignments: Vec<Assignment>,
    /// Duties, inspections and recommendations, and which of these are the same matter, where any of that is touched.
    others: Records,
}

impl Whole {
    /// Assignments are left out where neither they nor what they hang on is touched. Where it is known `around` what
    /// all of it is, only that part is read.
    fn read(
        db: &Reader<'_>,
        taking: &TakingBack,
        around: Option<&(Vec<CellId>, Vec<OfficialId>)>,
    ) -> Result<Self> {
        // What would refer to nothing is a rule broken.
        let db = db.with_dangling();
        let mut others = if taking.touches_recommendations() {
            Records {
                recommendations: db.recommendations()?,
                recommendation_links: db.recommendation_links()?,
                ..Records::default()
            }
        } else {
            Records::default()
        };
        let Some((cells, officials)) = around else {
            if taking.touches_duties() {
                others.duties = db.duties()?;
            }
            let (register, assignments) = (db.register()?, db.assignments()?);
            others.inspections = db.inspections()?;
            return Ok(Self { register, assignments, others });
        };
        let mut assignments = Vec::new();
        if taking.touches_standing() {
            for cell in cells.iter().collect::<BTreeSet<_>>() {
                assignments.extend(db.assignments_of(*cell)?);
            }
        }
        let touched = taking.touches_inspections();
        for cell in cells.iter().filter(|_| touched).collect::<BTreeSet<_>>() {
            let own = db.inspections_of(*cell)?.into_iter();
            // Of the others not everybody is known here, and nothing that they hang on is touched.
            let known = own.filter(|it| it.officials.iter().all(|who| officials.contains(who)));
            others.inspections.extend(known);
        }
        let raised = others.recommendations.iter().map(|one| one.cell);
        let cells = cells.iter().copied().chain(raised);
        let register = db.register_around(cells, officials.iter().copied())?;
        Ok(Self { register, assignments, others })
    }

    /// The days on which an assignment holds.
    fn days(&self, assignment: &Assignment) -> Option<Span> {
        let cell = self.register.find_cell(assignment.cell)?;
        Some(assignment.days(cell, self.register.find_official(assignment.official)?))
    }

    fn assigned_to(&self, cells: &HashSet<CellId>) -> Assigned {
        let mut assigned = Assigned::new();
        for one in self.assignments.iter().filter(|one| cells.contains(&one.cell)) {
            let days = self.days(one).map(|days| (one.clone(), days));
            assigned.entry(one.cell).or_default().extend(days);
        }
        assigned
    }

    /// A meeting was recorded under another today, which nothing here can put in doubt.
    fn rules_broken(&self, meetings: &[Meeting]) -> Vec<RuleBroken> {
        let (register, assignments) = (&self.register, &self.assignments[..]);
        let others = &self.others;
        rules_broken(Recorded { register, assignments, meetings, others }, None)
    }

    fn cell_lives(&self) -> HashSet<(CellId, CellKind, Span)> {
        self.register.cells().iter().map(|cell| (cell.id, cell.kind, cell.life())).collect()
    }

    fn official_lives(&self) -> HashSet<(OfficialId, Span)> {
        self.register.officials().iter().map(|official| (official.id, official.life())).collect()
    }
}

/// Meetings for which a rule may have come to be broken: those that were restored, with all others of their
/// cells, and those that hang on cells and officials with another life than before.
fn meetings_at_stake(
    db: &Reader<'_>,
    number: OperationNumber,
    before: &Whole,
    after: &Whole,
) -> Result<Vec<Meeting>> {
    let (old, new) = (before.cell_lives(), after.cell_lives());
    let mut cells: HashSet<CellId> = new.difference(&old).map(|(cell, ..)| *cell).collect();
    cells.extend(db.meetings_touched(number)?.iter().map(|meeting| meeting.cell));
    let (old, new) = (before.official_lives(), after.official_lives());
    let officials = new.difference(&old).map(|(official, _)| *official).collect();
    register_dependants(db, &cells, &officials)
}
