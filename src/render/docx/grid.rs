//! A table of a document: the heads of its columns, repeated on every page, and its rows, each on one page.

use std::borrow::Cow;

use super::line::{Box, Down, Line};
use super::sheet::PADDING;
use super::widths::Placed;
use super::xml::{Look, Paragraph};
use crate::render::terminal::cells::{Cell, told_beneath};
use crate::render::terminal::layout::groups;
use crate::table::{Column, Content, Role, Row, Shape};

/// A row with a longer text may be broken between two pages: it may be longer than one.
const LONG: usize = 1200;

/// Stands between texts across the columns.
const APART: &str = "\u{2003}";

/// Columns beside each other with their rows.
pub struct Grid<'g> {
    pub placed: &'g Placed<'g>,
    /// Columns by their place in the table, with their widths.
    pub block: &'g [(usize, u32)],
    /// Whether what has no room stands beneath its row: with the last of several blocks.
    pub is_last: bool,
    /// Whether its end stands on the page of what follows.
    pub with_next: bool,
}

/// So many rows at the end stand on the page of what follows; of a table of no more than `FEW` all do.
const LAST: usize = 2;
const FEW: usize = 8;

impl Grid<'_> {
    /// Its XML.
    pub fn xml(&self) -> String {
        let width: u32 = self.block.iter().map(|(_, wide)| wide).sum();
        let columns = self.block.iter().map(|(_, wide)| format!("<w:gridCol w:w=\"{wide}\"/>"));
        let columns: String = columns.collect();
        let mut head = self.head();
        let mut rows: Vec<Vec<Line<'_>>> = self.rows().filter(|row| !row.is_empty()).collect();
        if self.with_next {
            let kept = if rows.len() > FEW { rows.len() - LAST } else { 0 };
            let end = rows.split_off(kept);
            rows.extend(end.into_iter().map(|row| row.into_iter().map(Line::with_next).collect()));
            head = head.into_iter().map(Line::with_next).collect();
        }
        // Without a head the rows are lines of text beside each other.
        let (line, side_of_sheet) = if head.is_empty() { ("", "left") } else { (LINES, "center") };
        let side = format!("w:w=\"{PADDING}\" w:type=\"dxa\"");
        let lines: String = head.iter().chain(rows.iter().flatten()).map(Line::xml).collect();
        format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:jc w:val=\"{side_of_sheet}\"/>{line}\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left {side}/><w:right {side}/>\
             </w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"
        )
    }

    fn column(&self, at: usize) -> &Column {
        &self.placed.table.columns[at]
    }

    /// Whether a row belongs to the head: it stands before all others of a form and numbers its columns.
    fn is_of_head(&self, row: &Row<'_>) -> bool {
        let is_form = self.placed.table.columns.iter().any(|column| column.of_form);
        is_form && row.role == Role::Group && matches!(row.content, Content::Fields(_))
    }

    /// The labels, under the words that several columns have in common; and rows that number the columns.
    fn head(&self) -> Vec<Line<'_>> {
        let columns = || self.block.iter().map(|(at, _)| self.column(*at));
        let is_over = columns().any(|column| !column.over.is_empty());
        let mut head = Vec::new();
        if is_over {
            head.push(Line::head(self.over()));
        }
        if columns().any(|column| !column.label.is_empty()) {
            let labels = self.block.iter().map(|(at, width)| {
                let column = self.column(*at);
                let is_alone = is_over && column.over.is_empty();
                let down = if is_alone { Down::Goes } else { Down::Alone };
                let label = if is_alone { "" } else { &column.label };
                Box { width: *width, columns: 1, down, words: vec![label_of(label)] }
            });
            head.push(Line::head(labels.collect()));
        }
        let numbers = self.placed.table.rows.iter().zip(&self.placed.cells.rows);
        for (_, cells) in numbers.take_while(|(row, cells)| self.is_of_head(row) && cells.is_some())
        {
            let cells = cells.iter().flatten().map(|cell| &*cell.text).collect::<Vec<_>>();
            let boxes = self.block.iter().map(|(at, width)| {
                let words = vec![Paragraph::new("CellCenter", cells[*at])];
                Box { width: *width, columns: 1, down: Down::Alone, words }
            });
            head.push(Line::head(boxes.collect()));
        }
        head
    }

    fn over(&self) -> Vec<Box<'_>> {
        let places: Vec<usize> = self.block.iter().map(|(at, _)| *at).collect();
        let groups = groups(&self.placed.table.columns, &places);
        let (mut boxes, mut place) = (Vec::new(), 0);
        while place < self.block.len() {
            let (at, width) = self.block[place];
            match groups.iter().find(|(first, _)| *first == place) {
                Some((_, many)) => {
                    let width = self.block[place..place + many].iter().map(|(_, wide)| wide).sum();
                    let words = vec![label_of(&self.column(at).over)];
                    boxes.push(Box { width, columns: *many, down: Down::Alone, words });
                    place += many;
                }
                None => {
                    let words = vec![label_of(&self.column(at).label)];
                    boxes.push(Box { width, columns: 1, down: Down::Begins, words });
                    place += 1;
                }
            }
        }
        boxes
    }

    /// The lines of each row.
    fn rows(&self) -> impl Iterator<Item = Vec<Line<'_>>> {
        let rows = self.placed.table.rows.iter().zip(&self.placed.cells.rows);
        let rows = rows.skip_while(|(row, _)| self.is_of_head(row));
        rows.map(|(one, cells)| match (&one.content, cells) {
            (Content::Across(texts), _) => self.across(one.role, texts).into_iter().collect(),
            (Content::Fields(_), Some(cells)) => self.fields(one, cells),
            (Content::Fields(_), None) => Vec::new(),
        })
    }

    fn across<'t>(&self, role: Role, texts: &'t [String]) -> Option<Line<'t>> {
        let texts = texts.iter().filter(|text| !text.is_empty()).map(String::as_str);
        let texts: Vec<&str> = texts.collect();
        if texts.is_empty() {
            return None;
        }
        let text = match texts[..] {
            [ref first @ .., last] if !first.is_empty() => first.join(" ") + APART + last,
            _ => texts.concat(),
        };
        let look = if role == Role::Body { Look::Plain } else { Look::Bold };
        let words = Paragraph::empty("Cell").and(look, text).with_next(role == Role::Group);
        Some(Line { boxes: vec![self.whole(vec![words])], is_head: false, is_whole: true })
    }

    /// A cell across all columns.
    fn whole<'t>(&self, words: Vec<Paragraph<'t>>) -> Box<'t> {
        let width = self.block.iter().map(|(_, wide)| wide).sum();
        Box { width, columns: self.block.len(), down: Down::Alone, words }
    }

    /// A row, and under it what is beneath it.
    fn fields<'t>(&self, one: &'t Row<'_>, cells: &'t [Cell<'_>]) -> Vec<Line<'t>> {
        let left_out = if self.is_last { &self.placed.left_out[..] } else { &[] };
        let columns = &self.placed.table.columns;
        let told = told_beneath(columns, left_out, (one.role, cells));
        let told = told.into_iter().map(Cow::from);
        let beneath: Vec<Cow<'t, str>> =
            told.chain(one.beneath.iter().map(|text| text.as_str().into())).collect();
        let has_number = self.numbers();
        let look = if one.role == Role::Body { Look::Plain } else { Look::Bold };
        let boxes = self.block.iter().enumerate().map(|(place, (at, width))| {
            let column = self.column(*at);
            let words = Paragraph::empty(style(column));
            let words = words.and(look, unbroken(&cells[*at], column.shape));
            let begins = place == 0 && has_number && !beneath.is_empty();
            let down = if begins { Down::Begins } else { Down::Alone };
            let words = vec![words.with_next(!beneath.is_empty())];
            Box { width: *width, columns: 1, down, words }
        });
        let is_whole = self.block.iter().all(|(at, _)| cells[*at].text.len() < LONG);
        let mut lines = vec![Line { boxes: boxes.collect(), is_head: false, is_whole }];
        if !beneath.is_empty() {
            let is_whole = beneath.iter().map(|text| text.len()).sum::<usize>() < LONG;
            let words = beneath.into_iter().map(|text| Paragraph::new("Beneath", text)).collect();
            let boxes = self.beneath(words, has_number);
            lines.push(Line { boxes, is_head: false, is_whole });
        }
        lines
    }

    /// Whether the rows are numbered in their first column.
    fn numbers(&self) -> bool {
        let first = self.block.first().map(|(at, _)| self.column(*at).shape);
        self.block.len() > 1 && first == Some(Shape::Number)
    }

    /// The lines beneath a row, behind its number.
    fn beneath<'t>(&self, words: Vec<Paragraph<'t>>, has_number: bool) -> Vec<Box<'t>> {
        let mut whole = self.whole(words);
        let Some((_, number)) = self.block.first().filter(|_| has_number) else {
            return vec![whole];
        };
        whole.width -= number;
        whole.columns -= 1;
        let words = vec![Paragraph::empty("Cell")];
        vec![Box { width: *number, columns: 1, down: Down::Goes, words }, whole]
    }
}

/// Thin lines around every cell.
const LINES: &str = "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
     <w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
     <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
     <w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
     <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
     <w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders>";

/// By which style the values of a column go: the marks of a form stand in the middle.
fn style(column: &Column) -> &'static str {
    if column.of_form && column.shape == Shape::Short {
        "CellCenter"
    } else if column.shape.is_right() {
        "CellRight"
    } else {
        "Cell"
    }
}

fn label_of(text: &str) -> Paragraph<'_> {
    Paragraph::new("Label", text)
}

/// A value, in which no line is broken where it is short.
fn unbroken<'c>(cell: &'c Cell<'_>, shape: Shape) -> Cow<'c, str> {
    match shape {
        Shape::Text | Shape::Name | Shape::Short => cell.text.as_ref().into(),
        Shape::Day | Shape::Number | Shape::Count | Shape::Fraction | Shape::Percent => {
            cell.text.replace(' ', "\u{a0}").into()
        }
        Shape::Bar | Shape::Series => cell.text.as_ref().into(),
    }
}
