//! `chibo reopen`: opens a closed month again.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values;
use crate::domain::{PeriodInput, Remark};
use crate::ops;
use crate::texts::closing;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "PERIOD", value_parser = values::period)]
    period: PeriodInput,
    #[arg(long, value_name = "TEXT", value_parser = values::said)]
    reason: Remark,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let period = super::shared::one_month(args.period, context.today()?)?;
    let reopened = context.write(|db| Ok(ops::reopen(db, period, &args.reason)?))?;
    let sentence = closing::reopened(context.lang, period, reopened.closing.closed_on);
    context.done_for_good(&sentence, reopened.number);
    Ok(())
}
