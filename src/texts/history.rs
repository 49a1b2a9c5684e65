//! Operations as sentences, made when they are printed, and what `history` and `history show` say around them.

use super::reorganisation::under;
use super::{
    Labelled, Lang, answers, date, days, inspection_word, kind_word, lists, period, period_span,
    read_word, say, told,
};
use crate::domain::{
    Called, Date, Fingerprint, InspectionKind, Keyword, MeetingKind, Operation, OperationNumber,
    Period, PeriodSpan, Span, Told, ValueChange, Verb,
};

/// What an operation did, in one sentence without its reason.
pub fn sentence(lang: Lang, operation: &Operation) -> String {
    let Some(verb) = operation.known_verb() else { return operation.verb.clone() };
    let argument = |key: &str| operation.arguments.get(key).cloned().unwrap_or_default();
    let (cell, official, committee) =
        (argument("cell"), argument("official"), argument("committee"));
    let (cells, into, to) = (argument("cells"), argument("into"), argument("to"));
    let (from, on) = (day(lang, argument("from")), day(lang, argument("on")));
    let month = month(lang, argument("period"));
    let under = under(lang, operation.document.as_deref());
    let recommendation = argument("recommendation");
    let raised = say!(
        lang,
        "{recommendation} ({cell}, tháng {month})",
        "{recommendation} ({cell}, {month})"
    );
    match verb {
        Verb::Init => say!(lang, "Lập sổ", "Made the record file"),
        Verb::Demo => say!(lang, "Lập sổ mẫu", "Made the sample record file"),
        Verb::Config => {
            let key = argument("key");
            say!(lang, "Đổi cài đặt {key}", "Changed the setting {key}")
        }
        Verb::Import => {
            let files = argument("files");
            let records = argument("records").parse().unwrap_or(0);
            let records = super::count(lang, records, "bản ghi", "record", "records");
            let months = meetings_of_months(lang, &argument("months"));
            say!(
                lang,
                "Nhập {records} từ tệp: {files}{months}",
                "Imported {records} from: {files}{months}"
            )
        }
        Verb::CommitteeAdd => {
            say!(lang, "Thêm đảng bộ {committee}", "Added the committee {committee}")
        }
        Verb::CellAdd => say!(
            lang,
            "Thêm chi bộ {cell} thuộc {committee}",
            "Added the cell {cell} of {committee}"
        ),
        Verb::OfficialAdd => say!(lang, "Thêm cán bộ {official}", "Added the official {official}"),
        Verb::OfficialErase => say!(
            lang,
            "Xóa họ tên của cán bộ {official}",
            "Erased the name of the official {official}"
        ),
        Verb::Assign => say!(
            lang,
            "Phân công {official} dự {cell} từ ngày {from}",
            "Assigned {official} to {cell} from {from}"
        ),
        Verb::Unassign => say!(
            lang,
            "Thôi phân công {official} ở {cell} từ ngày {on}",
            "Ended the assignment of {official} to {cell} from {on}"
        ),
        Verb::DutyAdd => {
            let place = duty_scope(lang, &committee, &cell);
            say!(
                lang,
                "Ghi nghĩa vụ dự của {official} ở {place} từ ngày {from}",
                "Recorded the duty of {official} within {place} from {from}"
            )
        }
        Verb::DutyEnd => {
            let place = duty_scope(lang, &committee, &cell);
            say!(
                lang,
                "Kết thúc nghĩa vụ dự của {official} ở {place} từ ngày {on}",
                "Ended the duty of {official} within {place} from {on}"
            )
        }
        Verb::LogMeeting => {
            let meeting = meeting(lang, operation);
            say!(lang, "Ghi {meeting}", "Recorded the {meeting}")
        }
        Verb::MeetingAmend => {
            let meeting = meeting(lang, operation);
            let former = argument("former_cell");
            if former.is_empty() {
                say!(lang, "Sửa {meeting}", "Amended the {meeting}")
            } else {
                say!(
                    lang,
                    "Sửa {meeting}, trước ghi ở {former}",
                    "Amended the {meeting}, recorded for {former} before"
                )
            }
        }
        Verb::MeetingRemove => {
            let meeting = meeting(lang, operation);
            say!(lang, "Bỏ {meeting}", "Removed the {meeting}")
        }
        Verb::RecommendAdd => {
            say!(lang, "Ghi kiến nghị {raised}", "Recorded the recommendation {raised}")
        }
        Verb::RecommendSend => say!(
            lang,
            "Chuyển kiến nghị {raised} ngày {on}",
            "Sent the recommendation {raised} on {on}"
        ),
        Verb::RecommendAnswer => say!(
            lang,
            "Ghi trả lời kiến nghị {raised} ngày {on}",
            "Recorded an answer to the recommendation {raised} of {on}"
        ),
        Verb::RecommendResolve => say!(
            lang,
            "Ghi đã giải quyết kiến nghị {raised} ngày {on}",
            "Recorded the recommendation {raised} as resolved on {on}"
        ),
        Verb::RecommendDecline => say!(
            lang,
            "Ghi không giải quyết kiến nghị {raised} ngày {on}",
            "Recorded the recommendation {raised} as declined on {on}"
        ),
        Verb::RecommendReportBack => say!(
            lang,
            "Ghi đã thông báo lại cho chi bộ về kiến nghị {raised} ngày {on}",
            "Recorded that the cell was told on {on} about the recommendation {raised}"
        ),
        Verb::RecommendAmend => {
            say!(lang, "Sửa kiến nghị {raised}", "Amended the recommendation {raised}")
        }
        Verb::RecommendRemove => {
            say!(lang, "Bỏ kiến nghị {raised}", "Removed the recommendation {raised}")
        }
        Verb::RecommendSame => {
            let other = argument("same_as");
            say!(
                lang,
                "Ghi kiến nghị {recommendation} và {other} là cùng một việc",
                "Recorded {recommendation} and {other} as the same matter"
            )
        }
        Verb::RecommendApart => say!(
            lang,
            "Tách riêng kiến nghị {recommendation}",
            "Recorded {recommendation} as a matter of its own"
        ),
        Verb::MeetingPlan => {
            let planned = planned(lang, operation);
            say!(lang, "Ghi lịch {planned} vào ngày {on}", "Planned the {planned} on {on}")
        }
        Verb::MeetingPlanRemove => {
            let planned = planned(lang, operation);
            say!(
                lang,
                "Bỏ lịch {planned} vào ngày {on}",
                "Took away the plan of the {planned} on {on}"
            )
        }
        Verb::LogInspection => {
            let inspection = inspection(lang, operation);
            say!(lang, "Ghi {inspection}", "Recorded the {inspection}")
        }
        Verb::InspectionAmend => {
            let inspection = inspection(lang, operation);
            say!(lang, "Sửa {inspection}", "Amended the {inspection}")
        }
        Verb::InspectionRemove => {
            let inspection = inspection(lang, operation);
            say!(lang, "Bỏ {inspection}", "Removed the {inspection}")
        }
        Verb::BulletinAdd => {
            let number = argument("bulletin");
            say!(
                lang,
                "Ghi thông tin số {number} của tháng {month}",
                "Recorded the bulletin {number} of {month}"
            )
        }
        Verb::BulletinRemove => {
            let number = argument("bulletin");
            say!(
                lang,
                "Bỏ thông tin số {number} của tháng {month}",
                "Removed the bulletin {number} of {month}"
            )
        }
        Verb::GapNote => say!(
            lang,
            "Ghi câu trả lời ngày {on} về {cell}, tháng {month}",
            "Noted what was answered on {on} about {cell}, {month}"
        ),
        Verb::GapNoteRemove => say!(
            lang,
            "Bỏ câu trả lời ngày {on} về {cell}, tháng {month}",
            "Removed what was answered on {on} about {cell}, {month}"
        ),
        Verb::Close => {
            say!(lang, "Chốt tháng {month}{under}", "Closed {month}{under}")
        }
        Verb::Reopen => say!(lang, "Mở lại tháng {month}", "Opened {month} again"),
        Verb::OfficialPost => say!(
            lang,
            "Đổi chức vụ công tác của {official} từ ngày {on}{under}",
            "Changed the post of {official} from {on}{under}"
        ),
        Verb::OfficialRetire => say!(
            lang,
            "Ghi {official} thôi công tác từ ngày {on}{under}",
            "Retired {official} on {on}{under}"
        ),
        Verb::CommitteeRename => say!(
            lang,
            "Đổi tên đảng bộ {committee} từ ngày {on}{under}",
            "Renamed the committee {committee} from {on}{under}"
        ),
        Verb::CellRename => say!(
            lang,
            "Đổi tên chi bộ {cell} từ ngày {on}{under}",
            "Renamed the cell {cell} from {on}{under}"
        ),
        Verb::CommitteeRecode => say!(
            lang,
            "Đổi mã đảng bộ {committee} thành {to}",
            "Changed the code of the committee {committee} to {to}"
        ),
        Verb::CellRecode => say!(
            lang,
            "Đổi mã chi bộ {cell} thành {to}",
            "Changed the code of the cell {cell} to {to}"
        ),
        Verb::OfficialRecode => say!(
            lang,
            "Đổi mã cán bộ {official} thành {to}",
            "Changed the code of the official {official} to {to}"
        ),
        Verb::CellMerge => {
            // The one that stays is among the merged cells.
            let gone: Vec<&str> = cells.split(", ").filter(|code| *code != into).collect();
            let stays = gone.len() < cells.split(", ").count();
            let gone = gone.join(", ");
            if stays {
                say!(
                    lang,
                    "Sáp nhập chi bộ {gone} vào {into} từ ngày {on}{under}",
                    "Merged {gone} into {into} from {on}{under}"
                )
            } else {
                say!(
                    lang,
                    "Sáp nhập chi bộ {gone} thành {into} từ ngày {on}{under}",
                    "Merged {gone} into the new cell {into} from {on}{under}"
                )
            }
        }
        Verb::CellSplit => say!(
            lang,
            "Chia tách chi bộ {cell} thành {into} từ ngày {on}{under}",
            "Split the cell {cell} into {into} from {on}{under}"
        ),
        Verb::CellMove => say!(
            lang,
            "Chuyển chi bộ {cell} sang trực thuộc {to} từ ngày {on}{under}",
            "Moved the cell {cell} to {to} from {on}{under}"
        ),
        Verb::CellDissolve => say!(
            lang,
            "Giải thể chi bộ {cell} từ ngày {on}{under}",
            "Dissolved the cell {cell} on {on}{under}"
        ),
        Verb::CommitteeDissolve if to.is_empty() => say!(
            lang,
            "Kết thúc hoạt động đảng bộ {committee} từ ngày {on}{under}",
            "Dissolved the committee {committee} on {on}{under}"
        ),
        Verb::CommitteeDissolve => say!(
            lang,
            "Kết thúc hoạt động đảng bộ {committee} từ ngày {on}{under}, chi bộ chuyển sang {to}",
            "Dissolved the committee {committee} on {on}{under}, its cells went to {to}"
        ),
        Verb::Undo => {
            let number = argument("operation");
            say!(lang, "Hoàn tác thao tác {number}", "Undid operation {number}")
        }
        Verb::Redo => {
            let number = argument("redone");
            say!(lang, "Làm lại thao tác {number}", "Redid operation {number}")
        }
    }
}

