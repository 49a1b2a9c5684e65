//! Questions about a new cell.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::Ground;
use super::record::new_code;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{
    Cell, CellKind, Committee, CommitteeId, DayTyped, Keyword, ThingKind, find_committee,
};
use crate::texts;
use crate::texts::asking::{self, Asked};

pub fn ask(
    conversation: &Conversation<'_>,
    ground: &Ground,
    given: &Given<'_>,
) -> Result<Added, Failure> {
    let mut added = Added::default();
    let (lang, register) = (conversation.lang(), &ground.facts.register);
    let committee = match given.text("committee") {
        Some(text) => find_committee(register, &text, ground.today)?,
        None => {
            let committee = committee(conversation, ground)?;
            added.option("--committee", committee.code.as_str());
            committee.id
        }
    };
    let inside = cells_of(ground, committee);
    if !given.has("code") {
        let last = inside.iter().map(|cell| &cell.code).max();
        added.positional(new_code::<Cell>(conversation, ground, last)?);
    }
    if !given.has("name") {
        let shown = |text: &str| Ok(values::name(text)?.to_string());
        added.positional(conversation.line(Asked::CellName, Likely::default(), &shown)?);
    }
    if !given.has("kind") {
        let options = asking::labels::<CellKind>(lang);
        let usual = inside.last().map_or(CellKind::Neighbourhood, |cell| cell.kind);
        let likely = CellKind::ALL.iter().position(|kind| *kind == usual).unwrap_or(0);
        let kind = CellKind::ALL[conversation.choose(Asked::CellKind, &options, likely)?];
        added.option("--kind", kind.key());
    }
    if !given.has("founded") {
        let read =
            |text: &str| Ok(texts::date(lang, DayTyped::read(text)?.resolve(ground.today, None)?));
        conversation.option(Asked::Founded, "--founded", &read, &mut added)?;
    }
    if !given.has("regular_day") {
        let read = |text: &str| Ok(values::regular_day(text).map(|_| text.to_owned())?);
        conversation.option(Asked::RegularDay, "--regular-day", &read, &mut added)?;
    }
    Ok(added)
}

/// The committee meant, among those that there are.
fn committee<'g>(
    conversation: &Conversation<'_>,
    ground: &'g Ground,
) -> Result<&'g Committee, Failure> {
    let register = &ground.facts.register;
    let there = register.committees().iter().filter(|it| it.life().contains(ground.today));
    let mut committees: Vec<&Committee> = there.collect();
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    let options: Vec<String> =
        committees.iter().map(|it| texts::thing(&it.thing(ground.today))).collect();
    let kind = ThingKind::Committee;
    Ok(committees[conversation.choose_record(Asked::Committee, kind, &options, 0)?])
}

/// The cells of a committee, in the order of their codes.
fn cells_of(ground: &Ground, committee: CommitteeId) -> Vec<&Cell> {
    let mut cells = ground.cells(ground.today);
    cells.retain(|cell| cell.standings.at(ground.today).committee == committee);
    cells
}
