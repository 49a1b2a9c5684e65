//! Where faults are entered while files are read and planned: the first ones are kept, all are counted.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::fault::{Fault, Faults, Problem, Source, Spot};
use crate::files::Column;

/// The most faults that are kept.
const KEPT: usize = 200;
/// The most characters of a value that are shown.
const SHOWN: usize = 80;

/// The line of a file on which a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub file: u32,
    /// From 1; 0 stands for the whole file.
    pub line: u32,
}

impl Place {
    /// The whole file.
    pub fn file(file: u32) -> Self {
        Self { file, line: 0 }
    }
}

#[derive(Debug)]
struct Entry {
    place: Place,
    column: Option<Column>,
    number: usize,
    value: String,
    problem: Problem,
}

impl Entry {
    fn rank(&self) -> (Place, Option<usize>, usize) {
        (self.place, self.column.map(|column| column.at()), self.number)
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.rank() == other.rank()
    }
}

impl Eq for Entry {}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    first: BinaryHeap<Entry>,
    total: usize,
    marks: usize,
}

impl Ledger {
    /// Enters a fault.
    pub fn enter(
        &mut self,
        place: Place,
        column: Option<Column>,
        value: &str,
        problem: impl Into<Problem>,
    ) {
        self.total += 1;
        self.marks += 1;
        let value = value.chars().take(SHOWN).collect();
        let problem = problem.into();
        self.first.push(Entry { place, column, number: self.total, value, problem });
        if self.first.len() > KEPT {
            self.first.pop();
        }
    }

    /// Marks a row as faulty for something that was told already, of another row of its file.
    pub fn mark(&mut self) {
        self.marks += 1;
    }

    /// Grows with every fault and every mark: equal before and after means that nothing was wrong.
    pub fn marks(&self) -> usize {
        self.marks
    }

    /// Whether nothing was wrong.
    pub fn is_clean(&self) -> bool {
        self.total == 0
    }

    /// The faults by file and line. `column` tells where a column stands in a file; `complete` may add to what is kept.
    pub fn close(
        self,
        sources: &[Source],
        column: impl Fn(u32, Column) -> Option<usize>,
        mut complete: impl FnMut(&mut Fault),
    ) -> Faults {
        let entries = self.first.into_sorted_vec().into_iter();
        let faults = entries.map(|entry| {
            let (at, line) = (entry.place.file as usize, entry.place.line);
            let mut fault = Fault {
                at: Spot {
                    source: sources[at].clone(),
                    lines: (line > 0).then_some((line, line)).into_iter().collect(),
                    column: entry.column.and_then(|it| column(entry.place.file, it)),
                },
                column: entry.column.map(|column| column.key),
                value: entry.value,
                problem: entry.problem,
            };
            complete(&mut fault);
            fault
        });
        Faults { faults: faults.collect(), total: self.total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_faults_by_line_are_kept_and_all_are_counted() {
        let mut ledger = Ledger::default();
        for line in (1..=1000).rev() {
            ledger.enter(Place { file: 0, line }, None, "x", Problem::Required);
        }
        let faults = ledger.close(&[Source::default()], |_, _| None, |_| {});
        assert_eq!((faults.total, faults.faults.len()), (1000, 200));
        let line = |at: usize| faults.faults[at].at.lines[0].0;
        assert_eq!((line(0), line(199)), (1, 200));
    }
}
