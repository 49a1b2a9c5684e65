//! Corrections of the register from a day on: posts, retirements, names, codes.

use crate::csv::{csv_of, fields};
use crate::desk::{Desk, line_with};
use crate::errors::On::Sample;
use crate::errors::{Reproducer, told};

/// Refused corrections.
pub const REFUSED: &[Reproducer] = &[
    Reproducer(
        "official-not-active",
        1,
        Sample,
        &[],
        "official post TUV-20 --on 14/3/2018 --title \"Trưởng ban\"",
    ),
    Reproducer("nothing-changes", 1, Sample, &[], "cell rename P1-01 \"Khu phố 1\" --on 1/8/2018"),
    Reproducer(
        "not-in-existence",
        1,
        Sample,
        &[],
        "committee rename P1 \"Phường Một\" --on 31/12/2008",
    ),
    Reproducer("already-ended", 1, Sample, &[], "official retire TUV-14 --on 1/8/2018 --yes"),
    Reproducer("retire-unconfirmed", 1, Sample, &[], "official retire TUV-01 --on 1/8/2018"),
    Reproducer(
        "retire-unconfirmed",
        1,
        Sample,
        &["assign P1-01 TUV-05 --from 1/8/2018 --also"],
        "official retire TUV-01 --on 1/8/2018",
    ),
    Reproducer("meetings-in-the-way", 1, Sample, &[], "official retire TUV-01 --on 5/7/2018 --yes"),
    Reproducer("meetings-in-the-way", 1, Sample, &[], "official retire TUV-01 --on 1/1/2018 --yes"),
    Reproducer("life-backwards", 1, Sample, &[], "official retire TUV-20 --on 15/3/2018 --yes"),
    Reproducer(
        "change-in-the-way",
        1,
        Sample,
        &["official post TUV-01 --on 1/9/2018 --title \"Trưởng ban\""],
        "official retire TUV-01 --on 1/8/2018 --yes",
    ),
    Reproducer("code-taken", 1, Sample, &[], "cell recode P1-01 p1-02"),
    Reproducer(
        "code-used-before",
        1,
        Sample,
        &["official recode TUV-01 TUV-41"],
        "official recode TUV-02 tuv-01",
    ),
    Reproducer(
        "code-used-before",
        1,
        Sample,
        &["committee add P9 \"Phường 9\"", "undo"],
        "committee recode P1 P9",
    ),
    Reproducer(
        "code-used-before",
        1,
        Sample,
        &["committee recode P1 QT"],
        "committee add P1 \"Phường 1\"",
    ),
    Reproducer("nothing-changes", 1, Sample, &[], "cell recode P1-01 P1-01"),
    Reproducer("option-needs", 2, Sample, &[], "official post TUV-01 --on 1/8/2018"),
];

#[test]
fn refused_corrections_say_why_and_what_to_type_next() {
    insta::assert_snapshot!(told(REFUSED));
}

#[test]
fn corrections_answer_in_both_languages_with_before_and_after() {
    let mut desk = Desk::with_sample();
    let lines = [
        "official post TUV-01 --on 1/8/2018 --title \"Phó Bí thư\" --category board-leader --document 9-QĐ/TU",
        "official post TUV-01 --on 1/8/2018 --organisation \"\"",
        "official retire TUV-01 --on 1/8/2018 --dry-run",
        "official retire TUV-02 --on 1/8/2018 --yes --document 10-QĐ/TU",
        "committee rename P1 \"Phường Một\" --on 1/8/2018 --document 12-QĐ/TU",
        "cell rename P1-01 \"Khu phố Một\" --on 1/8/2018",
        "committee recode P1 QT",
        "cell recode P1-01 QT-01",
        "official recode TUV-01 TUV-41",
        "history",
    ];
    let mut told = desk.transcript(&lines);
    let mut desk_vi = Desk::with_sample();
    desk_vi.set("CHIBO_LANG", "vi");
    told += &desk_vi.transcript(&lines);
    insta::assert_snapshot!(told);
    desk.set("CHIBO_LANG", "vi");
    assert_eq!(desk.ok("history --format csv").lines().count(), 10);
}

