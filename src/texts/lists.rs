//! Headings and column labels of lists and of the composition report.

use super::{Lang, column_label, date, say};
use crate::domain::Date;

/// The label of a column of a list, by key.
pub fn list_label(lang: Lang, key: &str) -> &'static str {
    match key {
        "covered" => lang.pick("Đúng cán bộ dự", "Assigned visitor came"),
        "cells" => lang.pick("Số chi bộ", "Cells"),
        "expected" => lang.pick("Phải dự", "Expected"),
        "unexcused" => lang.pick("Vắng không lý do", "Unexcused"),
        "attendance" => lang.pick("Tỷ lệ dự", "Attendance"),
        "number" => lang.pick("Thao tác", "No."),
        "recorded_at" => lang.pick("Thời gian", "Time"),
        "actor" => lang.pick("Người ghi", "By"),
        "what" => lang.pick("Nội dung", "What was done"),
        "officials" => lang.pick("Số cán bộ", "Officials"),
        "share" => lang.pick("Tỷ lệ", "Share"),
        "field" => lang.pick("Mục", "Item"),
        "source" => lang.pick("Nguồn", "From"),
        "today" => lang.pick("Tính đến ngày", "Today"),
        "verb" => lang.pick("Loại thao tác", "Verb"),
        "reason" => lang.pick("Lý do", "Reason"),
        "undone" => lang.pick("Đã hoàn tác", "Undone"),
        "finding" => lang.pick("Sai sót", "Finding"),
        "next" => lang.pick("Việc cần làm", "What to do"),
        "recommendation" => lang.pick("Kiến nghị", "Recommendation"),
        "since" => lang.pick("Từ ngày", "Since"),
        // What files have too is called as it is there.
        other => column_label(other, lang),
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

/// Where the name of an official was.
pub fn name_erased(lang: Lang) -> &'static str {
    lang.pick("(họ tên đã xóa)", "(name erased)")
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
