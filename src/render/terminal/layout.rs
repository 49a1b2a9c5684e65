//! Which columns stand beside each other on a screen, and how wide each of them is.

use unicode_width::UnicodeWidthStr;

use super::breaking::longest_word;
use super::cells::Measure;
use crate::table::{Column, Medium, Shape};

/// Columns beside each other.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Each by its place in the table, with its width.
    pub columns: Vec<(usize, usize)>,
    pub gap: usize,
}

/// Names this wide are not broken for the sake of other columns.
const NAME: usize = 32;
/// Texts this wide are not broken for the sake of longer ones.
const SHORT: usize = 20;

impl Layout {
    /// The first cell of each column.
    pub fn starts(&self) -> Vec<usize> {
        let mut at = 0;
        let next = |(_, width): &(usize, usize)| {
            let start = at;
            at += width + self.gap;
            start
        };
        self.columns.iter().map(next).collect()
    }

    /// The same with what is left of the screen for the longest texts.
    pub fn stretched(mut self, columns: &[Column], measures: &[Measure], room: usize) -> Self {
        let mut left = room.saturating_sub(self.width());
        let natural = self.columns.iter().map(|(at, _)| natural(&columns[*at], &measures[*at]));
        let natural: Vec<usize> = natural.collect();
        let mut widths: Vec<usize> = self.columns.iter().map(|(_, width)| *width).collect();
        let is_text = |(at, _): &(usize, usize)| columns[*at].shape == Shape::Text;
        let texts = self.columns.iter().zip(&natural);
        let texts: Vec<usize> =
            texts.map(|(of, wide)| if is_text(of) { *wide } else { 0 }).collect();
        widen(&mut widths, &texts, &mut left);
        self.columns.iter_mut().zip(widths).for_each(|((_, width), wide)| *width = wide);
        self
    }

    /// The width of all of them.
    pub fn width(&self) -> usize {
        let between = self.gap * self.columns.len().saturating_sub(1);
        self.columns.iter().map(|(_, width)| width).sum::<usize>() + between
    }
}

/// The columns that are shown, and those left out for want of room although they have values.
pub fn choose(columns: &[Column], measures: &[Measure], room: usize) -> (Vec<usize>, Vec<usize>) {
    let fits = |at: &usize| columns[*at].drop_below.is_none_or(|least| room >= least.into());
    let valued = (0..columns.len())
        .filter(|at| columns[*at].is_for(Medium::Screen) && measures[*at].has_value);
    let (mut shown, mut left): (Vec<usize>, Vec<usize>) = valued.partition(fits);
    loop {
        // The parts of a series stand below each other where they have to.
        let beside: Vec<usize> =
            shown.iter().copied().filter(|at| columns[*at].shape != Shape::Series).collect();
        let mut widths: Vec<usize> =
            beside.iter().map(|at| bearable(&columns[*at], &measures[*at])).collect();
        widen_for_words_over(columns, &beside, &mut widths);
        let taken = widths.iter().map(|width| width + 1).sum::<usize>();
        let next = shown.iter().copied().max_by_key(|at| columns[*at].goes);
        match next.filter(|at| taken > room + 1 && columns[*at].goes > 0) {
            None => break,
            Some(next) => {
                shown.retain(|at| *at != next);
                left.push(next);
            }
        }
    }
    left.sort_unstable();
    (shown, left)
}

/// Which columns stand beside each other: all of them, or, where a series is too wide, its parts with the
/// other columns repeated.
pub fn blocks(
    columns: &[Column],
    measures: &[Measure],
    shown: &[usize],
    room: usize,
) -> Vec<Vec<usize>> {
    let of_series = |at: &&usize| columns[**at].shape == Shape::Series;
    let series: Vec<usize> = shown.iter().filter(of_series).copied().collect();
    let Some(first) = series.iter().min().copied() else { return vec![shown.to_vec()] };
    // Columns before the series head every part; those after it close the last one.
    let before: Vec<usize> = shown.iter().filter(|at| **at < first).copied().collect();
    let after: Vec<usize> =
        shown.iter().filter(|at| **at > first && !of_series(at)).copied().collect();
    let wide = |at: &usize| natural(&columns[*at], &measures[*at]) + 1;
    let taken: usize = before.iter().chain(&after).map(wide).sum();
    let each = series.iter().map(wide).max().unwrap_or(1).max(1);
    let fit = ((room + 1).saturating_sub(taken) / each).max(1);
    let parts = series.len().div_ceil(fit);
    let even: Vec<&[usize]> = series.chunks(series.len().div_ceil(parts)).collect();
    let last = even.len() - 1;
    let part = |(number, part): (usize, &&[usize])| {
        let close = if number == last { &after[..] } else { &[] };
        [&before[..], part, close].concat()
    };
    even.iter().enumerate().map(part).collect()
}

/// The width at which no value is broken.
fn natural(column: &Column, measure: &Measure) -> usize {
    measure.widest.max(longest_word(&column.label)).max(1)
}

/// The width at which most rows take one line; a few long texts may take two or three.
fn usual(column: &Column, measure: &Measure) -> usize {
    let values = match column.shape {
        Shape::Text if measure.widest <= SHORT => measure.widest,
        Shape::Text => measure.most(8).max(measure.widest.div_ceil(3) + 1).min(measure.widest),
        Shape::Name => measure.word.min(measure.most(9).max(NAME)),
        _ => measure.widest,
    };
    values.max(longest_word(&column.label)).max(1)
}

