//! The headings of the file columns of `records.md`, section 9.
//!
//! A file names its columns by key or by either label; the keys themselves are not words.

use super::Lang;

/// Key, Vietnamese and English label of every column of a file that is read.
const LABELS: &[(&str, &str, &str)] = &[
    ("code", "Mã", "Code"),
    ("name", "Tên", "Name"),
    ("kind", "Loại", "Kind"),
    ("founded", "Ngày thành lập", "Founded on"),
    ("dissolved", "Kết thúc từ ngày", "Dissolved from"),
    ("from", "Từ ngày", "From"),
    ("committee", "Đảng bộ", "Committee"),
    ("regular_day", "Ngày sinh hoạt định kỳ", "Usual day"),
    ("from_cell", "Chi bộ cũ", "Former cell"),
    ("to_cell", "Chi bộ mới", "New cell"),
    ("on", "Ngày", "On"),
    ("document", "Số văn bản", "Document no."),
    ("label_vi", "Tên tiếng Việt", "Vietnamese label"),
    ("label_en", "Tên tiếng Anh", "English label"),
    ("order", "TT", "No."),
    ("full_name", "Họ và tên", "Full name"),
    ("title", "Chức vụ", "Title"),
    ("organisation", "Cơ quan", "Organisation"),
    ("category", "Cơ cấu", "Category"),
    ("active_from", "Công tác từ ngày", "Active from"),
    ("active_until", "Thôi công tác từ ngày", "Ends on"),
    ("cell", "Chi bộ", "Cell"),
    ("official", "Cán bộ", "Official"),
    ("until", "Thôi từ ngày", "Ends on"),
    ("document_date", "Ngày văn bản", "Document date"),
    ("issuer", "Cơ quan ban hành", "Issuer"),
    ("period", "Kỳ", "Period"),
    ("held_on", "Ngày sinh hoạt", "Held on"),
    ("not_held_reason", "Lý do không sinh hoạt", "Reason not held"),
    ("visitors", "Người dự", "Who came"),
    ("absence_reason", "Lý do vắng", "Reason for absence"),
    ("total", "Tổng số đảng viên", "Members in all"),
    ("exempt", "Miễn sinh hoạt", "Exempt"),
    ("away", "Đi nơi khác", "Away"),
    ("present", "Có mặt", "Members present"),
    ("excused", "Vắng có lý do", "Excused"),
    ("remarks", "Số ý kiến", "Number of remarks"),
    ("prepared", "Họp chi ủy trước", "Committee met beforehand"),
    ("theme", "Chuyên đề", "Theme"),
    ("self_score", "Điểm tự chấm", "Own score"),
    ("confirmed_score", "Điểm cấp trên công nhận", "Confirmed score"),
    ("grade", "Xếp loại", "Grade"),
    ("minutes_no", "Số biên bản", "Minutes no."),
    ("note", "Ghi chú", "Note"),
    ("id", "Mã kiến nghị", "Recommendation code"),
    ("raised_on", "Ngày nêu", "Raised on"),
    ("area", "Lĩnh vực", "Area"),
    ("text", "Nội dung", "Text"),
    ("closed_on", "Ngày chốt", "Closed on"),
    ("assigned", "Cán bộ được phân công", "Assigned"),
    ("predecessor", "Chi bộ trước", "Predecessor"),
    ("status", "Kết quả", "Result"),
    ("reason", "Lý do", "Reason"),
    ("recommendations", "Số kiến nghị", "Recommendations"),
    ("erased", "Đã xóa tên", "Name erased"),
    ("key", "Khóa", "Key"),
    ("value", "Giá trị", "Value"),
];

/// The heading of a file column; empty for a key that no file has.
pub fn column_label(key: &str, lang: Lang) -> &'static str {
    let label = LABELS.iter().find(|(of, _, _)| *of == key);
    label.map_or("", |(_, vi, en)| lang.pick(*vi, *en))
}
