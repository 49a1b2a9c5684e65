//! Which operations touched a record, and what one of them changed.

use std::sync::OnceLock;

use crate::csv::csv_of;
use crate::desk::Desk;

/// The numbers of the operations that a history lists, the oldest first.
fn listed(desk: &Desk, filters: &str) -> Vec<u32> {
    let csv = desk.ok(&format!("history {filters} --format csv"));
    let numbers = csv.lines().skip(1).map(|line| line.split(',').next().unwrap().parse().unwrap());
    numbers.collect()
}

/// The sample town after operations of many kinds.
fn busy_desk() -> Desk {
    static BUSY: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::with_copy(&BUSY, || {
        let desk = Desk::with_sample();
        for line in [
            "committee add P9 \"Phường 9\"",
            "cell add P9-01 \"Khu phố Mới\" --committee P9",
            "official add TP-09 \"Lê Văn Bình\" --title \"Trưởng phòng\" --category department-head",
            "assign P9-01 TP-09 --from 1/7/2018 --document 200-TB/TU",
            "unassign P9-01 --on 1/8/2018",
            "log-meeting P3-06 --on 15/7/2018 --visitor TP-09 --reason LDB-04=duty --total 25 --present 20 --recommend \"Nạo vét mương\"",
            "--today 9/8/2018 meeting amend P3-06 --period 7/2018 --visitor assigned --grade good",
            "meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm\"",
            "config office \"Thị ủy\"",
            "undo",
            "undo 6",
            "redo",
        ] {
            desk.says(line);
        }
        desk.write(
            "officials.csv",
            csv_of(
                "code,full_name,title,from",
                &[
                    "TP-09,Lê Văn Bình,Trưởng phòng,",
                    "TP-09,Lê Văn Bình,Chủ tịch,2018-08-01",
                    "TUV-02,Trần Thị Mới,,",
                ],
            ),
        );
        desk.write(
            "cells.csv",
            csv_of(
                "code,name,kind,committee,dissolved",
                &["P9-01,Khu phố Mới,neighbourhood,P9,2018-08-05"],
            ),
        );
        desk.says("import officials.csv cells.csv --amend");
        desk
    })
}

#[test]
fn the_history_of_a_cell_is_what_touched_its_rows() {
    let desk = busy_desk();
    let expected = [3, 5, 6, 12, 13, 14];
    // By code, and by name although it is no more.
    assert_eq!(listed(&desk, "--cell P9-01 --today 8/9/2018"), expected);
    assert_eq!(listed(&desk, "--cell \"khu pho moi\" --today 8/9/2018"), expected);
    assert_eq!(listed(&desk, "--cell P3-06"), [1, 7, 8, 9]);
    let said = desk.refuses(1, "history --cell P9-99");
    assert!(said.contains("P9-99"), "{said}");
}

#[test]
fn the_history_of_an_official_counts_visits_and_reasons() {
    let desk = busy_desk();
    assert_eq!(listed(&desk, "--official TP-09"), [4, 5, 6, 7, 8, 12, 13, 14]);
    // He was not assigned anew, but did not come, then came; the removal took his visit.
    assert_eq!(listed(&desk, "--official LDB-04"), [1, 7, 8, 9]);
    assert_eq!(listed(&desk, "--official TUV-02"), [1, 14]);
}

#[test]
fn the_history_of_a_month_and_since_a_day() {
    let desk = busy_desk();
    assert_eq!(listed(&desk, "--period 7/2018"), [1, 7, 8, 9]);
    assert_eq!(listed(&desk, "--period 6/2018"), [1]);
    assert_eq!(listed(&desk, "--period 2018-Q3"), [1, 7, 8, 9]);
    assert_eq!(listed(&desk, "--period 7/2018 --official TP-09"), [7, 8]);
    assert_eq!(listed(&desk, "--since 1/1/2018"), (1..=14).collect::<Vec<_>>());
    assert_eq!(listed(&desk, "--since 31/12/2100"), [] as [u32; 0]);
    let screen = desk.ok("history --cell P3-06 --period 7/2018 --since 1/1/2018");
    assert!(
        screen.starts_with(
            "Operations, the newest last · P3-06 Khu phố 6 · 2018-07 · recorded since 2018-01-01\n"
        ),
        "{screen}"
    );
    let empty = desk.ok("history --since 31/12/2100");
    assert!(empty.ends_with("\nThe list is empty.\n"), "{empty}");
}

#[test]
fn what_was_taken_out_again_still_has_a_history_by_its_code() {
    let desk = Desk::with_sample();
    desk.says("committee add P9 \"Phường 9\"");
    desk.says("cell add P9-01 \"Khu phố 1\" --committee P9");
    desk.says("official add TP-09 \"Lê Văn Bình\"");
    for _ in 0..2 {
        desk.says("undo");
    }
    assert_eq!(listed(&desk, "--cell p9-01"), [3, 6]);
    assert_eq!(listed(&desk, "--official TP-09"), [4, 5]);
}

/// A text in which fingerprints, which differ from run to run, have their shape only.
fn without_fingerprints(text: &str) -> String {
    let lines = text.lines().map(|line| match line.split_once(": ") {
        Some((label @ ("Fingerprint" | "Mã đối chiếu"), print)) => {
            let shape = |c: char| if c.is_ascii_hexdigit() { 'x' } else { c };
            format!("{label}: {}", print.chars().map(shape).collect::<String>())
        }
        _ => line.to_owned(),
    });
    lines.map(|line| line + "\n").collect()
}

