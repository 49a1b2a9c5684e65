//! What all parts of a plan share: the files, the base, the faults, and the batch under way.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::mem::take;

use super::super::Options;
use super::super::codes::{Codes, Symbol};
use super::super::drafts::{FileRead, Unsure, has};
use super::super::fault::{Fault, Faults, Problem};
use super::super::ledger::{Ledger, Place};
use super::Tally;
use super::known::Found;
use super::part::Part;
use crate::domain::{
    Assignment, Category, Cell, CellId, Committee, Date, Document, Item, Kept, Keyword, Official,
    OfficialId, Period, Record, Register, Registered, Roster, Since, Thing, ThingKind, Told,
};
use crate::files::{Column, FileKind};
use crate::ops::{self, Base, Ever};

/// For how many unknown codes the nearest known ones are looked up.
const NEAREST_FOR: usize = 20;
/// How many near codes are offered.
const NEAR: usize = 3;

/// A record of the register, whose kind has a part of its own in the plan.
pub(super) trait OfRegister: Registered {
    fn part(planning: &Planning) -> &Part<Self>;
    fn part_mut(planning: &mut Planning) -> &mut Part<Self>;
}

macro_rules! parts {
    ($($record:ident: $part:ident),+ $(,)?) => {$(
        impl OfRegister for $record {
            fn part(planning: &Planning) -> &Part<Self> {
                &planning.$part
            }

            fn part_mut(planning: &mut Planning) -> &mut Part<Self> {
                &mut planning.$part
            }
        }
    )+};
}

parts! { Committee: committees, Cell: cells, Category: categories, Official: officials }

/// A value of a record that a file would change.
pub(super) struct Change {
    pub column: Column,
    pub since: Since,
    /// As files have it.
    pub old: String,
    pub new: String,
}

/// A plan under way.
pub(super) struct Planning {
    pub files: Vec<Option<FileRead>>,
    pub codes: Codes,
    pub ledger: Ledger,
    pub base: Base,
    pub options: Options,
    pub batch: ops::Change,
    pub tallies: [Tally; FileKind::ALL.len()],
    /// Meetings whose grade is above what their score allows, by key.
    pub grades_above: Vec<(CellId, Period)>,
    /// Meetings with reasons for absence that nobody assigned can have, by key.
    pub idle_reasons: Vec<(CellId, Period)>,
    roster: OnceCell<Roster>,
    pub committees: Part<Committee>,
    pub cells: Part<Cell>,
    pub categories: Part<Category>,
    pub officials: Part<Official>,
    pub unsure_recommendations: HashSet<Symbol>,
    /// Columns whose lack was told already.
    missing: HashSet<(u32, &'static str)>,
}

impl Planning {
    /// Begins a plan.
    pub fn new(
        files: Vec<Option<FileRead>>,
        codes: Codes,
        unsure: &Unsure,
        ledger: Ledger,
        mut base: Base,
        options: Options,
    ) -> Self {
        use FileKind::{Categories, Cells, Committees, Officials, Recommendations};
        let recommendations = unsure.codes.iter().filter(|(kind, _)| *kind == Recommendations);
        let unsure_recommendations = recommendations.map(|(_, symbol)| *symbol).collect();
        let (committees, cells) = (take(&mut base.committees_ever), take(&mut base.cells_ever));
        let categories = take(&mut base.categories_ever);
        let officials = take(&mut base.officials_ever);
        let register = &base.register;
        Self {
            committees: Part::new(Committees, &codes, unsure, register, committees),
            cells: Part::new(Cells, &codes, unsure, register, cells),
            categories: Part::new(Categories, &codes, unsure, register, categories),
            officials: Part::new(Officials, &codes, unsure, register, officials),
            unsure_recommendations,
            files,
            codes,
            ledger,
            base,
            options,
            batch: ops::Change::default(),
            tallies: [Tally::default(); FileKind::ALL.len()],
            grades_above: Vec::new(),
            idle_reasons: Vec::new(),
            roster: OnceCell::new(),
            missing: HashSet::new(),
        }
    }

    /// Forgets the codes on record once the register is planned: from then on symbols say what a code means.
    pub fn forget_codes_on_record(&mut self) {
        self.committees.ever = Ever::default();
        self.cells.ever = Ever::default();
        self.categories.ever = Ever::default();
        self.officials.ever = Ever::default();
    }

    /// Who is assigned, as the files leave it. It is asked of the few meetings with reasons for absence.
    pub fn roster(&self) -> &Roster {
        self.roster.get_or_init(|| {
            let all = self.base.assignments.iter().chain(&self.batch.assignments);
            let days =
                |one: &Assignment| Assignment { document: Document::default(), ..one.clone() };
            Roster::new(all.map(days).collect())
        })
    }

    /// Whether the file of a row has a column.
    pub fn has(&self, place: Place, column: Column) -> bool {
        has(&self.files, place, column)
    }

    /// Enters a fault of a cell.
    pub fn fault(&mut self, at: Place, column: Column, value: &str, problem: impl Into<Problem>) {
        self.ledger.enter(at, Some(column), value, problem);
    }

    /// Enters that a record lacks a value it needs: the cell is empty, or, told once, the column is not there.
    pub fn lacks(&mut self, place: Place, column: Column) {
        if self.has(place, column) {
            self.fault(place, column, "", Problem::Required);
        } else if self.missing.insert((place.file, column.key)) {
            self.fault(Place::file(place.file), column, "", Problem::ColumnMissing);
        } else {
            self.ledger.mark();
        }
    }

