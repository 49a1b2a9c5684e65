//! What is worth a remark and never refused: two cells on one day, one's own cell, a leader above the assigned visitor.

use crate::desk::Desk;

#[test]
fn an_official_at_two_cells_on_one_day_is_remarked_when_it_is_recorded_and_under_the_month() {
    let desk = Desk::with_sample();
    desk.says("meeting remove P1-02 --period 7/2018 --reason \"Ghi lại\"");
    let said =
        desk.says("log-meeting P1-02 --on 5/7/2018 --visitor TUV-01 --total 26 --present 18");
    assert!(
        said.contains("Note: TUV-01 Trương Đình Thưởng (Phó Bí thư Thường trực Thị ủy) is recorded at P1-01 Khu phố 1 on the same day."),
        "{said}"
    );
    let month = desk.ok("report --period 7/2018");
    assert!(month.contains("Note: Trương Đình Thưởng is recorded at several cells on"), "{month}");
    assert!(month.replace("\n  ", " ").contains("P1-01 Khu phố 1, P1-02 Khu phố 2."), "{month}");
    assert!(!desk.ok("report --period 6/2018").contains("several cells"), "nobody was in June");
    // Amended to another day, there is nothing to remark.
    let said = desk.says("meeting amend P1-02 --period 7/2018 --on 6/7/2018");
    assert!(!said.contains("same day"), "{said}");
}

#[test]
fn a_leader_above_the_assigned_visitor_is_no_substitute_in_words_and_the_result_stays() {
    let desk = Desk::with_sample();
    // TUV-01 is the first of the notice; P1-05 is TUV-05's.
    let said = desk.says("meeting amend P1-05 --period 7/2018 --visitor TUV-01");
    assert!(said.contains("stands above the assigned visitor in the notice"), "{said}");
    assert_eq!(desk.status("P1-05", "7/2018"), "substituted");
    let month = desk.ok("report --period 7/2018");
    assert!(
        month.contains("Trương Đình Thưởng came (above the assigned visitor in the notice)"),
        "{month}"
    );
    // Whoever stands below is a substitute.
    let said = desk.says("meeting amend P1-05 --period 7/2018 --visitor TUV-18");
    assert!(!said.contains("above"), "{said}");
    assert!(desk.ok("report --period 7/2018").contains("Trần Đức Hiễn came instead"));
}

#[test]
fn an_assignment_to_ones_own_cell_is_remarked_where_the_office_keeps_it() {
    let desk = Desk::with_sample();
    desk.says("official add TP-09 \"Lê Thị Bích\" --cell P1-04");
    let said = desk.says("assign P1-04 TP-09 --from 1/7/2018 --replace");
    assert!(
        said.contains("P1-04 Khu phố 4 is the cell that TP-09 Lê Thị Bích belongs to"),
        "{said}"
    );
    let month = desk.ok("report --period 7/2018");
    let words = month.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("t is the cell that Lê Thị Bích belongs to"), "{month}");
    assert!(desk.ok("official show TP-09").contains("P1-04 Khu phố 4"));
    // It goes out into files and comes back, and a file may change it.
    desk.says("export out");
    let file = String::from_utf8(desk.read("out/officials.csv")).unwrap();
    assert!(file.lines().next().unwrap().ends_with(",from,cell,erased"), "{file}");
    assert!(desk.says("import out").contains("othing"));
    desk.write("officials.csv", "code,cell\nTP-09,P1-05\n");
    desk.refuses(3, "import officials.csv");
    desk.says("import officials.csv --amend");
    assert!(desk.ok("official show TP-09").contains("P1-05 Khu phố 5"));
    let said = desk.says("assign P1-03 TP-09 --from 1/8/2018 --replace");
    assert!(!said.contains("belongs to"), "{said}");
    desk.ok("check");
}

#[test]
fn the_answer_of_a_meeting_knows_duties_as_the_month_does() {
    let desk = Desk::with_sample();
    desk.says("duty add LDB-04 --all --times 2 --per year --from 1/1/2018");
    let said = desk.says("log-meeting P3-06 --on 5/7/2018 --no-visitor --total 34 --present 20");
    assert!(said.contains("result: Not required this month"), "{said}");
    assert_eq!(desk.status("P3-06", "7/2018"), "not-required");
    let said = desk.says("meeting amend P3-06 --period 7/2018 --visitor LDB-04");
    assert!(said.contains("Attended"), "{said}");
    desk.says("duty add UBKT-01 --committee P3 --per quarter --from 1/1/2018");
    let said = desk.says("meeting amend P3-06 --period 7/2018 --visitor UBKT-01");
    assert!(said.contains("Attended"), "who has a duty there answers for the cell: {said}");
    assert_eq!(desk.status("P3-06", "7/2018"), "attended");
}
