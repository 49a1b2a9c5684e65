//! Who is assigned to which cell, and what an assignment changes.

use crate::common::town::Town;
use crate::desk::{Desk, line_with};

/// Who is assigned to a cell on a day, by code.
fn assigned(desk: &Desk, cell: &str, day: &str) -> Vec<String> {
    let csv = desk.ok(&format!("assign --list --on {day} --format csv"));
    let of_cell = |line: &&str| line.split(',').next() == Some(cell);
    let officials = csv.lines().filter(of_cell).filter_map(|line| line.split(',').nth(1));
    let mut officials: Vec<String> =
        officials.filter(|code| !code.is_empty()).map(str::to_owned).collect();
    officials.sort();
    officials
}

#[test]
fn an_assignment_names_official_cell_days_and_document() {
    let desk = Desk::with_sample();
    desk.says("unassign P1-01 --on 1/8/2018");
    let said = desk.says("assign P1-01 TUV-05 --from 1/8/2018 --document 200-TB/TU --document-date 30/7/2018 --issuer \"Ban Thường vụ Thị ủy\"");
    assert_eq!(
        said,
        "Assigned TUV-05 Phan Văn Quýnh (Trưởng ban Tổ chức Thị ủy) to P1-01 Khu phố 1 from 2018-08-01 under 200-TB/TU (operation 3; to take it back: chibo undo).\n"
    );
    assert_eq!(assigned(&desk, "P1-01", "31/7/2018"), ["TUV-01"]);
    assert_eq!(assigned(&desk, "P1-01", "1/8/2018"), ["TUV-05"]);
    let csv = desk.ok("assign --list --on 1/8/2018 --format csv");
    assert!(line_with(&csv, "P1-01,TUV-05").ends_with(",2018-08-01,,200-TB/TU,"), "{csv}");
}

#[test]
fn until_is_the_first_day_that_no_longer_holds_and_the_answer_names_the_last_one() {
    let mut desk = Desk::with_sample();
    desk.says("unassign P1-01 --on 1/8/2018");
    let said = desk.says("assign P1-01 TUV-05 --from 1/8/2018 --until 1/10/2018");
    assert!(
        said.contains("from 2018-08-01, no longer from 2018-10-01 (last day 2018-09-30)"),
        "{said}"
    );
    assert_eq!(assigned(&desk, "P1-01", "30/9/2018"), ["TUV-05"]);
    assert!(assigned(&desk, "P1-01", "1/10/2018").is_empty());
    desk.set("CHIBO_LANG", "vi");
    let said = desk.says("assign P1-01 TUV-06 --from 1/10/2018 --until 1/11/2018");
    assert!(said.contains("thôi từ ngày 01/11/2018 (ngày cuối 31/10/2018)"), "{said}");
}

#[test]
fn an_assignment_never_outlasts_the_official_and_an_open_one_ends_with_him() {
    let desk = Desk::with_sample();
    desk.refuses(1, "assign P1-01 TUV-14 --from 1/1/2018 --until 2/3/2018 --also");
    let said = desk.says("assign P1-01 TUV-14 --from 1/1/2018 --also");
    assert!(said.contains("no longer from 2018-03-01 (last day 2018-02-28)"), "{said}");
    assert_eq!(assigned(&desk, "P1-01", "28/2/2018"), ["TUV-01", "TUV-14"]);
    assert_eq!(assigned(&desk, "P1-01", "1/3/2018"), ["TUV-01"]);
    // The same pair, ending exactly with him, is lawful elsewhere; before he was active nothing is.
    desk.says("assign P1-03 TUV-14 --from 1/1/2018 --until 1/3/2018 --also");
    desk.refuses(1, "assign P1-04 TUV-20 --from 14/3/2018 --also");
    desk.says("assign P1-04 TUV-20 --from 15/3/2018 --also");
}

