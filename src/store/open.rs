//! Opening record files: what the file is, what SQLite must promise, whether the tables are ours.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

use super::backup::beside;
use super::pages;
use super::upgrade::{self, Aside, Pending};
use super::{Reader, Result, Stamp, StoreError, Writer};
use crate::domain::OperationNumber;

/// `chbo` in ASCII: what `PRAGMA application_id` says of a record file.
pub(super) const APPLICATION_ID: i64 = 0x6368_626f;

/// Every schema that was released, oldest first. Only ever appended to.
pub(super) const SCHEMAS: &[&str] = &[
    include_str!("schema/001.sql"),
    include_str!("schema/002.sql"),
    include_str!("schema/003.sql"),
];

/// What is asked while another program holds the file: the number of tries so far; `false` gives up.
pub type OnBusy = fn(i32) -> bool;

/// What is told before a file of an older schema is upgraded: where the copy of it is kept.
pub type OnUpgrade = Box<dyn Fn(&Path)>;

/// An open record file.
pub struct Store {
    pub(super) connection: Connection,
    path: PathBuf,
    /// The upgraded copy that is read in the place of a file of an older schema; gone when closed.
    _copy: Option<tempfile::TempDir>,
    /// What a file of an older schema waits for, if it was opened to be changed.
    pending: Option<Pending>,
}

impl Store {
    /// Opens a record file for reading, after checking that it is one and that its tables are the released
    /// ones. One of an older schema is not touched: an upgraded copy is read.
    pub fn open(path: &Path, on_busy: OnBusy) -> Result<Self> {
        let store = Self::open_as_it_is(path, on_busy)?;
        match recognise(&store.connection, path)? {
            schema if schema == SCHEMAS.len() => Ok(store),
            _ => store.upgraded_copy(on_busy),
        }
    }

    /// Opens a record file for changing it. One of an older schema is copied aside and upgraded by the first
    /// operation that is kept; until then it can only be written to.
    pub fn open_to_change(path: &Path, on_busy: OnBusy, tell: OnUpgrade) -> Result<Self> {
        let mut store = Self::open_as_it_is(path, on_busy)?;
        let schema = recognise(&store.connection, path)?;
        store.pending = (schema < SCHEMAS.len()).then_some(Pending { schema, on_busy, tell });
        Ok(store)
    }

    fn open_as_it_is(path: &Path, on_busy: OnBusy) -> Result<Self> {
        Self::open_with(path, |path| Self::connect(path, on_busy))
    }

    /// Opens a record file of which nothing is checked but that it is a file, not even what its pages hold.
    pub(super) fn open_unverified(path: &Path, on_busy: OnBusy) -> Result<Self> {
        Self::open_with(path, |path| set_up(Connection::open_with_flags(path, flags())?, on_busy))
    }

    fn open_with(path: &Path, connect: impl FnOnce(&Path) -> Result<Connection>) -> Result<Self> {
        match std::fs::metadata(path) {
            Ok(about) if about.is_file() => {}
            Ok(_) => return Err(StoreError::NotChibo(path.to_owned())),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::Absent(path.to_owned()));
            }
            Err(e) => {
                return Err(StoreError::Io { path: path.to_owned(), detail: e.to_string() });
            }
        }
        let connection = connect(path).map_err(|e| not_ours(e, path))?;
        Ok(Self { connection, path: path.to_owned(), _copy: None, pending: None })
    }

    fn upgraded_copy(self, on_busy: OnBusy) -> Result<Self> {
        let (folder, copy) = upgrade::copy_for_reading(&self.connection, on_busy)?;
        let mut connection = Self::connect(&copy, on_busy)?;
        // Somebody may have brought the file up in the meantime.
        let schema = recognise(&connection, &self.path)?;
        upgrade::apply(&mut connection, schema)?;
        Ok(Self { connection, path: self.path, _copy: Some(folder), pending: None })
    }

    pub(super) fn connect(path: &Path, on_busy: OnBusy) -> Result<Connection> {
        set_up(pages::open(path, flags())?, on_busy)
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
        let writer = Writer::new(&tx, stamp)?;
        let result = work(&writer)?;
        if writer.wrote() && !dry_run {
            writer.seal()?;
            if let Some((pending, aside)) = self.pending.as_ref().zip(aside) {
                pending.keep(&aside, &self.path)?;
            }
            tx.commit().map_err(StoreError::from)?;
            if self.pending.take().is_some() {
                upgrade::sweep(&self.path);
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
                Some(pending) if recognise(&self.connection, &self.path)? < SCHEMAS.len() => {
                    pending
                }
                Some(_) | None => return Ok((lock()?, None)),
            };
            let aside = match pending.copy(&self.connection, &self.path) {
                // Whoever brought the file up has taken the copy away, and it is needed no more.
                Err(_) if recognise(&self.connection, &self.path)? != pending.schema => continue,
                copied => copied?,
            };
            let tx = lock()?;
            // Somebody may have written, or brought the file up, in the meantime.
            if aside.is_current(&tx)? && recognise(&tx, &self.path)? == pending.schema {
                upgrade::lay(&tx, pending.schema)?;
                return Ok((tx, Some(aside)));
            }
        }
    }
}

