//! Refusals in words: what was wrong, what was expected, what to type next.

use super::{Labelled, Lang, date, days, period, say};
use crate::domain::{Date, Field, Refusal, Span, Thing, ThingKind};

/// A refusal or failure as a person reads it, with its stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// A stable English word.
    pub code: &'static str,
    /// What was wrong and what was expected.
    pub message: String,
    /// What to type next.
    pub hint: Option<String>,
}

impl Explained {
    /// An explanation without a hint.
    pub fn new(code: &'static str, message: String) -> Self {
        Self { code, message, hint: None }
    }

    /// The same with what to type next.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// The label of a number or value of a meeting, with its option.
pub fn field(lang: Lang, field: Field) -> String {
    match field {
        Field::Total => say!(lang, "tổng số đảng viên (--total)", "members in all (--total)"),
        Field::Exempt => say!(lang, "miễn sinh hoạt (--exempt)", "exempt (--exempt)"),
        Field::Away => say!(lang, "đi nơi khác (--away)", "away (--away)"),
        Field::Present => say!(lang, "có mặt (--present)", "present (--present)"),
        Field::Excused => say!(lang, "vắng có lý do (--excused)", "excused (--excused)"),
        Field::Remarks => say!(lang, "số ý kiến (--remarks)", "remarks (--remarks)"),
        Field::Order => say!(lang, "thứ tự (--order)", "order (--order)"),
        Field::RegularDay => {
            say!(lang, "ngày sinh hoạt thường lệ (--regular-day)", "usual day (--regular-day)")
        }
    }
}

/// A record with what tells it from others of its name.
pub fn thing(thing: &Thing) -> String {
    match &thing.detail {
        Some(detail) => format!("{thing} ({detail})"),
        None => thing.to_string(),
    }
}

fn things(list: &[Thing]) -> String {
    list.iter().map(thing).collect::<Vec<_>>().join("; ")
}

fn dated_things(lang: Lang, list: &[(Thing, Span)]) -> String {
    let one = |(who, span): &(Thing, Span)| format!("{} ({})", thing(who), days(lang, *span));
    list.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn first_code(list: &[(Thing, Span)]) -> String {
    list.first().map(|(who, _)| who.code.clone()).unwrap_or_default()
}

/// A refusal in words.
pub fn refusal(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::DateMisread { .. }
        | Refusal::DateTwoDigitYear { .. }
        | Refusal::DateImpossible { .. }
        | Refusal::DateOutOfRange { .. }
        | Refusal::PeriodMisread { .. }
        | Refusal::PeriodBackwards { .. }
        | Refusal::PeriodNotOneMonth { .. } => calendar(lang, refusal),
        Refusal::CodeMisread { .. }
        | Refusal::CodeReserved { .. }
        | Refusal::NameEmpty
        | Refusal::NameSemicolon { .. }
        | Refusal::TextUnseen { .. }
        | Refusal::TextTooLong { .. }
        | Refusal::TextDigits
        | Refusal::NumberMisread { .. }
        | Refusal::ScoreMisread { .. }
        | Refusal::NotYes { .. }
        | Refusal::NotYesOrNo { .. } => written(lang, refusal),
        Refusal::NotFound { .. } | Refusal::Ambiguous { .. } | Refusal::CodeTaken { .. } => {
            found(lang, refusal)
        }
        Refusal::LifeBackwards { .. }
        | Refusal::ChangeOutsideLife { .. }
        | Refusal::CommitteeGone { .. }
        | Refusal::SuccessionToItself { .. } => register(lang, refusal),
        Refusal::AssignmentEmpty { .. }
        | Refusal::AssignmentBeyond { .. }
        | Refusal::AssignmentOverlaps { .. }
        | Refusal::AnotherVisitor { .. }
        | Refusal::NobodyToReplace { .. }
        | Refusal::ReplaceWhom { .. }
        | Refusal::ReplacedBeganLater { .. }
        | Refusal::NothingToAmend { .. }
        | Refusal::AmendWhich { .. }
        | Refusal::NotAssigned { .. }
        | Refusal::UnassignWhom { .. }
        | Refusal::UnassignBeforeStart { .. } => assignment(lang, refusal),
        Refusal::CountsMissing { .. }
        | Refusal::PresentOverTotal { .. }
        | Refusal::ExemptAwayOverTotal { .. }
        | Refusal::PresentOverExpected { .. } => counts(lang, refusal),
        Refusal::HeldOutsidePeriod { .. }
        | Refusal::HeldAfterToday { .. }
        | Refusal::NotThere { .. }
        | Refusal::CellNotInPeriod { .. }
        | Refusal::VisitorTwice { .. }
        | Refusal::ReasonForVisitor { .. }
        | Refusal::ReasonTwice { .. }
        | Refusal::NobodyAssigned { .. }
        | Refusal::SeveralAssigned { .. }
        | Refusal::EverybodyCame { .. }
        | Refusal::MeetingTaken { .. }
        | Refusal::MeetingNotFound { .. }
        | Refusal::MeetingWhich { .. }
        | Refusal::NotHeldHasNone { .. }
        | Refusal::VisitorsUnsaid { .. } => meeting(lang, refusal),
        Refusal::NothingChanges
        | Refusal::PeriodNotBegun { .. }
        | Refusal::BeforeRecords { .. }
        | Refusal::NothingToUndo => command(lang, refusal),
    }
}

fn unexpected(refusal: &Refusal) -> Explained {
    Explained::new("refused", refusal.to_string())
}

fn calendar(lang: Lang, refusal: &Refusal) -> Explained {
    let forms = say!(
        lang,
        "Viết ngày trước, ví dụ 5/7/2018 hoặc 2018-07-05; hoặc: hôm nay, hôm qua",
        "Write the day first, such as 5/7/2018 or 2018-07-05; or: today, yesterday"
    );
    match refusal {
        Refusal::DateMisread { text } => Explained::new(
            "date-misread",
            say!(lang, "“{text}” không phải là ngày", "“{text}” is not a date"),
        )
        .hint(forms),
        Refusal::DateTwoDigitYear { text } => Explained::new(
            "date-two-digit-year",
            say!(lang, "Ngày “{text}” thiếu năm đủ bốn chữ số", "The year of “{text}” needs four digits"),
        )
        .hint(forms),
        Refusal::DateImpossible { text, month_first } => {
            let message = say!(lang, "Không có ngày “{text}” trong lịch", "There is no day “{text}” in the calendar");
            let hint = match month_first {
                true => say!(
                    lang,
                    "Hình như tháng được viết trước; chibo đọc ngày trước, tháng sau: 25/7/2018",
                    "The month seems to stand first; chibo reads the day first: 25/7/2018"
                ),
                false => forms,
            };
            Explained::new("date-impossible", message).hint(hint)
        }
        Refusal::DateOutOfRange { text } => {
            let (from, to) = (Date::YEARS.start(), Date::YEARS.end());
            Explained::new(
                "date-out-of-range",
                say!(lang, "Ngày “{text}” nằm ngoài các năm {from}–{to}", "“{text}” is outside the years {from}–{to}"),
            )
        }
        Refusal::PeriodMisread { text } => Explained::new(
            "period-misread",
            say!(lang, "“{text}” không phải là kỳ", "“{text}” is not a period"),
        )
        .hint(say!(
            lang,
            "Viết tháng như 7/2018, T7/2018, 2018-07; nhiều tháng: 2018-Q3, 2018-H1, 2018, 2017-06..2018-07; hoặc: last, this",
            "Write a month as 7/2018, T7/2018, 2018-07; several: 2018-Q3, 2018-H1, 2018, 2017-06..2018-07; or: last, this"
        )),
        Refusal::PeriodBackwards { text } => Explained::new(
            "period-backwards",
            say!(lang, "Kỳ “{text}” kết thúc trước khi bắt đầu", "The period “{text}” ends before it begins"),
        ),
        Refusal::PeriodNotOneMonth { text } => Explained::new(
            "period-not-one-month",
            say!(lang, "Ở đây cần đúng một tháng, không phải “{text}”", "One month is wanted here, not “{text}”"),
        )
        .hint(say!(lang, "Ví dụ: 7/2018", "For example: 7/2018")),
        other => unexpected(other),
    }
}

fn written(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::CodeMisread { text, longest } => Explained::new(
            "code-misread",
            say!(lang, "“{text}” không phải là mã", "“{text}” is not a code"),
        )
        .hint(say!(
            lang,
            "Mã gồm 1 đến {longest} ký tự: chữ không dấu, chữ số, “-”, “.”, “_”, bắt đầu bằng chữ hoặc số; ví dụ P1-02",
            "A code has 1 to {longest} characters: ASCII letters, digits, “-”, “.”, “_”, beginning with a letter or digit; such as P1-02"
        )),
        Refusal::CodeReserved { text } => Explained::new(
            "code-reserved",
            say!(lang, "“{text}” là từ của lệnh, không dùng làm mã được", "“{text}” is a word of the commands and cannot be a code"),
        ),
        Refusal::NameEmpty => {
            Explained::new("name-empty", say!(lang, "Tên để trống", "The name is empty"))
        }
        Refusal::NameSemicolon { text } => Explained::new(
            "name-semicolon",
            say!(lang, "Tên “{text}” có dấu chấm phẩy, là dấu ngăn cách các tên", "The name “{text}” has a semicolon, which separates names"),
        ),
        Refusal::TextUnseen { found } => {
            let point = format!("U+{found:04X}");
            Explained::new(
                "text-unseen",
                say!(lang, "Có ký tự không nhìn thấy được ({point}), như dấu tab hoặc xuống dòng", "There is a character that cannot be seen ({point}), such as a tab or line break"),
            )
            .hint(say!(lang, "Gõ lại nội dung trên một dòng", "Type the text again, on one line"))
        }
        Refusal::TextTooLong { long, longest } => Explained::new(
            "text-too-long",
            say!(lang, "Nội dung dài {long} ký tự, tối đa {longest}", "The text has {long} characters, {longest} at most"),
        ),
        Refusal::TextDigits => Explained::new(
            "text-digits",
            say!(lang, "Nội dung có dãy từ 9 chữ số trở lên, có thể là số giấy tờ của đảng viên", "The text has nine or more digits in a row, which may be a member's identity or card number"),
        )
        .hint(say!(lang, "Bỏ số đó đi: sổ này không ghi tên, số thẻ hay số giấy tờ của đảng viên", "Leave the number out: no names or numbers of members are recorded here")),
        Refusal::NumberMisread { field: of, text, least, most } => {
            let of = field(lang, *of);
            Explained::new(
                "number-misread",
                say!(lang, "“{text}” không dùng được cho {of}: cần số nguyên từ {least} đến {most}", "“{text}” does not fit {of}: a whole number from {least} to {most} is wanted"),
            )
        }
        Refusal::ScoreMisread { text } => Explained::new(
            "score-misread",
            say!(lang, "“{text}” không phải là điểm: cần số từ 0 đến 100, nhiều nhất một chữ số thập phân", "“{text}” is not a score: a number from 0 to 100 with at most one decimal is wanted"),
        ),
        Refusal::NotYes { text } => Explained::new(
            "not-yes",
            say!(lang, "Ở đây chỉ ghi được “yes”, không phải “{text}”", "Only “yes” can stand here, not “{text}”"),
        ),
        Refusal::NotYesOrNo { text } => Explained::new(
            "not-yes-or-no",
            say!(lang, "Cần “có” (yes) hoặc “không” (no), không phải “{text}”", "Yes or no is wanted, not “{text}”"),
        ),
        other => unexpected(other),
    }
}

