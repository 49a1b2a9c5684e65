//! Members at meetings, scores, grades, themes, visits: every printed figure is counted again from the records as exported.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::csv::rows;
use crate::desk::{Desk, line_with};

/// The meetings of the sample as an export has them.
fn meetings(desk: &Desk) -> Vec<BTreeMap<String, String>> {
    desk.says("export out");
    rows(&String::from_utf8(desk.read("out/meetings.csv")).unwrap())
}

fn number(row: &BTreeMap<String, String>, key: &str) -> Option<u64> {
    row[key].parse().ok()
}

/// Present and expected of a meeting, if both are known.
fn attendance(row: &BTreeMap<String, String>) -> Option<(u64, u64)> {
    let left_out = number(row, "exempt")? + number(row, "away")?;
    Some((number(row, "present")?, number(row, "total")? - left_out))
}

fn sum(pairs: impl Iterator<Item = (u64, u64)>) -> (u64, u64) {
    pairs.fold((0, 0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1))
}

/// A figure as it stands in a JSON report: `"attendance":{"k":1,"n":2`.
fn figure(json: &str, key: &str) -> (u64, u64) {
    let at = json.find(&format!("\"{key}\":{{\"k\":")).expect(key);
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let k = digits(&json[at + key.len() + 8..]);
    let rest = &json[at..];
    let n = digits(&rest[rest.find("\"n\":").unwrap() + 4..]);
    (k.parse().unwrap(), n.parse().unwrap())
}

#[test]
fn members_present_of_those_expected_are_those_of_the_meetings() {
    let desk = Desk::with_sample();
    let all = meetings(&desk);
    let regular = |period: &'static str| {
        all.iter().filter(move |row| row["kind"] == "regular" && row["period"].as_str() == period)
    };
    for period in ["2017-06", "2018-02", "2018-07"] {
        let counted = sum(regular(period).filter_map(attendance));
        let json = desk.ok(&format!("report attendance --period {period} --format json"));
        assert_eq!(figure(&json, "attendance"), counted, "{period}");
        let csv = desk.ok(&format!("report attendance --period {period} --format csv"));
        for row in rows(&csv) {
            let meeting = regular(period).find(|meeting| meeting["cell"] == row["cell"]);
            for key in ["total", "exempt", "away", "present", "excused"] {
                let recorded = meeting.map_or("", |meeting| meeting[key].as_str());
                assert_eq!(row[key], recorded, "{period} {} {key}", row["cell"]);
            }
        }
    }
    let months = ["2018-01", "2018-02", "2018-03", "2018-04", "2018-05", "2018-06"];
    let (k, n) = sum(months.iter().flat_map(|month| regular(month)).filter_map(attendance));
    let screen = desk.ok("report attendance --period 2018-H1");
    assert!(line_with(&screen, "Total").contains(&format!("{k}/{n}")), "{screen}");
    // Meetings of which a number is not known are no part of it, and are told.
    let unknown = regular("2018-07")
        .filter(|row| !row["held_on"].is_empty() && attendance(row).is_none())
        .count();
    let screen = desk.ok("report attendance --period 2018-07");
    assert!(screen.contains(&format!("Without {unknown} meeting")), "{screen}");
}

