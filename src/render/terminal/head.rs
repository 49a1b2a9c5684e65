//! The lines over the columns: labels in one line where they fit beside each other, also over the blanks of their
//! neighbours, else each broken within its column; and over them the words that several columns have in common.

use unicode_width::UnicodeWidthStr;

use super::breaking::wrap;
use super::layout::{Layout, groups};
use crate::table::Column;

/// Columns widened, as far as the screen goes, until their labels stand in one line; nothing where there is no room for it.
pub fn in_one(columns: &[Column], mut layout: Layout, room: usize) -> Option<Layout> {
    let mut left = room.saturating_sub(layout.width());
    loop {
        match in_one_line(columns, &layout, room) {
            Ok(_) => return Some(layout),
            Err(place) if left > 0 => {
                layout.columns[place].1 += 1;
                left -= 1;
            }
            Err(_) => return None,
        }
    }
}

/// Columns widened, as far as the screen goes, for the words over them that take most lines.
pub fn lowered(columns: &[Column], mut layout: Layout, room: usize) -> Layout {
    const LOW: usize = 2;
    let block: Vec<usize> = layout.columns.iter().map(|(at, _)| *at).collect();
    for _ in layout.width()..room {
        let is_broken = in_one_line(columns, &layout, room).is_err();
        let labels = layout.columns.iter().enumerate().map(|(place, (at, width))| {
            let label = &columns[*at].label;
            (if is_broken { wrap(label, *width, 0).len() } else { 1 }, place)
        });
        let over = groups(columns, &block).into_iter().map(|(first, many)| {
            let width: usize = layout.columns[first..first + many].iter().map(|(_, w)| w).sum();
            let width = width + layout.gap * (many - 1);
            (wrap(&columns[block[first]].over, width, 0).len(), first)
        });
        let highest = labels.chain(over).max_by_key(|(lines, _)| *lines);
        let Some((_, place)) = highest.filter(|(lines, _)| *lines > LOW) else { break };
        layout.columns[place].1 += 1;
    }
    layout
}

/// The lines over the columns.
pub fn lines(columns: &[Column], layout: &Layout, room: usize) -> Vec<String> {
    let labels = in_one_line(columns, layout, room).map(|line| vec![line]);
    let labels = labels.unwrap_or_else(|_| broken(columns, layout));
    let labels = labels.into_iter().filter(|line| !line.is_empty());
    over(columns, layout).into_iter().chain(labels).collect()
}

/// The labels in one line; else the place of the column that would have to be wider.
fn in_one_line(columns: &[Column], layout: &Layout, room: usize) -> Result<String, usize> {
    let mut line = String::new();
    let mut taken = 0;
    let mut before = None;
    for (place, ((at, width), start)) in layout.columns.iter().zip(layout.starts()).enumerate() {
        let column = &columns[*at];
        let label = column.label.width();
        if label == 0 {
            continue;
        }
        let is_right = column.shape.is_right();
        let from = if is_right { (start + width).checked_sub(label).ok_or(place)? } else { start };
        if before.is_some() && from < taken + layout.gap {
            // Whichever of the two reaches into the other.
            return Err(before.filter(|_| taken + layout.gap > start).unwrap_or(place));
        }
        if from + label > room {
            return Err(place);
        }
        line.push_str(&" ".repeat(from - taken));
        line.push_str(&column.label);
        taken = from + label;
        before = Some(place);
    }
    Ok(line)
}

/// The labels broken within their columns.
fn broken(columns: &[Column], layout: &Layout) -> Vec<String> {
    let starts = layout.starts();
    let labels = layout.columns.iter().zip(&starts).map(|((at, width), start)| Words {
        text: &columns[*at].label,
        is_right: columns[*at].shape.is_right(),
        start: *start,
        width: *width,
    });
    stand(labels)
}

/// The words over several columns.
fn over(columns: &[Column], layout: &Layout) -> Vec<String> {
    let block: Vec<usize> = layout.columns.iter().map(|(at, _)| *at).collect();
    let starts = layout.starts();
    let over = groups(columns, &block).into_iter().map(|(first, many)| {
        let last = first + many - 1;
        Words {
            text: &columns[block[first]].over,
            is_right: many == 1 && columns[block[first]].shape.is_right(),
            start: starts[first],
            width: starts[last] + layout.columns[last].1 - starts[first],
        }
    });
    stand(over)
}

/// Words over one or more columns.
struct Words<'t> {
    text: &'t str,
    is_right: bool,
    start: usize,
    width: usize,
}

/// Words beside each other, each broken within its width, the last line of each at the bottom.
fn stand<'t>(words: impl Iterator<Item = Words<'t>>) -> Vec<String> {
    let words = words.filter(|words| !words.text.is_empty());
    let broken: Vec<(Words<'_>, Vec<String>)> =
        words.map(|words| (wrap(words.text, words.width, 0), words)).map(|(l, w)| (w, l)).collect();
    let height = broken.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let mut lines = vec![String::new(); height];
    for (Words { is_right, start, width, .. }, texts) in &broken {
        for (line, text) in lines[height - texts.len()..].iter_mut().zip(texts) {
            let from = if *is_right { start + width.saturating_sub(text.width()) } else { *start };
            line.push_str(&" ".repeat(from.saturating_sub(line.width())));
            line.push_str(text);
        }
    }
    lines
}
