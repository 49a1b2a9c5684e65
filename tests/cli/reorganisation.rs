//! Mergers, splits, moves and endings of cells and committees: what becomes of what was recorded.

use std::collections::BTreeSet;

use crate::csv::fields;
use crate::desk::{Desk, line_with};
use crate::errors::On::Sample;
use crate::errors::{Reproducer, told};

/// Refused reorganisations.
pub const REFUSED: &[Reproducer] = &[
    Reproducer(
        "new-cell-nameless",
        1,
        Sample,
        &[],
        "cell merge P1-01 P1-02 --into P1-09 --on 20/7/2019",
    ),
    Reproducer("merge-too-few", 1, Sample, &[], "cell merge P1-01 --into P1-02 --on 20/7/2019"),
    Reproducer("merge-too-few", 1, Sample, &[], "cell merge P1-01 --into P1-01 --on 20/7/2019"),
    Reproducer("cell-twice", 1, Sample, &[], "cell merge P1-01 p1-01 --into P1-01 --on 20/7/2019"),
    Reproducer(
        "merge-unlike",
        1,
        Sample,
        &[],
        "cell merge P1-01 HL-01 --into P1-01 --on 20/7/2019",
    ),
    Reproducer(
        "merge-not-alike",
        1,
        Sample,
        &[],
        "cell merge P1-01 P2-01 --into \"P1-09=Khu phố 9\" --on 20/7/2019",
    ),
    Reproducer(
        "merge-not-alike",
        1,
        Sample,
        &[],
        "cell merge P1-01 HL-01 --into \"P1-09=Khu phố 9\" --committee P1 --on 20/7/2019",
    ),
    Reproducer(
        "merge-not-alike",
        1,
        Sample,
        &[],
        "cell merge P1-01 HL-01 --into \"P1-09=Khu phố 9\" --on 20/7/2019",
    ),
    Reproducer(
        "into-not-new",
        1,
        Sample,
        &[],
        "cell merge P1-01 P1-02 --into P1-03 --on 20/7/2019",
    ),
    Reproducer(
        "into-not-new",
        1,
        Sample,
        &[],
        "cell split P1-01 --into P1-01 P1-03 --on 20/7/2019",
    ),
    Reproducer(
        "keeps-its-own",
        1,
        Sample,
        &[],
        "cell merge P1-01 P1-02 --into P1-01 --committee P2 --on 20/7/2019",
    ),
    Reproducer(
        "meetings-in-the-way",
        1,
        Sample,
        &[],
        "cell merge P1-01 P1-02 --into P1-01 --on 1/6/2018",
    ),
    Reproducer(
        "meetings-in-the-way",
        1,
        Sample,
        &["log-meeting P3-06 --period 7/2018 --not-held --reason holiday"],
        "cell dissolve P3-06 --on 1/7/2018",
    ),
    Reproducer(
        "meetings-in-the-way",
        1,
        Sample,
        &["log-meeting P3-06 --on 22/7/2018 --kind thematic"],
        "cell dissolve P3-06 --on 20/7/2018",
    ),
    Reproducer(
        "already-ended",
        1,
        Sample,
        &["cell dissolve P1-01 --on 1/8/2018"],
        "cell merge P1-01 P1-02 --into P1-02 --on 20/7/2019",
    ),
    Reproducer(
        "already-ended",
        1,
        Sample,
        &["cell merge P1-01 P1-02 --into P1-02 --on 1/9/2018"],
        "cell dissolve P1-01 --on 1/8/2018",
    ),
    Reproducer(
        "succession-in-the-way",
        1,
        Sample,
        &["cell merge P1-01 P1-02 --into P1-02 --on 1/9/2018"],
        "cell dissolve P1-02 --on 1/8/2018",
    ),
    Reproducer(
        "not-in-existence",
        1,
        Sample,
        &[],
        "cell merge P1-01 P1-02 --into P1-01 --on 1/1/2009",
    ),
    Reproducer(
        "change-in-the-way",
        1,
        Sample,
        &["cell rename P1-01 \"Khu phố A\" --on 1/9/2018"],
        "cell dissolve P1-01 --on 1/8/2018",
    ),
    Reproducer(
        "split-too-few",
        1,
        Sample,
        &[],
        "cell split P1-01 --into \"P1-08=Khu phố 8\" --on 20/7/2019",
    ),
    Reproducer(
        "cell-twice",
        1,
        Sample,
        &[],
        "cell split P1-01 --into \"P1-08=Khu phố 8\" \"p1-08=Khu phố 9\" --on 20/7/2019",
    ),
    Reproducer(
        "committee-gone",
        1,
        Sample,
        &["committee add QT \"Phường Quảng Trị\" --founded 1/7/2025"],
        "cell move P1-01 --to QT --on 1/6/2025",
    ),
    Reproducer("nothing-changes", 1, Sample, &[], "cell move P1-01 --to P1 --on 1/8/2018"),
    Reproducer("committee-has-cells", 1, Sample, &[], "committee dissolve P1 --on 1/8/2018"),
    Reproducer(
        "cells-to-itself",
        1,
        Sample,
        &[],
        "committee dissolve P1 --cells-to P1 --on 1/8/2018",
    ),
    Reproducer(
        "already-ended",
        1,
        Sample,
        &["committee dissolve P1 --cells-to P2 --on 1/8/2018"],
        "committee dissolve P1 --cells-to P3 --on 1/9/2018",
    ),
    Reproducer(
        "code-misread",
        2,
        Sample,
        &[],
        "cell merge P1-01 P1-02 --into \"P 9=Khu phố 9\" --on 20/7/2019",
    ),
];

