//! An official's post from a day on (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::existence::{refuse_absent, since};
use super::register_change::{Corrected, RegisterChange};
use crate::domain::{
    CategoryId, Changed, Date, DocumentNo, Key, Label, Post, Register, Shown, Verb, find_category,
    find_official, refusal,
};
use crate::store::Writer;

/// A new post. What is left out keeps the value in force; `Some(None)` empties it.
#[derive(Debug, Clone)]
pub struct ChangePost {
    /// Code or name.
    pub official: String,
    /// The first day on which it holds.
    pub on: Date,
    pub title: Option<Option<Label>>,
    pub organisation: Option<Option<Label>>,
    /// Code or label.
    pub category: Option<Option<String>>,
    pub document: Option<DocumentNo>,
}

/// Gives an official another title, organisation or category from a day on. Each part is carried on into
/// later posts that had the old one.
pub fn change_post(db: &Writer<'_>, request: ChangePost) -> Result<Corrected> {
    let on = request.on;
    let register = db.register()?;
    let old = register.official(find_official(&register, &request.official, on)?).clone();
    refuse_absent(old.life(), on, |day| old.thing(day))?;
    let category = |text: Option<String>| -> Result<Option<CategoryId>> {
        Ok(text.map(|text| find_category(&register, &text)).transpose()?)
    };
    let category = request.category.map(category).transpose()?;
    let mut new = old.clone();
    let before = old.posts.at(on);
    let mut changed = Vec::new();
    macro_rules! part {
        ($key:expr, $field:ident, $value:expr, $shown:expr) => {
            if let Some(value) = $value.filter(|value| *value != before.$field) {
                let from = since(old.life(), &new.posts, on);
                let later = new.posts.change_from(
                    from,
                    |a, b| a.$field == b.$field,
                    |post| Post { $field: value.clone(), ..post.clone() },
                );
                let one = Changed::new($key, $shown(&before.$field), $shown(&value));
                let later: Vec<Changed> = later.iter().map(|day| one.clone().since(*day)).collect();
                changed.push(one);
                changed.extend(later);
            }
        };
    }
    let text = |text: &Option<Label>| Shown::text(text.as_ref());
    part!(Key::Title, title, request.title, text);
    part!(Key::Organisation, organisation, request.organisation, text);
    part!(Key::Category, category, category, |id: &Option<CategoryId>| label(&register, *id));
    if changed.is_empty() {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let arguments = json!({
        "official": old.code.as_str(),
        "on": on.to_string(),
    });
    let mut change = RegisterChange::of(register);
    change.put_official(new);
    let (number, effects) =
        change.carry_out(db, Verb::OfficialPost, arguments, request.document.as_ref())?;
    Ok(Corrected { number, thing: old.thing(on), changed, effects })
}

fn label(register: &Register, category: Option<CategoryId>) -> Shown {
    category.map_or(Shown::Nothing, |id| Shown::Category(register.category(id).clone()))
}
