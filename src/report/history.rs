//! `history`: every operation in order, as sentences in the reader's language.

use super::column;
use crate::domain::{Date, Moment, Operation, PeriodSpan, Thing};
use crate::table::{Field, Medium, Row, Shape, Table, Tone, Value};
use crate::texts::{self, Lang, lists, operation as words};

/// What the operations listed have in common.
#[derive(Debug, Clone, Default)]
pub struct HistoryScope {
    /// The cell and the official that they touched.
    pub cell: Option<Thing>,
    pub official: Option<Thing>,
    pub span: Option<PeriodSpan>,
    /// The day since when they were recorded.
    pub since: Option<Date>,
}

impl HistoryScope {
    fn heading(&self, lang: Lang) -> String {
        let limits = [
            self.cell.as_ref().map(Thing::to_string),
            self.official.as_ref().map(Thing::to_string),
            self.span.map(|span| words::of_period(lang, span)),
            self.since.map(|day| words::since(lang, day)),
        ];
        let head = lists::history_heading(lang).to_owned();
        std::iter::once(head).chain(limits.into_iter().flatten()).collect::<Vec<_>>().join(" · ")
    }
}

/// One row an operation, the newest first. `local` writes a moment in the reader's time zone.
pub fn history(
    operations: &[Operation],
    scope: &HistoryScope,
    local: impl Fn(Lang, Moment) -> String,
    lang: Lang,
    medium: Medium,
) -> Table {
    let rows = operations.iter().rev().map(|operation| {
        let sentence = texts::history::sentence(lang, operation);
        let reason = operation.reason.as_deref();
        match medium {
            Medium::Screen => {
                let undone = match (operation.undone, operation.undone_by) {
                    (true, _) => texts::history::undone(lang),
                    (false, Some(_)) => words::redone_mark(lang),
                    (false, None) => "",
                };
                let reason = reason.map(|text| format!(" – {text}")).unwrap_or_default();
                let tone = if operation.undone { Tone::Faint } else { Tone::Plain };
                let what = format!("{sentence}{reason}{undone}");
                Row::body(vec![
                    (operation.number.0 as u64).into(),
                    local(lang, operation.recorded_at).into(),
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
    let rows: Vec<Row> = rows.collect();
    let under = if rows.is_empty() { vec![lists::empty_list(lang).to_owned()] } else { Vec::new() };
    let columns = if rows.is_empty() && medium == Medium::Screen { Vec::new() } else { columns };
    let heading = vec![scope.heading(lang)];
    Table { kind: "history", schema: 1, heading, columns, rows, under, ..Table::default() }
}
