//! What is wrong with a file, in words.

use super::{Problem, book, spot};
use crate::domain::refusal::Calendar;
use crate::domain::{
    AbsenceReason, Date, DetailKind, Grade, Key, Keyword, NotHeldReason, OldEncoding, Period,
    Refusal,
};
use crate::texts::lists::{no_visitor, yes_no};
use crate::texts::{Hint, Labelled, Lang, column_label, count, date, period, refusal, say, system};

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
        Problem::TooLarge { most } => {
            say!(lang, "tệp lớn hơn {most} byte", "the file is larger than {most} bytes")
        }
        Problem::Book(flaw) => book::flaw(lang, flaw),
        Problem::NotUnicode { found } => {
            let way = way_to_unicode(lang, *found);
            match found.map(|found| found.label(lang)) {
                Some(found) => say!(
                    lang,
                    "chữ trong tệp không phải Unicode mà là {found}; {way}",
                    "the text is not Unicode but {found}; {way}"
                ),
                None => say!(
                    lang,
                    "chữ trong tệp không phải Unicode (tệp CSV thường của Excel làm mất dấu); {way}",
                    "the text is not Unicode (the ordinary CSV of Excel loses letters); {way}"
                ),
            }
        }
        Problem::OtherEncoding { said, found } => {
            let said = said.label(lang);
            match found {
                Some(found) => {
                    let (name, key) = (found.label(lang), found.key());
                    say!(
                        lang,
                        "chữ trong tệp không phải {said} mà là {name}; thử --encoding {key}",
                        "the text is not {said} but {name}; try --encoding {key}"
                    )
                }
                None => say!(
                    lang,
                    "đọc theo {said} không thành tiếng Việt; trong Excel chọn Save As → CSV UTF-8",
                    "read as {said} this is not Vietnamese; in Excel choose Save As → CSV UTF-8"
                ),
            }
        }
        Problem::OldEncoding { found } => {
            let (name, way) = (found.label(lang), way_to_unicode(lang, Some(*found)));
            say!(
                lang,
                "chữ gõ bằng phông {name}, không phải Unicode; {way}",
                "typed for a font of {name}, not Unicode; {way}"
            )
        }
        Problem::LettersLost { of_file } => match of_file {
            true => say!(
                lang,
                "tệp lưu không phải Unicode nên chữ có dấu đã thành “?”; mở lại tệp gốc, trong Excel chọn Save As → CSV UTF-8",
                "the file was saved without Unicode, and letters have become “?”; open the original again and choose Save As → CSV UTF-8"
            ),
            false => say!(
                lang,
                "chữ có dấu đã mất, thành “?”; lấy lại từ tệp gốc (trong Excel: Save As → CSV UTF-8)",
                "letters were lost and became “?”; take them from the original (in Excel: Save As → CSV UTF-8)"
            ),
        },
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
            Some(near) => {
                let near = column_named(lang, near);
                say!(
                    lang,
                    "không rõ cột này; gần giống: {near}. Nếu đúng, hoặc để bỏ qua cột: --columns \"TÊN CỘT=cột\"",
                    "there is no such column; nearest: {near}. To say which it is, or none: --columns \"HEADING=column\""
                )
            }
            None => say!(
                lang,
                "không rõ cột này; nói rõ đó là cột nào, hoặc bỏ qua: --columns \"TÊN CỘT=cột\" (tệp mẫu: {CHIBO} import --template THƯ_MỤC)",
                "there is no such column; to say which it is, or none: --columns \"HEADING=column\" (blank files: {CHIBO} import --template FOLDER)",
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
        Problem::RowEndsEarly => say!(
            lang,
            "dòng kết thúc trước cột này, là cột bắt buộc",
            "the row ends before this column, which is needed"
        ),
        Problem::CutOff => say!(
            lang,
            "dòng cuối thiếu ô và không có dấu xuống dòng; tệp có thể bị cắt ngang",
            "the last row lacks cells and does not end; the file may be cut off"
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
            let labels = allowed.iter().map(|(vi, en)| lang.pick(*vi, *en));
            let allowed = labels.collect::<Vec<_>>().join("; ");
            say!(lang, "không hợp lệ; chọn một trong: {allowed}", "must be one of: {allowed}")
        }
        Problem::DateSerial { day } => {
            let day = date(lang, *day);
            say!(
                lang,
                "đây là số của Excel, sẽ là ngày {day}; định dạng ô thành ngày rồi lưu lại",
                "this is a number of Excel and would be {day}; format the cell as a date and save again"
            )
        }
        Problem::DependsOnDay => say!(
            lang,
            "từ này mỗi ngày một nghĩa, tệp phải nhập lúc nào cũng như nhau; ghi ngày hoặc tháng cụ thể, ví dụ 5/7/2018, T7/2018",
            "this means another day tomorrow, and a file must always mean the same; write the day or month, such as 5/7/2018, T7/2018"
        ),
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
        Problem::NoMonthSheet => say!(
            lang,
            "không phải bảng tháng; tệp khác thì nhập bằng: {CHIBO} import",
            "is no month sheet; other files are read by: {CHIBO} import",
            CHIBO
        ),
        Problem::AtOdds { cell, column, recorded, sheet } => {
            let [recorded, sheet] =
                [recorded, sheet].map(|text| shown(lang, &in_words(lang, column, text)));
            say!(
                lang,
                "{cell}: trong sổ là {recorded}, trong bảng là {sheet}",
                "{cell}: on record is {recorded}, in the sheet {sheet}"
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
            if let Some(forms) = forms_in_files(lang, refused) {
                return format!("{}. {forms}", explained.message);
            }
            // What is to be typed is of no use to who mends a file.
            match explained.hint {
                Some(Hint::Advice(advice)) => format!("{}. {advice}", explained.message),
                Some(Hint::Typed(_)) | None => explained.message,
            }
        }
    }
}

