//! How wide the columns of a table are on a sheet, by the width that letters of print take. Where not all have room, those
//! stand beside each other that would on a screen of so many letters.

use crate::table::{Column, Content, Role, Row, Shape, Table};

use super::sheet::{PADDING, Sheet};
use crate::render::terminal::cells::{Cell, Cells};
use crate::render::terminal::layout::{blocks, choose, groups};
use crate::render::terminal::screen::Screen;
use crate::texts::Lang;

/// A table as it stands on a sheet.
pub struct Placed<'t> {
    pub table: &'t Table<'t>,
    pub cells: Cells<'t>,
    /// Columns beside each other, each by its place in the table with its width in twentieths of a point; the next ones
    /// stand below.
    pub blocks: Vec<Vec<(usize, u32)>>,
    /// Columns that have no room.
    pub left_out: Vec<usize>,
    /// Whether nothing had to give way.
    pub fits: bool,
}

impl<'t> Placed<'t> {
    /// The table on such a sheet.
    pub fn on(table: &'t Table<'t>, sheet: &Sheet<'_>, lang: Lang<'t>) -> Self {
        let width = sheet.letters_beside();
        let cells = Cells::of(table, Screen { width, color: false, is_plain: false, lang });
        let (columns, room) = (&table.columns[..], usize::from(width));
        let print = Print { table, cells: &cells, sheet };
        // A bar says nothing that the figures do not.
        let printed = |at: &usize| columns[*at].shape != Shape::Bar;
        let all = choose(columns, &cells.measures, usize::from(u16::MAX)).0;
        let all: Vec<usize> = all.into_iter().filter(printed).collect();
        let (beside, left_out) = if print.is_roomy(&all) {
            (vec![all], Vec::new())
        } else {
            let (mut shown, left_out) = choose(columns, &cells.measures, room);
            shown.retain(printed);
            (blocks(columns, &cells.measures, &shown, room), left_out)
        };
        let fits = left_out.is_empty() && beside.len() < 2;
        let fits = fits && beside.iter().all(|block| print.fits(block));
        let blocks = beside.iter().map(|block| print.widths(block)).collect();
        Self { table, cells, blocks, left_out, fits }
    }

    /// The columns that are printed.
    pub fn columns(&self) -> impl Iterator<Item = &'t Column> {
        let table = self.table;
        self.blocks.iter().flatten().map(|(at, _)| &table.columns[*at])
    }
}

/// What columns take in print.
struct Print<'b> {
    table: &'b Table<'b>,
    cells: &'b Cells<'b>,
    sheet: &'b Sheet<'b>,
}

/// How much of a column is unbroken, each with what is before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unbroken {
    /// Of texts the longest word and a part of the longest one, of names the longest name, of others the longest value.
    Least,
    /// Short texts, and labels of two short words.
    Short,
    /// Of longer texts as much as is read at ease.
    Ease,
    /// Every value but long texts.
    Values,
    /// Short labels.
    Labels,
    /// Every value, and the labels, long ones in two lines.
    All,
}

impl Print<'_> {
    /// Whether columns stand beside each other with nothing crowded.
    fn is_roomy(&self, block: &[usize]) -> bool {
        self.wanted(block, Unbroken::Ease).iter().sum::<u32>() <= self.sheet.room()
    }

    /// Whether all that is not to be broken has room.
    fn fits(&self, block: &[usize]) -> bool {
        self.wanted(block, Unbroken::Least).iter().sum::<u32>() <= self.sheet.room()
    }

    /// How wide each column of a block is: what is left of the sheet goes to what is read best unbroken.
    fn widths(&self, block: &[usize]) -> Vec<(usize, u32)> {
        let room = self.sheet.room();
        let mut widths = self.wanted(block, Unbroken::Least);
        narrow(&mut widths, room);
        use Unbroken::{All, Ease, Labels, Short, Values};
        for unbroken in [Short, Ease, Values, Labels, All] {
            widen(&mut widths, &self.wanted(block, unbroken), room);
        }
        // A table with lines is as wide as the sheet if it is nearly so already.
        let taken: u32 = widths.iter().sum();
        let labelled = self.table.columns.iter().any(|column| !column.label.is_empty());
        if labelled && taken * 2 > room {
            let share = f64::from(room) / f64::from(taken);
            widths.iter_mut().for_each(|wide| *wide = (f64::from(*wide) * share) as u32);
        }
        block.iter().copied().zip(widths).collect()
    }

    /// What each column of a block takes.
    fn wanted(&self, block: &[usize], unbroken: Unbroken) -> Vec<u32> {
        let columns = &self.table.columns;
        let mut wanted: Vec<u32> = block.iter().map(|at| self.column(*at, unbroken)).collect();
        // The parts of a series are like each other.
        let is_part = |place: &usize| columns[block[*place]].shape == Shape::Series;
        let widest = (0..block.len()).filter(is_part).map(|place| wanted[place]).max();
        (0..block.len()).filter(is_part).for_each(|place| wanted[place] = widest.unwrap_or(0));
        for (first, many) in groups(columns, block) {
            let over = self.twips(of_label(&columns[block[first]].over, unbroken));
            let group = &mut wanted[first..first + many];
            let more = over.saturating_sub(group.iter().sum()).div_ceil(many as u32);
            group.iter_mut().for_each(|wide| *wide += more);
        }
        wanted
    }

    fn column(&self, at: usize, unbroken: Unbroken) -> u32 {
        let column = &self.table.columns[at];
        let of_row = |(row, cells): (&Row<'_>, &Option<Vec<Cell<'_>>>)| {
            let text: &str = &cells.as_ref()?[at].text;
            let wide = of_value(text, column.shape, unbroken);
            matches!(row.content, Content::Fields(_))
                .then(|| emphasised(wide, row.role != Role::Body))
        };
        let values = self.table.rows.iter().zip(&self.cells.rows).filter_map(of_row).max();
        self.twips(values.unwrap_or(0).max(of_label(&column.label, unbroken)))
    }

    /// Twentieths of a point with what is free at both sides, from thousandths of the height of letters.
    fn twips(&self, thousandths: u32) -> u32 {
        (thousandths * self.sheet.letters).div_ceil(50) + 2 * PADDING + 10
    }
}

