//! What a command that changed something says: one sentence on what it did, and how to take it back.

use std::collections::BTreeSet;
use std::path::Path;

use super::lists::all_cells;
use super::typing::which;
use super::{
    Labelled, Lang, chibo_on, count, date, joined, kind_word, period, say, system, thing, typed,
};
use crate::domain::{
    AssignmentMode, Code, Date, Duty, FarMonth, GradeAbove, Likeness, MeetingKind, OperationNumber,
    Period, Scope, Span, Status, Thing, ThingKind,
};

/// How to take an operation back.
pub fn take_back(lang: Lang, number: OperationNumber) -> String {
    let number = number.0;
    say!(
        lang,
        "(thao tác {number}; hoàn tác: {CHIBO} undo)",
        "(operation {number}; to take it back: {CHIBO} undo)",
        CHIBO
    )
}

/// What stands before the answer of a dry run.
pub fn dry_run(lang: Lang) -> &'static str {
    lang.pick(
        "Chạy thử, chưa ghi gì; nếu chạy thật, kết quả sẽ là: ",
        "Dry run, nothing is kept; the answer would be: ",
    )
}

pub fn made(lang: Lang, path: &Path) -> String {
    let path = path.display();
    say!(
        lang,
        "Đã lập sổ {path}. Tiếp theo: {CHIBO} import --template mau, điền các tệp trong thư mục mau, rồi {CHIBO} import mau",
        "Made the record file {path}. Next: {CHIBO} import --template forms, fill in the files in the folder forms, then {CHIBO} import forms",
        CHIBO
    )
}

/// The folder of a new record file was not there.
pub fn folder_made(lang: Lang, folder: &Path) -> String {
    let folder = folder.display();
    say!(lang, "Đã tạo thư mục {folder}.", "Made the folder {folder}.")
}

/// A record file where other machines can get at it while it is written.
pub fn shared_folder(lang: Lang) -> &'static str {
    lang.pick(
        "Lưu ý: thư mục này ở trên mạng hoặc được đồng bộ với máy khác; sổ có thể bị hỏng nếu hai máy cùng ghi. Nên để sổ trên ổ đĩa của máy này.",
        "Note: this folder is on a network or kept in step with another machine; the file can be damaged if both write. Better keep it on a disk of this machine.",
    )
}

/// A record file of an older schema was kept aside.
pub fn upgraded(lang: Lang, aside: &Path) -> String {
    let aside = aside.display();
    say!(
        lang,
        "Sổ do bản chibo cũ lập; đã giữ một bản sao ở {aside} rồi nâng cấp.",
        "An older chibo made this record file; a copy is kept in {aside}, and it was upgraded."
    )
}

pub fn added(lang: Lang, what: &Thing) -> String {
    let (kind, what) = (what.kind.lower(lang), thing(what));
    say!(lang, "Đã thêm {kind} {what}", "Added the {kind} {what}")
}

/// By what two records could be one.
fn likeness(lang: Lang, kind: ThingKind, by: Likeness) -> &'static str {
    match by {
        Likeness::Code => {
            lang.pick("mã chỉ khác số 0 đứng trước", "codes equal but for leading zeros")
        }
        Likeness::Name => match kind {
            ThingKind::Cell => {
                lang.pick("cùng tên, cùng đảng bộ", "same name in the same committee")
            }
            ThingKind::Official => lang.pick("cùng họ tên", "same name"),
            ThingKind::Committee | ThingKind::Category | ThingKind::Recommendation => {
                lang.pick("cùng tên", "same name")
            }
        },
    }
}

/// What a new record could be the same as.
pub fn twins(lang: Lang, new: &Thing, others: &[&Thing], named: usize, by: Likeness) -> String {
    let why = likeness(lang, new.kind, by);
    let listed = others.iter().take(named).map(|other| thing(other)).collect::<Vec<_>>();
    let listed = listed.join("; ") + if others.len() > named { "; …" } else { "" };
    let new = &new.code;
    say!(
        lang,
        "Lưu ý: {new} có thể trùng với {listed}: {why}; vẫn ghi như đã nhập.",
        "Note: {new} could be the same as {listed}: {why}; recorded as given."
    )
}

