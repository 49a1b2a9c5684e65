//! `chibo export`: every record as a folder of CSV files, which `import` takes back.

use std::path::{Path, PathBuf};

use crate::cli::args::AsOf;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::folder;
use crate::cli::known_at::KnownAt;
use crate::cli::values;
use crate::domain::Records;
use crate::render::{self, Dialect};
use crate::report::{ExportFile, export_files};
use crate::texts::export::{self as words, Written};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "MOMENT", value_parser = values::known_at)]
    known_at: Option<KnownAt>,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let as_of = AsOf { as_of: None, known_at: args.known_at };
    let records = context.read_as(&as_of, |db| Ok(db.records()?))?;
    let files = export_files(&records);
    refuse_taken(&args, &files)?;
    let mut contents = Vec::with_capacity(files.len());
    for file in &files {
        contents.push((file.name, bytes(file).map_err(|e| folder::failed(&args.folder, &e))?));
    }
    folder::write_whole(&args.folder, &contents)?;
    context.say(&words::written(context.lang, &args.folder, counted(&records, files.len())));
    Ok(())
}

fn bytes(file: &ExportFile) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    render::csv(&file.table, Dialect::Plain, &mut bytes)?;
    Ok(bytes)
}

fn counted(records: &Records, files: usize) -> Written {
    Written {
        files,
        committees: records.register.committees().len(),
        cells: records.register.cells().len(),
        officials: records.register.officials().len(),
        assignments: records.assignments.len(),
        meetings: records.meetings.len(),
        recommendations: records.recommendations.len(),
    }
}

/// An existing folder is written to if it is empty, or holds an earlier export and `--force` was given.
fn refuse_taken(args: &Args, files: &[ExportFile]) -> Result<(), Failure> {
    let path = &args.folder;
    if std::fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    let taken = || Failure::ExportTaken(path.clone());
    let entries = std::fs::read_dir(path).map_err(|_| taken())?;
    let mut is_empty = true;
    for entry in entries {
        let entry = entry.map_err(|e| folder::failed(path, &e))?;
        let name = entry.file_name();
        let known = files.iter().find(|file| name == file.name);
        if !known.is_some_and(|file| has_headings(&entry.path(), file)) {
            return Err(taken());
        }
        is_empty = false;
    }
    match is_empty || args.force {
        true => Ok(()),
        false => Err(Failure::ExportThere(path.clone())),
    }
}

/// Whether a file begins with the headings that an export writes.
fn has_headings(path: &Path, file: &ExportFile) -> bool {
    let keys: Vec<&str> = file.table.columns.iter().map(|column| column.key).collect();
    let headings = keys.join(",") + "\n";
    let mut start = vec![0; headings.len()];
    let read = std::fs::File::open(path)
        .and_then(|mut file| std::io::Read::read_exact(&mut file, &mut start));
    read.is_ok() && start == headings.as_bytes()
}
