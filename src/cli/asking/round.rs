//! One round of questions: answers, what they would do, agreement, and the doing.

use super::command_line::{Added, CommandLine};
use super::conversation::Conversation;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{commands, ending};
use crate::texts::asking::{self, Agreement};

/// What is asked.
pub struct Questions<'q> {
    /// The questions whose answers complete the command.
    pub first: &'q dyn Fn() -> Result<Added, Failure>,
    /// Those that are only asked for whoever wants more.
    pub more: Option<&'q dyn Fn() -> Result<Added, Failure>>,
}

/// How a round ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Done,
    /// Somebody did not agree.
    NotAgreed,
}

/// Asks until somebody agrees to what would be done, and does it; whoever does not agree leaves.
pub fn once(
    context: &mut Context,
    conversation: &Conversation<'_>,
    questions: &Questions<'_>,
    typed: &[String],
) -> Result<(), Failure> {
    match run(context, conversation, questions, typed, true)? {
        Ended::Done => Ok(()),
        Ended::NotAgreed => Err(Failure::Declined),
    }
}

/// Asks until somebody agrees to what would be done, and does it. `tells_command` says the command that does the same.
pub fn run(
    context: &mut Context,
    conversation: &Conversation<'_>,
    questions: &Questions<'_>,
    typed: &[String],
    tells_command: bool,
) -> Result<Ended, Failure> {
    let mut added = (questions.first)()?;
    loop {
        let line = CommandLine::completed(typed, &added);
        if let Err(failure) = foresee(context, &line) {
            if !can_be_mended(&failure) {
                return Err(failure);
            }
            ending::tell(context, failure, line.words());
            added = (questions.first)()?;
            continue;
        }
        if typed.iter().any(|word| word == "--dry-run") {
            return Ok(Ended::Done);
        }
        if tells_command {
            context.say(&asking::same_command(context.lang, &line.shown()));
        }
        match (conversation.agree(questions.more.is_some())?, questions.more) {
            (Agreement::Yes, _) => {
                return carry_out(context, &line, false).map(|()| Ended::Done);
            }
            (Agreement::No, _) => return Ok(Ended::NotAgreed),
            (Agreement::More, Some(more)) => added.extend(more()?),
            (Agreement::Mend, _) | (Agreement::More, None) => added = (questions.first)()?,
        }
    }
}

/// Says what the command would do, or why it would be refused.
fn foresee(context: &mut Context, line: &CommandLine) -> Result<(), Failure> {
    context.foresee(true);
    let done = carry_out(context, line, true);
    context.foresee(false);
    done
}

fn carry_out(context: &mut Context, line: &CommandLine, dry_run: bool) -> Result<(), Failure> {
    let cli = line.parse(dry_run).map_err(|error| Failure::NotUnderstood {
        error: Box::new(error),
        words: line.words().to_vec(),
    })?;
    commands::run(context, cli.command)
}

/// Whether another answer may mend it.
fn can_be_mended(failure: &Failure) -> bool {
    match failure {
        Failure::Refused(_)
        | Failure::Advised { .. }
        | Failure::Value(_)
        | Failure::ValueOf { .. }
        | Failure::Usage(_) => true,
        Failure::NotUnderstood { .. }
        | Failure::Place(_)
        | Failure::Store(_)
        | Failure::Flawed { .. }
        | Failure::Copy(_)
        | Failure::Unrestorable { .. }
        | Failure::Faults(_)
        | Failure::Declined
        | Failure::Found => false,
    }
}
