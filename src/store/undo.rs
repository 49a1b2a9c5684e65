//! Taking an operation back: its additions are removed, its removals are added again as new versions.
//!
//! It works on the tables as [`TABLES`] lists them and knows none of them by what it means. What hangs on
//! what, it learns from the foreign keys of the schema; what stands in whose place, from [`LIVE_KEYS`].

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::tables::{TABLES, Table};
use super::{Reader, Result, StoreError, Writer};
use crate::domain::{OperationNumber, Undoing};

/// Under which key only one version of a table can be in force: the unique indexes of the schema by name,
/// each as an SQL expression, which is null for rows that the index leaves out.
const LIVE_KEYS: &[(&str, &str, &str)] = &[
    ("committee_version", "live_committee", "committee"),
    ("committee_version", "live_code", "upper(code)"),
    ("committee_name", "live_day", "json_array(committee, valid_from)"),
    ("cell_version", "live_cell", "cell"),
    ("cell_version", "live_code", "upper(code)"),
    ("cell_standing", "live_day", "json_array(cell, valid_from)"),
    ("category_version", "live_category", "category"),
    ("category_version", "live_code", "upper(code)"),
    ("official_version", "live_official", "official"),
    ("official_version", "live_code", "upper(code)"),
    ("person_name", "live_official", "official"),
    ("official_post", "live_day", "json_array(official, valid_from)"),
    ("succession", "live_line", "json_array(from_cell, to_cell, happened_on)"),
    ("assignment", "live_start", "json_array(cell, official, valid_from)"),
    ("meeting_version", "live_meeting", "meeting"),
    (
        "meeting_version",
        "live_regular",
        "CASE kind WHEN 'regular' THEN json_array(cell, period) END",
    ),
    ("visit", "live_visitor", "json_array(meeting, official)"),
    ("absence", "live_absentee", "json_array(meeting, official)"),
    ("recommendation_version", "live_recommendation", "recommendation"),
    ("recommendation_version", "live_code", "upper(code)"),
    ("setting", "live_key", "key"),
    ("closing_version", "live_closing", "closing"),
    ("closing_version", "live_period", "period"),
    ("filed_row", "live_cell", "json_array(closing, upper(cell))"),
];

/// What taking an operation back does, row by row.
#[derive(Default)]
pub struct TakingBack {
    steps: Vec<Step>,
    /// Later changes in force that depend on the operation; while there are any it cannot be taken back.
    pub dependents: BTreeSet<OperationNumber>,
    /// The operation that erased a text which would have to stand again; it cannot be taken back then.
    pub erased_by: Option<OperationNumber>,
}

/// The rows of one table.
struct Step {
    table: &'static Table,
    /// In force, to be removed.
    removed: Vec<i64>,
    /// Removed once, to be added again in this order.
    restored: Vec<i64>,
}

impl TakingBack {
    /// Whether rows of this table are removed or added.
    pub fn touches(&self, table: &str) -> bool {
        let touched = |step: &Step| !step.removed.is_empty() || !step.restored.is_empty();
        self.steps.iter().any(|step| step.table.name == table && touched(step))
    }
}

/// What has become of a version that an operation added.
enum Fate {
    /// It is in force, under this id.
    InForce(i64),
    /// This operation removed it.
    RemovedBy(OperationNumber),
}

