//! Where bytes go: standard output, standard error, or a file written aside and renamed.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::failure::Failure;

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
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(e) => Err(Failure::Output(e)),
    }
}

/// Writes a line to standard error; there is nobody to tell if that fails.
pub fn to_stderr(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes a file aside, in the folder where it is to be, and renames it into place: a reader sees the old
/// file or the new one, never half of it. On systems with modes only the owner may read it.
pub fn write_aside(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed = |e: io::Error| Failure::Io { path: path.to_owned(), detail: e.to_string() };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let aside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    let mut out = BufWriter::new(aside);
    write(&mut out).and_then(|()| out.flush()).map_err(failed)?;
    let aside = out.into_inner().map_err(|e| failed(e.into_error()))?;
    aside.as_file().sync_all().map_err(failed)?;
    aside.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}
