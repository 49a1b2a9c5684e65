//! The backups that chibo knows of: those it made, by a list in the user's data folder, and the copies kept
//! aside beside the record file. `check` names those that are whole, and whoever erases something from the
//! record file names them all, with what stopped programs left of one.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::{clock, copies, output};
use crate::ops;
use crate::store::{self, Store};

/// One line of the list. Lines are only ever added, so that two programs can add at once; one that cannot
/// be read is passed over.
#[derive(Debug, Serialize, Deserialize)]
struct Noted {
    record: PathBuf,
    backup: PathBuf,
    /// When a backup was first written to this path, in UTC.
    since: String,
}

/// Notes that a backup of the record file was made. `false` if the list cannot be written; without a data
/// folder there is no list.
pub fn remember(context: &Context, record: &Path, backup: &Path) -> bool {
    let Some(folders) = &context.folders else { return true };
    let list = folders.backups_file();
    let is_there = |noted: &Noted| {
        copies::is_same(&noted.record, record) && copies::is_same(&noted.backup, backup)
    };
    if read(&list).iter().any(is_there) {
        return true;
    }
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let noted = Noted {
        record: absolute(record),
        backup: absolute(backup),
        since: clock::now().to_string(),
    };
    let Ok(line) = serde_json::to_string(&noted) else { return false };
    output::make_folder(copies::folder_of(&list)).is_ok() && append(&list, &line).is_ok()
}

/// Adds a line. One that was left half written, when the disk was full or the program was stopped, is ended first.
fn append(list: &Path, line: &str) -> std::io::Result<()> {
    let ended = std::fs::read(list).map_or(true, |bytes| bytes.last().is_none_or(|b| *b == b'\n'));
    let line = format!("{}{line}\n", if ended { "" } else { "\n" });
    let mut file = std::fs::OpenOptions::new().append(true).create(true).open(list)?;
    file.write_all(line.as_bytes())
}

/// The backups of the record file that are still there, the newest path first, then the copies kept aside
/// beside it.
pub fn known(context: &Context, record: &Path) -> Vec<PathBuf> {
    let mut known = noted(context, record);
    known.retain(|backup| backup.exists());
    let record = copies::real(record).unwrap_or_else(|_| record.to_owned());
    let head = copies::kept_aside(&record);
    let beside = std::fs::read_dir(copies::folder_of(&record)).into_iter().flatten().flatten();
    let mut aside: Vec<PathBuf> = beside
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&head))
        .map(|entry| record.with_file_name(entry.file_name()))
        .collect();
    aside.sort();
    known.retain(|backup| !aside.iter().any(|other| copies::is_same(other, backup)));
    known.extend(aside);
    known
}

/// The paths on the list to which backups of the record file were ever written, the newest first.
fn noted(context: &Context, record: &Path) -> Vec<PathBuf> {
    let list = context.folders.as_ref().map(|folders| read(&folders.backups_file()));
    let noted = list.unwrap_or_default().into_iter().rev();
    noted.filter(|noted| copies::is_same(&noted.record, record)).map(|noted| noted.backup).collect()
}

/// Clears away the copies that stopped programs left where copies of the record file are made: beside it, in the
/// folders of its backups, in that for temporary files. Gives back those that stay, such as one that is just
/// being made.
pub fn sweep(context: &Context, record: &Path) -> Vec<PathBuf> {
    let record = copies::real(record).unwrap_or_else(|_| record.to_owned());
    let mut folders = vec![copies::folder_of(&record).to_owned()];
    folders.extend(noted(context, &record).iter().map(|path| copies::folder_of(path).to_owned()));
    folders.push(std::env::temp_dir());
    let mut seen: Vec<PathBuf> = Vec::new();
    for folder in folders {
        if !seen.iter().any(|other| copies::is_same(other, &folder)) {
            seen.push(folder);
        }
    }
    seen.iter().for_each(|folder| store::sweep(folder));
    seen.iter().flat_map(|folder| store::rooms(folder)).collect()
}

/// Those of them in which `check` finds nothing: what a flawed record file can be put right with.
pub fn whole(context: &Context, record: &Path) -> Vec<PathBuf> {
    let mut known = known(context, record);
    let is_whole = |path: &PathBuf| {
        Store::examine(path, context.on_busy(), None, ops::check)
            .is_ok_and(|flaws| flaws.is_empty())
    };
    known.retain(is_whole);
    known
}

fn read(list: &Path) -> Vec<Noted> {
    let bytes = std::fs::read(list).unwrap_or_default();
    bytes.split(|b| *b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect()
}
