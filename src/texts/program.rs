//! How a command that is to be typed next begins.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The record file that the command line named. It is the same for everything that one run says, and half
/// of all sentences would otherwise carry it through for their last word.
static NAMED: OnceLock<PathBuf> = OnceLock::new();

/// Notes the record file that the command line named, so that every command which is suggested names it too.
pub fn name_record_file(path: PathBuf) {
    let _ = NAMED.set(path);
}

/// The first word of a suggested command: `{CHIBO} undo` in a sentence is `chibo undo`, or
/// `chibo --db FILE undo` where the command line named a record file.
pub struct Program;

/// The program, for use in every sentence of `say!`.
pub const CHIBO: Program = Program;

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMED.get() {
            Some(path) => f.write_str(&chibo_on(path)),
            None => f.write_str("chibo"),
        }
    }
}

/// The beginning of a command on a certain record file.
pub fn chibo_on(path: &Path) -> String {
    format!("chibo --db {}", typed(path))
}

/// A path as it is typed in a command.
pub fn typed(path: &Path) -> String {
    quoted(&path.display().to_string())
}

/// A text as it is typed in a command: in quotes if it has blanks or what a shell would read as its own.
pub fn quoted(text: &str) -> String {
    const SHELL: &str = "&()<>|;'*?!$^`~#{}[]";
    if text.chars().any(|c| c.is_whitespace() || SHELL.contains(c)) {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}
