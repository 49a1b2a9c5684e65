//! Failures in words: matches every variant, takes the words from `texts`.

use std::path::Path;

use super::clock;
use super::failure::{CopyRefusal, Failure};
use super::values::Misread;
use crate::store::StoreError;
use crate::texts::failures::Of;
use crate::texts::{self, ErrorCode, Explained, Lang, failures};

/// A failure as a person reads it. Faults of input files are printed one by one elsewhere.
///
/// `record` is the record file in use.
pub fn explain(lang: Lang, failure: &Failure, record: Option<&Path>) -> Explained {
    match failure {
        Failure::Refused(refusal) => texts::refusal(lang, refusal),
        Failure::Store(error) => store(lang, error, record),
        Failure::Value(misread) => value(lang, misread),
        Failure::ValueOf { option, misread } => {
            let inner = value(lang, misread);
            let message = texts::usage::in_option(lang, option, &inner.message);
            Explained { message, ..inner }
        }
        Failure::Needs { what, with } => failures::needs(lang, what, with),
        Failure::NothingGiven(options) => failures::nothing_given(lang, options),
        Failure::DiffMisread(text) => texts::difference::misread(lang, text),
        Failure::Advised { refusal, hint } => texts::refusal(lang, refusal).hint(hint(lang)),
        Failure::Conflict { what, with } => failures::conflict(lang, what, with),
        Failure::ExplainSeveral => texts::explanation::one_month(lang),
        Failure::VisitorsMissing { cell, on, period } => {
            failures::visitors_missing(lang, cell, *on, *period)
        }
        Failure::LogMeetingNeeds { cell } => failures::log_meeting_needs(lang, cell.as_deref()),
        Failure::Faults(faults) => texts::faults::head(lang, faults.total),
        Failure::Io { path, detail } => failures::io(lang, path, detail),
        Failure::Unreadable { path, detail } => failures::unreadable(lang, path, detail),
        Failure::Output(error) => failures::output(lang, &error.to_string()),
        Failure::OutputIsRecord(path) => failures::output_is_record(lang, path),
        Failure::OutputIsFolder(path) => failures::output_is_folder(lang, path),
        Failure::FolderAbsent(path) => failures::folder_absent(lang, path),
        Failure::FormatUnknown(path) => failures::format_unknown(lang, path),
        Failure::ExcelNeedsCsv => failures::excel_needs_csv(lang),
        Failure::DemoTaken { path, is_record } => failures::demo_taken(lang, path, *is_record),
        Failure::TemplateTaken(path) => failures::template_taken(lang, path),
        Failure::Copy(refusal) => copy(lang, refusal),
        Failure::ExportThere(path) => texts::export::there(lang, path),
        Failure::ExportTaken(path) => texts::export::taken(lang, path),
        Failure::Flawed { path, first, follows } => {
            failures::flawed(lang, path, follows(lang), &texts::check::finding(lang, first))
        }
        Failure::NoHome => failures::no_home(lang),
        Failure::ConfigBroken { path, line } => failures::config_broken(lang, path, *line),
        Failure::ConfigUnreadable { path, detail } => {
            failures::config_unreadable(lang, path, detail)
        }
        Failure::SettingUnknown { key, known } => failures::setting_unknown(lang, key, known),
        Failure::TopicUnknown { topic, near } => {
            texts::usage::unknown_command(lang, topic, near, "chibo")
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
        StoreError::CopyDiffers(path) => texts::backup::differs(lang, path),
        StoreError::Busy => failures::busy(lang, of),
        StoreError::ReadOnly => failures::read_only(lang, of),
        StoreError::RowBroken { table, id, column } => {
            failures::row_broken(lang, of, table, *id, column)
        }
        // A record file, and no file that a command reads or writes.
        StoreError::Io { path, detail } => {
            Explained { code: ErrorCode::FileUnreadable, ..failures::io(lang, path, detail) }
        }
        StoreError::DiskFull => failures::disk_full(lang, of),
        StoreError::DiskFailed { detail } => failures::disk_failed(lang, of, detail),
        StoreError::Sqlite { detail } => failures::sqlite(lang, of, detail),
    }
}

/// Why a backup is not made or not brought back.
fn copy(lang: Lang, refusal: &CopyRefusal) -> Explained {
    use texts::backup;

    match refusal {
        CopyRefusal::Folder(path) => {
            let name = format!("chibo-{}.db", clock::today());
            backup::is_folder(lang, path, &path.join(name))
        }
        CopyRefusal::Itself(path) => backup::itself(lang, path),
        CopyRefusal::Taken(path) => backup::taken(lang, path),
        CopyRefusal::Another(path) => backup::another(lang, path),
        CopyRefusal::NotRecord(path) => backup::not_record(lang, path),
        CopyRefusal::Name(path) => backup::name(lang, path),
        CopyRefusal::Journal { target, journal } => backup::journal(lang, target, journal),
        CopyRefusal::Unrestorable { file, error, known } => {
            let why = match error {
                StoreError::Absent(path) => backup::absent(lang, path),
                StoreError::Damaged { detail } => backup::damaged(lang, detail),
                other => store(lang, other, Some(file)),
            };
            backup::unrestorable(lang, file, why, known)
        }
        CopyRefusal::Flawed { file, first } => {
            backup::flawed(lang, file, &texts::check::finding(lang, first))
        }
        CopyRefusal::RestoreItself(path) => backup::restore_itself(lang, path),
        CopyRefusal::OverOther(path) => backup::over_other(lang, path),
    }
}
