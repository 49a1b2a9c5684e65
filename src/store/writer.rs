//! Writing under one operation: versions are added and removed, never changed (`records.md`, section 3). The
//! operation itself is the last row that is written: its hash covers all others.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Statement};

use super::chain::{FORMAT, Fields, Head, Link, Touch};
use super::row::{Value, Version};
use super::tables::{Column, Sort, Table, and_columns};
use super::tally::{self, Tally};
use super::texts::{Entered, Writing};
use super::{Reader, Result, StoreError, bulk};
use crate::domain::{Date, DocumentNo, Keyword, Moment, OperationNumber, Remark, Verb, fold_name};

/// When, for which day and by whom an operation is recorded.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The machine's time.
    pub now: Moment,
    /// The date that stands for today.
    pub today: Date,
    pub actor: String,
    /// Says what would happen, and keeps nothing.
    pub dry_run: bool,
}

/// Why something is done, in texts that people write.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    pub reason: Option<&'a Remark>,
    /// The number of the document on which it rests.
    pub document: Option<&'a DocumentNo>,
}

impl<'a> Grounds<'a> {
    /// None are given.
    pub const NONE: Self = Self { reason: None, document: None };

    /// A reason in words.
    pub fn reason(reason: &'a Remark) -> Self {
        Self { reason: Some(reason), ..Self::NONE }
    }

    /// A document, if one is named.
    pub fn document(document: Option<&'a DocumentNo>) -> Self {
        Self { document, ..Self::NONE }
    }
}

/// An operation that has begun to write.
struct Begun {
    number: OperationNumber,
    recorded_at: Moment,
    previous: [u8; 32],
    verb: Verb,
    arguments: String,
    reason: Option<String>,
    document: Option<String>,
}

/// One table while the operation writes to it.
struct Open<'c> {
    rows: Rows<'c>,
    parts: Vec<Rows<'c>>,
    /// The fields of the version that is added, for the hash.
    fields: Fields,
    /// The highest version before the operation wrote, and now.
    top: i64,
    last: i64,
    touch: Touch,
    /// What it changes in the tally.
    changed: tally::Changed,
}

/// One operation under way. It reads as of now, and begins to write with [`Writer::begin`].
pub struct Writer<'c> {
    reader: Reader<'c>,
    stamp: Stamp,
    begun: OnceCell<Begun>,
    tables: RefCell<BTreeMap<&'static str, Open<'c>>>,
    writing: RefCell<Option<Writing<'c>>>,
    /// The guards that are laid aside while much is written.
    suspended: RefCell<Option<bulk::Suspended>>,
    /// Whether rows wait until they fill a statement.
    together: Cell<bool>,
}

impl<'c> Deref for Writer<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}

impl<'c> Writer<'c> {
    pub(super) fn new(connection: &'c Connection, stamp: Stamp) -> Self {
        Self {
            reader: Reader::new(connection, None),
            stamp,
            begun: OnceCell::new(),
            tables: RefCell::default(),
            writing: RefCell::default(),
            suspended: RefCell::default(),
            together: Cell::default(),
        }
    }

    /// The date that stands for today.
    pub fn today(&self) -> Date {
        self.stamp.today
    }

    /// Who the operation is recorded under.
    pub fn actor(&self) -> &str {
        &self.stamp.actor
    }

