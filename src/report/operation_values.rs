//! The records of two moments laid beside each other: which records differ, and in which values, in words.

use std::collections::BTreeMap;

use super::meetings;
use crate::domain::{
    Assignment, Category, Cell, Closing, Committee, Date, Keyword, Meeting, Official,
    Recommendation, Records, Register, RegularDay, Succession, Thing,
};
use crate::table::Medium;
use crate::texts::operation::{self as words, Became};
use crate::texts::{self, Lang};

/// A record that differs.
pub(super) struct Entry {
    /// What it is, with its code.
    pub name: String,
    in_before: bool,
    in_after: bool,
    /// The values that differ, or all of a record that is new or gone; unknown ones are empty.
    pub items: Vec<Item>,
}

/// A value of a record before and after.
pub(super) struct Item {
    pub label: String,
    pub before: String,
    pub after: String,
}

impl Entry {
    pub fn became(&self) -> Became {
        match (self.in_before, self.in_after) {
            (false, _) => Became::New,
            (true, true) => Became::Changed,
            (true, false) => Became::Gone,
        }
    }
}

/// A value of a record: its key, the day from which it holds, what it is.
type Told = (&'static str, Option<Date>, String);

/// What a value is derived from others, and not stored.
const DERIVED: [&str; 3] = ["expected", "unexcused", "attendance"];

/// Every record that differs, by kind and in the order in which they were recorded.
pub(super) fn entries(before: &Records, after: &Records, lang: Lang, medium: Medium) -> Vec<Entry> {
    let teller = |of| Teller { of, lang, medium };
    let beside = Beside { before: teller(before), after: teller(after), lang, medium };
    let mut entries = Vec::new();
    entries.extend(beside.settings());
    macro_rules! register {
        ($($all:ident, $one:ident);+ $(;)?) => {$(
            entries.extend(beside.differing(|s| s.register.$all(), |it| it.id, Teller::$one));
        )+};
    }
    register!(categories, category; committees, committee; cells, cell; officials, official);
    entries.extend(beside.differing(
        |s| &s.register.successions,
        |it| (it.from_cell, it.to_cell, it.on),
        Teller::succession,
    ));
    entries.extend(beside.differing(
        |s| &s.assignments,
        |it| (it.cell, it.official, it.from),
        Teller::assignment,
    ));
    entries.extend(beside.differing(|s| &s.meetings, |it| it.id, Teller::meeting));
    entries.extend(beside.differing(|s| &s.recommendations, |it| it.id, Teller::recommendation));
    entries.extend(beside.differing(|s| &s.closings, |it| it.id, Teller::closing));
    entries
}

struct Beside<'a> {
    before: Teller<'a>,
    after: Teller<'a>,
    lang: Lang,
    medium: Medium,
}

