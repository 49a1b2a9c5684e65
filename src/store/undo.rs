//! Taking an operation back: its additions are removed, its removals are added again as new versions.
//!
//! It works on the tables as [`TABLES`] describes them and knows none of them by what it means: what refers to
//! what, and what stands in whose place, stands in the description.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::tables::{Key, Kind, Part, TABLES, Table};
use super::{Reader, Result, StoreError, Writer};
use crate::domain::{OperationNumber, Undoing};

/// What taking an operation back does, version by version.
#[derive(Default)]
pub struct TakingBack {
    steps: Vec<Step>,
    /// Later changes in force that depend on the operation; while there are any it cannot be taken back.
    pub dependents: BTreeSet<OperationNumber>,
    /// The operation that erased a text which would have to stand again; it cannot be taken back then.
    pub erased_by: Option<OperationNumber>,
}

/// The versions of one table.
struct Step {
    table: &'static Table,
    /// In force, to be removed.
    removed: Vec<i64>,
    /// Removed once, to be added again in this order.
    restored: Vec<i64>,
}

impl TakingBack {
    /// Whether the register or assignments are touched.
    pub fn touches_standing(&self) -> bool {
        self.touches(|kind| matches!(kind, Kind::Register | Kind::Assignment))
    }

    /// Whether duties, or the register on which they hang, are touched.
    pub fn touches_duties(&self) -> bool {
        self.touches(|kind| matches!(kind, Kind::Register | Kind::Duty))
    }

    /// Whether recommendations are touched, or what is the same matter.
    pub fn touches_recommendations(&self) -> bool {
        self.touches(|kind| matches!(kind, Kind::Recommendation))
    }

    /// Whether inspections are.
    pub fn touches_inspections(&self) -> bool {
        self.touches(|kind| kind == Kind::Inspection)
    }

    /// The versions that are removed or restored, by table.
    pub(super) fn versions(&self) -> impl Iterator<Item = (&'static Table, Vec<i64>)> {
        let touched = self.steps.iter().map(|step| {
            (step.table, step.removed.iter().chain(&step.restored).copied().collect::<Vec<_>>())
        });
        touched.filter(|(_, versions)| !versions.is_empty())
    }

    fn touches(&self, kind: impl Fn(Kind) -> bool) -> bool {
        let touched = |step: &Step| !step.removed.is_empty() || !step.restored.is_empty();
        self.steps.iter().any(|step| kind(step.table.kind) && touched(step))
    }
}

/// What has become of a version that an operation added.
enum Fate {
    /// It is in force, under this number.
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
        for table in TABLES {
            let mut step = Step { table, removed: Vec::new(), restored: Vec::new() };
            for version in self.versions_added(table, number)? {
                match lineage.fate(table, version)? {
                    Fate::InForce(version) => step.removed.push(version),
                    // A month that was opened again is no longer what the operation made of it.
                    Fate::RemovedBy(_) if table.kind == Kind::Closing => {}
                    Fate::RemovedBy(later) => {
                        taking.dependents.insert(undoing.change_of(later));
                    }
                }
            }
            step.restored = self.versions_removed(table, number)?;
            taking.erased_by = taking.erased_by.max(self.erased_in(table, &step.restored)?);
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

    /// The versions in force that a change later than this one recorded first, each with that change.
    pub(super) fn rows_since(
        &self,
        undoing: &Undoing,
        change: OperationNumber,
        table: &'static Table,
    ) -> Result<Vec<(i64, OperationNumber)>> {
        let first = self.first_since(table, change.next().0)?;
        let name = table.name;
        let sql = format!("SELECT version FROM {name} WHERE version >= ?1 AND removed_by IS NULL");
        let lineage = Lineage { db: self, undoing, copies: RefCell::default() };
        let rows = self.numbers(&sql, [first])?.into_iter();
        let rows = rows.map(|version| Ok((version, lineage.origin(table, version)?)));
        let rows = rows.collect::<Result<Vec<_>>>()?;
        Ok(rows.into_iter().filter(|(_, origin)| *origin > change).collect())
    }

    /// The versions that an operation added.
    pub(super) fn versions_added(&self, table: &Table, by: OperationNumber) -> Result<Vec<i64>> {
        let (first, next) = (self.first_since(table, by.0)?, self.first_since(table, by.next().0)?);
        let name = table.name;
        let sql =
            format!("SELECT version FROM {name} WHERE version >= ?1 AND version < ?2 ORDER BY 1");
        self.numbers(&sql, [first, next])
    }

    /// The versions that an operation removed.
    pub(super) fn versions_removed(&self, table: &Table, by: OperationNumber) -> Result<Vec<i64>> {
        let sql = format!("SELECT version FROM {} WHERE removed_by = ?1 ORDER BY 1", table.name);
        self.numbers(&sql, [by.0])
    }

    /// The lowest version of those that an operation or a later one added. Operations add in order, so that it
    /// is found by halving: there is no index on `added_by`, and there may be millions of versions.
    pub(super) fn first_since(&self, table: &Table, operation: i64) -> Result<i64> {
        let top: i64 = self.next_record(table)? - 1;
        let name = table.name;
        let sql = format!(
            "SELECT version, added_by FROM {name} WHERE version >= ?1 ORDER BY version LIMIT 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let (mut low, mut high) = (1, top + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let (version, added_by): (i64, i64) =
                statement.query_row([middle], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if added_by < operation {
                low = version + 1;
            } else {
                high = middle;
            }
        }
        Ok(low)
    }
}

/// Follows versions through their copies. An operation that takes another back adds, table by table, one
/// copy of each version that the other had removed, in order; by that order they are told.
struct Lineage<'a> {
    db: &'a Reader<'a>,
    undoing: &'a Undoing,
    copies: RefCell<HashMap<(&'static str, OperationNumber), Rc<Copies>>>,
}

#[derive(Default)]
struct Copies {
    /// The copy of each version, and the version of each copy.
    of: HashMap<i64, i64>,
    from: HashMap<i64, i64>,
}

impl Lineage<'_> {
    fn copies(&self, table: &'static Table, taker: OperationNumber) -> Result<Rc<Copies>> {
        let key = (table.name, taker);
        if let Some(copies) = self.copies.borrow().get(&key) {
            return Ok(Rc::clone(copies));
        }
        let mut copies = Copies::default();
        if let Some(taken) = self.undoing.takes_back(taker) {
            let sources = self.db.versions_removed(table, taken)?;
            for (source, copy) in sources.into_iter().zip(self.db.versions_added(table, taker)?) {
                copies.of.insert(source, copy);
                copies.from.insert(copy, source);
            }
        }
        let copies = Rc::new(copies);
        self.copies.borrow_mut().insert(key, Rc::clone(&copies));
        Ok(copies)
    }

    fn fate(&self, table: &'static Table, version: i64) -> Result<Fate> {
        let name = table.name;
        let sql = format!("SELECT removed_by FROM {name} WHERE version = ?1");
        let mut id = version;
        loop {
            let Some(by) = self.db.one::<Option<i64>>(&sql, [id])?.map(OperationNumber) else {
                return Ok(Fate::InForce(id));
            };
            let Some(taker) = self.undoing.taken_back_by(by) else {
                return Ok(Fate::RemovedBy(by));
            };
            let copy = self.copies(table, taker)?.of.get(&id).copied();
            id = copy.ok_or(StoreError::RowBroken { table: name, id, column: "removed_by" })?;
        }
    }

    /// The change that added a version first, of which this one may be a copy.
    fn origin(&self, table: &'static Table, version: i64) -> Result<OperationNumber> {
        let name = table.name;
        let sql = format!("SELECT added_by FROM {name} WHERE version = ?1");
        let mut id = version;
        loop {
            let by = OperationNumber(self.db.one(&sql, [id])?);
            if self.undoing.takes_back(by).is_none() {
                return Ok(by);
            }
            let source = self.copies(table, by)?.from.get(&id).copied();
            id = source.ok_or(StoreError::RowBroken { table: name, id, column: "added_by" })?;
        }
    }
}

/// Looks for what depends on a change in what was recorded after it.
struct Later<'a> {
    lineage: Lineage<'a>,
    change: OperationNumber,
    dependents: BTreeSet<OperationNumber>,
}

