//! The chain of operations: each one's hash covers the one before it and every row it added or removed
//! (`records.md`, section 3).
//!
//! The canonical form: the words `chibo operation` and the number of the format, then number, time, today,
//! actor, verb, arguments and reason of the operation, then for each table of [`TABLES`] in order the rows
//! removed and the rows added, by id, as table, `-` or `+`, id and columns. A field is a letter for its type,
//! its length in bytes as 8 bytes little-endian, and its bytes; integers have 8 bytes little-endian.
//!
//! From format 2 on, a free text is a field of the letter `d` with SHA-256(salt of the text, text). By the format
//! of the operation that added its row, the salt of a text is: salt of that operation (none in format 1), table, 0,
//! column, 0, row as 8 bytes; from format 3 on, SHA-256 of these. Format 3 has the operation's document besides,
//! and more columns are free texts.

use std::collections::{BTreeMap, HashMap};

use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, Row};
use sha2::{Digest, Sha256};

use super::tables::{OPERATION, TABLES, Table};
use super::{Reader, Result, StoreError, Writer};
use crate::domain::OperationNumber;

/// The number of the canonical form of new operations.
const FORMAT: i64 = 3;

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
    let previous: Vec<u8> = db.one(previous, [number.previous().0])?;
    let new = Salt { format: FORMAT, bytes: Some(salt.to_vec()) };
    let mut link = Link::begin(&previous, FORMAT, Salts::Stored(db, new));
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

/// The salt of an operation's free texts.
#[derive(Debug, Clone)]
pub(super) struct Salt {
    /// The format of the operation.
    pub format: i64,
    /// None in format 1, and once a text of the operation was erased.
    pub bytes: Option<Vec<u8>>,
}

impl Salt {
    /// The salt of the text that stands in a place.
    pub fn of_text(&self, table: &str, column: &str, row: i64) -> Vec<u8> {
        let bytes = self.bytes.as_deref().unwrap_or_default();
        let place = [table.as_bytes(), &[0], column.as_bytes(), &[0], &row.to_le_bytes()];
        let salt = [bytes, &place.concat()].concat();
        if self.format < 3 { salt } else { Sha256::digest(&salt).to_vec() }
    }
}

/// What stands in the chain for a free text.
pub(super) fn digest(salt: &[u8], text: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(text).finalize().into()
}

/// Where a text stands: table, row and column.
pub(super) type Place = (String, i64, String);

/// Where the salts of free texts come from.
pub(super) enum Salts<'a, 'c> {
    /// The file, and for the operation being sealed, which is not in it yet, this one.
    Stored(&'a Reader<'c>, Salt),
    /// All of them, read before.
    Known(&'a KnownSalts),
}

/// What the file says of the salts of its texts.
#[derive(Default)]
pub(super) struct KnownSalts {
    /// Those of the operations.
    pub salts: HashMap<i64, Salt>,
    /// Those of single texts, where the operation has none any more.
    pub texts: HashMap<Place, Vec<u8>>,
    /// The digests of erased texts.
    pub erased: HashMap<Place, Vec<u8>>,
}

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
            // What its format did not have was empty; if it is not, the link must not hold.
            if !table.has(column, self.format) && value == ValueRef::Null {
                continue;
            }
            match table.salted_since(column).is_some_and(|first| self.format >= first) {
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
        let place = || (table.name.to_owned(), id, column.to_owned());
        if let Salts::Known(known) = &self.salts
            && let Some(digest) = known.erased.get(&place())
        {
            put(&mut self.hash, b'd', digest);
            return Ok(());
        }
        let ValueRef::Text(text) = value else {
            field(&mut self.hash, value);
            return Ok(());
        };
        let salt = match &self.salts {
            Salts::Known(known) => match (known.salts.get(&added_by), known.texts.get(&place())) {
                (_, Some(salt)) => salt.clone(),
                (Some(salt), None) => salt.of_text(table.name, column, id),
                (None, None) => Vec::new(),
            },
            Salts::Stored(db, new) => match db.salt(added_by)? {
                Some(salt) => db.salt_of_text(&salt, table.name, column, id)?,
                None => new.of_text(table.name, column, id),
            },
        };
        put(&mut self.hash, b'd', &digest(&salt, text));
        Ok(())
    }

    pub fn end(self) -> [u8; 32] {
        self.hash.finalize().into()
    }
}

impl Reader<'_> {
    /// The salt of an operation's free texts; none while it is not sealed.
    pub(super) fn salt(&self, operation: i64) -> Result<Option<Salt>> {
        let sql = "SELECT format, salt FROM seal WHERE operation = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let salt = |row: &Row<'_>| Ok(Salt { format: row.get(0)?, bytes: row.get(1)? });
        Ok(statement.query_row([operation], salt).optional()?)
    }

    /// The salt of a text, of whose operation this is the salt.
    pub(super) fn salt_of_text(
        &self,
        operation: &Salt,
        table: &str,
        column: &str,
        row: i64,
    ) -> Result<Vec<u8>> {
        if operation.format < 3 || operation.bytes.is_some() {
            return Ok(operation.of_text(table, column, row));
        }
        let sql = "SELECT (SELECT salt FROM text_salt
                           WHERE table_name = ?1 AND row_id = ?2 AND column_name = ?3)";
        let salt: Option<Vec<u8>> = self.one(sql, (table, row, column))?;
        Ok(salt.unwrap_or_default())
    }
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
