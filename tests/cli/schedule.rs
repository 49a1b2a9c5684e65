//! The notice of dates of a month.

use crate::desk::Desk;

#[test]
fn the_notice_has_every_due_cell_with_its_date_and_whom_it_asks() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&["report schedule --lang vi"]));
    let csv = desk.ok("report schedule --period 9/2018 --format csv");
    assert!(csv.starts_with(
        "period,committee,committee_name,cell,cell_name,kind,total,status,on,hour,place,assigned,assigned_names,held_on\n"
    ));
    assert_eq!(csv.lines().count(), 28, "a month to come has all that are due");
    assert!(csv.lines().skip(1).all(|line| line.contains(",regular,") && line.contains(",usual,")));
}

#[test]
fn check_ends_with_5_while_a_due_cell_has_announced_nothing() {
    let desk = Desk::with_sample();
    assert_eq!(desk.run("report schedule --check").status, 5);
    assert_eq!(desk.run("report schedule --check --committee AD").status, 0);
    desk.says("meeting plan P1-04 --on 7/8/2018");
    desk.says("meeting plan P3-06 --on 14/8/2018");
    assert_eq!(desk.run("report schedule --check").status, 0);
    // What has met or was not held announces nothing any more: one cell has no report for July.
    assert_eq!(desk.run("report schedule --check --period 7/2018").status, 5);
    desk.says("log-meeting P3-06 --period 7/2018 --not-held --reason holiday");
    assert_eq!(desk.run("report schedule --check --period 7/2018").status, 0);
}

#[test]
fn the_schedule_is_of_one_month_and_of_what_it_is_limited_to() {
    let desk = Desk::with_sample();
    desk.refuses(2, "report schedule --period 2018-Q3");
    desk.refuses(2, "report schedule --filed");
    let one = desk.ok("report schedule --official TUV-06 --format csv");
    assert_eq!(one.lines().count(), 2, "{one}");
    assert!(one.contains(",P1-02,"), "{one}");
    let excel = desk.ok("report schedule --cell P1-02 --excel --lang vi");
    assert!(
        excel.contains(";Đã đăng ký;03/08/2018;19:30;Nhà văn hóa khu phố 2;TUV-06;"),
        "{excel}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&desk.ok("report schedule --format json")).unwrap();
    assert_eq!((&json["kind"], &json["schema"]), (&"schedule".into(), &1.into()));
    assert_eq!(json["without_date"], "P1-04;P3-06");
    assert_eq!(json["rows"].as_array().map(Vec::len), Some(28));
}
