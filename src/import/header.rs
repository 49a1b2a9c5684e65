//! The headings of a file: which column stands where, and which kind of file they fit.

use std::cell::Cell;

use super::columns::ColumnNames;
use super::fault::Problem;
use super::ledger::{Ledger, Place};
use super::sheet::{Cells, cell};
use crate::domain::fold;
use crate::files::{Column, FileKind, Heading};
use crate::texts::{Lang, column_label};

/// Where each column of a file stands.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// By the order of section 9: the place in the row.
    places: [Option<u16>; FileKind::MOST_COLUMNS],
    /// Where the numbers of the rows stand.
    numbers: Option<u16>,
    /// Where what says stands which record a row is about.
    keys: Vec<u16>,
    /// How many headings there are.
    pub width: usize,
    /// How many cells a row must have, so that none that is needed is cut off.
    pub least: usize,
    /// Columns that are none of the file's.
    pub strange: Vec<Strange>,
}

/// A column that is none of the file's.
#[derive(Debug, Clone)]
pub(super) struct Strange {
    pub at: usize,
    /// As it stands there; empty for a column without a heading.
    pub heading: String,
    /// Whether it stands over names beside codes: they say nothing more.
    pub is_of_names: bool,
    /// Whether anything stands under it.
    pub is_filled: Cell<bool>,
}

/// How surely a heading stands for its column, the lower the surer.
type Rank = u8;

impl Header {
    /// Reads the headings of a file of this kind; none if its rows cannot be read under them.
    pub fn read(
        record: &Cells,
        (kind, said): (FileKind, &ColumnNames),
        place: Place,
        ledger: &mut Ledger,
    ) -> Option<Self> {
        let mut header = Self {
            places: [None; FileKind::MOST_COLUMNS],
            numbers: None,
            width: (0..record.len())
                .rfind(|at| !text(record, *at).is_empty())
                .map_or(0, |last| last + 1),
            keys: Vec::new(),
            least: 0,
            strange: Vec::new(),
        };
        let mut ranks: [Rank; FileKind::MOST_COLUMNS] = [0; FileKind::MOST_COLUMNS];
        let (mut usable, mut is_month_sheet) = (true, false);
        for at in 0..header.width {
            let written = text(record, at);
            let heading = Heading::new(written);
            let column = match said.column(kind, &heading) {
                Some(None) => continue,
                Some(Some(column)) => Some((column, 0)),
                None => kind.column(&heading).map(|column| (column, rank(column, &heading))),
            };
            match column {
                None if heading.is_row_number() => {
                    header.numbers = Some(at as u16);
                }
                None if kind.is_beside(&heading) => is_month_sheet = true,
                None => header.strange.push(Strange::new(at, written, &heading)),
                Some((column, rank)) => match header.places[column.at()] {
                    Some(other) if column.refers().is_some() && rank != ranks[column.at()] => {
                        // Names beside codes: the codes are read.
                        let yields = if rank > ranks[column.at()] { at } else { other.into() };
                        header.strange.push(Strange::of_names(yields, text(record, yields)));
                        if yields != at {
                            header.places[column.at()] = Some(at as u16);
                            ranks[column.at()] = rank;
                        }
                    }
                    Some(_) => {
                        ledger.enter(place, Some(column), written, Problem::ColumnTwice);
                        usable = false;
                    }
                    None => {
                        header.places[column.at()] = Some(at as u16);
                        ranks[column.at()] = rank;
                    }
                },
            }
        }
        if is_month_sheet {
            // The columns that chibo put there itself are no news.
            header.strange.retain(|it| !kind.is_beside(&Heading::new(&it.heading)));
        }
        for column in kind.of_rows().filter(|column| !header.has(*column)) {
            ledger.enter(place, Some(column), "", Problem::ColumnMissing);
            usable = false;
        }
        header.keys = kind.of_rows().filter_map(|column| header.places[column.at()]).collect();
        let needed = kind.of_new_records().filter_map(|column| header.place(column));
        header.least = needed.max().map_or(0, |last| last + 1);
        if !usable {
            header.tell_strange(kind, place, ledger);
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

    /// Whether codes, days and months stand where a row says which record it is about, as in nearly all rows.
    pub fn has_plain_keys(&self, record: &Cells) -> bool {
        self.keys.iter().all(|at| {
            let key = record.get((*at).into()).unwrap_or_default();
            key.is_ascii() && key.iter().any(u8::is_ascii_digit)
        })
    }

    /// What stands in the row as its number.
    pub fn number<'r>(&self, record: &'r Cells) -> &'r str {
        self.numbers.and_then(|at| cell(record, at.into())).unwrap_or_default()
    }

