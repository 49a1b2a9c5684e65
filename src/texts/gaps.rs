//! Words of the report on gaps, and of what was answered about them.

use super::{Lang, as_of, date, period as month, say, share, thing};
use crate::domain::{Date, GapNote, Period, Share, Thing};

/// The title of the report.
pub fn title(lang: Lang, period: Period) -> String {
    let period = month(lang, period);
    say!(lang, "Chi bộ cần hỏi, đôn đốc · tháng {period}", "Gaps to ask about · {period}")
        .to_uppercase()
}

/// How many cells have a gap, how many rows can still be put right, and as of when; of no cells nothing is counted.
pub fn counted(lang: Lang, gaps: Share, pending: u64, mendable: u64, today: Date) -> String {
    if gaps.n == 0 {
        return as_of(lang, today);
    }
    let (gaps, today) = (share(lang, gaps), date(lang, today));
    let pending = match pending {
        0 => String::new(),
        _ => say!(
            lang,
            "chưa có báo cáo, tháng chưa hết: {pending} · ",
            "month not over, no report yet: {pending} · "
        ),
    };
    say!(
        lang,
        "chưa có cán bộ được phân công về dự: {gaps} · {pending}có thể ghi bổ sung: {mendable} · tính đến {today}",
        "gaps {gaps} · {pending}can still be put right: {mendable} · as of {today}"
    )
}

/// How many of a committee can still be put right, of those listed.
pub fn line(lang: Lang, mendable: usize, all: usize) -> String {
    say!(lang, "có thể ghi bổ sung: {mendable}/{all}", "can still be put right {mendable}/{all}")
}

/// That nothing is to be asked.
pub fn none(lang: Lang) -> &'static str {
    lang.pick("Không có chi bộ nào cần hỏi, đôn đốc.", "There are no gaps.")
}

/// Since when visits are looked for, where a cell had none.
pub fn no_visit(lang: Lang, from: Period) -> String {
    let from = month(lang, from);
    say!(
        lang,
        "Không ghi lần dự gần nhất: từ tháng {from} chưa có cán bộ nào về dự.",
        "No last visit: nobody has visited since {from}."
    )
}

/// What was answered last time.
pub fn answered(lang: Lang, note: &GapNote) -> String {
    let (on, period, text) = (date(lang, note.on), month(lang, note.period), &note.text);
    say!(lang, "Trả lời ngày {on} (tháng {period}): {text}", "Answered on {on} ({period}): {text}")
}

/// So many misses in a row, or more.
pub fn run(misses: usize, more: bool) -> String {
    if more { format!("{misses}+") } else { misses.to_string() }
}

/// What was noted; ends without a full stop.
pub fn noted(lang: Lang, cell: &Thing, note: &GapNote) -> String {
    let (cell, period, on) = (thing(cell), month(lang, note.period), date(lang, note.on));
    let text = &note.text;
    say!(
        lang,
        "Đã ghi câu trả lời ngày {on} về {cell}, tháng {period}: {text}",
        "Noted what was answered on {on} about {cell}, {period}: {text}"
    )
}

/// That another text stood in its place.
pub fn replaced(lang: Lang, old: &str) -> String {
    say!(lang, "Thay cho nội dung đã ghi: {old}", "It replaces what was noted before: {old}")
}

/// That nothing was to be asked about the cell.
pub fn no_gap(lang: Lang, cell: &Thing, note: &GapNote) -> String {
    let (cell, period) = (thing(cell), month(lang, note.period));
    say!(
        lang,
        "Lưu ý: {cell} không nằm trong danh sách cần hỏi của tháng {period}; câu trả lời vẫn được ghi.",
        "Note: {cell} has no gap in {period}; the answer is kept all the same."
    )
}

/// What was taken out; ends without a full stop.
pub fn removed(lang: Lang, cell: &Thing, note: &GapNote) -> String {
    let (cell, period, on) = (thing(cell), month(lang, note.period), date(lang, note.on));
    let text = &note.text;
    say!(
        lang,
        "Đã bỏ câu trả lời ngày {on} về {cell}, tháng {period}: {text}",
        "Removed what was answered on {on} about {cell}, {period}: {text}"
    )
}
