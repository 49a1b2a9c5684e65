//! The chain of operations, computed again from what stands in the file.
//!
//! Every table is read once in the order of the operations that added its versions, and once in the order of
//! those that removed them, beside the operations themselves: the time grows with the file and no faster.

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ValueRef;
use rusqlite::{Row, Rows, Statement};

use crate::domain::{ChainFlaw, Fingerprint, Flaw, OperationNumber};
use crate::store::chain::{Fields, Head, Link, Touch};
use crate::store::tables::{Column, Part, Sort, TABLES, Table};
use crate::store::{Reader, Result};

/// Computes every link again. Gives back whether an operation of the fingerprint that is wanted is among
/// those up to which every link holds.
pub(super) fn walk(
    db: &Reader<'_>,
    wanted: Option<Fingerprint>,
    all: &mut Vec<Flaw>,
) -> Result<bool> {
    let mut tables: Vec<&'static Table> = TABLES.to_vec();
    tables.sort_by_key(|table| table.name);
    let mut statements = Vec::new();
    for table in &tables {
        let mut parts: Vec<&'static Part> = table.parts.iter().collect();
        parts.sort_by_key(|part| part.name);
        let of_parts = parts.iter().map(|part| Ok((*part, rows_of(db, table, part)?)));
        let of_parts = of_parts.collect::<Result<Vec<_>>>()?;
        statements.push((removed(db, table)?, added(db, table)?, of_parts));
    }
    let mut streams = Vec::new();
    for (table, (removed, added, parts)) in tables.into_iter().zip(&mut statements) {
        let parts =
            parts.iter_mut().map(|(part, statement)| Ok((*part, Stream::new(statement, 0)?)));
        streams.push(Streams {
            table,
            removed: Stream::new(removed, 1)?,
            added: Stream::new(added, 1)?,
            parts: parts.collect::<Result<Vec<_>>>()?,
        });
    }
    let found = operations(db, &mut streams, wanted, all)?;
    for Streams { table, removed, added, .. } in &mut streams {
        for stream in [removed, added] {
            let table = table.name;
            let mut alone = |row: i64| all.push(Flaw::Chain(ChainFlaw::RowAlone { table, row }));
            stream.take(i64::MAX, |_| Ok(()), &mut alone)?;
        }
    }
    Ok(found)
}

fn operations(
    db: &Reader<'_>,
    streams: &mut [Streams<'_>],
    wanted: Option<Fingerprint>,
    all: &mut Vec<Flaw>,
) -> Result<bool> {
    let sql = "SELECT o.number, o.recorded_at, o.today, o.verb, o.arguments, o.hash,
                      a.digest, o.reason, r.digest, o.document, d.digest
               FROM operation o LEFT JOIN text a ON a.text = o.actor
               LEFT JOIN text r ON r.text = o.reason LEFT JOIN text d ON d.text = o.document
               ORDER BY o.number";
    let mut statement = db.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let (mut last, mut time, mut holds, mut found) = (0, String::new(), true, false);
    let mut previous = [0; 32];
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
        let hash = link(number, &previous, row, streams, all)?;
        // On the hash that is stored with the one before it, so that each finding speaks of the operation that
        // was changed and not of all after it.
        previous = row.get(5)?;
        if previous != hash {
            all.push(Flaw::Chain(ChainFlaw::Broken(OperationNumber(number))));
        }
        holds = holds && all.len() == before;
        found = found || (holds && wanted.is_some_and(|w| Fingerprint::of(&hash) == w));
        (last, time) = (number, recorded_at);
    }
    if last == 0 {
        all.push(Flaw::Chain(ChainFlaw::Empty));
    }
    Ok(found)
}

