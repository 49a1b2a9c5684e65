//! Operations as sentences, made when they are printed.

use super::answers::kind_word;
use super::{Lang, date, period, read_word, say};
use crate::domain::{Date, MeetingKind, Operation, Period};

/// What an operation did, in one sentence without its reason.
pub fn sentence(lang: Lang, operation: &Operation) -> String {
    let argument = |key: &str| operation.arguments.get(key).cloned().unwrap_or_default();
    let day = |key: &str| {
        let text = argument(key);
        Date::from_iso(&text).map_or(text, |day| date(lang, day))
    };
    let (cell, official) = (argument("cell"), argument("official"));
    match operation.verb.as_str() {
        "init" => say!(lang, "Lập sổ", "Made the record file"),
        "demo" => say!(lang, "Lập sổ mẫu", "Made the sample record file"),
        "config" => {
            let key = argument("key");
            say!(lang, "Đổi cài đặt {key}", "Changed the setting {key}")
        }
        "import" => {
            let files = argument("files");
            let records = argument("records").parse().unwrap_or(0);
            let records = super::count(lang, records, "bản ghi", "record", "records");
            say!(lang, "Nhập {records} từ tệp: {files}", "Imported {records} from: {files}")
        }
        "committee-add" => {
            let code = argument("committee");
            say!(lang, "Thêm đảng bộ {code}", "Added the committee {code}")
        }
        "cell-add" => {
            let committee = argument("committee");
            say!(
                lang,
                "Thêm chi bộ {cell} thuộc {committee}",
                "Added the cell {cell} of {committee}"
            )
        }
        "official-add" => say!(lang, "Thêm cán bộ {official}", "Added the official {official}"),
        "official-erase" => {
            say!(
                lang,
                "Xóa họ tên của cán bộ {official}",
                "Erased the name of the official {official}"
            )
        }
        "assign" => {
            let from = day("from");
            say!(
                lang,
                "Phân công {official} dự {cell} từ ngày {from}",
                "Assigned {official} to {cell} from {from}"
            )
        }
        "unassign" => {
            let on = day("on");
            say!(
                lang,
                "Thôi phân công {official} ở {cell} từ ngày {on}",
                "Ended the assignment of {official} to {cell} from {on}"
            )
        }
        "log-meeting" | "meeting-amend" | "meeting-remove" => meeting(lang, operation),
        "close" => {
            let (month, document) = (month(lang, operation), argument("document"));
            match document.is_empty() {
                true => say!(lang, "Chốt kỳ {month}", "Closed the period {month}"),
                false => say!(
                    lang,
                    "Chốt kỳ {month} theo {document}",
                    "Closed the period {month} under {document}"
                ),
            }
        }
        "reopen" => {
            let month = month(lang, operation);
            say!(lang, "Mở lại kỳ {month}", "Opened the period {month} again")
        }
        "official-post" | "official-retire" | "official-recode" | "committee-rename"
        | "committee-recode" | "committee-dissolve" | "cell-rename" | "cell-recode"
        | "cell-merge" | "cell-split" | "cell-move" | "cell-dissolve" => {
            super::reorganisation::sentence(lang, operation)
        }
        "undo" => {
            let number = argument("operation");
            say!(lang, "Hoàn tác thao tác {number}", "Undid operation {number}")
        }
        "redo" => {
            let number = argument("redone");
            say!(lang, "Làm lại thao tác {number}", "Redid operation {number}")
        }
        other => other.to_owned(),
    }
}

fn month(lang: Lang, operation: &Operation) -> String {
    let month = operation.arguments.get("period").cloned().unwrap_or_default();
    Period::from_iso(&month).map_or(month, |p| period(lang, p))
}

fn meeting(lang: Lang, operation: &Operation) -> String {
    let argument = |key: &str| operation.arguments.get(key).cloned().unwrap_or_default();
    let cell = argument("cell");
    let month = month(lang, operation);
    let kind = argument("kind");
    let kind = read_word::<MeetingKind>(&kind).map_or(kind, |k| kind_word(lang, k));
    let held_on = Date::from_iso(&argument("held_on")).map(|day| date(lang, day));
    let held = match held_on {
        Some(day) => say!(lang, "ngày {day}", "held on {day}"),
        None => say!(lang, "không sinh hoạt", "not held"),
    };
    match operation.verb.as_str() {
        "log-meeting" => say!(
            lang,
            "Ghi buổi sinh hoạt {kind}kỳ {month} của {cell} ({held})",
            "Recorded the {kind}meeting of {cell} for {month} ({held})"
        ),
        "meeting-amend" => say!(
            lang,
            "Sửa buổi sinh hoạt {kind}kỳ {month} của {cell} ({held})",
            "Amended the {kind}meeting of {cell} for {month} ({held})"
        ),
        _ => say!(
            lang,
            "Bỏ buổi sinh hoạt {kind}kỳ {month} của {cell} ({held})",
            "Removed the {kind}meeting of {cell} for {month} ({held})"
        ),
    }
}

/// The mark of an operation that was taken back.
pub fn undone(lang: Lang) -> &'static str {
    lang.pick(" (đã hoàn tác)", " (undone)")
}
