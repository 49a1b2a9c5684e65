//! The records of two moments laid beside each other: which records differ, and in which values.

use std::collections::BTreeMap;

use crate::domain::{Called, EachKind, Record, Records, ValueChange, changes, told_settings};
use crate::texts::history::Became;

/// A record that differs.
pub(super) struct Entry<'a> {
    pub called: Called<'a>,
    pub became: Became,
    /// The values that differ, or all of a record that is new or gone.
    pub changes: Vec<ValueChange<'a>>,
}

/// Every record that differs, by kind and in the order in which they were recorded.
pub(super) fn entries<'a>(before: &'a Records, after: &'a Records) -> Vec<Entry<'a>> {
    let both = [before, after];
    let mut differing = Differing { both, entries: settings(both) };
    Records::each_kind(&mut differing);
    differing.entries
}

/// The records of two moments, and those that differ of the kinds looked at so far.
struct Differing<'a> {
    both: [&'a Records; 2],
    entries: Vec<Entry<'a>>,
}

impl EachKind for Differing<'_> {
    fn kind<R: Record + 'static>(&mut self) {
        self.entries.extend(differing::<R>(self.both));
    }
}

/// The settings, if they are not equal before and after.
fn settings([before, after]: [&Records; 2]) -> Vec<Entry<'_>> {
    if before.settings == after.settings {
        return Vec::new();
    }
    let (before, after) = (told_settings(&before.settings), told_settings(&after.settings));
    let changes = changes(Some(before), Some(after));
    vec![Entry { called: Called::Settings, became: Became::Changed, changes }]
}

/// The records of one kind that are not equal before and after.
fn differing<'a, R: Record + 'a>(both: [&'a Records; 2]) -> Vec<Entry<'a>> {
    let mut pairs: BTreeMap<R::KnownBy, [Option<&'a R>; 2]> = BTreeMap::new();
    for (at, records) in both.into_iter().enumerate() {
        for record in R::all(records) {
            pairs.entry(record.known_by()).or_default()[at] = Some(record);
        }
    }
    let [old, new] = both.map(|records| &records.register);
    let mut entries = Vec::new();
    for [before, after] in pairs.into_values().filter(|[before, after]| before != after) {
        let (called, became) = match (before, after) {
            (None, None) => continue,
            (None, Some(after)) => (after.called(new), Became::New),
            (Some(_), Some(after)) => (after.called(new), Became::Changed),
            (Some(before), None) => (before.called(old), Became::Gone),
        };
        let changes = changes(before.map(|it| it.told(old)), after.map(|it| it.told(new)));
        entries.push(Entry { called, became, changes });
    }
    entries
}
