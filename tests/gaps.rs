//! The report on gaps: how long a cell has had one, when somebody last came, what was answered.

use chibo::domain::{Ask, Date, Period, PeriodSpan};
use chibo::report::{CoverageReport, CoverageScope, GapsReport, months_of_gaps};

mod common;

use common::book::Book;
use common::csv::csv_of;
use common::town::Town;

/// Each row of July 2018 as `committee cell ask last-visit days-since run note`.
fn rows(town: &Town, notes: &[&str], today: &str) -> Vec<String> {
    let (period, today) = (Period::new(2018, 7).unwrap(), Date::from_iso(today).unwrap());
    let mut book = Book::new(Date::from_iso("2026-01-01").unwrap());
    let notes = ("gap_notes.csv", csv_of("cell,period,on,text", notes));
    let files: Vec<_> = town.files().into_iter().chain([notes]).collect();
    book.add(&files).unwrap();
    let read: Result<_, chibo::ops::OpError> = book.store.read(None, |db| {
        Ok((db.facts_with_others(months_of_gaps(period, today))?, db.gap_notes()?))
    });
    let (facts, notes) = read.unwrap();
    let (span, scope) = (PeriodSpan::single(period), CoverageScope::default());
    let coverage = CoverageReport::build(&facts, span, today, scope).unwrap();
    let report = GapsReport::of(&coverage, &notes);
    let row = |line: &chibo::report::GapLine<'_, '_>| {
        let ask = line.ask.map_or("-", chibo::domain::Keyword::key);
        let day = line.last_visit.map_or("-".to_owned(), |day| day.to_string());
        let days = line.days_since(today).map_or("-".to_owned(), |days| days.to_string());
        let run = format!("{}{}", line.run.months, if line.run.more { "+" } else { "" });
        let note = line.note.map_or("-", |note| note.text.as_str());
        let (committee, cell) = (&line.row.committee.code, &line.row.cell.code);
        format!("{committee} {cell} {ask} {day} {days} {run} {note}")
    };
    report.lines.iter().map(row).collect()
}

const AFTER: &str = "2018-08-08";

fn town() -> Town {
    Town {
        cells: vec![
            "A,Khu phố A,neighbourhood,P1,2010-01-01,,",
            "B,Khu phố B,neighbourhood,P1,2010-01-01,,",
        ],
        officials: vec!["X,Lê Thị Ba,Thị ủy viên,,,", "Y,Trần Văn Đức,Trưởng phòng,,,"],
        assignments: vec!["A,X,2015-01-01,", "B,Y,2015-01-01,"],
        meetings: vec!["2018-05,A,2018-05-05,,X,", "2018-07,B,2018-07-05,,Y,"],
        settings: vec!["records_from,none"],
        ..Town::default()
    }
}

#[test]
fn misses_are_counted_back_to_the_last_month_without_one() {
    assert_eq!(rows(&town(), &[], AFTER), ["P1 A report 2018-05-05 95 2 -"]);
}

#[test]
fn a_cell_that_moved_goes_on_missing_under_its_new_committee() {
    let mut town = town();
    town.cells.push("A,Khu phố A,neighbourhood,P2,,,2018-07-01");
    assert_eq!(rows(&town, &[], AFTER), ["P2 A report 2018-05-05 95 2 -"]);
}

#[test]
fn a_cell_founded_in_between_has_missed_since_then() {
    let mut town = town();
    town.cells[0] = "A,Khu phố A,neighbourhood,P1,2018-04-10,,";
    town.assignments[0] = "A,X,2018-04-10,";
    town.meetings.remove(0);
    assert_eq!(rows(&town, &[], AFTER), ["P1 A report - - 4 -"]);
}

#[test]
fn the_first_month_on_record_ends_a_run_and_a_longer_one_is_12_or_more() {
    let mut town = town();
    town.meetings.remove(0);
    assert_eq!(rows(&town, &[], AFTER), ["P1 A report - - 12+ -"]);
    town.settings = vec!["records_from,2018-03"];
    assert_eq!(rows(&town, &[], AFTER), ["P1 A report - - 5 -"]);
    town.settings = vec!["records_from,2017-08"];
    assert_eq!(rows(&town, &[], AFTER), ["P1 A report - - 12 -"], "these and no more");
}

#[test]
fn a_month_that_is_not_over_is_listed_and_neither_counted_nor_the_end_of_a_run() {
    let pending = ["P1 A report 2018-05-05 81 1 -"];
    assert_eq!(rows(&town(), &[], "2018-07-25"), pending);
}

#[test]
fn what_can_be_put_right_stands_first_and_visits_since_the_month_count() {
    let mut town = town();
    town.meetings = vec![
        "2018-07,A,,other,,",
        "2018-07,B,2018-07-05,,none,",
        "2018-08,A,2018-08-03,,X,",
        "2018-08,B,2018-08-05,,none,",
    ];
    let expected = ["P1 B reason - - 12+ -", "P1 A - 2018-08-03 5 12+ -"];
    assert_eq!(rows(&town, &[], AFTER), expected);
    assert_eq!(rows(&town, &[], "2018-08-02")[1], "P1 A - - - 12+ -", "nobody came by then");
}

#[test]
fn the_newest_answer_about_a_cell_is_told_of_whatever_month_it_was() {
    let notes = [
        "A,2018-06,2018-07-03,sẽ gửi",
        "A,2018-07,2018-08-02,hẹn ngày 10/8",
        "A,2018-06,2018-08-01,đã nhắc",
    ];
    assert_eq!(rows(&town(), &notes, AFTER), ["P1 A report 2018-05-05 95 2 hẹn ngày 10/8"]);
    assert_eq!(rows(&town(), &notes, "2018-08-01"), ["P1 A report 2018-05-05 88 2 đã nhắc"]);
}

#[test]
fn each_status_asks_for_one_thing_and_what_can_be_mended_is_asked_for() {
    use chibo::domain::{Keyword, Status};
    let asked = |ask| Status::ALL.iter().copied().filter(move |s| s.ask() == Some(ask));
    assert_eq!(asked(Ask::Report).collect::<Vec<_>>(), [Status::Missing, Status::Pending]);
    let mendable = Status::ALL.iter().filter(|status| status.is_mendable());
    assert_eq!(mendable.count(), 3);
}
