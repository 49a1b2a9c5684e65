//! One command takes back one operation, and again goes further back.

use crate::csv::csv_of;
use crate::desk::Desk;

/// Everything that lists and reports say.
fn everything(desk: &Desk) -> String {
    let lines = [
        "committee list --all",
        "cell list --all",
        "official list --all",
        "assign --list --on 1/1/2018",
        "assign --list --on 1/8/2018",
        "assign --list --on 31/12/2018",
        "meeting list",
        "config office",
        "config records_from",
        "report --period 2017-01..2018-08",
        "report composition",
        "cell show P1-02",
        "official show TUV-05",
    ];
    lines.map(|line| desk.ok(&format!("{line} --format csv"))).concat()
}

/// One of each kind of operation, each lawful after those before it.
const OPERATIONS: [&str; 30] = [
    "committee add P9 \"Phường 9\"",
    "cell add P9-01 \"Khu phố 1\" --committee P9",
    "official add TP-09 \"Lê Văn Bình\" --title \"Trưởng phòng\" --category department-head",
    "assign P9-01 TP-09 --from 1/7/2018 --document 200-TB/TU",
    "assign P9-01 TUV-05 --from 15/7/2018 --replace",
    "assign P9-01 TUV-06 --from 15/7/2018 --also",
    "assign P9-01 TUV-07 --from 10/7/2018 --until 1/8/2018 --replace TP-09",
    "assign P1-01 TUV-05 --from 1/6/2017 --amend",
    "unassign P1-02 --on 1/7/2018",
    "log-meeting P3-06 --on 15/7/2018 --visitor LDB-08 --reason LDB-04=duty --total 25 --present 20 --recommend \"Nạo vét mương\"",
    "log-meeting P9-01 --period 7/2018 --not-held --reason holiday",
    "meeting amend P3-06 --period 7/2018 --visitor assigned --grade good --note x",
    "meeting amend P1-03 --period 7/2018 --not-held --reason disaster",
    "meeting remove P1-04 --period 7/2018 --reason \"Ghi nhầm\"",
    "config office \"Văn phòng Đảng ủy\"",
    "config records_from --unset",
    "import more",
    "official post TP-09 --on 1/8/2018 --title \"Phó Chánh Văn phòng\" --organisation \"Văn phòng\"",
    "official retire TUV-05 --on 5/8/2018 --yes",
    "committee rename P9 \"Phường Chín\" --on 1/8/2018 --document 12-QĐ/TU",
    "cell rename P9-01 \"Khu phố Một\" --on 2/8/2018",
    "committee recode P9 QT",
    "cell recode P9-01 QT-01",
    "official recode TP-09 TP-19",
    "cell merge P1-01 P1-02 --into \"P1-09=Khu phố 9\" --on 1/8/2018 --document 13-QĐ/TU",
    "cell merge P3-01 P3-02 --into \"P3-01=Khu phố 1-2\" --on 1/8/2018",
    "cell split QT-01 --into \"QT-03=Khu phố 3\" \"QT-04=Khu phố 4\" --on 6/8/2018",
    "cell move P1-09 --to QT --on 7/8/2018",
    "cell dissolve P9-02 --on 8/8/2018",
    "committee dissolve QT --cells-to P2 --on 8/8/2018 --document 14-QĐ/TU",
];

fn more(desk: &Desk) {
    desk.write(
        "more/cells.csv",
        csv_of("code,name,kind,committee", &["P9-02,Khu phố 2,neighbourhood,P9"]),
    );
    desk.write(
        "more/meetings.csv",
        csv_of(
            "period,cell,kind,held_on,visitors",
            &["2018-07,P9-02,regular,2018-07-04,none", "2018-07,P1-04,regular,2018-07-05,TUV-01"],
        ),
    );
}

#[test]
fn every_kind_of_operation_is_undone_in_one_command() {
    let desk = Desk::with_sample();
    more(&desk);
    let mut before = everything(&desk);
    for line in OPERATIONS {
        desk.says(line);
        let after = everything(&desk);
        assert_ne!(before, after, "chibo {line} changes something");
        let said = desk.says("undo");
        assert!(said.starts_with("Undid operation "), "{said}");
        assert_eq!(everything(&desk), before, "chibo {line}, undone");
        desk.says(line);
        assert_eq!(everything(&desk), after, "chibo {line}, after undo, does the same again");
        before = after;
    }
}

