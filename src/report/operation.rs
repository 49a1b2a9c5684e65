//! `history show`: one operation, and every value that it changed, before and after.

use super::of_data;
use super::operation_values::{Entry, Item, entries};
use crate::domain::{Fingerprint, Moment, Operation, Records, Verb};
use crate::table::{Column, Medium, Role, Row, Shape, Table, Value};
use crate::texts::operation::{self as words, Became};
use crate::texts::{self, Lang, answers};

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
    ) -> Table {
        let entries = entries(&self.before, &self.after, of_data(lang, medium), medium);
        let (rows, columns): (Vec<Row>, Vec<Column>) = match medium {
            Medium::Screen => {
                let columns = vec![Column::new("change", words::changes(lang), Shape::Text)];
                (entries.iter().flat_map(|entry| screen_rows(entry, lang)).collect(), columns)
            }
            Medium::Data => {
                let columns = ["record", "item", "before", "after"]
                    .map(|key| Column::new(key, words::label(lang, key), Shape::Text));
                (entries.iter().flat_map(data_rows).collect(), columns.into())
            }
        };
        let erased = self.operation.is(Verb::OfficialErase);
        let nothing = rows.is_empty().then(|| words::nothing(lang, erased).to_owned());
        let shown = medium == Medium::Data || !rows.is_empty();
        Table {
            kind: "operation",
            schema: 1,
            heading: self.heading(&local, lang),
            about: self.about(),
            columns: if shown { columns } else { Vec::new() },
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

    fn about(&self) -> Vec<(&'static str, Value)> {
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

fn screen_rows(entry: &Entry, lang: Lang) -> Vec<Row> {
    let became = entry.became();
    let line = |item: &Item| match became {
        Became::New => words::value(&item.label, &item.after),
        Became::Gone => words::value(&item.label, &item.before),
        Became::Changed => answers::changed_value(lang, &item.label, &item.before, &item.after),
    };
    let head = Row::across(Role::Group, words::record(lang, &entry.name, became));
    let lines = entry.items.iter().map(|item| Row::body(vec![line(item).as_str().into()]));
    std::iter::once(head).chain(lines).collect()
}

fn data_rows(entry: &Entry) -> Vec<Row> {
    let row = |item: &Item| {
        let Item { label, before, after } = item;
        let texts = [&entry.name, label, before, after];
        Row::body(texts.map(|text| text.as_str().into()).into())
    };
    entry.items.iter().map(row).collect()
}
