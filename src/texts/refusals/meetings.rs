//! Rules of meetings.

use super::{Explained, is_not_there, thing, things};
use crate::domain::{Date, Keyword, MeetingKind, Period, Span, Thing, ThingKind};
use crate::texts::kind_word;
use crate::texts::usage::look_at;
use crate::texts::{Lang, date, days, period, say};

pub(super) fn held_outside_period(
    lang: Lang,
    held_on: &Date,
    month: &Period,
    earliest: &Date,
    latest: &Date,
) -> Explained {
    let (held_on, month) = (date(lang, *held_on), period(lang, *month));
    let (earliest, latest) = (date(lang, *earliest), date(lang, *latest));
    Explained::new(
        "held-outside-period",
        say!(
            lang,
            "Ngày {held_on} quá xa kỳ {month}: phải từ {earliest} đến {latest}",
            "{held_on} is too far from the period {month}: it must be from {earliest} to {latest}"
        ),
    )
    .hint(look_at(lang, "--on", "--period"))
}

pub(super) fn held_after_today(lang: Lang, held_on: &Date, today: &Date) -> Explained {
    let (held_on, today) = (date(lang, *held_on), date(lang, *today));
    Explained::new(
        "held-after-today",
        say!(
            lang,
            "Ngày sinh hoạt {held_on} sau hôm nay ({today})",
            "The meeting's day {held_on} is after today ({today})"
        ),
    )
    .advice(say!(lang, "Ghi sau khi chi bộ đã sinh hoạt", "Record it once the cell has met"))
}

pub(super) fn not_there(lang: Lang, what: &Thing, day: &Date, life: &Span) -> Explained {
    let (day, life, absent) = (date(lang, *day), days(lang, *life), is_not_there(lang, what.kind));
    let (kind, show) = (what.kind.key(), &what.code);
    let (code, what) = match what.kind {
        ThingKind::Official => ("official-not-active", thing(what)),
        ThingKind::Committee
        | ThingKind::Cell
        | ThingKind::Category
        | ThingKind::Recommendation => ("not-in-existence", what.to_string()),
    };
    let message =
        say!(lang, "{what} {absent} vào ngày {day} ({life})", "{what} {absent} on {day} ({life})");
    Explained::new(code, message).hint(say!(
        lang,
        "Xem: {CHIBO} {kind} show {show}; kiểm tra ngày đã gõ",
        "See: {CHIBO} {kind} show {show}; check the date"
    ))
}

pub(super) fn cell_not_in_period(
    lang: Lang,
    cell: &Thing,
    month: &Period,
    life: &Span,
) -> Explained {
    let (month, life, code) = (period(lang, *month), days(lang, *life), &cell.code);
    Explained::new(
        "cell-not-in-period",
        say!(
            lang,
            "{cell} không tồn tại trong kỳ {month} ({life})",
            "{cell} does not exist in the period {month} ({life})"
        ),
    )
    .hint(say!(
        lang,
        "Xem: {CHIBO} cell show {code}; kiểm tra kỳ đã gõ",
        "See: {CHIBO} cell show {code}; check the period"
    ))
}

pub(super) fn visitor_twice(lang: Lang, official: &Thing) -> Explained {
    let who = thing(official);
    Explained::new(
        "visitor-twice",
        say!(
            lang,
            "{who} được ghi hai lần trong số người dự",
            "{who} stands twice among the visitors"
        ),
    )
    .advice(say!(lang, "Ghi mỗi cán bộ một lần", "Name each official once"))
}

pub(super) fn reason_for_visitor(lang: Lang, official: &Thing) -> Explained {
    let (who, code) = (thing(official), &official.code);
    Explained::new(
        "reason-for-visitor",
        say!(
            lang,
            "{who} đã dự nên không có lý do vắng",
            "{who} came, so no reason for absence is recorded"
        ),
    )
    .hint(say!(lang, "Bỏ lý do của {code} trong --reason", "Leave {code} out of --reason"))
}

pub(super) fn reason_twice(lang: Lang, official: &Thing) -> Explained {
    let who = thing(official);
    Explained::new(
        "reason-twice",
        say!(lang, "{who} được ghi hai lý do vắng", "{who} is given two reasons"),
    )
    .advice(say!(lang, "Ghi mỗi cán bộ một lần", "Name each official once"))
}

pub(super) fn nobody_assigned(lang: Lang, cell: &Thing, day: &Date) -> Explained {
    let (day, code) = (date(lang, *day), &cell.code);
    Explained::new(
        "nobody-assigned",
        say!(
            lang,
            "{cell} không có cán bộ được phân công vào ngày {day}",
            "{cell} has no assigned visitor on {day}"
        ),
    )
    .hint(say!(
        lang,
        "Phân công trước: {CHIBO} assign {code} CÁN_BỘ --from NGÀY",
        "Assign one first: {CHIBO} assign {code} OFFICIAL --from DATE"
    ))
}

pub(super) fn several_assigned(
    lang: Lang,
    cell: &Thing,
    day: &Date,
    officials: &[Thing],
) -> Explained {
    let (day, listed) = (date(lang, *day), things(officials));
    let options: Vec<String> = officials.iter().map(|o| format!("--visitor {}", o.code)).collect();
    let options = options.join(" ");
    Explained::new(
        "several-assigned",
        say!(
            lang,
            "{cell} có nhiều cán bộ được phân công vào ngày {day}: {listed}",
            "{cell} has several assigned visitors on {day}: {listed}"
        ),
    )
    .advice(say!(lang, "Nêu rõ ai đã dự: {options}", "Say who came: {options}"))
}

