//! A document for word processors: a table to be signed and sent, in the form of the office's papers where it has one.
//!
//! Every text is written as a text. The same table gives the same bytes. What a table says is laid out as for a screen,
//! with as many letters beside each other as the sheet takes: upright, or lying where that has no room for all columns. What
//! a screen says of what to type next is not said.

mod around;
mod form;
mod grid;
mod line;
mod package;
mod prose;
mod sheet;
mod widths;
mod xml;

use std::io;

use crate::table::{Shape, Table};
use crate::texts::{self, Lang};
use around::Around;
use form::Form;
use grid::Grid;
use package::{NAMES, Parts};
use prose::Prose;
use sheet::Sheet;
use widths::Placed;
use xml::Paragraph;

/// The document of a table laid out for people.
pub fn docx(table: &Table<'_>, lang: Lang<'_>) -> io::Result<Vec<u8>> {
    let form = Form::read()?;
    let [best, smaller, wide] = Sheet::all(&form);
    for sheet in [best, smaller] {
        let whole = Whole::on(table, &sheet, lang);
        if whole.fits() {
            return whole.parts(&form, &sheet, lang).packed();
        }
    }
    Whole::on(table, &wide, lang).parts(&form, &wide, lang).packed()
}

/// A table with the smaller ones above and below it, as they stand on a sheet. These may have smaller ones too.
struct Whole<'t> {
    above: Vec<Whole<'t>>,
    main: Placed<'t>,
    below: Vec<Whole<'t>>,
}

impl<'t> Whole<'t> {
    fn on(table: &'t Table<'t>, sheet: &Sheet<'_>, lang: Lang<'t>) -> Self {
        let placed = |tables: &'t [Table<'t>]| {
            tables.iter().map(|table| Self::on(table, sheet, lang)).collect()
        };
        let main = Placed::on(table, sheet, lang);
        Self { above: placed(&table.above), main, below: placed(&table.below) }
    }

    fn fits(&self) -> bool {
        self.main.fits && self.above.iter().chain(&self.below).all(Self::fits)
    }

    /// The rows with what stands above and below them, each apart from the others.
    fn inner(&self, inside: Inside<'_>) -> String {
        let Inside { lang, with_next, .. } = inside;
        let apart = Inside { with_next: false, ..inside };
        let above = self.above.iter().map(|smaller| smaller.headed(apart));
        let rows =
            rows(&self.main, Inside { with_next: with_next && self.below.is_empty(), ..inside });
        let main = [rows, under(&self.main, lang)];
        let last = self.below.len().saturating_sub(1);
        let below = self.below.iter().enumerate();
        let below =
            below.map(|(at, smaller)| smaller.headed(if at == last { inside } else { apart }));
        let parts = above.chain(main).chain(below).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(&gap())
    }

    /// The same of a smaller table, right under its heading.
    fn headed(&self, inside: Inside<'_>) -> String {
        let heading = self.main.table.heading.iter().filter(|line| !line.is_empty());
        let styles = std::iter::once("Part").chain(std::iter::repeat("Note"));
        let heading = styles.zip(heading).map(|(style, line)| Paragraph::new(style, line));
        let heading = heading.map(|line| line.with_next(true).xml());
        heading.collect::<String>() + &self.inner(inside)
    }

    fn parts(&self, form: &Form, sheet: &Sheet<'_>, lang: Lang<'_>) -> Parts {
        let table = self.main.table;
        let around = Around { form, sheet, lang };
        let kind = table.paper.as_ref().and_then(|_| form.kind(table.kind));
        let mut body = String::new();
        if let Some(paper) = &table.paper {
            body.push_str(&around.head(paper, kind));
        }
        body.push_str(&around.title(table, kind));
        body.push_str(&gap());
        let signed = table.paper.as_ref().filter(|_| !kind.is_some_and(|kind| kind.is_slip));
        body.push_str(&self.inner(Inside { form, lang, with_next: signed.is_some() }));
        if let Some(paper) = signed {
            body.push_str(&gap().repeat(2));
            body.push_str(&around.signatures(paper));
        }
        // A document does not end with a table. What follows one takes no page of its own.
        body.push_str(&Paragraph::empty("Last").xml());
        let section = sheet.section();
        Parts {
            title: table.heading.first().cloned().unwrap_or_default(),
            document: format!("<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>"),
            styles: sheet.styles(&form.words(lang).language),
            footer: around.footer(table),
        }
    }
}

