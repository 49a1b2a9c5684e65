//! A table of a page: its head, rows in groups, the lines beneath and under them.

use std::borrow::Cow;

use askama::Template;

use unicode_width::UnicodeWidthStr;

use crate::domain::{Share, Told, seen};
use crate::render::words::{as_one, columns_for_people, in_column, line_of};
use crate::table::{Column, Content, Field, Role, Row, Shape, Table, Tone, Value};
use crate::texts::Lang;

/// So many columns are set small on paper.
const DENSE: usize = 20;

/// The heading of a smaller table.
#[derive(Template)]
#[template(
    source = "{% if !title.is_empty() %}<h{{ level }} id=\"{{ id }}\">{{ title }}</h{{ level }}>{% endif %}{% for line in about %}<p>{{ line }}</p>{% endfor %}",
    ext = "html"
)]
pub struct Heading {
    /// 2 right under the title of the page, 3 under that of a part.
    level: u8,
    id: String,
    title: String,
    about: Vec<String>,
}

impl Heading {
    /// Of this table.
    pub fn of(table: &Table<'_>, id: String, level: u8) -> Self {
        let mut lines = table.heading.iter().map(|line| line_of(line));
        Self { level, id, title: lines.next().unwrap_or_default(), about: lines.collect() }
    }
}

#[derive(Template)]
#[template(path = "block.html", config = "src/render/html/askama.toml")]
pub struct Block<'t> {
    caption: String,
    class: &'static str,
    head: Vec<Vec<Label<'t>>>,
    columns: usize,
    rows: Vec<Line<'t>>,
    under: Vec<String>,
    /// How many characters a row takes, where its texts are broken and nothing else.
    pub width: usize,
}

/// A label over one column or several.
struct Label<'t> {
    label: Cow<'t, str>,
    class: &'static str,
    scope: &'static str,
    columns: usize,
    lines: usize,
    /// The place of the column by which the rows can be sorted.
    sorts: Option<usize>,
}

/// A row.
struct Line<'t> {
    class: &'static str,
    /// Whether a group begins with it.
    begins: bool,
    fields: Vec<Td<'t>>,
    beneath: Vec<Cow<'t, str>>,
}

/// A field.
struct Td<'t> {
    text: Cow<'t, str>,
    /// The names of which the text consists, if they are several.
    names: Vec<String>,
    class: String,
    columns: usize,
    /// Whether the row is told by it.
    heads: bool,
    scope: &'static str,
    /// By what it is sorted, where the text would not do.
    value: Option<String>,
    /// How much of a bar is full, in hundredths.
    bar: Option<String>,
}

impl<'t> Block<'t> {
    /// The rows of a table, which is told by this caption, and the lines under them.
    pub fn of(table: &'t Table<'_>, lang: Lang<'_>, caption: &str) -> Self {
        let shown = columns_for_people(table, lang);
        let has_labels = shown.iter().any(|at| !table.columns[*at].whole_label().is_empty());
        let mut head = if has_labels { head(&table.columns, &shown) } else { Vec::new() };
        let heading = shown.iter().copied().find(|at| is_name(&table.columns[*at]));
        let mut rows: Vec<Line<'t>> = table
            .rows
            .iter()
            .map(|row| line(row, &table.columns, (&shown, heading), lang))
            .collect();
        // The first body of the table begins by itself.
        if let Some(first) = rows.first_mut() {
            first.begins = false;
        }
        // Where a row goes on with what the one before it is called, none can stand elsewhere.
        let place = heading.and_then(|heading| shown.iter().position(|at| *at == heading));
        let continues = |line: &Line<'_>| {
            let name = place.and_then(|place| line.fields.get(place));
            line.class.is_empty() && name.is_some_and(|td| td.text.is_empty())
        };
        let is_list = has_labels && !rows.iter().any(continues);
        if !is_list {
            head.iter_mut().flatten().for_each(|label| label.sorts = None);
        }
        let width = shown.iter().enumerate().map(|(at, of)| {
            let texts = rows.iter().filter(|row| row.fields.len() > 1);
            room(&table.columns[*of], texts.map(|row| &*row.fields[at].text))
        });
        let width = width.sum();
        let class = match (is_list, shown.len() > DENSE) {
            (false, _) => "f",
            (true, false) => "d",
            (true, true) => "d dense",
        };
        let under = table.under.iter().map(|line| line_of(line)).collect();
        Self { caption: caption.to_owned(), class, head, columns: shown.len(), rows, under, width }
    }
}

/// The same of a text that may have been made for it.
fn seen_in(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => seen(text),
        Cow::Owned(text) => Cow::Owned(seen(&text).into_owned()),
    }
}

/// Whether the values of a column can tell a row from others.
fn is_name(column: &Column) -> bool {
    matches!(column.shape, Shape::Name | Shape::Text | Shape::Short)
}

/// The widest text of a column that is not worth breaking, in characters, and the room beside it.
const TEXT: usize = 24;
const BESIDE: usize = 2;

/// The room that a column takes.
fn room<'s>(column: &Column, texts: impl Iterator<Item = &'s str>) -> usize {
    let names = texts.flat_map(|text| text.split("; ")).map(|name| name.width());
    let label = column.whole_label();
    let label = label.split(' ').map(|word| word.width()).max().unwrap_or(0);
    let widest = names.max().unwrap_or(0).max(label);
    match column.shape {
        Shape::Text => widest.min(TEXT) + BESIDE,
        Shape::Name => widest.min(NAME) + BESIDE,
        Shape::Series => widest + 1,
        _ => widest + BESIDE,
    }
}