impl Reader<'_> {
    /// What it takes to take back `number`, which stands for a change in force or is an undo. Nothing is
    /// written.
    pub fn taking_back(&self, undoing: &Undoing, number: OperationNumber) -> Result<TakingBack> {
        let lineage = Lineage { db: self, undoing, copies: RefCell::default() };
        let mut taking = TakingBack::default();
        for table in TABLES.iter().filter(|table| table.versioned) {
            let mut step = Step { table, removed: Vec::new(), restored: Vec::new() };
            for id in self.rows_added(table.name, number)? {
                match lineage.fate(table.name, id)? {
                    Fate::InForce(id) => step.removed.push(id),
                    Fate::RemovedBy(later) => {
                        taking.dependents.insert(undoing.change_of(later));
                    }
                }
            }
            step.restored = self.rows_removed(table.name, number)?;
            taking.erased_by = taking.erased_by.max(self.erased_in(&step)?);
            taking.steps.push(step);
        }
        // A redo follows its undo with nothing but undos between, so that nothing can depend on it.
        let change = undoing.change_of(number);
        if undoing.in_force(change) == Some(number) && undoing.any_after(change) {
            let mut later = Later { lineage, change, dependents: BTreeSet::new() };
            for step in &taking.steps {
                later.in_the_place_of(step)?;
                later.hanging_on(step)?;
            }
            taking.dependents.extend(later.dependents);
        }
        Ok(taking)
    }

    /// The rows in force that a change later than this one recorded first, each with that change.
    pub(super) fn rows_since(
        &self,
        undoing: &Undoing,
        change: OperationNumber,
        table: &'static str,
    ) -> Result<Vec<(i64, OperationNumber)>> {
        let first = self.first_since(table, change.next().0)?;
        let sql = format!("SELECT id FROM {table} WHERE id >= ?1 AND removed_by IS NULL");
        let lineage = Lineage { db: self, undoing, copies: RefCell::default() };
        let rows = self.ids(&sql, [first])?.into_iter();
        let rows =
            rows.map(|id| Ok((id, lineage.origin(table, id)?))).collect::<Result<Vec<_>>>()?;
        Ok(rows.into_iter().filter(|(_, origin)| *origin > change).collect())
    }

    /// The newest operation that erased a text of the rows that are to be added again.
    fn erased_in(&self, step: &Step) -> Result<Option<OperationNumber>> {
        if step.table.free.is_empty() || step.restored.is_empty() {
            return Ok(None);
        }
        let sql = "SELECT row_id, added_by FROM erased_text WHERE table_name = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let erased =
            statement.query_map([step.table.name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let erased: HashMap<i64, i64> = erased.collect::<rusqlite::Result<_>>()?;
        let by = step.restored.iter().filter_map(|row| erased.get(row));
        Ok(by.max().map(|number| OperationNumber(*number)))
    }

    /// The ids of the rows that an operation added.
    fn rows_added(&self, table: &str, by: OperationNumber) -> Result<Vec<i64>> {
        let (first, next) = (self.first_since(table, by.0)?, self.first_since(table, by.next().0)?);
        let sql = format!("SELECT id FROM {table} WHERE id >= ?1 AND id < ?2 ORDER BY id");
        self.ids(&sql, (first, next))
    }

    /// The ids of the rows that an operation removed.
    fn rows_removed(&self, table: &str, by: OperationNumber) -> Result<Vec<i64>> {
        self.ids(&format!("SELECT id FROM {table} WHERE removed_by = ?1 ORDER BY id"), [by.0])
    }

    fn ids(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map(params, |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// The lowest id of the rows that an operation or a later one added. Operations add in order, so that it
    /// is found by halving: there is no index on `added_by`, and millions of rows.
    pub(super) fn first_since(&self, table: &str, operation: i64) -> Result<i64> {
        let top: i64 = self.one(&format!("SELECT coalesce(max(id), 0) FROM {table}"), [])?;
        let sql = format!("SELECT id, added_by FROM {table} WHERE id >= ?1 ORDER BY id LIMIT 1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let (mut low, mut high) = (1, top + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let (id, added_by): (i64, i64) =
                statement.query_row([middle], |row| Ok((row.get(0)?, row.get(1)?)))?;
            match added_by < operation {
                true => low = id + 1,
                false => high = middle,
            }
        }
        Ok(low)
    }

    /// The columns of a table that refer to rows of another.
    pub(super) fn references(&self, table: &str, to: &str) -> Result<Vec<String>> {
        let sql =
            "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2 ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let columns = statement.query_map([table, to], |row| row.get(0))?;
        Ok(columns.collect::<rusqlite::Result<_>>()?)
    }
}

/// Follows versions through their copies. An operation that takes another back adds, table by table, one
/// copy of each row that the other had removed, in the order of their ids; by that order they are told.
struct Lineage<'a> {
    db: &'a Reader<'a>,
    undoing: &'a Undoing,
    copies: RefCell<HashMap<(String, OperationNumber), Rc<Copies>>>,
}

#[derive(Default)]
struct Copies {
    /// The copy of each row, and the row of each copy.
    of: HashMap<i64, i64>,
    from: HashMap<i64, i64>,
}

impl Lineage<'_> {
    fn copies(&self, table: &str, taker: OperationNumber) -> Result<Rc<Copies>> {
        let key = (table.to_owned(), taker);
        if let Some(copies) = self.copies.borrow().get(&key) {
            return Ok(Rc::clone(copies));
        }
        let mut copies = Copies::default();
        if let Some(taken) = self.undoing.takes_back(taker) {
            let sources = self.db.rows_removed(table, taken)?;
            for (source, copy) in sources.into_iter().zip(self.db.rows_added(table, taker)?) {
                copies.of.insert(source, copy);
                copies.from.insert(copy, source);
            }
        }
        let copies = Rc::new(copies);
        self.copies.borrow_mut().insert(key, Rc::clone(&copies));
        Ok(copies)
    }

    fn fate(&self, table: &'static str, id: i64) -> Result<Fate> {
        let sql = format!("SELECT removed_by FROM {table} WHERE id = ?1");
        let mut id = id;
        loop {
            let Some(by) = self.db.one::<Option<i64>>(&sql, [id])?.map(OperationNumber) else {
                return Ok(Fate::InForce(id));
            };
            let Some(taker) = self.undoing.taken_back_by(by) else {
                return Ok(Fate::RemovedBy(by));
            };
            let copy = self.copies(table, taker)?.of.get(&id).copied();
            id = copy.ok_or(StoreError::RowBroken { table, id, column: "removed_by" })?;
        }
    }

    /// The change that added a version first, of which this row may be a copy.
    fn origin(&self, table: &'static str, id: i64) -> Result<OperationNumber> {
        let sql = format!("SELECT added_by FROM {table} WHERE id = ?1");
        let mut id = id;
        loop {
            let by = OperationNumber(self.db.one(&sql, [id])?);
            if self.undoing.takes_back(by).is_none() {
                return Ok(by);
            }
            let source = self.copies(table, by)?.from.get(&id).copied();
            id = source.ok_or(StoreError::RowBroken { table, id, column: "added_by" })?;
        }
    }
}

/// Looks for what depends on a change in what was recorded after it.
struct Later<'a> {
    lineage: Lineage<'a>,
    change: OperationNumber,
    dependents: BTreeSet<OperationNumber>,
}

