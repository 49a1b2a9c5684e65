//! Recorded meetings: listed, shown, amended, removed.

use crate::csv::{csv_of, fields};
use crate::desk::Desk;

#[test]
fn meetings_are_listed_by_period_cell_committee_and_kind() {
    let desk = Desk::with_sample();
    let count =
        |which: &str| desk.ok(&format!("meeting list {which} --format csv")).lines().count() - 1;
    assert_eq!(count(""), 402);
    assert_eq!(count("--period 7/2018"), 28);
    assert_eq!(count("--period 7/2018 --kind regular"), 26);
    assert_eq!(count("--period 2018-Q3 --committee \"phường 3\""), 6);
    assert_eq!(count("--cell P3-06"), 14);
    assert_eq!(count("--cell P3-06 --period 7/2018"), 0);
    assert_eq!(count("--kind \"chuyên đề\" --period 7/2018"), 2);
    let csv = desk.ok("meeting list --cell P1-02 --period 2018-H1 --format csv");
    assert!(
        csv.starts_with(
            "period,cell,kind,held_on,not_held_reason,visitors,total,present,grade,note\n"
        ),
        "{csv}"
    );
    insta::assert_snapshot!(
        desk.transcript(&["meeting list --period 7/2018 --committee P3 --lang vi"])
    );
}

#[test]
fn an_amendment_says_each_value_before_and_after() {
    let desk = Desk::with_sample();
    let said = desk.says("meeting amend P1-01 --period 7/2018 --total 29 --present 21 --grade fair --note \"Họp tại nhà văn hóa\"");
    insta::assert_snapshot!(said, @"
    Amended the meeting of P1-01 Khu phố 1 for 2018-07 (held on 2018-07-05) – result: Attended (operation 2; to take it back: chibo undo).
      Members in all: 28 → 29
      Members present: 20 → 21
      Grade: Good → Fair
      Note: (empty) → Họp tại nhà văn hóa
    ");
    let row = desk.row("P1-01", "7/2018");
    assert_eq!(
        (row["total"].as_str(), row["expected"].as_str(), row["present"].as_str()),
        ("29", "24", "21")
    );
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --total 29");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --total 20");
    desk.refuses(2, "meeting amend P1-01 --period 7/2018");
}

#[test]
fn values_are_emptied_by_name() {
    let desk = Desk::with_sample();
    // In P1-02 every value stands but the theme.
    desk.says("meeting amend P1-02 --period 7/2018 --theme Học");
    let keys = |desk: &Desk| -> Vec<String> {
        let csv = desk.ok("meeting show P1-02 --period 7/2018 --format csv");
        csv.lines().skip(1).map(|line| fields(line)[0].clone()).collect()
    };
    for (item, key) in [
        ("reason", "absence_reason"),
        ("counts", "total"),
        ("remarks", "remarks"),
        ("prepared", "prepared"),
        ("theme", "theme"),
        ("score", "self_score"),
        ("confirmed-score", "confirmed_score"),
        ("grade", "grade"),
        ("minutes-no", "minutes_no"),
        ("note", "note"),
    ] {
        assert!(keys(&desk).iter().any(|k| k == key), "{key} is there before");
        desk.says(&format!("meeting amend P1-02 --period 7/2018 --clear {item}"));
        assert!(!keys(&desk).iter().any(|k| k == key), "{key} is gone");
    }
    assert_eq!(keys(&desk), ["period", "kind", "held_on", "visitors"]);
    desk.refuses(2, "meeting amend P1-02 --period 7/2018 --clear visitors");
    desk.refuses(1, "meeting amend P1-02 --period 7/2018 --clear note");
    desk.says("meeting amend P1-03 --period 7/2018 --clear theme --clear counts");
    desk.says("meeting amend P1-04 --period 7/2018 --theme \"\"");
}

#[test]
fn visitors_are_amended_and_reasons_that_lost_their_object_go() {
    let desk = Desk::with_sample();
    assert_eq!(desk.status("P1-02", "7/2018"), "substituted");
    let said = desk.says("meeting amend P1-02 --period 7/2018 --visitor assigned");
    assert!(said.contains("Who came: LDB-08 Lý Đăng Khoa → TUV-06 Lê Văn Thắng"), "{said}");
    assert!(said.contains("Reason for absence: On other duty → (empty)"), "{said}");
    assert_eq!(desk.row("P1-02", "7/2018")["reason"], "");
    assert_eq!(desk.status("P1-02", "7/2018"), "attended");
    desk.says("meeting amend P1-02 --period 7/2018 --no-visitor --reason leave");
    assert_eq!(desk.status("P1-02", "7/2018"), "excused");
    desk.says("meeting amend P1-02 --period 7/2018 --clear reason");
    assert_eq!(desk.status("P1-02", "7/2018"), "absent");
    desk.refuses(1, "meeting amend P1-02 --period 7/2018 --visitor TUV-14");
}