#[test]
fn refused_reorganisations_say_why_and_what_to_type_next() {
    insta::assert_snapshot!(told(REFUSED));
}

/// A desk on which the years have gone by.
fn later() -> Desk {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_TODAY", "2025-08-08").set("COLUMNS", "160");
    desk
}

#[test]
fn reorganisations_answer_in_both_languages_and_are_in_the_history() {
    let lines = [
        "cell merge P1-01 P1-02 --into \"P1-01=Khu phố 1-2\" --on 20/7/2019 --document 12-QĐ/TU",
        "cell merge AD-03 AD-04 --into \"AD-09=Khu phố 9\" --on 20/7/2019 --document 12-QĐ/TU",
        "cell merge P1-03 P2-01 --into \"P2-09=Khu phố 9\" --committee P2 --on 20/7/2019",
        "cell split HL-01 --into HL-01 \"HL-05=Thôn Mới\" --on 1/1/2020 --document 13-QĐ/TU",
        "cell split HL-02 --into \"HL-06=Thôn Trên\" \"HL-07=Thôn Dưới\" --on 1/1/2020 --document 13-QĐ/TU",
        "cell move P3-01 --to P2 --on 1/2/2020 --document 14-QĐ/TU",
        "cell dissolve P3-06 --on 1/3/2020 --document 15-QĐ/TU",
        "committee dissolve AD --cells-to P3 --on 1/4/2020 --document 16-QĐ/TU",
        "cell show AD-09",
        "cell show HL-01",
        "cell show P2-01",
        "cell list --committee HL --all",
        "history",
    ];
    let mut desk = later();
    let english = desk.transcript(&lines);
    desk = later();
    desk.set("CHIBO_LANG", "vi");
    insta::assert_snapshot!(english + &desk.transcript(&lines));
}

/// What is printed of the months up to one, in every form.
fn prints(desk: &Desk, until: &str, months: &[&str]) -> Vec<String> {
    let mut lines = vec![
        format!("report --period 2017-06..{until} --format csv"),
        format!("report --period 2017-06..{until} --format json"),
        "report --period 2017-06..2018-07 --lang vi".to_owned(),
        "report --period 2017-06..2018-07 --lang en".to_owned(),
        "report composition --as-of 31/7/2018".to_owned(),
    ];
    for month in months {
        for form in ["--lang vi", "--lang en", "--format csv"] {
            lines.push(format!("report --period {month} {form}"));
        }
    }
    lines.iter().map(|line| desk.ok(line)).collect()
}

/// The codes of the cells that have a row in a month, as often as they have one.
fn due(desk: &Desk, period: &str) -> Vec<String> {
    let csv = desk.coverage(period);
    csv.lines().skip(1).map(|line| fields(line)[3].clone()).collect()
}

