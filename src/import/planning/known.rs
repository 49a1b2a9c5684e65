//! Which record a code of the files means: one in force, none, or one that cannot be told.

use std::collections::HashMap;
use std::hash::Hash;

use crate::domain::Code;
use crate::files::FileKind;
use crate::import::codes::{Called, Codes, Symbol};
use crate::import::draft::Unsure;
use crate::import::ledger::Place;

/// What a code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Found<I> {
    Known(I),
    Unknown,
    /// Its own row is faulty, or the file in which it would stand: nothing more is said about it.
    Unsure,
}

/// The records of one register by the codes of the files.
#[derive(Debug)]
pub(in crate::import) struct Known<I> {
    by_symbol: Vec<Found<I>>,
    /// A file of this register could not be read.
    unsure: bool,
    /// On which rows the records of the files stand.
    rows: HashMap<I, Place>,
}

impl<I: Copy + Eq + Hash> Known<I> {
    /// The register before the import: the codes ever used, and whether a record is in force.
    pub fn new(
        kind: FileKind,
        codes: &Codes,
        unsure: &Unsure,
        ever: &HashMap<Code, I>,
        in_force: impl Fn(I) -> bool,
    ) -> Self {
        let find = |called: &Called| match called {
            Called::Code(code) => match ever.get(code) {
                Some(id) if in_force(*id) => Found::Known(*id),
                Some(_) | None => Found::Unknown,
            },
            // Looked for once all records of the files are known.
            Called::Name { .. } => Found::Unknown,
        };
        let mut by_symbol: Vec<Found<I>> = codes.all().iter().map(find).collect();
        for symbol in unsure.of(kind) {
            by_symbol[symbol.at()] = Found::Unsure;
        }
        let unsure = unsure.kinds.contains(&kind);
        Self { by_symbol, unsure, rows: HashMap::new() }
    }

    /// What a code means.
    pub fn find(&self, symbol: Symbol) -> Found<I> {
        match self.by_symbol[symbol.at()] {
            Found::Unknown if self.unsure => Found::Unsure,
            found => found,
        }
    }

    /// The record in force that a code means, if there is one.
    pub fn known(&self, symbol: Symbol) -> Option<I> {
        match self.by_symbol[symbol.at()] {
            Found::Known(id) => Some(id),
            Found::Unknown | Found::Unsure => None,
        }
    }

    /// From now on the symbol means this record.
    pub fn learn(&mut self, symbol: Symbol, id: I) {
        self.by_symbol[symbol.at()] = Found::Known(id);
    }

    /// Whether some rows of this register could not be read, so that a record may be missing.
    pub fn lacks_some(&self) -> bool {
        self.unsure || self.by_symbol.contains(&Found::Unsure)
    }

    /// Whether nothing can be said about a code because of its own rows.
    pub fn is_unsure(&self, symbol: Symbol) -> bool {
        self.by_symbol[symbol.at()] == Found::Unsure
    }

    /// From now on nothing more is said about this code.
    pub fn give_up(&mut self, symbol: Symbol) {
        self.by_symbol[symbol.at()] = Found::Unsure;
    }

    /// Enters a record of the files under its code and row; gives the row if it has one already.
    pub fn enter(&mut self, id: I, symbol: Symbol, place: Place) -> Option<Place> {
        if let Some(other) = self.rows.get(&id) {
            return Some(*other);
        }
        self.rows.insert(id, place);
        self.by_symbol[symbol.at()] = Found::Known(id);
        None
    }

    /// Forgets the rows, once nothing is told of them any more.
    pub fn forget_rows(&mut self) {
        self.rows = HashMap::new();
    }

    /// The row on which a record of the files stands.
    pub fn row(&self, id: I) -> Option<Place> {
        self.rows.get(&id).copied()
    }
}
