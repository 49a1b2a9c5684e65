//! Words of planned meetings: the answers of `meeting plan`, the schedule and the calendar.

use super::{
    Labelled, Lang, capital, count, date, date_with_weekday, day_with_weekday, hour, kind_word,
    months, period, say, thing, unbroken,
};
use crate::domain::{
    Date, Hour, MeetingKind, Outcome, Period, PeriodSpan, Plan, PlanStatus, Thing,
};

/// When and where a cell is to meet: `05/07/2018 (thứ Năm), 19 giờ 30, Nhà văn hóa khu phố`.
fn when_and_where(lang: Lang, plan: &Plan) -> String {
    let place = plan.place.as_ref().map(|place| place.to_string());
    [Some(time(lang, plan.on, plan.hour)), place]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// A day with its weekday, and the hour if it is known.
pub fn time(lang: Lang, day: Date, at: Option<Hour>) -> String {
    let at = at.map(|at| hour(lang, at));
    std::iter::once(date_with_weekday(lang, day)).chain(at).collect::<Vec<_>>().join(", ")
}

/// The same in a column of a table whose title has the year: no line is broken within the day or the hour.
pub fn time_in_column(lang: Lang, day: Date, at: Option<Hour>) -> String {
    let at = at.map(|at| unbroken(&hour(lang, at)));
    let day = unbroken(&day_with_weekday(lang, day));
    std::iter::once(day).chain(at).collect::<Vec<_>>().join(", ")
}

/// What was announced; ends without a full stop.
pub fn planned(lang: Lang, cell: &Thing, plan: &Plan, before: Option<&Plan>) -> String {
    let (cell, month) = (thing(cell), period(lang, plan.period));
    let kind = kind_word(lang, plan.kind);
    let announced = when_and_where(lang, plan);
    let before = before.map(|before| when_and_where(lang, before));
    let before = before.map(|before| say!(lang, "; trước là {before}", "; before: {before}"));
    let before = before.unwrap_or_default();
    say!(
        lang,
        "Đã ghi lịch sinh hoạt {kind}tháng {month} của {cell}: {announced}{before}",
        "Planned the {kind}meeting of {cell} for {month}: {announced}{before}"
    )
}

/// That it is so many months until then, which may be a slip of the year.
pub fn far_ahead(lang: Lang, months: u64) -> String {
    let months = count(lang, months as usize, "tháng", "month", "months");
    say!(
        lang,
        "Lưu ý: còn {months} nữa mới đến ngày đó; kiểm tra lại năm đã gõ.",
        "Note: that is {months} from now; see whether the year is right."
    )
}

/// Who is asked to come to it.
pub fn invited(lang: Lang, officials: &[Thing]) -> String {
    let named = officials.iter().map(thing).collect::<Vec<_>>().join("; ");
    if named.is_empty() {
        say!(
            lang,
            "Ngày đó chi bộ không có cán bộ được phân công.",
            "Nobody is assigned to the cell on that day."
        )
    } else {
        say!(lang, "Cán bộ được mời dự: {named}.", "Asked to come: {named}.")
    }
}

/// That an official is asked to come to another cell on the same day.
pub fn also_asked(
    lang: Lang,
    official: &Thing,
    cell: &Thing,
    on: Date,
    at: Option<Hour>,
) -> String {
    let (official, cell, when) = (thing(official), thing(cell), time(lang, on, at));
    say!(
        lang,
        "Lưu ý: {official} còn được mời dự ở {cell} cùng ngày ({when}).",
        "Note: {official} is asked to come to {cell} on the same day too ({when})."
    )
}

/// That the meeting is on record already.
pub fn recorded_already(lang: Lang, month: Period, outcome: &Outcome) -> String {
    let month = period(lang, month);
    match outcome.held().map(|held| date(lang, held.held_on)) {
        Some(day) => say!(
            lang,
            "Lưu ý: buổi sinh hoạt này của tháng {month} đã ghi là sinh hoạt ngày {day}; lịch không đổi buổi đó.",
            "Note: the meeting for {month} is on record as held on {day}; the plan does not change it."
        ),
        None => say!(
            lang,
            "Lưu ý: buổi sinh hoạt này của tháng {month} đã ghi là không sinh hoạt; lịch không đổi điều đó.",
            "Note: the meeting for {month} is on record as not held; the plan does not change that."
        ),
    }
}

/// What was taken away; ends without a full stop.
pub fn removed(lang: Lang, cell: &Thing, plan: &Plan) -> String {
    let (cell, month) = (thing(cell), period(lang, plan.period));
    let (kind, announced) = (kind_word(lang, plan.kind), when_and_where(lang, plan));
    say!(
        lang,
        "Đã bỏ lịch sinh hoạt {kind}tháng {month} của {cell}: {announced}",
        "Took away the plan of the {kind}meeting of {cell} for {month}: {announced}"
    )
}

/// The title of a schedule.
pub fn title(lang: Lang, month: Period) -> String {
    let title = months(lang, PeriodSpan::single(month));
    say!(lang, "LỊCH SINH HOẠT CHI BỘ · {title}", "SCHEDULE OF MEETINGS · {title}").to_uppercase()
}

/// How many cells are due, and how many of them have announced a date or met.
pub fn counted(lang: Lang, due: usize, announced: usize, today: Date) -> String {
    let cells = count(lang, due, "chi bộ", "cell", "cells");
    let today = date(lang, today);
    say!(
        lang,
        "{cells}, {announced} đã có ngày · tính đến {today}",
        "{cells}, {announced} with a date · as of {today}"
    )
}

/// The number of members, over the column of a schedule.
pub fn members(lang: Lang) -> &'static str {
    lang.pick("Số lượng", "Members")
}