#[test]
fn the_list_of_a_month_has_the_scores_and_grades_of_its_meetings() {
    let mut desk = Desk::with_sample();
    let all = meetings(&desk);
    let july: Vec<_> =
        all.iter().filter(|row| row["kind"] == "regular" && row["period"] == "2018-07").collect();
    for row in rows(&desk.ok("report quality --period 7/2018 --format csv")) {
        let meeting = july.iter().find(|meeting| meeting["cell"] == row["cell"]);
        for key in
            ["self_score", "confirmed_score", "grade", "held_on", "prepared", "theme", "note"]
        {
            let recorded = meeting.map_or("", |meeting| meeting[key].as_str());
            assert_eq!(row[key], recorded, "{} {key}", row["cell"]);
        }
    }
    let graded = july.iter().filter(|row| !row["grade"].is_empty()).count() as u64;
    let json = desk.ok("report quality --period 7/2018 --format json");
    for grade in ["good", "fair", "average", "poor"] {
        let count = july.iter().filter(|row| row["grade"] == grade).count() as u64;
        assert_eq!(figure(&json, grade), (count, graded), "{grade}");
    }
    // The form that offices send has ten numbered columns, whatever stands in them.
    desk.set("COLUMNS", "120");
    let screen = desk.ok("report quality --period 7/2018 --lang vi");
    let numbers = line_with(&screen, "(10)");
    assert_eq!(numbers.split_whitespace().count(), 10, "{numbers}");
    for heading in ["Tên đơn vị", "Ngày họp", "Trung", "Kém", "thuyết minh điểm trừ"]
    {
        assert!(screen.contains(heading), "{heading}: {screen}");
    }
    let total: u64 = july.iter().filter_map(|row| number(row, "total")).sum();
    assert!(screen.contains(&format!("Tổng số đảng viên: {total}, ")), "{screen}");
}

#[test]
fn nothing_is_judged_by_a_guidance_before_it_was_in_force() {
    let desk = Desk::with_sample();
    let csv = desk.ok("report quality --period 7/2018 --format csv");
    for row in rows(&csv).iter().filter(|row| !row["held_on"].is_empty()) {
        let guidance = if row["held_on"].as_str() < "2018-07-06" { "" } else { "12-HD/BTCTW" };
        assert_eq!(row["guidance"], guidance, "{}", row["cell"]);
        assert_eq!(row["prepared_met"].is_empty(), guidance.is_empty(), "{}", row["cell"]);
        if !guidance.is_empty() {
            let expected = match row["prepared"].as_str() {
                "yes" => "met",
                "no" => "not-met",
                _ => "not-recorded",
            };
            assert_eq!(row["prepared_met"], expected);
        }
    }
    let share = |cell: &str| {
        let csv = desk.ok("report attendance --period 7/2018 --format csv");
        rows(&csv).into_iter().find(|row| row["cell"] == cell).unwrap()["present_above"].clone()
    };
    assert_eq!(share("P1-04"), "met", "32/34 on 6 July");
    assert_eq!(share("P1-05"), "not-met", "17/20 is 85 %, which must be exceeded");
    assert_eq!(share("P1-02"), "", "on 3 July no guidance was in force");
    assert!(!desk.ok("report attendance --period 6/2018").contains("12-HD"));
}

#[test]
fn a_quarter_has_a_theme_by_a_thematic_meeting_or_one_with_a_theme() {
    let desk = Desk::with_sample();
    let all = meetings(&desk);
    let of_quarter = |row: &&BTreeMap<String, String>| {
        ["2018-04", "2018-05", "2018-06"].contains(&row["period"].as_str())
    };
    let with_theme: BTreeSet<&str> = all
        .iter()
        .filter(of_quarter)
        .filter(|row| !row["held_on"].is_empty())
        .filter(|row| row["kind"] == "thematic" || !row["theme"].is_empty())
        .map(|row| row["cell"].as_str())
        .collect();
    let reported = |cell: &str| {
        all.iter()
            .filter(of_quarter)
            .filter(|row| row["kind"] == "regular" && row["cell"] == cell)
            .count()
            == 3
    };
    let cells: BTreeSet<&str> = all.iter().map(|row| row["cell"].as_str()).collect();
    let known = cells.iter().filter(|cell| with_theme.contains(*cell) || reported(cell)).count();
    let screen = desk.ok("report quality --period 2018-Q2");
    let line = line_with(&screen, "A theme each quarter");
    assert!(line.contains(&format!("{}/{known} ", with_theme.len())), "{line}");
}

