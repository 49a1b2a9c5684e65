//! Taking an operation back: its additions are removed, its removals are added again as new versions.

use rusqlite::types::Value;

use super::tables::{TABLES, Table};
use super::{Result, Writer};
use crate::domain::OperationNumber;

impl Writer<'_> {
    /// Takes back what an operation did. The caller makes sure that every later operation is itself
    /// undone or an undo, so that what is in force is what the operation left behind, possibly as copies.
    pub fn take_back(&self, operation: OperationNumber) -> Result<()> {
        for table in TABLES.iter().filter(|table| table.versioned) {
            let removed = self.versions(table, "removed_by = ?1", operation)?;
            self.remove(table.name, "added_by = ?2", (self.number(), operation.0))?;
            // A later undo may have put copies in the place of what this operation added.
            let superseded = "added_by = ?1 AND removed_by IS NOT NULL AND removed_by <> ?2";
            for version in self.superseded(table, superseded, operation)? {
                self.remove_alike(table, &version)?;
            }
            for version in removed {
                self.add_copy(table, &version)?;
            }
        }
        Ok(())
    }

    fn versions(
        &self,
        table: &Table,
        condition: &str,
        operation: OperationNumber,
    ) -> Result<Vec<Vec<Value>>> {
        self.stored(table, condition, [operation.0])
    }

    fn superseded(
        &self,
        table: &Table,
        condition: &str,
        operation: OperationNumber,
    ) -> Result<Vec<Vec<Value>>> {
        self.stored(table, condition, [operation.0, self.number()])
    }

    fn stored(
        &self,
        table: &Table,
        condition: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Vec<Value>>> {
        let columns = all_columns(table);
        let sql = format!(
            "SELECT {} FROM {} WHERE {condition} ORDER BY id",
            columns.join(", "),
            table.name
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params, |row| {
            (0..columns.len()).map(|at| row.get::<_, Value>(at)).collect()
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn remove_alike(&self, table: &Table, version: &[Value]) -> Result<()> {
        let same: Vec<String> = all_columns(table)
            .iter()
            .enumerate()
            .map(|(at, column)| format!("{column} IS ?{}", at + 2))
            .collect();
        let params = std::iter::once(Value::Integer(self.number())).chain(version.iter().cloned());
        self.remove(table.name, &same.join(" AND "), rusqlite::params_from_iter(params))?;
        Ok(())
    }

    fn add_copy(&self, table: &Table, version: &[Value]) -> Result<()> {
        let columns = all_columns(table);
        let places: Vec<String> = (1..=columns.len() + 1).map(|at| format!("?{at}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}, added_by) VALUES ({})",
            table.name,
            columns.join(", "),
            places.join(", ")
        );
        let params = version.iter().cloned().chain([Value::Integer(self.number())]);
        self.add(&sql, rusqlite::params_from_iter(params))
    }
}

fn all_columns(table: &Table) -> Vec<&'static str> {
    table.columns.iter().chain(table.erasable).copied().collect()
}
