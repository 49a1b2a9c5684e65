//! The command line that clap parses, and its commands, one a file: arguments → request → one op → a sentence or a
//! table.

pub mod assign;
pub mod backup;
pub mod brief;
mod bring_in;
pub mod bulletin;
pub mod calendar;
pub mod cell;
pub mod check;
pub mod close;
pub mod committee;
pub mod completion;
pub mod config;
pub mod demo;
pub mod duty;
pub mod erase;
pub mod export;
pub mod gaps;
mod help;
pub mod history;
pub mod import;
pub mod init;
pub mod location;
pub mod log_inspection;
pub mod log_meeting;
pub mod manual;
pub mod meeting;
mod month_end;
pub mod official;
pub mod page;
mod plan;
pub mod post;
pub mod recommend;
pub mod redo;
pub mod rename;
pub mod reopen;
pub mod reorganise;
pub mod report;
pub mod restore;
pub mod retire;
pub(super) mod shared;
pub mod sheet;
pub mod unassign;
pub mod undo;

use clap::{CommandFactory, Parser, Subcommand};

use super::context::Context;
use super::failure::Failure;
use super::options::Everywhere;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "chibo",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true
)]
pub struct Cli {
    #[command(flatten)]
    pub everywhere: Everywhere,
    #[command(subcommand)]
    pub command: Command,
}

/// The command line as it is parsed. No option is a number: what looks like a negative one is a value, of
/// which its reader says what is wanted.
pub fn command() -> clap::Command {
    fn negative_numbers(command: clap::Command) -> clap::Command {
        let takes_value = |arg: &clap::Arg| arg.get_action().takes_values();
        command
            .mut_args(|arg| if takes_value(&arg) { arg.allow_negative_numbers(true) } else { arg })
            .mut_subcommands(negative_numbers)
    }
    negative_numbers(Cli::command())
}

/// The commands, in the order in which help lists them.
#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(demo::Args),
    Init(init::Args),
    Import(import::Args),
    Export(export::Args),
    #[command(subcommand)]
    Committee(committee::Args),
    #[command(subcommand)]
    Cell(cell::Args),
    #[command(subcommand)]
    Official(official::Args),
    Assign(assign::Args),
    Unassign(unassign::Args),
    #[command(subcommand)]
    Duty(duty::Args),
    LogMeeting(Box<log_meeting::Args>),
    #[command(subcommand)]
    Meeting(meeting::Args),
    LogInspection(log_inspection::Args),
    #[command(subcommand)]
    Bulletin(bulletin::Args),
    #[command(subcommand)]
    Recommend(recommend::Args),
    #[command(subcommand)]
    Gaps(gaps::Args),
    #[command(subcommand)]
    Sheet(sheet::Args),
    Report(report::Args),
    Page(page::Args),
    Brief(brief::Args),
    Calendar(calendar::Args),
    Close(close::Args),
    Reopen(reopen::Args),
    Undo(undo::Args),
    Redo(redo::Args),
    History(history::Args),
    Check(check::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Where(location::Args),
    Config(config::Args),
    Completion(completion::Args),
    #[command(name = "man")]
    Manual(manual::Args),
    Help(help::Args),
}

/// Runs the command that was parsed.
pub fn run(context: &mut Context, asked: Command) -> Result<(), Failure> {
    match asked {
        Command::Demo(args) => demo::run(context, args),
        Command::Init(args) => init::run(context, args),
        Command::Import(args) => import::run(context, args),
        Command::Export(args) => export::run(context, args),
        Command::Committee(args) => committee::run(context, args),
        Command::Cell(args) => cell::run(context, args),
        Command::Official(args) => official::run(context, args),
        Command::Assign(args) => assign::run(context, args),
        Command::Unassign(args) => unassign::run(context, args),
        Command::Duty(args) => duty::run(context, args),
        Command::LogMeeting(args) => log_meeting::run(context, *args),
        Command::Meeting(args) => meeting::run(context, args),
        Command::Recommend(args) => recommend::run(context, args),
        Command::LogInspection(args) => log_inspection::run(context, args),
        Command::Bulletin(args) => bulletin::run(context, args),
        Command::Gaps(args) => gaps::run(context, args),
        Command::Sheet(args) => sheet::run(context, args),
        Command::Report(args) => report::run(context, args),
        Command::Page(args) => page::run(context, args),
        Command::Brief(args) => brief::run(context, args),
        Command::Calendar(args) => calendar::run(context, args),
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
        Command::Completion(args) => completion::run(args),
        Command::Manual(args) => manual::run(context, command(), args),
        Command::Help(args) => help::run(context, command(), args),
    }
}
