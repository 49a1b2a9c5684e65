//! `chibo demo`: the sample town in a record file of its own.

use std::path::{Path, PathBuf};

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Place};
use crate::cli::options::Printing;
use crate::domain::{Date, PeriodSpan, Verb, refusal};
use crate::import::{self, SAMPLE_TOWN};
use crate::ops;
use crate::report::{CoverageReport, CoverageScope};
use crate::store::{Grounds, StoreError};
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    printing: Printing,
}

/// Makes the sample file, or uses an untouched one again, and prints the coverage of its last month.
pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let path = context.named_record_file().unwrap_or_else(|| PathBuf::from("demo.db"));
    if !is_untouched(context, &path)? {
        make(context, &path)?;
    }
    let mut store = context.open_at(&path)?;
    let today = sample_today(context)?;
    let facts = store.read(None, |db| -> Result<_, Failure> {
        let last = db.latest_period()?.ok_or(refusal::Asked::NothingChanges)?;
        Ok((last, db.facts(PeriodSpan::single(last))?))
    });
    let (last, facts) = facts?;
    drop(store);
    let report =
        CoverageReport::build(&facts, PeriodSpan::single(last), today, CoverageScope::default())?;
    context.print_for(&args.printing, |medium| report.lay_out(context.lang, medium))?;
    context.say("");
    texts::answers::demo_next(context.lang, &path).iter().for_each(|line| context.say(line));
    Ok(())
}

/// What tells this sample from that of another version.
fn fingerprint() -> String {
    let mut hash = Sha256::new();
    for (name, content) in SAMPLE_TOWN {
        hash.update(name);
        hash.update(content);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether the file is the sample as this program makes it. Anything else that exists is refused.
fn is_untouched(context: &Context, path: &Path) -> Result<bool, Failure> {
    let mut store = match context.open_at(path) {
        Ok(store) => store,
        Err(StoreError::Absent(_)) => return Ok(false),
        Err(StoreError::Busy) => return Err(StoreError::Busy.into()),
        Err(_) => {
            return Err(Place::DemoTaken { path: path.to_owned(), is_record: false }.into());
        }
    };
    let operations = store.read(None, |db| db.operations())?;
    let sample = |key: &str| operations.first().and_then(|first| first.arguments.get(key).cloned());
    if operations.len() == 1 && sample("sample") == Some(fingerprint()) {
        Ok(true)
    } else {
        Err(Place::DemoTaken { path: path.to_owned(), is_record: true }.into())
    }
}

fn make(context: &Context, path: &Path) -> Result<(), Failure> {
    let today = sample_today(context)?;
    let drafts = import::read_builtin(SAMPLE_TOWN, today);
    context.create(path, |db| {
        let base = ops::base(db, drafts.months())?;
        let options = import::Options { amend: false, sheet: None, today };
        let dependants = |cells: &_, officials: &_| ops::register_dependants(db, cells, officials);
        let plan = import::plan(drafts, base, dependants, &options)?.map_err(Failure::Faults)?;
        let arguments = json!({ "sample": fingerprint() });
        plan.change.carry_out(db, Verb::Demo, arguments, Grounds::NONE)?;
        Ok(())
    })
}

/// The sample's meetings are of the past, whatever `--today` says.
fn sample_today(context: &Context) -> Result<Date, Failure> {
    Ok(context.today()?.max(Date::new(2018, 8, 8).unwrap_or_else(Date::first)))
}
