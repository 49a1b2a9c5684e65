//! Documents as word processors have them: their parts, and what stands in them.

use std::io::{Cursor, Read};

use super::desk::Desk;

/// The reports that go out as papers, as they are typed for the sample town.
pub const PAPERS: &[&str] = &[
    "report coverage --period 7/2018",
    "report coverage --period 2018-Q2",
    "report quality --period 7/2018",
    "report quality --period 2018-Q2",
    "report duties --period 2018-Q2",
    "report schedule --period 8/2018",
    "report recommendations",
    "report summary --period 2018-Q2",
    "page --period 2018-Q2",
    "brief P1-02 --period 7/2018",
];

/// A document.
pub struct Document(Vec<u8>);

impl Document {
    /// What a line gives with `--format docx`.
    pub fn of(desk: &Desk, line: &str) -> Self {
        desk.ok(&format!("{line} --format docx -o out.docx"));
        Self(desk.read("out.docx"))
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// One of its parts.
    pub fn part(&self, name: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(&self.0)).expect("a zip");
        let mut part = String::new();
        let mut file = zip.by_name(name).expect("a part");
        file.read_to_string(&mut part).expect("UTF-8");
        part
    }

    /// The texts of a part, one for each paragraph.
    pub fn paragraphs(&self, name: &str) -> Vec<String> {
        let part = self.part(name);
        part.split("</w:p>").map(texts).filter(|text| !text.is_empty()).collect()
    }

    /// The rows of the tables, each with the text of its cells.
    pub fn rows(&self) -> Vec<(bool, Vec<String>)> {
        let part = self.part("word/document.xml");
        let rows = part.split("<w:tr>").skip(1).filter_map(|row| row.split("</w:tr>").next());
        let cells = |row: &str| row.split("</w:tc>").map(texts).collect::<Vec<_>>();
        rows.map(|row| (row.contains("<w:tblHeader/>"), cells(row))).collect()
    }
}

/// The texts in some XML, as they are read.
fn texts(xml: &str) -> String {
    let runs = xml.split("<w:t xml:space=\"preserve\">").skip(1);
    let text: String = runs.filter_map(|run| run.split("</w:t>").next()).collect();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&apos;", "'").replace("&amp;", "&").replace('\u{a0}', " ")
}
