//! Every report and list as a workbook, opened by LibreOffice: what it shows is what the report says. Run with
//! `cargo test --features office`, where LibreOffice is installed.

#![cfg(feature = "office")]

mod common;

use std::process::Command;

use common::csv::{fields, fields_between};
use common::desk::Desk;
use common::listed::LISTED;

/// Turns workbooks of the desk into CSV as LibreOffice shows them: each sheet as a file.
fn shown(desk: &Desk, files: &[String]) {
    let profile = desk.path("profile").display().to_string();
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{profile}"))
        .args(["--headless", "--convert-to"])
        // Comma, quotes, UTF-8, as shown, every sheet.
        .arg("csv:Text - txt - csv (StarCalc):44,34,76,1,1,0,false,true,true,false,false,-1")
        .args(["--outdir", "shown"])
        .args(files)
        .current_dir(desk.path(""))
        .output()
        .expect("LibreOffice is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Whether LibreOffice shows what the CSV for Excel has: the workbook has a name beside a code, a month without its T, and
/// of a number as many digits as its format.
fn agrees(shown: &str, said: &str) -> bool {
    let number = |text: &str| {
        let parsed = text.trim_end_matches('%').replace(',', ".").parse::<f64>();
        parsed.ok().map(|number| (format!("{number:.1}"), text.ends_with('%')))
    };
    let said = said.trim_start_matches('=');
    let month = said.strip_prefix('T').filter(|month| month.contains('/'));
    let names = shown.split("; ").zip(said.split(';')).all(|(name, code)| name.starts_with(code));
    shown == said
        || number(shown).is_some_and(|shown| number(said) == Some(shown))
        || month.is_some_and(|month| shown.trim_start_matches('0') == month)
        || (shown == "không có" && said == "none")
        || (!said.is_empty() && names)
}

/// The categories of the sample town.
const CATEGORIES: [&str; 4] =
    ["committee-member", "board-leader", "inspection-member", "department-head"];

#[test]
fn libreoffice_shows_what_the_report_says() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi");
    let named: Vec<(String, &str)> =
        LISTED.iter().enumerate().map(|(at, line)| (format!("r{at}"), *line)).collect();
    for (name, line) in &named {
        desk.ok(&format!("{line} --format xlsx -o {name}.xlsx"));
    }
    let files: Vec<String> = named.iter().map(|(name, _)| format!("{name}.xlsx")).collect();
    shown(&desk, &files);
    let made = desk.folder("shown");
    let mut tried = 0;
    for (name, line) in &named {
        let excel = desk.ok(&format!("{line} --excel"));
        let expected: Vec<Vec<String>> = excel
            .trim_start_matches('\u{feff}')
            .lines()
            .map(|line| fields_between(line, ';'))
            .collect();
        // The sheet of all rows is the largest.
        let of_it = made.iter().filter(|(file, _)| file.starts_with(&format!("{name}-")));
        let sheet = of_it.max_by_key(|(_, bytes)| bytes.len());
        let (file, bytes) = sheet.unwrap_or_else(|| panic!("{line} was not opened"));
        let shown: Vec<Vec<String>> =
            std::str::from_utf8(bytes).expect("UTF-8").lines().map(fields).collect();
        let labels = &expected[0];
        let head = shown.iter().position(|row| row.starts_with(labels));
        let head = head.unwrap_or_else(|| panic!("{line}: {file} has no labels {labels:?}"));
        // A form has the numbers of its columns under the labels.
        let first = head + 1 + usize::from(shown[head + 1][0] == "(1)");
        for (at, row) in expected.iter().skip(1).enumerate() {
            for (label, (said, shown)) in labels.iter().zip(row.iter().zip(&shown[first + at])) {
                // A category has a code in the CSV, which goes back by import, and its name in the workbook.
                let is_category = CATEGORIES.contains(&&**said) && !shown.is_empty();
                assert!(
                    is_category || agrees(shown, said),
                    "{line}: row {at}, {label}: {shown:?}, not {said:?}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 5000, "{tried}");
}

#[test]
fn every_report_and_list_opens_as_a_document() {
    let desk = Desk::with_sample();
    let files: Vec<String> = (0..LISTED.len()).map(|at| format!("d{at}.docx")).collect();
    for (line, file) in LISTED.iter().zip(&files) {
        desk.ok(&format!("{line} -o {file}"));
    }
    let profile = desk.path("profile").display().to_string();
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{profile}"))
        .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", "read"])
        .args(&files)
        .current_dir(desk.path(""))
        .output()
        .expect("LibreOffice is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (line, file) in LISTED.iter().zip(&files) {
        let read = desk.read(&format!("read/{}", file.replace(".docx", ".txt")));
        let read = String::from_utf8(read).expect("UTF-8").replace('\u{a0}', " ");
        assert!(!read.trim().is_empty(), "{line}");
        // What a message has in its first line the document has too, in its own case.
        let said = desk.ok(&format!("{line} --format text"));
        let title = said.lines().next().unwrap_or_default().to_lowercase();
        let words = title.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
        for word in words {
            assert!(read.to_lowercase().contains(word), "{line}: {word}");
        }
    }
}
