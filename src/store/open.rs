//! Record files: opening them to read or to change, one transaction a command.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::beside::refuse_foreign;
use super::connection::{
    OnBusy, RELEASED, Schemas, connect, connect_unverified, not_ours, recognise,
};
use super::place::Room;
use super::upgrade::{self, Aside, Pending};
use super::{Reader, Result, Stamp, StoreError, Writer, examine};
use crate::domain::{Fingerprint, Flaw, FlawKind, OperationNumber};

/// What is told before a file of an older schema is upgraded: where the copy of it is kept.
pub type OnUpgrade = Box<dyn Fn(&Path)>;

/// An open record file.
pub struct Store {
    pub(super) connection: Connection,
    schemas: &'static Schemas,
    path: PathBuf,
    /// The upgraded copy that is read in the place of a file of an older schema; gone when closed.
    _copy: Option<Room>,
    /// What a file of an older schema waits for, if it was opened to be changed.
    pending: Option<Pending>,
}

impl Store {
    /// Opens a record file for reading, after checking that it is one and that its tables are the released
    /// ones. One of an older schema is not touched: an upgraded copy is read.
    pub fn open(path: &Path, on_busy: OnBusy) -> Result<Self> {
        Self::open_as(&RELEASED, path, on_busy)
    }

    pub(super) fn open_as(schemas: &'static Schemas, path: &Path, on_busy: OnBusy) -> Result<Self> {
        let store = Self { schemas, ..Self::open_as_it_is(path, on_busy)? };
        if recognise(&store.connection, schemas, path)? == schemas.newest() {
            Ok(store)
        } else {
            store.upgraded_copy(on_busy)
        }
    }

    /// Opens a record file for changing it. One of an older schema is copied aside and upgraded by the first
    /// operation that is kept; until then it can only be written to.
    pub fn open_to_change(path: &Path, on_busy: OnBusy, tell: OnUpgrade) -> Result<Self> {
        Self::open_to_change_as(&RELEASED, path, on_busy, tell)
    }

    pub(super) fn open_to_change_as(
        schemas: &'static Schemas,
        path: &Path,
        on_busy: OnBusy,
        tell: OnUpgrade,
    ) -> Result<Self> {
        let mut store = Self { schemas, ..Self::open_as_it_is(path, on_busy)? };
        let schema = recognise(&store.connection, schemas, path)?;
        store.pending = (schema < schemas.newest()).then_some(Pending { schema, on_busy, tell });
        Ok(store)
    }

    fn open_as_it_is(path: &Path, on_busy: OnBusy) -> Result<Self> {
        Self::open_with(path, on_busy, connect)
    }

    /// Goes through the file as it is, whatever its pages hold: SQLite's own checks, the schema, the chain of
    /// operations, names; then `further` looks at what stands in it. A file that is absent, busy, newer or not
    /// chibo's is an error. With `wanted`, an operation of that fingerprint must be among those that the chain
    /// vouches for.
    pub fn examine(
        path: &Path,
        on_busy: OnBusy,
        wanted: Option<Fingerprint>,
        further: impl FnOnce(&Reader<'_>) -> Result<Vec<Flaw>>,
    ) -> Result<Vec<Flaw>> {
        match Self::open_with(path, on_busy, connect_unverified) {
            Ok(store) => examine::flaws(&store.connection, path, wanted, further),
            Err(error) => Ok(vec![error.as_flaw(FlawKind::Integrity)?]),
        }
    }

    fn open_with(
        path: &Path,
        on_busy: OnBusy,
        connect: fn(&Path, OnBusy) -> Result<Connection>,
    ) -> Result<Self> {
        match std::fs::metadata(path) {
            Ok(about) if about.is_file() => {}
            Ok(_) => return Err(StoreError::NotChibo(path.to_owned())),
            Err(e) => return Err(StoreError::of_file(path, &e)),
        }
        refuse_foreign(path, on_busy)?;
        let connection = connect(path, on_busy).map_err(|e| not_ours(e, path))?;
        Ok(Self {
            connection,
            schemas: &RELEASED,
            path: path.to_owned(),
            _copy: None,
            pending: None,
        })
    }

    fn upgraded_copy(self, on_busy: OnBusy) -> Result<Self> {
        let (folder, copy) = upgrade::copy_for_reading(&self.connection, on_busy)?;
        let mut connection = connect(&copy, on_busy)?;
        // Somebody may have brought the file up in the meantime.
        let schema = recognise(&connection, self.schemas, &self.path)?;
        upgrade::apply(&mut connection, self.schemas, schema)?;
        Ok(Self { connection, _copy: Some(folder), pending: None, ..self })
    }

    /// Reads in one transaction, as of an operation or as of now.
    pub fn read<T, E: From<StoreError>>(
        &mut self,
        at: Option<OperationNumber>,
        work: impl FnOnce(&Reader<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let tx = self.connection.transaction().map_err(StoreError::from)?;
        let result = work(&Reader::new(&tx, at))?;
        tx.finish().map_err(StoreError::from)?;
        Ok(result)
    }

    /// Leaves a file of which the work is done to the system, which takes back at the end of the program, and much faster, what
    /// SQLite would take apart piece by piece. No lock is held. An upgraded copy must go.
    pub fn leave(self) {
        if self._copy.is_none() {
            std::mem::forget(self);
        }
    }

    /// Runs one operation: everything that `work` writes is kept and sealed, or, if it fails, wrote
    /// nothing, or the stamp asks for a dry run, nothing is.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        stamp: Stamp,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.write_then(stamp, |_| Ok(()), work)
    }

    /// The same, with something to be done first under the lock for writing.
    pub(super) fn write_then<T, E: From<StoreError>>(
        &mut self,
        stamp: Stamp,
        first: impl FnOnce(&Connection) -> Result<()>,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let dry_run = stamp.dry_run;
        let (tx, aside) = self.begin()?;
        first(&tx)?;
        let writer = Writer::new(&tx, stamp);
        let result = work(&writer)?;
        let is_kept = writer.wrote() && !dry_run;
        if is_kept {
            writer.seal()?;
        }
        drop(writer);
        if is_kept {
            let upgraded = match self.pending.as_ref().zip(aside) {
                Some((pending, aside)) => Some(pending.keep(&aside, &self.path)?),
                None => None,
            };
            tx.commit().map_err(StoreError::from)?;
            if let Some((pending, kept)) = self.pending.take().zip(upgraded) {
                pending.done(&kept);
            }
        }
        Ok(result)
    }

    /// Takes the lock for writing. A file of an older schema is brought up within the transaction; what it was
    /// is copied before, and again if somebody wrote meanwhile.
    fn begin(&self) -> Result<(Transaction<'_>, Option<Aside>)> {
        let lock = || Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate);
        loop {
            let pending = match &self.pending {
                Some(pending)
                    if recognise(&self.connection, self.schemas, &self.path)?
                        < self.schemas.newest() =>
                {
                    pending
                }
                Some(_) | None => return Ok((lock()?, None)),
            };
            let aside = match pending.copy(&self.connection, &self.path) {
                // Whoever brought the file up has taken the copy away, and it is needed no more.
                Err(_)
                    if recognise(&self.connection, self.schemas, &self.path)? != pending.schema =>
                {
                    continue;
                }
                copied => copied?,
            };
            let tx = lock()?;
            // Somebody may have written, or brought the file up, in the meantime.
            if aside.is_current(&tx)? && recognise(&tx, self.schemas, &self.path)? == pending.schema
            {
                upgrade::lay(&tx, self.schemas, pending.schema)?;
                return Ok((tx, Some(aside)));
            }
        }
    }
}