impl Later<'_> {
    /// Rows added since under a key of a row that is to be restored: its removal made room for them.
    fn in_the_place_of(&mut self, step: &Step) -> Result<()> {
        let table = step.table.name;
        let keys = LIVE_KEYS.iter().filter(|(of, _, _)| *of == table);
        for (_, _, key) in keys.filter(|_| !step.restored.is_empty()) {
            let sql = format!("SELECT CAST({key} AS TEXT) FROM {table} WHERE id = ?1");
            let freed = step.restored.iter().map(|id| self.lineage.db.one(&sql, [id]));
            let freed: HashSet<Option<String>> = freed.collect::<Result<_>>()?;
            for (id, key) in self.since(table, key)? {
                if freed.contains(&Some(key)) {
                    self.enter(table, id)?;
                }
            }
        }
        Ok(())
    }

    /// Rows added since that refer to an identity which is left without a version.
    fn hanging_on(&mut self, step: &Step) -> Result<()> {
        let Some(identity) = step.table.name.strip_suffix("_version") else { return Ok(()) };
        let known = TABLES.iter().any(|table| !table.versioned && table.name == identity);
        if !known || step.removed.is_empty() {
            return Ok(());
        }
        let owner = format!("SELECT {identity} FROM {} WHERE id = ?1", step.table.name);
        let owners = |ids: &[i64]| -> Result<HashSet<i64>> {
            ids.iter().map(|id| self.lineage.db.one(&owner, [id])).collect()
        };
        let kept = owners(&step.restored)?;
        let gone: HashSet<String> =
            owners(&step.removed)?.difference(&kept).map(i64::to_string).collect();
        for table in TABLES.iter().filter(|table| table.versioned && !gone.is_empty()) {
            for column in self.lineage.db.references(table.name, identity)? {
                for (id, owner) in self.since(table.name, &column)? {
                    if gone.contains(&owner) {
                        self.enter(table.name, id)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The rows added after the change for which an expression is not null, with its value as a text.
    fn since(&self, table: &str, key: &str) -> Result<Vec<(i64, String)>> {
        let first = self.lineage.db.first_since(table, self.change.next().0)?;
        let sql = format!(
            "SELECT id, CAST({key} AS TEXT) FROM {table} WHERE id >= ?1 AND {key} IS NOT NULL"
        );
        let mut statement = self.lineage.db.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([first], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A later change that is in force depends on this one, whether or not its row still stands.
    fn enter(&mut self, table: &'static str, id: i64) -> Result<()> {
        let origin = self.lineage.origin(table, id)?;
        if origin > self.change && self.lineage.undoing.in_force(origin).is_some() {
            self.dependents.insert(origin);
        }
        Ok(())
    }
}

impl Writer<'_> {
    /// Removes what is to be removed and adds copies of what is to be restored.
    pub fn take_back(&self, taking: &TakingBack) -> Result<()> {
        for Step { table, removed, restored } in &taking.steps {
            for id in removed {
                self.remove(table.name, "id = ?2", (self.number(), id))?;
            }
            let columns = [table.columns, table.erasable].concat().join(", ");
            let copy = format!(
                "INSERT INTO {name} ({columns}, added_by) SELECT {columns}, ?2 FROM {name} WHERE id = ?1",
                name = table.name
            );
            for id in restored {
                self.add(&copy, (id, self.number()))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unique_index_on_versions_is_a_live_key_and_every_live_key_an_index() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        for schema in crate::store::open::SCHEMAS {
            connection.execute_batch(schema).unwrap();
        }
        let undoable = TABLES.iter().filter(|table| table.versioned);
        let indexes: BTreeSet<String> = undoable
            .flat_map(|table| {
                let sql = "SELECT name FROM pragma_index_list(?1) WHERE \"unique\"";
                let mut statement = connection.prepare(sql).unwrap();
                let names = statement.query_map([table.name], |row| row.get(0)).unwrap();
                names.map(std::result::Result::unwrap).collect::<Vec<String>>()
            })
            .collect();
        let keys: BTreeSet<String> =
            LIVE_KEYS.iter().map(|(table, index, _)| format!("{table}_{index}")).collect();
        assert_eq!(indexes, keys);
        for (table, _, key) in LIVE_KEYS {
            connection.prepare(&format!("SELECT {key} FROM {table}")).unwrap();
        }
    }

    #[test]
    fn every_identity_has_its_versions_in_the_table_of_its_name() {
        for table in TABLES.iter().filter(|table| !table.versioned && table.columns.is_empty()) {
            let versions = format!("{}_version", table.name);
            let of = TABLES.iter().find(|other| other.name == versions).expect(table.name);
            assert_eq!(of.columns.first(), Some(&table.name));
        }
    }
}
