//! `chibo undo`: takes back the newest operation.

use crate::cli::args::Changing;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::ops;
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let undone = context.write(|db| Ok(ops::undo(db)?))?;
    let sentence = texts::history::sentence(context.lang, &undone.operation);
    let sentence = texts::answers::undone(context.lang, undone.operation.number, &sentence);
    match context.is_dry_run() {
        true => context.done(&sentence, undone.number),
        false => context.say(&format!("{sentence}.")),
    }
    Ok(())
}
