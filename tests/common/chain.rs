//! The chain of operations, written a second time from its description (`src/store/chain.rs`), to hold the first
//! against it. What the tables are is learnt from the file.

use std::collections::HashMap;

use rusqlite::Connection;
use rusqlite::types::Value;
use sha2::{Digest, Sha256};

/// Every table but `operation`, `text` and `tally`, with its columns: those whose rows are versions, and their parts.
pub fn tables(connection: &Connection) -> Vec<(String, Vec<String>)> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table'
               AND name NOT IN ('operation', 'text', 'tally') ORDER BY name";
    let names: Vec<String> = all(connection, sql, |row| row.get(0));
    names.into_iter().map(|name| (name.clone(), columns(connection, &name))).collect()
}

/// The columns of a table.
pub fn columns(connection: &Connection, table: &str) -> Vec<String> {
    let sql = format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid");
    all(connection, &sql, |row| row.get(0))
}

/// The hash of every operation, computed from the first one on.
pub fn chain(connection: &Connection) -> Vec<(i64, Vec<u8>)> {
    let tables: Vec<String> = tables(connection).into_iter().map(|(name, _)| name).collect();
    let is_part = |name: &String| owner(connection, name).is_some();
    let digests =
        all(connection, "SELECT text, digest FROM text", |row| Ok((row.get(0)?, row.get(1)?)));
    let file = File { connection, digests: digests.into_iter().collect() };
    let mut previous = vec![0; 32];
    let mut links = Vec::new();
    let numbers: Vec<i64> =
        all(connection, "SELECT number FROM operation ORDER BY number", |row| row.get(0));
    for number in numbers {
        let mut bytes = previous;
        let sql = "SELECT format FROM operation WHERE number =";
        let format: i64 =
            connection.query_row(&format!("{sql} {number}"), [], |row| row.get(0)).unwrap();
        bytes.extend(integer(format));
        let operation = file.rows("operation", &format!("number = {number}"), &["format", "hash"]);
        bytes.extend(operation.concat());
        for table in tables.iter().filter(|name| !is_part(name)) {
            let versions = |by: &str| -> Vec<i64> {
                let sql =
                    format!("SELECT version FROM {table} WHERE {by} = {number} ORDER BY version");
                all(connection, &sql, |row| row.get(0))
            };
            let (removed, added) = (versions("removed_by"), versions("added_by"));
            if removed.is_empty() && added.is_empty() {
                continue;
            }
            let parts = tables.iter().filter(|p| owner(connection, p).as_ref() == Some(table));
            let parts: Vec<&String> = parts.collect();
            bytes.extend(text(table));
            bytes.extend(integer(removed.len() as i64));
            removed.into_iter().for_each(|version| bytes.extend(integer(version)));
            bytes.extend(integer(added.len() as i64));
            let mut hash = Sha256::new();
            for version in added {
                let own =
                    file.rows(table, &format!("version = {version}"), &["added_by", "removed_by"]);
                hash.update(own.concat());
                for part in &parts {
                    let of = format!("{table} = {version} ORDER BY at");
                    let rows = file.rows(part, &of, &[table, "at", "sought"]);
                    hash.update(integer(rows.len() as i64));
                    hash.update(rows.concat());
                }
            }
            bytes.extend(digest(&hash.finalize()));
        }
        previous = Sha256::digest(&bytes).to_vec();
        links.push((number, previous.clone()));
    }
    links
}

/// The table whose versions a part belongs to; none for one that is no part.
pub fn owner(connection: &Connection, part: &str) -> Option<String> {
    let mut columns = columns(connection, part).into_iter();
    columns.next().filter(|_| columns.next().is_some_and(|second| second == "at"))
}

struct File<'c> {
    connection: &'c Connection,
    digests: HashMap<i64, Vec<u8>>,
}

impl File<'_> {
    /// The fields of each row of a table for which a condition holds, but for those of some columns.
    fn rows(&self, table: &str, which: &str, without: &[&str]) -> Vec<Vec<u8>> {
        let mut hashed = columns(self.connection, table);
        hashed.retain(|column| !without.contains(&column.as_str()));
        let sql = format!(
            "SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE \"table\" = 'text'"
        );
        let texts: Vec<String> = all(self.connection, &sql, |row| row.get(0));
        let sql = format!("SELECT {} FROM {table} WHERE {which}", hashed.join(", "));
        all(self.connection, &sql, |row| {
            let mut fields = Vec::new();
            for (at, column) in hashed.iter().enumerate() {
                fields.extend(match row.get(at)? {
                    Value::Null => vec![b'n'],
                    Value::Integer(number) if texts.contains(column) => {
                        digest(self.digests.get(&number).map_or(&[0; 32], Vec::as_slice))
                    }
                    Value::Integer(number) => integer(number),
                    Value::Text(body) => text(&body),
                    Value::Real(_) | Value::Blob(_) => panic!("{table}.{column} has no such value"),
                });
            }
            Ok(fields)
        })
    }
}

fn all<T>(
    connection: &Connection,
    sql: &str,
    read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Vec<T> {
    let mut statement = connection.prepare_cached(sql).unwrap();
    let rows = statement.query_map([], read).unwrap();
    rows.map(Result::unwrap).collect()
}

fn integer(value: i64) -> Vec<u8> {
    [&b"i"[..], &value.to_le_bytes()].concat()
}

fn text(value: &str) -> Vec<u8> {
    [&b"t"[..], &(value.len() as u64).to_le_bytes(), value.as_bytes()].concat()
}

fn digest(value: &[u8]) -> Vec<u8> {
    [&b"d"[..], value].concat()
}

/// Counts anew what is in force, as whoever knows the file and means to deceive would.
#[allow(dead_code, reason = "not every test program deceives")]
pub fn count_again(connection: &Connection) {
    let mut sql = "DELETE FROM tally;
        INSERT INTO tally SELECT 'operation', 0, count(*), sum(number), max(number) FROM operation;
        INSERT INTO tally SELECT 'text', 0, count(*), sum(text), max(text) FROM text;"
        .to_owned();
    let tables = tables(connection);
    for (table, _) in &tables {
        let month = |table: &str| match table {
            "meeting" => "iif(t.kind = 0, t.period, 0)",
            "recommendation" | "closing" | "plan" | "bulletin" => "t.period",
            _ => "0",
        };
        let (of, joined) = match owner(connection, table) {
            None => (table.clone(), String::new()),
            Some(of) => {
                let joined = format!(" JOIN {table} p ON p.{of} = t.version");
                (of, joined)
            }
        };
        sql += &format!(
            "INSERT INTO tally SELECT '{table}', {}, count(*), sum(t.version), 0 FROM {of} t{joined}
             WHERE t.removed_by IS NULL GROUP BY 2;",
            month(&of)
        );
        if of == *table {
            sql += &format!(
                "INSERT INTO tally SELECT '{table}', 0, 0, 0, max(version) FROM {table} HAVING count(*) > 0
                 ON CONFLICT DO UPDATE SET newest = excluded.newest;"
            );
        }
    }
    connection.execute_batch(&sql).unwrap();
}