fn day(lang: Lang, text: String) -> String {
    Date::from_iso(&text).map_or(text, |day| date(lang, day))
}

fn month(lang: Lang, text: String) -> String {
    Period::from_iso(&text).map_or(text, |month| period(lang, month))
}

/// The most months that the line of an import names.
const MONTHS: usize = 6;

/// How many meetings of which months came with an import, ` (tháng 09/2026: 38 buổi)`, out of `2026-09:38 2026-10:40`.
fn meetings_of_months(lang: Lang, months: &str) -> String {
    let one = |part: &str| {
        let (month, n) = part.split_once(':')?;
        let (month, n) = (period(lang, Period::from_iso(month)?), n.parse().ok()?);
        let n = super::count(lang, n, "buổi", "meeting", "meetings");
        Some(say!(lang, "tháng {month}: {n}", "{month}: {n}"))
    };
    let mut named: Vec<String> = months.split(' ').filter_map(one).collect();
    let more = named.len().saturating_sub(MONTHS);
    named.truncate(MONTHS);
    if more > 0 {
        let more = super::count(lang, more, "tháng khác", "other month", "other months");
        named.push(say!(lang, "và {more}", "and {more}"));
    }
    let named = named.join(", ");
    if named.is_empty() { named } else { format!(" ({named})") }
}

