//! Plain text for a message: no columns, so that it reads alike on a telephone and in an e-mail.

use std::io::{self, Write};

use super::words::{as_one, columns_in_words, in_column, line_of};
use crate::table::{Content, Role, Row, Table};
use crate::texts::Lang;

/// Writes a table laid out for people: a line a row, with its values after each other.
pub fn message(table: &Table<'_>, lang: Lang<'_>, out: &mut dyn Write) -> io::Result<()> {
    for line in table.heading.iter().chain(&table.aside) {
        writeln!(out, "{}", line_of(line))?;
    }
    for above in &table.above {
        writeln!(out)?;
        message(above, lang, out)?;
    }
    let shown = columns_in_words(table, lang);
    for row in &table.rows {
        if row.role == Role::Group {
            writeln!(out)?;
        }
        let text = line(row, table, (&shown, lang));
        if !text.is_empty() {
            writeln!(out, "{}", line_of(&text))?;
        }
        row.beneath.iter().try_for_each(|line| writeln!(out, "  → {}", line_of(line)))?;
    }
    if !table.under.is_empty() {
        writeln!(out)?;
    }
    table.under.iter().try_for_each(|line| writeln!(out, "{}", line_of(line)))?;
    for below in &table.below {
        writeln!(out)?;
        message(below, lang, out)?;
    }
    Ok(())
}

/// What a row says: of a text and what it is about the two, of others each value under its label.
fn line(row: &Row<'_>, table: &Table<'_>, (shown, lang): (&[usize], Lang<'_>)) -> String {
    let fields = match &row.content {
        Content::Across(texts) => return as_one(texts),
        Content::Fields(fields) => fields,
    };
    let text = |at: usize| in_column(&fields[at], &table.columns[at], row.role, lang);
    if let [about, said] = shown {
        let (about, said) = (text(*about), text(*said));
        return match (about.trim(), said.trim()) {
            ("", said) => format!("  + {said}"),
            (about, "") => format!("- {about}"),
            (about, said) => format!("- {about}: {said}"),
        };
    }
    let value = |at: &usize| {
        let (label, text) = (table.columns[*at].whole_label(), text(*at));
        match (&*label, text.trim()) {
            (_, "" | "–" | "·") => None,
            ("", text) => Some(text.to_owned()),
            (_, text) if !table.columns[*at].shape.is_right() => Some(text.to_owned()),
            (label, text) => Some(format!("{label} {text}")),
        }
    };
    let said = shown.iter().filter_map(value).collect::<Vec<_>>().join("; ");
    if said.is_empty() { said } else { format!("- {said}") }
}
