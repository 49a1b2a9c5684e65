//! How a command that did not do what it was asked to ends: what it says, and its exit status.

use clap::error::ErrorKind;

use super::context::Context;
use super::failure::Failure;
use super::{commands, explain, faults, help, output, usage};
use crate::domain::{Refusal, refusal};
use crate::store::StoreError;
use crate::texts::{Explained, Lang, failures};

/// Exit status for a command line that is not understood.
const NOT_UNDERSTOOD: u8 = 2;

/// Ends a command line that clap does not understand, or that asks for help.
pub fn not_understood(lang: Lang, error: &clap::Error, words: &[String]) -> u8 {
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
            say(lang, &explained, status != NOT_UNDERSTOOD);
            status
        }
    }
}

/// Says why a command did nothing; one that would have changed something says that nothing changed. The exit
/// status is that of the error's code.
pub fn tell(context: &Context, failure: Failure, words: &[String]) -> u8 {
    if let Failure::NotUnderstood { error, words } = &failure {
        return not_understood(context.lang, error, words);
    }
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
        Failure::Found => {}
        // Whoever stopped it knows that it is no error.
        Failure::Declined => context.say(&format!("{}.", explained.message)),
        Failure::Faults(faults) => {
            faults::lines(lang, faults).iter().for_each(|line| output::to_stderr(line));
            say(lang, &explained, false);
        }
        // Its message says already that nothing changes.
        Failure::Refused(Refusal::Asked(refusal::Asked::NothingChanges)) => {
            say(lang, &explained, false)
        }
        Failure::Refused(_)
        | Failure::Advised { .. }
        | Failure::Store(
            StoreError::DiskFull | StoreError::DiskFailed { .. } | StoreError::Elsewhere { .. },
        ) => {
            say(lang, &explained, writing);
        }
        _ => say(lang, &explained, false),
    }
    status
}

/// Says a refusal or failure, with what was left unchanged where that is so, and what to do next.
pub fn say(lang: Lang, explained: &Explained, unchanged: bool) {
    let Explained { message, hint, .. } = explained;
    let end = if message.ends_with(['.', '…']) { "" } else { "." };
    let unchanged =
        if unchanged { format!(" {}", failures::unchanged(lang)) } else { String::new() };
    output::to_stderr(&format!("{}: {message}{end}{unchanged}", failures::error_word(lang)));
    if let Some(hint) = hint {
        output::to_stderr(&format!("{}: {}", failures::hint_word(lang), hint.text()));
    }
}
