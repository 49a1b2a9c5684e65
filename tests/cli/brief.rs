//! `brief`: the sheet for a visitor.

use crate::common::csv::rows;
use crate::desk::Desk;

#[test]
fn a_visitor_reads_on_a_page_what_to_bring_and_what_to_tell() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "brief P2-03 --period 7/2018 --lang vi",
        "brief TUV-16 --period 6/2018",
        "brief CB99",
        "brief \"Lê Văn Thăng Long\"",
    ]));
}

#[test]
fn what_names_neither_a_cell_nor_an_official_is_said_to_name_neither() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "brief Xyzzy --lang vi");
    assert!(said.contains("Không có chi bộ hay cán bộ nào có mã hoặc tên “Xyzzy”"), "{said}");
    assert!(said.contains("chibo cell list, chibo official list"), "{said}");
    let said = desk.refuses(1, "brief TUV-99");
    assert!(said.contains("Neither a cell nor an official"), "{said}");
}

/// The texts of the lines of one part.
fn said(desk: &Desk, of: &str, part: &str) -> Vec<String> {
    let rows = rows(&desk.ok(&format!("brief {of} --format csv"))).into_iter();
    rows.filter(|row| row["about"] == part).map(|row| row["text"].clone()).collect()
}

#[test]
fn its_lines_are_the_records_and_no_more_than_the_last_three_meetings() {
    let desk = Desk::with_sample();
    let sheet = "P2-03 --period 7/2018";
    let meetings = said(&desk, sheet, "meeting");
    let of_cell = rows(&desk.ok("meeting list --all --cell P2-03 --format csv")).into_iter();
    let mut held: Vec<String> = of_cell.map(|row| row["held_on"].clone()).collect();
    held.retain(|day| !day.is_empty());
    held.sort();
    let last: Vec<&String> = held.iter().rev().take(3).collect();
    assert_eq!(meetings.len(), 3);
    for (told, day) in meetings.iter().zip(last) {
        assert!(told.starts_with(day.as_str()), "{told} is not of {day}");
    }
    // What is to be reported back is what `recommend list` says of the cell.
    let open = desk.ok("recommend list --cell P2-03 --to-report-back --format csv");
    assert_eq!(said(&desk, sheet, "report-back").len(), open.lines().count() - 1);
    // Told at a meeting, it is no more on the sheet.
    let before = said(&desk, sheet, "report-back").len();
    assert!(before > 0);
    desk.says("recommend report-back KN-2018-025 --on 2018-07-16");
    assert_eq!(said(&desk, sheet, "report-back").len(), before - 1);
}

#[test]
fn the_sheet_of_a_month_that_is_over_knows_nothing_that_came_later() {
    let desk = Desk::with_sample();
    let sheet = "P1-02 --period 7/2017";
    let meetings = said(&desk, sheet, "meeting");
    assert!(!meetings.is_empty());
    assert!(meetings.iter().all(|told| told.as_str() < "2017-08"), "{meetings:?}");
    for line in said(&desk, sheet, "open").iter().chain(&said(&desk, sheet, "report-back")) {
        assert!(line.starts_with("KN-2017"), "{line}");
    }
}

#[test]
fn a_cell_that_was_not_there_in_the_month_has_no_sheet() {
    let desk = Desk::with_sample();
    desk.says("cell add P1-09 \"Khu phố 9\" --committee P1 --founded 1/6/2018");
    let refused = desk.refuses(1, "brief P1-09 --period 5/2018");
    assert!(refused.contains("1/6/2018") || refused.contains("2018-06-01"), "{refused}");
    let nobody = desk.ok("brief P1-09 --period 7/2018");
    assert!(nobody.contains("(nobody assigned)"), "{nobody}");
}

#[test]
fn the_sheet_of_a_month_that_is_over_counts_that_month_too() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi");
    for (cell, status) in [("HL-03", "vắng có lý do"), ("P1-02", "dự thay")] {
        let said = desk.ok(&format!("brief {cell} --period 7/2018 --format text"));
        let gaps = said.lines().find(|line| line.starts_with("- Tháng chưa đạt"));
        let gaps = gaps.unwrap_or_else(|| panic!("{said}"));
        assert!(gaps.contains("7/2018") && gaps.contains(status), "{gaps}");
    }
}
