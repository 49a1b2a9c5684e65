//! Coverage of a month, rule by rule of `records.md`, section 6, on small towns written as files.

use chibo::domain::{Date, Facts, Figures, Period, PeriodSpan, Share, Status, month_coverage};

mod common;

use common::book::Book;
use common::town::Town;

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// What is on record of a month once the files of a town are imported.
fn facts(town: &Town, month: Period) -> Facts {
    let mut book = Book::new(day("2026-01-01"));
    book.add(&town.files()).unwrap();
    book.store.read(None, |db| db.facts(PeriodSpan::single(month))).unwrap()
}

/// Each row as `committee cell status assigned-codes`, and the cells not counted.
fn judged(town: &Town, month: &str, today: &str) -> (Vec<String>, Vec<String>) {
    let (month, today) = (Period::from_iso(month).unwrap(), day(today));
    let facts = facts(town, month);
    let coverage = month_coverage(&facts, month, today);
    let rows = coverage.rows.iter().map(|row| {
        let codes: Vec<&str> = row.assigned.iter().map(|o| o.code.as_str()).collect();
        let from = row.predecessor.map(|cell| format!(" by {}", cell.code)).unwrap_or_default();
        let status = chibo::domain::Keyword::key(row.status);
        format!("{} {} {status} {}{from}", row.committee.code, row.cell.code, codes.join(";"))
    });
    (rows.collect(), coverage.not_counted.iter().map(|left| left.cell.code.to_string()).collect())
}

fn rows(town: &Town, month: &str, today: &str) -> Vec<String> {
    judged(town, month, today).0
}

const AFTER: &str = "2018-08-08";

fn town() -> Town {
    Town {
        cells: vec![
            "A,Khu phố A,neighbourhood,P1,2010-01-01,,",
            "B,Khu phố B,village,P2,2010-01-01,,",
        ],
        officials: vec!["X,Lê Thị Ba,Thị ủy viên,,,", "Y,Trần Văn Đức,Trưởng phòng,,,"],
        assignments: vec!["A,X,2018-01-01,", "B,Y,2018-01-01,"],
        ..Town::default()
    }
}

#[test]
fn without_a_meeting_a_cell_is_pending_until_the_month_is_over_and_missing_then() {
    let town = town();
    assert_eq!(rows(&town, "2018-07", "2018-07-31"), ["P1 A pending X", "P2 B pending Y"]);
    assert_eq!(rows(&town, "2018-07", "2018-08-01"), ["P1 A missing X", "P2 B missing Y"]);
}

#[test]
fn a_meeting_held_after_today_counts_as_not_recorded() {
    let town =
        Town { meetings: vec!["2018-07,A,2018-07-10,,X,", "2018-06,B,2018-06-10,,Y,"], ..town() };
    assert_eq!(rows(&town, "2018-07", "2018-07-09")[0], "P1 A pending X");
    assert_eq!(rows(&town, "2018-07", "2018-07-10")[0], "P1 A attended X");
}

#[test]
fn a_change_of_visitor_in_mid_month_is_judged_by_the_day_of_the_meeting() {
    let assignments = vec!["A,X,2018-01-01,2018-07-15", "A,Y,2018-07-15,", "B,Y,2018-01-01,"];
    let before = Town {
        assignments: assignments.clone(),
        meetings: vec!["2018-07,A,2018-07-14,,X,"],
        ..town()
    };
    assert_eq!(rows(&before, "2018-07", AFTER)[0], "P1 A attended X");
    let after = Town {
        assignments: assignments.clone(),
        meetings: vec!["2018-07,A,2018-07-15,,X,"],
        ..town()
    };
    assert_eq!(rows(&after, "2018-07", AFTER)[0], "P1 A substituted Y");
    let outside = Town { assignments, meetings: vec!["2018-08,A,2018-07-20,,Y,"], ..town() };
    assert_eq!(rows(&outside, "2018-08", "2018-09-09")[0], "P1 A attended Y");
}

