//! Closed months as files: the list of them, and the rows of each as they were filed.

use super::{maybe, number, rows};
use crate::domain::{Closing, Code, FiledRow, Keyword, Records};
use crate::table::{Field, Value};

pub(super) const CLOSINGS: [&str; 3] = ["period", "closed_on", "document"];

pub(super) const FILED: [&str; 15] = [
    "committee",
    "cell",
    "assigned",
    "predecessor",
    "status",
    "held_on",
    "visitors",
    "reason",
    "total",
    "exempt",
    "away",
    "present",
    "excused",
    "grade",
    "recommendations",
];

/// By period.
pub(super) fn closings(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    records.closings.iter().flat_map(|closing| rows(&CLOSINGS, &closing.told()))
}

/// By committee and cell.
pub(super) fn filed(closing: &Closing) -> impl Iterator<Item = Vec<Field>> {
    closing.rows.iter().map(filed_row)
}

fn filed_row(row: &FiledRow) -> Vec<Field> {
    let held = row.report.held();
    let counts = held.map(|held| held.presence.counts()).unwrap_or_default();
    // As among the meetings: that nobody came is said, not left out.
    let visitors = held.map(|held| {
        if held.visitors.is_empty() { "none".to_owned() } else { Code::joined(&held.visitors) }
    });
    vec![
        row.committee.as_str().into(),
        row.cell.as_str().into(),
        Code::joined(&row.assigned).into(),
        maybe(row.predecessor.as_ref().map(Code::as_str)),
        row.status.key().into(),
        maybe(held.map(|held| held.held_on)),
        maybe(visitors),
        maybe(row.report.reason()),
        number(counts.total),
        number(counts.exempt),
        number(counts.away),
        number(counts.present),
        number(counts.excused),
        maybe(held.and_then(|held| held.grade).map(Keyword::key)),
        Value::from(u64::from(row.recommendations)).into(),
    ]
}
