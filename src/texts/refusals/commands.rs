//! What a command cannot do.

use super::Explained;
use crate::domain::{Date, Period, Thing};
use crate::texts::{Lang, date, period, say};

pub(super) fn nothing_changes(lang: Lang) -> Explained {
    Explained::new(
        "nothing-changes",
        say!(
            lang,
            "Không có gì thay đổi: giá trị mới giống giá trị đã ghi",
            "Nothing changes: the new values are those on record"
        ),
    )
}

pub(super) fn period_not_begun(lang: Lang, month: &Period, today: &Date) -> Explained {
    let (month, today) = (period(lang, *month), date(lang, *today));
    Explained::new(
        "period-not-begun",
        say!(
            lang,
            "Kỳ {month} chưa bắt đầu (hôm nay {today})",
            "The period {month} has not begun (today is {today})"
        ),
    )
    .hint(say!(
        lang,
        "Chọn kỳ khác, ví dụ: --period last",
        "Choose another period, such as: --period last"
    ))
}

pub(super) fn records_from_not_begun(lang: Lang, month: &Period, today: &Date) -> Explained {
    let this = period(lang, Period::of(*today));
    let (month, today) = (period(lang, *month), date(lang, *today));
    Explained::new(
        "records-from-not-begun",
        say!(
            lang,
            "Không thể tính báo cáo từ kỳ {month}: kỳ đó chưa bắt đầu (hôm nay {today})",
            "Reports cannot begin with the period {month}, which has not begun (today is {today})"
        ),
    )
    .advice(say!(lang, "Muộn nhất là kỳ {this}", "The latest that can be set is {this}"))
}

pub(super) fn nothing_to_undo(lang: Lang) -> Explained {
    Explained::new(
        "nothing-to-undo",
        say!(lang, "Không còn thao tác nào để hoàn tác", "There is nothing left to undo"),
    )
    .hint(say!(lang, "Xem: {CHIBO} history", "See: {CHIBO} history"))
}

pub(super) fn cell_elsewhere(
    lang: Lang,
    cell: &Thing,
    committee: &Thing,
    belongs_to: &Thing,
) -> Explained {
    let code = &belongs_to.code;
    Explained::new(
        "cell-elsewhere",
        say!(
            lang,
            "{cell} không thuộc {committee} mà thuộc {belongs_to}",
            "{cell} does not belong to {committee} but to {belongs_to}"
        ),
    )
    .hint(say!(
        lang,
        "Bỏ --committee, hoặc dùng --committee {code}",
        "Leave --committee out, or use --committee {code}"
    ))
}
