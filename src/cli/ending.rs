//! How a command that did not do what it was asked to ends: what it says, and its exit status.

use clap::error::ErrorKind;

use super::context::Context;
use super::failure::Failure;
use super::options::ErrorFormat;
use super::{commands, explain, help, notices, output, usage};
use crate::domain::{Refusal, refusal};
use crate::store::StoreError;
use crate::texts::{Explained, Lang};

/// Exit status for a command line that is not understood.
const NOT_UNDERSTOOD: u8 = 2;

/// Ends a command line that clap does not understand, or that asks for help.
pub fn not_understood(
    format: ErrorFormat,
    lang: Lang,
    error: &clap::Error,
    words: &[String],
) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = help::finish(&error.render().to_string(), lang);
            match output::to_stdout(false, |out| writeln!(out, "{text}")) {
                Ok(()) => 0,
                Err(failure) => explain::explain(lang, &failure, None).code.status(),
            }
        }
        _ => {
            let command = usage::command_of(commands::command(), words);
            let explained = usage::explain(lang, error, words, &command);
            // What a rule refuses is refused here only where the numbers of a meeting are read at once.
            let status = explained.code.status();
            notices::failure(format, lang, &explained, status != NOT_UNDERSTOOD);
            status
        }
    }
}

/// Says why a command did nothing; one that would have changed something says that nothing changed. The exit
/// status is that of the error's code.
pub fn tell(context: &Context, failure: Failure, words: &[String]) -> u8 {
    if let Failure::NotUnderstood { error, words } = &failure {
        return not_understood(context.error_format(), context.lang, error, words);
    }
    let format = context.error_format();
    let say = |explained: &Explained, unchanged| {
        notices::failure(format, context.lang, explained, unchanged)
    };
    let failure = &context.told_apart(failure);
    let (lang, writing) = (context.lang, context.is_writing());
    let record = context.record_file().ok().map(|(path, _)| path);
    let mut explained = explain::explain(lang, failure, record.as_deref());
    let status = explained.code.status();
    if status == NOT_UNDERSTOOD {
        explained =
            usage::with_help(lang, explained, &usage::command_of(commands::command(), words));
    }
    if let Failure::Refused(Refusal::Found(found)) = failure
        && let Some(command) = usage::corrected(lang, found, words)
    {
        explained = usage::with_command(lang, explained, &command);
    }
    match failure {
        Failure::Found => notices::found(format, lang, &explained),
        Failure::Declined => notices::declined(format, lang, &explained),
        Failure::Faults(faults) => notices::faulty(format, lang, faults, &explained),
        // Its message says already that nothing changes.
        Failure::Refused(Refusal::Asked(refusal::Asked::NothingChanges)) => say(&explained, false),
        Failure::Refused(_)
        | Failure::Advised { .. }
        | Failure::Store(
            StoreError::DiskFull | StoreError::DiskFailed { .. } | StoreError::Elsewhere { .. },
        ) => {
            say(&explained, writing);
        }
        _ => say(&explained, false),
    }
    status
}
