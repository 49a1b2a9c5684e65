//! The terminal: columns that line up also with Vietnamese letters, lines no wider than the screen.
//!
//! What a table wants of a screen its columns and rows say; here it becomes widths and lines. Values are made into texts
//! once ([`cells`]); which columns stand there and how wide they are follows from what those texts take ([`layout`]).

mod breaking;
mod broken;
pub(super) mod cells;
mod chart;
mod head;
pub(super) mod layout;
mod rows;
pub(super) mod screen;

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::table::{Column, Table};
use crate::texts;
use breaking::wrap;
use cells::Cells;
use layout::{Layout, Wanted, blocks, choose, lay_out};
use rows::Rows;
pub use screen::Screen;

/// Writes a table laid out for people.
pub fn terminal(table: &Table<'_>, screen: Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let drawn = Drawn::of(table, screen);
    write_heading(table, &drawn, screen, out)?;
    let mut is_first = table.heading.is_empty();
    let mut apart = |out: &mut dyn Write| {
        if is_first {
            is_first = false;
            return Ok(());
        }
        writeln!(out)
    };
    for smaller in &table.above {
        apart(out)?;
        part(smaller, screen, out)?;
    }
    for chart in &table.charts {
        apart(out)?;
        part(&chart::drawn(chart, screen), screen, out)?;
    }
    if !table.rows.is_empty() {
        apart(out)?;
        drawn.write(table, screen, out)?;
    }
    let left_out = left_out(table, &drawn, screen);
    let mut under = table.under.iter().chain(&table.hints).chain(&left_out).peekable();
    if under.peek().is_some() {
        apart(out)?;
        for line in under {
            write_lines(&wrap(line, screen.room(), 2), out)?;
        }
    }
    for smaller in &table.below {
        apart(out)?;
        part(smaller, screen, out)?;
    }
    Ok(())
}

/// A smaller table: its heading stands right over its rows.
fn part(table: &Table<'_>, screen: Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
    let drawn = Drawn::of(table, screen);
    write_heading(table, &drawn, screen, out)?;
    drawn.write(table, screen, out)?;
    for line in table.under.iter().chain(&left_out(table, &drawn, screen)) {
        write_lines(&wrap(line, screen.room(), 2), out)?;
    }
    Ok(())
}

fn write_lines(lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// A table as it stands on a screen.
struct Drawn<'t> {
    cells: Cells<'t>,
    /// Columns beside each other with the lines over them; the next ones stand below.
    blocks: Vec<(Layout, Vec<String>)>,
    left_out: Vec<usize>,
}

impl<'t> Drawn<'t> {
    fn of(table: &'t Table<'_>, screen: Screen<'_>) -> Self {
        let cells = Cells::of(table, screen);
        let (columns, room) = (&table.columns, screen.room());
        let (shown, left_out) = choose(columns, &cells.measures, room);
        let blocks = blocks(columns, &cells.measures, &shown, room).into_iter().map(|block| {
            let layout = |labels, wide| {
                lay_out(columns, &cells.measures, &block, Wanted { room, labels, wide })
            };
            let layout = head::in_one(columns, layout(false, true), room)
                .or_else(|| head::in_one(columns, layout(false, false), room))
                .unwrap_or_else(|| layout(true, true));
            let layout =
                head::lowered(columns, layout, room).stretched(columns, &cells.measures, room);
            let head = head::lines(columns, &layout, room);
            (layout, head)
        });
        let blocks = blocks.collect();
        Self { cells, blocks, left_out }
    }

    fn write(&self, table: &Table<'_>, screen: Screen<'_>, out: &mut dyn Write) -> io::Result<()> {
        for (number, (layout, head)) in self.blocks.iter().enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            for line in head {
                if screen.color {
                    writeln!(out, "\u{1b}[1m{line}\u{1b}[0m")?
                } else {
                    writeln!(out, "{line}")?
                }
            }
            if !head.is_empty() {
                let labels = head.iter().map(|line| line.width()).max().unwrap_or(0);
                writeln!(
                    out,
                    "{}",
                    if screen.is_plain { "-" } else { "─" }.repeat(layout.width().max(labels))
                )?;
            }
            // Of a table continued below, what has no room is told with the last part.
            let is_last = number + 1 == self.blocks.len();
            let left_out = if is_last { &self.left_out[..] } else { &[] };
            let rows = Rows::new(table, &self.cells, (layout, left_out), screen);
            for (row, cells) in table.rows.iter().zip(&self.cells.rows) {
                rows.write(row, cells.as_ref(), out)?;
            }
        }
        Ok(())
    }
}

