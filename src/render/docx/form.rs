//! The form of papers: data, so that another guidance needs no new program.

use std::io;

use serde::Deserialize;

use crate::texts::Lang;

const FILE: &str = include_str!("../../../data/paper.toml");

/// What the file says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub sheet: Sheet,
    #[serde(rename = "type")]
    pub letters: Letters,
    vi: Words,
    en: Words,
    kinds: Vec<Kind>,
}

/// The sheet, upright, in millimetres.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub width: u32,
    pub height: u32,
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
    pub right: u32,
}

/// The type, in points, and what does not hang on the language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    pub font: String,
    pub text: u32,
    pub table: u32,
    pub small_table: u32,
    pub small: u32,
    /// In millimetres.
    pub indent: u32,
    pub room_to_sign: u32,
    /// Stands where nothing is set.
    pub open: String,
    pub star: String,
    pub rule: String,
}

/// The words around every report in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub language: String,
    /// How much of the width the left part of the head has, in percent.
    pub left_head: u32,
    pub party: String,
    pub number: String,
    pub date: String,
    pub recipients: String,
    pub file: String,
    pub prepared_by: String,
    pub on_behalf: String,
    pub page: String,
}

/// What a paper is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The kinds of tables that it is of.
    tables: Vec<String>,
    pub symbol: String,
    vi: String,
    en: String,
    /// Whether it goes out without number and signatures.
    #[serde(default)]
    pub is_slip: bool,
    /// The keys of sentences that are counted up under the one before.
    #[serde(default)]
    pub items: Vec<String>,
}

impl Form {
    /// Reads the file.
    pub fn read() -> io::Result<Self> {
        toml::from_str(FILE).map_err(io::Error::other)
    }

    /// The words of a language.
    pub fn words(&self, lang: Lang<'_>) -> &Words {
        lang.pick(&self.vi, &self.en)
    }

    /// Whether a recipient is the office's own file.
    pub fn is_file(&self, recipient: &str) -> bool {
        let recipient = recipient.to_lowercase();
        [&self.vi, &self.en].iter().any(|words| recipient.starts_with(&words.file.to_lowercase()))
    }

    /// What a table of this kind goes out as; the first is for all that are not named.
    pub fn kind(&self, table: &str) -> Option<&Kind> {
        let named = self.kinds.iter().find(|kind| kind.tables.iter().any(|one| one == table));
        named.or_else(|| self.kinds.first())
    }
}

impl Kind {
    /// The words over its title.
    pub fn words(&self, lang: Lang<'_>) -> &str {
        lang.pick(&self.vi, &self.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_that_of_the_guidance_and_every_table_has_a_kind() {
        let form = Form::read().unwrap();
        let Sheet { width, height, top, bottom, left, right } = form.sheet;
        assert_eq!((width, height), (210, 297));
        assert_eq!([top, bottom, left, right], [20, 20, 30, 15]);
        assert_eq!((form.letters.font.as_str(), form.letters.text), ("Times New Roman", 14));
        let symbol = |table| form.kind(table).map(|kind| kind.symbol.as_str());
        assert_eq!((symbol("coverage"), symbol("schedule")), (Some("BC"), Some("TB")));
        assert_eq!(form.kind("what is new").map(|kind| kind.words(Lang::VI)), Some("BÁO CÁO"));
    }
}