/// The head of the list of new records of an import that could be the same as others.
pub fn twins_head(lang: Lang, n: usize) -> String {
    say!(
        lang,
        "Lưu ý: bản ghi mới có thể trùng với bản ghi khác, vẫn ghi như trong tệp ({n}):",
        "Note: new records that could be the same as others, recorded as given ({n}):"
    )
}

/// One of them: where it stands, the other, and where that stands; nowhere if it is in no file.
pub fn twin_line(
    lang: Lang,
    (new, at): (&Thing, &str),
    (other, other_at): (&Thing, Option<&str>),
    by: Likeness,
) -> String {
    let why = likeness(lang, new.kind, by);
    let on_record = lang.pick("đã có trong sổ", "on record");
    let (new, other, other_at) = (thing(new), thing(other), other_at.unwrap_or(on_record));
    say!(
        lang,
        "  {at}: {new} và {other} ({other_at}): {why}",
        "  {at}: {new} and {other} ({other_at}): {why}"
    )
}

/// That more such records were found than are listed.
pub fn more_twins(lang: Lang, more: usize) -> String {
    say!(lang, "  … và {more} trường hợp khác", "  … and {more} more")
}

/// A cell of which nothing was said of its founding.
pub fn counted_since(lang: Lang, since: Period) -> String {
    let since = period(lang, since);
    say!(
        lang,
        "Chưa ghi ngày thành lập nên báo cáo tính chi bộ này từ tháng {since}; nếu mới thành lập: {CHIBO} undo, rồi thêm lại với --founded NGÀY.",
        "As no founding is given, reports count this cell from {since} on; if it is new: {CHIBO} undo, then add it again with --founded DATE.",
        CHIBO
    )
}

pub fn setting(lang: Lang, key: &str, before: Option<&str>, after: Option<&str>) -> String {
    let none = lang.pick("(không đặt)", "(not set)");
    let (before, after) = (before.unwrap_or(none), after.unwrap_or(none));
    say!(
        lang,
        "Đã đổi cài đặt {key}: {before} → {after}",
        "Changed the setting {key}: {before} → {after}"
    )
}

/// Recorded meetings before the first period that reports speak of.
pub fn hidden_meetings(lang: Lang, meetings: i64) -> String {
    say!(
        lang,
        "Lưu ý: các tháng trước đó có {meetings} buổi sinh hoạt đã ghi, báo cáo không tính.",
        "Note: recorded meetings of earlier months, which reports do not count: {meetings}."
    )
}

/// A meeting was recorded for a period before the first that reports speak of.
pub fn before_records(lang: Lang, from: Period) -> String {
    let from = period(lang, from);
    say!(
        lang,
        "Lưu ý: sổ theo dõi từ tháng {from} (records_from) nên báo cáo không tính buổi này.",
        "Note: reports begin with {from} (records_from), so this meeting is not counted."
    )
}

/// A meeting for a month that is neither this one nor the last.
pub fn far_month(lang: Lang, far: &FarMonth, meeting: &MeetingNamed<'_>) -> String {
    let named = period(lang, far.period);
    let months = far.ago.unsigned_abs() as usize;
    let months = count(lang, months, "tháng", "month", "months");
    let far_off = if far.ago < 0 {
        say!(
            lang,
            "Lưu ý: buổi này ghi cho tháng {named}, còn {months} nữa mới đến.",
            "Note: this meeting is recorded for {named}, {months} from now."
        )
    } else {
        say!(
            lang,
            "Lưu ý: buổi này ghi cho tháng {named}, cách đây {months}.",
            "Note: this meeting is recorded for {named}, {months} ago."
        )
    };
    let Some(day) = far.exchanged else { return far_off };
    let (code, month, right) =
        (&meeting.cell.code, period(lang, far.period), period(lang, Period::of(day)));
    let which = which(lang, meeting.kind, meeting.held_on);
    let day = date(lang, day);
    say!(
        lang,
        "{far_off} Nếu là ngày {day}: {CHIBO} meeting amend {code} --period {month}{which} --on {day} --new-period {right}",
        "{far_off} If {day} was meant: {CHIBO} meeting amend {code} --period {month}{which} --on {day} --new-period {right}",
        CHIBO
    )
}

