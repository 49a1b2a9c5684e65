//! Figures that can be counted again: officials, committees, and the reasons behind every row.

use crate::csv::{csv_of, fields};
use crate::desk::Desk;

const OFFICIALS: &str = "official,full_name,title,due,attended,shared,replaced,excused,absent,not_held,missing,pending,rate_k,rate_n,stood_in,visits";

/// The counts of each official, by code, from `due` on.
fn officials(desk: &Desk, line: &str) -> Vec<(String, Vec<String>)> {
    let csv = desk.ok(&format!("report officials {line} --format csv"));
    assert_eq!(csv.lines().next(), Some(OFFICIALS));
    let rows = csv.lines().skip(1).map(fields);
    rows.map(|row| (row[0].clone(), row[3..].to_vec())).collect()
}

fn of(rows: &[(String, Vec<String>)], code: &str) -> String {
    rows.iter().find(|(of, _)| of == code).map(|(_, counts)| counts.join(" ")).unwrap_or_default()
}

#[test]
fn each_official_is_counted_in_the_order_of_the_notice() {
    let desk = Desk::with_sample();
    let july = officials(&desk, "--period 7/2018");
    assert_eq!(july.len(), 29, "27 assigned, one who stood in and one at a thematic meeting");
    assert_eq!(of(&july, "TUV-01"), "1 1 0 0 0 0 0 0 0 1 1 0 1");
    assert_eq!(
        of(&july, "TUV-06"),
        "1 0 0 0 1 0 0 0 0 0 1 0 0",
        "LDB-08 came to P1-02, and he has a reason"
    );
    assert_eq!(of(&july, "LDB-08"), "0 0 0 0 0 0 0 0 0   1 1", "0/0 is no rate");
    assert_eq!(of(&july, "LDB-04"), "1 0 0 0 0 0 0 1 0   0 0", "P3-06 has not reported");
    assert_eq!(of(&july, "TUV-14"), "", "who was not due and did not come is left out");
    let order: Vec<&str> = july.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!((order[25], order[27], order[28]), ("TP-02", "TUV-20", "LDB-08"), "{order:?}");
    // P3-02 has two assigned in autumn 2017: where one of them came, the other was due all the same.
    let autumn = officials(&desk, "--period 11/2017 --cell P3-02");
    assert_eq!(autumn.len(), 2, "{autumn:?}");
    let due = |rows: &[(String, Vec<String>)]| -> u64 {
        rows.iter().map(|(_, counts)| counts[0].parse::<u64>().unwrap()).sum()
    };
    assert_eq!(due(&autumn), 2);
}

#[test]
fn one_of_something_is_counted_in_the_singular() {
    let desk = Desk::with_sample();
    let one = desk.ok("report --period 7/2018 --cell P1-05 --explain");
    assert!(one.contains("Who is counted in each figure; the 1 cell that is due: P1-05"), "{one}");
    let all = desk.ok("report --period 7/2018 --committee P1 --explain");
    assert!(all.contains("the 7 cells that are due: P1-01, "), "{all}");
    desk.write("cells.csv", csv_of("code,name,committee", &["P9-01,A,P1,x"]));
    let said = desk.refuses(3, "import cells.csv");
    assert!(said.contains("the row has 4 cells, the headings 3"), "{said}");
}

#[test]
fn what_became_of_the_due_adds_up_to_it_and_agrees_with_coverage() {
    let desk = Desk::with_sample();
    let rows = officials(&desk, "--period 2017-06..2018-07");
    for (code, counts) in &rows {
        let n: Vec<u64> = counts.iter().map(|text| text.parse().unwrap_or(0)).collect();
        assert_eq!(n[0], n[1..9].iter().sum::<u64>(), "{code}: {counts:?}");
        assert_eq!(n[10], n[1..6].iter().sum::<u64>(), "{code}: {counts:?}");
    }
    let csv = desk.coverage("2017-06..2018-07");
    let (mut due, mut stood_in) = (0, 0);
    for row in csv.lines().skip(1).map(fields) {
        let assigned: Vec<&str> = row[5].split(';').filter(|code| !code.is_empty()).collect();
        due += assigned.len() as u64;
        let visitors = row[8].split(';').filter(|code| !code.is_empty());
        stood_in += visitors.filter(|code| !assigned.contains(code)).count() as u64;
    }
    let sum = |at: usize| -> u64 {
        rows.iter().map(|(_, counts)| counts[at].parse::<u64>().unwrap_or(0)).sum()
    };
    assert_eq!((sum(0), sum(11)), (due, stood_in));
    assert!(stood_in > 5, "{stood_in}");
}

