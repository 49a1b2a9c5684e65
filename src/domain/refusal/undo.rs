//! What cannot be taken back or done again (`records.md`, section 3).

use crate::domain::{Operation, OperationNumber, Period, RuleBroken};

/// An operation that is to be taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    NothingToUndo,
    NothingToRedo,
    /// Of a kind that stays.
    CannotUndo {
        operation: Box<Operation>,
    },
    /// It is itself the undo or redo of a change.
    UndoesItself {
        number: OperationNumber,
        change: OperationNumber,
        redo: bool,
    },
    UndoneAlready {
        number: OperationNumber,
        by: OperationNumber,
    },
    /// It brought closed months, which are still closed.
    UndoneClosings {
        number: OperationNumber,
        months: Vec<Period>,
    },
    /// A text that it replaced or removed was erased since, and cannot stand again.
    UndoneTextErased {
        number: OperationNumber,
        by: OperationNumber,
    },
    /// Later operations in force depend on it; the newest first.
    DependedOn {
        number: OperationNumber,
        later: Vec<Operation>,
    },
    /// Without it, or with it again, a rule would not hold.
    UndoBreaksRule {
        number: OperationNumber,
        broken: Box<RuleBroken>,
    },
}