/// The title, with what stands at its right, or over it where there is no room; then the other lines.
fn write_heading(
    table: &Table<'_>,
    drawn: &Drawn<'_>,
    screen: Screen<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut lines = table.heading.iter();
    if let Some(aside) = &table.aside {
        let title = lines.next().map_or("", String::as_str);
        let (left, right) = (title.width(), aside.width());
        if left + 2 + right > screen.room() {
            write_lines(&wrap(aside, screen.room(), 0), out)?;
            write_lines(&said_apart(title, screen.room()), out)?;
        } else {
            let table = drawn.blocks.iter().map(|(layout, _)| layout.width()).max().unwrap_or(0);
            let between = (left + 3 + right).max(table).min(screen.room()) - left - right;
            writeln!(out, "{title}{:between$}{aside}", "")?;
        }
    }
    lines.try_for_each(|line| write_lines(&said_apart(line, screen.room()), out))
}

/// A line of things told beside each other: where it is broken between two of them, the point between them goes.
fn said_apart(line: &str, room: usize) -> Vec<String> {
    let mut lines = wrap(line, room, 2);
    if let [first @ .., _] = &mut lines[..] {
        first.iter_mut().for_each(|line| *line = line.trim_end_matches(" ·").to_owned());
    }
    for line in lines.iter_mut().skip(1) {
        *line = line.replacen("  · ", "  ", 1);
    }
    lines
}

