//! Where bytes go: standard output, standard error, or a file written aside and renamed.

use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::SpooledTempFile;

use super::failure::{Failure, Place};
use crate::domain::seen;
use crate::store::{Room, folder_of, new_file, temporary_failed};

/// Writes to standard output. A reader that has gone away ends it quietly.
pub fn to_stdout(
    color: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let choice = if color { anstream::ColorChoice::Always } else { anstream::ColorChoice::Never };
    let stdout = anstream::AutoStream::new(io::stdout(), choice);
    let mut out = BufWriter::new(stdout);
    match write(&mut out).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(e) if reader_is_gone(&e) => Ok(()),
        Err(e) => Err(Place::Output { detail: e.to_string() }.into()),
    }
}

/// Writes what is no text to standard output, byte for byte. A reader that has gone away ends it quietly.
pub fn bytes_to_stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(e) if !reader_is_gone(&e) => Err(Place::Output { detail: e.to_string() }.into()),
        _ => Ok(()),
    }
}

/// Windows has a second way to say that nobody reads a pipe any more: ERROR_PIPE_NOT_CONNECTED.
fn reader_is_gone(error: &io::Error) -> bool {
    let not_connected = cfg!(windows) && error.raw_os_error() == Some(233);
    error.kind() == io::ErrorKind::BrokenPipe || not_connected
}

/// What is made before the first byte of it is printed, however much it is: the beginning is held, more lies in the
/// system's folder for temporary files under no name.
pub struct Made(SpooledTempFile);

impl Made {
    /// So much is held in memory.
    const HELD: usize = 1 << 22;

    /// Nothing yet.
    pub fn new() -> Self {
        Self(SpooledTempFile::new(Self::HELD))
    }

    /// Adds to it.
    pub fn add(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let mut out = BufWriter::new(&mut self.0);
        let written = write(&mut out).and_then(|()| out.flush());
        written.map_err(|e| temporary_failed(&e).into())
    }

    /// Writes all of it.
    pub fn write(mut self, out: &mut dyn Write) -> io::Result<()> {
        self.0.seek(SeekFrom::Start(0))?;
        io::copy(&mut self.0, out).map(drop)
    }
}

/// Writes a line to standard error; there is nobody to tell if that fails. What a person typed or a file
/// holds may be in it: characters that nobody sees or that could command the terminal are shown by their number.
pub fn to_stderr(line: &str) {
    line_to_stderr(&harmless(line));
}

/// The same for a line that was made harmless already.
pub fn line_to_stderr(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// The most characters of a line that are said.
const LONGEST: usize = 2000;

/// A line in which characters that nobody sees, or that could command the terminal, are shown by their number: else
/// two that differ would look alike. A very long one is cut.
pub fn harmless(line: &str) -> String {
    match line.char_indices().nth(LONGEST) {
        None => seen(line).into_owned(),
        Some((end, _)) => seen(&line[..end]).into_owned() + "…",
    }
}

/// A new file in the system's folder for temporary files, which stays there: whoever opens it still reads it when chibo has
/// ended. Nobody else may read it.
pub fn file_to_open(ending: &str) -> Result<PathBuf, Failure> {
    let file = tempfile::Builder::new().prefix("chibo-").suffix(ending).tempfile();
    let kept = file.map_err(|e| temporary_failed(&e))?.into_temp_path().keep();
    kept.map_err(|e| temporary_failed(&e.error).into())
}

/// Writes a table or document where a person asked for it. A link is followed; what is no plain file (a
/// device, a pipe) is written to as it is; a record file is never overwritten.
pub fn to_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed = |e: io::Error| Failure::io(path, &e);
    match std::fs::metadata(path) {
        Ok(about) if about.is_file() => {
            let target = std::fs::canonicalize(path).map_err(failed)?;
            if is_database(&target) {
                return Err(Place::OutputIsRecord(path.to_owned()).into());
            }
            write_aside(&target, write)
        }
        Ok(about) if about.is_dir() => Err(Place::OutputIsFolder(path.to_owned()).into()),
        Ok(_) => {
            let mut out =
                BufWriter::new(std::fs::OpenOptions::new().write(true).open(path).map_err(failed)?);
            write(&mut out).and_then(|()| out.flush()).map_err(failed)
        }
        Err(_) => write_aside(path, write),
    }
}

/// Refuses what [`to_file`] would refuse, for a command that must not find out when it is too late.
pub fn refuse_misplaced(path: &Path) -> Result<(), Failure> {
    let folder = folder_of(path);
    match std::fs::metadata(path) {
        Ok(about) if about.is_dir() => Err(Place::OutputIsFolder(path.to_owned()).into()),
        Ok(about) if about.is_file() && is_database(path) => {
            Err(Place::OutputIsRecord(path.to_owned()).into())
        }
        Err(_) if !folder.is_dir() => Err(Place::FolderAbsent(folder.to_owned()).into()),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Whether a file is an SQLite database, such as a record file.
fn is_database(path: &Path) -> bool {
    let mut start = [0; 16];
    let read =
        std::fs::File::open(path).and_then(|mut file| io::Read::read_exact(&mut file, &mut start));
    read.is_ok() && &start == b"SQLite format 3\0"
}

/// Writes a file aside, in the folder where it is to be, and renames it into place: a reader sees the old
/// file or the new one, never half of it. On systems with modes only the owner may read it.
pub fn write_aside(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed = |e: io::Error| Failure::io(path, &e);
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(Place::FolderAbsent(folder.to_owned()).into());
    }
    let room = Room::make(folder).map_err(failed)?;
    let aside = room.path().join("file");
    write_new(&aside, write).and_then(|()| std::fs::rename(&aside, path)).map_err(failed)
}

/// Writes a new file, which outlasts a loss of power. On systems with modes only the owner may read it.
pub fn write_new(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::new(new_file(path)?);
    write(&mut out)?;
    out.into_inner().map_err(|e| e.into_error())?.sync_all()
}

/// Makes a folder with those above it.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    let failed = |e: io::Error| Failure::io(path, &e);
    std::fs::create_dir_all(path).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_commands_a_terminal_or_is_unseen_is_said() {
        assert_eq!(harmless("a\u{1b}[31mb\n\u{202e}c"), "a<U+001B>[31mb<U+000A><U+202E>c");
        assert_eq!(harmless("P1\u{ad}-01\u{feff}\u{3164}"), "P1<U+00AD>-01<U+FEFF><U+3164>");
        assert_eq!(harmless("“\u{300}”"), "“<U+0300>”");
        assert_eq!(harmless("Nguye\u{302}\u{303}n"), "Nguye\u{302}\u{303}n");
        assert_eq!(harmless("Nguyễn Thị Đỗ Quyên"), "Nguyễn Thị Đỗ Quyên");
        assert_eq!(harmless(&"x".repeat(100_000)).chars().count(), LONGEST + 1);
    }
}