    /// Enters that another row says something else of the same record.
    pub fn duplicate(&mut self, place: Place, other: Place, value: &str) {
        let file = self.files[other.file as usize].as_ref();
        let problem = Problem::DuplicateRow {
            file: file.map(|file| file.name.clone()).unwrap_or_default(),
            line: other.line.into(),
        };
        self.ledger.enter(place, None, value, problem);
    }

    /// Compares a record in force with the one of a row. Every value that is another one is a fault, unless it is to
    /// be amended.
    pub fn compare<T: Record>(&mut self, (kind, place): (FileKind, Place), records: (&T, &T)) {
        if self.options.amend {
            return;
        }
        for change in self.changes(kind, records, T::told) {
            self.would_change(place, change);
        }
    }

    /// The values of a record in force that are others in a file; a further dated value changes none.
    pub fn changes<T: PartialEq>(
        &self,
        kind: FileKind,
        (old, new): (&T, &T),
        told: impl for<'a> Fn(&'a T, &'a Register) -> Vec<Item<'a>>,
    ) -> Vec<Change> {
        // There may be millions of equal ones.
        if old == new {
            return Vec::new();
        }
        let (before, after) = (told(old, &self.base.register), told(new, &self.base.register));
        let mut changes = Vec::new();
        for Item { key, since, value, .. } in before.iter().filter(|it| it.kept != Kept::Derived) {
            let new = after.iter().find(|new| new.key == *key && new.since == *since);
            let Some(new) = new.filter(|new| new.value != *value) else { continue };
            let column = kind.columns().iter().find(|column| column.key == key.key());
            let (old, new) = (value.as_ref().map(Told::written).unwrap_or_default(), new.written());
            let Some(column) = column.filter(|_| old != new) else { continue };
            changes.push(Change { column: *column, since: *since, old, new });
        }
        changes
    }

    /// Enters that a row would change a value in force, unless it is to be amended.
    pub fn would_change(&mut self, place: Place, change: Change) {
        if !self.options.amend {
            let Change { column, old, new, .. } = change;
            let value = new.clone();
            let problem = Problem::WouldChange { column: column.key, old, new };
            self.fault(place, column, &value, problem);
        }
    }

    /// The record that a code of a file means; an unknown one is a fault.
    pub fn find<T: OfRegister>(
        &mut self,
        place: Place,
        column: Column,
        symbol: Symbol,
    ) -> Option<T::Id> {
        match T::part(self).known.find(symbol) {
            Found::Known(id) => Some(id),
            Found::Unsure => None,
            Found::Unknown => {
                let code = self.codes.code(symbol).as_str();
                let problem = Problem::UnknownCode { kind: T::KIND, near: Vec::new() };
                self.ledger.enter(place, Some(column), code, problem);
                None
            }
        }
    }

    /// Counts a record of a kind.
    pub fn count(&mut self, kind: FileKind, is_new: bool, is_same: bool) {
        let tally = &mut self.tallies[kind as usize];
        match (is_new, is_same) {
            (true, _) => tally.new += 1,
            (false, true) => tally.same += 1,
            (false, false) => tally.changed += 1,
        }
    }

    /// The cells and officials whose lives change.
    pub fn changed_lives(&self) -> (HashSet<CellId>, HashSet<OfficialId>) {
        let (cells, officials) = (&self.cells.lives, &self.officials.lives);
        (cells.keys().copied().collect(), officials.keys().copied().collect())
    }

    /// Closes the ledger; the first unknown codes get the nearest known ones.
    pub fn faults(self, names: &[String]) -> Faults {
        let register = self.base.register;
        let far = Date::first();
        let all = |kind: ThingKind| -> Vec<Thing> {
            match kind {
                ThingKind::Committee => {
                    register.committees().iter().map(|c| c.thing(far)).collect()
                }
                ThingKind::Cell => register.cells().iter().map(|c| c.latest_thing()).collect(),
                ThingKind::Category => register.categories().iter().map(|c| c.thing()).collect(),
                ThingKind::Official => register.officials().iter().map(|o| o.thing(far)).collect(),
                ThingKind::Recommendation => Vec::new(),
            }
        };
        let mut things: HashMap<&'static str, Vec<Thing>> = HashMap::new();
        let mut asked: HashMap<(&'static str, String), Vec<Thing>> = HashMap::new();
        self.ledger.close(names, |fault: &mut Fault| {
            let Problem::UnknownCode { kind, near } = &mut fault.problem else { return };
            let key = (kind.key(), fault.value.to_ascii_uppercase());
            if asked.len() >= NEAREST_FOR && !asked.contains_key(&key) {
                return;
            }
            let things = things.entry(kind.key()).or_insert_with(|| all(*kind));
            let found = asked.entry(key.clone()).or_insert_with(|| nearest(&key.1, things));
            near.clone_from(found);
        })
    }
}

fn nearest(code: &str, things: &[Thing]) -> Vec<Thing> {
    let mut near: Vec<(f64, &Thing)> = Vec::new();
    for thing in things {
        let other = thing.code.to_ascii_uppercase();
        let score = strsim::normalized_damerau_levenshtein(code, &other);
        if score >= 0.6 {
            near.push((score, thing));
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.iter().take(NEAR).map(|(_, thing)| (*thing).clone()).collect()
}

/// A value as files hold it; nothing for none.
pub(super) fn shown<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(T::to_string).unwrap_or_default()
}

/// The key of a value out of a fixed list; nothing for none.
pub(super) fn key<T: Keyword>(value: &Option<T>) -> String {
    value.map(|value| value.key().to_owned()).unwrap_or_default()
}
