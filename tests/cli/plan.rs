//! Dates that cells announce: planned, moved, taken away, out into files and back.

use crate::desk::Desk;

#[test]
fn a_date_is_announced_moved_and_taken_away() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "meeting plan P1-04 --on 7/8/2018 --at 19h30 --place \"Nhà văn hóa khu phố 4\"",
        "meeting plan P1-04 --on 9/8/2018 --lang vi",
        "meeting plan P1-04 --on 9/8/2018 --at \"\" --place \"\"",
        "meeting plan P1-04 --on 12/9/2018 --kind thematic --dry-run",
        "meeting plan P3-05 --on 20/7/2018",
        "meeting plan P1-04 --period 8/2018 --remove --lang vi",
        "undo",
        "history --cell P1-04 --period 8/2018 --lang vi",
    ]));
    let row = desk.ok("report schedule --cell P1-04 --format csv");
    assert!(row.contains(",announced,2018-08-09,,,TUV-10,"), "{row}");
    let shown = desk.ok("history show 3");
    let change = "Plan of the meeting of P1-04 Khu phố 4, 2018-08 – changed\n  On: 2018-08-07 → 2018-08-09\n";
    assert!(shown.ends_with(change), "{shown}");
    // What was known once stays known.
    let before = desk.ok("report schedule --cell P1-04 --format csv --known-at 2");
    assert!(before.contains(",announced,2018-08-07,19:30,Nhà văn hóa khu phố 4,"), "{before}");
}

#[test]
fn a_date_more_than_a_year_ahead_is_planned_with_a_remark() {
    let desk = Desk::with_sample();
    // Today is the eighth of August 2018.
    for (day, far) in
        [("7/8/2030", Some("144 tháng")), ("9/8/2019", Some("12 tháng")), ("8/8/2019", None)]
    {
        let said = desk.says(&format!("meeting plan P1-04 --on {day} --lang vi"));
        let note =
            far.map(|far| format!("Lưu ý: còn {far} nữa mới đến ngày đó; kiểm tra lại năm đã gõ."));
        assert_eq!(said.contains("Lưu ý: còn"), note.is_some(), "{said}");
        assert!(note.is_none_or(|note| said.contains(&note)), "{said}");
    }
}

#[test]
fn a_plan_changes_no_figure_not_even_of_a_closed_month() {
    let desk = Desk::with_sample();
    desk.says("close 7/2018 --with-gaps");
    let before = desk.coverage("7/2018");
    desk.says("meeting plan P3-06 --on 30/7/2018 --at 14:00");
    assert_eq!(desk.coverage("7/2018"), before);
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn whoever_is_asked_to_another_cell_on_the_day_is_named() {
    let desk = Desk::with_sample();
    desk.says("assign P1-04 TUV-06 --from 1/8/2018 --also");
    // P1-02, whose visitor he is too, has announced the third of August.
    let said = desk.says("meeting plan P1-04 --on 3/8/2018");
    assert!(
        said.contains("Note: TUV-06 Lê Văn Thắng (")
            && said.contains(
                "is asked to come to P1-02 Khu phố 2 on the same day too (2018-08-03 (Friday)"
            ),
        "{said}"
    );
    let schedule = desk.ok("report schedule");
    assert!(
        schedule.contains("Same day, 2018-08-03 (Friday): Lê Văn Thắng (TUV-06) – "),
        "{schedule}"
    );
}

#[test]
fn plans_come_from_files_all_faults_at_once_and_change_only_if_that_is_meant() {
    let desk = Desk::with_sample();
    desk.write(
        "lich.csv",
        "Chi bộ,Tháng,Ngày dự kiến,Giờ,Địa điểm\n\
         P1-04,8/2018,7/8/2018,19h30,Nhà văn hóa\n\
         \"Khu phố 6, Phường 3\",8/2018,14/8/2018,,\n",
    );
    let said = desk.says("import lich.csv");
    assert!(said.contains("plans.csv") || said.contains("lich.csv"), "{said}");
    assert!(desk.ok("report schedule --check").lines().count() > 20);
    assert!(desk.says("import lich.csv").starts_with("Nothing changes"));

    desk.write(
        "plans.csv",
        "cell,period,kind,on,hour,place\n\
         P1-04,2018-08,,2018-09-30,19:30,Nhà văn hóa\n\
         P1-05,2018-08,,2018-08-06,25:00,\n\
         X-99,2018-08,,2018-08-06,,\n\
         P3-06,2018-08,,2018-08-15,,\n",
    );
    insta::assert_snapshot!(desk.refuses(3, "import plans.csv"));
    desk.write("plans.csv", "cell,period,on\nP3-06,2018-08,2018-08-15\n");
    desk.says("import plans.csv --amend");
    assert!(desk.ok("report schedule --cell P3-06 --format csv").contains(",2018-08-15,"));
}

#[test]
fn the_plan_of_a_cell_that_ends_is_left_out_told_and_no_flaw() {
    let mut desk = Desk::with_sample();
    desk.says("meeting plan HL-04 --on 14/9/2018");
    desk.says("cell dissolve HL-04 --on 1/9/2018");
    let schedule = desk.ok("report schedule --period 9/2018 --committee HL");
    assert!(
        schedule.contains(
            "Left out, since the cell does not exist on the day: HL-04 Thôn Bàu Sen (2018-09-14)"
        ),
        "{schedule}"
    );
    assert_eq!(desk.ok("check"), "");
    assert!(!desk.ok("calendar --period 9/2018").contains("HL-04"));
    // An export with it comes back as it was.
    desk.says("export copy");
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    desk.says("import copy");
    desk.says("export again");
    assert!(desk.folder("copy") == desk.folder("again"));
    assert!(desk.refuses(1, "meeting plan HL-04 --on 14/9/2018").contains("does not exist"));
}

#[test]
fn what_is_missing_of_a_meeting_is_told_with_the_day_that_was_announced() {
    let desk = Desk::with_sample();
    desk.says("meeting plan P3-06 --on 16/7/2018 --at 19:30");
    let said = desk.refuses(2, "log-meeting P3-06");
    assert!(
        said.contains("The cell announced 2018-07-16; for example: chibo log-meeting P3-06 --on 2018-07-16 --visitor assigned"),
        "{said}"
    );
    desk.says("log-meeting P3-06 --on 16/7/2018 --visitor assigned");
    // The next one it announces is still to come.
    desk.says("meeting plan P3-06 --on 16/8/2018");
    assert!(!desk.refuses(2, "log-meeting P3-06").contains("announced"));
}

#[test]
fn a_name_in_a_place_must_be_changed_before_it_is_erased() {
    let desk = Desk::with_sample();
    desk.says("meeting plan P1-04 --on 7/8/2018 --kind thematic --place \"Nhà ông Lê Văn Thắng\"");
    let said = desk.refuses(1, "official erase TUV-06 --reason x");
    let hint = "chibo meeting plan P1-04 --on 2018-08-07 --period 2018-08 --kind thematic --place NEW_PLACE (or --place \"\")";
    assert!(
        said.contains("Place of the plan of P1-04 Khu phố 4 for 2018-08") && said.contains(hint),
        "{said}"
    );
    desk.says("meeting plan P1-04 --on 2018-08-07 --period 2018-08 --kind thematic --place \"\"");
    let said = desk.says("official erase TUV-06 --reason x");
    assert!(said.contains("1 earlier text that contained it"), "{said}");
    assert_eq!(desk.ok("check"), "");
}
