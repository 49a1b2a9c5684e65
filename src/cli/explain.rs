//! Failures in words: matches every variant, takes the words from `texts`.

use std::path::Path;

use super::failure::Failure;
use super::values::Misread;
use crate::import::{Fault, Problem};
use crate::store::StoreError;
use crate::texts::failures::Of;
use crate::texts::{self, ErrorCode, Explained, Lang, backup, failures};

/// A failure as a person reads it. Faults of input files are printed one by one elsewhere.
///
/// `record` is the record file in use.
pub fn explain(lang: Lang, failure: &Failure, record: Option<&Path>) -> Explained {
    match failure {
        Failure::Refused(refusal) => texts::refusal(lang, refusal),
        Failure::Advised { refusal, hint } => texts::refusal(lang, refusal).hint(hint(lang)),
        Failure::Value(misread) => value(lang, misread),
        Failure::ValueOf { option, misread } => {
            let inner = value(lang, misread);
            let message = texts::usage::in_option(lang, option, &inner.message);
            Explained { message, ..inner }
        }
        Failure::Usage(usage) => failures::usage(lang, usage),
        // What clap found is told where the command line is at hand: `ending.rs`.
        Failure::NotUnderstood { .. } => texts::usage::other(lang),
        Failure::Place(place) => failures::place(lang, place),
        Failure::Store(error) => store(lang, error, record),
        Failure::Flawed { path, first, follows } => {
            failures::flawed(lang, path, follows(lang), &texts::check::finding(lang, first))
        }
        Failure::Copy(refusal) => failures::copy(lang, refusal),
        Failure::Unrestorable { file, error, known } => {
            let why = match error {
                StoreError::Absent(path) => backup::absent(lang, path),
                StoreError::Damaged { detail } => backup::damaged(lang, detail),
                other => store(lang, other, Some(file)),
            };
            backup::unrestorable(lang, file, why, known)
        }
        Failure::Faults(faults) => {
            let odd = |fault: &Fault| matches!(fault.problem, Problem::AtOdds { .. });
            match faults.faults.first().map(|fault| &fault.problem) {
                Some(Problem::AtOdds { cell, .. }) if faults.faults.iter().all(odd) => {
                    texts::month_sheet::at_odds(lang, faults.total, cell)
                }
                _ => texts::faults::head(lang, faults.total),
            }
        }
        Failure::Declined => texts::reorganisation::declined(lang),
        Failure::Found => Explained::new(ErrorCode::GapsFound, String::new()),
    }
}

/// A value of the command line in words.
pub fn value(lang: Lang, misread: &Misread) -> Explained {
    match misread {
        Misread::Refused(refusal) => texts::refusal(lang, refusal),
        Misread::Word { text, choices } => {
            let shown: Vec<String> = choices.iter().map(|choice| choice.shown(lang)).collect();
            failures::word_unknown(lang, text, &shown)
        }
    }
}

/// A record file that cannot be used, in words.
pub fn store(lang: Lang, error: &StoreError, record: Option<&Path>) -> Explained {
    file(lang, error, Of::Record(record))
}

/// A file that cannot be used, in words.
fn file(lang: Lang, error: &StoreError, of: Of<'_>) -> Explained {
    match error {
        StoreError::Absent(path) => failures::absent(lang, path),
        StoreError::Present(path) => failures::present(lang, path),
        StoreError::LeftBeside { path, left } => failures::left_beside(lang, path, left),
        StoreError::NotItsOwn { path, left } => failures::not_its_own(lang, path, left),
        StoreError::Elsewhere { path, error } => file(lang, error, Of::Other(path)),
        StoreError::Temporary { path, error } => {
            failures::temporary(lang, path, file(lang, error, Of::Other(path)))
        }
        StoreError::NotChibo(path) => failures::not_chibo(lang, path),
        StoreError::Newer { path, found, known } => failures::newer(lang, path, *found, *known),
        StoreError::OtherSchema(path) => failures::other_schema(lang, path),
        StoreError::Damaged { detail } => failures::damaged(lang, of, detail),
        StoreError::CopyDiffers(path) => backup::differs(lang, path),
        StoreError::Busy => failures::busy(lang, of),
        StoreError::ReadOnly => failures::read_only(lang, of),
        StoreError::RowBroken { table, id, column } => {
            failures::row_broken(lang, of, table, *id, column)
        }
        // A record file, and no file that a command reads or writes.
        StoreError::Io { path, detail } => {
            Explained { code: ErrorCode::FileUnreadable, ..failures::unusable(lang, path, detail) }
        }
        StoreError::DiskFull => failures::disk_full(lang, of),
        StoreError::DiskFailed { detail } => failures::disk_failed(lang, of, detail),
        StoreError::Sqlite { detail } => failures::sqlite(lang, of, detail),
    }
}