#[test]
fn an_official_who_came_where_he_was_not_assigned_stood_in() {
    let desk = Desk::with_sample();
    desk.says("cell add P1-09 \"Khu phố 9\" --committee P1 --founded 1/7/2018");
    desk.says("log-meeting P1-09 --on 6/7/2018 --visitor TUV-01");
    desk.says("log-meeting P3-06 --on 6/8/2018 --period 7/2018 --visitor TUV-01 --visitor LDB-04");
    let july = officials(&desk, "--period 7/2018 --official TUV-01");
    assert_eq!(july.len(), 1);
    assert_eq!(of(&july, "TUV-01"), "1 1 0 0 0 0 0 0 0 1 1 2 3", "nobody's cell, and another's");
    let early = officials(&desk, "--period 7/2018 --official TUV-01 --today 5/8/2018");
    assert_eq!(
        of(&early, "TUV-01"),
        "1 1 0 0 0 0 0 0 0 1 1 1 2",
        "what comes later is not counted"
    );
    let ward = officials(&desk, "--period 7/2018 --committee P3");
    assert_eq!(of(&ward, "TUV-01"), "0 0 0 0 0 0 0 0 0   1 1");
}

#[test]
fn a_visit_to_a_cell_that_was_gone_by_the_end_of_the_month_is_named_and_not_denied() {
    let desk = Desk::with_sample();
    desk.says("cell dissolve P1-07 --on 20/7/2018");
    let report = desk.ok("report officials --period 7/2018 --official LDB-02");
    // It is a visit all the same.
    let csv = desk.ok("report officials --period 7/2018 --official LDB-02 --format csv");
    assert!(csv.trim_end().ends_with(",0,0,0,0,0,0,0,0,0,,,0,1"), "{csv}");
    assert!(report.contains("Not counted: the meeting of P1-07 Khu phố 7"), "{report}");
    let other = desk.ok("report officials --period 7/2018 --official TUV-01");
    assert!(!other.contains("Not counted"), "{other}");
}

#[test]
fn officials_and_committees_fit_80_columns_in_both_languages() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "80");
    for lang in ["vi", "en"] {
        for line in [
            "report officials --period 2018-H1",
            "report officials --period 8/2018",
            "report committees --period 2018-H1",
            "report --period 7/2018 --explain",
        ] {
            let text = desk.ok(&format!("{line} --lang {lang}"));
            let most = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            assert!(most <= 80, "{most}: chibo {line} --lang {lang}\n{text}");
        }
    }
}

#[test]
fn officials_as_they_stand_on_the_screen() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "120");
    insta::assert_snapshot!(desk.transcript(&[
        "report officials --period 2018-H1 --committee HL --lang vi",
        "report officials --period 8/2018 --committee AD",
        "report officials --period 7/2018 --official TUV-14",
        "report officials --period 5/2017",
    ]));
}

#[test]
fn committees_have_the_figures_of_the_coverage_report() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "120");
    let csv = desk.ok("report committees --period 2018-H1 --format csv");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "committee,committee_name,due,assigned_k,assigned_n,reported_k,reported_n,held_k,held_n,covered_k,covered_n,covered_of_held_k,covered_of_held_n,visited_k,visited_n,all_came_k,all_came_n,not_required,visits"
    );
    let coverage: serde_json::Value =
        serde_json::from_str(&desk.ok("report --period 2018-H1 --format json")).unwrap();
    let keys = ["assigned", "reported", "held", "covered", "covered_of_held", "visited"];
    assert_eq!(lines.len() - 1, coverage["groups"].as_array().unwrap().len());
    for (line, group) in lines[1..].iter().zip(coverage["groups"].as_array().unwrap()) {
        let row = fields(line);
        assert_eq!(row[0], group["committee"].as_str().unwrap());
        for (at, key) in keys.iter().enumerate() {
            let figure = &group["figures"][key];
            let shown = (row[3 + 2 * at].clone(), row[4 + 2 * at].clone());
            assert_eq!(shown, (figure["k"].to_string(), figure["n"].to_string()), "{key}: {line}");
        }
    }
    let json: serde_json::Value =
        serde_json::from_str(&desk.ok("report committees --period 2018-H1 --format json")).unwrap();
    assert_eq!(json["figures"], coverage["figures"]);
    insta::assert_snapshot!(desk.transcript(&[
        "report committees --period 2018-H1 --lang vi",
        "report committees --period 7/2018",
    ]));
}

