//! What the plans of all kinds share: the files, the base, the faults, and the change under way.

pub(super) mod dated;
pub(super) mod known;
mod part;
mod parts;
pub(super) mod register;

pub(super) use parts::OfRegister;

use std::cell::{Cell as StdCell, OnceCell};
use std::collections::HashSet;

use known::Found;
use parts::Parts;

use super::Options;
use super::codes::{Called, Codes, Symbol};
use super::draft::{FileRead, Unsure, has};
use super::fault::Problem;
use super::ledger::{Ledger, Place};
use crate::domain::{
    Assignment, CellId, Code, Document, Item, Kept, Keyword, Names, OfficialId, Period, Record,
    Refusal, Register, Roster, Scope, Since, Span, Told, meeting_days, refusal,
};
use crate::files::{Column, FileKind};
use crate::ops::{Base, Change};

/// How many records of a kind an import finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Records that are added.
    pub new: usize,
    /// Records that get another version.
    pub changed: usize,
    /// Records that are there already, with equal values.
    pub same: usize,
}

/// A value in force that is another one in a file.
pub(super) struct OtherValue {
    pub column: Column,
    pub since: Since,
    /// As files have it.
    pub old: String,
    pub new: String,
}

/// For how many unknown names the nearest known ones are looked up.
const NEAREST_FOR: usize = 20;

/// A plan under way.
pub(super) struct Planning {
    pub files: Vec<Option<FileRead>>,
    pub codes: Codes,
    pub ledger: Ledger,
    pub base: Base,
    pub options: Options,
    pub change: Change,
    pub tallies: [Tally; FileKind::ALL.len()],
    roster: OnceCell<Roster>,
    pub parts: Parts,
    /// What cannot be told because it could not be read.
    pub unsure: Unsure,
    /// Cells that were given no day of founding, and have that of their committee.
    pub founded_with_committee: usize,
    /// For how many unknown names the nearest known ones were looked up.
    searched: StdCell<usize>,
    /// Columns whose lack was told already.
    missing: HashSet<(u32, &'static str)>,
}

impl Planning {
    /// Begins a plan.
    pub fn new(
        files: Vec<Option<FileRead>>,
        codes: Codes,
        unsure: Unsure,
        ledger: Ledger,
        mut base: Base,
        options: Options,
    ) -> Self {
        Self {
            parts: Parts::new(&codes, &unsure, &mut base),
            unsure,
            files,
            codes,
            ledger,
            base,
            options,
            change: Change::default(),
            tallies: [Tally::default(); FileKind::ALL.len()],
            roster: OnceCell::new(),
            founded_with_committee: 0,
            searched: StdCell::new(0),
            missing: HashSet::new(),
        }
    }

    /// Who is assigned, as the files leave it. It is asked of the few meetings with reasons for absence.
    pub fn roster(&self) -> &Roster {
        self.roster.get_or_init(|| {
            let all = self.base.records.assignments.iter().chain(&self.change.assignments);
            let days =
                |one: &Assignment| Assignment { document: Document::default(), ..one.clone() };
            Roster::new(all.map(days).collect())
        })
    }

    /// Whether the scope of a duty, on record or by the files, may hold a cell at the meeting of a month.
    pub fn any_duty_of(&self, cell: &Code, month: Period) -> bool {
        let register = &self.base.records.register;
        let Some(cell) = register.cells().iter().find(|it| it.code == *cell) else { return false };
        let (first, last) = meeting_days(month);
        let days = Span { from: Some(first), until: Some(last.next()) };
        let mut duties = self.base.records.duties.iter().chain(&self.change.duties);
        duties.any(|duty| {
            let reaches = match duty.scope {
                Scope::All => true,
                Scope::Committee(id) => cell.standings.iter().any(|(_, it)| it.committee == id),
                Scope::Cell(id) => id == cell.id,
            };
            reaches && duty.days().overlaps(days)
        })
    }

    /// Whether the file of a row has a column.
    pub fn has(&self, place: Place, column: Column) -> bool {
        has(&self.files, place, column)
    }

    /// Whether a row leaves a value as it is recorded: its file has no such column, or it is a month sheet, which says
    /// nothing where nothing was entered.
    pub fn leaves(&self, place: Place, column: Column, is_empty: bool) -> bool {
        !self.has(place, column) || is_empty && self.options.sheet.is_some()
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
        let source = file.map(|file| file.source.clone()).unwrap_or_default();
        let problem = Problem::DuplicateRow { at: source.line(other.line) };
        self.ledger.enter(place, None, value, problem);
    }

    /// Compares a record in force with the one of a row. Every value that is another one is a fault, unless it is to
    /// be amended.
    pub fn compare<T: Record>(&mut self, (kind, place): (FileKind, Place), records: (&T, &T)) {
        if self.options.amend {
            return;
        }
        for other in self.other_values(kind, records, T::told) {
            self.would_change(place, other);
        }
    }

