//! Questions about a new official.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::{Ground, next_code};
use super::round::{self, Questions};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{Category, Code, refusal};
use crate::texts::asking::{self, Asked};

pub fn run(
    context: &mut Context,
    conversation: &Conversation<'_>,
    given: &Given<'_>,
    typed: &[String],
) -> Result<(), Failure> {
    let ground = Ground::read(context, None)?;
    let first = || ask(conversation, &ground, given);
    round::once(context, conversation, &Questions { first: &first, more: None }, typed)
}

fn ask(
    conversation: &Conversation<'_>,
    ground: &Ground,
    given: &Given<'_>,
) -> Result<Added, Failure> {
    let mut added = Added::default();
    if !given.has("code") {
        let officials = ground.facts.register.officials();
        let newest = officials.last().map(|official| &official.code);
        let taken = officials.iter().map(|official| &official.code);
        let likely = newest.and_then(|code| next_code(code, taken)).map(|code| code.to_string());
        let likely = Likely { whole: likely.as_deref(), ..Likely::default() };
        added.positional(conversation.line(Asked::Code, likely, &|text| free(ground, text))?);
    }
    if !given.has("name") {
        let shown = |text: &str| Ok(values::name(text)?.to_string());
        added.positional(conversation.line(Asked::PersonName, Likely::default(), &shown)?);
    }
    for (argument, asked) in [("title", Asked::Title), ("organisation", Asked::Organisation)] {
        if given.has(argument) {
            continue;
        }
        let shown = |text: &str| Ok(values::label(text).map(|_| text.to_owned())?);
        let text = conversation.line(asked, Likely::default(), &shown)?;
        if !text.is_empty() {
            added.option(&format!("--{argument}"), text);
        }
    }
    if !given.has("category") {
        category(conversation, ground, &mut added)?;
    }
    Ok(added)
}

/// The category meant, or none.
fn category(
    conversation: &Conversation<'_>,
    ground: &Ground,
    added: &mut Added,
) -> Result<(), Failure> {
    let lang = conversation.lang();
    let mut categories: Vec<&Category> = ground.facts.register.categories().iter().collect();
    categories.sort_by_key(|category| (category.order, category.id));
    let mut options = vec![asking::not_said(lang).to_owned()];
    options.extend(categories.iter().map(|it| lang.pick(&it.label_vi, &it.label_en).to_string()));
    let chosen = conversation.choose(Asked::Category, &options, 0)?;
    if let Some(category) = chosen.checked_sub(1).map(|at| categories[at]) {
        added.option("--category", category.code.as_str());
    }
    Ok(())
}

/// Refuses a code that is none, or that an official has.
fn free(ground: &Ground, text: &str) -> Result<String, Failure> {
    let code: Code = values::code(text)?;
    let other = ground.facts.register.officials().iter().find(|official| official.code == code);
    match other {
        None => Ok(code.to_string()),
        Some(official) => {
            Err(refusal::Register::CodeTaken { thing: official.thing(ground.today) }.into())
        }
    }
}
