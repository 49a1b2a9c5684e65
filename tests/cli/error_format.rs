//! `--error-format json`: what is said on standard error, for programs. That each refusal is told so too, with the same
//! words, is tested with the reproducers (`errors.rs`).

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::errors::told_to_programs;

/// The objects on standard error, one a line.
fn objects(stderr: &str) -> Vec<Value> {
    let object = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    stderr.lines().map(object).collect()
}

#[test]
fn a_failure_has_a_code_an_exit_status_a_message_and_hints() {
    let desk = Desk::with_sample();
    let told = told_to_programs(&desk, "nothing-to-undo", 1, "undo");
    let keys: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "status", "message", "hints"]);
    let said = desk.refuses(2, "report --error-format=JSON --perod 7/2018");
    insta::assert_snapshot!(said, @r#"{"code":"argument-unknown","status":2,"message":"There is no option or argument “--perod” here.","hints":["Nearest: --period"]}"#);
}

#[test]
fn faults_of_files_are_listed_by_file_line_and_column() {
    let desk = Desk::with_sample();
    let meetings =
        "cell,period,held_on,visitors\nP1-99,2018-07,2018-07-05,TUV-01\nP1-01,2018-13,soon,today\n";
    desk.write("lists/meetings.csv", meetings);
    desk.write("lists/cells.csv", "code,name,committee\nP1 50,Khu phố 50,P1\n");
    let told = told_to_programs(&desk, "faults", 3, "import lists");
    let at = |fault: &Value| {
        let file = fault["file"].as_str().unwrap().rsplit(['/', '\\']).next().unwrap().to_owned();
        (file, fault["line"].as_u64().unwrap(), fault["column"].as_str().unwrap().to_owned())
    };
    let faults = told["faults"].as_array().unwrap();
    let places: Vec<_> = faults.iter().map(at).collect();
    assert!(places.contains(&("meetings.csv".into(), 2, "cell".into())), "{told:#}");
    assert!(places.contains(&("meetings.csv".into(), 3, "held_on".into())), "{told:#}");
    assert!(places.contains(&("cells.csv".into(), 2, "code".into())), "{told:#}");
    assert_eq!(told["total"], faults.len(), "{told:#}");
    // Each says what people are told.
    let said = desk.refuses(3, "import lists");
    for fault in faults {
        assert!(said.contains(fault["message"].as_str().unwrap()), "{fault:#}\n{said}");
    }
    let summary = said.lines().find_map(|line| line.strip_prefix("Error: ")).unwrap();
    assert_eq!(told["message"], summary);
}

#[test]
fn what_a_check_found_is_told_beside_what_is_printed() {
    let desk = Desk::with_sample();
    let answer = desk.run("report --period 7/2018 --check --error-format json");
    assert_eq!(answer.status, 5);
    assert!(answer.stdout.contains("JULY 2018"), "{}", answer.stdout);
    let told = objects(&answer.stderr);
    assert_eq!((&told[0]["code"], &told[0]["status"]), (&json!("gaps-found"), &json!(5)));
    assert_eq!(told.len(), 1);
}

#[test]
fn whatever_else_is_said_is_a_note() {
    let desk = Desk::with_sample();
    let said = desk.says("--error-format json log-meeting P3-06 15/7/2018 20/25");
    let notes = objects(&said);
    assert!(notes.iter().all(|note| note["note"].is_string()), "{said}");
    assert!(notes[0]["note"].as_str().unwrap().contains("chibo undo"), "{said}");
    // The same lines as people read.
    desk.says("undo");
    let plain = desk.says("log-meeting P3-06 15/7/2018 20/25");
    let without_numbers = |text: &str| text.replace("operation 2", "").replace("operation 4", "");
    let told: String = notes.iter().map(|n| format!("{}\n", n["note"].as_str().unwrap())).collect();
    assert_eq!(without_numbers(&told), without_numbers(&plain));
    // Lines left empty for the eye are none.
    let answer = Desk::empty().run("demo --error-format json");
    assert!(objects(&answer.stderr).iter().all(|note| note["note"] != ""), "{}", answer.stderr);
}

#[test]
fn a_broken_settings_file_is_a_failure_but_for_the_command_that_tells_where_it_is() {
    let desk = Desk::with_sample();
    let csv = desk.ok("where --format csv");
    let config = csv.lines().nth(2).unwrap().split(',').nth(1).unwrap().to_owned();
    desk.write(&config, "lang = vi\n");
    told_to_programs(&desk, "config-broken", 1, "report --period 7/2018");
    let answer = desk.run("where --error-format json");
    assert_eq!(answer.status, 0);
    assert!(objects(&answer.stderr)[0]["note"].is_string(), "{}", answer.stderr);
}

#[test]
fn a_format_that_there_is_not_is_told_in_words() {
    let said = Desk::empty().refuses(2, "--error-format xml report");
    assert!(said.starts_with("Error: --error-format: “xml” is not one of: text, json"), "{said}");
}

#[test]
fn what_commands_a_terminal_is_shown_by_its_number_to_programs_too() {
    let desk = Desk::with_sample();
    let line = ["cell", "show", "\u{1b}[2J\u{202e}x", "--error-format", "json"];
    let answer = desk.call(line);
    let told = &objects(&answer.stderr)[0];
    assert_eq!((told["code"].as_str(), answer.status), (Some("cell-not-found"), 1));
    assert!(told["message"].as_str().unwrap().contains("<U+001B>[2J<U+202E>x"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_command_line_that_is_not_unicode_is_told_too() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::with_sample();
    let bytes = std::ffi::OsStr::from_bytes(b"P1-\xff");
    let line = ["--error-format", "json", "cell", "show"].map(std::ffi::OsStr::new);
    let answer = desk.call(line.into_iter().chain([bytes]));
    assert_eq!(objects(&answer.stderr)[0]["code"], "not-unicode", "{}", answer.stderr);
}
