//! What can be wrong with a file, with all that a message needs.

use super::{BookFlaw, Spot};
use crate::domain::{Date, OldEncoding, Period, Refusal, Status, Thing, ThingKind};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    // Files.
    /// The system does not let the file or folder be read.
    CannotRead {
        detail: String,
    },
    /// The folder has none of the known files.
    NoKnownFile,
    /// The file's name is not known, and its columns fit none or several kinds.
    KindUnclear {
        /// The names of the files that have such columns.
        fits: Vec<&'static str>,
    },
    /// The file is larger than is read.
    TooLarge {
        most: u64,
    },

    /// A workbook, or what a spreadsheet would open, is not as it should be.
    Book(BookFlaw),

    // Text and table.
    /// The text is not Unicode; the encoding that it seems to have.
    NotUnicode {
        found: Option<OldEncoding>,
    },
    /// The text is not of the encoding that was said; that which it seems to have.
    OtherEncoding {
        said: OldEncoding,
        found: Option<OldEncoding>,
    },
    /// The signs of an old encoding were kept as letters of Unicode.
    OldEncoding {
        found: OldEncoding,
    },
    /// Letters have become `?`, in the headings of a file or in a cell.
    LettersLost {
        of_file: bool,
    },
    /// The file is not text.
    Binary,
    /// Nothing stands in the file, not even headings.
    EmptyFile,
    UnknownColumn {
        near: Option<&'static str>,
    },
    ColumnTwice,
    /// A column that is needed is not in the file.
    ColumnMissing,
    /// The row has more or fewer cells than the headings.
    CellCount {
        expected: usize,
        found: usize,
    },
    /// Something stands in a column without a heading.
    CellWithoutColumn,
    /// The row ends before a column that a record needs.
    RowEndsEarly,
    /// The last row, alone of all, has fewer cells than the headings, and no end.
    CutOff,
    CellTooLong {
        longest: usize,
    },
    /// A quote is opened and the file ends before it is closed.
    QuoteOpen,
    /// A date of the file is impossible day first and possible month first, so none of its slash dates
    /// is sure. The line and the text that prove it.
    SlashDatesSuspect {
        line: u64,
        text: String,
    },

    // Values.
    /// The cell must not be empty.
    Required,
    /// None of the words that may stand there; what these are called, Vietnamese and English.
    WordUnknown {
        allowed: Vec<(&'static str, &'static str)>,
    },
    /// A number by which a spreadsheet means this day.
    DateSerial {
        day: Date,
    },
    /// `today`, `this month` and the like: another day they would mean something else.
    DependsOnDay,
    /// A held regular meeting says nothing of visitors: codes or `none` must stand there.
    VisitorsEmpty,
    /// A device or the like, which may never end.
    NotAFile,
    /// Both a day and a reason for not holding it.
    HeldAndNotHeld,
    /// Neither a day nor a reason for not holding it.
    NeitherHeldNorNotHeld,
    /// Something that only a meeting that was held has.
    NotHeldHasMore,
    /// The first dated value begins after the record does (or the record's beginning is not given).
    FromAfterBeginning {
        founded: Option<Date>,
    },
    /// An undated value differs from the one on the earliest row of the same code.
    UndatedDiffers {
        line: u64,
        value: String,
    },

    // Against other rows and the record file.
    UnknownCode {
        kind: ThingKind,
        near: Vec<Thing>,
    },
    /// The same record with other values stands on another row.
    DuplicateRow {
        at: Spot,
    },
    /// The record file has another value, and amending was not asked for.
    WouldChange {
        column: &'static str,
        old: String,
        new: String,
    },

    /// A table of something else where month sheets are read.
    NoMonthSheet,
    /// A month sheet says other than what is on record, and nobody has said which holds.
    AtOdds {
        /// The code of the cell.
        cell: String,
        /// The key of the column.
        column: &'static str,
        recorded: String,
        sheet: String,
    },

    // Closed months and erased names.
    /// Filed rows in a file whose name does not say of which month they are.
    FiledWithoutMonth,
    /// A closed month without its filed rows.
    RowsMissing {
        period: Period,
    },
    /// Filed rows of a month that no row of `closings.csv` closes.
    ClosingMissing {
        period: Period,
    },
    /// The month is not over on the day on which it would have been closed.
    ClosedTooEarly {
        last: Date,
    },
    ClosedAfterToday {
        today: Date,
    },
    /// The cell stands twice in one filed month.
    CellTwice {
        line: u64,
    },
    /// The code stands twice in one cell of the file.
    CodeTwice {
        code: String,
    },
    /// Something that only a meeting that was held has, and no day.
    NeedsHeldOn,
    /// A predecessor, and no meeting that could be its own.
    NeedsReport,
    /// The meeting would have been held after the month was closed.
    HeldAfterClosing {
        closed_on: Date,
    },
    /// The rest of the row gives another status.
    StatusContradicts {
        status: Status,
    },
    /// The month is closed on record with another value, which amending does not change.
    ClosedOtherwise {
        period: Period,
        old: String,
        new: String,
    },
    /// A name, and the word that it is erased.
    NameOfErased,
    /// The official's name was erased, and files bring none back.
    ErasedOnRecord,
    /// The official has a name on record, and files erase none.
    NotErasedOnRecord {
        code: String,
    },
    /// A rule of the records refuses it.
    Refused(Refusal),
}

impl Problem {
    /// Whether it is about the text of a whole file: until it is mended, nothing else of it can be told.
    pub fn is_of_whole_text(&self) -> bool {
        matches!(
            self,
            Self::NotUnicode { .. }
                | Self::OtherEncoding { .. }
                | Self::LettersLost { of_file: true }
        )
    }
}

/// A rule of any area refuses it.
impl<R: Into<Refusal>> From<R> for Problem {
    fn from(refused: R) -> Self {
        Self::Refused(refused.into())
    }
}

impl From<BookFlaw> for Problem {
    fn from(flaw: BookFlaw) -> Self {
        Self::Book(flaw)
    }
}
