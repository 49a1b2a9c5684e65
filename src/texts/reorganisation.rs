//! What corrections and reorganisations say: what was done, before and after, what follows; and the same
//! operations in the history.

use super::refusals::{Explained, thing};
use super::{Labelled, Lang, answers, date, lists, say};
use crate::domain::{CellKind, Changed, Date, Operation, Shown, Span, Thing, ThingKind};

/// ` theo 12-QĐ/TU`, where there is a document.
fn under(lang: Lang, document: Option<&str>) -> String {
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
    match is_new {
        true => say!(
            lang,
            "Đã sáp nhập {gone} thành {into} {from}{under}",
            "Merged {gone} into the new cell {into} {from}{under}"
        ),
        false => say!(
            lang,
            "Đã sáp nhập {gone} vào {into} {from}{under}",
            "Merged {gone} into {into} {from}{under}"
        ),
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
    match is_committee {
        true => say!(
            lang,
            "Đã kết thúc hoạt động đảng bộ {what} {end}{under}",
            "Dissolved the committee {what} {end}{under}"
        ),
        false => say!(
            lang,
            "Đã giải thể chi bộ {what} {end}{under}",
            "Dissolved the cell {what} {end}{under}"
        ),
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
        Shown::Category(category) => lang.pick(&category.label_vi, &category.label_en).to_string(),
        Shown::End(on) => {
            let (last, on) = (date(lang, on.previous()), date(lang, *on));
            say!(lang, "{on} (ngày cuối {last})", "{on} (last day {last})")
        }
    };
    let label = lists::list_label(lang, changed.key);
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

/// A cell that nobody is assigned to any more, or not yet.
pub fn needs_visitor(lang: Lang, cell: &Thing, day: Date) -> String {
    let (code, shown) = (&cell.code, date(lang, day));
    say!(
        lang,
        "Từ ngày {shown}, {cell} chưa có cán bộ được phân công; phân công: {CHIBO} assign {code} CÁN_BỘ --from {shown}",
        "From {shown} nobody is assigned to {cell}; to assign someone: {CHIBO} assign {code} OFFICIAL --from {shown}"
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

/// Whether an answer means yes, in either language.
pub fn is_yes(answer: &str) -> bool {
    matches!(crate::domain::fold(answer.trim()).as_str(), "y" | "yes" | "c" | "co")
}

pub fn declined(lang: Lang) -> Explained {
    Explained::new(
        "declined",
        say!(lang, "Đã dừng, không có gì thay đổi", "Stopped; nothing was changed"),
    )
}

/// A line of descent in the entry of a cell.
pub fn lineage(lang: Lang, other: &Thing, on: Date, document: Option<&str>) -> String {
    let days = super::days(lang, Span { from: Some(on), until: None });
    let document = document.map(|no| format!(" · {no}")).unwrap_or_default();
    format!("{other} · {days}{document}")
}

/// A correction or reorganisation as the history tells it.
pub fn sentence(lang: Lang, operation: &Operation) -> String {
    let argument = |key: &str| operation.arguments.get(key).cloned().unwrap_or_default();
    let (cell, official, committee) =
        (argument("cell"), argument("official"), argument("committee"));
    let (cells, into, to) = (argument("cells"), argument("into"), argument("to"));
    let on = argument("on");
    let on = Date::from_iso(&on).map_or(on, |day| date(lang, day));
    let document = operation.arguments.get("document").map(String::as_str);
    let under = under(lang, document);
    match operation.verb.as_str() {
        "official-post" => say!(
            lang,
            "Đổi chức vụ công tác của {official} từ ngày {on}{under}",
            "Changed the post of {official} from {on}{under}"
        ),
        "official-retire" => say!(
            lang,
            "Ghi {official} thôi công tác từ ngày {on}{under}",
            "Retired {official} on {on}{under}"
        ),
        "committee-rename" => say!(
            lang,
            "Đổi tên đảng bộ {committee} từ ngày {on}{under}",
            "Renamed the committee {committee} from {on}{under}"
        ),
        "cell-rename" => say!(
            lang,
            "Đổi tên chi bộ {cell} từ ngày {on}{under}",
            "Renamed the cell {cell} from {on}{under}"
        ),
        "committee-recode" => say!(
            lang,
            "Đổi mã đảng bộ {committee} thành {to}",
            "Changed the code of the committee {committee} to {to}"
        ),
        "cell-recode" => say!(
            lang,
            "Đổi mã chi bộ {cell} thành {to}",
            "Changed the code of the cell {cell} to {to}"
        ),
        "official-recode" => say!(
            lang,
            "Đổi mã cán bộ {official} thành {to}",
            "Changed the code of the official {official} to {to}"
        ),
        "cell-merge" => {
            // The one that stays is among the merged cells.
            let gone: Vec<&str> = cells.split(", ").filter(|code| *code != into).collect();
            let stays = gone.len() < cells.split(", ").count();
            let gone = gone.join(", ");
            match stays {
                true => say!(
                    lang,
                    "Sáp nhập chi bộ {gone} vào {into} từ ngày {on}{under}",
                    "Merged {gone} into {into} from {on}{under}"
                ),
                false => say!(
                    lang,
                    "Sáp nhập chi bộ {gone} thành {into} từ ngày {on}{under}",
                    "Merged {gone} into the new cell {into} from {on}{under}"
                ),
            }
        }
        "cell-split" => say!(
            lang,
            "Chia tách chi bộ {cell} thành {into} từ ngày {on}{under}",
            "Split the cell {cell} into {into} from {on}{under}"
        ),
        "cell-move" => say!(
            lang,
            "Chuyển chi bộ {cell} sang trực thuộc {to} từ ngày {on}{under}",
            "Moved the cell {cell} to {to} from {on}{under}"
        ),
        "cell-dissolve" => say!(
            lang,
            "Giải thể chi bộ {cell} từ ngày {on}{under}",
            "Dissolved the cell {cell} on {on}{under}"
        ),
        "committee-dissolve" if to.is_empty() => say!(
            lang,
            "Kết thúc hoạt động đảng bộ {committee} từ ngày {on}{under}",
            "Dissolved the committee {committee} on {on}{under}"
        ),
        "committee-dissolve" => say!(
            lang,
            "Kết thúc hoạt động đảng bộ {committee} từ ngày {on}{under}, chi bộ chuyển sang {to}",
            "Dissolved the committee {committee} on {on}{under}, its cells went to {to}"
        ),
        other => other.to_owned(),
    }
}
