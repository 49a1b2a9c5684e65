//! One command a file: arguments → request → one op → a sentence or a table.

pub mod assign;
pub mod backup;
pub mod cell;
pub mod check;
pub mod close;
pub mod committee;
pub mod config;
pub mod demo;
pub mod erase;
pub mod export;
pub mod help;
pub mod history;
pub mod import;
pub mod init;
pub mod location;
pub mod log_meeting;
pub mod meeting;
pub mod official;
pub mod post;
pub mod redo;
pub mod rename;
pub mod reopen;
pub mod reorganise;
pub mod report;
pub mod restore;
pub mod retire;
pub mod unassign;
pub mod undo;

use super::args::Command;
use super::context::Context;
use super::failure::Failure;
use super::values::Misread;
use crate::domain::{
    Date, DateInput, Likeness, Period, PeriodInput, PeriodSpan, Refusal, Span, Thing,
};
use crate::ops::{Beginning, StatusChange};
use crate::report::OnDay;
use crate::texts::answers;

/// Runs the command that was parsed.
pub fn run(context: &mut Context, command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(args) => demo::run(context, args),
        Command::Init(args) => init::run(context, args),
        Command::Import(args) => import::run(context, args),
        Command::Export(args) => export::run(context, args),
        Command::Committee(args) => committee::run(context, args),
        Command::Cell(args) => cell::run(context, args),
        Command::Official(args) => official::run(context, args),
        Command::Assign(args) => assign::run(context, args),
        Command::Unassign(args) => unassign::run(context, args),
        Command::LogMeeting(args) => log_meeting::run(context, *args),
        Command::Meeting(args) => meeting::run(context, args),
        Command::Report(args) => report::run(context, args),
        Command::Close(args) => close::run(context, args),
        Command::Reopen(args) => reopen::run(context, args),
        Command::Undo(args) => undo::run(context, args),
        Command::Redo(args) => redo::run(context, args),
        Command::History(args) => history::run(context, args),
        Command::Check(args) => check::run(context, args),
        Command::Backup(args) => backup::run(context, args),
        Command::Restore(args) => restore::run(context, args),
        Command::Where(args) => location::run(context, args),
        Command::Config(args) => config::run(context, args),
        Command::Help(args) => help::run(context, args),
    }
}

/// The one month that a period must be here.
fn one_month(input: PeriodInput, today: Date) -> Result<Period, Failure> {
    let span = input.resolve(today);
    let text = || Refusal::PeriodNotOneMonth { text: span.to_string() };
    Ok(span.only_month().ok_or_else(text).map_err(Misread::from)?)
}

/// The month whose filing `--diff` means: `filed`, or one of the months asked for; none if it is a moment.
fn filing(text: &str, span: PeriodSpan, today: Date) -> Result<Option<Period>, Failure> {
    let one = || {
        let several = Refusal::PeriodNotOneMonth { text: span.to_string() };
        span.only_month().ok_or(Misread::from(several))
    };
    if matches!(crate::domain::fold(text).as_str(), "filed" | "da chot") {
        return Ok(Some(one()?));
    }
    let is_month = text.contains(['-', '/']).then(|| PeriodInput::read(text).ok()).flatten();
    match is_month.map(|input| input.resolve(today)) {
        Some(named) if named == PeriodSpan::single(one()?) => Ok(Some(named.from)),
        Some(_) => Err(Failure::Conflict { what: "--diff", with: "--period" }),
        None => Ok(None),
    }
}

/// A day that may have been given.
fn resolved(input: Option<DateInput>, today: Date) -> Option<Date> {
    input.map(|input| input.resolve(today))
}

/// Refuses to show a record as of a day on which it does not exist.
fn there_on(seen: OnDay, thing: Thing, life: Span) -> Result<(), Failure> {
    match seen.only && !life.contains(seen.day) {
        true => Err(Refusal::NotThere { thing, day: seen.day, life }.into()),
        false => Ok(()),
    }
}

/// The most twins of a record that are named.
const TWINS: usize = 5;

/// Says what a new record could be the same as.
pub fn say_twins(context: &Context, new: &Thing, twins: &[(Thing, Likeness)]) {
    for by in [Likeness::Name, Likeness::Code] {
        let alike = twins.iter().filter(|(_, likeness)| *likeness == by);
        let alike: Vec<&Thing> = alike.map(|(thing, _)| thing).collect();
        if !alike.is_empty() {
            context.say(&answers::twins(context.lang, new, &alike, TWINS, by));
        }
    }
}

/// Lists rows of reports whose status changed.
pub fn say_changes(context: &Context, changes: &[StatusChange]) {
    let lang = context.lang;
    if changes.is_empty() {
        return;
    }
    context.say(&answers::changes_head(lang, changes.len()));
    for StatusChange { cell, period, before, after, .. } in changes {
        context.say(&answers::change(lang, cell, *period, *before, *after));
    }
}

/// Says that reports begin with another period than before.
pub fn say_beginning(context: &Context, begins: Option<Beginning>) {
    let lang = context.lang;
    let said = begins.map(|begins| match begins {
        Beginning::Set(from) => answers::begins(lang, from),
        Beginning::Moved { before, after } => answers::begins_otherwise(lang, before, after),
        Beginning::Unset { meetings } => answers::begins_nowhere(lang, meetings),
    });
    if let Some(said) = said {
        context.say(&said);
    }
}
