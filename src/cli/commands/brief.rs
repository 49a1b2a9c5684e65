//! `chibo brief CELL|OFFICIAL`: the one-page sheet for a visitor.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::{AsOf, Opening, Printing};
use crate::cli::values;
use crate::domain::{
    Date, PeriodInput, PeriodSpan, Refusal, Register, Thing, find_cell, find_official, refusal,
};
use crate::report::{Brief, BriefOf, BriefSources};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "CELL_OR_OFFICIAL")]
    of: String,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
    #[command(flatten)]
    opening: Opening,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let args = Args { printing: args.opening.of(args.printing), ..args };
    let today = context.reading_today(&args.as_of)?;
    let period = super::shared::one_month(args.period.unwrap_or(PeriodInput::This), today)?;
    let (facts, follow_up, inspections, bulletins) = context.read_as(&args.as_of, |db| {
        let months = Brief::months(period, today, &db.duties()?);
        let bulletins = db.bulletins_of_months(PeriodSpan::single(period))?;
        Ok((db.facts_with_others(months)?, db.follow_up()?, db.inspections()?, bulletins))
    })?;
    let of = find(&facts.register, &args.of, period.last_day())?;
    let sources = BriefSources {
        facts: &facts,
        follow_up: &follow_up,
        inspections: &inspections,
        bulletins: &bulletins,
    };
    let brief = Brief::build(&sources, of, period, today)?;
    context.print_for(&args.printing, |medium| brief.lay_out(context.lang, medium))
}

/// The cell or the official that is meant.
fn find(register: &Register, text: &str, day: Date) -> Result<BriefOf, Refusal> {
    /// What is near, if nothing more can be said of what names no record.
    fn near(refusal: Refusal) -> Result<Vec<Thing>, Refusal> {
        match refusal {
            Refusal::Found(refusal::Found::NotFound { near, recoded: None, .. }) => Ok(near),
            other => Err(other),
        }
    }
    let cells = match find_cell(register, text, day) {
        Ok(cell) => return Ok(BriefOf::Cell(cell)),
        Err(refusal) => near(refusal)?,
    };
    let officials = match find_official(register, text, day) {
        Ok(official) => return Ok(BriefOf::Official(official)),
        Err(refusal) => near(refusal)?,
    };
    let near = cells.into_iter().chain(officials).collect();
    Err(refusal::Found::NeitherFound { text: text.to_owned(), near }.into())
}
