//! What was asked for and cannot be.

use crate::domain::Period;
use crate::domain::refusal::{Asked, MoreCells};
use crate::texts::{Explained, Lang, date, explain, period, say};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Asked) -> Explained {
    match refused {
        Asked::NothingChanges => explain!(
            lang,
            NothingChanges,
            "Không có gì thay đổi: giá trị mới giống giá trị đã ghi",
            "Nothing changes: the new values are those on record",
        ),
        Asked::RecordsFromNotBegun { period: month, today } => {
            let this = period(lang, Period::of(*today));
            let (month, today) = (period(lang, *month), date(lang, *today));
            explain!(
                lang,
                RecordsFromNotBegun,
                "Không thể tính báo cáo từ tháng {month}: tháng đó chưa bắt đầu (hôm nay {today})",
                "Reports cannot begin with {month}, which has not begun (today is {today})",
                advice("Muộn nhất là tháng {this}", "The latest that can be set is {this}"),
            )
        }
        Asked::PeriodNotBegun { period: month, today } => {
            let (month, today) = (period(lang, *month), date(lang, *today));
            explain!(
                lang,
                PeriodNotBegun,
                "Tháng {month} chưa bắt đầu (hôm nay {today})",
                "{month} has not begun (today is {today})",
                hint(
                    "Chọn tháng khác, ví dụ: --period last",
                    "Choose another month, such as: --period last"
                ),
            )
        }
        Asked::NothingKnownYet { made } => {
            explain!(
                lang,
                NothingKnownYet,
                "Lúc đó chưa có sổ; sổ được lập lúc {made}",
                "There was no record file then; it was made on {made}",
                hint("Xem: {CHIBO} history", "See: {CHIBO} history", CHIBO),
            )
        }
        Asked::OperationNotFound { number, newest } => {
            let (number, newest) = (number.0, newest.0);
            explain!(
                lang,
                OperationNotFound,
                "Không có thao tác {number}; thao tác mới nhất là {newest}",
                "There is no operation {number}; the newest is {newest}",
                hint("Xem: {CHIBO} history", "See: {CHIBO} history", CHIBO),
            )
        }
        Asked::TooThin { found, least, visited, unvisited, more } => explain!(
            lang,
            TooThin,
            "Số liệu quá ít để so sánh: {found} chi bộ có cả buổi có và buổi không có cán bộ về dự (đã biết tỷ lệ có mặt), cần ít nhất {least}. Tất cả có {visited} buổi có và {unvisited} buổi không có",
            "The data are too thin to compare: {found} cells have meetings with a visitor and without (of known attendance), at least {least} are needed. In all there are {visited} with and {unvisited} without",
        )
        .hint(more_cells(lang, *more, *least)),
    }
}

/// What to type for a comparison that has more cells.
fn more_cells(lang: Lang, more: MoreCells, least: usize) -> String {
    match more {
        MoreCells::Months => say!(
            lang,
            "Chọn nhiều tháng hơn, ví dụ: {CHIBO} report effect --period 2017-06..2018-07",
            "Choose more months, such as: {CHIBO} report effect --period 2017-06..2018-07",
            CHIBO
        ),
        MoreCells::Unlimited => say!(
            lang,
            "Phạm vi đã chọn có ít hơn {least} chi bộ, nên chọn thêm tháng cũng không đủ; bỏ --cell, --committee: {CHIBO} report effect --period 2017-06..2018-07",
            "What it is limited to has fewer than {least} cells, so that no number of months will do; leave out --cell, --committee: {CHIBO} report effect --period 2017-06..2018-07",
            CHIBO
        ),
        MoreCells::Nothing => say!(
            lang,
            "Sổ có ít hơn {least} chi bộ nên không so sánh được; xem tỷ lệ có mặt: {CHIBO} report attendance",
            "There are fewer than {least} cells, so that nothing can be compared; for the members present: {CHIBO} report attendance",
            CHIBO
        ),
    }
}
