//! `chibo bulletin add|list|remove`: short items for visitors to bring to their cells.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::{AsOf, Changing, Printing};
use crate::cli::values::{self, LabelLine, given};
use crate::domain::{Area, BulletinId, Passage, PeriodInput};
use crate::ops::{self, AddBulletin};
use crate::report;
use crate::texts::inspections as words;

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Add(Add),
    List(List),
    Remove(Remove),
}

#[derive(Debug, clap::Args)]
pub struct Add {
    #[arg(value_name = "TEXT", value_parser = values::passage)]
    text: Passage,
    #[arg(long, value_name = "AREA", value_parser = values::words::<Area>())]
    area: Area,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "TEXT", value_parser = values::label)]
    source: Option<LabelLine>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "AREA", value_parser = values::words::<Area>())]
    area: Option<Area>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, clap::Args)]
pub struct Remove {
    #[arg(value_name = "N", value_parser = values::bulletin)]
    number: BulletinId,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    let lang = context.lang;
    match args {
        Args::Add(args) => {
            context.dry_run(args.changing.dry_run);
            let period = args.period.unwrap_or(PeriodInput::This);
            let period = super::shared::one_month(period, context.today()?)?;
            let (area, text, source) = (args.area, args.text, given(args.source));
            let request = AddBulletin { period, area, text, source };
            let added = context.write(|db| Ok(ops::add_bulletin(db, request)?))?;
            context.done(&words::bulletin_added(lang, &added.bulletin), added.number);
        }
        Args::Remove(args) => {
            context.dry_run(args.changing.dry_run);
            let removed = context.write(|db| Ok(ops::remove_bulletin(db, args.number)?))?;
            context.done(&words::bulletin_removed(lang, &removed.bulletin), removed.number);
        }
        Args::List(args) => {
            let today = context.reading_today(&args.as_of)?;
            let span = args.period.map(|input| input.resolve(today));
            let mut bulletins = context.read_as(&args.as_of, |db| {
                Ok(match span {
                    Some(span) => db.bulletins_of_months(span)?,
                    None => db.bulletins()?,
                })
            })?;
            bulletins.retain(|one| args.area.is_none_or(|area| area == one.area));
            context.print(&args.printing, report::bulletin_list(&bulletins, lang))?;
        }
    }
    Ok(())
}
