//! Words of the coverage report (`records.md`, sections 6 and 10).

use super::{Labelled, Lang, Language, count, date, months, period, say, share};
use crate::domain::{Date, Figures, Missed, Name, Period, PeriodSpan, Share, Status};

/// The heading of a file of invented figures.
pub fn sample(lang: Lang) -> &'static str {
    lang.pick("SỐ LIỆU MẪU", "SAMPLE FIGURES")
}

/// What stands before the office's name where the figures are invented.
pub fn office(lang: Lang, office: Option<&Name>, is_sample: bool) -> Option<String> {
    let parts = [is_sample.then(|| sample(lang).to_owned()), office.map(Name::to_string)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The heading line: what, which months, how many committees and cells, as of when.
pub fn heading(
    lang: Lang,
    span: PeriodSpan,
    committees: usize,
    cells: usize,
    today: Date,
) -> String {
    let months = months(lang, span);
    let committees = count(lang, committees, "đảng bộ", "committee", "committees");
    let cells = count(lang, cells, "chi bộ", "cell", "cells");
    let today = date(lang, today);
    // Of several months, the counts are those of the last.
    let end = match span.only_month() {
        Some(_) => "",
        None => lang.pick("tháng cuối có ", "in the last month "),
    };
    say!(
        lang,
        "Tình hình dự sinh hoạt chi bộ · {months} · {end}{committees}, {cells} · tính đến {today}",
        "Attendance of visitors at cell meetings · {months} · {end}{committees}, {cells} · as of {today}"
    )
}

/// What the table is limited to.
pub fn limited_to(lang: Lang, what: &str) -> String {
    say!(lang, "Chỉ tính: {what}", "Limited to: {what}")
}

/// The five figures in one line.
pub fn figures(lang: Lang, figures: &Figures) -> String {
    let Figures { assigned, reported, held, covered, covered_of_held, visited } = *figures;
    let [assigned, reported, held, covered, of_held, visited] =
        [assigned, reported, held, covered, covered_of_held, visited].map(|f| share(lang, f));
    say!(
        lang,
        "đã phân công {assigned} · có báo cáo {reported} · đã sinh hoạt {held} · cán bộ được phân công về dự {covered}, trên số đã sinh hoạt {of_held} · có cán bộ về dự {visited}",
        "assigned {assigned} · reported {reported} · held {held} · assigned visitor came {covered}, of those held {of_held} · visited {visited}"
    )
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

/// The line that names the cells with a gap, each with the status that made it one, and says how many
/// have not reported while the month is not over.
pub fn gaps(lang: Lang, gaps: &[(String, Status)], pending: usize, listed: usize) -> String {
    let waiting = match pending {
        0 => String::new(),
        n => {
            let cells = count(lang, n, "chi bộ", "cell", "cells");
            say!(
                lang,
                "Tháng chưa kết thúc, còn {cells} chưa có báo cáo.",
                "The month is not over; {cells} still to report."
            )
        }
    };
    if gaps.is_empty() {
        return match pending {
            0 => say!(
                lang,
                "Tất cả chi bộ đều có cán bộ được phân công về dự.",
                "Every cell got its assigned visitor."
            ),
            _ => waiting,
        };
    }
    let named: Vec<String> = gaps
        .iter()
        .take(listed)
        .map(|(cell, status)| format!("{cell} ({})", status.lower(lang)))
        .collect();
    let mut named = named.join(", ");
    if gaps.len() > listed {
        let more = gaps.len() - listed;
        named += &say!(lang, ", và {more} chi bộ khác", ", and {more} more");
    }
    let cells = count(lang, gaps.len(), "chi bộ", "cell", "cells");
    let line = say!(
        lang,
        "Còn {cells} chưa có cán bộ được phân công về dự: {named}",
        "{cells} without the assigned visitor: {named}"
    );
    if waiting.is_empty() { line } else { format!("{line}. {waiting}") }
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

/// The note of a row whose report came after its month had been closed.
pub fn late_report(lang: Lang) -> &'static str {
    lang.pick("báo cáo bổ sung", "late report")
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

/// Why a period has no rows: it lies before the first one on record.
pub fn before_records(lang: Lang, from: Period) -> String {
    let from = period(lang, from);
    say!(
        lang,
        "Sổ theo dõi từ tháng {from}; các tháng trước đó không tính.",
        "Reports begin with {from}; earlier months are not counted."
    )
}

/// The sign of a status in a grid of months, explained in the legend.
pub fn sign(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Attended => lang.pick("x", "x"),
        Status::Substituted => lang.pick("T", "S"),
        Status::Excused => lang.pick("L", "E"),
        Status::Absent => lang.pick("V", "A"),
        Status::NotHeld => lang.pick("K", "N"),
        Status::Missing => "–",
        Status::Pending => "…",
        Status::Unassigned => "?",
    }
}

/// The legend of the signs.
pub fn legend(lang: Lang) -> String {
    use crate::domain::Keyword;
    let signs: Vec<String> = Status::ALL
        .iter()
        .map(|status| format!("{} {}", sign(lang, *status), status.lower(lang)))
        .collect();
    let head = lang.pick("Ký hiệu", "Signs");
    let blank = lang.pick("để trống: không thuộc diện theo dõi", "blank: not due");
    format!("{head}: {}; {blank}", signs.join(", "))
}

/// The head of a month column.
pub fn month_head(lang: Lang, month: Period) -> String {
    match lang.language {
        Language::Vi => format!("T{}\n{}", month.month(), month.year()),
        Language::En => format!("{:02}\n{}", month.month(), month.year()),
    }
}
