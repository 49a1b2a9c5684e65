//! The chain of operations: each one's hash covers the one before it and every row it added or removed
//! (`records.md`, section 3).
//!
//! The canonical form: the words `chibo operation` and the number of the format, then number, time, today,
//! actor, verb, arguments and reason of the operation, then for each table of [`TABLES`] in order the rows
//! removed and the rows added, by id, as table, `-` or `+`, id and columns. A field is a letter for its type,
//! its length in bytes as 8 bytes little-endian, and its bytes; integers have 8 bytes little-endian.
//!
//! In format 2, a free text is a field of the letter `d` with SHA-256(salt, table, 0, column, 0, row as 8
//! bytes, text), the salt being that of the operation that added the row (none, if that has format 1).

use std::collections::{BTreeMap, HashMap};

use rusqlite::Row;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use super::tables::{OPERATION, TABLES, Table};
use super::{Reader, Result, StoreError, Writer};
use crate::domain::OperationNumber;

/// The number of the canonical form of new operations.
const FORMAT: i64 = 2;

/// The highest row of each table that an operation wrote to, before it did: what lies above was added by it.
#[derive(Debug, Default)]
pub(super) struct Tops(BTreeMap<&'static str, i64>);

impl Tops {
    /// Notes the highest row of a table.
    pub fn put(&mut self, table: &'static str, top: i64) {
        self.0.insert(table, top);
    }

    /// The highest row of a table, if the operation wrote to it.
    pub fn top(&self, table: &str) -> Option<i64> {
        self.0.get(table).copied()
    }
}

/// The name of a table of the chain as it stands in [`TABLES`].
pub(super) fn sealed_name(table: &str) -> Option<&'static str> {
    TABLES.iter().map(|known| known.name).find(|name| *name == table)
}

/// Computes and stores the hash of the newest operation.
pub(super) fn seal(db: &Writer<'_>, number: OperationNumber, tops: &Tops) -> Result<()> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|e| StoreError::Sqlite { detail: e.to_string() })?;
    let previous = "SELECT coalesce((SELECT hash FROM seal WHERE operation = ?1), zeroblob(32))";
    let previous: Vec<u8> = db.one(previous, [number.0 - 1])?;
    let mut link = Link::begin(&previous, FORMAT, Salts::Stored(db, salt));
    let operation = format!(
        "SELECT number, {}, number FROM operation WHERE number = ?1",
        OPERATION.columns.join(", ")
    );
    link.rows(db, &operation, [number.0], &OPERATION, None)?;
    for table in TABLES {
        let Some(top) = tops.top(table.name) else { continue };
        if table.versioned {
            let removed = format!("{} WHERE removed_by = ?1 ORDER BY id", select(table, ""));
            link.rows(db, &removed, [number.0], table, Some("-"))?;
        }
        let added = format!("{} WHERE id > ?2 AND added_by = ?1 ORDER BY id", select(table, ""));
        link.rows(db, &added, [number.0, top], table, Some("+"))?;
    }
    let hash = link.end();
    let sql = "INSERT INTO seal (operation, hash, format, salt) VALUES (?1, ?2, ?3, ?4)";
    db.add(sql, (number.0, &hash[..], FORMAT, &salt[..]))
}

/// The query of a table's rows as [`Link::row`] reads them: id, what is hashed, and who added them. What
/// is asked for besides comes after these.
pub(super) fn select(table: &Table, besides: &str) -> String {
    let columns: String = table.columns.iter().map(|column| format!(", {column}")).collect();
    format!("SELECT id{columns}, added_by{besides} FROM {}", table.name)
}

/// Where the salts of free texts come from.
pub(super) enum Salts<'a, 'c> {
    /// The file, and for the operation being sealed, which is not in it yet, this one.
    Stored(&'a Reader<'c>, [u8; 16]),
    /// All of them, read before, and the free texts that were erased.
    Known(&'a HashMap<i64, Vec<u8>>, &'a ErasedTexts),
}

/// The digests of erased free texts, by table, row and column.
pub(super) type ErasedTexts = HashMap<(String, i64, String), Vec<u8>>;