/// The command that lists the records of a kind.
fn listing(kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Committee => "chibo committee list",
        ThingKind::Cell => "chibo cell list",
        ThingKind::Category => "chibo report composition",
        ThingKind::Official => "chibo official list",
        ThingKind::Recommendation => "chibo meeting list",
    }
}

fn found(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::NotFound { kind, text, near } => {
            let (code, what) = match kind {
                ThingKind::Committee => ("committee-not-found", lang.pick("đảng bộ", "committee")),
                ThingKind::Cell => ("cell-not-found", lang.pick("chi bộ", "cell")),
                ThingKind::Category => ("category-not-found", lang.pick("cơ cấu", "category")),
                ThingKind::Official => ("official-not-found", lang.pick("cán bộ", "official")),
                ThingKind::Recommendation => {
                    ("recommendation-not-found", lang.pick("kiến nghị", "recommendation"))
                }
            };
            let message =
                say!(lang, "Không tìm thấy {what} “{text}”", "There is no {what} “{text}”");
            let command = listing(*kind);
            let hint = match near.is_empty() {
                true => say!(lang, "Xem danh sách: {command}", "See the list: {command}"),
                false => {
                    let near = things(near);
                    say!(lang, "Gần giống: {near}", "Nearest: {near}")
                }
            };
            Explained::new(code, message).hint(hint)
        }
        Refusal::Ambiguous { kind, text, count, matches } => {
            let what = kind.lower(lang);
            let more = if count > &matches.len() { ", …" } else { "" };
            let listed = things(matches);
            let first = matches.first().map(|m| m.code.clone()).unwrap_or_default();
            Explained::new(
                "ambiguous",
                say!(
                    lang,
                    "“{text}” có thể là {count} {what}: {listed}{more}",
                    "“{text}” fits {count} records ({what}): {listed}{more}"
                ),
            )
            .hint(say!(
                lang,
                "Gõ mã, ví dụ: {first}",
                "Type the code, such as: {first}"
            ))
        }
        Refusal::CodeTaken { thing: other } => {
            let (code, what) = (&other.code, thing(other));
            Explained::new(
                "code-taken",
                say!(lang, "Mã {code} đã dùng cho {what}", "The code {code} is that of {what}"),
            )
        }
        other => unexpected(other),
    }
}

