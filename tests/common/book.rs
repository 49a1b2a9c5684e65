//! A record file without the program: made, written to, and filled from files in the one way in which an import goes.
//!
//! The benches take this file in too, so it needs no other of its folder.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chibo::domain::{CellId, Date, Moment, OfficialId, Verb};
use chibo::import::{self, Drafts, Faults, Options, Plan};
use chibo::ops::{self, OpError};
use chibo::store::{Grounds, Stamp, Store, Writer};

/// Somebody who writes on this day; the time of recording is always the same.
pub fn stamp(today: Date) -> Stamp {
    let now = Moment::from_iso("2020-01-01T08:00:00.000Z").unwrap();
    Stamp { now, today, actor: "test".to_owned(), dry_run: false }
}

/// A new record file.
pub fn create(path: &Path, today: Date) -> Store {
    let first = |db: &Writer<'_>| ops::init(db, None, None).map(|_| ());
    Store::create(path, |_| false, stamp(today), first).unwrap();
    Store::open(path, |_| false).unwrap()
}

/// Plans what was read, and writes it if nothing is wrong and anything is new.
pub fn import(store: &mut Store, drafts: Drafts, today: Date, amend: bool) -> Result<Plan, Faults> {
    let write = |db: &Writer<'_>| -> Result<_, OpError> {
        let base = ops::base(db, drafts.months())?;
        let dependants = |cells: &HashSet<CellId>, officials: &HashSet<OfficialId>| {
            ops::register_dependants(db, cells, officials)
        };
        let options = Options { amend, sheet: None, today };
        let planned = import::plan(drafts, base, dependants, &options)?;
        if let Ok(plan) = &planned
            && !plan.change.is_empty()
        {
            plan.change.carry_out(db, Verb::Import, serde_json::json!({}), Grounds::NONE)?;
        }
        Ok(planned)
    };
    store.write(stamp(today), write).unwrap()
}

/// A record file in a folder of its own, which goes with it.
pub struct Book {
    pub store: Store,
    pub today: Date,
    folder: tempfile::TempDir,
}

impl Book {
    /// A new one, written to on this day.
    pub fn new(today: Date) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { store: create(&folder.path().join("book.db"), today), today, folder }
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The record file as bytes.
    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path("book.db")).unwrap()
    }

    /// One operation.
    pub fn write<T>(
        &mut self,
        operation: impl FnOnce(&Writer<'_>) -> Result<T, OpError>,
    ) -> Result<T, OpError> {
        self.store.write(stamp(self.today), operation)
    }

    /// Imports what was read from files.
    pub fn import(&mut self, drafts: Drafts, amend: bool) -> Result<Plan, Faults> {
        import(&mut self.store, drafts, self.today, amend)
    }

    /// Imports files given by name and text, without leave to change what is on record.
    pub fn add<N: AsRef<str>, T: AsRef<str>>(&mut self, files: &[(N, T)]) -> Result<Plan, Faults> {
        let drafts = self.drafts(files);
        self.import(drafts, false)
    }

    /// The same, with leave to change it.
    pub fn amend<N: AsRef<str>, T: AsRef<str>>(
        &mut self,
        files: &[(N, T)],
    ) -> Result<Plan, Faults> {
        let drafts = self.drafts(files);
        self.import(drafts, true)
    }

    fn drafts<N: AsRef<str>, T: AsRef<str>>(&self, files: &[(N, T)]) -> Drafts {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (name.as_ref(), text.as_ref())).collect();
        import::read_builtin(&files, self.today)
    }
}
