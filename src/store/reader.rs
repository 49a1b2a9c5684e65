//! Reading as of an operation: now and "as known then" are the same queries.

use std::cell::Cell;

use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::known::Known;
use super::row::Taken;
use super::tables::{Part, Table, and_columns};
use super::tally::{self, Tally};
use super::texts::ReadTexts;
use super::{Result, StoreError};
use crate::domain::{
    AnyText, Facts, OperationNumber, PeriodSpan, Records, Register, Roster, Setting, SettingKey,
};

/// A view of the record file within one transaction.
pub struct Reader<'c> {
    pub(super) connection: &'c Connection,
    at: Option<OperationNumber>,
    /// Whether persons' names are those known then, not those known now.
    pub(super) names_then: bool,
    /// Whether rows may refer to what is not there.
    pub(super) dangling: bool,
    /// Whether what is in force is no longer what was counted: an operation is writing.
    pub(super) uncounted: Cell<bool>,
    pub(super) known: Known,
    pub(super) texts: ReadTexts,
}

impl<'c> Reader<'c> {
    pub(super) fn new(connection: &'c Connection, at: Option<OperationNumber>) -> Self {
        Self {
            connection,
            at,
            names_then: false,
            dangling: false,
            uncounted: Cell::default(),
            known: Known::default(),
            texts: ReadTexts::default(),
        }
    }

