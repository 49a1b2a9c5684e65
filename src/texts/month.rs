//! Words of the screen of a month: the title, what is open, the line of a committee and the lines beneath a row.

use super::{Labelled, Lang, count, date, months, say, share};
use crate::domain::{Date, Figures, Period, PeriodSpan, Share, Status};

/// The title of a report of coverage.
pub fn title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Tình hình cán bộ dự sinh hoạt chi bộ · {months}",
        "Visitors at cell meetings · {months}"
    )
    .to_uppercase()
}

/// How many committees and cells, as of when; of several months the counts are those of the last.
pub fn counted(lang: Lang, several: bool, committees: usize, cells: usize, today: Date) -> String {
    let committees = count(lang, committees, "đảng bộ", "committee", "committees");
    let cells = count(lang, cells, "chi bộ", "cell", "cells");
    let today = date(lang, today);
    let end = if several { lang.pick("tháng cuối có ", "in the last month ") } else { "" };
    say!(
        lang,
        "{end}{committees}, {cells} · tính đến {today}",
        "{end}{committees}, {cells} · as of {today}"
    )
}

/// Beside how many cells got their assigned visitor: the same of those that have met.
pub fn of_held(lang: Lang, of: Share) -> String {
    let of = share(lang, of);
    say!(lang, "trên số đã sinh hoạt {of}", "of those held {of}")
}

/// The figures of a committee, or of all, in one line.
pub fn line(lang: Lang, figures: &Figures) -> String {
    let Figures { assigned, reported, held, covered, visited, .. } = *figures;
    let [of_assigned, reported, held, covered, visited] =
        [assigned, reported, held, covered, visited].map(|of| of.to_string());
    let some = assigned.k < assigned.n;
    let assigned = if some {
        say!(lang, "phân công {of_assigned} · ", "assigned {of_assigned} · ")
    } else {
        String::new()
    };
    say!(
        lang,
        "{assigned}được phân công về dự {covered} · có báo cáo {reported} · đã họp {held} · có cán bộ về dự {visited}",
        "{assigned}assigned visitor came {covered} · reported {reported} · held {held} · visited {visited}"
    )
}

/// The same before any cell has reported.
pub fn line_before_reports(lang: Lang, figures: &Figures) -> String {
    let Share { k, n } = figures.assigned;
    say!(lang, "đã phân công {k}/{n}", "assigned {k}/{n}")
}

/// How many cells nobody owed a visit, beside the figure that is not of them.
pub fn not_required(lang: Lang, cells: u64) -> String {
    let cells = count(lang, cells as usize, "chi bộ", "cell", "cells");
    say!(
        lang,
        "không kể {cells} không phải dự tháng này",
        "without {cells} not required this month"
    )
}

/// Over the cells that have a gap, by status.
pub fn open(lang: Lang, cells: usize) -> String {
    match cells {
        0 => say!(
            lang,
            "Tất cả chi bộ đều có cán bộ được phân công về dự.",
            "Every cell got its assigned visitor."
        ),
        _ => {
            let cells = count(lang, cells, "chi bộ", "cell", "cells");
            say!(
                lang,
                "Còn {cells} chưa có cán bộ được phân công về dự",
                "{cells} without the assigned visitor"
            )
        }
    }
}

/// How many have not reported of a month that is not over.
pub fn pending(lang: Lang, cells: usize) -> String {
    let cells = count(lang, cells, "chi bộ", "cell", "cells");
    say!(
        lang,
        "Tháng chưa kết thúc, còn {cells} chưa có báo cáo.",
        "The month is not over; {cells} still to report."
    )
}

/// Over the table of a month of which nothing is reported: it is the list of whom to call.
pub fn nothing_reported(lang: Lang) -> &'static str {
    lang.pick(
        "Chưa chi bộ nào có báo cáo. Chi bộ phải sinh hoạt và cán bộ được phân công:",
        "No cell has reported. The cells that are due and who is assigned:",
    )
}

/// Cells of a list that are not named.
pub fn and_more(lang: Lang, cells: usize) -> String {
    say!(lang, "và {cells} chi bộ khác", "and {cells} more")
}

