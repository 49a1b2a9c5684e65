//! `chibo where`: the files that chibo uses.

use crate::cli::args::Printing;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::table::{Column, Row, Shape, Table, Value};
use crate::texts::places;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let lang = context.lang;
    let (record, said_by) = context.record_file()?;
    let config = context.folders.as_ref().map(|folders| folders.config_file());
    let row = |what: &'static str, path: Option<std::path::PathBuf>, source: &str| {
        let there = path.as_ref().is_some_and(|path| path.exists());
        let path: Value = path.map(|path| path.display().to_string()).into();
        Row::body(vec![
            places::label(lang, what).into(),
            path.into(),
            places::source(lang, source).into(),
            places::exists(lang, there).into(),
        ])
    };
    let rows =
        vec![row("record_file", Some(record), said_by), row("config_file", config, "default")];
    let columns = ["what", "path", "source", "exists"]
        .map(|key| Column::new(key, places::label(lang, key), Shape::Text));
    let table =
        Table { kind: "where", schema: 1, columns: columns.into(), rows, ..Table::default() };
    context.print(&args.printing, |_| table)
}