/// What stands between the head of a document and its signatures.
#[derive(Clone, Copy)]
struct Inside<'f> {
    form: &'f Form,
    lang: Lang<'f>,
    /// Whether its end stands on the page of what follows: no page has signatures alone.
    with_next: bool,
}

/// What keeps two tables apart.
fn gap() -> String {
    Paragraph::empty("Gap").with_next(true).xml()
}

/// The rows: sentences as paragraphs, else a table.
fn rows(placed: &Placed<'_>, Inside { form, with_next, .. }: Inside<'_>) -> String {
    if placed.table.rows.is_empty() {
        return String::new();
    }
    let mut columns = placed.columns();
    if let (Some(only), None) = (columns.next(), columns.next())
        && only.shape == Shape::Text
    {
        let items = form.kind(placed.table.kind).map_or(&[][..], |kind| &kind.items);
        return Prose { placed, items, with_next }.xml();
    }
    let last = placed.blocks.len().saturating_sub(1);
    let grids = placed.blocks.iter().enumerate().filter(|(_, block)| !block.is_empty());
    let grids = grids.map(|(at, block)| {
        let is_last = at == last;
        Grid { placed, block, is_last, with_next: with_next && is_last }.xml()
    });
    grids.collect::<Vec<_>>().join(&gap())
}