    /// The same view, before anything was read in it.
    fn view(&self) -> Self {
        let Self { names_then, dangling, .. } = *self;
        let uncounted = self.uncounted.clone();
        Self { names_then, dangling, uncounted, ..Self::new(self.connection, self.at) }
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

    /// Refuses to go on if what was read of all that is in force, or of what is counted under these months (0 for
    /// what belongs to none), is not what was counted when it was written. What was in force once is not counted;
    /// whoever looks for what is wrong counts in another way.
    pub(super) fn hold(&self, name: &str, months: Option<[i64; 2]>, found: Tally) -> Result<()> {
        if self.at.is_none() && !self.dangling && !self.uncounted.get() {
            tally::hold(self.connection, name, months, found)
        } else {
            Ok(())
        }
    }

    /// A query of the columns `what` of versions `t` of a table in the view that fit a condition, in this order.
    pub(super) fn query(&self, what: &str, table: &str, condition: &str, order: &str) -> String {
        self.query_from(&format!("{table} t"), what, table, condition, order)
    }

    /// The same with other tables beside the versions. Those no longer in force, which are few, are found by an index
    /// of their own, even where the order would suggest to go through all.
    pub(super) fn query_from(
        &self,
        from: &str,
        what: &str,
        table: &str,
        condition: &str,
        order: &str,
    ) -> String {
        let condition = if condition.is_empty() { "TRUE" } else { condition };
        match self.at {
            None => format!(
                "SELECT {what} FROM {from} WHERE t.removed_by IS NULL AND {condition} ORDER BY {order}"
            ),
            Some(OperationNumber(at)) => format!(
                "SELECT {what} FROM {from}
                 WHERE t.removed_by IS NULL AND t.added_by <= {at} AND {condition}
                 UNION ALL
                 SELECT {what} FROM {from}
                 WHERE t.version IN (SELECT version FROM {table} WHERE removed_by > {at})
                 AND t.added_by <= {at} AND {condition} ORDER BY {order}"
            ),
        }
    }

    /// The SQL condition under which a version `t` was there by then, removed since or not.
    pub(super) fn added(&self) -> String {
        match self.at {
            None => "TRUE".to_owned(),
            Some(OperationNumber(at)) => format!("t.added_by <= {at}"),
        }
    }

    /// Reads every version of a table in the view that fits a condition on `t`, by version.
    pub(super) fn versions<T>(
        &self,
        table: &'static Table,
        condition: &str,
        params: impl Params,
        mut read: impl FnMut(Taken<'_, '_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let what = format!("t.version, t.record{}", and_columns("t", table.columns));
        let sql = self.query(&what, table.name, condition, "1");
        let mut found = Tally::default();
        let all = self.each(&sql, params, |row| {
            let row = Taken::version(row, table)?;
            found.count(row.number(), 1);
            read(row)
        })?;
        if condition.is_empty() {
            self.hold(table.name, None, found)?;
        }
        Ok(all)
    }

    /// Reads the rows of a part of those versions; where all are wanted, those of others come with them.
    pub(super) fn parts<T>(
        &self,
        table: &'static Table,
        part: &'static Part,
        condition: &str,
        params: impl Params,
        read: impl FnMut(Taken<'_, '_>) -> Result<T>,
    ) -> Result<Parts<T>> {
        if condition.is_empty() {
            return Ok(Parts { whole: true, ..self.parts_of(table, part, None, read)? });
        }
        let (from, p) = table.with(Some(part));
        let what = format!("{p}.{}{}, {p}.at", table.name, and_columns(p, part.columns));
        let order = format!("1, {}", part.columns.len() + 2);
        let sql = self.query_from(&from, &what, table.name, condition, &order);
        self.each_part(part, &sql, params, read)
    }

    /// Reads the rows of a part of the versions of which a condition (as `IN (…)` or `BETWEEN …`) holds, or of all.
    pub(super) fn parts_of<T>(
        &self,
        table: &'static Table,
        part: &'static Part,
        which: Option<&str>,
        read: impl FnMut(Taken<'_, '_>) -> Result<T>,
    ) -> Result<Parts<T>> {
        let owner = table.name;
        let which = which.map(|which| format!(" WHERE p.{owner} {which}")).unwrap_or_default();
        let columns = and_columns("p", part.columns);
        let sql = format!(
            "SELECT p.{owner}{columns} FROM {} p{which} ORDER BY p.{owner}, p.at",
            part.name
        );
        self.each_part(part, &sql, [], read)
    }

    fn each_part<T>(
        &self,
        part: &'static Part,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(Taken<'_, '_>) -> Result<T>,
    ) -> Result<Parts<T>> {
        let rows = self.each(sql, params, |row| {
            let row = Taken::part(row, part)?;
            Ok((row.number(), read(row)?))
        })?;
        let name = part.name;
        Ok(Parts { name, whole: false, rows: rows.into_iter().peekable(), found: Tally::default() })
    }

    /// Runs a query that gives a number to name in errors, then what is wanted.
    pub(super) fn rows<T>(
        &self,
        table: &'static str,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(Taken<'_, '_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.each(sql, params, |row| read(Taken::of(row, table)?))
    }

    /// Runs a query that gives one number a row.
    pub(super) fn numbers(&self, sql: &str, params: impl Params) -> Result<Vec<i64>> {
        self.each(sql, params, |row| Ok(row.get(0)?))
    }

    /// Reads every row of a query.
    pub(super) fn each<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(row)?);
        }
        Ok(all)
    }

    /// The version of a record that is in force.
    pub(super) fn in_force(&self, table: &Table, record: i64) -> Result<Option<i64>> {
        let sql =
            format!("SELECT version FROM {} WHERE record = ?1 AND removed_by IS NULL", table.name);
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([record], |row| row.get(0)).optional()?)
    }

    /// The record that is in force and known by these values.
    pub(super) fn record_where(
        &self,
        table: &Table,
        place: &str,
        key: impl Params,
    ) -> Result<Option<i64>> {
        let sql = format!("SELECT record FROM {} WHERE {place} AND removed_by IS NULL", table.name);
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(key, |row| row.get(0)).optional()?)
    }

    /// The version that the next new record of a table will have, which is its identity.
    pub(super) fn next_record(&self, table: &Table) -> Result<i64> {
        self.one(&format!("SELECT coalesce(max(version), 0) + 1 FROM {}", table.name), [])
    }

    /// A text by its number, as `read` makes it; none if there is no number, or if it was erased.
    pub(super) fn text<T>(
        &self,
        number: Option<i64>,
        read: impl FnOnce(&AnyText) -> Option<T>,
        broken: impl FnOnce() -> StoreError,
    ) -> Result<Option<T>> {
        let Some(number) = number else { return Ok(None) };
        let text = match self.texts.get(number) {
            Some(text) => text,
            None => {
                let text = match self.body(number)? {
                    None => None,
                    Some(body) => match AnyText::new(&body) {
                        Ok(Some(text)) => Some(text),
                        Ok(None) | Err(_) => return Err(broken()),
                    },
                };
                self.texts.remember(number, text.clone());
                text
            }
        };
        text.map(|text| read(&text).ok_or_else(broken)).transpose()
    }

    /// What stands in the table; none if it was erased.
    pub(super) fn body(&self, number: i64) -> Result<Option<Box<str>>> {
        let mut statement =
            self.connection.prepare_cached("SELECT body FROM text WHERE text = ?1")?;
        let body: Option<Option<Box<str>>> =
            statement.query_row([number], |row| row.get(0)).optional()?;
        match body {
            None if !self.dangling => {
                Err(StoreError::RowBroken { table: "text", id: number, column: "text" })
            }
            body => Ok(body.flatten()),
        }
    }

    /// The whole register.
    pub fn register(&self) -> Result<Register> {
        let mut register = Register::default();
        // What is read here need not be read again to see whether it is there.
        self.committees()?.into_iter().for_each(|c| register.put(c));
        self.known.put("committee", register.committees().iter().map(|c| c.id.0));
        self.cells()?.into_iter().for_each(|c| register.put(c));
        self.known.put("cell", register.cells().iter().map(|c| c.id.0));
        self.categories()?.into_iter().for_each(|c| register.put(c));
        self.known.put("category", register.categories().iter().map(|c| c.id.0));
        self.officials()?.into_iter().for_each(|o| register.put(o));
        self.known.put("official", register.officials().iter().map(|o| o.id.0));
        register.successions = self.successions()?;
        Ok(register)
    }

    /// Everything that reports on these months are made of.
    pub fn facts(&self, span: PeriodSpan) -> Result<Facts> {
        let meetings = self.regular_meetings(span)?;
        let counts = self.recommendation_counts(span)?;
        let roster = Roster::new(self.assignments()?).with_duties(self.duties()?);
        let mut facts = Facts::new(self.register()?, roster, meetings, &counts);
        for setting in self.settings()? {
            match setting {
                Setting::Office(name) => facts.office = Some(name),
                Setting::Sample => facts.sample = true,
                Setting::RecordsFrom(from) => facts.records_from = Some(from),
                Setting::Letterhead(line, text) => facts.letterhead.put(line, text),
            }
        }
        facts.put_closings(self.closings(span)?);
        facts.put_plans(self.plans_of_months(span)?);
        Ok(facts)
    }

    /// The same with the meetings of every kind.
    pub fn facts_with_others(&self, span: PeriodSpan) -> Result<Facts> {
        let mut facts = self.facts(span)?;
        facts.put_others(self.other_meetings(span)?);
        Ok(facts)
    }

    /// The same facts of other months, without reading again what months have in common.
    pub fn facts_of(&self, facts: Facts, span: PeriodSpan) -> Result<Facts> {
        // Those of before go first.
        let facts = facts.renewed(Vec::new(), &[], Vec::new());
        let (meetings, counts) = (self.regular_meetings(span)?, self.recommendation_counts(span)?);
        let mut facts = facts.renewed(meetings, &counts, self.closings(span)?);
        facts.put_plans(self.plans_of_months(span)?);
        Ok(facts)
    }

    /// Everything, as files hold it, but the meetings: these are read [month by month](Self::meetings_by_month).
    pub fn records(&self) -> Result<Records> {
        let register = self.register()?;
        let closings = self.closings_recoded(None, &register)?;
        self.records_without_months(register, closings)
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
}