#[test]
fn every_earlier_month_prints_byte_for_byte_what_it_printed_before_the_town_was_reorganised() {
    let desk = later();
    for line in [
        "log-meeting AD-03 --on 4/7/2019 --visitor assigned --total 20 --present 18",
        "log-meeting AD-04 --on 12/7/2019 --no-visitor --reason duty",
        "log-meeting P1-06 --on 5/7/2019 --visitor assigned",
        "log-meeting P1-07 --on 8/7/2019 --visitor assigned",
        "log-meeting P1-06 --on 5/6/2019 --visitor assigned",
        "log-meeting P1-07 --period 6/2019 --not-held --reason holiday",
    ] {
        desk.says(line);
    }
    let months = [
        "2017-06", "2017-07", "2017-08", "2017-09", "2017-10", "2017-11", "2017-12", "2018-01",
        "2018-02", "2018-03", "2018-04", "2018-05", "2018-06", "2018-07", "2018-08", "2019-06",
    ];
    let before = prints(&desk, "2019-06", &months);
    assert_eq!(due(&desk, "2019-07").len(), 27);

    // Two cells fewer: one goes into another, two become a new one.
    desk.says("cell merge P1-06 P1-07 --into P1-06 --on 20/7/2019 --document 12-QĐ/TU");
    desk.says(
        "cell merge AD-03 AD-04 --into \"AD-09=Khu phố 9\" --on 20/7/2019 --document 12-QĐ/TU",
    );
    assert!(before == prints(&desk, "2019-06", &months));
    assert_eq!(due(&desk, "2019-07").len(), 25);

    let since: Vec<&str> = months.into_iter().chain(["2019-07", "2019-08", "2025-06"]).collect();
    let before_ward = prints(&desk, "2025-06", &since);

    // Five committees become one.
    desk.says("committee add QT \"Phường Quảng Trị\" --founded 1/7/2025");
    for code in ["AD", "HL", "P1", "P2", "P3"] {
        desk.says(&format!(
            "committee dissolve {code} --cells-to QT --on 1/7/2025 --document 20-QĐ/TU"
        ));
    }
    assert!(before == prints(&desk, "2019-06", &months));
    assert!(before_ward == prints(&desk, "2025-06", &since));

    // No cell is counted twice, none is lost.
    let july = due(&desk, "2025-07");
    assert_eq!(july.len(), 25, "{july:?}");
    assert_eq!(july.iter().collect::<BTreeSet<_>>().len(), 25, "{july:?}");
    let csv = desk.coverage("2025-07");
    assert!(
        csv.lines().skip(1).all(|line| line.starts_with("2025-07,QT,Phường Quảng Trị,")),
        "{csv}"
    );
    let mut june = due(&desk, "2025-06");
    let mut both = july;
    june.sort();
    both.sort();
    assert_eq!(june, both, "the same cells, under other committees");
    let committees = desk.ok("committee list --format csv");
    assert_eq!(committees.lines().count(), 2, "{committees}");
    assert!(line_with(&committees, "QT").contains(",25,"), "{committees}");
    let grid = desk.ok("report --period 2025-06..2025-07");
    assert!(grid.contains("25/25") || grid.contains("0/25"), "{grid}");
}

#[test]
fn a_merger_in_mid_month_follows_the_rule_of_predecessors() {
    let desk = later();
    desk.says("log-meeting AD-03 --on 4/7/2019 --visitor assigned --total 20 --present 18");
    desk.says("log-meeting AD-04 --on 12/7/2019 --no-visitor --reason duty");
    let assigned = desk.row("AD-04", "2019-07")["assigned"].clone();
    let said = desk.says("cell merge AD-03 AD-04 --into \"AD-09=Khu phố 9\" --on 20/7/2019");
    assert!(said.ends_with(
        "The result changes in 3 rows of reports:\n  2019-07 AD-03 Khu phố 3: Attended → not counted\n  2019-07 AD-04 Khu phố 4: Absent, reason given → not counted\n  2019-07 AD-09 Khu phố 9: not counted → Absent, reason given\n"
    ), "{said}");
    // The predecessor's meeting that was held last, judged by that cell's assigned visitor.
    let row = desk.row("AD-09", "2019-07");
    assert_eq!(row["status"], "excused");
    assert_eq!(row["held_on"], "2019-07-12");
    assert_eq!(row["assigned"], assigned);
    assert!(row["note"].contains("AD-04 Khu phố 4"), "{row:?}");
    let table = desk.ok("report --period 7/2019");
    assert!(table.contains("AD-03 Khu phố 3"), "not counted, but listed: {table}");
    assert!(!due(&desk, "2019-07").contains(&"AD-04".to_owned()));

    // Its own meeting, once there is one, is nearer.
    desk.says("assign AD-09 TUV-05 --from 20/7/2019");
    desk.says("log-meeting AD-09 --on 25/7/2019 --visitor assigned");
    assert_eq!(desk.status("AD-09", "2019-07"), "attended");
    // The next month stands on its own.
    assert_eq!(desk.status("AD-09", "2019-08"), "missing");
    assert_eq!(desk.row("AD-09", "2019-08")["assigned"], "TUV-05");
    // Before the merger nothing else is known of it.
    assert!(!due(&desk, "2019-06").contains(&"AD-09".to_owned()));
}

