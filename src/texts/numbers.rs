//! Dates, periods and figures as people read them (`records.md`, section 8).

use super::{Lang, Language, say};
use crate::domain::{Date, ENGLISH_MONTHS, Hour, Period, PeriodSpan, Share, Span};

/// `05/07/2018`, or `2018-07-05` in English.
pub fn date(lang: Lang, day: Date) -> String {
    match lang.language {
        Language::Vi => day.day_first(),
        Language::En => day.to_string(),
    }
}

/// Up to which day something was counted.
pub fn as_of(lang: Lang, today: Date) -> String {
    let today = date(lang, today);
    say!(lang, "tính đến {today}", "as of {today}")
}

/// The day without its year: `05/07`, or `07-05` in English.
pub fn day_of_month(lang: Lang, day: Date) -> String {
    match lang.language {
        Language::Vi => format!("{:02}/{:02}", day.day(), day.month()),
        Language::En => format!("{:02}-{:02}", day.month(), day.day()),
    }
}

/// `19 giờ 30`, `19 giờ`, or `19:30` in English.
pub fn hour(lang: Lang, hour: Hour) -> String {
    match (lang.language, hour.minute()) {
        (Language::Vi, 0) => format!("{} giờ", hour.hour()),
        (Language::Vi, minute) => format!("{} giờ {minute:02}", hour.hour()),
        (Language::En, _) => hour.to_string(),
    }
}

/// `05/07/2018 (thứ Năm)`, or `2018-07-05 (Thursday)` in English.
pub fn date_with_weekday(lang: Lang, day: Date) -> String {
    format!("{} ({})", date(lang, day), weekday(lang, day))
}

/// The same without the year: `05/07 (thứ Năm)`, or `07-05 (Thursday)` in English.
pub fn day_with_weekday(lang: Lang, day: Date) -> String {
    format!("{} ({})", day_of_month(lang, day), weekday(lang, day))
}

fn weekday(lang: Lang, day: Date) -> &'static str {
    let [vi, en] = WEEKDAYS[usize::from(day.weekday())];
    lang.pick(vi, en)
}

/// From Monday on.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["thứ Hai", "Monday"],
    ["thứ Ba", "Tuesday"],
    ["thứ Tư", "Wednesday"],
    ["thứ Năm", "Thursday"],
    ["thứ Sáu", "Friday"],
    ["thứ Bảy", "Saturday"],
    ["Chủ nhật", "Sunday"],
];

/// `7/2018`, or `2018-07` in English.
pub fn period(lang: Lang, period: Period) -> String {
    match lang.language {
        Language::Vi => format!("{}/{}", period.month(), period.year()),
        Language::En => period.to_string(),
    }
}

/// One period, or the first and the last of several.
pub fn period_span(lang: Lang, span: PeriodSpan) -> String {
    match span.only_month() {
        Some(month) => period(lang, month),
        None => format!("{} – {}", period(lang, span.from), period(lang, span.to)),
    }
}

/// `tháng 7/2018`, or `July 2018` in English, as headings have it; of several months the quarter, half-year or year that
/// they are, else the first and the last.
pub fn months(lang: Lang, span: PeriodSpan) -> String {
    let (first, year) = (span.from.month(), span.from.year());
    let long = span.months().count();
    let is_calendar = year == span.to.year() && (first as usize - 1).is_multiple_of(long);
    match long {
        12 if is_calendar => return say!(lang, "năm {year}", "{year}"),
        6 if is_calendar && first == 1 => {
            return say!(lang, "6 tháng đầu năm {year}", "first half of {year}");
        }
        6 if is_calendar => {
            return say!(lang, "6 tháng cuối năm {year}", "second half of {year}");
        }
        3 if is_calendar => {
            let quarter = first as usize / 3;
            let (roman, number) = (["I", "II", "III", "IV"][quarter], quarter + 1);
            return say!(lang, "quý {roman}/{year}", "Q{number} {year}");
        }
        _ => {}
    }
    let named = |month: Period| match lang.language {
        Language::Vi => period(lang, month),
        Language::En => format!("{} {}", ENGLISH_MONTHS[month.month() as usize - 1], month.year()),
    };
    let (first, last) = (named(span.from), named(span.to));
    match span.only_month() {
        Some(_) => say!(lang, "tháng {first}", "{first}"),
        None => say!(lang, "tháng {first} – {last}", "{first} – {last}"),
    }
}

/// `92,6%`, or `92.6%` in English; `100%` and `0%` only where it is exactly that; `–` for `0/0`.
pub fn percent(lang: Lang, share: Share) -> String {
    if share.n > 0 && share.k == share.n {
        return "100%".to_owned();
    }
    if share.n > 0 && share.k == 0 {
        return "0%".to_owned();
    }
    let mark = lang.pick(',', '.');
    share.percent(mark).map_or_else(|| "–".to_owned(), |text| format!("{text}%"))
}

/// `25/27 (92,6%)`; `–` for `0/0`.
pub fn share(lang: Lang, share: Share) -> String {
    match share.n {
        0 => "–".to_owned(),
        _ => format!("{share} ({})", percent(lang, share)),
    }
}

/// The same within a sentence, which says of nothing that nothing is known.
pub fn share_said(lang: Lang, of: Share) -> String {
    if of.n == 0 {
        lang.pick("chưa có số liệu", "no figures yet").to_owned()
    } else {
        share(lang, of)
    }
}

/// The days of a span in words: the first, and the last one that still holds.
pub fn days(lang: Lang, span: Span) -> String {
    let first = span.from.map(|day| date(lang, day));
    let last = span.last_day().map(|day| date(lang, day));
    match (first, last) {
        (Some(first), Some(last)) => {
            say!(lang, "từ {first}, ngày cuối {last}", "from {first}, last day {last}")
        }
        (Some(first), None) => say!(lang, "từ {first}", "from {first}"),
        (None, Some(last)) => say!(lang, "ngày cuối {last}", "last day {last}"),
        (None, None) => say!(lang, "không ghi ngày", "no dates recorded"),
    }
}

/// A first day that no longer holds, with the last one that does.
pub fn end(lang: Lang, until: Date) -> String {
    let (last, until) = (date(lang, until.previous()), date(lang, until));
    say!(lang, "{until} (ngày cuối {last})", "{until} (last day {last})")
}

/// A number of things with the noun in the right form: Vietnamese has no plural.
pub fn count(lang: Lang, n: usize, vi: &str, one: &str, many: &str) -> String {
    match lang.language {
        Language::Vi => format!("{n} {vi}"),
        Language::En => format!("{n} {}", if n == 1 { one } else { many }),
    }
}

/// A text that no line is broken in: its blanks are such that keep the words beside them together.
pub fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// A text as it stands within a line.
pub fn small(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// A text as it begins a sentence.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}
