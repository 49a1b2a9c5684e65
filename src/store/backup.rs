//! Copies of record files: what a file is by its first bytes, a consistent copy of one in use, and whether
//! a copy is whole. A file of an older schema is copied as it is; a copy is never upgraded.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::beside::{copy_bytes, refuse_foreign};
use super::connection::{APPLICATION_ID, OnBusy, RELEASED, connect, not_ours, recognise};
use super::place::{beside, new_file, real};
use super::{Result, StoreError};
use super::{broken_page, pages};
use crate::domain::{Moment, OperationNumber};

/// How far a record file has come: two that agree in this hold the same operations, since each seal covers
/// all before it (`records.md`, section 3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub operations: i64,
    pub newest: OperationNumber,
    /// When the newest operation was recorded.
    pub recorded_at: Moment,
    /// The newest link of the chain.
    pub seal: [u8; 32],
}

/// What a file is by its first bytes, without opening it as a database, which could change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// It says that it is chibo's; whether it is whole is not said.
    Record,
    /// A database of another program.
    OtherDatabase,
    /// No bytes at all.
    Empty,
    /// A text, or a packed file as Word and Excel write them.
    Document,
    /// Nothing that is known, such as a record file whose beginning was overwritten.
    Unknown,
}

impl Content {
    /// Looks at the first bytes of a file.
    pub fn of(path: &Path) -> Result<Self> {
        let mut start = Vec::new();
        File::open(path)
            .and_then(|file| file.take(4096).read_to_end(&mut start))
            .map_err(|e| StoreError::of_file(path, &e))?;
        let application = (APPLICATION_ID as u32).to_be_bytes();
        Ok(match start.as_slice() {
            [] => Self::Empty,
            db if db.starts_with(b"SQLite format 3\0") => match db.get(68..72) {
                Some(id) if id != application => Self::OtherDatabase,
                Some(_) => Self::Record,
                None => Self::Unknown,
            },
            other if other.starts_with(b"PK") || !other.contains(&0) => Self::Document,
            _ => Self::Unknown,
        })
    }
}

/// Copies the record file `from`, as it stands between two operations, into the new file `to`, while others
/// may write; reads the copy again and compares. An error speaks of the file unless it is
/// [`StoreError::CopyDiffers`].
pub fn copy(from: &Path, to: &Path, on_busy: OnBusy) -> Result<Standing> {
    let about = std::fs::metadata(from).map_err(|e| StoreError::of_file(from, &e))?;
    if !about.is_file() {
        return Err(StoreError::NotChibo(from.to_owned()));
    }
    refuse_foreign(from, on_busy)?;
    let source = connect(from, on_busy).map_err(|e| not_ours(e, from))?;
    // What is compared and what is copied are read in one transaction.
    let tx = source.unchecked_transaction()?;
    recognise(&tx, &RELEASED, from)?;
    let standing = standing(&tx)?;
    pour_into_new(&tx, to, on_busy)?;
    match verify(to, from, on_busy) {
        Ok(copied) if copied == standing => Ok(standing),
        Ok(_) => Err(StoreError::CopyDiffers(to.to_owned())),
        Err(error) => match whole(&tx) {
            Ok(()) => Err(StoreError::CopyDiffers(to.to_owned())),
            Err(_) => Err(error),
        },
    }
}

/// What is copied of a file that may be in use: its journal first, which mends whatever state the file is caught in, even
/// one that another program is just mending.
const SIDECARS_AND_FILE: [&str; 3] = ["-journal", "-wal", ""];

/// Makes the new file `to` hold what the backup `file` holds, and checks it. `file` is only read: what a
/// stopped program left beside it is rolled back in the copy.
pub fn take_in(file: &Path, to: &Path, on_busy: OnBusy) -> Result<Standing> {
    let about = std::fs::metadata(file).map_err(|e| StoreError::of_file(file, &e))?;
    if !about.is_file() || Content::of(file)? != Content::Record {
        return Err(StoreError::NotChibo(file.to_owned()));
    }
    let real = real(file).map_err(|e| StoreError::of_file(file, &e))?;
    // A file in write-ahead mode cannot be read without writing beside it.
    if write_ahead(&real)? {
        copy_bytes(&real, to, &SIDECARS_AND_FILE)?
    } else {
        match copy_read_only(file, to, on_busy) {
            Err(StoreError::ReadOnly) if beside(&real, "-journal").exists() => {
                copy_bytes(&real, to, &SIDECARS_AND_FILE)?;
                refuse_foreign(to, on_busy).map_err(|error| match error {
                    StoreError::NotItsOwn { .. } => {
                        let left = beside(&real, "-journal");
                        StoreError::NotItsOwn { path: file.to_owned(), left }
                    }
                    other => other,
                })?;
            }
            copied => copied?,
        }
    }
    verify(to, file, on_busy)
}

