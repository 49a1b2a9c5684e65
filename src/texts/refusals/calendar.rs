//! Dates and periods that cannot be read.

use super::Explained;
use crate::domain::Date;
use crate::texts::{Lang, say};

fn forms(lang: Lang) -> String {
    say!(
        lang,
        "Viết ngày trước, ví dụ 5/7/2018 hoặc 2018-07-05; hoặc: hôm nay, hôm qua",
        "Write the day first, such as 5/7/2018 or 2018-07-05; or: today, yesterday"
    )
}

pub(super) fn date_misread(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "date-misread",
        say!(lang, "“{text}” không phải là ngày", "“{text}” is not a date"),
    )
    .advice(forms(lang))
}

pub(super) fn date_two_digit_year(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "date-two-digit-year",
        say!(
            lang,
            "Ngày “{text}” thiếu năm đủ bốn chữ số",
            "The year of “{text}” needs four digits"
        ),
    )
    .advice(forms(lang))
}

pub(super) fn date_impossible(lang: Lang, text: &str, month_first: &Option<Date>) -> Explained {
    let message =
        say!(lang, "Không có ngày “{text}” trong lịch", "There is no day “{text}” in the calendar");
    let hint = match month_first {
        Some(meant) => {
            let meant = format!("{}/{}/{}", meant.day(), meant.month(), meant.year());
            say!(
                lang,
                "Hình như tháng được viết trước; chibo đọc ngày trước, tháng sau: {meant}",
                "The month seems to stand first; chibo reads the day first: {meant}"
            )
        }
        None => forms(lang),
    };
    Explained::new("date-impossible", message).advice(hint)
}

pub(super) fn date_out_of_range(lang: Lang, text: &str) -> Explained {
    let (from, to) = (Date::YEARS.start(), Date::YEARS.end());
    Explained::new(
        "date-out-of-range",
        say!(
            lang,
            "Ngày “{text}” nằm ngoài các năm {from}–{to}",
            "“{text}” is outside the years {from}–{to}"
        ),
    )
    .advice(say!(lang, "Kiểm tra năm", "Check the year"))
}

pub(super) fn moment_misread(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "moment-misread",
        say!(
            lang,
            "“{text}” không phải là số thao tác, ngày hay thời điểm",
            "“{text}” is not the number of an operation, a date or a time"
        ),
    )
    .hint(say!(
        lang,
        "Ví dụ: --known-at 12 (sau thao tác 12), --known-at 8/8/2018 (hết ngày đó), --known-at \"8/8/2018 14:30\"; xem: {CHIBO} history",
        "Such as --known-at 12 (after operation 12), --known-at 8/8/2018 (the end of that day), --known-at \"8/8/2018 14:30\"; see: {CHIBO} history"
    ))
}

pub(super) fn period_misread(lang: Lang, text: &str) -> Explained {
    Explained::new(
            "period-misread",
            say!(lang, "“{text}” không phải là kỳ", "“{text}” is not a period"),
        )
        .advice(say!(
            lang,
            "Viết tháng như T7/2018, 7/2018, 2018-07 (Excel giữ nguyên T7/2018); nhiều tháng: 2018-Q3, 2018-H1, 2018, 2017-06..2018-07; hoặc: last, this",
            "Write a month as T7/2018, 7/2018, 2018-07 (Excel leaves T7/2018 alone); several: 2018-Q3, 2018-H1, 2018, 2017-06..2018-07; or: last, this"
        ))
}

pub(super) fn period_backwards(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "period-backwards",
        say!(
            lang,
            "Kỳ “{text}” kết thúc trước khi bắt đầu",
            "The period “{text}” ends before it begins"
        ),
    )
    .advice(say!(
        lang,
        "Đổi chỗ hai đầu, ví dụ 2018-06..2018-07",
        "Swap the two ends, such as 2018-06..2018-07"
    ))
}

pub(super) fn period_not_one_month(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "period-not-one-month",
        say!(
            lang,
            "Ở đây cần đúng một tháng, không phải “{text}”",
            "One month is needed here, not “{text}”"
        ),
    )
    .advice(say!(lang, "Ví dụ: 7/2018", "For example: 7/2018"))
}
