//! The README is true: every example in it runs, every command is named in it.

mod common;

use common::desk::{Desk, words};

const README: &str = include_str!("../README.md");

/// The lines of the README's shell blocks that call the program, in order.
fn examples() -> Vec<Vec<String>> {
    let mut examples = Vec::new();
    let mut inside = false;
    for line in README.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            _ if inside => {
                if let Some(arguments) = line.strip_prefix("chibo ") {
                    examples.push(words(arguments));
                } else if let Some(arguments) = line.strip_prefix("cargo run --release -- ") {
                    examples.push(words(arguments));
                } else {
                    assert!(line.starts_with("cargo "), "not an example: {line}");
                }
            }
            _ => {}
        }
    }
    examples
}

#[test]
fn every_example_of_the_readme_runs_in_the_order_in_which_it_stands() {
    let desk = Desk::empty();
    let examples = examples();
    assert!(examples.len() > 25, "{}", examples.len());
    for example in examples {
        let answer = desk.call(&example);
        assert_eq!(answer.status, 0, "chibo {}\n{}", example.join(" "), answer.stderr);
    }
    let csv = String::from_utf8(desk.read("2018-07.csv")).unwrap();
    let statuses: Vec<&str> =
        csv.lines().skip(1).map(|row| row.split(',').nth(10).unwrap()).collect();
    assert_eq!(statuses, ["attended", "substituted"]);
}

#[test]
fn every_command_is_named_in_the_readme() {
    let help = Desk::empty().ok("--help");
    let listed = help.lines().skip_while(|line| !line.starts_with("Commands")).skip(1);
    let commands: Vec<&str> = listed
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() >= 15, "{help}");
    for command in commands {
        assert!(README.contains(&format!("chibo {command}")), "{command}");
    }
}

#[test]
fn every_column_of_the_templates_is_named_in_the_readme() {
    for entry in std::fs::read_dir("data/templates").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let row = README.lines().find(|line| line.starts_with(&format!("| `{name}`")));
        let row = row.unwrap_or_else(|| panic!("{name} is not in the README"));
        let header = std::fs::read_to_string(&path).unwrap();
        for key in header.trim().split(',') {
            assert!(row.contains(key), "{name}: {key}");
        }
    }
}
