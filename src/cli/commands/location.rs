//! `chibo where`: the files that chibo uses.

use std::path::PathBuf;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Printing;
use crate::domain::Keyword;
use crate::table::{Column, Row, Shape, Table, Value};
use crate::texts::{Heading, Labelled, places};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let lang = context.lang;
    let (record, said_by) = context.record_file()?;
    let config = context.folders.as_ref().map(|folders| folders.config_file());
    let row = |what: Heading, path: Option<PathBuf>, source: &'static str| {
        let there = path.as_ref().is_some_and(|path| path.exists());
        let path: Value = path.map(|path| path.display().to_string()).into();
        let exists = Value::key(if there { "yes" } else { "" }, places::exists(lang, there));
        Row::body(vec![
            Value::key(what.key(), what.label(lang)).into(),
            path.into(),
            Value::key(source, places::source(lang, source)).into(),
            exists.into(),
        ])
    };
    let columns = [Heading::File, Heading::Path, Heading::NamedBy, Heading::Exists]
        .map(|heading| Column::new(heading.key(), heading.label(lang), Shape::Text));
    let rows = vec![
        row(Heading::RecordFile, Some(record), said_by),
        row(Heading::ConfigFile, config, "default"),
    ];
    let table =
        Table { kind: "where", schema: 1, columns: columns.into(), rows, ..Table::default() };
    context.print(&args.printing, table)
}
