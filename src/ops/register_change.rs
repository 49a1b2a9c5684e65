//! A change of the register that other records hang on: what becomes of them, and which of them forbid it.
//!
//! Retiring, renaming, moving, merging, splitting and dissolving all lay out the register as it is to be
//! and give it to [`RegisterChange::carry_out`], which knows the rules, writes, and tells what follows.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Result;
use super::change::{Change, Removed};
use super::dependants::register_dependants;
use super::existence::in_the_way;
use crate::domain::{
    Assignment, Cell, CellId, Changed, Committee, CommitteeId, Date, DocumentNo, EndedAssignment,
    MeetingMeant, Official, OfficialId, OperationNumber, Refusal, Register, Roster, Succession,
    Thing, Verb, ended_assignments, meeting_unlawful, refusal,
};
use crate::store::{Grounds, Reader, Writer};

/// What follows from a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    /// Assignments that end: cell, official, and the last day on which it holds; none if it is taken out.
    pub ended: Vec<(Thing, Thing, Option<Date>)>,
    /// Cells that others went into, and who is assigned to them from then on.
    pub going_on: Vec<(Thing, Vec<Thing>)>,
    /// Cells that need a visitor, and from when.
    pub unvisited: Vec<(Thing, Date)>,
}

/// A correction of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    pub number: OperationNumber,
    /// The record as it was called before.
    pub thing: Thing,
    pub changed: Vec<Changed>,
    pub effects: Effects,
}

/// The register as it is and as it is to be.
#[derive(Debug)]
pub(super) struct RegisterChange {
    pub before: Register,
    pub after: Register,
    committees: BTreeSet<CommitteeId>,
    cells: BTreeSet<CellId>,
    officials: BTreeSet<OfficialId>,
    /// Cells that are new or changed hands, and the day from which they need a visitor.
    received: Vec<(CellId, Date)>,
    successions: Vec<Succession>,
}

/// The assignments of the cells concerned.
struct Assignments {
    /// The cells whose assignments or life change.
    cells: BTreeSet<CellId>,
    all: Vec<Assignment>,
    ended: Vec<EndedAssignment>,
}

impl RegisterChange {
    /// No change so far.
    pub fn of(register: Register) -> Self {
        Self {
            after: register.clone(),
            before: register,
            committees: BTreeSet::new(),
            cells: BTreeSet::new(),
            officials: BTreeSet::new(),
            received: Vec::new(),
            successions: Vec::new(),
        }
    }

    /// The committee is to be like this.
    pub fn put_committee(&mut self, committee: Committee) {
        self.committees.insert(committee.id);
        self.after.put(committee);
    }

    /// The cell is to be like this, new or not.
    pub fn put_cell(&mut self, cell: Cell) {
        self.cells.insert(cell.id);
        self.after.put(cell);
    }

    /// The official is to be like this.
    pub fn put_official(&mut self, official: Official) {
        self.officials.insert(official.id);
        self.after.put(official);
    }

    /// One cell comes from another.
    pub fn put_succession(&mut self, new: Succession) {
        let line = |s: &Succession| (s.from_cell, s.to_cell, s.on);
        self.after.successions.retain(|s| line(s) != line(&new));
        self.after.successions.push(new.clone());
        self.successions.push(new);
    }

    /// Asks for this cell to be named if nobody is assigned to it on a day.
    pub fn receives(&mut self, cell: CellId, on: Date) {
        self.received.push((cell, on));
    }

    /// The cells of a register whose life is another in the other one, or that are new.
    fn lives(&self) -> (BTreeSet<CellId>, BTreeSet<OfficialId>) {
        let cells = self.cells.iter().copied().filter(|id| {
            let old = self.before.find_cell(*id).map(Cell::life);
            old != Some(self.after.cell(*id).life())
        });
        let officials = self
            .officials
            .iter()
            .copied()
            .filter(|id| self.before.official(*id).life() != self.after.official(*id).life());
        (cells.collect(), officials.collect())
    }

    /// Refuses what breaks a rule, then writes all of it as one operation.
    pub fn carry_out(
        self,
        db: &Writer<'_>,
        verb: Verb,
        arguments: Value,
        document: Option<&DocumentNo>,
    ) -> Result<(OperationNumber, Effects)> {
        self.check(db)?;
        let assignments = self.assignments(db)?;
        let change = self.change(&assignments);
        let number = change.carry_out(db, verb, arguments, Grounds::document(document))?;
        Ok((number, self.effects(db, &assignments)?))
    }