/// What is said of a row besides: the kind where it is not the regular one; whether the cell has met, and when, if that
/// was another day; whether its day is not announced.
pub fn note(
    lang: Lang,
    kind: MeetingKind,
    (status, has_met): (PlanStatus, bool),
    other_day: Option<Date>,
) -> String {
    let kind = (kind != MeetingKind::Regular).then(|| kind.label(lang).to_owned());
    let state = match (status, other_day.map(|day| date(lang, day))) {
        (PlanStatus::Announced, Some(day)) => {
            Some(say!(lang, "đã sinh hoạt ngày {day}", "met on {day}"))
        }
        (PlanStatus::Announced, None) => has_met.then(|| PlanStatus::Held.lower(lang)),
        (status, _) => Some(status.lower(lang)),
    };
    let parts: Vec<String> = kind.into_iter().chain(state).collect();
    capital(&parts.join("; "))
}

/// That an official is asked to come to several meetings on one day.
pub fn two_dates(
    lang: Lang,
    official: &str,
    on: Date,
    meetings: &[(Thing, Option<Hour>)],
) -> String {
    let on = date_with_weekday(lang, on);
    let one = |(cell, at): &(Thing, Option<Hour>)| match at.map(|at| hour(lang, at)) {
        Some(at) => say!(lang, "{cell} lúc {at}", "{cell} at {at}"),
        None => cell.to_string(),
    };
    let meetings = meetings.iter().map(one).collect::<Vec<_>>().join("; ");
    say!(
        lang,
        "Trùng ngày {on}: {official} – {meetings}",
        "Same day, {on}: {official} – {meetings}"
    )
}

/// The cells that have announced no date.
pub fn without_date(lang: Lang, cells: &[Thing]) -> String {
    let n = cells.len();
    let cells = cells.iter().map(thing).collect::<Vec<_>>().join("; ");
    say!(lang, "Chưa đăng ký ngày ({n}): {cells}", "No date announced ({n}): {cells}")
}

/// Dates of cells that do not exist on them, which are left out.
pub fn gone(lang: Lang, plans: &[(Thing, Date)]) -> String {
    let one = |(cell, on): &(Thing, Date)| format!("{} ({})", thing(cell), date(lang, *on));
    let plans = plans.iter().map(one).collect::<Vec<_>>().join("; ");
    say!(
        lang,
        "Không tính lịch của chi bộ không tồn tại vào ngày đó: {plans}",
        "Left out, since the cell does not exist on the day: {plans}"
    )
}

/// The title of an appointment.
pub fn appointment(lang: Lang, cell: &Thing, kind: MeetingKind) -> String {
    let (cell, kind) = (thing(cell), kind_word(lang, kind));
    capital(&say!(lang, "Sinh hoạt {kind}chi bộ {cell}", "{kind}meeting of {cell}"))
}

/// What else is said of an appointment.
pub fn appointment_lines(
    lang: Lang,
    month: Period,
    (cell, committee): (&Thing, &str),
    invited: &[String],
) -> Vec<String> {
    let (cell, month, invited) = (thing(cell), period(lang, month), invited.join("; "));
    let mut lines = vec![
        say!(lang, "Chi bộ: {cell}, {committee}", "Cell: {cell}, {committee}"),
        say!(lang, "Tháng: {month}", "Month: {month}"),
    ];
    if !invited.is_empty() {
        lines.push(say!(lang, "Cán bộ được mời dự: {invited}", "Asked to come: {invited}"));
    }
    lines
}

/// The name of a calendar.
pub fn calendar_name(lang: Lang, office: Option<&str>, official: Option<&str>) -> String {
    let name = lang.pick("Lịch sinh hoạt chi bộ", "Meetings of cells").to_owned();
    let of = official.or(office).map(str::to_owned);
    std::iter::once(name).chain(of).collect::<Vec<_>>().join(" · ")
}

/// How many appointments of which months a calendar has.
pub fn calendar_made(lang: Lang, span: PeriodSpan, n: usize) -> String {
    let months = months(lang, span);
    if n == 0 {
        return say!(
            lang,
            "Chưa có lịch nào được ghi cho {months}; ghi lịch: {CHIBO} meeting plan CHI_BỘ --on NGÀY",
            "Nothing is planned for {months}; to plan: {CHIBO} meeting plan CELL --on DATE",
            CHIBO
        );
    }
    let n = count(lang, n, "buổi", "meeting", "meetings");
    say!(
        lang,
        "Lịch có {n} của {months}; buổi có giờ được tính 90 phút, buổi chưa có giờ là cả ngày.",
        "The calendar has {n} of {months}; one with an hour is taken to last 90 minutes, one without takes the whole day."
    )
}
