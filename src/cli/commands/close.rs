//! `chibo close`: keeps a month's figures as they are sent out.

use std::path::PathBuf;

use super::backup;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{Changing, Printing};
use crate::cli::values::{self, DocumentLine, given};
use crate::cli::{clock, output};
use crate::domain::{PeriodInput, refusal};
use crate::ops::{self, Close};
use crate::report::CoverageScope;
use crate::texts::{closing, failures};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "PERIOD", value_parser = values::period)]
    period: PeriodInput,
    #[arg(long, value_name = "NUMBER", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[arg(long)]
    with_gaps: bool,
    #[arg(long, value_name = "FILE")]
    backup: Option<PathBuf>,
    #[command(flatten)]
    changing: Changing,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let period = super::shared::one_month(args.period, context.today()?)?;
    refuse_borrowed(context)?;
    let backup = args.backup.map(backup::Args::new);
    refuse_misplaced(context, &args.printing, backup.as_ref())?;
    let request = Close { period, document: given(args.document), with_gaps: args.with_gaps };
    let closed = context.write(|db| {
        // The figures are signed and cannot be taken back. Under the lock for writing: nobody changes the file
        // between the look and the closing.
        context.refuse_unsound(failures::so_not_closed)?;
        Ok(ops::close(db, request)?)
    })?;
    let sentence = closing::closed(context.lang, closed.period, &closed.figures);
    context.done_for_good(&sentence, closed.number);
    if !closed.gaps.is_empty() {
        context.say(&closing::gaps(context.lang, &closed.gaps));
    }
    if context.is_dry_run() {
        return Ok(());
    }
    if let Some(print) = context.read(|db| Ok(db.fingerprint(closed.number)?))? {
        context.say(&closing::fingerprint_for_paper(context.lang, print, closed.period));
    }
    if args.printing.output.is_some() {
        let month = context.read(|db| Ok(ops::filed_month(db, period)?))?;
        super::report::print_filed(context, &args.printing, &month, CoverageScope::default())?;
    }
    backup.map_or(Ok(()), |backup| backup::make(context, &backup))
}

/// Refuses places where the month or the backup could not be written, while nothing is closed.
fn refuse_misplaced(
    context: &Context,
    printing: &Printing,
    backup: Option<&backup::Args>,
) -> Result<(), Failure> {
    match &printing.output {
        Some(path) => {
            context.medium(printing)?;
            output::refuse_misplaced(path)?;
        }
        // What was asked for is a file: a command that changes something prints nothing.
        None if printing.is_given() => {
            return Err(Usage::Needs { what: "--format, --excel", with: "-o" }.into());
        }
        None => {}
    }
    backup.map_or(Ok(()), |backup| backup.refuse_misplaced(context))
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