    fn check(&self, db: &Reader<'_>) -> Result<()> {
        for id in &self.committees {
            let committee = self.after.committee(*id);
            committee.check().map_err(|r| in_the_way(committee.life(), r))?;
        }
        for id in &self.officials {
            let official = self.after.official(*id);
            official.check().map_err(|r| in_the_way(official.life(), r))?;
        }
        let of_committee = |cell: &&Cell| {
            let mut standings = cell.standings.iter().map(|(_, standing)| standing.committee);
            self.cells.contains(&cell.id) || standings.any(|id| self.committees.contains(&id))
        };
        for cell in self.after.cells().iter().filter(of_committee) {
            cell.check(&self.after).map_err(|r| in_the_way(cell.life(), r))?;
        }
        self.check_successions()?;
        self.check_meetings(db)?;
        self.check_inspections(db)
    }

    /// Nor is a recorded inspection made unlawful.
    fn check_inspections(&self, db: &Reader<'_>) -> Result<()> {
        let (cells, officials) = self.lives();
        if cells.is_empty() && officials.is_empty() {
            return Ok(());
        }
        let mut inspections = db.inspections()?;
        inspections.retain(|one| {
            cells.contains(&one.cell) || one.officials.iter().any(|who| officials.contains(who))
        });
        inspections.sort_by_key(|one| one.key());
        for one in inspections {
            let Err(refusal) = one.check(&self.after) else { continue };
            return Err(match refusal {
                Refusal::Register(refusal::Register::NotThere { thing, .. }) => {
                    let cell = self.before.cell(one.cell).thing(one.on);
                    let (on, kind) = (one.on, one.kind);
                    refusal::Inspection::InTheWay { thing, cell, on, kind }.into()
                }
                other => other.into(),
            });
        }
        Ok(())
    }

    fn check_successions(&self) -> Result<()> {
        let (lives, _) = self.lives();
        let concerned =
            |s: &&Succession| lives.contains(&s.from_cell) || lives.contains(&s.to_cell);
        for succession in self.after.successions.iter().filter(concerned) {
            let Err(refusal) = succession.check(&self.after) else { continue };
            if self.successions.contains(succession) {
                return Err(refusal.into());
            }
            let cell = if lives.contains(&succession.to_cell) {
                succession.to_cell
            } else {
                succession.from_cell
            };
            let named = |id: CellId| self.after.cell(id).thing(succession.on);
            return Err(refusal::Ending::SuccessionInTheWay {
                cell: named(cell),
                from: named(succession.from_cell),
                to: named(succession.to_cell),
                on: succession.on,
            }
            .into());
        }
        Ok(())
    }

    /// A recorded meeting is never made unlawful: it is named, with what it stands in the way of.
    fn check_meetings(&self, db: &Reader<'_>) -> Result<()> {
        let (cells, officials) = self.lives();
        let lives = (cells.iter().copied().collect(), officials.iter().copied().collect());
        let mut meetings = register_dependants(db, &lives.0, &lives.1)?;
        meetings.retain(|meeting| meeting_unlawful(meeting, &self.after).is_some());
        meetings.sort_by_key(|meeting| (meeting.period, meeting.kind));
        let Some(first) = meetings.first().cloned() else { return Ok(()) };
        let (thing, on) = if cells.contains(&first.cell) {
            meetings.retain(|meeting| meeting.cell == first.cell);
            let cell = self.after.cell(first.cell);
            cell.dissolved.map(|on| (cell.thing(on.previous()), on))
        } else {
            officials.first().and_then(|id| {
                let official = self.after.official(*id);
                official.active_until.map(|on| (official.thing(on.previous()), on))
            })
        }
        .ok_or(refusal::Asked::NothingChanges)?;
        let meetings = meetings.iter().map(|m| MeetingMeant::of(m, &self.before)).collect();
        Err(refusal::Ending::MeetingsInTheWay { thing, on, meetings }.into())
    }