fn register(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::LifeBackwards { thing: what, from, until } => {
            let (from, until) = (date(lang, *from), date(lang, *until));
            Explained::new(
                "life-backwards",
                say!(
                    lang,
                    "{what} kết thúc từ ngày {until}, không sau ngày bắt đầu {from}",
                    "{what} ends on {until}, which is not after its first day {from}"
                ),
            )
        }
        Refusal::ChangeOutsideLife { thing: what, day, life } => {
            let (day, life) = (date(lang, *day), days(lang, *life));
            Explained::new(
                "change-outside-life",
                say!(
                    lang,
                    "{what} không tồn tại vào ngày thay đổi {day} ({life})",
                    "{what} does not exist on the day of change, {day} ({life})"
                ),
            )
        }
        // A cell without a first day stands for one that was always there.
        Refusal::CommitteeGone { cell, committee, days: of, life } if of.from.is_none() => {
            let life = days(lang, *life);
            Explained::new(
                "committee-gone",
                say!(
                    lang,
                    "{cell} chưa ghi ngày thành lập, mà {committee} chỉ tồn tại {life}",
                    "{cell} has no day of founding, and {committee} exists only {life}"
                ),
            )
            .hint(say!(
                lang,
                "Ghi ngày thành lập của chi bộ (founded), ví dụ: --founded 1/1/2009",
                "Give the day on which the cell was founded, such as: --founded 1/1/2009"
            ))
        }
        Refusal::CommitteeGone { cell, committee, days: of, life } => {
            let (of, life) = (days(lang, *of), days(lang, *life));
            Explained::new(
                "committee-gone",
                say!(
                    lang,
                    "{cell} thuộc {committee} {of}, nhưng đảng bộ này chỉ tồn tại {life}",
                    "{cell} belongs to {committee} {of}, but that committee exists only {life}"
                ),
            )
        }
        Refusal::SuccessionToItself { cell } => Explained::new(
            "succession-to-itself",
            say!(lang, "{cell} không thể kế thừa chính mình", "{cell} cannot succeed itself"),
        ),
        other => unexpected(other),
    }
}

