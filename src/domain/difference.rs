//! Rows of coverage that are not what they were (`records.md`, section 7; `commands.md`, Trust).

use super::{
    CellId, Closing, Date, FiledRow, Operation, OperationNumber, Period, PeriodSpan, Register,
};

/// A row that is not what it was.
#[derive(Debug, Clone)]
pub struct Difference {
    pub period: Period,
    pub cell: CellId,
    /// None where the cell was not due.
    pub before: Option<FiledRow>,
    pub after: Option<FiledRow>,
    /// The operations that changed it, in order.
    pub operations: Vec<Operation>,
}

/// Everything that changed, and what is needed to name it.
#[derive(Debug, Clone)]
pub struct Differences {
    pub span: PeriodSpan,
    /// The operation with which the rows are compared.
    pub since: OperationNumber,
    /// The filing with which they are compared, if it is one.
    pub filed: Option<Closing>,
    pub today: Date,
    /// By period, then by code of the cell.
    pub rows: Vec<Difference>,
    /// As the newest state has it.
    pub register: Register,
}
