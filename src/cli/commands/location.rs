//! `chibo where`: the files that chibo uses.

use std::path::PathBuf;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Printing;
use crate::table::{Column, Medium, Row, Shape, Table, Value};
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
    // Data is the same in every language.
    let words = |medium: Medium, key: &'static str, label: String| match medium {
        Medium::Screen => label,
        Medium::Data => key.to_owned(),
    };
    let row = |medium, what: &'static str, path: Option<PathBuf>, source: &'static str| {
        let there = path.as_ref().is_some_and(|path| path.exists());
        let path: Value = path.map(|path| path.display().to_string()).into();
        Row::body(vec![
            words(medium, what, places::label(lang, what).to_owned()).into(),
            path.into(),
            words(medium, source, places::source(lang, source)).into(),
            words(medium, if there { "yes" } else { "" }, places::exists(lang, there).to_owned())
                .into(),
        ])
    };
    let columns = ["what", "path", "source", "exists"]
        .map(|key| Column::new(key, places::label(lang, key), Shape::Text));
    context.print(&args.printing, |medium| {
        let rows = vec![
            row(medium, "record_file", Some(record), said_by),
            row(medium, "config_file", config, "default"),
        ];
        Table { kind: "where", schema: 1, columns: columns.into(), rows, ..Table::default() }
    })
}
