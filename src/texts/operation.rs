//! What `history` and `history show` say around the sentences of operations.

use super::{Labelled, Lang, answers, date, days, period, period_span, say, told};
use crate::domain::{
    Called, Change, Date, Fingerprint, Operation, OperationNumber, PeriodSpan, Span, Told,
};

/// The month or months that operations are limited to.
pub fn of_period(lang: Lang, span: PeriodSpan) -> String {
    let months = period_span(lang, span);
    say!(lang, "kỳ {months}", "period {months}")
}

/// The day since when operations were recorded.
pub fn since(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(lang, "ghi từ ngày {day}", "recorded since {day}")
}

/// The mark of an undo that was itself taken back.
pub fn redone_mark(lang: Lang) -> &'static str {
    lang.pick(" (đã làm lại)", " (redone)")
}

/// The first line of an operation shown in full.
pub fn title(lang: Lang, number: OperationNumber, sentence: &str) -> String {
    let number = number.0;
    say!(lang, "Thao tác {number}: {sentence}", "Operation {number}: {sentence}")
}

/// When, for which day and by whom it was recorded; `at` is in local time.
pub fn recorded(lang: Lang, operation: &Operation, at: &str) -> String {
    let (today, actor) = (date(lang, operation.today), &operation.actor);
    let by = if actor.is_empty() {
        String::new()
    } else {
        say!(lang, " · người ghi: {actor}", " · by: {actor}")
    };
    say!(
        lang,
        "Ghi lúc {at} · tính đến ngày {today}{by}",
        "Recorded at {at} · today was {today}{by}"
    )
}

pub fn reason(lang: Lang, reason: &str) -> String {
    say!(lang, "Lý do: {reason}", "Reason: {reason}")
}

/// What took it back.
pub fn undone_by(lang: Lang, undone: bool, by: OperationNumber) -> String {
    let by = by.0;
    if undone {
        say!(lang, "Đã hoàn tác, bởi thao tác {by}", "Undone by operation {by}")
    } else {
        say!(lang, "Đã làm lại, bởi thao tác {by}", "Redone by operation {by}")
    }
}

pub fn fingerprint(lang: Lang, print: Fingerprint) -> String {
    say!(lang, "Mã đối chiếu: {print}", "Fingerprint: {print}")
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    New,
    Changed,
    Gone,
}

/// The head of what an operation did to a record.
pub fn record(lang: Lang, name: &str, became: Became) -> String {
    match became {
        Became::New => say!(lang, "{name} – thêm mới", "{name} – new"),
        Became::Changed => say!(lang, "{name} – thay đổi", "{name} – changed"),
        Became::Gone => say!(lang, "{name} – bỏ", "{name} – removed"),
    }
}

/// One value of a record that is new or gone.
pub fn value(lang: Lang, change: &Change<'_>, value: Option<&Told<'_>>) -> String {
    format!("  {}: {}", label(lang, change), shown(lang, value))
}

/// One value of a record before and after.
pub fn changed(lang: Lang, change: &Change<'_>) -> String {
    let [before, after] = [&change.before, &change.after].map(|it| shown(lang, it.as_ref()));
    answers::changed_value(lang, &label(lang, change), &before, &after)
}

fn shown(lang: Lang, value: Option<&Told<'_>>) -> String {
    value.map(|value| told(lang, value)).unwrap_or_default()
}

/// The label of a value, with the day from which it holds.
fn label(lang: Lang, change: &Change<'_>) -> String {
    let label = change.key.label(lang);
    match change.from.map(|day| date(lang, day)) {
        None => label.to_owned(),
        Some(from) => say!(lang, "{label} (từ ngày {from})", "{label} (from {from})"),
    }
}

/// Why an operation shows no value before and after: it erased a name, or all it changed were texts with one.
pub fn nothing(lang: Lang, erased: bool) -> &'static str {
    if erased {
        lang.pick(
            "Họ tên, và các nội dung cũ có họ tên đó, đã được xóa; ngoài ra không có gì thay đổi.",
            "The name was erased, and earlier texts that contained it; nothing else changed.",
        )
    } else {
        lang.pick(
            "Nội dung đã thay đổi có họ tên nay đã xóa nên không hiện ở đây.",
            "What it changed contained a name that was erased since, and is not shown.",
        )
    }
}

/// What a record is called.
pub fn called(lang: Lang, called: &Called<'_>) -> String {
    match called {
        Called::Thing(thing) => {
            let kind = thing.kind.label(lang);
            format!("{kind} {thing}")
        }
        Called::Succession(from, to, on) => {
            let (from, to) = (from.thing(on.previous()), to.thing(*on));
            let on = date(lang, *on);
            say!(lang, "Kế thừa: {from} → {to}, ngày {on}", "Succession: {from} → {to}, on {on}")
        }
        Called::Assignment(cell, official, from) => {
            let (cell, official) = (cell.thing(*from), official.thing(*from));
            let days = days(lang, Span { from: Some(*from), until: None });
            say!(
                lang,
                "Phân công {official} dự {cell} {days}",
                "Assignment of {official} to {cell} {days}"
            )
        }
        Called::Meeting(cell, month) => {
            let (cell, month) = (cell.thing(month.last_day()), period(lang, *month));
            say!(lang, "Buổi sinh hoạt của {cell}, kỳ {month}", "Meeting of {cell}, period {month}")
        }
        Called::Recommendation(code) => {
            say!(lang, "Kiến nghị {code}", "Recommendation {code}")
        }
        Called::Closing(month) => {
            let month = period(lang, *month);
            say!(lang, "Số liệu đã chốt kỳ {month}", "Filed figures of the period {month}")
        }
        Called::Settings => say!(lang, "Cài đặt của văn phòng", "Settings of the office"),
    }
}
