//! Words of the report on duties (`records.md`, section 6a).

use super::{Labelled, Lang, count, date, months, say, share_said};
use crate::domain::{Date, DutyStatus, PeriodSpan, Share, Thing};

/// The title of the report.
pub fn title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Thực hiện nghĩa vụ dự sinh hoạt chi bộ · {months}",
        "Duties to attend cell meetings · {months}"
    )
    .to_uppercase()
}

/// How many were met, how many are not over, as of when.
pub fn counted(lang: Lang, (met, open): (Share, u64), today: Date) -> String {
    let (met, today) = (share_said(lang, met), date(lang, today));
    let open = if open == 0 { String::new() } else { format!("{} · ", others(lang, open, 0)) };
    say!(lang, "đạt: {met} · {open}tính đến {today}", "met: {met} · {open}as of {today}")
}

/// Why there are no rows.
pub fn none(lang: Lang) -> String {
    say!(
        lang,
        "Chưa ghi nghĩa vụ dự nào trong thời gian này. Cán bộ được phân công mà không ghi nghĩa vụ thì dự chi bộ đó mỗi tháng một lần. Ghi nghĩa vụ: {CHIBO} help duty add",
        "No duty is on record for that time. Who is assigned without one attends that cell once a month. To record duties: {CHIBO} help duty add",
        CHIBO
    )
}

/// What is counted.
pub fn explanation(lang: Lang) -> &'static str {
    lang.pick(
        "Đã dự: các buổi thường kỳ và chuyên đề khác nhau trong phạm vi. Nghĩa vụ chỉ có hiệu lực một phần thời gian thì số lần phải dự tính theo số tháng có hiệu lực, làm tròn lên.",
        "Done: distinct regular and thematic meetings within the scope. Where a duty is in force for a part of the span only, what is owed is in proportion to its months, rounded up.",
    )
}

/// Of several spans in how many the duty was met.
pub fn met_of(lang: Lang, worst: DutyStatus, met: Share) -> String {
    let (status, k, n) = (worst.label(lang), met.k, met.n);
    if k == n {
        format!("{status} {k}/{n}")
    } else {
        say!(lang, "{status} (đạt {k}/{n})", "{status} (met {k}/{n})")
    }
}

/// How many are not met yet, and how many were not.
pub fn others(lang: Lang, open: u64, short: u64) -> String {
    let open = (open > 0).then(|| say!(lang, "đang thực hiện {open}", "{open} open"));
    let short = (short > 0).then(|| say!(lang, "chưa đạt {short}", "{short} short"));
    open.into_iter().chain(short).collect::<Vec<_>>().join(" · ")
}

/// A cell that lacks visits.
pub fn lacks(lang: Lang, cell: &Thing, visits: u32) -> String {
    if visits == 1 {
        cell.to_string()
    } else {
        let visits = count(lang, visits as usize, "lần", "visit", "visits");
        format!("{cell} ({visits})")
    }
}

/// What is missing.
pub fn lacking(lang: Lang, what: &str) -> String {
    say!(lang, "Còn thiếu: {what}", "Missing: {what}")
}
