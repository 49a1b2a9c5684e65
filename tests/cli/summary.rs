//! `report summary`: every number of the review is counted again from the other reports and the export.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::csv::rows;
use crate::desk::Desk;

type Line = BTreeMap<String, String>;

/// What a review says, by key and of whom: `k/n`, or the number alone.
fn review(desk: &Desk, span: &str) -> BTreeMap<String, String> {
    let lines = rows(&desk.ok(&format!("report summary --period {span} --format csv")));
    let said = lines.into_iter().map(|line| {
        let key = [line["key"].as_str(), line["of"].as_str()].join(" ").trim().to_owned();
        let share = [line["k"].as_str(), line["n"].as_str()];
        (key, share.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/"))
    });
    said.collect()
}

fn share(rows: &[&Line], of: impl Fn(&Line) -> bool) -> String {
    format!("{}/{}", rows.iter().filter(|row| of(row)).count(), rows.len())
}

fn sum(rows: &[Line], key: &str) -> u64 {
    rows.iter().filter_map(|row| row[key].parse::<u64>().ok()).sum()
}

const SPAN: &str = "2017-06..2018-07";

#[test]
fn the_sample_town_is_told_as_it_was() {
    let said = review(&Desk::with_sample(), SPAN);
    let wanted = [
        ("cells", "27"),
        ("assigned", "27/27"),
        ("officials", "27"),
        ("category committee-member", "18"),
        ("category board-leader", "7"),
        ("category department-head", "2"),
    ];
    for (key, number) in wanted {
        assert_eq!(said.get(key).map(String::as_str), Some(number), "{key}");
    }
    insta::assert_snapshot!(Desk::with_sample().transcript(&[
        "report summary --period 2017-06..2018-07 --lang vi",
        "report summary --period 2018-Q2 --committee P3",
    ]));
}

#[test]
fn a_review_of_one_committee_counts_its_own_officials() {
    let desk = Desk::with_sample();
    let lines = rows(&desk.ok("report summary --period 2018-Q2 --committee P3 --format csv"));
    let officials = lines.iter().find(|line| line["key"] == "officials").expect("officials");
    let assigned = rows(&desk.ok("assign --list --on 30/6/2018 --format csv"));
    let own: BTreeSet<&String> = assigned
        .iter()
        .filter(|row| row["cell"].starts_with("P3-"))
        .map(|row| &row["official"])
        .collect();
    assert_eq!(officials["k"], own.len().to_string());
    assert!(own.len() < 27);
}

#[test]
fn its_figures_of_visits_are_those_of_the_rows_of_coverage() {
    let desk = Desk::with_sample();
    let said = review(&desk, SPAN);
    let coverage = rows(&desk.coverage(SPAN));
    let all: Vec<&Line> = coverage.iter().collect();
    let covered = |rows: &[&Line]| {
        let owed: Vec<&Line> =
            rows.iter().copied().filter(|row| row["status"] != "not-required").collect();
        share(&owed, |row| row["status"] == "attended")
    };
    let held: Vec<&Line> = all.iter().copied().filter(|row| !row["held_on"].is_empty()).collect();
    assert_eq!(said["covered"], covered(&all));
    assert_eq!(said["held"], share(&all, |row| !row["held_on"].is_empty()));
    assert_eq!(said["visited"], share(&all, |row| !row["visitors"].is_empty()));
    assert_eq!(said["covered_of_held"], share(&held, |row| row["status"] == "attended"));
    let reported = |row: &Line| !["missing", "pending"].contains(&row["status"].as_str());
    assert_eq!(said["reported"], share(&all, reported));
    let committees: BTreeSet<&String> = coverage.iter().map(|row| &row["committee"]).collect();
    assert_eq!(committees.len(), 5);
    for committee in committees {
        let own: Vec<&Line> =
            all.iter().copied().filter(|row| row["committee"] == *committee).collect();
        assert_eq!(said[&format!("covered_by_committee {committee}")], covered(&own));
    }
    let quarter: Vec<&Line> = all
        .iter()
        .copied()
        .filter(|row| ["2017-10", "2017-11", "2017-12"].contains(&row["period"].as_str()))
        .collect();
    assert_eq!(said["covered_in_quarter 2017-10..2017-12"], covered(&quarter));
    for grade in ["good", "fair", "average", "poor"] {
        let graded: Vec<&Line> =
            held.iter().copied().filter(|it| !it["grade"].is_empty()).collect();
        assert_eq!(said[&format!("grade {grade}")], share(&graded, |it| it["grade"] == grade));
    }
    assert_eq!(said["graded"], share(&held, |row| !row["grade"].is_empty()));
    let officials = rows(&desk.ok(&format!("report officials --period {SPAN} --format csv")));
    assert_eq!(said["visits"], sum(&officials, "visits").to_string());
    let attendance = rows(&desk.ok(&format!("report attendance --period {SPAN} --format csv")));
    let known = attendance.into_iter().filter(|row| {
        !row["period"].is_empty() && !row["expected"].is_empty() && !row["present"].is_empty()
    });
    let known: Vec<Line> = known.collect();
    let present = format!("{}/{}", sum(&known, "present"), sum(&known, "expected"));
    assert_eq!(said["present"], present);
}

#[test]
fn its_figures_of_duties_inspections_and_recommendations_are_those_of_the_records() {
    let desk = Desk::with_sample();
    let said = review(&desk, SPAN);
    let duties = rows(&desk.ok(&format!("report duties --period {SPAN} --format csv")));
    let duties: Vec<&Line> = duties.iter().collect();
    assert_eq!(said["duties_met"], share(&duties, |row| row["status"] == "met"));
    let short = duties.iter().filter(|row| row["status"] == "short").count();
    assert_eq!(said["duties_short"], short.to_string());
    desk.says("export out");
    let of_file = |name: &str| rows(&String::from_utf8(desk.read(name)).expect("text"));
    let inspections = of_file("out/inspections.csv");
    let within = |row: &&Line| ("2017-06-01".."2018-08-01").contains(&row["on"].as_str());
    assert_eq!(said["inspections"], inspections.iter().filter(within).count().to_string());
    // A matter counts once: of those tied together the report knows one.
    let matters = rows(&desk.ok(&format!("report recommendations --period {SPAN} --format csv")));
    let steps = of_file("out/recommendation_steps.csv");
    let raised: Vec<&Line> = matters.iter().collect();
    assert_eq!(said["raised"], raised.len().to_string());
    for stage in ["resolved", "declined"] {
        assert_eq!(said[stage], share(&raised, |row| row["state"] == stage));
        assert!(steps.iter().any(|step| step["step"] == stage));
    }
    let settled = |row: &Line| ["resolved", "declined"].contains(&row["state"].as_str());
    assert_eq!(said["settled"], share(&raised, settled));
}

#[test]
fn who_needs_attention_is_named_and_an_office_without_trouble_is_told_so() {
    let desk = Desk::with_new_book();
    desk.says("committee add X1 \"Xã Một\" --kind commune");
    desk.says("cell add C1 \"Thôn Một\" --committee X1 --kind village");
    desk.says("official add UV \"Văn Dung\"");
    desk.says("assign C1 UV --from 1/1/2018");
    for month in 1..=3 {
        desk.says(&format!("log-meeting C1 --on 5/{month}/2018 --visitor UV"));
    }
    assert!(review(&desk, "2018-Q1").contains_key("all_well"));
    for month in 4..=6 {
        desk.says(&format!("log-meeting C1 --on 5/{month}/2018 --no-visitor"));
    }
    let said = review(&desk, "2018-H1");
    assert_eq!((said["cell_without C1"].as_str(), said["absent UV"].as_str()), ("3", "3"));
    assert!(!said.contains_key("all_well"));
    // Of the last month alone the run is the same.
    assert_eq!(review(&desk, "6/2018")["cell_without C1"], "3");
    // A visit in the last month ends the run; what he missed stays.
    desk.says("meeting amend C1 --period 6/2018 --visitor UV");
    let said = review(&desk, "2018-H1");
    assert!(!said.contains_key("cell_without C1"));
    assert_eq!(said["absent UV"], "2");
}

#[test]
fn a_quarter_that_is_not_over_gives_no_share_of_themes_and_a_month_that_is_not_over_is_told() {
    let desk = Desk::with_sample();
    assert!(!review(&desk, "7/2018").contains_key("themes"), "Q3 is not over");
    let quarter = review(&desk, "2018-Q2");
    let (k, n) = quarter["themes"].split_once('/').expect("a share");
    assert!(k != n && n == "27", "{k}/{n}");
    let running = review(&desk, "8/2018");
    assert_eq!(running["pending"], "27");
    assert!(!running.contains_key("all_well"));
}

#[test]
fn nothing_is_said_of_what_is_not_recorded() {
    let desk = Desk::with_new_book();
    desk.says("committee add X1 \"Xã Một\" --kind commune");
    desk.says("cell add C1 \"Thôn Một\" --committee X1 --kind village");
    let said = review(&desk, "7/2018");
    for key in ["raised", "inspections", "duties_met", "present", "graded"] {
        assert!(!said.contains_key(key), "{key}: {said:?}");
    }
    let refused = desk.refuses(1, "report summary --period 9/2018");
    assert!(refused.contains("2018-09"), "{refused}");
    desk.refuses(2, "report summary --official UV");
}

#[test]
fn officials_without_a_category_are_counted_so_that_the_sentence_sums_up() {
    let desk = Desk::with_sample();
    desk.says("official post TUV-01 --on 1/7/2018 --category \"\"");
    let review = review(&desk, "7/2018");
    let of = |key: &str| -> u64 {
        let fits = review.iter().filter(|(said, _)| said.split(' ').next() == Some(key));
        fits.map(|(_, n)| n.parse::<u64>().unwrap()).sum()
    };
    assert_eq!(of("no_category"), 1);
    assert_eq!(of("category") + of("no_category"), of("officials"));
    assert!(desk.ok("report summary --period 7/2018 --lang vi").contains("Chưa ghi cơ cấu: 1."));
}
