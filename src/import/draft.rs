//! What was read of the files, whatever their kind: the draft of a row, the file it stands in, and what cannot be told
//! because something could not be read.

use super::codes::Symbol;
use super::dates::Dates;
use super::fault::Source;
use super::header::Header;
use super::ledger::Place;
use crate::domain::Period;
use crate::files::{Column, FileKind};

/// What one row says, and where. It names other records by code only, and is small: a file may have millions of rows.
#[derive(Debug, Clone)]
pub(super) struct Draft<T> {
    pub place: Place,
    pub row: T,
}

/// A row about the regular meeting of a cell in which nobody has written what became of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct LeftEmpty {
    pub cell: Symbol,
    pub period: Period,
}

/// A file whose rows were read.
#[derive(Debug)]
pub(super) struct FileRead {
    pub source: Source,
    pub kind: FileKind,
    pub header: Header,
    pub dates: Dates,
    /// The month whose rows they are, if they are filed rows.
    pub period: Option<Period>,
    /// How many rows it has, faulty or not.
    pub rows: usize,
}

/// Codes about which nothing can be said, because their own rows are faulty.
#[derive(Debug, Default)]
pub(super) struct Unsure {
    pub codes: Vec<(FileKind, Symbol)>,
    /// Kinds of which a whole file could not be read.
    pub kinds: Vec<FileKind>,
    /// Months whose row in `closings.csv` is faulty.
    pub closings: Vec<Period>,
}

impl Unsure {
    /// The codes of a kind about which nothing can be said.
    pub fn of(&self, kind: FileKind) -> impl Iterator<Item = Symbol> {
        self.codes.iter().filter(move |(of, _)| *of == kind).map(|(_, symbol)| *symbol)
    }

    /// Nothing is known of any kind.
    pub fn all(&mut self) {
        self.kinds.extend(FileKind::ALL);
    }
}

/// Whether the file of a row has a column.
pub(super) fn has(files: &[Option<FileRead>], place: Place, column: Column) -> bool {
    let file = files[place.file as usize].as_ref();
    file.is_some_and(|file| file.header.has(column))
}