/// Who came in the place of the assigned visitor; a leader above him in the notice is no substitute.
pub fn stood_in(lang: Lang, who: &str, above: bool) -> String {
    if above {
        say!(
            lang,
            "{who} dự (thứ tự trên cán bộ được phân công)",
            "{who} came (above the assigned visitor in the notice)"
        )
    } else {
        say!(lang, "{who} dự thay", "{who} came instead")
    }
}

/// That an official is assigned to the cell that he belongs to.
pub fn own_cell(lang: Lang, who: &str) -> String {
    say!(lang, "đây là chi bộ nơi {who} sinh hoạt", "it is the cell that {who} belongs to")
}

/// That an official came to several cells on one day.
pub fn same_day(lang: Lang, who: &str, day: Date, cells: &str) -> String {
    let day = date(lang, day);
    say!(
        lang,
        "Lưu ý: {who} được ghi dự nhiều chi bộ trong cùng ngày {day}: {cells}.",
        "Note: {who} is recorded at several cells on {day}: {cells}."
    )
}

/// Who came, where that is not just the assigned visitor.
pub fn came(lang: Lang, who: &str) -> String {
    say!(lang, "người dự: {who}", "who came: {who}")
}

/// Who owed the visit and did not come, though others of those assigned did.
pub fn missed(lang: Lang, who: &str, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => say!(lang, "{who} không dự: {reason}", "{who} did not come: {reason}"),
        None => {
            say!(lang, "{who} không dự, chưa rõ lý do", "{who} did not come, no reason recorded")
        }
    }
}

/// Over the figures as they were filed, and as they are with what came later.
pub fn filed(lang: Lang) -> &'static str {
    lang.pick("Đã chốt", "Filed")
}

/// See [`filed`].
pub fn with_late(lang: Lang) -> &'static str {
    lang.pick("Kể cả báo cáo bổ sung", "With late records")
}

/// Over the names of the figures.
pub fn figure(lang: Lang) -> &'static str {
    lang.pick("Số liệu", "Figure")
}

/// The figure of the cells that have met, where it stands for itself.
pub fn covered_of_held(lang: Lang) -> &'static str {
    lang.pick("  trên số đã sinh hoạt", "  of those held")
}

/// The sign of a status in a grid of months: what is in order is the quietest.
pub fn sign(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Attended => "·",
        Status::NotRequired => "–",
        Status::Substituted => lang.pick("T", "S"),
        Status::Excused => lang.pick("L", "E"),
        Status::Absent => lang.pick("V", "A"),
        Status::NotHeld => lang.pick("K", "N"),
        Status::Missing => lang.pick("B", "R"),
        Status::Pending => "…",
        Status::Unassigned => lang.pick("C", "U"),
    }
}

/// What the signs mean that stand in a grid.
pub fn legend(lang: Lang, statuses: &[Status]) -> String {
    let one = |status: &Status| format!("{}\u{a0}{}", sign(lang, *status), status.lower(lang));
    let signs = statuses.iter().map(one).collect::<Vec<_>>().join("; ");
    say!(
        lang,
        "Ký hiệu: {signs}; để trống: không thuộc diện theo dõi. Dòng đảng bộ: số chi bộ có cán bộ được phân công về dự.",
        "Signs: {signs}; blank: not due. In the rows of committees: cells that got their assigned visitor."
    )
}

/// A month where there is little room, with its year: `7/18`, or `07/18` in English.
pub fn with_year(lang: Lang, month: Period) -> String {
    let (month, year) = (month.month(), month.year() % 100);
    say!(lang, "{month}/{year:02}", "{month:02}/{year:02}")
}

/// A figure of each month.
pub fn by_month(lang: Lang, figure: &str) -> String {
    say!(lang, "{figure}, theo tháng", "{figure}, by month")
}

/// A figure of each committee.
pub fn by_committee(lang: Lang, figure: &str) -> String {
    say!(lang, "{figure}, theo đảng bộ", "{figure}, by committee")
}

/// The head of a month's column, under its year.
pub fn short(lang: Lang, month: Period) -> String {
    let month = month.month();
    say!(lang, "T{month}", "{month:02}")
}
