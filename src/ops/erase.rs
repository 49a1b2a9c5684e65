//! Erasing a person's name, so that it is gone from the file while counts and history stay whole
//! (`records.md`, section 3).

use std::collections::BTreeSet;

use serde_json::json;

use super::Result;
use super::codes::official_ever;
use crate::domain::{
    Cell, Date, EachKind, Item, OfficialId, OperationNumber, PersonName, Record, Records, Register,
    Remark, TextOwner, TextPlace, Thing, Verb, refusal, told_settings,
};
use crate::store::{Erasing, Grounds, MeetingFilter, Writer};

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
    let records = Records {
        meetings: db.meetings(MeetingFilter::default())?,
        ..db.records_without_months(register, db.all_closings()?)?
    };
    let places = places(&records, today, &named);
    if !places.is_empty() {
        return Err(refusal::Erasing::NameInTexts { official: thing, places }.into());
    }
    let namesakes = namesakes(&records.register, id, today, &named);
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
fn places(records: &Records, today: Date, fits: &impl Fn(&str) -> bool) -> Vec<TextPlace> {
    let mut search = Search { records, today, fits, places: Vec::new() };
    Records::each_kind(&mut search);
    search.look(&told_settings(&records.settings), || TextOwner::Office);
    let mut places = search.places;
    places.sort_by_key(|place| place.of.order());
    places
}

/// The search for free texts among records of every kind.
struct Search<'a, F> {
    records: &'a Records,
    today: Date,
    fits: &'a F,
    places: Vec<TextPlace>,
}

impl<F: Fn(&str) -> bool> Search<'_, F> {
    /// Looks at the values of one record.
    fn look(&mut self, items: &[Item<'_>], owner: impl Fn() -> TextOwner) {
        let fits = self.fits;
        let free = |item: &&Item<'_>| {
            item.value.as_ref().is_some_and(|value| value.texts().into_iter().any(fits))
        };
        let found = items.iter().filter(free);
        let place =
            |item: &Item<'_>| TextPlace { of: owner(), key: item.key, from: item.since.day() };
        self.places.extend(found.map(place));
    }
}

impl<F: Fn(&str) -> bool> EachKind for Search<'_, F> {
    fn kind<R: Record + 'static>(&mut self) {
        let (register, today) = (&self.records.register, self.today);
        for record in R::all(self.records) {
            self.look(&record.told(register), || record.text_owner(register, today));
        }
    }
}
