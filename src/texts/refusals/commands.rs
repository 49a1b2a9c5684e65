//! What a command cannot do.

use super::{Explained, unexpected};
use crate::domain::Refusal;
use crate::texts::{Lang, date, period, say};

pub(super) fn explain(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::NothingChanges => Explained::new(
            "nothing-changes",
            say!(
                lang,
                "Không có gì thay đổi: giá trị mới giống giá trị đã ghi",
                "Nothing changes: the new values are those on record"
            ),
        ),
        Refusal::PeriodNotBegun { period: month, today } => {
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
        Refusal::NothingToUndo => Explained::new(
            "nothing-to-undo",
            say!(lang, "Không còn thao tác nào để hoàn tác", "There is nothing left to undo"),
        )
        .hint(say!(lang, "Xem: chibo history", "See: chibo history")),
        Refusal::CellElsewhere { cell, committee, belongs_to } => Explained::new(
            "cell-elsewhere",
            say!(
                lang,
                "{cell} không thuộc {committee} mà thuộc {belongs_to}",
                "{cell} does not belong to {committee} but to {belongs_to}"
            ),
        ),
        other => unexpected(other),
    }
}
