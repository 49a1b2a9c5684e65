//! `chibo committee add|list|show`; the other commands about committees have their own files.

use super::{rename, reorganise};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::{AsOf, Changing, Listing, Printing};
use crate::cli::values;
use crate::domain::{Code, CommitteeKind, DateInput, Name, find_committee};
use crate::ops::{self, AddCommittee};
use crate::report;
use crate::texts;

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Add(Add),
    List(Listing),
    Show(Show),
    Rename(rename::RenameCommittee),
    Recode(rename::RecodeCommittee),
    Dissolve(reorganise::DissolveCommittee),
}

#[derive(Debug, clap::Args)]
pub struct Add {
    #[arg(value_name = "CODE", value_parser = values::code)]
    code: Code,
    #[arg(value_name = "NAME", value_parser = values::name)]
    name: Name,
    #[arg(long, value_name = "KIND", value_parser = values::words::<CommitteeKind>(), default_value = "ward")]
    kind: CommitteeKind,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    founded: Option<DateInput>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    #[arg(value_name = "COMMITTEE")]
    committee: String,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::Add(args) => add(context, args),
        Args::Rename(args) => rename::committee(context, args),
        Args::Recode(args) => rename::recode_committee(context, args),
        Args::Dissolve(args) => reorganise::dissolve_committee(context, args),
        Args::List(args) => {
            let day = context.day(&args.as_of)?;
            let register = context.read_as(&args.as_of, |db| Ok(db.register()?))?;
            let table = report::committee_list(&register, day, args.all, context.lang);
            context.print(&args.printing, table)
        }
        Args::Show(args) => {
            let seen = context.seen(&args.as_of)?;
            let register = context.read_as(&args.as_of, |db| Ok(db.register()?))?;
            let id = find_committee(&register, &args.committee, seen.day)?;
            let committee = register.committee(id);
            super::shared::there_on(seen, committee.thing(seen.day), committee.life())?;
            let table = report::committee_show(&register, committee, seen, context.lang);
            context.print(&args.printing, table)
        }
    }
}

fn add(context: &mut Context, args: Add) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let founded = super::shared::resolved(args.founded, context.today()?);
    let request = AddCommittee { code: args.code, name: args.name, kind: args.kind, founded };
    let added = context.write(|db| Ok(ops::add_committee(db, request)?))?;
    context.done(&texts::answers::added(context.lang, &added.thing), added.number);
    super::shared::say_twins(context, &added.thing, &added.twins);
    Ok(())
}
