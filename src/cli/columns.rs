//! `--columns`: what whoever imports says of headings, in full or under the name by which it was kept.

use super::context::Context;
use super::failure::{Failure, Place};
use super::values::{Choice, Misread};
use crate::domain::nearest;
use crate::files::FileKind;
use crate::import::ColumnNames;

/// What was said, in full: `Ngày họp=held_on,Điện thoại=`. Without `=` it is the name of what was kept.
pub fn said(context: &Context, given: &[String]) -> Result<String, Failure> {
    let kept = &context.config.columns;
    let full = given.iter().map(|text| {
        if text.contains('=') {
            return Ok(text.as_str());
        }
        let choices = || kept.keys().map(|name| Choice::plain(name.clone())).collect();
        let unknown = || Misread::Word { text: text.clone(), choices: choices() };
        Ok(kept.get(text.trim()).ok_or_else(unknown)?.as_str())
    });
    Ok(full.collect::<Result<Vec<_>, Misread>>()?.join(","))
}

/// The headings and their columns.
pub fn read(said: &str) -> Result<ColumnNames, Failure> {
    let mut pairs: Vec<(String, &str)> = Vec::new();
    let mut heading = String::new();
    for part in said.split(',') {
        // A heading may have a comma of its own: `Phường, xã=committee`.
        match part.rsplit_once('=') {
            Some((rest, column)) => pairs.push((std::mem::take(&mut heading) + rest, column)),
            None => {
                heading += part;
                heading.push(',');
            }
        }
    }
    let pairs = pairs.iter().map(|(heading, column)| (heading.as_str(), *column));
    Ok(ColumnNames::read(pairs).map_err(|text| {
        let columns = FileKind::ALL.iter().flat_map(|kind| kind.usual());
        let mut keys: Vec<String> = columns.map(|column| column.key.to_owned()).collect();
        keys.sort_unstable();
        keys.dedup();
        let near = nearest(&text, &keys);
        let choices = if near.is_empty() { keys } else { near };
        Misread::Word { text, choices: choices.into_iter().map(Choice::plain).collect() }
    })?)
}

/// Keeps what was said under a name, in the settings of the program.
pub fn keep(context: &Context, name: &str, said: &str) -> Result<(), Failure> {
    let path = context.folders.as_ref().ok_or(Place::NoHome)?.config_file();
    let mut config = context.config.clone();
    let name = name.trim().replace('=', " ");
    if config.columns.get(&name).is_some_and(|kept| kept == said) {
        return Ok(());
    }
    config.columns.insert(name, said.to_owned());
    config.write(&path)
}
