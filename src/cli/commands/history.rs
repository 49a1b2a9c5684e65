//! `chibo history`: what was done, the newest last; `chibo history show N`: one operation in full.

use crate::cli::clock;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::known_at::KnownAt;
use crate::cli::options::{AsOf, Long, Printing};
use crate::cli::values;
use crate::domain::{DateInput, OperationNumber, PeriodInput, refusal};
use crate::ops;
use crate::report::{self, HistoryScope, OperationRecord};
use crate::store::HistoryFilter;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    one: Option<One>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, clap::Subcommand)]
pub enum One {
    Show(Show),
}

#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[arg(long, value_name = "OFFICIAL")]
    official: Option<String>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    since: Option<DateInput>,
    #[command(flatten)]
    long: Long,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    #[arg(value_name = "N", value_parser = values::operation)]
    number: OperationNumber,
    #[arg(long, value_name = "MOMENT", value_parser = KnownAt::read)]
    known_at: Option<KnownAt>,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    match args.one {
        Some(One::Show(show)) => one(context, &show),
        None => list(context, &args.list),
    }
}

fn list(context: &Context, args: &List) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.map(|input| input.resolve(today));
    let since = super::shared::resolved(args.since, today);
    let (operations, scope) = context.read_as(&args.as_of, |db| {
        let (cell, official) = (args.cell.as_deref(), args.official.as_deref());
        let register = db.register_named(cell.as_slice(), official.as_slice())?;
        let cell = cell.map(|text| ops::cell_ever(db, &register, text, today)).transpose()?;
        let official =
            official.map(|text| ops::official_ever(db, &register, text, today)).transpose()?;
        let filter = HistoryFilter {
            cell: cell.as_ref().map(|(id, _)| *id),
            official: official.as_ref().map(|(id, _)| *id),
            span,
        };
        let wanted = db.operations_on(filter)?;
        let mut operations = db.operations()?;
        operations.retain(|operation| {
            wanted.as_ref().is_none_or(|wanted| wanted.contains(&operation.number))
                && since.is_none_or(|since| since <= clock::date_of(operation.recorded_at))
        });
        let (cell, official) = (cell.map(|(_, it)| it), official.map(|(_, it)| it));
        Ok((operations, HistoryScope { cell, official, span, since }))
    })?;
    let left = context.left_out(&args.printing, args.long.all, operations.len())?;
    let shown = (&operations[left..], left);
    context.print(&args.printing, report::history(shown, &scope, clock::local, context.lang))
}

fn one(context: &Context, args: &Show) -> Result<(), Failure> {
    let number = args.number;
    let as_of = AsOf::known(args.known_at);
    let record = context.read_as(&as_of, |db| {
        let newest = db.newest()?.map_or(OperationNumber(0), |(newest, _)| newest);
        let operation = db.operation(number)?;
        let operation = operation.ok_or(refusal::Asked::OperationNotFound { number, newest })?;
        Ok(OperationRecord::new(operation, db.fingerprint(number)?, db.before_and_after(number)?))
    })?;
    context.print_for(&args.printing, |medium| record.lay_out(clock::local, context.lang, medium))
}