    /// Enters a fault for each heading that stands for no column; the nearest one is offered.
    pub fn tell_strange(&self, kind: FileKind, place: Place, ledger: &mut Ledger) {
        for strange in self.strange.iter().filter(|it| !it.heading.is_empty() && !it.is_of_names) {
            strange.tell(kind, place, ledger);
        }
    }
}

impl Strange {
    fn new(at: usize, heading: &str, as_compared: &Heading) -> Self {
        Self { is_of_names: as_compared.is_of_names(), ..Self::of_names(at, heading) }
    }

    fn of_names(at: usize, heading: &str) -> Self {
        Self { at, heading: heading.to_owned(), is_of_names: true, is_filled: Cell::new(false) }
    }

    /// Enters the fault that nobody knows what stands there.
    pub fn tell(&self, kind: FileKind, place: Place, ledger: &mut Ledger) {
        let near = nearest_column(kind, &self.heading).map(|column| column.key);
        ledger.enter(place, None, &self.heading, Problem::UnknownColumn { near });
    }
}

/// Keys and headings of codes before labels, these before what offices write, names last.
fn rank(column: Column, heading: &Heading) -> Rank {
    let is_label = Lang::ALL.iter().any(|lang| heading.is(column_label(column.key, *lang)));
    match () {
        () if heading.as_str() == column.key || heading.as_str().starts_with("ma ") => 0,
        () if is_label => 1,
        () if heading.is_of_names() => 3,
        () => 2,
    }
}

fn text(record: &Cells, at: usize) -> &str {
    cell(record, at).unwrap_or_default()
}

/// How many headings of a row a kind of file knows.
pub(super) fn known_headings(record: &Cells, kind: FileKind, said: &ColumnNames) -> usize {
    let known = |at: &usize| {
        let written = text(record, *at);
        let heading = Heading::new(written);
        let named =
            |heading| said.column(kind, heading).is_some() || kind.column(heading).is_some();
        !heading.is_empty() && (named(&heading) || has_lost_letters(kind, written))
    };
    (0..record.len()).filter(known).count()
}

/// Whether a heading is one of the file's but for letters that have become `?`.
pub(super) fn has_lost_letters(kind: FileKind, written: &str) -> bool {
    let fits = |known: &str| {
        let pairs = || known.chars().zip(written.chars());
        known.chars().count() == written.chars().count()
            && pairs().all(|(letter, there)| {
                there == '?' || letter.to_lowercase().eq(there.to_lowercase())
            })
            && pairs().any(|(letter, there)| there != '?' && letter.is_alphabetic())
    };
    let known = |column: &Column| {
        fits(column_label(column.key, Lang::VI)) || column.also.iter().any(|called| fits(called))
    };
    written.contains('?') && kind.columns().iter().any(known)
}

/// The kind of file that headings fit: none that a new record needs is missing, and no other kind knows as many of them.
/// Else those that fit alike.
pub(super) fn kinds_that_fit(record: &Cells, said: &ColumnNames) -> Vec<FileKind> {
    let fits = |kind: &FileKind| {
        let found = |column: Column| {
            (0..record.len()).any(|at| {
                let heading = Heading::new(text(record, at));
                let said = said.column(*kind, &heading).flatten();
                said.or_else(|| kind.column(&heading)) == Some(column)
            })
        };
        kind.of_new_records().all(found)
    };
    let known = |kind: FileKind| (known_headings(record, kind, said), kind);
    let most_known = |kinds: Vec<(usize, FileKind)>| -> Vec<FileKind> {
        let most = kinds.iter().map(|(known, _)| *known).max();
        kinds.into_iter().filter(|(known, _)| Some(*known) == most).map(|(_, kind)| kind).collect()
    };
    let complete: Vec<_> = FileKind::ALL.into_iter().filter(fits).map(known).collect();
    if !complete.is_empty() {
        return most_known(complete);
    }
    // What lacks a column is told which one, where it can be of one kind only.
    let likely = FileKind::ALL.into_iter().map(known).filter(|(known, _)| *known >= 2).collect();
    let likely = most_known(likely);
    if likely.len() == 1 { likely } else { Vec::new() }
}

/// The column of a file whose key or heading is nearest to what was written, if one is near.
fn nearest_column(kind: FileKind, written: &str) -> Option<Column> {
    let written = fold(written);
    let score = |name: &str| strsim::normalized_damerau_levenshtein(&fold(name), &written);
    let best = |column: Column| {
        let labels = Lang::ALL.map(|lang| column_label(column.key, lang));
        let names = labels.into_iter().chain([column.key]).chain(column.also.iter().copied());
        (names.map(score).fold(0.0, f64::max), column)
    };
    let best = kind.usual().map(best).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.6).then_some(best.1)
}
