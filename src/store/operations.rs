//! Operations: every command that changed something, in order.

use std::collections::HashSet;

use super::{Reader, Result, StoreError};
use crate::domain::{Date, Moment, OperationNumber};

/// An operation as it was recorded.
#[derive(Debug, Clone)]
pub struct Operation {
    pub number: OperationNumber,
    pub recorded_at: Moment,
    /// The date that stood for today.
    pub today: Date,
    pub actor: String,
    pub verb: String,
    /// Codes, dates and counts; never a person's name or free text.
    pub arguments: serde_json::Value,
    pub reason: Option<String>,
    /// Whether a later operation took it back.
    pub undone: bool,
}

impl Reader<'_> {
    /// Number and time of the newest operation.
    pub(super) fn newest_operation(&self) -> Result<Option<(OperationNumber, Moment)>> {
        let sql =
            "SELECT number AS id, number, recorded_at FROM operation ORDER BY number DESC LIMIT 1";
        let newest = self.rows("operation", sql, [], |row| {
            let at: String = row.get("recorded_at")?;
            let at = Moment::from_iso(&at).ok_or_else(|| row.broken("recorded_at"))?;
            Ok((OperationNumber(row.get("number")?), at))
        })?;
        Ok(newest.first().copied())
    }

    /// Every operation, the oldest first.
    pub fn operations(&self) -> Result<Vec<Operation>> {
        let sql = "SELECT number AS id, recorded_at, today, actor, verb, arguments, reason
                   FROM operation ORDER BY number";
        let mut operations = self.rows("operation", sql, [], |row| {
            let at: String = row.get("recorded_at")?;
            let arguments: String = row.get("arguments")?;
            Ok(Operation {
                number: OperationNumber(row.get("id")?),
                recorded_at: Moment::from_iso(&at).ok_or_else(|| row.broken("recorded_at"))?,
                today: row.some_date("today")?,
                actor: row.get("actor")?,
                verb: row.get("verb")?,
                arguments: serde_json::from_str(&arguments).map_err(|_| row.broken("arguments"))?,
                reason: row.get("reason")?,
                undone: false,
            })
        })?;
        let undone: HashSet<i64> = operations
            .iter()
            .filter(|operation| operation.verb == "undo")
            .map(|undo| {
                undo.arguments["operation"].as_i64().ok_or(StoreError::RowBroken {
                    table: "operation",
                    id: undo.number.0,
                    column: "arguments",
                })
            })
            .collect::<Result<_>>()?;
        for operation in &mut operations {
            operation.undone = undone.contains(&operation.number.0);
        }
        Ok(operations)
    }
}