fn assignment(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::AssignmentEmpty { from, until } => {
            let (from, until) = (date(lang, *from), date(lang, *until));
            Explained::new(
                "assignment-empty",
                say!(
                    lang,
                    "Phân công thôi từ ngày {until}, không sau ngày bắt đầu {from}",
                    "The assignment ends on {until}, which is not after its first day {from}"
                ),
            )
            .hint(say!(
                lang,
                "--until là ngày đầu tiên không còn phân công",
                "--until is the first day that no longer holds"
            ))
        }
        Refusal::AssignmentBeyond { thing: what, until, end } => {
            let (until, end) = (date(lang, *until), date(lang, *end));
            Explained::new(
                "assignment-beyond",
                say!(
                    lang,
                    "Phân công đến {until} vượt quá {what}, kết thúc từ ngày {end}",
                    "The assignment until {until} outlasts {what}, which ends on {end}"
                ),
            )
            .hint(say!(
                lang,
                "Bỏ --until: phân công tự kết thúc cùng chi bộ hoặc cán bộ",
                "Leave --until out: an open assignment ends with the cell or the official"
            ))
        }
        Refusal::AssignmentOverlaps { cell, official, days: of } => {
            let (who, of) = (thing(official), days(lang, *of));
            let (cell_code, code) = (&cell.code, &official.code);
            Explained::new(
                "assignment-overlaps",
                say!(
                    lang,
                    "{who} đã được phân công dự {cell} {of}",
                    "{who} is assigned to {cell} already, {of}"
                ),
            )
            .hint(say!(
                lang,
                "Sửa phân công cũ: chibo assign {cell_code} {code} --from … --amend",
                "To mend the old assignment: chibo assign {cell_code} {code} --from … --amend"
            ))
        }
        Refusal::AnotherVisitor { cell, others } => {
            let (listed, code) = (dated_things(lang, others), first_code(others));
            Explained::new(
                "another-visitor",
                say!(
                    lang,
                    "{cell} đã có cán bộ được phân công trong thời gian này: {listed}",
                    "{cell} has an assigned visitor in that time: {listed}"
                ),
            )
            .hint(say!(
                lang,
                "Thêm --replace {code} để thay, --also để phân công cùng lúc",
                "Add --replace {code} to take over, --also for both at once"
            ))
        }
        Refusal::NobodyToReplace { cell, official, from } => {
            let from = date(lang, *from);
            let message = match official {
                Some(official) => {
                    let who = thing(official);
                    say!(
                        lang,
                        "{who} không được phân công dự {cell} từ ngày {from} nên không có gì để thay",
                        "{who} is not assigned to {cell} from {from}, so there is nothing to replace"
                    )
                }
                None => say!(
                    lang,
                    "{cell} không có cán bộ nào được phân công từ ngày {from} để thay",
                    "{cell} has nobody assigned from {from} to replace"
                ),
            };
            Explained::new("nobody-to-replace", message).hint(say!(
                lang,
                "Bỏ --replace; xem: chibo assign --list",
                "Leave --replace out; see: chibo assign --list"
            ))
        }
        Refusal::ReplaceWhom { cell, others } => {
            let (listed, code) = (dated_things(lang, others), first_code(others));
            Explained::new(
                "replace-whom",
                say!(
                    lang,
                    "{cell} có nhiều cán bộ được phân công: {listed}",
                    "{cell} has several assigned visitors: {listed}"
                ),
            )
            .hint(say!(
                lang,
                "Nêu rõ thay ai, ví dụ: --replace {code}",
                "Say who is replaced, such as: --replace {code}"
            ))
        }
        Refusal::ReplacedBeganLater { cell, official, began, from } => {
            let (who, began, from) = (thing(official), date(lang, *began), date(lang, *from));
            Explained::new(
                "replaced-began-later",
                say!(lang, "Phân công của {who} ở {cell} bắt đầu ngày {began}, không trước {from}, nên không thể kết thúc vào ngày đó", "The assignment of {who} to {cell} began on {began}, not before {from}, so it cannot end on that day"),
            )
            .hint(say!(lang, "Nếu phân công đó ghi nhầm, dùng --amend thay cho --replace", "If it was entered in error, use --amend in place of --replace"))
        }
        Refusal::NothingToAmend { cell, official } => {
            let who = thing(official);
            Explained::new(
                "nothing-to-amend",
                say!(
                    lang,
                    "Không có phân công nào của {cell} trong thời gian này để sửa thành {who}",
                    "{cell} has no assignment in that time to mend into that of {who}"
                ),
            )
            .hint(say!(
                lang,
                "Bỏ --amend để ghi phân công mới",
                "Leave --amend out to record a new assignment"
            ))
        }
        Refusal::AmendWhich { cell, others } => {
            let listed = dated_things(lang, others);
            Explained::new(
                "amend-which",
                say!(
                    lang,
                    "{cell} có nhiều phân công có thể là phân công cần sửa: {listed}",
                    "{cell} has several assignments that could be meant: {listed}"
                ),
            )
            .hint(say!(
                lang,
                "Kết thúc từng phân công: chibo unassign",
                "End them one by one: chibo unassign"
            ))
        }
        Refusal::NotAssigned { cell, official, day } => {
            let day = date(lang, *day);
            let message = match official {
                Some(official) => {
                    let who = thing(official);
                    say!(
                        lang,
                        "{who} không được phân công dự {cell} vào ngày {day}",
                        "{who} is not assigned to {cell} on {day}"
                    )
                }
                None => say!(
                    lang,
                    "{cell} không có cán bộ nào được phân công vào ngày {day}",
                    "{cell} has nobody assigned on {day}"
                ),
            };
            Explained::new("not-assigned", message).hint(say!(
                lang,
                "Xem: chibo assign --list",
                "See: chibo assign --list"
            ))
        }
        Refusal::UnassignWhom { cell, others } => {
            let (listed, code) = (dated_things(lang, others), first_code(others));
            let cell_code = &cell.code;
            Explained::new(
                "unassign-whom",
                say!(
                    lang,
                    "{cell} có nhiều cán bộ được phân công: {listed}",
                    "{cell} has several assigned visitors: {listed}"
                ),
            )
            .hint(say!(
                lang,
                "Nêu rõ ai, ví dụ: chibo unassign {cell_code} {code} --on …",
                "Say who, such as: chibo unassign {cell_code} {code} --on …"
            ))
        }
        Refusal::UnassignBeforeStart { cell, official, from, on } => {
            let (who, from, on) = (thing(official), date(lang, *from), date(lang, *on));
            Explained::new(
                "unassign-before-start",
                say!(
                    lang,
                    "Phân công của {who} ở {cell} bắt đầu ngày {from}, không thể thôi từ ngày {on}",
                    "The assignment of {who} to {cell} begins on {from} and cannot end on {on}"
                ),
            )
            .hint(say!(
                lang,
                "Nếu phân công ghi nhầm: chibo undo, hoặc chibo assign … --amend",
                "If it was entered in error: chibo undo, or chibo assign … --amend"
            ))
        }
        other => unexpected(other),
    }
}

