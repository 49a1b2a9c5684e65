//! The tally: how many versions of each table, and rows of each of its parts, are in force, and the sum of the numbers of
//! those versions; of what belongs to months, month by month. Beside it the newest number that was ever given out.
//!
//! The checksum of a page says that it is what was once written there, not that it is the newest: a disk that loses
//! a write, or a hand that copies part of an older file, leaves an old page that is whole. Versions are only
//! ever added under higher numbers, so that an older page gives fewer of them, or lower ones, than were counted when they were
//! written. Whoever reads all that is in force counts while reading and compares ([`hold`]); whoever adds looks first
//! whether the newest is there ([`hold_newest`]): its number must not be given out twice. `check` counts in the tables
//! and in every index.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::tables::{Month, Part, Table};
use super::{Result, StoreError};

/// Under what operations and texts are counted, which are never removed.
pub(super) const OPERATION: &str = "operation";
pub(super) const TEXT: &str = "text";

/// How many, and the sum of their numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub many: i64,
    pub sum: i64,
}

impl Tally {
    /// Counts rows of a version.
    pub fn count(&mut self, version: i64, rows: i64) {
        self.many = self.many.wrapping_add(rows);
        self.sum = self.sum.wrapping_add(version.wrapping_mul(rows));
    }
}

/// What an operation changes in the tally of a table: for each month, of the versions and of each part.
#[derive(Debug)]
pub(super) struct Changed {
    table: &'static Table,
    /// Where in a version the month stands, and what says whether it counts.
    month: Option<(usize, Option<usize>)>,
    /// By month: the versions and each part, and the newest version that was added.
    months: BTreeMap<i64, ([Tally; 3], i64)>,
}

impl Changed {
    /// Nothing yet.
    pub fn of(table: &'static Table) -> Self {
        Self { table, month: table.counted_at(), months: BTreeMap::new() }
    }

    /// Counts a version that is added. `value` gives the number in a column.
    pub fn add(&mut self, version: i64, value: impl Fn(usize) -> i64, rows: &[usize]) {
        let month = match self.month {
            Some((_, Some(of))) if value(of) != 0 => 0,
            Some((month, _)) => value(month),
            None => 0,
        };
        self.count(month, version, rows.iter().map(|rows| *rows as i64), 1);
        self.months.entry(month).or_default().1 = version;
    }

    /// Counts a version that is removed no longer.
    pub fn remove(&mut self, version: i64, month: i64, rows: &[i64]) {
        self.count(month, version, rows.iter().copied(), -1);
    }

    fn count(&mut self, month: i64, version: i64, rows: impl Iterator<Item = i64>, sign: i64) {
        let (tallies, _) = self.months.entry(month).or_default();
        let counts = std::iter::once(1).chain(rows);
        tallies.iter_mut().zip(counts).for_each(|(tally, rows)| tally.count(version, sign * rows));
    }

    /// Writes it.
    pub fn write(&self, connection: &Connection) -> Result<()> {
        for (month, ([own, parts @ ..], newest)) in &self.months {
            add(connection, self.table.name, *month, *own, *newest)?;
            for (part, tally) in self.table.parts.iter().zip(parts) {
                add(connection, part.name, *month, *tally, 0)?;
            }
        }
        Ok(())
    }
}

/// Adds to what is counted under a name; `newest` is the newest number that was given out, 0 for none.
pub(super) fn add(
    connection: &Connection,
    name: &str,
    month: i64,
    tally: Tally,
    newest: i64,
) -> Result<()> {
    if tally == Tally::default() && newest == 0 {
        return Ok(());
    }
    let sql =
        "INSERT INTO tally (counted, month, in_force, sum, newest) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO UPDATE SET in_force = in_force + excluded.in_force,
                   sum = sum + excluded.sum, newest = max(newest, excluded.newest)";
    let values = (name, month, tally.many, tally.sum, newest);
    connection.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// Refuses to go on where the newest number in a table, 0 for none, is not the newest that was given out.
pub(super) fn hold_newest(connection: &Connection, table: &str, found: i64) -> Result<()> {
    is_newest(table, newest(connection, table)?, found)
}

fn is_newest(table: &str, counted: i64, found: i64) -> Result<()> {
    if found == counted {
        Ok(())
    } else {
        Err(StoreError::Damaged { detail: newest_said(table, counted, found) })
    }
}

/// The newest number that was given out in a table.
pub(super) fn newest(connection: &Connection, table: &str) -> Result<i64> {
    let sql = "SELECT coalesce(max(newest), 0) FROM tally WHERE counted = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([table], |row| row.get(0))?)
}

/// That the newest number is another, for somebody who looks into the file.
pub(super) fn newest_said(table: &str, counted: i64, found: i64) -> String {
    format!("{table}: the newest is {found}, {counted} counted in tally")
}

/// Whether the newest operation is the newest that was counted.
pub(super) fn is_newest_operation(connection: &Connection) -> Result<()> {
    let sql = "SELECT coalesce((SELECT max(number) FROM operation), 0),
                      coalesce((SELECT newest FROM tally WHERE counted = ?1), 0)";
    let newest = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let (found, counted): (i64, i64) =
        connection.prepare_cached(sql)?.query_row([OPERATION], newest)?;
    is_newest(OPERATION, counted, found)
}

/// That something else was found than was counted, for somebody who looks into the file.
pub(super) fn said(name: &str, span: Option<[i64; 2]>, counted: i64, found: i64) -> String {
    let month = |month: i64| format!("{:04}-{:02}", month / 12, month % 12 + 1);
    let months = match span {
        None | Some([0, 0]) => String::new(),
        Some([from, to]) if from == to => format!(" {}", month(from)),
        Some([from, to]) => format!(" {}..{}", month(from), month(to)),
    };
    if found == counted {
        format!("{name}{months}: {found} rows, but not those counted in tally")
    } else {
        format!("{name}{months}: {found} rows, {counted} counted in tally")
    }
}

/// Refuses what was found where it is not what was counted under these months (0 for what belongs to none), or in all.
pub(super) fn hold(
    connection: &Connection,
    name: &str,
    months: Option<[i64; 2]>,
    found: Tally,
) -> Result<()> {
    let [from, to] = months.unwrap_or([0, i64::MAX]);
    let sql = "SELECT coalesce(sum(in_force), 0), coalesce(sum(sum), 0) FROM tally
               WHERE counted = ?1 AND month BETWEEN ?2 AND ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let counted = statement
        .query_row((name, from, to), |row| Ok(Tally { many: row.get(0)?, sum: row.get(1)? }))?;
    if counted == found {
        Ok(())
    } else {
        Err(StoreError::Damaged { detail: said(name, months, counted.many, found.many) })
    }
}

/// The month under which a version is counted, in SQL over its columns; 0 for what belongs to none.
pub(super) fn month_of(table: &Table) -> String {
    match &table.counted_by {
        None => "0".to_owned(),
        Some(Month { column, of: None }) => (*column).to_owned(),
        Some(Month { column, of: Some(of) }) => format!("iif({of} = 0, {column}, 0)"),
    }
}

/// How many rows of a part a version has, in SQL over its columns.
pub(super) fn rows_of(table: &Table, part: &Part) -> String {
    format!("(SELECT count(*) FROM {0} p WHERE p.{1} = {1}.version)", part.name, table.name)
}
