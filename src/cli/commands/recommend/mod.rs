//! `chibo recommend`: recommendations of cells, from the day they are raised to the day the cell is told what became of
//! them.

mod look;
mod raise;
mod steps;

use crate::cli::context::Context;
use crate::cli::failure::Failure;

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Add(Box<raise::Add>),
    Send(steps::Send),
    Answer(steps::Answer),
    Resolve(steps::Settle),
    Decline(steps::Settle),
    ReportBack(steps::ReportBack),
    Same(raise::Same),
    Apart(raise::Apart),
    List(look::List),
    Show(look::Show),
    Amend(Box<raise::Amend>),
    Remove(raise::Remove),
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::Add(args) => raise::add(context, *args),
        Args::Send(args) => steps::send(context, args),
        Args::Answer(args) => steps::answer(context, args),
        Args::Resolve(args) => steps::resolve(context, args),
        Args::Decline(args) => steps::decline(context, args),
        Args::ReportBack(args) => steps::report_back(context, args),
        Args::Same(args) => raise::same(context, &args),
        Args::Apart(args) => raise::apart(context, &args),
        Args::List(args) => look::list(context, &args),
        Args::Show(args) => look::show(context, &args),
        Args::Amend(args) => raise::amend(context, *args),
        Args::Remove(args) => raise::remove(context, &args),
    }
}
