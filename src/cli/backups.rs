//! The backups that chibo knows of: those it made, by a list in the user's data folder, and the copies kept
//! aside beside the record file. `check` names those that are whole, and whoever erases something from the
//! record file names them all.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::record::on_busy;
use super::{clock, copies, output};
use crate::ops;
use crate::store::Store;

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
    let folder_made = output::make_folder(copies::folder_of(&list)).is_ok();
    let file = std::fs::OpenOptions::new().append(true).create(true).open(&list);
    folder_made && file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes())).is_ok()
}

/// The backups of the record file that are still there, the newest path first, then the copies kept aside
/// beside it, and what a stopped program left of one.
pub fn known(context: &Context, record: &Path) -> Vec<PathBuf> {
    let list = context.folders.as_ref().map(|folders| read(&folders.backups_file()));
    let mut known: Vec<PathBuf> = list
        .unwrap_or_default()
        .into_iter()
        .rev()
        .filter(|noted| copies::is_same(&noted.record, record) && noted.backup.exists())
        .map(|noted| noted.backup)
        .collect();
    let record = copies::real(record).unwrap_or_else(|_| record.to_owned());
    let head = copies::kept_aside(&record);
    let beside = std::fs::read_dir(copies::folder_of(&record)).into_iter().flatten().flatten();
    let mut aside: Vec<PathBuf> = beside
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.starts_with(&head) || name.starts_with(copies::ASIDE)
        })
        .map(|entry| record.with_file_name(entry.file_name()))
        .collect();
    aside.sort();
    known.retain(|backup| !aside.iter().any(|other| copies::is_same(other, backup)));
    known.extend(aside);
    known
}

/// Those of them in which `check` finds nothing: what a flawed record file can be put right with.
pub fn whole(context: &Context, record: &Path) -> Vec<PathBuf> {
    let mut known = known(context, record);
    let is_whole = |path: &PathBuf| {
        Store::examine(path, on_busy, None, ops::check).is_ok_and(|flaws| flaws.is_empty())
    };
    known.retain(is_whole);
    known
}

fn read(list: &Path) -> Vec<Noted> {
    let text = std::fs::read_to_string(list).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}
