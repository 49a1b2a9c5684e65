//! Operations: every command that changed something, in order.

use std::collections::BTreeMap;

use super::{Reader, Result, StoreError};
use crate::domain::{Date, Moment, Operation, OperationNumber, Undoing, Verb};

impl Reader<'_> {
    /// The newest operation and its time.
    pub fn newest(&self) -> Result<Option<(OperationNumber, Moment)>> {
        let sql =
            "SELECT number AS id, number, recorded_at FROM operation ORDER BY number DESC LIMIT 1";
        let newest = self.rows("operation", sql, [], |row| {
            let at: String = row.get("recorded_at")?;
            let at = Moment::from_iso(&at).ok_or_else(|| row.broken("recorded_at"))?;
            Ok((OperationNumber(row.get("number")?), at))
        })?;
        Ok(newest.first().copied())
    }

    /// The newest operation whose time is not after a moment.
    pub fn operation_by(&self, moment: Moment) -> Result<Option<OperationNumber>> {
        let sql = "SELECT max(number) FROM operation WHERE recorded_at <= ?1";
        let number: Option<i64> = self.one(sql, [moment.to_string()])?;
        Ok(number.map(OperationNumber))
    }

    /// When an operation was recorded, and the date that stood for today.
    pub fn recorded(&self, number: OperationNumber) -> Result<Option<(Moment, Date)>> {
        let sql = "SELECT number AS id, recorded_at, today FROM operation WHERE number = ?1";
        let found = self.rows("operation", sql, [number.0], |row| {
            let at: String = row.get("recorded_at")?;
            let at = Moment::from_iso(&at).ok_or_else(|| row.broken("recorded_at"))?;
            Ok((at, row.some_date("today")?))
        })?;
        Ok(found.first().copied())
    }

    /// One operation, with what became of it. Of the others, only those are read that take it back or that
    /// it takes back.
    pub fn operation(&self, number: OperationNumber) -> Result<Option<Operation>> {
        let Some(operation) = self.recorded_operations(&format!("number = {}", number.0))?.pop()
        else {
            return Ok(None);
        };
        let change = operation.change().ok_or_else(|| broken(number))?;
        let condition = format!("number = {} OR verb IN ('undo', 'redo')", change.0);
        let mut chain = self.recorded_operations(&condition)?;
        chain.retain(|other| other.change() == Some(change));
        self.mark_undone(&mut chain)?;
        Ok(Operation::find(&chain, number).cloned())
    }

    /// Every operation of the view, the oldest first.
    pub fn operations(&self) -> Result<Vec<Operation>> {
        let mut operations = self.recorded_operations("TRUE")?;
        self.mark_undone(&mut operations)?;
        Ok(operations)
    }

    /// Operations of the view as they were recorded, the oldest first; what became of them is not said.
    fn recorded_operations(&self, condition: &str) -> Result<Vec<Operation>> {
        let document = if self.names_documents()? { "document" } else { "NULL" };
        let sql = format!(
            "SELECT number AS id, recorded_at, today, actor, verb, arguments, reason,
                    {document} AS document
             FROM operation WHERE number <= ?1 AND ({condition}) ORDER BY number"
        );
        let until = self.at().map_or(i64::MAX, |at| at.0);
        self.rows("operation", &sql, [until], |row| {
            let at: String = row.get("recorded_at")?;
            let json: String = row.get("arguments")?;
            let mut arguments = flat(&json).ok_or_else(|| row.broken("arguments"))?;
            // Before schema 3 it stood there.
            let earlier = arguments.remove("document");
            Ok(Operation {
                number: OperationNumber(row.get("id")?),
                recorded_at: Moment::from_iso(&at).ok_or_else(|| row.broken("recorded_at"))?,
                today: row.some_date("today")?,
                actor: row.get("actor")?,
                verb: row.get("verb")?,
                arguments,
                reason: row.get("reason")?,
                document: row.get::<Option<String>>("document")?.or(earlier),
                undone: false,
                undone_by: None,
            })
        })
    }

    /// Whether operations have a column for documents; `check` looks at files of earlier schemas as they are.
    fn names_documents(&self) -> Result<bool> {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM pragma_table_info('operation') WHERE name = 'document')";
        self.one(sql, [])
    }

    /// Says of each operation what took it back.
    fn mark_undone(&self, operations: &mut [Operation]) -> Result<()> {
        let undoing = self.undoing(operations)?;
        for operation in operations {
            operation.undone = undoing.undone_by(operation.number).is_some();
            operation.undone_by = undoing.undone_by(operation.number).or_else(|| {
                undoing.taken_back_by(operation.number).filter(|_| operation.is(Verb::Undo))
            });
        }
        Ok(())
    }

    /// Who took back what of these operations: all of them, or all that are about the same changes.
    pub fn undoing(&self, operations: &[Operation]) -> Result<Undoing> {
        Undoing::of(operations).map_err(broken)
    }
}

/// The error for an operation that takes back what it cannot.
fn broken(number: OperationNumber) -> StoreError {
    StoreError::RowBroken { table: "operation", id: number.0, column: "arguments" }
}

/// The members of a JSON object as texts; null ones are left out.
fn flat(json: &str) -> Option<BTreeMap<String, String>> {
    use serde_json::Value;
    let Value::Object(members) = serde_json::from_str(json).ok()? else { return None };
    let text = |(key, value): (String, Value)| match value {
        Value::Null => None,
        Value::String(text) => Some((key, text)),
        other => Some((key, other.to_string())),
    };
    Some(members.into_iter().filter_map(text).collect())
}
