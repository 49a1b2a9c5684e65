//! The tables, indexes and triggers of a file against those that were released.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::domain::{Flaw, SchemaFlaw};
use crate::store::Result;
use crate::store::open::SCHEMAS;

/// The SQL of everything in a schema, by what it is and its name.
type Entries = BTreeMap<(String, String), String>;

/// What is missing, changed or there besides.
pub(super) fn differences(
    connection: &Connection,
    schema: usize,
    all: &mut Vec<Flaw>,
) -> Result<()> {
    let (released, found) = (entries(&fresh(schema)?)?, entries(connection)?);
    let flaw = |difference, (sort, name): &(String, String)| Flaw::Schema {
        difference,
        sort: sort.clone(),
        name: name.clone(),
    };
    for (entry, sql) in &released {
        match found.get(entry) {
            None => all.push(flaw(SchemaFlaw::Missing, entry)),
            Some(other) if other != sql => all.push(flaw(SchemaFlaw::Changed, entry)),
            Some(_) => {}
        }
    }
    let extra = found.keys().filter(|entry| !released.contains_key(entry));
    all.extend(extra.map(|entry| flaw(SchemaFlaw::Extra, entry)));
    Ok(())
}

/// Whether a schema has a table.
pub(super) fn has_table(released: &Connection, table: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)";
    Ok(released.query_row(sql, [table], |row| row.get(0))?)
}

/// A database of this schema with nothing in it.
pub(super) fn fresh(schema: usize) -> Result<Connection> {
    let connection = Connection::open_in_memory()?;
    for sql in &SCHEMAS[..schema] {
        connection.execute_batch(sql)?;
    }
    Ok(connection)
}

fn entries(connection: &Connection) -> Result<Entries> {
    let sql = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
