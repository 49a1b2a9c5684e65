//! Headings of lists and of the composition report.

use super::{Heading, Labelled, Lang, date, say};
use crate::domain::Date;

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
    lang.pick("Các thao tác đã ghi, mới nhất ở cuối", "Operations, the newest last")
}

/// That a list of operations leaves out older ones.
pub fn older_operations(lang: Lang, shown: usize, older: usize) -> Option<String> {
    let line = say!(
        lang,
        "Đây là {shown} thao tác mới nhất; còn {older} thao tác trước đó, xem đủ: thêm --all",
        "These are the newest {shown}; {older} older ones are left out, to see all: add --all"
    );
    (older > 0).then_some(line)
}

/// That a list of meetings leaves out older ones.
pub fn older_meetings(lang: Lang, shown: usize, older: usize) -> Option<String> {
    let line = say!(
        lang,
        "Đây là {shown} buổi mới nhất; còn {older} buổi trước đó, xem đủ: thêm --all",
        "These are the newest {shown}; {older} older ones are left out, to see all: add --all"
    );
    (older > 0).then_some(line)
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

/// The number of a document, over the column of a list.
pub fn document(lang: Lang) -> &'static str {
    lang.pick("Văn bản", "Document")
}

/// The day of the month on which a cell usually meets, over the column of a list.
pub fn usual_day(lang: Lang) -> &'static str {
    Heading::UsualDay.label(lang)
}

/// Which columns a narrow screen has no room for, and where they are to be seen.
pub fn left_out(lang: Lang, columns: &[String]) -> String {
    let columns = columns.join(", ");
    say!(
        lang,
        "Không đủ chỗ cho cột: {columns}. Xem đủ: mở rộng cửa sổ, hoặc thêm -o bao-cao.txt",
        "No room for: {columns}. To see all: a wider window, or add -o report.txt"
    )
}

/// What a sheet of paper has no room for.
pub fn not_on_paper(lang: Lang, columns: &[String]) -> String {
    let columns = columns.join(", ");
    say!(lang, "Không in cột: {columns}.", "Not printed: {columns}.")
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

/// What people write where there is none, folded.
pub const NONE: [&str; 3] = ["none", "khong", "khong co"];

/// Visitors of a meeting to which nobody came.
pub fn no_visitor(lang: Lang) -> &'static str {
    lang.pick("không có", "none")
}

/// A dated value with the day from which it holds.
pub fn since(lang: Lang, value: &str, from: Option<Date>) -> String {
    match from.map(|day| date(lang, day)) {
        None => value.to_owned(),
        Some(day) => say!(lang, "{value} (từ ngày {day})", "{value} (since {day})"),
    }
}

/// Where a duty is owed that is owed anywhere.
pub fn all_cells(lang: Lang) -> &'static str {
    lang.pick("tất cả chi bộ", "all cells")
}

pub fn duties_heading(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(lang, "Nghĩa vụ dự sinh hoạt chi bộ · ngày {day}", "Duties to attend · on {day}")
}