fn counts(lang: Lang, refusal: &Refusal) -> Explained {
    let exempt_hint = say!(
        lang,
        "Đảng viên được miễn mà vẫn dự thì kỳ đó không tính vào số miễn sinh hoạt",
        "An exempt member who came is not counted as exempt that day"
    );
    match refusal {
        Refusal::CountsMissing { missing } => {
            let missing: Vec<String> = missing.iter().map(|f| field(lang, *f)).collect();
            let missing = missing.join(", ");
            Explained::new(
                "counts-missing",
                say!(lang, "Thiếu số: {missing}", "Numbers are missing: {missing}"),
            )
            .hint(say!(
                lang,
                "Ghi --total và --present; ba số --exempt --away --excused ghi đủ cả ba (không có thì ghi 0) hoặc bỏ cả ba",
                "Give --total and --present; of --exempt --away --excused give all three (0 if none) or none"
            ))
        }
        Refusal::PresentOverTotal { present, total } => Explained::new(
            "present-over-total",
            say!(lang, "Số có mặt {present} lớn hơn tổng số {total}", "{present} present is more than {total} in all"),
        ),
        Refusal::ExemptAwayOverTotal { exempt, away, total } => Explained::new(
            "exempt-away-over-total",
            say!(lang, "Số miễn sinh hoạt {exempt} và đi nơi khác {away} cộng lại lớn hơn tổng số {total}", "{exempt} exempt and {away} away together are more than {total} in all"),
        )
        .hint(exempt_hint),
        Refusal::PresentOverExpected { present, excused, expected, total, exempt, away } => Explained::new(
            "present-over-expected",
            say!(
                lang,
                "Có mặt {present} và vắng có lý do {excused} cộng lại lớn hơn số phải dự {expected} (= {total} − {exempt} miễn − {away} đi nơi khác)",
                "{present} present and {excused} excused together are more than the {expected} expected (= {total} − {exempt} exempt − {away} away)"
            ),
        )
        .hint(exempt_hint),
        other => unexpected(other),
    }
}

