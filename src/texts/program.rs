//! How what is to be typed in a command is written.

use std::path::Path;

/// The beginning of a command on a certain record file.
pub fn chibo_on(path: &Path) -> String {
    format!("chibo --db {}", typed(path))
}

/// A path as it is typed in a command.
pub fn typed(path: &Path) -> String {
    quoted(&path.display().to_string())
}

/// A text as it is typed in a command: in quotes if it has blanks or what a shell would read as its own, in single
/// ones where a Unix shell would read it even so.
pub fn quoted(text: &str) -> String {
    const SHELL: &str = "&()<>|;'*?!$^`~#{}[]";
    // Within double quotes a Unix shell still reads these as its own; on Windows no file has a quote in its name.
    const EVEN_IN_QUOTES: &str = "\"$`\\!";
    if cfg!(unix) && text.chars().any(|c| EVEN_IN_QUOTES.contains(c)) {
        return format!("'{}'", text.replace('\'', "'\\''"));
    }
    if text.chars().any(|c| c.is_whitespace() || SHELL.contains(c)) {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}
