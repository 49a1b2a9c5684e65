//! Failures in words: the command line, places, copies and the record file.

mod copies;
mod place;
mod record_file;
mod usage;

pub use copies::{CopyRefusal, copy};
pub use place::{Place, place, unusable};
pub(super) use record_file::technical;
pub use record_file::{
    Of, absent, busy, damaged, disk_failed, disk_full, flawed, left_beside, newer, not_chibo,
    not_its_own, other_schema, present, read_only, row_broken, so_is_the_copy, so_no_past,
    so_not_closed, so_not_replaced, sqlite, temporary,
};
pub use usage::{Usage, usage};

use super::{Explained, Lang, explain, say};

/// The end of every refusal: what was left unchanged.
pub fn unchanged(lang: Lang) -> &'static str {
    lang.pick("Không có gì thay đổi.", "Nothing was changed.")
}

/// The words before a message and before a hint.
pub fn error_word(lang: Lang) -> &'static str {
    lang.pick("Lỗi", "Error")
}

pub fn hint_word(lang: Lang) -> &'static str {
    lang.pick("Gợi ý", "Hint")
}

/// A defect in chibo itself.
pub fn defect(lang: Lang, detail: &str) -> String {
    say!(
        lang,
        "chibo gặp lỗi của chính chương trình; sổ không thay đổi. Xin báo lại dòng này: {detail}",
        "chibo met a defect of its own; the record file is unchanged. Please report this line: {detail}"
    )
}

/// A word that is not in a list.
pub fn word_unknown(lang: Lang, text: &str, known: &[String]) -> Explained {
    let known = known.join(", ");
    explain!(
        lang,
        WordUnknown,
        "“{text}” không hợp lệ; chọn một trong: {known}",
        "“{text}” is not one of: {known}",
    )
}
