//! `chibo close`: keeps a month's figures as they are sent out.

use crate::cli::clock;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values::{self, DocumentLine, given};
use crate::domain::{PeriodInput, refusal};
use crate::ops::{self, Close};
use crate::texts::{closing, failures};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "PERIOD", value_parser = values::period)]
    period: PeriodInput,
    #[arg(long, value_name = "NUMBER", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[arg(long)]
    with_gaps: bool,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let period = super::shared::one_month(args.period, context.today()?)?;
    refuse_borrowed(context)?;
    let request = Close { period, document: given(args.document), with_gaps: args.with_gaps };
    let closed = context.write(|db| {
        // The figures are signed and cannot be taken back. Under the lock for writing: nobody changes the file
        // between the look and the closing.
        context.refuse_flawed(failures::so_not_closed)?;
        Ok(ops::close(db, request)?)
    })?;
    let sentence = closing::closed(context.lang, closed.period, &closed.figures);
    context.done_for_good(&sentence, closed.number);
    if !context.is_dry_run()
        && let Some(print) = context.read(|db| Ok(db.fingerprint(closed.number)?))?
    {
        context.say(&closing::fingerprint_for_paper(context.lang, print, closed.period));
    }
    Ok(())
}

/// What stands for today may be typed or left over, also in a script: a month is closed for good only as of a
/// day that the machine has seen.
fn refuse_borrowed(context: &Context) -> Result<(), Failure> {
    let (today, machine) = (context.today()?, clock::today());
    if today > machine {
        Err(refusal::Month::TodayBorrowed { today, machine }.into())
    } else {
        Ok(())
    }
}