/// Rows of a part in order of the versions they belong to.
pub(super) struct Parts<T> {
    name: &'static str,
    /// Whether the rows of all versions were read.
    whole: bool,
    /// Those that were asked for so far.
    found: Tally,
    rows: std::iter::Peekable<std::vec::IntoIter<(i64, T)>>,
}

impl<T> Parts<T> {
    /// Those of a version. Versions are asked for in order.
    pub fn of(&mut self, version: i64) -> Vec<T> {
        while self.rows.next_if(|(of, _)| *of < version).is_some() {}
        let mut own = Vec::new();
        while let Some((_, row)) = self.rows.next_if(|(of, _)| *of == version) {
            own.push(row);
        }
        self.found.count(version, own.len() as i64);
        own
    }

    /// Refuses to go on if all were read, those of every version in force were asked for, and they are not what was
    /// counted.
    pub fn hold(&self, db: &Reader<'_>) -> Result<()> {
        if self.whole { db.hold(self.name, None, self.found) } else { Ok(()) }
    }

    /// The same where those of the versions of these months were read and asked for.
    pub fn hold_months(&self, db: &Reader<'_>, months: [i64; 2]) -> Result<()> {
        db.hold(self.name, Some(months), self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, Moment, Name, Setting, Verb};
    use crate::store::{Grounds, Stamp, Store, Writer};

    fn made(writer: &Writer<'_>) -> Result<()> {
        writer.begin(Verb::Init, serde_json::json!({}), Grounds::NONE)?;
        writer.put_setting(&Setting::Office(Name::new("Phường 1").unwrap()))
    }

    /// The plan in which SQLite looks for versions that fit a condition, as of an operation.
    fn plan(db: &Reader<'_>, table: &'static Table, condition: &str) -> Vec<String> {
        let sql =
            format!("EXPLAIN QUERY PLAN {}", db.query("t.version", table.name, condition, "1"));
        db.each(&sql, [], |row| Ok(row.get("detail")?)).unwrap()
    }

    #[test]
    fn single_meetings_are_found_by_an_index_in_every_view() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let stamp = Stamp {
            now: Moment::from_iso("2018-08-08T08:00:00.000Z").unwrap(),
            today: Date::from_iso("2018-08-08").unwrap(),
            actor: String::new(),
            dry_run: false,
        };
        Store::create(&path, |_| false, stamp, made).unwrap();
        let mut store = Store::open_to_change(&path, |_| false, Box::new(|_| ())).unwrap();
        let months = super::super::meetings::months_between("24209", "24215");
        let conditions = [
            "t.record = 5".to_owned(),
            "t.record IN (5, 7)".to_owned(),
            "t.kind <> 0 AND t.cell = 5".to_owned(),
            format!("t.kind = 0 AND t.period IN {months} AND t.cell = 5"),
            "t.kind = 0 AND t.period BETWEEN 24209 AND 24215".to_owned(),
        ];
        let look = |db: &Reader<'_>| -> Result<()> {
            for view in [db.as_of(OperationNumber(1)), db.view()] {
                for condition in &conditions {
                    let plan = plan(&view, &super::super::tables::MEETING, condition);
                    let scans = |step: &String| {
                        step.starts_with("SCAN t") || step.starts_with("SCAN meeting")
                    };
                    assert!(!plan.is_empty() && !plan.iter().any(scans), "{condition}: {plan:#?}");
                }
            }
            Ok(())
        };
        store.read(None, look).unwrap();
    }
}