#[test]
fn the_same_pair_never_overlaps_but_may_follow_itself() {
    let desk = Desk::with_sample();
    for line in [
        "assign P1-01 TUV-01 --from 1/8/2018",
        "assign P1-01 TUV-01 --from 1/8/2018 --also",
        "assign P1-01 TUV-01 --from 1/1/2017 --until 2/6/2017 --also",
    ] {
        let said = desk.refuses(1, line);
        assert!(said.contains("is assigned to P1-01 Khu phố 1 already"), "{said}");
    }
    desk.says("assign P1-01 TUV-01 --from 1/1/2017 --until 1/6/2017");
    desk.says("unassign P1-01 --on 1/8/2018");
    desk.says("assign P1-01 TUV-01 --from 1/8/2018");
}

#[test]
fn a_second_visitor_for_the_same_days_is_refused_without_also() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "assign P1-01 TUV-05 --from 1/8/2018");
    assert!(said.contains("Add --replace TUV-01 to take over, --also for both at once"), "{said}");
    let said = desk.says("assign P1-01 TUV-05 --from 1/8/2018 --also");
    assert!(said.contains("Assigned besides: TUV-01 Trương Đình Thưởng"), "{said}");
    assert_eq!(assigned(&desk, "P1-01", "1/8/2018"), ["TUV-01", "TUV-05"]);
    // Before and after the days of the other one nothing is in the way.
    desk.says("assign P2-03 TUV-05 --from 1/1/2017 --until 1/6/2017");
}

#[test]
fn replace_ends_the_other_assignment_on_the_first_day_of_the_new_one() {
    let desk = Desk::with_sample();
    let said = desk.says("assign P1-01 TUV-05 --from 15/8/2018 --replace");
    assert!(said.contains("The assignment of TUV-01 Trương Đình Thưởng (Phó Bí thư Thường trực Thị ủy) ends, last day 2018-08-14."), "{said}");
    assert_eq!(assigned(&desk, "P1-01", "14/8/2018"), ["TUV-01"]);
    assert_eq!(assigned(&desk, "P1-01", "15/8/2018"), ["TUV-05"]);
}

#[test]
fn where_there_are_several_replace_wants_a_name_and_leaves_the_others() {
    let desk = Desk::with_sample();
    desk.refuses(1, "assign P3-02 TUV-05 --from 1/11/2017 --until 1/2/2018 --replace");
    let said = desk.says(
        "assign P3-02 TUV-05 --from 1/11/2017 --until 1/2/2018 --replace \"Nguyễn Đăng Tường\"",
    );
    assert!(said.contains("UBKT-01") && said.contains("Assigned besides: TUV-09"), "{said}");
    assert_eq!(assigned(&desk, "P3-02", "31/10/2017"), ["TUV-09", "UBKT-01"]);
    assert_eq!(assigned(&desk, "P3-02", "1/11/2017"), ["TUV-05", "TUV-09"]);
}

#[test]
fn one_that_began_the_same_day_or_later_is_not_replaced_but_amended() {
    let desk = Desk::with_sample();
    for day in ["1/6/2017", "1/5/2017"] {
        let said = desk.refuses(1, &format!("assign P1-01 TUV-05 --from {day} --replace"));
        assert!(said.contains("use --amend in place of --replace"), "{said}");
    }
    let said = desk.says("assign P1-01 TUV-05 --from 1/6/2017 --amend");
    assert!(said.contains("Took out the mistaken assignment of TUV-01"), "{said}");
    assert_eq!(assigned(&desk, "P1-01", "1/6/2017"), ["TUV-05"]);
    // Dates of the same pair are mended in the same way.
    desk.says("assign P1-01 TUV-05 --from 1/7/2017 --amend");
    assert!(assigned(&desk, "P1-01", "30/6/2017").is_empty());
    assert_eq!(assigned(&desk, "P1-01", "1/7/2017"), ["TUV-05"]);
}

