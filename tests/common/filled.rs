//! A workbook that somebody fills in: cells of a made one are set as a program for spreadsheets sets them, everything else stays as it
//! is.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A workbook, part by part.
pub struct Filled {
    parts: Vec<(String, Vec<u8>)>,
}

/// What is entered in a cell.
pub enum Entered<'a> {
    Text(&'a str),
    Number(f64),
    /// A day as a program for spreadsheets keeps it: day, month, year.
    Day(u32, u32, i32),
    Nothing,
}

impl<'a> From<&'a str> for Entered<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Entered<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl Filled {
    /// A workbook as it was made.
    pub fn new(bytes: Vec<u8>) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("a part is read");
            parts.push((part.name().expect("a name").into_owned(), content));
        }
        Self { parts }
    }

    /// The workbook as a file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
            writer.write_all(content).expect("a part is written");
        }
        writer.finish().expect("a workbook").into_inner()
    }

    /// The cells of a sheet as texts, row by row from the first one.
    pub fn rows(&self, sheet: &str) -> Vec<Vec<String>> {
        let mut book = Xlsx::new(Cursor::new(self.bytes())).expect("a workbook");
        let range = book.worksheet_range(sheet).expect("a sheet");
        let (last_row, last_column) = range.end().unwrap_or_default();
        let text = |row, column| match range.get_value((row, column)) {
            None | Some(Data::Empty) => String::new(),
            Some(value) => value.to_string(),
        };
        let row = |row| (0..=last_column).map(|column| text(row, column)).collect();
        (0..=last_row).map(row).collect()
    }

    /// The names of its sheets.
    pub fn sheets(&self) -> Vec<String> {
        Xlsx::new(Cursor::new(self.bytes())).expect("a workbook").sheet_names()
    }

    /// The address of the cell of a row, known by its code, in the column of a heading: `F8`.
    pub fn address(&self, sheet: &str, code: &str, heading: &str) -> String {
        let rows = self.rows(sheet);
        let row = rows.iter().position(|row| row.iter().any(|cell| cell == code));
        let column = rows.iter().find_map(|row| row.iter().position(|cell| cell == heading));
        let letter = (b'A' + column.unwrap_or_else(|| panic!("no {heading}")) as u8) as char;
        format!("{letter}{}", row.unwrap_or_else(|| panic!("no {code}")) + 1)
    }

    /// Enters something in the row of a chi bộ under a heading.
    pub fn enter<'a>(
        &mut self,
        sheet: &str,
        code: &str,
        entries: impl IntoIterator<Item = (&'a str, Entered<'a>)>,
    ) -> &mut Self {
        for (heading, entered) in entries {
            let address = self.address(sheet, code, heading);
            self.set(sheet, &address, &entered);
        }
        self
    }

    /// Sets one cell, which keeps its format.
    pub fn set(&mut self, sheet: &str, address: &str, entered: &Entered<'_>) {
        let part = self.part_of(sheet);
        let xml = self.text(&part);
        let open = format!("<c r=\"{address}\"");
        let from = xml.find(&open).unwrap_or_else(|| panic!("{sheet}!{address} is not there"));
        let head_ends = from + xml[from..].find('>').expect("an end");
        let to = if xml[..head_ends].ends_with('/') {
            head_ends + 1
        } else {
            from + xml[from..].find("</c>").expect("an end") + "</c>".len()
        };
        let style =
            xml[from..head_ends].split("s=\"").nth(1).and_then(|rest| rest.split('"').next());
        let style = style.map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
        let value = |number: f64| format!("{open}{style}><v>{number}</v></c>");
        let cell = match entered {
            Entered::Nothing => format!("{open}{style}/>"),
            Entered::Number(number) => value(*number),
            Entered::Day(day, month, year) => value(serial(*day, *month, *year)),
            Entered::Text(text) => {
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                format!("{open}{style} t=\"inlineStr\"><is><t>{text}</t></is></c>")
            }
        };
        self.put(&part, format!("{}{cell}{}", &xml[..from], &xml[to..]));
    }

    /// Changes the text of one of its parts.
    pub fn change(&mut self, part: &str, change: impl FnOnce(String) -> String) {
        let text = self.text(part);
        self.put(part, change(text));
    }

    /// The part in which a sheet stands. They are numbered in order.
    pub fn part_of(&self, sheet: &str) -> String {
        let at = self.sheets().iter().position(|name| name == sheet);
        format!("xl/worksheets/sheet{}.xml", at.unwrap_or_else(|| panic!("no sheet {sheet}")) + 1)
    }

    fn text(&self, part: &str) -> String {
        let found = self.parts.iter().find(|(name, _)| name == part);
        String::from_utf8(found.unwrap_or_else(|| panic!("no {part}")).1.clone()).expect("UTF-8")
    }

    fn put(&mut self, part: &str, text: String) {
        let found = self.parts.iter_mut().find(|(name, _)| name == part).expect("a part");
        found.1 = text.into_bytes();
    }
}

/// The number under which a program for spreadsheets keeps a day.
fn serial(day: u32, month: u32, year: i32) -> f64 {
    let day = chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
    day.signed_duration_since(first).num_days() as f64
}