/// Who is assigned to a cell only from a day after its meeting.
pub fn assigned_later(lang: Lang, official: &Thing, from: Date) -> String {
    let (who, from) = (thing(official), date(lang, from));
    say!(
        lang,
        "Lưu ý: {who} được phân công từ ngày {from}, sau ngày sinh hoạt.",
        "Note: {who} is assigned from {from}, after the day of the meeting."
    )
}

/// A meeting that came after its month had been closed.
pub fn late(lang: Lang, month: Period) -> String {
    let month = period(lang, month);
    say!(
        lang,
        "Báo cáo bổ sung: số liệu đã chốt của tháng {month} giữ nguyên, buổi này được tính riêng.",
        "Late report: the filed figures of {month} stay, and this meeting is counted beside them."
    )
}

/// The last day of a month as the first that no longer holds.
pub fn ends_on_last_day(lang: Lang, option: &str, day: Date) -> String {
    let (last, next) = (date(lang, day.previous()), date(lang, day.next()));
    let day = date(lang, day);
    say!(
        lang,
        "Lưu ý: {day} là ngày đầu tiên không còn hiệu lực (ngày cuối {last}). Nếu đến hết tháng: {option} {next}",
        "Note: {day} is the first day that no longer holds (last day {last}). Until the end of the month: {option} {next}"
    )
}

/// The days of an assignment as the answer to it says them.
fn holding(lang: Lang, days: Span) -> String {
    let from = days.from.map(|day| date(lang, day)).unwrap_or_default();
    match days.until {
        None => say!(lang, "từ ngày {from}", "from {from}"),
        Some(until) => {
            let (last, until) = (date(lang, until.previous()), date(lang, until));
            say!(
                lang,
                "từ ngày {from}, thôi từ ngày {until} (ngày cuối {last})",
                "from {from}, no longer from {until} (last day {last})"
            )
        }
    }
}

pub fn assigned(
    lang: Lang,
    official: &Thing,
    cell: &Thing,
    days: Span,
    document: Option<&str>,
) -> String {
    let (who, days) = (thing(official), holding(lang, days));
    let by = document.map(|no| say!(lang, " theo {no}", " under {no}")).unwrap_or_default();
    say!(lang, "Đã phân công {who} dự {cell} {days}{by}", "Assigned {who} to {cell} {days}{by}")
}

pub fn ended(lang: Lang, official: &Thing, last: Date) -> String {
    let (who, last) = (thing(official), date(lang, last));
    say!(
        lang,
        "Phân công của {who} kết thúc, ngày cuối {last}.",
        "The assignment of {who} ends, last day {last}."
    )
}

pub fn corrected(lang: Lang, official: &Thing, days: Span) -> String {
    let (who, days) = (thing(official), holding(lang, days));
    say!(
        lang,
        "Đã bỏ phân công ghi nhầm của {who} ({days}).",
        "Took out the mistaken assignment of {who} ({days})."
    )
}

pub fn beside(lang: Lang, others: &[Thing], mode: AssignmentMode) -> String {
    let others = others.iter().map(thing).collect::<Vec<_>>().join("; ");
    match mode {
        AssignmentMode::Each => say!(
            lang,
            "Cùng được phân công: {others}. Từng người đều phải dự.",
            "Assigned besides: {others}. Every one of them owes the visit."
        ),
        AssignmentMode::Any => say!(
            lang,
            "Cùng tổ: {others}. Một người trong tổ dự là đủ.",
            "In one team with: {others}. One of them will do."
        ),
    }
}

/// That an official was at another cell on the same day.
pub fn same_day(lang: Lang, official: &Thing, cell: &Thing) -> String {
    let who = thing(official);
    say!(
        lang,
        "Lưu ý: {who} cùng ngày đã được ghi dự ở {cell}.",
        "Note: {who} is recorded at {cell} on the same day."
    )
}

/// That a leader came, who stands above those assigned.
pub fn above(lang: Lang, official: &Thing) -> String {
    let who = thing(official);
    say!(
        lang,
        "Lưu ý: {who} có thứ tự trên cán bộ được phân công; kết quả vẫn ghi theo cán bộ được phân công.",
        "Note: {who} stands above the assigned visitor in the notice; the result is still that of the assigned visitor."
    )
}

