//! What a shell offers while a command is typed: commands, options, fixed words, and from the record file codes and
//! months. The script that makes a shell ask is printed by `chibo completion`.
//!
//! Whoever presses the tabulator is in the middle of a line: nothing is said, whatever is wrong.

use std::ffi::{OsStr, OsString};

use clap::{Command, FromArgMatches, ValueHint};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use super::config::{Config, Folders};
use super::context::{self, Context};
use super::environment::variable;
use super::offered::{Offered, offered};
use super::options::Everywhere;
use super::{commands, help};
use crate::domain::{AbsenceReason, Keyword, NotHeldReason};
use crate::texts::topics::Topic;
use crate::texts::{Labelled, Lang, Variable};

/// Answers a shell that asks, and tells whether one did.
pub fn answer(arguments: &[OsString], folders: Option<&Folders>, config: &Config) -> bool {
    if variable(Variable::Complete).is_none() {
        return false;
    }
    let work = std::panic::AssertUnwindSafe(|| {
        // Windows PowerShell drops an argument that is empty; its script puts quotes there.
        let plain = |word: &OsString| if word == "\"\"" { OsString::new() } else { word.clone() };
        let arguments: Vec<OsString> = arguments.iter().map(plain).collect();
        let typed = arguments.iter().skip_while(|word| *word != "--").skip(1).cloned().collect();
        let folder = std::env::current_dir().ok();
        let complete = CompleteEnv::with_factory(|| completing(&typed, folders, config))
            .var(Variable::Complete.name());
        // What cannot be completed is not.
        let _ = complete.try_complete(arguments.clone(), folder.as_deref());
    });
    let _ = std::panic::catch_unwind(work);
    true
}

/// The command line with what each argument takes.
fn completing(typed: &Vec<OsString>, folders: Option<&Folders>, config: &Config) -> Command {
    let words: Vec<String> = typed.iter().map(|word| word.to_string_lossy().into()).collect();
    let lang = context::choose_lang(&words, config);
    let matches = commands::command().ignore_errors(true).try_get_matches_from(typed).ok();
    let everywhere = matches.and_then(|matches| Everywhere::from_arg_matches(&matches).ok());
    let offered = everywhere.map_or_else(Offered::nothing, |everywhere| {
        Offered::of(&Context::new(lang, folders.cloned(), config.clone(), everywhere))
    });
    help::localise(walk(commands::command(), lang, &offered), lang)
}

fn walk(command: Command, lang: Lang<'static>, offered: &Offered) -> Command {
    command
        .mut_args(|arg| argument(arg, lang, offered))
        .mut_subcommands(|sub| walk(sub, lang, offered))
}

/// An argument with what it takes, which the name of its value says.
fn argument(arg: clap::Arg, lang: Lang<'static>, offered: &Offered) -> clap::Arg {
    let name = arg.get_value_names().and_then(|names| names.first()).map(|name| name.to_string());
    let from_record = |arg: clap::Arg, offer: fn(&Offered) -> Vec<CompletionCandidate>| {
        let offered = offered.clone();
        arg.add(completer(move || offer(&offered)))
    };
    match name.as_deref().unwrap_or_default() {
        "CELL" => from_record(arg, Offered::cells),
        "OFFICIAL" if arg.get_id() == "visitor" => from_record(arg, Offered::visitors),
        "OFFICIAL" => from_record(arg, Offered::officials),
        "COMMITTEE" => from_record(arg, Offered::committees),
        "CATEGORY" => from_record(arg, Offered::categories),
        "CELL_OR_OFFICIAL" => from_record(arg, Offered::cells_and_officials),
        "ID" => from_record(arg, Offered::recommendations),
        "PERIOD" => from_record(arg, Offered::months),
        "REASON" => arg.add(completer(move || {
            let absence = AbsenceReason::ALL.iter().map(|word| labelled(*word, lang));
            absence.chain(NotHeldReason::ALL.iter().map(|word| labelled(*word, lang))).collect()
        })),
        "DATE" => arg.add(completer(|| plain(["today", "yesterday"]))),
        "FROM" => arg.add(completer(|| plain(["filed"]))),
        "ITEM" => arg.add(completer(|| {
            let names = commands::meeting::Clear::all().map(|clear| clear.name());
            names.map(CompletionCandidate::new).collect()
        })),
        "YES|NO" => arg.add(completer(|| plain(["yes", "no"]))),
        "KEY" => arg.add(completer(|| plain(commands::config::KEYS.split(", ")))),
        "COMMAND" => arg.add(completer(|| {
            let command = commands::command();
            let commands = command.get_subcommands().map(Command::get_name);
            plain(commands.chain(Topic::ALL.iter().map(|topic| topic.key())))
        })),
        "FILE" => arg.value_hint(ValueHint::FilePath),
        "FOLDER" => arg.value_hint(ValueHint::DirPath),
        "PATH" => arg.value_hint(ValueHint::AnyPath),
        _ => words_of(arg, lang),
    }
}

/// An argument that takes the words of a fixed list, with what they are called.
fn words_of(arg: clap::Arg, lang: Lang<'static>) -> clap::Arg {
    let words = arg.get_possible_values();
    let labelled: Vec<[String; 3]> = words
        .iter()
        .filter_map(|word| {
            let [key, vi, en] =
                <[&str; 3]>::try_from(word.get_name_and_aliases().collect::<Vec<_>>()).ok()?;
            Some([key, vi, en].map(str::to_owned))
        })
        .collect();
    if labelled.is_empty() {
        return arg;
    }
    arg.add(completer(move || {
        let offered = labelled.iter().map(|[key, vi, en]| offered(key, lang.pick(vi, en)));
        offered.collect()
    }))
}

fn labelled<T: Labelled>(word: T, lang: Lang<'static>) -> CompletionCandidate {
    offered(word.key(), word.label(lang))
}

fn plain<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<CompletionCandidate> {
    words.into_iter().map(CompletionCandidate::new).collect()
}

/// Offers those that begin with what is typed, in capitals or not.
fn completer(
    all: impl Fn() -> Vec<CompletionCandidate> + Send + Sync + 'static,
) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| {
        let typed = typed.to_string_lossy().to_lowercase();
        let begins = |value: &OsStr| value.to_string_lossy().to_lowercase().starts_with(&typed);
        all().into_iter().filter(|offered| begins(offered.get_value())).collect()
    })
}
