//! Rules of corrections, mergers, splits and endings.

use super::{Explained, end, thing, things};
use crate::domain::{CellKind, Date, Keyword, MeetingKind, MeetingMeant, Thing, ThingKind};
use crate::texts::{Labelled, Lang, date, period, say};

/// The most meetings that a message lists.
const LISTED: usize = 6;

pub(super) fn already_ended(lang: Lang, what: &Thing, on: &Date) -> Explained {
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
    Explained::new("already-ended", message).hint(say!(
        lang,
        "Xem: {CHIBO} {kind} show {code}; nếu ghi nhầm ngày: tìm số thao tác ({CHIBO} history{of}) rồi {CHIBO} undo SỐ",
        "See: {CHIBO} {kind} show {code}; if the day was a mistake: find the operation ({CHIBO} history{of}), then {CHIBO} undo N"
    ))
}

/// The options with which `history` lists what touched a record, where it can.
fn history_of(what: &Thing) -> String {
    match what.kind {
        ThingKind::Cell | ThingKind::Official => format!(" --{} {}", what.kind.key(), what.code),
        ThingKind::Committee | ThingKind::Category | ThingKind::Recommendation => String::new(),
    }
}

/// What tells a meeting from the regular one of its month, as options.
fn which(meeting: &MeetingMeant) -> String {
    match (meeting.kind, meeting.held_on) {
        (MeetingKind::Regular, _) => String::new(),
        (kind, Some(day)) => format!(" --kind {} --held {day}", kind.key()),
        (kind, None) => format!(" --kind {}", kind.key()),
    }
}

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
                "{cell} {kind}kỳ {month} (ngày {day})",
                "{cell} {kind}{month} (held on {day})"
            )
        }
        None => say!(
            lang,
            "{cell} {kind}kỳ {month} (không sinh hoạt)",
            "{cell} {kind}{month} (not held)"
        ),
    }
}

pub(super) fn meetings_in_the_way(
    lang: Lang,
    what: &Thing,
    on: &Date,
    meetings: &[MeetingMeant],
) -> Explained {
    let on = date(lang, *on);
    let mut listed: Vec<String> = meetings.iter().take(LISTED).map(|m| meeting(lang, m)).collect();
    if meetings.len() > LISTED {
        listed.push("…".to_owned());
    }
    let listed = listed.join("; ");
    let first = meetings
        .first()
        .map_or_else(String::new, |m| format!("{} --period {}{}", m.cell.code, m.period, which(m)));
    let named = thing(what);
    let explained = |message| Explained::new("meetings-in-the-way", message);
    match what.kind {
        ThingKind::Official => explained(say!(
            lang,
            "{named} không thể thôi công tác từ ngày {on}, vì đã ghi người này dự sinh hoạt từ ngày đó: {listed}",
            "{named} cannot retire on {on}: meetings since then have this visitor on record: {listed}"
        ))
        .hint(say!(
            lang,
            "Sửa người dự nếu ghi nhầm: {CHIBO} meeting amend {first} --visitor CÁN_BỘ",
            "If the visitor was a mistake: {CHIBO} meeting amend {first} --visitor OFFICIAL"
        )),
        ThingKind::Committee
        | ThingKind::Cell
        | ThingKind::Category
        | ThingKind::Recommendation => {
            let explained = explained(say!(
                lang,
                "{named} không thể kết thúc từ ngày {on}, vì đã ghi buổi sinh hoạt từ ngày đó: {listed}",
                "{named} cannot end on {on}: meetings since then are on record: {listed}"
            ));
            // One that was not held has no day to mend.
            if meetings.first().is_some_and(|m| m.held_on.is_some()) { explained.hint(say!(
                lang,
                "Sửa ngày nếu ghi nhầm: {CHIBO} meeting amend {first} --on NGÀY; hoặc bỏ: {CHIBO} meeting remove {first} --reason \"Ghi nhầm\"",
                "If its day was a mistake: {CHIBO} meeting amend {first} --on DATE; or take it out: {CHIBO} meeting remove {first} --reason \"Recorded in error\""
            )) } else { explained.hint(say!(
                lang,
                "Bỏ nếu ghi nhầm: {CHIBO} meeting remove {first} --reason \"Ghi nhầm\"",
                "If it was a mistake, take it out: {CHIBO} meeting remove {first} --reason \"Recorded in error\""
            )) }
        }
    }
}

