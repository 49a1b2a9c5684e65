//! Which files an import is made of: files and folders given by path, or the built-in sample.

use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::drafts::Drafts;
use super::fault::{Problem, Source};
use super::header::nearest;
use super::reading::{LARGEST, Named, filed_period};
use super::workbook::{Shape, shape};
use crate::domain::Date;
use crate::files::{FileKind, NOT_READ_YET};

/// How the files of spreadsheets end. Those that cannot be read say so.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "xlsb", "ods"];

/// Reads files and folders. The record file is not touched; what is wrong is told by [`super::plan()`],
/// together with what only the record file can show.
pub fn read(paths: &[PathBuf], today: Date) -> Drafts {
    let mut drafts = Drafts::default();
    for path in paths {
        if path.is_dir() {
            read_folder(&mut drafts, path, today)
        } else {
            let named = named(path);
            read_path(&mut drafts, path, named, today);
        }
    }
    drafts.codes.close();
    drafts
}

/// Reads files that are part of the program: name and content.
pub fn read_builtin(files: &[(&str, &str)], today: Date) -> Drafts {
    let mut drafts = Drafts::default();
    for (name, content) in files {
        let file = drafts.open(*name, None);
        drafts.read_csv(file, named(Path::new(name)), Cursor::new(content), today);
    }
    drafts.codes.close();
    drafts
}

fn named(path: &Path) -> Named {
    let mut name = file_name(path);
    // A workbook is called as the CSV file would be.
    if let Some(ending) = path.extension()
        && WORKBOOKS.iter().any(|workbook| ending.eq_ignore_ascii_case(workbook))
    {
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

fn read_folder(drafts: &mut Drafts, folder: &Path, today: Date) {
    let known = read_entries(drafts, folder, today);
    if known == Some(false) {
        let file = drafts.open(folder.display().to_string(), None);
        drafts.fault(file, Problem::NoKnownFile);
    }
}

/// Whether any of the entries is a known file; none if the folder cannot be read.
fn read_entries(drafts: &mut Drafts, folder: &Path, today: Date) -> Option<bool> {
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
            known |= read_entries(drafts, &path, today) == Some(true);
            continue;
        }
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        let is_csv = ending == "csv";
        let is_table = is_csv || WORKBOOKS.iter().any(|workbook| ending == *workbook);
        if !is_table || is_beside(&name) || path.is_dir() {
            drafts.ignored.push(Source { file: path.display().to_string(), sheet: None });
            continue;
        }
        match named(&path) {
            Named::Unknown if is_csv => {
                let file = drafts.open(path.display().to_string(), None);
                let near = nearest_name(&name);
                drafts.fault(file, Problem::UnknownFile { near });
                // What is in it may be what other files refer to.
                drafts.give_up(near.and_then(FileKind::of_name));
            }
            named => {
                known |= !is_csv || matches!(named, Named::Known(_));
                read_path(drafts, &path, named, today);
            }
        }
    }
    Some(known)
}

/// Whether a spreadsheet or a system lays such a file beside another: `~$cells.xlsx`, `._cells.csv`.
fn is_beside(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with("._")
}

fn rank(path: &Path) -> (Option<FileKind>, PathBuf) {
    (FileKind::of_name(&file_name(path)), path.to_owned())
}

fn read_path(drafts: &mut Drafts, path: &Path, named: Named, today: Date) {
    let file = drafts.open(path.display().to_string(), None);
    let problem = match std::fs::metadata(path) {
        // A device may never end.
        Ok(about) if !about.is_file() => Problem::NotAFile,
        Ok(about) if about.len() > LARGEST => Problem::TooLarge { most: LARGEST },
        _ => match File::open(path) {
            Ok(mut content) => match shape(&mut content) {
                Ok(Shape::Text) => return drafts.read_csv(file, named, content, today),
                Ok(Shape::Workbook) => return drafts.read_book(file, named, content, today),
                Err(problem) => problem,
            },
            Err(error) => Problem::CannotRead { detail: error.to_string() },
        },
    };
    drafts.fault(file, problem);
    drafts.give_up(named.kind());
}

/// The known file name nearest to this one, if one is near.
fn nearest_name(name: &str) -> Option<&'static str> {
    let known = FileKind::ALL.into_iter().map(FileKind::file_name).chain(NOT_READ_YET);
    nearest(name, known.filter(|known| *known != FileKind::FOLDER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_file_name_has_a_nearest_one() {
        assert_eq!(nearest_name("meeting.csv"), Some("meetings.csv"));
        assert_eq!(nearest_name("Cell.CSV"), Some("cells.csv"));
        assert_eq!(nearest_name("x.csv"), None);
    }
}
