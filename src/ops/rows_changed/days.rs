//! The days on which two states of the records differ, and the months whose rows may depend on them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Cell, Date, Period, Span};

/// The months whose rows may depend on these days: a meeting may be held up to 15 days aside its month.
pub(super) fn months_of(months: &[Period], days: Span) -> &[Period] {
    let from = days.from.map(|day| Period::of(day).previous());
    let until = days.until.map(|day| Period::of(day).next());
    let first = from.map_or(0, |from| months.partition_point(|month| *month < from));
    let end = until.map_or(months.len(), |until| months.partition_point(|month| *month <= until));
    months.get(first..end).unwrap_or_default()
}

pub(super) fn always() -> Span {
    Span { from: None, until: None }
}

/// The days from the earlier of two ends to the later, which may be open; none if they are the same.
pub(super) fn between(a: Option<Date>, b: Option<Date>) -> Option<Span> {
    (a != b).then(|| Span {
        from: a.into_iter().chain(b).min(),
        until: a.zip(b).map(|(a, b)| a.max(b)),
    })
}

/// The same of first days, of which one not recorded is earlier than every other.
pub(super) fn between_beginnings(a: Option<Date>, b: Option<Date>) -> Option<Span> {
    (a != b).then(|| Span { from: a.min(b), until: a.max(b) })
}

/// Records of two states by identity, those that are the same left out.
pub(super) fn pairs<'a, I: Ord, T: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    id: impl Fn(&T) -> I,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut pairs: BTreeMap<I, (Option<&T>, Option<&T>)> = BTreeMap::new();
    old.iter().for_each(|item| pairs.entry(id(item)).or_default().0 = Some(item));
    new.iter().for_each(|item| pairs.entry(id(item)).or_default().1 = Some(item));
    pairs.into_values().filter(|(old, new)| old != new).collect()
}

/// The days on which a cell differs in what a closed month keeps; names are free.
pub(super) fn cell_days(old: &Cell, new: &Cell) -> Vec<Span> {
    if old.code.as_str() != new.code.as_str() || old.kind != new.kind {
        return vec![always()];
    }
    let mut days = Vec::new();
    days.extend(between_beginnings(old.founded, new.founded));
    days.extend(between(old.dissolved, new.dissolved));
    let changes: BTreeSet<Date> =
        old.standings.change_days().chain(new.standings.change_days()).collect();
    let starts: Vec<Option<Date>> =
        std::iter::once(None).chain(changes.into_iter().map(Some)).collect();
    for (at, from) in starts.iter().enumerate() {
        let day = from.unwrap_or_else(Date::first);
        if old.standings.at(day).committee != new.standings.at(day).committee {
            days.push(Span { from: *from, until: starts.get(at + 1).copied().flatten() });
        }
    }
    days
}
