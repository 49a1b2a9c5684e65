//! The table of texts that people write, persons' names among them: each with a salt of its own, and a digest
//! by which the chain knows it, so that it can be erased (`records.md`, section 3).

use std::cell::RefCell;
use std::collections::HashMap;

use rusqlite::{Connection, Statement};

use super::chain::digest;
use super::tally::{self, Tally};
use super::{Result, StoreError};
use crate::domain::{AnyText, fold_name};

/// How many texts are remembered at the most, in reading and in writing.
const REMEMBERED: usize = 2048;

/// The texts read last, by number: titles and documents are shared by many records.
#[derive(Default)]
pub(super) struct ReadTexts(RefCell<HashMap<i64, Option<AnyText>>>);

impl ReadTexts {
    /// A text that was read already; none in it if it was erased.
    pub fn get(&self, number: i64) -> Option<Option<AnyText>> {
        self.0.borrow().get(&number).cloned()
    }

    pub fn remember(&self, number: i64, text: Option<AnyText>) {
        let mut texts = self.0.borrow_mut();
        if texts.len() >= REMEMBERED {
            texts.clear();
        }
        texts.insert(number, text);
    }
}

/// The number and the digest of a text that was written.
pub(super) type Entered = (i64, [u8; 32]);

/// The texts that an operation writes. The same text is written once, but for persons' names.
pub(super) struct Writing<'c> {
    connection: &'c Connection,
    insert: Statement<'c>,
    /// The next number, and the first that the operation gave out.
    next: i64,
    first: i64,
    known: HashMap<Box<str>, Entered>,
}

impl<'c> Writing<'c> {
    pub fn new(connection: &'c Connection) -> Result<Self> {
        let sql = "INSERT INTO text (text, digest, salt, body, sought) VALUES (?1, ?2, ?3, ?4, ?5)";
        let insert = connection.prepare(sql)?;
        let newest = "SELECT coalesce(max(text), 0) FROM text";
        let newest: i64 = connection.query_row(newest, [], |row| row.get(0))?;
        tally::hold_newest(connection, tally::TEXT, newest)?;
        let next = newest + 1;
        Ok(Self { connection, insert, next, first: next, known: HashMap::new() })
    }

    /// Enters a text of a record or an operation.
    pub fn text(&mut self, body: &str) -> Result<Entered> {
        if let Some(entered) = self.known.get(body) {
            return Ok(*entered);
        }
        let entered = self.enter(body, None)?;
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        self.known.insert(body.into(), entered);
        Ok(entered)
    }

    /// Enters a person's name, which no other record shares.
    pub fn person(&mut self, body: &str) -> Result<Entered> {
        self.enter(body, Some(fold_name(body)))
    }

    fn enter(&mut self, body: &str, sought: Option<String>) -> Result<Entered> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|e| StoreError::Sqlite { detail: e.to_string() })?;
        let entered = (self.next, digest(&salt, body));
        self.insert.execute((self.next, &entered.1[..], &salt[..], body, sought))?;
        self.next += 1;
        Ok(entered)
    }

    /// Counts the texts that were entered.
    pub fn count(&self) -> Result<()> {
        let mut tally = Tally::default();
        (self.first..self.next).for_each(|text| tally.count(text, 1));
        let newest = if tally.many > 0 { self.next - 1 } else { 0 };
        tally::add(self.connection, tally::TEXT, 0, tally, newest)
    }

    /// The digest of a text that is there already.
    pub fn digest_of(&self, number: i64) -> Result<[u8; 32]> {
        let sql = "SELECT digest FROM text WHERE text = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([number], |row| row.get(0))?)
    }
}
