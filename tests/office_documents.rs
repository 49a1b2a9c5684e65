//! Reports as documents, opened by LibreOffice and printed: they are on A4, nothing is cut, every page has the head of its table.
//! Run with `cargo test --features office`, where LibreOffice with Writer and the tools of poppler are installed.

#![cfg(feature = "office")]

mod common;

use std::process::Command;

use common::desk::Desk;
use common::document::{Document, PAPERS};

/// Prints documents of the desk, each into a PDF.
fn printed(desk: &Desk, files: &[String]) {
    let profile = desk.path("profile").display().to_string();
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{profile}"))
        .args(["--headless", "--convert-to", "pdf", "--outdir", "printed"])
        .args(files)
        .current_dir(desk.path(""))
        .output()
        .expect("LibreOffice is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// What a tool of poppler says of a PDF.
fn asked(desk: &Desk, tool: &str, arguments: &[&str], file: &str) -> String {
    let output = Command::new(tool)
        .args(arguments)
        .arg(desk.path(&format!("printed/{file}.pdf")))
        .args(if tool == "pdftotext" { &["-"][..] } else { &[] })
        .output()
        .expect("poppler is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).replace('\u{a0}', " ")
}

/// The value of an attribute of an element.
fn number(element: &str, attribute: &str) -> f64 {
    let value = element.split(&format!(" {attribute}=\"")).nth(1).expect("an attribute");
    value.split('"').next().expect("a value").parse().expect("a number")
}

/// A millimetre in points.
const MILLIMETRE: f64 = 72.0 / 25.4;

/// Words between the margins of their page: how many there are.
fn within_margins(desk: &Desk, name: &str) -> usize {
    let boxes = asked(desk, "pdftotext", &["-bbox"], name);
    let (mut width, mut height, mut words) = (0.0, 0.0, 0);
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page ") {
            (width, height) = (number(line, "width"), number(line, "height"));
            let [short, long] = [210.0, 297.0].map(|side: f64| side * MILLIMETRE);
            let is_a4 = (f64::min(width, height) - short).abs() < 1.0
                && (f64::max(width, height) - long).abs() < 1.0;
            assert!(is_a4, "{name}: {line}");
        } else if line.starts_with("<word ") {
            let [left, right] = [30.0, 15.0].map(|side| side * MILLIMETRE);
            assert!(number(line, "xMin") > left - 2.0, "{name}: {line}");
            assert!(number(line, "xMax") < width - right + 2.0, "{name}: {line}");
            assert!(number(line, "yMin") > 20.0 * MILLIMETRE - 4.0, "{name}: {line}");
            assert!(number(line, "yMax") < height - 5.0 * MILLIMETRE, "{name}: {line}");
            words += 1;
        }
    }
    words
}

#[test]
fn libreoffice_prints_every_paper_on_a4_with_all_that_it_says() {
    let desk = Desk::with_sample();
    let mut named = Vec::new();
    for (at, line) in PAPERS.iter().enumerate() {
        for lang in ["vi", "en"] {
            named.push((format!("r{at}{lang}"), format!("{line} --lang {lang}")));
        }
    }
    let mut documents = Vec::new();
    for (name, line) in &named {
        let document = Document::of(&desk, line);
        desk.write(&format!("{name}.docx"), document.bytes());
        documents.push(document);
    }
    let files: Vec<String> = named.iter().map(|(name, _)| format!("{name}.docx")).collect();
    printed(&desk, &files);
    for ((name, line), document) in named.iter().zip(&documents) {
        let pages = asked(&desk, "pdftotext", &["-layout"], name);
        let pages: Vec<&str> = pages.trim_end_matches('\u{c}').split('\u{c}').collect();
        let said = pages.concat();
        let count: usize = within_margins(&desk, name);
        // Words are broken into lines: every sign is printed once for each time that the document has it.
        let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let written: usize =
            document.paragraphs("word/document.xml").iter().map(|text| signs(text)).sum();
        assert!(count > 50 && signs(&said) >= written, "{line}: {} of {written}", signs(&said));
        let is_vietnamese = name.ends_with("vi");
        let (open, page) = if is_vietnamese { ("ngày", "Trang") } else { ("day", "Page") };
        assert!(pages[0].contains(open), "{line}: {}", pages[0]);
        let all = pages.len();
        for (at, text) in pages.iter().enumerate() {
            assert!(text.contains(&format!("{page} {}/{all}", at + 1)), "{line}: {text}");
        }
        if line.starts_with("report coverage --period 7/2018") {
            let labels = if is_vietnamese { "Chức vụ" } else { "Assigned visitor" };
            assert!(all > 1 && pages.iter().all(|page| page.contains(labels)), "{line}: {said}");
        }
        if !line.starts_with("brief") {
            signatures_stand_under_rows(line, pages.last().expect("a page"));
        }
    }
}

/// The last page has rows or sentences above the signatures.
fn signatures_stand_under_rows(line: &str, page: &str) {
    let is_signed = |line: &&str| line.contains("Nơi nhận:") || line.contains("Recipients:");
    let lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty()).collect();
    let above = lines.iter().position(is_signed);
    assert!(above.is_some_and(|above| above > 2), "{line}: {page}");
}

