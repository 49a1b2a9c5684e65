//! `assign --list`: who is assigned to which cell on a day.

use super::listing::Listing;
use super::word_value;
use crate::domain::{Assignment, AssignmentMode, Cell, Date, Facts, Key, Told};
use crate::table::{Field, Shape, Table, Tone, Value};
use crate::texts::{self, Labelled, Lang, lists};

/// One row an assignment that covers the day, and one for each cell that exists and has none.
pub fn assignment_list<'a>(facts: &'a Facts, day: Date, lang: Lang<'a>) -> Table<'a> {
    let register = &facts.register;
    let committee = |cell: &Cell| register.committee(cell.standings.at(day).committee);
    let mut cells: Vec<&Cell> =
        register.cells().iter().filter(|cell| cell.life().contains(day)).collect();
    cells.sort_by(|a, b| {
        committee(a).code.cmp(&committee(b).code).then_with(|| a.code.cmp(&b.code))
    });
    let mut listed: Vec<(&Cell, Option<&Assignment>)> = Vec::new();
    for cell in cells {
        let before = listed.len();
        let covering = facts.roster.covering(register, cell.id, day);
        listed.extend(covering.into_iter().map(|assignment| (cell, Some(assignment))));
        if listed.len() == before && cell.kind.always_due() {
            listed.push((cell, None));
        }
    }
    let official = move |assignment: &Assignment| register.official(assignment.official);
    let mut heading: Vec<String> =
        texts::coverage::office(lang, facts.office.as_ref(), facts.sample).into_iter().collect();
    heading.push(lists::assignments_heading(lang, day));
    Listing::new(lang)
        .column(Key::Cell, Shape::Name, move |(cell, _): (&Cell, Option<&Assignment>)| {
            Told::Cell(cell, day)
        })
        .column(Key::Official, Shape::Name, move |(_, assignment)| match assignment {
            Some(assignment) => Field::from(Told::People(vec![official(assignment)])),
            None => Field { value: Value::key("", lists::nobody(lang)), tone: Tone::Bad },
        })
        .column(Key::Title, Shape::Text, move |(_, assignment)| {
            let title = official(assignment?).posts.at(day).title.as_ref()?;
            Some(title.as_str())
        })
        .with(|column| column.goes(1))
        .column(Key::From, Shape::Short, |(_, assignment)| Some(assignment?.from))
        .column(Key::Until, Shape::Short, move |(cell, assignment)| {
            assignment?.days(cell, official(assignment?)).until
        })
        .column(Key::Document, Shape::Text, |(_, assignment)| {
            Some(assignment?.document.number.as_ref()?.as_str())
        })
        .with(|column| column.called(lists::document(lang)).in_excel(Key::Document.label(lang)))
        .column(Key::Mode, Shape::Short, move |(_, assignment)| {
            let mode = assignment?.mode;
            (mode == AssignmentMode::Any).then(|| word_value(mode, lang))
        })
        .table("assignments", heading, listed)
}
