//! The tables, views, indexes and triggers of a file against those that were released.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::domain::{Flaw, SchemaFlaw};
use crate::store::Result;
use crate::store::connection::Schemas;

/// The SQL of everything in a schema, by what it is and its name.
type Entries = BTreeMap<(String, String), String>;

/// What is missing, changed or there besides. Gives back whether every table of the released schema is there as a
/// table, so that reading it runs nothing that a stranger wrote.
pub(super) fn differences(
    connection: &Connection,
    schemas: &Schemas,
    schema: usize,
    all: &mut Vec<Flaw>,
) -> Result<bool> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(&schemas.up_to(schema))?;
    let (released, found) = (entries(&fresh)?, entries(connection)?);
    let flaw = |difference, (sort, name): &(String, String)| Flaw::Schema {
        difference,
        sort: sort.clone(),
        name: name.clone(),
    };
    let mut tables_stand = true;
    for (entry, sql) in &released {
        let difference = match found.get(entry) {
            None => SchemaFlaw::Missing,
            Some(other) if other != sql => SchemaFlaw::Changed,
            Some(_) => continue,
        };
        tables_stand &= entry.0 != "table";
        all.push(flaw(difference, entry));
    }
    let extra = found.keys().filter(|entry| !released.contains_key(entry));
    all.extend(extra.map(|entry| flaw(SchemaFlaw::Extra, entry)));
    Ok(tables_stand)
}

fn entries(connection: &Connection) -> Result<Entries> {
    let sql = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
