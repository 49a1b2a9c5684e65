//! A folder of files that is written as a whole: a reader finds all of it or nothing of it.

use std::io::{self, Write};
use std::path::Path;

use super::failure::Failure;
use super::output::{make_folder, write_new};
use crate::store::Room;

/// Writes these files into a folder that does not exist, or in which they take the place of their like. Where
/// there are modes, only the owner may use a folder that is made here, and read the files.
///
/// A new folder is filled aside and renamed. One that exists stays in its place, since somebody may stand in
/// it: the files are all written beside the old ones before the first of these is replaced. `stale` are files
/// in it that are no longer wanted. Names may be those of files in a folder within.
pub fn write_whole(
    folder: &Path,
    files: Vec<(String, impl FnOnce(&mut dyn Write) -> io::Result<()>)>,
    stale: &[&str],
) -> Result<(), Failure> {
    let failed = |e: io::Error| Failure::io(folder, &e);
    let exists = folder.is_dir();
    let parent = match folder.parent() {
        _ if exists => folder,
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    make_folder(parent)?;
    let room = Room::make(parent).map_err(failed)?;
    let aside = room.path().join("export");
    let mut names = Vec::with_capacity(files.len());
    for (name, write) in files {
        let path = aside.join(&name);
        make_inner(&path).map_err(failed)?;
        // What cannot be written is the file as it would have been called.
        write_new(&path, write).map_err(|e| Failure::io(&folder.join(&name), &e))?;
        names.push(name);
    }
    if exists {
        for name in &names {
            make_inner(&folder.join(name)).map_err(failed)?;
            std::fs::rename(aside.join(name), folder.join(name)).map_err(failed)?;
        }
        remove(folder, stale).map_err(failed)?;
    } else {
        std::fs::rename(&aside, folder).map_err(failed)?
    }
    Ok(())
}

/// Makes the folder within in which a file is to lie, for its owner only.
fn make_inner(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) else { return Ok(()) };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Takes away files, and a folder within that nothing is left in.
fn remove(folder: &Path, files: &[&str]) -> io::Result<()> {
    for name in files {
        let path = folder.join(name);
        std::fs::remove_file(&path)?;
        if let Some(inner) = path.parent().filter(|inner| *inner != folder) {
            // One with something else in it stays.
            let _ = std::fs::remove_dir(inner);
        }
    }
    Ok(())
}
