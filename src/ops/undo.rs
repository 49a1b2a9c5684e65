//! Taking back the newest operation (`commands.md`, Trust).

use serde_json::json;

use super::Result;
use crate::domain::{Operation, OperationNumber, Refusal};
use crate::store::Writer;

/// What was taken back.
#[derive(Debug, Clone)]
pub struct Undone {
    pub number: OperationNumber,
    pub operation: Operation,
}

/// Takes back the newest operation that is neither undone nor an undo; repeated, it goes further back.
/// The operation that made the file cannot be taken back.
pub fn undo(db: &Writer<'_>) -> Result<Undone> {
    let operations = db.operations()?;
    let newest = operations
        .into_iter()
        .rev()
        .find(|operation| !operation.undone && operation.verb != "undo")
        .filter(|operation| !matches!(operation.verb.as_str(), "init" | "demo"));
    let operation = newest.ok_or(Refusal::NothingToUndo)?;
    let number = db.begin("undo", json!({ "operation": operation.number.0 }), None)?;
    db.take_back(operation.number)?;
    Ok(Undone { number, operation })
}
