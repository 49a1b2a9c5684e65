//! The month sheet in LibreOffice: opened, worked out anew and saved, it is read as it was filled in, and its own check says
//! what is wrong with a row. Needs `soffice`: `cargo test --features office`.

#![cfg(feature = "office")]

mod common;

use std::process::Command;

use common::desk::Desk;
use common::filled::{Entered, Filled};

/// Formulas are worked out when a file is opened, whatever stands in it.
const WORKED_OUT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// The sample town on the first days of September.
fn desk() -> Desk {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi").set("CHIBO_TODAY", "2018-09-05");
    desk.write("profile/user/registrymodifications.xcu", WORKED_OUT);
    desk
}

/// Opens a workbook in LibreOffice and saves it in this format.
fn saved(desk: &Desk, file: &str, format: &str) -> Vec<u8> {
    let profile = format!("-env:UserInstallation=file://{}", desk.path("profile").display());
    let out = desk.path("saved");
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .args([&out, &desk.path(file)])
        .output()
        .expect("soffice runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let ending = format.split(':').next().unwrap_or(format);
    let stem = file.trim_end_matches(".xlsx");
    desk.read(&format!("saved/{stem}.{ending}"))
}

fn entered<'a>(day: u32, visitor: &'a str, present: u32) -> Vec<(&'static str, Entered<'a>)> {
    vec![
        ("Ngày sinh hoạt", Entered::Day(day, 8, 2018)),
        ("Người dự", visitor.into()),
        ("Có mặt", present.into()),
        ("Vắng có lý do", 1.into()),
    ]
}

#[test]
fn a_sheet_that_libreoffice_saved_is_read_as_it_was_filled_in() {
    let desk = desk();
    desk.says("sheet make 8/2018 -o thang-8.xlsx");
    let mut book = Filled::new(desk.read("thang-8.xlsx"));
    book.enter("P1", "P1-01", entered(5, "TUV-01 Trương Đình Thưởng", 20));
    book.enter("P1", "P1-02", entered(6, "không có", 18));
    book.enter("P1", "P1-02", [("Lý do vắng", "Nghỉ phép".into()), ("Xếp loại", "Khá".into())]);
    book.enter("P1", "P1-03", [("Lý do không sinh hoạt", "Thiên tai".into())]);
    desk.write("dien.xlsx", book.bytes());
    desk.write("luu.xlsx", saved(&desk, "dien.xlsx", "xlsx:Calc MS Excel 2007 XML"));
    let said = desk.says("sheet read luu.xlsx");
    assert!(said.contains("Đã nhập 3 bản ghi mới"), "{said}");
    assert!(said.contains("Chưa điền: 24 chi bộ"), "{said}");
    let row = desk.row("P1-01", "8/2018");
    assert_eq!((&*row["status"], &*row["held_on"]), ("attended", "2018-08-05"));
    let row = desk.row("P1-02", "8/2018");
    assert_eq!((&*row["status"], &*row["grade"]), ("excused", "fair"));
    assert_eq!(desk.status("P1-03", "8/2018"), "not-held");
    let said = desk.says("sheet read dien.xlsx luu.xlsx");
    assert!(said.contains("Không có gì thay đổi"), "{said}");
}

#[test]
fn the_sheet_itself_says_what_is_wrong_with_a_row() {
    let desk = desk();
    desk.says("sheet make 8/2018 -o thang-8.xlsx");
    let mut book = Filled::new(desk.read("thang-8.xlsx"));
    book.enter("P1", "P1-01", entered(5, "TUV-01 Trương Đình Thưởng", 20));
    book.enter("P1", "P1-02", entered(5, "không có", 99));
    book.enter("P1", "P1-03", [("Có mặt", 9.into())]);
    book.enter("P1", "P1-04", entered(5, "không có", 20));
    book.enter("P1", "P1-04", [("Người dự", Entered::Nothing)]);
    book.enter("P1", "P1-05", entered(5, "không có", 9));
    book.enter("P1", "P1-05", [("Vắng có lý do", Entered::Nothing)]);
    book.enter("P1", "P1-06", [("Lý do không sinh hoạt", "Thiên tai".into())]);
    desk.write("dien.xlsx", book.bytes());
    let book = Filled::new(saved(&desk, "dien.xlsx", "xlsx:Calc MS Excel 2007 XML"));
    let rows = book.rows("P1");
    let check = rows.iter().find_map(|row| row.iter().position(|cell| cell == "Kiểm tra"));
    let said = |cell: &str| {
        let row = rows.iter().find(|row| row.iter().any(|text| text == cell)).expect("a row");
        row[check.expect("a column")].clone()
    };
    assert_eq!(said("P1-01"), "Đã đủ");
    assert_eq!(said("P1-02"), "Số liệu chưa khớp");
    assert_eq!(said("P1-03"), "Thiếu ngày sinh hoạt");
    assert!(said("P1-04").starts_with("Thiếu người dự"));
    assert!(said("P1-05").starts_with("Thiếu miễn"));
    assert_eq!(said("P1-06"), "Đã đủ");
    assert_eq!(said("P1-07"), "");
}

#[test]
fn the_sheet_is_printed_one_page_wide() {
    let desk = desk();
    desk.says("sheet make 8/2018 --committee P1 -o p1.xlsx");
    let pdf = saved(&desk, "p1.xlsx", "pdf");
    let text = String::from_utf8_lossy(&pdf);
    let pages = text.matches("/Type/Page").count() - text.matches("/Type/Pages").count();
    assert_eq!(pages, 1);
}
