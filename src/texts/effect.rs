//! Words of the report on attendance with and without a visitor.

use super::{Lang, count, date, months, say};
use crate::domain::{Date, PeriodSpan};

/// The title of the report.
pub fn title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Đảng viên dự sinh hoạt khi có và không có cán bộ về dự · {months}",
        "Members at meetings with and without a visitor · {months}"
    )
    .to_uppercase()
}

/// How many meetings there are of each sort, as of when.
pub fn counted(lang: Lang, visited: u64, unvisited: u64, today: Date) -> String {
    let today = date(lang, today);
    let meetings = |n: u64| count(lang, n as usize, "buổi", "meeting", "meetings");
    let (visited, unvisited) = (meetings(visited), meetings(unvisited));
    say!(
        lang,
        "{visited} có cán bộ về dự · {unvisited} không có · tính đến {today}",
        "{visited} with a visitor · {unvisited} without · as of {today}"
    )
}

/// Keys, labels and what stands over them.
pub fn columns(lang: Lang) -> [(&'static str, &'static str, &'static str); 7] {
    let percent = lang.pick("Tỷ lệ có mặt, %", "Present, %");
    let points = lang.pick("Chênh lệch, điểm phần trăm", "Difference, percentage points");
    [
        ("by", lang.pick("So sánh", "Compared"), ""),
        ("n", lang.pick("Số", "Number"), ""),
        ("visited", lang.pick("có cán bộ", "visited"), percent),
        ("unvisited", lang.pick("không có", "not"), percent),
        ("difference", lang.pick("trung bình", "mean"), points),
        ("low", lang.pick("từ (95%)", "from (95%)"), points),
        ("high", lang.pick("đến (95%)", "to (95%)"), points),
    ]
}

/// What is held against itself.
pub fn by(lang: Lang, by: &str) -> &'static str {
    match by {
        "months" => lang.pick("Mỗi tháng với chính tháng đó", "Each month with itself"),
        _ => lang.pick("Mỗi chi bộ với chính chi bộ đó", "Each cell with itself"),
    }
}

/// A number with one decimal, halves away from zero.
pub fn number(lang: Lang, number: f64, sign: bool) -> String {
    let tenths = (number * 10.0).round();
    let text = format!("{:.1}", (tenths / 10.0).abs()).replace('.', lang.pick(",", "."));
    if tenths < 0.0 {
        format!("-{text}")
    } else if sign && tenths > 0.0 {
        format!("+{text}")
    } else {
        text
    }
}

/// What the interval says.
pub fn says(lang: Lang, difference: f64, low: f64, high: f64) -> String {
    let [mean, from, to] = [difference, low, high].map(|it| number(lang, it, true));
    if low > 0.0 || high < 0.0 {
        say!(
            lang,
            "Khi có cán bộ về dự, tỷ lệ có mặt chênh {mean} điểm phần trăm (khoảng tin cậy 95%: {from} đến {to}).",
            "With a visitor the share present differs by {mean} percentage points (95% interval {from} to {to})."
        )
    } else {
        say!(
            lang,
            "Số liệu chưa cho thấy chênh lệch: khoảng tin cậy 95% từ {from} đến {to} có chứa 0.",
            "The data show no difference: the 95% interval, {from} to {to}, contains 0."
        )
    }
}

/// That too few months have meetings of both sorts.
pub fn few_months(lang: Lang, least: usize) -> String {
    say!(
        lang,
        "Chưa đủ {least} tháng có cả hai loại buổi để so sánh theo tháng.",
        "Fewer than {least} months have meetings of both sorts, so that they are not compared."
    )
}

/// Which meetings are counted at all.
pub fn known_only(lang: Lang) -> &'static str {
    lang.pick(
        "Chỉ tính các buổi thường kỳ đã rõ số đảng viên phải dự và số có mặt.",
        "Only regular meetings are counted of which the members expected and present are known.",
    )
}

/// What the figures do not say.
pub fn not_by_lot(lang: Lang) -> &'static str {
    lang.pick(
        "Các buổi có cán bộ về dự không do bốc thăm mà có: chênh lệch không chứng minh là do cán bộ về dự. Mỗi chi bộ (tháng) tính một lần, khoảng tin cậy theo phân phối Student.",
        "Visits were not drawn by lot: a difference does not prove that it is theirs. Each cell (month) counts once; the interval is Student's.",
    )
}
