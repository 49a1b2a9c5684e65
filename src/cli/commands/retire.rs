//! `chibo official retire`: ends an official's time. Where cells lose an assignment by it, a person is asked
//! first, or must have said `--yes`; no transaction is open while asking.

use super::month_end::Ending;
use super::reorganise::say_effects;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::person;
use crate::cli::values::{self, DocumentLine, given};
use crate::domain::{Date, DateInput, Thing, refusal};
use crate::ops::{self, Corrected, Retire, RowsChanged};
use crate::texts::reorganisation;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: DateInput,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    let (on, document) = (args.on.resolve(context.today()?), given(args.document));
    let ending = if args.yes || args.changing.dry_run {
        Ending::unasked("--on", on)
    } else {
        Ending::ask(context, "--on", Some(on))?
    };
    let request = Retire { official: args.official, on, document: document.clone() };
    if !args.yes && !args.changing.dry_run {
        context.dry_run(true);
        let (foreseen, rows) = context.write_telling(|db| Ok(ops::retire(db, request.clone())?))?;
        if !foreseen.effects.ended.is_empty() {
            confirm(context, (&foreseen, &rows), on)?;
        }
    }
    context.dry_run(args.changing.dry_run);
    let (done, rows) = context.write_telling(|db| Ok(ops::retire(db, request)?))?;
    let document = document.as_ref().map(|text| text.as_str());
    let sentence = reorganisation::retired(context.lang, &done.thing, on, document);
    super::rename::say(context, &sentence, (&done, &rows));
    ending.say(context);
    Ok(())
}

/// Asks a person at a terminal; elsewhere it is refused with what would happen.
fn confirm(
    context: &Context,
    (foreseen, rows): (&Corrected, &RowsChanged),
    on: Date,
) -> Result<(), Failure> {
    let effects = &foreseen.effects;
    if !person::is_there(context.error_format()) {
        let mut cells: Vec<Thing> = effects.ended.iter().map(|(cell, ..)| cell.clone()).collect();
        cells.dedup();
        return Err(refusal::Ending::RetireUnconfirmed {
            official: foreseen.thing.clone(),
            on,
            cells,
            unvisited: effects.unvisited.iter().map(|(cell, _)| cell.clone()).collect(),
        }
        .into());
    }
    say_effects(context, effects, rows);
    person::agrees(context, &reorganisation::ask_to_retire(context.lang, &foreseen.thing, on))
}
