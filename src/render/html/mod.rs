//! A page to look at: one file that asks nothing of a network, for every screen and for paper.
//!
//! A table is a section of the page; one without rows of its own is a page whose sections are the tables below it. What a
//! person typed is escaped by askama (the templates beside this file); style and script are the two texts that the
//! policy of the page allows, by their hashes. The same table gives the same bytes.

mod block;
mod chart;

use std::fmt::Display;
use std::io::{self, Write};

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::words::line_of;
use crate::table::Table;
use crate::texts::page::{Frame, frame, tag};
use crate::texts::{self, Lang};
use block::Block;
use chart::Charts;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Rows of more characters than this go on a sheet of paper only across.
const UPRIGHT: usize = 115;

/// Writes the page of a table laid out for people.
pub fn html(table: &Table<'_>, lang: Lang<'_>, out: &mut dyn Write) -> io::Result<()> {
    let page = Page::of(table, lang);
    page.write_into(&mut io::BufWriter::new(out)).map_err(io::Error::other)
}

#[derive(Template)]
#[template(path = "page.html", config = "src/render/html/askama.toml")]
struct Page<'t> {
    lang: &'static str,
    policy: String,
    style: &'static str,
    script: &'static str,
    words: Frame,
    title: String,
    /// Whether it is printed across: paper is turned for all of it or for none.
    is_across: bool,
    aside: Option<String>,
    about: Vec<String>,
    sections: Vec<Section<'t>>,
}

/// A part of the page with a title of its own, unless it is the only one.
struct Section<'t> {
    id: String,
    title: String,
    about: Vec<String>,
    /// Of the headings of smaller tables.
    level: u8,
    /// The widest row, in characters.
    width: usize,
    /// Each writes itself, escaped.
    blocks: Vec<Box<dyn Display + 't>>,
}

impl<'t> Page<'t> {
    fn of(table: &'t Table<'_>, lang: Lang<'_>) -> Self {
        let mut lines = table.heading.iter().map(|line| line_of(line));
        let title = lines.next().unwrap_or_else(|| texts::sheets::name(lang, table.kind).into());
        let mut numbers = 1..;
        let mut sections = Vec::new();
        if table.columns.is_empty() && table.rows.is_empty() && !table.below.is_empty() {
            sections
                .extend(table.below.iter().map(|part| Section::titled(part, lang, &mut numbers)));
        } else {
            sections.push(Section::of(table, lang, &mut numbers, &title));
        }
        Self {
            lang: tag(lang),
            policy: policy(),
            style: STYLE,
            script: SCRIPT,
            words: frame(lang),
            title,
            is_across: sections.iter().any(|section| section.width > UPRIGHT),
            aside: table.aside.as_deref().map(line_of),
            about: lines.collect(),
            sections,
        }
    }
}

/// Numbers for what has to be told apart on a page.
type Numbers = std::ops::RangeFrom<usize>;

impl<'t> Section<'t> {
    fn empty(numbers: &mut Numbers) -> Self {
        Self {
            id: id("part", numbers),
            title: String::new(),
            about: Vec::new(),
            level: 2,
            width: 0,
            blocks: Vec::new(),
        }
    }

    /// The only section of a page, whose title is that of the page.
    fn of(table: &'t Table<'_>, lang: Lang<'_>, numbers: &mut Numbers, title: &str) -> Self {
        let mut section = Self::empty(numbers);
        section.add(table, lang, numbers, title);
        section
    }

    /// One of several.
    fn titled(table: &'t Table<'_>, lang: Lang<'_>, numbers: &mut Numbers) -> Self {
        let mut lines = table.heading.iter().map(|line| line_of(line));
        let title = lines.next().unwrap_or_else(|| texts::sheets::name(lang, table.kind).into());
        let about = lines.collect();
        let mut section = Self { title: title.clone(), about, level: 3, ..Self::empty(numbers) };
        section.add(table, lang, numbers, &title);
        section
    }

    /// What stands above the rows, pictures, the rows, what stands below.
    fn add(&mut self, table: &'t Table<'_>, lang: Lang<'_>, numbers: &mut Numbers, title: &str) {
        for above in &table.above {
            self.add_smaller(above, lang, numbers, title);
        }
        if !table.charts.is_empty() {
            self.blocks.push(Box::new(Charts::of(&table.charts, lang, numbers)));
        }
        let block = Block::of(table, lang, title);
        self.width = self.width.max(block.width);
        self.blocks.push(Box::new(block));
        for below in &table.below {
            self.add_smaller(below, lang, numbers, title);
        }
    }

    fn add_smaller(
        &mut self,
        table: &'t Table<'_>,
        lang: Lang<'_>,
        numbers: &mut Numbers,
        title: &str,
    ) {
        let heading = table.heading.first().map(|line| line_of(line));
        self.blocks.push(Box::new(block::Heading::of(table, id("block", numbers), self.level)));
        self.add(table, lang, numbers, heading.as_deref().unwrap_or(title));
    }
}

fn id(what: &str, numbers: &mut Numbers) -> String {
    format!("{what}-{}", numbers.next().unwrap_or_default())
}

/// What the page may do: nothing but be looked at, with this style and this script.
fn policy() -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}
