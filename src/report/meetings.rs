//! Recorded meetings: the list, and one meeting in full.

use super::listing::Listing;
use super::{column, heading_value, word_value};
use crate::domain::{
    Detail, Held, Kept, Key, Meeting, MeetingKind, Outcome, Recommendation, Record, Register, Told,
};
use crate::table::{Row, Shape, Table, Value};
use crate::texts::{Heading, Labelled, Lang, lists};

/// Meetings by period and cell, as they were given; `older` ones are left out.
pub fn meeting_list<'a>(
    register: &'a Register,
    (meetings, older): (&'a [Meeting], usize),
    lang: Lang<'a>,
) -> Table<'a> {
    let mut sorted: Vec<&Meeting> = meetings.iter().collect();
    sorted.sort_by(|a, b| {
        let code = |m: &Meeting| register.cell(m.cell).code.clone();
        let held_on = |m: &Meeting| m.outcome.held().map(|held| held.held_on);
        (a.period, code(a), a.kind, held_on(a)).cmp(&(b.period, code(b), b.kind, held_on(b)))
    });
    let counts = |held: &Held| held.presence.counts();
    let mut table = Listing::new(lang)
        .column(Key::Period, Shape::Short, |meeting: &'a Meeting| meeting.period)
        .column(Key::Cell, Shape::Name, |meeting| {
            Told::Cell(register.cell(meeting.cell), meeting.period.last_day())
        })
        .programs(Key::Kind, move |meeting| word_value(meeting.kind, lang))
        .people(Key::Kind, Shape::Text, move |meeting| {
            // The usual kind is not said.
            Some(meeting.kind.label(lang)).filter(|_| meeting.kind != MeetingKind::Regular)
        })
        .column(Key::HeldOn, Shape::Short, |meeting| Some(meeting.outcome.held()?.held_on))
        .column(Key::NotHeldReason, Shape::Text, move |meeting| match &meeting.outcome {
            Outcome::Held(_) => Value::Empty,
            Outcome::NotHeld(reason) => word_value(*reason, lang),
        })
        .column(Key::Visitors, Shape::Name, |meeting| {
            Some(Told::People(meeting.outcome.held()?.visitors_in_order(register)))
        })
        .programs(Key::Total, move |meeting| counts(meeting.outcome.held()?).total.map(u64::from))
        .programs(Key::Present, move |meeting| {
            counts(meeting.outcome.held()?).present.map(u64::from)
        })
        .people(Heading::PresentOfTotal, Shape::Fraction, move |meeting| {
            let counts = counts(meeting.outcome.held()?);
            Some(format!("{}/{}", counts.present?, counts.total?))
        })
        .with(|column| column.goes(2))
        .column(Key::Detail(Detail::Grade), Shape::Text, move |meeting| {
            Some(word_value(meeting.outcome.held()?.details.grade()?, lang))
        })
        .with(|column| column.goes(1))
        .programs(Key::Note, |meeting| Some(meeting.note.as_ref()?.as_str()))
        .beneath(|meeting| Some(meeting.note.as_ref()?.to_string()))
        .table("meetings", vec![lists::meetings_heading(lang).to_owned()], sorted);
    table.under.extend(lists::older_meetings(lang, meetings.len(), older));
    table
}

/// One meeting in full, one row an item, with what the cell raised for the month.
pub fn meeting_show<'a>(
    register: &'a Register,
    meeting: &'a Meeting,
    raised: &[Recommendation],
    lang: Lang,
) -> Table<'a> {
    let told = meeting.told(register).into_iter().filter(|item| item.kept != Kept::Name);
    let values = told.filter_map(|item| {
        Some(Row::body(vec![heading_value(lang, item.key).into(), item.value?.into()]))
    });
    let raised = raised.iter().map(|one| {
        let text = format!("{} {}", one.code, one.text);
        Row::body(vec![heading_value(lang, Heading::Recommendation).into(), text.into()])
    });
    let cell = register.cell(meeting.cell);
    Table {
        kind: "meeting",
        schema: 1,
        heading: vec![cell.thing(meeting.period.last_day()).to_string()],
        about: vec![("cell", cell.code.as_str().into())],
        columns: vec![
            column(lang, Heading::Field, Shape::Short),
            column(lang, Key::Value, Shape::Text),
        ],
        rows: values.chain(raised).collect(),
        ..Table::default()
    }
}
