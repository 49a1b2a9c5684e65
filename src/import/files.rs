//! Which files an import is made of: files and folders given by path, or the built-in sample.

use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::drafts::Drafts;
use super::fault::Problem;
use super::header::nearest;
use super::reading::{LARGEST, Named, filed_period};
use crate::domain::Date;
use crate::files::{FileKind, NOT_READ_YET};

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
    let name = file_name(path);
    match FileKind::of_name(&name) {
        Some(kind) => Named::Known(kind),
        None if NOT_READ_YET.iter().any(|known| known.eq_ignore_ascii_case(&name)) => {
            Named::NotReadYet
        }
        None if is_filed(path) => Named::Known(FileKind::Filed),
        None => Named::Unknown,
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
        let is_csv = name.to_ascii_lowercase().ends_with(".csv");
        if !is_csv || path.is_dir() {
            drafts.ignored.push(path.display().to_string());
            continue;
        }
        match named(&path) {
            Named::Unknown => {
                let file = drafts.open(path.display().to_string(), None);
                let near = nearest_name(&name);
                drafts.fault(file, Problem::UnknownFile { near });
                // What is in it may be what other files refer to.
                drafts.give_up(near.and_then(FileKind::of_name));
            }
            named => {
                known |= matches!(named, Named::Known(_));
                read_path(drafts, &path, named, today);
            }
        }
    }
    Some(known)
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
            Ok(content) => return drafts.read_csv(file, named, content, today),
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
