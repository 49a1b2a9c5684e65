//! Questions about one record of the register or of the assignments: what they have in common.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::{Ground, next_code};
use super::round::{self, Questions};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{Code, Registered};
use crate::texts::asking::Asked;

/// The questions about a kind of record.
pub type Ask = fn(&Conversation<'_>, &Ground, &Given<'_>) -> Result<Added, Failure>;

/// Asks them, and carries out what was agreed to.
pub fn run(
    context: &mut Context,
    conversation: &Conversation<'_>,
    given: &Given<'_>,
    typed: &[String],
    ask: Ask,
) -> Result<(), Failure> {
    let ground = Ground::read(context, None)?;
    let first = || ask(conversation, &ground, given);
    round::once(context, conversation, &Questions { first: &first, more: None }, typed)
}

/// The code of a new record, which no other has; the next one after this is likely.
pub fn new_code<T: Registered>(
    conversation: &Conversation<'_>,
    ground: &Ground,
    after: Option<&Code>,
) -> Result<String, Failure> {
    let register = &ground.facts.register;
    let taken = register.all::<T>().iter().map(T::code);
    let likely = after.and_then(|code| next_code(code, taken)).map(|code| code.to_string());
    let likely = Likely { whole: likely.as_deref(), ..Likely::default() };
    let free = |text: &str| {
        let code = values::code(text)?;
        register.refuse_taken::<T>(&code, ground.today)?;
        Ok(code.to_string())
    };
    conversation.line(Asked::Code, likely, &free)
}
