//! `chibo import`: folders and files into the record file, as one operation; templates of such files.

use std::path::{Path, PathBuf};

use super::bring_in::{Bringing, bring_in};
use crate::cli::columns;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Place};
use crate::cli::options::{Changing, LateRecord};
use crate::cli::output;
use crate::cli::values;
use crate::domain::{OldEncoding, PeriodInput};
use crate::files::{CsvFile, template_files};
use crate::import::Reading;
use crate::render::{self, Dialect};
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "PATH", required_unless_present = "template")]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["paths", "amend", "dry_run"])]
    template: Option<PathBuf>,
    #[arg(long, requires = "template")]
    excel: bool,
    #[arg(long, value_name = "PERIOD", value_parser = values::period, requires = "template")]
    period: Option<PeriodInput>,
    #[arg(long)]
    amend: bool,
    #[arg(long, value_name = "HEADING=COLUMN", conflicts_with = "template")]
    columns: Vec<String>,
    #[arg(long, value_name = "NAME", requires = "columns")]
    columns_as: Option<String>,
    #[arg(long, value_name = "ENCODING", value_parser = values::words::<OldEncoding>(), conflicts_with = "template")]
    encoding: Option<OldEncoding>,
    #[command(flatten)]
    late: LateRecord,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    if let Some(folder) = &args.template {
        return write_templates(context, folder, args.excel, args.period);
    }
    context.dry_run(args.changing.dry_run);
    let said = columns::said(context, &args.columns)?;
    let reading = Reading {
        encoding: args.encoding,
        columns: columns::read(&said)?,
        ..Reading::on(context.today()?)
    };
    let Args { paths, amend, late, .. } = &args;
    bring_in(context, Bringing { paths, reading, amend: *amend, late: *late, month_sheets: None })?;
    match args.columns_as.as_deref().filter(|_| !context.is_dry_run()) {
        Some(name) => columns::keep(context, name, &said),
        None => Ok(()),
    }
}

/// Empty files, for Excel with headings in the reader's language; of a month the one of meetings, with its due cells.
fn write_templates(
    context: &Context,
    folder: &Path,
    excel: bool,
    period: Option<PeriodInput>,
) -> Result<(), Failure> {
    let dialect = if excel { Dialect::Excel(context.lang) } else { Dialect::Plain };
    let write = |files: Vec<CsvFile<'_>>| write_all(folder, files, dialect);
    let number = match period {
        None => write(template_files(context.lang).collect())?,
        Some(period) => {
            let period = super::shared::one_month(period, context.today()?)?;
            let facts = super::shared::month_facts(context, period)?;
            let sheet = super::shared::month_sheet(context, &facts, period, None)?;
            write(vec![sheet.template(context.lang)])?
        }
    };
    context.say(&texts::answers::templates(context.lang, folder, number));
    Ok(())
}

/// Writes files into a folder that has none of them, and says how many.
fn write_all(
    folder: &Path,
    files: Vec<CsvFile<'_>>,
    dialect: Dialect<'_>,
) -> Result<usize, Failure> {
    if let Some(taken) = files.iter().map(|file| folder.join(&file.name)).find(|path| path.exists())
    {
        return Err(Place::TemplateTaken(taken).into());
    }
    output::make_folder(folder)?;
    let number = files.len();
    for CsvFile { name, table } in files {
        output::write_aside(&folder.join(name), |out| render::csv(table, dialect, out))?;
    }
    Ok(number)
}
