//! Meetings and recommendations as files.

use std::sync::LazyLock;

use super::rows;
use crate::domain::{Detail, Kept, Keyword, Meeting, Recommendation, Records, Register};
use crate::report::telling::in_file;
use crate::table::Field;

/// Before the details of a meeting; behind them comes the note.
const HEAD: [&str; 12] = [
    "period",
    "cell",
    "kind",
    "held_on",
    "not_held_reason",
    "visitors",
    "absence_reason",
    "total",
    "exempt",
    "away",
    "present",
    "excused",
];

/// The columns of meetings.
pub(super) static MEETINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let details = Detail::ALL.iter().map(|detail| detail.key());
    HEAD.into_iter().chain(details).chain(["note"]).collect()
});

pub(super) const RECOMMENDATIONS: [&str; 6] = ["id", "cell", "period", "raised_on", "area", "text"];

/// By period, cell, kind and day. No two meetings have all four alike.
pub(super) fn meetings(
    register: &Register,
    months: impl Iterator<Item = Vec<Meeting>>,
) -> impl Iterator<Item = Vec<Field>> {
    months.flat_map(move |mut month| {
        month.sort_by_cached_key(|m| {
            let held_on = m.outcome.held().map(|held| held.held_on);
            (m.period, &register.cell(m.cell).code, m.kind, held_on)
        });
        month.into_iter().map(move |meeting| meeting_row(register, &meeting))
    })
}

fn meeting_row(register: &Register, meeting: &Meeting) -> Vec<Field> {
    let mut row = Vec::with_capacity(MEETINGS.len());
    meeting.tell(register, |item| {
        if item.kept != Kept::Derived {
            row.push(in_file(item.value.as_ref()));
        }
    });
    row
}

/// By code.
pub(super) fn recommendations(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let mut recommendations: Vec<&Recommendation> = records.recommendations.iter().collect();
    recommendations.sort_by(|a, b| a.code.cmp(&b.code));
    let register = &records.register;
    recommendations.into_iter().flat_map(|r| rows(&RECOMMENDATIONS, &r.told(register)))
}
