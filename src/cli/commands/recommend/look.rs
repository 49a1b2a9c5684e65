//! `chibo recommend list|show`.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::{AsOf, Long, Printing};
use crate::cli::values;
use crate::domain::{PeriodInput, find_cell};
use crate::ops;
use crate::report::{self, Listed, RaisedScope};

#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long)]
    open: bool,
    #[arg(long, conflicts_with = "open")]
    settled: bool,
    #[arg(long, conflicts_with_all = ["open", "settled"])]
    to_report_back: bool,
    #[command(flatten)]
    long: Long,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

pub fn list(context: &Context, args: &List) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.map(|input| input.resolve(today));
    let facts = context.read_as(&args.as_of, |db| Ok(db.follow_up()?))?;
    let day = span.map_or(today, |span| span.to.last_day());
    let cell = args.cell.as_deref();
    let cell = cell.map(|text| find_cell(&facts.register, text, day)).transpose()?;
    let listed = match (args.open, args.settled, args.to_report_back) {
        (true, _, _) => Listed::Open,
        (_, true, _) => Listed::Settled,
        (_, _, true) => Listed::ToReportBack,
        (false, false, false) => Listed::All,
    };
    let scope = RaisedScope { span, committee: None, cell };
    let lines = report::recommendation_lines(&facts, today, (scope, listed));
    // What somebody asks for is shown whole.
    let all = args.long.all || span.is_some() || cell.is_some() || listed != Listed::All;
    let left = context.left_out(&args.printing, all, lines.len())?;
    let shown = (&lines[left..], left);
    context.print(&args.printing, report::recommendation_list(&facts, shown, context.lang))
}

pub fn show(context: &Context, args: &Show) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let (facts, one) = context.read_as(&args.as_of, |db| {
        let one = ops::find_recommendation(db, &args.id)?;
        Ok((db.follow_up()?, one))
    })?;
    let table = report::recommendation_show(&facts, &one, today, context.lang);
    context.print(&args.printing, table)
}
