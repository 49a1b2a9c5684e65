//! Several visitors of a cell, and duties that are not once a month: what counts as done, and what as a gap.

use crate::common::csv::fields;
use crate::desk::{Desk, line_with};

/// An office with these cells of one commune, without records.
fn office(cells: &[&str]) -> Desk {
    let desk = Desk::with_new_book();
    desk.says("committee add X1 \"Xã Một\" --kind commune");
    for cell in cells {
        desk.says(&format!("cell add {cell} \"Thôn {cell}\" --committee X1 --kind village"));
    }
    desk
}

/// A regular meeting of a cell on the 5th of a month.
fn met(desk: &Desk, cell: &str, month: u32, visitors: &[&str]) {
    let mut line = format!("log-meeting {cell} --on 5/{month}/2018 --period {month}/2018");
    if visitors.is_empty() {
        line += " --no-visitor";
    }
    for visitor in visitors {
        line += &format!(" --visitor {visitor}");
    }
    desk.says(&line);
}

/// The values of some columns in the rows of a report as CSV.
fn columns(csv: &str, wanted: &[&str]) -> Vec<String> {
    let mut lines = csv.lines();
    let head = fields(lines.next().unwrap());
    let at = wanted.iter().map(|key| head.iter().position(|it| it == key).expect(key));
    let at: Vec<usize> = at.collect();
    lines
        .map(|line| {
            let row = fields(line);
            at.iter().map(|at| row[*at].clone()).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn an_office_in_which_everybody_met_his_quota_has_every_duty_met_and_no_gap() {
    let mut desk = office(&["C1", "C2", "C3"]);
    desk.set("CHIBO_TODAY", "2019-01-10");
    for (code, name, times) in [("TINH", "An", 2), ("HUYEN", "Bình", 6), ("XA", "Chi", 6)] {
        desk.says(&format!("official add {code} {name}"));
        let also = if code == "TINH" { "" } else { "--also" };
        for cell in ["C1", "C2", "C3"] {
            desk.says(&format!("assign {cell} {code} --from 1/1/2018 {also}"));
        }
        desk.says(&format!("duty add {code} --all --times {times} --per year --from 1/1/2018"));
    }
    for month in 1..=12 {
        for (at, cell) in ["C1", "C2", "C3"].into_iter().enumerate() {
            let by: &[&str] = match (month, at) {
                (3 | 9, 0) => &["TINH", "HUYEN"],
                (month, 1) if month % 2 == 0 => &["XA"],
                (month, 2) if month % 3 == 0 => &["HUYEN"],
                _ => &[],
            };
            met(&desk, cell, month, by);
        }
    }
    let csv = desk.ok("report duties --period 2018 --format csv");
    assert_eq!(
        columns(&csv, &["official", "owed", "done", "missing", "status"]),
        ["HUYEN 6 6 0 met", "TINH 2 2 0 met", "XA 6 6 0 met"]
    );
    desk.ok("report duties --period 2018 --check");
    desk.ok("report --period 2018 --check");
    let csv = desk.ok("report --period 2018-01 --format csv");
    assert_eq!(columns(&csv, &["status"]), ["not-required", "not-required", "not-required"]);
    // Nobody is out of anything, so that nothing is a figure of it.
    let json = desk.ok("report --period 2018-01 --format json");
    assert!(json.contains("\"covered\":{\"k\":0,\"n\":0"), "{json}");
    let screen = desk.ok("report --period 2018-02");
    assert!(screen.contains("1/1"), "{screen}");
    assert!(screen.contains("without 2 cells not required this month"), "{screen}");
}

#[test]
fn one_meeting_a_month_in_an_area_of_eight_cells_is_one_of_one_each_month() {
    let cells = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"];
    let mut desk = office(&cells);
    desk.set("CHIBO_TODAY", "2018-05-10");
    desk.says("official add UV \"Văn Dung\"");
    for cell in cells {
        desk.says(&format!("assign {cell} UV --from 1/1/2018"));
    }
    desk.says("duty add UV --committee X1 --per month --from 1/1/2018");
    for month in 1..=4 {
        for (at, cell) in cells.into_iter().enumerate() {
            met(&desk, cell, month, if at + 1 == month as usize { &["UV"] } else { &[] });
        }
    }
    let csv = desk.ok("report duties --period 2018-01..2018-04 --format csv");
    assert_eq!(
        columns(&csv, &["period_from", "owed", "done", "status"]),
        ["2018-01 1 1 met", "2018-02 1 1 met", "2018-03 1 1 met", "2018-04 1 1 met"]
    );
    desk.ok("report --period 2018-01..2018-04 --check");
    let screen = desk.ok("report duties --period 2018-01..2018-04");
    assert!(screen.contains("Met 4/4"), "{screen}");
}

#[test]
fn each_cell_once_a_quarter_is_counted_cell_by_cell() {
    let cells = ["C1", "C2", "C3", "C4", "C5"];
    let mut desk = office(&cells);
    desk.set("CHIBO_TODAY", "2018-08-08");
    desk.says("official add UV \"Văn Dung\"");
    desk.says("duty add UV --committee X1 --each --per quarter --from 1/1/2018");
    for (at, cell) in cells.into_iter().enumerate() {
        met(&desk, cell, 1 + at as u32 % 3, &["UV"]);
        // Twice in a quarter counts once: the others lack theirs.
        met(&desk, cell, 4, if at == 0 { &["UV"] } else { &[] });
        met(&desk, cell, 5, if at == 0 { &["UV"] } else { &[] });
    }
    let csv = desk.ok("report duties --period 2018-Q1 --format csv");
    assert_eq!(columns(&csv, &["owed", "done", "status"]), ["5 5 met"]);
    let csv = desk.ok("report duties --period 2018-Q2 --format csv");
    assert_eq!(columns(&csv, &["owed", "done", "missing", "status"]), ["5 1 4 short"]);
    assert_eq!(desk.run("report duties --period 2018-Q2 --check").status, 5);
    let screen = desk.ok("report duties --period 2018-Q2");
    assert!(screen.contains("Missing: C2 Thôn C2, C3 Thôn C3, C4 Thôn C4, C5 Thôn C5"), "{screen}");
}

#[test]
fn a_duty_of_part_of_a_year_is_owed_in_proportion_and_open_until_the_year_is_over() {
    let mut desk = office(&["C1"]);
    desk.says("official add UV \"Văn Dung\"");
    desk.says("duty add UV --cell C1 --times 5 --per year --from 15/6/2018");
    met(&desk, "C1", 6, &["UV"]);
    met(&desk, "C1", 7, &["UV"]);
    // The first of them was before the duty.
    let csv = desk.ok("report duties --period 2018 --format csv");
    assert_eq!(columns(&csv, &["owed", "done", "status"]), ["3 1 open"]);
    desk.set("CHIBO_TODAY", "2019-01-01");
    let csv = desk.ok("report duties --period 2018 --format csv");
    assert_eq!(columns(&csv, &["owed", "done", "status"]), ["3 1 short"]);
    desk.set("CHIBO_TODAY", "2018-07-04");
    let csv = desk.ok("report duties --period 2018 --format csv");
    assert_eq!(columns(&csv, &["owed", "done", "status"]), ["3 0 open"]);
}

#[test]
fn thematic_meetings_count_for_a_duty_and_others_do_not() {
    let desk = office(&["C1"]);
    desk.says("official add UV \"Văn Dung\"");
    desk.says("duty add UV --all --times 3 --per half --from 1/1/2018");
    met(&desk, "C1", 6, &["UV"]);
    desk.says("log-meeting C1 --on 20/6/2018 --kind thematic --visitor UV");
    desk.says("log-meeting C1 --on 21/6/2018 --kind extraordinary --visitor UV");
    let csv = desk.ok("report duties --period 2018-06 --format csv");
    assert_eq!(columns(&csv, &["owed", "done", "status", "last_visit"]), ["3 2 short 2018-06-20"]);
}

#[test]
fn a_duty_is_recorded_corrected_ended_and_taken_back() {
    let desk = office(&["C1", "C2"]);
    desk.says("official add UV \"Văn Dung\"");
    let said = desk.says(
        "duty add UV --committee X1 --times 2 --per quarter --from 1/1/2018 --document 12-QĐ/ĐU",
    );
    assert_eq!(
        said,
        "Recorded the duty of UV Văn Dung: at least 2 visits a quarter within committee X1 Xã Một, from 2018-01-01 under 12-QĐ/ĐU (operation 6; to take it back: chibo undo).\n"
    );
    let refused = desk.refuses(1, "duty add UV --committee X1 --per month --from 1/6/2018");
    assert!(
        refused.contains("duty-overlaps") || refused.contains("has a duty in committee X1"),
        "{}",
        refused
    );
    assert!(refused.contains("chibo duty end UV --committee X1 --on DATE"), "{}", refused);
    let said =
        desk.says("duty add UV --committee X1 --times 3 --per quarter --from 1/1/2018 --amend");
    assert!(said.contains("It stands in the place of the mistaken one."), "{said}");
    assert_eq!(desk.ok("duty list --format csv").lines().count(), 2);
    // Another scope is another duty.
    desk.says("duty add UV --all --per year --from 1/1/2018");
    let refused = desk.refuses(1, "duty end UV --on 1/7/2018");
    assert!(refused.contains("several duties on 2018-07-01"), "{}", refused);
    let said = desk.says("duty end UV --committee X1 --on 1/7/2018");
    assert!(said.contains("from 2018-07-01 (last day 2018-06-30)"), "{said}");
    desk.says("duty end UV --all --on 1/1/2018");
    let list = desk.ok("duty list --on 1/2/2018 --format csv");
    assert_eq!(columns(&list, &["scope", "until"]), ["X1 2018-07-01"]);
    desk.says("undo");
    desk.says("undo");
    desk.says("undo 8");
    let list = desk.ok("duty list --on 1/8/2018 --format csv");
    assert_eq!(columns(&list, &["scope", "count"]), ["X1 3"]);
    desk.ok("check");
    let history = desk.ok("history");
    assert!(line_with(&history, "Recorded the duty of UV within X1 from 2018-01-01").contains('6'));
    let shown = desk.ok("history show 6");
    assert!(
        shown.contains("Duty of UV Văn Dung within committee X1 Xã Một from 2018-01-01"),
        "{shown}"
    );
}

#[test]
fn a_dry_run_of_a_duty_tells_which_results_would_be_others_and_keeps_nothing() {
    let desk = Desk::with_sample();
    let said = desk.says("duty add LDB-06 --all --times 6 --per year --from 1/1/2018 --dry-run");
    assert!(said.contains("HL-03"), "{said}");
    assert!(said.contains("Not required this month"), "{said}");
    assert_eq!(desk.ok("duty list --official LDB-06 --format csv").lines().count(), 1);
}

#[test]
fn a_closed_month_refuses_a_duty_that_would_make_it_another() {
    let desk = Desk::with_sample();
    desk.says("close 7/2018 --with-gaps");
    let filed = desk.ok("report --period 7/2018 --filed --format csv");
    // Nobody would owe HL-03 the visit that was excused.
    let refused = desk.refuses(1, "duty add LDB-06 --all --per year --from 1/1/2018");
    assert!(refused.contains("HL-03") && refused.contains("2018-07"), "{refused}");
    desk.says("duty add LDB-06 --all --per year --from 1/8/2018");
    // To undo and amend is to record as well.
    let refused = desk.refuses(1, "duty add LDB-06 --all --per year --from 1/7/2018 --amend");
    assert!(refused.contains("HL-03"), "{refused}");
    assert_eq!(desk.ok("report --period 7/2018 --filed --format csv"), filed);
    desk.ok("check");
}

#[test]
fn files_bring_duties_by_code_name_or_all_and_say_what_is_wrong_at_once() {
    let desk = office(&["C1", "C2"]);
    desk.says("official add UV \"Văn Dung\"");
    desk.write(
        "duties.csv",
        "Cán bộ;Phạm vi;Số lần phải dự;Trong mỗi;Từ ngày\nVăn Dung;tất cả chi bộ;6;năm;1/1/2018\nUV;Xã Một;1;quý;1/1/2018\nUV;C2;1;tháng;1/1/2018\n",
    );
    desk.says("import duties.csv");
    let csv = desk.ok("duty list --on 1/2/2018 --format csv");
    assert_eq!(
        columns(&csv, &["scope", "count", "span"]),
        ["C2 1 month", "X1 1 quarter", "all 6 year"]
    );
    assert!(desk.says("import duties.csv").contains("othing"), "again nothing changes");
    desk.write(
        "duties.csv",
        "official,scope,count,span,from,until\nUV,all,7,year,2018-01-01,\nUV,C9,1,month,2018-01-01,\nUV,C1,0,month,2018-01-01,\nUV,C1,1,week,2018-01-01,\nUV,C2,1,month,2018-06-01,\n",
    );
    let refused = desk.refuses(3, "import duties.csv");
    for wanted in ["C9", "week", "\"0\"", "7"] {
        assert!(refused.contains(wanted.trim_matches('"')), "{wanted}: {}", refused);
    }
    // A file may shorten a duty and go on with another.
    desk.write(
        "duties.csv",
        "official,scope,count,span,from,until\nUV,C2,1,month,2018-01-01,2018-06-01\nUV,C2,2,month,2018-06-01,\n",
    );
    desk.says("import duties.csv --amend");
    let csv = desk.ok("duty list --on 1/7/2018 --format csv");
    assert!(columns(&csv, &["scope", "count"]).contains(&"C2 2".to_owned()));
}

#[test]
fn a_code_of_a_committee_and_of_a_cell_says_which_it_is() {
    let desk = office(&["X1"]);
    desk.says("official add UV \"Văn Dung\"");
    desk.says("duty add UV --cell X1 --per month --from 1/1/2018");
    desk.says("duty add UV --committee X1 --per year --from 1/1/2018");
    desk.says("export out");
    let file = String::from_utf8(desk.read("out/duties.csv")).unwrap();
    assert!(file.contains("UV,cell:X1,") && file.contains("UV,committee:X1,"), "{file}");
    assert!(desk.says("import out").contains("othing"));
    desk.write("duties.csv", "official,scope,count,span,from\nUV,X1,1,year,2019-01-01\n");
    let refused = desk.refuses(3, "import duties.csv");
    assert!(refused.contains("committee:X1"), "{}", refused);
}

#[test]
fn whoever_of_several_did_not_come_is_named_with_his_reason_though_the_cell_is_attended() {
    let desk = office(&["C1"]);
    for (code, name, order) in [("A", "Văn An", 3), ("B", "Văn Bình", 1), ("C", "Văn Chi", 2)] {
        desk.says(&format!("official add {code} \"{name}\" --order {order}"));
        desk.says(&format!("assign C1 {code} --from 1/1/2018 --also"));
    }
    desk.says("log-meeting C1 --on 5/7/2018 --visitor A --reason C=leave");
    let csv = desk.ok("report --period 7/2018 --format csv");
    assert_eq!(columns(&csv, &["assigned", "status", "missed"]), ["A;B;C attended B;C"]);
    assert_eq!(columns(&csv, &["note"]), ["missed B; missed C: leave"]);
    let screen = desk.ok("report --period 7/2018");
    // In the order of the notice, not of the codes.
    assert!(screen.contains("Văn Bình; Văn Chi;"), "{screen}");
    assert!(
        screen
            .contains("Văn Bình did not come, no reason recorded; Văn Chi did not come: on leave"),
        "{screen}"
    );
    assert!(line_with(&screen, "All assigned came").contains("0/1"), "{screen}");
    let csv = desk.ok("report officials --period 7/2018 --format csv");
    assert_eq!(
        columns(&csv, &["official", "attended", "excused", "absent", "shared"]),
        ["B 0 0 1 0", "C 0 1 0 0", "A 1 0 0 0"]
    );
}

#[test]
fn in_a_team_one_visitor_will_do_and_all_have_one_mode() {
    let desk = office(&["C1"]);
    for code in ["A", "B", "C"] {
        desk.says(&format!("official add {code} Người{code}"));
    }
    desk.says("assign C1 A --from 1/1/2018 --mode any");
    let said = desk.says("assign C1 B --from 1/1/2018 --also");
    assert!(said.contains("In one team with: A NgườiA. One of them will do."), "{said}");
    let refused = desk.refuses(1, "assign C1 C --from 1/1/2018 --also --mode each");
    assert!(
        refused.contains("chibo assign C1 A --from 2018-01-01 --amend --mode any"),
        "{}",
        refused
    );
    desk.says("log-meeting C1 --on 5/7/2018 --visitor A");
    let officials = |desk: &Desk| {
        let csv = desk.ok("report officials --period 7/2018 --format csv");
        columns(&csv, &["official", "attended", "shared", "absent", "rate_k", "rate_n"])
    };
    assert_eq!(officials(&desk), ["A 1 0 0 1 1", "B 0 1 0 0 1"]);
    assert_eq!(columns(&desk.ok("report --period 7/2018 --format csv"), &["missed"]), [""]);
    // The mode is changed for all of them at once, and back.
    let said = desk.says("assign C1 B --from 1/1/2018 --amend --mode each");
    assert!(said.contains("The mode of A NgườiA was changed as well"), "{said}");
    assert_eq!(officials(&desk), ["A 1 0 0 1 1", "B 0 0 1 0 1"]);
    desk.says("undo");
    assert_eq!(officials(&desk), ["A 1 0 0 1 1", "B 0 1 0 0 1"]);
    desk.write("assignments.csv", "cell,official,from,mode\nC1,C,2018-01-01,từng người\n");
    let refused = desk.refuses(3, "import assignments.csv");
    assert!(refused.contains("Each of them") || refused.contains("otherwise"), "{}", refused);
}

#[test]
fn a_cell_with_the_code_all_is_not_taken_for_every_cell() {
    let desk = office(&["ALL", "C2"]);
    desk.says("official add UV \"Văn Dung\"");
    desk.says("duty add UV --cell ALL --per month --from 1/1/2018");
    desk.says("export out");
    let file = String::from_utf8(desk.read("out/duties.csv")).unwrap();
    assert!(file.contains("UV,cell:ALL,"), "{file}");
    let book = Desk::with_new_book();
    for (name, content) in desk.folder("out") {
        book.write(&name, content);
    }
    book.says("import .");
    let list = book.ok("duty list --on 1/2/2018 --format csv");
    assert_eq!(columns(&list, &["scope", "count"]), ["cell:ALL 1"]);
}

#[test]
fn what_is_owed_to_a_cell_that_follows_one_that_did_not_meet_is_owed_to_the_cell_that_is_there() {
    let desk = Desk::with_new_book();
    desk.write("committees.csv", "code,name,kind\nP1,Phường 1,ward\nP2,Phường 2,ward\n");
    desk.write(
        "cells.csv",
        "code,name,kind,committee,founded,dissolved\nC1,Khu phố 1,neighbourhood,P1,2000-01-01,2018-07-20\nC2,Khu phố 2,neighbourhood,P2,2018-07-20,\n",
    );
    desk.write("successions.csv", "from_cell,to_cell,on\nC1,C2,2018-07-20\n");
    desk.write("officials.csv", "code,full_name\nT1,Lê Văn An\n");
    desk.write("meetings.csv", "period,cell,kind,not_held_reason\n2018-07,C1,regular,holiday\n");
    desk.says("import .");
    let status = |scope: &str| {
        desk.says(&format!("duty add T1 {scope} --per year --from 1/1/2018"));
        let status = desk.status("C2", "2018-07");
        desk.says("undo");
        status
    };
    // C1 lay in P1; at the end of the month there is only C2, of P2.
    assert_eq!(status("--committee P1"), "unassigned");
    assert_eq!(status("--committee P2"), "not-held");
    assert_eq!(status("--all"), "not-held");
}
