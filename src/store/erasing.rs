//! Erasing a person's name, and the free texts of versions no longer in force that contain it, so that
//! neither is left in the bytes of the file while every hash still holds (`records.md`, section 3).

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use super::chain::{Salt, digest};
use super::tables::{OPERATION, TABLES, Table};
use super::{Reader, Result, Stamp, Store, StoreError, Writer};
use crate::domain::{Code, OfficialId, OperationNumber, ThingKind};

impl Reader<'_> {
    /// The free text that stands in a row; the outer `None` if there is no such row.
    pub(super) fn free_text(
        &self,
        table: &Table,
        column: &str,
        row: i64,
    ) -> Result<Option<Option<String>>> {
        let sql = format!("SELECT {column} FROM {} WHERE {} = ?1", table.name, table.key());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([row], |row| row.get(0)).optional()?)
    }

    /// The operation that recorded a row, if there is such a row.
    pub(super) fn recorded_by(&self, table: &Table, row: i64) -> Result<Option<i64>> {
        let by = if table.name == OPERATION.name { "number" } else { "added_by" };
        let sql = format!("SELECT {by} FROM {} WHERE {} = ?1", table.name, table.key());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([row], |row| row.get(0)).optional()?)
    }
}

/// A free text of the past: one that stands in a version no longer in force, or in an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastText {
    table: &'static str,
    column: &'static str,
    row: i64,
    /// The operation that recorded it.
    pub operation: OperationNumber,
    /// Whether the chain holds it with salt, so that every hash holds without it.
    pub can_be_erased: bool,
}

impl Reader<'_> {
    /// Every name that is stored of an official, also those he no longer has.
    pub fn names_ever(&self, official: OfficialId) -> Result<Vec<String>> {
        let sql = "SELECT id, name FROM person_name
                   WHERE official = ?1 AND name IS NOT NULL ORDER BY id";
        self.rows("person_name", sql, [official.0], |row| row.get("name"))
    }

    /// What had a name that fits and has another one now, or is no longer on record: names of committees, cells and
    /// categories, and those of other officials.
    pub fn names_once(
        &self,
        erased: OfficialId,
        fits: impl Fn(&str) -> bool,
    ) -> Result<Vec<(ThingKind, Code)>> {
        let names = [
            (ThingKind::Committee, "committee", "committee_name", "name"),
            (ThingKind::Cell, "cell", "cell_standing", "name"),
            (ThingKind::Category, "category", "category_version", "label_vi"),
            (ThingKind::Category, "category", "category_version", "label_en"),
            (ThingKind::Official, "official", "person_name", "name"),
        ];
        let mut once = BTreeSet::new();
        for (kind, owner, table, column) in names {
            let sql = format!(
                "SELECT t.id, t.{owner} AS owner, t.{column} AS name,
                        (SELECT code FROM {owner}_version v WHERE v.{owner} = t.{owner}
                         ORDER BY v.id DESC LIMIT 1) AS code
                 FROM {table} t WHERE t.removed_by IS NOT NULL AND t.{column} IS NOT NULL"
            );
            let rows = self.rows(table, &sql, [], |row| {
                let (name, owner): (String, i64) = (row.get("name")?, row.get("owner")?);
                let own = kind == ThingKind::Official && owner == erased.0;
                Ok((!own && fits(&name)).then_some((kind, row.code()?)))
            })?;
            once.extend(rows.into_iter().flatten());
        }
        Ok(once.into_iter().collect())
    }

    /// The free texts of the past that fit. Those of versions in force are read with their records.
    pub fn past_texts(&self, fits: impl Fn(&str) -> bool) -> Result<Vec<PastText>> {
        let mut past = Vec::new();
        for table in TABLES.iter().chain([&OPERATION]) {
            for (column, salted_since) in table.free {
                past.extend(self.past_texts_of(table.name, column, *salted_since, &fits)?);
            }
        }
        past.extend(self.past_texts_of(OPERATION.name, "arguments", i64::MAX, &fits)?);
        Ok(past)
    }

    /// `salted_since` is the first format that hashes the column with salt.
    fn past_texts_of(
        &self,
        table: &'static str,
        column: &'static str,
        salted_since: i64,
        fits: &impl Fn(&str) -> bool,
    ) -> Result<Vec<PastText>> {
        let (key, by, past) = match table {
            "operation" => ("number", "number", "TRUE"),
            // Only the office's name is a free text.
            "setting" => ("id", "added_by", "removed_by IS NOT NULL AND key = 'office'"),
            _ => ("id", "added_by", "removed_by IS NOT NULL"),
        };
        let sql = format!(
            "SELECT {key} AS id, {by} AS operation, {column} AS text,
                    (SELECT format FROM seal WHERE operation = {by}) AS format
             FROM {table} WHERE {column} IS NOT NULL AND {past} ORDER BY {key}"
        );
        let texts = self.rows(table, &sql, [], |row| {
            let text: String = row.get("text")?;
            let format: Option<i64> = row.get("format")?;
            Ok(fits(&text).then_some(PastText {
                table,
                column,
                row: row.get("id")?,
                operation: OperationNumber(row.get("operation")?),
                can_be_erased: format.is_some_and(|format| format >= salted_since),
            }))
        })?;
        Ok(texts.into_iter().flatten().collect())
    }
}

