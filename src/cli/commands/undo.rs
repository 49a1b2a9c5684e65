//! `chibo undo`: takes back the newest operation, or an earlier one on which nothing depends.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values;
use crate::domain::OperationNumber;
use crate::ops::{self, Late, Undone};
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "N", value_parser = values::operation)]
    number: Option<OperationNumber>,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let late = |undone: &Undone| Late::BroughtBack(undone.operation.number);
    let (undone, rows) = context.write_late(late, |db| Ok(ops::undo(db, args.number)?))?;
    let sentence = texts::history::sentence(context.lang, &undone.operation);
    let sentence = texts::undoing::undone(context.lang, undone.operation.number, &sentence);
    context.done_with(&sentence, &texts::undoing::again(context.lang, undone.number));
    super::shared::say_changes(context, &rows);
    super::shared::say_beginning(context, rows.begins);
    Ok(())
}
