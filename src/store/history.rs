//! Which operations touched a record, and what stood in the file before and after one.

use std::collections::BTreeSet;

use super::meetings::months_between;
use super::tables::{OFFICIAL, Sort, TABLES};
use super::{Reader, Result};
use crate::domain::{CellId, OfficialId, OperationNumber, PeriodSpan, Records};

/// What the operations wanted have touched; each part left out lets all through.
#[derive(Debug, Clone, Copy, Default)]
pub struct HistoryFilter {
    pub cell: Option<CellId>,
    pub official: Option<OfficialId>,
    pub span: Option<PeriodSpan>,
}

/// A cell or an official, and how it comes to an end.
struct Side {
    table: &'static str,
    end: &'static str,
}

const CELL_SIDE: Side = Side { table: "cell", end: "dissolved" };
const OFFICIAL_SIDE: Side = Side { table: "official", end: "active_until" };

impl Reader<'_> {
    /// The operations that added or removed a version of each of these; none if all operations are wanted.
    pub fn operations_on(
        &self,
        filter: HistoryFilter,
    ) -> Result<Option<BTreeSet<OperationNumber>>> {
        let mut wanted = Vec::new();
        if let Some(CellId(cell)) = filter.cell {
            let mut found = self.operations_on_record("cell", cell)?;
            found.extend(self.endings(&OFFICIAL_SIDE, &CELL_SIDE, cell)?);
            wanted.push(found);
        }
        if let Some(OfficialId(official)) = filter.official {
            let mut found = self.operations_on_record("official", official)?;
            found.extend(self.endings(&CELL_SIDE, &OFFICIAL_SIDE, official)?);
            found.extend(self.erasures(official)?);
            wanted.push(found);
        }
        if let Some(span) = filter.span {
            let (from, to) = (span.from.number(), span.to.number());
            let mut found = BTreeSet::new();
            for table in TABLES {
                let mut months = table.columns.iter();
                if months.any(|column| matches!(column.sort, Sort::Month)) {
                    let condition = format!("period BETWEEN {from} AND {to}");
                    found.extend(self.operations_where(table.name, &condition)?);
                }
            }
            wanted.push(found);
        }
        // What met every part, though not always in the same row.
        Ok(wanted.into_iter().reduce(|a, b| a.intersection(&b).copied().collect()))
    }

    /// The operations on versions that are of a record or refer to it, whichever table they stand in.
    fn operations_on_record(&self, of: &str, record: i64) -> Result<BTreeSet<OperationNumber>> {
        let mut found = BTreeSet::new();
        for table in TABLES {
            if table.name == of {
                found.extend(self.operations_where(of, &format!("record = {record}"))?);
            }
            for (part, column) in table.references(of) {
                let condition = match part {
                    None if table.name == "meeting" => Self::meetings_of(record),
                    None => format!("{column} = {record}"),
                    Some(_) => {
                        let (from, key) = table.place(part);
                        format!("version IN (SELECT {key} FROM {from} WHERE {column} = {record})")
                    }
                };
                found.extend(self.operations_where(table.name, &condition)?);
            }
        }
        Ok(found)
    }

    /// The condition of a cell's meetings, for which the index by month and cell is of use.
    fn meetings_of(cell: i64) -> String {
        let edge = |order: &str| {
            format!(
                "(SELECT period FROM meeting WHERE removed_by IS NULL AND kind = 0
                  ORDER BY period {order} LIMIT 1)"
            )
        };
        let months = months_between(&edge("ASC"), &edge("DESC"));
        format!(
            "version IN (
                SELECT version FROM meeting
                WHERE period IN {months} AND cell = {cell} AND kind = 0 AND removed_by IS NULL
                UNION ALL SELECT version FROM meeting WHERE cell = {cell} AND kind <> 0 AND removed_by IS NULL
                UNION ALL SELECT version FROM meeting WHERE cell = {cell} AND removed_by IS NOT NULL)"
        )
    }

    /// The operations by which the other side of an open assignment of this cell or official came to an end,
    /// or was to go on after all: the assignment ends with it, though its own row stays as it is.
    fn endings(&self, other: &Side, own: &Side, record: i64) -> Result<Vec<OperationNumber>> {
        let (Side { table, end }, own) = (other, own.table);
        let condition = format!(
            "{end} IS NOT NULL AND record IN (
                 SELECT a.{table} FROM assignment a WHERE a.{own} = {record} AND a.valid_until IS NULL
                 AND a.valid_from < {table}.{end})"
        );
        self.operations_where(table, &condition)
    }

    /// The operations that erased a name of an official: they leave no row of their own behind.
    fn erasures(&self, official: i64) -> Result<Vec<OperationNumber>> {
        let sql = format!(
            "SELECT number FROM operation WHERE verb = 'official-erase' AND EXISTS (
                 SELECT 1 FROM {} WHERE record = ?1
                 AND upper(code) = upper(json_extract(arguments, '$.official')))",
            OFFICIAL.name
        );
        Ok(self.numbers(&sql, [official])?.into_iter().map(OperationNumber).collect())
    }

    fn operations_where(&self, table: &str, condition: &str) -> Result<Vec<OperationNumber>> {
        let sql = format!(
            "SELECT added_by FROM {table} WHERE {condition}
             UNION SELECT removed_by FROM {table} WHERE {condition} AND removed_by IS NOT NULL"
        );
        Ok(self.numbers(&sql, [])?.into_iter().map(OperationNumber).collect())
    }

    /// What stood in the file before an operation and after it, persons' names included. Of meetings and
    /// closings there are those that it touched.
    pub fn before_and_after(&self, operation: OperationNumber) -> Result<[Records; 2]> {
        let view = |at: i64| -> Result<Records> {
            let db = self.as_printed_at(OperationNumber(at));
            let closings = db.closings_touched(operation)?;
            let records = db.records_without_months(db.register()?, closings)?;
            Ok(Records { meetings: db.meetings_touched(operation)?, ..records })
        };
        Ok([view(operation.0 - 1)?, view(operation.0)?])
    }
}
