//! What all parts of a plan share: the files, the base, the faults, and the batch under way.

use std::collections::{HashMap, HashSet};

use super::super::Options;
use super::super::codes::{Codes, Symbol};
use super::super::drafts::{FileRead, Unsure, has};
use super::super::fault::{Fault, Faults, Problem};
use super::super::ledger::{Ledger, Place};
use super::Tally;
use super::known::{Found, Known};
use crate::domain::{
    Category, CategoryId, Cell, CellId, Code, Committee, CommitteeId, Date, Dated, Keyword,
    Official, OfficialId, Period, Register, Thing, ThingKind,
};
use crate::files::{Column, FileKind};
use crate::ops::{Base, Batch, Replacing};

/// For how many unknown codes the nearest known ones are looked up.
const NEAREST_FOR: usize = 20;
/// How many near codes are offered.
const NEAR: usize = 3;

/// The records of a kind that are to be written, which stand in the register, and their versions in force.
type Written<I, T> = Vec<(I, Option<Box<T>>)>;

/// Those of the register.
#[derive(Debug, Default)]
pub(super) struct RegisterWritten {
    pub committees: Written<CommitteeId, Committee>,
    pub cells: Written<CellId, Cell>,
    pub categories: Written<CategoryId, Category>,
    pub officials: Written<OfficialId, Official>,
}

impl RegisterWritten {
    /// Takes them out of the register into the batch.
    pub fn enter(self, mut register: Register, batch: &mut Batch) {
        batch.committees = replacing(self.committees, |ids| register.take_committees(ids));
        batch.cells = replacing(self.cells, |ids| register.take_cells(ids));
        batch.categories = replacing(self.categories, |ids| register.take_categories(ids));
        batch.officials = replacing(self.officials, |ids| register.take_officials(ids));
    }
}

fn replacing<I: Copy, T>(
    written: Written<I, T>,
    take: impl FnOnce(&[I]) -> Vec<T>,
) -> Vec<Replacing<T>> {
    let ids: Vec<I> = written.iter().map(|(id, _)| *id).collect();
    let olds = written.into_iter().map(|(_, old)| old);
    take(&ids).into_iter().zip(olds).map(|(new, old)| Replacing { old, new }).collect()
}

