//! What `check` found, as a table for programs.

use std::path::PathBuf;

use super::column;
use crate::domain::{Flaw, Keyword};
use crate::table::{Medium, Row, Shape, Table};
use crate::texts::Lang;
use crate::texts::check;

/// One row a finding; `backups` are those that are known of the file.
pub fn findings(flaws: &[Flaw], backups: &[PathBuf], lang: Lang, medium: Medium) -> Table {
    let lang = super::of_data(lang, medium);
    let rows = flaws.iter().map(|flaw| {
        Row::body(vec![
            flaw.kind().key().into(),
            check::finding(lang, flaw).into(),
            check::next(lang, flaw, backups).into(),
        ])
    });
    let columns = vec![
        column(lang, "code", Shape::Short),
        column(lang, "finding", Shape::Text),
        column(lang, "next", Shape::Text),
    ];
    Table { kind: "check", schema: 1, columns, rows: rows.collect(), ..Table::default() }
}