/// That an official is assigned to the cell that he belongs to.
pub fn own_cell(lang: Lang, official: &Thing, cell: &Thing) -> String {
    let who = thing(official);
    say!(
        lang,
        "Lưu ý: {cell} là chi bộ nơi {who} sinh hoạt.",
        "Note: {cell} is the cell that {who} belongs to."
    )
}

/// Where a duty is owed.
pub fn scope(lang: Lang, scope: Option<&Thing>) -> String {
    match scope {
        None => all_cells(lang).to_owned(),
        Some(what) => format!("{} {}", what.kind.lower(lang), thing(what)),
    }
}

/// What an official owes: `at least 6 visits a year in commune X1 Xã 1`.
pub fn duty(lang: Lang, duty: &Duty, scope: Option<&Thing>) -> String {
    let (count, span) = (duty.count, duty.span.lower(lang));
    let place = self::scope(lang, scope);
    let single = matches!(duty.scope, Scope::Cell(_));
    if duty.each && !single {
        let visits = super::count(lang, count.into(), "lần", "visit", "visits");
        say!(
            lang,
            "dự ít nhất {visits} mỗi {span} ở từng chi bộ: {place}",
            "at least {visits} a {span} to each cell within {place}"
        )
    } else {
        let visits = super::count(lang, count.into(), "lần", "visit", "visits");
        say!(
            lang,
            "dự ít nhất {visits} mỗi {span} ở {place}",
            "at least {visits} a {span} within {place}"
        )
    }
}

pub fn duty_added(
    lang: Lang,
    official: &Thing,
    what: &str,
    days: Span,
    document: Option<&str>,
) -> String {
    let (who, days) = (thing(official), holding(lang, days));
    let by = document.map(|no| say!(lang, " theo {no}", " under {no}")).unwrap_or_default();
    say!(
        lang,
        "Đã ghi nghĩa vụ của {who}: {what}, {days}{by}",
        "Recorded the duty of {who}: {what}, {days}{by}"
    )
}

/// That another duty was taken out as entered in error.
pub fn duty_corrected(lang: Lang) -> &'static str {
    lang.pick(
        "Nghĩa vụ ghi nhầm trước đó đã được thay.",
        "It stands in the place of the mistaken one.",
    )
}

pub fn duty_ended(lang: Lang, official: &Thing, scope: Option<&Thing>, until: Date) -> String {
    let (who, place) = (thing(official), self::scope(lang, scope));
    let (last, until) = (date(lang, until.previous()), date(lang, until));
    say!(
        lang,
        "Đã kết thúc nghĩa vụ của {who} ở {place} từ ngày {until} (ngày cuối {last})",
        "Ended the duty of {who} within {place} from {until} (last day {last})"
    )
}

/// A duty that ended on its first day.
pub fn duty_taken_out(lang: Lang, official: &Thing, scope: Option<&Thing>) -> String {
    let (who, place) = (thing(official), self::scope(lang, scope));
    say!(
        lang,
        "Đã bỏ nghĩa vụ của {who} ở {place}, kết thúc ngay từ ngày bắt đầu",
        "Took out the duty of {who} within {place}, ended on its first day"
    )
}

/// Whose assignments to the cell changed their mode with the one that was amended.
pub fn mode_as_well(lang: Lang, others: &[Thing], mode: AssignmentMode) -> String {
    let (others, mode) =
        (others.iter().map(thing).collect::<Vec<_>>().join("; "), mode.lower(lang));
    say!(
        lang,
        "Cách phân công của {others} cũng đổi theo: {mode}.",
        "The mode of {others} was changed as well: {mode}."
    )
}

pub fn unassigned(lang: Lang, official: &Thing, cell: &Thing, until: Date) -> String {
    let (who, last, until) = (thing(official), date(lang, until.previous()), date(lang, until));
    say!(
        lang,
        "Đã thôi phân công {who} ở {cell} từ ngày {until} (ngày cuối {last})",
        "Ended the assignment of {who} to {cell} from {until} (last day {last})"
    )
}

