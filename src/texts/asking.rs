//! Questions at a terminal, what stands under them, and how answers are read that are words.

use super::lists::NONE;
use super::{Labelled, Lang, count, date, period, say};
use crate::domain::{Counts, Date, Period, fold};

/// A question and what stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub question: &'static str,
    pub help: &'static str,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Cell,
    Committee,
    Official,
    Month,
    Day,
    Counts,
    Rest,
    Visitors,
    AbsenceReason,
    NotHeldReason,
    Grade,
    Prepared,
    Recommendation,
    Note,
    AssignedFrom,
    Takeover,
    Document,
    Code,
    CellName,
    CellKind,
    Founded,
    RegularDay,
    PersonName,
    Title,
    Organisation,
    Category,
}

/// The question for it.
pub fn question(lang: Lang, asked: Asked) -> Question {
    let find = (
        "gõ vài chữ không dấu để tìm, ↑↓ để chọn, Enter để nhận · Esc: thôi, không ghi gì",
        "type a part to find it, ↑↓ to move, Enter to take it · Esc: stop, nothing is recorded",
    );
    let take = ("Enter: như trong ngoặc · Esc: thôi", "Enter: as in brackets · Esc: stop");
    let skip = ("Enter: để trống · Esc: thôi", "Enter: leave it empty · Esc: stop");
    let plain = ("Esc: thôi, không ghi gì", "Esc: stop, nothing is recorded");
    let (question, help) = match asked {
        Asked::Cell => (("Chi bộ:", "Cell:"), find),
        Asked::Committee => (("Đảng bộ:", "Committee:"), find),
        Asked::Official => (("Cán bộ:", "Official:"), find),
        Asked::Month => (("Của tháng:", "For the month:"), take),
        Asked::Day => (
            ("Ngày sinh hoạt:", "Day of the meeting:"),
            (
                "5, 5/10 hoặc 5/10/2026; không sinh hoạt: x · Esc: thôi",
                "5, 5/10 or 5/10/2026; not held: x · Esc: stop",
            ),
        ),
        Asked::Counts => (
            ("Có mặt/tổng số:", "Present/all members:"),
            (
                "20/25; chỉ ghi 20 nếu tổng số như tháng trước; chưa rõ: Enter · Esc: thôi",
                "20/25; only 20 if there are as many as last month; unknown: Enter · Esc: stop",
            ),
        ),
        Asked::Rest => (
            ("Được miễn, đi nơi khác, vắng có lý do:", "Exempt, elsewhere, excused:"),
            (
                "ba số, ví dụ 3 1 0; không ghi ba số này: - · Esc: thôi",
                "three numbers such as 3 1 0; none of them: - · Esc: stop",
            ),
        ),
        Asked::Visitors => (
            ("Cán bộ về dự:", "Who came:"),
            (
                "mã hoặc tên, nhiều người cách nhau bằng dấu ; không có ai: 0 · Esc: thôi",
                "code or name, several with ; between them; nobody: 0 · Esc: stop",
            ),
        ),
        Asked::AbsenceReason => {
            (("Lý do cán bộ được phân công vắng:", "Why the assigned visitor did not come:"), find)
        }
        Asked::NotHeldReason => (("Lý do không sinh hoạt:", "Why it was not held:"), find),
        Asked::Grade => (("Xếp loại:", "Grade:"), find),
        Asked::Prepared => (
            (
                "Chi ủy có họp trước không (có / không):",
                "Did the cell committee meet before (yes / no):",
            ),
            ("Enter: không rõ · Esc: thôi", "Enter: unknown · Esc: stop"),
        ),
        Asked::Recommendation => (("Kiến nghị:", "Recommendation:"), skip),
        Asked::Note => (("Ghi chú:", "Note:"), skip),
        Asked::AssignedFrom => (("Phân công từ ngày:", "Assigned from:"), take),
        Asked::Takeover => {
            (("Chi bộ đang có người được phân công:", "Somebody is assigned there:"), find)
        }
        Asked::Document => (("Số văn bản:", "Number of the document:"), skip),
        Asked::Code => (("Mã:", "Code:"), take),
        Asked::CellName => (("Tên chi bộ:", "Name of the cell:"), plain),
        Asked::CellKind => (("Loại:", "Kind:"), find),
        Asked::Founded => (
            ("Ngày thành lập:", "Founded on:"),
            ("Enter: có từ trước, không rõ · Esc: thôi", "Enter: was always there · Esc: stop"),
        ),
        Asked::RegularDay => (
            (
                "Ngày sinh hoạt định kỳ trong tháng (1–31):",
                "Day of the month of its meetings (1–31):",
            ),
            skip,
        ),
        Asked::PersonName => (("Họ và tên:", "Full name:"), plain),
        Asked::Title => (("Chức vụ:", "Title:"), skip),
        Asked::Organisation => (("Cơ quan:", "Organisation:"), skip),
        Asked::Category => (("Cơ cấu:", "Category:"), find),
    };
    Question { question: lang.pick(question.0, question.1), help: lang.pick(help.0, help.1) }
}

