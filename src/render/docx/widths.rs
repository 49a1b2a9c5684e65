//! How wide the columns of a table are on a sheet. Which stand beside each other, and how room is shared, is as on a screen of
//! so many letters; here it becomes the width that letters of print take.

use crate::table::{Column, Content, Role, Row, Shape, Table};

use super::sheet::{PADDING, Sheet};
use crate::render::terminal::cells::Cells;
use crate::render::terminal::layout::{Layout, Wanted, blocks, choose, lay_out};
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
        let (mut shown, left_out) = choose(columns, &cells.measures, room);
        // A bar says nothing that the figures do not.
        shown.retain(|at| columns[*at].shape != Shape::Bar);
        let beside = blocks(columns, &cells.measures, &shown, room);
        let mut fits = left_out.is_empty() && beside.len() < 2;
        let blocks = beside.iter().map(|block| {
            let wanted = Wanted { room, labels: true, wide: false };
            let layout = lay_out(columns, &cells.measures, block, wanted);
            let layout = layout.stretched(columns, &cells.measures, room);
            let block = Block { table, cells: &cells, layout: &layout, sheet };
            let (widths, fit) = block.widths();
            fits &= fit;
            widths
        });
        let blocks = blocks.collect();
        Self { table, cells, blocks, left_out, fits }
    }

    /// The columns that are printed.
    pub fn columns(&self) -> impl Iterator<Item = &'t Column> {
        let table = self.table;
        self.blocks.iter().flatten().map(|(at, _)| &table.columns[*at])
    }
}

/// Columns beside each other.
struct Block<'b> {
    table: &'b Table<'b>,
    cells: &'b Cells<'b>,
    layout: &'b Layout,
    sheet: &'b Sheet<'b>,
}

impl Block<'_> {
    /// The widths, and whether all that is not to be broken has room.
    fn widths(&self) -> (Vec<(usize, u32)>, bool) {
        let wide = |(at, letters): &(usize, usize)| {
            let wide = (*letters + 1) as f64 * self.sheet.letter();
            (*at, wide.ceil() as u32)
        };
        let mut widths: Vec<(usize, u32)> = self.layout.columns.iter().map(wide).collect();
        let least: Vec<u32> = widths.iter().map(|(at, _)| self.least(*at)).collect();
        let room = self.sheet.room();
        let fits = least.iter().sum::<u32>() <= room;
        widths.iter_mut().zip(&least).for_each(|((_, wide), least)| *wide = (*least).max(*wide));
        // What is too much goes from the columns that have most to spare, and then from the widest.
        while let Some(over) = widths.iter().map(|(_, wide)| *wide).sum::<u32>().checked_sub(room) {
            let spare = |place: &usize| widths[*place].1.saturating_sub(least[*place]);
            let most = (0..widths.len()).max_by_key(|at| (spare(at), widths[*at].1));
            let narrower = |most: &usize| over > 0 && widths[*most].1 > PADDING;
            let Some(most) = most.filter(narrower) else { break };
            let taken = match spare(&most) {
                0 => over.min(PADDING),
                spare => over.min(spare.div_ceil(2)),
            };
            widths[most].1 = widths[most].1.saturating_sub(taken).max(PADDING);
        }
        if self.fills_the_sheet() {
            let taken: u32 = widths.iter().map(|(_, wide)| *wide).sum();
            let share = f64::from(room) / f64::from(taken.max(1));
            widths.iter_mut().for_each(|(_, wide)| *wide = (f64::from(*wide) * share) as u32);
        }
        (widths, fits)
    }

    /// A table with lines is as wide as the sheet if it is nearly so already, or has long texts.
    fn fills_the_sheet(&self) -> bool {
        let labelled = self.table.columns.iter().any(|column| !column.label.is_empty());
        labelled && self.layout.width() * 2 > usize::from(self.sheet.letters_beside())
    }

    /// What a column takes at least: of texts the longest word and a part of the longest one, of names the longest name, of
    /// others the longest value.
    fn least(&self, at: usize) -> u32 {
        let column = &self.table.columns[at];
        let of_row = |(row, cells): (&Row<'_>, &Option<Vec<_>>)| {
            let cells: &Vec<crate::render::terminal::cells::Cell<'_>> = cells.as_ref()?;
            let text: &str = &cells[at].text;
            let is_bold = row.role != Role::Body;
            let longest = match column.shape {
                Shape::Text => longest(text, " ").max(print(text).min(LONG) / 2),
                Shape::Name => longest(text, "; ").min(LONG),
                Shape::Short | Shape::Day | Shape::Number | Shape::Count | Shape::Fraction => {
                    print(text)
                }
                Shape::Percent | Shape::Bar | Shape::Series => print(text),
            };
            matches!(row.content, Content::Fields(_)).then(|| emphasised(longest, is_bold))
        };
        let values = self.table.rows.iter().zip(&self.cells.rows).filter_map(of_row).max();
        // A label takes no more than some lines.
        let label = longest(&column.label, " ").max(print(&column.label).min(LONG) / 3);
        let label = emphasised(label, true);
        let thousandths = values.unwrap_or(0).max(label);
        // Twentieths of a point, from thousandths of the height of letters.
        (thousandths * self.sheet.letters).div_ceil(50) + 2 * PADDING + 10
    }
}

/// Texts and names so wide are broken, in thousandths of the height of letters: some thirty letters.
const LONG: u32 = 12_000;

/// The widest part of a text.
fn longest(text: &str, between: &str) -> u32 {
    text.split(between).map(print).max().unwrap_or(0)
}

/// The width of a printed text, in thousandths of the height of its letters, as in Times and the types cut like it.
fn print(text: &str) -> u32 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '/' | '\''
        | '-' | '(' | ')' | '|' | '!' | '·' => 334,
        'm' | 'w' | 'W' | 'M' | '%' | '→' | '…' => 1000,
        c if "ưừứửữựơờớởỡợ".contains(c) => 600,
        c if c.is_uppercase() => 725,
        _ => 510,
    };
    // Nobody waits for the width of a text that is broken in any case.
    text.chars().take(200).map(letter).sum()
}

fn emphasised(width: u32, is_bold: bool) -> u32 {
    if is_bold { width * 110 / 100 } else { width }
}
