//! Which operations touched a record, and what stood in the file before and after one.

use std::collections::BTreeSet;

use super::tables::TABLES;
use super::{Reader, Result};
use crate::domain::{CellId, OfficialId, OperationNumber, PeriodSpan, Records};

/// What the operations wanted have touched; each part left out lets all through.
#[derive(Debug, Clone, Copy, Default)]
pub struct HistoryFilter {
    pub cell: Option<CellId>,
    pub official: Option<OfficialId>,
    pub span: Option<PeriodSpan>,
}

impl Reader<'_> {
    /// The operations that added or removed a row of each of these; none if all operations are wanted.
    pub fn operations_on(
        &self,
        filter: HistoryFilter,
    ) -> Result<Option<BTreeSet<OperationNumber>>> {
        let mut wanted = Vec::new();
        if let Some(CellId(cell)) = filter.cell {
            let mut found = self.operations_on_rows_of("cell", cell)?;
            found.extend(self.endings(
                "official_version",
                "official",
                "active_until",
                "cell",
                cell,
            )?);
            wanted.push(found);
        }
        if let Some(OfficialId(official)) = filter.official {
            let mut found = self.operations_on_rows_of("official", official)?;
            found.extend(self.endings(
                "cell_version",
                "cell",
                "dissolved",
                "official",
                official,
            )?);
            found.extend(self.erasures(official)?);
            wanted.push(found);
        }
        if let Some(span) = filter.span {
            let condition = format!("period BETWEEN '{}' AND '{}'", span.from, span.to);
            let of_months = TABLES.iter().filter(|table| table.columns.contains(&"period"));
            let mut found = BTreeSet::new();
            for table in of_months {
                found.extend(self.operations_where(table.name, &condition)?);
            }
            wanted.push(found);
        }
        // What met every part, though not always in the same row.
        Ok(wanted.into_iter().reduce(|a, b| a.intersection(&b).copied().collect()))
    }

    /// The operations on rows that refer to an identity, whichever table they stand in. Visitors of a cell's
    /// meeting never change without its own row.
    fn operations_on_rows_of(&self, identity: &str, id: i64) -> Result<BTreeSet<OperationNumber>> {
        let mut found = BTreeSet::new();
        for table in TABLES.iter().filter(|table| table.versioned) {
            for column in self.references(table.name, identity)? {
                found.extend(self.operations_where(table.name, &format!("{column} = {id}"))?);
            }
        }
        Ok(found)
    }

    /// The operations by which the other side of an open assignment of this cell or official came to an end,
    /// or was to go on after all: the assignment ends with it, though its own row stays as it is.
    fn endings(
        &self,
        versions: &str,
        other: &str,
        end: &str,
        side: &str,
        id: i64,
    ) -> Result<Vec<OperationNumber>> {
        let assigned = format!(
            "SELECT 1 FROM assignment a WHERE a.{side} = {id} AND a.{other} = {versions}.{other}
                 AND a.valid_from < {versions}.{end} AND a.valid_until IS NULL"
        );
        let condition = format!("{end} IS NOT NULL AND EXISTS ({assigned})");
        self.operations_where(versions, &condition)
    }

    /// The operations that erased a name of an official: they leave no row of their own behind.
    fn erasures(&self, official: i64) -> Result<Vec<OperationNumber>> {
        let sql = "SELECT number FROM operation WHERE verb = 'official-erase' AND EXISTS (
                       SELECT 1 FROM official_version v WHERE v.official = ?1
                       AND upper(v.code) = upper(json_extract(arguments, '$.official')))";
        let mut statement = self.connection.prepare_cached(sql)?;
        let numbers = statement.query_map([official], |row| row.get(0).map(OperationNumber))?;
        Ok(numbers.collect::<rusqlite::Result<_>>()?)
    }

    fn operations_where(&self, table: &str, condition: &str) -> Result<Vec<OperationNumber>> {
        let sql = format!(
            "SELECT added_by FROM {table} WHERE {condition}
             UNION SELECT removed_by FROM {table} WHERE {condition} AND removed_by IS NOT NULL"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let numbers = statement.query_map([], |row| row.get(0).map(OperationNumber))?;
        Ok(numbers.collect::<rusqlite::Result<_>>()?)
    }

    /// What stood in the file before an operation and after it, persons' names included. Of meetings and
    /// closings there are those that it touched.
    pub fn before_and_after(&self, operation: OperationNumber) -> Result<[Records; 2]> {
        let view = |at: i64| -> Result<Records> {
            let db = self.as_printed_at(OperationNumber(at));
            Ok(Records {
                register: db.register()?,
                assignments: db.assignments()?,
                meetings: db.meetings_touched(operation)?,
                recommendations: db.recommendations()?,
                settings: db.settings()?,
                closings: db.closings_touched(operation)?,
            })
        };
        Ok([view(operation.0 - 1)?, view(operation.0)?])
    }
}
