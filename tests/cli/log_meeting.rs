//! Recording what became of a meeting. In the sample only P3-06 has no record for July 2018.

use crate::desk::Desk;

/// The values of a meeting by key.
fn shown(desk: &Desk, which: &str) -> Vec<String> {
    let csv = desk.ok(&format!("meeting show {which} --format csv"));
    csv.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn every_option_is_kept_and_shown() {
    let desk = Desk::with_sample();
    let said = desk.says(
        "log-meeting P3-06 --on 15/7/2018 --visitor LDB-08 --reason duty --total 25 --present 20 --exempt 3 --away 1 --excused 1 --remarks 6 --prepared yes --theme \"Nghị quyết Trung ương 7\" --score 92,5 --confirmed-score 90 --grade good --minutes-no 07/BB --note \"Mất điện giữa buổi\" --recommend \"Nạo vét mương\" --recommend \"Sửa nhà văn hóa\" --area economy-society",
    );
    assert_eq!(
        said,
        "Recorded the meeting of P3-06 Khu phố 6 for 2018-07 (held on 2018-07-15), who came: LDB-08 Lý Đăng Khoa (Phó Trưởng ban Tuyên giáo Thị ủy) – result: Substitute came (operation 2; to take it back: chibo undo).\nRecommendations recorded: KN-2018-030, KN-2018-031.\n"
    );
    insta::assert_snapshot!(desk.transcript(&["meeting show P3-06 --period 7/2018 --lang vi"]));
    let row = desk.row("P3-06", "7/2018");
    let of = |key: &str| row[key].as_str();
    assert_eq!(
        [
            of("held_on"),
            of("visitors"),
            of("status"),
            of("reason"),
            of("total"),
            of("expected"),
            of("present"),
            of("grade"),
            of("recommendations")
        ],
        ["2018-07-15", "LDB-08", "substituted", "duty", "25", "21", "20", "good", "2"]
    );
}

#[test]
fn the_assigned_visitor_is_meant_by_a_word() {
    let desk = Desk::with_sample();
    for word in ["assigned", "ASSIGNED", "\"được phân công\""] {
        let said = desk.says(&format!("log-meeting P3-06 --on 15/7/2018 --visitor {word}"));
        assert!(said.contains("who came: LDB-04") && said.contains("result: Attended"), "{said}");
        desk.says("undo");
    }
    desk.says("unassign P3-06 --on 10/7/2018");
    let said = desk.refuses(1, "log-meeting P3-06 --on 15/7/2018 --visitor assigned");
    assert!(said.contains("has no assigned visitor on 2018-07-15"), "{said}");
    let said =
        desk.refuses(1, "log-meeting P3-02 --on 5/11/2017 --kind thematic --visitor assigned");
    assert!(said.contains("--visitor TUV-09 --visitor UBKT-01"), "{said}");
    let said = desk.says(
        "log-meeting P3-02 --on 5/11/2017 --kind thematic --visitor TUV-09 --visitor UBKT-01",
    );
    assert!(said.contains("TUV-09") && said.contains("UBKT-01"), "{said}");
}

#[test]
fn nobody_came_is_said_and_never_taken_from_silence() {
    let desk = Desk::with_sample();
    desk.refuses(2, "log-meeting P3-06 --on 15/7/2018");
    for (who, status) in [
        ("--no-visitor", "absent"),
        ("--visitor none", "absent"),
        ("--visitor \"không có\"", "absent"),
        ("--no-visitor --reason duty", "excused"),
        ("--no-visitor --reason \"nghỉ phép\"", "excused"),
        ("--no-visitor --reason LDB-04=leave", "excused"),
        ("--visitor TUV-01", "substituted"),
        ("--visitor TUV-01 --visitor LDB-04", "attended"),
    ] {
        desk.says(&format!("log-meeting P3-06 --on 15/7/2018 {who}"));
        assert_eq!(desk.status("P3-06", "7/2018"), status, "{who}");
        desk.says("undo");
    }
    desk.refuses(2, "log-meeting P3-06 --on 15/7/2018 --no-visitor --visitor TUV-01");
    desk.refuses(2, "log-meeting P3-06 --on 15/7/2018 --no-visitor --reason illness");
    // Other meetings need no visitor.
    desk.says("log-meeting P3-06 --on 20/7/2018 --kind extraordinary");
    assert_eq!(desk.status("P3-06", "7/2018"), "missing");
}

#[test]
fn numbers_that_do_not_agree_are_refused_and_named() {
    let desk = Desk::with_sample();
    let refused = |counts: &str| {
        desk.refuses(1, &format!("log-meeting P3-06 --on 15/7/2018 --no-visitor {counts}"))
    };
    assert!(refused("--total 25").contains("Numbers are missing: present."));
    assert!(refused("--present 25").contains("Numbers are missing: members in all."));
    assert!(refused("--exempt 1 --away 1 --excused 1").contains("members in all, present"));
    assert!(refused("--total 25 --present 20 --away 1").contains("exempt, excused"));
    assert!(refused("--total 25 --present 26").contains("26 present is more than 25 in all"));
    assert!(
        refused("--total 25 --present 0 --exempt 20 --away 6 --excused 0")
            .contains("20 exempt and 6 away together are more than 25")
    );
    let said = refused("--total 25 --present 22 --exempt 3 --away 1 --excused 0");
    assert!(said.contains("22 present and 0 excused together are more than the 21 expected (= 25 − 3 exempt − 1 away)"), "{said}");
    assert!(said.contains("An exempt member who came is not counted as exempt that day"), "{said}");
    for wrong in
        ["--total=-1", "--total 10000", "--total 2.5", "--total x", "--remarks=-1", "--total ２５"]
    {
        desk.refuses(
            2,
            &format!("log-meeting P3-06 --on 15/7/2018 --no-visitor {wrong} --present 0"),
        );
    }
    desk.says("log-meeting P3-06 --on 15/7/2018 --no-visitor --total 25 --present 20 --exempt 3 --away 1 --excused 1");
}

#[test]
fn unknown_numbers_stay_unknown() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 15/7/2018 --no-visitor --total 25 --present 20");
    let row = desk.row("P3-06", "7/2018");
    assert_eq!(
        (row["total"].as_str(), row["expected"].as_str(), row["present"].as_str()),
        ("25", "", "20")
    );
    assert!(desk.ok("report --period 7/2018 --cell P3-06").contains("20/25*"));
    desk.says("undo");
    desk.says("log-meeting P3-06 --on 15/7/2018 --no-visitor");
    let row = desk.row("P3-06", "7/2018");
    assert_eq!(
        (row["total"].as_str(), row["expected"].as_str(), row["present"].as_str()),
        ("", "", "")
    );
    let keys = shown(&desk, "P3-06 --period 7/2018");
    assert_eq!(keys, ["period,2018-07", "kind,regular", "held_on,2018-07-15", "visitors,none"]);
}

