//! A workbook as Excel and LibreOffice open it: to be sorted, printed and sent on.
//!
//! Every text is written as a text, so none becomes a formula or a link. The same table gives the same bytes: the workbook
//! does not say when or by whom it was made. It is made in memory, since the widths of columns and the sheets of single
//! committees go by all rows.

mod book;
mod charts;
mod form;
mod look;
mod names;
mod page;

use std::io;

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::table::{Content, Medium, Role, Row, Streamed, Table};
use crate::texts::{self, Lang};
pub use form::form;
use look::Look;
use names::Names;
use page::Page;

/// The most rows that a sheet takes, with some to spare for what stands above and under them.
pub const MOST_ROWS: usize = 1_048_000;

/// The workbook of a table: a sheet with all rows, and one for each value of the columns that ask for it.
pub fn xlsx(streamed: Streamed<'_>, lang: Lang<'_>) -> io::Result<Vec<u8>> {
    let Streamed { mut table, more } = streamed;
    table.rows.extend(more.take(MOST_ROWS + 1));
    if table.rows.len() > MOST_ROWS {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    made(&table, lang).map_err(io::Error::other)
}

fn made(table: &Table<'_>, lang: Lang<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = table.heading.iter().find(|line| !line.is_empty()).map_or("chibo", String::as_str);
    workbook.set_properties(&book::properties(title)?);
    let look = Look::new(lang);
    let mut names = Names::default();
    add_all(&mut workbook, &mut names, table, &look)?;
    for (name, rows) in parts(table, &look) {
        let heading = lines(table, Some(&name));
        let page = Page { table, heading: &heading, rows: &rows, under: &[], is_part: true };
        page.write(workbook.add_worksheet().set_name(names.take(&name))?, &look)?;
    }
    charts::add(&mut workbook, &mut names, table, &look)?;
    workbook.save_to_buffer()
}

/// Adds the sheet of a table, unless it has no rows of its own to show, and those of the smaller tables that have a kind.
fn add_all(
    book: &mut Workbook,
    names: &mut Names,
    table: &Table<'_>,
    look: &Look<'_>,
) -> Result<(), XlsxError> {
    let others = || {
        let all = table.above.iter().chain(&table.below);
        all.filter(|other| {
            !other.kind.is_empty() && (!other.rows.is_empty() || !other.below.is_empty())
        })
    };
    if !table.columns.is_empty() || others().next().is_none() {
        add(book, names, table, look)?;
    }
    for other in others() {
        let heading =
            if other.heading.is_empty() { table.heading.clone() } else { other.heading.clone() };
        let aside = other.aside.clone().or_else(|| table.aside.clone());
        add_all(book, names, &Table { heading, aside, ..other.clone() }, look)?;
    }
    Ok(())
}

/// Adds the sheet of all rows of a table.
fn add(
    book: &mut Workbook,
    names: &mut Names,
    table: &Table<'_>,
    look: &Look<'_>,
) -> Result<(), XlsxError> {
    let rows: Vec<&Row<'_>> = table.rows.iter().collect();
    let heading = lines(table, None);
    let page = Page { table, heading: &heading, rows: &rows, under: &table.under, is_part: false };
    let name = names.take(texts::sheets::name(look.lang(), table.kind));
    page.write(book.add_worksheet().set_name(name)?, look)
}

/// The lines above a table: title, office, and what else is said of it.
fn lines(table: &Table<'_>, part: Option<&str>) -> Vec<String> {
    let (title, rest) = table.heading.split_at(table.heading.len().min(1));
    let lines = title.iter().map(String::as_str).chain(table.aside.as_deref());
    let lines = lines.chain(rest.iter().map(String::as_str)).chain(part);
    // A screen breaks lines, and not where it must not; a sheet does not.
    lines.map(|line| line.replace('\u{a0}', " ")).collect()
}

/// The rows of each value of the columns that ask for a sheet of their own, in the order in which they come; none if
/// there is but one.
fn parts<'t, 'a>(table: &'t Table<'a>, look: &Look<'_>) -> Vec<(String, Vec<&'t Row<'a>>)> {
    let by: Vec<usize> = table
        .sheets_by
        .iter()
        .filter_map(|key| {
            let is_it =
                |column: &crate::table::Column| column.key == *key && column.is_for(Medium::Sheet);
            table.columns.iter().position(is_it)
        })
        .collect();
    let mut parts: Vec<(String, Vec<&Row<'_>>)> = Vec::new();
    for row in &table.rows {
        let (Role::Body, Content::Fields(fields)) = (row.role, &row.content) else { continue };
        let name = by.iter().map(|at| look.text(&fields[*at].value)).collect::<Vec<_>>().join(" ");
        match parts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(row),
            None => parts.push((name, vec![row])),
        }
    }
    if parts.len() < 2 { Vec::new() } else { parts }
}
