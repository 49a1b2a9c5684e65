//! Words of the coverage report (`records.md`, sections 6 and 10).

use super::{Lang, date, period, say, share};
use crate::domain::{Date, Missed, Name, Period, Share};

/// What stands beside the office's name where the figures are invented.
pub fn sample(lang: Lang) -> &'static str {
    lang.pick("SỐ LIỆU MẪU", "SAMPLE FIGURES")
}

/// The office's name, and that the figures are invented where they are.
pub fn office(lang: Lang, office: Option<&Name>, is_sample: bool) -> Option<String> {
    let parts = [office.map(Name::to_string), is_sample.then(|| sample(lang).to_owned())];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What the table is limited to.
pub fn limited_to(lang: Lang, what: &str) -> String {
    say!(lang, "Chỉ tính: {what}", "Limited to: {what}")
}

/// The label of the sum.
pub fn total(lang: Lang) -> &'static str {
    lang.pick("Tổng cộng", "Total")
}

/// What a sum over several months counts.
pub fn cell_months(lang: Lang) -> &'static str {
    lang.pick(
        "lượt (mỗi chi bộ mỗi tháng là một lượt)",
        "cell-months (one for each cell and month)",
    )
}

/// How many cell-months of several months have a gap.
pub fn gap_count(lang: Lang, gaps: Share) -> String {
    let gaps = share(lang, gaps);
    say!(
        lang,
        "Chưa có cán bộ được phân công về dự: {gaps} lượt",
        "Without the assigned visitor: {gaps} cell-months"
    )
}

/// The note of a row whose meeting was that of a predecessor.
pub fn predecessor(lang: Lang, cell: &str) -> String {
    say!(
        lang,
        "theo buổi sinh hoạt của chi bộ tiền thân {cell}",
        "by the meeting of its predecessor {cell}"
    )
}

/// The note on an official whose assignment just misses the day by which the row is judged.
pub fn beside(lang: Lang, name: &str, missed: Missed) -> String {
    match missed {
        Missed::From(day) => {
            let day = date(lang, day);
            say!(
                lang,
                "{name} được phân công từ {day}, sau ngày sinh hoạt",
                "{name} is assigned from {day}, after the day of the meeting"
            )
        }
        Missed::LastDay(day) => {
            let day = date(lang, day);
            say!(
                lang,
                "{name} được phân công đến hết {day}",
                "{name} is assigned until the end of {day}"
            )
        }
    }
}

/// The line on a regular meeting that stands for no cell of the table.
pub fn not_counted(lang: Lang, cell: &str, held_on: Option<Date>) -> String {
    match held_on {
        Some(day) => {
            let day = date(lang, day);
            say!(
                lang,
                "Không tính: buổi sinh hoạt ngày {day} của {cell} (không thuộc diện theo dõi trong tháng)",
                "Not counted: the meeting of {cell} on {day} (the cell is not due in that month)"
            )
        }
        None => say!(
            lang,
            "Không tính: bản ghi không sinh hoạt của {cell} (không thuộc diện theo dõi trong tháng)",
            "Not counted: the record of {cell} as not having met (the cell is not due in that month)"
        ),
    }
}

/// Where the expected number is unknown, the table shows the members in all.
pub fn short_count_note(lang: Lang) -> &'static str {
    lang.pick(
        "* Chỉ có số dự trên tổng số đảng viên; chưa rõ số phải dự.",
        "* Present of members in all; the number expected is not known.",
    )
}

/// Why there are no rows.
pub fn nothing_due(lang: Lang) -> &'static str {
    lang.pick("Không có chi bộ nào thuộc diện theo dõi.", "No cell is due.")
}

/// How many of those that have not reported are of a month that is not over.
pub fn pending(lang: Lang, n: u64) -> String {
    say!(
        lang,
        "Trong số chưa có báo cáo có {n} lượt của tháng chưa hết.",
        "Of those that have not reported, {n} are of a month that is not over."
    )
}

/// Why a period has no rows: it lies before the first one on record.
pub fn before_records(lang: Lang, from: Period) -> String {
    let from = period(lang, from);
    say!(
        lang,
        "Sổ theo dõi từ tháng {from}; các tháng trước đó không tính.",
        "Reports begin with {from}; earlier months are not counted."
    )
}
