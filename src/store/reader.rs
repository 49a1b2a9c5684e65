//! Reading as of an operation: now and "as known then" are the same queries.

use std::collections::HashMap;

use rusqlite::{Connection, Params};

use super::references::{Known, To};
use super::row::Taken;
use super::{MeetingFilter, Result, StoreError};
use crate::domain::{
    Facts, OperationNumber, PeriodSpan, Records, Register, Roster, Setting, SettingKey,
};

/// A view of the record file within one transaction.
pub struct Reader<'c> {
    pub(super) connection: &'c Connection,
    at: Option<OperationNumber>,
    /// Whether persons' names are those known then, not those known now.
    names_then: bool,
    /// Whether rows may refer to what is not there.
    pub(super) dangling: bool,
    pub(super) known: Known,
}

impl<'c> Reader<'c> {
    pub(super) fn new(connection: &'c Connection, at: Option<OperationNumber>) -> Self {
        let (names_then, dangling) = (false, false);
        Self { connection, at, names_then, dangling, known: Known::default() }
    }

    /// The same view, before anything was read in it.
    fn view(&self) -> Self {
        let Self { connection, at, names_then, dangling, known: _ } = *self;
        Self { connection, at, names_then, dangling, known: Known::default() }
    }

    /// The view of the file as an operation left it, within the same transaction.
    pub fn as_of(&self, at: OperationNumber) -> Self {
        Self { at: Some(at), names_then: false, ..self.view() }
    }

    /// The same with persons' names as they were known then, as a document printed then has them.
    pub fn as_printed_at(&self, at: OperationNumber) -> Self {
        Self { names_then: true, ..self.as_of(at) }
    }

    /// The same view for those who look for what is wrong in it: rows may refer to what is not there, as
    /// they otherwise may not.
    pub fn with_dangling(&self) -> Self {
        Self { dangling: true, ..self.view() }
    }

    /// The operation from which this view looks; none for now.
    pub fn at(&self) -> Option<OperationNumber> {
        self.at
    }

    /// The SQL condition under which a row (of the table or alias given) is part of the view.
    pub(super) fn seen(&self, alias: &str) -> String {
        match self.at {
            None => format!("{alias}.removed_by IS NULL"),
            Some(OperationNumber(at)) => format!(
                "({alias}.added_by <= {at} AND ({alias}.removed_by IS NULL OR {alias}.removed_by > {at}))"
            ),
        }
    }

    /// The SQL condition under which a row was there by then, removed since or not.
    pub(super) fn added(&self, alias: &str) -> String {
        match self.at {
            None => "TRUE".to_owned(),
            Some(OperationNumber(at)) => format!("{alias}.added_by <= {at}"),
        }
    }

    /// The SQL condition under which a row `n` of `person_name` is the name of the official `v`: the one
    /// known now, or last, if the official was taken out; or the one known then.
    pub(super) fn named(&self) -> String {
        match self.names_then {
            true => format!("n.official = v.official AND {}", self.seen("n")),
            false => "n.id = (SELECT max(l.id) FROM person_name l WHERE l.official = v.official)"
                .to_owned(),
        }
    }

    /// Runs a query and reads every row of `table` out of it.
    pub(super) fn rows<T>(
        &self,
        table: &'static str,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(Taken<'_, '_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(Taken::new(row, table))?);
        }
        Ok(all)
    }

    /// The whole register.
    pub fn register(&self) -> Result<Register> {
        let mut register = Register::default();
        // What is read here need not be read again to see whether it is there.
        self.committees()?.into_iter().for_each(|c| register.put_committee(c));
        self.known.put(To::Committee, register.committees().iter().map(|c| c.id.0));
        self.cells()?.into_iter().for_each(|c| register.put_cell(c));
        self.known.put(To::Cell, register.cells().iter().map(|c| c.id.0));
        self.categories()?.into_iter().for_each(|c| register.put_category(c));
        self.known.put(To::Category, register.categories().iter().map(|c| c.id.0));
        self.officials()?.into_iter().for_each(|o| register.put_official(o));
        self.known.put(To::Official, register.officials().iter().map(|o| o.id.0));
        register.successions = self.successions()?;
        Ok(register)
    }

    /// Everything that reports on these months are made of.
    pub fn facts(&self, span: PeriodSpan) -> Result<Facts> {
        let meetings = self.regular_meetings(span)?;
        let counts = self.recommendation_counts(span)?;
        let roster = Roster::new(self.assignments()?);
        let mut facts = Facts::new(self.register()?, roster, meetings, &counts);
        for setting in self.settings()? {
            match setting {
                Setting::Office(name) => facts.office = Some(name),
                Setting::Sample => facts.sample = true,
                Setting::RecordsFrom(from) => facts.records_from = Some(from),
            }
        }
        facts.put_closings(self.closings(span)?);
        Ok(facts)
    }

    /// Everything, as files hold it.
    pub fn records(&self) -> Result<Records> {
        let register = self.register()?;
        Ok(Records {
            closings: self.closings_recoded(None, &register)?,
            register,
            assignments: self.assignments()?,
            meetings: self.meetings(MeetingFilter::default())?,
            recommendations: self.recommendations()?,
            settings: self.settings()?,
        })
    }

    /// The value of one setting, as stored.
    pub fn setting(&self, key: SettingKey) -> Result<Option<String>> {
        let settings = self.settings()?;
        Ok(settings.iter().find(|s| s.key() == key).map(|s| s.value()))
    }

    /// One value of one row.
    pub(super) fn one<T: rusqlite::types::FromSql>(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<T> {
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_row(params, |row| row.get(0)).map_err(StoreError::from)
    }

    /// The next free identity of a table of identities.
    pub(super) fn next_identity(&self, table: &str) -> Result<i64> {
        self.one(&format!("SELECT coalesce(max(id), 0) + 1 FROM {table}"), [])
    }

    /// Values grouped by a key, in the order in which they were read.
    pub(super) fn grouped<K: Eq + std::hash::Hash, V>(pairs: Vec<(K, V)>) -> HashMap<K, Vec<V>> {
        let mut groups: HashMap<K, Vec<V>> = HashMap::new();
        for (key, value) in pairs {
            groups.entry(key).or_default().push(value);
        }
        groups
    }
}
