//! `chibo redo`: does again what was just undone.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::ops::{self, Late};
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    // What is done again was a late record before.
    let (redone, rows) = context.write_late(|_| Late::Accepted, |db| Ok(ops::redo(db)?))?;
    let (lang, of) = (context.lang, redone.operation.number);
    let sentence = texts::history::sentence(lang, &redone.operation);
    let sentence = texts::undoing::redone(lang, of, &sentence);
    context.done_with(&sentence, &texts::undoing::once_more(lang, redone.number, of));
    super::shared::say_changes(context, &rows);
    super::shared::say_beginning(context, rows.begins);
    Ok(())
}
