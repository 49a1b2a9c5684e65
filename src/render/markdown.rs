//! Markdown: headings, lines and tables, as websites and programs for notes read it.

use std::borrow::Cow;
use std::io::{self, Write};

use super::words::{as_one, columns_in_words, in_column};
use crate::domain::seen;
use crate::table::{Content, Role, Row, Table};
use crate::texts::Lang;

/// Writes a table laid out for people; the smaller ones of which it consists stand under headings of their own.
pub fn markdown(table: &Table<'_>, lang: Lang<'_>, out: &mut dyn Write) -> io::Result<()> {
    section(table, lang, 1, out)
}

fn section(table: &Table<'_>, lang: Lang<'_>, level: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = table.heading.iter();
    if let Some(title) = lines.next() {
        writeln!(out, "{} {}\n", "#".repeat(level.min(6)), escaped(title))?;
    }
    for line in table.aside.iter().chain(lines) {
        writeln!(out, "{}\n", escaped(line))?;
    }
    for above in &table.above {
        section(above, lang, level + 1, out)?;
    }
    rows(table, lang, out)?;
    for line in &table.under {
        writeln!(out, "{}\n", escaped(line))?;
    }
    table.below.iter().try_for_each(|below| section(below, lang, level + 1, out))
}

fn rows(table: &Table<'_>, lang: Lang<'_>, out: &mut dyn Write) -> io::Result<()> {
    let shown = columns_in_words(table, lang);
    if table.rows.is_empty() || shown.is_empty() {
        return Ok(());
    }
    let labels = shown.iter().map(|at| Cow::from(escaped(&table.columns[*at].whole_label())));
    line(labels, out)?;
    let is_right = |at: &usize| table.columns[*at].shape.is_right();
    line(shown.iter().map(|at| Cow::from(if is_right(at) { "---:" } else { "---" })), out)?;
    for row in &table.rows {
        fields(row, table, (&shown, lang), out)?;
        for text in &row.beneath {
            across(&format!("→ {text}"), Role::Body, shown.len(), out)?;
        }
    }
    writeln!(out)
}

fn fields(
    row: &Row<'_>,
    table: &Table<'_>,
    (shown, lang): (&[usize], Lang<'_>),
    out: &mut dyn Write,
) -> io::Result<()> {
    match &row.content {
        Content::Across(texts) => across(&as_one(texts), row.role, shown.len(), out),
        Content::Fields(fields) => {
            let texts = shown.iter().map(|at| {
                let text = in_column(&fields[*at], &table.columns[*at], row.role, lang);
                marked(&text, row.role)
            });
            line(texts.map(Cow::from), out)
        }
    }
}

/// A text in the first column, the others empty: a table has no wider one.
fn across(text: &str, role: Role, columns: usize, out: &mut dyn Write) -> io::Result<()> {
    let first = std::iter::once(Cow::from(marked(text, role)));
    line(first.chain(std::iter::repeat_n("".into(), columns - 1)), out)
}

/// A text that is escaped, and strong in the rows of groups and sums.
fn marked(text: &str, role: Role) -> String {
    let text = escaped(text.trim());
    match role {
        Role::Group | Role::Total if !text.is_empty() => format!("**{text}**"),
        Role::Body | Role::Group | Role::Total => text,
    }
}

fn line<'t>(texts: impl Iterator<Item = Cow<'t, str>>, out: &mut dyn Write) -> io::Result<()> {
    let texts = texts.collect::<Vec<_>>().join(" | ");
    writeln!(out, "| {texts} |")
}

/// A text in which no sign means anything to Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in seen(text).chars() {
        match c {
            '\u{a0}' => written.push(' '),
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' | '$' => {
                written.extend(['\\', c]);
            }
            _ => written.push(c),
        }
    }
    // A line that begins like a list or a number is none.
    if written.starts_with(['-', '+', '=', '>']) {
        written.insert(0, '\\');
    }
    written
}