/// One operation's hash in the making.
pub(super) struct Link<'a, 'c> {
    hash: Sha256,
    format: i64,
    salts: Salts<'a, 'c>,
}

impl<'a, 'c> Link<'a, 'c> {
    pub fn begin(previous: &[u8], format: i64, salts: Salts<'a, 'c>) -> Self {
        let mut hash = Sha256::new();
        hash.update(previous);
        hash.update(b"chibo operation");
        field(&mut hash, ValueRef::Integer(format));
        Self { hash, format, salts }
    }

    fn rows(
        &mut self,
        db: &Reader<'_>,
        sql: &str,
        params: impl rusqlite::Params,
        table: &Table,
        sign: Option<&str>,
    ) -> Result<()> {
        let mut statement = db.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            self.row(table, sign, row)?;
        }
        Ok(())
    }

    /// Takes one row in: its first column is the key, its last the operation that added it.
    pub fn row(&mut self, table: &Table, sign: Option<&str>, row: &Row<'_>) -> Result<()> {
        for text in sign.iter().flat_map(|sign| [table.name, *sign]) {
            field(&mut self.hash, ValueRef::Text(text.as_bytes()));
        }
        let id: i64 = row.get(0)?;
        field(&mut self.hash, ValueRef::Integer(id));
        for (at, column) in table.columns.iter().enumerate() {
            let value = row.get_ref(at + 1)?;
            match self.format > 1 && table.free.contains(column) {
                true => {
                    self.free_text(table, column, id, row.get(table.columns.len() + 1)?, value)?
                }
                false => field(&mut self.hash, value),
            }
        }
        Ok(())
    }

    fn free_text(
        &mut self,
        table: &Table,
        column: &str,
        id: i64,
        added_by: i64,
        value: ValueRef<'_>,
    ) -> Result<()> {
        if let Salts::Known(_, erased) = self.salts
            && let Some(digest) = erased.get(&(table.name.to_owned(), id, column.to_owned()))
        {
            put(&mut self.hash, b'd', digest);
            return Ok(());
        }
        match value {
            ValueRef::Text(text) => {
                let salt = self.salt(added_by)?;
                let digest = digest(&salt, table.name, column, id, text);
                put(&mut self.hash, b'd', &digest);
            }
            other => field(&mut self.hash, other),
        }
        Ok(())
    }

    fn salt(&self, operation: i64) -> Result<Vec<u8>> {
        match self.salts {
            Salts::Known(all, _) => Ok(all.get(&operation).cloned().unwrap_or_default()),
            Salts::Stored(db, new) => {
                let stored = db.salt(operation)?;
                Ok(stored.unwrap_or_else(|| new.to_vec()))
            }
        }
    }

    pub fn end(self) -> [u8; 32] {
        self.hash.finalize().into()
    }
}

impl Reader<'_> {
    /// The salt of an operation's free texts, empty under format 1; none while it is not sealed.
    pub(super) fn salt(&self, operation: i64) -> Result<Option<Vec<u8>>> {
        let sql = "SELECT (SELECT coalesce(salt, x'') FROM seal WHERE operation = ?1)";
        self.one(sql, [operation])
    }
}

/// What stands in the chain for a free text.
pub(super) fn digest(salt: &[u8], table: &str, column: &str, row: i64, text: &[u8]) -> [u8; 32] {
    let hash = Sha256::new().chain_update(salt).chain_update(table).chain_update([0]);
    let hash = hash.chain_update(column).chain_update([0]).chain_update(row.to_le_bytes());
    hash.chain_update(text).finalize().into()
}

fn field(hash: &mut Sha256, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => put(hash, b'n', &[]),
        ValueRef::Integer(i) => put(hash, b'i', &i.to_le_bytes()),
        ValueRef::Real(r) => put(hash, b'r', &r.to_le_bytes()),
        ValueRef::Text(text) => put(hash, b't', text),
        ValueRef::Blob(bytes) => put(hash, b'b', bytes),
    }
}

fn put(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    let mut head = [0; 9];
    head[0] = kind;
    head[1..].copy_from_slice(&(bytes.len() as u64).to_le_bytes());
    hash.update(head);
    hash.update(bytes);
}
