//! Words about recommendations: the report, the list, and what the commands about them say (`records.md`, sections 4
//! and 10).

use super::{Lang, count, date, joined, months, period, say, thing};
use crate::domain::{Code, Date, Period, PeriodSpan, Recommendation, Step, StepKind, Thing};

/// The title of the report.
pub fn title(lang: Lang, span: Option<PeriodSpan>) -> String {
    let head = lang.pick("Kết quả xử lý kiến nghị của chi bộ", "Recommendations of the cells");
    match span {
        None => head.to_owned(),
        Some(span) => {
            let months = months(lang, span);
            say!(lang, "{head} · nêu {months}", "{head} · raised {months}")
        }
    }
    .to_uppercase()
}

/// How many matters and recommendations, as of when.
pub fn counted(lang: Lang, matters: usize, recommendations: usize, today: Date) -> String {
    let today = date(lang, today);
    let all = count(lang, recommendations, "kiến nghị", "recommendation", "recommendations");
    if matters == recommendations {
        return say!(lang, "{all} · tính đến {today}", "{all} · as of {today}");
    }
    let matters = count(lang, matters, "việc", "matter", "matters");
    say!(
        lang,
        "{all} về {matters} (việc nêu nhiều lần tính một lần) · tính đến {today}",
        "{all} on {matters} (what was raised several times counts once) · as of {today}"
    )
}

/// The head of what is open.
pub fn open(lang: Lang, n: usize) -> String {
    say!(lang, "Đang xử lý ({n})", "Open ({n})")
}

/// The head of what is settled.
pub fn settled(lang: Lang, n: usize) -> String {
    say!(lang, "Đã xử lý xong ({n})", "Settled ({n})")
}

/// The head of the figures of committees.
pub fn by_committee(lang: Lang) -> &'static str {
    lang.pick(
        "Theo đảng bộ (việc của nhiều đảng bộ tính ở từng đảng bộ, trong tổng cộng tính một lần)",
        "By committee (a matter of several committees counts at each, and once in the total)",
    )
}

/// What stands under the report: that there is nothing, or how much was forgotten.
pub fn under(lang: Lang, empty: bool, overdue: usize) -> Vec<String> {
    if empty {
        return vec![
            lang.pick("Không có kiến nghị nào.", "There are no recommendations.").to_owned(),
        ];
    }
    let line = say!(
        lang,
        "Cần làm ngay ({overdue}): kiến nghị chưa chuyển đi, hoặc đã có trả lời mà chi bộ đã sinh hoạt sau đó vẫn chưa được thông báo lại.",
        "To be seen to ({overdue}): not sent to anybody, or answered, and the cell has met since and was not told."
    );
    (overdue > 0).then_some(line).into_iter().collect()
}

/// Where what is to be seen to is listed.
pub fn see(lang: Lang) -> String {
    say!(
        lang,
        "Xem: {CHIBO} recommend list --open, {CHIBO} recommend list --to-report-back",
        "See: {CHIBO} recommend list --open, {CHIBO} recommend list --to-report-back",
        CHIBO
    )
}

/// The title of the picture of open matters by their age.
pub fn by_age(lang: Lang) -> &'static str {
    lang.pick(
        "Việc chưa xử lý xong, theo số ngày từ khi nêu",
        "Open matters, by days since they were raised",
    )
}

/// An age: so many days, or longer.
pub fn age(lang: Lang, from: u64, to: Option<u64>) -> String {
    match to {
        Some(to) if from == 0 => say!(lang, "đến {to} ngày", "up to {to} days"),
        Some(to) => say!(lang, "{from}–{to} ngày", "{from}–{to} days"),
        None => say!(lang, "từ {from} ngày", "{from} days or more"),
    }
}

/// That every cell was told.
pub fn reported_back(lang: Lang, on: Date) -> String {
    let on = date(lang, on);
    say!(lang, "đã thông báo lại cho chi bộ {on}", "reported back {on}")
}

