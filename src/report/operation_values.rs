//! The records of two moments laid beside each other: which records differ, and in which values, in words.

use std::collections::BTreeMap;

use super::telling::in_words;
use crate::domain::{
    Assignment, Category, Cell, Closing, Committee, Date, Item as Told, Kept, Keyword, Meeting,
    Official, Recommendation, Records, Register, Succession, Thing,
};
use crate::table::Medium;
use crate::texts::Lang;
use crate::texts::operation::{self as words, Became};

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
type Value = (&'static str, Option<Date>, String);

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
    lang: Lang<'a>,
    medium: Medium,
}

impl<'a> Beside<'a> {
    /// The records of one kind that are not equal before and after.
    fn differing<T: PartialEq + 'a, K: Ord>(
        &self,
        all: impl Fn(&'a Records) -> &'a [T],
        key: impl Fn(&T) -> K,
        tell: impl Fn(&Teller<'a>, &T) -> (String, Vec<Value>),
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
        let told = |records: &Records| -> Vec<Value> {
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
        before: Option<(String, Vec<Value>)>,
        after: Option<(String, Vec<Value>)>,
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
        let value = |of: &[Value], (key, from): &(&'static str, Option<Date>)| {
            let fits =
                |told: &&Value| told.0 == *key && (told.1 == *from || (both && told.1 < *from));
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
    lang: Lang<'a>,
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

    /// The values of a record but those that stand in its name, or that follow from others and are not kept.
    fn values(&self, items: Vec<Told<'_>>) -> Vec<Value> {
        let kept = items.iter().filter(|item| item.kept == Kept::Value);
        kept.map(|item| (item.key, item.since.day(), in_words(item, self.lang, self.medium)))
            .collect()
    }

    fn category(&self, it: &Category) -> (String, Vec<Value>) {
        (self.named(&it.thing()), self.values(it.told()))
    }

    fn committee(&self, it: &Committee) -> (String, Vec<Value>) {
        (self.named(&it.thing(latest(it.names.change_days()))), self.values(it.told()))
    }

    fn cell(&self, it: &Cell) -> (String, Vec<Value>) {
        (self.named(&it.latest_thing()), self.values(it.told(self.register())))
    }

    fn official(&self, it: &Official) -> (String, Vec<Value>) {
        let thing = Thing { detail: None, ..it.thing(Date::first()) };
        (self.named(&thing), self.values(it.told(self.register())))
    }

    fn succession(&self, it: &Succession) -> (String, Vec<Value>) {
        let (from, to) = (self.register().cell(it.from_cell), self.register().cell(it.to_cell));
        let name = match self.medium {
            Medium::Screen => words::succession(self.lang, from, to, it.on),
            Medium::Data => format!("succession {} {} {}", from.code, to.code, it.on),
        };
        (name, self.values(it.told(self.register())))
    }

    fn assignment(&self, it: &Assignment) -> (String, Vec<Value>) {
        let (cell, official) =
            (self.register().cell(it.cell), self.register().official(it.official));
        let name = match self.medium {
            Medium::Screen => words::assignment(self.lang, cell, official, it.from),
            Medium::Data => format!("assignment {} {} {}", cell.code, official.code, it.from),
        };
        (name, self.values(it.told(self.register())))
    }

    fn meeting(&self, it: &Meeting) -> (String, Vec<Value>) {
        let cell = self.register().cell(it.cell);
        let name = match self.medium {
            Medium::Screen => words::meeting(self.lang, cell, it.period),
            Medium::Data => format!("meeting {} {}", cell.code, it.period),
        };
        (name, self.values(it.told(self.register())))
    }

    fn recommendation(&self, it: &Recommendation) -> (String, Vec<Value>) {
        let name = match self.medium {
            Medium::Screen => words::recommendation(self.lang, &it.code),
            Medium::Data => format!("recommendation {}", it.code),
        };
        (name, self.values(it.told(self.register())))
    }

    fn closing(&self, it: &Closing) -> (String, Vec<Value>) {
        let name = match self.medium {
            Medium::Screen => words::closing(self.lang, it.period),
            Medium::Data => format!("closing {}", it.period),
        };
        (name, self.values(it.told()))
    }
}

/// The last of the days on which something changes, or one before all of them.
fn latest(days: impl Iterator<Item = Date>) -> Date {
    days.last().unwrap_or_else(Date::first)
}
