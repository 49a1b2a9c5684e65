//! Words of a page to look at: what stands beside the tables.

use super::{Lang, say, share};
use crate::domain::Share;

/// The words of the frame of a page.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub skip: &'static str,
    pub contents: &'static str,
    pub search: &'static str,
    /// How many rows fit, with `{k}` and `{n}` in their places.
    pub found: &'static str,
    pub sort: &'static str,
}

/// In this language.
pub fn frame(lang: Lang) -> Frame {
    Frame {
        skip: lang.pick("Đến phần nội dung", "Skip to the content"),
        contents: lang.pick("Mục lục", "Contents"),
        search: lang.pick("Tìm (gõ không dấu cũng được)", "Search (accents may be left out)"),
        found: lang.pick("{k}/{n} dòng", "{k} of {n} rows"),
        sort: lang.pick("Sắp xếp theo cột này", "Sort by this column"),
    }
}

/// The language as pages and documents name it.
pub fn tag(lang: Lang) -> &'static str {
    lang.pick("vi", "en")
}

/// The first and the last month of a line.
pub fn from_to(first: &str, last: &str) -> String {
    format!("{first} – {last}")
}

/// The lowest and the highest figure of a line, each with its month.
pub fn extremes(lang: Lang, lowest: (String, Share), highest: (String, Share)) -> String {
    let [(low, least), (high, most)] = [lowest, highest].map(|(at, of)| (at, share(lang, of)));
    say!(
        lang,
        "thấp nhất {least} ({low}), cao nhất {most} ({high})",
        "lowest {least} in {low}, highest {most} in {high}"
    )
}

/// The labels over the figures of a chart in a spreadsheet.
pub fn chart_columns(lang: Lang) -> [&'static str; 4] {
    [lang.pick("Của", "Of"), lang.pick("Số đạt", "k"), lang.pick("Trên số", "n"), "%"]
}

/// That a file was written and could not be opened.
pub fn not_opened(lang: Lang, path: &str) -> String {
    say!(
        lang,
        "Lưu ý: máy không có chương trình nào mở được tệp này; hãy tự mở {path}",
        "Note: this computer has no program that opens it; open it yourself: {path}"
    )
}
