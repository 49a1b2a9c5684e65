//! Whether somebody sits at a terminal, and a plain question to whoever does.

use std::io::IsTerminal;

use super::context::Context;
use super::failure::Failure;
use super::options::ErrorFormat;
use crate::texts::reorganisation;

/// Whether somebody reads a question and can answer it.
///
/// A program that reads what is said is not asked, wherever it runs.
pub fn is_there(format: ErrorFormat) -> bool {
    format == ErrorFormat::People
        && std::io::stdin().is_terminal()
        && std::io::stderr().is_terminal()
}

/// Asks; whoever does not say yes declines.
pub fn agrees(context: &Context, question: &str) -> Result<(), Failure> {
    context.say(question);
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    if read.is_ok() && reorganisation::is_yes(&answer) { Ok(()) } else { Err(Failure::Declined) }
}