#[test]
fn one_operation_is_shown_with_every_value_before_and_after() {
    let desk = busy_desk();
    let english = ["history show 3", "history show 6", "history show 7", "history show 8"];
    let vietnamese = [
        "history show 9 --lang vi",
        "history show 10 --lang vi",
        "history show 12 --lang vi",
        "history show 14 --lang vi",
    ];
    let lines = [english, vietnamese].concat();
    insta::assert_snapshot!(without_fingerprints(&desk.transcript(&lines)));
}

#[test]
fn one_operation_for_programs_has_keys_and_codes() {
    let desk = busy_desk();
    assert_eq!(
        desk.ok("history show 8 --format csv"),
        "record,item,before,after\n\
         meeting P3-06 2018-07,visitors,TP-09,LDB-04\n\
         meeting P3-06 2018-07,absence_reason,LDB-04=duty,\n\
         meeting P3-06 2018-07,grade,,good\n"
    );
    assert_eq!(
        desk.ok("history show 14 --lang vi --format csv"),
        "record,item,before,after\n\
         cell P9-01,dissolved,,2018-08-05\n\
         official TUV-02,full_name,Lê Thị Ngọc Diễm,Trần Thị Mới\n\
         official TUV-02,title,Phó Chủ tịch HĐND thị xã,\n\
         official TP-09,title@2018-08-01,Trưởng phòng,Chủ tịch\n"
    );
    let json = desk.ok("history show 10 --format json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["number"], 10);
    assert_eq!((&json["verb"], &json["undone"]), (&"config".into(), &"yes".into()));
    assert_eq!(json["undone_by"], 11);
    let connection = desk.by_hand("book.db");
    let hash: Vec<u8> = connection
        .query_row("SELECT hash FROM operation WHERE number = 10", [], |row| row.get(0))
        .unwrap();
    let print: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(json["fingerprint"].as_str().unwrap().replace(' ', ""), print);
}

#[test]
fn the_operation_that_made_the_file_shows_everything_it_brought() {
    let desk = Desk::with_sample();
    let csv = desk.ok("history show 1 --format csv");
    let records: std::collections::BTreeSet<&str> =
        csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    for (kind, count) in [("committee ", 5), ("cell ", 27), ("category ", 4), ("settings", 1)] {
        let found = records.iter().filter(|record| record.starts_with(kind)).count();
        assert_eq!(found, count, "{kind}");
    }
    let before: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(2)).collect();
    assert!(before.iter().all(|value| value.is_empty()));
    let said = desk.refuses(1, "history show 2");
    assert!(said.starts_with("Error: There is no operation 2; the newest is 1."), "{said}");
    desk.refuses(2, "history show");
    desk.refuses(2, "history show x");
    desk.refuses(2, "history --cell P1-01 show 1");
}

#[test]
fn undo_of_a_chosen_operation_says_what_to_do_next() {
    let desk = Desk::with_sample();
    desk.says("committee add P9 \"Phường 9\"");
    desk.says("config office A");
    assert_eq!(
        desk.says("undo 2"),
        "Undid operation 2: Added the committee P9 (operation 4; to do it again: chibo redo).\n"
    );
    assert_eq!(
        desk.says("redo"),
        "Redid operation 2: Added the committee P9 (operation 5; to take it back: chibo undo 2).\n"
    );
    assert!(desk.ok("committee list").contains("P9"));
    let before = desk.book();
    for line in ["undo 2 --dry-run", "undo --dry-run"] {
        assert!(desk.says(line).starts_with("Dry run, nothing is kept; "), "{line}");
    }
    desk.refuses(1, "redo --dry-run");
    assert!(before == desk.book());
    desk.says("undo");
    desk.says("undo");
    assert!(!desk.ok("committee list").contains("P9"));
    assert_eq!(
        desk.says("--lang vi redo"),
        "Đã làm lại thao tác 2: Thêm đảng bộ P9 (thao tác 8; hoàn tác: chibo undo 2).\n"
    );
}

#[test]
fn an_import_is_undone_as_a_whole_also_when_others_came_after_it() {
    let desk = Desk::with_sample();
    desk.write(
        "cells.csv",
        csv_of(
            "code,name,kind,committee,founded",
            &[
                "P1-90,Khu phố 90,neighbourhood,P1,2018-07-01",
                "P1-91,Khu phố 91,neighbourhood,P1,2018-07-01",
            ],
        ),
    );
    desk.write(
        "meetings.csv",
        csv_of("period,cell,kind,held_on,visitors", &["2018-07,P1-90,regular,2018-07-04,none"]),
    );
    let before = desk.ok("report --period 7/2018 --format csv");
    desk.says("import cells.csv meetings.csv");
    desk.says("config office A");
    desk.says("log-meeting P1-91 --on 4/7/2018 --no-visitor");
    let said = desk.refuses(1, "undo 2");
    assert!(said.contains("operation 4 (Recorded the meeting of P1-91"), "{said}");
    desk.says("undo 4");
    desk.says("undo 2");
    assert_eq!(desk.ok("report --period 7/2018 --format csv"), before);
    assert!(desk.ok("config office --format csv").contains(",A,"));
}
