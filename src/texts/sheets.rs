//! Words of workbooks: how sheets are called, and what stands at the foot of a page.

use super::Lang;

/// The name of the sheet of a table of this kind.
pub fn name(lang: Lang, kind: &str) -> &'static str {
    let (vi, en) = match kind {
        "coverage" => ("Dự sinh hoạt", "Coverage"),
        "officials-report" => ("Từng cán bộ", "By official"),
        "committees-report" => ("Từng đảng bộ", "By committee"),
        "grid" => ("Theo tháng", "By month"),
        "duties" => ("Nghĩa vụ dự", "Duties"),
        "inspections" => ("Kiểm tra, giám sát", "Inspections"),
        "bulletins" => ("Thông tin phổ biến", "Bulletins"),
        "recommendations" => ("Kiến nghị", "Recommendations"),
        "duties-report" => ("Nghĩa vụ dự", "Duties"),
        "gaps-report" => ("Cần hỏi, đôn đốc", "To ask about"),
        "attendance-report" => ("Đảng viên dự", "Attendance"),
        "quality-report" => ("Chất lượng sinh hoạt", "Quality"),
        "effect-report" => ("Tác động", "Effect"),
        "summary-report" => ("Đánh giá", "Review"),
        "recommendations-report" => ("Kiến nghị", "Recommendations"),
        "recommendation" => ("Kiến nghị", "Recommendation"),
        "schedule" => ("Lịch sinh hoạt", "Schedule"),
        "brief" => ("Phiếu dự sinh hoạt", "Sheet for a visitor"),
        "charts" => ("Biểu đồ", "Charts"),
        "page" => ("Tổng hợp", "Overview"),
        "late" => ("Báo cáo bổ sung", "Late reports"),
        "composition" => ("Cơ cấu", "Composition"),
        "difference" => ("Thay đổi", "Changes"),
        "committees" => ("Đảng bộ", "Committees"),
        "committee" => ("Đảng bộ", "Committee"),
        "cells" | "cell" => ("Chi bộ", "Cells"),
        "officials" => ("Cán bộ", "Officials"),
        "official" => ("Cán bộ", "Official"),
        "assignments" => ("Phân công", "Assignments"),
        "meetings" => ("Buổi sinh hoạt", "Meetings"),
        "meeting" => ("Buổi sinh hoạt", "Meeting"),
        "history" => ("Thao tác", "Operations"),
        "operation" => ("Thao tác", "Operation"),
        "check" => ("Sai sót", "Findings"),
        "config" => ("Cài đặt", "Settings"),
        "where" => ("Vị trí", "Files"),
        _ => ("Bảng", "Table"),
    };
    lang.pick(vi, en)
}

/// The foot of a page, with the signs that a spreadsheet puts the numbers for.
pub fn page(lang: Lang) -> &'static str {
    lang.pick("&CTrang &P/&N", "&CPage &P of &N")
}
