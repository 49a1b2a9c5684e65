//! `chibo history`: what was done, the newest first.

use crate::cli::args::Printing;
use crate::cli::clock;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::report;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let operations = context.read(|db| Ok(db.operations()?))?;
    context.print(&args.printing, |medium| {
        report::history(&operations, clock::local, context.lang, medium)
    })
}
