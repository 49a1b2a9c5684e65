//! The roster: who is assigned to which cell on which day (`records.md`, sections 4 and 6).

use super::{Assignment, Cell, CellId, Date, Official, OfficialId, Refusal, Register, refusal};

/// All assignments, found by cell.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    assignments: Vec<Assignment>,
}

impl Roster {
    /// A roster of these assignments.
    pub fn new(mut assignments: Vec<Assignment>) -> Self {
        assignments.sort_by_key(|a| (a.cell, a.from, a.official));
        Self { assignments }
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
