//! Words of the review of a span: each sentence with its numbers.

use super::{Labelled, Lang, count, months, say, share, small};
use crate::domain::{Grade, Official, PeriodSpan, Said, Share};

/// The title of the review.
pub fn title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Kết quả cán bộ dự sinh hoạt chi bộ · {months}",
        "Review of visits to cell meetings · {months}"
    )
    .to_uppercase()
}

/// The head of the sentences.
pub fn text(lang: Lang) -> &'static str {
    lang.pick("Nội dung", "Statement")
}

/// The head of the parts.
pub fn section(lang: Lang) -> &'static str {
    lang.pick("Phần", "Part")
}

/// The head of the keys.
pub fn key(lang: Lang) -> &'static str {
    lang.pick("Mã nội dung", "Key")
}

/// The head of whom or what it is said of.
pub fn of(lang: Lang) -> &'static str {
    lang.pick("Của", "Of")
}

/// The head of how many.
pub fn k(lang: Lang) -> &'static str {
    lang.pick("Số", "Number")
}

/// The head of how many in all.
pub fn n(lang: Lang) -> &'static str {
    lang.pick("Trên số", "Out of")
}

/// A statement in one sentence. `named` gives the name of an official.
pub fn sentence(
    lang: Lang,
    said: &Said<'_>,
    of: Option<Share>,
    named: impl Fn(&Official) -> String,
) -> String {
    let of = of.map(|of| share(lang, of)).unwrap_or_default();
    match said {
        Said::Cells { committees, cells } => {
            let committees =
                count(lang, *committees as usize, "đảng bộ", "committee", "committees");
            let cells = count(lang, *cells as usize, "chi bộ", "cell", "cells");
            say!(
                lang,
                "Cuối kỳ có {committees} với {cells} thuộc diện theo dõi.",
                "At the end: {committees} with {cells} that are due."
            )
        }
        Said::Assigned => say!(
            lang,
            "Đã phân công cán bộ cho {of} chi bộ.",
            "{of} cells have an assigned visitor."
        ),
        Said::Officials(n) => {
            let officials = count(lang, *n as usize, "cán bộ", "official is", "officials are");
            say!(
                lang,
                "Có {officials} được phân công dự sinh hoạt chi bộ, trong đó:",
                "{officials} assigned to cells, of whom:"
            )
        }
        Said::Category(category, n) => {
            let label = lang.pick(&category.label_vi, &category.label_en);
            say!(lang, "{label}: {n}.", "{label}: {n}.")
        }
        Said::NoCategory(n) => {
            say!(lang, "Chưa ghi cơ cấu: {n}.", "No category recorded: {n}.")
        }
        Said::Reported => say!(
            lang,
            "Có báo cáo của {of} lượt chi bộ (mỗi chi bộ mỗi tháng là một lượt).",
            "Of the cell-months (one for each cell and month), {of} have reported."
        ),
        Said::Pending(n) => super::coverage::pending(lang, *n),
        Said::DutiesOpen(n) => {
            say!(lang, "Chưa hết kỳ, đang thực hiện: {n}.", "Not over, still open: {n}.")
        }
        Said::Held => {
            say!(lang, "Đã sinh hoạt thường kỳ {of} lượt.", "Regular meetings held: {of}.")
        }
        Said::Covered { not_required: 0 } => say!(
            lang,
            "Cán bộ được phân công về dự {of} lượt.",
            "The assigned visitor came in {of} cell-months."
        ),
        Said::Covered { not_required } => say!(
            lang,
            "Cán bộ được phân công về dự {of} lượt, không kể {not_required} lượt không phải dự.",
            "The assigned visitor came in {of} cell-months, without {not_required} that were not required."
        ),
        Said::CoveredOfHeld => say!(
            lang,
            "Tính trên số buổi đã sinh hoạt: {of}.",
            "Of the meetings that were held: {of}."
        ),
        Said::Visited => {
            say!(
                lang,
                "Có cán bộ về dự (kể cả dự thay) {of} lượt.",
                "A visitor, assigned or not, came in {of}."
            )
        }
        Said::AllCame => say!(
            lang,
            "Nơi có từ hai cán bộ phải dự: đủ cán bộ ở {of} buổi.",
            "Where two or more owed the visit, all of them came to {of} meetings."
        ),
        Said::CoveredBy(committee, name) => {
            let committee = format!("{} {name}", committee.code);
            say!(
                lang,
                "Đảng bộ {committee}: cán bộ được phân công về dự {of} lượt.",
                "Committee {committee}: the assigned visitor came in {of}."
            )
        }
        Said::CoveredIn(quarter) => {
            let quarter = months(lang, *quarter);
            say!(
                lang,
                "Trong {quarter}: cán bộ được phân công về dự {of} lượt.",
                "In {quarter} the assigned visitor came in {of}."
            )
        }
        Said::Visits(n) => say!(
            lang,
            "Tổng số lượt cán bộ dự sinh hoạt (các loại buổi): {n}.",
            "Visits to meetings of every kind: {n}."
        ),
        Said::Present => say!(
            lang,
            "Đảng viên có mặt trên số phải dự: {of}.",
            "Members present of those expected: {of}."
        ),
        Said::PresentIn(quarter) => {
            let quarter = months(lang, *quarter);
            say!(
                lang,
                "Trong {quarter}: đảng viên có mặt {of}.",
                "In {quarter} members present: {of}."
            )
        }
        Said::Graded => {
            say!(lang, "Đã xếp loại {of} buổi đã sinh hoạt.", "Graded of the meetings held: {of}.")
        }
        Said::Grade(grade) => grade_sentence(lang, *grade, &of),
        Said::Prepared => say!(
            lang,
            "Họp chi ủy trước: {of} buổi có ghi.",
            "The cell committee met beforehand in {of} of the meetings of which it is known."
        ),
        Said::Themes => say!(
            lang,
            "Có sinh hoạt chuyên đề: {of} lượt chi bộ trong các quý đã hết và đủ báo cáo.",
            "A theme in the quarter: {of} of the cells and quarters reported in full."
        ),
        Said::DutiesMet => say!(lang, "Nghĩa vụ dự đạt yêu cầu: {of}.", "Duties met: {of}."),
        Said::Inspections { all, inspections, supervisions, cells, officials } => {
            let officials = count(lang, *officials as usize, "cán bộ", "official", "officials");
            let all = count(lang, *all as usize, "cuộc", "inspection", "inspections");
            let cells = count(lang, *cells as usize, "chi bộ", "cell", "cells");
            say!(
                lang,
                "Kiểm tra, giám sát: {all} ở {cells} (kiểm tra {inspections}, giám sát {supervisions}), có {officials} tham gia.",
                "{all} of {cells} (inspections {inspections}, supervisions {supervisions}), in which {officials} took part."
            )
        }
        Said::Raised(n) => {
            let n = count(lang, *n as usize, "kiến nghị", "recommendation", "recommendations");
            say!(
                lang,
                "Chi bộ đã nêu {n} (kiến nghị trùng nội dung tính một lần).",
                "The cells raised {n} (the same matter counts once)."
            )
        }
        Said::Answered => say!(lang, "Đã có trả lời: {of}.", "Answered: {of}."),
        Said::Settled => say!(lang, "Đã xử lý xong: {of}, gồm:", "Settled: {of}, that is:"),
        Said::Resolved => say!(lang, "Đã giải quyết: {of}.", "Resolved: {of}."),
        Said::Declined => say!(lang, "Không giải quyết: {of}.", "Declined: {of}."),
        Said::ReportedBack => say!(
            lang,
            "Đã thông báo lại cho chi bộ: {of} kiến nghị đã có trả lời.",
            "Reported back to the cells: {of} of those answered."
        ),
        Said::CellWithout { cell, name, months } => {
            let cell = format!("{} {name}", cell.code);
            say!(
                lang,
                "Chi bộ {cell}: {months} tháng liền không có cán bộ được phân công về dự.",
                "Cell {cell}: {months} months in a row without its assigned visitor."
            )
        }
        Said::Absent { official, times } => {
            let official = named(official);
            say!(
                lang,
                "{official}: vắng {times} lần chưa rõ lý do.",
                "{official}: absent {times} times, no reason recorded."
            )
        }
        Said::Short(n) => say!(lang, "Nghĩa vụ dự chưa đạt: {n}.", "Duties not met: {n}."),
        Said::Overdue(n) => say!(
            lang,
            "Kiến nghị chưa chuyển hoặc chưa thông báo lại cho chi bộ: {n}.",
            "Recommendations not passed on, or not reported back: {n}."
        ),
        Said::AllWell => say!(
            lang,
            "Không có chi bộ, cán bộ nào cần lưu ý.",
            "No cell and no official needs attention."
        ),
    }
}

fn grade_sentence(lang: Lang, grade: Grade, of: &str) -> String {
    let grade = small(grade.label(lang));
    say!(lang, "Xếp loại {grade}: {of} buổi.", "Graded {grade}: {of}.")
}
