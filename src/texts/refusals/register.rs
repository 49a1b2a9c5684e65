//! Rules of the register.

use super::{Explained, end, is_not_there};
use crate::domain::{Date, Keyword, Span, Thing, ThingKind};
use crate::texts::{Labelled, Lang, date, days, say};

pub(super) fn life_backwards(lang: Lang, what: &Thing, from: &Date, until: &Date) -> Explained {
    let (from, until, end) = (date(lang, *from), date(lang, *until), end(lang, what.kind));
    Explained::new(
        "life-backwards",
        say!(
            lang,
            "{what} {end} từ ngày {until}, không sau ngày bắt đầu {from}",
            "{what} {end}s on {until}, which is not after its first day {from}"
        ),
    )
}

pub(super) fn change_outside_life(lang: Lang, what: &Thing, day: &Date, life: &Span) -> Explained {
    let (day, life, absent) = (date(lang, *day), days(lang, *life), is_not_there(lang, what.kind));
    let (kind, code) = (what.kind.key(), &what.code);
    Explained::new(
        "change-outside-life",
        say!(
            lang,
            "{what} {absent} vào ngày thay đổi {day} ({life})",
            "{what} {absent} on the day of change, {day} ({life})"
        ),
    )
    .hint(say!(
        lang,
        "Xem: {CHIBO} {kind} show {code}; kiểm tra ngày đã gõ",
        "See: {CHIBO} {kind} show {code}; check the date"
    ))
}

/// A cell without a first day stands for one that was always there.
pub(super) fn committee_gone_without_founding(
    lang: Lang,
    cell: &Thing,
    committee: &Thing,
    life: &Span,
) -> Explained {
    let life = existence(lang, &committee.to_string(), life);
    Explained::new(
        "committee-gone",
        say!(
            lang,
            "{cell} chưa ghi ngày thành lập, mà {life}",
            "{cell} has no day of founding, and {life}"
        ),
    )
    .hint(say!(
        lang,
        "Ghi ngày thành lập của chi bộ (founded), ví dụ: --founded 1/1/2009",
        "Give the day on which the cell was founded, such as: --founded 1/1/2009"
    ))
}

pub(super) fn committee_gone(
    lang: Lang,
    cell: &Thing,
    committee: &Thing,
    of: &Span,
    life: &Span,
) -> Explained {
    let code = &committee.code;
    let this = lang.pick("đảng bộ này", "that committee");
    let (of, life) = (days(lang, *of), existence(lang, this, life));
    Explained::new(
        "committee-gone",
        say!(
            lang,
            "{cell} thuộc {committee} {of}, nhưng {life}",
            "{cell} belongs to {committee} {of}, but {life}"
        ),
    )
    .hint(say!(
        lang,
        "Xem: {CHIBO} committee show {code}; kiểm tra ngày đã gõ",
        "See: {CHIBO} committee show {code}; check the date"
    ))
}

/// How long a committee exists, as a clause.
fn existence(lang: Lang, committee: &str, life: &Span) -> String {
    match (life.from, life.last_day().map(|day| date(lang, day))) {
        (None, Some(last)) => say!(
            lang,
            "ngày cuối của {committee} là {last}",
            "the last day of {committee} is {last}"
        ),
        (_, _) => {
            let days = days(lang, *life);
            say!(lang, "{committee} chỉ tồn tại {days}", "{committee} exists only {days}")
        }
    }
}

pub(super) fn succession_to_itself(lang: Lang, cell: &Thing) -> Explained {
    Explained::new(
        "succession-to-itself",
        say!(lang, "{cell} không thể kế thừa chính mình", "{cell} cannot succeed itself"),
    )
}

pub(super) fn refers_to_nothing(lang: Lang, of: Option<&Thing>, kind: ThingKind) -> Explained {
    let kind = kind.lower(lang);
    let of = of.map(|of| say!(lang, " của {of}", " of {of}")).unwrap_or_default();
    Explained::new(
        "refers-to-nothing",
        say!(
            lang,
            "Một bản ghi{of} dẫn tới {kind} không có trong sổ",
            "A record{of} refers to what is not on record ({kind})"
        ),
    )
}
