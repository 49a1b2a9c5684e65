//! What corrections and reorganisations say: what was done, before and after, what follows.

use super::{Explained, explain, thing};
use super::{Labelled, Lang, answers, date, say, told};
use crate::domain::{CellKind, Changed, Date, Shown, Span, Thing, ThingKind, Told};

/// What to give where a new cell would stand in closed months.
pub fn give_founding(lang: Lang) -> String {
    say!(
        lang,
        "Nếu chi bộ được thành lập sau các tháng đó, thêm ngày thành lập: --founded NGÀY",
        "If the cell was founded after these months, add the day: --founded DATE"
    )
}

/// ` theo 12-QĐ/TU`, where there is a document.
pub fn under(lang: Lang, document: Option<&str>) -> String {
    document.map(|no| say!(lang, " theo {no}", " under {no}")).unwrap_or_default()
}

fn list(things: &[Thing]) -> String {
    things.iter().map(thing).collect::<Vec<_>>().join(", ")
}

/// A day, and the one before it as the last that holds.
fn end(lang: Lang, on: Date) -> String {
    let (last, on) = (date(lang, on.previous()), date(lang, on));
    say!(lang, "từ ngày {on} (ngày cuối {last})", "on {on} (last day {last})")
}

fn from(lang: Lang, on: Date) -> String {
    let on = date(lang, on);
    say!(lang, "từ ngày {on}", "from {on}")
}

pub fn post(lang: Lang, official: &Thing, on: Date, document: Option<&str>) -> String {
    let (who, from, under) = (thing(official), from(lang, on), under(lang, document));
    say!(
        lang,
        "Đã đổi chức vụ công tác của {who} {from}{under}",
        "Changed the post of {who} {from}{under}"
    )
}

pub fn retired(lang: Lang, official: &Thing, on: Date, document: Option<&str>) -> String {
    let (who, end, under) = (thing(official), end(lang, on), under(lang, document));
    say!(lang, "Đã ghi {who} thôi công tác {end}{under}", "Retired {who} {end}{under}")
}

pub fn renamed(lang: Lang, what: &Thing, on: Date, document: Option<&str>) -> String {
    let (kind, from, under) = (what.kind.lower(lang), from(lang, on), under(lang, document));
    say!(lang, "Đã đổi tên {kind} {what} {from}{under}", "Renamed the {kind} {what} {from}{under}")
}

pub fn recoded(lang: Lang, what: &Thing) -> String {
    let (kind, what) = (what.kind.lower(lang), thing(what));
    say!(lang, "Đã đổi mã {kind} {what}", "Changed the code of the {kind} {what}")
}

pub fn merged(
    lang: Lang,
    from_cells: &[Thing],
    into: &[Thing],
    is_new: bool,
    on: Date,
    document: Option<&str>,
) -> String {
    let (gone, into) = (list(from_cells), list(into));
    let (from, under) = (from(lang, on), under(lang, document));
    if is_new {
        say!(
            lang,
            "Đã sáp nhập {gone} thành {into} {from}{under}",
            "Merged {gone} into the new cell {into} {from}{under}"
        )
    } else {
        say!(
            lang,
            "Đã sáp nhập {gone} vào {into} {from}{under}",
            "Merged {gone} into {into} {from}{under}"
        )
    }
}

pub fn split(
    lang: Lang,
    cell: &[Thing],
    into: &[Thing],
    on: Date,
    document: Option<&str>,
) -> String {
    let (cell, into) = (list(cell), list(into));
    let (from, under) = (from(lang, on), under(lang, document));
    say!(
        lang,
        "Đã chia tách {cell} thành {into} {from}{under}",
        "Split {cell} into {into} {from}{under}"
    )
}

pub fn moved(lang: Lang, cell: &[Thing], to: &[Thing], on: Date, document: Option<&str>) -> String {
    let (cell, to) = (list(cell), list(to));
    let (from, under) = (from(lang, on), under(lang, document));
    say!(
        lang,
        "Đã chuyển {cell} sang trực thuộc {to} {from}{under}",
        "Moved {cell} to {to} {from}{under}"
    )
}

pub fn dissolved(lang: Lang, what: &[Thing], on: Date, document: Option<&str>) -> String {
    let (end, under) = (end(lang, on), under(lang, document));
    let is_committee = what.iter().any(|thing| thing.kind == ThingKind::Committee);
    let what = list(what);
    if is_committee {
        say!(
            lang,
            "Đã kết thúc hoạt động đảng bộ {what} {end}{under}",
            "Dissolved the committee {what} {end}{under}"
        )
    } else {
        say!(
            lang,
            "Đã giải thể chi bộ {what} {end}{under}",
            "Dissolved the cell {what} {end}{under}"
        )
    }
}

