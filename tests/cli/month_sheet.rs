//! The month sheet: made for the wards, filled in by them, read back.

use std::collections::BTreeMap;

use crate::desk::{Desk, line_with};
use crate::filled::{Entered, Filled};

/// The sample town on the first days of September; August is over, and nothing of it is on record.
fn desk() -> Desk {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi").set("CHIBO_TODAY", "2018-09-05");
    desk
}

/// The sheet of August as it is handed out.
fn handed_out(desk: &Desk) -> Filled {
    desk.says("sheet make 8/2018 -o thang-8.xlsx");
    Filled::new(desk.read("thang-8.xlsx"))
}

/// The codes of the cells on a sheet, each with who is assigned to it.
fn cells(book: &Filled, sheet: &str) -> Vec<(String, String)> {
    let rows = book.rows(sheet);
    let of_sheet = rows.iter().filter(|row| row[1].starts_with(&format!("{sheet}-")));
    of_sheet.map(|row| (row[1].clone(), row[3].clone())).collect()
}

/// What is entered for a meeting to which this visitor came.
fn held<'a>(day: u32, visitor: &'a str, present: u32) -> Vec<(&'static str, Entered<'a>)> {
    vec![
        ("Ngày sinh hoạt", Entered::Day(day, 8, 2018)),
        ("Người dự", visitor.into()),
        ("Được miễn sinh hoạt (không dự)", 0.into()),
        ("Sinh hoạt tạm thời nơi khác", 0.into()),
        ("Có mặt", present.into()),
        ("Vắng có lý do", 0.into()),
    ]
}

#[test]
fn a_sheet_has_a_page_for_each_committee_and_a_row_for_each_due_cell_with_nobody_said_to_have_come()
{
    let desk = desk();
    let book = handed_out(&desk);
    assert_eq!(book.sheets(), ["AD", "HL", "P1", "P2", "P3", "_chibo"]);
    let count: usize = ["AD", "HL", "P1", "P2", "P3"].iter().map(|it| cells(&book, it).len()).sum();
    assert_eq!(count, 27);
    let rows = book.rows("P1");
    assert_eq!(rows[0][0], "Báo cáo sinh hoạt chi bộ tháng 8/2018");
    let head = rows.iter().position(|row| row[1] == "Chi bộ").unwrap();
    let at = |heading: &str| rows[head].iter().position(|cell| cell == heading).unwrap();
    let first = &rows[head + 1];
    assert_eq!(first[1..4], ["P1-01", "Khu phố 1", "TUV-01 Trương Đình Thưởng"]);
    // Last month's counts are likely, who was there is not.
    let counts =
        ["Tổng số đảng viên", "Được miễn sinh hoạt (không dự)", "Sinh hoạt tạm thời nơi khác"]
            .map(|it| &*first[at(it)]);
    assert_eq!(counts, ["28", "4", "1"]);
    for heading in ["Ngày sinh hoạt", "Người dự", "Có mặt", "Vắng có lý do", "Kiểm tra", "Ghi chú"]
    {
        assert_eq!(first[at(heading)], "", "{heading}");
    }
    // The choices of the row: the assigned visitor first, then that nobody came.
    let lists = book.rows("_chibo");
    let list = lists[0].iter().position(|first| first == "TUV-01 Trương Đình Thưởng").unwrap();
    let choices: Vec<&str> = lists.iter().map(|row| &*row[list]).collect();
    assert_eq!(choices[..2], ["TUV-01 Trương Đình Thưởng", "không có"]);
}

#[test]
fn the_same_month_gives_the_same_bytes_and_never_overwrites_what_a_ward_filled_in() {
    let desk = desk();
    desk.says("sheet make 8/2018 -o mot.xlsx");
    desk.says("sheet make T8/2018 -o hai.xlsx");
    assert!(desk.read("mot.xlsx") == desk.read("hai.xlsx"));
    let said = desk.refuses(1, "sheet make 8/2018 -o mot.xlsx");
    assert!(said.contains("Đã có tệp mot.xlsx; không ghi đè"), "{said}");
    let said = desk.refuses(2, "sheet make 8/2018 -o mot.csv");
    assert!(said.contains("tên phải có đuôi .xlsx"), "{said}");
    let said = desk.refuses(1, "sheet make 5/2017 -o cu.xlsx");
    assert!(said.contains("không có chi bộ nào phải tính"), "{said}");
    desk.says("sheet make 8/2018 --committee P2 -o p2.xlsx");
    assert_eq!(Filled::new(desk.read("p2.xlsx")).sheets(), ["P2", "_chibo"]);
}