impl Reader<'_> {
    /// The rows of an operation in which a text of this column stands.
    fn texts_standing(&self, table: &Table, column: &str, operation: i64) -> Result<Vec<i64>> {
        let (key, name) = (table.key(), table.name);
        let (first, by) = match name == OPERATION.name {
            true => (operation, key),
            false => (self.first_since(name, operation)?, "added_by"),
        };
        let sql = format!(
            "SELECT {key} FROM {name} t WHERE {key} >= ?1 AND {by} = ?2 AND {column} IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM erased_text WHERE table_name = '{name}'
                             AND row_id = t.{key} AND column_name = '{column}')
             ORDER BY {key}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map((first, operation), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Erases every name of an official.
    pub fn erase_names(&self, official: OfficialId) -> Result<()> {
        let sql = "UPDATE person_name SET name = NULL, folded = NULL, salt = NULL
                   WHERE official = ?1 AND name IS NOT NULL";
        self.connection.execute(sql, [official.0])?;
        Ok(())
    }

    /// Erases texts that can be, with their salts, and keeps the hashes by which the chain knows them.
    pub fn erase_texts(&self, past: &[PastText]) -> Result<()> {
        for text in past {
            self.erase_text(text)?;
        }
        let operations: BTreeSet<i64> = past.iter().map(|text| text.operation.0).collect();
        for operation in operations {
            match self.salt(operation)? {
                Some(salt) if salt.format > 2 && salt.bytes.is_some() => {
                    self.single_out(operation, &salt)?;
                }
                Some(_) | None => {}
            }
        }
        Ok(())
    }

    fn erase_text(&self, past: &PastText) -> Result<()> {
        let PastText { table, column, row, operation, .. } = past;
        let known = TABLES.iter().chain([&OPERATION]).find(|known| known.name == *table);
        let broken = StoreError::RowBroken { table, id: *row, column };
        let Some(table) = known else { return Err(broken) };
        let text = self.free_text(table, column, *row)?.flatten();
        let (Some(text), Some(salt)) = (text, self.salt(operation.0)?) else { return Err(broken) };
        let salt = self.salt_of_text(&salt, table.name, column, *row)?;
        let sql = "INSERT INTO erased_text (table_name, row_id, column_name, digest, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let digest = digest(&salt, text.as_bytes());
        self.add(sql, (table.name, row, column, &digest[..], self.number()))?;
        let sql = format!("UPDATE {} SET {column} = ?1 WHERE {} = ?2", table.name, table.key());
        self.connection.execute(&sql, (table.blank(column), row))?;
        let sql = "UPDATE text_salt SET salt = NULL
                   WHERE table_name = ?1 AND row_id = ?2 AND column_name = ?3";
        self.connection.execute(sql, (table.name, row, column))?;
        Ok(())
    }

    /// Gives each text of an operation that still stands its salt, and takes the operation's away, from which
    /// those of the erased ones could be computed.
    fn single_out(&self, operation: i64, salt: &Salt) -> Result<()> {
        for table in TABLES.iter().chain([&OPERATION]) {
            for (column, _) in table.free {
                for row in self.texts_standing(table, column, operation)? {
                    let salt = salt.of_text(table.name, column, row);
                    let sql =
                        "INSERT INTO text_salt (table_name, row_id, column_name, salt, added_by)
                               VALUES (?1, ?2, ?3, ?4, ?5)";
                    self.add(sql, (table.name, row, column, salt, self.number()))?;
                }
            }
        }
        self.connection.execute("UPDATE seal SET salt = NULL WHERE operation = ?1", [operation])?;
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
