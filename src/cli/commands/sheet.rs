//! `chibo sheet make|read`: the workbook that ward offices fill in.

use std::path::PathBuf;

use super::bring_in::{Bringing, bring_in};
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Place, Usage};
use crate::cli::options::{Changing, LateRecord};
use crate::cli::output;
use crate::cli::values::{self, Misread};
use crate::domain::{PeriodInput, Register, find_cell, fold};
use crate::import::{Holds, Reading, Taking};
use crate::render;
use crate::texts;

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Make(Make),
    Read(Read),
}

#[derive(Debug, clap::Args)]
pub struct Make {
    #[arg(value_name = "PERIOD", value_parser = values::period)]
    period: PeriodInput,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Read {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "CHOICE", value_parser = Choice::read)]
    take: Vec<Choice>,
    #[command(flatten)]
    late: LateRecord,
    #[command(flatten)]
    changing: Changing,
}

/// `sheet`, `record`, or one of them for a cell: `P1-02=sheet`.
#[derive(Debug, Clone)]
struct Choice {
    cell: Option<String>,
    holds: Holds,
}

impl Choice {
    fn read(text: &str) -> values::Read<Self> {
        let (cell, holds) = match text.rsplit_once('=') {
            Some((cell, holds)) => (Some(cell.trim().to_owned()), holds),
            None => (None, text),
        };
        let holds = match fold(holds).as_str() {
            "sheet" | "bang" => Holds::File,
            "record" | "so" => Holds::Record,
            _ => {
                let choices = ["sheet", "record", "P1-02=sheet", "P1-02=record"];
                let choices = choices.map(values::Choice::plain).to_vec();
                return Err(Misread::Word { text: text.to_owned(), choices });
            }
        };
        Ok(Self { cell, holds })
    }
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::Make(args) => make(context, args),
        Args::Read(args) => read(context, args),
    }
}

fn make(context: &Context, args: Make) -> Result<(), Failure> {
    let Make { period, output, committee } = args;
    let period = super::shared::one_month(period, context.today()?)?;
    if !output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(Usage::SheetEnding(output).into());
    }
    // What wards have filled in is not to be lost for an empty one.
    if output.exists() {
        return Err(Place::TemplateTaken(output).into());
    }
    let facts = super::shared::month_facts(context, period)?;
    let sheet = super::shared::month_sheet(context, &facts, period, committee.as_deref())?;
    let form = sheet.form(context.lang);
    output::write_aside(&output, |out| render::form(&form, context.lang, out))?;
    let recorded = sheet.rows().filter(|row| row.recorded.is_some()).count();
    let counts = (sheet.committees.len(), sheet.rows().count(), recorded);
    context.say(&texts::month_sheet::made(context.lang, period, &output, counts));
    Ok(())
}

fn read(context: &mut Context, args: Read) -> Result<(), Failure> {
    let Read { files, take, late, changing } = args;
    context.dry_run(changing.dry_run);
    let today = context.today()?;
    let taken = |register: &Register| -> Result<Taking, Failure> {
        let mut taking = Taking::default();
        for Choice { cell, holds } in &take {
            match cell {
                None => taking.all = Some(*holds),
                Some(cell) => taking.of.push((find_cell(register, cell, today)?, *holds)),
            }
        }
        Ok(taking)
    };
    let (paths, reading) = (&files, Reading::on(today));
    bring_in(context, Bringing { paths, reading, amend: false, late, month_sheets: Some(&taken) })
}
