//! The roster: who is assigned to which cell on which day, and who owes it a visit (`records.md`, sections 4, 6 and 6a).

use std::collections::HashMap;

use super::{
    Assignment, AssignmentMode, Cell, CellId, Date, Duty, Official, OfficialId, Refusal, Register,
    Scope, Span, refusal,
};

/// All assignments, found by cell, and all duties, found by official and by scope.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    assignments: Vec<Assignment>,
    duties: Vec<Duty>,
    of_official: HashMap<OfficialId, Vec<usize>>,
    of_scope: HashMap<Scope, Vec<usize>>,
}

impl Roster {
    /// A roster of these assignments.
    pub fn new(mut assignments: Vec<Assignment>) -> Self {
        assignments.sort_by_key(|a| (a.cell, a.from, a.official));
        Self { assignments, ..Self::default() }
    }

    /// The same with these duties.
    pub fn with_duties(self, mut duties: Vec<Duty>) -> Self {
        duties.sort_by_key(|duty| (duty.official, duty.scope, duty.from));
        let (mut of_official, mut of_scope) = (HashMap::new(), HashMap::new());
        for (at, duty) in duties.iter().enumerate() {
            of_official.entry(duty.official).or_insert_with(Vec::new).push(at);
            of_scope.entry(duty.scope).or_insert_with(Vec::new).push(at);
        }
        Self { duties, of_official, of_scope, ..self }
    }

    /// Every duty, by official, scope and day.
    pub fn duties(&self) -> &[Duty] {
        &self.duties
    }

    /// The duties of an official in force on a day whose scope holds a cell.
    fn duties_holding(
        &self,
        register: &Register,
        official: OfficialId,
        cell: &Cell,
        day: Date,
    ) -> impl Iterator<Item = &Duty> {
        let own = self.of_official.get(&official).into_iter().flatten();
        own.map(|at| &self.duties[*at]).filter(move |duty| duty.holds(register, cell, day))
    }

    /// Whether an official is in **A\***: assigned, or with a duty in force whose scope holds the cell.
    pub fn answers(
        &self,
        register: &Register,
        official: OfficialId,
        cell: CellId,
        day: Date,
    ) -> bool {
        let mut covering = self.covering(register, cell, day);
        covering.any(|one| one.official == official)
            || self.duties_holding(register, official, register.cell(cell), day).next().is_some()
    }

    /// Whether **A\*** is not empty for the sake of a duty.
    pub fn anyone_has_duty(&self, register: &Register, cell: CellId, day: Date) -> bool {
        if self.duties.is_empty() {
            return false;
        }
        let cell = register.cell(cell);
        let committee = cell.standings.at(day).committee;
        let scopes = [Scope::Cell(cell.id), Scope::Committee(committee), Scope::All];
        let duties = scopes.iter().filter_map(|scope| self.of_scope.get(scope)).flatten();
        duties.map(|at| &self.duties[*at]).any(|duty| duty.holds(register, cell, day))
    }

    /// Whether one of **A** is in **A₁**: he owes this cell a visit every month.
    pub fn owes_each_month(
        &self,
        register: &Register,
        official: OfficialId,
        cell: CellId,
        day: Date,
    ) -> bool {
        let mut duties = self.duties_holding(register, official, register.cell(cell), day);
        let mut any = false;
        let is_each_month = duties.any(|duty| {
            any = true;
            duty.is_each_month()
        });
        is_each_month || !any
    }

    /// In which mode those are assigned whose assignment covers the day.
    pub fn mode(&self, register: &Register, cell: CellId, day: Date) -> AssignmentMode {
        let first = self.covering(register, cell, day).next();
        first.map_or(AssignmentMode::Each, |one| one.mode)
    }

    /// The assignments of a cell, the earliest first.
    pub fn of_cell(&self, cell: CellId) -> &[Assignment] {
        let from = self.assignments.partition_point(|a| a.cell < cell);
        let until = self.assignments.partition_point(|a| a.cell <= cell);
        &self.assignments[from..until]
    }

    /// Every assignment, by cell and day.
    pub fn all(&self) -> &[Assignment] {
        &self.assignments
    }

    /// **A** of section 6: the officials whose assignment to the cell covers the day. An assignment ends
    /// with the cell and with the official, so nobody is assigned on a day on which one of them does not exist.
    pub fn assigned(&self, register: &Register, cell: CellId, day: Date) -> Vec<OfficialId> {
        self.covering(register, cell, day).map(|a| a.official).collect()
    }

    /// The assignments to a cell that hold on a day.
    pub fn covering<'a>(
        &'a self,
        register: &'a Register,
        cell: CellId,
        day: Date,
    ) -> impl Iterator<Item = &'a Assignment> {
        let place = register.cell(cell);
        let holds =
            move |a: &&Assignment| a.days(place, register.official(a.official)).contains(day);
        self.of_cell(cell).iter().filter(holds)
    }
}

/// The rules of one assignment: its days are not empty, cell and official exist on all of them (an open
/// one ends with them), and the same pair has no other assignment on any of them.
pub fn check_assignment<'a>(
    assignment: &Assignment,
    cell: &Cell,
    official: &Official,
    others: impl Iterator<Item = &'a Assignment>,
) -> Result<(), Refusal> {
    let from = assignment.from;
    if let Some(until) = assignment.until.filter(|until| *until <= from) {
        return Err(refusal::Assignment::Empty { from, until }.into());
    }
    for (life, thing) in [(cell.life(), cell.thing(from)), (official.life(), official.thing(from))]
    {
        if !life.contains(from) {
            return Err(refusal::Register::NotThere { thing, day: from, life }.into());
        }
        if let Some((until, end)) =
            assignment.until.zip(life.until).filter(|(until, end)| until > end)
        {
            return Err(refusal::Assignment::Beyond { thing, until, end }.into());
        }
    }
    let mine = assignment.days(cell, official);
    for other in others.filter(|o| o.cell == assignment.cell && o.official == assignment.official) {
        if other.days(cell, official).overlaps(mine) {
            return Err(refusal::Assignment::Overlaps {
                cell: cell.thing(from),
                official: official.thing(from),
                days: other.span(),
            }
            .into());
        }
    }
    Ok(())
}

/// The rule of several visitors for the same days: all of them are assigned in one mode. Gives back what says the
/// contrary among others of the same cell, each with the days on which it holds.
pub fn check_mode<'a>(
    assignment: &Assignment,
    register: &Register,
    others: impl Iterator<Item = &'a Assignment>,
) -> Result<(), Refusal> {
    let days = |one: &Assignment| -> Option<Span> {
        let cell = register.find_cell(one.cell)?;
        Some(one.days(cell, register.find_official(one.official)?))
    };
    let Some(mine) = days(assignment) else { return Ok(()) };
    for other in others.filter(|o| o.cell == assignment.cell && o.mode != assignment.mode) {
        if let Some(theirs) = days(other).filter(|theirs| theirs.overlaps(mine)) {
            let thing = |one: &Assignment| register.official(one.official).thing(one.from);
            return Err(refusal::Assignment::ModesDiffer {
                cell: register.cell(assignment.cell).thing(assignment.from),
                officials: Box::new((thing(assignment), thing(other))),
                mode: assignment.mode,
                from: other.from,
                days: theirs,
            }
            .into());
        }
    }
    Ok(())
}