#[test]
fn a_cell_that_goes_on_keeps_its_own_meeting_in_the_month_of_the_merger() {
    let desk = later();
    desk.says("log-meeting P1-06 --on 5/7/2019 --visitor assigned");
    desk.says("log-meeting P1-07 --on 18/7/2019 --no-visitor");
    desk.says("cell merge P1-06 P1-07 --into P1-06 --on 20/7/2019");
    assert_eq!(desk.row("P1-06", "2019-07")["held_on"], "2019-07-05");
    assert_eq!(desk.status("P1-06", "2019-07"), "attended");
}

#[test]
fn assignments_of_cells_that_end_are_ended_and_what_needs_a_visitor_is_named() {
    let desk = later();
    desk.says("assign P1-07 TUV-05 --from 1/1/2019 --until 1/1/2020 --also");
    desk.says("assign P1-07 TUV-06 --from 1/8/2019 --also");
    let said = desk.says("cell merge P1-06 P1-07 --into \"P1-09=Khu phố 9\" --on 20/7/2019");
    let shown = desk.ok("cell show P1-07 --format csv");
    assert!(shown.contains("TUV-05") && !shown.contains("TUV-06"), "{shown}");
    assert_eq!(shown.matches("last day 2019-07-19").count(), 2, "{shown}");
    assert!(
        said.contains("TUV-06") && said.contains("which had not begun, is taken out."),
        "{said}"
    );
    assert!(said.contains("From 2019-07-20 nobody is assigned to P1-09 Khu phố 9; to assign someone: chibo assign P1-09 OFFICIAL --from 2019-07-20"), "{said}");
    desk.says("assign P1-09 TUV-05 --from 20/7/2019");
    // All of it is one operation.
    desk.says("undo");
    desk.says("undo");
    let shown = desk.ok("cell show P1-07 --format csv");
    assert!(shown.contains("TUV-06") && shown.contains("last day 2019-12-31"), "{shown}");
    desk.refuses(1, "cell show P1-09");
}

#[test]
fn a_cell_prepared_for_the_day_is_taken_as_the_new_one() {
    let desk = later();
    desk.says("cell add P1-08 \"Khu phố 8\" --committee P1 --founded 20/7/2019 --regular-day 7");
    desk.says("assign P1-08 TUV-05 --from 20/7/2019");
    let said = desk.says("cell split P1-01 --into P1-01 P1-08 \"P1-09=Khu phố 9\" --on 20/7/2019");
    assert!(!said.contains("chibo assign P1-08") && said.contains("chibo assign P1-09"), "{said}");
    let shown = desk.ok("cell show P1-01 --format csv");
    assert_eq!(shown.matches("to_cell,").count(), 2, "{shown}");
    assert!(desk.ok("cell show P1-08 --format csv").contains("from_cell,P1-01 Khu phố 1"));
    desk.refuses(1, "cell split P1-02 --into P1-02 P1-08 --on 21/7/2019");
}

#[test]
fn the_lineage_is_told_with_day_and_document_to_people_and_programs() {
    let mut desk = later();
    desk.says("cell rename P1-02 \"Khu phố Hai\" --on 1/1/2019");
    desk.says("cell merge P1-01 P1-02 --into P1-01 --on 20/7/2019 --document 12-QĐ/TU");
    let line = "P1-02 Khu phố Hai · from 2019-07-20 · 12-QĐ/TU";
    assert!(desk.ok("cell show P1-01 --format csv").contains(&format!("from_cell,{line}\n")));
    let json = desk.ok("cell show P1-01 --format json");
    assert!(json.contains("\"from_cell\"") && json.contains(line), "{json}");
    desk.set("CHIBO_LANG", "vi");
    let shown = desk.ok("cell show P1-02");
    assert!(
        line_with(&shown, "Chi bộ sau sắp xếp")
            .ends_with("P1-01 Khu phố 1 · từ 20/07/2019 · 12-QĐ/TU")
    );
    assert!(!desk.ok("cell list --format csv").contains("P1-02,"));
    assert!(desk.ok("cell list --all --format csv").contains("P1-02,Khu phố Hai,"));
}

