//! `chibo assign`: an official for a cell, or the list of who is assigned where.

use super::month_end::Ending;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{AsOf, Changing, Printing};
use crate::cli::values::{self, DocumentLine, LabelLine, given};
use crate::domain::{AssignmentMode, DateInput, Document};
use crate::ops::{self, Takeover};
use crate::report;
use crate::texts::answers;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "CELL", required_unless_present = "list")]
    cell: Option<String>,
    #[arg(value_name = "OFFICIAL", required_unless_present = "list")]
    official: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = values::day, required_unless_present = "list")]
    from: Option<DateInput>,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    until: Option<DateInput>,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    document_date: Option<DateInput>,
    #[arg(long, value_name = "TEXT", value_parser = values::label)]
    issuer: Option<LabelLine>,
    #[arg(long, value_name = "OFFICIAL", num_args = 0..=1, conflicts_with_all = ["also", "amend"])]
    replace: Option<Option<String>>,
    #[arg(long)]
    also: bool,
    #[arg(long)]
    amend: bool,
    #[arg(long, value_name = "each|any", value_parser = values::words::<AssignmentMode>())]
    mode: Option<AssignmentMode>,
    #[arg(long, conflicts_with_all = ["cell", "official", "from", "until", "mode", "document", "document_date", "issuer", "replace", "also", "amend", "dry_run"])]
    list: bool,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day, requires = "list")]
    on: Option<DateInput>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    changing: Changing,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    if args.list {
        return list(context, &args);
    }
    // Left to clap, `--on` would pass: it never misses an option that conflicts with one that is there.
    super::shared::only_with_list(&args.printing, &[(args.on.is_some(), "--on")], &args.as_of)?;
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    let takeover = match args.replace {
        Some(whom) => Takeover::Replace(whom),
        None if args.amend => Takeover::Amend { also: args.also },
        None if args.also => Takeover::Also,
        None => Takeover::Refuse,
    };
    let from = args.from.ok_or(Usage::Missing { command: "chibo assign", what: "--from" })?;
    let request = ops::Assign {
        cell: args.cell.unwrap_or_default(),
        official: args.official.unwrap_or_default(),
        from: from.resolve(today),
        until: super::shared::resolved(args.until, today),
        mode: args.mode,
        document: Document {
            number: given(args.document),
            date: super::shared::resolved(args.document_date, today),
            issuer: given(args.issuer),
        },
        takeover,
    };
    let ending = Ending::ask(context, "--until", request.until)?;
    let document = request.document.number.clone();
    let (assigned, rows) = context.write_telling(|db| Ok(ops::assign(db, request)?))?;
    let lang = context.lang;
    let document = document.as_ref().map(|text| text.as_str());
    let sentence =
        answers::assigned(lang, &assigned.official, &assigned.cell, assigned.days, document);
    context.done(&sentence, assigned.number);
    for (official, last) in &assigned.ended {
        context.say(&answers::ended(lang, official, *last));
    }
    for (official, days) in &assigned.corrected {
        context.say(&answers::corrected(lang, official, *days));
    }
    if !assigned.beside.is_empty() {
        context.say(&answers::beside(lang, &assigned.beside, assigned.mode));
    }
    if !assigned.as_well.is_empty() {
        context.say(&answers::mode_as_well(lang, &assigned.as_well, assigned.mode));
    }
    if assigned.own_cell {
        context.say(&answers::own_cell(lang, &assigned.official, &assigned.cell));
    }
    ending.say(context);
    super::shared::say_changes(context, &rows);
    Ok(())
}

fn list(context: &Context, args: &Args) -> Result<(), Failure> {
    let (day, facts) = super::shared::facts_on(context, args.on, &args.as_of)?;
    context.print(&args.printing, report::assignment_list(&facts, day, context.lang))
}