fn meeting(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::HeldOutsidePeriod { held_on, period: month, earliest, latest } => {
            let (held_on, month) = (date(lang, *held_on), period(lang, *month));
            let (earliest, latest) = (date(lang, *earliest), date(lang, *latest));
            Explained::new(
                "held-outside-period",
                say!(lang, "Ngày {held_on} quá xa kỳ {month}: phải từ {earliest} đến {latest}", "{held_on} is too far from the period {month}: it must be from {earliest} to {latest}"),
            )
            .hint(say!(lang, "Kiểm tra --on và --period", "Check --on and --period"))
        }
        Refusal::HeldAfterToday { held_on, today } => {
            let (held_on, today) = (date(lang, *held_on), date(lang, *today));
            Explained::new(
                "held-after-today",
                say!(
                    lang,
                    "Ngày sinh hoạt {held_on} sau hôm nay ({today})",
                    "The meeting's day {held_on} is after today ({today})"
                ),
            )
            .hint(say!(
                lang,
                "Ghi sau khi chi bộ đã sinh hoạt",
                "Record it once the cell has met"
            ))
        }
        Refusal::NotThere { thing: what, day, life } => {
            let (day, life) = (date(lang, *day), days(lang, *life));
            let (code, message) = match what.kind {
                ThingKind::Official => {
                    let who = thing(what);
                    (
                        "official-not-active",
                        say!(
                            lang,
                            "{who} không công tác vào ngày {day} ({life})",
                            "{who} is not active on {day} ({life})"
                        ),
                    )
                }
                ThingKind::Committee
                | ThingKind::Cell
                | ThingKind::Category
                | ThingKind::Recommendation => (
                    "not-in-existence",
                    say!(
                        lang,
                        "{what} không tồn tại vào ngày {day} ({life})",
                        "{what} does not exist on {day} ({life})"
                    ),
                ),
            };
            Explained::new(code, message)
        }
        Refusal::CellNotInPeriod { cell, period: month, life } => {
            let (month, life) = (period(lang, *month), days(lang, *life));
            Explained::new(
                "cell-not-in-period",
                say!(
                    lang,
                    "{cell} không tồn tại trong kỳ {month} ({life})",
                    "{cell} does not exist in the period {month} ({life})"
                ),
            )
        }
        Refusal::VisitorTwice { official } => {
            let who = thing(official);
            Explained::new(
                "visitor-twice",
                say!(
                    lang,
                    "{who} được ghi hai lần trong số người dự",
                    "{who} stands twice among the visitors"
                ),
            )
        }
        Refusal::ReasonForVisitor { official } => {
            let who = thing(official);
            Explained::new(
                "reason-for-visitor",
                say!(
                    lang,
                    "{who} đã dự nên không có lý do vắng",
                    "{who} came, so no reason for absence is recorded"
                ),
            )
        }
        Refusal::ReasonTwice { official } => {
            let who = thing(official);
            Explained::new(
                "reason-twice",
                say!(lang, "{who} được ghi hai lý do vắng", "{who} is given two reasons"),
            )
        }
        Refusal::NobodyAssigned { cell, day } => {
            let (day, code) = (date(lang, *day), &cell.code);
            Explained::new(
                "nobody-assigned",
                say!(
                    lang,
                    "{cell} không có cán bộ được phân công vào ngày {day}",
                    "{cell} has no assigned visitor on {day}"
                ),
            )
            .hint(say!(
                lang,
                "Phân công trước: chibo assign {code} CÁN_BỘ --from NGÀY",
                "Assign one first: chibo assign {code} OFFICIAL --from DATE"
            ))
        }
        Refusal::SeveralAssigned { cell, day, officials } => {
            let (day, listed) = (date(lang, *day), things(officials));
            let options: Vec<String> =
                officials.iter().map(|o| format!("--visitor {}", o.code)).collect();
            let options = options.join(" ");
            Explained::new(
                "several-assigned",
                say!(
                    lang,
                    "{cell} có nhiều cán bộ được phân công vào ngày {day}: {listed}",
                    "{cell} has several assigned visitors on {day}: {listed}"
                ),
            )
            .hint(say!(lang, "Nêu rõ ai đã dự: {options}", "Say who came: {options}"))
        }
        Refusal::EverybodyCame { cell } => Explained::new(
            "everybody-came",
            say!(
                lang,
                "Cán bộ được phân công ở {cell} đều đã dự nên không có lý do vắng",
                "Everyone assigned to {cell} came, so no reason for absence is recorded"
            ),
        )
        .hint(say!(lang, "Bỏ --reason", "Leave --reason out")),
        Refusal::MeetingTaken { cell, period: month, held_on } => {
            let (shown, code) = (period(lang, *month), &cell.code);
            let message = match held_on {
                Some(day) => {
                    let day = date(lang, *day);
                    say!(
                        lang,
                        "Buổi sinh hoạt kỳ {shown} của {cell} đã ghi (ngày {day})",
                        "The meeting of {cell} for {shown} is recorded already (held on {day})"
                    )
                }
                None => say!(
                    lang,
                    "Buổi sinh hoạt kỳ {shown} của {cell} đã ghi (không sinh hoạt)",
                    "The meeting of {cell} for {shown} is recorded already (not held)"
                ),
            };
            Explained::new("meeting-taken", message).hint(say!(
                lang,
                "Xem: chibo meeting show {code} --period {month}; sửa: chibo meeting amend {code} --period {month} …",
                "See: chibo meeting show {code} --period {month}; mend: chibo meeting amend {code} --period {month} …"
            ))
        }
        Refusal::MeetingNotFound { cell, period: month, recorded } => {
            let (month, code) = (period(lang, *month), &cell.code);
            let last: Vec<String> =
                recorded.iter().rev().take(6).map(|p| period(lang, *p)).collect();
            let last = last.join(", ");
            let hint = match last.is_empty() {
                true => say!(
                    lang,
                    "Ghi mới: chibo log-meeting {code} --on NGÀY …",
                    "Record it: chibo log-meeting {code} --on DATE …"
                ),
                false => say!(
                    lang,
                    "Các kỳ đã ghi: {last}; xem: chibo meeting list --cell {code}",
                    "Recorded periods: {last}; see: chibo meeting list --cell {code}"
                ),
            };
            Explained::new(
                "meeting-not-found",
                say!(
                    lang,
                    "Chưa ghi buổi sinh hoạt nào như vậy của {cell} kỳ {month}",
                    "No such meeting of {cell} is recorded for {month}"
                ),
            )
            .hint(hint)
        }
        Refusal::MeetingWhich { cell, period: month, days } => {
            let month = period(lang, *month);
            let first = days.first().map(|d| d.to_string()).unwrap_or_default();
            let days: Vec<String> = days.iter().map(|d| date(lang, *d)).collect();
            let days = days.join(", ");
            Explained::new(
                "meeting-which",
                say!(
                    lang,
                    "{cell} có nhiều buổi như vậy trong kỳ {month}: {days}",
                    "{cell} has several such meetings in {month}: {days}"
                ),
            )
            .hint(say!(
                lang,
                "Thêm ngày sinh hoạt, ví dụ: --held {first}",
                "Add the day it was held, such as: --held {first}"
            ))
        }
        Refusal::NotHeldHasNone { cell, period: month } => {
            let month = period(lang, *month);
            Explained::new(
                "not-held-has-none",
                say!(
                    lang,
                    "{cell} kỳ {month} được ghi là không sinh hoạt nên không có số liệu",
                    "{cell} is recorded as not having met for {month}, so it has no figures"
                ),
            )
            .hint(say!(
                lang,
                "Nếu thực ra có sinh hoạt, thêm ngày: --on NGÀY",
                "If it did meet, add the day: --on DATE"
            ))
        }
        Refusal::VisitorsUnsaid { cell, period: month } => {
            let month = period(lang, *month);
            Explained::new(
                "visitors-missing",
                say!(
                    lang,
                    "Chưa nói cán bộ nào đã dự buổi sinh hoạt kỳ {month} của {cell}",
                    "It is not said which visitor came to the meeting of {cell} for {month}"
                ),
            )
            .hint(say!(
                lang,
                "Thêm --visitor assigned (đúng cán bộ được phân công), --visitor MÃ (người khác), hoặc --no-visitor [--reason duty]",
                "Add --visitor assigned (the assigned visitor), --visitor CODE (someone else), or --no-visitor [--reason duty]"
            ))
        }
        other => unexpected(other),
    }
}

