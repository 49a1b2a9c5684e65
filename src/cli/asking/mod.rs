//! Asking for what a command line leaves out, where somebody sits at a terminal: never otherwise.
//!
//! Answers make words of the command line (`command_line.rs`). The command that results is tried without keeping
//! anything, which gives the summary and every refusal of the command itself, then agreed to, and carried out: no rule and no
//! request is written a second time here. Nothing of the record file is open while somebody thinks.

mod assignment;
mod cell;
mod command_line;
mod conversation;
mod every_cell;
mod given;
mod ground;
mod held;
mod line;
mod meeting;
mod official;
mod record;
mod round;
mod terminal;

use std::borrow::Cow;
use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{ArgMatches, FromArgMatches};

use super::context::Context;
use super::environment::variable;
use super::failure::Failure;
use super::options::{ErrorFormat, Everywhere};
use super::{commands, person};
use crate::texts::Variable;
use conversation::Conversation;
use given::Given;
use terminal::Terminal;

/// A command line for which somebody is asked.
pub struct Asked {
    pub everywhere: Everywhere,
    about: About,
    matches: ArgMatches,
}

/// What somebody is asked about.
#[derive(Clone, Copy)]
enum About {
    Meeting,
    EveryCell,
    Assignment,
    Cell,
    Official,
}

impl Asked {
    /// Whether somebody is to be asked, and can be: the command line is one that leaves something out, and nothing else
    /// is wrong with it.
    pub fn of(
        arguments: &[OsString],
        parsed: &Result<ArgMatches, clap::Error>,
        format: ErrorFormat,
    ) -> Option<Self> {
        let missing = matches!(parsed, Err(e) if e.kind() == ErrorKind::MissingRequiredArgument);
        if !(missing || parsed.is_ok()) || !somebody_is_there(format) {
            return None;
        }
        let matches: Cow<'_, ArgMatches> = match parsed {
            Ok(matches) => Cow::Borrowed(matches),
            // What is there was found good before it was asked what is not there.
            Err(_) => Cow::Owned(
                commands::command().ignore_errors(true).try_get_matches_from(arguments).ok()?,
            ),
        };
        let about = About::of(&matches, missing)?;
        let everywhere = Everywhere::from_arg_matches(&matches).ok()?;
        let mut inner: &ArgMatches = &matches;
        while let Some((_, further)) = inner.subcommand() {
            inner = further;
        }
        Some(Self { everywhere, about, matches: inner.clone() })
    }
}

impl About {
    fn of(matches: &ArgMatches, missing: bool) -> Option<Self> {
        match matches.subcommand()? {
            ("log-meeting", meeting) => {
                let given = Given(meeting);
                if given.has("all") {
                    Some(Self::EveryCell)
                } else {
                    meeting::is_incomplete(&given).then_some(Self::Meeting)
                }
            }
            ("assign", _) if missing => Some(Self::Assignment),
            ("cell", cell) if missing && cell.subcommand_name() == Some("add") => Some(Self::Cell),
            ("official", official) if missing && official.subcommand_name() == Some("add") => {
                Some(Self::Official)
            }
            _ => None,
        }
    }
}

/// Whether somebody can be asked: both ends are a terminal that can do what questions need.
fn somebody_is_there(format: ErrorFormat) -> bool {
    person::is_there(format) && variable(Variable::Term).as_deref() != Some("dumb")
}

/// Asks, and carries out what was agreed to.
pub fn run(context: &mut Context, asked: &Asked, typed: &[String]) -> Result<(), Failure> {
    let (lang, color) = (context.lang, context.color_on(&std::io::stderr()));
    let conversation = Conversation::with(Terminal { lang, color });
    let given = Given(&asked.matches);
    match asked.about {
        About::Meeting => meeting::run(context, &conversation, &given, typed),
        About::EveryCell => every_cell::run(context, &conversation, &given, typed),
        About::Assignment => record::run(context, &conversation, &given, typed, assignment::ask),
        About::Cell => record::run(context, &conversation, &given, typed, cell::ask),
        About::Official => record::run(context, &conversation, &given, typed, official::ask),
    }
}
