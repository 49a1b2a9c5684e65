//! Faults of input files in words.

use super::{Explained, Lang, count, date, say, system, told};
use crate::domain::{Date, Thing};

/// The last line: how many faults there are, and that nothing was imported.
pub fn head(lang: Lang, total: usize) -> Explained {
    let faults = count(lang, total, "lỗi", "fault", "faults");
    told!(
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
pub fn place(
    lang: Lang,
    file: &str,
    line: Option<u64>,
    column: Option<&str>,
    value: &str,
) -> String {
    let mut place = file.to_owned();
    if let Some(line) = line {
        place += &format!(":{line}");
    }
    if let Some(column) = column {
        place += &say!(lang, ", cột {column}", ", column {column}");
    }
    if !value.is_empty() {
        place += &format!(" “{value}”");
    }
    place
}

pub fn cannot_read(lang: Lang, detail: &str) -> String {
    let detail = system(lang, detail);
    say!(lang, "không đọc được: {detail}", "cannot be read: {detail}")
}

pub fn no_known_file(lang: Lang) -> String {
    say!(
        lang,
        "thư mục không có tệp nào chibo biết; các tệp mẫu: {CHIBO} import --template THƯ_MỤC",
        "the folder has none of the files that chibo knows; templates: {CHIBO} import --template FOLDER",
        CHIBO
    )
}

pub fn unknown_file(lang: Lang, near: Option<&str>) -> String {
    match near {
        Some(near) => say!(
            lang,
            "chibo không biết tệp này; gần giống: {near}",
            "chibo does not know this file; nearest: {near}"
        ),
        None => say!(
            lang,
            "chibo không biết tệp này; để nó ra ngoài thư mục",
            "chibo does not know this file; move it out of the folder"
        ),
    }
}

pub fn kind_unclear(lang: Lang, fits: &[&str]) -> String {
    let fits = fits.join(", ");
    if fits.is_empty() {
        say!(
            lang,
            "tên tệp và các cột không cho biết đây là tệp gì; đặt tên như tệp mẫu, ví dụ meetings.csv",
            "neither the name nor the columns tell what this file is; name it as its template, such as meetings.csv"
        )
    } else {
        say!(
            lang,
            "các cột hợp với nhiều loại tệp ({fits}); đặt tên như tệp mẫu",
            "the columns fit several kinds of file ({fits}); name it as its template"
        )
    }
}

pub fn not_read_yet(lang: Lang) -> String {
    say!(
        lang,
        "bản chibo này chưa đọc tệp này; để nó ra ngoài thư mục",
        "this version of chibo does not read this file yet; move it out of the folder"
    )
}

pub fn too_large(lang: Lang, most: u64) -> String {
    say!(lang, "tệp lớn hơn {most} byte", "the file is larger than {most} bytes")
}

pub fn not_utf8(lang: Lang, utf16: bool) -> String {
    if utf16 {
        say!(
            lang,
            "tệp lưu ở dạng UTF-16; trong Excel chọn Save As → CSV UTF-8",
            "the file is UTF-16; in Excel choose Save As → CSV UTF-8"
        )
    } else {
        say!(
            lang,
            "chữ không phải UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258); trong Excel chọn Save As → CSV UTF-8",
            "the text is not UTF-8 (it may be TCVN3, VNI or Windows-1258); in Excel choose Save As → CSV UTF-8"
        )
    }
}

pub fn binary(lang: Lang) -> String {
    say!(
        lang,
        "tệp không phải văn bản CSV (có thể là tệp Excel); trong Excel chọn Save As → CSV UTF-8",
        "the file is not CSV text (it may be a workbook); in Excel choose Save As → CSV UTF-8"
    )
}

pub fn empty_file(lang: Lang) -> String {
    say!(lang, "tệp trống, không có cả dòng tiêu đề", "the file is empty and has no headings")
}

pub fn unknown_column(lang: Lang, near: Option<&str>) -> String {
    match near {
        Some(near) => say!(
            lang,
            "tên cột không hợp lệ; gần giống: {near}",
            "there is no such column; nearest: {near}"
        ),
        None => say!(
            lang,
            "tên cột không hợp lệ; xem các cột của từng tệp ở tệp mẫu: {CHIBO} import --template THƯ_MỤC",
            "there is no such column; the blank files have them: {CHIBO} import --template FOLDER",
            CHIBO
        ),
    }
}

pub fn column_twice(lang: Lang) -> String {
    say!(lang, "cột này có hai lần", "this column stands twice")
}

pub fn column_missing(lang: Lang) -> String {
    say!(lang, "thiếu cột này", "this column is missing")
}

pub fn cell_count(lang: Lang, expected: usize, found: usize) -> String {
    let found = count(lang, found, "ô", "cell", "cells");
    say!(
        lang,
        "dòng có {found}, tiêu đề có {expected}; ô có chứa dấu ngăn cách cột phải đặt trong dấu ngoặc kép",
        "the row has {found}, the headings {expected}; a cell that contains the separator must be in quotes"
    )
}

pub fn cell_without_column(lang: Lang) -> String {
    say!(lang, "ô này ở cột không có tiêu đề", "this cell is in a column without a heading")
}

pub fn cell_too_long(lang: Lang, longest: usize) -> String {
    say!(
        lang,
        "ô dài quá {longest} ký tự; có thể thiếu dấu ngoặc kép đóng",
        "the cell is longer than {longest} characters; a closing quote may be missing"
    )
}

pub fn quote_open(lang: Lang) -> String {
    say!(
        lang,
        "thiếu dấu ngoặc kép đóng cho đến hết tệp; tệp có thể bị cắt ngang",
        "a quote is not closed before the file ends; the file may be cut off"
    )
}

pub fn slash_dates(lang: Lang, line: u64, text: &str) -> String {
    say!(
        lang,
        "ngày “{text}” ở dòng {line} cho thấy tệp viết tháng trước, nên không ngày nào có dấu / trong tệp là chắc chắn; viết lại các ngày theo 2018-07-25 hoặc 25/7/2018",
        "the date “{text}” on line {line} shows that the file writes the month first, so no date with / is sure; write the dates as 2018-07-25 or 25/7/2018"
    )
}

pub fn required(lang: Lang) -> String {
    say!(lang, "không được để trống", "must not be empty")
}

pub fn word_unknown(lang: Lang, allowed: &[&str]) -> String {
    let allowed = allowed.join(", ");
    say!(lang, "không hợp lệ; chọn một trong: {allowed}", "must be one of: {allowed}")
}

pub fn visitors_empty(lang: Lang) -> String {
    say!(
        lang,
        "chưa nêu ai đã dự: ghi mã cán bộ, hoặc “không có” nếu không cán bộ nào dự",
        "it is not said who came: write codes, or “none” if nobody did"
    )
}

pub fn held_and_not_held(lang: Lang) -> String {
    say!(
        lang,
        "có cả ngày sinh hoạt và lý do không sinh hoạt; chỉ ghi một",
        "both a day and a reason for not meeting are given; give one"
    )
}

pub fn neither_held(lang: Lang) -> String {
    say!(
        lang,
        "cần ngày sinh hoạt, hoặc lý do không sinh hoạt",
        "the day of the meeting, or the reason why it was not held, is wanted"
    )
}

pub fn not_held_has_more(lang: Lang) -> String {
    say!(
        lang,
        "buổi không sinh hoạt thì không có số liệu này; để trống",
        "a meeting that was not held has no such figure; leave it empty"
    )
}

pub fn from_after_beginning(lang: Lang, founded: Option<Date>) -> String {
    match founded {
        Some(day) => {
            let day = date(lang, day);
            say!(
                lang,
                "dòng đầu tiên của mã này bắt đầu sau ngày thành lập {day}, những ngày ở giữa không có tên hay đảng bộ; để trống cột “from” ở dòng đầu",
                "the first row of this code begins after it was founded on {day}, so the days between have no name or committee; leave “from” empty on the first row"
            )
        }
        None => say!(
            lang,
            "dòng đầu tiên của mã này có ngày bắt đầu mà không có ngày thành lập; ghi ngày đó vào cột “founded”, hoặc để trống cột “from”",
            "the first row of this code has a day in “from” but none in “founded”; write the day into “founded”, or leave “from” empty"
        ),
    }
}

pub fn undated_differs(lang: Lang, line: u64, value: &str) -> String {
    say!(
        lang,
        "khác với “{value}” ở dòng {line} cùng mã; giá trị này không đổi theo ngày nên phải giống nhau hoặc để trống",
        "differs from “{value}” on line {line} of the same code; this value does not change with the day, so it must be equal or empty"
    )
}

pub fn unknown_code(lang: Lang, near: &[Thing]) -> String {
    let near: Vec<String> = near.iter().map(|thing| thing.to_string()).collect();
    let near = near.join("; ");
    if near.is_empty() {
        say!(
            lang,
            "không có mã này trong sổ hay trong các tệp",
            "this code is neither on record nor in the files"
        )
    } else {
        say!(lang, "không có mã này; gần giống: {near}", "there is no such code; nearest: {near}")
    }
}

pub fn duplicate_row(lang: Lang, file: &str, line: u64) -> String {
    say!(
        lang,
        "cùng bản ghi nhưng khác giá trị đã có ở {file}:{line}",
        "the same record with other values stands at {file}:{line}"
    )
}

pub fn not_a_file(lang: Lang) -> String {
    say!(lang, "không phải là tệp thường", "is no ordinary file")
}

/// A word of the commands in the place of codes.
pub fn visitors_coded(lang: Lang) -> String {
    say!(
        lang,
        "trong tệp phải ghi mã cán bộ, ví dụ TUV-01;TUV-02, hoặc “không có”",
        "a file needs codes of officials, such as TUV-01;TUV-02, or “none”"
    )
}

pub fn would_change(lang: Lang, old: &str, new: &str) -> String {
    let none = lang.pick("(trống)", "(empty)");
    let shown =
        |text: &str| if text.is_empty() { none.to_owned() } else { format!("“{text}”") };
    if new.is_empty() {
        let old = shown(old);
        return say!(
            lang,
            "trong sổ là {old}, ô trong tệp để trống; muốn giữ thì ghi lại hoặc bỏ cả cột này; --amend sẽ xóa giá trị trong sổ",
            "on record is {old}, empty in the file; to keep it, write it here or leave the column out; --amend would erase it"
        );
    }
    let (old, new) = (shown(old), shown(new));
    say!(
        lang,
        "trong sổ là {old}, trong tệp là {new}; nếu tệp đúng, thêm --amend",
        "on record is {old}, in the file {new}; if the file is right, add --amend"
    )
}
