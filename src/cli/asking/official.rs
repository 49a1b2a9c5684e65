//! Questions about a new official.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::Ground;
use super::record::new_code;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{Category, Official};
use crate::texts::asking::{self, Asked};

pub fn ask(
    conversation: &Conversation<'_>,
    ground: &Ground,
    given: &Given<'_>,
) -> Result<Added, Failure> {
    let mut added = Added::default();
    if !given.has("code") {
        let newest = ground.facts.register.officials().last().map(|official| &official.code);
        added.positional(new_code::<Official>(conversation, ground, newest)?);
    }
    if !given.has("name") {
        let shown = |text: &str| Ok(values::name(text)?.to_string());
        added.positional(conversation.line(Asked::PersonName, Likely::default(), &shown)?);
    }
    for (argument, asked) in [("title", Asked::Title), ("organisation", Asked::Organisation)] {
        if given.has(argument) {
            continue;
        }
        let read = |text: &str| Ok(values::label(text).map(|_| text.to_owned())?);
        conversation.option(asked, &format!("--{argument}"), &read, &mut added)?;
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
