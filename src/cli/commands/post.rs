//! `chibo official post`: another title, organisation or category from a day on.

use crate::cli::args::Changing;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::values::{self, DocumentLine, LabelLine, given};
use crate::domain::DateInput;
use crate::ops::{self, ChangePost};
use crate::texts::reorganisation;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    on: DateInput,
    #[arg(long, value_name = "TEXT", value_parser = values::label)]
    title: Option<LabelLine>,
    #[arg(long, value_name = "TEXT", value_parser = values::label)]
    organisation: Option<LabelLine>,
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    if args.title.is_none() && args.organisation.is_none() && args.category.is_none() {
        let with = "--title, --organisation, --category";
        return Err(Failure::Needs { what: "official post", with });
    }
    context.dry_run(args.changing.dry_run);
    let (on, document) = (args.on.resolve(context.today()?), given(args.document));
    let category = args.category.map(|text| Some(text).filter(|text| !text.trim().is_empty()));
    let request = ChangePost {
        official: args.official,
        on,
        title: args.title.map(|line| line.0),
        organisation: args.organisation.map(|line| line.0),
        category,
        document: document.clone(),
    };
    let done = context.write(|db| Ok(ops::change_post(db, request)?))?;
    let document = document.as_ref().map(|text| text.as_str());
    let sentence = reorganisation::post(context.lang, &done.thing, on, document);
    super::rename::say(context, &sentence, &done);
    Ok(())
}
