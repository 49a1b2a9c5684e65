//! Every report and list in every format: the same one twice is the same, and what means harm is letters in each.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::desk::Desk;
use crate::document::Document;
use crate::listed::LISTED;

/// Every format, by the ending of its files.
const FORMATS: [(&str, &str); 8] = [
    ("table", "txt"),
    ("csv", "csv"),
    ("json", "json"),
    ("xlsx", "xlsx"),
    ("docx", "docx"),
    ("html", "html"),
    ("markdown", "md"),
    ("text", "txt"),
];

#[test]
fn every_report_and_list_has_every_format_and_the_same_twice() {
    let desk = Desk::with_sample();
    for (format, ending) in FORMATS {
        for line in LISTED {
            let line = format!("{line} --format {format}");
            desk.ok(&format!("{line} -o first.{ending}"));
            desk.ok(&format!("{line} -o again.{ending}"));
            let first = desk.read(&format!("first.{ending}"));
            assert!(!first.is_empty(), "{line}");
            assert!(first == desk.read(&format!("again.{ending}")), "{line}");
        }
    }
}

#[test]
fn the_ending_of_a_file_says_in_which_format_it_is() {
    let desk = Desk::with_sample();
    let begins: BTreeMap<&str, &str> = [
        ("a.html", "<!DOCTYPE html>"),
        ("a.HTM", "<!DOCTYPE html>"),
        ("a.md", "# VISITORS"),
        ("a.json", "{"),
        ("a.csv", "period,"),
        ("a.txt", "VISITORS"),
        ("a.xlsx", "PK"),
        ("a.docx", "PK"),
    ]
    .into();
    for (file, begin) in begins {
        desk.ok(&format!("report --period 7/2018 -o {file}"));
        let bytes = desk.read(file);
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with(begin), "{file}: {}", &text[..40.min(text.len())]);
    }
    let refused = desk.refuses(2, "report --period 7/2018 -o a.pdf");
    assert!(refused.contains("a.pdf"), "{refused}");
}

/// Texts that would do something to somebody who opens what they stand in.
const HOSTILE: [&str; 7] = [
    "=HYPERLINK(\"http://a.b\",\"x\")",
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](http://a.b/c.png)",
    "`x` | y **z** & <b>",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "<!-- x",
];

/// The parts of a zip that are XML.
fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        parts.push((name, text));
    }
    parts
}

/// Whether Markdown, as a program for it reads it, is headings, texts and tables of as many fields in every row.
fn letters_alone(markdown: &str, line: &str) {
    let (mut widths, mut width) = (Vec::new(), 0);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => width += 1,
            Event::Start(Tag::TableHead | Tag::TableRow) => width = 0,
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => widths.push(width),
            Event::End(TagEnd::Table) => {
                assert!(widths.iter().all(|width| *width == widths[0]), "{line}: {widths:?}");
                widths.clear();
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Table(_) | Tag::Strong)
            | Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell)
            | Event::End(TagEnd::Strong)
            | Event::Text(_)
            | Event::SoftBreak => {}
            other => panic!("{line}: {other:?}"),
        }
    }
}

#[test]
fn what_means_harm_is_letters_in_every_format_of_every_report() {
    let desk = Desk::with_sample();
    for (at, text) in HOSTILE.iter().enumerate() {
        let cell = format!("P1-0{}", at + 1);
        let note = format!("--note={text}");
        let answer = desk.call(["meeting", "amend", &cell, "--period", "6/2018", &note]);
        assert_eq!(answer.status, 0, "{text}: {}", answer.all());
        let name = text.replace(';', ",");
        let answer = desk.call(["cell", "rename", &cell, &name, "--on", "1/6/2018"]);
        assert_eq!(answer.status, 0, "{text}: {}", answer.all());
    }
    for line in LISTED {
        let html = desk.ok(&format!("{line} --format html"));
        // The only markup is chibo's own: one script, one style, nothing that is fetched.
        assert_eq!(html.matches("<script").count(), 1, "{line}");
        assert_eq!(html.matches("</style").count(), 1, "{line}");
        for markup in ["<img", "<!-- x", "<b>", "href=\"http", "<link", "<iframe"] {
            assert!(!html.contains(markup), "{line}: {markup}");
        }
        let document = Document::of(&desk, line).part("word/document.xml");
        for markup in ["<script", "<img", "<!--", "<b>", "<w:hyperlink", "<w:instrText"] {
            assert!(!document.contains(markup), "{line}: {markup}");
        }
        desk.ok(&format!("{line} -o out.xlsx"));
        for (part, text) in parts(desk.read("out.xlsx")) {
            for markup in ["<f>", "<f ", "<hyperlink", "externalLink"] {
                assert!(!text.contains(markup), "{line}: {part}: {markup}");
            }
        }
        let json: Result<serde_json::Value, _> =
            serde_json::from_str(&desk.ok(&format!("{line} --format json")));
        assert!(json.is_ok(), "{line}: {json:?}");
        for format in ["table", "text"] {
            let said = desk.ok(&format!("{line} --format {format}"));
            let commands = |c: char| c.is_control() && c != '\n';
            assert!(!said.contains(commands), "{line} {format}: {said:?}");
        }
        letters_alone(&desk.ok(&format!("{line} --format markdown")), line);
        let csv = desk.ok(&format!("{line} --format csv --excel"));
        for field in csv.lines().flat_map(|line| line.split(';')) {
            let field = field.trim_matches('"');
            assert!(!field.starts_with("=HYPERLINK") && !field.starts_with("@SUM"), "{line}");
        }
    }
}

