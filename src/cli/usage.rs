//! What clap found wrong with a command line, in the reader's language.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::values::Misread;
use super::{commands, explain, short_form, unquoted, values};
use crate::domain::{Refusal, nearest, refusal};
use crate::texts::{Explained, Lang, failures, quoted, usage};

/// Options that change what is recorded, or what is refused. They are never offered for a word that was mistyped.
const WEIGHTY: [&str; 4] = ["--amend", "--force", "--late", "--with-gaps"];

/// A usage error in words; `typed` is the command line, `command` the command that stands in it.
pub fn explain(lang: Lang, error: &clap::Error, typed: &[String], command: &str) -> Explained {
    let explained = explained(lang, error, typed, command);
    let meant = in_quotes(lang, error.kind(), typed, command);
    let meant = meant.or_else(|| short_form(lang, error.kind(), typed, command));
    let explained = match meant {
        Some(hint) => explained.hint(hint),
        None => explained,
    };
    with_help(lang, explained, command)
}

/// The command as it was meant, where a name or a word with blanks was typed without quotes.
fn in_quotes(lang: Lang, kind: ErrorKind, typed: &[String], command: &str) -> Option<String> {
    let can_be = matches!(
        kind,
        ErrorKind::UnknownArgument
            | ErrorKind::ValueValidation
            | ErrorKind::InvalidValue
            | ErrorKind::ArgumentConflict
            | ErrorKind::TooManyValues
            | ErrorKind::WrongNumberOfValues
    );
    let typed = without_record(lang, typed.get(1..).filter(|_| can_be)?);
    let named = command.split(' ').count() - 1;
    let words = unquoted::mended(&typed, named, reader())?;
    Some(usage::quotes_needed(lang, &typed_as(&words)))
}

/// The short form of a meeting as it was probably meant.
fn short_form(lang: Lang, kind: ErrorKind, typed: &[String], command: &str) -> Option<String> {
    if kind != ErrorKind::ValueValidation || command != "chibo log-meeting" {
        return None;
    }
    let words = short_form::mended(&without_record(lang, typed.get(1..)?), reader())?;
    Some(usage::probably_meant(lang, &typed_as(&words)))
}

/// Whether the program reads words that are typed behind its name.
fn reader() -> impl Fn(&[String]) -> bool {
    let program = commands::command();
    move |words| {
        let words = std::iter::once("chibo").chain(words.iter().map(String::as_str));
        program.clone().try_get_matches_from(words).is_ok()
    }
}

