//! Words of the month sheet, which ward offices fill in, and of reading it back.

use std::path::Path;

use super::faults::{in_words, shown};
use super::{Explained, Lang, column_label, count, date, explain, period, say, typed};
use crate::domain::{Committee, Date, Detail, Name, Period, Thing};

/// The first line of a sheet.
pub fn title(lang: Lang, month: Period) -> String {
    let month = period(lang, month);
    say!(lang, "Báo cáo sinh hoạt chi bộ tháng {month}", "Meetings of the cells in {month}")
}

/// Whose cells stand on it, and who is to have it back.
pub fn of_committee(
    lang: Lang,
    committee: &Committee,
    month: Period,
    office: Option<&Name>,
    is_sample: bool,
) -> String {
    let committee = committee.thing(month.last_day());
    let mut line = say!(lang, "Đảng bộ {committee}", "Committee {committee}");
    if let Some(office) = office {
        line += &say!(lang, " · nơi nhận: {office}", " · back to: {office}");
    }
    if is_sample {
        line += &format!(" · {}", super::coverage::sample(lang));
    }
    line
}

/// How it is filled in.
pub fn instructions(lang: Lang) -> [&'static str; 2] {
    lang.pick(
        [
            "Ghi vào các ô trắng. Chi bộ chưa báo cáo: để trống cả dòng. Số in nghiêng là của tháng trước: sửa nếu đã khác.",
            "Không ghi họ tên đảng viên, không ghi ai phát biểu gì. Cột Kiểm tra cho biết dòng đã đủ và khớp chưa.",
        ],
        [
            "Fill in the white cells. No report yet: leave the whole row empty. Figures in italics are those of an earlier month: correct them where they differ.",
            "No names of members, and not who said what. The column Check tells whether a row is complete and its figures agree.",
        ],
    )
}

/// The head of the message about a value that cannot stand in a cell.
pub fn refused(lang: Lang) -> &'static str {
    lang.pick("Xem lại ô này", "Look at this cell")
}

/// What belongs in a column, for whoever goes to one of its cells; empty for those that nobody fills in.
pub fn help(lang: Lang, key: &str) -> &'static str {
    match key {
        "held_on" => lang.pick(
            "Ngày chi bộ họp, ví dụ 5/10/2026. Không họp: để trống và chọn lý do ở cột bên.",
            "The day of the meeting. Not held: leave this empty and choose the reason beside it.",
        ),
        "not_held_reason" => lang.pick(
            "Chỉ chọn khi tháng này chi bộ không sinh hoạt.",
            "Only where the cell did not meet this month.",
        ),
        "visitors" => lang.pick(
            "Cán bộ đã về dự. Chọn trong danh sách: cán bộ được phân công đứng đầu; không ai dự thì chọn “không có”. Nhiều người: ghi các mã, cách nhau bằng dấu chấm phẩy. Không ghi đảng viên của chi bộ.",
            "Who came. Choose from the list: the assigned visitor stands first; “none” if nobody came. Several: their codes, with semicolons between. Members of the cell are not written here.",
        ),
        "absence_reason" => lang.pick(
            "Vì sao cán bộ được phân công không về dự, nếu biết. Mỗi người một lý do thì ghi TUV-07=duty;TUV-09=leave.",
            "Why the assigned visitor did not come, if known. A reason for each: TUV-07=duty;TUV-09=leave.",
        ),
        "total" => lang.pick(
            "Tổng số đảng viên của chi bộ. Đang ghi số tháng trước: sửa nếu đã khác.",
            "All members of the cell. The figure is that of an earlier month: correct it if it differs.",
        ),
        "exempt" => lang.pick(
            "Số đảng viên được miễn sinh hoạt và không dự. Không có thì ghi 0.",
            "Members who are exempt and did not come. Write 0 if there are none.",
        ),
        "away" => lang.pick(
            "Số đảng viên sinh hoạt tạm thời ở nơi khác. Không có thì ghi 0.",
            "Members who are temporarily elsewhere. Write 0 if there are none.",
        ),
        "present" => lang.pick("Số đảng viên có mặt.", "Members present."),
        "excused" => lang.pick(
            "Số đảng viên vắng có lý do. Không có thì ghi 0.",
            "Members absent with a reason. Write 0 if there are none.",
        ),
        "note" => lang.pick(
            "Ghi chú ngắn về buổi sinh hoạt. Không ghi họ tên đảng viên.",
            "A short note about the meeting. No names of members.",
        ),
        _ => "",
    }
}