fn flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// What SQLite must promise.
fn set_up(mut connection: Connection, on_busy: OnBusy) -> Result<Connection> {
    connection.busy_handler(Some(on_busy))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // One plan for each statement, whatever values it is given: else SQLite prepares it anew for each.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // Without spilling, the first page, which says how the others are laid out, is written before them.
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -131072;
         PRAGMA cache_spill = OFF;",
    )?;
    let on: bool = connection.pragma_query_value(None, "foreign_keys", |row| row.get(0))?;
    if !on {
        return Err(StoreError::Sqlite { detail: "foreign_keys is off".to_owned() });
    }
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Which schema a file has, after checking that it is chibo's, not newer than this program, and that the
/// tables are those that were released. `named` is the file that an error speaks of.
pub(super) fn recognise(connection: &Connection, named: &Path) -> Result<usize> {
    let schema = numbered(connection, named)?;
    match schema_digest(connection)? == RELEASED[schema - 1] {
        true => Ok(schema),
        false => Err(StoreError::OtherSchema(named.to_owned())),
    }
}

/// The number of its schema as the file gives it.
pub(super) fn numbered(connection: &Connection, named: &Path) -> Result<usize> {
    let pragma = |name: &str| -> Result<i64> {
        let value = connection.pragma_query_value(None, name, |row| row.get(0));
        value.map_err(|e| not_ours(e.into(), named))
    };
    if pragma("application_id")? != APPLICATION_ID {
        return Err(StoreError::NotChibo(named.to_owned()));
    }
    let (found, known) = (pragma("user_version")?, SCHEMAS.len() as i64);
    match usize::try_from(found) {
        Ok(schema) if (1..=SCHEMAS.len()).contains(&schema) => Ok(schema),
        Ok(_) if found > known => Err(StoreError::Newer { path: named.to_owned(), found, known }),
        _ => Err(StoreError::OtherSchema(named.to_owned())),
    }
}

/// SQLite says only at the first statement that a file is no database of its own, or that another program keeps
/// part of it in a log of its own beside it.
pub(super) fn not_ours(error: StoreError, path: &Path) -> StoreError {
    let header = || -> std::io::Result<bool> {
        use std::io::Read;
        let mut start = [0; 16];
        File::open(path)?.read_exact(&mut start)?;
        Ok(&start == b"SQLite format 3\0")
    };
    match error {
        StoreError::Damaged { .. } if !matches!(header(), Ok(true)) => {
            StoreError::NotChibo(path.to_owned())
        }
        StoreError::ReadOnly if beside(path, "-wal").exists() => {
            StoreError::Damaged { detail: "a write-ahead log lies beside it".to_owned() }
        }
        other => other,
    }
}

/// SHA-256 over name and text of everything in each released schema.
pub(super) const RELEASED: [&str; SCHEMAS.len()] = [
    "2b4ebb54943b94f2abd0e03ae918d5d302c1dc7ff338a332c5ba7567d5f1bebd",
    "2bd95e19c73e4b6762b1cc66cb5db147f1f17cf959445e5d1aaa8cc2501c5de3",
    "24a31b0e6f82814207f64a9989dc4b3b2b4885ed39c36bcb1127eac055972ffa",
];

pub(super) fn schema_digest(connection: &Connection) -> Result<String> {
    let sql = "SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut hash = Sha256::new();
    while let Some(row) = rows.next()? {
        for column in 0..2 {
            let text: String = row.get(column)?;
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_released_schema_is_the_one_that_its_files_have() {
        let connection = Connection::open_in_memory().unwrap();
        for (schema, released) in SCHEMAS.iter().zip(RELEASED) {
            connection.execute_batch(schema).unwrap();
            assert_eq!(schema_digest(&connection).unwrap(), released);
        }
    }

    #[test]
    fn a_statement_is_prepared_once_whatever_values_it_is_given() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let new = Connection::open(&path).unwrap();
        new.execute_batch("CREATE TABLE t (period TEXT); CREATE INDEX i ON t (period); ").unwrap();
        let connection = Store::connect(&path, |_| false).unwrap();
        let sql = "SELECT * FROM t WHERE period BETWEEN ?1 AND ?2";
        let mut statement = connection.prepare(sql).unwrap();
        for month in ["2018-06", "2018-07", "2018-08"] {
            assert!(!statement.exists([month, month]).unwrap());
        }
        assert_eq!(statement.get_status(rusqlite::StatementStatus::RePrepare), 0);
    }
}
