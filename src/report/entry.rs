//! Entries of the register: one committee, cell or official in full, as of a day.

use super::{column, heading_value, in_both};
use crate::domain::{
    Assignment, Cell, CellId, Committee, Date, Dated, Item, Kept, Key, Official, Record, Register,
    Roster, Since, Span, Succession, Told,
};
use crate::table::{Row, Shape, Table, Value};
use crate::texts::{self, Heading, Lang, lists};

/// A value of an entry under the label of its key.
type Line<'a> = (Key, Value<'a>);

/// An entry: one row a value.
fn entry<'a>(kind: &'static str, heading: String, lines: Vec<Line<'a>>, lang: Lang) -> Table<'a> {
    let row =
        |(key, value): Line<'a>| Row::body(vec![heading_value(lang, key).into(), value.into()]);
    let rows = lines.into_iter().map(row).collect();
    let columns =
        vec![column(lang, Heading::Field, Shape::Short), column(lang, Key::Value, Shape::Text)];
    Table { kind, schema: 1, heading: vec![heading], columns, rows, ..Table::default() }
}

/// The day on which an entry of the register is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnDay {
    pub day: Date,
    /// Only what was in force on that day is told, not what was before or came later.
    pub only: bool,
}

impl OnDay {
    /// Whether something that held on these days is told.
    fn tells(self, days: Span) -> bool {
        !self.only || days.contains(self.day)
    }

    /// Whether something that happened on a day is told.
    fn has_come(self, on: Date) -> bool {
        !self.only || on <= self.day
    }

    /// The day on which a record ends, where that is told.
    fn end(self, until: Option<Date>) -> Option<Date> {
        until.filter(|end| self.has_come(*end))
    }

    /// The values of these that are told, each with its first day.
    fn of<T>(self, dated: &Dated<T>) -> Vec<(Option<Date>, &T)> {
        let values: Vec<(Option<Date>, &T)> = dated.iter().collect();
        let next = values.iter().skip(1).map(|(from, _)| *from).chain([None]);
        let spans = values.iter().zip(next).map(|((from, _), until)| Span { from: *from, until });
        let told: Vec<bool> = spans.map(|span| self.tells(span)).collect();
        values.into_iter().zip(told).filter(|(_, told)| *told).map(|(value, _)| value).collect()
    }
}

/// The values of a record that have no days of their own.
fn undated<'a>(items: Vec<Item<'a>>, seen: OnDay) -> Vec<Line<'a>> {
    let items = items.into_iter();
    let items = items.filter(|item| item.kept == Kept::Value && item.since == Since::Always);
    let said = items.filter_map(|item| match item.value? {
        // The day alone: the entry speaks of no last day.
        Told::End(end) => Some((item.key, Told::Day(seen.end(Some(end))?).into())),
        value => Some((item.key, value.into())),
    });
    said.collect()
}

/// One committee with its names and cells.
pub fn committee_show<'a>(
    register: &'a Register,
    committee: &'a Committee,
    seen: OnDay,
    lang: Lang,
) -> Table<'a> {
    let day = seen.day;
    let mut lines = undated(committee.told(register), seen);
    lines.extend(seen.of(&committee.names).into_iter().map(|(from, name)| {
        (Key::Name, in_both(lang, |lang| lists::since(lang, name.as_str(), from)))
    }));
    let inside =
        |c: &&Cell| c.life().contains(day) && c.standings.at(day).committee == committee.id;
    let mut cells: Vec<&Cell> = register.cells().iter().filter(inside).collect();
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    lines.extend(cells.iter().map(|cell| (Key::Cell, cell.thing(day).to_string().into())));
    entry("committee", committee.thing(day).to_string(), lines, lang)
}

