//! What was done, by whom, in the reader's language.

use std::sync::OnceLock;

use crate::csv::csv_of;
use crate::desk::Desk;

fn busy_desk() -> Desk {
    static BUSY: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::with_copy(&BUSY, || {
        let desk = Desk::with_sample();
        for line in [
            "committee add P9 \"Phường 9\"",
            "cell add P9-01 \"Khu phố 1\" --committee P9",
            "official add TP-09 \"Lê Văn Bình\"",
            "assign P9-01 TP-09 --from 1/7/2018 --document 200-TB/TU",
            "unassign P9-01 --on 1/8/2018",
            "log-meeting P3-06 --on 15/7/2018 --visitor assigned",
            "--actor \"Chị Hoa\" --today 9/8/2018 meeting amend P3-06 --period 7/2018 --grade good",
            "meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm\"",
            "config office \"Thị ủy\"",
            "undo",
        ] {
            desk.says(line);
        }
        desk.write(
            "cells.csv",
            csv_of("code,name,kind,committee", &["P9-02,Khu phố 2,neighbourhood,P9"]),
        );
        desk.says("import cells.csv");
        desk
    })
}

#[test]
fn the_history_tells_every_kind_of_operation_in_both_languages() {
    let desk = busy_desk();
    insta::assert_snapshot!(desk.transcript(&["history", "history --lang vi"]));
}

#[test]
fn the_history_for_programs_has_stable_verbs() {
    let desk = busy_desk();
    let csv = desk.ok("history --format csv");
    assert!(csv.starts_with("number,recorded_at,today,actor,verb,reason,undone\n"), "{csv}");
    let verbs: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(4)).collect();
    assert_eq!(
        verbs,
        [
            "demo",
            "committee-add",
            "cell-add",
            "official-add",
            "assign",
            "unassign",
            "log-meeting",
            "meeting-amend",
            "meeting-remove",
            "config",
            "undo",
            "import",
        ]
    );
    let amended = csv.lines().find(|line| line.contains("meeting-amend")).unwrap();
    assert!(amended.contains(",2018-08-09,Chị Hoa,"), "{amended}");
    let times: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert!(times.windows(2).all(|pair| pair[0] <= pair[1]), "the newest last: {times:?}");
    assert!(times.iter().all(|time| time.ends_with('Z') && time.len() == 24), "{times:?}");
}

#[test]
fn the_history_never_holds_a_persons_name() {
    let desk = Desk::with_sample();
    desk.says("official add TP-09 \"Lê Văn Bình\"");
    desk.says("assign P1-01 \"Lê Văn Bình\" --from 1/8/2018 --also");
    desk.says("log-meeting P3-06 --on 15/7/2018 --visitor \"Lê Văn Bình\" --note \"Ghi chú\"");
    let connection = rusqlite::Connection::open(desk.path("book.db")).unwrap();
    let mut statement = connection.prepare("SELECT verb || arguments FROM operation").unwrap();
    let told: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(told.len(), 4);
    for operation in told {
        for text in ["Bình", "binh", "Ghi chú"] {
            assert!(!operation.contains(text), "{operation}");
        }
    }
}

#[test]
fn an_actor_is_a_name_like_any_other() {
    let desk = Desk::with_sample();
    for actor in ["\u{e000}", "a\u{202e}b", "197012345678", "a\nb"] {
        let answer = desk.call(["--actor", actor, "committee", "add", "P9", "Phường 9"]);
        assert_eq!(answer.status, 2, "{actor:?} {}", answer.stderr);
    }
    assert_eq!(desk.ok("history --format csv").lines().count(), 2);
}

#[test]
fn what_ended_an_assignment_is_in_the_history_of_both_and_shown_with_it() {
    let desk = Desk::with_sample();
    desk.says("official retire TUV-02 --on 1/9/2018 --yes");
    desk.says("cell dissolve P1-07 --on 1/9/2018");
    let numbers = |options: &str| {
        let csv = desk.ok(&format!("history {options} --format csv"));
        let lines = csv.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned());
        lines.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(numbers("--cell P3-01"), "1 2", "his cell");
    assert_eq!(numbers("--official LDB-02"), "1 3", "its visitor");
    assert_eq!(numbers("--cell P1-01"), "1");
    let shown = desk.transcript(&["history show 2", "history show 3 --lang vi"]);
    let is_print =
        |line: &&str| line.starts_with("Fingerprint") || line.starts_with("Mã đối chiếu");
    let shown: Vec<&str> = shown.lines().filter(|line| !is_print(line)).collect();
    insta::assert_snapshot!(shown.join("\n"));
    desk.says("undo 2");
    assert_eq!(numbers("--cell P3-01"), "1 2 4");
}
