//! Meetings and recommendations as files.

use std::sync::LazyLock;

use super::{maybe, maybe_text, number, text};
use crate::domain::{
    Absences, Code, Detail, DetailValue, Held, Keyword, Meeting, OfficialId, Outcome,
    Recommendation, Records, Register,
};
use crate::table::{Field, Value};

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
    let mut row: Vec<Field> = vec![
        meeting.period.into(),
        register.cell(meeting.cell).code.as_str().into(),
        meeting.kind.key().into(),
    ];
    match &meeting.outcome {
        Outcome::Held(held) => row.extend(held_fields(register, held)),
        Outcome::NotHeld(reason) => {
            row.extend([Value::Empty.into(), reason.key().into()]);
            let rest = HEAD.len() + Detail::ALL.len() - row.len();
            row.extend((0..rest).map(|_| Field::from(Value::Empty)));
        }
    }
    row.push(maybe_text(meeting.note.as_ref()));
    row
}

/// From `held_on` to the last of the details.
fn held_fields(register: &Register, held: &Held) -> Vec<Field> {
    let counts = held.presence.counts();
    let mut fields = vec![
        held.held_on.into(),
        Value::Empty.into(),
        visitors(register, &held.visitors).into(),
        reasons(register, &held.absences).into(),
        number(counts.total),
        number(counts.exempt),
        number(counts.away),
        number(counts.present),
        number(counts.excused),
    ];
    fields.extend(Detail::ALL.iter().map(|detail| match held.details.get(*detail) {
        None => Value::Empty.into(),
        Some(DetailValue::Count(count)) => number(Some(count)),
        Some(DetailValue::Text(written)) => text(written.as_str()),
        Some(word) => word.to_string().into(),
    }));
    fields
}

/// The codes of those who came, in natural order; `none` where nobody did.
fn visitors(register: &Register, visitors: &[OfficialId]) -> String {
    let mut codes: Vec<&Code> = visitors.iter().map(|id| &register.official(*id).code).collect();
    codes.sort();
    match codes.is_empty() {
        true => "none".to_owned(),
        false => Code::joined(codes),
    }
}

/// One reason for all, or one for each official in natural order of codes.
fn reasons(register: &Register, absences: &Absences) -> String {
    absences.map(|who| &register.official(*who).code).in_order().written()
}

/// By code.
pub(super) fn recommendations(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let mut recommendations: Vec<&Recommendation> = records.recommendations.iter().collect();
    recommendations.sort_by(|a, b| a.code.cmp(&b.code));
    let row = |r: &Recommendation| {
        vec![
            r.code.as_str().into(),
            records.register.cell(r.cell).code.as_str().into(),
            r.period.into(),
            maybe(r.raised_on),
            r.area.key().into(),
            text(r.text.as_str()),
        ]
    };
    recommendations.into_iter().map(row)
}
