//! Faults of input files, one line each: file, line, column, value, what was expected.

use crate::domain::{Refusal, refusal};
use crate::files::FileKind;
use crate::import::{Fault, Faults, Problem};
use crate::texts::{self, Hint, Lang, faults as words, filing};

/// A line for each fault that is kept, and how many more there are.
pub fn lines(lang: Lang, faults: &Faults) -> Vec<String> {
    let mut lines: Vec<String> = faults.faults.iter().map(|fault| line(lang, fault)).collect();
    let more = faults.total.saturating_sub(faults.faults.len());
    if more > 0 {
        lines.push(words::more(lang, more));
    }
    lines
}

fn line(lang: Lang, fault: &Fault) -> String {
    let Fault { file, line, column, value, problem } = fault;
    let column = column.map(|key| {
        let label = texts::column_label(key, lang);
        if label == key { key.to_owned() } else { format!("{key} ({label})") }
    });
    // What may be somebody's identity number is not shown again.
    let secret =
        matches!(problem, Problem::Refused(Refusal::Written(refusal::Written::TextDigits)));
    let value = if secret { "" } else { value.as_str() };
    let place = words::place(lang, file, *line, column.as_deref(), value);
    let is_word = matches!(
        problem,
        Problem::Refused(Refusal::Written(refusal::Written::CodeReserved { .. }))
    );
    if is_word && fault.column == Some("visitors") {
        return format!("{place}: {}", words::visitors_coded(lang));
    }
    format!("{place}: {}", problem_text(lang, problem))
}

fn problem_text(lang: Lang, problem: &Problem) -> String {
    match problem {
        Problem::CannotRead { detail } => words::cannot_read(lang, detail),
        Problem::NotAFile => words::not_a_file(lang),
        Problem::NoKnownFile => words::no_known_file(lang),
        Problem::UnknownFile { near } => words::unknown_file(lang, *near),
        Problem::KindUnclear { fits } => {
            let fits: Vec<&str> = fits.iter().map(|kind: &FileKind| kind.file_name()).collect();
            words::kind_unclear(lang, &fits)
        }
        Problem::NotReadYet => words::not_read_yet(lang),
        Problem::TooLarge { most } => words::too_large(lang, *most),
        Problem::NotUtf8 { utf16 } => words::not_utf8(lang, *utf16),
        Problem::Binary => words::binary(lang),
        Problem::EmptyFile => words::empty_file(lang),
        Problem::UnknownColumn { near } => words::unknown_column(lang, *near),
        Problem::ColumnTwice => words::column_twice(lang),
        Problem::ColumnMissing => words::column_missing(lang),
        Problem::CellCount { expected, found } => words::cell_count(lang, *expected, *found),
        Problem::CellWithoutColumn => words::cell_without_column(lang),
        Problem::CellTooLong { longest } => words::cell_too_long(lang, *longest),
        Problem::QuoteOpen => words::quote_open(lang),
        Problem::SlashDatesSuspect { line, text } => words::slash_dates(lang, *line, text),
        Problem::Required => words::required(lang),
        Problem::WordUnknown { allowed } => words::word_unknown(lang, allowed),
        Problem::VisitorsEmpty => words::visitors_empty(lang),
        Problem::HeldAndNotHeld => words::held_and_not_held(lang),
        Problem::NeitherHeldNorNotHeld => words::neither_held(lang),
        Problem::NotHeldHasMore => words::not_held_has_more(lang),
        Problem::FromAfterBeginning { founded } => words::from_after_beginning(lang, *founded),
        Problem::UndatedDiffers { line, value } => words::undated_differs(lang, *line, value),
        Problem::UnknownCode { near, .. } => words::unknown_code(lang, near),
        Problem::DuplicateRow { file, line } => words::duplicate_row(lang, file, *line),
        Problem::WouldChange { old, new, .. } => words::would_change(lang, old, new),
        Problem::FiledWithoutMonth => filing::without_month(lang),
        Problem::RowsMissing { period } => filing::rows_missing(lang, *period),
        Problem::ClosingMissing { period } => filing::closing_missing(lang, *period),
        Problem::ClosedTooEarly { last } => filing::closed_too_early(lang, *last),
        Problem::ClosedAfterToday { today } => filing::closed_after_today(lang, *today),
        Problem::CellTwice { line } => filing::cell_twice(lang, *line),
        Problem::CodeTwice { code } => filing::code_twice(lang, code),
        Problem::NeedsHeldOn => filing::needs_held_on(lang),
        Problem::NeedsReport => filing::needs_report(lang),
        Problem::HeldAfterClosing { closed_on } => filing::held_after_closing(lang, *closed_on),
        Problem::StatusContradicts { status } => filing::status_contradicts(lang, *status),
        Problem::ClosedOtherwise { period, old, new } => {
            filing::closed_otherwise(lang, *period, old, new)
        }
        Problem::NameOfErased => filing::name_of_erased(lang),
        Problem::ErasedOnRecord => filing::erased(lang),
        Problem::NotErasedOnRecord { code } => filing::not_erased(lang, code),
        Problem::Refused(refusal) => {
            let explained = texts::refusal(lang, refusal);
            // What is to be typed is of no use to who mends a file.
            match explained.hint {
                Some(Hint::Advice(advice)) => format!("{}. {advice}", explained.message),
                Some(Hint::Typed(_)) | None => explained.message,
            }
        }
    }
}
