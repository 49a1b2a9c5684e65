//! One row of a file, read cell by cell into values that cannot be wrong.

use super::codes::{Codes, Symbol};
use super::dates::Dates;
use super::fault::Problem;
use super::header::Header;
use super::ledger::{Ledger, Place};
use super::shared::Shared;
use super::sheet::{Cells, cell};
use crate::domain::{
    Code, Date, Field, Keyword, Name, Period, PeriodInput, Refusal, Score, Text, fold, refusal,
};
use crate::files::Column;
use crate::texts::{Labelled, read_word};

/// The most characters that a cell may have before it is looked at.
const LONGEST: usize = 10_000;

/// The highest place in a list.
const MOST_ORDER: u32 = 999_999;

/// The code of another record in a cell of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference {
    pub place: Place,
    pub column: Column,
    pub symbol: Symbol,
}

/// A row while it is being read. What is wrong goes into the ledger, and the row remembers that it is faulty.
pub(super) struct Row<'r> {
    pub record: &'r Cells,
    pub header: &'r Header,
    pub place: Place,
    pub today: Date,
    pub codes: &'r mut Codes,
    pub shared: &'r mut Shared,
    pub dates: &'r mut Dates,
    pub ledger: &'r mut Ledger,
    /// The codes of other records that were read in it.
    pub references: &'r mut Vec<Reference>,
    pub faulty: bool,
}

impl<'r> Row<'r> {
    /// Whether nothing stands in the row.
    pub fn is_blank(record: &Cells) -> bool {
        record.iter().all(|cell| cell.trim_ascii().is_empty())
    }

    /// Checks the row as such: as many cells as headings, all of them UTF-8 and not endless.
    pub fn is_sound(&mut self, columns: &[Column]) -> bool {
        let (expected, found) = (self.header.width, self.record.len());
        if expected != found {
            self.ledger.enter(self.place, None, "", Problem::CellCount { expected, found });
            self.faulty = true;
        }
        // Nearly all rows are ASCII, short and without cells beside the columns: one look at all cells.
        let bytes = self.record.as_slice();
        if bytes.is_ascii() && bytes.len() <= LONGEST && self.header.unnamed.is_empty() {
            return !self.faulty;
        }
        for at in 0..found {
            let bytes = &self.record[at];
            let column = || {
                let stands = |column: &&Column| self.header.place(**column) == Some(at);
                columns.iter().find(stands).copied()
            };
            let problem = if std::str::from_utf8(bytes).is_err() {
                Problem::NotUtf8 { utf16: false }
            } else if bytes.len() > LONGEST {
                Problem::CellTooLong { longest: LONGEST }
            } else if self.header.unnamed.contains(&at) && !bytes.trim_ascii().is_empty() {
                Problem::CellWithoutColumn
            } else {
                continue;
            };
            let column = column();
            let value = String::from_utf8_lossy(bytes);
            self.ledger.enter(self.place, column, &value, problem);
            self.faulty = true;
        }
        !self.faulty
    }

    /// Whether the file has the column.
    pub fn has(&self, column: Column) -> bool {
        self.header.has(column)
    }

