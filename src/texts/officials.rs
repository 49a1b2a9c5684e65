//! Words of the report on officials and of that on committees (`records.md`, sections 6 and 10).

use super::{Lang, count, coverage, date, months, say};
use crate::domain::{Date, PeriodSpan};

/// The heading of the report on officials.
pub fn heading(lang: Lang, span: PeriodSpan, officials: usize, today: Date) -> String {
    let (months, today) = (months(lang, span), date(lang, today));
    let officials = count(lang, officials, "cán bộ", "official", "officials");
    say!(
        lang,
        "Kết quả dự sinh hoạt chi bộ của cán bộ được phân công · {months} · {officials} · tính đến {today}",
        "Attendance of the assigned officials at cell meetings · {months} · {officials} · as of {today}"
    )
}

/// The heading of the report on committees.
pub fn committees_heading(
    lang: Lang,
    span: PeriodSpan,
    committees: usize,
    cells: usize,
    today: Date,
) -> String {
    let (months, today) = (months(lang, span), date(lang, today));
    let committees = count(lang, committees, "đảng bộ", "committee", "committees");
    let cells = count(lang, cells, "chi bộ", "cell", "cells");
    say!(
        lang,
        "Tình hình dự sinh hoạt chi bộ theo đảng bộ · {months} · {committees}, {cells} · tính đến {today}",
        "Attendance of visitors at cell meetings by committee · {months} · {committees}, {cells} · as of {today}"
    )
}

/// What the columns of the report on officials count, and of what the rate is.
pub fn explanation(lang: Lang) -> &'static str {
    lang.pick(
        "Đơn vị: lượt (mỗi chi bộ mỗi tháng là một lượt). Tỷ lệ = đã dự / (đã dự + người khác dự thay + vắng có lý do + vắng chưa rõ lý do). Dự ở chi bộ khác: lượt dự sinh hoạt thường kỳ ở chi bộ không phân công cho mình, không tính vào “Phải dự”.",
        "Counted in cell-months of each official. Rate = came / (came + other came + with reason + no reason). Visits elsewhere: visits to regular meetings of cells not assigned to him, no part of “Due”.",
    )
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