#[test]
fn what_a_post_leaves_out_stays_and_an_empty_text_empties_it() {
    let desk = Desk::with_sample();
    desk.says("official post TUV-01 --on 1/8/2018 --title \"Bí thư\"");
    let post = |day: &str| {
        let csv = desk.ok(&format!("official list --as-of {day} --format csv"));
        fields(line_with(&csv, "TUV-01"))[3..6].to_vec()
    };
    assert_eq!(
        post("31/7/2018"),
        ["Phó Bí thư Thường trực Thị ủy", "Thị ủy Quảng Trị", "committee-member"]
    );
    assert_eq!(post("1/8/2018"), ["Bí thư", "Thị ủy Quảng Trị", "committee-member"]);
    desk.says("official post TUV-01 --on 1/9/2018 --organisation \"\" --category \"\"");
    assert_eq!(post("1/9/2018"), ["Bí thư", "", ""]);
    // What was carried on follows an earlier change, what was changed since stays.
    desk.says(
        "official post TUV-01 --on 15/8/2018 --title \"Phó Bí thư\" --organisation \"Tỉnh ủy\"",
    );
    assert_eq!(post("1/8/2018")[0], "Bí thư");
    assert_eq!(post("15/8/2018"), ["Phó Bí thư", "Tỉnh ủy", "committee-member"]);
    assert_eq!(post("1/9/2018"), ["Phó Bí thư", "", ""]);
}

#[test]
fn a_title_of_a_report_is_that_of_the_meetings_day() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "200");
    desk.says("official post TUV-01 --on 6/7/2018 --title \"Bí thư\"");
    let before = desk.ok("report --period 7/2018");
    assert!(!line_with(&before, "P1-01").contains("Bí thư  "), "{before}");
    desk.says("official post TUV-01 --on 5/7/2018 --title \"Ủy viên\"");
    let after = desk.ok("report --period 7/2018");
    assert!(line_with(&after, "P1-01").contains("Ủy viên"), "{after}");
}

#[test]
fn a_retired_officials_assignments_end_with_him_and_his_cells_are_named() {
    let desk = Desk::with_sample();
    desk.says("assign P1-02 TUV-01 --from 1/9/2018 --also");
    desk.says("assign P1-03 TUV-01 --from 1/6/2017 --until 1/12/2018 --also");
    let said = desk.refuses(1, "official retire TUV-01 --on 1/8/2018");
    assert!(said.contains("P1-01 Khu phố 1; P1-02 Khu phố 2; P1-03 Khu phố 3"), "{said}");
    assert!(said.contains("left without a visitor: P1-01 Khu phố 1."), "{said}");
    let said = desk.says("official retire TUV-01 --on 1/8/2018 --yes");
    assert!(said.contains("to P1-01 Khu phố 1 ends, last day 2018-07-31."), "{said}");
    assert!(said.contains("to P1-02 Khu phố 2, which had not begun, is taken out."), "{said}");
    assert!(said.contains("to P1-03 Khu phố 3 ends, last day 2018-07-31."), "{said}");
    assert!(said.contains("chibo assign P1-01 OFFICIAL --from 2018-08-01"), "{said}");
    assert!(!said.contains("chibo assign P1-03"), "{said}");
    let shown = desk.ok("official show TUV-01 --format csv");
    assert_eq!(shown.matches("last day 2018-07-31").count(), 2, "{shown}");
    assert!(!shown.contains("P1-02"), "{shown}");
    desk.refuses(1, "assign P1-02 TUV-01 --from 1/8/2018 --also");
}