/// Which meeting was recorded, amended or removed.
fn meeting(lang: Lang, operation: &Operation) -> String {
    let argument = |key: &str| operation.arguments.get(key).cloned().unwrap_or_default();
    let (cell, month) = (argument("cell"), month(lang, argument("period")));
    let kind = kind_of(lang, argument("kind"));
    let held = match Date::from_iso(&argument("held_on")).map(|day| date(lang, day)) {
        Some(day) => say!(lang, "ngày {day}", "held on {day}"),
        None => say!(lang, "không sinh hoạt", "not held"),
    };
    say!(
        lang,
        "buổi sinh hoạt {kind}tháng {month} của {cell} ({held})",
        "{kind}meeting of {cell} for {month} ({held})"
    )
}

/// Of which meeting a date was announced.
fn planned(lang: Lang, operation: &Operation) -> String {
    let argument = |key: &str| operation.arguments.get(key).cloned().unwrap_or_default();
    let (cell, month) = (argument("cell"), month(lang, argument("period")));
    let kind = kind_of(lang, argument("kind"));
    say!(lang, "sinh hoạt {kind}tháng {month} của {cell}", "{kind}meeting of {cell} for {month}")
}

/// Which inspection was recorded, amended or removed.
fn inspection(lang: Lang, operation: &Operation) -> String {
    let argument = |key: &str| operation.arguments.get(key).cloned().unwrap_or_default();
    let (cell, on, kind) = (argument("cell"), day(lang, argument("on")), argument("kind"));
    let kind =
        InspectionKind::from_key(&kind).map_or(kind, |kind| inspection_word(lang, kind).to_owned());
    say!(lang, "{kind} {cell} ngày {on}", "{kind} of {cell} on {on}")
}