pub(super) fn change_in_the_way(lang: Lang, what: &Thing, on: &Date, day: &Date) -> Explained {
    let (on, day) = (date(lang, *on), date(lang, *day));
    let (code, kind, of) = (&what.code, what.kind.key(), history_of(what));
    let end = end(lang, what.kind);
    Explained::new(
        "change-in-the-way",
        say!(
            lang,
            "{what} không thể {end} từ ngày {on}, vì đã ghi một thay đổi từ ngày {day}",
            "{what} cannot {end} on {on}: a change from {day} is on record"
        ),
    )
    .hint(say!(
        lang,
        "Xem: {CHIBO} {kind} show {code}; bỏ thay đổi đó trước: tìm số thao tác ({CHIBO} history{of}) rồi {CHIBO} undo SỐ",
        "See: {CHIBO} {kind} show {code}; take that change back first: find the operation ({CHIBO} history{of}), then {CHIBO} undo N"
    ))
}

pub(super) fn succession_in_the_way(
    lang: Lang,
    cell: &Thing,
    from: &Thing,
    to: &Thing,
    on: &Date,
) -> Explained {
    let (on, of) = (date(lang, *on), history_of(cell));
    Explained::new(
        "succession-in-the-way",
        say!(
            lang,
            "{cell} chỉ có thể kết thúc sau ngày {on}, ngày {to} tiếp nhận {from}",
            "{cell} can end only after {on}, when {to} took over from {from}"
        ),
    )
    .hint(say!(
        lang,
        "Hoàn tác việc sáp nhập hoặc chia tách trước: tìm số thao tác ({CHIBO} history{of}) rồi {CHIBO} undo SỐ",
        "Take back the merger or split first: find the operation ({CHIBO} history{of}), then {CHIBO} undo N"
    ))
}

pub(super) fn code_used_before(lang: Lang, code: &str, other: &Option<Thing>) -> Explained {
    let message = match other {
        Some(other) => {
            let other = thing(other);
            say!(
                lang,
                "Mã {code} từng là mã của {other}; một mã chỉ dùng cho một đơn vị hay một người, mãi mãi",
                "The code {code} was once that of {other}; a code names one record for ever"
            )
        }
        None => say!(
            lang,
            "Mã {code} từng dùng cho mục khác nay không còn trong sổ; một mã chỉ dùng cho một đơn vị hay một người, mãi mãi",
            "The code {code} was once that of a record no longer in force; a code names one record for ever"
        ),
    };
    Explained::new("code-used-before", message).advice(say!(
        lang,
        "Chọn một mã khác",
        "Choose another code"
    ))
}

pub(super) fn new_cell_nameless(lang: Lang, code: &str) -> Explained {
    Explained::new(
        "new-cell-nameless",
        say!(
            lang,
            "Không có chi bộ {code}; chi bộ mới cần cả tên",
            "There is no cell {code}; a new cell needs a name too"
        ),
    )
    .hint(say!(
        lang,
        "Ghi cả mã và tên: --into \"{code}=Khu phố 9\"",
        "Give code and name: --into \"{code}=Khu phố 9\""
    ))
}

pub(super) fn cell_twice(lang: Lang, cell: &Thing) -> Explained {
    Explained::new("cell-twice", say!(lang, "{cell} được ghi hai lần", "{cell} is named twice"))
        .advice(say!(lang, "Mỗi chi bộ chỉ ghi một lần", "Name each cell once"))
}

pub(super) fn merge_too_few(lang: Lang, cell: &Thing, into: Option<&str>) -> Explained {
    let code = &cell.code;
    let explained = Explained::new(
        "merge-too-few",
        say!(
            lang,
            "Sáp nhập cần ít nhất hai chi bộ, ở đây chỉ có {cell}",
            "A merger needs at least two cells; here is only {cell}"
        ),
    );
    match into {
        None => explained.hint(say!(
            lang,
            "Nêu cả chi bộ kia: {CHIBO} cell merge {code} MÃ --into … (các mã: {CHIBO} cell list)",
            "Name the other cell too: {CHIBO} cell merge {code} CODE --into … (the codes: {CHIBO} cell list)"
        )),
        Some(into) => explained.hint(say!(
            lang,
            "Nêu cả chi bộ giữ lại: {CHIBO} cell merge {code} {into} --into {into} …",
            "Name the one that stays as well: {CHIBO} cell merge {code} {into} --into {into} …"
        )),
    }
}

pub(super) fn split_too_few(lang: Lang, cell: &Thing) -> Explained {
    let code = &cell.code;
    Explained::new(
        "split-too-few",
        say!(
            lang,
            "Chia tách {cell} phải thành ít nhất hai chi bộ",
            "{cell} must be split into at least two cells"
        ),
    )
    .hint(say!(
        lang,
        "Nếu chi bộ cũ vẫn còn, nêu cả chi bộ đó: --into {code} \"MÃ=TÊN\"",
        "If the old cell stays, name it too: --into {code} \"CODE=NAME\""
    ))
}

