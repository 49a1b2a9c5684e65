//! Recorded meetings: the list, one meeting in full, and what an amendment changed.

use super::{column, word_value};
use crate::domain::{
    AbsenceReason, Absences, Code, Detail, DetailValue, Keyword, Meeting, OfficialId, Outcome,
    Recommendation, Register,
};
use crate::table::{Medium, Row, Shape, Table, Value};
use crate::texts::{self, Labelled, Lang, lists};

fn codes(register: &Register, officials: &[OfficialId]) -> String {
    let mut codes: Vec<&Code> = officials.iter().map(|id| &register.official(*id).code).collect();
    codes.sort();
    Code::joined(codes)
}

fn names(register: &Register, officials: &[OfficialId]) -> String {
    let name = |id: &OfficialId| {
        let official = register.official(*id);
        match &official.full_name {
            Some(name) => format!("{} {name}", official.code),
            None => official.code.to_string(),
        }
    };
    by_code(register, officials).iter().map(name).collect::<Vec<_>>().join("; ")
}

/// Officials in natural order of code.
fn by_code(register: &Register, officials: &[OfficialId]) -> Vec<OfficialId> {
    let mut sorted = officials.to_vec();
    sorted.sort_by(|a, b| register.official(*a).code.cmp(&register.official(*b).code));
    sorted
}

fn visitors(register: &Register, meeting: &Meeting, lang: Lang, medium: Medium) -> String {
    match (meeting.outcome.held(), medium) {
        (None, _) => String::new(),
        (Some(held), Medium::Data) if held.visitors.is_empty() => "none".to_owned(),
        (Some(held), Medium::Data) => codes(register, &held.visitors),
        (Some(held), Medium::Screen) if held.visitors.is_empty() => {
            lists::no_visitor(lang).to_owned()
        }
        (Some(held), Medium::Screen) => names(register, &held.visitors),
    }
}

/// Meetings by period and cell, as they were given.
pub fn meeting_list(
    register: &Register,
    meetings: &[Meeting],
    lang: Lang,
    medium: Medium,
) -> Table {
    let mut sorted: Vec<&Meeting> = meetings.iter().collect();
    sorted.sort_by(|a, b| {
        let code = |m: &Meeting| register.cell(m.cell).code.clone();
        let held_on = |m: &Meeting| m.outcome.held().map(|held| held.held_on);
        (a.period, code(a), a.kind, held_on(a)).cmp(&(b.period, code(b), b.kind, held_on(b)))
    });
    let rows = sorted.into_iter().map(|meeting| {
        let held = meeting.outcome.held();
        let cell = register.cell(meeting.cell);
        let counts = held.map(|h| h.presence.counts()).unwrap_or_default();
        let reason = match &meeting.outcome {
            Outcome::Held(_) => Value::Empty,
            Outcome::NotHeld(reason) => word_value(*reason, lang),
        };
        let (period, name, held_on): (Value, String, Value) = match medium {
            Medium::Screen => (
                texts::period(lang, meeting.period).into(),
                cell.thing(meeting.period.last_day()).to_string(),
                held.map(|h| texts::date(lang, h.held_on)).into(),
            ),
            Medium::Data => {
                (meeting.period.into(), cell.code.to_string(), held.map(|h| h.held_on).into())
            }
        };
        Row::body(vec![
            period.into(),
            name.into(),
            word_value(meeting.kind, lang).into(),
            held_on.into(),
            reason.into(),
            visitors(register, meeting, lang, medium).into(),
            Value::from(counts.total.map(u64::from)).into(),
            Value::from(counts.present.map(u64::from)).into(),
            held.and_then(|h| h.details.grade())
                .map_or(Value::Empty, |g| word_value(g, lang))
                .into(),
            Value::from(meeting.note.as_ref().map(|n| n.as_str())).into(),
        ])
    });
    let rows: Vec<Row> = rows.collect();
    let under = if rows.is_empty() { vec![lists::empty_list(lang).to_owned()] } else { Vec::new() };
    let columns = vec![
        column(lang, "period", Shape::Short),
        column(lang, "cell", Shape::Text),
        column(lang, "kind", Shape::Text),
        column(lang, "held_on", Shape::Short),
        column(lang, "not_held_reason", Shape::Text),
        column(lang, "visitors", Shape::Text),
        column(lang, "total", Shape::Number).drop_below(90),
        column(lang, "present", Shape::Number),
        column(lang, "grade", Shape::Text).drop_below(90),
        column(lang, "note", Shape::Text).drop_below(110),
    ];
    let columns = if rows.is_empty() { Vec::new() } else { columns };
    let heading = vec![lists::meetings_heading(lang).to_owned()];
    Table { kind: "meetings", schema: 1, heading, columns, rows, under, ..Table::default() }
}