/// The same of a detail.
pub fn help_of_detail(lang: Lang, detail: Detail) -> &'static str {
    match detail {
        Detail::Remarks => lang.pick(
            "Số lượt ý kiến phát biểu. Chỉ ghi số, không ghi ai nói gì.",
            "How many remarks were made. A number only, never who said what.",
        ),
        Detail::Prepared => lang.pick(
            "Chi ủy có họp trước buổi sinh hoạt không.",
            "Whether the committee of the cell met beforehand.",
        ),
        Detail::Theme => lang.pick(
            "Nội dung chuyên đề của buổi sinh hoạt, nếu có. Không ghi họ tên đảng viên.",
            "What the meeting was about, if it had a theme. No names of members.",
        ),
        Detail::SelfScore => lang.pick(
            "Điểm chi bộ tự chấm, 0 đến 100.",
            "The points that the cell gives itself, 0 to 100.",
        ),
        Detail::ConfirmedScore => lang.pick(
            "Điểm cấp ủy cấp trên chấm, 0 đến 100.",
            "The points that the committee above gives, 0 to 100.",
        ),
        Detail::Grade => lang.pick("Xếp loại buổi sinh hoạt.", "The grade of the meeting."),
        Detail::MinutesNo => {
            lang.pick("Số biên bản, nếu có.", "The number of the minutes, if any.")
        }
    }
}

/// What is wanted in a cell into which something else was entered.
pub fn wanted_word(lang: Lang) -> String {
    say!(lang, "Chọn một mục trong danh sách.", "Choose from the list.")
}

pub fn wanted_official(lang: Lang) -> String {
    say!(
        lang,
        "Không có trong danh sách. Nhiều người dự: ghi các mã cán bộ, cách nhau bằng dấu chấm phẩy. Vẫn ghi như vậy?",
        "Not in the list. Several visitors: their codes, with semicolons between. Keep it as it is?"
    )
}

pub fn wanted_number(lang: Lang, most: u16) -> String {
    say!(lang, "Ghi một số từ 0 đến {most}.", "A number from 0 to {most} is wanted.")
}

pub fn wanted_day(lang: Lang, (from, to): (Date, Date)) -> String {
    let (from, to) = (date(lang, from), date(lang, to));
    say!(
        lang,
        "Ghi một ngày từ {from} đến {to}; ngày trước, tháng sau.",
        "A day from {from} to {to} is wanted."
    )
}

pub fn wanted_text(lang: Lang, longest: usize) -> String {
    say!(lang, "Không quá {longest} ký tự.", "No more than {longest} characters.")
}

/// What the sheet says of a row, in the order in which it is looked at.
pub struct Verdicts {
    pub good: &'static str,
    pub both: &'static str,
    pub neither: &'static str,
    pub more: &'static str,
    pub visitors: &'static str,
    pub present: &'static str,
    pub rest: &'static str,
    pub unlike: &'static str,
}

/// The same in words.
pub fn verdicts(lang: Lang) -> Verdicts {
    lang.pick(
        Verdicts {
            good: "Đã đủ",
            both: "Có cả ngày và lý do không sinh hoạt",
            neither: "Thiếu ngày sinh hoạt",
            more: "Không sinh hoạt: để trống các cột sau",
            visitors: "Thiếu người dự (không ai: “không có”)",
            present: "Thiếu tổng số hoặc số có mặt",
            rest: "Thiếu miễn, nơi khác hoặc vắng (không: 0)",
            unlike: "Số liệu chưa khớp",
        },
        Verdicts {
            good: "Complete",
            both: "Both a day and a reason not held",
            neither: "The day is missing",
            more: "Not held: leave the rest empty",
            visitors: "Who came? (nobody: “none”)",
            present: "Members in all or present missing",
            rest: "Exempt, away or excused? (none: 0)",
            unlike: "Figures do not agree",
        },
    )
}