/// A key as an expression that is null for versions that do not have it.
fn expression(key: &Key) -> String {
    let columns =
        key.columns.split(", ").map(|column| match column.strip_suffix(" COLLATE NOCASE") {
            Some(code) => format!("upper({code})"),
            None => column.to_owned(),
        });
    let array = format!("json_array({})", columns.collect::<Vec<_>>().join(", "));
    match key.of {
        Some(of) => format!("CASE WHEN {of} THEN {array} END"),
        None => array,
    }
}

impl Later<'_> {
    /// Versions added since under a key of one that is to be restored: its removal made room for them.
    fn in_the_place_of(&mut self, step: &Step) -> Result<()> {
        if step.restored.is_empty() {
            return Ok(());
        }
        let record = std::iter::once("record".to_owned());
        for key in record.chain(step.table.keys.iter().map(expression)) {
            let sql =
                format!("SELECT CAST({key} AS TEXT) FROM {} WHERE version = ?1", step.table.name);
            let freed = step.restored.iter().map(|version| self.lineage.db.one(&sql, [version]));
            let freed: HashSet<Option<String>> = freed.collect::<Result<_>>()?;
            for (version, key) in self.since(step.table, None, &key)? {
                if freed.contains(&Some(key)) {
                    self.enter(step.table, version)?;
                }
            }
        }
        Ok(())
    }

    /// Versions added since that refer to a record which is left without one.
    fn hanging_on(&mut self, step: &Step) -> Result<()> {
        if step.removed.is_empty() {
            return Ok(());
        }
        let owner = format!("SELECT record FROM {} WHERE version = ?1", step.table.name);
        let owners = |versions: &[i64]| -> Result<HashSet<i64>> {
            versions.iter().map(|version| self.lineage.db.one(&owner, [version])).collect()
        };
        let kept = owners(&step.restored)?;
        let gone: HashSet<String> =
            owners(&step.removed)?.difference(&kept).map(i64::to_string).collect();
        for table in TABLES.iter().filter(|_| !gone.is_empty()) {
            for (part, column) in table.references(step.table.name) {
                for (version, owner) in self.since(table, part, column)? {
                    if gone.contains(&owner) {
                        self.enter(table, version)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The versions added after the change for which an expression is not null, with its value as a text.
    fn since(
        &self,
        table: &'static Table,
        part: Option<&Part>,
        key: &str,
    ) -> Result<Vec<(i64, String)>> {
        let first = self.lineage.db.first_since(table, self.change.next().0)?;
        let (from, _) = table.with(part);
        let sql = format!(
            "SELECT t.version, CAST({key} AS TEXT) FROM {from}
             WHERE t.version >= ?1 AND {key} IS NOT NULL"
        );
        self.lineage.db.each(&sql, [first], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// A later change that is in force depends on this one, whether or not its version still stands.
    fn enter(&mut self, table: &'static Table, version: i64) -> Result<()> {
        let origin = self.lineage.origin(table, version)?;
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
            removed.iter().try_for_each(|version| self.remove(table, *version))?;
            restored.iter().try_for_each(|version| self.restore(table, *version))?;
        }
        Ok(())
    }
}