/// An assignment that ended on its first day.
pub fn taken_out(lang: Lang, official: &Thing, cell: &Thing) -> String {
    let who = thing(official);
    say!(
        lang,
        "Đã bỏ phân công {who} ở {cell}, thôi ngay từ ngày bắt đầu",
        "Took out the assignment of {who} to {cell}, ended on its first day"
    )
}

pub fn nobody_left(lang: Lang, cell: &Thing, day: Date) -> String {
    let (code, day) = (&cell.code, date(lang, day));
    say!(
        lang,
        "Ngày {day}, {cell} không còn cán bộ được phân công; phân công: {CHIBO} assign {code} CÁN_BỘ --from NGÀY",
        "On {day}, {cell} has no assigned visitor; to assign one: {CHIBO} assign {code} OFFICIAL --from DATE",
        CHIBO
    )
}

/// The head of the list of rows whose status changed.
pub fn changes_head(lang: Lang, n: usize) -> String {
    let n = count(lang, n, "dòng báo cáo", "row of reports", "rows of reports");
    say!(lang, "Kết quả thay đổi ở {n}:", "The result changes in {n}:")
}

/// That reports begin with a period, where none was set.
pub fn begins(lang: Lang, from: Period) -> String {
    let from = period(lang, from);
    say!(
        lang,
        "Từ nay báo cáo tính từ tháng {from} (records_from); muốn tính từ tháng khác: {CHIBO} config records_from THÁNG",
        "From now on reports begin with {from} (records_from); for another one: {CHIBO} config records_from PERIOD",
        CHIBO
    )
}

/// That no period is set any more with which reports begin.
pub fn begins_nowhere(lang: Lang, meetings: bool) -> String {
    if meetings {
        say!(
            lang,
            "Tháng bắt đầu tính báo cáo (records_from) không còn được đặt nên mọi tháng đều được tính; đặt lại: {CHIBO} config records_from THÁNG",
            "No first month is set for reports any more (records_from), so every month counts; to set one: {CHIBO} config records_from PERIOD",
            CHIBO
        )
    } else {
        say!(
            lang,
            "Tháng bắt đầu tính báo cáo (records_from) trở lại chưa đặt.",
            "The first month of reports (records_from) is not set any more."
        )
    }
}

/// That reports begin with another period than before.
pub fn begins_otherwise(lang: Lang, before: Period, after: Period) -> String {
    let (before, after) = (period(lang, before), period(lang, after));
    say!(
        lang,
        "Báo cáo nay theo dõi từ tháng {after}, trước đó từ tháng {before}.",
        "Reports now begin with {after}; before, with {before}."
    )
}

/// Where to see what files changed that hold too much to list it.
pub fn changes_not_listed(lang: Lang, before: OperationNumber) -> String {
    let before = before.0;
    say!(
        lang,
        "Kết quả các tháng đã ghi có thể thay đổi theo các tệp này; xem từng tháng: {CHIBO} report --period THÁNG --diff {before}",
        "Results of recorded months may change with these files; to see those of a month: {CHIBO} report --period PERIOD --diff {before}",
        CHIBO
    )
}

pub fn change(
    lang: Lang,
    cell: &Thing,
    month: Period,
    before: Option<Status>,
    after: Option<Status>,
) -> String {
    let none = lang.pick("không tính", "not counted");
    let label = |status: Option<Status>| status.map_or(none, |s| s.label(lang));
    let (month, before, after) = (period(lang, month), label(before), label(after));
    format!("  {month} {cell}: {before} → {after}")
}

/// A meeting as an answer names it.
pub struct MeetingNamed<'a> {
    pub cell: &'a Thing,
    pub period: Period,
    pub kind: MeetingKind,
    pub held_on: Option<Date>,
}

fn named(lang: Lang, meeting: &MeetingNamed<'_>) -> String {
    let MeetingNamed { cell, period: month, kind, held_on } = meeting;
    let (month, kind) = (period(lang, *month), kind_word(lang, *kind));
    match held_on {
        Some(day) => {
            let day = date(lang, *day);
            say!(
                lang,
                "buổi sinh hoạt {kind}tháng {month} của {cell} (ngày {day})",
                "the {kind}meeting of {cell} for {month} (held on {day})"
            )
        }
        None => say!(
            lang,
            "buổi sinh hoạt {kind}tháng {month} của {cell} (không sinh hoạt)",
            "the {kind}meeting of {cell} for {month} (not held)"
        ),
    }
}