/// The lines under a table, and which of its columns had no room.
fn under(placed: &Placed<'_>, lang: Lang<'_>) -> String {
    let gone = placed.left_out.iter().map(|at| &placed.table.columns[*at]);
    let gone = gone.filter(|column| !column.told_beneath);
    let gone: Vec<String> = gone.map(|column| column.whole_label().into_owned()).collect();
    let gone = (!gone.is_empty() && !placed.table.rows.is_empty())
        .then(|| texts::lists::not_on_paper(lang, &gone));
    let lines = placed.table.under.iter().chain(&gone);
    lines.map(|line| Paragraph::new("Note", line).with_next(true).xml()).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::xml::Look;
    use super::*;
    use crate::domain::{Letterhead, Share, Told};
    use crate::table::{Column, Field, Paper, Role, Row, Tone, Value};

    /// The main part of a document.
    fn document(table: &Table<'_>) -> String {
        let bytes = docx(table, Lang::VI).unwrap();
        assert!(bytes == docx(table, Lang::VI).unwrap());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        zip.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
        text
    }

    fn columns(labels: &[&str]) -> Vec<Column> {
        labels.iter().map(|label| Column::new("key", *label, Shape::Text)).collect()
    }

    fn texts<'a>(texts: &[&'a str]) -> Row<'a> {
        Row::body(texts.iter().map(|text| Field::from(*text)).collect())
    }

    #[test]
    fn the_form_stands_around_what_has_a_paper_and_around_nothing_else() {
        let heading = vec!["BÁO CÁO THỬ".to_owned(), "tính đến hôm nay".to_owned()];
        let foot = vec!["Mã đối chiếu".to_owned()];
        let paper = Paper { office: None, letterhead: Letterhead::default(), year: 2018, foot };
        let table = Table { heading, paper: Some(paper), ..Table::default() };
        let text = document(&table);
        for said in ["ĐẢNG CỘNG SẢN VIỆT NAM", "năm 2018", "Nơi nhận:", "NGƯỜI LẬP BIỂU"]
        {
            assert!(text.contains(said), "{said}");
        }
        let text = document(&Table { paper: None, ..table });
        assert!(!text.contains("ĐẢNG CỘNG SẢN") && text.contains("hôm\u{a0}nay"), "{text}");
    }

    #[test]
    fn a_head_stands_on_every_page_and_a_row_on_one() {
        let mut columns = columns(&["Chi bộ", "Tốt", "Khá"]);
        columns[1].over = "Xếp loại".to_owned();
        columns[2].over = "Xếp loại".to_owned();
        let rows = vec![
            Row::across(Role::Group, "P1 Phường 1"),
            texts(&["P1-01", "x", "y"]),
            Row::of(Role::Total, vec!["Tổng cộng".into(), "1".into(), "2".into()]),
        ];
        let text = document(&Table { columns, rows, ..Table::default() });
        assert_eq!(text.matches("<w:tblHeader/>").count(), 2);
        assert_eq!(text.matches("<w:cantSplit/>").count(), 5);
        assert_eq!(text.matches("Xếp loại").count(), 1);
        assert_eq!(text.matches("<w:gridSpan w:val=\"2\"/>").count(), 1);
        assert_eq!(text.matches("<w:gridSpan w:val=\"3\"/>").count(), 1);
        assert_eq!(text.matches("<w:vMerge").count(), 2);
        for bold in ["P1 Phường 1", "Tổng cộng", "1", "2"] {
            assert!(text.contains(&xml::run(Look::Bold, bold)), "{bold}");
        }
    }

    /// A paper of so many rows.
    fn paper(many: usize) -> Table<'static> {
        let (letterhead, foot) = (Letterhead::default(), Vec::new());
        let paper = Paper { office: None, letterhead, year: 2018, foot };
        let columns = columns(&["Chi bộ", "Ghi chú"]);
        let rows = (0..many).map(|_| texts(&["P1-01", "x"])).collect();
        Table { columns, rows, paper: Some(paper), ..Table::default() }
    }

    #[test]
    fn the_end_of_the_rows_stands_on_the_page_of_the_signatures() {
        let kept = |table: Table<'_>| {
            let text = document(&table);
            let rows = text.split("</w:tr>").filter(|row| row.contains(">P1-01<"));
            rows.map(|row| row.matches("<w:keepNext/>").count()).collect::<Vec<_>>()
        };
        // Both cells of a row.
        let [before, end] = [vec![0; 18], vec![2, 2]];
        assert_eq!(kept(paper(20)), [before, end].concat());
        assert_eq!(kept(paper(4)), [2; 4]);
        assert_eq!(kept(Table { paper: None, ..paper(4) }), [0; 4]);
        // Where smaller tables stand below, it is the last of these.
        let below = vec![Table { paper: None, ..paper(3) }, Table { paper: None, ..paper(4) }];
        let text = kept(Table { below, ..paper(2) });
        assert_eq!(text, [0, 0, 0, 0, 0, 2, 2, 2, 2]);
    }

    #[test]
    fn what_follows_the_signatures_takes_no_page() {
        let text = document(&paper(1));
        let (signed, last) = text.rsplit_once("</w:tbl>").unwrap();
        assert!(last.starts_with("<w:p><w:pPr><w:pStyle w:val=\"Last\"/></w:pPr></w:p><w:sectPr>"));
        let (_, signed) = signed.rsplit_once("<w:tbl>").unwrap();
        assert_eq!(signed.matches("<w:p>").count(), signed.matches("<w:keepNext/>").count());
    }

    #[test]
    fn the_sheet_is_not_turned_while_there_is_room() {
        let mut columns = columns(&["Chi bộ", "Chức vụ", "Kết quả"]);
        columns[1].drop_below = Some(130);
        let rows = vec![texts(&["P1-01 Khu phố 1", "Trưởng phòng Nội vụ", "Đã dự"])];
        let text = document(&Table { columns, rows, ..Table::default() });
        assert!(!text.contains("landscape") && text.contains("Nội vụ"), "{text}");
    }

    #[test]
    fn marks_of_a_form_stand_in_the_middle() {
        let columns = [("good", Shape::Short), ("note", Shape::Text)];
        let columns = columns.map(|(key, shape)| Column::new(key, "Tốt", shape).of_form()).into();
        let total = Row::of(Role::Total, vec!["6".into(), "ghi".into()]);
        let rows = vec![texts(&["x", "ghi"]), total];
        let text = document(&Table { columns, rows, ..Table::default() });
        assert_eq!(text.matches("\"CellCenter\"").count(), 2);
    }

    #[test]
    fn the_last_words_of_a_heading_stay_together() {
        let heading = "TỔNG HỢP ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG SINH HOẠT CHI BỘ · THÁNG 7/2018";
        let said = "Tốt 6 · tính đến 08/08/2018 · tháng chưa chốt".to_owned();
        let text = document(&Table { heading: vec![heading.to_owned(), said], ..Table::default() });
        assert!(text.contains("CHẤT LƯỢNG SINH\u{a0}HOẠT\u{a0}CHI\u{a0}BỘ<"), "{text}");
        assert!(text.contains(">THÁNG 7/2018<"));
        assert!(text.contains("\u{a0}· tháng\u{a0}chưa\u{a0}chốt<"), "{text}");
    }

    #[test]
    fn numbers_stand_at_the_right_and_a_bar_is_not_printed() {
        let share =
            || Field { value: Value::from(Told::Share(Share { k: 1, n: 2 })), tone: Tone::Bad };
        let columns = [Shape::Fraction, Shape::Percent, Shape::Bar];
        let columns = columns.map(|shape| Column::new("key", "Tỷ lệ", shape)).to_vec();
        let rows = vec![Row::body(vec![share(), share(), share()])];
        let text = document(&Table { columns, rows, ..Table::default() });
        assert_eq!(text.matches("\"CellRight\"").count(), 2);
        assert!(text.contains(">1/2<") && text.contains(">50,0%<") && !text.contains('█'));
    }

    #[test]
    fn what_has_no_room_stands_beneath_its_row_or_is_named() {
        let long = "chuyển nội dung sang tháng sau ".repeat(20);
        let mut columns: Vec<Column> =
            (0..20).map(|_| Column::new("key", "Nội dung", Shape::Text)).collect();
        columns.push(Column::new("key", "Từ ngày", Shape::Short).or_beneath(2));
        columns.push(Column::new("key", "Lĩnh vực", Shape::Text).goes(3));
        let row = Row::body((0..22).map(|_| Field::from(long.as_str())).collect());
        let text = document(&Table { columns, rows: vec![row], ..Table::default() });
        assert!(text.contains("w:orient=\"landscape\""));
        assert!(text.contains("Từ ngày: chuyển") && text.contains("Không in cột: Lĩnh vực."));
    }

    #[test]
    fn sentences_alone_are_paragraphs() {
        let rows = vec![
            Row::across(Role::Group, "Tổ chức"),
            texts(&["Có 27 chi bộ."]),
            Row::across(Role::Body, ""),
        ];
        let text = document(&Table { columns: columns(&["Nội dung"]), rows, ..Table::default() });
        assert!(!text.contains("<w:tbl>") && !text.contains("Nội dung"), "{text}");
        assert!(text.contains("\"Prose\"/></w:pPr>") && text.contains("Có 27 chi bộ."));
    }

    #[test]
    fn a_text_of_any_length_and_any_letters_is_harmless() {
        let long = "<w:p>\u{202e}&\u{1}=1+1\u{0}]]>".repeat(60_000);
        assert!(long.len() > 1_000_000);
        let rows = vec![texts(&["P1-01", &long]).beneath([long.clone()])];
        let table = Table {
            heading: vec![long.clone()],
            columns: columns(&["Chi bộ", "Ghi chú"]),
            rows,
            under: vec![long.clone()],
            ..Table::default()
        };
        let text = document(&table);
        assert_eq!(
            text.matches("&lt;w:p&gt;&lt;U+202E&gt;&amp;&lt;U+0001&gt;=1+1").count(),
            240_000
        );
        assert!(!text.contains(['\u{202e}', '\u{1}', '\u{0}']));
        // Longer than a page: such a row is not kept on one.
        assert_eq!(text.matches("<w:cantSplit/>").count(), 1);
    }
}
