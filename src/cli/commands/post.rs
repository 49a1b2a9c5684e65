//! `chibo official post`: another title, organisation or category from a day on.

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::Changing;
use crate::cli::values::{self, DocumentLine, LabelLine, given};
use crate::domain::DateInput;
use crate::ops::{self, ChangePost};
use crate::texts::reorganisation;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: DateInput,
    #[command(flatten)]
    parts: Parts,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[command(flatten)]
    changing: Changing,
}

/// A post, or what changes of it.
#[derive(Debug, clap::Args)]
pub struct Parts {
    #[arg(long, value_name = "TEXT", value_parser = values::label)]
    pub title: Option<LabelLine>,
    #[arg(long, value_name = "TEXT", value_parser = values::label)]
    pub organisation: Option<LabelLine>,
    #[arg(long, value_name = "CATEGORY")]
    pub category: Option<String>,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    let Parts { title, organisation, category } = args.parts;
    if title.is_none() && organisation.is_none() && category.is_none() {
        return Err(Usage::NothingGiven("--title, --organisation, --category".to_owned()).into());
    }
    context.dry_run(args.changing.dry_run);
    let (on, document) = (args.on.resolve(context.today()?), given(args.document));
    let category = category.map(|text| Some(text).filter(|text| !text.trim().is_empty()));
    let request = ChangePost {
        official: args.official,
        on,
        title: title.map(|line| line.0),
        organisation: organisation.map(|line| line.0),
        category,
        document: document.clone(),
    };
    let (done, rows) = context.write_telling(|db| Ok(ops::change_post(db, request)?))?;
    let document = document.as_ref().map(|text| text.as_str());
    let sentence = reorganisation::post(context.lang, &done.thing, on, document);
    super::rename::say(context, &sentence, (&done, &rows));
    Ok(())
}