/// Who came, for the end of an answer.
fn came(lang: Lang, held: bool, visitors: &[Thing]) -> String {
    let names = visitors.iter().map(thing).collect::<Vec<_>>().join("; ");
    match (held, visitors.is_empty()) {
        (false, _) => String::new(),
        (true, true) => say!(lang, ", không có cán bộ dự", ", no visitor"),
        (true, false) => say!(lang, ", người dự: {names}", ", who came: {names}"),
    }
}

fn result(lang: Lang, status: Option<Status>) -> String {
    status
        .map(|s| s.label(lang))
        .map(|s| say!(lang, " – kết quả: {s}", " – result: {s}"))
        .unwrap_or_default()
}

pub fn logged(
    lang: Lang,
    meeting: &MeetingNamed<'_>,
    visitors: &[Thing],
    status: Option<Status>,
) -> String {
    let what = named(lang, meeting);
    let came = came(lang, meeting.held_on.is_some(), visitors);
    let result = result(lang, status);
    say!(lang, "Đã ghi {what}{came}{result}", "Recorded {what}{came}{result}")
}

pub fn amended(lang: Lang, meeting: &MeetingNamed<'_>, status: Option<Status>) -> String {
    let (what, result) = (named(lang, meeting), result(lang, status));
    say!(lang, "Đã sửa {what}{result}", "Amended {what}{result}")
}

/// What the row of a cell says whose meeting was in truth that of another.
pub fn left(lang: Lang, cell: &Thing, month: Period, status: Status) -> String {
    let (month, status) = (period(lang, month), status.label(lang));
    say!(lang, "{cell} tháng {month} nay là: {status}.", "For {month}, {cell} now has: {status}.")
}

pub fn removed(lang: Lang, meeting: &MeetingNamed<'_>) -> String {
    let what = named(lang, meeting);
    say!(lang, "Đã bỏ {what}", "Removed {what}")
}

/// One value before and after.
pub fn changed_value(lang: Lang, label: &str, before: &str, after: &str) -> String {
    let none = lang.pick("(trống)", "(empty)");
    let shown = |text: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
    format!("  {label}: {} → {}", shown(before), shown(after))
}

pub fn recommended(lang: Lang, codes: &[Code]) -> String {
    let codes = joined(codes);
    say!(lang, "Kiến nghị được ghi: {codes}.", "Recommendations recorded: {codes}.")
}

/// That no report counts a meeting, as its cell is not due.
pub fn not_counted(lang: Lang, cell: &Thing) -> String {
    say!(
        lang,
        "Buổi này không tính vào báo cáo của tháng: {cell} không thuộc diện theo dõi tháng đó.",
        "Reports of the month do not count this meeting: {cell} is not due in it."
    )
}

/// What was raised at a meeting that was taken out.
pub fn removed_with_it(lang: Lang, codes: &[Code]) -> String {
    let codes = joined(codes);
    say!(
        lang,
        "Kiến nghị nêu tại buổi này cũng được bỏ: {codes}.",
        "The recommendations raised at it were removed with it: {codes}."
    )
}

/// A grade that the rule set does not allow for the score.
pub fn grade_above(lang: Lang, above: &GradeAbove) -> String {
    let (given, highest) = (above.given.label(lang), above.highest.label(lang));
    let document = above.document;
    let score = above.score.to_string().replace('.', lang.pick(",", "."));
    say!(
        lang,
        "Lưu ý: xếp loại {given} cao hơn mức {highest} mà {document} cho phép với {score} điểm; vẫn ghi như đã nhập.",
        "Note: the grade {given} is above {highest}, the highest that {document} allows for a score of {score}; recorded as given."
    )
}

/// The first of these meetings, with a mark where there are more.
fn first_meetings(lang: Lang, meetings: &[(Thing, Period)], named: usize) -> String {
    let listed =
        meetings.iter().take(named).map(|(cell, month)| format!("{cell} {}", period(lang, *month)));
    let more = if meetings.len() > named { "; …" } else { "" };
    listed.collect::<Vec<_>>().join("; ") + more
}

