//! `chibo page`: the figures of a span on one page to look at, or in one workbook.

use super::shared::scope;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{AsOf, Opening, Printing};
use crate::cli::values;
use crate::domain::{PeriodInput, months_of_duties};
use crate::report::{
    CoverageReport, DutiesReport, OfficialsReport, PageParts, RaisedScope, RecommendationsReport,
    page,
};
use crate::table::Medium;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
    #[command(flatten)]
    opening: Opening,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let args = Args { printing: args.opening.of(args.printing), ..args };
    if context.medium(&args.printing)? == Medium::Data || args.printing.excel {
        return Err(Usage::PageOfRows.into());
    }
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.unwrap_or(PeriodInput::Last).resolve(today);
    span.from.must_have_begun(today)?;
    let (facts, follow_up) = context.read_as(&args.as_of, |db| {
        let months = months_of_duties(&db.duties()?, span);
        Ok((db.facts_with_others(months)?, db.follow_up()?))
    })?;
    let named = (args.committee.as_deref(), None, None);
    let scope = scope(&facts.register, span.to.last_day(), named)?;
    let coverage = CoverageReport::build(&facts, span, today, scope)?;
    let raised = RaisedScope { span: Some(span), committee: scope.committee, cell: None };
    let parts = PageParts {
        coverage: &coverage,
        officials: &OfficialsReport::build(&coverage, None),
        duties: &DutiesReport::build(&facts, span, today, scope),
        recommendations: &RecommendationsReport::build(&follow_up, today, raised),
    };
    context.print_for(&args.printing, |medium| page(&parts, context.lang, medium))
}
