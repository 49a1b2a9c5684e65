//! One row of a file, read cell by cell into values that cannot be wrong.

use super::codes::{Codes, Symbol};
use super::dates::Dates;
use super::draft::LeftEmpty;
use super::fault::Problem;
use super::header::Header;
use super::ledger::{Ledger, Place};
use super::months::month;
use super::old_encoding::encoding_of;
use super::shared::Shared;
use super::sheet::{Cells, cell};
use crate::domain::{
    Code, Coded, Date, Field, Fingerprint, Hour, Name, Period, Refusal, Score, Text, ThingKind,
    fold, refusal,
};
use crate::files::{Column, FileKind};
use crate::texts::lists::NONE;
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
    /// The day on which the names in it are those in force.
    pub day: Date,
    pub codes: &'r mut Codes,
    pub shared: &'r mut Shared,
    pub dates: &'r mut Dates,
    pub ledger: &'r mut Ledger,
    /// The codes of other records that were read in it.
    pub references: &'r mut Vec<Reference>,
    pub faulty: bool,
    /// Set where it is a row that is to be filled in still.
    pub left_empty: Option<LeftEmpty>,
}

impl<'r> Row<'r> {
    /// Whether nothing stands in the row.
    pub fn is_blank(record: &Cells) -> bool {
        record.iter().all(|cell| cell.trim_ascii().is_empty())
    }