pub(super) fn everybody_came(lang: Lang, cell: &Thing) -> Explained {
    Explained::new(
        "everybody-came",
        say!(
            lang,
            "Cán bộ được phân công ở {cell} đều đã dự nên không có lý do vắng",
            "Everyone assigned to {cell} came, so no reason for absence is recorded"
        ),
    )
    .hint(say!(lang, "Bỏ --reason", "Leave --reason out"))
}

pub(super) fn meeting_taken(
    lang: Lang,
    cell: &Thing,
    month: &Period,
    kind: MeetingKind,
    held_on: &Option<Date>,
) -> Explained {
    let (shown, code) = (period(lang, *month), &cell.code);
    let word = kind_word(lang, kind);
    // What tells it from the regular meeting of the month.
    let which = match (kind, held_on) {
        (MeetingKind::Regular, _) => String::new(),
        (kind, Some(day)) => format!(" --kind {} --held {day}", kind.key()),
        (kind, None) => format!(" --kind {}", kind.key()),
    };
    let message = match held_on {
        Some(day) => {
            let day = date(lang, *day);
            say!(
                lang,
                "Buổi sinh hoạt {word}kỳ {shown} của {cell} đã ghi (ngày {day})",
                "The {word}meeting of {cell} for {shown} is recorded already (held on {day})"
            )
        }
        None => say!(
            lang,
            "Buổi sinh hoạt {word}kỳ {shown} của {cell} đã ghi (không sinh hoạt)",
            "The {word}meeting of {cell} for {shown} is recorded already (not held)"
        ),
    };
    Explained::new("meeting-taken", message).hint(say!(
                lang,
                "Xem: {CHIBO} meeting show {code} --period {month}{which}; sửa: {CHIBO} meeting amend {code} --period {month}{which} …",
                "See: {CHIBO} meeting show {code} --period {month}{which}; to correct it: {CHIBO} meeting amend {code} --period {month}{which} …"
            ))
}

pub(super) fn meeting_not_found(
    lang: Lang,
    cell: &Thing,
    month: &Period,
    recorded: &[Period],
) -> Explained {
    let has_others = recorded.contains(month);
    let (iso, month, code) = (month, period(lang, *month), &cell.code);
    let last: Vec<String> = recorded.iter().rev().take(6).map(|p| period(lang, *p)).collect();
    let last = last.join(", ");
    let hint = match last.is_empty() {
        _ if has_others => say!(
            lang,
            "Các buổi đã ghi của kỳ đó: {CHIBO} meeting list --cell {code} --period {iso}",
            "What is recorded for it: {CHIBO} meeting list --cell {code} --period {iso}"
        ),
        true => say!(
            lang,
            "Ghi mới: {CHIBO} log-meeting {code} --on NGÀY …",
            "Record it: {CHIBO} log-meeting {code} --on DATE …"
        ),
        false => say!(
            lang,
            "Các kỳ đã ghi: {last}; xem: {CHIBO} meeting list --cell {code}",
            "Recorded periods: {last}; see: {CHIBO} meeting list --cell {code}"
        ),
    };
    Explained::new(
        "meeting-not-found",
        say!(
            lang,
            "Chưa có buổi sinh hoạt nào như vậy được ghi cho {cell} kỳ {month}",
            "No such meeting of {cell} is recorded for {month}"
        ),
    )
    .hint(hint)
}

pub(super) fn meeting_which(lang: Lang, cell: &Thing, month: &Period, days: &[Date]) -> Explained {
    let month = period(lang, *month);
    let first = days.first().map(|d| d.to_string()).unwrap_or_default();
    let days: Vec<String> = days.iter().map(|d| date(lang, *d)).collect();
    let days = days.join(", ");
    Explained::new(
        "meeting-which",
        say!(
            lang,
            "{cell} có nhiều buổi như vậy trong kỳ {month}: {days}",
            "{cell} has several such meetings in {month}: {days}"
        ),
    )
    .hint(say!(
        lang,
        "Thêm ngày sinh hoạt, ví dụ: --held {first}",
        "Add the day it was held, such as: --held {first}"
    ))
}

pub(super) fn not_held_has_none(lang: Lang, cell: &Thing, month: &Period) -> Explained {
    let month = period(lang, *month);
    Explained::new(
        "not-held-has-none",
        say!(
            lang,
            "{cell} kỳ {month} được ghi là không sinh hoạt nên không có số liệu",
            "{cell} is recorded as not having met for {month}, so it has no figures"
        ),
    )
    .hint(say!(
        lang,
        "Nếu thực ra có sinh hoạt, thêm ngày: --on NGÀY",
        "If it did meet, add the day: --on DATE"
    ))
}

pub(super) fn visitors_unsaid(lang: Lang, cell: &Thing, month: &Period) -> Explained {
    let month = period(lang, *month);
    Explained::new(
                "visitors-unsaid",
                say!(
                    lang,
                    "Chưa nêu cán bộ nào đã dự buổi sinh hoạt kỳ {month} của {cell}",
                    "No visitor was given for the meeting of {cell} for {month}"
                ),
            )
            .hint(say!(
                lang,
                "Thêm --visitor assigned (đúng cán bộ được phân công), --visitor MÃ (người khác), hoặc --no-visitor [--reason duty]",
                "Add --visitor assigned (the assigned visitor), --visitor CODE (someone else), or --no-visitor [--reason duty]"
            ))
}
