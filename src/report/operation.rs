//! `history show`: one operation, and every value that it changed, before and after.

use super::column;
use super::operation_values::{Entry, entries};
use crate::domain::{Fingerprint, Keyword, Moment, Operation, Records, Told, ValueChange, Verb};
use crate::table::{Column, Medium, Role, Row, Shape, Table, Value};
use crate::texts::history::{self as words, Became};
use crate::texts::{self, Heading, Labelled, Lang};

/// An operation with what stood in the file before it and after it.
#[derive(Debug)]
pub struct OperationRecord {
    operation: Operation,
    fingerprint: Option<Fingerprint>,
    before: Records,
    after: Records,
}

impl OperationRecord {
    /// An open assignment ends with its cell or official: what ends one of these shows what else it ended.
    pub fn new(
        operation: Operation,
        fingerprint: Option<Fingerprint>,
        [before, after]: [Records; 2],
    ) -> Self {
        let (before, after) = (with_assignments_ended(before), with_assignments_ended(after));
        Self { operation, fingerprint, before, after }
    }

    /// For people a line a value under each record, for programs a row a value. `local` writes a moment in
    /// the reader's time zone.
    pub fn lay_out(
        &self,
        local: impl Fn(Lang, Moment) -> String,
        lang: Lang,
        medium: Medium,
    ) -> Table<'_> {
        let entries = entries(&self.before, &self.after).into_iter();
        let (rows, columns): (Vec<Row>, Vec<Column>) = match medium {
            Medium::Screen => {
                let columns = vec![column(lang, Heading::Changes, Shape::Text)];
                (entries.flat_map(|entry| screen_rows(&entry, lang)).collect(), columns)
            }
            Medium::Data | Medium::Sheet => {
                let headings = [Heading::Record, Heading::Item, Heading::Before, Heading::After];
                let columns = headings.map(|heading| column(lang, heading, Shape::Text));
                (entries.flat_map(|entry| data_rows(entry, lang)).collect(), columns.into())
            }
        };
        let erased = self.operation.is(Verb::OfficialErase);
        let nothing = rows.is_empty().then(|| words::nothing(lang, erased).to_owned());
        Table {
            kind: "operation",
            schema: 1,
            heading: self.heading(&local, lang),
            about: self.about(),
            columns,
            rows,
            under: nothing.into_iter().collect(),
            ..Table::default()
        }
    }

    fn heading(&self, local: &impl Fn(Lang, Moment) -> String, lang: Lang) -> Vec<String> {
        let operation = &self.operation;
        let sentence = texts::history::sentence(lang, operation);
        let mut lines = vec![
            words::title(lang, operation.number, &sentence),
            words::recorded(lang, operation, &local(lang, operation.recorded_at)),
        ];
        lines.extend(operation.reason.as_deref().map(|reason| words::reason(lang, reason)));
        lines.extend(operation.undone_by.map(|by| words::undone_by(lang, operation.undone, by)));
        lines.extend(self.fingerprint.map(|print| words::fingerprint(lang, print)));
        lines
    }

    fn about(&self) -> Vec<(&'static str, Value<'_>)> {
        let operation = &self.operation;
        vec![
            ("number", (operation.number.0 as u64).into()),
            ("recorded_at", operation.recorded_at.to_string().into()),
            ("today", operation.today.into()),
            ("actor", operation.actor.as_str().into()),
            ("verb", operation.verb.as_str().into()),
            ("reason", operation.reason.as_deref().into()),
            ("undone", operation.undone.then_some("yes").into()),
            ("undone_by", operation.undone_by.map(|by| by.0 as u64).into()),
            ("fingerprint", self.fingerprint.map(|print| print.to_string()).into()),
        ]
    }
}

fn with_assignments_ended(mut records: Records) -> Records {
    for one in &mut records.assignments {
        let (cell, official) =
            (records.register.cell(one.cell), records.register.official(one.official));
        one.until = one.days(cell, official).until;
    }
    records
}

fn screen_rows(entry: &Entry<'_>, lang: Lang) -> Vec<Row<'static>> {
    let line = |change: &ValueChange<'_>| match entry.became {
        Became::New => words::value(lang, change, change.after.as_ref()),
        Became::Gone => words::value(lang, change, change.before.as_ref()),
        Became::Changed => words::changed(lang, change),
    };
    let name = words::called(lang, &entry.called);
    let head = Row::across(Role::Group, words::record(lang, &name, entry.became));
    let lines = entry.changes.iter().map(|change| Row::body(vec![line(change).into()]));
    std::iter::once(head).chain(lines).collect()
}

fn data_rows<'a>(entry: Entry<'a>, lang: Lang) -> Vec<Row<'a>> {
    let name = Value::key(entry.called.written(), words::called(lang, &entry.called));
    // Of a record that has another name but the same code programs see no change.
    let code = |value: &Option<Told<'_>>| value.as_ref().map(|it| texts::coded(it).into_owned());
    let changes = entry.changes.into_iter();
    let changes = changes.filter(|change| code(&change.before) != code(&change.after));
    let row = |change: ValueChange<'a>| {
        let (key, label) = (change.key.key(), change.key.label(lang));
        let item = match change.from {
            None => Value::key(key, label),
            Some(from) => Value::key(
                format!("{key}@{from}"),
                format!("{label} ({})", texts::date(lang, from)),
            ),
        };
        let name = name.clone();
        Row::body(vec![name.into(), item.into(), change.before.into(), change.after.into()])
    };
    changes.map(row).collect()
}
