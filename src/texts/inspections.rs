//! Words of inspections and bulletins: answers, and headings of their lists.

use super::{Labelled, Lang, date, inspection_word, period, say, thing};
use crate::domain::{Bulletin, Inspection, Thing};

/// An inspection in a sentence: `buổi giám sát chi bộ P1-02 Khu phố 2 ngày 05/07/2018`.
fn named(lang: Lang, cell: &Thing, inspection: &Inspection) -> String {
    let (cell, on) = (thing(cell), date(lang, inspection.on));
    let kind = inspection_word(lang, inspection.kind);
    say!(lang, "{kind} {cell} ngày {on}", "{kind} of {cell} on {on}")
}

/// Who took part.
fn officials(lang: Lang, officials: &[Thing]) -> String {
    let named = officials.iter().map(thing).collect::<Vec<_>>().join("; ");
    if named.is_empty() {
        say!(lang, "chưa ghi cán bộ tham gia", "with no official recorded")
    } else {
        say!(lang, "cán bộ tham gia: {named}", "with {named}")
    }
}

/// What was recorded; ends without a full stop.
pub fn logged(lang: Lang, cell: &Thing, inspection: &Inspection, with: &[Thing]) -> String {
    let (inspection, with) = (named(lang, cell, inspection), officials(lang, with));
    say!(lang, "Đã ghi {inspection}; {with}", "Recorded the {inspection}, {with}")
}

/// What was amended; ends without a full stop.
pub fn amended(lang: Lang, cell: &Thing, inspection: &Inspection) -> String {
    let inspection = named(lang, cell, inspection);
    say!(lang, "Đã sửa {inspection}", "Amended the {inspection}")
}

/// What was removed; ends without a full stop.
pub fn removed(lang: Lang, cell: &Thing, inspection: &Inspection) -> String {
    let inspection = named(lang, cell, inspection);
    say!(lang, "Đã bỏ {inspection}", "Removed the {inspection}")
}

/// That nobody is recorded as having taken part.
pub fn nobody_recorded(lang: Lang) -> &'static str {
    lang.pick("chưa ghi", "not recorded")
}

/// The heading of a list of inspections.
pub fn heading(lang: Lang) -> &'static str {
    lang.pick("Kiểm tra, giám sát chi bộ", "Inspections of cells")
}

/// A bulletin in a sentence: its number, month and area.
fn bulletin_named(lang: Lang, bulletin: &Bulletin) -> String {
    let (number, month) = (bulletin.id.0, period(lang, bulletin.period));
    let area = bulletin.area.lower(lang);
    say!(
        lang,
        "thông tin số {number} của tháng {month}, lĩnh vực {area}",
        "bulletin {number} of {month}, area {area}"
    )
}

/// What was recorded; ends without a full stop.
pub fn bulletin_added(lang: Lang, bulletin: &Bulletin) -> String {
    let bulletin = bulletin_named(lang, bulletin);
    say!(lang, "Đã ghi {bulletin}", "Recorded the {bulletin}")
}

/// What was removed; ends without a full stop.
pub fn bulletin_removed(lang: Lang, bulletin: &Bulletin) -> String {
    let (named, text) = (bulletin_named(lang, bulletin), &bulletin.text);
    say!(lang, "Đã bỏ {named}: “{text}”", "Removed the {named}: “{text}”")
}

/// The heading of a list of bulletins.
pub fn bulletins_heading(lang: Lang) -> &'static str {
    lang.pick(
        "Thông tin để cán bộ phổ biến ở chi bộ",
        "Bulletins for visitors to bring to their cells",
    )
}