#[test]
fn of_two_visitors_one_is_enough_and_a_reason_of_one_is_not() {
    let with = |meeting: &'static str| {
        let assignments = vec!["A,X,2018-01-01,", "A,Y,2018-01-01,"];
        let town = Town { assignments, meetings: vec![meeting], ..town() };
        rows(&town, "2018-07", AFTER)[0].clone()
    };
    assert_eq!(with("2018-07,A,2018-07-05,,Y,X=duty"), "P1 A attended X;Y");
    assert_eq!(with("2018-07,A,2018-07-05,,none,X=duty"), "P1 A absent X;Y");
    assert_eq!(with("2018-07,A,2018-07-05,,none,X=duty;Y=leave"), "P1 A excused X;Y");
    assert_eq!(with("2018-07,A,2018-07-05,,none,moved"), "P1 A excused X;Y");
}

#[test]
fn in_a_hole_between_assignments_a_cell_is_unassigned_whoever_came() {
    let town = Town {
        assignments: vec!["A,X,2018-01-01,2018-07-01", "A,X,2018-08-01,", "B,Y,2018-01-01,"],
        meetings: vec!["2018-07,A,2018-07-05,,X,"],
        ..town()
    };
    assert_eq!(rows(&town, "2018-07", AFTER)[0], "P1 A unassigned ");
}

#[test]
fn an_open_assignment_ends_with_the_official() {
    let town = Town {
        officials: vec!["X,Lê Thị Ba,,,2018-07-05,", "Y,Trần Văn Đức,,,,"],
        meetings: vec!["2018-07,A,2018-07-05,,none,", "2018-06,A,2018-06-05,,X,"],
        ..town()
    };
    assert_eq!(rows(&town, "2018-06", AFTER)[0], "P1 A attended X");
    assert_eq!(rows(&town, "2018-07", AFTER)[0], "P1 A unassigned ");
}

#[test]
fn a_cell_is_due_if_it_exists_on_the_last_day_of_the_month() {
    let town = Town {
        cells: vec![
            "A,Khu phố A,neighbourhood,P1,2018-07-31,,",
            "B,Khu phố B,village,P2,2010-01-01,2018-07-31,",
            "C,Khu phố C,village,P2,2010-01-01,2018-08-01,",
            "D,Khu phố D,village,P2,2018-08-01,,",
        ],
        assignments: vec![],
        meetings: vec!["2018-07,B,2018-07-05,,none,"],
        ..town()
    };
    let (due, not_counted) = judged(&town, "2018-07", AFTER);
    assert_eq!(due, ["P1 A unassigned ", "P2 C unassigned "]);
    assert_eq!(not_counted, ["B"]);
}

#[test]
fn a_cell_of_another_kind_is_due_only_while_somebody_is_assigned() {
    let town = Town {
        cells: vec!["A,Cơ quan A,agency,P1,,,", "B,Trường B,school,P2,,,"],
        assignments: vec!["A,X,2018-07-06,"],
        meetings: vec!["2018-07,A,2018-07-05,,X,", "2018-08,A,2018-08-05,,X,"],
        ..town()
    };
    let (due, not_counted) = judged(&town, "2018-07", AFTER);
    assert_eq!((due, not_counted), (vec![], vec!["A".to_owned()]));
    assert_eq!(rows(&town, "2018-08", "2018-09-09"), ["P1 A attended X"]);
}

