//! The README is true in both languages: every example in it runs in order, what it shows is what is printed, every command is
//! named, and so is every column of a file.

mod common;

use common::desk::{Desk, words};

const ENGLISH: &str = include_str!("../README.md");
const VIETNAMESE: &str = include_str!("../README.vi.md");

/// A block of a page: commands to type, or what the last of them prints.
enum Block {
    Typed(Vec<String>),
    Shown(Vec<String>),
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(kind) = line.strip_prefix("```") else { continue };
        let inside = lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect();
        blocks.push(match kind {
            "sh" => Block::Typed(inside),
            "text" => Block::Shown(inside),
            _ => panic!("a block of another kind: {line}"),
        });
    }
    blocks
}

/// Types all that a page says, in order, in a folder with nothing in it, and holds what is shown against what is printed. A
/// line `…` stands for any lines.
fn follow(page: &str, lang: &str) -> Desk {
    let mut desk = Desk::empty();
    desk.set("COLUMNS", "100");
    desk.set("CHIBO_LANG", lang);
    desk.ok("--db demo.db demo");
    let mut printed = String::new();
    let mut shown_blocks = 0;
    for block in blocks(page) {
        match block {
            Block::Typed(lines) => {
                for line in lines {
                    if let Some(file) = line.strip_prefix("export CHIBO_DB=") {
                        desk.set("CHIBO_DB", file);
                    } else if let Some(typed) = line
                        .strip_prefix("chibo ")
                        .or_else(|| line.strip_prefix("cargo run --release -- "))
                    {
                        let answer = desk.call(words(typed));
                        assert_eq!(answer.status, 0, "{line}\n{}", answer.stderr);
                        printed = answer.stdout;
                    } else {
                        assert!(line.starts_with("cargo "), "not an example: {line}");
                    }
                }
            }
            Block::Shown(lines) => {
                shown_blocks += 1;
                let mut rest = printed.lines().map(str::trim_end);
                let mut any = false;
                for line in &lines {
                    if line == "…" {
                        any = true;
                        continue;
                    }
                    let found =
                        if any { rest.any(|p| p == line) } else { rest.next() == Some(line) };
                    assert!(found, "not printed: {line}\n{printed}");
                    any = false;
                }
                assert!(any || rest.next().is_none(), "more is printed:\n{printed}");
            }
        }
    }
    assert!(shown_blocks >= 2, "a page shows what is printed");
    desk
}

#[test]
fn every_example_of_the_readme_runs_in_order_and_prints_what_is_shown() {
    for (page, lang) in [(ENGLISH, "en"), (VIETNAMESE, "vi")] {
        let desk = follow(page, lang);
        let csv = String::from_utf8(desk.read("2018-07.csv")).unwrap();
        let statuses: Vec<&str> =
            csv.lines().skip(1).map(|row| row.split(',').nth(10).unwrap()).collect();
        assert_eq!(statuses, ["attended", "substituted"]);
    }
}

#[test]
fn the_examples_leave_the_readers_own_book_alone() {
    for page in [ENGLISH, VIETNAMESE] {
        let own = page.find("export CHIBO_DB=").expect("a trial file is named");
        let first = page.find("\nchibo init").expect("a book is made");
        assert!(own < first, "the trial file is named before a book is made");
    }
}

#[test]
fn both_pages_type_the_same_commands() {
    let commands = |page: &str| -> Vec<String> {
        blocks(page)
            .into_iter()
            .flat_map(|block| match block {
                Block::Typed(lines) => lines,
                Block::Shown(_) => Vec::new(),
            })
            .filter(|line| line.starts_with("chibo ") && !line.contains("config lang"))
            .map(|line| line.split_whitespace().take(3).collect::<Vec<_>>().join(" "))
            .collect()
    };
    let names = |page| {
        commands(page)
            .iter()
            .map(|line| line.split(' ').nth(1).unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(ENGLISH), names(VIETNAMESE));
}

#[test]
fn the_readme_is_a_page_of_about_150_lines() {
    for page in [ENGLISH, VIETNAMESE] {
        assert!(page.lines().count() <= 190, "{}", page.lines().count());
    }
}

#[test]
fn every_command_is_named_in_the_page_of_commands() {
    let page = std::fs::read_to_string("docs/commands.md").unwrap();
    let help = Desk::empty().ok("--help");
    let listed = help.lines().skip_while(|line| !line.starts_with("Commands")).skip(1);
    let commands: Vec<&str> = listed
        .take_while(|line| !line.is_empty())
        // What is said of one goes on further in.
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() >= 15, "{help}");
    for command in commands {
        assert!(page.contains(&format!("`chibo {command}`")), "{command}");
    }
}

#[test]
fn every_column_of_the_templates_is_named_in_the_pages_on_files() {
    for docs in ["docs/files.md", "docs/files.vi.md"] {
        let page = std::fs::read_to_string(docs).unwrap();
        for entry in std::fs::read_dir("data/templates").unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let row = page.lines().find(|line| line.starts_with(&format!("| `{name}`")));
            let row = row.unwrap_or_else(|| panic!("{name} is not in {docs}"));
            let header = std::fs::read_to_string(&path).unwrap();
            for key in header.trim().split(',') {
                assert!(row.contains(key), "{name}: {key}");
            }
        }
    }
}
