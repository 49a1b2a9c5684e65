//! The command line: arguments in, one command run, words and exit status out.
//!
//! The only layer that knows clap, the environment, the clock and the terminal.

mod asking;
mod backups;
mod clock;
mod columns;
mod commands;
mod completion;
mod config;
mod context;
mod copies;
mod ending;
mod environment;
mod explain;
mod failure;
mod faults;
mod folder;
mod help;
mod known_at;
mod moment;
mod notices;
mod offered;
mod options;
mod output;
mod pager;
mod person;
mod printing;
mod progress;
mod record;
mod short_form;
mod topics;
mod unquoted;
mod usage;
mod values;
mod waiting;

use clap::FromArgMatches;

use crate::texts::codes::DEFECT;
use crate::texts::{Lang, failures};
use asking::Asked;
use commands::{Cli, Command};
use config::{Config, Folders};
use context::Context;
use failure::Failure;
use options::ErrorFormat;

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
    if completion::answer(&arguments, folders.as_ref(), &config) {
        return 0;
    }
    let named = context::before_parsing(&words, "--db").map(std::path::PathBuf::from);
    let lang = Lang { record: named.as_deref(), ..context::choose_lang(&words, &config) };
    let format = context::choose_error_format(&words);
    let work = std::panic::AssertUnwindSafe(|| {
        parse_and_run(arguments, &words, (lang, format), folders, config, broken)
    });
    match std::panic::catch_unwind(work) {
        Ok(status) => status,
        Err(panic) => {
            let detail = panic.downcast_ref::<String>().map(String::as_str);
            let detail = detail.or(panic.downcast_ref::<&str>().copied()).unwrap_or("?");
            notices::defect(format, DEFECT, &failures::defect(lang, detail));
            DEFECT
        }
    }
}

fn parse_and_run(
    arguments: Vec<std::ffi::OsString>,
    words: &[String],
    (lang, format): (Lang, ErrorFormat),
    folders: Option<Folders>,
    config: Config,
    broken: Option<Failure>,
) -> u8 {
    let parsed = commands::command().try_get_matches_from(&arguments);
    let asked = Asked::of(&arguments, &parsed, format);
    // Texts are put in only for somebody who will read them: help, or what was not understood.
    let parsed = parsed
        .or_else(|_| help::localise(commands::command(), lang).try_get_matches_from(&arguments))
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let (everywhere, task) = match (asked, parsed) {
        (Some(asked), _) => (asked.everywhere.clone(), Task::Ask(asked)),
        (None, Ok(cli)) => (cli.everywhere, Task::Run(cli.command)),
        (None, Err(error)) => return ending::not_understood(format, lang, &error, words),
    };
    // `where` tells which file it is that cannot be read.
    if let Some(failure) = &broken {
        let explained = explain::explain(lang, failure, None);
        if !matches!(task, Task::Run(Command::Where(_))) {
            notices::failure(format, lang, &explained, false);
            return explained.code.status();
        }
        notices::beside(format, lang, &explained);
    }
    let known = context::check_lang(&everywhere);
    let mut context = Context::new(lang, folders, config, everywhere);
    let done = known.and_then(|()| match task {
        Task::Run(command) => commands::run(&mut context, command),
        Task::Ask(asked) => asking::run(&mut context, &asked, words),
    });
    match done {
        Ok(()) => 0,
        Err(failure) => ending::tell(&context, failure, words),
    }
}

/// What a command line asks for.
enum Task {
    /// A command that can be carried out as it was typed.
    Run(Command),
    /// One for which somebody has to be asked first.
    Ask(Asked),
}
