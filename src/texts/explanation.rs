//! Words of `report coverage --explain`: the rule behind each result, and who is counted in each figure.

use super::{Lang, count, date, say};
use crate::domain::{Date, Status};

/// What a rule was applied to: texts and days of one row.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The day whose assignments count.
    pub day: Date,
    /// Codes of A.
    pub assigned: &'a str,
    /// Codes of A₁, who owe this cell a visit every month.
    pub owing: &'a str,
    /// Codes of the visitors in A, or, if there is none, of all visitors.
    pub came: &'a str,
    /// Whether those who came are none of A, but have a duty that holds the cell.
    pub by_duty: bool,
    /// The reason why it was not held, or the reasons of those who did not come.
    pub reasons: &'a str,
    /// Codes of those in A₁ without a reason.
    pub without_reason: &'a str,
    /// Last day of the month.
    pub month_end: Date,
    pub today: Date,
    /// The day of a meeting that is on record but was held after today.
    pub held_later: Option<Date>,
}

/// The rule that gave a status, with the facts that it was given by.
pub fn rule(lang: Lang, status: Status, case: &Case<'_>) -> String {
    let Case { assigned, owing, came, reasons, without_reason, .. } = case;
    let [day, end, today] = [case.day, case.month_end, case.today].map(|day| date(lang, day));
    let words = match status {
        Status::Unassigned => say!(
            lang,
            "ngày {day} chi bộ không có cán bộ được phân công hoặc có nghĩa vụ dự",
            "on {day} no visitor is assigned to the cell, and nobody has a duty there"
        ),
        Status::Pending => say!(
            lang,
            "chưa có báo cáo; tính đến {today} chưa qua ngày cuối tháng {end}",
            "no report; {today} is not after {end}, the last day of the month"
        ),
        Status::Missing => say!(
            lang,
            "chưa có báo cáo; tháng đã kết thúc ngày {end}",
            "no report; the month ended on {end}"
        ),
        Status::NotHeld => say!(
            lang,
            "có báo cáo không sinh hoạt, lý do: {reasons}",
            "reported as not held, reason: {reasons}"
        ),
        Status::Attended if case.by_duty => say!(
            lang,
            "người dự {came} có nghĩa vụ dự ở chi bộ này ngày {day}",
            "who came, {came}, has a duty that holds this cell on {day}"
        ),
        Status::NotRequired => say!(
            lang,
            "không ai phải dự chi bộ này hằng tháng; nghĩa vụ dự ngày {day} tính theo quý, năm hoặc theo địa bàn",
            "nobody owes this cell a visit every month; the duties in force on {day} are counted otherwise"
        ),
        Status::Attended => say!(
            lang,
            "người dự {came} thuộc số được phân công ngày {day} ({assigned})",
            "who came, {came}, is among those assigned on {day} ({assigned})"
        ),
        Status::Substituted => say!(
            lang,
            "người dự {came} không thuộc số phải dự ngày {day} ({owing})",
            "who came, {came}, is not among those who owed the visit on {day} ({owing})"
        ),
        Status::Excused => say!(
            lang,
            "không có người dự; số phải dự ngày {day} đều có lý do ({reasons})",
            "nobody came; everyone who owed the visit on {day} has a reason ({reasons})"
        ),
        Status::Absent => say!(
            lang,
            "không có người dự; trong số phải dự ngày {day}, chưa ghi lý do của {without_reason}",
            "nobody came; of those who owed the visit on {day}, no reason is recorded for {without_reason}"
        ),
    };
    let later = case.held_later.map(|day| date(lang, day));
    let later = later.map(|day| {
        say!(
            lang,
            " (buổi ngày {day} sau ngày tính nên chưa kể)",
            " (the meeting of {day} is after that day and does not count)"
        )
    });
    let number = status.rule();
    let words = words + &later.unwrap_or_default();
    say!(lang, "quy tắc {number}: {words}", "rule {number}: {words}")
}

/// The line above the explanations of the rows.
pub fn rows_head(lang: Lang) -> &'static str {
    lang.pick("Vì sao có từng kết quả:", "Why each result:")
}

/// The cells of which no more is to be said.
pub fn rest(lang: Lang, cells: usize) -> String {
    let number = Status::Attended.rule();
    say!(
        lang,
        "{cells} chi bộ khác: đã dự; người dự thuộc số được phân công hoặc có nghĩa vụ dự (quy tắc {number})",
        "{cells} more: attended; who came is among those assigned, or has a duty there (rule {number})"
    )
}

/// The line above those of the figures, which names the cells that are due.
pub fn figures_head(lang: Lang, due: usize, cells: &str) -> String {
    let due = count(lang, due, "chi bộ", "cell that is", "cells that are");
    say!(
        lang,
        "Ai được tính trong từng số liệu; {due} thuộc diện theo dõi: {cells}",
        "Who is counted in each figure; the {due} due: {cells}"
    )
}

/// Of which cells a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Those that are due.
    Due,
    /// Those that somebody owed a visit.
    Required,
    /// Those that have met.
    Held,
    /// Those that have met, and to which several owed a visit, each for himself.
    Several,
}

/// Of which cells a figure is, and which of those due it is not of.
pub fn of_those(lang: Lang, of: Of, but: &str) -> String {
    let those = match of {
        Of::Due => {
            lang.pick("trên tổng số chi bộ thuộc diện theo dõi", "of: the cells that are due")
        }
        Of::Required if but.is_empty() => return of_those(lang, Of::Due, but),
        Of::Required => {
            lang.pick("trên số chi bộ có người phải dự", "of: the cells that somebody owed a visit")
        }
        Of::Held => lang.pick("trên số chi bộ đã sinh hoạt", "of: the cells that have met"),
        Of::Several => lang.pick(
            "trên số buổi có từ hai cán bộ trở lên phải dự",
            "of: the meetings to which two or more owed a visit",
        ),
    };
    match (of, but) {
        (Of::Due, _) => those.to_owned(),
        (_, "") => say!(
            lang,
            "{those}, là tất cả chi bộ thuộc diện theo dõi",
            "{those}, which are all that are due"
        ),
        _ => say!(lang, "{those}, không kể {but}", "{those}, that is without {but}"),
    }
}

/// Who is counted: all, nobody, those named, or all but those named.
#[derive(Debug, Clone, Copy)]
pub enum Members<'a> {
    All,
    Nobody,
    These(&'a str),
    AllBut(&'a str),
}

/// Who of the denominator is counted.
pub fn counted(lang: Lang, members: Members<'_>) -> String {
    match members {
        Members::All => say!(lang, "gồm: tất cả", "counted: all of them"),
        Members::Nobody => say!(lang, "gồm: không có", "counted: none"),
        Members::These(cells) => say!(lang, "gồm: {cells}", "counted: {cells}"),
        Members::AllBut(cells) => {
            say!(lang, "gồm: tất cả, trừ {cells}", "counted: all but {cells}")
        }
    }
}
