//! Erasing a person's name, and the free texts of versions no longer in force that contain it, so that
//! neither is left in the bytes of the file while every hash still holds (`records.md`, section 3).

use rusqlite::{Connection, OptionalExtension};

use super::tables::{OPERATION, TABLES, Table};
use super::{Reader, Result, Stamp, Store, StoreError, Writer, chain};
use crate::domain::{OfficialId, OperationNumber};

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

/// Texts of the past that no schema can erase: they are hashed as they stand.
const HASHED_PLAIN: [(&str, &str); 3] =
    [("succession", "document"), ("closing_version", "document"), ("setting", "value")];

impl Reader<'_> {
    /// Every name that is stored of an official, also those he no longer has.
    pub fn names_ever(&self, official: OfficialId) -> Result<Vec<String>> {
        let sql = "SELECT id, name FROM person_name
                   WHERE official = ?1 AND name IS NOT NULL ORDER BY id";
        self.rows("person_name", sql, [official.0], |row| row.get("name"))
    }

    /// The free texts of the past that fit. Those of versions in force are read with their records.
    pub fn past_texts(&self, fits: impl Fn(&str) -> bool) -> Result<Vec<PastText>> {
        let mut past = Vec::new();
        for table in TABLES {
            for column in table.free {
                past.extend(self.past_texts_of(table.name, column, true, &fits)?);
            }
        }
        for (table, column) in HASHED_PLAIN {
            past.extend(self.past_texts_of(table, column, false, &fits)?);
        }
        for column in ["actor", "reason", "arguments"] {
            let free = OPERATION.free.contains(&column);
            past.extend(self.past_texts_of(OPERATION.name, column, free, &fits)?);
        }
        Ok(past)
    }

    fn past_texts_of(
        &self,
        table: &'static str,
        column: &'static str,
        free: bool,
        fits: &impl Fn(&str) -> bool,
    ) -> Result<Vec<PastText>> {
        let (key, by, past) = match table == OPERATION.name {
            true => ("number", "number", "TRUE"),
            false => ("id", "added_by", "removed_by IS NOT NULL"),
        };
        let sql = format!(
            "SELECT {key} AS id, {by} AS operation, {column} AS text,
                    (SELECT format > 1 FROM seal WHERE operation = {by}) AS salted
             FROM {table} WHERE {column} IS NOT NULL AND {past} ORDER BY {key}"
        );
        let texts = self.rows(table, &sql, [], |row| {
            let text: String = row.get("text")?;
            let salted: Option<bool> = row.get("salted")?;
            Ok(fits(&text).then_some(PastText {
                table,
                column,
                row: row.get("id")?,
                operation: OperationNumber(row.get("operation")?),
                can_be_erased: free && salted == Some(true),
            }))
        })?;
        Ok(texts.into_iter().flatten().collect())
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

    /// Erases a text that can be, and keeps the hash by which the chain knows it.
    pub fn erase_text(&self, past: &PastText) -> Result<()> {
        let PastText { table, column, row, operation, .. } = past;
        let known = TABLES.iter().chain([&OPERATION]).find(|known| known.name == *table);
        let broken = StoreError::RowBroken { table, id: *row, column };
        let Some(table) = known else { return Err(broken) };
        let text = self.free_text(table, column, *row)?.flatten();
        let (Some(text), Some(salt)) = (text, self.salt(operation.0)?) else { return Err(broken) };
        let digest = chain::digest(&salt, table.name, column, *row, text.as_bytes());
        let sql = "INSERT INTO erased_text (table_name, row_id, column_name, digest, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        self.add(sql, (table.name, row, column, &digest[..], self.number()))?;
        let sql = format!("UPDATE {} SET {column} = ?1 WHERE {} = ?2", table.name, table.key());
        self.connection.execute(&sql, (table.blank(column), row))?;
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
