//! `chibo check`: whether the record file is whole and what it was.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Printing;
use crate::cli::{backups, clock, output, values};
use crate::domain::Fingerprint;
use crate::ops;
use crate::report;
use crate::store::Store;
use crate::texts::check;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// As it stands on paper, in fours, with quotes or without.
    #[arg(long, value_name = "FINGERPRINT", num_args = 1..=4)]
    expect: Option<Vec<String>>,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let expected = expected(args.expect.as_deref())?;
    let (record, _) = context.record_file()?;
    let flaws = Store::examine(&record, context.on_busy(), expected, |db| {
        let mut flaws = ops::check(db)?;
        flaws.extend(ops::check_clock(db, clock::now())?);
        Ok(flaws)
    })?;
    let backups = if flaws.is_empty() { Vec::new() } else { backups::whole(context, &record) };
    let lang = context.lang;
    if args.printing.is_given() {
        context.print(&args.printing, report::findings(&flaws, &backups, lang))?;
    } else if !flaws.is_empty() {
        output::to_stdout(false, |out| {
            let mut lines = flaws.iter().map(|flaw| check::line(lang, flaw, &backups));
            lines.try_for_each(|line| writeln!(out, "{}", output::harmless(&line)))
        })?;
    }
    if flaws.is_empty() { Ok(()) } else { Err(Failure::Found) }
}

fn expected(typed: Option<&[String]>) -> Result<Option<Fingerprint>, Failure> {
    let read = typed.map(|parts| values::fingerprint(&parts.join(" "))).transpose();
    read.map_err(|misread| Failure::ValueOf { option: "--expect", misread })
}