/// The labels; years stand once over their months.
fn head<'t>(columns: &'t [Column], shown: &[usize]) -> Vec<Vec<Label<'t>>> {
    let is_series = |at: usize| columns[at].shape == Shape::Series;
    let has_over = shown.iter().any(|at| is_series(*at) && !columns[*at].over.is_empty());
    let lines = if has_over { 2 } else { 1 };
    let (mut first, mut second) = (Vec::new(), Vec::new());
    let mut at = 0;
    let groups = shown.chunk_by(|one, next| {
        is_series(*one) && is_series(*next) && columns[*one].over == columns[*next].over
    });
    for group in groups {
        let column = &columns[group[0]];
        if is_series(group[0]) && has_over {
            let label = column.over.as_str().into();
            let (class, columns_over) = ("h", group.len());
            let over = Label {
                label,
                class,
                scope: "colgroup",
                columns: columns_over,
                lines: 1,
                sorts: None,
            };
            first.push(over);
            second.extend(group.iter().map(|at| Label {
                label: columns[*at].label.as_str().into(),
                class,
                scope: "col",
                columns: 1,
                lines: 1,
                sorts: None,
            }));
        } else {
            first.extend(group.iter().zip(at..).map(|(of, place)| Label {
                label: seen_in(columns[*of].whole_label()),
                class: label_class(columns[*of].shape),
                scope: "col",
                columns: 1,
                lines,
                sorts: (columns[*of].shape != Shape::Bar).then_some(place),
            }));
        }
        at += group.len();
    }
    if has_over { vec![first, second] } else { vec![first] }
}

fn line<'t>(
    row: &'t Row<'_>,
    columns: &'t [Column],
    (shown, heading): (&[usize], Option<usize>),
    lang: Lang<'_>,
) -> Line<'t> {
    let class = match row.role {
        Role::Body => "",
        Role::Group => "g",
        Role::Total => "t",
    };
    let fields = match &row.content {
        Content::Fields(fields) => {
            let td = |at: &usize| {
                let is_heading = heading == Some(*at);
                td(&fields[*at], &columns[*at], (row.role, is_heading), lang)
            };
            shown.iter().map(td).collect()
        }
        Content::Across(texts) => vec![across(texts, shown.len(), row.role)],
    };
    let beneath = row.beneath.iter().map(|line| seen(line)).collect();
    Line { class, begins: row.role != Role::Body, fields, beneath }
}

fn across<'t>(texts: &'t [String], columns: usize, role: Role) -> Td<'t> {
    let text = line_of(&as_one(texts));
    Td {
        heads: !text.is_empty(),
        text: text.into(),
        names: Vec::new(),
        class: String::new(),
        columns,
        scope: if role == Role::Group { "rowgroup" } else { "row" },
        value: None,
        bar: None,
    }
}

fn td<'t>(
    field: &'t Field<'_>,
    column: &Column,
    (role, heads): (Role, bool),
    lang: Lang<'_>,
) -> Td<'t> {
    let share = match &field.value {
        Value::Told(Told::Share(share)) => Some(*share),
        _ => None,
    };
    let bar = share.filter(|_| column.shape == Shape::Bar).map(hundredths);
    let text = if bar.is_some() { "".into() } else { in_column(field, column, role, lang) };
    let text = seen_in(text);
    // A name is not broken that is not long.
    let is_short = |name: &str| name.chars().count() <= NAME;
    let of_names = column.shape == Shape::Name && text.split("; ").all(is_short);
    let names = text.split("; ").map(str::to_owned);
    let names: Vec<String> =
        if of_names && text.contains("; ") { names.collect() } else { Vec::new() };
    let shape = if of_names && names.is_empty() { "s" } else { shape_class(column.shape) };
    let classes = [shape, tone_class(field.tone)];
    let class = classes.into_iter().filter(|class| !class.is_empty()).collect::<Vec<_>>().join(" ");
    let value = match &field.value {
        _ if role != Role::Body || column.shape == Shape::Series => None,
        Value::Empty if column.dashed => Some(String::new()),
        Value::Date(day) => Some(day.to_string()),
        Value::Period(month) => Some(month.to_string()),
        Value::Told(Told::Share(share)) => Some(rank(*share)),
        _ => None,
    };
    // Who reads by heads of rows is not helped by an empty one.
    let heads = heads && !text.trim().is_empty();
    Td { text, names, class, columns: 1, heads, scope: "row", value, bar }
}

/// Names this long are not broken.
const NAME: usize = 32;

/// A share as digits that stand in its order; nothing if it is one of nothing.
fn rank(share: Share) -> String {
    let parts = (u128::from(share.k) * 100_000_000).checked_div(share.n.into());
    parts.map_or_else(String::new, |parts| format!("{parts:09}"))
}

/// A part of a hundred with one decimal.
fn hundredths(share: Share) -> String {
    share.percent('.').unwrap_or_else(|| "0".to_owned())
}

/// The head of texts keeps room for some words of them.
fn label_class(shape: Shape) -> &'static str {
    if shape == Shape::Text { "p" } else { shape_class(shape) }
}

fn shape_class(shape: Shape) -> &'static str {
    match shape {
        Shape::Text | Shape::Name | Shape::Bar => "",
        Shape::Short | Shape::Day => "s",
        Shape::Number | Shape::Count | Shape::Fraction | Shape::Percent => "n",
        Shape::Series => "h",
    }
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => "good",
        Tone::Warning => "warn",
        Tone::Bad => "bad",
        Tone::Faint => "faint",
    }
}
