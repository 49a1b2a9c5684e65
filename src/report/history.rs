//! `history`: every operation in order, as sentences in the reader's language.

use super::column;
use crate::domain::{Moment, Operation};
use crate::table::{Field, Medium, Row, Shape, Table, Tone, Value};
use crate::texts::{self, Lang, lists};

/// One row an operation, the newest first. `local` writes a moment in the reader's time zone.
pub fn history(
    operations: &[Operation],
    local: impl Fn(Moment) -> String,
    lang: Lang,
    medium: Medium,
) -> Table {
    let rows = operations.iter().rev().map(|operation| {
        let sentence = texts::history::sentence(lang, operation);
        let reason = operation.reason.as_deref();
        match medium {
            Medium::Screen => {
                let undone = if operation.undone { texts::history::undone(lang) } else { "" };
                let reason = reason.map(|text| format!(" – {text}")).unwrap_or_default();
                let tone = if operation.undone { Tone::Faint } else { Tone::Plain };
                let what = format!("{sentence}{reason}{undone}");
                Row::body(vec![
                    (operation.number.0 as u64).into(),
                    local(operation.recorded_at).into(),
                    operation.actor.as_str().into(),
                    Field { value: what.into(), tone },
                ])
            }
            Medium::Data => Row::body(vec![
                (operation.number.0 as u64).into(),
                operation.recorded_at.to_string().into(),
                operation.today.into(),
                operation.actor.as_str().into(),
                operation.verb.as_str().into(),
                Value::from(reason).into(),
                Value::from(operation.undone.then_some("yes")).into(),
            ]),
        }
    });
    let columns = match medium {
        Medium::Screen => vec![
            column(lang, "number", Shape::Number),
            column(lang, "recorded_at", Shape::Short),
            column(lang, "actor", Shape::Text),
            column(lang, "what", Shape::Text),
        ],
        Medium::Data => ["number", "recorded_at", "today", "actor", "verb", "reason", "undone"]
            .map(|key| column(lang, key, Shape::Text))
            .into(),
    };
    let heading = vec![lists::history_heading(lang).to_owned()];
    Table { kind: "history", schema: 1, heading, columns, rows: rows.collect(), ..Table::default() }
}