impl<'a> Beside<'a> {
    /// The records of one kind that are not equal before and after.
    fn differing<T: PartialEq + 'a, K: Ord>(
        &self,
        all: impl Fn(&'a Records) -> &'a [T],
        key: impl Fn(&T) -> K,
        tell: impl Fn(&Teller<'a>, &T) -> (String, Vec<Told>),
    ) -> Vec<Entry> {
        let mut pairs: BTreeMap<K, [Option<&T>; 2]> = BTreeMap::new();
        for (at, records) in [self.before.of, self.after.of].into_iter().enumerate() {
            for record in all(records) {
                pairs.entry(key(record)).or_default()[at] = Some(record);
            }
        }
        let differ = pairs.into_values().filter(|[before, after]| before != after);
        let told = differ.map(|[before, after]| {
            let before = before.map(|record| tell(&self.before, record));
            let after = after.map(|record| tell(&self.after, record));
            self.entry(before, after)
        });
        told.collect()
    }

    fn settings(&self) -> Option<Entry> {
        let told = |records: &Records| -> Vec<Told> {
            records.settings.iter().map(|s| (s.key().key(), None, s.value())).collect()
        };
        let (before, after) = (told(self.before.of), told(self.after.of));
        let name = match self.medium {
            Medium::Screen => words::settings(self.lang).to_owned(),
            Medium::Data => "settings".to_owned(),
        };
        let differ = before != after;
        differ.then(|| self.entry(Some((name.clone(), before)), Some((name, after))))
    }

    fn entry(
        &self,
        before: Option<(String, Vec<Told>)>,
        after: Option<(String, Vec<Told>)>,
    ) -> Entry {
        let (in_before, in_after) = (before.is_some(), after.is_some());
        let (old_name, old) = before.unwrap_or_default();
        let (new_name, new) = after.unwrap_or_default();
        let name = if in_after { new_name } else { old_name };
        let mut items: Vec<(&'static str, Option<Date>)> = Vec::new();
        for (key, from, _) in old.iter().chain(&new) {
            if !items.contains(&(*key, *from)) {
                items.push((*key, *from));
            }
        }
        // Values of one key stand beside each other, by day.
        let first = |key: &str| items.iter().position(|(other, _)| *other == key);
        let mut order = items.clone();
        order.sort_by_key(|(key, from)| (first(key), *from));
        // A dated value takes the place of the one in force on its day.
        let both = in_before && in_after;
        let value = |of: &[Told], (key, from): &(&'static str, Option<Date>)| {
            let fits =
                |told: &&Told| told.0 == *key && (told.1 == *from || (both && told.1 < *from));
            let found = of.iter().filter(fits).max_by_key(|told| told.1);
            found.map(|(_, _, value)| value.clone()).unwrap_or_default()
        };
        let items = order.iter().map(|item| Item {
            label: self.label(item),
            before: value(&old, item),
            after: value(&new, item),
        });
        let items = items.filter(|item| item.before != item.after).collect();
        Entry { name, in_before, in_after, items }
    }

    fn label(&self, (key, from): &(&'static str, Option<Date>)) -> String {
        let label = super::item(self.lang, self.medium, key);
        // Settings have no label but their key.
        let label = if label.is_empty() { key } else { label };
        match (from, self.medium) {
            (None, _) => label.to_owned(),
            (Some(from), Medium::Screen) => words::label_from(self.lang, label, *from),
            (Some(from), Medium::Data) => format!("{label}@{from}"),
        }
    }
}

/// Tells the records of one moment: their names and their values.
struct Teller<'a> {
    of: &'a Records,
    lang: Lang,
    medium: Medium,
}

impl Teller<'_> {
    fn register(&self) -> &Register {
        &self.of.register
    }

    fn named(&self, thing: &Thing) -> String {
        match self.medium {
            Medium::Screen => words::thing(self.lang, thing),
            Medium::Data => format!("{} {}", thing.kind.key(), thing.code),
        }
    }

    fn day(&self, day: Option<Date>) -> String {
        day.map(|day| texts::date(self.lang, day)).unwrap_or_default()
    }

    /// A first day that no longer holds.
    fn end(&self, until: Option<Date>) -> String {
        match self.medium {
            Medium::Screen => until.map(|day| words::end(self.lang, day)).unwrap_or_default(),
            Medium::Data => self.day(until),
        }
    }

    /// Another record within a value: its name for people, its code for programs.
    fn other(&self, thing: &Thing) -> String {
        match self.medium {
            Medium::Screen => thing.to_string(),
            Medium::Data => thing.code.clone(),
        }
    }

    fn category(&self, it: &Category) -> (String, Vec<Told>) {
        let items = vec![
            ("code", None, it.code.to_string()),
            ("label_vi", None, it.label_vi.to_string()),
            ("label_en", None, it.label_en.to_string()),
            ("order", None, number(it.order)),
        ];
        (self.named(&it.thing()), items)
    }

    fn committee(&self, it: &Committee) -> (String, Vec<Told>) {
        let mut items = vec![
            ("code", None, it.code.to_string()),
            ("kind", None, super::word(self.lang, self.medium, it.kind).to_owned()),
            ("founded", None, self.day(it.founded)),
            ("dissolved", None, self.end(it.dissolved)),
        ];
        items.extend(it.names.iter().map(|(from, name)| ("name", from, name.to_string())));
        (self.named(&it.thing(latest(it.names.change_days()))), items)
    }

    fn cell(&self, it: &Cell) -> (String, Vec<Told>) {
        let mut items = vec![
            ("code", None, it.code.to_string()),
            ("kind", None, super::word(self.lang, self.medium, it.kind).to_owned()),
            ("founded", None, self.day(it.founded)),
            ("dissolved", None, self.end(it.dissolved)),
            ("regular_day", None, number(it.regular_day.map(RegularDay::day))),
        ];
        for (from, standing) in it.standings.iter() {
            let committee = self.register().committee(standing.committee);
            let on = from.or(it.founded).unwrap_or_else(Date::first);
            items.push(("name", from, standing.name.to_string()));
            items.push(("committee", from, self.other(&committee.thing(on))));
        }
        (self.named(&it.latest_thing()), items)
    }

    fn official(&self, it: &Official) -> (String, Vec<Told>) {
        let mut items = vec![
            ("code", None, it.code.to_string()),
            ("full_name", None, it.name().to_owned()),
            ("order", None, number(it.order)),
            ("active_from", None, self.day(it.active_from)),
            ("active_until", None, self.end(it.active_until)),
        ];
        for (from, post) in it.posts.iter() {
            let label = |label: &Option<crate::domain::Label>| {
                label.as_ref().map(|text| text.to_string()).unwrap_or_default()
            };
            let category = post.category.map(|id| self.register().category(id));
            let category = category.map(|category| match self.medium {
                Medium::Screen => {
                    self.lang.pick(&category.label_vi, &category.label_en).to_string()
                }
                Medium::Data => category.code.to_string(),
            });
            items.push(("title", from, label(&post.title)));
            items.push(("organisation", from, label(&post.organisation)));
            items.push(("category", from, category.unwrap_or_default()));
        }
        (self.named(&Thing { detail: None, ..it.thing(Date::first()) }), items)
    }

    fn succession(&self, it: &Succession) -> (String, Vec<Told>) {
        let (from, to) = (self.register().cell(it.from_cell), self.register().cell(it.to_cell));
        let name = match self.medium {
            Medium::Screen => words::succession(self.lang, from, to, it.on),
            Medium::Data => format!("succession {} {} {}", from.code, to.code, it.on),
        };
        let document = it.document.as_ref().map(|text| text.to_string()).unwrap_or_default();
        (name, vec![("on", None, self.day(Some(it.on))), ("document", None, document)])
    }

    fn assignment(&self, it: &Assignment) -> (String, Vec<Told>) {
        let (cell, official) =
            (self.register().cell(it.cell), self.register().official(it.official));
        let name = match self.medium {
            Medium::Screen => words::assignment(self.lang, cell, official, it.from),
            Medium::Data => format!("assignment {} {} {}", cell.code, official.code, it.from),
        };
        let text = |text: Option<String>| text.unwrap_or_default();
        let items = vec![
            ("from", None, self.day(Some(it.from))),
            ("until", None, self.end(it.until)),
            ("document", None, text(it.document.number.as_ref().map(|t| t.to_string()))),
            ("document_date", None, self.day(it.document.date)),
            ("issuer", None, text(it.document.issuer.as_ref().map(|t| t.to_string()))),
        ];
        (name, items)
    }

    fn meeting(&self, it: &Meeting) -> (String, Vec<Told>) {
        let cell = self.register().cell(it.cell);
        let name = match self.medium {
            Medium::Screen => words::meeting(self.lang, cell, it.period),
            Medium::Data => format!("meeting {} {}", cell.code, it.period),
        };
        let values = meetings::values(self.register(), it, self.lang, self.medium).into_iter();
        let stored = values.filter(|(key, _)| !DERIVED.contains(key));
        (name, stored.map(|(key, value)| (key, None, value)).collect())
    }

    fn recommendation(&self, it: &Recommendation) -> (String, Vec<Told>) {
        let cell = self.register().cell(it.cell).thing(it.period.last_day());
        let name = match self.medium {
            Medium::Screen => words::recommendation(self.lang, &it.code),
            Medium::Data => format!("recommendation {}", it.code),
        };
        let items = vec![
            ("cell", None, self.other(&cell)),
            ("period", None, texts::period(self.lang, it.period)),
            ("raised_on", None, self.day(it.raised_on)),
            ("area", None, super::word(self.lang, self.medium, it.area).to_owned()),
            ("text", None, it.text.to_string()),
        ];
        (name, items)
    }

    fn closing(&self, it: &Closing) -> (String, Vec<Told>) {
        let name = match self.medium {
            Medium::Screen => words::closing(self.lang, it.period),
            Medium::Data => format!("closing {}", it.period),
        };
        let covered = it.figures(|_| true).covered;
        let items = vec![
            ("closed_on", None, self.day(Some(it.closed_on))),
            ("document", None, it.document.as_ref().map(|no| no.to_string()).unwrap_or_default()),
            ("cells", None, it.rows.len().to_string()),
            ("covered", None, texts::share(self.lang, covered)),
        ];
        (name, items)
    }
}

fn number<N: ToString>(number: Option<N>) -> String {
    number.map(|n| n.to_string()).unwrap_or_default()
}

/// The last of the days on which something changes, or one before all of them.
fn latest(days: impl Iterator<Item = Date>) -> Date {
    days.last().unwrap_or_else(Date::first)
}