#[test]
fn one_without_assignments_retires_without_being_asked_about() {
    let desk = Desk::with_sample();
    desk.says("official add TP-09 \"Lê Văn Bình\"");
    let said = desk.says("official retire TP-09 --on 1/8/2018");
    assert!(
        said.starts_with("Retired TP-09 Lê Văn Bình on 2018-08-01 (last day 2018-07-31)"),
        "{said}"
    );
    // An end that was planned can come earlier, not later.
    desk.refuses(1, "official retire TP-09 --on 1/9/2018");
    let said = desk.says("official retire TP-09 --on 1/7/2018");
    assert!(
        said.contains("2018-08-01 (last day 2018-07-31) → 2018-07-01 (last day 2018-06-30)"),
        "{said}"
    );
}

#[test]
fn a_retirement_lists_the_recorded_meetings_whose_result_changes() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-01 --period 7/2018 --no-visitor --reason duty");
    assert_eq!(desk.status("P1-01", "7/2018"), "excused");
    let said = desk.says("official retire TUV-01 --on 1/7/2018 --yes");
    assert!(
        said.ends_with("The result changes in 1 row of reports:\n  2018-07 P1-01 Khu phố 1: Absent, reason given → No visitor assigned\n"),
        "{said}"
    );
    assert_eq!(desk.status("P1-01", "7/2018"), "unassigned");
}