/// What a narrow screen leaves out, and where it is to be seen.
fn left_out(table: &Table<'_>, drawn: &Drawn<'_>, screen: Screen<'_>) -> Option<String> {
    let label = |column: &Column| {
        let words = [column.over.as_str(), &column.label].into_iter();
        words.filter(|words| !words.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let gone = drawn.left_out.iter().map(|at| &table.columns[*at]);
    let gone = gone.filter(|column| !column.told_beneath);
    let labels = gone.map(label).filter(|words| !words.is_empty());
    let labels: Vec<String> = labels.map(|words| words.join(": ")).collect();
    (!labels.is_empty() && !table.rows.is_empty())
        .then(|| texts::lists::left_out(screen.lang, &labels))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, Share, Told};
    use crate::table::{Chart, Drawn, Field, Point, Role, Row, Shape, Tone, Value};
    use crate::texts::Lang;

    /// A row whose fields are all texts.
    fn fields<'a>(texts: &[&'a str]) -> Row<'a> {
        Row::body(texts.iter().map(|text| Field::from(*text)).collect())
    }

    fn drawn(table: &Table<'_>, width: u16) -> String {
        let mut out = Vec::new();
        terminal(table, Screen { width, color: false, is_plain: false, lang: Lang::EN }, &mut out)
            .unwrap();
        String::from_utf8(out).unwrap()
    }

    fn columns(labels: &[&str]) -> Vec<Column> {
        labels.iter().map(|label| Column::new("key", *label, Shape::Text)).collect()
    }

    #[test]
    fn columns_line_up_in_both_normal_forms() {
        let rows = vec![
            fields(&["Nguyễn Thị Đỗ Quyên", "x"]),
            fields(&["Nguye\u{302}\u{303}n Thi\u{323} Đô\u{303} Quyên", "x"]),
            fields(&["Le Van A            ", "x"]),
        ];
        let table =
            Table { columns: columns(&["Họ và tên", "Dự"]), rows, ..Table::default() };
        let places: Vec<usize> = drawn(&table, 80)
            .lines()
            .skip(2)
            .map(|line| line[..line.find('x').unwrap()].width())
            .collect();
        assert_eq!(places, [22, 22, 22]);
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        let long = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";
        let smaller = || Table {
            heading: vec![long.repeat(2)],
            columns: vec![
                Column::new("a", "", Shape::Short),
                Column::new("b", "", Shape::Bar).goes(1),
                Column::new("c", "", Shape::Text),
            ],
            rows: vec![Row::body(vec![
                "Có báo cáo".into(),
                Value::from(Told::Share(Share { k: 1, n: 2 })).into(),
                long.into(),
            ])],
            ..Table::default()
        };
        let rows = vec![
            Row::across(Role::Group, long.repeat(3)),
            Row::texts(Role::Group, vec!["P1".into(), "Phường 1".into(), long.into()]),
            fields(&[long, long]).beneath([long.repeat(2)]),
        ];
        let table = Table {
            heading: vec![long.repeat(3)],
            aside: Some(long.to_owned()),
            above: vec![smaller()],
            columns: columns(&["Chuyên đề", "Ghi chú"]),
            rows,
            under: vec![long.repeat(2)],
            below: vec![smaller()],
            ..Table::default()
        };
        for width in 40..120 {
            for line in drawn(&table, width).lines() {
                assert!(line.width() <= usize::from(width), "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_series_that_does_not_fit_is_continued_below() {
        let mut columns = columns(&["Chi bộ"]);
        let month = |m: u32| Column::new("m", format!("T{m}"), Shape::Series).over("2018");
        columns.extend((1..=12).map(month));
        let mut row = vec!["P1-01 Khu phố 1"];
        row.extend(["27/27"; 12]);
        let table = Table { columns, rows: vec![fields(&row)], ..Table::default() };
        let text = drawn(&table, 80);
        assert_eq!((text.matches("P1-01").count(), text.matches("2018").count()), (2, 2));
        assert_eq!(text.matches("27/27").count(), 12);
        let text = drawn(&table, 160);
        assert_eq!((text.matches("P1-01").count(), text.matches("2018").count()), (1, 1));
    }

    #[test]
    fn texts_across_stand_in_their_place() {
        let rows = vec![
            Row::texts(Role::Group, vec!["P1".into(), "Phường 1".into(), "1/2".into()]),
            fields(&["a", "b", "c"]).beneath(["d".to_owned()]),
            Row::across(Role::Total, "Tổng cộng"),
        ];
        let table = Table { columns: columns(&["A", "B", "C"]), rows, ..Table::default() };
        let expected = "A  B  C\n───────\nP1 Phường 1  1/2\na  b  c\n  → d\nTổng cộng\n";
        assert_eq!(drawn(&table, 40), expected);
    }

    #[test]
    fn names_are_broken_last_and_never_between_a_word_and_its_number() {
        let columns = vec![
            Column::new("cell", "Chi bộ", Shape::Name),
            Column::new("people", "Cán bộ", Shape::Name),
            Column::new("note", "Ghi chú", Shape::Text),
        ];
        let people = "Nguyễn Thị Kiều Oanh; Trần Thị Phương Uyên";
        let note = "Mất điện giữa buổi, kết thúc sớm, chuyển nội dung sang tháng sau";
        let rows = vec![fields(&["P1-02 Khu phố 2", people, note])];
        let table = Table { columns, rows, ..Table::default() };
        let text = drawn(&table, 60);
        for name in ["P1-02 Khu phố 2", "Nguyễn Thị Kiều Oanh;", "Trần Thị Phương Uyên"]
        {
            assert!(text.contains(name), "{name}\n{text}");
        }
        assert!(!drawn(&table, 40).contains("Khu phố\n"));
    }

    #[test]
    fn columns_without_a_value_are_left_out_and_those_without_room_are_named() {
        let columns = vec![
            Column::new("cell", "Cell", Shape::Name),
            Column::new("grade", "Grade", Shape::Text),
            Column::new("title", "Title", Shape::Text).drop_below(60),
            Column::new("raised", "Raised", Shape::Count),
        ];
        let rows = vec![
            Row::body(vec!["P1-01".into(), "".into(), "Head".into(), 0.into()]),
            Row::of(Role::Total, vec!["Total".into(), "x".into(), "x".into(), 1.into()]),
        ];
        let table = Table { columns, rows, ..Table::default() };
        assert_eq!(drawn(&table, 80), "Cell   Title\n────────────\nP1-01  Head\nTotal  x\n");
        let narrow = drawn(&table, 50);
        assert!(narrow.starts_with("Cell\n─────\nP1-01\nTotal\n\nNo room for: Title."), "{narrow}");
    }

    #[test]
    fn what_has_no_room_in_a_row_may_stand_beneath_it() {
        let columns = vec![
            Column::new("cell", "Cell", Shape::Name),
            Column::new("on", "Last visit", Shape::Short).or_beneath(1),
            Column::new("days", "Days", Shape::Number).or_beneath(2),
        ];
        let rows = vec![
            Row::body(vec!["P1-01 Khu phố 1".into(), "2018-07-05".into(), 34.into()]),
            Row::body(vec!["P1-02".into(), "".into(), "".into()]).beneath(["Asked".to_owned()]),
        ];
        let table = Table { columns, rows, ..Table::default() };
        let text = drawn(&table, 30);
        let expected = "P1-01 Khu phố 1  2018-07-05\n  → Days: 34\nP1-02\n  → Asked\n";
        assert!(text.ends_with(expected), "{text}");
        let text = drawn(&table, 24);
        assert!(text.contains("P1-01 Khu phố 1\n  → Last\n    visit: 2018-07-05;"), "{text}");
        assert!(!text.contains("No room"), "{text}");
    }

    #[test]
    fn a_line_of_a_heading_is_broken_without_a_point_at_its_end() {
        let heading = vec!["Gaps 3/27 (11.1%) · as of 2018-08-08 · open".to_owned()];
        let table = Table { heading, ..Table::default() };
        let expected = "Gaps 3/27 (11.1%) · as of 2018-08-08\n  open\n";
        // There is room for the point, or there is none.
        assert_eq!([drawn(&table, 39), drawn(&table, 37)], [expected; 2]);
    }

    #[test]
    fn a_terminal_without_other_signs_is_given_those_of_a_typewriter() {
        let point = |label: &str, k| Point {
            label: label.to_owned(),
            short: label.to_owned(),
            share: Share { k, n: 27 },
        };
        let points = || [point("2018-01", 20), point("2018-02", 27)];
        let charts = [Drawn::Line, Drawn::Bars]
            .into_iter()
            .filter_map(|drawn| Chart::of(drawn, "Came", points()));
        let table = Table {
            charts: charts.collect(),
            columns: columns(&["Cell"]),
            rows: vec![fields(&["P1-01"]).beneath(["met".to_owned()])],
            ..Table::default()
        };
        let drawn = |is_plain| {
            let mut out = Vec::new();
            let screen = Screen { width: 80, color: false, is_plain, lang: Lang::EN };
            terminal(&table, screen, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let (plain, other) = (drawn(true), drawn(false));
        assert!(
            plain.contains(".@ ") && plain.contains("####") && plain.contains("> met"),
            "{plain}"
        );
        assert!(!plain.contains(['█', '▁', '─', '→']), "{plain}");
        assert!(other.contains("▁█ ") && other.contains("████") && other.contains("─"), "{other}");
    }

    #[test]
    fn strokes_of_fractions_stand_under_each_other_and_days_have_no_year() {
        let columns = vec![
            Column::new("present", "Present", Shape::Fraction).dashed(),
            Column::new("on", "On", Shape::Day),
        ];
        let day = || Value::from(Date::new(2018, 7, 5)).into();
        let rows = vec![
            Row::body(vec!["9/12".into(), day()]),
            Row::body(vec!["16/20*".into(), day()]),
            Row::body(vec!["".into(), day()]),
        ];
        let table = Table { columns, rows, ..Table::default() };
        let expected =
            "Present  On\n──────────────\n  9/12   07-05\n 16/20*  07-05\n  –      07-05\n";
        assert_eq!(drawn(&table, 40), expected);
    }

    #[test]
    fn colour_stands_on_words_that_say_the_same() {
        let bad = Field { value: "No report".into(), tone: Tone::Bad };
        let rows = vec![Row::body(vec![bad])];
        let table = Table { columns: columns(&["Result"]), rows, ..Table::default() };
        let mut out = Vec::new();
        terminal(
            &table,
            Screen { width: 40, color: true, is_plain: false, lang: Lang::EN },
            &mut out,
        )
        .unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.ends_with("\u{1b}[31mNo report\u{1b}[0m\n"), "{text:?}");
    }
}
