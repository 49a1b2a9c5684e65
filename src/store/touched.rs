//! What the operation under way has touched, as far as it can matter to a closed month (`records.md`, section 7).

use super::row::Taken;
use super::tables::{ASSIGNMENT, Kind, MEETING, SETTING, TABLES, Table, and_columns};
use super::{Result, StoreError, Writer};
use crate::domain::{Assignment, CellId, OfficialId, OperationNumber, Period};

/// The versions an operation added and removed.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    /// Cells and closed months of meetings that were added, removed or changed.
    pub meetings: Vec<(CellId, Period)>,
    pub assignments_removed: Vec<Assignment>,
    pub assignments_added: Vec<Assignment>,
    /// Whether committees, cells, officials or successions were.
    pub register: bool,
    /// Whether settings were, among which the first period of reports may be.
    pub settings: bool,
}

impl Touched {
    /// The cells of the meetings and assignments.
    pub fn cells(&self) -> impl Iterator<Item = CellId> {
        let assignments = self.assignments_removed.iter().chain(&self.assignments_added);
        self.meetings.iter().map(|(cell, _)| *cell).chain(assignments.map(|one| one.cell))
    }

    /// Whether a closed month's meeting or any assignment was touched.
    pub fn any_rows(&self) -> bool {
        !self.meetings.is_empty()
            || !self.assignments_removed.is_empty()
            || !self.assignments_added.is_empty()
    }
}

impl Writer<'_> {
    /// What the operation under way has touched.
    pub fn touched(&self) -> Result<Touched> {
        let number = self.number();
        let top = self.top(&ASSIGNMENT).unwrap_or(i64::MAX);
        let mut register = TABLES.iter().filter(|table| table.kind == Kind::Register);
        Ok(Touched {
            meetings: self.touched_meetings()?,
            assignments_removed: self.assignments_where("removed_by = ?1", [number])?,
            assignments_added: self.assignments_where("version > ?1", [top])?,
            register: register.any(|table| self.is_touched(table)),
            settings: self.is_touched(&SETTING),
        })
    }

    fn is_touched(&self, table: &Table) -> bool {
        self.top(table).is_some()
    }

    /// Only of closed months: an import may touch millions of others.
    fn touched_meetings(&self) -> Result<Vec<(CellId, Period)>> {
        let Some(top) = self.top(&MEETING) else { return Ok(Vec::new()) };
        let sql = "SELECT m.version, m.cell, m.period FROM meeting m
                   WHERE (m.version > ?2 OR m.version IN (SELECT version FROM meeting WHERE removed_by = ?1))
                   AND EXISTS (SELECT 1 FROM closing c
                               WHERE c.period = m.period AND c.removed_by IS NULL AND c.added_by < ?1)";
        let mut touched = self.rows("meeting", sql, [self.number(), top], place)?;
        touched.sort_unstable();
        touched.dedup();
        Ok(touched)
    }

    fn assignments_where(
        &self,
        condition: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Assignment>> {
        let columns = and_columns("t", ASSIGNMENT.columns);
        let sql =
            format!("SELECT t.version, t.record{columns} FROM assignment t WHERE {condition}");
        self.each(&sql, params, |row| self.assignment_once(Taken::version(row, &ASSIGNMENT)?))
    }

    /// The months of a span, open at either end, that were closed by an operation before this one.
    pub fn closed_between(
        &self,
        from: Option<Period>,
        to: Option<Period>,
        before: OperationNumber,
    ) -> Result<Vec<Period>> {
        let sql = "SELECT version, period FROM closing
                   WHERE removed_by IS NULL AND period BETWEEN ?1 AND ?2 AND added_by < ?3
                   ORDER BY period";
        let from = from.map_or(0, Period::number);
        let to = to.map_or(i64::MAX, Period::number);
        self.rows("closing", sql, [from, to, before.0], |mut row| row.period("period"))
    }

    /// Cells and closed months in whose meetings an official is named, as visitor or with a reason.
    pub fn named_in_closed_months(&self, official: OfficialId) -> Result<Vec<(CellId, Period)>> {
        let mut named = Vec::new();
        for part in MEETING.parts {
            let sql = format!(
                "SELECT m.version, m.cell, m.period FROM closing c
                 JOIN meeting m ON m.period = c.period AND m.removed_by IS NULL
                 JOIN {} v ON v.meeting = m.version
                 WHERE c.removed_by IS NULL AND v.official = ?1",
                part.name
            );
            named.extend(self.rows("meeting", &sql, [official.0], place)?);
        }
        Ok(named)
    }
}

fn place(mut row: Taken<'_, '_>) -> std::result::Result<(CellId, Period), StoreError> {
    Ok((CellId(row.get("cell")?), row.period("period")?))
}
