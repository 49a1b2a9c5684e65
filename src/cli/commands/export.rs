//! `chibo export`: every record as a folder of CSV files, which `import` takes back.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Place};
use crate::cli::folder;
use crate::cli::known_at::KnownAt;
use crate::cli::options::AsOf;
use crate::domain::Records;
use crate::files::{CsvFile, FileKind, export_files, export_headings};
use crate::render::{self, Dialect};
use crate::store::{self, Reader};
use crate::texts::export::{self as words, Written};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "MOMENT", value_parser = KnownAt::read)]
    known_at: Option<KnownAt>,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let as_of = AsOf::known(args.known_at);
    let written = context.read_as(&as_of, |db| write(db, &args))?;
    context.say(&words::written(context.lang, &args.folder, written));
    Ok(())
}

/// Writes the folder while the meetings are read, a month at a time.
fn write(db: &Reader<'_>, args: &Args) -> Result<Written, Failure> {
    let records = db.records()?;
    let (meetings, unread) = (Cell::new(0), RefCell::new(None));
    // A month that cannot be read ends the rows; what was written aside until then is not put in its place.
    let months = db.meetings_by_month()?.map_while(|month| match month {
        Ok(month) => {
            meetings.update(|so_far| so_far + month.len());
            Some(month)
        }
        Err(error) => {
            unread.replace(Some(error));
            None
        }
    });
    let files = export_files(&records, months);
    let earlier = earlier_export(args)?;
    let is_stale = |name: &&str| files.iter().all(|file| file.name != *name);
    let stale: Vec<&str> = earlier.iter().map(String::as_str).filter(is_stale).collect();
    let number = files.len();
    let files = files.into_iter().map(|CsvFile { name, table }| {
        let write = |out: &mut dyn std::io::Write| {
            render::csv(table, Dialect::Plain, out)?;
            if unread.borrow().is_some() { Err(std::io::Error::other("unread")) } else { Ok(()) }
        };
        (name, write)
    });
    let written = folder::write_whole(&args.folder, files.collect(), &stale);
    match unread.take() {
        Some(error) => Err(error.into()),
        None => written.map(|()| counted(&records, number, meetings.get())),
    }
}

fn counted(records: &Records, files: usize, meetings: usize) -> Written {
    Written {
        files,
        committees: records.register.committees().len(),
        cells: records.register.cells().len(),
        officials: records.register.officials().len(),
        assignments: records.assignments.len(),
        meetings,
        recommendations: records.recommendations.len(),
        plans: records.plans.len(),
        inspections: records.inspections.len(),
        bulletins: records.bulletins.len(),
        closings: records.closings.len(),
    }
}

/// The files of the export that stands in the folder; none if the folder is empty or not there. It is
/// written to only then, or if it holds an earlier export and `--force` was given.
fn earlier_export(args: &Args) -> Result<Vec<String>, Failure> {
    let path = &args.folder;
    if std::fs::symlink_metadata(path).is_err() {
        return Ok(Vec::new());
    }
    let taken = || Failure::Place(Place::ExportTaken(path.clone()));
    let mut files = Vec::new();
    let mut is_empty = true;
    for entry in std::fs::read_dir(path).map_err(|_| taken())? {
        let entry = entry.map_err(|e| Failure::io(path, &e))?;
        // What an export that was stopped left goes when the next one begins to write.
        if store::is_room(&entry.file_name()) {
            continue;
        }
        is_empty = false;
        match entry.file_name().to_str() {
            Some(FileKind::FOLDER) if entry.file_type().is_ok_and(|kind| kind.is_dir()) => {
                for entry in std::fs::read_dir(entry.path()).map_err(|_| taken())? {
                    let entry = entry.map_err(|e| Failure::io(path, &e))?;
                    let name = entry.file_name().into_string().map_err(|_| taken())?;
                    files.push((format!("{}/{name}", FileKind::FOLDER), entry.path()));
                }
            }
            Some(name) => files.push((name.to_owned(), entry.path())),
            None => return Err(taken()),
        }
    }
    if !files.iter().all(|(name, path)| has_headings(path, &export_headings(name))) {
        return Err(taken());
    }
    if is_empty || args.force {
        Ok(files.into_iter().map(|(name, _)| name).collect())
    } else {
        Err(Place::ExportThere(path.clone()).into())
    }
}

/// Whether a file begins with one of these headings.
fn has_headings(path: &Path, headings: &[Vec<&str>]) -> bool {
    headings.iter().any(|keys| {
        let headings = keys.join(",") + "\n";
        let mut start = vec![0; headings.len()];
        let read = std::fs::File::open(path)
            .and_then(|mut file| std::io::Read::read_exact(&mut file, &mut start));
        read.is_ok() && start == headings.as_bytes()
    })
}
