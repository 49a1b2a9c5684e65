//! What the operation under way has touched, as far as it can matter to a closed month (`records.md`, section 7).

use super::{Result, Writer};
use crate::domain::{Assignment, CellId, OfficialId, OperationNumber, Period};

/// The rows an operation added and removed.
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
    /// Whether a closed month's meeting or any assignment was touched.
    pub fn any_rows(&self) -> bool {
        !self.meetings.is_empty()
            || !self.assignments_removed.is_empty()
            || !self.assignments_added.is_empty()
    }
}

/// The tables of the register that a filed row depends on. Names are free, but those of cells stand beside
/// their committees.
const REGISTER: [&str; 5] =
    ["committee_version", "cell_version", "cell_standing", "official_version", "succession"];

impl Writer<'_> {
    /// What the operation under way has touched.
    pub fn touched(&self) -> Result<Touched> {
        Ok(Touched {
            meetings: self.touched_meetings()?,
            assignments_removed: self.assignments_where("removed_by = ?1 AND ?2 = ?2")?,
            assignments_added: self.assignments_where("id > ?2 AND added_by = ?1")?,
            register: REGISTER.iter().any(|table| self.is_touched(table)),
            settings: self.is_touched("setting"),
        })
    }

    /// The operation, and above which row those of a table are its own.
    fn keys(&self, table: &str) -> (i64, i64) {
        (self.number(), self.top(table).unwrap_or(i64::MAX))
    }

    fn is_touched(&self, table: &str) -> bool {
        self.top(table).is_some()
    }

    /// Only of closed months: an import may touch millions of others.
    fn touched_meetings(&self) -> Result<Vec<(CellId, Period)>> {
        let closed = "EXISTS (SELECT 1 FROM closing_version c
                              WHERE c.period = m.period AND c.removed_by IS NULL AND c.added_by < ?1)";
        let sql = format!(
            "SELECT m.id, m.cell, m.period FROM meeting_version m
             WHERE (m.removed_by = ?1 OR (m.id > ?2 AND m.added_by = ?1)) AND {closed}"
        );
        let read =
            |row: super::row::Taken<'_, '_>| Ok((CellId(row.get("cell")?), row.period("period")?));
        let mut touched = self.rows("meeting_version", &sql, self.keys("meeting_version"), read)?;
        for table in ["visit", "absence"] {
            let sql = format!(
                "SELECT m.id, m.cell, m.period FROM {table} v
                 JOIN meeting_version m ON m.meeting = v.meeting AND m.removed_by IS NULL
                 WHERE (v.removed_by = ?1 OR (v.id > ?2 AND v.added_by = ?1)) AND {closed}"
            );
            touched.extend(self.rows("meeting_version", &sql, self.keys(table), read)?);
        }
        touched.sort_unstable();
        touched.dedup();
        Ok(touched)
    }

    fn assignments_where(&self, condition: &str) -> Result<Vec<Assignment>> {
        let sql = format!("SELECT * FROM assignment WHERE {condition}");
        self.rows("assignment", &sql, self.keys("assignment"), super::assignments::read)
    }

    /// The months of a span, open at either end, that were closed by an operation before this one.
    pub fn closed_between(
        &self,
        from: Option<Period>,
        to: Option<Period>,
        before: OperationNumber,
    ) -> Result<Vec<Period>> {
        let sql = "SELECT id, period FROM closing_version
                   WHERE removed_by IS NULL AND period BETWEEN ?1 AND ?2 AND added_by < ?3
                   ORDER BY period";
        let from = from.map_or_else(String::new, |period| period.to_string());
        let to = to.map_or_else(|| "9999".to_owned(), |period| period.to_string());
        self.rows("closing_version", sql, (from, to, before.0), |row| row.period("period"))
    }

    /// Cells and closed months in whose meetings an official is named, as visitor or with a reason.
    pub fn named_in_closed_months(&self, official: OfficialId) -> Result<Vec<(CellId, Period)>> {
        let mut named = Vec::new();
        for table in ["visit", "absence"] {
            let sql = format!(
                "SELECT m.id, m.cell, m.period FROM {table} v
                 JOIN meeting_version m ON m.meeting = v.meeting AND m.removed_by IS NULL
                 JOIN closing_version c ON c.period = m.period AND c.removed_by IS NULL
                 WHERE v.official = ?1 AND v.removed_by IS NULL"
            );
            named.extend(self.rows("meeting_version", &sql, [official.0], |row| {
                Ok((CellId(row.get("cell")?), row.period("period")?))
            })?);
        }
        Ok(named)
    }
}