/// One cell with its names, committees, lineage and assignments.
pub fn cell_show<'a>(
    register: &'a Register,
    roster: &Roster,
    cell: &'a Cell,
    seen: OnDay,
    lang: Lang,
) -> Table<'a> {
    let mut lines = undated(cell.told(register), seen);
    for (from, standing) in seen.of(&cell.standings) {
        let committee = register.committee(standing.committee);
        let on = if seen.only { seen.day } else { from.or(cell.founded).unwrap_or(seen.day) };
        let value = format!("{} · {}", standing.name, committee.thing(on));
        lines.push((Key::Name, in_both(lang, |lang| lists::since(lang, &value, from))));
    }
    lines.extend(lineage(register, cell.id, seen, lang));
    for assignment in roster.of_cell(cell.id) {
        let official = register.official(assignment.official);
        let days = assignment.days(cell, official);
        if seen.tells(days) {
            // With the title of the day that is seen, or of the last one before it on which he was assigned.
            let who = texts::thing(&official.thing(nearest(days, seen.day)));
            lines.push((Key::Official, assigned(&who, assignment, days, seen, lang)));
        }
    }
    entry("cell", cell.thing(seen.day).to_string(), lines, lang)
}

/// The cells that it came from and those that came from it, the earliest first.
fn lineage(register: &Register, cell: CellId, seen: OnDay, lang: Lang) -> Vec<Line<'static>> {
    let mut lines: Vec<(Key, &Succession, &Cell)> = Vec::new();
    for succession in register.successions.iter().filter(|s| seen.has_come(s.on)) {
        if succession.to_cell == cell {
            lines.push((Key::FromCell, succession, register.cell(succession.from_cell)));
        } else if succession.from_cell == cell {
            lines.push((Key::ToCell, succession, register.cell(succession.to_cell)));
        }
    }
    lines.sort_by(|(_, a, one), (_, b, other)| {
        a.on.cmp(&b.on).then_with(|| one.code.cmp(&other.code))
    });
    let line = |(key, succession, other): (Key, &Succession, &Cell)| {
        // A former cell is called as on its last day.
        let on = succession.on;
        let day = if key == Key::FromCell { on.previous() } else { on };
        let document = succession.document.as_ref().map(|number| number.as_str());
        let other = other.thing(day);
        (key, in_both(lang, |lang| texts::reorganisation::lineage(lang, &other, on, document)))
    };
    lines.into_iter().map(line).collect()
}

/// The day of these that is nearest to another.
fn nearest(days: Span, day: Date) -> Date {
    let day = days.from.map_or(day, |from| day.max(from));
    days.last_day().map_or(day, |last| day.min(last))
}

/// Who or what is assigned, on which days, and under which document.
fn assigned(
    other: &str,
    assignment: &Assignment,
    days: Span,
    seen: OnDay,
    lang: Lang,
) -> Value<'static> {
    let days = Span { until: seen.end(days.until), ..days };
    let document = assignment.document.number.as_ref().map(|number| format!(" · {number}"));
    let document = document.unwrap_or_default();
    in_both(lang, |lang| format!("{other} · {}{document}", texts::days(lang, days)))
}

/// One official with his posts and assignments.
pub fn official_show<'a>(
    register: &'a Register,
    roster: &Roster,
    official: &'a Official,
    seen: OnDay,
    lang: Lang,
) -> Table<'a> {
    let mut items = official.told(register);
    let name = items.iter_mut().find(|item| item.key == Key::FullName);
    name.into_iter().for_each(|item| item.value = Some(Told::FullName(official)));
    let mut lines = undated(items, seen);
    for (from, post) in seen.of(&official.posts) {
        let parts = [post.title.as_ref(), post.organisation.as_ref()];
        let parts: Vec<String> = parts.into_iter().flatten().map(|t| t.to_string()).collect();
        let category = post.category.map(|id| register.category(id));
        if parts.is_empty() && category.is_none() {
            continue;
        }
        let said = |lang: Lang| {
            let category = category.map(|c| lang.pick(&c.label_vi, &c.label_en).to_string());
            let parts: Vec<String> = parts.iter().cloned().chain(category).collect();
            lists::since(lang, &parts.join(" · "), from)
        };
        lines.push((Key::Title, in_both(lang, said)));
    }
    for assignment in roster.all().iter().filter(|a| a.official == official.id) {
        let cell = register.cell(assignment.cell);
        let days = assignment.days(cell, official);
        if seen.tells(days) {
            let name = cell.thing(nearest(days, seen.day)).to_string();
            lines.push((Key::Cell, assigned(&name, assignment, days, seen, lang)));
        }
    }
    entry("official", official.thing(seen.day).to_string(), lines, lang)
}
