//! `chibo cell merge|split|move|dissolve` and `chibo committee dissolve`.

use super::month_end::Ending;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values::{self, DocumentLine, given};
use crate::domain::{CellKind, Date, DateInput, DocumentNo};
use crate::ops::{self, Effects, IntoCell, Reorganised, RowsChanged};
use crate::texts::reorganisation;

#[derive(Debug, clap::Args)]
pub struct Merge {
    #[arg(value_name = "CELL", required = true)]
    cells: Vec<String>,
    #[arg(long, value_name = "CELL", value_parser = values::into_cell)]
    into: IntoCell,
    /// The one that stays may differ in kind or committee.
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    new: NewCells,
    #[command(flatten)]
    when: When,
}

#[derive(Debug, clap::Args)]
pub struct Split {
    #[arg(value_name = "CELL")]
    cell: String,
    #[arg(long, value_name = "CELL", value_parser = values::into_cell, num_args = 1.., required = true)]
    into: Vec<IntoCell>,
    #[command(flatten)]
    new: NewCells,
    #[command(flatten)]
    when: When,
}

/// What new cells are, where it does not follow from the old ones.
#[derive(Debug, clap::Args)]
pub struct NewCells {
    #[arg(long, value_name = "KIND", value_parser = values::words::<CellKind>())]
    kind: Option<CellKind>,
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Move {
    #[arg(value_name = "CELL")]
    cell: String,
    #[arg(long, value_name = "COMMITTEE")]
    to: String,
    #[command(flatten)]
    when: When,
}

#[derive(Debug, clap::Args)]
pub struct Dissolve {
    #[arg(value_name = "CELL")]
    cell: String,
    #[command(flatten)]
    when: When,
}

#[derive(Debug, clap::Args)]
pub struct DissolveCommittee {
    #[arg(value_name = "COMMITTEE")]
    committee: String,
    #[arg(long, value_name = "COMMITTEE")]
    cells_to: Option<String>,
    #[command(flatten)]
    when: When,
}

/// From when, and by which document.
#[derive(Debug, clap::Args)]
pub struct When {
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: DateInput,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[command(flatten)]
    changing: Changing,
}

impl When {
    fn resolve(self, context: &mut Context) -> Result<(Date, Option<DocumentNo>), Failure> {
        context.dry_run(self.changing.dry_run);
        Ok((self.on.resolve(context.today()?), given(self.document)))
    }
}

fn text(document: &Option<DocumentNo>) -> Option<&str> {
    document.as_ref().map(|text| text.as_str())
}

pub fn merge(context: &mut Context, args: Merge) -> Result<(), Failure> {
    let (on, document) = args.when.resolve(context)?;
    let NewCells { kind, committee } = args.new;
    let (cells, into) = (args.cells, args.into);
    let (document_no, unlike) = (document.clone(), args.yes);
    let request = ops::Merge { cells, into, on, document: document_no, kind, committee, unlike };
    let (done, rows) = context.write_telling(|db| Ok(ops::merge(db, request)?))?;
    let is_new = !done.founded.is_empty();
    let document = text(&document);
    let sentence =
        reorganisation::merged(context.lang, &done.from, &done.into, is_new, on, document);
    say(context, &sentence, (&done, &rows));
    Ok(())
}

pub fn split(context: &mut Context, args: Split) -> Result<(), Failure> {
    let (on, document) = args.when.resolve(context)?;
    let NewCells { kind, committee } = args.new;
    let (cell, into) = (args.cell, args.into);
    let request = ops::Split { cell, into, on, document: document.clone(), kind, committee };
    let (done, rows) = context.write_telling(|db| Ok(ops::split(db, request)?))?;
    let document = text(&document);
    let sentence = reorganisation::split(context.lang, &done.from, &done.into, on, document);
    say(context, &sentence, (&done, &rows));
    Ok(())
}

pub fn move_cell(context: &mut Context, args: Move) -> Result<(), Failure> {
    let (on, document) = args.when.resolve(context)?;
    let (cell, to) = (args.cell, args.to);
    let request = ops::MoveCell { cell, to, on, document: document.clone() };
    let (done, rows) = context.write_telling(|db| Ok(ops::move_cell(db, request)?))?;
    let document = text(&document);
    let sentence = reorganisation::moved(context.lang, &done.from, &done.into, on, document);
    say(context, &sentence, (&done, &rows));
    Ok(())
}

pub fn dissolve(context: &mut Context, args: Dissolve) -> Result<(), Failure> {
    let (on, document) = args.when.resolve(context)?;
    let ending = Ending::ask(context, "--on", Some(on))?;
    let request = ops::DissolveCell { cell: args.cell, on, document: document.clone() };
    let (done, rows) = context.write_telling(|db| Ok(ops::dissolve_cell(db, request)?))?;
    let sentence = reorganisation::dissolved(context.lang, &done.from, on, text(&document));
    say(context, &sentence, (&done, &rows));
    ending.say(context);
    Ok(())
}

pub fn dissolve_committee(context: &mut Context, args: DissolveCommittee) -> Result<(), Failure> {
    let (on, document) = args.when.resolve(context)?;
    let ending = Ending::ask(context, "--on", Some(on))?;
    let (committee, cells_to) = (args.committee, args.cells_to);
    let request = ops::DissolveCommittee { committee, cells_to, on, document: document.clone() };
    let (done, rows) = context.write_telling(|db| Ok(ops::dissolve_committee(db, request)?))?;
    let sentence = reorganisation::dissolved(context.lang, &done.from, on, text(&document));
    say(context, &sentence, (&done, &rows));
    ending.say(context);
    Ok(())
}

fn say(context: &Context, sentence: &str, (done, rows): (&Reorganised, &RowsChanged)) {
    let lang = context.lang;
    context.done(sentence, done.number);
    for changed in &done.changed {
        context.say(&reorganisation::changed(lang, changed));
    }
    for (cell, kind, committee) in &done.founded {
        context.say(&reorganisation::founded(lang, cell, *kind, committee));
    }
    for (cell, twins) in &done.twins {
        super::shared::say_twins(context, cell, twins);
    }
    say_effects(context, &done.effects, rows);
}

/// Says which assignments end, which cells need a visitor and how to assign one, and which results change.
pub fn say_effects(context: &Context, effects: &Effects, rows: &RowsChanged) {
    let lang = context.lang;
    for (cell, official, last) in &effects.ended {
        context.say(&reorganisation::assignment_ended(lang, cell, official, *last));
    }
    for (cell, officials) in &effects.going_on {
        context.say(&reorganisation::going_on(lang, cell, officials));
    }
    for (cell, day) in &effects.unvisited {
        context.say(&reorganisation::needs_visitor(lang, cell, *day));
    }
    super::shared::say_changes(context, rows);
}
