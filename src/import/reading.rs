//! Reading one file after the other into drafts.

use std::io::{Read, Seek};
use std::path::Path;

use super::below;
use super::codes::Symbol;
use super::columns::ColumnNames;
use super::csv_sheet::{CsvSheet, first_rows};
use super::dates::Dates;
use super::draft::FileRead;
use super::drafts::Drafts;
use super::encoding::{self, Looked, Separator};
use super::fault::{Aside, Problem, Source};
use super::header::{Header, has_lost_letters, kinds_that_fit};
use super::heading_row;
use super::ledger::Place;
use super::months::month;
use super::row::Row;
use super::sheet::{Cells, Sheet};
use crate::domain::{Date, OldEncoding, Period};
use crate::files::{FileKind, closings, filed};

/// What is known of a file from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A kind that is read.
    Known(FileKind),
    /// Nothing: its columns must tell.
    Unknown,
    /// The same of a file that was not given but lay in a folder, and may be no business of ours.
    Stray,
}

impl Named {
    /// By the name of a file.
    pub fn of(name: &str) -> Self {
        match FileKind::of_name(name) {
            Some(kind) => Self::Known(kind),
            None => Self::Unknown,
        }
    }

    /// The kind, if the name tells it.
    pub fn kind(self) -> Option<FileKind> {
        match self {
            Self::Known(kind) => Some(kind),
            Self::Unknown | Self::Stray => None,
        }
    }
}

/// The month of filed rows, from the name of their file: `filed/2018-07.csv`.
pub(super) fn filed_period(path: &Path) -> Option<Period> {
    filed::month_of(path.file_name()?.to_str()?)
}

/// The most rows that are taken for totals and signatures.
const MOST_BELOW: usize = 50;

/// How files are read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The date that stands for today.
    pub today: Date,
    /// The encoding of files that are not Unicode.
    pub encoding: Option<OldEncoding>,
    /// What headings stand for that are not known.
    pub columns: ColumnNames,
}

impl Reading {
    /// Files of Unicode with headings that are known.
    pub fn on(today: Date) -> Self {
        Self { today, encoding: None, columns: ColumnNames::default() }
    }
}

/// The separator of a text: the one that cuts out most known headings in one of its first rows, else the one that stands
/// most often in its first line.
pub(super) fn separator(looked: &Looked, kind: Option<FileKind>, said: &ColumnNames) -> u8 {
    if looked.separator_is_said {
        return looked.separator;
    }
    let cuts = |separator: &u8| {
        let rows = first_rows(&looked.head, *separator, heading_row::LOOKED_AT);
        rows.iter().any(|row| heading_row::is_heading_row(row, kind, said))
    };
    let others = Separator::SIGNS.into_iter().filter(|sign| *sign != looked.separator);
    let mut all = std::iter::once(looked.separator).chain(others);
    all.find(cuts).unwrap_or(looked.separator)
}

/// The heading, if letters of it have become `?`.
fn lost_letters(kind: FileKind, heading: &[u8]) -> Option<String> {
    let written = std::str::from_utf8(heading).ok()?.trim();
    has_lost_letters(kind, written).then(|| written.to_owned())
}

/// The largest file that is read, in bytes.
pub(super) const LARGEST: u64 = 4 << 30;

impl Drafts {
    /// Enters a file, or a sheet of one, and gives its number.
    pub(super) fn open(&mut self, file: impl Into<String>, sheet: Option<String>) -> Place {
        self.sources.push(Source { file: file.into(), sheet });
        self.files.push(None);
        Place::file((self.sources.len() - 1) as u32)
    }

    /// Enters a fault of a whole file.
    pub(super) fn fault(&mut self, file: Place, problem: Problem) {
        self.ledger.enter(file, None, "", problem);
    }