/// How days and months are written in files, where words for them say nothing.
fn forms_in_files(lang: Lang, refused: &Refusal) -> Option<String> {
    let Refusal::Calendar(refused) = refused else { return None };
    match refused {
        Calendar::DateMisread { .. } | Calendar::DateTwoDigitYear { .. } => Some(say!(
            lang,
            "Viết ngày trước, ví dụ 5/7/2018 hoặc 2018-07-05",
            "Write the day first, such as 5/7/2018 or 2018-07-05"
        )),
        Calendar::PeriodMisread { .. } | Calendar::PeriodNotOneMonth { .. } => Some(say!(
            lang,
            "Viết tháng như T7/2018, 7/2018, 2018-07 (Excel giữ nguyên T7/2018)",
            "Write the month as T7/2018, 7/2018, 2018-07 (Excel leaves T7/2018 alone)"
        )),
        Calendar::DateImpossible { .. }
        | Calendar::HourMisread { .. }
        | Calendar::MomentMisread { .. }
        | Calendar::DateOutOfRange { .. }
        | Calendar::PeriodBackwards { .. } => None,
    }
}

/// What to do with a file of an old encoding.
fn way_to_unicode(lang: Lang, found: Option<OldEncoding>) -> String {
    match found.map(Keyword::key) {
        Some(key) => say!(
            lang,
            "thêm --encoding {key}, hoặc chuyển sang Unicode rồi trong Excel chọn Save As → CSV UTF-8",
            "add --encoding {key}, or turn it into Unicode and choose Save As → CSV UTF-8 in Excel"
        ),
        None => say!(
            lang,
            "trong Excel chọn Save As → CSV UTF-8",
            "in Excel choose Save As → CSV UTF-8"
        ),
    }
}

/// A column by its label, and its key where that is another word.
pub fn column_named(lang: Lang, key: &str) -> String {
    let label = column_label(key, lang);
    if label.is_empty() || label == key { key.to_owned() } else { format!("{key} ({label})") }
}

/// What stands for a value in files, in words.
pub fn in_words(lang: Lang, column: &str, text: &str) -> String {
    let label = match Key::from_key(column) {
        Some(Key::NotHeldReason) => NotHeldReason::from_key(text).map(|it| it.label(lang)),
        Some(Key::AbsenceReason) => AbsenceReason::from_key(text).map(|it| it.label(lang)),
        Some(Key::Detail(detail)) => match detail.kind() {
            DetailKind::Grade => Grade::from_key(text).map(|it| it.label(lang)),
            DetailKind::YesNo if !text.is_empty() => Some(yes_no(lang, text == "yes")),
            DetailKind::YesNo
            | DetailKind::Count
            | DetailKind::Points
            | DetailKind::Remark
            | DetailKind::Label => None,
        },
        Some(Key::Visitors) if text == "none" => Some(no_visitor(lang)),
        _ => None,
    };
    label.unwrap_or(text).to_owned()
}

/// A value as it stands somewhere, also if nothing does; days and months as people read them.
pub fn shown(lang: Lang, text: &str) -> String {
    if text.is_empty() {
        return lang.pick("(trống)", "(empty)").to_owned();
    }
    let day = Date::from_iso(text).map(|day| date(lang, day));
    let read = day.or_else(|| Period::from_iso(text).map(|month| period(lang, month)));
    format!("“{}”", read.as_deref().unwrap_or(text))
}