    /// Compares what a row says with the record in force and counts the row. Whether it says anything else.
    pub fn weigh<T: Record + PartialEq>(
        &mut self,
        (kind, place): (FileKind, Place),
        old: Option<&T>,
        new: &T,
    ) -> bool {
        if let Some(old) = old {
            self.compare((kind, place), (old, new));
        }
        let is_same = old == Some(new);
        self.count(kind, old.is_none(), is_same);
        !is_same
    }

    /// The values of a record in force that are others in a file; a further dated value changes none.
    pub fn other_values<T: PartialEq>(
        &self,
        kind: FileKind,
        (old, new): (&T, &T),
        told: impl for<'a> Fn(&'a T, &'a Register) -> Vec<Item<'a>>,
    ) -> Vec<OtherValue> {
        // There may be millions of equal ones.
        if old == new {
            return Vec::new();
        }
        let (before, after) =
            (told(old, &self.base.records.register), told(new, &self.base.records.register));
        let mut others = Vec::new();
        for Item { key, since, value, .. } in before.iter().filter(|it| it.kept != Kept::Derived) {
            let new = after.iter().find(|new| new.key == *key && new.since == *since);
            let Some(new) = new.filter(|new| new.value != *value) else { continue };
            let column = kind.columns().iter().find(|column| column.key == key.key());
            let (old, new) = (value.as_ref().map(Told::written).unwrap_or_default(), new.written());
            let Some(column) = column.filter(|_| old != new) else { continue };
            others.push(OtherValue { column: *column, since: *since, old, new });
        }
        others
    }

    /// Enters that a row would change a value in force, unless it is to be amended.
    pub fn would_change(&mut self, place: Place, other: OtherValue) {
        if !self.options.amend {
            let OtherValue { column, old, new, .. } = other;
            let value = new.clone();
            let problem = Problem::WouldChange { column: column.key, old, new };
            self.fault(place, column, &value, problem);
        }
    }

    /// The record that a code or a name of a file means; an unknown one is a fault.
    pub fn find<T: OfRegister>(
        &mut self,
        place: Place,
        column: Column,
        symbol: Symbol,
    ) -> Option<T::Id> {
        match T::part(self).known.find(symbol) {
            Found::Known(id) => Some(id),
            Found::Unsure => None,
            Found::Unknown => match self.find_by_name::<T>(symbol) {
                Ok(id) => {
                    T::part_mut(self).known.learn(symbol, id);
                    Some(id)
                }
                Err(problem) => {
                    if let Some(problem) = problem {
                        let text = self.codes.text(symbol);
                        self.ledger.enter(place, Some(column), text, problem);
                    }
                    None
                }
            },
        }
    }

    /// What a code or a name means; nothing is entered of an unknown one.
    pub fn meaning<T: OfRegister>(&mut self, symbol: Symbol) -> Found<T::Id> {
        match T::part(self).known.find(symbol) {
            Found::Unknown => match self.find_by_name::<T>(symbol) {
                Ok(id) => Found::Known(id),
                Err(Some(_)) => Found::Unknown,
                Err(None) => Found::Unsure,
            },
            found => found,
        }
    }

    /// The record of a name, as on the command line; nothing is said of one whose own row may be faulty.
    fn find_by_name<T: OfRegister>(&mut self, symbol: Symbol) -> Result<T::Id, Option<Problem>> {
        let (text, day, is_code) = match self.codes.called(symbol) {
            // A name of one word looks like a code.
            Called::Code(code) => (code.as_str(), self.options.today, true),
            Called::Name { text, day } => (&**text, *day, false),
        };
        let register = &self.base.records.register;
        let part = T::part(self);
        let names = part.names.get_or_init(|| Names::of(register.all::<T>()));
        let meant: Vec<&T> =
            names.meant(text).iter().filter_map(|id| register.find::<T>(*id)).collect();
        if meant.is_empty() && is_code {
            return Err(Some(Problem::UnknownCode { kind: T::KIND, near: Vec::new() }));
        }
        if meant.is_empty() && part.known.lacks_some() {
            return Err(None);
        }
        let found = if !meant.is_empty() {
            T::find_among(register, &meant, text, day)
        } else if self.searched.get() < NEAREST_FOR {
            self.searched.set(self.searched.get() + 1);
            T::find_among(register, &register.all::<T>().iter().collect::<Vec<_>>(), text, day)
        } else {
            let (text, near) = (text.to_owned(), Vec::new());
            Err(refusal::Found::NotFound { kind: T::KIND, text, near, recoded: None }.into())
        };
        found.map_err(|refusal| match refusal {
            Refusal::Found(refusal::Found::NotFound { .. }) if is_code => {
                Some(Problem::UnknownCode { kind: T::KIND, near: Vec::new() })
            }
            refusal => Some(refusal.into()),
        })
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
        let (cells, officials) = (&self.parts.cells.lives, &self.parts.officials.lives);
        (cells.keys().copied().collect(), officials.keys().copied().collect())
    }
}

/// A value as files hold it; nothing for none.
pub(super) fn shown<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(T::to_string).unwrap_or_default()
}

/// The key of a value out of a fixed list; nothing for none.
pub(super) fn key<T: Keyword>(value: &Option<T>) -> String {
    value.map(|value| value.key().to_owned()).unwrap_or_default()
}
