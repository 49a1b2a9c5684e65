//! `chibo calendar`: the announced dates as a file for calendar programs.

use std::path::PathBuf;

use super::shared::scope;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::AsOf;
use crate::cli::output;
use crate::cli::values;
use crate::domain::{Fingerprint, OperationNumber, Period, PeriodInput, PeriodSpan};
use crate::texts::{answers, schedule as words};
use crate::{render, report};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[arg(long, value_name = "OFFICIAL")]
    official: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    as_of: AsOf,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let wrong = |path: &&PathBuf| {
        !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
    };
    if let Some(path) = args.output.as_ref().filter(wrong) {
        return Err(Usage::CalendarEnding(path.clone()).into());
    }
    let today = context.reading_today(&args.as_of)?;
    let this = Period::of(today);
    // What is announced now is of this month and the next.
    let span =
        args.period.map_or(PeriodSpan { from: this, to: this.next() }, |it| it.resolve(today));
    let (facts, recorded, file) = context.read_as(&args.as_of, |db| {
        let file = db.fingerprint(OperationNumber(1))?;
        Ok((db.facts(span)?, db.plans_recorded(span)?, file))
    })?;
    let named = (args.committee.as_deref(), args.cell.as_deref(), args.official.as_deref());
    let scope = scope(&facts.register, span.to.last_day(), named)?;
    let file = file.unwrap_or_else(|| Fingerprint::of(&[0; 32]));
    let agenda = report::calendar(&facts, &recorded, (span, scope), file, context.lang);
    let calendar = render::ics(&agenda);
    match &args.output {
        // Its lines end in a way of their own on every system.
        None => output::bytes_to_stdout(calendar.as_bytes())?,
        Some(path) => {
            output::to_file(path, |out| out.write_all(calendar.as_bytes()))?;
            context.say(&answers::written(context.lang, path));
        }
    }
    if args.output.is_some() || agenda.appointments.is_empty() {
        context.say(&words::calendar_made(context.lang, span, agenda.appointments.len()));
    }
    Ok(())
}