#[test]
fn coverage_of_an_official_has_the_rows_to_which_he_was_assigned() {
    let desk = Desk::with_sample();
    let csv = desk.ok("report --period 2017-09..2018-02 --official UBKT-01 --format csv");
    let rows: Vec<_> = csv.lines().skip(1).map(fields).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row[5].contains("UBKT-01")), "{csv}");
    assert_eq!(rows.len(), 5, "from September to January: {csv}");
    let answer = desk.run("report --period 7/2018 --official tuv-06 --check");
    assert_eq!(answer.status, 5, "the row of his is a gap");
    assert!(answer.stdout.contains("Limited to: TUV-06 Lê Văn Thắng"), "{}", answer.stdout);
    let text = desk.ok("report --period 7/2018 --official TUV-14");
    assert!(text.contains("The official is assigned to no cell that is due"), "{text}");
}

#[test]
fn every_row_says_by_which_rule_it_was_judged() {
    let desk = Desk::with_sample();
    desk.says("unassign P1-01 --on 1/6/2018");
    desk.says("meeting amend P1-03 --period 7/2018 --no-visitor");
    desk.says("meeting amend P1-04 --period 7/2018 --not-held --reason disaster");
    desk.says("log-meeting P3-06 --on 6/8/2018 --period 7/2018 --visitor assigned");
    let rule = |cell: &str, more: &str| -> String {
        let csv = desk.ok(&format!("report --period 7/2018 --explain --format csv {more}"));
        assert!(csv.lines().next().unwrap().ends_with(",organisations,rule"), "{csv}");
        csv.lines().map(fields).find(|row| row[3] == cell).unwrap()[23].clone()
    };
    assert_eq!(
        rule("P1-01", ""),
        "rule 1: on 2018-07-05 no visitor is assigned to the cell, and nobody has a duty there"
    );
    assert_eq!(
        rule("P1-02", ""),
        "rule 7: who came, LDB-08, is not among those who owed the visit on 2018-07-03 (TUV-06)"
    );
    assert_eq!(
        rule("P1-03", ""),
        "rule 9: nobody came; of those who owed the visit on 2018-07-02, no reason is recorded for LDB-01"
    );
    assert_eq!(rule("P1-04", ""), "rule 4: reported as not held, reason: storm or flood");
    assert_eq!(
        rule("HL-03", ""),
        "rule 8: nobody came; everyone who owed the visit on 2018-07-09 has a reason (on leave)"
    );
    assert_eq!(
        rule("P3-06", "--today 5/8/2018"),
        "rule 3: no report; the month ended on 2018-07-31 (the meeting of 2018-08-06 is after that day and does not count)"
    );
    assert_eq!(
        rule("AD-01", "--today 4/7/2018"),
        "rule 2: no report; 2018-07-04 is not after 2018-07-31, the last day of the month (the meeting of 2018-07-05 is after that day and does not count)"
    );
    assert_eq!(
        rule("P3-06", ""),
        "rule 5: who came, LDB-04, is among those assigned on 2018-08-06 (LDB-04)"
    );
    assert_eq!(rule("P1-02", "--lang vi"), rule("P1-02", ""), "data is the same in every language");
    assert!(!desk.coverage("7/2018").lines().next().unwrap().contains("rule"));
}

#[test]
fn under_the_month_stands_why_and_who_is_counted() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "80");
    let under = |line: &str, from: &str| {
        let text = desk.ok(line);
        text[text.find(from).unwrap()..].to_owned()
    };
    insta::assert_snapshot!(under(
        "report --period 7/2018 --committee P1 --explain --lang vi",
        "Vì sao"
    ));
    insta::assert_snapshot!(under("report --period 7/2018 --committee P3 --explain", "Why each"));
}

#[test]
fn several_months_are_explained_in_files_and_not_in_the_grid() {
    let desk = Desk::with_sample();
    let csv = desk.ok("report --period 2018-H1 --explain --format csv");
    assert_eq!(csv.lines().count(), desk.coverage("2018-H1").lines().count());
    assert!(csv.lines().skip(1).all(|line| fields(line)[23].starts_with("rule ")), "{csv}");
    assert_eq!(
        desk.refuses(2, "report --period 2018-H1 --explain"),
        "Error: On a screen, --explain is for one month.\nHint: Choose one month: chibo report --period 7/2018 --explain; or write several into a file: add -o reasons.csv\n"
    );
    let said = desk.refuses(2, "report --period 2018-H1 --explain --lang vi");
    assert!(said.contains("--explain chỉ dùng cho một tháng"), "{said}");
    desk.ok("report --period 2018-08..2018-12 --explain");
}

#[test]
fn check_and_explain_go_with_coverage_only() {
    let desk = Desk::with_sample();
    for line in [
        "report officials --check",
        "report committees --check",
        "report officials --explain",
        "report committees --explain",
        "report composition --explain",
        "report committees --official TUV-01",
        "report composition --official TUV-01",
    ] {
        let said = desk.refuses(2, line);
        assert!(said.contains("does not go with"), "chibo {line}: {said}");
    }
}