#[test]
fn a_meeting_turns_into_one_that_was_not_held_and_back() {
    let desk = Desk::with_sample();
    let before = desk.coverage("7/2018");
    desk.says("meeting amend P1-01 --period 7/2018 --not-held --reason holiday");
    assert_eq!(desk.status("P1-01", "7/2018"), "not-held");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --grade good");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --on 5/7/2018");
    desk.says("meeting amend P1-01 --period 7/2018 --note \"Nghỉ lễ\"");
    desk.says("meeting amend P1-01 --period 7/2018 --on 5/7/2018 --visitor assigned --total 28 --exempt 4 --away 1 --present 20 --excused 2 --grade good --score 93 --confirmed-score 92 --clear note");
    assert_eq!(desk.status("P1-01", "7/2018"), "attended");
    assert_eq!(desk.coverage("7/2018"), before);
    desk.refuses(2, "meeting amend P1-01 --period 7/2018 --not-held");
    desk.refuses(
        2,
        "meeting amend P1-01 --period 7/2018 --not-held --reason holiday --on 5/7/2018",
    );
}

#[test]
fn day_and_period_are_amended_within_the_rules() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-01 --period 7/2018 --on 6/7/2018");
    assert_eq!(desk.row("P1-01", "7/2018")["held_on"], "2018-07-06");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --on 9/8/2018");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --on 1/6/2018");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --new-period 6/2018");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --new-period 9/2018");
    desk.says("meeting amend P1-01 --period 7/2018 --new-period 8/2018 --on 1/8/2018");
    assert_eq!(desk.status("P1-01", "7/2018"), "missing");
    assert_eq!(desk.status("P1-01", "8/2018"), "attended");
}

#[test]
fn one_of_several_meetings_of_a_month_is_named_by_its_day() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-02 --on 22/7/2018 --kind thematic");
    desk.refuses(1, "meeting show P3-02 --period 7/2018 --kind thematic");
    desk.ok("meeting show P3-02 --period 7/2018 --kind thematic --held 22/7/2018");
    desk.says("meeting remove P3-02 --period 7/2018 --kind thematic --held 21/7/2018 --reason \"Ghi nhầm\"");
    let csv = desk.ok("meeting show P3-02 --period 7/2018 --kind thematic --format csv");
    assert!(csv.contains("held_on,2018-07-22"), "{csv}");
}

#[test]
fn a_removed_meeting_is_gone_from_reports_and_its_reason_is_in_the_history() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "150");
    desk.says("meeting remove P1-01 --period 7/2018 --reason \"Ghi nhầm chi bộ\"");
    assert_eq!(desk.status("P1-01", "7/2018"), "missing");
    desk.refuses(1, "meeting show P1-01 --period 7/2018");
    desk.refuses(1, "meeting remove P1-01 --period 7/2018 --reason \"Ghi nhầm\"");
    assert!(desk.ok("history").contains(
        "Removed the meeting of P1-01 for 2018-07 (held on 2018-07-05) – Ghi nhầm chi bộ"
    ));
    desk.says("log-meeting P1-01 --on 6/7/2018 --visitor assigned");
    assert_eq!(desk.status("P1-01", "7/2018"), "attended");
}

#[test]
fn a_meeting_is_removed_for_a_reason_only() {
    let desk = Desk::with_sample();
    let said = desk.refuses(2, "meeting remove P1-01 --period 7/2018");
    assert!(said.contains("Missing: --reason <TEXT>") && said.contains("Hint: "), "{said}");
    let said = desk.refuses(2, "meeting remove P1-01 --period 7/2018 --reason \" \"");
    assert!(said.starts_with("Error: --reason: "), "{said}");
}

#[test]
fn recommendations_go_with_their_meeting_to_its_right_month() {
    let desk = Desk::with_sample();
    desk.says("meeting remove P3-06 --period 6/2018 --reason \"Ghi nhầm\"");
    desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned --recommend \"Sửa đường\"");
    desk.says("meeting amend P3-06 --period 7/2018 --new-period 6/2018 --on 30/6/2018");
    assert_eq!(desk.row("P3-06", "6/2018")["held_on"], "2018-06-30");
    let shown = desk.ok("meeting show P3-06 --period 6/2018");
    assert!(shown.contains("Sửa đường"), "{shown}");
    assert_eq!(desk.row("P3-06", "7/2018")["recommendations"], "");
}

