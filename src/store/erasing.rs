//! Erasing a person's name, and the texts no longer in force that contain it, so that neither is left in the bytes of
//! the file while every hash still holds (`records.md`, section 3). The operation names the texts by number.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, ToSql};

use super::tables::{CATEGORY, CELL, COMMITTEE, OFFICIAL, TABLES, Table};
use super::{Reader, Result, Stamp, Store, StoreError, Writer};
use crate::domain::{Code, OfficialId, OperationNumber, ThingKind};

/// The texts that an erasing takes out of the file, by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erasing {
    /// Names of the official.
    pub names: Vec<i64>,
    /// Other texts, of versions no longer in force and of operations.
    pub texts: Vec<i64>,
}

impl Erasing {
    /// Every number, as the operation keeps them.
    pub fn numbers(&self) -> Vec<i64> {
        self.names.iter().chain(&self.texts).copied().collect()
    }
}

impl Reader<'_> {
    /// Every name that is stored of an official, also those he no longer has, and their numbers.
    pub fn names_ever(&self, official: OfficialId) -> Result<Vec<(i64, String)>> {
        let sql = "SELECT text, body FROM text WHERE body IS NOT NULL
                   AND text IN (SELECT full_name FROM official WHERE record = ?1) ORDER BY text";
        self.each(sql, [official.0], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// What had a name that fits and has another one now, or is no longer on record: names of committees, cells and
    /// categories, and those of other officials.
    pub fn names_once(
        &self,
        erased: OfficialId,
        fits: impl Fn(&str) -> bool,
    ) -> Result<Vec<(ThingKind, Code)>> {
        let from = |table: &'static Table| table.with(table.parts.first()).0;
        let official = format!("{} JOIN text n ON n.text = t.full_name", OFFICIAL.with(None).0);
        let names = [
            (ThingKind::Committee, &COMMITTEE, from(&COMMITTEE), "p.name"),
            (ThingKind::Cell, &CELL, from(&CELL), "p.name"),
            (ThingKind::Category, &CATEGORY, from(&CATEGORY), "t.label_vi"),
            (ThingKind::Category, &CATEGORY, from(&CATEGORY), "t.label_en"),
            (ThingKind::Official, &OFFICIAL, official, "n.body"),
        ];
        let mut once = BTreeSet::new();
        for (kind, table, from, name) in names {
            let sql = format!(
                "SELECT t.version, t.record, {name},
                        (SELECT code FROM {0} l WHERE l.record = t.record ORDER BY version DESC LIMIT 1)
                 FROM {from} WHERE t.removed_by IS NOT NULL AND {name} IS NOT NULL",
                table.name
            );
            let rows = self.rows(table.name, &sql, [], |mut row| {
                let (owner, name): (i64, String) = (row.get("record")?, row.get("name")?);
                let own = kind == ThingKind::Official && owner == erased.0;
                if own || !fits(&name) {
                    return Ok(None);
                }
                let is_category = kind == ThingKind::Category;
                let code = if is_category { row.category_code("code") } else { row.code("code") };
                Ok(Some((kind, code?)))
            })?;
            once.extend(rows.into_iter().flatten());
        }
        Ok(once.into_iter().collect())
    }

    /// The texts of the past that fit: those of operations and of versions no longer in force. Those in force are
    /// read with their records; names of persons are no texts.
    pub fn past_texts(&self, fits: impl Fn(&str) -> bool) -> Result<Vec<i64>> {
        let sql = "SELECT text, body FROM text WHERE body IS NOT NULL ORDER BY text";
        let fitting = self.rows("text", sql, [], |mut row| {
            let body: String = row.get("body")?;
            Ok(fits(&body).then_some(row.number()))
        })?;
        let fitting: HashSet<i64> = fitting.into_iter().flatten().collect();
        if fitting.is_empty() {
            return Ok(Vec::new());
        }
        let mut kept = self.names_of_persons()?;
        for table in TABLES {
            for (part, column) in table.texts() {
                let (from, of) = table.with(part);
                let sql = format!(
                    "SELECT {of}.{column} FROM {from}
                     WHERE t.removed_by IS NULL AND {of}.{column} IS NOT NULL"
                );
                kept.extend(self.numbers(&sql, [])?.into_iter().filter(|n| fitting.contains(n)));
            }
        }
        let mut past: Vec<i64> = fitting.difference(&kept).copied().collect();
        past.sort_unstable();
        Ok(past)
    }

    /// The texts that are names of persons.
    pub(super) fn names_of_persons(&self) -> Result<HashSet<i64>> {
        Ok(self
            .numbers("SELECT DISTINCT full_name FROM official WHERE full_name IS NOT NULL", [])?
            .into_iter()
            .collect())
    }

    /// The operations whose arguments contain what fits: the chain holds them as they stand.
    pub fn arguments_with(&self, fits: impl Fn(&str) -> bool) -> Result<BTreeSet<OperationNumber>> {
        let sql = "SELECT number, arguments FROM operation ORDER BY number";
        let found = self.rows("operation", sql, [], |mut row| {
            let arguments: String = row.get("arguments")?;
            Ok(fits(&arguments).then_some(OperationNumber(row.number())))
        })?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Which operation erased each text.
    pub(super) fn erasures_of_texts(&self) -> Result<HashMap<i64, OperationNumber>> {
        let sql = "SELECT number, json_each.value
                   FROM operation, json_each(operation.arguments, '$.texts')
                   WHERE verb = 'official-erase' AND json_each.type = 'integer' ORDER BY number DESC";
        let erased = self.rows("operation", sql, [], |mut row| {
            Ok((row.get("arguments")?, OperationNumber(row.number())))
        })?;
        Ok(erased.into_iter().collect())
    }

    /// The newest operation that erased a text of versions that are to be added again.
    pub(super) fn erased_in(
        &self,
        table: &'static Table,
        versions: &[i64],
    ) -> Result<Option<OperationNumber>> {
        let mut gone = Vec::new();
        for (part, column) in table.texts().filter(|_| !versions.is_empty()) {
            // A name that was erased stays so.
            if column == "full_name" {
                continue;
            }
            let (from, key) = table.place(part);
            let sql = format!(
                "SELECT v.{column} FROM {from} v JOIN text x ON x.text = v.{column}
                 WHERE v.{key} = ?1 AND x.body IS NULL"
            );
            for version in versions {
                gone.extend(self.numbers(&sql, [version])?);
            }
        }
        if gone.is_empty() {
            return Ok(None);
        }
        let erasures = self.erasures_of_texts()?;
        Ok(gone.iter().filter_map(|text| erasures.get(text)).max().copied())
    }
}

impl Writer<'_> {
    /// Erases texts; the chain goes on knowing them by their digests.
    pub fn erase_texts(&self, erasing: &Erasing) -> Result<()> {
        let sql = "UPDATE text SET salt = NULL, body = NULL, sought = NULL
                   WHERE text = ?1 AND body IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        for number in erasing.numbers() {
            statement.execute([number.to_sql()?])?;
        }
        Ok(())
    }
}

impl Store {
    /// The same as [`Store::write`] for what is to be gone: the file is built anew afterwards, so that
    /// nothing is left between its rows either. Nobody else comes between. Tells whether that was done;
    /// what was written is kept in any case.
    pub fn write_for_good<T, E: From<StoreError>>(
        &mut self,
        stamp: Stamp,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<(T, bool), E> {
        self.connection
            .execute_batch("PRAGMA journal_mode = TRUNCATE")
            .map_err(StoreError::from)?;
        // Only once it has the lock for writing: in this mode SQLite keeps the lock for reading while it waits,
        // and a program that is writing waits for that.
        let keep_out = |tx: &Connection| Ok(tx.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?);
        let dry_run = stamp.dry_run;
        let result = self.write_then(stamp, keep_out, work);
        let built = dry_run || result.is_err() || self.connection.execute_batch("VACUUM").is_ok();
        // At rest there is one file and no journal beside it. If that fails, an emptied one stays.
        let let_in = "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE;";
        let _ = self.connection.execute_batch(let_in);
        result.map(|value| (value, built))
    }
}