fn link(
    number: i64,
    previous: &[u8; 32],
    row: &Row<'_>,
    streams: &mut [Streams<'_>],
    all: &mut Vec<Flaw>,
) -> Result<[u8; 32]> {
    let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let may = |at: usize| -> rusqlite::Result<Option<[u8; 32]>> {
        match row.get_ref(at)? {
            ValueRef::Null => Ok(None),
            _ => Ok(Some(row.get::<_, Option<[u8; 32]>>(at + 1)?.unwrap_or_default())),
        }
    };
    let head = Head {
        number,
        recorded_at: text(1)?,
        today: text(2)?,
        verb: text(3)?,
        arguments: text(4)?,
        actor: row.get::<_, Option<[u8; 32]>>(6)?.unwrap_or_default(),
        reason: may(7)?,
        document: may(9)?,
    };
    let mut link = Link::begin(previous, &head);
    for Streams { table, removed, added, parts } in streams {
        let mut alone =
            |row: i64| all.push(Flaw::Chain(ChainFlaw::RowAlone { table: table.name, row }));
        let mut touch = Touch::default();
        removed.take(
            number,
            |row| {
                touch.removed.push(row.get(0)?);
                Ok(())
            },
            &mut alone,
        )?;
        let mut fields = Fields::default();
        added.take(
            number,
            |row| {
                fields.0.clear();
                version(table, row, parts, &mut fields)?;
                touch.digest.update(&fields.0);
                touch.added += 1;
                Ok(())
            },
            &mut alone,
        )?;
        link.table(table.name, touch);
    }
    Ok(link.end())
}

/// The fields of a version, and of its rows in the parts.
fn version(
    table: &Table,
    row: &Row<'_>,
    parts: &mut [(&'static Part, Stream<'_>)],
    fields: &mut Fields,
) -> Result<()> {
    let number: i64 = row.get(0)?;
    fields.integer(number);
    fields.integer(row.get(2)?);
    columns(table.columns, row, 3, fields)?;
    for (part, stream) in parts {
        let mut rows = 0;
        let mut own = Fields::default();
        // Rows of versions that are not there are found by the check of references.
        stream.take(
            number,
            |row| {
                rows += 1;
                columns(part.columns, row, 1, &mut own)
            },
            &mut |_| {},
        )?;
        fields.integer(rows);
        fields.0.append(&mut own.0);
    }
    Ok(())
}

/// The values of columns, which stand in a row from a place on; behind each text stands its digest.
fn columns(columns: &[Column], row: &Row<'_>, from: usize, fields: &mut Fields) -> Result<()> {
    let mut at = from;
    for column in columns.iter().filter(|column| !matches!(column.sort, Sort::Sought)) {
        match (column.sort, row.get_ref(at)?) {
            (_, ValueRef::Null) => fields.nothing(),
            (Sort::Text, _) => {
                fields.digest(&row.get::<_, Option<[u8; 32]>>(at + 1)?.unwrap_or_default());
            }
            (_, ValueRef::Integer(number)) => fields.integer(number),
            (_, ValueRef::Text(text)) => fields.text(&String::from_utf8_lossy(text)),
            (_, ValueRef::Real(_) | ValueRef::Blob(_)) => fields.0.push(b'?'),
        }
        at += if matches!(column.sort, Sort::Text) { 2 } else { 1 };
    }
    Ok(())
}

/// The columns of a table or a part in a query, each text with its digest.
fn selected(columns: &[Column], of: &str) -> String {
    let columns = columns.iter().filter(|column| !matches!(column.sort, Sort::Sought));
    let selected = columns.map(|column| match column.sort {
        Sort::Text => {
            format!(", {of}.{0}, (SELECT digest FROM text WHERE text = {of}.{0})", column.name)
        }
        _ => format!(", {of}.{}", column.name),
    });
    selected.collect()
}

/// The versions of one table in the order in which operations removed and added them, and the rows of its parts.
struct Streams<'s> {
    table: &'static Table,
    removed: Stream<'s>,
    added: Stream<'s>,
    parts: Vec<(&'static Part, Stream<'s>)>,
}

/// A query that stands at its first row not yet taken.
struct Stream<'s> {
    rows: Rows<'s>,
    /// Where the number stands by which the rows are ordered.
    by: usize,
}

impl<'s> Stream<'s> {
    fn new(statement: &'s mut Statement<'_>, by: usize) -> Result<Self> {
        let mut rows = statement.query([])?;
        rows.advance()?;
        Ok(Self { rows, by })
    }

    /// Takes the rows of a number, and tells those of numbers before it that nobody asked for.
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

fn removed<'c>(db: &Reader<'c>, table: &Table) -> Result<Statement<'c>> {
    let sql = format!(
        "SELECT version, removed_by FROM {} WHERE removed_by IS NOT NULL ORDER BY removed_by, version",
        table.name
    );
    Ok(db.connection.prepare(&sql)?)
}

/// Versions were added in order, so that there is nothing to sort. Where somebody else wrote, what is out of order
/// is told as what no operation added.
fn added<'c>(db: &Reader<'c>, table: &Table) -> Result<Statement<'c>> {
    let columns = selected(table.columns, "t");
    let sql = format!(
        "SELECT t.version, t.added_by, t.record{columns} FROM {} t ORDER BY t.version",
        table.name
    );
    Ok(db.connection.prepare(&sql)?)
}

fn rows_of<'c>(db: &Reader<'c>, table: &Table, part: &Part) -> Result<Statement<'c>> {
    let (owner, columns) = (table.name, selected(part.columns, "p"));
    let sql = format!("SELECT p.{owner}{columns} FROM {} p ORDER BY p.{owner}, p.at", part.name);
    Ok(db.connection.prepare(&sql)?)
}
