//! Dates, periods and moments that cannot be read.

use crate::domain::Date;
use crate::domain::refusal::Calendar;
use crate::texts::{ErrorCode, Explained, Lang, explain, say};

fn forms(lang: Lang) -> String {
    say!(
        lang,
        "Viết ngày trước, ví dụ 5/7/2018 hoặc 2018-07-05; hoặc: hôm nay, hôm qua",
        "Write the day first, such as 5/7/2018 or 2018-07-05; or: today, yesterday"
    )
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Calendar) -> Explained {
    match refused {
        Calendar::DateMisread { text } => {
            explain!(lang, DateMisread, "“{text}” không phải là ngày", "“{text}” is not a date")
                .advice(forms(lang))
        }
        Calendar::DateTwoDigitYear { text } => explain!(
            lang,
            DateTwoDigitYear,
            "Ngày “{text}” thiếu năm đủ bốn chữ số",
            "The year of “{text}” needs four digits",
        )
        .advice(forms(lang)),
        Calendar::DateImpossible { text, month_first } => {
            let message = say!(
                lang,
                "Không có ngày “{text}” trong lịch",
                "There is no day “{text}” in the calendar"
            );
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
            Explained::new(ErrorCode::DateImpossible, message).advice(hint)
        }
        Calendar::DateOutOfRange { text } => {
            let (from, to) = (Date::YEARS.start(), Date::YEARS.end());
            explain!(
                lang,
                DateOutOfRange,
                "Ngày “{text}” nằm ngoài các năm {from}–{to}",
                "“{text}” is outside the years {from}–{to}",
                advice("Kiểm tra năm", "Check the year"),
            )
        }
        Calendar::HourMisread { text } => explain!(
            lang,
            HourMisread,
            "“{text}” không phải là giờ",
            "“{text}” is not an hour",
            advice(
                "Viết giờ theo 24 giờ, ví dụ 19:30, 19h30, 19h",
                "Write the hour of 24, such as 19:30, 19h30, 19h",
            ),
        ),
        Calendar::MomentMisread { text } => explain!(
            lang,
            MomentMisread,
            "“{text}” không phải là số thao tác, ngày hay thời điểm",
            "“{text}” is not the number of an operation, a date or a time",
            hint(
                "Ví dụ: --known-at 12 (sau thao tác 12), --known-at 8/8/2018 (hết ngày đó), --known-at \"8/8/2018 14:30\"; xem: {CHIBO} history",
                "Such as --known-at 12 (after operation 12), --known-at 8/8/2018 (the end of that day), --known-at \"8/8/2018 14:30\"; see: {CHIBO} history",
                CHIBO
            ),
        ),
        Calendar::PeriodMisread { text } => explain!(
            lang,
            PeriodMisread,
            "“{text}” không phải là tháng, quý hay năm",
            "“{text}” is not a month, a quarter or a year",
            advice(
                "Viết tháng như T7/2018, 7/2018, 2018-07 (Excel giữ nguyên T7/2018); nhiều tháng: 2018-Q3, 2018-H1, 2018, 2017-06..2018-07; hoặc: last, this",
                "Write a month as T7/2018, 7/2018, 2018-07 (Excel leaves T7/2018 alone); several: 2018-Q3, 2018-H1, 2018, 2017-06..2018-07; or: last, this",
            ),
        ),
        Calendar::PeriodBackwards { text } => explain!(
            lang,
            PeriodBackwards,
            "Khoảng thời gian “{text}” kết thúc trước khi bắt đầu",
            "The period “{text}” ends before it begins",
            advice(
                "Đổi chỗ hai đầu, ví dụ 2018-06..2018-07",
                "Swap the two ends, such as 2018-06..2018-07",
            ),
        ),
        Calendar::PeriodNotOneMonth { text } => explain!(
            lang,
            PeriodNotOneMonth,
            "Ở đây cần đúng một tháng, không phải “{text}”",
            "One month is needed here, not “{text}”",
            advice("Ví dụ: 7/2018", "For example: 7/2018"),
        ),
    }
}
