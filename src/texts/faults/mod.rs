//! Faults of input files: what they can be, and in words.

mod aside;
mod book;
mod place;
mod problem;
mod words;

pub use aside::{Aside, left_aside};
pub use book::BookFlaw;
pub use place::{Source, Spot, source, spot};
pub use problem::Problem;
pub use words::{column_named, problem};
pub(super) use words::{in_words, shown};

use super::{Explained, Lang, count, explain, say};

/// The last line: how many faults there are, and that nothing was imported.
pub fn head(lang: Lang, total: usize) -> Explained {
    let faults = count(lang, total, "lỗi", "fault", "faults");
    explain!(
        lang,
        Faults,
        "Có {faults} trong tệp nhập, chưa nhập gì",
        "The input has {faults}, nothing was imported",
        hint(
            "Sửa các chỗ trên rồi nhập lại; thử trước mà không ghi: thêm --dry-run",
            "Correct the places above and import again; to try without writing: add --dry-run",
        ),
    )
}

/// That more faults were found than are listed.
pub fn more(lang: Lang, more: usize) -> String {
    let more = count(lang, more, "lỗi khác", "more fault", "more faults");
    say!(lang, "… và {more}", "… and {more}")
}

/// Where a fault is: file, line, column and what stands there.
pub fn place(lang: Lang, at: &Spot, column: Option<&str>, value: &str) -> String {
    let mut place = spot(lang, at);
    if let Some(column) = column {
        place += &say!(lang, ", cột {column}", ", column {column}");
    }
    if !value.is_empty() {
        place += &format!(" “{value}”");
    }
    place
}

/// What may have emptied a column in many rows.
pub fn merged_cells(lang: Lang) -> &'static str {
    lang.pick(
        " (ô gộp trong Excel? bỏ gộp rồi điền đủ từng dòng)",
        " (merged cells in Excel? unmerge them and fill in each row)",
    )
}

/// A word of the commands in the place of codes.
pub fn visitors_coded(lang: Lang) -> String {
    say!(
        lang,
        "trong tệp phải ghi mã cán bộ, ví dụ TUV-01;TUV-02, hoặc “không có”",
        "a file needs codes of officials, such as TUV-01;TUV-02, or “none”"
    )
}
