//! The program with which whoever sits at a terminal leafs through a table that is longer than the screen.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::environment::{unread, variable};
use crate::texts::Variable;

/// A program to leaf with.
#[derive(Debug, PartialEq, Eq)]
pub struct Pager {
    words: Vec<String>,
    /// Whether somebody chose it, who is told if it cannot be started.
    pub chosen: bool,
}

/// What `less` is to do, where nobody said otherwise: leave what fits a screen on it, show colours, leave what was read
/// on the screen, and end with chibo on an interrupt.
const LESS: &str = "FRXK";

impl Pager {
    /// The one that `CHIBO_PAGER` or else `PAGER` names; else `less`, but not on Windows, where nobody expects one. An
    /// empty name, or `cat`, is none.
    pub fn named() -> Option<Self> {
        match unread(Variable::Pager).or_else(|| unread(Variable::CommonPager)) {
            Some(named) => Self::read(named),
            None if cfg!(windows) => None,
            None => Some(Self { words: vec!["less".to_owned()], chosen: false }),
        }
    }

    /// Takes a line apart into words as shells do, without one: quotes hold words together. On Windows a backslash stands
    /// between folders.
    fn read(line: OsString) -> Option<Self> {
        let line = line.to_string_lossy().into_owned();
        let plain = if cfg!(windows) { line.replace('\\', "\\\\") } else { line.clone() };
        // With a quote that is not closed it is the name of no program, as will be found.
        let words = shlex::split(&plain).unwrap_or_else(|| vec![line]);
        let is_none = match &words[..] {
            [] => true,
            [only] => only.is_empty() || only == "cat",
            [_, ..] => false,
        };
        (!is_none).then_some(Self { words, chosen: true })
    }

    /// The program, as it was named.
    pub fn name(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Lets somebody read it, and waits until he has. Whoever leaves early has read enough.
    pub fn show(&self, text: &[u8]) -> io::Result<()> {
        let mut command = Command::new(self.name());
        command.args(self.words.iter().skip(1)).stdin(Stdio::piped());
        if variable(Variable::Less).is_none() {
            command.env(Variable::Less.name(), LESS);
        }
        // What is printed is UTF-8, whatever the terminal calls itself.
        command.env("LESSCHARSET", "utf-8");
        let mut child = command.spawn()?;
        if let Some(mut into) = child.stdin.take() {
            let _ = into.write_all(text);
        }
        child.wait().map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<Vec<String>> {
        Pager::read(line.into()).map(|pager| pager.words)
    }

    #[test]
    fn a_line_is_taken_apart_without_a_shell() {
        let words = |words: &[&str]| Some(words.iter().map(|word| word.to_string()).collect());
        assert_eq!(read("less -R"), words(&["less", "-R"]));
        assert_eq!(read("\"my pager\" -p 'a b'"), words(&["my pager", "-p", "a b"]));
        assert_eq!(read("less; rm x"), words(&["less;", "rm", "x"]));
        assert_eq!(read("a 'b"), words(&["a 'b"]));
        if cfg!(windows) {
            let path = "\"C:\\Program Files\\Git\\usr\\bin\\less.exe\" -R";
            assert_eq!(read(path), words(&["C:\\Program Files\\Git\\usr\\bin\\less.exe", "-R"]));
        }
        for none in ["", "  ", "cat", "''"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
