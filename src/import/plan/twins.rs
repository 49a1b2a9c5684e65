//! New records of the files that could be the same as others, on record or in the files: nothing is refused
//! for that, but whoever imports is told (`records.md`, section 4).

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::fault::{Source, Spot};
use super::super::ledger::Place;
use super::super::planning::{OfRegister, Planning};
use crate::domain::{Cell, Committee, Date, Likeness, Official, Thing, Twin};

/// A new record and one that it could be the same as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwinFound {
    pub new: Thing,
    /// Its first row.
    pub at: Spot,
    pub other: Thing,
    /// None if it is in no file.
    pub other_at: Option<Spot>,
    pub by: Likeness,
}

/// With how many others of one name a record is compared.
const COMPARED: usize = 20;

/// The new records with a twin by kind, file and line: the first ones, and how many there are.
#[derive(Debug, Default)]
pub struct TwinsFound {
    pub first: Vec<TwinFound>,
    pub total: usize,
}

/// The most twins that are kept.
const KEPT: usize = 200;

/// Finds every new record with a twin.
pub(super) fn find(planning: &Planning, sources: &[Source], today: Date) -> TwinsFound {
    let mut found = TwinsFound::default();
    found.enter::<Committee>(planning, sources, |it| it.thing(today));
    found.enter::<Cell>(planning, sources, Cell::latest_thing);
    found.enter::<Official>(planning, sources, |it| it.thing(today));
    found
}

impl TwinsFound {
    fn enter<T: OfRegister + Twin>(
        &mut self,
        planning: &Planning,
        sources: &[Source],
        thing: impl Fn(&T) -> Thing,
    ) {
        let part = T::part(planning);
        let new = part.news();
        let about = |it: &T| (new.contains(&it.id()), part.known.row(it.id()));
        for pair in pairs(planning.base.records.register.all::<T>(), about) {
            self.total += 1;
            if self.first.len() < KEPT {
                self.first.push(pair.tell(sources, &thing));
            }
        }
    }
}

/// A new record with its place, and one that it could be the same as.
struct Pair<'a, T> {
    new: (&'a T, Place),
    other: (&'a T, Option<Place>),
    by: Likeness,
}

impl<T> Pair<'_, T> {
    fn tell(self, sources: &[Source], thing: impl Fn(&T) -> Thing) -> TwinFound {
        let line = |place: Place| sources[place.file as usize].line(place.line);
        TwinFound {
            new: thing(self.new.0),
            at: line(self.new.1),
            other: thing(self.other.0),
            other_at: self.other.1.map(line),
            by: self.by,
        }
    }
}

/// Pairs of a new record and one that came before it, in the order of the files. `about` tells whether a
/// record is new, and its row.
fn pairs<'a, T: Twin>(
    items: &'a [T],
    about: impl Fn(&T) -> (bool, Option<Place>),
) -> impl Iterator<Item = Pair<'a, T>> {
    let mut keys: Vec<(u64, usize)> = Vec::new();
    if items.iter().any(|item| about(item).0) {
        let keyed = items.iter().enumerate();
        keys.extend(
            keyed.flat_map(|(at, item)| item.keys().into_iter().map(move |key| (hash(&key), at))),
        );
        keys.sort_unstable();
        keys.dedup();
    }
    let mut found = BTreeSet::new();
    for run in keys.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
        let mut run: Vec<_> = run.iter().map(|(_, at)| (about(&items[*at]), *at)).collect();
        run.sort_unstable();
        for (later, ((is_new, place), at)) in run.iter().enumerate().filter(|(_, it)| it.0.0) {
            let earlier = run[..later].iter().take(COMPARED);
            let is_twin = |other: &&(_, usize)| items[*at].likeness(&items[other.1]).is_some();
            let twin = earlier.clone().find(is_twin).filter(|_| *is_new);
            found.extend(place.zip(twin).map(|(place, (_, other))| (place, *at, *other)));
        }
    }
    found.into_iter().filter_map(move |(place, at, other)| {
        let (new, other) = (&items[at], &items[other]);
        let by = new.likeness(other)?;
        Some(Pair { new: (new, place), other: (other, about(other).1), by })
    })
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
