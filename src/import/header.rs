//! The headings of a file: which column stands where, and which kind of file they fit.

use super::fault::Problem;
use super::ledger::{Ledger, Place};
use super::sheet::{Cells, cell};
use crate::domain::fold;
use crate::files::{Column, FileKind};

/// Where each column of a file stands.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// By the order of section 9: the place in the row.
    places: [Option<u16>; FileKind::MOST_COLUMNS],
    /// How many headings there are.
    pub width: usize,
    /// Places of columns without a heading.
    pub unnamed: Vec<usize>,
}

impl Header {
    /// Reads the headings of a file of this kind; none if its rows cannot be read under them.
    pub fn read(record: &Cells, kind: FileKind, place: Place, ledger: &mut Ledger) -> Option<Self> {
        let mut header = Self {
            places: [None; FileKind::MOST_COLUMNS],
            width: record.len(),
            unnamed: Vec::new(),
        };
        let mut usable = true;
        for (at, heading) in headings(record).into_iter().enumerate() {
            if heading.is_empty() {
                header.unnamed.push(at);
                continue;
            }
            let Some(column) = kind.column(&fold(&heading)) else {
                let near = nearest(&heading, kind.usual().map(|column| column.key));
                ledger.enter(place, None, &heading, Problem::UnknownColumn { near });
                continue;
            };
            if header.places[column.at()].is_some() {
                ledger.enter(place, Some(column), &heading, Problem::ColumnTwice);
                usable = false;
            }
            header.places[column.at()] = Some(at as u16);
        }
        for column in kind.of_rows().filter(|column| !header.has(*column)) {
            ledger.enter(place, Some(column), "", Problem::ColumnMissing);
            usable = false;
        }
        usable.then_some(header)
    }

    /// Where a column stands in the row, if the file has it.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places[column.at()].map(usize::from)
    }

    /// Whether the file has the column.
    pub fn has(&self, column: Column) -> bool {
        self.places[column.at()].is_some()
    }
}

/// The kinds of files that headings fit: all of them are known, and none that a new record needs is missing.
pub(super) fn kinds_that_fit(record: &Cells) -> Vec<FileKind> {
    let headings: Vec<String> =
        headings(record).iter().map(|heading| fold(heading)).filter(|h| !h.is_empty()).collect();
    let fits = |kind: &FileKind| {
        let columns: Option<Vec<Column>> =
            headings.iter().map(|heading| kind.column(heading)).collect();
        columns.is_some_and(|found| kind.of_new_records().all(|column| found.contains(&column)))
    };
    FileKind::ALL.into_iter().filter(fits).collect()
}

/// Whether so many of the cells are headings of some kind of file that they are meant as such.
pub(super) fn knows_any(record: &Cells) -> bool {
    let headings: Vec<String> = headings(record).iter().map(|heading| fold(heading)).collect();
    let known = |kind: &FileKind| {
        headings.iter().filter(|heading| kind.column(heading).is_some()).count() > 1
    };
    FileKind::ALL.iter().any(known)
}

fn headings(record: &Cells) -> Vec<String> {
    let text = |at: usize| match cell(record, at) {
        Some(text) => text.to_owned(),
        None => String::from_utf8_lossy(&record[at]).into_owned(),
    };
    (0..record.len()).map(text).collect()
}

/// The word nearest to what was written, if one is near.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = fold(written);
    let near = known.map(|word| (strsim::normalized_damerau_levenshtein(word, &written), word));
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.5).then_some(best.1)
}
