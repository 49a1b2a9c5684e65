//! `chibo unassign`: ends an assignment.

use super::month_end::Ending;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values;
use crate::domain::DateInput;
use crate::ops;
use crate::texts::answers;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "CELL")]
    cell: String,
    #[arg(value_name = "OFFICIAL")]
    official: Option<String>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: DateInput,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let on = args.on.resolve(context.today()?);
    let ending = Ending::ask(context, "--on", Some(on))?;
    let request = ops::Unassign { cell: args.cell, official: args.official, on };
    let (ended, rows) = context.write_telling(|db| Ok(ops::unassign(db, request)?))?;
    let lang = context.lang;
    let sentence = if ended.taken_out {
        answers::taken_out(lang, &ended.official, &ended.cell)
    } else {
        answers::unassigned(lang, &ended.official, &ended.cell, ended.until)
    };
    context.done(&sentence, ended.number);
    ending.say(context);
    if ended.nobody_left {
        context.say(&answers::nobody_left(lang, &ended.cell, ended.until));
    }
    super::shared::say_changes(context, &rows);
    Ok(())
}
