//! `chibo gaps note`: what somebody answered when the office asked about a gap.

use super::shared::{one_month, resolved};
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::Changing;
use crate::cli::values;
use crate::domain::{DateInput, PeriodInput, Remark};
use crate::ops::{self, GapNoteAsked};
use crate::texts::{gaps as words, help};

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Note(Note),
}

#[derive(Debug, clap::Args)]
pub struct Note {
    #[arg(value_name = "CELL")]
    cell: String,
    #[arg(value_name = "TEXT", value_parser = values::said, conflicts_with = "take_out")]
    text: Option<Remark>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: Option<DateInput>,
    #[arg(long = "remove", id = "take_out")]
    remove: bool,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::Note(args) => note(context, args),
    }
}

fn note(context: &mut Context, args: Note) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    let period = one_month(args.period.unwrap_or(PeriodInput::Last), today)?;
    let on = resolved(args.on, today).unwrap_or(today);
    let asked = GapNoteAsked { cell: args.cell, period, on };
    let lang = context.lang;
    if args.remove {
        let removed = context.write(|db| Ok(ops::remove_gap_note(db, &asked)?))?;
        context.done(&words::removed(lang, &removed.cell, &removed.note), removed.number);
        return Ok(());
    }
    let missing = || {
        let these = format!("{}, --remove", help::value_name("TEXT", lang));
        Usage::OneOf { command: "chibo gaps note", these }
    };
    let text = args.text.ok_or_else(missing)?;
    let noted = context.write(|db| Ok(ops::note_gap(db, &asked, text)?))?;
    context.done(&words::noted(lang, &noted.cell, &noted.note), noted.number);
    if !noted.was_asked {
        context.say(&words::no_gap(lang, &noted.cell, &noted.note));
    }
    if let Some(old) = &noted.replaced {
        context.say(&words::replaced(lang, old.as_str()));
    }
    Ok(())
}
