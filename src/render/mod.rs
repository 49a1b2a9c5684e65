//! A [`Table`](crate::table::Table) as bytes: one file a format.

mod csv;
mod docx;
mod html;
mod ics;
mod json;
mod markdown;
mod message;
mod terminal;
mod words;
mod xlsx;

pub use csv::{Dialect, csv, csv_on};
pub use docx::docx;
pub use html::html;
pub use ics::ics;
pub use json::json;
pub use markdown::markdown;
pub use message::message;
pub use terminal::{Screen, terminal};
pub use xlsx::{MOST_ROWS, form, xlsx};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, Row, Shape, Table};
    use crate::texts::Lang;

    #[test]
    fn signs_that_turn_or_hide_others_are_shown_by_their_number_in_documents() {
        let hostile = "Phòng \u{202e}gnohp\u{200b} \u{1b}[31m\u{0}đỏ";
        let row = || Row::body(vec![hostile.into()]).beneath([hostile.to_owned()]);
        let table = Table {
            heading: vec![hostile.to_owned(); 2],
            aside: Some(hostile.to_owned()),
            columns: vec![Column::new("name", hostile, Shape::Name)],
            rows: vec![row(), Row::across(crate::table::Role::Group, hostile)],
            under: vec![hostile.to_owned()],
            ..Table::default()
        };
        type Written = fn(&Table<'_>, Lang<'_>, &mut dyn std::io::Write) -> std::io::Result<()>;
        for write in [html as Written, markdown, message] {
            let mut out = Vec::new();
            write(&table, Lang::VI, &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{1b}', '\u{0}']), "{text}");
            assert!(text.contains("U+202E"), "{text}");
        }
    }

    #[test]
    fn a_text_of_a_megabyte_is_written_whole() {
        let long = "Tổ dân phố ".repeat(100_000);
        let table = Table {
            columns: vec![Column::new("note", "Ghi chú", Shape::Text)],
            rows: vec![Row::body(vec![long.as_str().into()])],
            ..Table::default()
        };
        let mut out = Vec::new();
        html(&table, Lang::VI, &mut out).unwrap();
        assert!(out.len() > long.len());
        out.clear();
        markdown(&table, Lang::VI, &mut out).unwrap();
        assert!(out.len() > long.trim().len());
        let screen = Screen { width: 80, color: false, is_plain: false, lang: Lang::VI };
        out.clear();
        terminal(&table, screen, &mut out).unwrap();
        assert!(out.len() > long.trim().len());
    }
}
