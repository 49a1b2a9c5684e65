//! `--known-at`: what was recorded at a moment, and `--as-of`: what was in force on a day (`records.md`, section 3).

use crate::csv::csv_of;
use crate::desk::Desk;

/// Everything that reads.
const READING: [&str; 13] = [
    "history",
    "report --period 7/2018",
    "report --period 2018-H1",
    "report officials --period 7/2018",
    "report committees --period 7/2018",
    "report composition",
    "committee list --all",
    "cell list --all",
    "official list --all",
    "cell show P1-01",
    "official show TUV-01",
    "assign --list",
    "meeting list --period 7/2018",
];

#[test]
fn every_reading_command_prints_what_was_printed_then() {
    let desk = Desk::with_sample();
    desk.write(
        "cells.csv",
        csv_of("code,name,kind,committee", &["P1-01,Khu phố Một,neighbourhood,P1"]),
    );
    let changes = [
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned",
        "assign P1-01 TUV-05 --from 1/7/2018 --replace",
        "meeting amend P1-01 --period 7/2018 --total 30 --present 3",
        "official add TP-09 \"Lê Văn Bình\"",
        "import cells.csv --amend",
        "undo",
        "close 7/2018 --with-gaps",
        "config office \"Văn phòng khác\"",
    ];
    let mut then: Vec<Vec<String>> = vec![READING.map(|line| desk.ok(line)).to_vec()];
    for line in changes {
        desk.says(line);
        then.push(READING.map(|line| desk.ok(line)).to_vec());
    }
    for (at, printed) in then.iter().enumerate() {
        let number = at + 1;
        for (line, before) in READING.iter().zip(printed) {
            assert_eq!(
                &desk.ok(&format!("{line} --known-at {number}")),
                before,
                "{line} at {number}"
            );
        }
    }
    let unknown = desk.refuses(1, "meeting show P3-06 --period 7/2018 --known-at 1");
    assert!(unknown.contains("No such meeting of P3-06"), "{unknown}");
    desk.ok("meeting show P3-06 --period 7/2018 --known-at 2");
}

#[test]
fn a_time_means_the_last_operation_by_then_and_a_date_the_end_of_the_day() {
    let desk = Desk::with_sample();
    desk.says("config office A");
    let csv = desk.ok("history --format csv");
    let time = |number: &str| {
        let line = csv.lines().find(|line| line.starts_with(&format!("{number},"))).unwrap();
        line.split(',').nth(1).unwrap().to_owned()
    };
    let office = |at: &str| {
        desk.ok(&format!("report --period 7/2018 --known-at \"{at}\""))
            .lines()
            .next()
            .unwrap()
            .replace(" · SAMPLE FIGURES", "")
    };
    let (made, renamed) = (time("1"), time("2"));
    assert_ne!(made, renamed, "the clock stands still");
    assert!(office(&made).contains("Thị ủy Quảng Trị"));
    assert!(office(&renamed).ends_with("A"));
    assert!(office(&renamed[..10]).ends_with("A"), "the end of the day");
    assert!(office(&format!("{} {}", &renamed[..10], &renamed[11..19])).ends_with("A"));
    desk.refuses(1, "cell list --known-at 1/1/2001");
}

#[test]
fn a_time_is_understood_as_the_history_prints_it_in_both_languages() {
    let desk = Desk::with_sample();
    for (lang, date) in [("vi", "dd/dd/dddd"), ("en", "dddd-dd-dd")] {
        let history = desk.ok(&format!("history --lang {lang}"));
        let line = history.lines().last().unwrap();
        let time = line.trim_start_matches(['1', ' ']).get(..19).unwrap();
        let shape: String =
            time.chars().map(|c| if c.is_ascii_digit() { 'd' } else { c }).collect();
        assert_eq!(shape, format!("{date} dd:dd:dd"), "{line}");
        desk.ok(&format!("cell list --known-at \"{time}\""));
    }
}

#[test]
fn known_at_gives_what_was_recorded_and_as_of_what_was_in_force() {
    let mut desk = Desk::with_sample();
    desk.unset("CHIBO_TODAY");
    desk.says("--today 8/8/2018 assign P1-01 TUV-05 --from 1/7/2018 --replace");
    let visitor = |options: &str| {
        let csv = desk.ok(&format!("assign --list --format csv {options}"));
        let line = csv.lines().find(|line| line.contains("P1-01")).unwrap().to_owned();
        if line.contains("TUV-05") { "TUV-05" } else { "TUV-01" }
    };
    assert_eq!(visitor("--as-of 30/6/2018"), "TUV-01");
    assert_eq!(visitor("--as-of 1/7/2018"), "TUV-05");
    assert_eq!(visitor("--as-of 1/7/2018 --known-at 1"), "TUV-01");
    // Without a day, the date of the moment stands for today: that which stood for it at the operation.
    let heading = desk.ok("report --period 7/2018 --known-at 2");
    assert!(heading.contains("as of 2018-08-08"), "{heading}");
    let heading = desk.ok("report --period 7/2018 --known-at 2 --as-of 5/7/2018");
    assert!(heading.contains("as of 2018-07-05"), "{heading}");
}

