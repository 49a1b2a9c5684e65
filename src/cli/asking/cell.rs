//! Questions about a new cell.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::{Ground, next_code};
use super::round::{self, Questions};
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::values;
use crate::domain::{
    Cell, CellKind, Code, Committee, CommitteeId, DayTyped, Keyword, ThingKind, find_committee,
    refusal,
};
use crate::texts;
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
        let likely = inside.iter().map(|cell| &cell.code).max();
        let taken = register.cells().iter().map(|cell| &cell.code);
        let likely = likely.and_then(|code| next_code(code, taken)).map(|code| code.to_string());
        let likely = Likely { whole: likely.as_deref(), ..Likely::default() };
        added.positional(conversation.line(Asked::Code, likely, &|text| free(ground, text))?);
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
        let read = |text: &str| -> Result<String, Failure> {
            match text {
                "" => Ok(String::new()),
                text => {
                    let day = DayTyped::read(text)?.resolve(ground.today, None)?;
                    Ok(texts::date(lang, day))
                }
            }
        };
        let founded = read(&conversation.line(Asked::Founded, Likely::default(), &read)?)?;
        if !founded.is_empty() {
            added.option("--founded", founded);
        }
    }
    if !given.has("regular_day") {
        let shown = |text: &str| match text {
            "" => Ok(String::new()),
            text => Ok(values::regular_day(text).map(|_| text.to_owned())?),
        };
        let day = conversation.line(Asked::RegularDay, Likely::default(), &shown)?;
        if !day.is_empty() {
            added.option("--regular-day", day);
        }
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
    if options.is_empty() {
        return Err(Usage::NoneYet(ThingKind::Committee).into());
    }
    Ok(committees[conversation.choose(Asked::Committee, &options, 0)?])
}

/// The cells of a committee, in the order of their codes.
fn cells_of(ground: &Ground, committee: CommitteeId) -> Vec<&Cell> {
    let mut cells = ground.cells(ground.today);
    cells.retain(|cell| cell.standings.at(ground.today).committee == committee);
    cells
}

/// Refuses a code that is none, or that a cell has.
fn free(ground: &Ground, text: &str) -> Result<String, Failure> {
    let code: Code = values::code(text)?;
    let other = ground.facts.register.cells().iter().find(|cell| cell.code == code);
    match other {
        None => Ok(code.to_string()),
        Some(cell) => Err(refusal::Register::CodeTaken { thing: cell.thing(ground.today) }.into()),
    }
}