/// The kind of a meeting as a sentence has it.
fn kind_of(lang: Lang, kind: String) -> String {
    read_word::<MeetingKind>(&kind).map_or(kind, |k| kind_word(lang, k))
}

/// The mark of an operation that was taken back.
pub fn undone(lang: Lang) -> &'static str {
    lang.pick(" (đã hoàn tác)", " (undone)")
}

/// The month or months that operations are limited to.
pub fn of_period(lang: Lang, span: PeriodSpan) -> String {
    let months = period_span(lang, span);
    say!(lang, "tháng {months}", "{months}")
}

/// The day since when operations were recorded.
pub fn since(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    say!(lang, "ghi từ ngày {day}", "recorded since {day}")
}

/// The mark of an undo that was itself taken back.
pub fn redone_mark(lang: Lang) -> &'static str {
    lang.pick(" (đã làm lại)", " (redone)")
}

/// The first line of an operation shown in full.
pub fn title(lang: Lang, number: OperationNumber, sentence: &str) -> String {
    let number = number.0;
    say!(lang, "Thao tác {number}: {sentence}", "Operation {number}: {sentence}")
}

/// When, for which day and by whom it was recorded; `at` is in local time.
pub fn recorded(lang: Lang, operation: &Operation, at: &str) -> String {
    let (today, actor) = (date(lang, operation.today), &operation.actor);
    let by = if actor.is_empty() {
        String::new()
    } else {
        say!(lang, " · người ghi: {actor}", " · by: {actor}")
    };
    say!(
        lang,
        "Ghi lúc {at} · tính đến ngày {today}{by}",
        "Recorded at {at} · today was {today}{by}"
    )
}

pub fn reason(lang: Lang, reason: &str) -> String {
    say!(lang, "Lý do: {reason}", "Reason: {reason}")
}

/// What took it back.
pub fn undone_by(lang: Lang, undone: bool, by: OperationNumber) -> String {
    let by = by.0;
    if undone {
        say!(lang, "Đã hoàn tác, bởi thao tác {by}", "Undone by operation {by}")
    } else {
        say!(lang, "Đã làm lại, bởi thao tác {by}", "Redone by operation {by}")
    }
}

pub fn fingerprint(lang: Lang, print: Fingerprint) -> String {
    say!(lang, "Mã đối chiếu: {print}", "Fingerprint: {print}")
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    New,
    Changed,
    Gone,
}

/// The head of what an operation did to a record.
pub fn record(lang: Lang, name: &str, became: Became) -> String {
    match became {
        Became::New => say!(lang, "{name} – thêm mới", "{name} – new"),
        Became::Changed => say!(lang, "{name} – thay đổi", "{name} – changed"),
        Became::Gone => say!(lang, "{name} – bỏ", "{name} – removed"),
    }
}

/// One value of a record that is new or gone.
pub fn value(lang: Lang, change: &ValueChange<'_>, value: Option<&Told<'_>>) -> String {
    format!("  {}: {}", label(lang, change), shown(lang, value))
}

/// One value of a record before and after.
pub fn changed(lang: Lang, change: &ValueChange<'_>) -> String {
    let [before, after] = [&change.before, &change.after].map(|it| shown(lang, it.as_ref()));
    answers::changed_value(lang, &label(lang, change), &before, &after)
}