#[test]
fn a_name_holds_from_its_day_and_is_carried_on_up_to_the_next_change() {
    let desk = Desk::with_sample();
    desk.says("cell rename P1-01 \"Khu phố B\" --on 1/10/2018");
    desk.says("cell move P1-01 --to P2 --on 1/9/2018");
    let said = desk.says("cell rename P1-01 \"Khu phố A\" --on 1/8/2018");
    assert!(
        said.ends_with(
            "  Name: Khu phố 1 → Khu phố A\n  Name (from 2018-09-01): Khu phố 1 → Khu phố A\n"
        ),
        "{said}"
    );
    let standing = |day: &str| {
        let csv = desk.ok(&format!("cell list --as-of {day} --format csv"));
        let row = fields(line_with(&csv, "P1-01"));
        (row[1].clone(), row[3].clone())
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(standing("31/7/2018"), pair("Khu phố 1", "P1"));
    assert_eq!(standing("1/8/2018"), pair("Khu phố A", "P1"));
    assert_eq!(standing("1/9/2018"), pair("Khu phố A", "P2"));
    assert_eq!(standing("1/10/2018"), pair("Khu phố B", "P2"));
    assert_eq!(desk.row("P1-01", "7/2018")["cell_name"], "Khu phố 1");
    // A move before the other one: later standings that still had the old committee follow.
    desk.says("cell move P1-01 --to P3 --on 15/7/2018");
    assert_eq!(standing("15/7/2018").1, "P3");
    assert_eq!(standing("1/8/2018"), pair("Khu phố A", "P3"));
    assert_eq!(standing("1/10/2018"), pair("Khu phố B", "P2"));
    // Each earlier name still finds it.
    assert!(desk.ok("cell show \"Khu phố A\"").starts_with("P1-01"));
}

#[test]
fn a_name_from_the_day_of_founding_was_always_its_name() {
    let desk = Desk::with_sample();
    desk.says("committee rename P1 \"Phường Một\" --on 1/1/2009");
    let shown = desk.ok("committee show P1 --format csv");
    assert!(shown.contains("name,Phường Một\n"), "{shown}");
    assert!(desk.ok("report --period 6/2017 --format csv").contains("P1,Phường Một"));
}

#[test]
fn a_recoded_record_keeps_everything_it_had() {
    let desk = Desk::with_sample();
    let months = |desk: &Desk| desk.coverage("2017-06..2018-07");
    let before = months(&desk);
    desk.says("cell recode P1-01 X-01");
    desk.says("official recode TUV-01 X-TUV");
    desk.says("committee recode P1 X");
    let back = |text: String| {
        let text = text.replace(",X-01,", ",P1-01,").replace(",X,Phường 1,", ",P1,Phường 1,");
        text.replace("X-TUV", "TUV-01")
    };
    let mut before: Vec<String> = before.lines().map(str::to_owned).collect();
    let mut after: Vec<String> = back(months(&desk)).lines().map(str::to_owned).collect();
    before.sort();
    after.sort();
    assert_eq!(before, after, "only the order follows the new codes");
    // Upper and lower case of its own code, and its own former code, are its own.
    desk.says("cell recode X-01 x-01");
    desk.says("cell recode x-01 P1-01");
    desk.refuses(1, "cell add X-01 \"Khu phố 9\" --committee X --founded 1/1/2009");
    desk.refuses(1, "cell split P1-02 --into P1-02 \"X-01=Khu phố 9\" --on 1/8/2018");
    desk.says("undo");
    desk.says("undo");
    assert!(desk.ok("cell list --format csv").contains("X-01,"));
}

#[test]
fn a_file_that_ends_an_official_or_a_cell_lists_the_results_that_change_or_the_meetings_in_the_way()
{
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-01 --period 7/2018 --no-visitor --reason duty");
    desk.write("officials.csv", csv_of("code,active_until", &["TUV-01,2018-07-01"]));
    for line in ["import officials.csv --amend --dry-run", "import officials.csv --amend"] {
        let said = desk.says(line);
        assert!(
            said.ends_with("The result changes in 1 row of reports:\n  2018-07 P1-01 Khu phố 1: Absent, reason given → No visitor assigned\n"),
            "{said}"
        );
    }
    assert_eq!(desk.status("P1-01", "7/2018"), "unassigned");

    desk.write(
        "officials.csv",
        csv_of("code,active_until", &["TUV-02,2018-06-01", "TUV-03,2018-07-05"]),
    );
    let said = desk.refuses(3, "import officials.csv --amend");
    assert!(line_with(&said, "officials.csv:2").ends_with("“TUV-02”: TUV-02 Lê Thị Ngọc Diễm (Phó Chủ tịch HĐND thị xã) cannot retire on 2018-06-01: meetings since then have this visitor on record: P3-01 Khu phố 1 2018-06 (held on 2018-06-02); P3-01 Khu phố 1 2018-07 (held on 2018-07-04)"), "{said}");
    assert!(said.contains("officials.csv:3"), "{said}");

    desk.write("cells.csv", csv_of("code,dissolved", &["P1-02,2018-07-20"]));
    let said = desk.says("import cells.csv --amend");
    assert!(said.contains("2018-07 P1-02 Khu phố 2: Substitute came → not counted"), "{said}");
    desk.write("cells.csv", csv_of("code,dissolved", &["P1-03,2018-07-01"]));
    let said = desk.refuses(3, "import cells.csv --amend --lang vi");
    assert!(said.contains("P1-03 Khu phố 3 không thể kết thúc từ ngày 01/07/2018, vì đã ghi buổi sinh hoạt từ ngày đó: P1-03 Khu phố 3 tháng 7/2018"), "{said}");
}

#[test]
fn what_was_filed_of_a_closed_month_is_never_changed_by_a_correction() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-01 --period 7/2018 --no-visitor --reason duty");
    desk.says("close 7/2018 --with-gaps");
    for line in [
        "official retire TUV-01 --on 1/7/2018 --yes",
        "official retire TUV-01 --on 1/7/2018",
        "cell merge P1-01 P1-02 --into P1-01 --on 20/7/2018",
        "cell move P1-01 --to P2 --on 20/7/2018",
        "cell dissolve P3-06 --on 20/7/2018",
    ] {
        let said = desk.refuses(1, line);
        assert!(said.contains("2018-07"), "chibo {line}: {said}");
    }
    // Names and titles are not filed; later days touch nothing of it.
    for line in [
        "cell rename P1-01 \"Khu phố Một\" --on 1/7/2018",
        "official post TUV-01 --on 1/7/2018 --title \"Bí thư\"",
        "cell merge P1-01 P1-02 --into P1-01 --on 1/8/2018",
        "cell move P1-03 --to P2 --on 1/8/2018",
        "official retire TUV-03 --on 1/8/2018 --yes",
    ] {
        desk.says(line);
    }
}
