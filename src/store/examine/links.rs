//! The chain of operations, computed again from what stands in the file.
//!
//! Every table is read once in the order of the operations that added its rows, and once in the order of
//! those that removed them, beside the operations themselves: the time grows with the file and no faster.

use std::collections::{BTreeMap, HashMap};

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Row, Rows, Statement};

use super::schema::{fresh, has_table};
use crate::domain::{ChainFlaw, Fingerprint, Flaw, OperationNumber};
use crate::store::chain::{ErasedTexts, Link, Salts, select};
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
    salts: HashMap<i64, Vec<u8>>,
    erased: ErasedTexts,
}

impl Known {
    /// Seals of the first format have no salt; it would stand beside the chain.
    fn salted_amiss(&self, number: i64, seal: &Seal) -> bool {
        seal.format == 1 && self.salts.contains_key(&number)
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
    let known = Known {
        seals: seals(db, schema)?,
        salts: salts(db, schema)?,
        erased: if schema > 1 { erased(db, all)? } else { ErasedTexts::new() },
    };
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
    let found = operations(db, &known, &mut streams, wanted, all)?;
    for stream in &mut streams {
        let table = stream.table.name;
        let rest = |row: i64| all.push(Flaw::Chain(ChainFlaw::RowAlone { table, row }));
        stream.rest(rest)?;
    }
    Ok(found)
}

fn operations(
    db: &Reader<'_>,
    known: &Known,
    streams: &mut [Streams<'_>],
    wanted: Option<Fingerprint>,
    all: &mut Vec<Flaw>,
) -> Result<bool> {
    let columns = OPERATION.columns.join(", ");
    let sql = format!("SELECT number, {columns}, number FROM operation ORDER BY number");
    let mut statement = db.connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let (mut last, mut time, mut holds, mut found) = (0, String::new(), true, false);
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let before = all.len();
        if number != last + 1 {
            all.push(Flaw::Chain(ChainFlaw::Missing(OperationNumber(last + 1))));
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
    let previous = known.seals.get(&(number - 1)).map_or(&zero, |seal| &seal.hash);
    let format = seal.map_or(1, |seal| seal.format);
    let mut link = Link::begin(previous, format, Salts::Known(&known.salts, &known.erased));
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

fn salts(db: &Reader<'_>, schema: usize) -> Result<HashMap<i64, Vec<u8>>> {
    if schema == 1 {
        return Ok(HashMap::new());
    }
    let mut statement =
        db.connection.prepare("SELECT operation, salt FROM seal WHERE salt IS NOT NULL")?;
    let salts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(salts.collect::<rusqlite::Result<_>>()?)
}

/// The digests that stand in the chain for erased texts. In their places nothing else may stand: the chain
/// would not notice it.
fn erased(db: &Reader<'_>, all: &mut Vec<Flaw>) -> Result<ErasedTexts> {
    let sql = "SELECT e.id, table_name, row_id, column_name, digest,
                      (SELECT verb FROM operation WHERE number = e.added_by) IS 'official-erase'
               FROM erased_text e ORDER BY e.id";
    let mut statement = db.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut erased = ErasedTexts::new();
    while let Some(row) = rows.next()? {
        let (id, place): (i64, (String, i64, String)) =
            (row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?));
        let (table, of, column) = &place;
        let table = TABLES.iter().chain([&OPERATION]).find(|known| known.name == table);
        let table = table.filter(|table| table.free.contains(&column.as_str()));
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
        erased.insert(place, row.get(4)?);
    }
    Ok(erased)
}