fn command(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::NothingChanges => Explained::new(
            "nothing-changes",
            say!(
                lang,
                "Không có gì thay đổi: giá trị mới giống giá trị đã ghi",
                "Nothing changes: the new values are those on record"
            ),
        ),
        Refusal::PeriodNotBegun { period: month, today } => {
            let (month, today) = (period(lang, *month), date(lang, *today));
            Explained::new(
                "period-not-begun",
                say!(
                    lang,
                    "Kỳ {month} chưa bắt đầu (hôm nay {today})",
                    "The period {month} has not begun (today is {today})"
                ),
            )
            .hint(say!(
                lang,
                "Chọn kỳ khác, ví dụ: --period last",
                "Choose another period, such as: --period last"
            ))
        }
        Refusal::BeforeRecords { period: month, records_from } => {
            let (month, from) = (period(lang, *month), period(lang, *records_from));
            Explained::new(
                "before-records",
                say!(
                    lang,
                    "Kỳ {month} trước kỳ đầu tiên của sổ ({from})",
                    "The period {month} is before the first one on record ({from})"
                ),
            )
        }
        Refusal::NothingToUndo => Explained::new(
            "nothing-to-undo",
            say!(lang, "Không còn thao tác nào để hoàn tác", "There is nothing left to undo"),
        )
        .hint(say!(lang, "Xem: chibo history", "See: chibo history")),
        other => unexpected(other),
    }
}
