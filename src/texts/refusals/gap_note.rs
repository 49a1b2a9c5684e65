//! Rules of what was answered about gaps.

use crate::domain::refusal::GapNote;
use crate::texts::{Explained, Lang, date, explain, period as month, thing};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &GapNote) -> Explained {
    match refused {
        GapNote::BeforeMonth { period, on } => {
            let (period, on) = (month(lang, *period), date(lang, *on));
            explain!(
                lang,
                GapNoteBeforeMonth,
                "Câu trả lời ngày {on} không thể nói về tháng {period}, vì tháng đó chưa bắt đầu",
                "What was answered on {on} cannot be about {period}, which had not begun",
                advice(
                    "Xem lại tháng và ngày trả lời",
                    "See whether month and day are the right ones",
                ),
            )
        }
        GapNote::AfterToday { on, today } => {
            let (on, today) = (date(lang, *on), date(lang, *today));
            explain!(
                lang,
                GapNoteAfterToday,
                "Ngày trả lời {on} ở sau hôm nay ({today})",
                "The day of the answer, {on}, is after today ({today})",
                advice("Xem lại ngày, tháng và năm", "See whether day, month and year are right"),
            )
        }
        GapNote::NotFound { cell, period, on, others } => {
            let (code, cell) = (&cell.code, thing(cell));
            let (period, on) = (month(lang, *period), date(lang, *on));
            match others.last() {
                Some(newest) => {
                    let days = others.iter().map(|day| date(lang, *day)).collect::<Vec<_>>();
                    let (days, newest) = (days.join(", "), date(lang, *newest));
                    explain!(
                        lang,
                        GapNoteNotFound,
                        "Không có ghi chú ngày {on} về {cell}, tháng {period}; có ghi chú ngày {days}",
                        "There is no note of {on} about {cell}, {period}; there are notes of {days}",
                        hint(
                            "{CHIBO} gaps note {code} --period {period} --on {newest} --remove",
                            "{CHIBO} gaps note {code} --period {period} --on {newest} --remove",
                            CHIBO
                        ),
                    )
                }
                None => explain!(
                    lang,
                    GapNoteNotFound,
                    "Không có ghi chú ngày {on} về {cell}, tháng {period}",
                    "There is no note of {on} about {cell}, {period}",
                    hint(
                        "Xem: {CHIBO} report gaps --period {period} --cell {code}",
                        "See: {CHIBO} report gaps --period {period} --cell {code}",
                        CHIBO
                    ),
                ),
            }
        }
    }
}
