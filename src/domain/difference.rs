//! Rows of coverage that are not what they were (`records.md`, section 7; `commands.md`, Trust).

use super::{
    CellId, Closing, Code, CoverageRow, Date, Detail, DetailValue, Facts, FiledRow, Label, Name,
    Operation, OperationNumber, Period, PeriodSpan, Register, Remark,
};

/// A row of coverage as it is printed: what a month keeps when it is closed, and the words beside the codes.
/// Persons' names are everywhere as now known and are not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedRow {
    pub filed: FiledRow,
    pub committee_name: Name,
    pub cell_name: Name,
    /// Of the assigned officials, in the order of their codes.
    pub titles: Vec<Label>,
    pub organisations: Vec<Label>,
    /// The cell's own score and that of the committee above.
    pub scores: [Option<DetailValue>; 2],
    /// Who owed the visit and did not come, in natural order.
    pub missed: Vec<Code>,
    /// The meeting's; that it is a predecessor's stands in the filed row.
    pub note: Option<Remark>,
}

impl PrintedRow {
    /// A row of coverage with its words.
    pub fn of(facts: &Facts, row: &CoverageRow<'_>) -> Self {
        let mut assigned = row.assigned.clone();
        assigned.sort_by(|a, b| a.code.cmp(&b.code));
        let posts = assigned.iter().map(|one| row.post(one));
        let mut missed: Vec<Code> = row.missed().iter().map(|one| one.code.clone()).collect();
        missed.sort();
        let score = |score| row.held().and_then(|held| held.details.get(score));
        Self {
            filed: FiledRow::of(facts, row),
            committee_name: row.committee_name().clone(),
            cell_name: row.cell_name().clone(),
            titles: posts.clone().filter_map(|post| post.title.clone()).collect(),
            organisations: posts.filter_map(|post| post.organisation.clone()).collect(),
            scores: [Detail::SelfScore, Detail::ConfirmedScore].map(score),
            missed,
            note: row.meeting.and_then(|meeting| meeting.note.clone()),
        }
    }
}

/// A row that is not what it was.
#[derive(Debug, Clone)]
pub struct Difference {
    pub period: Period,
    pub cell: CellId,
    /// None where the cell was not due.
    pub before: Option<PrintedRow>,
    pub after: Option<PrintedRow>,
    /// The operations that changed it, in order.
    pub operations: Vec<Operation>,
}

impl Difference {
    /// The row as it is, or else as it was.
    pub fn either(&self) -> Option<&PrintedRow> {
        self.after.as_ref().or(self.before.as_ref())
    }
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
