//! What differs between the values of a record before and after: the one comparison of all histories and answers.

use super::{Date, Item, Kept, Key, Told};

/// A value that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueChange<'a> {
    pub key: Key,
    /// The day from which it holds, if it is one of dated values and not the first.
    pub from: Option<Date>,
    pub before: Option<Told<'a>>,
    pub after: Option<Told<'a>>,
}

/// What differs between the values of a record before and after, but for those that follow from others; every value of
/// one that is new or gone but for those that stand in its name. Those of one key stand beside each other, by day.
pub fn changes<'a>(
    before: Option<Vec<Item<'a>>>,
    after: Option<Vec<Item<'a>>>,
) -> Vec<ValueChange<'a>> {
    let both = before.is_some() && after.is_some();
    let kept = |items: Option<Vec<Item<'a>>>| {
        let items = items.unwrap_or_default().into_iter();
        items
            .filter(|item| item.kept == Kept::Value || (both && item.kept == Kept::Name))
            .collect::<Vec<_>>()
    };
    let (before, after) = (kept(before), kept(after));
    let mut places: Vec<(Key, Option<Date>)> = Vec::new();
    for item in before.iter().chain(&after) {
        let place = (item.key, item.since.day());
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let keys: Vec<Key> = places.iter().map(|(key, _)| *key).collect();
    places.sort_by_key(|(key, from)| (keys.iter().position(|other| other == key), *from));
    // A dated value takes the place of the one in force on its day.
    let value = |items: &[Item<'a>], key: Key, from: Option<Date>| {
        let fits = |item: &&Item<'a>| {
            let since = item.since.day();
            item.key == key && (since == from || (both && since < from))
        };
        let found = items.iter().filter(fits).max_by_key(|item| item.since.day());
        found.and_then(|item| item.value.clone())
    };
    let change = |(key, from): (Key, Option<Date>)| {
        let (before, after) = (value(&before, key, from), value(&after, key, from));
        ValueChange { key, from, before, after }
    };
    places.into_iter().map(change).filter(|change| change.before != change.after).collect()
}