#[test]
fn five_ward_offices_return_their_copies_one_after_the_other_and_the_month_is_on_record() {
    let desk = desk();
    let blank = handed_out(&desk);
    let mut expected = BTreeMap::new();
    for (at, ward) in ["AD", "HL", "P1", "P2", "P3"].into_iter().enumerate() {
        let mut book = Filled::new(desk.read("thang-8.xlsx"));
        for (cell, assigned) in cells(&blank, ward) {
            book.enter(ward, &cell, held(5 + at as u32, &assigned, 9));
            expected.insert(cell, ("attended", "9"));
        }
        desk.write(&format!("{ward}.xlsx"), book.bytes());
        let said = desk.says(&format!("sheet read {ward}.xlsx"));
        let left = 27 - expected.len();
        if left > 0 {
            let line = line_with(&said, "Chưa điền");
            assert!(line.contains(&format!("Chưa điền: {left} chi bộ")), "{line}");
        } else {
            assert!(!said.contains("Chưa điền"), "{said}");
        }
    }
    for (cell, (status, present)) in &expected {
        let row = desk.row(cell, "8/2018");
        assert_eq!((&*row["status"], &*row["present"]), (*status, *present), "{cell}");
    }
    // One operation each; all copies together bring nothing new.
    let said = desk.says("sheet read AD.xlsx HL.xlsx P1.xlsx P2.xlsx P3.xlsx");
    assert!(said.contains("Không có gì thay đổi: 27 bản ghi"), "{said}");
}

#[test]
fn a_row_without_a_day_is_a_fault_and_an_empty_row_is_not_filled_in() {
    let desk = desk();
    let mut book = handed_out(&desk);
    book.enter("P1", "P1-02", [("Có mặt", 18.into()), ("Vắng có lý do", 0.into())]);
    let entered = [("Ngày sinh hoạt", Entered::Day(6, 8, 2018)), ("Có mặt", 18.into())];
    book.enter("P1", "P1-03", entered);
    desk.write("p1.xlsx", book.bytes());
    let said = desk.refuses(3, "sheet read p1.xlsx");
    let day = book.address("P1", "P1-02", "Ngày sinh hoạt");
    assert!(line_with(&said, &format!("P1!{day}")).contains("cần ngày sinh hoạt"), "{said}");
    let visitors = book.address("P1", "P1-03", "Người dự");
    assert!(line_with(&said, &format!("P1!{visitors}")).contains("chưa nêu ai đã dự"), "{said}");
    // The counts of an earlier month are no report.
    desk.write("trong.xlsx", desk.read("thang-8.xlsx"));
    let said = desk.says("sheet read trong.xlsx");
    assert!(said.starts_with("Không có gì thay đổi: chưa dòng nào được điền."), "{said}");
    assert!(said.contains("Chưa điền: 27 chi bộ"), "{said}");
    assert_eq!(desk.status("P1-02", "8/2018"), "missing");
}

#[test]
fn a_meeting_that_was_not_held_may_keep_the_counts_that_were_filled_in() {
    let desk = desk();
    let mut book = handed_out(&desk);
    book.enter("P1", "P1-02", [("Lý do không sinh hoạt", "Thiên tai".into())]);
    book.enter(
        "P1",
        "P1-03",
        [
            ("Ngày sinh hoạt", Entered::Day(6, 8, 2018)),
            ("Người dự", "không có".into()),
            ("Lý do vắng", "Nghỉ phép".into()),
            ("Có mặt", 20.into()),
            ("Vắng có lý do", 1.into()),
        ],
    );
    desk.write("p1.xlsx", book.bytes());
    desk.says("sheet read p1.xlsx");
    let row = desk.row("P1-02", "8/2018");
    assert_eq!((&*row["status"], &*row["reason"], &*row["total"]), ("not-held", "disaster", ""));
    let row = desk.row("P1-03", "8/2018");
    assert_eq!((&*row["status"], &*row["reason"], &*row["present"]), ("excused", "leave", "20"));
}

