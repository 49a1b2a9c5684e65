//! `chibo report`: coverage of a month or of several, composition of the assigned officials.

use clap::ValueEnum;

use crate::cli::args::{AsOf, Printing};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{Period, PeriodInput, PeriodSpan, Refusal, find_cell, find_committee};
use crate::report::{CompositionReport, CoverageReport, CoverageScope};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "KIND", value_enum, ignore_case = true, default_value = "coverage")]
    kind: Kind,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Coverage,
    Composition,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    match args.kind {
        Kind::Coverage => coverage(context, &args),
        Kind::Composition => composition(context, &args),
    }
}

fn coverage(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.unwrap_or(PeriodInput::Last).resolve(today);
    let facts = context.read(|db| Ok(db.facts(span, today)?))?;
    let day = span.to.last_day();
    let register = &facts.register;
    let committee = args.committee.as_deref();
    let scope = CoverageScope {
        committee: committee.map(|text| find_committee(register, text, day)).transpose()?,
        cell: args.cell.as_deref().map(|text| find_cell(register, text, day)).transpose()?,
    };
    if let (Some(committee), Some(cell)) = (scope.committee, scope.cell) {
        let belongs_to = register.cell(cell).standings.at(day).committee;
        if belongs_to != committee {
            return Err(Refusal::CellElsewhere {
                cell: register.cell(cell).thing(day),
                committee: register.committee(committee).thing(day),
                belongs_to: register.committee(belongs_to).thing(day),
            }
            .into());
        }
    }
    let report = CoverageReport::build(&facts, span, today, scope)?;
    context.print(&args.printing, |medium| report.lay_out(context.lang, medium))?;
    match args.check && report.has_gap() {
        true => Err(Failure::Found),
        false => Ok(()),
    }
}

fn composition(context: &Context, args: &Args) -> Result<(), Failure> {
    let refused = [
        (args.committee.is_some(), "--committee"),
        (args.cell.is_some(), "--cell"),
        (args.check, "--check"),
    ];
    if let Some((_, what)) = refused.iter().find(|(given, _)| *given) {
        return Err(Failure::Conflict { what, with: "composition" });
    }
    let today = context.today()?;
    let month = args.period.map(|input| input.resolve(today).to.last_day());
    let day = match args.as_of.as_of {
        Some(_) => context.day(&args.as_of)?,
        None => month.unwrap_or(today),
    };
    let facts = context.read(|db| Ok(db.facts(PeriodSpan::single(Period::of(day)), today)?))?;
    let report = CompositionReport::build(&facts, day);
    context.print(&args.printing, |medium| report.lay_out(context.lang, medium))
}
