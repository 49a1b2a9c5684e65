//! `chibo backup`: a copy of the record file that can be trusted, also while others write.

use std::path::{Path, PathBuf};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{backups, copies};
use crate::ops;
use crate::store::{self, Content, Store, StoreError};
use crate::texts::{self, failures};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    force: bool,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    make(context, &args)
}

impl Args {
    /// A backup into a file that is not there yet.
    pub fn new(file: PathBuf) -> Self {
        Self { file, force: false }
    }

    /// Refuses a place where no backup can be put, before anything else is done.
    pub fn refuse_misplaced(&self, context: &Context) -> Result<(), Failure> {
        let (record, _) = context.record_file()?;
        copies::target(&self.file, &record, self.force, context.on_busy()).map(drop)
    }
}

/// Makes the copy aside, checks it, and only then gives it its name.
pub fn make(context: &Context, args: &Args) -> Result<(), Failure> {
    let (record, _) = context.record_file()?;
    is_record(&record)?;
    let on_busy = context.on_busy();
    let target = copies::target(&args.file, &record, args.force, on_busy)?;
    let room = copies::room(copies::folder_of(&target))?;
    let copy = room.path().join("copy.db");
    let standing = store::copy(&record, &copy, on_busy).map_err(|error| match error {
        error @ (StoreError::CopyDiffers(_) | StoreError::Elsewhere { .. }) => error.at(&args.file),
        other => other,
    })?;
    let flaws = Store::examine(&copy, on_busy, None, ops::check)?;
    let first = flaws.into_iter().next().map(Box::new);
    let flawed = |first, follows| Failure::Flawed { path: record.clone(), first, follows };
    let first = match first {
        Some(first) if target.exists() => return Err(flawed(first, failures::so_not_replaced)),
        first => first,
    };
    copies::put(&copy, &target, args.force)?;
    let noted = backups::remember(context, &record, &target);
    let lang = context.lang;
    context.say(&texts::backup::made(lang, &args.file, standing.operations, &standing.seal));
    if !noted {
        context.say(texts::backup::not_noted(lang));
    }
    match first {
        Some(first) => Err(flawed(first, failures::so_is_the_copy)),
        None => Ok(()),
    }
}

/// Refuses what is no record file before anything is read from it: a pipe would never end.
fn is_record(path: &Path) -> Result<(), Failure> {
    match std::fs::metadata(path) {
        // That it is not there, or may not be read, is told by whoever opens it.
        Err(_) => Ok(()),
        Ok(about) if about.is_file() && !Content::of(path).is_ok_and(is_foreign) => Ok(()),
        Ok(_) => Err(StoreError::NotChibo(path.to_owned()).into()),
    }
}

/// One whose beginning was overwritten is told to be damaged.
fn is_foreign(content: Content) -> bool {
    match content {
        Content::OtherDatabase | Content::Document | Content::Empty => true,
        Content::Record | Content::Unknown => false,
    }
}
