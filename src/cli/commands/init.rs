//! `chibo init`: a new, empty record file.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{Name, PeriodInput};
use crate::ops;
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    office: Option<Name>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    records_from: Option<PeriodInput>,
}

/// Makes the file; nothing that exists is touched.
pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let today = context.today()?;
    let from = args.records_from.map(|input| super::one_month(input, today)).transpose()?;
    let (path, _) = context.record_file()?;
    let mut store = context.create(&path)?;
    let made = store.write(context.stamp()?, |db| ops::init(db, args.office, from));
    if let Err(error) = made {
        drop(store);
        let _ = std::fs::remove_file(&path);
        return Err(error.into());
    }
    context.say(&format!("{}.", texts::answers::made(context.lang, &path)));
    Ok(())
}