#[test]
fn undo_repeated_goes_back_step_by_step_to_the_beginning() {
    let desk = Desk::with_sample();
    more(&desk);
    let mut states = vec![everything(&desk)];
    for line in OPERATIONS {
        desk.says(line);
        states.push(everything(&desk));
    }
    while let Some(state) = states.pop() {
        assert_eq!(everything(&desk), state, "after {} operations", states.len());
        if !states.is_empty() {
            desk.says("undo");
        }
    }
    let said = desk.refuses(1, "undo");
    assert!(said.contains("There is nothing left to undo"), "{said}");
    let history = desk.ok("history --format csv");
    assert_eq!(history.lines().count(), 2 + 2 * OPERATIONS.len(), "nothing is lost: {history}");
}

#[test]
fn a_new_book_has_nothing_to_undo() {
    let desk = Desk::with_new_book();
    desk.refuses(1, "undo");
    desk.says("committee add P1 \"Phường 1\"");
    desk.says("undo");
    desk.refuses(1, "undo");
    // The code is free again.
    desk.says("committee add P1 \"Phường Một\"");
    assert!(desk.ok("committee list").contains("Phường Một"));
}

#[test]
fn undo_skips_what_is_undone_and_says_what_it_took_back() {
    let desk = Desk::with_sample();
    desk.says("config office A");
    desk.says("config office B");
    assert_eq!(
        desk.says("undo"),
        "Undid operation 3: Changed the setting office (operation 4; to do it again: chibo redo).\n"
    );
    desk.says("config office C");
    assert!(desk.says("undo").starts_with("Undid operation 5: Changed the setting office "));
    assert!(desk.says("undo").starts_with("Undid operation 2: Changed the setting office "));
    assert!(desk.ok("config office --format csv").contains("Thị ủy Quảng Trị"));
    let before = desk.book();
    desk.says("committee add P9 \"Phường 9\"");
    let said = desk.says("undo --dry-run");
    assert!(
        said.starts_with("Dry run, nothing is kept; the answer would be: Undid operation 8"),
        "{said}"
    );
    assert!(desk.book() != before && desk.ok("committee list").contains("P9"));
}

#[test]
fn an_undo_that_would_put_a_second_visitor_beside_a_later_one_names_the_assignment() {
    let desk = Desk::with_sample();
    let visitors = |day: &str| {
        let list = desk.ok(&format!("assign --list --on {day} --format csv"));
        list.lines().filter(|line| line.starts_with("P1-01,")).count()
    };
    for ended in ["official retire TUV-01 --on 1/9/2018 --yes", "unassign P1-01 --on 1/9/2018"] {
        let before = desk.book();
        desk.says(ended);
        desk.says("assign P1-01 TUV-02 --from 15/9/2018");
        let said = desk.refuses(1, "undo 2");
        assert!(said.contains("Operation 2 cannot be undone") && said.contains("TUV-02"), "{said}");
        // Somebody else's place, or days before, do not stand in the way.
        desk.says("assign P1-01 TUV-02 --from 15/9/2018 --until 1/10/2018 --amend");
        desk.refuses(1, "undo 2");
        desk.says("undo 4");
        desk.says("undo 3");
        desk.says("assign P1-03 TUV-02 --from 15/9/2018 --also");
        desk.says("undo 2");
        assert_eq!(visitors("20/9/2018"), 1);
        desk.write("book.db", before.unwrap());
    }
    // Two who were assigned side by side stay so.
    desk.says("assign P1-01 TUV-02 --from 1/9/2018 --also");
    desk.says("assign P1-01 TUV-04 --from 10/9/2018 --also");
    desk.says("undo 2");
    desk.says("redo");
    desk.says("unassign P1-01 TUV-02 --on 20/9/2018");
    desk.says("assign P1-01 TUV-03 --from 20/9/2018 --also");
    desk.says("undo 6");
    assert_eq!(visitors("25/9/2018"), 4);
}

#[test]
fn taking_back_an_assignment_lists_the_recorded_meetings_whose_result_changes() {
    let desk = Desk::with_sample();
    desk.says("assign P1-01 TUV-07 --from 1/6/2018 --replace");
    desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned");
    let listed = |before: &str, after: &str| {
        let months = ["2018-06", "2018-07"];
        let lines = months.map(|month| format!("  {month} P1-01 Khu phố 1: {before} → {after}\n"));
        format!("The result changes in 2 rows of reports:\n{}", lines.concat())
    };
    let said = desk.says("undo 2");
    assert!(said.ends_with(&listed("Substitute came", "Attended")), "{said}");
    let said = desk.says("redo");
    assert!(said.ends_with(&listed("Attended", "Substitute came")), "{said}");
    // Taking back a meeting says what it is; nothing else changes.
    let said = desk.says("undo 3");
    assert!(!said.contains("The result changes"), "{said}");
}