#[test]
fn after_a_merger_in_mid_month_the_latest_meeting_of_a_predecessor_stands_for_the_new_cell() {
    let merger = || Town {
        cells: vec![
            "A,Khu phố A,neighbourhood,P1,2010-01-01,2018-07-20,",
            "B,Khu phố B,neighbourhood,P1,2010-01-01,2018-07-20,",
            "C,Khu phố C,neighbourhood,P1,2018-07-20,,",
        ],
        successions: vec!["A,C,2018-07-20", "B,C,2018-07-20"],
        assignments: vec!["A,X,2018-01-01,", "B,Y,2018-01-01,", "C,Y,2018-07-20,"],
        ..town()
    };
    let both =
        Town { meetings: vec!["2018-07,A,2018-07-05,,X,", "2018-07,B,2018-07-04,,Y,"], ..merger() };
    assert_eq!(
        judged(&both, "2018-07", AFTER),
        (vec!["P1 C attended X by A".to_owned()], vec!["B".to_owned()])
    );
    let same_day =
        Town { meetings: vec!["2018-07,B,2018-07-05,,Y,", "2018-07,A,2018-07-05,,Y,"], ..merger() };
    assert_eq!(rows(&same_day, "2018-07", AFTER), ["P1 C substituted X by A"]);
    let own =
        Town { meetings: vec!["2018-07,A,2018-07-05,,X,", "2018-07,C,2018-07-25,,Y,"], ..merger() };
    assert_eq!(
        judged(&own, "2018-07", AFTER),
        (vec!["P1 C attended Y".to_owned()], vec!["A".to_owned()])
    );
    let none = merger();
    assert_eq!(rows(&none, "2018-07", AFTER), ["P1 C missing Y"]);
    assert_eq!(rows(&none, "2018-06", AFTER), ["P1 A missing X", "P1 B missing Y"]);
}

#[test]
fn only_what_a_predecessor_did_before_the_succession_stands_for_the_new_cell() {
    let split = |meetings| Town {
        cells: vec![
            "A,Khu phố A,neighbourhood,P1,2010-01-01,,",
            "C,Khu phố C,neighbourhood,P1,2018-07-20,,",
        ],
        successions: vec!["A,C,2018-07-20"],
        assignments: vec!["A,X,2018-01-01,", "C,Y,2018-07-20,"],
        meetings,
        ..town()
    };
    let rows = |meetings| rows(&split(meetings), "2018-07", AFTER);
    let own = "P1 C missing Y";
    assert_eq!(
        rows(vec!["2018-07,A,2018-07-19,,X,"]),
        ["P1 A attended X", "P1 C attended X by A"],
        "held on the day before"
    );
    assert_eq!(rows(vec!["2018-07,A,2018-07-20,,X,"]), ["P1 A attended X", own], "on the day");
    assert_eq!(rows(vec!["2018-07,A,2018-07-25,,X,"]), ["P1 A attended X", own], "after it");
    assert_eq!(rows(vec!["2018-07,A,2018-08-03,,X,"]), ["P1 A attended X", own], "a month later");
    assert_eq!(
        rows(vec!["2018-07,A,,holiday,,"]),
        ["P1 A not-held X", "P1 C not-held X by A"],
        "not held"
    );
    // One that did not meet before it stands for nothing, though nobody else counts it.
    let school = Town {
        cells: vec![
            "A,Trường A,school,P1,2010-01-01,,",
            "C,Khu phố C,neighbourhood,P1,2018-07-20,,",
        ],
        assignments: vec!["C,Y,2018-07-20,"],
        ..split(vec!["2018-07,A,2018-07-25,,X,"])
    };
    assert_eq!(judged(&school, "2018-07", AFTER), (vec![own.to_owned()], vec!["A".to_owned()]));
}

#[test]
fn of_several_predecessors_the_latest_meeting_before_the_succession_stands() {
    let town = |meetings| Town {
        cells: vec![
            "A-10,Khu phố A,neighbourhood,P1,2010-01-01,,",
            "A-9,Khu phố B,neighbourhood,P1,2010-01-01,,",
            "C,Khu phố C,neighbourhood,P1,2018-07-20,,",
        ],
        successions: vec!["A-10,C,2018-07-20", "A-9,C,2018-07-20"],
        assignments: vec!["A-10,X,2018-01-01,", "A-9,Y,2018-01-01,", "C,X,2018-07-20,"],
        meetings,
        ..town()
    };
    let row = |meetings| rows(&town(meetings), "2018-07", AFTER).pop().unwrap();
    let late = "2018-07,A-10,2018-07-21,,X,";
    assert_eq!(
        row(vec![late, "2018-07,A-9,2018-07-03,,Y,"]),
        "P1 C attended Y by A-9",
        "that of the other is later, but too late"
    );
    assert_eq!(
        row(vec![late, "2018-07,A-9,,holiday,,"]),
        "P1 C not-held Y by A-9",
        "what was not held is no meeting after the succession"
    );
    assert_eq!(
        row(vec!["2018-07,A-10,2018-07-03,,X,", "2018-07,A-9,,holiday,,"]),
        "P1 C attended X by A-10",
        "a meeting held goes before one that was not"
    );
    assert_eq!(
        row(vec!["2018-07,A-10,2018-07-03,,X,", "2018-07,A-9,2018-07-03,,Y,"]),
        "P1 C attended Y by A-9",
        "held on the same day, the lower code"
    );
    assert_eq!(row(vec![late, "2018-07,A-9,2018-07-20,,Y,"]), "P1 C missing X", "both too late");
}

