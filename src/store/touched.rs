//! What the operation under way has touched, as far as it can matter to rows of reports (`records.md`, sections 6
//! and 7).

use std::collections::BTreeSet;

use super::row::Taken;
use super::tables::{
    ASSIGNMENT, CELL, COMMITTEE, MEETING, OFFICIAL, SETTING, SUCCESSION, Table, and_columns,
};
use super::{Result, StoreError, Writer};
use crate::domain::{Assignment, CellId, Duty, OfficialId, OperationNumber, Period};

/// The versions an operation added and removed.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    /// Whether any meetings were.
    pub any_meeting: bool,
    /// Cells and closed months of meetings that were added, removed or changed.
    pub meetings: Vec<(CellId, Period)>,
    /// Cells out of which others came, and the month in which they did, where the regular meeting of that month
    /// was.
    pub predecessors: Vec<(CellId, Period)>,
    pub assignments_removed: Vec<Assignment>,
    pub assignments_added: Vec<Assignment>,
    /// Removed or added.
    pub duties: Vec<Duty>,
    pub any_committee: bool,
    pub cells: BTreeSet<CellId>,
    pub officials: BTreeSet<OfficialId>,
    /// The cells between which successions were.
    pub related: BTreeSet<CellId>,
    /// Whether settings were, among which the first period of reports may be.
    pub settings: bool,
}

impl Touched {
    /// The cells of the meetings and assignments.
    pub fn cells_of_rows(&self) -> impl Iterator<Item = CellId> {
        let meetings = self.meetings.iter().chain(&self.predecessors);
        let assignments = self.assignments_removed.iter().chain(&self.assignments_added);
        meetings.map(|(cell, _)| *cell).chain(assignments.map(|one| one.cell))
    }

    /// Whether a meeting that can matter, any assignment or any duty was touched.
    pub fn any_rows(&self) -> bool {
        !self.duties.is_empty() || self.cells_of_rows().next().is_some()
    }

    /// Whether committees, cells, officials or successions were.
    pub fn any_of_register(&self) -> bool {
        self.any_committee
            || !self.cells.is_empty()
            || !self.officials.is_empty()
            || !self.related.is_empty()
    }
}

impl Writer<'_> {
    /// What the operation under way has touched.
    pub fn touched(&self) -> Result<Touched> {
        let number = self.number();
        let top = self.top(&ASSIGNMENT).unwrap_or(i64::MAX);
        Ok(Touched {
            any_meeting: self.is_touched(&MEETING),
            meetings: self.touched_meetings()?,
            predecessors: self.touched_predecessors()?,
            assignments_removed: self.assignments_where("removed_by = ?1", [number])?,
            assignments_added: self.assignments_where("version > ?1", [top])?,
            duties: self.touched_duties()?,
            any_committee: self.is_touched(&COMMITTEE),
            cells: self.touched_values(&CELL, "record")?.into_iter().map(CellId).collect(),
            officials: self
                .touched_values(&OFFICIAL, "record")?
                .into_iter()
                .map(OfficialId)
                .collect(),
            related: ["from_cell", "to_cell"]
                .iter()
                .map(|column| self.touched_values(&SUCCESSION, column))
                .collect::<Result<Vec<_>>>()?
                .concat()
                .into_iter()
                .map(CellId)
                .collect(),
            settings: self.is_touched(&SETTING),
        })
    }

    fn is_touched(&self, table: &Table) -> bool {
        self.top(table).is_some()
    }

    /// The values of a column in the versions that were added or removed.
    fn touched_values(&self, table: &Table, column: &str) -> Result<Vec<i64>> {
        let Some(top) = self.top(table) else { return Ok(Vec::new()) };
        let name = table.name;
        let sql = format!(
            "SELECT {column} FROM {name} WHERE version > ?2
             UNION SELECT {column} FROM {name} WHERE removed_by = ?1"
        );
        self.numbers(&sql, [self.number(), top])
    }

    /// Only of closed months: an import may touch millions of others.
    fn touched_meetings(&self) -> Result<Vec<(CellId, Period)>> {
        let Some(top) = self.top(&MEETING) else { return Ok(Vec::new()) };
        if !self.any_closed()? {
            return Ok(Vec::new());
        }
        let sql = "SELECT m.version, m.cell, m.period FROM meeting m
                   WHERE (m.version > ?2 OR m.version IN (SELECT version FROM meeting WHERE removed_by = ?1))
                   AND EXISTS (SELECT 1 FROM closing c
                               WHERE c.period = m.period AND c.removed_by IS NULL AND c.added_by < ?1)";
        let mut touched = self.rows("meeting", sql, [self.number(), top], place)?;
        touched.sort_unstable();
        touched.dedup();
        Ok(touched)
    }

    /// Of an import, which may touch millions of meetings, each succession asks for that of its own month.
    fn touched_predecessors(&self) -> Result<Vec<(CellId, Period)>> {
        let Some(top) = self.top(&MEETING) else { return Ok(Vec::new()) };
        let sql = "SELECT version, from_cell, happened_on FROM succession
                   WHERE removed_by IS NULL OR removed_by = ?1";
        let line = |mut row: Taken<'_, '_>| {
            Ok((CellId(row.get("from_cell")?), Period::of(row.some_date("happened_on")?)))
        };
        let lines = self.rows("succession", sql, [self.number()], line)?;
        let lines: BTreeSet<(CellId, Period)> = lines.into_iter().collect();
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        let added = self.next_record(&MEETING)? - 1 - top;
        let mut touched = if added <= lines.len() as i64 {
            let sql = "SELECT version, cell, period FROM meeting WHERE version > ?1 AND kind = 0";
            self.rows("meeting", sql, [top], place)?
        } else {
            let lines = lines.iter().map(|(cell, month)| vec![cell.0, month.number()]);
            let lines = serde_json::Value::from_iter(lines).to_string();
            let sql = "SELECT m.version, m.cell, m.period FROM json_each(?1) j
                       CROSS JOIN meeting m ON m.kind = 0 AND m.removed_by IS NULL
                           AND m.period = j.value ->> 1 AND m.cell = j.value ->> 0
                       WHERE m.version > ?2";
            self.rows("meeting", sql, (lines, top), place)?
        };
        let sql = "SELECT version, cell, period FROM meeting WHERE removed_by = ?1 AND kind = 0";
        touched.extend(self.rows("meeting", sql, [self.number()], place)?);
        touched.retain(|place| lines.contains(place));
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
