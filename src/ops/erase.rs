//! Erasing a person's name, so that it is gone from the file while counts and history stay whole
//! (`records.md`, section 3).

use std::collections::BTreeSet;

use serde_json::json;

use super::Result;
use super::codes::official_ever;
use crate::domain::{
    Cell, Date, Detail, Keyword, OfficialId, OperationNumber, PersonName, Register, Remark,
    Setting, TextPlace, Thing, Verb, refusal,
};
use crate::store::{Erasing, Grounds, MeetingFilter, Reader, Writer};

/// Whose name is to be erased, and why.
#[derive(Debug, Clone)]
pub struct EraseName {
    /// Code or name.
    pub official: String,
    pub reason: Remark,
}

/// What was erased.
#[derive(Debug, Clone)]
pub struct NameErased {
    pub number: OperationNumber,
    /// His code; the name is gone.
    pub official: String,
    /// The names, for looking whether copies of the file hold them; never to be printed.
    pub names: Vec<String>,
    /// How many free texts of the past were erased with it.
    pub texts: usize,
    /// Operations whose texts contain the name and cannot be changed, since the chain holds them as they
    /// are.
    pub kept: BTreeSet<OperationNumber>,
    /// Committees, cells, categories and other officials that have the name too, and keep it.
    pub namesakes: Vec<Thing>,
    /// Those that had it once, without a name.
    pub once: Vec<Thing>,
}

/// Erases every name that an official ever had, and the texts of the past that contain one.
pub fn erase_name(db: &Writer<'_>, request: EraseName) -> Result<NameErased> {
    let (register, today) = (db.register()?, db.today());
    // Also one who was taken out again: his name is still in the file.
    let (id, thing) = official_ever(db, &register, &request.official, today)?;
    let (numbers, names): (Vec<i64>, Vec<String>) = db.names_ever(id)?.into_iter().unzip();
    if names.is_empty() {
        return Err(refusal::Erasing::NameErasedAlready { official: thing }.into());
    }
    let wanted: Vec<PersonName> = names.iter().map(|name| PersonName::of(name)).collect();
    let named = |text: &str| wanted.iter().any(|name| name.is_in(text));
    if named(request.reason.as_str()) {
        return Err(refusal::Erasing::NameInReason { official: thing }.into());
    }
    if named(db.actor()) {
        return Err(refusal::Erasing::NameOfActor { official: thing }.into());
    }
    let places = places(db, &register, today, &named)?;
    if !places.is_empty() {
        return Err(refusal::Erasing::NameInTexts { official: thing, places }.into());
    }
    let namesakes = namesakes(&register, id, today, &named);
    let once = db.names_once(id, named)?.into_iter();
    let once = once.map(|(kind, code)| Thing::new(kind, &code, ""));
    let once =
        once.filter(|one| namesakes.iter().all(|it| (it.kind, &it.code) != (one.kind, &one.code)));
    let once = once.collect();
    let erasing = Erasing { names: numbers, texts: db.past_texts(named)? };
    let kept = db.arguments_with(named)?;
    let arguments = json!({ "official": thing.code, "texts": erasing.numbers() });
    let number = db.begin(Verb::OfficialErase, arguments, Grounds::reason(&request.reason))?;
    db.erase_texts(&erasing)?;
    let texts = erasing.texts.len();
    Ok(NameErased { number, official: thing.code, names, texts, kept, namesakes, once })
}

/// What else is called like that: names of their own, which stay.
fn namesakes(
    register: &Register,
    erased: OfficialId,
    today: Date,
    fits: &impl Fn(&str) -> bool,
) -> Vec<Thing> {
    let committees = register.committees().iter();
    let committees = committees.filter(|it| it.names.iter().any(|(_, name)| fits(name.as_str())));
    let mut found: Vec<Thing> = committees.map(|it| it.thing(today)).collect();
    let standing =
        |it: &&Cell| it.standings.iter().any(|(_, standing)| fits(standing.name.as_str()));
    found.extend(register.cells().iter().filter(standing).map(Cell::latest_thing));
    let categories = register.categories().iter();
    let categories =
        categories.filter(|it| fits(it.label_vi.as_str()) || fits(it.label_en.as_str()));
    found.extend(categories.map(|it| it.thing()));
    let others = register.officials().iter().filter(|it| it.id != erased && fits(it.name()));
    found.extend(others.map(|it| it.thing(today)));
    found
}

/// The free texts in force that fit. Names of committees and cells are none.
fn places(
    db: &Reader<'_>,
    register: &Register,
    today: Date,
    fits: &impl Fn(&str) -> bool,
) -> Result<Vec<TextPlace>> {
    let cell = |id| register.cell(id).latest_thing();
    let person = |id: OfficialId| register.official(id).thing(today);
    let mut places = Vec::new();
    for meeting in db.meetings(MeetingFilter::default())? {
        let held = meeting.outcome.held();
        let text_of = |detail: &Detail| Some((detail.key(), held?.details.text(*detail)?.as_str()));
        let note = meeting.note.iter().map(|note| ("note", note.as_str()));
        let texts = Detail::ALL.iter().filter_map(text_of).chain(note);
        let fitting = texts.filter(|(_, text)| fits(text));
        places.extend(fitting.map(|(field, _)| TextPlace::Meeting {
            cell: cell(meeting.cell),
            period: meeting.period,
            kind: meeting.kind,
            held_on: held.map(|held| held.held_on),
            field,
        }));
    }
    for one in db.recommendations()?.into_iter().filter(|one| fits(one.text.as_str())) {
        let (code, cell, period) = (one.code, cell(one.cell), one.period);
        places.push(TextPlace::Recommendation { code, cell, period });
    }
    for official in register.officials() {
        for (from, post) in official.posts.iter() {
            let texts = [("title", &post.title), ("organisation", &post.organisation)];
            let fitting = texts.into_iter().filter(|(_, text)| {
                let text = text.as_ref();
                text.is_some_and(|text| fits(text.as_str()))
            });
            let official = || person(official.id);
            places.extend(fitting.map(|(field, _)| TextPlace::Post {
                official: official(),
                from,
                field,
            }));
        }
    }
    for one in db.assignments()? {
        let number = one.document.number.as_ref().map(|text| text.as_str());
        let issuer = one.document.issuer.as_ref().map(|text| text.as_str());
        let texts = [("document", number), ("issuer", issuer)];
        let fitting = texts.into_iter().filter(|(_, text)| text.is_some_and(fits));
        places.extend(fitting.map(|(field, _)| TextPlace::Assignment {
            cell: cell(one.cell),
            official: person(one.official),
            from: one.from,
            field,
        }));
    }
    for one in &register.successions {
        if one.document.as_ref().is_some_and(|text| fits(text.as_str())) {
            let (from_cell, to_cell) = (cell(one.from_cell), cell(one.to_cell));
            places.push(TextPlace::Succession { from_cell, to_cell });
        }
    }
    for closing in db.all_closings()? {
        if closing.document.as_ref().is_some_and(|text| fits(text.as_str())) {
            places.push(TextPlace::Closing { period: closing.period });
        }
    }
    for setting in db.settings()? {
        if let Setting::Office(name) = setting
            && fits(name.as_str())
        {
            places.push(TextPlace::Office);
        }
    }
    Ok(places)
}
