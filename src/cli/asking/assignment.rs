//! Questions about an assignment.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::Ground;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{
    Assignment, AssignmentMode, Cell, Date, DayTyped, Document, Official, ThingKind,
    check_assignment, find_cell, find_official,
};
use crate::texts;
use crate::texts::asking::{self, Asked};

pub fn ask(
    conversation: &Conversation<'_>,
    ground: &Ground,
    given: &Given<'_>,
) -> Result<Added, Failure> {
    let mut added = Added::default();
    let register = &ground.facts.register;
    let cell = match given.text("cell") {
        Some(text) => register.cell(find_cell(register, &text, ground.today)?),
        None => {
            let cell = cell(conversation, ground)?;
            added.positional(cell.code.as_str());
            cell
        }
    };
    let official = match given.text("official") {
        Some(text) => register.official(find_official(register, &text, ground.today)?),
        None => {
            let official = official(conversation, ground)?;
            added.positional(official.code.as_str());
            official
        }
    };
    let from = match given.day("from", ground.today) {
        Some(from) => from,
        None => {
            let mistaken = given.has("amend");
            let from = from(conversation, ground, (cell, official), mistaken)?;
            added.option("--from", texts::date(conversation.lang(), from));
            from
        }
    };
    if !given.has_one_of(&["replace", "also", "amend"]) {
        takeover(conversation, ground, (cell, official), from, &mut added)?;
    }
    if !given.has("document") {
        let read = |text: &str| Ok(values::document_no(text).map(|_| text.to_owned())?);
        conversation.option(Asked::Document, "--document", &read, &mut added)?;
    }
    Ok(added)
}

/// The cell meant, among those that there are; the first that nobody is assigned to is likely.
fn cell<'g>(conversation: &Conversation<'_>, ground: &'g Ground) -> Result<&'g Cell, Failure> {
    let cells = ground.cells(ground.today);
    let lang = conversation.lang();
    let options: Vec<String> = cells
        .iter()
        .map(|cell| {
            let assigned = ground.assigned(cell.id, ground.today);
            let assigned = assigned.iter().map(|who| who.shown()).collect::<Vec<_>>().join("; ");
            let assigned =
                if assigned.is_empty() { texts::lists::nobody(lang).to_owned() } else { assigned };
            format!("{} · {assigned}", ground.named(cell, lang, false))
        })
        .collect();
    let free = cells.iter().position(|cell| ground.assigned(cell.id, ground.today).is_empty());
    let likely = free.unwrap_or(0);
    Ok(cells[conversation.choose_record(Asked::Cell, ThingKind::Cell, &options, likely)?])
}

/// The official meant, among those who can be assigned today, in the order of the notice.
fn official<'g>(
    conversation: &Conversation<'_>,
    ground: &'g Ground,
) -> Result<&'g Official, Failure> {
    let officials = ground.officials(ground.today);
    let options: Vec<String> =
        officials.iter().map(|official| texts::thing(&official.thing(ground.today))).collect();
    let kind = ThingKind::Official;
    Ok(officials[conversation.choose_record(Asked::Official, kind, &options, 0)?])
}

/// The first day of the assignment, held to its rules at once unless an assignment was a mistake; today is likely.
fn from(
    conversation: &Conversation<'_>,
    ground: &Ground,
    (cell, official): (&Cell, &Official),
    mistaken: bool,
) -> Result<Date, Failure> {
    let lang = conversation.lang();
    let read = |text: &str| -> Result<Date, Failure> {
        let from = DayTyped::read(text)?.resolve(ground.today, None)?;
        let (cell_id, official_id) = (cell.id, official.id);
        let assignment = Assignment {
            cell: cell_id,
            official: official_id,
            from,
            until: None,
            mode: AssignmentMode::Each,
            document: Document::default(),
        };
        if !mistaken {
            let others = ground.facts.roster.of_cell(cell.id).iter();
            check_assignment(&assignment, cell, official, others)?;
        }
        Ok(from)
    };
    let shown = |text: &str| Ok(texts::date(lang, read(text)?));
    let likely = texts::date(lang, ground.today);
    let likely = Likely { whole: Some(&likely), ..Likely::default() };
    read(&conversation.line(Asked::AssignedFrom, likely, &shown)?)
}

/// Where others are assigned on the first day: whether one of them is replaced, or all of them stay.
fn takeover(
    conversation: &Conversation<'_>,
    ground: &Ground,
    (cell, official): (&Cell, &Official),
    from: Date,
    added: &mut Added,
) -> Result<(), Failure> {
    let lang = conversation.lang();
    let mut others = ground.assigned(cell.id, from);
    others.retain(|other| other.id != official.id);
    if others.is_empty() {
        return Ok(());
    }
    let named = |who: &&Official| texts::thing(&who.thing(from));
    let mut options: Vec<String> =
        others.iter().map(|who| asking::replace(lang, &named(who))).collect();
    let all = others.iter().map(named).collect::<Vec<_>>().join("; ");
    options.push(asking::also(lang, &all));
    match others.get(conversation.choose(Asked::Takeover, &options, 0)?) {
        Some(replaced) => added.option("--replace", replaced.code.as_str()),
        None => added.flag("--also"),
    }
    Ok(())
}
