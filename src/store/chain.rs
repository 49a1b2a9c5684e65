//! The chain of operations: each one's hash covers the one before it and every row it added or removed
//! (`records.md`, section 3).
//!
//! Format 1 of the canonical form: the words `chibo operation` and the number of the format, then number,
//! time, today, actor, verb, arguments and reason of the operation, then for each table of [`TABLES`] in
//! order the rows removed and the rows added, by id, as table, `-` or `+`, id and columns. A field is a
//! letter for its type, its length in bytes as 8 bytes little-endian, and its bytes; integers have 8 bytes
//! little-endian.

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use super::tables::{TABLES, Table};
use super::{Reader, Result, Writer};
use crate::domain::OperationNumber;

/// The number of the canonical form.
const FORMAT: i64 = 1;

/// The highest row of each table before an operation: what lies above was added by it.
pub(super) struct Tops(Vec<i64>);

impl Tops {
    pub fn of(db: &Reader<'_>) -> Result<Self> {
        let top =
            |table: &Table| db.one(&format!("SELECT coalesce(max(id), 0) FROM {}", table.name), []);
        Ok(Self(TABLES.iter().map(top).collect::<Result<_>>()?))
    }
}

/// Computes and stores the hash of the newest operation.
pub(super) fn seal(db: &Writer<'_>, number: OperationNumber, tops: &Tops) -> Result<()> {
    let hash = link(db, number, tops)?;
    db.add("INSERT INTO seal (operation, hash) VALUES (?1, ?2)", (number.0, &hash[..]))
}

fn link(db: &Reader<'_>, number: OperationNumber, tops: &Tops) -> Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let previous = "SELECT coalesce((SELECT hash FROM seal WHERE operation = ?1), zeroblob(32))";
    hash.update(db.one::<Vec<u8>>(previous, [number.0 - 1])?);
    hash.update(b"chibo operation");
    field(&mut hash, ValueRef::Integer(FORMAT));
    let operation = "SELECT number, recorded_at, today, actor, verb, arguments, reason
                     FROM operation WHERE number = ?1";
    rows(db, operation, [number.0], &mut hash, None)?;
    for (table, top) in TABLES.iter().zip(&tops.0) {
        let Table { name, .. } = table;
        let columns: String = table.columns.iter().map(|column| format!(", {column}")).collect();
        if table.versioned {
            let removed =
                format!("SELECT id{columns} FROM {name} WHERE removed_by = ?1 ORDER BY id");
            rows(db, &removed, [number.0], &mut hash, Some((name, "-")))?;
        }
        let added =
            format!("SELECT id{columns} FROM {name} WHERE id > ?2 AND added_by = ?1 ORDER BY id");
        rows(db, &added, [number.0, *top], &mut hash, Some((name, "+")))?;
    }
    Ok(hash.finalize().into())
}

fn rows(
    db: &Reader<'_>,
    sql: &str,
    params: impl rusqlite::Params,
    hash: &mut Sha256,
    head: Option<(&str, &str)>,
) -> Result<()> {
    let mut statement = db.connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        for text in head.iter().flat_map(|(table, sign)| [*table, *sign]) {
            field(hash, ValueRef::Text(text.as_bytes()));
        }
        for column in 0..columns {
            field(hash, row.get_ref(column)?);
        }
    }
    Ok(())
}

fn field(hash: &mut Sha256, value: ValueRef<'_>) {
    let mut put = |kind: u8, bytes: &[u8]| {
        let mut head = [0; 9];
        head[0] = kind;
        head[1..].copy_from_slice(&(bytes.len() as u64).to_le_bytes());
        hash.update(head);
        hash.update(bytes);
    };
    match value {
        ValueRef::Null => put(b'n', &[]),
        ValueRef::Integer(i) => put(b'i', &i.to_le_bytes()),
        ValueRef::Real(r) => put(b'r', &r.to_le_bytes()),
        ValueRef::Text(text) => put(b't', text),
        ValueRef::Blob(bytes) => put(b'b', bytes),
    }
}
