//! Words of the report on officials and of that on committees (`records.md`, sections 6 and 10).

use super::{Heading, Labelled, Lang, count, coverage, date, months, say};
use crate::domain::{Date, PeriodSpan};

/// The title of the report on officials.
pub fn title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Kết quả dự sinh hoạt chi bộ của cán bộ · {months}",
        "Officials at cell meetings · {months}"
    )
    .to_uppercase()
}

/// How many officials, as of when.
pub fn counted(lang: Lang, officials: usize, today: Date) -> String {
    let (officials, today) =
        (count(lang, officials, "cán bộ", "official", "officials"), date(lang, today));
    say!(lang, "{officials} · tính đến {today}", "{officials} · as of {today}")
}

/// The title of the report on committees.
pub fn committees_title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Tình hình cán bộ dự sinh hoạt chi bộ theo đảng bộ · {months}",
        "Visitors at cell meetings by committee · {months}"
    )
    .to_uppercase()
}

/// What stands over a count and its label on a screen.
pub fn short(lang: Lang, count: Heading) -> (&'static str, &'static str) {
    let absent = lang.pick("Vắng", "Absent");
    match count {
        Heading::Shared => (absent, lang.pick("người cùng tổ dự", "other of team")),
        Heading::Excused => (absent, lang.pick("có lý do", "with cause")),
        Heading::Absent => (absent, lang.pick("chưa rõ lý do", "no cause")),
        Heading::Missing => ("", lang.pick("Chưa có báo cáo", "Not in yet")),
        Heading::StoodIn => ("", lang.pick("Dự ở chi bộ khác", "At other cells")),
        other => ("", other.label(lang)),
    }
}

/// Of what the two rates are: of the meetings that were held, and of all that were due.
pub fn rates(lang: Lang) -> (&'static str, &'static str) {
    (
        lang.pick("Đã dự trên số buổi đã họp", "Came, of those held"),
        lang.pick("trên số phải dự", "of those due"),
    )
}

/// What the columns of the report on officials count, and of what the rate is.
pub fn explanation(lang: Lang) -> &'static str {
    lang.pick(
        "Đơn vị: lượt (mỗi chi bộ mỗi tháng là một lượt). Tỷ lệ = đã dự / (đã dự + người cùng tổ dự + người khác dự thay + vắng có lý do + vắng chưa rõ lý do). Khi từng người đều phải dự, có người cùng được phân công dự thì vẫn là vắng. Dự ở chi bộ khác: lượt dự sinh hoạt thường kỳ ở chi bộ không phân công cho mình, không tính vào “Phải dự”.",
        "Counted in cell-months of each official. Rate = came / (came + other of team + other came + with cause + no cause). Where each of several owes the visit, that a colleague came does not excuse him. At other cells: visits to regular meetings of cells not assigned to him, no part of “Due”.",
    )
}

/// Who owes visits otherwise than every month, so that these counts are not what he is held to.
pub fn with_duties(lang: Lang, names: &str) -> String {
    say!(
        lang,
        "Có nghĩa vụ tính theo quý, năm hoặc theo địa bàn: {names}",
        "With duties counted otherwise: {names}"
    )
}

/// Where what they are held to is counted.
pub fn see_duties(lang: Lang) -> String {
    say!(lang, "Xem: {CHIBO} report duties", "See: {CHIBO} report duties", CHIBO)
}

/// That several months are added in the report on committees.
pub fn unit(lang: Lang) -> String {
    let unit = coverage::cell_months(lang);
    say!(lang, "Đơn vị: {unit}.", "Counted in {unit}.")
}

/// Why there are no rows: nobody was assigned or came.
pub fn nobody(lang: Lang) -> &'static str {
    lang.pick(
        "Trong thời gian này không có cán bộ nào được phân công hoặc dự sinh hoạt.",
        "No official was assigned or came.",
    )
}

/// Why there are no rows for one official.
pub fn not_assigned(lang: Lang) -> &'static str {
    lang.pick(
        "Trong thời gian này cán bộ này không được phân công chi bộ nào thuộc diện theo dõi.",
        "The official is assigned to no cell that is due.",
    )
}

/// Why there is no row for one official in the report on officials.
pub fn nothing_of_him(lang: Lang) -> &'static str {
    lang.pick(
        "Trong thời gian này cán bộ này không được phân công chi bộ nào thuộc diện theo dõi và không có lượt dự nào được tính.",
        "The official is assigned to no cell that is due, and no visit of his is counted.",
    )
}
