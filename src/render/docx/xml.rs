//! Texts within XML, and the small parts that documents are made of: paragraphs and what stands in them.

use std::borrow::Cow;
use std::fmt::Write;

use crate::domain::is_unseen;

/// A text that is a text and nothing else wherever it stands. What nobody sees is shown by its number: signs that turn the
/// direction of what follows, and those that XML has not.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\'') && !is_unseen(c);
    if text.chars().all(is_plain) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            c if c.is_whitespace() && is_unseen(c) => safe.push(' '),
            // Writing into a text does not fail.
            c if is_unseen(c) => drop(write!(safe, "&lt;U+{:04X}&gt;", c as u32)),
            c => safe.push(c),
        }
    }
    safe.into()
}

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    Bold,
    Italic,
    Ruled,
}

/// A paragraph of a style.
#[derive(Debug, Clone)]
pub struct Paragraph<'t> {
    style: &'static str,
    runs: Vec<(Look, Cow<'t, str>)>,
    /// Whether it stands on the same page as what follows.
    with_next: bool,
}

impl<'t> Paragraph<'t> {
    /// One without a word.
    pub fn empty(style: &'static str) -> Self {
        Self { style, runs: Vec::new(), with_next: false }
    }

    /// One of these words.
    pub fn new(style: &'static str, text: impl Into<Cow<'t, str>>) -> Self {
        Self::empty(style).and(Look::Plain, text)
    }

    /// The same with more words.
    pub fn and(mut self, look: Look, text: impl Into<Cow<'t, str>>) -> Self {
        self.runs.push((look, text.into()));
        self
    }

    /// The same on the page of what follows, or not.
    pub fn with_next(self, with_next: bool) -> Self {
        Self { with_next, ..self }
    }

    /// Its XML.
    pub fn xml(&self) -> String {
        let keep = if self.with_next { "<w:keepNext/>" } else { "" };
        let mut xml = format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{keep}</w:pPr>", self.style);
        self.runs.iter().for_each(|(look, text)| xml.push_str(&run(*look, text)));
        xml + "</w:p>"
    }
}

/// Words of one look.
pub fn run(look: Look, text: &str) -> String {
    let look = match look {
        Look::Plain => "",
        Look::Bold => "<w:rPr><w:b/></w:rPr>",
        Look::Italic => "<w:rPr><w:i/></w:rPr>",
        Look::Ruled => "<w:rPr><w:b/><w:u w:val=\"single\"/></w:rPr>",
    };
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_xml_commands_nothing_and_turns_no_direction() {
        assert_eq!(escaped("<w:p/>&\"'"), "&lt;w:p/&gt;&amp;&quot;&apos;");
        assert_eq!(
            escaped("a\u{1}b\u{fffe}\u{202e}c"),
            "a&lt;U+0001&gt;b&lt;U+FFFE&gt;&lt;U+202E&gt;c"
        );
        assert_eq!(escaped("a\nb\tc"), "a b c");
        assert_eq!(escaped("=1+1; Nguyễn Thị Đỗ Quyên\u{a0}1"), "=1+1; Nguyễn Thị Đỗ Quyên\u{a0}1");
    }
}
