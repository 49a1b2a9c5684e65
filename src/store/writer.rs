//! Writing under one operation: rows are added and removed, never changed (`records.md`, section 3).

use std::cell::{OnceCell, RefCell};
use std::ops::Deref;

use rusqlite::{Connection, Params};

use super::chain::Tops;
use super::{Reader, Result, chain};
use crate::domain::{Date, DocumentNo, Keyword, Moment, OperationNumber, Remark, Verb};

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

/// One operation under way. It reads as of now, and begins to write with [`Writer::begin`].
pub struct Writer<'c> {
    reader: Reader<'c>,
    stamp: Stamp,
    begun: OnceCell<OperationNumber>,
    tops: RefCell<Tops>,
}

impl<'c> Deref for Writer<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}

impl<'c> Writer<'c> {
    pub(super) fn new(connection: &'c Connection, stamp: Stamp) -> Result<Self> {
        Ok(Self {
            reader: Reader::new(connection, None),
            stamp,
            begun: OnceCell::new(),
            tops: RefCell::default(),
        })
    }

    /// The date that stands for today.
    pub fn today(&self) -> Date {
        self.stamp.today
    }

    /// Who the operation is recorded under.
    pub fn actor(&self) -> &str {
        &self.stamp.actor
    }

    /// Records the operation itself. All refusals come before; rows can be written only after. `arguments`
    /// holds codes, never a person's name or free text.
    pub fn begin(
        &self,
        verb: Verb,
        arguments: serde_json::Value,
        grounds: Grounds<'_>,
    ) -> Result<OperationNumber> {
        let newest = self.newest()?;
        let number = newest.map_or(OperationNumber(1), |(number, _)| number.next());
        let at = newest.map_or(self.stamp.now, |(_, before)| before.max(self.stamp.now));
        let sql = "INSERT INTO operation
                       (number, recorded_at, today, actor, verb, arguments, reason, document)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (at, today) = (at.to_string(), self.stamp.today.to_string());
        let actor = &self.stamp.actor;
        self.connection.prepare_cached(sql)?.execute((
            number.0,
            at,
            today,
            actor,
            verb.key(),
            arguments.to_string(),
            grounds.reason.map(|text| text.as_str()),
            grounds.document.map(|text| text.as_str()),
        ))?;
        let _ = self.begun.set(number);
        Ok(number)
    }

    /// Whether the operation has begun to write.
    pub(super) fn wrote(&self) -> bool {
        self.begun.get().is_some()
    }

    /// The number of the operation under way, for `added_by` and `removed_by`; 0, which the file refuses,
    /// before it has begun.
    pub(super) fn number(&self) -> i64 {
        self.begun.get().map_or(0, |number| number.0)
    }

    /// The operation under way, once it has begun to write.
    pub fn under_way(&self) -> Option<OperationNumber> {
        self.begun.get().copied()
    }

    /// The highest row of a table before the operation wrote to it; none if it has not.
    pub(super) fn top(&self, table: &str) -> Option<i64> {
        self.tops.borrow().top(table)
    }

    /// Closes the operation: its link of the chain is made of what now stands in the file.
    pub(super) fn seal(&self) -> Result<()> {
        match self.begun.get() {
            Some(number) => chain::seal(self, *number, &self.tops.borrow()),
            None => Ok(()),
        }
    }

    /// Adds a row. The statement begins with `INSERT INTO` and the table; its last parameter must be `added_by`.
    pub(super) fn add(&self, sql: &str, params: impl Params) -> Result<()> {
        self.writes_to(sql.split_ascii_whitespace().nth(2).unwrap_or_default())?;
        self.connection.prepare_cached(sql)?.execute(params)?;
        Ok(())
    }

    /// Notes how far a table has come before the first write to it; the seal covers the tables noted. What was
    /// known to be there is to be read anew.
    fn writes_to(&self, table: &str) -> Result<()> {
        self.known.forget(table);
        if self.top(table).is_none()
            && let Some(name) = chain::sealed_name(table)
        {
            let top = self.one(&format!("SELECT coalesce(max(id), 0) FROM {name}"), [])?;
            self.tops.borrow_mut().put(name, top);
        }
        Ok(())
    }

    /// Removes the rows in force that fit a condition; `?1` is the operation.
    pub(super) fn remove(
        &self,
        table: &str,
        condition: &str,
        params: impl Params,
    ) -> Result<usize> {
        self.writes_to(table)?;
        let sql =
            format!("UPDATE {table} SET removed_by = ?1 WHERE removed_by IS NULL AND {condition}");
        Ok(self.connection.prepare_cached(&sql)?.execute(params)?)
    }

    /// Adds an identity to its table.
    pub(super) fn add_identity(&self, table: &str, id: i64) -> Result<()> {
        self.add(
            &format!("INSERT INTO {table} (id, added_by) VALUES (?1, ?2)"),
            (id, self.number()),
        )
    }

    /// Adds an identity unless it is there already, as it is for a code that was in use before.
    pub(super) fn ensure_identity(&self, table: &str, id: i64) -> Result<()> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)");
        match self.one(&sql, [id])? {
            true => Ok(()),
            false => self.add_identity(table, id),
        }
    }
}