#[test]
fn a_meeting_that_was_not_held_has_a_reason_and_nothing_else() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "200");
    for (reason, label) in [
        ("holiday", "Public holiday"),
        ("merged-with-next", ""),
        ("congress", ""),
        ("disaster", ""),
        ("other", ""),
    ] {
        let said =
            desk.says(&format!("log-meeting P3-06 --period 7/2018 --not-held --reason {reason}"));
        assert!(said.contains("(not held) – result: Not held"), "{said}");
        let row = desk.row("P3-06", "7/2018");
        assert_eq!((row["status"].as_str(), row["reason"].as_str()), ("not-held", reason));
        assert!(desk.ok("report --period 7/2018 --cell P3-06").contains(label));
        desk.says("undo");
    }
    for line in [
        "log-meeting P3-06 --not-held --reason holiday",
        "log-meeting P3-06 --period 7/2018 --not-held",
        "log-meeting P3-06 --period 7/2018 --not-held --reason duty",
        "log-meeting P3-06 --period 7/2018 --on 15/7/2018 --not-held --reason holiday",
        "log-meeting P3-06 --period 7/2018 --not-held --reason holiday --no-visitor",
        "log-meeting P3-06 --period 7/2018 --not-held --reason holiday --total 25 --present 20",
        "log-meeting P3-06 --period 7/2018 --not-held --reason holiday --grade good",
    ] {
        desk.refuses(2, line);
    }
}

