//! Whom to ask about which cell, and what was answered.

use crate::desk::Desk;
use crate::errors::{On::Sample, Reproducer, told};

pub const REFUSED: &[Reproducer] = &[
    Reproducer(
        "gap-note-before-month",
        1,
        Sample,
        &[],
        "gaps note P1-02 x --period 7/2018 --on 30/6/2018",
    ),
    Reproducer("month-empty", 1, Sample, &[], "gaps note P1-02 x --period 5/2017 --on 1/6/2017"),
    Reproducer("gap-note-after-today", 1, Sample, &[], "gaps note P1-02 x --on 9/8/2018"),
    Reproducer(
        "gap-note-not-found",
        1,
        Sample,
        &[],
        "gaps note P3-06 --remove --period 7/2018 --on 4/8/2018",
    ),
    Reproducer("gap-note-not-found", 1, Sample, &[], "gaps note P1-02 --remove"),
    Reproducer(
        "nothing-changes",
        1,
        Sample,
        &[],
        "gaps note HL-03 \"Trùng lịch giao ban của cơ quan, sẽ dự tháng sau\" --period 6/2018 --on 4/7/2018",
    ),
];

#[test]
fn what_is_refused_is_told_with_a_way_out() {
    insta::assert_snapshot!(told(REFUSED));
}

#[test]
fn a_call_sheet_says_whom_to_ask_for_what_and_what_was_answered_last_time() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "report gaps",
        "--lang vi report gaps --period 7/2018 --committee P3",
        "report gaps --format csv",
        "report gaps --period 8/2018 --cell P3-06",
        "report gaps --cell P3-06 --as-of 2018-08-04",
    ]));
}

#[test]
fn an_answer_is_noted_replaced_taken_out_and_taken_back() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "gaps note P1-02 \"Đồng chí phó bí thư hẹn ngày 10/8\" --dry-run",
        "--lang vi gaps note P1-02 \"Đồng chí phó bí thư hẹn ngày 10/8\"",
        "gaps note P1-02 \"Đã gửi\" --period 7/2018 --on 8/8/2018",
        "gaps note \"Khu phố 2\" x",
        "gaps note P1-02 \"Gọi lại 0912345678\"",
        "gaps note P1-02",
        "history show 3 --format csv",
        "undo",
        "gaps note P1-02 --remove",
        "report gaps --cell P1-02 --format csv",
        "--lang vi history",
        "check",
    ]));
}

#[test]
fn an_answer_about_a_cell_of_which_nothing_was_asked_is_kept_with_a_remark() {
    let desk = Desk::with_sample();
    let asked = desk.says("gaps note P3-06 \"gửi ngày mai\" --lang vi");
    assert!(!asked.contains("Lưu ý"), "{asked}");
    let said = desk.says("gaps note P1-01 \"gửi ngày mai\" --lang vi");
    assert!(
        said.contains("Lưu ý: P1-01 Khu phố 1 không nằm trong danh sách cần hỏi của tháng 7/2018; câu trả lời vẫn được ghi."),
        "{said}"
    );
    desk.says("export out");
    assert!(String::from_utf8(desk.read("out/gap_notes.csv")).unwrap().contains("P1-01,2018-07"));
}

#[test]
fn an_empty_book_says_that_it_has_no_figures_and_shows_no_dash_for_one() {
    let desk = Desk::with_new_book();
    for kind in ["gaps", "attendance", "duties", "quality", "summary"] {
        for lang in ["vi", "en"] {
            let page = desk.ok(&format!("report {kind} --lang {lang}"));
            assert!(!page.contains('–') && !page.contains(": 0"), "{kind}: {page}");
        }
    }
    assert!(desk.ok("report attendance --lang vi").contains("Có mặt: chưa có số liệu"));
}

#[test]
fn a_script_can_tell_whether_anything_can_still_be_put_right() {
    let desk = Desk::with_sample();
    assert_eq!(desk.run("report gaps --check").status, 5);
    desk.ok("report gaps --check --committee P1");
    let said = desk.ok("report gaps --committee P2");
    assert!(said.contains("There are no gaps."), "{said}");
    assert!(desk.refuses(2, "report gaps --explain").contains("--explain"));
    let said = desk.refuses(2, "report gaps --period 2018-Q2");
    assert!(said.contains("One month"), "{said}");
}

#[test]
fn a_cell_about_which_something_was_answered_is_not_undone_under_it() {
    let desk = Desk::with_new_book();
    desk.says("committee add X1 \"Xã Một\" --kind commune");
    desk.says("cell add C1 \"Thôn Một\" --committee X1 --kind village");
    desk.says("gaps note C1 \"hẹn tuần sau\" --period last");
    assert!(desk.refuses(1, "undo 3").contains("depend"), "{}", desk.refuses(1, "undo 3"));
    desk.says("undo 4");
    desk.says("undo 3");
    desk.ok("check");
}

#[test]
fn answers_come_and_go_with_files_and_another_text_needs_amend() {
    let desk = Desk::with_sample();
    desk.says("export out");
    let sample = include_str!("../../data/quang-tri/gap_notes.csv");
    assert_eq!(String::from_utf8(desk.read("out/gap_notes.csv")).unwrap(), sample);
    desk.write("in/gap_notes.csv", sample.replace("công tác", "họp"));
    let said = desk.refuses(3, "import in");
    assert!(said.contains("gap_notes.csv:4, "), "{said}");
    desk.says("import in --amend");
    desk.write(
        "in/gap_notes.csv",
        "cell,period,on,text\nP1-02,2018-07,2018-08-09,mai\nP1-02,2018-07,2018-06-30,trước\n\
         P1-02,2018-07,2018-08-01,\nP1-99,2018-07,2018-08-01,x\n\
         P1-03,2018-07,2018-08-01,một\nP1-03,2018-07,2018-08-01,hai\n",
    );
    insta::assert_snapshot!(desk.refuses(3, "import in"));
}

#[test]
fn a_name_in_an_answer_is_named_with_the_command_that_changes_it() {
    let desk = Desk::with_sample();
    desk.says("gaps note P1-02 \"đã hỏi Đỗ Minh Quyền\"");
    let said = desk.refuses(1, "official erase LDB-04 --reason nghỉ");
    let wanted = "gaps note P1-02 NEW_TEXT --period 2018-07 --on 2018-08-08";
    assert!(said.contains(wanted), "{said}");
    desk.says("gaps note P1-02 \"đã hỏi\"");
    desk.says("official erase LDB-04 --reason nghỉ");
    let files = desk.says("export out");
    let notes = String::from_utf8(desk.read("out/gap_notes.csv")).unwrap();
    assert!(notes.contains("đã hỏi") && !notes.contains("Quyền"), "{files}");
}
