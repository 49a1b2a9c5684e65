//! `chibo backup`: a copy of the record file that can be trusted, also while others write.

use std::path::PathBuf;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::record::on_busy;
use crate::cli::{backups, copies};
use crate::ops;
use crate::store::{self, Store, StoreError};
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    force: bool,
}

/// Makes the copy aside, checks it, and only then gives it its name.
pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let (record, _) = context.record_file()?;
    let target = copies::target(&args.file, &record, args.force)?;
    let room = copies::room(copies::folder_of(&target))?;
    let copy = room.path().join("copy.db");
    let standing = store::copy(&record, &copy, on_busy).map_err(|error| match error {
        StoreError::CopyDiffers(_) => StoreError::CopyDiffers(args.file.clone()),
        other => other,
    })?;
    let flaws = Store::examine(&copy, on_busy, None, ops::check)?;
    copies::put(&copy, &target, args.force)?;
    let noted = backups::remember(context, &record, &target);
    let lang = context.lang;
    context.say(&texts::backup::made(lang, &args.file, standing.operations, &standing.seal));
    if !flaws.is_empty() {
        context.say(&texts::backup::made_with_flaws(lang));
    }
    if !noted {
        context.say(texts::backup::not_noted(lang));
    }
    Ok(())
}
