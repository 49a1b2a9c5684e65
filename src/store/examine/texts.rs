//! The texts that people wrote, persons' names among them: the chain knows them by their digests only.

use std::collections::{HashMap, HashSet};

use crate::domain::{ChainFlaw, Flaw, NameFlaw, OperationNumber, fold_name};
use crate::store::chain::digest;
use crate::store::tables::{CELL, COMMITTEE, OFFICIAL, TABLES};
use crate::store::{Reader, Result};

/// Holds every text against its digest, and every text that is gone against the operations that erase.
pub(super) fn check(db: &Reader<'_>, all: &mut Vec<Flaw>) -> Result<()> {
    let erasures = db.erasures_of_texts()?;
    let names = db.names_of_persons()?;
    let used = used(db)?;
    let mut gone = HashSet::new();
    let mut told = HashSet::new();
    let sql = "SELECT text, digest, salt, body, sought FROM text ORDER BY text";
    let mut statement = db.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text: i64 = row.get(0)?;
        let (stored, salt): ([u8; 32], Option<Vec<u8>>) = (row.get(1)?, row.get(2)?);
        let body: Option<String> = row.get(3)?;
        let sought: Option<String> = row.get(4)?;
        let is_name = names.contains(&text);
        if !used.contains(&text) {
            all.push(Flaw::Chain(ChainFlaw::RowAlone { table: "text", row: text }));
        }
        let flaw = match (&body, erasures.contains_key(&text)) {
            (None, true) => {
                gone.insert(text);
                None
            }
            (None, false) => Some(NameFlaw::Gone),
            (Some(_), true) => Some(NameFlaw::Back),
            (Some(body), false) => {
                let holds = digest(&salt.unwrap_or_default(), body) == stored;
                (!holds).then_some(NameFlaw::Changed)
            }
        };
        let is_found = sought == body.filter(|_| is_name).map(|body| fold_name(&body));
        match (flaw, is_name) {
            (Some(flaw), true) => {
                for official in named(db, text)? {
                    if told.insert((official.clone(), flaw)) {
                        all.push(Flaw::Name { flaw, official });
                    }
                }
            }
            (Some(flaw), false) => all.push(Flaw::Chain(ChainFlaw::Text { flaw, text })),
            (None, _) if !is_found => {
                all.push(Flaw::Value { table: "text", row: text, column: "sought" });
            }
            (None, _) => {}
        }
    }
    erased_in_force(db, &erasures, &gone, all)?;
    names_erased(db, &erasures, &names, all)?;
    sought(db, all)?;
    order(db, all)
}

/// The texts that operations and versions refer to: each was written with one of them.
fn used(db: &Reader<'_>) -> Result<HashSet<i64>> {
    let mut places =
        vec![("operation", "actor"), ("operation", "reason"), ("operation", "document")];
    for table in TABLES {
        places.extend(table.texts().map(|(part, column)| (table.place(part).0, column)));
    }
    let mut used = HashSet::new();
    for (table, column) in places {
        let sql = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL");
        used.extend(db.numbers(&sql, [])?);
    }
    Ok(used)
}

/// The rows of a part are counted from 0: the chain holds their order, not their numbers.
fn order(db: &Reader<'_>, all: &mut Vec<Flaw>) -> Result<()> {
    for table in TABLES {
        for part in table.parts {
            let sql = format!(
                "SELECT {0} FROM {1} GROUP BY {0} HAVING max(at) <> count(*) - 1",
                table.name, part.name
            );
            let flaw = |row| Flaw::Value { table: part.name, row, column: "at" };
            all.extend(db.numbers(&sql, [])?.into_iter().map(flaw));
        }
    }
    Ok(())
}

/// Only what is not in force can be erased, but for the person's own name.
fn erased_in_force(
    db: &Reader<'_>,
    erasures: &HashMap<i64, OperationNumber>,
    gone: &HashSet<i64>,
    all: &mut Vec<Flaw>,
) -> Result<()> {
    if gone.is_empty() {
        return Ok(());
    }
    for table in TABLES {
        for (part, column) in table.texts().filter(|(_, column)| *column != "full_name") {
            let (from, of) = table.with(part);
            let sql = format!(
                "SELECT t.version, {of}.{column}, t.removed_by FROM {from}
                 JOIN text x ON x.text = {of}.{column} WHERE x.body IS NULL"
            );
            let found = db.rows(table.name, &sql, [], |mut row| {
                let (text, removed): (i64, Option<i64>) =
                    (row.get("text")?, row.get("removed_by")?);
                Ok((row.number(), text, removed))
            })?;
            for (row, text, removed) in found {
                let Some(erased) = erasures.get(&text) else { continue };
                if removed.is_none_or(|removed| removed > erased.0) {
                    let table = table.name;
                    all.push(Flaw::Chain(ChainFlaw::ErasedInForce { table, row, column }));
                }
            }
        }
    }
    Ok(())
}

/// An operation that erases erases a name of its official.
fn names_erased(
    db: &Reader<'_>,
    erasures: &HashMap<i64, OperationNumber>,
    names: &HashSet<i64>,
    all: &mut Vec<Flaw>,
) -> Result<()> {
    let sql = "SELECT number, json_extract(arguments, '$.official') FROM operation
               WHERE verb = 'official-erase' ORDER BY number";
    let erasing = db.rows("operation", sql, [], |mut row| {
        Ok((OperationNumber(row.number()), row.get::<Option<String>>("arguments")?))
    })?;
    for (number, official) in erasing {
        let sql = format!(
            "SELECT full_name FROM {0} WHERE full_name IS NOT NULL AND record IN
                 (SELECT record FROM {0} WHERE code = ?1 COLLATE NOCASE AND added_by < ?2)",
            OFFICIAL.name
        );
        let own = db.numbers(&sql, (official.unwrap_or_default(), number.0))?;
        let erased =
            own.iter().any(|text| names.contains(text) && erasures.get(text) == Some(&number));
        if !erased {
            all.push(Flaw::Chain(ChainFlaw::ErasedNoName(number)));
        }
    }
    Ok(())
}

/// Names of committees and cells stand beside the form in which they are sought.
fn sought(db: &Reader<'_>, all: &mut Vec<Flaw>) -> Result<()> {
    for table in [&COMMITTEE, &CELL] {
        let part = table.parts[0].name;
        let sql = format!("SELECT {}, name, sought FROM {part}", table.name);
        let mut statement = db.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (name, sought): (String, String) = (row.get(1)?, row.get(2)?);
            if fold_name(&name) != sought {
                all.push(Flaw::Value { table: part, row: row.get(0)?, column: "sought" });
            }
        }
    }
    Ok(())
}

/// The codes of those whose name a text is.
fn named(db: &Reader<'_>, text: i64) -> Result<Vec<String>> {
    let sql =
        "SELECT version, code FROM official WHERE full_name = ?1 ORDER BY version DESC LIMIT 1";
    db.rows("official", sql, [text], |mut row| row.get("code"))
}