pub(super) fn merge_not_alike(lang: Lang, committees: &[Thing], kinds: &[CellKind]) -> Explained {
    let kinds_listed = kinds.iter().map(|kind| kind.label(lang)).collect::<Vec<_>>().join(", ");
    let listed = things(committees);
    let message = match (committees.is_empty(), kinds.is_empty()) {
        (false, true) => say!(
            lang,
            "Các chi bộ sáp nhập thuộc nhiều đảng bộ: {listed}",
            "The merged cells belong to several committees: {listed}"
        ),
        (true, _) => say!(
            lang,
            "Các chi bộ sáp nhập khác loại: {kinds_listed}",
            "The merged cells are of several kinds: {kinds_listed}"
        ),
        (false, false) => say!(
            lang,
            "Các chi bộ sáp nhập thuộc nhiều đảng bộ: {listed}; và khác loại: {kinds_listed}",
            "The merged cells belong to several committees: {listed}; and are of several kinds: {kinds_listed}"
        ),
    };
    let mut options = Vec::new();
    if let Some(first) = committees.first() {
        options.push(format!("--committee {}", first.code));
    }
    if let Some(first) = kinds.first() {
        options.push(format!("--kind {}", first.key()));
    }
    let options = options.join(" ");
    Explained::new("merge-not-alike", message).advice(say!(
        lang,
        "Nêu rõ của chi bộ mới, ví dụ: {options}",
        "Say which the new cell has, such as: {options}"
    ))
}

pub(super) fn into_not_new(lang: Lang, cell: &Thing, from: &Option<Date>, on: &Date) -> Explained {
    let on = date(lang, *on);
    let founded = from.map(|day| date(lang, day));
    let since = match founded {
        Some(day) => say!(lang, "thành lập ngày {day}", "founded on {day}"),
        None => say!(lang, "có từ trước", "there before"),
    };
    let code = &cell.code;
    Explained::new(
        "into-not-new",
        say!(
            lang,
            "{cell} ({since}) không phải chi bộ mới của ngày {on}, cũng không nằm trong số được sáp nhập hoặc chia tách",
            "{cell} ({since}) is neither a new cell of {on} nor one of those that are merged or split"
        ),
    )
    .advice(say!(
        lang,
        "Khi sáp nhập vào {code}, nêu cả {code} trong số các chi bộ sáp nhập; chi bộ mới ghi \"MÃ=TÊN\"",
        "To merge into {code}, name {code} among the merged cells; a new cell is written \"CODE=NAME\""
    ))
}

pub(super) fn keeps_its_own(lang: Lang, cell: &Thing) -> Explained {
    let code = &cell.code;
    Explained::new(
        "keeps-its-own",
        say!(
            lang,
            "{cell} giữ nguyên loại và đảng bộ; --kind và --committee chỉ dành cho chi bộ mới",
            "{cell} keeps its kind and committee; --kind and --committee are for new cells"
        ),
    )
    .hint(say!(
        lang,
        "Chuyển chi bộ sang đảng bộ khác: {CHIBO} cell move {code} --to ĐẢNG_BỘ --on NGÀY",
        "To move a cell to another committee: {CHIBO} cell move {code} --to COMMITTEE --on DATE"
    ))
}

pub(super) fn committee_has_cells(
    lang: Lang,
    committee: &Thing,
    cells: &[Thing],
    on: &Date,
) -> Explained {
    let (on, listed, code) = (date(lang, *on), things(cells), &committee.code);
    Explained::new(
        "committee-has-cells",
        say!(
            lang,
            "{committee} còn chi bộ từ ngày {on}: {listed}",
            "{committee} still has cells on {on}: {listed}"
        ),
    )
    .hint(say!(
        lang,
        "Nêu đảng bộ tiếp nhận: {CHIBO} committee dissolve {code} --cells-to ĐẢNG_BỘ --on …",
        "Say where they go: {CHIBO} committee dissolve {code} --cells-to COMMITTEE --on …"
    ))
}

pub(super) fn cells_to_itself(lang: Lang, committee: &Thing) -> Explained {
    Explained::new(
        "cells-to-itself",
        say!(
            lang,
            "{committee} kết thúc nên không thể tiếp nhận chi bộ của chính mình",
            "{committee} ends, so its cells cannot go to itself"
        ),
    )
    .hint(say!(
        lang,
        "Nêu một đảng bộ khác trong --cells-to",
        "Name another committee in --cells-to"
    ))
}

pub(super) fn retire_unconfirmed(
    lang: Lang,
    official: &Thing,
    on: &Date,
    cells: &[Thing],
    unvisited: &[Thing],
) -> Explained {
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
    Explained::new("retire-unconfirmed", message).hint(say!(
        lang,
        "Nếu đúng, thêm --yes",
        "If that is right, add --yes"
    ))
}
