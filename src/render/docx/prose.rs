//! A table of texts alone: sentences as paragraphs, and what is counted up under one of them.

use super::widths::Placed;
use super::xml::{Look, Paragraph};
use crate::table::{Content, Role, Row, Value};

/// The column by which programs know sentences apart.
const KEY: &str = "key";

/// So many paragraphs at the end stand on the page of what follows.
const LAST: usize = 2;

/// Sentences.
pub struct Prose<'p> {
    pub placed: &'p Placed<'p>,
    /// The keys of those that are counted up under the one before.
    pub items: &'p [String],
    /// Whether their end stands on the page of what follows.
    pub with_next: bool,
}

impl Prose<'_> {
    /// Its XML.
    pub fn xml(&self) -> String {
        let Some((at, _)) = self.placed.blocks.iter().flatten().next() else {
            return String::new();
        };
        let mut paragraphs = Vec::new();
        for (row, cells) in self.placed.table.rows.iter().zip(&self.placed.cells.rows) {
            let text = match (&row.content, cells) {
                (Content::Across(texts), _) => texts.join(" "),
                (Content::Fields(_), Some(cells)) => cells[*at].text.to_string(),
                (Content::Fields(_), None) => String::new(),
            };
            if text.is_empty() {
                continue;
            }
            paragraphs.push(self.sentence(row, text));
            paragraphs.extend(row.beneath.iter().map(|line| Paragraph::new("Beneath", line)));
        }
        let kept = paragraphs.len().saturating_sub(if self.with_next { LAST } else { 0 });
        let end = paragraphs.split_off(kept).into_iter().map(|one| one.with_next(true));
        paragraphs.into_iter().chain(end).map(|one| one.xml()).collect()
    }

    fn sentence<'t>(&self, row: &Row<'_>, text: String) -> Paragraph<'t> {
        match row.role {
            Role::Body if self.is_item(row) => Paragraph::new("Item", format!("-\u{a0}{text}")),
            Role::Body => Paragraph::new("Prose", text),
            Role::Group => Paragraph::empty("Prose").and(Look::Bold, text).with_next(true),
            Role::Total => Paragraph::empty("Prose").and(Look::Bold, text),
        }
    }

    fn is_item(&self, row: &Row<'_>) -> bool {
        let Content::Fields(fields) = &row.content else { return false };
        let mut keyed = self.placed.table.columns.iter().zip(fields);
        let key = keyed.find(|(column, _)| column.key == KEY).map(|(_, field)| &field.value);
        let Some(Value::Text(key)) = key else { return false };
        self.items.iter().any(|one| one == key)
    }
}