    /// Checks the row as such: its cells are those of the headings, and none is endless.
    pub fn is_sound(&mut self, kind: FileKind) -> bool {
        let found = self.record.len();
        // Nearly all rows are short, of as many cells as headings, without cells beside the columns: one look at them.
        let plain = self.header.strange.is_empty() && self.record.as_slice().len() <= LONGEST;
        if plain && found == self.header.width {
            return true;
        }
        if found < self.header.least {
            let columns = kind
                .of_new_records()
                .filter(|column| self.header.place(*column).is_some_and(|at| at >= found));
            for column in columns {
                self.refuse(column, Problem::RowEndsEarly);
            }
        }
        for at in 0..found {
            let text = cell(self.record, at).unwrap_or_default();
            if text.is_empty() {
                continue;
            }
            let strange = self.header.strange.iter().find(|strange| strange.at == at);
            let problem = match strange {
                _ if text.len() > LONGEST => Problem::CellTooLong { longest: LONGEST },
                Some(strange) if strange.heading.is_empty() => Problem::CellWithoutColumn,
                Some(strange) => {
                    strange.is_filled.set(true);
                    continue;
                }
                None if at >= self.header.width => {
                    Problem::CellCount { expected: self.header.width, found }
                }
                None => continue,
            };
            let stands = |column: &&Column| self.header.place(**column) == Some(at);
            let column = kind.columns().iter().find(stands).copied();
            self.ledger.enter(self.place, column, text, problem);
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

    fn keep<T>(&mut self, column: Column, read: Result<T, impl Into<Problem>>) -> Option<T> {
        read.map_err(|problem| self.refuse(column, problem)).ok()
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
        let read = self.dates.read(self.place, column, text);
        self.keep(column, read)
    }

    /// One month.
    pub fn period(&mut self, column: Column) -> Option<Period> {
        let text = self.filled(column)?;
        self.keep(column, month(text))
    }

    /// A code or a name of a record of some file or of the record file.
    pub fn reference(&mut self, column: Column) -> Option<Symbol> {
        let text = self.filled(column)?;
        self.symbol(column, text)
    }

    /// A code, or a name in its place, within a cell that may hold more than one.
    pub fn symbol(&mut self, column: Column, text: &str) -> Option<Symbol> {
        // A longer one that was seen is that of a category.
        let fits = |text: &str| text.len() <= Code::LONGEST || column.of_categories();
        let symbol = match self.codes.seen(text).filter(|_| fits(text)) {
            Some(symbol) => symbol,
            None => self.called(column, text)?,
        };
        self.references.push(Reference { place: self.place, column, symbol });
        Some(symbol)
    }

    fn called(&mut self, column: Column, text: &str) -> Option<Symbol> {
        let refusal = match column.code(text) {
            Ok(code) => return Some(self.codes.symbol(code)),
            Err(refusal) => refusal,
        };
        let is_word = matches!(refusal, Refusal::Written(refusal::Written::CodeReserved { .. }));
        match column.refers() {
            Some(kind) if !is_word && kind != ThingKind::Recommendation => {
                let read = name_of_people(text);
                self.keep(column, read)?;
                Some(self.codes.name(kind, self.day, text.trim()))
            }
            Some(_) | None => self.keep(column, Err(refusal)),
        }
    }

    /// A code or a name of a record of some kind, where the cell does not say of which kind it is.
    pub fn mention<T: Coded>(&mut self, text: &str) -> Symbol {
        match Code::new(text) {
            Ok(code) => self.codes.symbol(code),
            Err(_) => self.codes.name(T::KIND, self.day, text.trim()),
        }
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
            let allowed = T::ALL.iter().map(|value| value.labels()).collect();
            self.refuse(column, Problem::WordUnknown { allowed });
        }
        word
    }

    /// A whole number between two bounds.
    pub fn number(&mut self, column: Column, field: Field, least: u32, most: u32) -> Option<u32> {
        let text = self.filled(column)?;
        let digits = |text: &str| text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        let mut whole = text;
        if !digits(text) {
            // A spreadsheet may write 25 with a decimal.
            let ends = [",0", ".0", ",00", ".00"];
            whole = ends.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        }
        let number = digits(whole).then(|| whole.parse().ok()).flatten();
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

    /// An hour.
    pub fn hour(&mut self, column: Column) -> Option<Hour> {
        let text = self.filled(column)?;
        self.keep(column, Hour::read(text))
    }

    /// Points.
    pub fn score(&mut self, column: Column) -> Option<Score> {
        let text = self.filled(column)?;
        self.keep(column, Score::read(text))
    }

    /// A fingerprint.
    pub fn fingerprint(&mut self, column: Column) -> Option<Fingerprint> {
        let text = self.filled(column)?;
        let misread = || refusal::Written::FingerprintMisread { text: text.to_owned() };
        self.keep(column, Fingerprint::read(text).ok_or_else(misread))
    }

    /// Yes or no.
    pub fn yes_or_no(&mut self, column: Column) -> Option<bool> {
        let text = self.filled(column)?;
        let read = match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => match fold(text).as_str() {
                "yes" | "y" | "co" | "x" | "✓" | "✔" | "true" | "1" => Ok(true),
                "no" | "n" | "khong" | "false" | "0" => Ok(false),
                _ => Err(refusal::Written::NotYesOrNo { text: text.to_owned() }),
            },
        };
        self.keep(column, read)
    }

    /// A name.
    pub fn name(&mut self, column: Column) -> Option<Name> {
        let text = self.filled(column)?;
        self.keep(column, name_of_people(text))
    }

    /// A short free text.
    pub fn short<const N: usize>(&mut self, column: Column) -> Option<Text<N>> {
        let text = self.filled(column)?;
        if let Some(read) = self.shared.find(text) {
            return Some(read);
        }
        let read =
            self.keep(column, letters_kept(text).and(Text::new(text).map_err(Problem::from)));
        let read = read.flatten()?;
        self.shared.remember(text, &read);
        Some(read)
    }
}

/// A name with all its letters.
fn name_of_people(text: &str) -> Result<Name, Problem> {
    letters_kept(text)?;
    let name = Name::new(text)?;
    // In a name there is nothing to ask.
    if text.contains('?') { Err(Problem::LettersLost { of_file: false }) } else { Ok(name) }
}

/// Whether the letters of a text are those that were written: not the signs of an old encoding, none lost to `?`.
fn letters_kept(text: &str) -> Result<(), Problem> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '?' && letter(before) && letter(chars.peek().copied()) {
            return Err(Problem::LettersLost { of_file: false });
        }
        before = Some(c);
    }
    // The signs of old encodings are those of Western Europe alone.
    if text.is_ascii() || text.chars().any(|c| c > '\u{ff}') {
        return Ok(());
    }
    encoding_of(text).map_or(Ok(()), |found| Err(Problem::OldEncoding { found }))
}

/// Whether a cell says that there is none.
pub(super) fn is_none(text: &str) -> bool {
    // Only Vietnamese needs folding; there are millions of these cells.
    text.eq_ignore_ascii_case("none")
        || (text.starts_with(['k', 'K']) && NONE.contains(&fold(text).as_str()))
}
