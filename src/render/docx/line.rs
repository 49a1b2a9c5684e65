//! A row of a table as it is written: its cells, and with what it stands on one page.

use super::xml::Paragraph;

/// A row.
pub struct Line<'t> {
    pub boxes: Vec<Box<'t>>,
    /// Whether it is repeated on every page.
    pub is_head: bool,
    /// Whether it is never broken between two pages.
    pub is_whole: bool,
}

/// A cell over one or more columns.
pub struct Box<'t> {
    pub width: u32,
    pub columns: usize,
    pub down: Down,
    pub words: Vec<Paragraph<'t>>,
}

/// How a cell goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Down {
    Alone,
    /// It has the cell beneath it too.
    Begins,
    /// It belongs to the one above.
    Goes,
}

impl<'t> Line<'t> {
    /// One of the head.
    pub fn head(boxes: Vec<Box<'t>>) -> Self {
        Self { boxes, is_head: true, is_whole: true }
    }

    /// The same on the page of what follows, unless it is longer than a page may be.
    pub fn with_next(mut self) -> Self {
        if self.is_whole {
            let words = self.boxes.iter_mut().flat_map(|one| &mut one.words);
            words.for_each(|paragraph| *paragraph = paragraph.clone().with_next(true));
        }
        self
    }

    /// Its XML.
    pub fn xml(&self) -> String {
        let whole = if self.is_whole { "<w:cantSplit/>" } else { "" };
        let head = if self.is_head { "<w:tblHeader/>" } else { "" };
        let cells: String = self.boxes.iter().map(|one| one.xml(self.is_head)).collect();
        format!("<w:tr><w:trPr>{whole}{head}</w:trPr>{cells}</w:tr>")
    }
}

impl Box<'_> {
    fn xml(&self, is_head: bool) -> String {
        let span = match self.columns {
            1 => String::new(),
            many => format!("<w:gridSpan w:val=\"{many}\"/>"),
        };
        let down = match self.down {
            Down::Alone => "",
            Down::Begins => "<w:vMerge w:val=\"restart\"/>",
            Down::Goes => "<w:vMerge/>",
        };
        let align = if is_head { "<w:vAlign w:val=\"center\"/>" } else { "" };
        let words: String = self.words.iter().map(Paragraph::xml).collect();
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{span}{down}{align}</w:tcPr>{words}</w:tc>",
            self.width
        )
    }
}