#[test]
fn a_day_on_which_the_official_was_not_assigned_cannot_keep_his_reason() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 5/7/2018 --no-visitor --reason LDB-04=duty");
    desk.says("assign P3-06 LDB-08 --from 10/7/2018 --replace");
    let said = desk.refuses(1, "meeting amend P3-06 --period 7/2018 --on 15/7/2018");
    assert!(said.contains("LDB-04") && said.contains("is not assigned"), "{said}");
}

#[test]
fn a_narrow_list_still_says_why_a_meeting_was_not_held() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "80");
    for lang in ["vi", "en"] {
        let list = desk.ok(&format!("meeting list --cell HL-02 --period 10/2017 --lang {lang}"));
        let reason = if lang == "vi" { "Thiên" } else { "Storm" };
        assert!(list.contains(reason), "{list}");
        assert!(list.lines().all(|line| line.chars().count() <= 80), "{list}");
    }
}

#[test]
fn recommendations_raised_at_a_meeting_go_out_with_it_and_come_back_with_it() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned --recommend \"Sửa đường\"");
    let said = desk.says("meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm\"");
    let code = said.lines().find_map(|line| {
        line.strip_prefix("The recommendations raised at it were removed with it: ")
    });
    let code = code.expect("the recommendation is named").trim_end_matches('.').to_owned();
    assert_eq!(desk.row("P3-06", "7/2018")["recommendations"], "");
    desk.says("undo");
    assert!(desk.ok("meeting show P3-06 --period 7/2018").contains(&code));
    desk.says("redo");
    desk.says("check");
    desk.says("log-meeting P3-06 --period 7/2018 --not-held --reason holiday");
    assert_eq!(desk.row("P3-06", "7/2018")["recommendations"], "");
}

#[test]
fn a_meeting_that_stands_for_a_cell_founded_out_of_its_own_says_so() {
    let desk = Desk::with_sample();
    desk.says(
        "cell split P3-06 --into P3-06 \"P3-09=Khu phố 9\" --on 10/7/2018 --document 7-QĐ/TU",
    );
    let heir = |said: &str, change: &str| {
        let told = format!(
            "The result changes in 1 row of reports:\n  2018-07 P3-09 Khu phố 9: {change}\n"
        );
        assert!(said.ends_with(&told), "{said}");
    };
    let said = desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned");
    heir(&said, "No visitor assigned → Attended");
    let said = desk.says("meeting amend P3-06 --period 7/2018 --no-visitor");
    heir(&said, "Attended → Absent, no reason recorded");
    let said = desk.says("undo");
    heir(&said, "Absent, no reason recorded → Attended");
    let said = desk.says("meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm\"");
    heir(&said, "Attended → No visitor assigned");
    desk.write(
        "meetings.csv",
        csv_of("period,cell,held_on,visitors", &["2018-07,P3-06,2018-07-05,LDB-04"]),
    );
    heir(&desk.says("import meetings.csv --dry-run"), "No visitor assigned → Attended");
    heir(&desk.says("import meetings.csv"), "No visitor assigned → Attended");
    // With a meeting of its own it is judged by that.
    desk.says("assign P3-09 TUV-01 --from 10/7/2018");
    desk.says("log-meeting P3-09 --on 20/7/2018 --visitor TUV-01");
    let said = desk.says("meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm\"");
    assert!(!said.contains("The result changes"), "{said}");
}

#[test]
fn the_recommendations_of_another_meeting_of_that_day_stay() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned --recommend \"Sửa đường\"");
    desk.says("log-meeting P3-06 --on 5/7/2018 --kind thematic --visitor assigned");
    let said = desk.says("meeting remove P3-06 --period 7/2018 --kind thematic --reason x");
    assert!(!said.contains("removed with it"), "{said}");
    assert_eq!(desk.row("P3-06", "7/2018")["recommendations"], "1");
}

#[test]
fn months_that_have_not_begun_are_in_no_list_of_results() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_TODAY", "2018-07-20");
    desk.says("log-meeting P1-01 --period 9/2018 --not-held --reason holiday");
    let said = desk.says("unassign P1-01 --on 1/7/2018");
    assert!(said.contains("2018-07 P1-01") && !said.contains("2018-09"), "{said}");
}