    fn assignments(&self, db: &Reader<'_>) -> Result<Assignments> {
        let (mut cells, officials) = self.lives();
        for official in officials {
            cells.extend(db.assignments_of_official(official)?.iter().map(|a| a.cell));
        }
        let mut all = Vec::new();
        for cell in &cells {
            all.extend(db.assignments_of(*cell)?);
        }
        let known = |a: &&Assignment| self.before.find_cell(a.cell).is_some();
        let old: Vec<Assignment> = all.iter().filter(known).cloned().collect();
        let ended = ended_assignments(&self.before, &self.after, &old);
        Ok(Assignments { cells, all, ended })
    }

    /// What is to be written of it.
    fn change(&self, assignments: &Assignments) -> Change {
        let mut change = Change {
            committees: self
                .committees
                .iter()
                .map(|id| self.after.committee(*id).clone())
                .collect(),
            cells: self.cells.iter().map(|id| self.after.cell(*id).clone()).collect(),
            officials: self.officials.iter().map(|id| self.after.official(*id).clone()).collect(),
            successions: self.successions.clone(),
            ..Change::default()
        };
        for ended in assignments.ended.iter().filter(|ended| ended.is_rewritten()) {
            match &ended.new {
                Some(new) => change.assignments.push(new.clone()),
                None => change.removed.push(Removed::Assignment(ended.old.clone())),
            }
        }
        change
    }

    fn effects(&self, db: &Writer<'_>, assignments: &Assignments) -> Result<Effects> {
        let Assignments { cells, all, ended } = assignments;
        let mut kept: Vec<Assignment> =
            all.iter().filter(|a| ended.iter().all(|e| e.old != **a)).cloned().collect();
        kept.extend(ended.iter().filter_map(|e| e.new.clone()));
        let unvisited = self.unvisited(db, cells, &kept, ended)?;
        let named = |e: &EndedAssignment| {
            let day = e.missed_from().previous();
            let cell = self.before.cell(e.old.cell).thing(day);
            let official = self.before.official(e.old.official).thing(day);
            (cell, official, e.days.and_then(|days| days.last_day()))
        };
        let ended = ended.iter().map(named).collect();
        Ok(Effects { ended, going_on: self.going_on(db)?, unvisited })
    }

    /// Who is assigned to the cells that received others, from the day on which they did.
    fn going_on(&self, db: &Reader<'_>) -> Result<Vec<(Thing, Vec<Thing>)>> {
        let mut going_on = Vec::new();
        for (id, on) in &self.received {
            let roster = Roster::new(db.assignments_of(*id)?);
            let assigned = roster.assigned(&self.after, *id, *on).into_iter();
            let officials: Vec<Thing> =
                assigned.map(|who| self.after.official(who).thing(*on)).collect();
            if !officials.is_empty() {
                going_on.push((self.after.cell(*id).thing(*on), officials));
            }
        }
        Ok(going_on)
    }

    /// The cells that miss an assignment that ended, or that were founded or received without one.
    fn unvisited(
        &self,
        db: &Reader<'_>,
        known: &BTreeSet<CellId>,
        kept: &[Assignment],
        ended: &[EndedAssignment],
    ) -> Result<Vec<(Thing, Date)>> {
        let due = self.received.iter().filter(|(id, _)| self.after.cell(*id).kind.always_due());
        let missing = ended.iter().map(|e| (e.old.cell, e.missed_from()));
        let mut asked: Vec<(CellId, Date)> = due.copied().chain(missing).collect();
        asked.retain(|(id, day)| self.after.cell(*id).life().contains(*day));
        asked.sort_by(|a, b| {
            let code = |id: CellId| &self.after.cell(id).code;
            code(a.0).cmp(code(b.0)).then(a.1.cmp(&b.1))
        });
        let mut roster = kept.to_vec();
        let others: BTreeSet<CellId> = asked.iter().map(|(id, _)| *id).collect();
        for cell in others.difference(known) {
            roster.extend(db.assignments_of(*cell)?);
        }
        let roster = Roster::new(roster);
        asked.retain(|(id, day)| roster.assigned(&self.after, *id, *day).is_empty());
        asked.dedup_by_key(|(id, _)| *id);
        Ok(asked.iter().map(|(id, day)| (self.after.cell(*id).thing(*day), *day)).collect())
    }
}