/// Every value of a meeting in words, by key; unknown ones are empty.
pub(super) fn values(
    register: &Register,
    meeting: &Meeting,
    lang: Lang,
    medium: Medium,
) -> Vec<(&'static str, String)> {
    let lang = super::of_data(lang, medium);
    let held = meeting.outcome.held();
    let counts = held.map(|h| h.presence.counts()).unwrap_or_default();
    let number = |n: Option<u16>| n.map(|n| n.to_string()).unwrap_or_default();
    let presence = held.map(|h| h.presence);
    let rate = presence.and_then(|p| p.attendance()).map(|s| texts::share(lang, s));
    let not_held = match &meeting.outcome {
        Outcome::Held(_) => String::new(),
        Outcome::NotHeld(reason) => super::word(lang, medium, *reason).to_owned(),
    };
    let mut values = vec![
        ("period", texts::period(lang, meeting.period)),
        ("kind", super::word(lang, medium, meeting.kind).to_owned()),
        ("held_on", held.map(|h| texts::date(lang, h.held_on)).unwrap_or_default()),
        ("not_held_reason", not_held),
        ("visitors", visitors(register, meeting, lang, medium)),
        (
            "absence_reason",
            held.map(|h| reasons(register, &h.absences, lang, medium)).unwrap_or_default(),
        ),
        ("total", number(counts.total)),
        ("exempt", number(counts.exempt)),
        ("away", number(counts.away)),
        ("expected", number(presence.and_then(|p| p.expected()))),
        ("present", number(counts.present)),
        ("excused", number(counts.excused)),
        ("unexcused", number(presence.and_then(|p| p.unexcused()))),
        ("attendance", rate.unwrap_or_default()),
    ];
    let details = held.map(|held| &held.details);
    values.extend(Detail::ALL.iter().map(|detail| {
        let value = match details.and_then(|details| details.get(*detail)) {
            None => String::new(),
            Some(DetailValue::YesNo(yes)) => lists::yes_no(lang, yes).to_owned(),
            Some(DetailValue::Points(score)) => score.to_string().replace('.', lang.pick(",", ".")),
            Some(DetailValue::Grade(grade)) => super::word(lang, medium, grade).to_owned(),
            Some(value @ (DetailValue::Count(_) | DetailValue::Text(_))) => value.to_string(),
        };
        (detail.key(), value)
    }));
    values.push(("note", meeting.note.as_ref().map(|n| n.to_string()).unwrap_or_default()));
    values
}

fn reasons(register: &Register, absences: &Absences, lang: Lang, medium: Medium) -> String {
    let one = |who: &OfficialId, reason: AbsenceReason| {
        format!("{}: {}", names(register, &[*who]), reason.lower(lang))
    };
    match medium {
        Medium::Data => absences.map(|who| &register.official(*who).code).written(),
        Medium::Screen => absences.told(|reason| reason.label(lang).to_owned(), one, "; "),
    }
}

/// One meeting in full, one row an item, with what the cell raised for the month.
pub fn meeting_show(
    register: &Register,
    meeting: &Meeting,
    raised: &[Recommendation],
    lang: Lang,
    medium: Medium,
) -> Table {
    let values = values(register, meeting, lang, medium).into_iter();
    let raised = raised.iter().map(|r| ("recommendation", format!("{} {}", r.code, r.text)));
    let items = values.filter(|(_, value)| !value.is_empty()).chain(raised);
    let rows = items
        .map(|(key, value)| Row::body(vec![super::item(lang, medium, key).into(), value.into()]));
    Table {
        kind: "meeting",
        schema: 1,
        heading: vec![register.cell(meeting.cell).thing(meeting.period.last_day()).to_string()],
        about: vec![("cell", register.cell(meeting.cell).code.as_str().into())],
        columns: vec![column(lang, "field", Shape::Short), column(lang, "value", Shape::Text)],
        rows: rows.collect(),
        ..Table::default()
    }
}

/// What an amendment changed: label, before, after.
pub fn changed_values(
    register: &Register,
    before: &Meeting,
    after: &Meeting,
    lang: Lang,
) -> Vec<(&'static str, String, String)> {
    let of = |meeting| values(register, meeting, lang, Medium::Screen);
    let (old, new) = (of(before), of(after));
    let derived = ["expected", "unexcused", "attendance"];
    old.into_iter()
        .zip(new)
        .filter(|((key, before), (_, after))| before != after && !derived.contains(key))
        .map(|((key, before), (_, after))| (lists::list_label(lang, key), before, after))
        .collect()
}
