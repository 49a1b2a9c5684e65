//! How a told value is written: in words for people, by codes and keys for programs.

use std::borrow::Cow;

use super::lists::{all_cells, name_erased, no_visitor, yes_no};
use super::{Labelled, Lang, date, end, hour, period, share, word_label};
use crate::domain::{AbsenceReason, Official, Step, Told};

/// A person among others: code and name.
fn person(official: &Official) -> String {
    match &official.full_name {
        Some(name) => format!("{} {name}", official.code),
        None => official.code.to_string(),
    }
}

/// A value in words.
pub fn told(lang: Lang, value: &Told<'_>) -> String {
    match value {
        Told::Text(text) | Told::Free(text) => text.to_string(),
        Told::Number(number) => number.to_string(),
        Told::Day(day) => date(lang, *day),
        Told::End(day) => end(lang, *day),
        Told::Month(month) => period(lang, *month),
        Told::Hour(at) => hour(lang, *at),
        Told::Word(word) => word_label(*word, lang).to_owned(),
        Told::YesNo(yes) => yes_no(lang, *yes).to_owned(),
        Told::Points(score) => score.to_string().replace('.', lang.pick(",", ".")),
        Told::Share(of) => share(lang, *of),
        Told::Category(category) => lang.pick(&category.label_vi, &category.label_en).to_string(),
        Told::Committee(committee, day) => committee.thing(*day).to_string(),
        Told::Cell(cell, day) => cell.thing(*day).to_string(),
        Told::AllCells => all_cells(lang).to_owned(),
        Told::FullName(official) if official.full_name.is_none() => name_erased(lang).to_owned(),
        Told::FullName(official) => official.name().to_owned(),
        Told::People(people) if people.is_empty() => no_visitor(lang).to_owned(),
        Told::People(people) => people.iter().map(|one| person(one)).collect::<Vec<_>>().join("; "),
        Told::Reasons(reasons) => {
            let one = |who: &&Official, reason: AbsenceReason| {
                format!("{}: {}", person(who), reason.lower(lang))
            };
            reasons.joined(|reason| reason.label(lang).to_owned(), one, "; ")
        }
        Told::Steps(steps) => {
            let one = |step: &&Step| {
                let texts = step.texts().map(str::to_owned);
                std::iter::once(date(lang, step.on)).chain(texts).collect::<Vec<_>>().join(" · ")
            };
            steps.iter().map(one).collect::<Vec<_>>().join("; ")
        }
    }
}

/// A value for programs: as files have it, and as in English what no file has.
pub fn coded<'a>(value: &'a Told<'_>) -> Cow<'a, str> {
    match value {
        Told::Text(text) | Told::Free(text) => text.as_ref().into(),
        Told::Share(of) => share(Lang::EN, *of).into(),
        Told::Reasons(reasons) => reasons.map(|who| &who.code).written().into(),
        coded => coded.written().into(),
    }
}
