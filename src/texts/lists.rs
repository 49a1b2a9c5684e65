//! Headings and column labels of lists and of the composition report.

use super::{Lang, date, say};
use crate::domain::Date;

/// The label of a column of a list, by key.
pub fn list_label(lang: Lang, key: &str) -> &'static str {
    match key {
        "code" => lang.pick("Mã", "Code"),
        "name" => lang.pick("Tên", "Name"),
        "kind" => lang.pick("Loại", "Kind"),
        "committee" => lang.pick("Đảng bộ", "Committee"),
        "founded" => lang.pick("Từ ngày", "Founded"),
        "dissolved" => lang.pick("Kết thúc từ ngày", "Dissolved from"),
        "regular_day" => lang.pick("Ngày thường lệ", "Usual day"),
        "cells" => lang.pick("Số chi bộ", "Cells"),
        "full_name" => lang.pick("Họ và tên", "Full name"),
        "title" => lang.pick("Chức vụ", "Title"),
        "organisation" => lang.pick("Cơ quan", "Organisation"),
        "category" => lang.pick("Cơ cấu", "Category"),
        "label_vi" => lang.pick("Tên cơ cấu (tiếng Việt)", "Label (Vietnamese)"),
        "label_en" => lang.pick("Tên cơ cấu (tiếng Anh)", "Label (English)"),
        "active_from" => lang.pick("Công tác từ ngày", "Active from"),
        "active_until" => lang.pick("Thôi từ ngày", "Until"),
        "order" => lang.pick("TT", "No."),
        "cell" => lang.pick("Chi bộ", "Cell"),
        "official" => lang.pick("Cán bộ", "Official"),
        "from" => lang.pick("Từ ngày", "From"),
        "until" => lang.pick("Thôi từ ngày", "Until"),
        "document" => lang.pick("Văn bản", "Document"),
        "period" => lang.pick("Kỳ", "Period"),
        "held_on" => lang.pick("Ngày sinh hoạt", "Held on"),
        "not_held_reason" => lang.pick("Lý do không sinh hoạt", "Why not held"),
        "visitors" => lang.pick("Người dự", "Who came"),
        "absence_reason" => lang.pick("Lý do vắng", "Why absent"),
        "total" => lang.pick("Tổng số đảng viên", "Members in all"),
        "exempt" => lang.pick("Miễn sinh hoạt", "Exempt"),
        "away" => lang.pick("Đi nơi khác", "Away"),
        "expected" => lang.pick("Phải dự", "Expected"),
        "present" => lang.pick("Có mặt", "Present"),
        "excused" => lang.pick("Vắng có lý do", "Excused"),
        "unexcused" => lang.pick("Vắng không lý do", "Unexcused"),
        "attendance" => lang.pick("Tỷ lệ dự", "Attendance"),
        "remarks" => lang.pick("Số ý kiến", "Remarks"),
        "prepared" => lang.pick("Họp chi ủy trước", "Committee met beforehand"),
        "theme" => lang.pick("Chuyên đề", "Theme"),
        "self_score" => lang.pick("Điểm tự chấm", "Own score"),
        "confirmed_score" => lang.pick("Điểm được công nhận", "Confirmed score"),
        "grade" => lang.pick("Xếp loại", "Grade"),
        "minutes_no" => lang.pick("Số biên bản", "Minutes no."),
        "note" => lang.pick("Ghi chú", "Note"),
        "number" => lang.pick("Số", "No."),
        "recorded_at" => lang.pick("Lúc", "Time"),
        "actor" => lang.pick("Người ghi", "By"),
        "what" => lang.pick("Thao tác", "What was done"),
        "officials" => lang.pick("Số cán bộ", "Officials"),
        "share" => lang.pick("Tỷ lệ", "Share"),
        "field" => lang.pick("Mục", "Item"),
        "value" => lang.pick("Giá trị", "Value"),
        "source" => lang.pick("Nguồn", "From"),
        "today" => lang.pick("Ngày tính", "Today"),
        "verb" => lang.pick("Thao tác", "Verb"),
        "reason" => lang.pick("Lý do", "Reason"),
        "undone" => lang.pick("Đã hoàn tác", "Undone"),
        "since" => lang.pick("Từ ngày", "Since"),
        _ => "",
    }
}

/// Headings of lists.
pub fn committees_heading(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(lang, "Các đảng bộ · ngày {day}", "Committees · on {day}")
}

pub fn cells_heading(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(lang, "Các chi bộ · ngày {day}", "Cells · on {day}")
}

pub fn officials_heading(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(lang, "Danh sách cán bộ · ngày {day}", "Officials · on {day}")
}

pub fn assignments_heading(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(lang, "Phân công cán bộ dự sinh hoạt chi bộ · ngày {day}", "Assigned visitors · on {day}")
}

pub fn meetings_heading(lang: Lang) -> &'static str {
    lang.pick("Các buổi sinh hoạt đã ghi", "Recorded meetings")
}

pub fn history_heading(lang: Lang) -> &'static str {
    lang.pick("Các thao tác đã ghi, mới nhất trước", "Operations, the newest first")
}

pub fn composition_heading(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(
        lang,
        "Cơ cấu cán bộ được phân công dự sinh hoạt chi bộ · ngày {day}",
        "Composition of the assigned officials · on {day}"
    )
}

/// The row of officials without a category.
pub fn no_category(lang: Lang) -> &'static str {
    lang.pick("Chưa ghi cơ cấu", "No category recorded")
}

/// What a list says when it is empty.
pub fn empty_list(lang: Lang) -> &'static str {
    lang.pick("Chưa có gì trong danh sách.", "The list is empty.")
}

/// A cell that nobody is assigned to.
pub fn nobody(lang: Lang) -> &'static str {
    lang.pick("(chưa phân công)", "(nobody assigned)")
}

/// Yes and no.
pub fn yes_no(lang: Lang, yes: bool) -> &'static str {
    if yes { lang.pick("có", "yes") } else { lang.pick("không", "no") }
}

/// Visitors of a meeting to which nobody came.
pub fn no_visitor(lang: Lang) -> &'static str {
    lang.pick("không có", "none")
}