#[test]
fn the_only_meeting_that_fits_is_taken_and_several_are_told_apart() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 20/7/2018 --kind thematic --visitor assigned");
    // P3-06 has no regular meeting in July.
    assert!(desk.ok("meeting show P3-06 --period 7/2018").contains("Thematic"));
    assert!(desk.ok("meeting show P3-06").contains("2018-07-20"));
    assert!(desk.ok("meeting show P3-06 --kind regular").contains("2018-06"));
    let said = desk.says("meeting amend P3-06 --total 20 --present 5");
    assert!(said.contains("thematic meeting of P3-06 Khu phố 6 for 2018-07"), "{said}");
    let said = desk.refuses(1, "meeting show P3-06 --period 7/2018 --kind regular");
    assert!(said.contains("Recorded for that month: thematic on 2018-07-20"), "{said}");
    desk.says("log-meeting P3-06 --on 22/7/2018 --kind extraordinary");
    let said = desk.refuses(1, "meeting remove P3-06 --period 7/2018 --reason x --lang vi");
    let both = "tháng 7/2018: chuyên đề ngày 20/07/2018; bất thường ngày 22/07/2018";
    assert!(said.contains(both), "{said}");
    let first = "chibo meeting show P3-06 --period 7/2018 --kind thematic --held 20/07/2018";
    assert!(said.contains(first), "{said}");
    // A day alone tells too; the regular meeting goes before others.
    desk.says("meeting remove P3-06 --held 22/7/2018 --reason x");
    desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned");
    let said = desk.says("meeting remove P3-06 --reason x");
    assert!(
        said.contains("the meeting of P3-06 Khu phố 6 for 2018-07 (held on 2018-07-05)"),
        "{said}"
    );
}

#[test]
fn a_meeting_recorded_for_the_wrong_cell_goes_to_the_right_one_with_what_was_raised_at_it() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "150");
    desk.says("meeting remove P3-05 --period 7/2018 --reason x");
    let before = desk.coverage("7/2018");
    let recommend = "--recommend \"Sửa đường\" --total 25 --present 20";
    desk.says(&format!("log-meeting P3-05 --on 6/7/2018 --visitor LDB-04 {recommend}"));
    let said = desk.says("meeting amend P3-05 --cell \"Khu phố 6, Phường 3\"");
    insta::assert_snapshot!(said, @"
    Amended the meeting of P3-06 Khu phố 6 for 2018-07 (held on 2018-07-06) – result: Attended (operation 4; to take it back: chibo undo).
      Cell: P3-05 Khu phố 5 → P3-06 Khu phố 6
    For 2018-07, P3-05 Khu phố 5 now has: No report.
    ");
    assert_eq!(desk.status("P3-05", "7/2018"), "missing");
    let row = desk.row("P3-06", "7/2018");
    let [status, held_on, recommendations] =
        ["status", "held_on", "recommendations"].map(|key| row[key].as_str());
    assert_eq!((status, held_on, recommendations), ("attended", "2018-07-06", "1"));
    for cell in ["P3-05", "P3-06"] {
        let history = desk.ok(&format!("history --cell {cell}"));
        let line = "Amended the meeting of P3-06 for 2018-07 (held on 2018-07-06), recorded for P3-05 before";
        assert!(history.contains(line), "{cell}: {history}");
    }
    assert!(desk.ok("history show 4").contains("Cell: P3-05 Khu phố 5 → P3-06 Khu phố 6"));
    assert_eq!(desk.run("check").all(), "");
    desk.says("undo");
    assert!(desk.ok("meeting show P3-05").contains("Sửa đường"));
    desk.says("undo");
    assert_eq!(desk.coverage("7/2018"), before);
}

#[test]
fn a_meeting_goes_to_no_cell_that_has_one_nor_into_or_out_of_a_closed_month() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "meeting amend P1-01 --period 7/2018 --cell P1-02");
    assert!(said.contains("is recorded already"), "{said}");
    desk.says("close 7/2018 --with-gaps");
    let said = desk.refuses(1, "meeting amend P1-01 --period 7/2018 --cell P3-06");
    assert!(said.contains("P1-01") && said.contains("P3-06"), "{said}");
    let said = desk.refuses(1, "meeting amend P1-01 --period 7/2018 --cell P3-06 --late");
    assert!(said.contains("closed month"), "{said}");
}

#[test]
fn a_reason_that_says_nothing_of_the_right_cell_does_not_go_there() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 5/7/2018 --no-visitor --reason LDB-04=duty");
    desk.says("meeting remove P3-05 --period 7/2018 --reason x");
    let said = desk.refuses(1, "meeting amend P3-06 --cell P3-05");
    assert!(said.contains("LDB-04") && said.contains("not assigned"), "{said}");
    desk.says("meeting amend P3-06 --cell P3-05 --clear reason");
    assert_eq!(desk.status("P3-05", "7/2018"), "absent");
}

#[test]
fn a_value_is_not_given_and_emptied_at_once() {
    let desk = Desk::with_sample();
    for (given, item) in
        [("--remarks 3", "remarks"), ("--note x", "note"), ("--reason duty", "reason")]
    {
        let said = desk.refuses(2, &format!("meeting amend P1-02 {given} --clear {item}"));
        assert!(said.contains(&format!("--clear {item} empties that value")), "{said}");
    }
    desk.says("meeting amend P1-02 --clear counts --total 25 --present 20");
}
