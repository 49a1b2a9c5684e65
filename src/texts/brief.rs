//! Words of a visitor's sheet.

use super::{
    Labelled, Lang, capital, count, date, duties, inspection_word, months, percent, period, say,
    share,
};
use crate::domain::{Date, Inspection, OfficialFigures, Period, PeriodSpan, PlanStatus, Share};

/// The title of the sheet.
pub fn title(lang: Lang, month: Period) -> String {
    let month = months(lang, PeriodSpan::single(month));
    say!(lang, "Phiếu dự sinh hoạt chi bộ · {month}", "Visitor's sheet · {month}").to_uppercase()
}

/// The head of the parts.
pub fn part(lang: Lang) -> &'static str {
    lang.pick("Mục", "About")
}

/// The head of the lines.
pub fn text(lang: Lang) -> &'static str {
    lang.pick("Nội dung", "What to know")
}

/// Over the lines of the official himself.
pub fn own(lang: Lang, who: &str) -> String {
    say!(lang, "Đồng chí {who}", "{who}")
}

/// Over the lines for every cell.
pub fn for_all(lang: Lang) -> &'static str {
    lang.pick("Thông tin phổ biến trong tháng", "Bulletins of the month")
}

/// That no cell is his to visit in the month.
pub fn no_cells(lang: Lang, who: &str, month: Period) -> String {
    let month = period(lang, month);
    say!(
        lang,
        "{who} không được phân công chi bộ nào trong tháng {month}.",
        "{who} is assigned to no cell in {month}."
    )
}

/// What he did in a year.
pub fn figures(lang: Lang, year: PeriodSpan, figures: OfficialFigures) -> String {
    let year = months(lang, year);
    let came = match figures.rate() {
        Share { n: 0, .. } => say!(lang, "không có buổi nào phải dự", "no meetings were due"),
        rate => {
            let rate = share(lang, rate);
            say!(lang, "dự {rate} buổi phải dự", "came to {rate} of the meetings due")
        }
    };
    let n = figures.stood_in;
    let stood_in = (n > 0).then(|| say!(lang, "; dự thay {n} lần", "; stood in {n} times"));
    let n = figures.absent;
    let absent = (n > 0).then(|| {
        say!(lang, "; vắng chưa rõ lý do {n} lần", "; absent with no reason recorded {n} times")
    });
    let (stood_in, absent) = (stood_in.unwrap_or_default(), absent.unwrap_or_default());
    say!(lang, "{year}: {came}{stood_in}{absent}", "{year}: {came}{stood_in}{absent}")
}

/// What became of a duty; `lacking` names the cells that lack visits.
pub fn duty(
    lang: Lang,
    (scope, span): (&str, PeriodSpan),
    (done, owed): (u32, u32),
    (status, lacking): (&str, &str),
) -> String {
    let span = months(lang, span);
    let lacking = if lacking.is_empty() {
        String::new()
    } else {
        format!(". {}", duties::lacking(lang, lacking))
    };
    say!(
        lang,
        "{scope}, {span}: đã dự {done}/{owed} lần ({status}){lacking}",
        "{scope}, {span}: {done} of {owed} visits ({status}){lacking}"
    )
}

/// When a cell meets, and how it is known.
pub fn meets(lang: Lang, when: Option<String>, status: PlanStatus, place: Option<&str>) -> String {
    let known = status.lower(lang);
    let parts = [when.as_deref(), place].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if parts.is_empty() { capital(&known) } else { format!("{parts} – {known}") }
}

/// A meeting that was held: who came, how many members, its grade and its theme.
pub fn meeting(
    lang: Lang,
    (kind, who): (&str, &str),
    present: Option<Share>,
    (grade, theme): (Option<&str>, Option<&str>),
) -> String {
    let came = if who.is_empty() {
        say!(lang, "không có cán bộ về dự", "nobody visited")
    } else {
        say!(lang, "dự: {who}", "came: {who}")
    };
    let present = present.map(|it| {
        let it = share(lang, it);
        say!(lang, "đảng viên có mặt {it}", "members present {it}")
    });
    let theme = theme.map(|theme| say!(lang, "chuyên đề: {theme}", "theme: {theme}"));
    let grade = grade.map(str::to_owned);
    let kind = (!kind.is_empty()).then(|| kind.to_owned());
    let parts = [kind, Some(came), present, grade, theme];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Members present, month by month.
pub fn trend(lang: Lang, months: &[(Period, Share)]) -> String {
    let one = |(month, present): &(Period, Share)| {
        format!("{} {}", super::month::short(lang, *month), percent(lang, *present))
    };
    months.iter().map(one).collect::<Vec<_>>().join(" → ")
}

/// A month in which the cell was without its visitor.
pub fn without(lang: Lang, month: Period, status: &str, who: &str) -> String {
    let month = period(lang, month);
    let who = if who.is_empty() { String::new() } else { format!(": {who}") };
    format!("{month} – {status}{who}")
}

/// A recommendation: since when it is where, with whom.
pub fn recommendation(
    lang: Lang,
    (code, text): (&str, &str),
    (state, since): (&str, Date),
    with: &str,
) -> String {
    let since = date(lang, since);
    let with = if with.is_empty() { String::new() } else { format!(", {with}") };
    say!(
        lang,
        "{code} {text} ({state} từ {since}{with})",
        "{code} {text} ({state} since {since}{with})"
    )
}

/// What a cell must be told.
pub fn report_back((code, text): (&str, &str), news: &str) -> String {
    format!("{code} {text} – {news}")
}

/// An inspection.
pub fn inspection(lang: Lang, inspection: &Inspection, who: &str) -> String {
    let (kind, on) = (inspection_word(lang, inspection.kind), date(lang, inspection.on));
    let who = if who.is_empty() { String::new() } else { format!(" ({who})") };
    capital(&say!(lang, "{kind} ngày {on}{who}", "{kind} on {on}{who}"))
}

/// Lines that are left out.
pub fn more(lang: Lang, n: usize) -> String {
    let n = count(lang, n, "dòng", "line", "lines");
    say!(lang, "và {n} nữa", "and {n} more")
}

/// Where all of them are listed.
pub fn see_all(lang: Lang, command: &str) -> String {
    say!(lang, "Xem đủ: {CHIBO} {command}", "To see all: {CHIBO} {command}", CHIBO)
}
