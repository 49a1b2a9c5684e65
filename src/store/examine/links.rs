//! The chain of operations, computed again from what stands in the file.
//!
//! Every table is read once in the order of the operations that added its rows, and once in the order of
//! those that removed them, beside the operations themselves: the time grows with the file and no faster.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Row, Rows, Statement};

use super::schema::{fresh, has_table};
use crate::domain::{ChainFlaw, Fingerprint, Flaw, OperationNumber};
use crate::store::chain::{KnownSalts, Link, Place, Salt, Salts, select};
use crate::store::tables::{OPERATION, TABLES, Table};
use crate::store::{Reader, Result};

/// The stored link of an operation.
struct Seal {
    hash: Vec<u8>,
    format: i64,
}

/// What is read before the operations are gone through.
struct Known {
    seals: BTreeMap<i64, Seal>,
    salts: KnownSalts,
    /// Operations of which texts were erased.
    erased_of: HashSet<i64>,
}

impl Known {
    /// A salt that stands beside the chain: in the first format, or where texts were erased with it.
    fn salted_amiss(&self, number: i64, seal: &Seal) -> bool {
        let without = seal.format == 1 || seal.format > 2 && self.erased_of.contains(&number);
        without && self.salts.salts.get(&number).is_some_and(|salt| salt.bytes.is_some())
    }
}

/// Computes every link again. Gives back whether an operation of the fingerprint that is wanted is among
/// those up to which every link holds.
pub(super) fn walk(
    db: &Reader<'_>,
    schema: usize,
    wanted: Option<Fingerprint>,
    all: &mut Vec<Flaw>,
) -> Result<bool> {
    let released = fresh(schema)?;
    let mut tables = Vec::new();
    for table in TABLES {
        if has_table(&released, table.name)? {
            tables.push(table);
        }
    }
    let mut known = Known {
        seals: seals(db, schema)?,
        salts: KnownSalts { salts: salts(db, schema)?, ..KnownSalts::default() },
        erased_of: HashSet::new(),
    };
    if schema > 1 {
        erased(db, &mut known, all)?;
    }
    if schema > 2 {
        salts_of_texts(db, &mut known.salts, all)?;
    }
    let mut statements = Vec::new();
    for table in &tables {
        statements.push((removed(db, table)?, added(db, table)?));
    }
    let mut streams = Vec::new();
    for (table, (removed, added)) in tables.into_iter().zip(&mut statements) {
        let removed = removed.as_mut().map(|s| Stream::new(s, table.columns.len() + 2));
        let added = Stream::new(added, table.columns.len() + 1)?;
        streams.push(Streams { table, removed: removed.transpose()?, added });
    }
    let found = operations(db, schema, &known, &mut streams, wanted, all)?;
    for stream in &mut streams {
        let table = stream.table.name;
        let rest = |row: i64| all.push(Flaw::Chain(ChainFlaw::RowAlone { table, row }));
        stream.rest(rest)?;
    }
    Ok(found)
}

fn operations(
    db: &Reader<'_>,
    schema: usize,
    known: &Known,
    streams: &mut [Streams<'_>],
    wanted: Option<Fingerprint>,
    all: &mut Vec<Flaw>,
) -> Result<bool> {
    // A schema has the columns of the formats up to its own.
    let column = |column: &&'static str| match OPERATION.has(column, schema as i64) {
        true => *column,
        false => "NULL",
    };
    let columns = OPERATION.columns.iter().map(column).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT number, {columns}, number FROM operation ORDER BY number");
    let mut statement = db.connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let (mut last, mut time, mut holds, mut found) = (0, String::new(), true, false);
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let before = all.len();
        let next = OperationNumber(last).next();
        if number != next.0 {
            all.push(Flaw::Chain(ChainFlaw::Missing(next)));
        }
        let recorded_at: String = row.get(1)?;
        if recorded_at < time {
            all.push(Flaw::Chain(ChainFlaw::Backwards(OperationNumber(number))));
        }
        let seal = known.seals.get(&number);
        let hash = link(known, number, seal, row, streams, all)?;
        match seal {
            None => all.push(Flaw::Chain(ChainFlaw::Unsealed(OperationNumber(number)))),
            Some(seal) if seal.hash != hash || known.salted_amiss(number, seal) => {
                all.push(Flaw::Chain(ChainFlaw::Broken(OperationNumber(number))));
            }
            Some(_) => {}
        }
        holds = holds && all.len() == before;
        found = found || (holds && wanted.is_some_and(|w| Fingerprint::of(&hash) == w));
        (last, time) = (number, recorded_at);
    }
    if last == 0 {
        all.push(Flaw::Chain(ChainFlaw::Empty));
    }
    for number in known.seals.keys() {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM operation WHERE number = ?1)";
        if db.one(sql, [number])? {
            all.push(Flaw::Chain(ChainFlaw::SealAlone(OperationNumber(*number))));
        }
    }
    Ok(found)
}