    /// Reads a CSV file.
    pub(super) fn read_csv(
        &mut self,
        file: Place,
        named: Named,
        content: impl Read + Seek,
        how: &Reading,
    ) {
        let unread = |error: std::io::Error| Problem::CannotRead { detail: error.to_string() };
        let sheet = encoding::open(content, how.encoding).and_then(|(content, looked)| {
            let separator = separator(&looked, named.kind(), &how.columns);
            CsvSheet::new(content, &looked, separator).map_err(|error| (unread(error), None))
        });
        match sheet {
            Ok(sheet) => self.read_sheet(file, named, sheet, how),
            Err((problem, line)) => {
                let place = Place { line: line.unwrap_or_default(), ..file };
                self.ledger.enter(place, None, "", problem);
                self.give_up(named.kind());
            }
        }
    }

    /// Reads the rows of a table, wherever they come from.
    pub(super) fn read_sheet(
        &mut self,
        file: Place,
        named: Named,
        sheet: impl Sheet,
        how: &Reading,
    ) {
        let kind = named.kind();
        let headed = match heading_row::find(sheet, kind, &how.columns) {
            Ok(Some(headed)) => headed,
            Ok(None) if self.is_beside(file, named) => return self.leave_aside(file),
            Ok(None) => {
                self.fault(file, Problem::EmptyFile);
                return self.give_up(kind);
            }
            Err(problem) => {
                self.fault(file, problem);
                // The rows that could not be read may be what others refer to.
                return self.give_up(None);
            }
        };
        let (line, record) = &headed.headings;
        let kind = match kind {
            Some(kind) => kind,
            None => match kinds_that_fit(record, &how.columns)[..] {
                [kind] => kind,
                _ if named == Named::Stray => return self.leave_aside(file),
                [] if self.is_beside(file, named)
                    && !heading_row::is_heading_row(record, None, &how.columns) =>
                {
                    return self.leave_aside(file);
                }
                ref fits => {
                    let fits = fits.iter().map(|kind| kind.file_name()).collect();
                    self.fault(file, Problem::KindUnclear { fits });
                    return self.give_up(None);
                }
            },
        };
        if kind == FileKind::Filed && self.filed_period(file).is_none() {
            self.fault(file, Problem::FiledWithoutMonth);
            return self.give_up(Some(kind));
        }
        let place = Place { line: *line, ..file };
        if let Some(lost) = record.iter().find_map(|heading| lost_letters(kind, heading)) {
            self.ledger.enter(place, None, &lost, Problem::LettersLost { of_file: true });
            return self.give_up(Some(kind));
        }
        match Header::read(record, (kind, &how.columns), place, &mut self.ledger) {
            Some(header) => self.read_rows((file, kind), header, *line, headed.rows, how),
            None => self.give_up(Some(kind)),
        }
    }

    /// Whether a table without headings may stand there beside others: a sheet with a name of its own.
    fn is_beside(&self, file: Place, named: Named) -> bool {
        named == Named::Unknown && self.sources[file.file as usize].sheet.is_some()
    }

    /// Names a table that is not read.
    fn leave_aside(&mut self, file: Place) {
        let source = self.sources[file.file as usize].clone();
        self.aside.push(Aside::UnknownFile(source));
    }

    fn filed_period(&self, file: Place) -> Option<Period> {
        filed_period(Path::new(&self.sources[file.file as usize].file))
    }

    /// Nothing can be said about records of this kind (of any kind, if it is not known).
    pub(super) fn give_up(&mut self, kind: Option<FileKind>) {
        match kind {
            Some(kind) => self.unsure.kinds.push(kind),
            None => self.unsure.all(),
        }
    }

    fn next(&mut self, sheet: &mut impl Sheet, record: &mut Cells, file: Place) -> Option<u32> {
        sheet.next(record).unwrap_or_else(|problem| {
            self.fault(file, problem);
            // The rows that could not be read may be what others refer to.
            self.give_up(None);
            None
        })
    }