#[test]
fn a_cell_that_moved_stands_under_the_committee_of_the_last_day() {
    let town = Town {
        cells: vec![
            "A,Khu phố A,neighbourhood,P1,2010-01-01,,",
            "A,Khu phố A mới,,P2,,,2018-07-31",
            "B,Khu phố B,village,P2,2010-01-01,,",
        ],
        ..town()
    };
    assert_eq!(rows(&town, "2018-06", AFTER), ["P1 A missing X", "P2 B missing Y"]);
    assert_eq!(rows(&town, "2018-07", AFTER), ["P2 A missing X", "P2 B missing Y"]);
}

#[test]
fn periods_before_the_records_have_no_rows() {
    let set = Town { settings: vec!["records_from,2018-07"], ..town() };
    assert_eq!(rows(&set, "2018-06", AFTER), Vec::<String>::new());
    assert_eq!(rows(&set, "2018-07", AFTER).len(), 2);
    let unset = Town { meetings: vec!["2018-07,A,2018-07-05,,X,"], ..town() };
    assert_eq!(
        rows(&unset, "2018-06", AFTER),
        Vec::<String>::new(),
        "the meeting set the first one"
    );
    assert_eq!(rows(&unset, "2018-07", AFTER).len(), 2);
    let none = Town { settings: vec!["records_from,none"], ..unset };
    assert_eq!(rows(&none, "2018-06", AFTER).len(), 2, "no period is too early");
    assert_eq!(
        rows(&town(), "1999-01", AFTER),
        Vec::<String>::new(),
        "the cells were not founded yet"
    );
    assert_eq!(rows(&town(), "2018-06", AFTER).len(), 2, "none is set, so no period is too early");
}

#[test]
fn the_five_figures_count_what_section_6_says() {
    let town = Town {
        cells: vec![
            "A,A,neighbourhood,P1,,,",
            "B,B,neighbourhood,P1,,,",
            "C,C,neighbourhood,P1,,,",
            "D,D,neighbourhood,P1,,,",
            "E,E,neighbourhood,P1,,,",
            "F,F,neighbourhood,P1,,,",
        ],
        assignments: vec![
            "A,X,2018-01-01,",
            "B,X,2018-01-01,",
            "C,X,2018-01-01,",
            "D,X,2018-01-01,",
            "E,X,2018-01-01,",
        ],
        meetings: vec![
            "2018-07,A,2018-07-05,,X,",
            "2018-07,B,2018-07-05,,Y,",
            "2018-07,C,2018-07-05,,none,",
            "2018-07,D,,holiday,,",
            "2018-07,F,2018-07-05,,Y,",
        ],
        ..town()
    };
    let month = Period::from_iso("2018-07").unwrap();
    let facts = facts(&town, month);
    let rows = month_coverage(&facts, month, day(AFTER)).rows;
    let statuses: Vec<Status> = rows.iter().map(|row| row.status).collect();
    use Status::*;
    assert_eq!(statuses, [Attended, Substituted, Absent, NotHeld, Missing, Unassigned]);
    let of = |k, n| Share { k, n };
    let expected = Figures {
        assigned: of(5, 6),
        reported: of(5, 6),
        held: of(4, 6),
        not_required: 0,
        covered: of(1, 6),
        covered_of_held: of(1, 4),
        visited: of(3, 6),
        all_came: of(0, 0),
    };
    assert_eq!(Figures::of(&rows), expected);
}
