//! Rules of endings: what stands in the way of a record's last day.

use super::{end, things};
use crate::domain::refusal::Ending;
use crate::domain::{Keyword, MeetingKind, MeetingMeant, Thing, ThingKind};
use crate::texts::typing::which;
use crate::texts::{ErrorCode, Explained, Labelled, Lang, date, explain, period, say, thing};

/// The most meetings that a message lists.
const LISTED: usize = 6;

/// The options with which `history` lists what touched a record, where it can.
fn history_of(what: &Thing) -> String {
    match what.kind {
        ThingKind::Cell | ThingKind::Official => format!(" --{} {}", what.kind.key(), what.code),
        ThingKind::Committee | ThingKind::Category | ThingKind::Recommendation => String::new(),
    }
}

/// What tells a meeting from the regular one of its month, as options.
fn meeting(lang: Lang, meeting: &MeetingMeant) -> String {
    let month = period(lang, meeting.period);
    let kind = match meeting.kind {
        MeetingKind::Regular => String::new(),
        kind => format!("{} ", kind.lower(lang)),
    };
    let cell = &meeting.cell;
    match meeting.held_on.map(|day| date(lang, day)) {
        Some(day) => {
            say!(
                lang,
                "{cell} {kind}tháng {month} (ngày {day})",
                "{cell} {kind}{month} (held on {day})"
            )
        }
        None => say!(
            lang,
            "{cell} {kind}tháng {month} (không sinh hoạt)",
            "{cell} {kind}{month} (not held)"
        ),
    }
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Ending) -> Explained {
    match refused {
        Ending::AlreadyEnded { thing: what, on } => {
            let (last, on) = (date(lang, on.previous()), date(lang, *on));
            let (code, kind, of) = (&what.code, what.kind.key(), history_of(what));
            let named = thing(what);
            let message = match what.kind {
                ThingKind::Official => say!(
                    lang,
                    "{named} đã thôi công tác từ ngày {on} (ngày cuối {last})",
                    "{named} retired on {on} (last day {last})"
                ),
                ThingKind::Committee
                | ThingKind::Cell
                | ThingKind::Category
                | ThingKind::Recommendation => say!(
                    lang,
                    "{named} đã kết thúc từ ngày {on} (ngày cuối {last})",
                    "{named} ended on {on} (last day {last})"
                ),
            };
            Explained::new(ErrorCode::AlreadyEnded, message).hint(say!(
                lang,"Xem: {CHIBO} {kind} show {code}; nếu ghi nhầm ngày: tìm số thao tác ({CHIBO} history{of}) rồi {CHIBO} undo SỐ",
                "See: {CHIBO} {kind} show {code}; if the day was a mistake: find the operation ({CHIBO} history{of}), then {CHIBO} undo N", CHIBO))
        }
        Ending::MeetingsInTheWay { thing: what, on, meetings } => {
            let on = date(lang, *on);
            let mut listed: Vec<String> =
                meetings.iter().take(LISTED).map(|m| meeting(lang, m)).collect();
            if meetings.len() > LISTED {
                listed.push("…".to_owned());
            }
            let listed = listed.join("; ");
            let first = meetings.first().map_or_else(String::new, |m| {
                format!(
                    "{} --period {}{}",
                    m.cell.code,
                    period(lang, m.period),
                    which(lang, m.kind, m.held_on)
                )
            });
            let named = thing(what);
            match what.kind {
                ThingKind::Official => explain!(
                    lang,
                    MeetingsInTheWay,
                    "{named} không thể thôi công tác từ ngày {on}, vì đã ghi người này dự sinh hoạt từ ngày đó: {listed}",
                    "{named} cannot retire on {on}: meetings since then have this visitor on record: {listed}",
                    hint("Sửa người dự nếu ghi nhầm: {CHIBO} meeting amend {first} --visitor CÁN_BỘ",
                        "If the visitor was a mistake: {CHIBO} meeting amend {first} --visitor OFFICIAL", CHIBO),
                ),
                ThingKind::Committee
                | ThingKind::Cell
                | ThingKind::Category
                | ThingKind::Recommendation => explain!(
                    lang,
                    MeetingsInTheWay,
                    "{named} không thể kết thúc từ ngày {on}, vì đã ghi buổi sinh hoạt từ ngày đó: {listed}",
                    "{named} cannot end on {on}: meetings since then are on record: {listed}",
                )
                // One that was not held has no day to mend.
                .hint(if meetings.first().is_some_and(|m| m.held_on.is_some()) {
                    say!(
                        lang,"Sửa ngày nếu ghi nhầm: {CHIBO} meeting amend {first} --on NGÀY; hoặc bỏ: {CHIBO} meeting remove {first} --reason \"Ghi nhầm\"",
                        "If its day was a mistake: {CHIBO} meeting amend {first} --on DATE; or take it out: {CHIBO} meeting remove {first} --reason \"Recorded in error\"", CHIBO)
                } else {
                    say!(
                        lang,"Bỏ nếu ghi nhầm: {CHIBO} meeting remove {first} --reason \"Ghi nhầm\"",
                        "If it was a mistake, take it out: {CHIBO} meeting remove {first} --reason \"Recorded in error\"", CHIBO)
                }),
            }
        }
        Ending::ChangeInTheWay { thing: what, on, day } => {
            let (on, day) = (date(lang, *on), date(lang, *day));
            let (code, kind, of) = (&what.code, what.kind.key(), history_of(what));
            let end = end(lang, what.kind);
            explain!(
                lang,
                ChangeInTheWay,
                "{what} không thể {end} từ ngày {on}, vì đã ghi một thay đổi từ ngày {day}",
                "{what} cannot {end} on {on}: a change from {day} is on record",
                hint(
                    "Xem: {CHIBO} {kind} show {code}; bỏ thay đổi đó trước: tìm số thao tác ({CHIBO} history{of}) rồi {CHIBO} undo SỐ",
                    "See: {CHIBO} {kind} show {code}; take that change back first: find the operation ({CHIBO} history{of}), then {CHIBO} undo N",
                    CHIBO
                ),
            )
        }
        Ending::SuccessionInTheWay { cell, from, to, on } => {
            let (on, of) = (date(lang, *on), history_of(cell));
            explain!(
                lang,
                SuccessionInTheWay,
                "{cell} chỉ có thể kết thúc sau ngày {on}, ngày {to} tiếp nhận {from}",
                "{cell} can end only after {on}, when {to} took over from {from}",
                hint(
                    "Hoàn tác việc sáp nhập hoặc chia tách trước: tìm số thao tác ({CHIBO} history{of}) rồi {CHIBO} undo SỐ",
                    "Take back the merger or split first: find the operation ({CHIBO} history{of}), then {CHIBO} undo N",
                    CHIBO
                ),
            )
        }
        Ending::CommitteeHasCells { committee, cells, on } => {
            let (on, listed, code) = (date(lang, *on), things(cells), &committee.code);
            explain!(
                lang,
                CommitteeHasCells,
                "{committee} còn chi bộ từ ngày {on}: {listed}",
                "{committee} still has cells on {on}: {listed}",
                hint(
                    "Nêu đảng bộ tiếp nhận: {CHIBO} committee dissolve {code} --cells-to ĐẢNG_BỘ --on …",
                    "Say where they go: {CHIBO} committee dissolve {code} --cells-to COMMITTEE --on …",
                    CHIBO
                ),
            )
        }
        Ending::CellsToItself { committee } => explain!(
            lang,
            CellsToItself,
            "{committee} kết thúc nên không thể tiếp nhận chi bộ của chính mình",
            "{committee} ends, so its cells cannot go to itself",
            hint("Nêu một đảng bộ khác trong --cells-to", "Name another committee in --cells-to"),
        ),
        Ending::RetireUnconfirmed { official, on, cells, unvisited } => {
            let (who, on, listed) = (thing(official), date(lang, *on), things(cells));
            let message = if unvisited.is_empty() {
                say!(
                    lang,
                    "{who} thôi công tác từ ngày {on} thì kết thúc phân công ở: {listed}; các chi bộ này vẫn có cán bộ khác được phân công",
                    "If {who} retires on {on}, the assignments to these cells end: {listed}; others are assigned to them"
                )
            } else {
                let left = things(unvisited);
                say!(
                    lang,
                    "{who} thôi công tác từ ngày {on} thì kết thúc phân công ở: {listed}; chi bộ không còn cán bộ được phân công: {left}",
                    "If {who} retires on {on}, the assignments to these cells end: {listed}; left without a visitor: {left}"
                )
            };
            Explained::new(ErrorCode::RetireUnconfirmed, message).hint(say!(
                lang,
                "Nếu đúng, thêm --yes",
                "If that is right, add --yes"
            ))
        }
    }
}
