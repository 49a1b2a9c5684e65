//! Rules of assignments.

use super::{Explained, dated_things, end, first_code, thing};
use crate::domain::{Date, Span, Thing};
use crate::texts::{Lang, date, days, say};

pub(super) fn assignment_empty(lang: Lang, from: &Date, until: &Date) -> Explained {
    let (from, until) = (date(lang, *from), date(lang, *until));
    Explained::new(
        "assignment-empty",
        say!(
            lang,
            "Phân công kết thúc từ ngày {until}, không sau ngày bắt đầu {from}",
            "The assignment ends on {until}, which is not after its first day {from}"
        ),
    )
    .hint(say!(
        lang,
        "--until là ngày đầu tiên không còn phân công",
        "--until is the first day that no longer holds"
    ))
}

pub(super) fn assignment_beyond(lang: Lang, what: &Thing, until: &Date, day: &Date) -> Explained {
    let (until, day, end) = (date(lang, *until), date(lang, *day), end(lang, what.kind));
    Explained::new(
        "assignment-beyond",
        say!(
            lang,
            "Phân công kết thúc từ ngày {until}, sau khi {what} {end} ({day})",
            "The assignment until {until} outlasts {what} ({end}s on {day})"
        ),
    )
    .hint(say!(
        lang,
        "Bỏ --until: phân công tự kết thúc cùng chi bộ hoặc cán bộ",
        "Leave --until out: an open assignment ends with the cell or the official"
    ))
}

pub(super) fn assignment_overlaps(
    lang: Lang,
    cell: &Thing,
    official: &Thing,
    of: &Span,
) -> Explained {
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
        "Sửa phân công cũ: {CHIBO} assign {cell_code} {code} --from NGÀY --amend",
        "To correct the old assignment: {CHIBO} assign {cell_code} {code} --from DATE --amend"
    ))
}

pub(super) fn another_visitor(lang: Lang, cell: &Thing, others: &[(Thing, Span)]) -> Explained {
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
        "Thêm --replace {code} để thay, --also để phân công cùng lúc (không kèm --amend)",
        "Add --replace {code} to take over, --also for both at once (without --amend)"
    ))
}

pub(super) fn nobody_to_replace(
    lang: Lang,
    cell: &Thing,
    official: &Option<Thing>,
    from: &Date,
) -> Explained {
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
        "Bỏ --replace; xem: {CHIBO} assign --list",
        "Leave --replace out; see: {CHIBO} assign --list"
    ))
}

pub(super) fn replace_whom(lang: Lang, cell: &Thing, others: &[(Thing, Span)]) -> Explained {
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

pub(super) fn replaced_began_later(
    lang: Lang,
    cell: &Thing,
    official: &Thing,
    began: &Date,
    from: &Date,
) -> Explained {
    let (who, began, from) = (thing(official), date(lang, *began), date(lang, *from));
    Explained::new(
                "replaced-began-later",
                say!(lang, "Phân công của {who} ở {cell} bắt đầu ngày {began}, không trước {from}, nên không thể kết thúc vào ngày đó", "The assignment of {who} to {cell} began on {began}, not before {from}, so it cannot end on that day"),
            )
            .hint(say!(lang, "Nếu phân công đó ghi nhầm, dùng --amend thay cho --replace", "If it was entered in error, use --amend in place of --replace"))
}

pub(super) fn nothing_to_amend(lang: Lang, cell: &Thing, official: &Thing) -> Explained {
    let who = thing(official);
    Explained::new(
        "nothing-to-amend",
        say!(
            lang,
            "Không có phân công nào của {cell} trong thời gian này để sửa thành {who}",
            "{cell} has no assignment in that time to turn into that of {who}"
        ),
    )
    .hint(say!(
        lang,
        "Bỏ --amend để ghi phân công mới",
        "Leave --amend out to record a new assignment"
    ))
}

pub(super) fn amend_which(lang: Lang, cell: &Thing, others: &[(Thing, Span)]) -> Explained {
    let (listed, code, first) = (dated_things(lang, others), &cell.code, first_code(others));
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
        "Kết thúc từng phân công: {CHIBO} unassign {code} {first} --on NGÀY",
        "End them one by one: {CHIBO} unassign {code} {first} --on DATE"
    ))
}

pub(super) fn not_assigned(
    lang: Lang,
    cell: &Thing,
    official: &Option<Thing>,
    day: &Date,
) -> Explained {
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
        "Xem: {CHIBO} assign --list",
        "See: {CHIBO} assign --list"
    ))
}

pub(super) fn unassign_whom(lang: Lang, cell: &Thing, others: &[(Thing, Span)]) -> Explained {
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
        "Nêu rõ ai, ví dụ: {CHIBO} unassign {cell_code} {code} --on NGÀY",
        "Say who, such as: {CHIBO} unassign {cell_code} {code} --on DATE"
    ))
}
