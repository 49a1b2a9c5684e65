//! A connection to a record file: what SQLite must promise, what the file is, whether its tables are ours.

use std::fs::File;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};

use super::place::{as_file, beside};
use super::{Result, StoreError, pages, schema, tables, tally};

/// `chbo` in ASCII: what `PRAGMA application_id` says of a record file.
pub(super) const APPLICATION_ID: i64 = 0x6368_626f;

/// One step of the schema: its statements, and SHA-256 over name and text of everything that stands in a file then.
pub(super) struct Step {
    pub sql: fn() -> String,
    pub digest: &'static str,
}

/// The schemas that files can have, oldest first. Only ever appended to.
pub(super) struct Schemas(pub &'static [Step]);

/// Every schema that was released.
pub(super) static RELEASED: Schemas =
    Schemas(&[Step { sql: schema::statements, digest: tables::DIGEST }]);

impl Schemas {
    /// The number of the newest one.
    pub fn newest(&self) -> usize {
        self.0.len()
    }

    /// The statements that make a file of a schema.
    pub fn up_to(&self, schema: usize) -> String {
        self.0[..schema].iter().map(|step| (step.sql)()).collect()
    }

    /// The statements that bring a file of a schema up to the newest.
    pub fn after(&self, schema: usize) -> String {
        self.0[schema..].iter().map(|step| (step.sql)()).collect()
    }
}

/// What is asked while another program holds the file: the number of tries so far; `false` gives up.
pub type OnBusy = fn(i32) -> bool;

/// Opens a file as it is; its pages are verified as they are read.
pub(super) fn connect(path: &Path, on_busy: OnBusy) -> Result<Connection> {
    set_up(pages::open(path, flags())?, on_busy)
}

/// Opens a file as it is, and whatever its pages hold.
pub(super) fn connect_unverified(path: &Path, on_busy: OnBusy) -> Result<Connection> {
    set_up(Connection::open_with_flags(as_file(path), flags())?, on_busy)
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
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;",
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
pub(super) fn recognise(connection: &Connection, schemas: &Schemas, named: &Path) -> Result<usize> {
    let schema = numbered(connection, schemas, named)?;
    if !pages::has_checksums(connection)? {
        return Err(StoreError::Damaged { detail: "its pages have no checksums".to_owned() });
    }
    if schema_digest(connection)? != schemas.0[schema - 1].digest {
        return Err(StoreError::OtherSchema(named.to_owned()));
    }
    tally::is_newest_operation(connection)?;
    Ok(schema)
}

/// The number of its schema as the file gives it.
pub(super) fn numbered(connection: &Connection, schemas: &Schemas, named: &Path) -> Result<usize> {
    let pragma = |name: &str| -> Result<i64> {
        let value = connection.pragma_query_value(None, name, |row| row.get(0));
        value.map_err(|e| not_ours(e.into(), named))
    };
    if pragma("application_id")? != APPLICATION_ID {
        return Err(StoreError::NotChibo(named.to_owned()));
    }
    let (found, known) = (pragma("user_version")?, schemas.newest() as i64);
    // Where the tables are those of this chibo, somebody changed the number.
    let digest_of_newest = schemas.0[schemas.newest() - 1].digest;
    let is_ours = || matches!(schema_digest(connection), Ok(digest) if digest == digest_of_newest);
    match usize::try_from(found) {
        Ok(schema) if (1..=schemas.newest()).contains(&schema) => Ok(schema),
        Ok(_) if found > known && !is_ours() => {
            Err(StoreError::Newer { path: named.to_owned(), found, known })
        }
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

/// SHA-256 over name and text of everything in the schema of a file.
pub(super) fn schema_digest(connection: &Connection) -> Result<String> {
    let sql = "SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut hash = Sha256::new();
    while let Some(row) = rows.next()? {
        for column in 0..2 {
            let text = row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?;
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
        for schema in 1..=RELEASED.newest() {
            let connection = Connection::open_in_memory().unwrap();
            connection.execute_batch(&RELEASED.up_to(schema)).unwrap();
            let digest = schema_digest(&connection).unwrap();
            assert_eq!(digest, RELEASED.0[schema - 1].digest, "{}", RELEASED.up_to(schema));
        }
    }

    #[test]
    fn a_statement_is_prepared_once_whatever_values_it_is_given() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let new = Connection::open(&path).unwrap();
        new.execute_batch("CREATE TABLE t (period TEXT); CREATE INDEX i ON t (period); ").unwrap();
        let connection = connect(&path, |_| false).unwrap();
        let sql = "SELECT * FROM t WHERE period BETWEEN ?1 AND ?2";
        let mut statement = connection.prepare(sql).unwrap();
        for month in ["2018-06", "2018-07", "2018-08"] {
            assert!(!statement.exists([month, month]).unwrap());
        }
        assert_eq!(statement.get_status(rusqlite::StatementStatus::RePrepare), 0);
    }
}