#[test]
fn a_change_within_the_month_is_judged_by_the_day_of_the_meeting() {
    // P1-01 met on 5 July 2018 with TUV-01; P1-02 on 3 July.
    for (from, status) in [("5/7/2018", "substituted"), ("6/7/2018", "attended")] {
        let desk = Desk::with_sample();
        desk.says(&format!("assign P1-01 TUV-05 --from {from} --replace"));
        assert_eq!(desk.status("P1-01", "7/2018"), status, "from {from}");
    }
    // Where nothing is recorded, the last day of the month counts.
    let desk = Desk::with_sample();
    desk.says("assign P3-06 TUV-05 --from 31/7/2018 --replace");
    assert_eq!(desk.row("P3-06", "7/2018")["assigned"], "TUV-05");
    desk.says("log-meeting P3-06 --on 30/7/2018 --visitor LDB-04");
    assert_eq!(desk.row("P3-06", "7/2018")["assigned"], "LDB-04");
    assert_eq!(desk.status("P3-06", "7/2018"), "attended");
}

#[test]
fn the_answer_lists_recorded_meetings_whose_status_changes() {
    let desk = Desk::with_sample();
    let said = desk.says("assign P1-01 TUV-05 --from 1/6/2018 --replace");
    assert!(said.ends_with(
        "The result changes in 2 rows of reports:\n  2018-06 P1-01 Khu phố 1: Attended → Substitute came\n  2018-07 P1-01 Khu phố 1: Attended → Substitute came\n"
    ), "{said}");
    let said = desk.says("unassign P1-03 --on 1/7/2018");
    assert!(said.ends_with(
        "P1-03 Khu phố 3 has no assigned visitor; to assign one: chibo assign P1-03 OFFICIAL --from DATE\nThe result changes in 1 row of reports:\n  2018-07 P1-03 Khu phố 3: Attended → No visitor assigned\n"
    ), "{said}");
    assert_eq!(desk.status("P1-03", "7/2018"), "unassigned");
    let said = desk.says("assign P1-04 TUV-05 --from 1/8/2018 --replace");
    assert!(!said.contains("The result changes"), "{said}");
}

#[test]
fn unassign_ends_an_assignment_on_a_day_and_names_its_last_one() {
    let desk = Desk::with_sample();
    let said = desk.says("unassign P1-01 TUV-01 --on 1/8/2018");
    assert!(said.starts_with("Ended the assignment of TUV-01 Trương Đình Thưởng (Phó Bí thư Thường trực Thị ủy) to P1-01 Khu phố 1 from 2018-08-01 (last day 2018-07-31)"), "{said}");
    assert_eq!(assigned(&desk, "P1-01", "31/7/2018"), ["TUV-01"]);
    assert!(assigned(&desk, "P1-01", "1/8/2018").is_empty());
    desk.refuses(1, "unassign P1-01 --on 1/8/2018");
    desk.refuses(1, "unassign P1-02 --on 31/5/2017");
    desk.says("unassign P1-02 --on 2/6/2017");
    assert_eq!(assigned(&desk, "P1-02", "1/6/2017"), ["TUV-06"]);
}

#[test]
fn the_list_of_a_day_shows_cells_with_nobody_too() {
    let mut desk = Desk::with_sample();
    let march = desk.ok("assign --list --on 15/3/2018");
    assert!(line_with(&march, "P3-05").contains("(nobody assigned)"), "{march}");
    desk.set("COLUMNS", "80");
    let lists = desk.transcript(&["assign --list --on 15/3/2018 --lang vi"]);
    insta::assert_snapshot!(lists);
    desk.refuses(2, "assign --list P1-01");
    desk.refuses(2, "assign P1-01 TUV-01 --from 1/8/2018 --on 1/8/2018");
}

#[test]
fn a_retired_official_does_not_stand_in_the_way_of_his_successor() {
    let desk = Desk::with_town_of(&Town {
        officials: vec!["A,Lê Thị Ba,,,2018-07-01,", "B,Trần Văn Đức,,,,"],
        cells: vec!["P1-01,Khu phố 1,neighbourhood,P1,,,"],
        ..Town::default()
    });
    desk.says("assign P1-01 B --from 1/7/2018");
    let said = desk.says("assign P1-01 A --from 1/1/2018");
    assert!(said.contains("no longer from 2018-07-01 (last day 2018-06-30)"), "{said}");
}