#[test]
fn a_meeting_may_stand_for_another_month_than_that_of_its_day() {
    let desk = Desk::with_sample();
    // 15 days before the first day of the month to 15 days after its last.
    for day in ["16/6/2018", "1/8/2018", "8/8/2018"] {
        let said =
            desk.says(&format!("log-meeting P3-06 --on {day} --period T7/2018 --visitor assigned"));
        assert!(said.contains("for 2018-07"), "{said}");
        assert_eq!(desk.status("P3-06", "2018-07"), "attended");
        desk.says("undo");
    }
    desk.refuses(1, "log-meeting P3-06 --on 15/6/2018 --period 7/2018 --visitor assigned");
    desk.refuses(
        1,
        "log-meeting P3-06 --on 16/8/2018 --period 7/2018 --visitor assigned --today 1/9/2018",
    );
    desk.says(
        "log-meeting P3-06 --on 15/8/2018 --period 7/2018 --visitor assigned --today 1/9/2018",
    );
}

#[test]
fn a_day_after_today_is_refused() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "log-meeting P3-06 --on 9/8/2018 --visitor assigned");
    assert!(said.contains("2018-08-09 is after today (2018-08-08)"), "{said}");
    desk.says("log-meeting P3-06 --on today --visitor assigned");
    desk.says("undo");
    desk.says("log-meeting P3-06 --on \"hôm qua\" --visitor assigned");
    assert_eq!(desk.row("P3-06", "8/2018")["held_on"], "2018-08-07");
}

#[test]
fn a_cell_has_one_regular_meeting_a_month_and_any_number_of_others() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "log-meeting P1-01 --on 20/7/2018 --visitor assigned");
    assert!(said.contains("recorded already (held on 2018-07-05)"), "{said}");
    assert!(said.contains("chibo meeting amend P1-01 --period 2018-07"), "{said}");
    for day in ["20/7/2018", "21/7/2018"] {
        desk.says(&format!("log-meeting P1-01 --on {day} --kind thematic"));
    }
    desk.says("log-meeting P1-01 --on 21/7/2018 --kind congress");
    desk.says("log-meeting P1-01 --on 21/7/2018 --kind \"bất thường\"");
    let csv = desk.ok("meeting list --cell P1-01 --period 7/2018 --format csv");
    assert_eq!(csv.lines().count(), 6, "{csv}");
    desk.refuses(1, "log-meeting P1-01 --on 21/7/2018 --kind congress");
}

