//! `history`: every operation in order, as sentences in the reader's language.

use super::listing::Listing;
use crate::domain::{Date, Key, Moment, Operation, PeriodSpan, Thing};
use crate::table::{Field, Row, Shape, Table, Tone, Value};
use crate::texts::{self, Heading, Lang, history as words, lists};

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

/// One row an operation, the newest last; `older` ones are left out. `local` writes a moment in the reader's time zone.
pub fn history<'a>(
    (operations, older): (&'a [Operation], usize),
    scope: &HistoryScope,
    local: impl Fn(Lang, Moment) -> String + 'a,
    lang: Lang<'a>,
) -> Table<'a> {
    let list = Listing::new(lang)
        .column(Heading::Number, Shape::Number, |operation: &'a Operation| {
            operation.number.0 as u64
        })
        .column(Heading::RecordedAt, Shape::Short, move |operation| {
            let at = operation.recorded_at;
            Value::key(at.to_string(), local(lang, at))
        })
        .programs(Heading::Today, |operation| operation.today)
        .column(Heading::Actor, Shape::Text, |operation| operation.actor.as_str())
        .programs(Heading::Verb, |operation| operation.verb.as_str())
        .programs(Key::Reason, |operation| operation.reason.as_deref())
        .programs(Heading::Undone, |operation| operation.undone.then_some("yes"))
        .people(Heading::What, Shape::Text, move |operation| what(operation, lang))
        .spreadsheets(Heading::What, move |operation| what(operation, lang));
    let rows: Vec<Row> = operations.iter().map(|operation| list.row(operation)).collect();
    let empty = rows.is_empty().then(|| lists::empty_list(lang).to_owned());
    let under = empty.into_iter().chain(lists::older_operations(lang, rows.len(), older));
    Table {
        kind: "history",
        schema: 1,
        heading: vec![scope.heading(lang)],
        columns: list.columns(),
        rows,
        under: under.collect(),
        ..Table::default()
    }
}

/// What an operation did, why, and whether it still holds.
fn what(operation: &Operation, lang: Lang) -> Field<'static> {
    let sentence = texts::history::sentence(lang, operation);
    let reason = operation.reason.as_deref().map(|text| format!(" – {text}")).unwrap_or_default();
    let undone = match (operation.undone, operation.undone_by) {
        (true, _) => texts::history::undone(lang),
        (false, Some(_)) => words::redone_mark(lang),
        (false, None) => "",
    };
    let tone = if operation.undone { Tone::Faint } else { Tone::Plain };
    Field { value: format!("{sentence}{reason}{undone}").into(), tone }
}
