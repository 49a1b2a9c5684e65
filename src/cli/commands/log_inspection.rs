//! `chibo log-inspection`: an inspection of a cell and who took part, amended, removed, or the list of them.

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{AsOf, Changing, Printing};
use crate::cli::values::{self, DocumentLine};
use crate::domain::{DateInput, InspectionKind, Period, PeriodInput, fold};
use crate::ops::{self, InspectionMeant, LogInspection};
use crate::report;
use crate::texts::{self, inspections as words, lists};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "CELL", required_unless_present = "list")]
    cell: Option<String>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day, required_unless_present = "list")]
    on: Option<DateInput>,
    #[arg(long, value_name = "KIND", value_parser = values::words::<InspectionKind>())]
    kind: Option<InspectionKind>,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[arg(long, value_name = "OFFICIAL")]
    official: Vec<String>,
    #[arg(long)]
    amend: bool,
    #[arg(long, conflicts_with_all = ["amend", "document", "official"])]
    remove: bool,
    #[arg(long, conflicts_with_all = ["cell", "on", "document", "amend", "remove", "dry_run"])]
    list: bool,
    #[arg(long, value_name = "PERIOD", value_parser = values::period, requires = "list")]
    period: Option<PeriodInput>,
    #[arg(long = "cell", id = "of_cell", value_name = "CELL", requires = "list")]
    of_cell: Option<String>,
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
    super::shared::only_with_list(&args.printing, &[], &args.as_of)?;
    context.dry_run(args.changing.dry_run);
    let missing = Usage::Missing { command: "chibo log-inspection", what: "--on" };
    let on = args.on.ok_or(missing)?;
    let which = InspectionMeant {
        cell: args.cell.unwrap_or_default(),
        on: on.resolve(context.today()?),
        kind: args.kind.unwrap_or(InspectionKind::Inspection),
    };
    let lang = context.lang;
    if args.remove {
        let done = context.write(|db| Ok(ops::remove_inspection(db, &which)?))?;
        context.done(&words::removed(lang, &done.cell, &done.inspection), done.number);
        return Ok(());
    }
    let nobody = |text: &String| lists::NONE.contains(&fold(text).as_str());
    let given = !args.official.is_empty();
    let officials = args.official.into_iter().filter(|text| !nobody(text)).collect();
    let document = args.document.map(|line| line.0);
    let request = LogInspection { which, document, officials: given.then_some(officials) };
    if args.amend {
        if request.document.is_none() && request.officials.is_none() {
            return Err(Usage::NothingGiven("--document, --official".to_owned()).into());
        }
        let done = context.write(|db| Ok(ops::amend_inspection(db, &request)?))?;
        context.done(&words::amended(lang, &done.cell, &done.inspection), done.number);
        for change in done.changes() {
            context.say(&texts::history::changed(lang, &change));
        }
    } else {
        let done = context.write(|db| Ok(ops::log_inspection(db, &request)?))?;
        let sentence = words::logged(lang, &done.cell, &done.inspection, &done.officials);
        context.done(&sentence, done.number);
    }
    Ok(())
}

fn list(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.map(|input| input.resolve(today));
    let official = match &args.official[..] {
        [] => None,
        [one] => Some(one.as_str()),
        _ => return Err(Usage::Conflict { what: "--official", with: "--official" }.into()),
    };
    let day = span.map_or(today, |span| span.to.last_day());
    let (register, mut inspections) =
        context.read_as(&args.as_of, |db| Ok((db.register()?, db.inspections()?)))?;
    let scope = super::shared::scope(&register, day, (None, args.of_cell.as_deref(), official))?;
    inspections.retain(|one| {
        span.is_none_or(|span| span.contains(Period::of(one.on)))
            && args.kind.is_none_or(|kind| kind == one.kind)
            && scope.cell.is_none_or(|only| only == one.cell)
            && scope.official.is_none_or(|only| one.officials.contains(&only))
            && (args.as_of.as_of.is_none() || one.on <= today)
    });
    let table = report::inspection_list(&register, &inspections, context.lang);
    context.print(&args.printing, table)
}