#[test]
fn what_a_sheet_says_other_than_the_record_is_refused_until_somebody_chooses() {
    let desk = desk();
    let mut book = handed_out(&desk);
    let visitors: Vec<(String, String)> = cells(&book, "P1");
    for (cell, assigned) in visitors.iter().take(2) {
        book.enter("P1", cell, held(5, assigned, 15));
    }
    desk.write("p1.xlsx", book.bytes());
    // Two were told by telephone meanwhile; the office has scored one of them.
    desk.says("log-meeting P1-01 --on 5/8/2018 --visitor assigned --total 28 --exempt 0 --away 0 --present 14 --excused 0 --confirmed-score 90");
    desk.says("log-meeting P1-02 --on 5/8/2018 --visitor assigned --total 26 --exempt 0 --away 0 --present 16 --excused 0");
    let said = desk.refuses(3, "sheet read p1.xlsx");
    let at = book.address("P1", "P1-01", "Có mặt");
    let line = line_with(&said, &format!("P1!{at}"));
    assert!(line.contains("P1-01: trong sổ là “14”, trong bảng là “15”"), "{line}");
    assert!(line_with(&said, "Gợi ý").contains("--take sheet"), "{said}");
    assert!(!said.contains("--amend"), "{said}");
    // What the sheet leaves empty is not at odds.
    assert!(said.contains("Có 2 chỗ bảng ghi khác sổ"), "{said}");
    let said = desk.says("sheet read p1.xlsx --take record --take P1-02=sheet");
    assert!(said.contains("P1-01 Khu phố 1, Có mặt: giữ “14” trong sổ, bảng ghi “15”"), "{said}");
    assert!(said.contains("P1-02 Khu phố 2, Có mặt: “16” → “15”, lấy theo bảng"), "{said}");
    assert_eq!(desk.row("P1-01", "8/2018")["present"], "14");
    assert_eq!(desk.row("P1-02", "8/2018")["present"], "15");
    desk.says("sheet read p1.xlsx --take sheet");
    let shown = desk.ok("meeting show P1-01 --period 8/2018 --format json");
    assert!(shown.contains("15"), "{shown}");
    assert!(shown.contains("90"), "{shown}");
    let said = desk.refuses(2, "sheet read p1.xlsx --take ward");
    assert!(said.contains("P1-02=sheet"), "{said}");
}

#[test]
fn a_sheet_of_recorded_meetings_comes_back_as_it_went_out_and_brings_corrections() {
    let desk = desk();
    desk.says("sheet make 7/2018 -o thang-7.xlsx");
    let before = desk.book();
    let said = desk.says("sheet read thang-7.xlsx");
    assert!(said.contains("Không có gì thay đổi: 26 bản ghi"), "{said}");
    assert!(said.contains("Chưa điền: 1 chi bộ"), "{said}");
    assert!(before == desk.book());
    let mut book = Filled::new(desk.read("thang-7.xlsx"));
    book.enter("P1", "P1-02", [("Xếp loại", "Tốt".into()), ("Ghi chú", Entered::Nothing)]);
    desk.write("sua.xlsx", book.bytes());
    let said = desk.says("sheet read sua.xlsx --take sheet");
    assert!(said.contains("P1-02 Khu phố 2, Xếp loại: “Khá” → “Tốt”"), "{said}");
    assert_eq!(desk.row("P1-02", "7/2018")["grade"], "good");
}

#[test]
fn a_closed_month_takes_late_reports_only_when_asked_to() {
    let desk = desk();
    let mut book = handed_out(&desk);
    let (cell, assigned) = cells(&book, "P1")[0].clone();
    book.enter("P1", &cell, held(5, &assigned, 15));
    desk.write("p1.xlsx", book.bytes());
    desk.says("close 8/2018 --with-gaps");
    desk.refuses(1, "sheet read p1.xlsx");
    desk.says("sheet read p1.xlsx --late");
    assert_eq!(desk.row("P1-01", "8/2018")["late"], "yes");
}

#[test]
fn a_sheet_that_outlived_its_cells_says_so_where_it_reports_of_them_and_else_leaves_them_aside() {
    let desk = desk();
    let mut book = handed_out(&desk);
    let cells = cells(&book, "P1");
    book.enter("P1", &cells[0].0, held(5, &cells[0].1, 15));
    desk.write("p1.xlsx", book.bytes());
    desk.says("cell dissolve P1-07 --on 1/8/2018");
    let said = desk.says("sheet read p1.xlsx --dry-run");
    assert!(!line_with(&said, "Chưa điền").contains("P1-07"), "{said}");
    desk.says("cell dissolve P1-01 --on 2/8/2018");
    let said = desk.refuses(3, "sheet read p1.xlsx");
    assert!(line_with(&said, "P1!").contains("P1-01"), "{said}");
}

#[test]
fn renamed_sheets_and_rows_that_were_moved_or_taken_out_are_read_by_what_stands_in_them() {
    let desk = desk();
    let mut book = handed_out(&desk);
    let known = cells(&book, "P1");
    book.enter("P1", &known[0].0, held(5, &known[0].1, 15));
    // The dates of a sheet that came by mail are text; a month was typed anew and became a date.
    book.enter("P1", &known[1].0, held(6, &known[1].1, 16));
    book.enter("P1", &known[1].0, [("Ngày sinh hoạt", "6/8/2018".into())]);
    let month = book.address("P1", &known[1].0, "Tháng");
    book.set("P1", &month, &Entered::Text("T8/2018"));
    let part = book.part_of("P1");
    book.change(&part, |xml| swapped(&xml, 7, 9));
    book.change("xl/workbook.xml", |xml| xml.replace("name=\"P1\"", "name=\"Phường 1 (nộp)\""));
    desk.write("p1.xlsx", book.bytes());
    let said = desk.says("sheet read p1.xlsx");
    assert!(said.contains("Đã nhập 2 bản ghi mới"), "{said}");
    assert_eq!(desk.row("P1-01", "8/2018")["held_on"], "2018-08-05");
    assert_eq!(desk.row("P1-02", "8/2018")["held_on"], "2018-08-06");
}