#[test]
fn a_grade_above_the_score_is_recorded_with_a_warning_where_a_rule_set_was_in_force() {
    let desk = Desk::with_sample();
    let warning = |line: &str| {
        let said = desk.says(line);
        let warned = said.contains("Note: the grade");
        assert!(!desk.row("P3-06", "7/2018")["grade"].is_empty(), "recorded all the same");
        desk.says("undo");
        (warned, said)
    };
    let (warned, said) =
        warning("log-meeting P3-06 --on 6/7/2018 --visitor assigned --score 89,9 --grade good");
    assert!(warned && said.contains("the grade Good is above Fair, the highest that 12-HD/BTCTW allows for a score of 89.9; recorded as given."), "{said}");
    assert!(
        !warning("log-meeting P3-06 --on 6/7/2018 --visitor assigned --score 90 --grade good").0
    );
    assert!(
        !warning("log-meeting P3-06 --on 6/7/2018 --visitor assigned --score 95 --grade poor").0
    );
    assert!(!warning("log-meeting P3-06 --on 6/7/2018 --visitor assigned --grade good").0);
    // The confirmed score counts before the cell's own.
    assert!(warning("log-meeting P3-06 --on 6/7/2018 --visitor assigned --score 95 --confirmed-score 69 --grade fair").0);
    assert!(!warning("log-meeting P3-06 --on 6/7/2018 --visitor assigned --score 69 --confirmed-score 70 --grade fair").0);
    assert!(
        warning("log-meeting P3-06 --on 6/7/2018 --visitor assigned --score 49 --grade average").0
    );
    // Before the rule set nothing is judged.
    assert!(
        !warning("log-meeting P3-06 --on 5/7/2018 --visitor assigned --score 10 --grade good").0
    );
}

#[test]
fn free_text_with_nine_digits_in_a_row_is_refused_wherever_it_stands() {
    let desk = Desk::with_sample();
    for option in ["note", "theme", "recommend", "minutes-no"] {
        for text in ["Thẻ 197012345", "Căn cước 045201000123"] {
            let line = format!(
                "log-meeting P3-06 --on 15/7/2018 --visitor assigned --{option} \"{text}\""
            );
            let answer = desk.run(&line);
            assert_eq!(answer.status, 2, "{line}\n{}", answer.stderr);
            assert!(answer.stderr.contains("nine or more digits"), "{}", answer.stderr);
            assert!(
                !answer.stderr.contains("197012345"),
                "the number is not repeated: {}",
                answer.stderr
            );
        }
    }
    desk.says("log-meeting P3-06 --on 15/7/2018 --visitor assigned --note \"Điện thoại 12345678\"");
}

#[test]
fn a_visitor_must_be_active_on_the_day_and_need_not_be_assigned() {
    let desk = Desk::with_sample();
    desk.refuses(1, "log-meeting P3-06 --on 15/7/2018 --visitor TUV-14");
    desk.says("log-meeting P3-06 --on 28/2/2018 --kind thematic --visitor TUV-14");
    desk.refuses(1, "log-meeting P3-06 --on 1/3/2018 --kind thematic --visitor TUV-14");
    desk.refuses(1, "log-meeting P3-06 --on 15/7/2018 --visitor TUV-99");
    desk.refuses(
        1,
        "log-meeting P3-06 --on 15/7/2018 --visitor LDB-04 --visitor \"Đỗ Minh Quyền\"",
    );
}

#[test]
fn the_hint_for_a_second_thematic_meeting_names_the_thematic_one() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 12/7/2018 --kind thematic");
    let said = desk.refuses(1, "log-meeting P3-06 --on 12/7/2018 --kind thematic");
    assert!(said.contains("--period 2018-07 --kind thematic --held 2018-07-12"), "{said}");
    desk.ok("meeting show P3-06 --period 2018-07 --kind thematic --held 2018-07-12");
}

#[test]
fn the_short_form_is_cell_day_and_numbers_and_the_assigned_visitor_came() {
    let short = Desk::with_sample();
    let said = short.says("log-meeting P3-06 15/7 21/34");
    assert!(said.contains("for 2018-07 (held on 2018-07-15), who came: LDB-04"), "{said}");
    let long = Desk::with_sample();
    long.says("log-meeting P3-06 --on 15/7/2018 --visitor assigned --total 34 --present 21");
    assert_eq!(shown(&short, "P3-06 --period 7/2018"), shown(&long, "P3-06 --period 7/2018"));
    short.says("undo");
    for (line, status, present) in [
        ("P3-06 2018-07-15 21/34", "attended", "21"),
        ("P3-06 15-7 21/34 --exempt 3 --away 1 --excused 1 --grade fair", "attended", "21"),
        ("P3-06 15/7 21/34 --visitor TUV-01", "substituted", "21"),
        ("P3-06 15/7 21/34 --no-visitor --reason duty", "excused", "21"),
        ("P3-06 15/7", "attended", ""),
        ("\"Khu phố 6, Phường 3\" 15/7 --total 34 --present 21", "attended", "21"),
        ("P3-06 \"hôm qua\" 21/34 --period 7/2018", "attended", "21"),
    ] {
        short.says(&format!("log-meeting {line}"));
        let row = short.row("P3-06", "7/2018");
        assert_eq!((row["status"].as_str(), row["present"].as_str()), (status, present), "{line}");
        short.says("undo");
    }
}

