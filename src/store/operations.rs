//! Operations: every command that changed something, in order. Their texts and words are held to the same rules
//! as those of records.

use std::collections::BTreeMap;

use super::row::{Taken, read_text};
use super::{Reader, Result, StoreError};
use crate::domain::{
    Date, DocumentNo, Keyword, Label, Moment, Name, Operation, OperationNumber, Remark, Undoing,
    Verb,
};

impl Reader<'_> {
    /// The newest operation and its time.
    pub fn newest(&self) -> Result<Option<(OperationNumber, Moment)>> {
        let sql = "SELECT number, recorded_at FROM operation ORDER BY number DESC LIMIT 1";
        let newest = self.rows("operation", sql, [], |mut row| {
            Ok((OperationNumber(row.number()), moment(&mut row)?))
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
        let sql = "SELECT number, recorded_at, today FROM operation WHERE number = ?1";
        let found = self.rows("operation", sql, [number.0], |mut row| {
            Ok((moment(&mut row)?, today(&mut row)?))
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
        let sql = format!(
            "SELECT number, recorded_at, today, actor, verb, arguments, reason, document
             FROM operation WHERE number <= ?1 AND ({condition}) ORDER BY number"
        );
        let until = self.at().map_or(i64::MAX, |at| at.0);
        self.rows("operation", &sql, [until], |mut row| {
            let (recorded_at, today) = (moment(&mut row)?, today(&mut row)?);
            let (actor, verb, json) =
                (row.get("actor")?, row.get::<String>("verb")?, row.get::<String>("arguments")?);
            let (reason, document) = (row.get("reason")?, row.get("document")?);
            let actor: Option<Label> = self.text(actor, read_text, || row.broken("actor"))?;
            let reason: Option<Remark> = self.text(reason, read_text, || row.broken("reason"))?;
            let document: Option<DocumentNo> =
                self.text(document, read_text, || row.broken("document"))?;
            Ok(Operation {
                number: OperationNumber(row.number()),
                recorded_at,
                today,
                actor: actor.map_or_else(|| Name::ERASED.to_owned(), |actor| actor.to_string()),
                verb: Verb::from_key(&verb).map(|_| verb).ok_or_else(|| row.broken("verb"))?,
                arguments: flat(&json).ok_or_else(|| row.broken("arguments"))?,
                reason: reason.map(|text| text.to_string()),
                document: document.map(|text| text.to_string()),
                undone: false,
                undone_by: None,
            })
        })
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

fn moment(row: &mut Taken<'_, '_>) -> Result<Moment> {
    let at: String = row.get("recorded_at")?;
    Moment::from_iso(&at).ok_or_else(|| row.broken("recorded_at"))
}

fn today(row: &mut Taken<'_, '_>) -> Result<Date> {
    let day: String = row.get("today")?;
    Date::from_iso(&day).ok_or_else(|| row.broken("today"))
}

/// The error for an operation that takes back what it cannot.
fn broken(number: OperationNumber) -> StoreError {
    StoreError::RowBroken { table: "operation", id: number.0, column: "arguments" }
}

/// The members of a JSON object as texts; null ones are left out, and so are lists, which are for `check`.
fn flat(json: &str) -> Option<BTreeMap<String, String>> {
    use serde_json::Value;
    let Value::Object(members) = serde_json::from_str(json).ok()? else { return None };
    let text = |(key, value): (String, Value)| match value {
        Value::Null | Value::Array(_) => None,
        Value::String(text) => Some((key, text)),
        other => Some((key, other.to_string())),
    };
    let members: BTreeMap<String, String> = members.into_iter().filter_map(text).collect();
    // Codes, dates and counts: nothing that a screen would not show as it is.
    let is_shown = |text: &String| text.chars().all(|c| !crate::domain::is_unseen(c));
    members.values().all(is_shown).then_some(members)
}