/// Meetings of an import whose grade the rule set does not allow for their score.
pub fn grades_above(lang: Lang, meetings: &[(Thing, Period)], named: usize) -> String {
    let (n, listed) = (meetings.len(), first_meetings(lang, meetings, named));
    say!(
        lang,
        "Lưu ý: xếp loại cao hơn mức mà điểm cho phép ở {n} buổi, vẫn ghi như trong tệp: {listed}",
        "Note: grades above what the score allows, recorded as given ({n}): {listed}"
    )
}

/// Meetings of an import with reasons for absence that no command would take.
pub fn idle_reasons(lang: Lang, meetings: &[(Thing, Period)], named: usize) -> String {
    let (n, listed) = (meetings.len(), first_meetings(lang, meetings, named));
    say!(
        lang,
        "Lưu ý: lý do vắng mặt ở {n} buổi không có cán bộ được phân công nào vắng, hoặc của người không được phân công, vẫn ghi như trong tệp: {listed}",
        "Note: reasons for absence where nobody assigned was absent, or of officials not assigned, recorded as given ({n}): {listed}"
    )
}

/// Meetings of an import that lie before the first period of reports.
pub fn imported_before_records(
    lang: Lang,
    meetings: usize,
    months: &BTreeSet<Period>,
    named: usize,
    from: Period,
) -> String {
    let from = period(lang, from);
    let listed = months.iter().take(named).map(|month| period(lang, *month));
    let listed = listed.collect::<Vec<_>>().join(", ");
    let more = if months.len() > named { ", …" } else { "" };
    say!(
        lang,
        "Lưu ý: sổ theo dõi từ tháng {from} (records_from) nên báo cáo không tính {meetings} buổi sinh hoạt của các tháng trước đó: {listed}{more}",
        "Note: reports begin with {from} (records_from); meetings of earlier months, not counted: {meetings} ({listed}{more})"
    )
}

/// How an import ended, in one sentence.
pub fn imported(lang: Lang, new: usize, changed: usize, same: usize) -> String {
    match new + changed {
        0 if same == 0 => say!(lang, "Các tệp không có bản ghi nào", "The files have no records"),
        0 => {
            let same = count(lang, same, "bản ghi", "record", "records");
            say!(
                lang,
                "Không có gì thay đổi: {same} trong tệp đều đã có trong sổ",
                "Nothing changes: {same} of the files are recorded already"
            )
        }
        _ => {
            let new = count(lang, new, "bản ghi mới", "new record", "new records");
            say!(
                lang,
                "Đã nhập {new}, {changed} bản ghi thay đổi, {same} bản ghi đã có",
                "Imported {new}, {changed} changed, {same} unchanged"
            )
        }
    }
}

/// What one file brought.
pub fn file_line(lang: Lang, file: &str, new: usize, changed: usize, same: usize) -> String {
    say!(
        lang,
        "  {file}: mới {new}, thay đổi {changed}, đã có {same}",
        "  {file}: new {new}, changed {changed}, unchanged {same}"
    )
}

/// The earliest and latest date of a column.
pub fn dates_line(lang: Lang, label: &str, earliest: Date, latest: Date) -> String {
    let (earliest, latest) = (date(lang, earliest), date(lang, latest));
    say!(
        lang,
        "  {label}: sớm nhất {earliest}, muộn nhất {latest}",
        "  {label}: earliest {earliest}, latest {latest}"
    )
}

/// The last days of what ends on the days of a column.
pub fn last_days_line(lang: Lang, earliest: Date, latest: Date) -> String {
    let (earliest, latest) = (date(lang, earliest), date(lang, latest));
    say!(
        lang,
        "    (ngày cuối còn hiệu lực: sớm nhất {earliest}, muộn nhất {latest})",
        "    (last day that holds: earliest {earliest}, latest {latest})"
    )
}

/// The months of the meetings of an import.
pub fn months_imported(lang: Lang, months: &[Period], named: usize) -> String {
    let listed = months.iter().take(named).map(|month| period(lang, *month));
    let listed = listed.collect::<Vec<_>>().join(", ");
    let more = if months.len() > named { ", …" } else { "" };
    say!(lang, "  tháng: {listed}{more}", "  months: {listed}{more}")
}

