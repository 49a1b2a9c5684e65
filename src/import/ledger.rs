//! Where faults are entered while files are read and planned: the first ones are kept, all are counted.

use std::collections::{BTreeMap, HashMap};

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

/// Where a fault stands in the list: those of a whole file that no row can be read of first, then by file, line and column.
type Rank = (bool, Place, Option<usize>, usize);

/// Faults that are alike but for their rows.
#[derive(Debug)]
struct Group {
    column: Option<Column>,
    value: String,
    problem: Problem,
    /// Runs of lines, as they came.
    lines: Vec<(u32, u32)>,
}

/// By what faults that may be alike are looked for: file, column, value.
type Alike = (u32, Option<usize>, String);

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    first: BTreeMap<Rank, Group>,
    alike: HashMap<Alike, Vec<Rank>>,
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
        let problem = problem.into();
        let value: String = value.chars().take(SHOWN).collect();
        let at = column.map(Column::at);
        let alike = self.alike.entry((place.file, at, value.clone())).or_default();
        let same = alike.iter().find(|rank| self.first[*rank].problem == problem);
        if let Some(group) = same.and_then(|rank| self.first.get_mut(rank)) {
            return group.add(place.line);
        }
        let rank = (!problem.is_of_whole_text(), place, at, self.total);
        alike.push(rank);
        let mut group = Group { column, value, problem, lines: Vec::new() };
        group.add(place.line);
        self.first.insert(rank, group);
        if self.first.len() > KEPT {
            self.forget_last();
        }
    }

    fn forget_last(&mut self) {
        let Some((rank, group)) = self.first.pop_last() else { return };
        let key = (rank.1.file, rank.2, group.value);
        if let Some(alike) = self.alike.get_mut(&key) {
            alike.retain(|other| *other != rank);
            if alike.is_empty() {
                self.alike.remove(&key);
            }
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
        let faults = self.first.into_iter().map(|((_, place, ..), group)| {
            let mut fault = Fault {
                at: Spot {
                    source: sources[place.file as usize].clone(),
                    lines: runs(group.lines),
                    column: group.column.and_then(|it| column(place.file, it)),
                },
                column: group.column.map(|column| column.key),
                value: group.value,
                problem: group.problem,
            };
            complete(&mut fault);
            fault
        });
        Faults { faults: faults.collect(), total: self.total, aside: Vec::new() }
    }
}

impl Group {
    fn add(&mut self, line: u32) {
        match self.lines.last_mut() {
            _ if line == 0 => {}
            Some((_, last)) if *last == line || *last + 1 == line => *last = line,
            Some(_) | None => self.lines.push((line, line)),
        }
    }
}

/// Runs of lines in order, those that touch as one.
fn runs(mut lines: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    lines.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (first, last) in lines {
        match runs.last_mut() {
            Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
            Some(_) | None => runs.push((first, last)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_faults_by_line_are_kept_and_all_are_counted() {
        let mut ledger = Ledger::default();
        for line in (1..=1000).rev() {
            ledger.enter(Place { file: 0, line }, None, &line.to_string(), Problem::Required);
        }
        let faults = ledger.close(&[Source::default()], |_, _| None, |_| {});
        assert_eq!((faults.total, faults.faults.len()), (1000, 200));
        let line = |at: usize| faults.faults[at].at.lines[0].0;
        assert_eq!((line(0), line(199)), (1, 200));
    }

    #[test]
    fn faults_that_are_alike_are_one_with_its_lines() {
        let mut ledger = Ledger::default();
        for line in [3, 4, 5, 9, 12, 11, 10] {
            ledger.enter(Place { file: 0, line }, None, "", Problem::Required);
        }
        ledger.enter(Place { file: 0, line: 6 }, None, "", Problem::VisitorsEmpty);
        ledger.enter(Place { file: 0, line: 8 }, None, "", Problem::NotUnicode { found: None });
        let faults = ledger.close(&[Source::default()], |_, _| None, |_| {});
        let lines: Vec<_> = faults.faults.iter().map(|fault| fault.at.lines.clone()).collect();
        assert_eq!(faults.total, 9);
        assert_eq!(lines, [vec![(8, 8)], vec![(3, 5), (9, 12)], vec![(6, 6)]]);
    }
}