#[test]
fn an_amended_assignment_keeps_its_document_and_makes_no_second_visitor_unasked() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "200");
    desk.says("unassign P1-02 --on 1/3/2018");
    desk.says("assign P1-02 LDB-08 --from 1/3/2018 --document 200-TB/TU");
    // Without its end, the amended assignment would run into that of the next visitor.
    let said = desk.refuses(1, "assign P1-02 TUV-06 --from 1/6/2017 --amend");
    assert!(said.contains("has an assigned visitor in that time: LDB-08"), "{said}");
    desk.says("assign P1-02 TUV-06 --from 1/5/2017 --until 1/3/2018 --amend");
    let shown = desk.ok("cell show P1-02");
    let old = shown.split("TUV-06").nth(1).unwrap().split("LDB-08").next().unwrap();
    assert!(
        old.contains("from 2017-05-01, last day 2018-02-28") && old.contains("143-TB/TU"),
        "{shown}"
    );
    desk.says("assign P1-02 TUV-06 --from 1/5/2017 --amend --also");
    assert!(desk.row("P1-02", "7/2018")["assigned"] == "LDB-08;TUV-06");
}

#[test]
fn the_statuses_that_an_assignment_changes_are_those_of_the_reports() {
    let desk = Desk::with_town_of(&Town {
        cells: vec![
            "OLD,Khu phố cũ,neighbourhood,P1,,2018-07-20,",
            "NEW,Khu phố mới,neighbourhood,P1,2018-07-20,,",
        ],
        successions: vec!["OLD,NEW,2018-07-20"],
        officials: vec!["A,Lê Thị Ba,,,,"],
        meetings: vec!["2018-07,OLD,2018-07-05,,A,"],
        ..Town::default()
    });
    let said = desk.says("assign OLD A --from 1/1/2018");
    assert!(said.contains("2018-07 NEW Khu phố mới: No visitor assigned → Attended"), "{said}");
    // Once the new cell has a meeting of its own, that of the old one no longer stands for it.
    desk.says("undo");
    desk.says("log-meeting NEW --on 25/7/2018 --no-visitor");
    let said = desk.says("assign OLD A --from 1/1/2018");
    assert!(!said.contains("NEW"), "{said}");
    assert_eq!(desk.status("NEW", "7/2018"), "unassigned");
}

#[test]
fn output_options_belong_to_the_list() {
    let desk = Desk::with_sample();
    desk.refuses(2, "assign P1-01 TUV-05 --from 1/8/2018 --replace --format csv");
}

#[test]
fn an_assignment_that_ends_on_its_first_day_is_taken_out() {
    let desk = Desk::with_sample();
    let before = desk.coverage("7/2018");
    desk.says("assign P1-01 LDB-08 --from 5/7/2018 --also");
    desk.says("config office \"Thị ủy\"");
    let said = desk.says("unassign P1-01 LDB-08 --on 5/7/2018");
    assert!(said.contains("Took out the assignment of LDB-08"), "{said}");
    assert_eq!(desk.coverage("7/2018"), before);
    assert!(!desk.ok("cell show P1-01").contains("LDB-08"));
}

#[test]
fn refused_takeovers_say_what_stands_in_the_way() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "assign P1-01 LDB-08 --from 5/7/2018 --amend");
    assert!(said.contains("has an assigned visitor in that time: TUV-01"), "{said}");
    let said = desk.refuses(1, "assign P1-01 TUV-01 --from 5/7/2018 --replace");
    assert!(
        said.contains("TUV-01") && said.contains("is assigned to P1-01 Khu phố 1 already"),
        "{said}"
    );
    desk.refuses(1, "assign P1-01 TUV-01 --from 1/6/2017 --amend");
}
