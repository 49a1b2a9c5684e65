//! Rules of assignments.

use super::{dated_things, end, first_code};
use crate::domain::refusal::Assignment;
use crate::texts::{ErrorCode, Explained, Labelled, Lang, date, days, explain, say, thing};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Assignment) -> Explained {
    match refused {
        Assignment::Empty { from, until } => {
            let (from, until) = (date(lang, *from), date(lang, *until));
            explain!(
                lang,
                AssignmentEmpty,
                "Phân công kết thúc từ ngày {until}, không sau ngày bắt đầu {from}",
                "The assignment no longer holds from {until}, which is not after its first day {from}",
                hint(
                    "--until là ngày đầu tiên không còn phân công",
                    "--until is the first day that no longer holds",
                ),
            )
        }
        Assignment::Beyond { thing: what, until, end: day } => {
            let (until, day, end) = (date(lang, *until), date(lang, *day), end(lang, what.kind));
            explain!(
                lang,
                AssignmentBeyond,
                "Phân công kết thúc từ ngày {until}, sau khi {what} {end} ({day})",
                "The assignment until {until} outlasts {what} ({end}s on {day})",
                hint(
                    "Bỏ --until: phân công tự kết thúc cùng chi bộ hoặc cán bộ",
                    "Leave --until out: an open assignment ends with the cell or the official",
                ),
            )
        }
        Assignment::Overlaps { cell, official, days: of } => {
            let (who, of) = (thing(official), days(lang, *of));
            let (cell_code, code) = (&cell.code, &official.code);
            explain!(
                lang,
                AssignmentOverlaps,
                "{who} đã được phân công dự {cell} {of}",
                "{who} is assigned to {cell} already, {of}",
                hint(
                    "Sửa phân công cũ: {CHIBO} assign {cell_code} {code} --from NGÀY --amend",
                    "To correct the old assignment: {CHIBO} assign {cell_code} {code} --from DATE --amend",
                    CHIBO
                ),
            )
        }
        Assignment::AnotherVisitor { cell, others } => {
            let (listed, code) = (dated_things(lang, others), first_code(others));
            explain!(
                lang,
                AnotherVisitor,
                "{cell} đã có cán bộ được phân công trong thời gian này: {listed}",
                "{cell} has an assigned visitor in that time: {listed}",
                hint(
                    "Thêm --replace {code} để thay, --also để phân công cùng lúc (không kèm --amend)",
                    "Add --replace {code} to take over, --also for both at once (without --amend)",
                ),
            )
        }
        Assignment::NobodyToReplace { cell, official, from } => {
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
            Explained::new(ErrorCode::NobodyToReplace, message).hint(say!(
                lang,
                "Bỏ --replace; xem: {CHIBO} assign --list",
                "Leave --replace out; see: {CHIBO} assign --list",
                CHIBO
            ))
        }
        Assignment::ReplaceWhom { cell, others } => {
            let (listed, code) = (dated_things(lang, others), first_code(others));
            explain!(
                lang,
                ReplaceWhom,
                "{cell} có nhiều cán bộ được phân công: {listed}",
                "{cell} has several assigned visitors: {listed}",
                hint(
                    "Nêu rõ thay ai, ví dụ: --replace {code}",
                    "Say who is replaced, such as: --replace {code}",
                ),
            )
        }
        Assignment::ReplacedBeganLater { cell, official, began, from } => {
            let (who, began, from) = (thing(official), date(lang, *began), date(lang, *from));
            explain!(
                lang,
                ReplacedBeganLater,
                "Phân công của {who} ở {cell} bắt đầu ngày {began}, không trước {from}, nên không thể kết thúc vào ngày đó",
                "The assignment of {who} to {cell} began on {began}, not before {from}, so it cannot end on that day",
                hint(
                    "Nếu phân công đó ghi nhầm, dùng --amend thay cho --replace",
                    "If it was entered in error, use --amend in place of --replace",
                ),
            )
        }
        Assignment::NothingToAmend { cell, official } => {
            let who = thing(official);
            explain!(
                lang,
                NothingToAmend,
                "Không có phân công nào của {cell} trong thời gian này để sửa thành {who}",
                "{cell} has no assignment in that time to turn into that of {who}",
                hint(
                    "Bỏ --amend để ghi phân công mới",
                    "Leave --amend out to record a new assignment"
                ),
            )
        }
        Assignment::AmendWhich { cell, others } => {
            let (listed, code, first) =
                (dated_things(lang, others), &cell.code, first_code(others));
            explain!(
                lang,
                AmendWhich,
                "{cell} có nhiều phân công có thể là phân công cần sửa: {listed}",
                "{cell} has several assignments that could be meant: {listed}",
                hint(
                    "Kết thúc từng phân công: {CHIBO} unassign {code} {first} --on NGÀY",
                    "End them one by one: {CHIBO} unassign {code} {first} --on DATE",
                    CHIBO
                ),
            )
        }
        Assignment::NotAssigned { cell, official, day } => {
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
            Explained::new(ErrorCode::NotAssigned, message).hint(say!(
                lang,
                "Xem: {CHIBO} assign --list",
                "See: {CHIBO} assign --list",
                CHIBO
            ))
        }
        Assignment::ModesDiffer { cell, officials, mode, from, days: of } => {
            let (official, other) = &**officials;
            let (who, whom) = (thing(official), thing(other));
            let (mode, of) = (mode.lower(lang), days(lang, *of));
            let (code, theirs, from) = (&cell.code, &other.code, date(lang, *from));
            explain!(
                lang,
                ModesDiffer,
                "{who} được phân công dự {cell} ({mode}), nhưng {whom} được phân công theo cách khác {of}",
                "{who} would be assigned to {cell} as “{mode}”, but {whom} is assigned otherwise {of}",
                hint(
                    "Đổi cách phân công của tất cả: {CHIBO} assign {code} {theirs} --from {from} --amend --mode any (theo tổ) hoặc --mode each (từng người)",
                    "To change it for all of them: {CHIBO} assign {code} {theirs} --from {from} --amend --mode any (a team) or --mode each",
                    CHIBO
                ),
            )
        }
        Assignment::UnassignWhom { cell, others } => {
            let (listed, code) = (dated_things(lang, others), first_code(others));
            let cell_code = &cell.code;
            explain!(
                lang,
                UnassignWhom,
                "{cell} có nhiều cán bộ được phân công: {listed}",
                "{cell} has several assigned visitors: {listed}",
                hint(
                    "Nêu rõ ai, ví dụ: {CHIBO} unassign {cell_code} {code} --on NGÀY",
                    "Say who, such as: {CHIBO} unassign {cell_code} {code} --on DATE",
                    CHIBO
                ),
            )
        }
    }
}