#[test]
fn a_cell_that_moves_has_the_row_of_its_committee_of_that_month() {
    let desk = later();
    desk.says("cell move P1-01 --to P2 --on 31/7/2018 --document 14-QĐ/TU");
    assert_eq!(desk.row("P1-01", "2018-06")["committee"], "P1");
    assert_eq!(desk.row("P1-01", "2018-07")["committee"], "P2", "that of the last day");
    assert_eq!(due(&desk, "2018-07").len(), 27);
}

#[test]
fn cells_that_are_to_begin_in_a_dissolved_committee_go_over_too() {
    let desk = later();
    desk.says("cell add P1-08 \"Khu phố 8\" --committee P1 --founded 1/1/2026");
    desk.says("cell move P1-01 --to P2 --on 1/1/2020");
    desk.says("cell move P1-01 --to P1 --on 1/1/2026");
    let said = desk.refuses(1, "committee dissolve P1 --on 1/7/2025");
    assert!(said.contains("P1-01 Khu phố 1; P1-02") && said.contains("P1-08 Khu phố 8"), "{said}");
    desk.says("committee dissolve P1 --cells-to P3 --on 1/7/2025");
    let committee = |cell: &str, day: &str| {
        let csv = desk.ok(&format!("cell list --as-of {day} --format csv"));
        fields(line_with(&csv, cell))[3].clone()
    };
    assert_eq!(committee("P1-01", "1/7/2025"), "P2");
    assert_eq!(committee("P1-01", "1/1/2026"), "P3");
    assert_eq!(committee("P1-08", "1/1/2026"), "P3");
    assert_eq!(committee("P1-02", "1/7/2025"), "P3");
    assert_eq!(committee("P1-02", "30/6/2025"), "P1");
}

#[test]
fn a_dry_run_tells_all_that_would_follow_and_keeps_nothing() {
    let desk = later();
    let before = desk.book();
    for line in [
        "official retire TUV-01 --on 1/8/2018 --dry-run",
        "cell merge P1-01 P1-02 --into \"P1-09=Khu phố 9\" --on 20/7/2019 --dry-run",
        "cell split P1-01 --into P1-01 \"P1-09=Khu phố 9\" --on 20/7/2019 --dry-run",
        "cell dissolve P1-01 --on 20/7/2019 --dry-run",
        "committee dissolve P1 --cells-to P2 --on 20/7/2019 --dry-run",
        "cell recode P1-01 P1-11 --dry-run",
    ] {
        let said = desk.says(line);
        assert!(said.starts_with("Dry run, nothing is kept"), "{said}");
        assert!(said.contains(" → ") || said.contains("new cell"), "{said}");
        assert!(desk.book() == before, "chibo {line}");
    }
}

#[test]
fn a_prepared_cell_is_taken_under_its_own_name_only() {
    let desk = later();
    desk.says("cell split P1-07 --into \"P1-70=Khu phố 7A\" \"P1-71=Khu phố 7B\" --on 1/7/2025");
    // A slip of the code would rename the cell just made and give it a second predecessor.
    let said = desk.refuses(
        1,
        "cell split P2-01 --into \"P1-71=Khu phố 1B\" \"P2-11=Khu phố 1A\" --on 1/7/2025",
    );
    assert!(said.contains("The code P1-71 is that of P1-71 Khu phố 7B"), "{said}");
    desk.says("cell split P2-01 --into \"P1-71=Khu phố 7B\" \"P2-11=Khu phố 1A\" --on 1/7/2025");
    let cell = desk.ok("cell show P1-71 --format csv");
    assert_eq!(cell.matches("from_cell,").count(), 2, "{cell}");
}

#[test]
fn two_former_codes_of_one_cell_do_not_make_two_cells() {
    let desk = later();
    for line in ["cell add P1-50 A --committee P1 --founded 1/1/2020", "cell recode P1-50 P1-51"] {
        desk.says(line);
    }
    desk.says("undo");
    desk.says("undo");
    let said = desk.refuses(1, "cell split P1-01 --into P1-50=A P1-51=B --on 1/7/2025");
    assert!(said.contains("The code P1-51 was once that of P1-50 A"), "{said}");
    desk.says("cell split P1-01 --into P1-50=A P1-52=B --on 1/7/2025");
}