#[test]
fn a_sheet_for_a_visitor_is_text_that_can_be_pasted_into_a_message() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi");
    let said = desk.ok("brief P1-02 --period 8/2018 --format text");
    insta::assert_snapshot!(said);
    assert!(said.lines().all(|line| !line.trim_start().contains("  ")), "no columns");
}

/// The program that opens files on this system, as a script that writes down what it was given.
#[cfg(target_os = "linux")]
fn with_opener(desk: &mut Desk, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    desk.write("bin/xdg-open", script);
    let program = desk.path("bin/xdg-open");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let bin = desk.path("bin").display().to_string();
    desk.set("PATH", &format!("{bin}:/usr/bin:/bin"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_report_is_opened_as_a_page_or_in_the_format_of_its_file() {
    let mut desk = Desk::with_sample();
    let log = desk.path("opened").display().to_string();
    with_opener(&mut desk, &format!("#!/bin/sh\necho \"$1\" >> {log}\n"));
    let temporary = desk.path("temporary").display().to_string();
    std::fs::create_dir_all(&temporary).unwrap();
    desk.set("TMPDIR", &temporary);
    let opened = |desk: &Desk, lines: usize| {
        for _ in 0..200 {
            let text = std::fs::read_to_string(desk.path("opened")).unwrap_or_default();
            if text.lines().count() >= lines {
                return text;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("nothing was opened");
    };
    desk.ok("report --period 7/2018 --open");
    let first = opened(&desk, 1);
    let file = first.lines().next().unwrap().to_owned();
    assert!(file.starts_with(&temporary) && file.ends_with(".html"), "{file}");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("<!DOCTYPE html>"));
    desk.ok("page --period 2018 -o nam.xlsx --open");
    assert!(opened(&desk, 2).lines().nth(1).unwrap().ends_with("nam.xlsx"));
}

#[test]
fn a_document_of_what_was_known_earlier_says_so_itself() {
    let desk = Desk::with_sample();
    for format in ["html", "markdown", "text"] {
        let said = desk.ok(&format!("report --period 7/2018 --known-at 1 --format {format}"));
        assert!(said.contains("As recorded up to operation 1"), "{format}: {said}");
        let now = desk.ok(&format!("report --period 7/2018 --format {format}"));
        assert!(!now.contains("As recorded up to"), "{format}");
    }
    // A screen is told beside it: what is printed is what was printed then.
    let table = desk.run("report --period 7/2018 --known-at 1");
    assert!(!table.stdout.contains("As recorded") && table.stderr.contains("As recorded"));
}

#[test]
fn figures_of_months_that_are_not_over_or_before_the_first_say_so_on_every_page() {
    let desk = Desk::with_sample();
    let rows = desk.ok("report --period 2018-08 --format csv");
    let pending = crate::csv::rows(&rows).len();
    let note =
        format!("Of those that have not reported, {pending} are of a month that is not over.");
    for line in ["page --period 2018", "report --period 2018", "report committees --period 2018"] {
        for format in ["html", "text", "table"] {
            let said = desk.ok(&format!("{line} --format {format}"));
            assert!(said.replace("\n  ", " ").contains(&note), "{line} {format}: {said}");
        }
        let over = desk.ok(&format!("{line}-01..2018-07 --format text"));
        assert!(!over.contains("not over"), "{line}: {over}");
    }
    desk.ok("config records_from 3/2018");
    let said = desk.ok("report --period 2018-01..2018-07 --format text");
    assert!(said.contains("Reports begin with 2018-03; earlier months are not counted."), "{said}");
}