#[test]
fn visits_are_pairs_of_a_meeting_held_and_a_visitor_of_every_kind() {
    let desk = Desk::with_sample();
    let all = meetings(&desk);
    let mut by_official: BTreeMap<String, u64> = BTreeMap::new();
    let mut by_committee: BTreeMap<String, u64> = BTreeMap::new();
    for row in all.iter().filter(|row| row["period"].starts_with("2018-0")) {
        for visitor in row["visitors"].split(';').filter(|who| !who.is_empty() && *who != "none") {
            *by_official.entry(visitor.to_owned()).or_default() += 1;
            // No cell of the sample has moved.
            let committee = row["cell"].split('-').next().unwrap();
            *by_committee.entry(committee.to_owned()).or_default() += 1;
        }
    }
    let csv = desk.ok("report officials --period 2018-01..2018-09 --format csv");
    let printed: BTreeMap<String, u64> = rows(&csv)
        .iter()
        .map(|row| (row["official"].clone(), number(row, "visits").unwrap()))
        .filter(|(_, visits)| *visits > 0)
        .collect();
    assert_eq!(printed, by_official);
    let csv = desk.ok("report committees --period 2018-01..2018-09 --format csv");
    let printed: BTreeMap<String, u64> = rows(&csv)
        .iter()
        .map(|row| (row["committee"].clone(), number(row, "visits").unwrap()))
        .collect();
    assert_eq!(printed, by_committee);
}

#[test]
fn the_effect_of_visits_is_refused_where_the_data_are_too_thin_and_never_called_a_proof() {
    let desk = Desk::with_sample();
    let refused = desk.refuses(1, "report effect --period 7/2018");
    assert!(refused.contains("too thin to compare: 0 cells"), "{refused}");
    assert!(refused.contains("Choose more months"), "{refused}");
    let early = desk.refuses(1, "report effect --period 1/2017");
    assert!(early.contains("Choose more months"), "{early}");
    // Of a cell, or of a committee with few, no number of months will do.
    for few in ["--cell P1-02", "--committee P2"] {
        let refused = desk.refuses(1, &format!("report effect --period 2018 {few}"));
        assert!(!refused.contains("more months"), "{refused}");
        assert!(
            refused.contains("leave out --cell, --committee: chibo report effect"),
            "{refused}"
        );
    }
    let csv = desk.ok("report effect --period 2017-06..2018-07 --format csv");
    // Counted by hand from the records: cells with meetings of both sorts, each against itself.
    let all = meetings(&desk);
    let mut cells: BTreeMap<&str, [Vec<f64>; 2]> = BTreeMap::new();
    for row in all.iter().filter(|row| row["kind"] == "regular" && !row["held_on"].is_empty()) {
        let Some((k, n)) = attendance(row) else { continue };
        let visited = usize::from(row["visitors"] != "none");
        let share = 100.0 * k as f64 / n as f64;
        cells.entry(&row["cell"]).or_default()[visited].push(share);
    }
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let both: Vec<f64> = cells
        .values()
        .filter(|[without, with]| !without.is_empty() && !with.is_empty())
        .map(|[without, with]| mean(with) - mean(without))
        .collect();
    let row = &rows(&csv)[0];
    assert_eq!(number(row, "n"), Some(both.len() as u64));
    assert_eq!(row["difference"], format!("{:+.1}", mean(&both)));
    let screen = desk.ok("report effect --period 2017-06..2018-07");
    assert!(screen.contains("Visits were not drawn by lot"), "{screen}");
    assert!(screen.contains("of which the members expected and present are known"), "{screen}");
}

#[test]
fn the_list_of_scores_never_shows_nought_for_members_of_whom_nothing_is_known() {
    let desk = Desk::with_new_book();
    desk.says("committee add X1 \"Xã Một\" --kind commune");
    desk.says("cell add C1 \"Thôn Một\" --committee X1 --kind village");
    desk.says("log-meeting C1 --on 5/8/2018 --no-visitor");
    let list = "report quality --period 8/2018 --lang vi";
    let unknown = desk.ok(list);
    assert!(unknown.contains("Tổng số đảng viên: chưa rõ"), "{unknown}");
    desk.says("meeting amend C1 --period 8/2018 --total 25 --present 20");
    let known = desk.ok(list);
    let line = "Tổng số đảng viên: 25, trong đó sinh hoạt tạm thời nơi khác: chưa rõ";
    assert!(known.contains(line), "{known}");
}