/// The hash of one operation, on the seal that is stored with the one before it, so that each finding
/// speaks of the operation that was changed and not of all after it.
fn link(
    known: &Known,
    number: i64,
    seal: Option<&Seal>,
    operation: &Row<'_>,
    streams: &mut [Streams<'_>],
    all: &mut Vec<Flaw>,
) -> Result<[u8; 32]> {
    let zero = vec![0; 32];
    let previous =
        known.seals.get(&OperationNumber(number).previous().0).map_or(&zero, |seal| &seal.hash);
    let format = seal.map_or(1, |seal| seal.format);
    let mut link = Link::begin(previous, format, Salts::Known(&known.salts));
    link.row(&OPERATION, None, operation)?;
    for Streams { table, removed, added } in streams {
        let mut alone = |row: i64| {
            all.push(Flaw::Chain(ChainFlaw::RowAlone { table: table.name, row }));
        };
        if let Some(removed) = removed {
            removed.take(number, |row| link.row(table, Some("-"), row), &mut alone)?;
        }
        added.take(number, |row| link.row(table, Some("+"), row), &mut alone)?;
    }
    Ok(link.end())
}

/// The rows of one table in the order in which operations removed and added them.
struct Streams<'s> {
    table: &'static Table,
    removed: Option<Stream<'s>>,
    added: Stream<'s>,
}

impl Streams<'_> {
    /// Rows of operations after the last one.
    fn rest(&mut self, mut alone: impl FnMut(i64)) -> Result<()> {
        for stream in self.removed.iter_mut().chain([&mut self.added]) {
            stream.take(i64::MAX, |_| Ok(()), &mut alone)?;
        }
        Ok(())
    }
}

/// A query that stands at its first row not yet taken.
struct Stream<'s> {
    rows: Rows<'s>,
    /// Where the operation stands by which the rows are ordered.
    by: usize,
}

impl<'s> Stream<'s> {
    fn new(statement: &'s mut Statement<'_>, by: usize) -> Result<Self> {
        let mut rows = statement.query([])?;
        rows.advance()?;
        Ok(Self { rows, by })
    }

    /// Takes the rows of an operation, and tells those of operations before it that nobody asked for.
    fn take(
        &mut self,
        number: i64,
        mut each: impl FnMut(&Row<'_>) -> Result<()>,
        alone: &mut impl FnMut(i64),
    ) -> Result<()> {
        while let Some(row) = self.rows.get() {
            let by: i64 = row.get(self.by)?;
            match by.cmp(&number) {
                std::cmp::Ordering::Greater => break,
                std::cmp::Ordering::Less => alone(row.get(0)?),
                std::cmp::Ordering::Equal => each(row)?,
            }
            self.rows.advance()?;
        }
        Ok(())
    }
}

fn removed<'c>(db: &Reader<'c>, table: &Table) -> Result<Option<Statement<'c>>> {
    if !table.versioned {
        return Ok(None);
    }
    let select = select(table, ", removed_by");
    let sql = format!("{select} WHERE removed_by IS NOT NULL ORDER BY removed_by, id");
    Ok(Some(db.connection.prepare(&sql)?))
}

