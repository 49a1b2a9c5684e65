//! `chibo official add|list|show`; the other commands about officials have their own files.

use super::{erase, post, rename, retire};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::{AsOf, Changing, Listing, Printing};
use crate::cli::values::{self, given};
use crate::domain::{Code, DateInput, Name, Roster, find_official};
use crate::ops::{self, AddOfficial};
use crate::report;
use crate::texts;

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Add(Add),
    List(Listing),
    Show(Show),
    Post(post::Args),
    Retire(retire::Args),
    Recode(rename::RecodeOfficial),
    Erase(erase::Args),
}

#[derive(Debug, clap::Args)]
pub struct Add {
    #[arg(value_name = "CODE", value_parser = values::code)]
    code: Code,
    #[arg(value_name = "NAME", value_parser = values::name)]
    name: Name,
    #[command(flatten)]
    parts: post::Parts,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    active_from: Option<DateInput>,
    #[arg(long, value_name = "NUMBER", value_parser = values::order)]
    order: Option<u32>,
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::Add(args) => add(context, args),
        Args::Post(args) => post::run(context, args),
        Args::Retire(args) => retire::run(context, args),
        Args::Recode(args) => rename::recode_official(context, args),
        Args::Erase(args) => erase::run(context, args),
        Args::List(args) => {
            let day = context.day(&args.as_of)?;
            let register = context.read_as(&args.as_of, |db| Ok(db.register()?))?;
            let table = report::official_list(&register, day, args.all, context.lang);
            context.print(&args.printing, table)
        }
        Args::Show(args) => {
            let seen = context.seen(&args.as_of)?;
            let (register, assignments) =
                context.read_as(&args.as_of, |db| Ok((db.register()?, db.assignments()?)))?;
            let official = register.official(find_official(&register, &args.official, seen.day)?);
            super::shared::there_on(seen, official.thing(seen.day), official.life())?;
            let roster = Roster::new(assignments);
            let table = report::official_show(&register, &roster, official, seen, context.lang);
            context.print(&args.printing, table)
        }
    }
}

fn add(context: &mut Context, args: Add) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let request = AddOfficial {
        code: args.code,
        full_name: args.name,
        title: given(args.parts.title),
        organisation: given(args.parts.organisation),
        category: args.parts.category,
        active_from: super::shared::resolved(args.active_from, context.today()?),
        order: args.order,
        own_cell: args.cell,
    };
    let added = context.write(|db| Ok(ops::add_official(db, request)?))?;
    context.done(&texts::answers::added(context.lang, &added.thing), added.number);
    super::shared::say_twins(context, &added.thing, &added.twins);
    Ok(())
}
