//! Faults of the files of closed months, and of officials whose name was erased, in words.

use super::{Labelled, Lang, date, period, say};
use crate::domain::{Date, Keyword, Period, Status};

pub fn without_month(lang: Lang) -> String {
    say!(
        lang,
        "tệp dòng đã chốt phải đặt tên theo tháng và nằm trong thư mục filed, ví dụ filed/2018-07.csv",
        "a file of filed rows must be named after its month, in the folder filed, such as filed/2018-07.csv"
    )
}

pub fn rows_missing(lang: Lang, closed: Period) -> String {
    let month = period(lang, closed);
    say!(
        lang,
        "thiếu các dòng đã chốt của kỳ {month}; nhập kèm tệp filed/{closed}.csv",
        "the rows of {month} as they were filed are missing; import filed/{closed}.csv too"
    )
}

pub fn closing_missing(lang: Lang, filed: Period) -> String {
    let month = period(lang, filed);
    say!(
        lang,
        "closings.csv không có dòng nào của kỳ {month}; nhập kèm closings.csv, hoặc để tệp này ra ngoài thư mục",
        "no row of closings.csv closes {month}; import closings.csv too, or move this file out of the folder"
    )
}

pub fn closed_too_early(lang: Lang, last: Date) -> String {
    let last = date(lang, last);
    say!(
        lang,
        "chỉ chốt được sau ngày cuối của tháng, {last}",
        "a month can be closed only after its last day, {last}"
    )
}

pub fn closed_after_today(lang: Lang, today: Date) -> String {
    let today = date(lang, today);
    say!(lang, "sau ngày hôm nay, {today}", "is after today, {today}")
}

pub fn cell_twice(lang: Lang, line: u64) -> String {
    say!(
        lang,
        "chi bộ này đã có ở dòng {line}; mỗi chi bộ chỉ một dòng trong tháng",
        "this cell stands on line {line} already; a month has one row for each cell"
    )
}

pub fn code_twice(lang: Lang, code: &str) -> String {
    say!(lang, "mã {code} ghi hai lần", "{code} stands twice")
}

pub fn needs_held_on(lang: Lang) -> String {
    say!(
        lang,
        "chỉ buổi đã sinh hoạt mới có nội dung này; ghi ngày sinh hoạt vào cột held_on, hoặc để trống",
        "only a meeting that was held has this; write its day into held_on, or leave this empty"
    )
}

pub fn needs_report(lang: Lang) -> String {
    say!(
        lang,
        "tính theo chi bộ trước thì phải có ngày sinh hoạt (held_on) hoặc lý do không sinh hoạt (reason); nếu không, để trống",
        "a predecessor stands for its meeting, so its day (held_on) or why it was not held (reason) is wanted; else leave this empty"
    )
}

pub fn held_after_closing(lang: Lang, closed_on: Date) -> String {
    let closed_on = date(lang, closed_on);
    say!(lang, "sau ngày chốt tháng, {closed_on}", "is after the day of the closing, {closed_on}")
}

pub fn status_contradicts(lang: Lang, status: Status) -> String {
    let (key, label) = (status.key(), status.label(lang));
    say!(
        lang,
        "trái với các ô khác của dòng; các ô đó cho kết quả {key} ({label})",
        "contradicts the rest of the row, which gives {key} ({label})"
    )
}

pub fn closed_otherwise(lang: Lang, closed: Period, old: &str, new: &str) -> String {
    let none = lang.pick("(trống)", "(empty)");
    let shown =
        |text: &str| if text.is_empty() { none.to_owned() } else { format!("“{text}”") };
    let (old, new, month) = (shown(old), shown(new), period(lang, closed));
    say!(
        lang,
        "kỳ {month} đã chốt; trong sổ là {old}, trong tệp là {new}. --amend không sửa số liệu đã chốt; nếu tệp đúng, mở lại tháng trước: {CHIBO} reopen {closed} --reason LÝ_DO",
        "{month} is closed; on record is {old}, in the file {new}. --amend does not change what was filed; if the file is right, open the month first: {CHIBO} reopen {closed} --reason TEXT",
        CHIBO
    )
}

pub fn name_of_erased(lang: Lang) -> String {
    say!(
        lang,
        "cột erased ghi đã xóa tên nên ô này phải để trống",
        "erased says that the name is gone, so this must be empty"
    )
}

pub fn erased(lang: Lang) -> String {
    say!(
        lang,
        "họ tên của cán bộ này đã được xóa khỏi sổ và không ghi lại; để trống ô này, cột erased ghi yes",
        "the name of this official was erased and is not recorded again; leave it empty, with yes in the column erased"
    )
}

pub fn not_erased(lang: Lang, code: &str) -> String {
    say!(
        lang,
        "cán bộ này còn họ tên trong sổ; nhập tệp không xóa tên. Muốn xóa: {CHIBO} official erase {code} --reason LÝ_DO",
        "this official has a name on record, and importing erases none. To erase it: {CHIBO} official erase {code} --reason TEXT",
        CHIBO
    )
}
