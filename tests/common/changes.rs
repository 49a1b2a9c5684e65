//! Records as they are to be, written as an import writes them.

use chibo::domain::{OperationNumber, Verb};
use chibo::ops::{Change, OpError};
use chibo::store::{Grounds, Writer};

/// Writes them as one operation.
pub fn apply(db: &Writer<'_>, change: &Change) -> Result<OperationNumber, OpError> {
    change.carry_out(db, Verb::Import, serde_json::json!({}), Grounds::NONE)
}