fn shown(lang: Lang, value: Option<&Told<'_>>) -> String {
    value.map(|value| told(lang, value)).unwrap_or_default()
}

/// The label of a value, with the day from which it holds.
fn label(lang: Lang, change: &ValueChange<'_>) -> String {
    let label = change.key.label(lang);
    match change.from.map(|day| date(lang, day)) {
        None => label.to_owned(),
        Some(from) => say!(lang, "{label} (từ ngày {from})", "{label} (from {from})"),
    }
}

/// Where a duty is owed, by the codes that the operation names.
fn duty_scope(lang: Lang, committee: &str, cell: &str) -> String {
    let code = if committee.is_empty() { cell } else { committee };
    if code.is_empty() { lists::all_cells(lang).to_owned() } else { code.to_owned() }
}

/// Why an operation shows no value before and after: it erased a name, or all it changed were texts with one.
pub fn nothing(lang: Lang, erased: bool) -> &'static str {
    if erased {
        lang.pick(
            "Họ tên, và các nội dung cũ có họ tên đó, đã được xóa; ngoài ra không có gì thay đổi.",
            "The name was erased, and earlier texts that contained it; nothing else changed.",
        )
    } else {
        lang.pick(
            "Nội dung đã thay đổi có họ tên nay đã xóa nên không hiện ở đây.",
            "What it changed contained a name that was erased since, and is not shown.",
        )
    }
}

/// What a record is called.
pub fn called(lang: Lang, called: &Called<'_>) -> String {
    match called {
        Called::Thing(thing) => {
            let kind = thing.kind.label(lang);
            format!("{kind} {thing}")
        }
        Called::Succession(from, to, on) => {
            let (from, to) = (from.thing(on.previous()), to.thing(*on));
            let on = date(lang, *on);
            say!(lang, "Kế thừa: {from} → {to}, ngày {on}", "Succession: {from} → {to}, on {on}")
        }
        Called::Assignment(cell, official, from) => {
            let (cell, official) = (cell.thing(*from), official.thing(*from));
            let days = days(lang, Span { from: Some(*from), until: None });
            say!(
                lang,
                "Phân công {official} dự {cell} {days}",
                "Assignment of {official} to {cell} {days}"
            )
        }
        Called::Duty(official, scope, from) => {
            let (official, from) = (official.thing(*from), date(lang, *from));
            let place = answers::scope(lang, scope.as_ref());
            say!(
                lang,
                "Nghĩa vụ dự của {official} ở {place} từ ngày {from}",
                "Duty of {official} within {place} from {from}"
            )
        }
        Called::Meeting(cell, month) => {
            let (cell, month) = (cell.thing(month.last_day()), period(lang, *month));
            say!(lang, "Buổi sinh hoạt của {cell}, tháng {month}", "Meeting of {cell}, {month}")
        }
        Called::Same(code, other) => say!(
            lang,
            "Kiến nghị {code} và {other} là cùng một việc",
            "Recommendations {code} and {other}, the same matter"
        ),
        Called::GapNote(cell, month, on) => {
            let (cell, month) = (cell.thing(month.last_day()), period(lang, *month));
            let on = date(lang, *on);
            say!(
                lang,
                "Trả lời ngày {on} về {cell}, tháng {month}",
                "What was answered on {on} about {cell}, {month}"
            )
        }
        Called::Closing(month) => {
            let month = period(lang, *month);
            say!(lang, "Số liệu đã chốt tháng {month}", "Filed figures of {month}")
        }
        Called::Plan(cell, month, kind) => {
            let (cell, month) = (cell.thing(month.last_day()), period(lang, *month));
            let kind = kind_word(lang, *kind);
            say!(
                lang,
                "Lịch sinh hoạt {kind}tháng {month} của {cell}",
                "Plan of the {kind}meeting of {cell}, {month}"
            )
        }
        Called::Inspection(cell, on, kind) => {
            let (cell, on, kind) = (cell.thing(*on), date(lang, *on), kind.label(lang));
            say!(lang, "{kind} {cell}, ngày {on}", "{kind} of {cell}, {on}")
        }
        Called::Bulletin(id, month, area) => {
            let (number, month, area) = (id.0, period(lang, *month), area.lower(lang));
            say!(
                lang,
                "Thông tin số {number}, tháng {month}, {area}",
                "Bulletin {number}, {month}, {area}"
            )
        }
        Called::Settings => say!(lang, "Cài đặt của văn phòng", "Settings of the office"),
    }
}