/// That a cell was not, which where there are several, and since when it could have been.
pub fn not_reported_back(lang: Lang, cells: Option<&Vec<String>>, missed: Option<Date>) -> String {
    let which = cells.map(|cells| format!(" {}", cells.join(", "))).unwrap_or_default();
    let missed = missed.map(|day| date(lang, day));
    let met = missed.map(|day| say!(lang, " (đã sinh hoạt ngày {day})", " (it met on {day})"));
    let met = met.unwrap_or_default();
    say!(
        lang,
        "chưa thông báo lại cho chi bộ{which}{met}",
        "not reported back to the cell{which}{met}"
    )
}

/// The line under a matter: the answer, its document, and whether the cells were told.
pub fn answer(lang: Lang, text: Option<&str>, document: Option<&str>, told: &str) -> String {
    let document = document.map(|no| say!(lang, "văn bản {no}", "document {no}"));
    let parts = [text.map(str::to_owned), document, Some(told.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The heading of the list.
pub fn list_heading(lang: Lang) -> &'static str {
    lang.pick("Kiến nghị của các chi bộ", "Recommendations of the cells")
}

/// That a list leaves out older ones.
pub fn older(lang: Lang, shown: usize, older: usize) -> Option<String> {
    let line = say!(
        lang,
        "Đây là {shown} kiến nghị mới nhất; còn {older} kiến nghị trước đó, xem đủ: thêm --all",
        "These are the newest {shown}; {older} older ones are left out, to see all: add --all"
    );
    (older > 0).then_some(line)
}

/// What else is the same matter.
pub fn same_matter(lang: Lang, codes: &str) -> String {
    say!(lang, "cùng một việc với {codes}", "the same matter as {codes}")
}

/// The label of a step: its number, or of which other recommendation it is.
pub fn step_label(lang: Lang, own: Result<usize, &str>) -> String {
    match own {
        Ok(number) => say!(lang, "Bước {number}", "Step {number}"),
        Err(code) => say!(lang, "Bước của {code}", "Step of {code}"),
    }
}

/// A step in one line.
pub fn step(lang: Lang, kind: &str, on: Date, texts: &[&str]) -> String {
    let on = date(lang, on);
    let texts: String = texts.iter().map(|text| format!(" · {text}")).collect();
    format!("{on} {kind}{texts}")
}

/// A recommendation was recorded.
pub fn raised(lang: Lang, one: &Recommendation, cell: &Thing) -> String {
    let (code, month) = (&one.code, period(lang, one.period));
    let on = one.raised_on.map(|day| date(lang, day));
    let on = on.map(|day| say!(lang, ", nêu ngày {day}", ", raised on {day}"));
    let on = on.unwrap_or_default();
    say!(
        lang,
        "Đã ghi kiến nghị {code} của {cell}, tháng {month}{on}",
        "Recorded the recommendation {code} of {cell} for {month}{on}"
    )
}

/// A recommendation was taken out.
pub fn removed(lang: Lang, one: &Recommendation, cell: &Thing) -> String {
    let (code, month) = (&one.code, period(lang, one.period));
    let steps = one.steps.len();
    let with = match steps {
        0 => String::new(),
        n => {
            let n = count(lang, n, "bước xử lý", "step", "steps");
            say!(lang, " cùng {n}", " with {n}")
        }
    };
    say!(
        lang,
        "Đã bỏ kiến nghị {code} của {cell}, tháng {month}{with}",
        "Removed the recommendation {code} of {cell} for {month}{with}"
    )
}

/// A recommendation was amended.
pub fn amended(lang: Lang, code: &Code) -> String {
    say!(lang, "Đã sửa kiến nghị {code}", "Amended the recommendation {code}")
}

/// A step was taken out.
pub fn step_removed(lang: Lang, code: &Code) -> String {
    say!(
        lang,
        "Đã bỏ một bước của kiến nghị {code}",
        "Took a step out of the recommendation {code}"
    )
}

/// A step was recorded.
pub fn step_taken(
    lang: Lang,
    recommendation: &Thing,
    cell: &Thing,
    step: &Step,
    at_meeting: Option<Period>,
) -> String {
    let (code, on) = (&recommendation.code, date(lang, step.on));
    let to = step.to.as_ref().map(|to| to.as_str()).unwrap_or_default();
    let by = step.document.as_ref().map(|no| say!(lang, ", văn bản {no}", ", document {no}"));
    let by = by.unwrap_or_default();
    let at = at_meeting.map(|month| period(lang, month)).map(|month| {
        say!(lang, ", tại buổi sinh hoạt tháng {month}", ", at its meeting for {month}")
    });
    let at = at.unwrap_or_default();
    match step.kind {
        StepKind::Sent => say!(
            lang,
            "Đã ghi: chuyển kiến nghị {code} của {cell} đến {to} ngày {on}{by}",
            "Recorded: {code} of {cell} was sent to {to} on {on}{by}"
        ),
        StepKind::Answered => say!(
            lang,
            "Đã ghi: kiến nghị {code} của {cell} đã có trả lời ngày {on}{by}",
            "Recorded: {code} of {cell} was answered on {on}{by}"
        ),
        StepKind::Resolved => say!(
            lang,
            "Đã ghi: kiến nghị {code} của {cell} đã giải quyết ngày {on}{by}",
            "Recorded: {code} of {cell} was resolved on {on}{by}"
        ),
        StepKind::Declined => say!(
            lang,
            "Đã ghi: không giải quyết kiến nghị {code} của {cell}, ngày {on}{by}",
            "Recorded: {code} of {cell} was declined on {on}{by}"
        ),
        StepKind::ReportedBack => say!(
            lang,
            "Đã ghi: thông báo lại cho {cell} về kiến nghị {code} ngày {on}{at}",
            "Recorded: {cell} was told about {code} on {on}{at}"
        ),
    }
}

/// That what was recorded holds for others too, being the same matter.
pub fn holds_for(lang: Lang, others: &[Code]) -> String {
    let others = joined(others);
    say!(
        lang,
        "Bước này tính chung cho {others}, cùng một việc.",
        "The step holds for {others} too, the same matter."
    )
}

/// Which cells are to be told still.
pub fn untold(lang: Lang, untold: &[(Code, Thing)]) -> String {
    let cells = untold.iter().map(|(_, cell)| thing(cell)).collect::<Vec<_>>().join("; ");
    let commands: Vec<String> = untold
        .iter()
        .map(|(code, _)| format!("{} recommend report-back {code}", lang.chibo()))
        .collect();
    let commands = commands.join("; ");
    say!(
        lang,
        "Còn phải thông báo lại cho {cells}: {commands}",
        "Still to be told: {cells}: {commands}"
    )
}

/// What a cell is to be told of still, after one of its meetings.
pub fn to_report_back(lang: Lang, codes: &[Code]) -> String {
    let n = codes.len();
    let first = codes.first().map(Code::as_str).unwrap_or_default();
    let listed = joined(codes);
    say!(
        lang,
        "Chi bộ còn {n} kiến nghị đã có trả lời, chưa thông báo lại ({listed}): {CHIBO} recommend report-back {first}",
        "Answered and not yet reported back to the cell: {n} ({listed}): {CHIBO} recommend report-back {first}",
        CHIBO
    )
}

/// Of what the cell was told at a meeting.
pub fn reported_at(lang: Lang, codes: &[Code]) -> String {
    let codes = joined(codes);
    say!(
        lang,
        "Đã ghi thông báo lại cho chi bộ: {codes}.",
        "Recorded as reported back to the cell: {codes}."
    )
}

/// Which recommendations are one matter.
pub fn tied(lang: Lang, together: &[(Thing, Thing)]) -> String {
    let listed = listed(together);
    say!(lang, "Đã gộp là cùng một việc: {listed}", "Recorded as the same matter: {listed}")
}

/// A recommendation was taken out of its matter; what is left of that.
pub fn untied(lang: Lang, code: &str, left: &[(Thing, Thing)]) -> String {
    let left = listed(left);
    say!(
        lang,
        "Đã tách riêng kiến nghị {code}; còn lại: {left}",
        "Recorded {code} as a matter of its own; what is left: {left}"
    )
}

fn listed(together: &[(Thing, Thing)]) -> String {
    let one = |(one, cell): &(Thing, Thing)| format!("{} ({cell})", one.code);
    together.iter().map(one).collect::<Vec<_>>().join(", ")
}
