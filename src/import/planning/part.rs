//! What a plan knows of one kind of record of the register.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::known::Known;
use crate::domain::{Names, Register, Registered};
use crate::files::FileKind;
use crate::import::codes::Codes;
use crate::import::draft::Unsure;
use crate::import::ledger::Place;
use crate::ops::Ever;

/// One kind of record of the register under plan.
pub(in crate::import) struct Part<T: Registered> {
    /// What the codes of the files mean.
    pub known: Known<T::Id>,
    /// The codes on record, while this kind is planned: from then on symbols say what a code means.
    pub ever: Ever<T>,
    /// Records in force before whose first or last day changes, with the row that changes it.
    pub lives: HashMap<T::Id, Place>,
    /// The records by name, once one is looked for by it.
    pub names: OnceCell<Names<T::Id>>,
    /// The records that are to be written, which stand in the register, and whether they are new.
    written: Vec<(T::Id, bool)>,
}

impl<T: Registered> Part<T> {
    /// Nothing is planned yet.
    pub fn new(
        kind: FileKind,
        codes: &Codes,
        unsure: &Unsure,
        register: &Register,
        ever: Ever<T>,
    ) -> Self {
        let in_force = |id| register.find::<T>(id).is_some();
        Self {
            known: Known::new(kind, codes, unsure, &ever.codes, in_force),
            ever,
            lives: HashMap::new(),
            names: OnceCell::new(),
            written: Vec::new(),
        }
    }

    /// Enters a record that is to be written.
    pub fn write(&mut self, id: T::Id, is_new: bool) {
        self.written.push((id, is_new));
    }

    /// The identities of what is new.
    pub fn news(&self) -> HashSet<T::Id> {
        self.written.iter().filter(|(_, is_new)| *is_new).map(|(id, _)| *id).collect()
    }

    /// Takes what is to be written out of the register.
    pub fn taken(&mut self, register: &mut Register) -> Vec<T> {
        let written = std::mem::take(&mut self.written);
        register.take::<T>(written.into_iter().map(|(id, _)| id))
    }
}