/// What is answered to the question whether to record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    Yes,
    No,
    /// The questions once more.
    Mend,
    /// Further questions.
    More,
}

/// Reads such an answer, in either language.
pub fn agreement(text: &str) -> Option<Agreement> {
    match fold(text).as_str() {
        "co" | "c" | "yes" | "y" => Some(Agreement::Yes),
        "khong" | "k" | "no" | "n" => Some(Agreement::No),
        "sua" | "s" | "edit" | "e" => Some(Agreement::Mend),
        "them" | "t" | "more" | "m" => Some(Agreement::More),
        _ => None,
    }
}

/// The question whether to record; whether there is more to ask.
pub fn record_it(lang: Lang, more: bool) -> Question {
    let question = if more {
        lang.pick("Ghi vào sổ (có / không / sửa / thêm):", "Record it (yes / no / edit / more):")
    } else {
        lang.pick("Ghi vào sổ (có / không / sửa):", "Record it (yes / no / edit):")
    };
    let help = if more {
        lang.pick(
            "Enter: có · thêm: xếp loại, họp chi ủy, kiến nghị, ghi chú · Esc: thôi, không ghi gì",
            "Enter: yes · more: grade, prepared, recommendation, note · Esc: stop, nothing is recorded",
        )
    } else {
        lang.pick(
            "Enter: có · Esc: thôi, không ghi gì",
            "Enter: yes · Esc: stop, nothing is recorded",
        )
    };
    Question { question, help }
}

/// The answer that Enter gives to it.
pub fn yes(lang: Lang) -> &'static str {
    lang.pick("có", "yes")
}

/// The choice of none.
pub fn not_said(lang: Lang) -> &'static str {
    lang.pick("(không ghi)", "(leave it out)")
}

/// The choice of no reason for an absence.
pub fn choose_reason(lang: Lang) -> &'static str {
    lang.pick("(gõ hoặc chọn lý do)", "(type or choose a reason)")
}

/// That nobody has said why.
pub fn no_reason(lang: Lang) -> &'static str {
    lang.pick("Chưa rõ lý do", "No reason known")
}

/// Whether an answer says that a meeting was not held.
pub fn means_not_held(text: &str) -> bool {
    matches!(fold(text).as_str(), "x" | "khong hop" | "khong sinh hoat" | "not held" | "not-held")
}

/// Whether an answer says that nobody came.
pub fn means_nobody(text: &str) -> bool {
    let folded = fold(text);
    NONE.contains(&folded.as_str()) || matches!(folded.as_str(), "0" | "khong ai" | "nobody")
}

/// Whether an answer says that something is not known or left out.
pub fn means_unknown(text: &str) -> bool {
    matches!(fold(text).as_str(), "" | "-" | "?" | "chua ro" | "unknown")
}

/// What stands for a meeting that was not held in place of its day.
pub fn not_held(lang: Lang) -> &'static str {
    lang.pick("không sinh hoạt", "not held")
}

/// What stands for visitors where there were none.
pub fn nobody(lang: Lang) -> &'static str {
    lang.pick("không có ai", "nobody")
}

/// A month as it is named.
pub fn month(lang: Lang, of: Period) -> String {
    let of = period(lang, of);
    say!(lang, "tháng {of}", "{of}")
}

/// A cell among others to choose from, with its committee.
pub fn cell_option(lang: Lang, cell: &str, committee: &str, unreported: bool) -> String {
    let open =
        if unreported { lang.pick(" · chưa có báo cáo", " · no report yet") } else { "" };
    format!("{cell} · {committee}{open}")
}

/// Members present, of how many.
pub fn counted(lang: Lang, counts: Counts) -> String {
    match (counts.present, counts.total) {
        (Some(present), Some(total)) => format!("{present}/{total}"),
        _ => lang.pick("chưa rõ", "unknown").to_owned(),
    }
}