/// Words as they are typed in a command.
fn typed_as(words: &[String]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// The command that was typed with the code of the one record that is near in the place of what names none.
pub fn corrected(lang: Lang, found: &refusal::Found, typed: &[String]) -> Option<String> {
    let (text, near) = match found {
        refusal::Found::NotFound { text, near, .. }
        | refusal::Found::NeitherFound { text, near } => (text, near),
        refusal::Found::Ambiguous { .. } => return None,
    };
    let [near] = &near[..] else { return None };
    let mut words = without_record(lang, typed.get(1..)?);
    let value = |word: &str| word.split_once('=').map_or(word.to_owned(), |(_, it)| it.to_owned());
    let exact = |word: &String| word.trim() == text || value(word).trim() == text;
    // A committee stands behind the name of its cell: `Khu phố 5, Bình Minh`.
    let behind = |word: &String| word.trim_end().ends_with(text.as_str()) && word.contains(',');
    let at = words.iter().position(exact).or_else(|| words.iter().position(behind))?;
    let start = words[at].rfind(text.as_str())?;
    words[at].replace_range(start..start + text.len(), &near.code);
    Some(typed_as(&words))
}

/// The same explanation with a whole command behind its hint.
pub fn with_command(lang: Lang, explained: Explained, words: &str) -> Explained {
    let hint = explained.hint.as_ref().map(|hint| hint.text().to_owned()).unwrap_or_default();
    explained.advice(usage::or_typed(lang, &hint, words))
}

/// What was typed but for the name of the record file, with which every suggested command begins, and for whom it is
/// told: the suggestion is for a person.
fn without_record(lang: Lang, typed: &[String]) -> Vec<String> {
    let record = ["--db"].into_iter().filter(|_| lang.record.is_some());
    let away: Vec<&str> = record.chain(["--error-format"]).collect();
    let mut left = Vec::new();
    let mut words = typed.iter();
    while let Some(word) = words.next() {
        match away.iter().find_map(|option| word.strip_prefix(option)) {
            Some("") => _ = words.next(),
            Some(rest) if rest.starts_with('=') => {}
            Some(_) | None => left.push(word.clone()),
        }
    }
    left
}

/// The same with a hint where it has none: the help of the command typed.
pub fn with_help(lang: Lang, explained: Explained, command: &str) -> Explained {
    match explained.hint {
        Some(_) => explained,
        None => explained.hint(usage::see_help(lang, command)),
    }
}

fn explained(lang: Lang, error: &clap::Error, typed: &[String], command: &str) -> Explained {
    let text = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let list = |kind: ContextKind| error.get(kind).map(listed).unwrap_or_default();
    let argument = option(&text(ContextKind::InvalidArg));
    match error.kind() {
        ErrorKind::ValueValidation => {
            match error.source().and_then(|e| e.downcast_ref::<Misread>()) {
                Some(misread) => {
                    let inner = explain::value(lang, misread);
                    let message = usage::in_option(lang, &argument, &inner.message);
                    let explained = Explained { message, ..inner };
                    match usage::example_of(lang, command, &argument) {
                        Some(example) if is_empty_text(misread) => explained.hint(example),
                        Some(_) | None => explained,
                    }
                }
                None => usage::other(lang),
            }
        }
        ErrorKind::InvalidValue => {
            let value = text(ContextKind::InvalidValue);
            if value.is_empty() {
                return usage::missing_value(lang, &argument);
            }
            let inner = failures::word_unknown(lang, &value, &list(ContextKind::ValidValue));
            let message = usage::in_option(lang, &argument, &inner.message);
            let explained = Explained { message, ..inner };
            if command == "chibo report" && values::period(&value).is_ok() {
                explained.hint(usage::period_after(lang, &value))
            } else {
                explained
            }
        }
        ErrorKind::UnknownArgument => {
            let near = text(ContextKind::SuggestedArg);
            let harmless = !near.is_empty() && !WEIGHTY.contains(&near.as_str());
            usage::unknown_argument(lang, &argument, harmless.then_some(near.as_str()))
        }
        ErrorKind::InvalidSubcommand => {
            let given = text(ContextKind::InvalidSubcommand);
            let near = list(ContextKind::SuggestedSubcommand);
            usage::unknown_command(lang, &given, &nearest(&given, &near), command)
        }
        ErrorKind::MissingRequiredArgument => {
            usage::missing_arguments(lang, &list(ContextKind::InvalidArg), command)
        }
        ErrorKind::MissingSubcommand => {
            usage::missing_command(lang, command, &list(ContextKind::ValidSubcommand))
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues => usage::missing_value(lang, &argument),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            usage::superfluous_value(lang, &argument)
        }
        ErrorKind::ArgumentConflict => {
            let others = among(list(ContextKind::PriorArg), typed);
            let others = others.iter().map(|other| option(other)).collect::<Vec<_>>().join(", ");
            if others.is_empty() || others == argument {
                usage::given_twice(lang, &argument)
            } else {
                usage::not_together(lang, &argument, &others)
            }
        }
        ErrorKind::InvalidUtf8 => usage::not_unicode(lang),
        _ => usage::other(lang),
    }
}

fn is_empty_text(misread: &Misread) -> bool {
    matches!(misread, Misread::Refused(Refusal::Written(refusal::Written::TextEmpty)))
}

/// Those of the arguments that were typed: a group in conflict is named by all its members.
fn among(arguments: Vec<String>, typed: &[String]) -> Vec<String> {
    let is_typed = |argument: &String| {
        let name = option(argument);
        typed.iter().any(|word| word.split('=').next() == Some(name.as_str()))
    };
    if arguments.iter().any(is_typed) {
        arguments.into_iter().filter(is_typed).collect()
    } else {
        arguments
    }
}

/// `--on <DATE>` as `--on`, `[KIND]` as `KIND`.
fn option(argument: &str) -> String {
    let name = argument.split(' ').next().unwrap_or(argument);
    name.trim_matches(['[', ']', '<', '>', '‹', '›', '.']).to_owned()
}

/// The command of a command line as it was typed so far.
pub fn command_of(mut command: clap::Command, typed: &[String]) -> String {
    let mut path = command.get_name().to_owned();
    for word in typed.iter().skip(1) {
        if let Some(found) = command.find_subcommand(word) {
            path = format!("{path} {}", found.get_name());
            command = found.clone();
        }
    }
    path
}

fn shown(value: &ContextValue) -> String {
    listed(value).join(", ")
}

fn listed(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(text) => vec![text.clone()],
        ContextValue::Strings(texts) => texts.clone(),
        ContextValue::StyledStr(text) => vec![text.to_string()],
        ContextValue::StyledStrs(texts) => texts.iter().map(|text| text.to_string()).collect(),
        ContextValue::Number(number) => vec![number.to_string()],
        ContextValue::Bool(_) | ContextValue::None => Vec::new(),
        _ => Vec::new(),
    }
}
