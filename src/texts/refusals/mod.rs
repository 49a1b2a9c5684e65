//! Refusals in words: what was wrong, what was expected, what to type next.

mod asked;
mod assignment;
mod calendar;
mod counts;
mod duty;
mod ending;
mod erasing;
mod found;
mod gap_note;
mod inspection;
mod meeting;
mod month;
mod recommendation;
mod register;
mod reorganisation;
mod undo;
mod written;

use super::{Explained, Labelled, Lang, days, thing};
use crate::domain::{Field, Refusal, Span, Thing, ThingKind};

/// The label of a number. The words do not know under which option or in which column it was given.
pub fn field(lang: Lang, field: Field) -> String {
    let label = match field {
        Field::Total => lang.pick("tổng số đảng viên", "members in all"),
        Field::Exempt => lang.pick("miễn sinh hoạt", "exempt"),
        Field::Away => lang.pick("đi nơi khác", "away"),
        Field::Present => lang.pick("có mặt", "present"),
        Field::Excused => lang.pick("vắng có lý do", "excused"),
        Field::Detail(detail) => return detail.label(lang).to_lowercase(),
        Field::Count => lang.pick("số lần", "number of visits"),
        Field::Order => lang.pick("thứ tự", "order"),
        Field::Raised => lang.pick("số kiến nghị", "number of recommendations"),
        Field::Step => lang.pick("số của bước", "number of a step"),
        Field::Bulletin => lang.pick("số của thông tin", "number of a bulletin"),
        Field::Operation => lang.pick("số thao tác", "number of an operation"),
        Field::RegularDay => lang.pick("ngày sinh hoạt thường kỳ", "usual day"),
    };
    label.to_owned()
}

/// What a record does on its last day: an official does not end.
fn end(lang: Lang, kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Official => lang.pick("thôi công tác", "retire"),
        ThingKind::Committee
        | ThingKind::Cell
        | ThingKind::Category
        | ThingKind::Recommendation => lang.pick("kết thúc", "end"),
    }
}

/// That a record is not there on a day, without the day.
fn is_not_there(lang: Lang, kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Official => lang.pick("không công tác", "is not active"),
        ThingKind::Committee
        | ThingKind::Cell
        | ThingKind::Category
        | ThingKind::Recommendation => lang.pick("không tồn tại", "does not exist"),
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

/// The command that lists the records of a kind.
fn listing(lang: Lang, kind: ThingKind) -> String {
    let command = match kind {
        ThingKind::Committee => "committee list",
        ThingKind::Cell => "cell list",
        ThingKind::Category => "report composition",
        ThingKind::Official => "official list",
        ThingKind::Recommendation => "recommend list",
    };
    format!("{} {command}", lang.chibo())
}

/// A refusal in words. Every variant has its own; one without does not compile.
pub fn refusal(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::Calendar(refused) => calendar::explain(lang, refused),
        Refusal::Written(refused) => written::explain(lang, refused),
        Refusal::Found(refused) => found::explain(lang, refused),
        Refusal::Register(refused) => register::explain(lang, refused),
        Refusal::Ending(refused) => ending::explain(lang, refused),
        Refusal::Reorganisation(refused) => reorganisation::explain(lang, refused),
        Refusal::Assignment(refused) => assignment::explain(lang, refused),
        Refusal::Duty(refused) => duty::explain(lang, refused),
        Refusal::GapNote(refused) => gap_note::explain(lang, refused),
        Refusal::Counts(refused) => counts::explain(lang, refused),
        Refusal::Meeting(refused) => meeting::explain(lang, refused),
        Refusal::Inspection(refused) => inspection::explain(lang, refused),
        Refusal::Month(refused) => month::explain(lang, refused),
        Refusal::Recommendation(refused) => recommendation::explain(lang, refused),
        Refusal::Undo(refused) => undo::explain(lang, refused),
        Refusal::Erasing(refused) => erasing::explain(lang, refused),
        Refusal::Asked(refused) => asked::explain(lang, refused),
    }
}
