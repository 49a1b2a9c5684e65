//! Whether somebody sits at a terminal, and a plain question to whoever does.

use std::io::IsTerminal;

use super::context::Context;
use super::failure::Failure;
use crate::texts::reorganisation;

/// Whether somebody reads a question and can answer it.
pub fn is_there() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks; whoever does not say yes declines.
pub fn agrees(context: &Context, question: &str) -> Result<(), Failure> {
    context.say(question);
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    if read.is_ok() && reorganisation::is_yes(&answer) { Ok(()) } else { Err(Failure::Declined) }
}