/// The width for which no other column has to go.
fn bearable(column: &Column, measure: &Measure) -> usize {
    match column.shape {
        // What may go is not worth breaking most rows for.
        Shape::Text if column.goes > 0 => usual(column, measure).max(measure.most(9)),
        Shape::Text => {
            let half = (measure.widest.div_ceil(2) + 1).min(measure.widest);
            half.min(SHORT).max(measure.word.min(SHORT)).max(longest_word(&column.label))
        }
        _ => usual(column, measure),
    }
}

/// The width below which words or numbers are broken. Over numbers a label may have room to its left.
fn least(column: &Column, measure: &Measure, labels: bool) -> usize {
    match column.shape {
        Shape::Text => measure.word.max(longest_word(&column.label)).max(1),
        shape if shape.is_right() && !labels => measure.widest.max(1),
        _ => usual(column, measure),
    }
}

/// How a block is to be laid out.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// In character cells.
    pub room: usize,
    /// Whether labels over numbers get room of their own.
    pub labels: bool,
    /// Two blanks between columns where nothing has to be broken for them, or one in any case.
    pub wide: bool,
}

/// How wide each column of a block is. Every column gets room for what is not broken; what is left goes, cell by cell, to
/// the texts that would otherwise be broken into most lines, and to names.
pub fn lay_out(
    columns: &[Column],
    measures: &[Measure],
    block: &[usize],
    Wanted { room, labels, wide }: Wanted,
) -> Layout {
    let of = |measured: &dyn Fn(&Column, &Measure) -> usize| -> Vec<usize> {
        block.iter().map(|at| measured(&columns[*at], &measures[*at])).collect()
    };
    let unlabelled = |column: &Column| column.shape.is_right() && !labels;
    let mut widths = of(&|column, measure| least(column, measure, labels));
    let [usual, natural] = [usual, natural].map(|wanted| {
        of(&|column, measure| if unlabelled(column) { 1 } else { wanted(column, measure) })
    });
    widen_for_words_over(columns, block, &mut widths);
    let between = block.len().saturating_sub(1);
    let heads = (0..block.len()).map(|place| {
        let column = &columns[block[place]];
        let label = if unlabelled(column) { 0 } else { column.label.width() };
        // Long texts take several lines in any case.
        let is_long = column.shape == Shape::Text && natural[place] > SHORT;
        let values = if is_long { usual[place] } else { natural[place] };
        label.max(values).max(widths[place])
    });
    let gap = if wide && heads.sum::<usize>() + 2 * between <= room { 2 } else { 1 };
    let mut left = room.saturating_sub(widths.iter().sum::<usize>() + gap * between);
    widen(&mut widths, &usual, &mut left);
    let is_name = |at: &usize| columns[block[*at]].shape == Shape::Name;
    let names: Vec<usize> =
        (0..block.len()).map(|at| if is_name(&at) { natural[at] } else { 0 }).collect();
    widen(&mut widths, &names, &mut left);
    narrow(columns, measures, block, &mut widths, room.saturating_sub(gap * between));
    Layout { columns: block.iter().copied().zip(widths).collect(), gap }
}

/// Words over several columns are not broken within a word either.
fn widen_for_words_over(columns: &[Column], block: &[usize], widths: &mut [usize]) {
    for (first, many) in groups(columns, block) {
        let over = &columns[block[first]].over;
        let wide: usize = widths[first..first + many].iter().sum::<usize>() + many - 1;
        widths[first] += longest_word(over).saturating_sub(wide);
    }
}

/// Neighbours of a block under the same words, each group by its first place and how many there are.
pub fn groups(columns: &[Column], block: &[usize]) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    let mut at = 0;
    for alike in block.chunk_by(|one, next| columns[*one].over == columns[*next].over) {
        if !columns[alike[0]].over.is_empty() {
            groups.push((at, alike.len()));
        }
        at += alike.len();
    }
    groups
}

/// Gives what is left of the screen to the columns that are furthest from the width they want.
fn widen(widths: &mut [usize], wanted: &[usize], left: &mut usize) {
    while *left > 0 {
        let narrow = (0..widths.len()).filter(|at| widths[*at] < wanted[*at]);
        let lines = |at: &usize| wanted[*at] * 1000 / widths[*at];
        let Some(at) = narrow.max_by_key(lines) else { break };
        widths[at] += 1;
        *left -= 1;
    }
}

/// Where even what is not broken does not fit beside each other, texts give way, then labels over numbers, then names,
/// then the rest.
fn narrow(
    columns: &[Column],
    measures: &[Measure],
    block: &[usize],
    widths: &mut [usize],
    room: usize,
) {
    let shape = |place: usize| columns[block[place]].shape;
    let numbers = |place: usize| shape(place).is_right().then(|| measures[block[place]].widest);
    let names = |place: usize| matches!(shape(place), Shape::Text | Shape::Name).then_some(4);
    let texts = |place: usize| (shape(place) == Shape::Text).then_some(6);
    let anything = |_: usize| Some(1);
    let steps: [&dyn Fn(usize) -> Option<usize>; 4] = [&texts, &numbers, &names, &anything];
    for least in steps {
        while widths.iter().sum::<usize>() > room {
            let wider = |place: &usize| least(*place).is_some_and(|least| widths[*place] > least);
            let widest = (0..widths.len()).filter(wider).max_by_key(|place| widths[*place]);
            let Some(widest) = widest else { break };
            widths[widest] -= 1;
        }
    }
}
