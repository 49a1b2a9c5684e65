//! Which files an import is made of: files and folders given by path, or the built-in sample.

use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::drafts::Drafts;
use super::fault::{Aside, Faults, Problem, Source};
use super::ledger::Place;
use super::reading::{LARGEST, Named, Reading, filed_period};
use super::typed;
use super::workbook::{Shape, shape};
use crate::domain::Date;
use crate::files::FileKind;

/// How the files of spreadsheets end.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "xlsb", "ods"];

/// Reads files and folders. The record file is not touched; what is wrong is told by [`super::plan()`],
/// together with what only the record file can show.
pub fn read(paths: &[PathBuf], how: &Reading) -> Drafts {
    let mut drafts = Drafts::default();
    for path in paths {
        if path.is_dir() {
            read_folder(&mut drafts, path, how)
        } else {
            let named = named(path);
            read_path(&mut drafts, path, named, how);
        }
    }
    drafts.codes.close();
    drafts
}

/// Reads month sheets that were filled in, which hold nothing but meetings.
pub fn read_month_sheets(paths: &[PathBuf], how: &Reading) -> Drafts {
    let mut drafts = read(paths, how);
    let others = drafts.files.iter().zip(0..).filter_map(|(file, at)| {
        file.as_ref().filter(|file| file.kind != FileKind::Meetings).map(|_| Place::file(at))
    });
    for other in others.collect::<Vec<Place>>() {
        drafts.fault(other, Problem::NoMonthSheet);
    }
    drafts
}

/// Reads files that are part of the program: name and content.
pub fn read_builtin(files: &[(&str, &str)], today: Date) -> Drafts {
    let how = &Reading::on(today);
    let mut drafts = Drafts::default();
    for (name, content) in files {
        let file = drafts.open(*name, None);
        drafts.read_csv(file, named(Path::new(name)), Cursor::new(content), how);
    }
    drafts.codes.close();
    drafts
}

/// The same faults with values as they stand in the files, which are read once more.
pub fn as_typed(faults: Faults, how: &Reading) -> Faults {
    typed::as_typed(faults, how, |path| File::open(path).ok())
}

fn named(path: &Path) -> Named {
    let mut name = file_name(path);
    // A workbook is called as the CSV file would be.
    if is_workbook(path) {
        name = file_name(&path.with_extension("csv"));
    }
    match Named::of(&name) {
        Named::Unknown if is_filed(path) => Named::Known(FileKind::Filed),
        named => named,
    }
}

/// Whether a file holds the filed rows of a month: `filed/2018-07.csv`.
fn is_filed(path: &Path) -> bool {
    path.parent().is_some_and(is_filed_folder) && filed_period(path).is_some()
}

fn is_filed_folder(path: &Path) -> bool {
    file_name(path).eq_ignore_ascii_case(FileKind::FOLDER)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read_folder(drafts: &mut Drafts, folder: &Path, how: &Reading) {
    let known = read_entries(drafts, folder, how);
    if known == Some(false) {
        let file = drafts.open(folder.display().to_string(), None);
        drafts.fault(file, Problem::NoKnownFile);
    }
}

/// Whether any of the entries is a known file; none if the folder cannot be read.
fn read_entries(drafts: &mut Drafts, folder: &Path, how: &Reading) -> Option<bool> {
    let entries = std::fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>()
    });
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let file = drafts.open(folder.display().to_string(), None);
            drafts.fault(file, Problem::CannotRead { detail: error.to_string() });
            drafts.give_up(None);
            return None;
        }
    };
    entries.sort_by_key(|path| (FileKind::of_name(&file_name(path)).is_none(), rank(path)));
    let mut known = false;
    for path in entries {
        let name = file_name(&path);
        if is_filed_folder(&path) && path.is_dir() {
            known |= read_entries(drafts, &path, how) == Some(true);
            continue;
        }
        let is_table = name.to_ascii_lowercase().ends_with(".csv") || is_workbook(&path);
        if !is_table || path.is_dir() || is_kept_by_program(&name) {
            let file = path.display().to_string();
            drafts.aside.push(Aside::File(Source { file, sheet: None }));
            continue;
        }
        let named = match named(&path) {
            Named::Unknown => Named::Stray,
            named => named,
        };
        let aside = drafts.aside.len();
        read_path(drafts, &path, named, how);
        let unknown = !is_workbook(&path) && drafts.aside[aside..].iter().any(Aside::is_table);
        known |= !unknown;
    }
    Some(known)
}

/// Whether it is called as the files of spreadsheets are. Those that cannot be read say so.
fn is_workbook(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    WORKBOOKS.iter().any(|workbook| ending.eq_ignore_ascii_case(workbook))
}

/// Whether another program keeps the file for itself: Excel while a workbook is open, a Mac beside each file.
fn is_kept_by_program(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with("._")
}

fn rank(path: &Path) -> (Option<FileKind>, PathBuf) {
    (FileKind::of_name(&file_name(path)), path.to_owned())
}

fn read_path(drafts: &mut Drafts, path: &Path, named: Named, how: &Reading) {
    let file = drafts.open(path.display().to_string(), None);
    let problem = match std::fs::metadata(path) {
        // A device may never end.
        Ok(about) if !about.is_file() => Problem::NotAFile,
        Ok(about) if about.len() > LARGEST => Problem::TooLarge { most: LARGEST },
        _ => match File::open(path) {
            Ok(mut content) => match shape(&mut content) {
                Ok(Shape::Text) => return drafts.read_csv(file, named, content, how),
                Ok(Shape::Workbook) => return drafts.read_book(file, named, content, how),
                Err(problem) => problem,
            },
            Err(error) => Problem::CannotRead { detail: error.to_string() },
        },
    };
    drafts.fault(file, problem);
    drafts.give_up(named.kind());
}
