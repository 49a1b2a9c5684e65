//! Recorded meetings: the list, one meeting in full, and what an amendment changed.

use super::telling::{in_words, words};
use super::{column, word_value};
use crate::domain::{Kept, Meeting, Outcome, Recommendation, Register, Told};
use crate::table::{Medium, Row, Shape, Table, Value};
use crate::texts::{self, Lang, lists};

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
        let visitors = held.map(|held| Told::People(held.visitors_in_order(register)));
        let visitors = visitors.map(|people| words(&people, lang, medium)).unwrap_or_default();
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
            visitors.into(),
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

/// One meeting in full, one row an item, with what the cell raised for the month.
pub fn meeting_show(
    register: &Register,
    meeting: &Meeting,
    raised: &[Recommendation],
    lang: Lang,
    medium: Medium,
) -> Table {
    let data_lang = super::of_data(lang, medium);
    let told = meeting.told(register).into_iter().filter(|item| item.kept != Kept::Name);
    let values = told.map(|item| (item.key, in_words(&item, data_lang, medium)));
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
    let (old, new) = (before.told(register), after.told(register));
    let pairs = old.iter().zip(&new).filter(|(old, new)| old.kept == Kept::Value && old != new);
    let said = |item| in_words(item, lang, Medium::Screen);
    pairs.map(|(old, new)| (lists::list_label(lang, old.key), said(old), said(new))).collect()
}