/// The pages of a document, each with what it says.
fn pages(desk: &Desk, name: &str) -> Vec<String> {
    let said = asked(desk, "pdftotext", &["-layout"], name);
    said.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

#[test]
fn no_page_has_signatures_alone_wherever_the_rows_end() {
    let desk = Desk::with_sample();
    let lines = [
        "report --period 2018",
        "report summary --period 2018",
        "report recommendations",
        "report quality --period 7/2018",
    ];
    for (at, line) in lines.iter().enumerate() {
        desk.ok(&format!("{line} --lang vi -o r{at}.docx"));
    }
    let named: Vec<String> = (0..lines.len()).map(|at| format!("r{at}")).collect();
    printed(&desk, &named.iter().map(|name| format!("{name}.docx")).collect::<Vec<_>>());
    for (name, line) in named.iter().zip(lines) {
        let pages = pages(&desk, name);
        assert!(pages.len() > 1, "{line}");
        signatures_stand_under_rows(line, pages.last().expect("a page"));
    }
}

#[test]
fn a_short_paper_is_upright_and_no_page_is_blank_wherever_it_ends() {
    let desk = Desk::with_new_book();
    for line in [
        "committee add P1 \"Phường 1\" --kind ward",
        "cell add P1-01 \"Khu phố 1\" --committee P1",
        "official add TUV-01 \"Lê Thị Ví Dụ\" --title \"Trưởng phòng Tài nguyên và Môi trường\"",
        "assign P1-01 TUV-01 --from 1/1/2018",
        "log-meeting P1-01 --on 5/7/2018 --visitor assigned --total 25 --present 20",
    ] {
        desk.says(line);
    }
    let mut named = Vec::new();
    for many in 1..40 {
        let recipients = vec!["Ủy"; many].join("; ");
        desk.says(&format!("config recipients \"{recipients}\""));
        desk.ok(&format!("report --period 7/2018 --lang vi -o r{many}.docx"));
        named.push(format!("r{many}"));
    }
    printed(&desk, &named.iter().map(|name| format!("{name}.docx")).collect::<Vec<_>>());
    let counts = named.iter().map(|name| {
        let pages = pages(&desk, name);
        signatures_stand_under_rows(name, pages.last().expect("a page"));
        pages.len()
    });
    let counts: Vec<usize> = counts.collect();
    assert!(counts.first() == Some(&1) && counts.last() == Some(&2), "{counts:?}");
    let info = asked(&desk, "pdfinfo", &[], "r1");
    assert!(info.contains("Page size:       595"), "{info}");
}

#[test]
fn libreoffice_opens_a_document_whatever_somebody_typed() {
    let desk = Desk::with_sample();
    desk.says("config upper_body \"<w:p>&amp; =1+1\"");
    desk.says("meeting amend P1-02 --period 7/2018 --note \"</w:t> =HYPERLINK(1) ]]>\"");
    desk.ok("report --period 7/2018 -o r.docx");
    printed(&desk, &["r.docx".to_owned()]);
    let said = asked(&desk, "pdftotext", &["-layout"], "r");
    assert!(
        said.contains("<W:P>&AMP; =1+1") && said.contains("</w:t> =HYPERLINK(1) ]]>"),
        "{said}"
    );
}