    /// Begins to write. All refusals come before. `arguments` holds codes, never a person's name or free text.
    pub fn begin(
        &self,
        verb: Verb,
        arguments: serde_json::Value,
        grounds: Grounds<'_>,
    ) -> Result<OperationNumber> {
        let sql = "SELECT number, recorded_at, hash FROM operation ORDER BY number DESC LIMIT 1";
        let newest = self.connection.prepare_cached(sql)?.query_row([], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, [u8; 32]>(2)?))
        });
        let (number, before, previous) = match newest.optional()? {
            None => (OperationNumber(1), None, [0; 32]),
            Some((number, at, hash)) => {
                let broken = || StoreError::RowBroken {
                    table: "operation",
                    id: number,
                    column: "recorded_at",
                };
                let at = Moment::from_iso(&at).ok_or_else(broken)?;
                (OperationNumber(number).next(), Some(at), hash)
            }
        };
        self.reader.uncounted.set(true);
        let recorded_at = before.map_or(self.stamp.now, |before| before.max(self.stamp.now));
        *self.writing.borrow_mut() = Some(Writing::new(self.reader.connection)?);
        let _ = self.begun.set(Begun {
            number,
            recorded_at,
            previous,
            verb,
            arguments: arguments.to_string(),
            reason: grounds.reason.map(|text| text.to_string()),
            document: grounds.document.map(|text| text.to_string()),
        });
        Ok(number)
    }

    /// Lays aside what slows writing very much down, until [`Writer::wrote_much`].
    pub fn write_much(&self) -> Result<()> {
        *self.suspended.borrow_mut() = Some(bulk::suspend(self.reader.connection)?);
        Ok(())
    }

    /// Lays it again, after a look at what it guards. Nobody else can have written meanwhile.
    pub fn wrote_much(&self) -> Result<()> {
        let Some(suspended) = self.suspended.borrow_mut().take() else { return Ok(()) };
        let tables = self.tables.borrow();
        let tops = tables.iter().map(|(name, open)| (*name, open.top)).collect::<Vec<_>>();
        suspended.lay_again(self.reader.connection, &tops, self.number())
    }

    /// Puts records of one table, many rows a statement. `work` does nothing else: what it puts can be read only
    /// when it is done.
    pub fn together(&self, work: impl FnOnce() -> Result<()>) -> Result<()> {
        self.together.set(true);
        let done = work();
        self.together.set(false);
        done?;
        self.tables.borrow_mut().values_mut().try_for_each(Open::write_waiting)
    }

    /// Whether the operation has begun to write.
    pub(super) fn wrote(&self) -> bool {
        self.begun.get().is_some()
    }

    /// The number of the operation under way, for `added_by` and `removed_by`; 0, which the file refuses,
    /// before it has begun.
    pub(super) fn number(&self) -> i64 {
        self.begun.get().map_or(0, |begun| begun.number.0)
    }

    /// The operation under way, once it has begun to write.
    pub fn under_way(&self) -> Option<OperationNumber> {
        self.begun.get().map(|begun| begun.number)
    }

    /// The highest version of a table before the operation wrote to it; none if it has not.
    pub(super) fn top(&self, table: &Table) -> Option<i64> {
        self.tables.borrow().get(table.name).map(|open| open.top)
    }

    /// Does something with a table that is written to.
    fn with<T>(
        &self,
        table: &'static Table,
        work: impl FnOnce(&mut Open<'c>) -> Result<T>,
    ) -> Result<T> {
        let mut tables = self.tables.borrow_mut();
        let open = match tables.entry(table.name) {
            std::collections::btree_map::Entry::Occupied(open) => open.into_mut(),
            std::collections::btree_map::Entry::Vacant(place) => {
                self.reader.known.forget(table);
                place.insert(Open::new(self.reader.connection, table, self.number())?)
            }
        };
        work(open)
    }

    /// The version that the next new record of a table will have, which is its identity.
    pub(super) fn next_record(&self, table: &'static Table) -> Result<i64> {
        match self.tables.borrow().get(table.name) {
            Some(open) => Ok(open.last + 1),
            None => self.reader.next_record(table),
        }
    }

    /// Records a version of a record in the place of the one in force, if there is one. One with the same
    /// values is left as it is.
    pub(super) fn put(&self, record: i64, version: &Version<'_>) -> Result<()> {
        let table = version.table;
        let is_new = self.with(table, |open| {
            if record > open.last { Ok(true) } else { open.write_waiting().map(|()| false) }
        })?;
        let old = if is_new { None } else { self.in_force(table, record)? };
        // An identity is the first version of its record; one that another record took meanwhile is a defect.
        if !is_new && old.is_none() {
            let sql = format!("SELECT (SELECT record FROM {} WHERE version = ?1)", table.name);
            let first: Option<i64> = self.one(&sql, [record])?;
            if first != Some(record) {
                let (table, id, column) = (table.name, record, "record");
                return Err(StoreError::RowBroken { table, id, column });
            }
        }
        let old = old.map(|number| Stored::read(&self.reader, table, number)).transpose()?;
        let entered = self.enter(version, old.as_ref())?;
        if let Some(old) = &old {
            if old.holds(version, &entered) {
                return Ok(());
            }
            self.remove(table, old.number)?;
        }
        self.add(version, &entered, |last| (record.max(last + 1), record))
    }

    /// Records a new record with very many rows of its part, the only one: each is made when it is written. `row` makes
    /// the values of one, none of which is a text that can be erased.
    pub(super) fn put_long<T>(
        &self,
        record: i64,
        version: &Version<'_>,
        items: &[T],
        row: impl Fn(&T, &mut dyn FnMut(&[Value<'_>])),
    ) -> Result<()> {
        let entered = self.enter(version, None)?;
        self.with(version.table, |open| {
            open.write_waiting()?;
            let number = record.max(open.last + 1);
            let mut entered = entered.iter();
            open.head([number, record], &version.values, &mut entered, self.number());
            open.fields.integer(items.len() as i64);
            for (at, item) in items.iter().enumerate() {
                row(item, &mut |values| open.row(0, [number, at as i64], values, &mut entered));
                open.write_full(0)?;
                open.hash_so_far();
            }
            open.end(number, &version.values, &[items.len(), 0]);
            open.write_waiting()
        })
    }

    /// Adds a version; of the last number of its table is made its own, and its record.
    fn add(
        &self,
        version: &Version<'_>,
        entered: &[Option<Entered>],
        numbered: impl FnOnce(i64) -> (i64, i64),
    ) -> Result<()> {
        self.with(version.table, |open| {
            let (number, record) = numbered(open.last);
            open.add(number, record, version, entered, self.number())?;
            if self.together.get() { open.write_whole() } else { open.write_waiting() }
        })
    }

    /// The numbers and digests of the texts of a version, in order. Those that the version before it has are
    /// taken over.
    fn enter(&self, version: &Version<'_>, old: Option<&Stored>) -> Result<Vec<Option<Entered>>> {
        let mut writing = self.writing.borrow_mut();
        let Some(writing) = writing.as_mut() else { return Ok(Vec::new()) };
        let mut entered: Vec<Option<Entered>> = Vec::new();
        for (at, value) in version.values.iter().enumerate() {
            let (text, is_person) = match value {
                Value::Text(text) => (*text, false),
                Value::Person(text) => (*text, true),
                Value::Kept => {
                    entered.push(match old.and_then(|old| old.number_at(at)) {
                        Some(number) => Some((number, writing.digest_of(number)?)),
                        None => None,
                    });
                    continue;
                }
                Value::Null | Value::Integer(_) | Value::Plain(_) | Value::Sought => continue,
            };
            let kept = old.and_then(|old| {
                if is_person {
                    old.number_at(at).filter(|number| old.texts.get(text) == Some(number))
                } else {
                    old.texts.get(text).copied()
                }
            });
            entered.push(Some(match (kept, is_person) {
                (Some(number), _) => (number, writing.digest_of(number)?),
                (None, true) => writing.person(text)?,
                (None, false) => writing.text(text)?,
            }));
        }
        Ok(entered)
    }

    /// Removes a version that is in force.
    pub(super) fn remove(&self, table: &'static Table, version: i64) -> Result<()> {
        let rows = table.parts.iter().map(|part| format!(", {}", tally::rows_of(table, part)));
        let sql = format!(
            "UPDATE {} SET removed_by = ?1 WHERE version = ?2 AND removed_by IS NULL
             RETURNING {}{}",
            table.name,
            tally::month_of(table),
            rows.collect::<String>()
        );
        let mut statement = self.reader.connection.prepare_cached(&sql)?;
        let counted = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Vec<i64>> {
            (0..=table.parts.len()).map(|at| row.get(at)).collect()
        };
        let counted = statement.query_row((self.number(), version), counted).optional()?;
        self.with(table, |open| {
            open.touch.removed.push(version);
            if let Some((month, rows)) = counted.as_deref().and_then(<[i64]>::split_first) {
                open.changed.remove(version, *month, rows);
            }
            Ok(())
        })
    }

    /// Records a version of the record that was found, or of a new one.
    pub(super) fn put_found(&self, record: Option<i64>, version: &Version<'_>) -> Result<()> {
        self.put(record.map_or_else(|| self.next_record(version.table), Ok)?, version)
    }

    /// Removes the record that was found.
    pub(super) fn remove_found(&self, table: &'static Table, record: Option<i64>) -> Result<()> {
        record.map_or(Ok(()), |record| self.remove_record(table, record))
    }

    /// Removes the version of a record that is in force, if there is one.
    pub(super) fn remove_record(&self, table: &'static Table, record: i64) -> Result<()> {
        match self.in_force(table, record)? {
            Some(version) => self.remove(table, version),
            None => Ok(()),
        }
    }

    /// Adds a copy of a version that is no longer in force.
    pub(super) fn restore(&self, table: &'static Table, version: i64) -> Result<()> {
        let stored = Stored::read(&self.reader, table, version)?;
        let copy = stored.as_version(table);
        let writing = self.writing.borrow();
        let Some(writing) = writing.as_ref() else { return Ok(()) };
        let numbers = stored.text_numbers(table);
        let entered = numbers.map(|number| Ok(Some((number, writing.digest_of(number)?))));
        let entered = entered.collect::<Result<Vec<_>>>()?;
        self.add(&copy, &entered, |last| (last + 1, stored.record))
    }

    /// Closes the operation: its row is written, with the hash over all that was written before.
    pub(super) fn seal(&self) -> Result<()> {
        let Some(begun) = self.begun.get() else { return Ok(()) };
        let mut writing = self.writing.borrow_mut();
        let Some(writing) = writing.as_mut() else { return Ok(()) };
        let number = begun.number.0;
        let mut text = |text: Option<&str>| text.map(|text| writing.text(text)).transpose();
        // An actor that the system does not name is a blank, which is no text.
        let actor = Some(self.stamp.actor.as_str()).filter(|actor| !actor.is_empty());
        let actor = text(Some(actor.unwrap_or("?")))?.unwrap_or_default();
        let (reason, document) = (text(begun.reason.as_deref())?, text(begun.document.as_deref())?);
        let (recorded_at, today) = (begun.recorded_at.to_string(), self.stamp.today.to_string());
        let head = Head {
            format: FORMAT,
            number,
            recorded_at: &recorded_at,
            today: &today,
            actor: actor.1,
            verb: begun.verb.key(),
            arguments: &begun.arguments,
            reason: reason.map(|entered| entered.1),
            document: document.map(|entered| entered.1),
        };
        let mut link = Link::begin(&begun.previous, &head);
        for (name, open) in self.tables.borrow_mut().iter_mut() {
            link.table(name, std::mem::take(&mut open.touch));
            open.changed.write(self.reader.connection)?;
        }
        let one = Tally { many: 1, sum: number };
        tally::add(self.reader.connection, tally::OPERATION, 0, one, number)?;
        writing.count()?;
        self.wrote_much()?;
        let sql = "INSERT INTO operation
                       (number, format, recorded_at, today, actor, verb, arguments, reason, document, hash)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        self.reader.connection.prepare_cached(sql)?.execute((
            number,
            head.format,
            head.recorded_at,
            head.today,
            actor.0,
            head.verb,
            head.arguments,
            reason.map(|entered| entered.0),
            document.map(|entered| entered.0),
            &link.end()[..],
        ))?;
        Ok(())
    }
}

impl<'c> Open<'c> {
    /// Prepares for writing. What stands in a table under an operation that is not there was written by no
    /// chibo, and nothing is added to it.
    fn new(connection: &'c Connection, table: &'static Table, under_way: i64) -> Result<Self> {
        let sql =
            format!("SELECT version, added_by FROM {} ORDER BY version DESC LIMIT 1", table.name);
        let newest: Option<(i64, i64)> =
            connection.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (top, added_by) = newest.unwrap_or_default();
        tally::hold_newest(connection, table.name, top)?;
        if added_by >= under_way {
            return Err(StoreError::RowBroken { table: table.name, id: top, column: "added_by" });
        }
        let names = |columns: &[Column]| columns.iter().map(|column| column.name).collect();
        let rows =
            |name: &str, keys: [&'static str; 2], columns: &[Column], rest: &[&'static str]| {
                let columns: Vec<&str> = names(columns);
                Rows::new(connection, name, &[&keys[..], &columns, rest].concat())
            };
        let changed = tally::Changed::of(table);
        let parts = table.parts.iter();
        let parts = parts.map(|part| rows(part.name, [table.name, "at"], part.columns, &[]));
        Ok(Self {
            parts: parts.collect::<Result<_>>()?,
            rows: rows(table.name, ["version", "record"], table.columns, &["added_by"])?,
            fields: Fields::default(),
            top,
            last: top,
            touch: Touch::default(),
            changed,
        })
    }

    /// Adds a version with its parts, which wait to be written, and takes it into the hash.
    fn add(
        &mut self,
        number: i64,
        record: i64,
        version: &Version<'_>,
        entered: &[Option<Entered>],
        by: i64,
    ) -> Result<()> {
        let table = version.table;
        let mut entered = entered.iter();
        let (own, mut rest) =
            version.values.split_at(table.columns.len().min(version.values.len()));
        self.head([number, record], own, &mut entered, by);
        for (at, part) in table.parts.iter().enumerate() {
            self.fields.integer(version.rows[at] as i64);
            for row in 0..version.rows[at] {
                let (values, others) = rest.split_at(part.columns.len().min(rest.len()));
                rest = others;
                self.row(at, [number, row as i64], values, &mut entered);
                self.write_full(at)?;
            }
        }
        self.end(number, own, &version.rows);
        Ok(())
    }

    /// Begins a version: its own row.
    fn head(
        &mut self,
        [number, record]: [i64; 2],
        own: &[Value<'_>],
        entered: &mut std::slice::Iter<'_, Option<Entered>>,
        by: i64,
    ) {
        self.fields.0.clear();
        self.fields.integer(number);
        self.fields.integer(record);
        self.rows.begin([number, record]);
        self.rows.fill(own, entered, &mut self.fields);
        self.rows.waiting.push(by.into());
    }

    /// Goes on with a row of a part.
    fn row(
        &mut self,
        part: usize,
        keys: [i64; 2],
        values: &[Value<'_>],
        entered: &mut std::slice::Iter<'_, Option<Entered>>,
    ) {
        let rows = &mut self.parts[part];
        rows.begin(keys);
        rows.fill(values, entered, &mut self.fields);
    }

    /// Writes the rows of a part that wait, if they fill a statement: a version may have any number of them. Versions come
    /// before their parts, which refer to them.
    fn write_full(&mut self, part: usize) -> Result<()> {
        if self.parts[part].fill_a_statement() {
            self.rows.write_waiting()?;
            self.parts[part].write_whole()?;
        }
        Ok(())
    }

    /// Takes into the hash what there is of a version so far.
    fn hash_so_far(&mut self) {
        self.touch.digest.update(&self.fields.0);
        self.fields.0.clear();
    }

    /// Ends a version: it is counted, and in the hash.
    fn end(&mut self, number: i64, own: &[Value<'_>], rows: &[usize]) {
        let value = |at: usize| match own.get(at) {
            Some(Value::Integer(number)) => *number,
            _ => 0,
        };
        self.changed.add(number, value, rows);
        self.hash_so_far();
        self.touch.added += 1;
        self.last = number;
    }

    /// Writes the versions that wait, if they fill a statement, and then of their parts what does.
    fn write_whole(&mut self) -> Result<()> {
        if self.rows.write_whole()? {
            for part in &mut self.parts {
                part.write_whole()?;
            }
        }
        Ok(())
    }

    /// Writes all that waits: versions before their parts, which refer to them.
    fn write_waiting(&mut self) -> Result<()> {
        self.rows.write_waiting()?;
        self.parts.iter_mut().try_for_each(Rows::write_waiting)
    }
}

/// Rows of a table of the file that wait to be written.
struct Rows<'c> {
    connection: &'c Connection,
    /// What inserts rows into it, up to their values.
    insert: String,
    width: usize,
    one: Statement<'c>,
    /// Prepared when that many wait first.
    together: Option<Statement<'c>>,
    waiting: Vec<rusqlite::types::Value>,
}

impl<'c> Rows<'c> {
    /// How many are written by one statement where they are many.
    const TOGETHER: usize = 64;

    fn new(connection: &'c Connection, name: &str, columns: &[&str]) -> Result<Self> {
        let insert = format!("INSERT INTO {name} ({}) VALUES ", columns.join(", "));
        let width = columns.len();
        let one = connection.prepare(&(insert.clone() + &places(width, 1)))?;
        Ok(Self { connection, insert, width, one, together: None, waiting: Vec::new() })
    }

    /// Begins a row with its keys.
    fn begin(&mut self, keys: [i64; 2]) {
        self.waiting.extend(keys.map(rusqlite::types::Value::Integer));
    }

    /// Goes on with values, and enters them as fields.
    fn fill(
        &mut self,
        values: &[Value<'_>],
        entered: &mut std::slice::Iter<'_, Option<Entered>>,
        fields: &mut Fields,
    ) {
        use rusqlite::types::Value as Bound;
        let mut name = "";
        self.waiting.extend(values.iter().map(|value| match value {
            Value::Null => {
                fields.nothing();
                Bound::Null
            }
            Value::Integer(number) => {
                fields.integer(*number);
                Bound::Integer(*number)
            }
            Value::Plain(text) => {
                name = text;
                fields.text(text);
                Bound::Text((*text).to_owned())
            }
            Value::Sought => Bound::Text(fold_name(name)),
            Value::Text(_) | Value::Person(_) | Value::Kept => {
                let entered = entered.next().copied().flatten();
                fields.may_digest(entered.as_ref().map(|(_, digest)| digest));
                entered.map_or(Bound::Null, |(number, _)| Bound::Integer(number))
            }
        }));
    }

    fn fill_a_statement(&self) -> bool {
        self.waiting.len() >= self.width * Self::TOGETHER
    }

    /// Writes those that fill a statement, and says whether any did.
    fn write_whole(&mut self) -> Result<bool> {
        let whole = self.width * Self::TOGETHER;
        debug_assert!(self.waiting.len().is_multiple_of(self.width), "{}", self.insert);
        let filled = self.waiting.len() / whole * whole;
        if filled == 0 {
            return Ok(false);
        }
        if self.together.is_none() {
            let sql = self.insert.clone() + &places(self.width, Self::TOGETHER);
            self.together = Some(self.connection.prepare(&sql)?);
        }
        if let Some(together) = &mut self.together {
            for rows in self.waiting[..filled].chunks(whole) {
                execute(together, rows)?;
            }
        }
        self.waiting.drain(..filled);
        Ok(true)
    }

    /// Writes all of them.
    fn write_waiting(&mut self) -> Result<()> {
        self.write_whole()?;
        for row in self.waiting.chunks(self.width) {
            execute(&mut self.one, row)?;
        }
        self.waiting.clear();
        Ok(())
    }
}

/// The places of the values of so many rows.
fn places(width: usize, rows: usize) -> String {
    let row = format!("({})", vec!["?"; width].join(", "));
    vec![row; rows].join(", ")
}

fn execute(statement: &mut Statement<'_>, values: &[rusqlite::types::Value]) -> Result<()> {
    for (at, value) in (1..).zip(values) {
        statement.raw_bind_parameter(at, value)?;
    }
    statement.raw_execute()?;
    Ok(())
}

/// A version as it stands in the file: the values of its columns, then of its parts.
struct Stored {
    number: i64,
    record: i64,
    values: Vec<rusqlite::types::Value>,
    rows: [usize; 2],
    /// The texts among them that are still there, by what they say.
    texts: HashMap<Box<str>, i64>,
}

impl Stored {
    fn read(db: &Reader<'_>, table: &'static Table, number: i64) -> Result<Self> {
        let columns = and_columns("t", table.columns);
        let sql = format!("SELECT t.record{columns} FROM {} t WHERE t.version = ?1", table.name);
        let mut values = Vec::new();
        let record = db.connection.prepare_cached(&sql)?.query_row([number], |row| {
            for at in 0..table.columns.len() {
                values.push(row.get(at + 1)?);
            }
            row.get(0)
        })?;
        let mut rows = [0; 2];
        for (part, count) in table.parts.iter().zip(&mut rows) {
            let columns = and_columns("p", part.columns);
            let (from, key) = table.place(Some(part));
            let sql =
                format!("SELECT p.at{columns} FROM {from} p WHERE p.{key} = ?1 ORDER BY p.at");
            let mut statement = db.connection.prepare_cached(&sql)?;
            let mut found = statement.query([number])?;
            while let Some(row) = found.next()? {
                for at in 0..part.columns.len() {
                    values.push(row.get(at + 1)?);
                }
                *count += 1;
            }
        }
        let mut stored = Self { number, record, values, rows, texts: HashMap::new() };
        for text in stored.text_numbers(table).collect::<Vec<_>>() {
            if let Some(body) = db.body(text)? {
                stored.texts.insert(body, text);
            }
        }
        Ok(stored)
    }

    /// What each value is a value of.
    fn sorts(&self, table: &'static Table) -> impl Iterator<Item = Sort> {
        let own = table.columns.iter();
        let parts = table.parts.iter().zip(self.rows);
        let parts = parts.flat_map(|(part, rows)| (0..rows).flat_map(|_| part.columns.iter()));
        own.chain(parts).map(|column| column.sort)
    }

    /// The numbers of its texts, in order.
    fn text_numbers(&self, table: &'static Table) -> impl Iterator<Item = i64> {
        let values = self.sorts(table).zip(&self.values);
        values.filter(|(sort, _)| matches!(sort, Sort::Text)).filter_map(|(_, value)| match value {
            rusqlite::types::Value::Integer(number) => Some(*number),
            _ => None,
        })
    }

    fn number_at(&self, at: usize) -> Option<i64> {
        match self.values.get(at) {
            Some(rusqlite::types::Value::Integer(number)) => Some(*number),
            _ => None,
        }
    }

    /// Whether a version says the same.
    fn holds(&self, version: &Version<'_>, entered: &[Option<Entered>]) -> bool {
        let mut entered = entered.iter();
        let same = |(stored, new): (&rusqlite::types::Value, &Value<'_>)| {
            let stored = ValueRef::from(stored);
            match new {
                Value::Null => stored == ValueRef::Null,
                Value::Integer(number) => stored == ValueRef::Integer(*number),
                Value::Plain(text) => stored == ValueRef::Text(text.as_bytes()),
                Value::Sought => true,
                Value::Text(_) | Value::Person(_) | Value::Kept => {
                    let number = entered.next().copied().flatten().map(|entered| entered.0);
                    stored == number.map_or(ValueRef::Null, ValueRef::Integer)
                }
            }
        };
        self.rows == version.rows
            && self.values.len() == version.values.len()
            && self.values.iter().zip(&version.values).all(same)
    }

    /// As a version to be written again.
    fn as_version(&self, table: &'static Table) -> Version<'_> {
        let mut version = Version::new(table);
        version.rows = self.rows;
        let values = self.sorts(table).zip(&self.values);
        version.values = values
            .map(|(sort, value)| match (sort, ValueRef::from(value)) {
                (Sort::Sought, _) => Value::Sought,
                (Sort::Text, ValueRef::Integer(_)) => Value::Kept,
                (_, ValueRef::Integer(number)) => Value::Integer(number),
                (_, ValueRef::Text(text)) => {
                    Value::Plain(std::str::from_utf8(text).unwrap_or_default())
                }
                _ => Value::Null,
            })
            .collect();
        version
    }
}