/// The choices where somebody is assigned already.
pub fn replace(lang: Lang, who: &str) -> String {
    say!(lang, "Thay {who}", "In the place of {who}")
}

pub fn also(lang: Lang, who: &str) -> String {
    say!(lang, "Cùng dự với {who}", "Beside {who}")
}

/// What stands before an answer that is not recorded yet.
pub fn foreseen(lang: Lang) -> &'static str {
    lang.pick("Chưa ghi; nếu đồng ý: ", "Not recorded yet; if you agree: ")
}

/// The command that does the same without questions.
pub fn same_command(lang: Lang, command: &str) -> String {
    say!(
        lang,
        "Lệnh tương đương, không cần hỏi: {command}",
        "The same without questions: {command}"
    )
}

/// The beginning of a walk through the cells of a month.
pub fn walk_begins(lang: Lang, of: Period, open: usize) -> Vec<String> {
    let of = month(lang, of);
    let cells = count(lang, open, "chi bộ", "cell", "cells");
    vec![
        say!(
            lang,
            "Ghi sinh hoạt {of}: còn {cells} chưa có báo cáo.",
            "Meetings of {of}: {cells} without a report."
        ),
        lang.pick(
            "Mỗi chi bộ một dòng: NGÀY CÓ_MẶT/TỔNG_SỐ [NGƯỜI_DỰ], ví dụ 5 20/25 hoặc 5/10 20. Không ghi người dự là cán bộ được phân công; không có ai dự: 0; số chưa rõ: -.",
            "One line a cell: DAY PRESENT/TOTAL [VISITORS], such as 5 20/25 or 5/10 20. Without visitors it is the assigned one who came; nobody came: 0; numbers unknown: -.",
        )
        .to_owned(),
        lang.pick(
            "Enter: chưa có báo cáo, để sau · x: không sinh hoạt · Esc: dừng; những gì đã ghi giữ nguyên.",
            "Enter: no report yet, later · x: not held · Esc: stop; what was recorded stays.",
        )
        .to_owned(),
    ]
}

/// A cell of such a walk: how many remain with it, who is assigned, how many members it had.
pub fn walk_cell(
    lang: Lang,
    left: usize,
    cell: &str,
    assigned: &str,
    members: Option<u16>,
) -> String {
    let left = count(lang, left, "chi bộ", "cell", "cells");
    let members =
        members.map(|n| say!(lang, " · tổng số {n}", " · {n} members")).unwrap_or_default();
    say!(
        lang,
        "Còn {left} · {cell} · {assigned}{members}",
        "{left} left · {cell} · {assigned}{members}"
    )
}

/// The question of such a walk.
pub fn walk_line(lang: Lang) -> Question {
    Question {
        question: lang.pick("Ngày, có mặt/tổng số:", "Day, present/all:"),
        help: lang.pick(
            "Enter: để sau · x: không sinh hoạt · Esc: dừng",
            "Enter: later · x: not held · Esc: stop",
        ),
    }
}

/// How a line of such a walk is shown once it was read: in full.
pub fn walk_read(lang: Lang, day: Date, counts: Counts, visitors: Option<&str>) -> String {
    let (day, counts) = (date(lang, day), counted(lang, counts));
    let visitors = visitors.map(|who| format!(" · {who}")).unwrap_or_default();
    format!("{day} · {counts}{visitors}")
}

/// A cell of such a walk that is left for later.
pub fn later(lang: Lang) -> &'static str {
    lang.pick("để sau", "later")
}

/// How such a walk ended: cells recorded, cells left, and the command that takes it up again.
pub fn walk_ends(lang: Lang, recorded: usize, left: usize, of: Period, again: &str) -> String {
    let of = month(lang, of);
    let recorded = count(lang, recorded, "chi bộ", "cell", "cells");
    if left == 0 {
        return say!(
            lang,
            "Đã ghi {recorded}; {of} không còn chi bộ nào chưa có báo cáo.",
            "Recorded {recorded}; no cell is left without a report for {of}."
        );
    }
    let left = count(lang, left, "chi bộ", "cell", "cells");
    say!(
        lang,
        "Đã ghi {recorded}, còn {left} chưa có báo cáo {of}. Ghi tiếp: {again}",
        "Recorded {recorded}; {left} left without a report for {of}. To go on: {again}"
    )
}

/// The choices of a fixed list.
pub fn labels<T: Labelled>(lang: Lang) -> Vec<String> {
    T::ALL.iter().map(|value| value.label(lang).to_owned()).collect()
}