/// The XML of a sheet with the rows of these numbers in each other's place.
fn swapped(xml: &str, one: usize, other: usize) -> String {
    let row = |number: usize| {
        let from = xml.find(&format!("<row r=\"{number}\"")).expect("a row");
        (from, from + xml[from..].find("</row>").expect("its end") + "</row>".len())
    };
    let numbered = |text: &str, from: usize, to: usize| {
        let text = text.replace(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""));
        let mut parts = text.split("<c r=\"");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out += &format!("<c r=\"{}", part.replacen(&from.to_string(), &to.to_string(), 1));
        }
        out
    };
    let ((a, b), (c, d)) = (row(one), row(other));
    let (first, second) = (numbered(&xml[a..b], one, other), numbered(&xml[c..d], other, one));
    format!("{}{second}{}{first}{}", &xml[..a], &xml[b..c], &xml[d..])
}

#[test]
fn the_same_rows_come_as_csv_in_which_what_was_left_empty_is_no_fault() {
    for (folder, excel) in [("mau", ""), ("mau-excel", " --excel")] {
        let desk = desk();
        desk.says(&format!("import --template {folder} --period 8/2018{excel}"));
        let name = format!("{folder}/meetings.csv");
        let made = String::from_utf8(desk.read(&name)).unwrap();
        assert_eq!(made.lines().count(), 28);
        let said = desk.says(&format!("import {folder} --dry-run"));
        assert!(said.contains("Chưa điền: 27 chi bộ"), "{said}");
        // The clerk types the day, who came, and how many were there.
        let (empty, filled) = if excel.is_empty() {
            (
                ",TUV-01 Trương Đình Thưởng,,,,,28,4,1,,,",
                ",TUV-01 Trương Đình Thưởng,2018-08-05,,TUV-01,,28,4,1,20,1,",
            )
        } else {
            (
                ";TUV-01 Trương Đình Thưởng;;;;;28;4;1;;;",
                ";TUV-01 Trương Đình Thưởng;5/8/2018;;TUV-01;;28;4;1;20;1;",
            )
        };
        assert!(made.contains(empty), "{made}");
        desk.write(&name, made.replace(empty, filled));
        let said = desk.says(&format!("import {folder}"));
        assert!(said.contains("Chưa điền: 26 chi bộ"), "{said}");
        assert_eq!(desk.status("P1-01", "8/2018"), "attended");
        let said = desk.refuses(1, &format!("import --template {folder} --period 8/2018"));
        assert!(said.contains("không ghi đè"), "{said}");
    }
}

#[test]
fn several_visitors_stand_in_one_cell_and_one_undo_takes_the_whole_sheet_back() {
    let desk = desk();
    let before = desk.coverage("8/2018");
    let mut book = handed_out(&desk);
    book.enter("P1", "P1-01", held(5, "TUV-01 Trương Đình Thưởng; TUV-06 Lê Văn Thắng", 15));
    book.enter("P1", "P1-02", held(5, "tuv-06", 15));
    desk.write("p1.xlsx", book.bytes());
    desk.says("sheet read p1.xlsx");
    assert_eq!(desk.row("P1-01", "8/2018")["visitors"], "TUV-01;TUV-06");
    assert_eq!(desk.status("P1-02", "8/2018"), "attended");
    desk.says("undo");
    assert_eq!(desk.coverage("8/2018"), before);
}

#[test]
fn two_copies_that_say_different_things_of_one_cell_are_both_named() {
    let desk = desk();
    for (file, present) in [("mot.xlsx", 15), ("hai.xlsx", 16)] {
        let mut book = Filled::new({
            let name = format!("trang-{file}");
            desk.says(&format!("sheet make 8/2018 -o {name}"));
            desk.read(&name)
        });
        book.enter("P1", "P1-01", held(5, "TUV-01", present));
        desk.write(file, book.bytes());
    }
    let said = desk.refuses(3, "sheet read mot.xlsx hai.xlsx");
    assert!(line_with(&said, "hai.xlsx, P1!").contains("mot.xlsx, P1!7"), "{said}");
}

#[test]
fn only_month_sheets_are_read_as_such() {
    let desk = desk();
    desk.write("cells.csv", "code,name,kind,committee\nP1-20,Khu phố 20,neighbourhood,P1\n");
    let said = desk.refuses(3, "sheet read cells.csv");
    assert!(said.contains("không phải bảng tháng"), "{said}");
}