#[test]
fn a_day_without_a_year_is_the_latest_not_after_today_and_said_in_full() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_TODAY", "2019-01-03");
    let said = desk.says("log-meeting P3-06 15/7 21/34");
    assert!(said.contains("held on 2018-07-15"), "{said}");
    let said = desk.says("log-meeting P3-06 2/1 21/34");
    assert!(said.contains("held on 2019-01-02"), "{said}");
    let said = desk.says("log-meeting P3-06 31/12 21/34");
    assert!(said.contains("held on 2018-12-31"), "{said}");
    // A month that is named is that of its own year.
    desk.says("undo 2");
    let said = desk.refuses(1, "log-meeting P3-06 2/1 21/34 --period 1/2018");
    assert!(said.contains("for 2018-01 is recorded already"), "{said}");
    desk.refuses(2, "log-meeting P3-06 --on 15/7 --visitor assigned");
}

#[test]
fn the_short_form_is_refused_where_nobody_or_several_are_assigned() {
    let desk = Desk::with_sample();
    desk.says("unassign P3-06 --on 10/7/2018");
    let said = desk.refuses(1, "log-meeting P3-06 15/7 20/34");
    assert!(said.contains("has no assigned visitor on 2018-07-15"), "{said}");
    let said = desk.refuses(1, "log-meeting P3-02 5/11/2017 --kind thematic");
    assert!(said.contains("--visitor TUV-09 --visitor UBKT-01"), "{said}");
}

#[test]
fn a_slip_in_the_short_form_gets_the_command_back_as_it_was_meant() {
    let desk = Desk::with_sample();
    for (typed, meant) in [
        ("7/15 20/34", "15/7 20/34"),
        ("31/6 20/34", "30/6 20/34"),
        ("15/7 34/20", "15/7 20/34"),
        ("20/34 15/7", "15/7 20/34"),
    ] {
        let answer =
            desk.run(&format!("log-meeting P3-06 {typed} --kind thematic --note \"Mất điện\""));
        let hint = format!("chibo log-meeting P3-06 {meant} --kind thematic --note \"Mất điện\"");
        assert!(answer.status == 1 || answer.status == 2, "{typed}: {}", answer.stderr);
        assert!(answer.stderr.contains(&hint), "{typed}: {}", answer.stderr);
        desk.says(&format!("{} --dry-run", hint.strip_prefix("chibo ").unwrap()));
    }
    for name in ["Khu phố 6", "Khu phố 6, Phường 3"] {
        let said = desk.refuses(2, &format!("log-meeting {name} 15/7 20/34"));
        let quoted = format!("chibo log-meeting \"{name}\" 15/7 20/34");
        assert!(said.contains(&quoted), "{said}");
    }
    let said = desk.refuses(2, "log-meeting P3-06 15/7 20");
    assert!(said.contains("“20” is not the number present and the members in all"), "{said}");
    let said = desk.refuses(2, "log-meeting P3-06 15/7 --on 15/7/2018");
    assert!(said.contains("--on"), "{said}");
    desk.refuses(2, "log-meeting P3-06 15/7 20/34 --total 34");
    desk.refuses(2, "log-meeting P3-06 15/7 20/34 --period 7/2018 --not-held --reason holiday");
}