/// Rows were added in the order of their ids, so that there is nothing to sort, unless somebody else wrote.
fn added<'c>(db: &Reader<'c>, table: &Table) -> Result<Statement<'c>> {
    let unordered = format!(
        "SELECT EXISTS (SELECT 1 FROM (
             SELECT added_by, lag(added_by) OVER (ORDER BY id) AS earlier FROM {})
         WHERE added_by < earlier)",
        table.name
    );
    let order = if db.one(&unordered, [])? { "added_by, id" } else { "id" };
    Ok(db.connection.prepare(&format!("{} ORDER BY {order}", select(table, "")))?)
}

fn seals(db: &Reader<'_>, schema: usize) -> Result<BTreeMap<i64, Seal>> {
    let format = if schema > 1 { "format" } else { "1" };
    let mut statement =
        db.connection.prepare(&format!("SELECT operation, hash, {format} FROM seal"))?;
    let seals = statement
        .query_map([], |row| Ok((row.get(0)?, Seal { hash: row.get(1)?, format: row.get(2)? })))?;
    Ok(seals.collect::<rusqlite::Result<_>>()?)
}

fn salts(db: &Reader<'_>, schema: usize) -> Result<HashMap<i64, Salt>> {
    let columns = if schema > 1 { "format, salt" } else { "1, NULL" };
    let mut statement = db.connection.prepare(&format!("SELECT operation, {columns} FROM seal"))?;
    let salts = statement
        .query_map([], |row| Ok((row.get(0)?, Salt { format: row.get(1)?, bytes: row.get(2)? })))?;
    Ok(salts.collect::<rusqlite::Result<_>>()?)
}

/// The digests that stand in the chain for erased texts. In their places nothing else may stand: the chain
/// would not notice it.
fn erased(db: &Reader<'_>, known: &mut Known, all: &mut Vec<Flaw>) -> Result<()> {
    let sql = "SELECT e.id, table_name, row_id, column_name, digest,
                      (SELECT verb FROM operation WHERE number = e.added_by) IS 'official-erase'
               FROM erased_text e ORDER BY e.id";
    let mut statement = db.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, place): (i64, Place) = (row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?));
        let (table, of, column) = &place;
        let table = TABLES.iter().chain([&OPERATION]).find(|known| known.name == table);
        let table = table.filter(|table| table.salted_since(column).is_some());
        let stands = match table {
            Some(table) => {
                db.free_text(table, column, *of)?.map(|text| (text, table.blank(column)))
            }
            None => None,
        };
        match stands {
            Some((text, blank)) if row.get(5)? => {
                if text.as_deref() != blank {
                    let (table, row, column) = place.clone();
                    all.push(Flaw::Chain(ChainFlaw::ErasedTextBack { table, row, column }));
                }
            }
            _ => all.push(Flaw::Chain(ChainFlaw::ErasedTextAlone { row: id })),
        }
        if let Some(table) = table {
            known.erased_of.extend(db.recorded_by(table, *of)?);
        }
        known.salts.erased.insert(place, row.get(4)?);
    }
    Ok(())
}

/// The salts of single texts. There is none of an erased text: with it, somebody could try what it was.
fn salts_of_texts(db: &Reader<'_>, known: &mut KnownSalts, all: &mut Vec<Flaw>) -> Result<()> {
    let sql = "SELECT table_name, row_id, column_name, salt FROM text_salt
               WHERE salt IS NOT NULL ORDER BY id";
    let mut statement = db.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let place: Place = (row.get(0)?, row.get(1)?, row.get(2)?);
        if known.erased.contains_key(&place) {
            let (table, row, column) = place.clone();
            all.push(Flaw::Chain(ChainFlaw::SaltBack { table, row, column }));
        }
        known.texts.insert(place, row.get(3)?);
    }
    Ok(())
}
