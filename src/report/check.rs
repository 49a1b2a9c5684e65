//! What `check` found, as a table for programs.

use std::path::PathBuf;

use super::{column, in_both};
use crate::domain::{Flaw, Key, Keyword};
use crate::table::{Row, Shape, Table};
use crate::texts::{Heading, Lang, check};

/// One row a finding; `backups` are those that are known of the file.
pub fn findings<'a>(flaws: &'a [Flaw], backups: &'a [PathBuf], lang: Lang) -> Table<'a> {
    let rows = flaws.iter().map(|flaw| {
        Row::body(vec![
            flaw.kind().key().into(),
            in_both(lang, |lang| check::finding(lang, flaw)).into(),
            in_both(lang, |lang| check::next(lang, flaw, backups)).into(),
        ])
    });
    let columns = vec![
        column(lang, Key::Code, Shape::Short),
        column(lang, Heading::Finding, Shape::Text),
        column(lang, Heading::Next, Shape::Text),
    ];
    Table { kind: "check", schema: 1, columns, rows: rows.collect(), ..Table::default() }
}
