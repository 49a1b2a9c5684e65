//! The command line: arguments in, one command run, words and exit status out.
//!
//! The only layer that knows clap, the environment, the clock and the terminal.

mod backups;
mod clock;
mod commands;
mod config;
mod context;
mod copies;
mod explain;
mod failure;
mod faults;
mod folder;
mod help;
mod known_at;
mod moment;
mod options;
mod output;
mod printing;
mod progress;
mod record;
mod short_form;
mod unquoted;
mod usage;
mod values;
mod waiting;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::domain::{Refusal, refusal};
use crate::store::StoreError;
use crate::texts::{Explained, Lang, failures};
use commands::{Cli, Command};
use config::{Config, Folders};
use context::Context;
use failure::Failure;

/// Exit status for a command line that is not understood.
const NOT_UNDERSTOOD: u8 = 2;
/// Exit status for a defect in chibo.
const DEFECT: u8 = 70;

/// Runs the program and gives back its exit status.
pub fn run() -> u8 {
    std::panic::set_hook(Box::new(|_| {}));
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let words: Vec<String> =
        arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let folders = Folders::of_user();
    let config = folders.as_ref().map_or(Ok(Config::default()), |f| Config::read(&f.config_file()));
    let (config, broken) = match config {
        Ok(config) => (config, None),
        Err(failure) => (Config::default(), Some(failure)),
    };
    let named = context::before_parsing(&words, "--db").map(std::path::PathBuf::from);
    let lang = Lang { record: named.as_deref(), ..context::choose_lang(&words, &config) };
    let work = std::panic::AssertUnwindSafe(|| {
        parse_and_run(arguments, &words, lang, folders, config, broken)
    });
    match std::panic::catch_unwind(work) {
        Ok(status) => status,
        Err(panic) => {
            let detail = panic.downcast_ref::<String>().map(String::as_str);
            let detail = detail.or(panic.downcast_ref::<&str>().copied()).unwrap_or("?");
            output::to_stderr(&failures::defect(lang, detail));
            DEFECT
        }
    }
}

fn parse_and_run(
    arguments: Vec<std::ffi::OsString>,
    words: &[String],
    lang: Lang,
    folders: Option<Folders>,
    config: Config,
    broken: Option<Failure>,
) -> u8 {
    // Texts are put in only for somebody who will read them: help, or what was not understood.
    let parsed = commands::command()
        .try_get_matches_from(&arguments)
        .or_else(|_| help::localise(commands::command(), lang).try_get_matches_from(&arguments));
    let parsed = parsed.and_then(|m| Cli::from_arg_matches(&m));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return usage(lang, &error, words),
    };
    // `where` tells which file it is that cannot be read.
    if let Some(failure) = &broken {
        let explained = explain::explain(lang, failure, None);
        say(lang, &explained, false);
        if !matches!(cli.command, Command::Where(_)) {
            return explained.code.status();
        }
    }
    let known = context::check_lang(&cli.everywhere);
    let mut context = Context::new(lang, folders, config, cli.everywhere);
    match known.and_then(|()| commands::run(&mut context, cli.command)) {
        Ok(()) => 0,
        Err(failure) => {
            let failure = context.told_apart(failure);
            tell(&context, &failure, words)
        }
    }
}

fn usage(lang: Lang, error: &clap::Error, words: &[String]) -> u8 {
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
fn tell(context: &Context, failure: &Failure, words: &[String]) -> u8 {
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

fn say(lang: Lang, explained: &Explained, unchanged: bool) {
    let Explained { message, hint, .. } = explained;
    let end = if message.ends_with(['.', '…']) { "" } else { "." };
    let unchanged =
        if unchanged { format!(" {}", failures::unchanged(lang)) } else { String::new() };
    output::to_stderr(&format!("{}: {message}{end}{unchanged}", failures::error_word(lang)));
    if let Some(hint) = hint {
        output::to_stderr(&format!("{}: {}", failures::hint_word(lang), hint.text()));
    }
}
