//! Reading one file after the other into drafts.

use std::io::{Read, Seek};
use std::path::Path;

use super::codes::Symbol;
use super::csv_sheet::CsvSheet;
use super::dates::Dates;
use super::draft::FileRead;
use super::drafts::Drafts;
use super::encoding;
use super::fault::{Problem, Source};
use super::header::{Header, kinds_that_fit, knows_any};
use super::ledger::Place;
use super::row::{Row, month};
use super::sheet::{Cells, Sheet};
use crate::domain::{Date, Period};
use crate::files::{FileKind, NOT_READ_YET, closings, filed};

/// What is known of a file from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A kind that is read.
    Known(FileKind),
    /// Part of the contract, not read by this version; a file without rows is let pass.
    NotReadYet,
    /// Nothing: its columns must tell.
    Unknown,
}

impl Named {
    /// By the name of a file.
    pub fn of(name: &str) -> Self {
        match FileKind::of_name(name) {
            Some(kind) => Self::Known(kind),
            None if NOT_READ_YET.iter().any(|known| known.eq_ignore_ascii_case(name)) => {
                Self::NotReadYet
            }
            None => Self::Unknown,
        }
    }

    /// The kind, if the name tells it.
    pub fn kind(self) -> Option<FileKind> {
        match self {
            Self::Known(kind) => Some(kind),
            Self::NotReadYet | Self::Unknown => None,
        }
    }
}

/// The month of filed rows, from the name of their file: `filed/2018-07.csv`.
pub(super) fn filed_period(path: &Path) -> Option<Period> {
    filed::month_of(path.file_name()?.to_str()?)
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
        mut content: impl Read + Seek,
        today: Date,
    ) {
        let looked = encoding::look(&mut content);
        let sheet = looked.and_then(|looked| {
            let unread = |error: std::io::Error| Problem::CannotRead { detail: error.to_string() };
            CsvSheet::new(content, looked).map_err(|error| (unread(error), None))
        });
        match sheet {
            Ok(sheet) => self.read_sheet(file, named, sheet, today),
            Err((Problem::EmptyFile, _)) if named == Named::NotReadYet => {}
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
        mut sheet: impl Sheet,
        today: Date,
    ) {
        let kind = named.kind();
        let mut record = Cells::new();
        let marks = self.ledger.marks();
        let Some(line) = self.next(&mut sheet, &mut record, file) else {
            if self.ledger.marks() > marks {
                return;
            }
            if self.is_beside(file, named) {
                return self.leave_aside(file);
            }
            self.fault(file, Problem::EmptyFile);
            return self.give_up(kind);
        };
        if named == Named::NotReadYet {
            return self.see_not_read(file, sheet);
        }
        let kind = match kind {
            Some(kind) => kind,
            None => match kinds_that_fit(&record)[..] {
                [kind] => kind,
                [] if self.is_beside(file, named) && !knows_any(&record) => {
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
        match Header::read(&record, kind, Place { line, ..file }, &mut self.ledger) {
            Some(header) => self.read_rows(file, kind, header, sheet, today),
            None => self.give_up(Some(kind)),
        }
    }

    /// Whether a table without headings may stand there beside others: a sheet with a name of its own.
    fn is_beside(&self, file: Place, named: Named) -> bool {
        named == Named::Unknown && self.sources[file.file as usize].sheet.is_some()
    }

    /// Names a table that is not read.
    pub(super) fn leave_aside(&mut self, file: Place) {
        let source = self.sources[file.file as usize].clone();
        self.ignored.push(source);
    }

    /// A file that this version does not read must have no rows.
    fn see_not_read(&mut self, file: Place, mut sheet: impl Sheet) {
        let mut record = Cells::new();
        while let Some(line) = self.next(&mut sheet, &mut record, file) {
            if !Row::is_blank(&record) {
                let place = Place { line, ..file };
                return self.ledger.enter(place, None, "", Problem::NotReadYet);
            }
        }
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
        file: Place,
        kind: FileKind,
        header: Header,
        mut sheet: impl Sheet,
        today: Date,
    ) {
        let before = self.rows.count(kind);
        let mut dates = Dates::default();
        let mut record = Cells::new();
        let mut rows = 0;
        while let Some(line) = self.next(&mut sheet, &mut record, file) {
            if Row::is_blank(&record) {
                continue;
            }
            rows += 1;
            let place = Place { line, ..file };
            self.read_row(&record, &header, kind, place, &mut dates, today);
        }
        if let Some((line, problem)) = sheet.at_end() {
            self.ledger.enter(Place { line, ..file }, None, "", problem);
        }
        if dates.judge(&mut self.ledger) {
            self.rows.shorten(kind, before);
            self.give_up(Some(kind));
        }
        let source = self.sources[file.file as usize].clone();
        let period = self.filed_period(file).filter(|_| kind == FileKind::Filed);
        self.files[file.file as usize] =
            Some(FileRead { source, kind, header, dates, period, rows });
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
            codes: &mut self.codes,
            shared: &mut self.shared,
            dates,
            ledger: &mut self.ledger,
            references: &mut self.references,
            faulty: false,
        };
        if row.is_sound(kind.columns()) {
            self.rows.read(kind, &mut row);
        }
        // Those of a row without faults are in its draft, and what was filed may have codes of then.
        if !row.faulty || matches!(kind, FileKind::Closings | FileKind::Filed) {
            row.references.truncate(before);
        }
        if row.faulty && kind == FileKind::Closings {
            match month(row.text(closings::PERIOD), today) {
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
