//! Which rows of reports an operation changed: one answer for all, after its writes and inside its transaction.
//!
//! From what the operation touched follows which rows it can reach, in closed months and in those with recorded
//! meetings; only these are judged, as they were before it and as they are now. A closed month that would be another
//! is refused ([`closed`]); of the others it is told what became of rows that it was not about ([`elsewhere`]).

mod closed;
mod days;
mod elsewhere;
mod reach;

use std::collections::BTreeSet;

use super::beginning::{Beginning, beginning_moved};
use super::rows_at::{RowsAt, wanted};
use super::{OpError, Result};
use crate::domain::{CellId, Duty, Official, Register, Scope};
use crate::store::{Reader, Touched, Writer};
use closed::refuse_changed;
use elsewhere::changed_elsewhere;
use reach::reach;

pub use closed::Late;
pub use elsewhere::StatusChange;
pub use reach::Telling;

/// What an operation changed in reports besides what it was about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowsChanged {
    /// Rows whose status differs though the regular meeting of their place was not touched.
    pub rows: Vec<StatusChange>,
    /// So many cells have assignments or other values in files that their results were not looked at.
    pub not_looked_at: bool,
    /// With which period reports begin now, if not with the same as before.
    pub begins: Option<Beginning>,
}

/// Refuses the operation under way if it changes a closed month, and tells what it changed elsewhere.
pub fn rows_changed(db: &Writer<'_>, late: Late, telling: Telling) -> Result<RowsChanged> {
    let mut changed = RowsChanged::default();
    let Some(number) = db.under_way() else { return Ok(changed) };
    let any_closed = db.any_closed()?;
    if !any_closed && telling == Telling::Nothing {
        return Ok(changed);
    }
    let before = db.as_of(number.previous());
    let records_from =
        || Ok::<_, OpError>((before.records_from_as_set()?, db.records_from_as_set()?));
    // What comes with files into an empty register changes no row, however much it is.
    if !any_closed && telling == Telling::RowsOfFiles && !before.any_cell()? {
        changed.begins = beginning_moved(db, records_from()?)?;
        return Ok(changed);
    }
    let touched = db.touched()?;
    let mut moved = None;
    if touched.settings {
        let from = records_from()?;
        moved = Some(from).filter(|(old, new)| any_closed && old != new);
        changed.begins = beginning_moved(db, from)?;
    }
    if !touched.any_of_register() && !touched.any_rows() && moved.is_none() {
        return Ok(changed);
    }
    let reach_far = touched.duties.iter().any(|duty| !matches!(duty.scope, Scope::Cell(_)));
    let whole = any_closed && (touched.any_of_register() || moved.is_some());
    let registers = if whole || reach_far || far_duties_end(db, &before, &touched)? {
        (before.register()?, db.register()?)
    } else {
        registers_around(db, &before, &touched)?
    };
    let reach = reach(db, (&before, number), &touched, &registers, (moved, telling))?;
    changed.not_looked_at = reach.not_looked_at;
    if reach.is_empty() {
        return Ok(changed);
    }
    let wanted = wanted(reach.places(), &[&registers.0, &registers.1]);
    // Recommendations are free, so that none are read.
    let new = RowsAt::read(db, registers.1, &wanted, &[])?;
    let old = if touched.any_meeting {
        RowsAt::read(&before, registers.0, &wanted, &[])?
    } else {
        new.with_the_same_meetings(&before, registers.0, &wanted)?
    };
    refuse_changed(db, late, (&old, &new), &reach.closed)?;
    changed.rows = changed_elsewhere((&old, &new), &reach, db.today());
    Ok(changed)
}

/// Whether officials with duties beyond single cells were touched.
fn far_duties_end(db: &Writer<'_>, before: &Reader<'_>, touched: &Touched) -> Result<bool> {
    if touched.officials.is_empty() {
        return Ok(false);
    }
    let far = |duty: &Duty| {
        !matches!(duty.scope, Scope::Cell(_)) && touched.officials.contains(&duty.official)
    };
    Ok(before.duties()?.iter().any(far) || db.duties()?.iter().any(far))
}

/// The parts of the registers before and after that what was touched hangs on.
fn registers_around(
    db: &Writer<'_>,
    before: &Reader<'_>,
    touched: &Touched,
) -> Result<(Register, Register)> {
    let mut cells: BTreeSet<CellId> = touched.cells_of_rows().collect();
    let own = |duty: &Duty| match duty.scope {
        Scope::Cell(cell) => Some(cell),
        Scope::All | Scope::Committee(_) => None,
    };
    cells.extend(touched.duties.iter().filter_map(own));
    if !touched.any_of_register() {
        let part = db.register_around(cells, [])?;
        return Ok((part.clone(), part));
    }
    cells.extend(touched.cells.iter().chain(&touched.related));
    let officials = || touched.officials.iter().copied();
    let known = before.register_around([], officials())?;
    if !known.officials().is_empty() {
        let now = db.register_around([], officials())?;
        let lives =
            |one: &&Official| now.find_official(one.id).is_some_and(|now| now.life() != one.life());
        for official in known.officials().iter().filter(lives) {
            cells.extend(before.assignments_of_official(official.id)?.iter().map(|a| a.cell));
            cells.extend(db.assignments_of_official(official.id)?.iter().map(|a| a.cell));
            let his = |duty: &&Duty| duty.official == official.id;
            cells.extend(before.duties()?.iter().filter(his).filter_map(own));
            cells.extend(db.duties()?.iter().filter(his).filter_map(own));
        }
    }
    let old = before.register_around(cells.iter().copied(), officials())?;
    Ok((old, db.register_around(cells, officials())?))
}
