//! What is wrong with a file, in words.

use super::{Problem, book, spot};
use crate::domain::Keyword;
use crate::texts::{Hint, Labelled, Lang, count, date, period, refusal, say, system};

/// A problem in words. Every variant has its own; one without does not compile.
pub fn problem(lang: Lang, problem: &Problem) -> String {
    match problem {
        Problem::CannotRead { detail } => {
            let detail = system(lang, detail);
            say!(lang, "không đọc được: {detail}", "cannot be read: {detail}")
        }
        Problem::NotAFile => say!(lang, "không phải là tệp thường", "is no ordinary file"),
        Problem::NoKnownFile => say!(
            lang,
            "thư mục không có tệp nào chibo biết; các tệp mẫu: {CHIBO} import --template THƯ_MỤC",
            "the folder has none of the files that chibo knows; templates: {CHIBO} import --template FOLDER",
            CHIBO
        ),
        Problem::UnknownFile { near } => match near {
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
        },
        Problem::KindUnclear { fits } => {
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
        Problem::NotReadYet => say!(
            lang,
            "bản chibo này chưa đọc tệp này; để nó ra ngoài thư mục",
            "this version of chibo does not read this file yet; move it out of the folder"
        ),
        Problem::TooLarge { most } => {
            say!(lang, "tệp lớn hơn {most} byte", "the file is larger than {most} bytes")
        }
        Problem::Book(flaw) => book::flaw(lang, flaw),
        Problem::NotUtf8 { utf16 } => {
            if *utf16 {
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
        Problem::Binary => say!(
            lang,
            "tệp không phải văn bản CSV (có thể là tệp Excel); trong Excel chọn Save As → CSV UTF-8",
            "the file is not CSV text (it may be a workbook); in Excel choose Save As → CSV UTF-8"
        ),
        Problem::EmptyFile => say!(
            lang,
            "tệp trống, không có cả dòng tiêu đề",
            "the file is empty and has no headings"
        ),
        Problem::UnknownColumn { near } => match near {
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
        },
        Problem::ColumnTwice => say!(lang, "cột này có hai lần", "this column stands twice"),
        Problem::ColumnMissing => say!(lang, "thiếu cột này", "this column is missing"),
        Problem::CellCount { expected, found } => {
            let found = count(lang, *found, "ô", "cell", "cells");
            say!(
                lang,
                "dòng có {found}, tiêu đề có {expected}; ô có chứa dấu ngăn cách cột phải đặt trong dấu ngoặc kép",
                "the row has {found}, the headings {expected}; a cell that contains the separator must be in quotes"
            )
        }
        Problem::CellWithoutColumn => {
            say!(lang, "ô này ở cột không có tiêu đề", "this cell is in a column without a heading")
        }
        Problem::CellTooLong { longest } => say!(
            lang,
            "ô dài quá {longest} ký tự; có thể thiếu dấu ngoặc kép đóng",
            "the cell is longer than {longest} characters; a closing quote may be missing"
        ),
        Problem::QuoteOpen => say!(
            lang,
            "thiếu dấu ngoặc kép đóng cho đến hết tệp; tệp có thể bị cắt ngang",
            "a quote is not closed before the file ends; the file may be cut off"
        ),
        Problem::SlashDatesSuspect { line, text } => say!(
            lang,
            "ngày “{text}” ở dòng {line} cho thấy tệp viết tháng trước, nên không ngày nào có dấu / trong tệp là chắc chắn; viết lại các ngày theo 2018-07-25 hoặc 25/7/2018",
            "the date “{text}” on line {line} shows that the file writes the month first, so no date with / is sure; write the dates as 2018-07-25 or 25/7/2018"
        ),
        Problem::Required => say!(lang, "không được để trống", "must not be empty"),
        Problem::WordUnknown { allowed } => {
            let allowed = allowed.join(", ");
            say!(lang, "không hợp lệ; chọn một trong: {allowed}", "must be one of: {allowed}")
        }
        Problem::VisitorsEmpty => say!(
            lang,
            "chưa nêu ai đã dự: ghi mã cán bộ, hoặc “không có” nếu không cán bộ nào dự",
            "it is not said who came: write codes, or “none” if nobody did"
        ),
        Problem::HeldAndNotHeld => say!(
            lang,
            "có cả ngày sinh hoạt và lý do không sinh hoạt; chỉ ghi một",
            "both a day and a reason for not meeting are given; give one"
        ),
        Problem::NeitherHeldNorNotHeld => say!(
            lang,
            "cần ngày sinh hoạt, hoặc lý do không sinh hoạt",
            "the day of the meeting, or the reason why it was not held, is wanted"
        ),
        Problem::NotHeldHasMore => say!(
            lang,
            "buổi không sinh hoạt thì không có số liệu này; để trống",
            "a meeting that was not held has no such figure; leave it empty"
        ),
        Problem::FromAfterBeginning { founded } => match founded {
            Some(day) => {
                let day = date(lang, *day);
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
        },
        Problem::UndatedDiffers { line, value } => say!(
            lang,
            "khác với “{value}” ở dòng {line} cùng mã; giá trị này không đổi theo ngày nên phải giống nhau hoặc để trống",
            "differs from “{value}” on line {line} of the same code; this value does not change with the day, so it must be equal or empty"
        ),
        Problem::UnknownCode { near, .. } => {
            let near: Vec<String> = near.iter().map(|thing| thing.to_string()).collect();
            let near = near.join("; ");
            if near.is_empty() {
                say!(
                    lang,
                    "không có mã này trong sổ hay trong các tệp",
                    "this code is neither on record nor in the files"
                )
            } else {
                say!(
                    lang,
                    "không có mã này; gần giống: {near}",
                    "there is no such code; nearest: {near}"
                )
            }
        }
        Problem::DuplicateRow { at } => {
            let at = spot(lang, at);
            say!(
                lang,
                "cùng bản ghi nhưng khác giá trị đã có ở {at}",
                "the same record with other values stands at {at}"
            )
        }
        Problem::WouldChange { old, new, .. } => {
            if new.is_empty() {
                let old = shown(lang, old);
                return say!(
                    lang,
                    "trong sổ là {old}, ô trong tệp để trống; muốn giữ thì ghi lại hoặc bỏ cả cột này; --amend sẽ xóa giá trị trong sổ",
                    "on record is {old}, empty in the file; to keep it, write it here or leave the column out; --amend would erase it"
                );
            }
            let (old, new) = (shown(lang, old), shown(lang, new));
            say!(
                lang,
                "trong sổ là {old}, trong tệp là {new}; nếu tệp đúng, thêm --amend",
                "on record is {old}, in the file {new}; if the file is right, add --amend"
            )
        }
        Problem::FiledWithoutMonth => say!(
            lang,
            "tệp dòng đã chốt phải đặt tên theo tháng và nằm trong thư mục filed, ví dụ filed/2018-07.csv",
            "a file of filed rows must be named after its month, in the folder filed, such as filed/2018-07.csv"
        ),
        Problem::RowsMissing { period: closed } => {
            let month = period(lang, *closed);
            say!(
                lang,
                "thiếu các dòng đã chốt của tháng {month}; nhập kèm tệp filed/{closed}.csv",
                "the rows of {month} as they were filed are missing; import filed/{closed}.csv too"
            )
        }
        Problem::ClosingMissing { period: filed } => {
            let month = period(lang, *filed);
            say!(
                lang,
                "closings.csv không có dòng nào của tháng {month}; nhập kèm closings.csv, hoặc để tệp này ra ngoài thư mục",
                "no row of closings.csv closes {month}; import closings.csv too, or move this file out of the folder"
            )
        }
        Problem::ClosedTooEarly { last } => {
            let last = date(lang, *last);
            say!(
                lang,
                "chỉ chốt được sau ngày cuối của tháng, {last}",
                "a month can be closed only after its last day, {last}"
            )
        }
        Problem::ClosedAfterToday { today } => {
            let today = date(lang, *today);
            say!(lang, "sau ngày hôm nay, {today}", "is after today, {today}")
        }
        Problem::CellTwice { line } => say!(
            lang,
            "chi bộ này đã có ở dòng {line}; mỗi chi bộ chỉ một dòng trong tháng",
            "this cell stands on line {line} already; a month has one row for each cell"
        ),
        Problem::CodeTwice { code } => say!(lang, "mã {code} ghi hai lần", "{code} stands twice"),
        Problem::NeedsHeldOn => say!(
            lang,
            "chỉ buổi đã sinh hoạt mới có nội dung này; ghi ngày sinh hoạt vào cột held_on, hoặc để trống",
            "only a meeting that was held has this; write its day into held_on, or leave this empty"
        ),
        Problem::NeedsReport => say!(
            lang,
            "tính theo chi bộ trước thì phải có ngày sinh hoạt (held_on) hoặc lý do không sinh hoạt (reason); nếu không, để trống",
            "a predecessor stands for its meeting, so its day (held_on) or why it was not held (reason) is wanted; else leave this empty"
        ),
        Problem::HeldAfterClosing { closed_on } => {
            let closed_on = date(lang, *closed_on);
            say!(
                lang,
                "sau ngày chốt tháng, {closed_on}",
                "is after the day of the closing, {closed_on}"
            )
        }
        Problem::StatusContradicts { status } => {
            let (key, label) = (status.key(), status.label(lang));
            say!(
                lang,
                "trái với các ô khác của dòng; các ô đó cho kết quả {key} ({label})",
                "contradicts the rest of the row, which gives {key} ({label})"
            )
        }
        Problem::ClosedOtherwise { period: closed, old, new } => {
            let (old, new, month) = (shown(lang, old), shown(lang, new), period(lang, *closed));
            say!(
                lang,
                "tháng {month} đã chốt; trong sổ là {old}, trong tệp là {new}. --amend không sửa số liệu đã chốt; nếu tệp đúng, mở lại tháng trước: {CHIBO} reopen {closed} --reason LÝ_DO",
                "{month} is closed; on record is {old}, in the file {new}. --amend does not change what was filed; if the file is right, open the month first: {CHIBO} reopen {closed} --reason TEXT",
                CHIBO
            )
        }
        Problem::NameOfErased => say!(
            lang,
            "cột erased ghi đã xóa tên nên ô này phải để trống",
            "erased says that the name is gone, so this must be empty"
        ),
        Problem::ErasedOnRecord => say!(
            lang,
            "họ tên của cán bộ này đã được xóa khỏi sổ và không ghi lại; để trống ô này, cột erased ghi yes",
            "the name of this official was erased and is not recorded again; leave it empty, with yes in the column erased"
        ),
        Problem::NotErasedOnRecord { code } => say!(
            lang,
            "cán bộ này còn họ tên trong sổ; nhập tệp không xóa tên. Muốn xóa: {CHIBO} official erase {code} --reason LÝ_DO",
            "this official has a name on record, and importing erases none. To erase it: {CHIBO} official erase {code} --reason TEXT",
            CHIBO
        ),
        Problem::Refused(refused) => {
            let explained = refusal(lang, refused);
            // What is to be typed is of no use to who mends a file.
            match explained.hint {
                Some(Hint::Advice(advice)) => format!("{}. {advice}", explained.message),
                Some(Hint::Typed(_)) | None => explained.message,
            }
        }
    }
}

/// A value as it stands somewhere, also if nothing does.
fn shown(lang: Lang, text: &str) -> String {
    if text.is_empty() {
        lang.pick("(trống)", "(empty)").to_owned()
    } else {
        format!("“{text}”")
    }
}