/// How many of the meetings of an import came to which result.
pub fn results_imported(lang: Lang, results: &[(Status, usize)]) -> String {
    let listed = results.iter().map(|(status, rows)| format!("{} {rows}", status.label(lang)));
    let listed = listed.collect::<Vec<_>>().join("; ");
    say!(lang, "  kết quả: {listed}", "  results: {listed}")
}

/// Cells that were given no day of founding.
pub fn founded_with_committee(lang: Lang, cells: usize) -> String {
    let cells = count(lang, cells, "chi bộ", "cell", "cells");
    say!(
        lang,
        "Lưu ý: {cells} không ghi ngày thành lập, lấy ngày thành lập của đảng bộ.",
        "Note: without a day of founding, that of their committee was taken: {cells}."
    )
}

pub fn templates(lang: Lang, folder: &Path, n: usize) -> String {
    let typed = typed(folder);
    let folder = folder.display();
    say!(
        lang,
        "Đã ghi {n} tệp mẫu vào {folder}. Điền xong: {CHIBO} import {typed}",
        "Wrote {n} template files into {folder}. Once filled in: {CHIBO} import {typed}",
        CHIBO
    )
}

/// Where a table was written.
pub fn written(lang: Lang, path: &Path) -> String {
    let path = path.display();
    say!(lang, "Đã ghi vào {path}", "Written to {path}")
}

/// That a table is printed at once, as the program to leaf through it cannot be started.
pub fn no_pager(lang: Lang, program: &str, detail: &str) -> String {
    let detail = system(lang, detail);
    say!(
        lang,
        "Không mở được “{program}” để xem từng trang ({detail}); bảng được in thẳng ra màn hình.",
        "“{program}” cannot be started to page with ({detail}); the table is printed at once."
    )
}

/// What the demo offers next.
pub fn demo_next(lang: Lang, db: &Path) -> Vec<String> {
    let chibo = chibo_on(db);
    let head = lang.pick("Thử tiếp:", "To try next:");
    vec![
        head.to_owned(),
        format!("  {chibo} report --period 2017-06..2018-07"),
        format!("  {chibo} report composition --as-of 2018-07-31"),
        format!("  {chibo} meeting show P1-02 --period 7/2018"),
    ]
}

/// That what is printed is not what is on record now, but what was after an operation.
pub fn known_at(lang: Lang, number: OperationNumber, recorded: &str) -> String {
    let number = number.0;
    say!(
        lang,
        "Theo những gì đã ghi đến hết thao tác {number} ({recorded}).",
        "As recorded up to operation {number} ({recorded})."
    )
}

/// That the program waits for a busy file.
pub fn waiting(lang: Lang) -> &'static str {
    lang.pick(
        "Sổ đang được chương trình khác dùng, đang chờ…",
        "Another program is using the record file; waiting…",
    )
}

/// What an import does first.
pub fn reading(lang: Lang) -> &'static str {
    lang.pick("Đang đọc và kiểm tra các tệp", "Reading and checking the files")
}

/// The label of the progress bar.
pub fn importing(lang: Lang) -> &'static str {
    lang.pick("Đang nhập", "Importing")
}

/// What stands for today lies after the machine's date.
pub fn today_borrowed(lang: Lang, today: Date, machine: Date) -> String {
    let (today, machine) = (date(lang, today), date(lang, machine));
    say!(
        lang,
        "Lưu ý: ngày coi là hôm nay là {today} (--today hoặc CHIBO_TODAY), sau ngày của máy là {machine}.",
        "Note: what stands for today is {today} (--today or CHIBO_TODAY), after the machine's date, {machine}."
    )
}

/// The operation before this one was recorded after the machine's time; both times in words.
pub fn ahead_of_clock(lang: Lang, number: OperationNumber, newest: &str, now: &str) -> String {
    let number = number.0;
    say!(
        lang,
        "Lưu ý: máy đang là {now}, nhưng thao tác {number} đã ghi lúc {newest}; thao tác này cũng mang giờ đó, nên --known-at với ngày không phân biệt được các thao tác ấy. Xem lại đồng hồ của máy.",
        "Note: the machine's clock says {now}, but operation {number} was recorded at {newest}; this one gets that time too, and dates in --known-at cannot tell these operations apart. Look at the machine's clock."
    )
}
