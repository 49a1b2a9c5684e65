//! Items for visitors to bring to their cells.

use crate::desk::Desk;

#[test]
fn a_bulletin_is_recorded_listed_and_removed_by_its_number() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "bulletin add \"Lịch tiếp công dân quý IV\" --area \"hành chính\" --source \"UBND thị xã\" --lang vi",
        "bulletin add \"Lịch tiếp công dân quý IV\" --area administration",
        "bulletin add \"Lịch tiếp công dân quý IV\" --area administration --period 9/2018",
        "bulletin list --area administration --lang vi",
        "bulletin remove 8 --lang vi",
        "bulletin remove 8",
        "undo",
        "history --period 8/2018 --lang vi",
    ]));
    // Numbers stay, whatever is removed.
    desk.says("bulletin remove 7");
    let csv = desk.ok("bulletin list --period 2018-08..2018-09 --format csv");
    let numbers: Vec<&str> =
        csv.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(numbers, ["6", "8", "9"], "{csv}");
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn bulletins_come_from_files_and_another_text_is_another_bulletin() {
    let desk = Desk::with_sample();
    desk.write(
        "bulletins.csv",
        "period,area,text,source\n\
         2018-09,other,Khai giảng năm học mới,Phòng Giáo dục\n\
         2018-09,other,Khai giảng năm học mới 2018,Phòng Giáo dục\n",
    );
    desk.says("import bulletins.csv");
    assert!(desk.says("import bulletins.csv").starts_with("Nothing changes"));
    assert_eq!(desk.ok("bulletin list --period 9/2018 --format csv").lines().count(), 3);
    desk.write("bulletins.csv", "period,area,text,source\n2018-09,other,Khai giảng năm học mới,\n");
    let said = desk.refuses(3, "import bulletins.csv");
    assert!(
        said.contains("on record is “Phòng Giáo dục”, in the file (empty)")
            || said.contains("--amend"),
        "{said}"
    );
    desk.says("import bulletins.csv --amend");
    let long = "a ".repeat(300);
    desk.write("bulletins.csv", format!("period,area,text\n2018-13,x,{long}\n"));
    let said = desk.refuses(3, "import bulletins.csv");
    assert!(said.contains("3 faults") && said.contains("500 at most"), "{said}");
}

#[test]
fn a_name_in_a_bulletin_or_a_document_is_found_before_it_is_erased() {
    let desk = Desk::with_sample();
    desk.says("bulletin add \"Đồng chí Mai Xuân Khoát thăm chi bộ\" --area other");
    desk.says("log-inspection P1-03 --on 1/8/2018 --document \"QĐ ông Mai Xuân Khoát\"");
    let said = desk.refuses(1, "official erase TUV-15 --reason x");
    for hint in [
        "chibo bulletin remove 8, then record it anew with chibo bulletin add",
        "chibo log-inspection P1-03 --on 2018-08-01 --kind inspection --amend --document NEW_NO (or --document \"\")",
    ] {
        assert!(said.contains(hint), "{said}");
    }
    desk.says("bulletin remove 8");
    desk.says("log-inspection P1-03 --on 1/8/2018 --kind inspection --amend --document \"\"");
    desk.says("official erase TUV-15 --reason x");
    assert!(!String::from_utf8_lossy(&desk.read("book.db")).contains("Mai Xuân Khoát"));
    assert_eq!(desk.ok("check"), "");
}
