//! Workbooks as spreadsheets write them, and as somebody who means harm would.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

/// A zip of these parts.
pub fn zip_of<'a>(parts: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(&content).expect("a part is written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A workbook with these sheets, as XML.
pub fn book_of(sheets: &[(&str, &str)]) -> Vec<u8> {
    zip_of(parts_of(sheets))
}

/// The parts of a workbook with these sheets, as XML.
pub fn parts_of(sheets: &[(&str, &str)]) -> Vec<(&'static str, Vec<u8>)> {
    let numbered = || sheets.iter().enumerate().map(|(at, (name, _))| (at + 1, name));
    let listed: String = numbered()
        .map(|(at, name)| format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"))
        .collect();
    let related: String = numbered()
        .map(|(at, _)| {
            format!(
                "<Relationship Id=\"rId{at}\" Type=\"{KINDS}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
            )
        })
        .collect();
    const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut parts = vec![
        (
            "_rels/.rels",
            format!(
                "<Relationships><Relationship Id=\"rId1\" Type=\"{KINDS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        ("xl/workbook.xml", format!("<workbook><sheets>{listed}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{related}</Relationships>")),
    ];
    let names =
        ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"];
    parts.extend(names.into_iter().zip(sheets).map(|(name, (_, xml))| (name, (*xml).to_owned())));
    parts.into_iter().map(|(name, xml)| (name, xml.into_bytes())).collect()
}

/// The XML of a sheet with these rows; each cell is the inner XML and the attributes of its tag: `t="s"><v>0</v>`.
pub fn sheet_of(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// A row of texts as XML.
pub fn texts(row: u32, texts: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let column = char::from(b'A' + at as u8);
        format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let cells: String = texts.iter().enumerate().map(cell).collect();
    format!("<row r=\"{row}\">{cells}</row>")
}

/// A workbook as a spreadsheet saves it: a sheet for each of these tables, days as days, numbers as numbers.
pub fn saved(tables: &[(&str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, csv) in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, line) in csv.lines().enumerate() {
            for (column, text) in super::csv::fields(line).into_iter().enumerate() {
                put(sheet, row as u32, column as u16, &text);
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Writes a cell as a spreadsheet takes what is typed.
pub fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str) {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let is_day = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    if is_day && let Ok(date) = ExcelDateTime::parse_from_str(text) {
        sheet.write_datetime_with_format(row, column, &date, &day).expect("a day");
    } else if let Ok(number) = text.parse::<f64>() {
        sheet.write_number(row, column, number).expect("a number");
    } else if !text.is_empty() {
        sheet.write_string(row, column, text).expect("a text");
    }
}