    /// What stands in the cell; nothing if the file has no such column.
    pub fn text(&self, column: Column) -> &'r str {
        let place = self.header.place(column);
        place.and_then(|at| cell(self.record, at)).unwrap_or_default()
    }

    /// What stands in the cell, if anything does.
    fn filled(&self, column: Column) -> Option<&'r str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// Enters a fault of this cell.
    pub fn refuse(&mut self, column: Column, problem: impl Into<Problem>) {
        self.ledger.enter(self.place, Some(column), self.text(column), problem);
        self.faulty = true;
    }

    fn keep<T>(&mut self, column: Column, read: Result<T, Refusal>) -> Option<T> {
        read.map_err(|refusal| self.refuse(column, refusal)).ok()
    }

    /// The value of a cell that must not be empty.
    pub fn need<T>(&mut self, column: Column, value: Option<T>) -> Option<T> {
        if self.text(column).is_empty() {
            self.refuse(column, Problem::Required);
        }
        value
    }

    /// A day.
    pub fn date(&mut self, column: Column) -> Option<Date> {
        let text = self.filled(column)?;
        let read = self.dates.read(self.place, column, text, self.today);
        self.keep(column, read)
    }

    /// One month.
    pub fn period(&mut self, column: Column) -> Option<Period> {
        let text = self.filled(column)?;
        let read = month(text, self.today);
        self.keep(column, read)
    }

    /// A code that names a record of some file or of the record file.
    pub fn reference(&mut self, column: Column) -> Option<Symbol> {
        let text = self.filled(column)?;
        self.symbol(column, text)
    }

    /// A code within a cell that may hold more than one.
    pub fn symbol(&mut self, column: Column, text: &str) -> Option<Symbol> {
        // A longer one that was seen is that of a category.
        let fits = |text: &str| text.len() <= Code::LONGEST || column.of_categories();
        let symbol = match self.codes.seen(text).filter(|_| fits(text)) {
            Some(symbol) => symbol,
            None => self.keep(column, column.code(text)).map(|code| self.codes.symbol(code))?,
        };
        self.references.push(Reference { place: self.place, column, symbol });
        Some(symbol)
    }

    /// The code of the row's own record, as it is written here.
    pub fn own_code(&mut self, column: Column) -> Option<(Code, Symbol)> {
        let text = self.text(column);
        if text.is_empty() {
            self.refuse(column, Problem::Required);
            return None;
        }
        let code = self.keep(column, column.code(text))?;
        Some((code.clone(), self.codes.symbol(code)))
    }

    /// A value of a fixed list, by key or by label.
    pub fn word<T: Labelled>(&mut self, column: Column) -> Option<T> {
        let text = self.filled(column)?;
        self.word_of(column, text)
    }

    /// The same for a part of the cell.
    pub fn word_of<T: Labelled>(&mut self, column: Column, text: &str) -> Option<T> {
        let word = read_word(text);
        if word.is_none() {
            let allowed = T::ALL.iter().map(|value| Keyword::key(*value)).collect();
            self.refuse(column, Problem::WordUnknown { allowed });
        }
        word
    }

    /// A whole number between two bounds.
    pub fn number(&mut self, column: Column, field: Field, least: u32, most: u32) -> Option<u32> {
        let text = self.filled(column)?;
        let digits = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| text.parse().ok()).flatten();
        let found = number.filter(|number| (least..=most).contains(number));
        let misread = || {
            Refusal::Written(refusal::Written::NumberMisread {
                field,
                text: text.to_owned(),
                least,
                most,
            })
        };
        self.keep(column, found.ok_or_else(misread))
    }

    /// A number of members or remarks.
    pub fn count(&mut self, column: Column, field: Field) -> Option<u16> {
        self.number(column, field, 0, 9999).map(|count| count as u16)
    }

    /// A place in a list.
    pub fn order(&mut self, column: Column) -> Option<u32> {
        self.number(column, Field::Order, 0, MOST_ORDER)
    }

    /// Points.
    pub fn score(&mut self, column: Column) -> Option<Score> {
        let text = self.filled(column)?;
        self.keep(column, Score::read(text))
    }

    /// Yes or no.
    pub fn yes_or_no(&mut self, column: Column) -> Option<bool> {
        let text = self.filled(column)?;
        let read = match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ if matches!(fold(text).as_str(), "yes" | "co") => Ok(true),
            _ if matches!(fold(text).as_str(), "no" | "khong") => Ok(false),
            _ => Err(refusal::Written::NotYesOrNo { text: text.to_owned() }.into()),
        };
        self.keep(column, read)
    }

    /// A name.
    pub fn name(&mut self, column: Column) -> Option<Name> {
        let text = self.filled(column)?;
        self.keep(column, Name::new(text))
    }

    /// A short free text.
    pub fn short<const N: usize>(&mut self, column: Column) -> Option<Text<N>> {
        let text = self.filled(column)?;
        if let Some(read) = self.shared.find(text) {
            return Some(read);
        }
        let read = self.keep(column, Text::new(text)).flatten()?;
        self.shared.remember(text, &read);
        Some(read)
    }
}

/// Whether a cell says that there is none.
pub(super) fn is_none(text: &str) -> bool {
    // Only `không có` needs folding; there are millions of these cells.
    text.eq_ignore_ascii_case("none") || (text.contains(' ') && fold(text) == "khong co")
}

/// One month in any of the forms of section 8.
pub(super) fn month(text: &str, today: Date) -> Result<Period, Refusal> {
    if let Some(period) = Period::from_iso(text) {
        return Ok(period);
    }
    let span = PeriodInput::read(text)?.resolve(today);
    span.only_month().ok_or_else(|| {
        Refusal::Calendar(refusal::Calendar::PeriodNotOneMonth { text: text.to_owned() })
    })
}