/// A plan under way.
pub(super) struct Planning {
    pub files: Vec<Option<FileRead>>,
    pub codes: Codes,
    pub ledger: Ledger,
    pub base: Base,
    pub options: Options,
    pub batch: Batch,
    pub written: RegisterWritten,
    pub tallies: [Tally; FileKind::ALL.len()],
    /// Meetings whose grade is above what their score allows, by key.
    pub grades_above: Vec<(CellId, Period)>,
    pub committees: Known<CommitteeId>,
    pub cells: Known<CellId>,
    pub categories: Known<CategoryId>,
    pub officials: Known<OfficialId>,
    pub unsure_recommendations: HashSet<Symbol>,
    /// Records in force before whose first or last day changes, with the row that changes it.
    pub committee_lives: HashMap<CommitteeId, Place>,
    pub cell_lives: HashMap<CellId, Place>,
    pub official_lives: HashMap<OfficialId, Place>,
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
        base: Base,
        options: Options,
    ) -> Self {
        let r = &base.register;
        let committees = |id| r.find_committee(id).is_some();
        let cells = |id| r.find_cell(id).is_some();
        let categories = |id| r.find_category(id).is_some();
        let officials = |id| r.find_official(id).is_some();
        use FileKind::{Categories, Cells, Committees, Officials, Recommendations};
        let recommendations = unsure.codes.iter().filter(|(kind, _)| *kind == Recommendations);
        Self {
            committees: Known::new(Committees, &codes, unsure, &base.committee_codes, committees),
            cells: Known::new(Cells, &codes, unsure, &base.cell_codes, cells),
            categories: Known::new(Categories, &codes, unsure, &base.category_codes, categories),
            officials: Known::new(Officials, &codes, unsure, &base.official_codes, officials),
            unsure_recommendations: recommendations.map(|(_, symbol)| *symbol).collect(),
            files,
            codes,
            ledger,
            base,
            options,
            batch: Batch::default(),
            written: RegisterWritten::default(),
            tallies: Default::default(),
            grades_above: Vec::new(),
            committee_lives: HashMap::new(),
            cell_lives: HashMap::new(),
            official_lives: HashMap::new(),
            missing: HashSet::new(),
        }
    }

    /// Forgets the codes on record once the register is planned: from then on symbols say what a code means.
    pub fn forget_codes_on_record(&mut self) {
        self.base.committee_codes = HashMap::new();
        self.base.cell_codes = HashMap::new();
        self.base.category_codes = HashMap::new();
        self.base.official_codes = HashMap::new();
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

    /// Compares the value in force with the one of a file. Another one is a fault, unless it is to be amended.
    pub fn compare<T: PartialEq>(
        &mut self,
        place: Place,
        column: Column,
        (old, new): (&T, &T),
        show: impl Fn(&T) -> String,
    ) {
        if old != new && !self.options.amend {
            let (old, new) = (show(old), show(new));
            let value = new.clone();
            self.fault(
                place,
                column,
                &value,
                Problem::WouldChange { column: column.key, old, new },
            );
        }
    }

    /// The code of a record: as it is in force, or else as the file has it.
    pub fn code(&mut self, place: Place, column: Column, old: Option<&Code>, new: &Code) -> Code {
        let old = old.unwrap_or(new);
        self.compare(place, column, (old, new), Code::to_string);
        if old == new { old.clone() } else { new.clone() }
    }

    /// Dated values as they were laid; where they could not be, that is a fault of the row's day.
    pub fn laid<T>(
        &mut self,
        laid: Result<Option<Dated<T>>, (Place, Problem)>,
        column: Column,
        from: Option<Date>,
    ) -> Option<Dated<T>> {
        let fault = |(place, problem)| self.fault(place, column, &shown(&from), problem);
        laid.map_err(fault).ok().flatten()
    }

    /// The cell that a code of a file means; an unknown one is a fault.
    pub fn cell(&mut self, place: Place, column: Column, symbol: Symbol) -> Option<CellId> {
        let found = self.cells.find(symbol);
        self.resolved(found, ThingKind::Cell, place, column, symbol)
    }

    /// The official that a code of a file means; an unknown one is a fault.
    pub fn official(&mut self, place: Place, column: Column, symbol: Symbol) -> Option<OfficialId> {
        let found = self.officials.find(symbol);
        self.resolved(found, ThingKind::Official, place, column, symbol)
    }

    /// The committee that a code of a file means; an unknown one is a fault.
    pub fn committee(
        &mut self,
        place: Place,
        column: Column,
        symbol: Symbol,
    ) -> Option<CommitteeId> {
        let found = self.committees.find(symbol);
        self.resolved(found, ThingKind::Committee, place, column, symbol)
    }

    /// The category that a code of a file means; an unknown one is a fault.
    pub fn category(&mut self, place: Place, column: Column, symbol: Symbol) -> Option<CategoryId> {
        let found = self.categories.find(symbol);
        self.resolved(found, ThingKind::Category, place, column, symbol)
    }

    fn resolved<I>(
        &mut self,
        found: Found<I>,
        kind: ThingKind,
        place: Place,
        column: Column,
        symbol: Symbol,
    ) -> Option<I> {
        match found {
            Found::Known(id) => Some(id),
            Found::Unsure => None,
            Found::Unknown => {
                let code = self.codes.code(symbol).as_str();
                let problem = Problem::UnknownCode { kind, near: Vec::new() };
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
        (self.cell_lives.keys().copied().collect(), self.official_lives.keys().copied().collect())
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
