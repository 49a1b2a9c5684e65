//! `chibo committee|cell rename` and `chibo committee|cell|official recode`.

use super::reorganise::say_effects;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values::{self, DocumentLine, given};
use crate::domain::{Code, DateInput, Name};
use crate::ops::{self, Corrected, RowsChanged};
use crate::store::Writer;
use crate::texts::reorganisation;

#[derive(Debug, clap::Args)]
pub struct RenameCommittee {
    #[arg(value_name = "COMMITTEE")]
    committee: String,
    #[command(flatten)]
    new: NewName,
}

#[derive(Debug, clap::Args)]
pub struct RenameCell {
    #[arg(value_name = "CELL")]
    cell: String,
    #[command(flatten)]
    new: NewName,
}

/// The name, and from when.
#[derive(Debug, clap::Args)]
pub struct NewName {
    #[arg(value_name = "NAME", value_parser = values::name)]
    name: Name,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: DateInput,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct RecodeCommittee {
    #[arg(value_name = "COMMITTEE")]
    committee: String,
    #[command(flatten)]
    new: NewCode,
}

#[derive(Debug, clap::Args)]
pub struct RecodeCell {
    #[arg(value_name = "CELL")]
    cell: String,
    #[command(flatten)]
    new: NewCode,
}

#[derive(Debug, clap::Args)]
pub struct RecodeOfficial {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[command(flatten)]
    new: NewCode,
}

/// The code.
#[derive(Debug, clap::Args)]
pub struct NewCode {
    #[arg(value_name = "CODE", value_parser = values::code)]
    code: Code,
    #[command(flatten)]
    changing: Changing,
}

/// What an op on a whole record file gives back.
type Op<T> = fn(&Writer<'_>, T) -> ops::Result<Corrected>;

pub fn committee(context: &mut Context, args: RenameCommittee) -> Result<(), Failure> {
    rename(context, args.committee, args.new, ops::rename_committee)
}

pub fn cell(context: &mut Context, args: RenameCell) -> Result<(), Failure> {
    rename(context, args.cell, args.new, ops::rename_cell)
}

pub fn recode_committee(context: &mut Context, args: RecodeCommittee) -> Result<(), Failure> {
    recode(context, args.committee, args.new, ops::recode_committee)
}

pub fn recode_cell(context: &mut Context, args: RecodeCell) -> Result<(), Failure> {
    recode(context, args.cell, args.new, ops::recode_cell)
}

pub fn recode_official(context: &mut Context, args: RecodeOfficial) -> Result<(), Failure> {
    recode(context, args.official, args.new, ops::recode_official)
}

fn rename(
    context: &mut Context,
    what: String,
    new: NewName,
    op: Op<ops::Rename>,
) -> Result<(), Failure> {
    context.dry_run(new.changing.dry_run);
    let (on, document) = (new.on.resolve(context.today()?), given(new.document));
    let request = ops::Rename { what, name: new.name, on, document: document.clone() };
    let (done, rows) = context.write_telling(|db| Ok(op(db, request)?))?;
    let document = document.as_ref().map(|text| text.as_str());
    say(context, &reorganisation::renamed(context.lang, &done.thing, on, document), (&done, &rows));
    Ok(())
}

fn recode(
    context: &mut Context,
    what: String,
    new: NewCode,
    op: Op<ops::Recode>,
) -> Result<(), Failure> {
    context.dry_run(new.changing.dry_run);
    let request = ops::Recode { what, code: new.code };
    let (done, rows) = context.write_telling(|db| Ok(op(db, request)?))?;
    say(context, &reorganisation::recoded(context.lang, &done.thing), (&done, &rows));
    Ok(())
}

/// Says what was corrected, before and after, and what follows from it.
pub fn say(context: &Context, sentence: &str, (done, rows): (&Corrected, &RowsChanged)) {
    context.done(sentence, done.number);
    for changed in &done.changed {
        context.say(&reorganisation::changed(context.lang, changed));
    }
    say_effects(context, &done.effects, rows);
}
