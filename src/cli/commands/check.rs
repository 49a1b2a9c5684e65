//! `chibo check`: whether the record file is whole and what it was.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Printing;
use crate::cli::waiting::on_busy;
use crate::cli::{backups, clock, output, values};
use crate::domain::Fingerprint;
use crate::ops;
use crate::report;
use crate::store::Store;
use crate::texts::check;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FINGERPRINT", value_parser = values::fingerprint)]
    expect: Option<Fingerprint>,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let (record, _) = context.record_file()?;
    let flaws = Store::examine(&record, on_busy, args.expect, |db| {
        let mut flaws = ops::check(db)?;
        flaws.extend(ops::check_clock(db, clock::now())?);
        Ok(flaws)
    })?;
    let backups = match flaws.is_empty() {
        true => Vec::new(),
        false => backups::whole(context, &record),
    };
    match args.printing.is_given() {
        true => {
            let lang = context.lang;
            context
                .print(&args.printing, |medium| report::findings(&flaws, &backups, lang, medium))?
        }
        false if flaws.is_empty() => {}
        false => output::to_stdout(false, |out| {
            let mut lines = flaws.iter().map(|flaw| check::line(context.lang, flaw, &backups));
            lines.try_for_each(|line| writeln!(out, "{}", output::harmless(&line)))
        })?,
    }
    match flaws.is_empty() {
        true => Ok(()),
        false => Err(Failure::Found),
    }
}
