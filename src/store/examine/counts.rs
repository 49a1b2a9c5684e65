//! What stands in the tables, counted anew, beside what every index holds and what the tally says. SQLite's own check
//! does not count the entries of indexes that hold part of a table: one of which a page is whole but of another
//! day shows it nothing.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Row;

use crate::store::schema::{Laid, every_index};
use crate::store::tables::TABLES;
use crate::store::tally::{self, OPERATION, TEXT, Tally};
use crate::store::{Reader, Result};

/// What is counted, by name and month.
type Tallies = BTreeMap<(String, i64), Tally>;

/// Where the counts differ, in words for somebody who looks into the file.
pub(super) fn differences(db: &Reader<'_>) -> Result<Vec<String>> {
    let mut said = Vec::new();
    let indexes: Vec<Laid> = every_index().collect();
    for of_table in indexes.chunk_by(|a, b| a.on == b.on) {
        for (index, rows) in of_table.iter().zip(rows(db, of_table)?) {
            let Laid { name, on, key, condition, .. } = index;
            let sql = format!(
                "SELECT count(*), coalesce(sum({key}), 0) FROM {on} INDEXED BY {name}{condition}"
            );
            let entries: Tally = db.connection.query_row(&sql, [], |row| read(row, 0))?;
            if rows != entries {
                said.push(format!("{name}: {} entries for {} rows", entries.many, rows.many));
            }
        }
    }
    let (found, counted) = (found(db)?, counted(db)?);
    let all: BTreeSet<_> = found.keys().chain(counted.keys()).collect();
    for (name, month) in all {
        let of =
            |tallies: &Tallies| tallies.get(&(name.clone(), *month)).copied().unwrap_or_default();
        if of(&found) != of(&counted) {
            let months = Some([*month, *month]);
            said.push(tally::said(name, months, of(&counted).many, of(&found).many));
        }
    }
    let tables = TABLES.iter().map(|table| (table.name, "version"));
    for (table, number) in tables.chain([(OPERATION, "number"), (TEXT, "text")]) {
        let sql = format!("SELECT coalesce(max({number}), 0) FROM {table}");
        let (found, counted) = (db.one(&sql, [])?, tally::newest(db.connection, table)?);
        if found != counted {
            said.push(tally::newest_said(table, counted, found));
        }
    }
    Ok(said)
}

/// What each of these indexes of one table has to hold, by going through the table once.
fn rows(db: &Reader<'_>, of_table: &[Laid]) -> Result<Vec<Tally>> {
    let counts = of_table.iter().map(|Laid { key, condition, .. }| {
        let held =
            if condition.is_empty() { String::new() } else { format!(" FILTER ({condition})") };
        format!("count(*){held}, coalesce(sum({key}){held}, 0)")
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT {counts} FROM {} NOT INDEXED", of_table[0].on);
    let each = |row: &Row<'_>| (0..of_table.len()).map(|i| read(row, 2 * i)).collect();
    Ok(db.connection.query_row(&sql, [], each)?)
}

/// What is in force, by going through the tables themselves.
fn found(db: &Reader<'_>) -> Result<Tallies> {
    let mut all = Tallies::new();
    let mut take = |name: &str, sql: &str| -> Result<()> {
        for (month, tally) in db.each(sql, [], |row| Ok((row.get(0)?, read(row, 1)?)))? {
            all.insert((name.to_owned(), month), tally);
        }
        Ok(())
    };
    take(OPERATION, "SELECT 0, count(*), sum(number) FROM operation NOT INDEXED")?;
    take(TEXT, "SELECT 0, count(*), sum(text) FROM text NOT INDEXED HAVING count(*) > 0")?;
    for table in TABLES {
        let (name, month) = (table.name, tally::month_of(table));
        let in_force = "WHERE removed_by IS NULL GROUP BY 1";
        let sql =
            format!("SELECT {month}, count(*), sum(version) FROM {name} NOT INDEXED {in_force}");
        take(name, &sql)?;
        for part in table.parts {
            let sql = format!(
                "SELECT {month}, count(*), sum(version) FROM {name} NOT INDEXED
                 CROSS JOIN (SELECT {name} AS of_version FROM {} NOT INDEXED) ON of_version = version
                 {in_force}",
                part.name
            );
            take(part.name, &sql)?;
        }
    }
    Ok(all)
}

/// What the tally says.
fn counted(db: &Reader<'_>) -> Result<Tallies> {
    let sql = "SELECT counted, month, in_force, sum FROM tally";
    let rows = db.each(sql, [], |row| Ok(((row.get(0)?, row.get(1)?), read(row, 2)?)))?;
    Ok(rows.into_iter().collect())
}

fn read(row: &Row<'_>, at: usize) -> rusqlite::Result<Tally> {
    Ok(Tally { many: row.get(at)?, sum: row.get(at + 1)? })
}
