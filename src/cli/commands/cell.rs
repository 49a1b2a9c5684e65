//! `chibo cell add|list|show`; the other commands about cells have their own files.

use super::{rename, reorganise};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::{AsOf, Changing, Listing, Printing};
use crate::cli::values;
use crate::domain::{
    CellKind, Code, DateInput, Name, Refusal, RegularDay, Roster, find_cell, find_committee,
    refusal,
};
use crate::ops::{self, AddCell};
use crate::report;
use crate::texts;

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Add(Add),
    List(List),
    Show(Show),
    Rename(rename::RenameCell),
    Recode(rename::RecodeCell),
    Move(reorganise::Move),
    Merge(reorganise::Merge),
    Split(reorganise::Split),
    Dissolve(reorganise::Dissolve),
}

#[derive(Debug, clap::Args)]
pub struct Add {
    #[arg(value_name = "CODE", value_parser = values::code)]
    code: Code,
    #[arg(value_name = "NAME", value_parser = values::name)]
    name: Name,
    #[arg(long, value_name = "COMMITTEE")]
    committee: String,
    #[arg(long, value_name = "KIND", value_parser = values::words::<CellKind>(), default_value = "neighbourhood")]
    kind: CellKind,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    founded: Option<DateInput>,
    #[arg(long, value_name = "DAY", value_parser = values::regular_day)]
    regular_day: Option<RegularDay>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
    #[command(flatten)]
    listing: Listing,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    #[arg(value_name = "CELL")]
    cell: String,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::Add(args) => add(context, args),
        Args::List(args) => list(context, &args),
        Args::Rename(args) => rename::cell(context, args),
        Args::Recode(args) => rename::recode_cell(context, args),
        Args::Move(args) => reorganise::move_cell(context, args),
        Args::Merge(args) => reorganise::merge(context, args),
        Args::Split(args) => reorganise::split(context, args),
        Args::Dissolve(args) => reorganise::dissolve(context, args),
        Args::Show(args) => {
            let seen = context.seen(&args.as_of)?;
            let (register, assignments) =
                context.read_as(&args.as_of, |db| Ok((db.register()?, db.assignments()?)))?;
            let cell = register.cell(find_cell(&register, &args.cell, seen.day)?);
            super::shared::there_on(seen, cell.thing(seen.day), cell.life())?;
            let roster = Roster::new(assignments);
            let table = report::cell_show(&register, &roster, cell, seen, context.lang);
            context.print(&args.printing, table)
        }
    }
}

fn list(context: &Context, args: &List) -> Result<(), Failure> {
    let day = context.day(&args.listing.as_of)?;
    let register = context.read_as(&args.listing.as_of, |db| Ok(db.register()?))?;
    let committee = args.committee.as_deref();
    let committee = committee.map(|text| find_committee(&register, text, day)).transpose()?;
    let committee = committee.map(|id| register.committee(id));
    context.print(
        &args.listing.printing,
        report::cell_list(&register, day, args.listing.all, committee, context.lang),
    )
}

fn add(context: &mut Context, args: Add) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let request = AddCell {
        code: args.code,
        name: args.name,
        kind: args.kind,
        committee: args.committee,
        founded: super::shared::resolved(args.founded, context.today()?),
        regular_day: args.regular_day,
    };
    let undated = request.founded.is_none();
    let added = context.write(|db| Ok(ops::add_cell(db, request)?));
    let added = added.map_err(|failure| match failure {
        Failure::Refused(refusal @ Refusal::Month(refusal::Month::Closed { .. })) if undated => {
            Failure::Advised { refusal, hint: texts::reorganisation::give_founding }
        }
        other => other,
    })?;
    context.done(&texts::answers::added(context.lang, &added.thing), added.number);
    super::shared::say_twins(context, &added.thing, &added.twins);
    if let Some(since) = added.since {
        context.say(&texts::answers::counted_since(context.lang, since));
    }
    Ok(())
}
