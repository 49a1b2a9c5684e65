//! Persons' names, which the chain knows by their salted hash only.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use crate::domain::{Flaw, NameFlaw, fold};
use crate::store::{Reader, Result, StoreError};

/// One stored name.
struct Stored {
    official: i64,
    digest: Vec<u8>,
    name: Option<String>,
    folded: Option<String>,
    salt: Option<Vec<u8>>,
    added_by: i64,
}

/// Holds every name against its hash, and every name that is gone against the operations that erase names.
pub(super) fn check(db: &Reader<'_>, all: &mut Vec<Flaw>) -> Result<()> {
    let erasings = erasings(db)?;
    // A copy that `undo` makes of an erased name has nothing but its hash.
    let mut erased: HashSet<(i64, Vec<u8>)> = HashSet::new();
    let mut told: HashSet<(i64, NameFlaw)> = HashSet::new();
    let sql =
        "SELECT official, digest, name, folded, salt, added_by, id FROM person_name ORDER BY id";
    let mut statement = db.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let stored = Stored {
            official: row.get(0)?,
            digest: row.get(1)?,
            name: row.get(2)?,
            folded: row.get(3)?,
            salt: row.get(4)?,
            added_by: row.get(5)?,
        };
        let later = erasings.get(&stored.official);
        let was_erased = later.is_some_and(|last| stored.added_by < *last);
        if was_erased {
            erased.insert((stored.official, stored.digest.clone()));
        }
        let flaw = match &stored.name {
            None if was_erased || erased.contains(&(stored.official, stored.digest.clone())) => {
                None
            }
            None => Some(NameFlaw::Gone),
            Some(_) if was_erased => Some(NameFlaw::Back),
            Some(name) => (!stored.holds(name)).then_some(NameFlaw::Changed),
        };
        if let Some(flaw) = flaw
            && told.insert((stored.official, flaw))
        {
            all.push(Flaw::Name { flaw, official: named(db, stored.official)? });
        }
    }
    Ok(())
}

impl Stored {
    fn holds(&self, name: &str) -> bool {
        let salt = self.salt.as_deref().unwrap_or_default();
        let digest: [u8; 32] =
            Sha256::new().chain_update(salt).chain_update(name).finalize().into();
        digest[..] == self.digest[..] && self.folded.as_deref() == Some(fold(name).as_str())
    }
}

/// The last operation that erased the name of each official.
fn erasings(db: &Reader<'_>) -> Result<HashMap<i64, i64>> {
    let sql = "SELECT number AS id, arguments FROM operation WHERE verb = 'official-erase'
               ORDER BY number";
    let erasings = db.rows("operation", sql, [], |row| {
        let json: String = row.get("arguments")?;
        let broken = || row.broken("arguments");
        let arguments: serde_json::Value = serde_json::from_str(&json).map_err(|_| broken())?;
        let code = arguments.get("official").and_then(|code| code.as_str());
        Ok((row.get::<i64>("id")?, code.ok_or_else(broken)?.to_owned()))
    })?;
    let mut last = HashMap::new();
    for (number, code) in erasings {
        let sql = "SELECT max(official) FROM official_version
                   WHERE code = ?1 COLLATE NOCASE AND added_by < ?2";
        let official: Option<i64> = db.one(sql, (code, number))?;
        let broken = StoreError::RowBroken { table: "operation", id: number, column: "arguments" };
        last.insert(official.ok_or(broken)?, number);
    }
    Ok(last)
}

/// The code of an official, or how he stands in the tables if he has none.
fn named(db: &Reader<'_>, official: i64) -> Result<String> {
    let sql =
        "SELECT (SELECT code FROM official_version WHERE official = ?1 ORDER BY id DESC LIMIT 1)";
    let code: Option<String> = db.one(sql, [official])?;
    Ok(code.unwrap_or_else(|| format!("official {official}")))
}
