//! The README is true: every example in it runs, every command is named in it.

use std::process::Command;

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

/// Splits a command line as a shell does: at blanks outside double quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

fn chibo(folder: &std::path::Path, arguments: &[String]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chibo"));
    command.args(arguments).current_dir(folder).env_clear();
    if let Some(root) = std::env::var_os("SystemRoot") {
        command.env("SystemRoot", root);
    }
    for home in ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"] {
        command.env(home, folder);
    }
    command.env("CHIBO_TODAY", "2018-08-08").env("CHIBO_LANG", "en");
    command.output().unwrap()
}

#[test]
fn every_example_of_the_readme_runs_in_the_order_in_which_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let examples = examples();
    assert!(examples.len() > 25, "{}", examples.len());
    for example in examples {
        let output = chibo(folder.path(), &example);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "chibo {}\n{said}", example.join(" "));
    }
    let csv = std::fs::read_to_string(folder.path().join("2018-07.csv")).unwrap();
    let statuses: Vec<&str> =
        csv.lines().skip(1).map(|row| row.split(',').nth(10).unwrap()).collect();
    assert_eq!(statuses, ["attended", "substituted"]);
}

#[test]
fn every_command_is_named_in_the_readme() {
    let folder = tempfile::tempdir().unwrap();
    let help = chibo(folder.path(), &["--help".to_owned()]);
    let help = String::from_utf8(help.stdout).unwrap();
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