#[test]
fn a_day_that_is_asked_for_goes_before_the_today_of_the_environment_but_not_before_today_itself() {
    let desk = Desk::with_sample();
    let heading = |options: &str| {
        let report = desk.ok(&format!("report --period 7/2018 --lang en {options}"));
        report.lines().nth(1).unwrap().to_owned()
    };
    assert!(heading("").contains("as of 2018-08-08 "));
    assert!(heading("--as-of 10/7/2018").contains("as of 2018-07-10 "));
    assert!(heading("--as-of 10/7/2018 --today 9/8/2018").contains("as of 2018-08-09 "));
    let status = |options: &str| {
        let csv = desk.ok(&format!("report --period 7/2018 --format csv {options}"));
        crate::csv::fields(crate::desk::line_with(&csv, ",P1-07,"))[10].clone()
    };
    assert_eq!(status(""), "attended");
    assert_eq!(status("--as-of 7/7/2018"), "pending", "it met on the 8th");
    assert!(desk.refuses(1, "report --period 7/2018 --as-of 30/6/2018").contains("has not begun"));
}

#[test]
fn an_entry_as_of_a_day_tells_only_what_was_in_force_on_it() {
    let desk = Desk::with_sample();
    desk.says("cell rename P1-01 \"Khu phố Một\" --on 1/7/2018");
    desk.says("assign P1-01 TUV-05 --from 1/7/2018 --replace");
    desk.says("official post TUV-01 --on 1/7/2018 --title \"Bí thư Thị ủy\"");
    desk.says("cell merge P1-01 P1-02 --into \"P1-09=Khu phố 9\" --on 1/8/2018 --document 1-QĐ");
    desk.says("committee rename P1 \"Phường Một\" --on 1/8/2018");
    let said = desk.transcript(&[
        "cell show P1-01",
        "cell show P1-01 --as-of 30/6/2018",
        "cell show P1-01 --as-of 1/7/2018",
        "cell show P1-01 --as-of 1/8/2018",
        "official show TUV-01 --as-of 30/6/2018",
        "official show TUV-01 --as-of 1/7/2018",
        "committee show P1 --as-of 31/7/2018 --format csv",
        "committee show P1 --as-of 31/7/2018 --known-at 1 --format csv",
        "meeting list --cell P1-01 --period 2018-Q3 --as-of 4/7/2018",
        "meeting list --cell P1-01 --period 2018-Q3 --as-of 5/7/2018",
        "history show 2 --known-at 1",
        "config office --known-at 1 --format csv",
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn what_was_known_is_printed_as_then_and_a_line_beside_it_says_as_of_when() {
    let desk = Desk::with_sample();
    desk.says("close 7/2018 --with-gaps");
    let then = desk.run("report --period 7/2018 --known-at 1");
    assert_eq!(
        desk.redacted(&then.stderr),
        "As recorded up to operation 1 (TIME OF RECORDING  ).\n"
    );
    assert_eq!(
        desk.run("report --period 7/2018 --known-at 2").stdout,
        desk.ok("report --period 7/2018")
    );
}

#[test]
fn a_cell_that_was_due_then_and_was_taken_out_since_is_named_as_it_was() {
    let desk = Desk::with_sample();
    desk.says("cell add P1-99 \"Khu phố 99\" --committee P1 --founded 1/1/2018");
    desk.says("undo");
    let printed = desk.ok("report --period 7/2018 --diff 2");
    let row = crate::desk::line_with(&printed, "P1-99");
    assert!(row.contains("Khu phố 99") && row.contains("Was due, now is not"), "{printed}");
}

#[test]
fn what_was_taken_back_again_is_not_said_to_have_changed_a_row() {
    let desk = Desk::with_sample();
    desk.says("official post TUV-01 --on 1/7/2018 --title \"Phó Bí thư\"");
    desk.says("undo");
    desk.says("cell rename P1-01 \"Khu phố Một\" --on 1/7/2018");
    let csv = desk.ok("report --period 7/2018 --diff 1 --format csv");
    let row = crate::desk::line_with(&csv, "cell_name");
    assert!(row.ends_with(",4"), "{csv}");
    assert!(!csv.contains("2;3"), "{csv}");
}
