//! `assign --list`: who is assigned to which cell on a day.

use super::column;
use crate::domain::{Cell, Date, Facts};
use crate::table::{Field, Medium, Row, Shape, Table, Tone, Value};
use crate::texts::{self, Lang, lists};

/// One row an assignment that covers the day, and one for each cell that exists and has none.
pub fn assignment_list(facts: &Facts, day: Date, lang: Lang, medium: Medium) -> Table {
    let register = &facts.register;
    let committee = |cell: &Cell| register.committee(cell.standings.at(day).committee);
    let mut cells: Vec<&Cell> =
        register.cells().iter().filter(|cell| cell.life().contains(day)).collect();
    cells.sort_by(|a, b| {
        committee(a).code.cmp(&committee(b).code).then_with(|| a.code.cmp(&b.code))
    });
    let mut rows = Vec::new();
    for cell in cells {
        let covering = facts.roster.covering(register, cell.id, day);
        let before = rows.len();
        for assignment in covering {
            let official = register.official(assignment.official);
            let until = assignment.days(cell, official).until;
            let title = official.posts.at(day).title.as_ref().map(|t| t.as_str());
            let document = assignment.document.number.as_ref().map(|n| n.as_str());
            let (cell_text, person, from, until): (String, String, Value, Value) = match medium {
                Medium::Screen => (
                    cell.thing(day).to_string(),
                    official.thing(day).to_string(),
                    texts::date(lang, assignment.from).into(),
                    until.map(|d| texts::date(lang, d)).into(),
                ),
                Medium::Data => (
                    cell.code.to_string(),
                    official.code.to_string(),
                    assignment.from.into(),
                    until.into(),
                ),
            };
            rows.push(Row::body(vec![
                cell_text.into(),
                person.into(),
                Value::from(title).into(),
                from.into(),
                until.into(),
                Value::from(document).into(),
            ]));
        }
        if rows.len() == before && cell.kind.always_due() {
            let (text, nobody): (String, Value) = match medium {
                Medium::Screen => (cell.thing(day).to_string(), lists::nobody(lang).into()),
                Medium::Data => (cell.code.to_string(), Value::Empty),
            };
            let nobody = Field { value: nobody, tone: Tone::Bad };
            let empty = || Field::from(Value::Empty);
            rows.push(Row::body(vec![text.into(), nobody, empty(), empty(), empty(), empty()]));
        }
    }
    let under = if rows.is_empty() { vec![lists::empty_list(lang).to_owned()] } else { Vec::new() };
    let columns = vec![
        column(lang, "cell", Shape::Text),
        column(lang, "official", Shape::Text),
        column(lang, "title", Shape::Text).drop_below(100),
        column(lang, "from", Shape::Short),
        column(lang, "until", Shape::Short),
        column(lang, "document", Shape::Text),
    ];
    let columns = if rows.is_empty() { Vec::new() } else { columns };
    let mut heading: Vec<String> =
        texts::coverage::office(lang, facts.office.as_ref(), facts.sample).into_iter().collect();
    heading.push(lists::assignments_heading(lang, day));
    Table { kind: "assignments", schema: 1, heading, columns, rows, under, ..Table::default() }
}