fn of_value(text: &str, shape: Shape, unbroken: Unbroken) -> u32 {
    let whole = print(text);
    if unbroken == Unbroken::All {
        return whole;
    }
    match shape {
        Shape::Text | Shape::Name if unbroken >= Unbroken::Values => whole.min(2 * LONG),
        Shape::Text if unbroken >= Unbroken::Ease => longest(text, " ").max(whole.min(LONG)),
        Shape::Text if unbroken == Unbroken::Short && whole <= SHORT => whole,
        Shape::Text => longest(text, " ").max(whole.min(LONG) / 2),
        Shape::Name => longest(text, "; ").min(LONG),
        Shape::Short | Shape::Day | Shape::Number | Shape::Count | Shape::Fraction => whole,
        Shape::Percent | Shape::Bar | Shape::Series => whole,
    }
}

fn of_label(label: &str, unbroken: Unbroken) -> u32 {
    let whole = print(label);
    let short = match unbroken {
        Unbroken::Least => 0,
        Unbroken::Short | Unbroken::Ease | Unbroken::Values => TWO_WORDS,
        Unbroken::Labels | Unbroken::All => SHORT,
    };
    let wide = if whole <= short {
        whole
    } else if unbroken == Unbroken::All {
        longest(label, " ").max(whole * 6 / 10)
    } else {
        // No more than some lines.
        longest(label, " ").max(whole.min(LONG) / 3)
    };
    emphasised(wide, true)
}

/// Takes what is too much from the widest.
fn narrow(widths: &mut [u32], room: u32) {
    while let Some(over) = widths.iter().sum::<u32>().checked_sub(room).filter(|over| *over > 0) {
        let widest = widths.iter_mut().max().filter(|wide| **wide > PADDING);
        let Some(widest) = widest else { break };
        *widest = widest.saturating_sub(over.min(PADDING)).max(PADDING);
    }
}

/// Gives what is left of the room to the columns that want least more, and what does not suffice in equal shares.
fn widen(widths: &mut [u32], wanted: &[u32], room: u32) {
    let mut left = room.saturating_sub(widths.iter().sum());
    let lack = |place: usize, widths: &[u32]| wanted[place].saturating_sub(widths[place]);
    let mut places: Vec<usize> = (0..widths.len()).filter(|at| lack(*at, widths) > 0).collect();
    places.sort_by_key(|place| lack(*place, widths));
    let mut many = places.len() as u32;
    for place in places {
        let given = lack(place, widths).min(left / many);
        widths[place] += given;
        left -= given;
        many -= 1;
    }
}

/// Texts and names so wide are broken, in thousandths of the height of letters: some thirty letters.
const LONG: u32 = 12_000;
/// Texts and labels no wider than this are not broken where others have room to spare: some fifteen letters.
const SHORT: u32 = 7_000;
const TWO_WORDS: u32 = 4_000;

/// The widest part of a text.
fn longest(text: &str, between: &str) -> u32 {
    text.split(between).map(print).max().unwrap_or(0)
}

/// The width of a printed text, in thousandths of the height of its letters, as in Times and the types cut like it.
fn print(text: &str) -> u32 {
    let letter = |c: char| match c {
        ' ' | '\u{a0}' | '.' | ',' | '·' => 260,
        'i' | 'ì' | 'í' | 'ĩ' | 'j' | 'l' | 't' | ':' | ';' | '/' | '\'' | '|' => 310,
        'f' | 'r' | 'I' | '-' | '(' | ')' | '!' => 344,
        's' => 400,
        'm' | 'w' => 820,
        'W' | 'M' | '%' | '→' | '…' => 1000,
        // Letters with two signs are wider where another type stands in for this one.
        'ư' | 'ơ' => 600,
        '\u{1ea0}'..='\u{1ef9}' if c.is_uppercase() => 780,
        '\u{1ea0}'..='\u{1ef9}' => 600,
        'a' | 'à' | 'á' | 'ã' | 'ă' | 'â' | 'c' | 'e' | 'è' | 'é' | 'ê' | 'z' => 460,
        'E' | 'È' | 'É' | 'Ê' | 'F' | 'L' | 'P' | 'S' | 'T' | 'Z' => 660,
        c if c.is_uppercase() => 735,
        _ => 510,
    };
    // Nobody waits for the width of a text that is broken in any case.
    text.chars().take(200).map(letter).sum()
}

fn emphasised(width: u32, is_bold: bool) -> u32 {
    if is_bold { width * 110 / 100 } else { width }
}
