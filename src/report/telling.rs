//! How a told value is written: in words for people, as in English with keys for programs.

use crate::domain::{AbsenceReason, Item, Official, Told, Word};
use crate::table::Medium;
use crate::texts::{self, Labelled, Lang, lists};

/// The label of a word of a fixed list.
fn label(word: Word, lang: Lang) -> &'static str {
    match word {
        Word::CommitteeKind(kind) => kind.label(lang),
        Word::CellKind(kind) => kind.label(lang),
        Word::MeetingKind(kind) => kind.label(lang),
        Word::NotHeld(reason) => reason.label(lang),
        Word::Grade(grade) => grade.label(lang),
        Word::Area(area) => area.label(lang),
    }
}

/// A person among others: code and name.
fn person(official: &Official) -> String {
    match &official.full_name {
        Some(name) => format!("{} {name}", official.code),
        None => official.code.to_string(),
    }
}

/// A value in words; nothing where nothing is recorded.
pub(super) fn in_words(item: &Item<'_>, lang: Lang, medium: Medium) -> String {
    item.value.as_ref().map(|value| words(value, lang, medium)).unwrap_or_default()
}

/// The same of a value.
pub(super) fn words(value: &Told<'_>, lang: Lang, medium: Medium) -> String {
    match (value, medium) {
        (Told::Text(text), _) => text.to_string(),
        (Told::Number(number), _) => number.to_string(),
        (Told::End(day), Medium::Screen) => texts::operation::end(lang, *day),
        (Told::Day(day) | Told::End(day), _) => texts::date(lang, *day),
        (Told::Month(month), _) => texts::period(lang, *month),
        (Told::Word(word), Medium::Screen) => label(*word, lang).to_owned(),
        (Told::YesNo(yes), _) => lists::yes_no(lang, *yes).to_owned(),
        (Told::Points(score), _) => score.to_string().replace('.', lang.pick(",", ".")),
        (Told::Share(share), _) => texts::share(lang, *share),
        (Told::Category(category), Medium::Screen) => {
            lang.pick(&category.label_vi, &category.label_en).to_string()
        }
        (Told::Committee(committee, day), Medium::Screen) => committee.thing(*day).to_string(),
        (Told::Cell(cell, day), Medium::Screen) => cell.thing(*day).to_string(),
        (Told::People(people), Medium::Screen) if people.is_empty() => {
            lists::no_visitor(lang).to_owned()
        }
        (Told::People(people), Medium::Screen) => {
            people.iter().map(|one| person(one)).collect::<Vec<_>>().join("; ")
        }
        (Told::Reasons(reasons), Medium::Screen) => {
            let one = |who: &&Official, reason: AbsenceReason| {
                format!("{}: {}", person(who), reason.lower(lang))
            };
            reasons.told(|reason| reason.label(lang).to_owned(), one, "; ")
        }
        (Told::Reasons(reasons), Medium::Data) => reasons.map(|who| &who.code).written(),
        (coded, Medium::Data) => coded.written(),
    }
}
