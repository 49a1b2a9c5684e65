//! Words of the report on scores and grades.

use super::{Lang, as_of, date, months, say, share};
use crate::domain::{Date, Grade, PeriodSpan, Share, Verdict};

/// How many meetings have each grade, the best first, and how many have none.
pub type Counted = ([u64; 4], u64);

/// The title of the report: that of the list which offices send.
pub fn title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ · {months}",
        "Scores and grades of cell meetings · {months}"
    )
    .to_uppercase()
}

/// The grades together, as of when; of no meetings nothing is counted.
pub fn counted(lang: Lang, grades: Counted, today: Date) -> String {
    if grades == Counted::default() {
        return as_of(lang, today);
    }
    let (line, today) = (line(lang, grades), date(lang, today));
    say!(lang, "{line} · tính đến {today}", "{line} · as of {today}")
}

/// The grades together.
pub fn line(lang: Lang, ([good, fair, average, poor], none): Counted) -> String {
    let none = if none > 0 {
        say!(lang, " · chưa xếp loại {none}", " · not graded {none}")
    } else {
        String::new()
    };
    say!(
        lang,
        "tốt {good} · khá {fair} · trung bình {average} · kém {poor}{none}",
        "good {good} · fair {fair} · average {average} · poor {poor}{none}"
    )
}

/// The footnote of the list: members in all, and how many of them at meetings elsewhere, where that is known.
pub fn members(lang: Lang, total: Option<u64>, away: Option<u64>) -> String {
    let said = |known: Option<u64>| {
        known.map_or(lang.pick("chưa rõ", "not known").to_owned(), |known| known.to_string())
    };
    let (total, away) = (said(total), said(away));
    say!(
        lang,
        "* Tổng số đảng viên: {total}, trong đó sinh hoạt tạm thời nơi khác: {away}.",
        "* Members in all: {total}, of whom temporarily elsewhere: {away}."
    )
}

/// By which guidance it is judged what meetings keep.
pub fn judged_by(lang: Lang, sets: &[(Date, &str)]) -> String {
    let set = |(from, guidance): &(Date, &str)| since(lang, guidance, *from);
    let sets = sets.iter().map(set).collect::<Vec<_>>().join("; ");
    say!(
        lang,
        "Khung đánh giá: {sets}; buổi trước ngày đó không đánh giá.",
        "Judged by {sets}; earlier meetings are not judged."
    )
}

/// A guidance with the day from which it is in force.
pub fn since(lang: Lang, guidance: &str, from: Date) -> String {
    let from = date(lang, from);
    say!(lang, "{guidance} (từ {from})", "{guidance} (from {from})")
}

/// Over the four grades.
pub fn graded(lang: Lang) -> &'static str {
    lang.pick("Xếp loại sau buổi sinh hoạt", "Graded after the meeting")
}

/// The note of the list.
pub fn note(lang: Lang) -> &'static str {
    lang.pick("Ghi chú (thuyết minh điểm trừ)", "Note (why points were taken off)")
}

/// Whether cell committees met beforehand.
pub fn prepared(lang: Lang) -> &'static str {
    lang.pick("Họp chi ủy trước", "Prepared")
}

/// By how much the own score is higher than that of the committee above.
pub fn difference(lang: Lang) -> &'static str {
    lang.pick("Tự chấm cao hơn", "Own score higher by")
}

/// That a meeting has no grade.
pub fn no_grade(lang: Lang) -> &'static str {
    lang.pick("Chưa xếp loại", "Not graded")
}

/// Over the grades of each month.
pub fn by_month(lang: Lang) -> &'static str {
    lang.pick("Xếp loại theo tháng", "Grades by month")
}

/// Over the themes of each quarter.
pub fn themes(lang: Lang, of: Share) -> String {
    let of = match of.n {
        0 => lang
            .pick("chưa có chi bộ nào đủ báo cáo của cả quý", "no quarter is known yet")
            .to_owned(),
        _ => {
            let of = share(lang, of);
            say!(
                lang,
                "{of} lượt chi bộ-quý đã đủ báo cáo",
                "{of} of the cell-quarters that are known"
            )
        }
    };
    say!(
        lang,
        "Sinh hoạt chuyên đề mỗi quý: {of} (x có, – không, … chưa đủ báo cáo)",
        "A theme each quarter: {of} (x yes, – no, … not all reported)"
    )
}

/// A grade in a grid.
pub fn sign(lang: Lang, grade: Grade) -> &'static str {
    match grade {
        Grade::Good => lang.pick("T", "G"),
        Grade::Fair => lang.pick("K", "F"),
        Grade::Average => lang.pick("TB", "A"),
        Grade::Poor => lang.pick("Kém", "P"),
    }
}

/// Whether a cell had a theme in a quarter.
pub fn theme_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "x",
        Verdict::NotMet => "–",
        Verdict::NotRecorded => "…",
    }
}

/// A mean of tenths of a point over meetings, with its sign; nothing over none.
pub fn mean_difference(lang: Lang, tenths: i64, meetings: u64) -> String {
    if meetings == 0 {
        return String::new();
    }
    let n = meetings as i64;
    let rounded = (tenths.abs() * 2 + n) / (n * 2);
    let (whole, tenth) = (rounded / 10, rounded % 10);
    let sign = match tenths.signum() {
        _ if rounded == 0 => "",
        -1 => "−",
        _ => "+",
    };
    let mark = lang.pick(',', '.');
    format!("{sign}{whole}{mark}{tenth} ({meetings})")
}