/// That a sheet was made.
pub fn made(
    lang: Lang,
    month: Period,
    path: &Path,
    (committees, cells, recorded): (usize, usize, usize),
) -> String {
    let (month, typed) = (period(lang, month), typed(path));
    let path = path.display();
    let committees = count(lang, committees, "đảng bộ", "committee", "committees");
    let cells = count(lang, cells, "chi bộ", "cell", "cells");
    let already = match recorded {
        0 => String::new(),
        _ => say!(lang, ", {recorded} đã có trong sổ", ", {recorded} of them on record"),
    };
    say!(
        lang,
        "Đã lập bảng tháng {month}: {path} ({committees}, {cells}{already}). Điền xong thì đọc vào sổ: {CHIBO} sheet read {typed}",
        "The sheet of {month} is made: {path} ({committees}, {cells}{already}). When it is filled in: {CHIBO} sheet read {typed}",
        CHIBO
    )
}

/// A value that a sheet gave otherwise than it was on record, and which of them holds now.
pub fn taken(
    lang: Lang,
    cell: &Thing,
    column: &'static str,
    (recorded, sheet): (&str, &str),
    of_sheet: bool,
) -> String {
    let label = column_label(column, lang);
    let in_words = |text: &str| shown(lang, &in_words(lang, column, text));
    let [recorded, sheet] = [recorded, sheet].map(in_words);
    if of_sheet {
        say!(
            lang,
            "  {cell}, {label}: {recorded} → {sheet}, lấy theo bảng",
            "  {cell}, {label}: {recorded} → {sheet}, taken from the sheet"
        )
    } else {
        say!(
            lang,
            "  {cell}, {label}: giữ {recorded} trong sổ, bảng ghi {sheet}",
            "  {cell}, {label}: {recorded} stays on record, the sheet says {sheet}"
        )
    }
}

/// Which cells have reported nothing: their rows are empty, and nothing is on record.
pub fn not_filled_in(lang: Lang, cells: &[(Thing, Period)], most: usize) -> String {
    let mut named = Vec::new();
    for (at, (cell, month)) in cells.iter().take(most).enumerate() {
        let is_first = at == 0 || cells[at - 1].1 != *month;
        let month = period(lang, *month);
        named.push(if is_first { format!("({month}) {cell}") } else { cell.to_string() });
    }
    let mut named = named.join("; ");
    if let Some(more @ 1..) = cells.len().checked_sub(most) {
        named += &say!(lang, "; và {more} chi bộ khác", "; and {more} more");
    }
    let cells = count(lang, cells.len(), "chi bộ", "cell", "cells");
    say!(
        lang,
        "Chưa điền: {cells} để trống cả dòng, chưa có gì trong sổ: {named}",
        "Not filled in: {cells} with an empty row and nothing on record: {named}"
    )
}

/// The last line where nothing is wrong but that sheets say other than what is on record: how many values, and in which cell the
/// first is.
pub fn at_odds(lang: Lang, total: usize, cell: &str) -> Explained {
    let values = count(lang, total, "chỗ", "value", "values");
    explain!(
        lang,
        Faults,
        "Có {values} bảng ghi khác sổ, chưa ghi gì",
        "In {values} the sheet differs from the record, nothing was recorded",
        hint(
            "Theo bảng: thêm --take sheet; giữ theo sổ: thêm --take record; từng chi bộ: --take {cell}=sheet hoặc --take {cell}=record",
            "To take the sheet's values add --take sheet, to keep the record's --take record; for one cell: --take {cell}=sheet or --take {cell}=record",
        ),
    )
}

/// That no row of the sheets was filled in.
pub fn nothing_filled_in(lang: Lang) -> &'static str {
    lang.pick(
        "Không có gì thay đổi: chưa dòng nào được điền.",
        "Nothing was changed: no row is filled in.",
    )
}