/// A cell that is new.
pub fn founded(lang: Lang, cell: &Thing, kind: CellKind, committee: &Thing) -> String {
    let kind = kind.label(lang);
    say!(
        lang,
        "  {cell}: chi bộ mới ({kind}), thuộc {committee}",
        "  {cell}: new cell ({kind}) of {committee}"
    )
}

/// One value before and after.
pub fn changed(lang: Lang, changed: &Changed) -> String {
    let shown = |shown: &Shown| match shown {
        Shown::Nothing => String::new(),
        Shown::Text(text) => text.clone(),
        Shown::Category(category) => told(lang, &Told::Category(category)),
        Shown::End(on) => told(lang, &Told::End(*on)),
    };
    let label = changed.key.label(lang);
    let since = changed.since.map(|day| date(lang, day));
    let since = since.map(|day| say!(lang, " (từ ngày {day})", " (from {day})"));
    let label = format!("{label}{}", since.unwrap_or_default());
    let label = match &changed.of {
        Some(of) => format!("{of}: {label}"),
        None => label,
    };
    answers::changed_value(lang, &label, &shown(&changed.before), &shown(&changed.after))
}

/// An assignment that ended with its cell or its official, or was taken out, as it would have held on no day.
pub fn assignment_ended(lang: Lang, cell: &Thing, official: &Thing, last: Option<Date>) -> String {
    let who = thing(official);
    match last.map(|day| date(lang, day)) {
        Some(last) => say!(
            lang,
            "Phân công của {who} ở {cell} kết thúc, ngày cuối {last}.",
            "The assignment of {who} to {cell} ends, last day {last}."
        ),
        None => say!(
            lang,
            "Phân công của {who} ở {cell} chưa đến ngày bắt đầu nên bỏ.",
            "The assignment of {who} to {cell}, which had not begun, is taken out."
        ),
    }
}

/// Who attends a cell that others went into, as before.
pub fn going_on(lang: Lang, cell: &Thing, officials: &[Thing]) -> String {
    let officials = list(officials);
    say!(
        lang,
        "Được phân công dự {cell} từ ngày đó: {officials}.",
        "Assigned to {cell} from that day on: {officials}."
    )
}

/// A cell that nobody is assigned to any more, or not yet.
pub fn needs_visitor(lang: Lang, cell: &Thing, day: Date) -> String {
    let (code, shown) = (&cell.code, date(lang, day));
    say!(
        lang,
        "Từ ngày {shown}, {cell} chưa có cán bộ được phân công; phân công: {CHIBO} assign {code} CÁN_BỘ --from {shown}",
        "From {shown} nobody is assigned to {cell}; to assign someone: {CHIBO} assign {code} OFFICIAL --from {shown}",
        CHIBO
    )
}

/// What is asked before an official's assignments end.
pub fn ask_to_retire(lang: Lang, official: &Thing, on: Date) -> String {
    let (who, end) = (thing(official), end(lang, on));
    say!(
        lang,
        "Ghi {who} thôi công tác {end}? Gõ c rồi Enter nếu đồng ý:",
        "Retire {who} {end}? Type y and Enter to agree:"
    )
}

/// What is asked once it was said what a command would do.
pub fn ask_to_go_on(lang: Lang) -> &'static str {
    lang.pick(
        "Vẫn ghi như vậy? Gõ c rồi Enter nếu đồng ý:",
        "Record it so? Type y and Enter to agree:",
    )
}

/// Whether an answer means yes, in either language.
pub fn is_yes(answer: &str) -> bool {
    matches!(crate::domain::fold(answer.trim()).as_str(), "y" | "yes" | "c" | "co")
}

pub fn declined(lang: Lang) -> Explained {
    explain!(lang, Declined, "Đã dừng, không có gì thay đổi", "Stopped; nothing was changed")
}

/// A line of descent in the entry of a cell.
pub fn lineage(lang: Lang, other: &Thing, on: Date, document: Option<&str>) -> String {
    let days = super::days(lang, Span { from: Some(on), until: None });
    let document = document.map(|no| format!(" · {no}")).unwrap_or_default();
    format!("{other} · {days}{document}")
}
