//! Rules of meetings.

use super::things;
use crate::domain::refusal::Meeting;
use crate::domain::{Keyword, MeetingMeant};
use crate::texts::typing::which;
use crate::texts::usage::look_at;
use crate::texts::{
    ErrorCode, Explained, Labelled, Lang, date, days, explain, kind_word, period, say, thing,
};

/// Meetings of a cell by kind and day, and the command about the first of them.
fn listed(lang: Lang, meetings: &[MeetingMeant]) -> (String, String) {
    let one = |meeting: &MeetingMeant| {
        let kind = meeting.kind.lower(lang);
        match meeting.held_on.map(|day| date(lang, day)) {
            Some(day) => say!(lang, "{kind} ngày {day}", "{kind} on {day}"),
            None => say!(lang, "{kind} (không sinh hoạt)", "{kind} (not held)"),
        }
    };
    let all = meetings.iter().map(one).collect::<Vec<_>>().join("; ");
    let first = meetings.first().map(|first| {
        let (code, month) = (&first.cell.code, period(lang, first.period));
        let held = first.held_on.map(|day| format!(" --held {}", date(lang, day)));
        let (kind, held) = (first.kind.key(), held.unwrap_or_default());
        format!("{} meeting show {code} --period {month} --kind {kind}{held}", lang.chibo())
    });
    (all, first.unwrap_or_default())
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Meeting) -> Explained {
    match refused {
        Meeting::HeldOutsidePeriod { held_on, period: month, earliest, latest } => {
            let (held_on, month) = (date(lang, *held_on), period(lang, *month));
            let (earliest, latest) = (date(lang, *earliest), date(lang, *latest));
            explain!(
                lang,
                HeldOutsidePeriod,
                "Ngày {held_on} quá xa tháng {month}: phải từ {earliest} đến {latest}",
                "{held_on} is too far from {month}: it must be from {earliest} to {latest}",
            )
            .hint(look_at(lang, "--on", "--period"))
        }
        Meeting::HeldAfterToday { held_on, today } => {
            let (held_on, today) = (date(lang, *held_on), date(lang, *today));
            explain!(
                lang,
                HeldAfterToday,
                "Ngày sinh hoạt {held_on} sau hôm nay ({today})",
                "The meeting's day {held_on} is after today ({today})",
                advice("Ghi sau khi chi bộ đã sinh hoạt", "Record it once the cell has met"),
            )
        }
        Meeting::CellNotInPeriod { cell, period: month, life } => {
            let (month, life, code) = (period(lang, *month), days(lang, *life), &cell.code);
            explain!(
                lang,
                CellNotInPeriod,
                "{cell} không tồn tại trong tháng {month} ({life})",
                "{cell} does not exist in {month} ({life})",
                hint(
                    "Xem: {CHIBO} cell show {code}; kiểm tra tháng đã gõ",
                    "See: {CHIBO} cell show {code}; check the month",
                    CHIBO
                ),
            )
        }
        Meeting::VisitorTwice { official } => {
            let who = thing(official);
            explain!(
                lang,
                VisitorTwice,
                "{who} được ghi hai lần trong số người dự",
                "{who} stands twice among the visitors",
                advice("Ghi mỗi cán bộ một lần", "Name each official once"),
            )
        }
        Meeting::ReasonForVisitor { official } => {
            let (who, code) = (thing(official), &official.code);
            explain!(
                lang,
                ReasonForVisitor,
                "{who} đã dự nên không có lý do vắng",
                "{who} came, so no reason for absence is recorded",
                hint("Bỏ lý do của {code} trong --reason", "Leave {code} out of --reason"),
            )
        }
        Meeting::ReasonTwice { official } => {
            let who = thing(official);
            explain!(
                lang,
                ReasonTwice,
                "{who} được ghi hai lý do vắng",
                "{who} is given two reasons",
                advice("Ghi mỗi cán bộ một lần", "Name each official once"),
            )
        }
        Meeting::NobodyAssigned { cell, day } => {
            let (day, code) = (date(lang, *day), &cell.code);
            explain!(
                lang,
                NobodyAssigned,
                "{cell} không có cán bộ được phân công vào ngày {day}",
                "{cell} has no assigned visitor on {day}",
                hint(
                    "Phân công trước: {CHIBO} assign {code} CÁN_BỘ --from NGÀY",
                    "Assign one first: {CHIBO} assign {code} OFFICIAL --from DATE",
                    CHIBO
                ),
            )
        }
        Meeting::SeveralAssigned { cell, day, officials } => {
            let (day, listed) = (date(lang, *day), things(officials));
            let options: Vec<String> =
                officials.iter().map(|o| format!("--visitor {}", o.code)).collect();
            let options = options.join(" ");
            explain!(
                lang,
                SeveralAssigned,
                "{cell} có nhiều cán bộ được phân công vào ngày {day}: {listed}",
                "{cell} has several assigned visitors on {day}: {listed}",
                advice("Nêu rõ ai đã dự: {options}", "Say who came: {options}"),
            )
        }
        Meeting::EverybodyCame { cell } => explain!(
            lang,
            EverybodyCame,
            "Cán bộ được phân công ở {cell} đều đã dự nên không có lý do vắng",
            "Everyone assigned to {cell} came, so no reason for absence is recorded",
            hint("Bỏ --reason", "Leave --reason out"),
        ),
        Meeting::Taken { cell, period: month, kind, held_on } => {
            let (shown, code) = (period(lang, *month), &cell.code);
            let word = kind_word(lang, *kind);
            // What tells it from the regular meeting of the month.
            let which = which(lang, *kind, *held_on);
            let message = match held_on {
                Some(day) => {
                    let day = date(lang, *day);
                    say!(
                        lang,
                        "Buổi sinh hoạt {word}tháng {shown} của {cell} đã ghi (ngày {day})",
                        "The {word}meeting of {cell} for {shown} is recorded already (held on {day})"
                    )
                }
                None => say!(
                    lang,
                    "Buổi sinh hoạt {word}tháng {shown} của {cell} đã ghi (không sinh hoạt)",
                    "The {word}meeting of {cell} for {shown} is recorded already (not held)"
                ),
            };
            Explained::new(ErrorCode::MeetingTaken, message).hint(say!(
                lang,"Xem: {CHIBO} meeting show {code} --period {shown}{which}; sửa: {CHIBO} meeting amend {code} --period {shown}{which} …",
                "See: {CHIBO} meeting show {code} --period {shown}{which}; to correct it: {CHIBO} meeting amend {code} --period {shown}{which} …", CHIBO))
        }
        Meeting::NotFound { cell, period: month, there, recorded } => {
            let code = &cell.code;
            let last: Vec<String> =
                recorded.iter().rev().take(6).map(|p| period(lang, *p)).collect();
            let last = last.join(", ");
            let hint = match (there.is_empty(), last.is_empty()) {
                (false, _) => {
                    let (there, first) = listed(lang, there);
                    say!(
                        lang,
                        "Đã ghi trong tháng đó: {there}; xem: {first}",
                        "Recorded for that month: {there}; see: {first}"
                    )
                }
                (true, true) => say!(
                    lang,
                    "Ghi mới: {CHIBO} log-meeting {code} --on NGÀY …",
                    "Record it: {CHIBO} log-meeting {code} --on DATE …",
                    CHIBO
                ),
                (true, false) => say!(
                    lang,
                    "Các tháng đã ghi: {last}; xem: {CHIBO} meeting list --cell {code}",
                    "Recorded months: {last}; see: {CHIBO} meeting list --cell {code}",
                    CHIBO
                ),
            };
            let explained = match month.map(|month| period(lang, month)) {
                Some(month) => explain!(
                    lang,
                    MeetingNotFound,
                    "Chưa có buổi sinh hoạt nào như vậy được ghi cho {cell} tháng {month}",
                    "No such meeting of {cell} is recorded for {month}",
                ),
                None => explain!(
                    lang,
                    MeetingNotFound,
                    "Chưa có buổi sinh hoạt nào như vậy được ghi cho {cell}",
                    "No such meeting of {cell} is recorded",
                ),
            };
            explained.hint(hint)
        }
        Meeting::NotPlanned { cell, period: month, kind, planned } => {
            let (code, month) = (&cell.code, period(lang, *month));
            let word = kind_word(lang, *kind);
            let explained = explain!(
                lang,
                NotPlanned,
                "{cell} chưa có lịch sinh hoạt {word}tháng {month}",
                "No {word}meeting of {cell} is planned for {month}",
            );
            // The newest ones stand last.
            match planned.last() {
                Some((other, kind)) => {
                    let (other, which) = (period(lang, *other), which(lang, *kind, None));
                    explained.hint(say!(
                        lang,
                        "Lịch đã ghi mới nhất: --period {other}{which}; xem: {CHIBO} report schedule --cell {code} --period {other}",
                        "The newest plan: --period {other}{which}; see: {CHIBO} report schedule --cell {code} --period {other}",
                        CHIBO
                    ))
                }
                None => explained.hint(say!(
                    lang,
                    "Ghi lịch: {CHIBO} meeting plan {code} --on NGÀY",
                    "Plan it: {CHIBO} meeting plan {code} --on DATE",
                    CHIBO
                )),
            }
        }
        Meeting::Which { cell, period: month, meetings } => {
            let month = period(lang, *month);
            let (listed, first) = listed(lang, meetings);
            explain!(
                lang,
                MeetingWhich,
                "{cell} có nhiều buổi như vậy trong tháng {month}: {listed}",
                "{cell} has several such meetings in {month}: {listed}",
                hint(
                    "Thêm loại hoặc ngày sinh hoạt, ví dụ: {first}",
                    "Add the kind or the day it was held, such as: {first}",
                ),
            )
        }
        Meeting::NotHeldHasNone { cell, period: month } => {
            let month = period(lang, *month);
            explain!(
                lang,
                NotHeldHasNone,
                "{cell} tháng {month} được ghi là không sinh hoạt nên không có số liệu",
                "{cell} is recorded as not having met for {month}, so it has no figures",
                hint(
                    "Nếu thực ra có sinh hoạt, thêm ngày: --on NGÀY",
                    "If it did meet, add the day: --on DATE",
                ),
            )
        }
        Meeting::VisitorsUnsaid { cell, period: month } => {
            let month = period(lang, *month);
            explain!(
                lang,
                VisitorsUnsaid,
                "Chưa nêu cán bộ nào đã dự buổi sinh hoạt tháng {month} của {cell}",
                "No visitor was given for the meeting of {cell} for {month}",
                hint(
                    "Thêm --visitor assigned (cán bộ được phân công), --visitor MÃ (người khác), hoặc --no-visitor [--reason duty]",
                    "Add --visitor assigned (the assigned visitor), --visitor CODE (someone else), or --no-visitor [--reason duty]",
                ),
            )
        }
    }
}