    fn read_rows(
        &mut self,
        (file, kind): (Place, FileKind),
        header: Header,
        line_of_headings: u32,
        mut sheet: impl Sheet,
        how: &Reading,
    ) {
        let before = self.rows.count(kind);
        let mut dates = Dates::default();
        let mut record = Cells::new();
        let (mut rows, mut short, mut last_is_short) = (0, 0, false);
        // Rows that no record follows are totals and signatures.
        let mut below: Vec<(u32, Cells)> = Vec::new();
        while let Some(line) = self.next(&mut sheet, &mut record, file) {
            if Row::is_blank(&record) {
                continue;
            }
            last_is_short = record.len() < header.width;
            short += usize::from(last_is_short);
            if below.len() < MOST_BELOW && below::has_no_record(&record, &header, kind) {
                below.push((line, record.clone()));
                continue;
            }
            rows += 1 + below.len();
            for (line, record) in below.drain(..) {
                let place = Place { line, ..file };
                self.read_row(&record, &header, kind, place, &mut dates, how.today);
            }
            // The same cells are used again for every row: there may be millions.
            let place = Place { line, ..file };
            self.read_row(&record, &header, kind, place, &mut dates, how.today);
        }
        for (line, record) in below {
            let at = self.sources[file.file as usize].line(line);
            self.aside.push(Aside::Row { at, text: below::first_text(&record) });
        }
        if let Some((line, problem)) = sheet.at_end(last_is_short && short == 1) {
            self.ledger.enter(Place { line, ..file }, None, "", problem);
        }
        if dates.judge(&mut self.ledger) {
            self.rows.shorten(kind, before);
            self.give_up(Some(kind));
        }
        self.tell_strange((file, kind), &header, line_of_headings);
        let source = self.sources[file.file as usize].clone();
        let period = self.filed_period(file).filter(|_| kind == FileKind::Filed);
        self.files[file.file as usize] =
            Some(FileRead { source, kind, header, dates, period, rows });
    }

    /// Columns that are none of the file's: what stands in them would be lost, unless it is nothing, or names.
    fn tell_strange(&mut self, (file, kind): (Place, FileKind), header: &Header, line: u32) {
        let source = &self.sources[file.file as usize];
        for strange in header.strange.iter().filter(|strange| !strange.heading.is_empty()) {
            if strange.is_of_names || !strange.is_filled.get() {
                let (source, heading) = (source.clone(), strange.heading.clone());
                self.aside.push(Aside::Column { source, heading });
            } else {
                strange.tell(kind, Place { line, ..file }, &mut self.ledger);
            }
        }
    }

    fn read_row(
        &mut self,
        record: &Cells,
        header: &Header,
        kind: FileKind,
        place: Place,
        dates: &mut Dates,
        today: Date,
    ) {
        let before = self.references.len();
        let mut row = Row {
            record,
            header,
            place,
            today,
            day: today,
            codes: &mut self.codes,
            shared: &mut self.shared,
            dates,
            ledger: &mut self.ledger,
            references: &mut self.references,
            faulty: false,
            left_empty: None,
        };
        if row.is_sound(kind) {
            self.rows.read(kind, &mut row);
        }
        self.left_empty.extend(row.left_empty);
        // Those of a row without faults are in its draft, and what was filed may have codes of then.
        if !row.faulty || matches!(kind, FileKind::Closings | FileKind::Filed) {
            row.references.truncate(before);
        }
        if row.faulty && kind == FileKind::Closings {
            match month(row.text(closings::PERIOD)) {
                Ok(period) => self.unsure.closings.push(period),
                Err(_) => self.unsure.kinds.push(kind),
            }
            return;
        }
        if row.faulty
            && let Some(symbol) = own_symbol(&mut row, kind)
        {
            self.unsure.codes.push((kind, symbol));
        }
    }
}

/// The code that a faulty row is about, if at least that can be read.
fn own_symbol(row: &mut Row<'_>, kind: FileKind) -> Option<Symbol> {
    let column = kind.own_code()?;
    let code = column.code(row.text(column)).ok()?;
    Some(row.codes.symbol(code))
}