/// Whether `file` holds an earlier state of the record file, or the same: its newest seal is one of those there.
/// One that cannot be read is none.
pub fn is_earlier(file: &Path, record: &Path, on_busy: OnBusy) -> Result<bool> {
    let Ok(earlier) = connect(file, on_busy).and_then(|copy| standing(&copy)) else {
        return Ok(false);
    };
    refuse_foreign(record, on_busy)?;
    let record = connect(record, on_busy).map_err(|e| not_ours(e, record))?;
    let sql = "SELECT hash FROM operation WHERE number = ?1";
    let seal = record.query_row(sql, [earlier.newest.0], |row| row.get::<_, [u8; 32]>(0));
    Ok(seal.optional()? == Some(earlier.seal))
}

/// Whether a copy is a whole record file of a released schema, and how far it has come. `named` is the file
/// that an error speaks of.
fn verify(path: &Path, named: &Path, on_busy: OnBusy) -> Result<Standing> {
    let connection = connect(path, on_busy).map_err(|e| not_ours(e, named))?;
    at_rest(&connection).map_err(|e| not_ours(e, named))?;
    recognise(&connection, &RELEASED, named)?;
    whole(&connection)?;
    standing(&connection)
}

fn copy_read_only(file: &Path, to: &Path, on_busy: OnBusy) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut source = pages::open(file, flags)?;
    source.busy_handler(Some(on_busy))?;
    let tx = source.unchecked_transaction()?;
    recognise(&tx, &RELEASED, file)?;
    pour_into_new(&tx, to, on_busy)
}

/// Whether the header says that the file is in write-ahead mode; chibo's own never are.
fn write_ahead(path: &Path) -> Result<bool> {
    let mut start = [0; 20];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.map_err(|e| StoreError::of_file(path, &e))?;
    Ok(start[18..] == [2, 2])
}

/// Copies every page into a new file that only its owner can read. An error of the disk is one of that file.
pub(super) fn pour_into_new(source: &Connection, to: &Path, on_busy: OnBusy) -> Result<()> {
    let has_checksums = pages::has_checksums(source)?;
    let fill = || -> Result<()> {
        new_file(to).map_err(|e| StoreError::of_file(to, &e))?;
        let mut target = connect(to, on_busy)?;
        if has_checksums {
            // The first page says how the others are laid out, and must be there before them.
            pages::reserve(&target)?;
            target.pragma_update(None, "user_version", 1)?;
        }
        pour(source, &mut target)?;
        at_rest(&target)
    };
    fill().map_err(|error| error.at(to))
}

/// Makes one database hold what another holds, in one transaction.
pub(super) fn pour(source: &Connection, target: &mut Connection) -> Result<()> {
    let backup = Backup::new(source, target)?;
    loop {
        match backup.step(-1)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            // The busy handler has waited already.
            _ => return Err(StoreError::Busy),
        }
    }
}

/// Leaves one file and none beside it, also where another program changed the mode.
fn at_rest(connection: &Connection) -> Result<()> {
    Ok(connection.execute_batch("PRAGMA journal_mode = DELETE")?)
}

/// SQLite's own checks: the pages and indexes, and that what rows refer to is there.
fn whole(connection: &Connection) -> Result<()> {
    intact(connection)?;
    let broken = connection
        .query_row("SELECT \"table\", rowid FROM pragma_foreign_key_check LIMIT 1", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?))
        })
        .optional()?;
    match broken {
        None => Ok(()),
        Some((table, row)) => {
            let row = row.unwrap_or_default();
            Err(StoreError::Damaged { detail: format!("foreign_key_check: {table} {row}") })
        }
    }
}

/// Whether every page is what was written, and SQLite finds every one and every index in order.
pub(super) fn intact(connection: &Connection) -> Result<()> {
    if let Some(page) = pages::broken(connection)?.unwrap_or_default().first() {
        return Err(StoreError::Damaged { detail: broken_page::said(*page) });
    }
    let said: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(StoreError::Damaged { detail: said.replace('\n', " ") }) }
}

/// How far the file has come.
pub(super) fn standing(connection: &Connection) -> Result<Standing> {
    let sql = "SELECT (SELECT count(*) FROM operation) AS operations, number, recorded_at, hash
               FROM operation ORDER BY number DESC LIMIT 1";
    let newest = connection
        .query_row(sql, [], |row| {
            let seal: [u8; 32] = row.get("hash")?;
            let at: String = row.get("recorded_at")?;
            Ok((row.get("operations")?, row.get("number")?, at, seal))
        })
        .optional()?;
    let broken = |table, id, column| StoreError::RowBroken { table, id, column };
    let (operations, number, at, seal) = newest.ok_or_else(|| broken("operation", 1, "number"))?;
    Ok(Standing {
        operations,
        newest: OperationNumber(number),
        recorded_at: Moment::from_iso(&at)
            .ok_or_else(|| broken("operation", number, "recorded_at"))?,
        seal,
    })
}
