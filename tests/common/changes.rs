//! Records as they are and as they are to be, carried out as an import does.

use chibo::domain::{OperationNumber, Verb};
use chibo::ops::{self, Batch, OpError, Replacing};
use chibo::store::Writer;

/// A record that is new.
pub fn added<T>(new: T) -> Replacing<T> {
    Replacing { old: None, new }
}

/// A record that is another from now on.
pub fn changed<T>(old: T, new: T) -> Replacing<T> {
    Replacing { old: Some(Box::new(old)), new }
}

/// Writes them as one operation.
pub fn apply(db: &Writer<'_>, batch: &Batch) -> Result<OperationNumber, OpError> {
    ops::apply(db, Verb::Import, serde_json::json!({}), batch, || ())
}
