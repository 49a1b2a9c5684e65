//! Looking for flaws in a record file, whatever state it is in (`commands.md`, Trust). Nothing is written;
//! what cannot be read is itself a finding.

mod counts;
mod links;
mod schema;
mod texts;

use std::path::Path;

use rusqlite::Connection;

use super::connection::{RELEASED, numbered};
use super::pages;
use super::{Reader, Result, StoreError};
use crate::domain::{Fingerprint, Flaw, FlawKind};

/// The most findings of SQLite's own checks that are told.
const MOST: usize = 100;

/// The most broken pages that are named.
const PAGES: usize = 10;

/// The most of what SQLite says of damaged pages that is told.
const SAID: usize = 3;

/// Goes through an open file as it is: SQLite's own checks, the schema, the chain of operations, names; then
/// `further` looks at what stands in it. A file that is busy, newer or not chibo's is an error. With `wanted`, an
/// operation of that fingerprint must be among those that the chain vouches for. `path` is the file that an error
/// speaks of.
pub(super) fn flaws(
    connection: &Connection,
    path: &Path,
    wanted: Option<Fingerprint>,
    further: impl FnOnce(&Reader<'_>) -> Result<Vec<Flaw>>,
) -> Result<Vec<Flaw>> {
    let mut flaws = Flaws(Vec::new());
    let schema = match numbered(connection, &RELEASED, path) {
        Ok(schema) => schema,
        Err(StoreError::OtherSchema(_)) => {
            let sql = "SELECT user_version FROM pragma_user_version";
            let found = connection.query_row(sql, [], |row| row.get(0))?;
            flaws.0.push(Flaw::SchemaNumber { found });
            RELEASED.newest()
        }
        Err(error) => {
            flaws.0.push(error.as_flaw(FlawKind::Integrity)?);
            return Ok(flaws.0);
        }
    };
    let tx = connection.unchecked_transaction()?;
    flaws.take(FlawKind::Integrity, |all| broken_pages(&tx, all))?;
    let mut tables_stand = false;
    flaws.take(FlawKind::Schema, |all| {
        tables_stand = schema::differences(&tx, &RELEASED, schema, all)?;
        Ok(())
    })?;
    // What stands in the place of a table may be anything, such as a view that never ends.
    if !tables_stand {
        return Ok(flaws.0);
    }
    flaws.take(FlawKind::Integrity, |all| integrity(&tx, all))?;
    flaws.take(FlawKind::ForeignKey, |all| foreign_keys(&tx, all))?;
    let reader = Reader::new(&tx, None);
    flaws.take(FlawKind::Integrity, |all| counts(&reader, all))?;
    let mut found = false;
    flaws.take(FlawKind::Chain, |all| {
        found = links::walk(&reader, wanted, all)?;
        Ok(())
    })?;
    if let Some(wanted) = wanted.filter(|_| !found) {
        flaws.take(FlawKind::Expect, |all| {
            all.push(match reader.closed_elsewhere(wanted)? {
                Some((period, by)) => Flaw::ExpectElsewhere { wanted, period, by },
                None => Flaw::Expect { wanted },
            });
            Ok(())
        })?;
    }
    flaws.take(FlawKind::Name, |all| texts::check(&reader, all))?;
    flaws.take(FlawKind::Rule, |all| {
        all.extend(further(&reader)?);
        Ok(())
    })?;
    Ok(flaws.0)
}

impl StoreError {
    /// The finding that this error is to somebody who looks for flaws; an error still, where it says
    /// nothing about what is in the file.
    pub fn as_flaw(self, kind: FlawKind) -> Result<Flaw> {
        match self {
            Self::RowBroken { table, id, column } => Ok(Flaw::Value { table, row: id, column }),
            Self::Damaged { detail } if kind == FlawKind::Integrity => {
                Ok(Flaw::Integrity { said: vec![detail], more: 0 })
            }
            Self::Damaged { detail } | Self::Sqlite { detail } | Self::DiskFailed { detail } => {
                Ok(Flaw::Unreadable { kind, detail })
            }
            Self::Absent(_)
            | Self::Present(_)
            | Self::LeftBeside { .. }
            | Self::NotItsOwn { .. }
            | Self::Elsewhere { .. }
            | Self::Temporary { .. }
            | Self::NotChibo(_)
            | Self::Newer { .. }
            | Self::OtherSchema(_)
            | Self::CopyDiffers(_)
            | Self::Busy
            | Self::ReadOnly
            | Self::DiskFull
            | Self::Io { .. } => Err(self),
        }
    }
}

/// The findings so far.
struct Flaws(Vec<Flaw>);

impl Flaws {
    /// Adds what a part of the check finds; what it found before it could not read on counts too.
    fn take(
        &mut self,
        kind: FlawKind,
        part: impl FnOnce(&mut Vec<Flaw>) -> Result<()>,
    ) -> Result<()> {
        if let Err(error) = part(&mut self.0) {
            self.0.push(error.as_flaw(kind)?);
        }
        Ok(())
    }
}

fn broken_pages(connection: &Connection, all: &mut Vec<Flaw>) -> Result<()> {
    let Some(mut pages) = pages::broken(connection)? else {
        let detail = "its pages have no checksums".to_owned();
        all.push(Flaw::Unreadable { kind: FlawKind::Integrity, detail });
        return Ok(());
    };
    if !pages.is_empty() {
        let more = pages.len().saturating_sub(PAGES);
        pages.truncate(PAGES);
        all.push(Flaw::Pages { pages, more });
    }
    Ok(())
}

/// All that SQLite says of damaged pages is one finding: there is one thing to do about it.
fn integrity(connection: &Connection, all: &mut Vec<Flaw>) -> Result<()> {
    let mut statement = connection.prepare(&format!("PRAGMA integrity_check({MOST})"))?;
    let mut rows = statement.query([])?;
    let mut said: Vec<String> = Vec::new();
    let mut read = || -> Result<()> {
        while let Some(row) = rows.next()? {
            let lines: String = row.get(0)?;
            let lines = lines.lines().filter(|line| *line != "ok" && !line.starts_with("***"));
            said.extend(lines.map(str::to_owned));
        }
        Ok(())
    };
    let end = read();
    enter(said, all);
    end
}

/// Counts what is in force. What is damaged otherwise differs here too, and is told once.
fn counts(reader: &Reader<'_>, all: &mut Vec<Flaw>) -> Result<()> {
    let is_of_pages = |flaw: &Flaw| matches!(flaw, Flaw::Integrity { .. } | Flaw::Pages { .. });
    if !all.iter().any(is_of_pages) {
        enter(counts::differences(reader)?, all);
    }
    Ok(())
}

fn enter(mut said: Vec<String>, all: &mut Vec<Flaw>) {
    if !said.is_empty() {
        let more = said.len().saturating_sub(SAID);
        said.truncate(SAID);
        all.push(Flaw::Integrity { said, more });
    }
}

fn foreign_keys(connection: &Connection, all: &mut Vec<Flaw>) -> Result<()> {
    let sql = format!(
        "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check
         GROUP BY \"table\", rowid, parent LIMIT {MOST}"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, row, refers_to) = (row.get(0)?, row.get(1)?, row.get(2)?);
        all.push(Flaw::ForeignKey { table, row, refers_to });
    }
    Ok(())
}
