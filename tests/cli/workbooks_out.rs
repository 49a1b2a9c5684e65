//! Reports and lists as workbooks: every one opens, the same one twice is the same, and nothing in it does anything.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};

use crate::csv::csv_of;
use crate::desk::Desk;
use crate::listed::LISTED;

type Rows = Vec<Vec<Data>>;

/// The sheets of a workbook, by name.
fn sheets(bytes: Vec<u8>) -> Vec<(String, Rows)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let rows = |name: &String| {
        let range = book.worksheet_range(name).expect("a sheet");
        range.rows().map(<[Data]>::to_vec).collect()
    };
    let rows: Vec<Rows> = names.iter().map(rows).collect();
    names.into_iter().zip(rows).collect()
}

fn workbook(desk: &Desk, line: &str) -> Vec<(String, Rows)> {
    desk.ok(&format!("{line} --format xlsx -o out.xlsx"));
    sheets(desk.read("out.xlsx"))
}

/// The rows under the labels, each value under its label.
fn records(rows: &Rows) -> Vec<BTreeMap<String, Data>> {
    let widest = rows.iter().map(|row| row.iter().filter(|cell| !cell.is_empty()).count()).max();
    let filled = |row: &&Vec<Data>| row.iter().all(|cell| cell.is_string());
    let head = rows.iter().position(|row| filled(&row)).expect("labels");
    assert!(widest >= Some(1));
    let labels: Vec<String> = rows[head].iter().map(Data::to_string).collect();
    let body = rows[head + 1..].iter().take_while(|row| row.iter().any(|cell| !cell.is_empty()));
    body.map(|row| labels.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

#[test]
fn every_report_and_list_is_a_workbook_and_the_same_one_twice() {
    let desk = Desk::with_sample();
    for line in LISTED {
        for lang in ["vi", "en"] {
            let line = format!("{line} --lang {lang}");
            let first = workbook(&desk, &line);
            assert!(!first.is_empty(), "{line}");
            assert!(!["Bảng", "Table"].contains(&&*first[0].0), "{line}: {}", first[0].0);
            let bytes = desk.read("out.xlsx");
            desk.ok(&format!("{line} --format xlsx -o again.xlsx"));
            assert!(bytes == desk.read("again.xlsx"), "{line}");
            let said = String::from_utf8_lossy(&bytes).into_owned();
            assert!(!said.contains("clerk"), "{line}: the workbook names who made it");
        }
    }
}

#[test]
fn a_month_has_a_sheet_of_all_cells_and_one_for_each_committee() {
    let desk = Desk::with_sample();
    let sheets = workbook(&desk, "report --period 7/2018 --lang vi");
    let names: Vec<&str> = sheets.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names,
        [
            "Dự sinh hoạt",
            "Từng đảng bộ",
            "AD Phường An Đôn",
            "HL Xã Hải Lệ",
            "P1 Phường 1",
            "P2 Phường 2",
            "P3 Phường 3"
        ]
    );
    let all = records(&sheets[0].1);
    assert_eq!(all.len(), 27);
    let apart: usize = sheets[2..].iter().map(|(_, rows)| records(rows).len()).sum();
    assert_eq!(apart, 27);
    let of = |label: &str| all[0][label].clone();
    assert_eq!(of("Chức vụ").to_string(), "Chỉ huy trưởng Ban Chỉ huy Quân sự thị xã");
    assert_eq!(of("Phải dự"), Data::Float(22.0));
    let Data::Float(rate) = of("Tỷ lệ") else { panic!("{:?}", of("Tỷ lệ")) };
    assert!((rate - 18.0 / 22.0).abs() < 1e-12, "{rate}");
    assert!(of("Ngày sinh hoạt").is_datetime(), "{:?}", of("Ngày sinh hoạt"));
    assert_eq!(of("Kết quả").to_string(), "Đã dự");
    // Of one committee alone there is nothing to take apart.
    let names =
        |line: &str| workbook(&desk, line).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names("report --period 7/2018 --committee P1"), ["Coverage", "By committee"]);
    // Of several months the grid stands beside the rows.
    let months = names("report --period 2018-01..2018-07");
    assert_eq!(months, ["Coverage", "By committee", "By month", "Charts"]);
}

#[test]
fn a_text_of_a_workbook_is_a_text_whatever_it_looks_like() {
    let desk = Desk::with_sample();
    let hostile = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "=HYPERLINK(\"http://a.b\",\"x\")",
        "http://example.org",
        "{=1}",
        "_x0041_",
        "a&b<c>\"d\"",
        "0012",
        "1-2",
    ];
    for (at, note) in hostile.iter().enumerate() {
        let cell = format!("P1-0{}", at % 7 + 1);
        let note_of = format!("--note={note}");
        let written = [
            "log-meeting",
            &cell,
            "--period",
            "8/2018",
            "--not-held",
            "--reason",
            "other",
            &note_of,
        ];
        let answer = desk.call(written);
        assert_eq!(answer.status, 0, "{note}: {}", answer.stderr);
        let rows = &workbook(&desk, "meeting list --period 8/2018 --lang en")[0].1.clone();
        let notes: Vec<String> = records(rows).iter().map(|row| row["Note"].to_string()).collect();
        assert!(notes.contains(&(*note).to_owned()), "{note}: {notes:?}");
        let bytes = String::from_utf8_lossy(&desk.read("out.xlsx")).into_owned();
        assert!(!bytes.contains("hyperlink"), "{note}");
        desk.ok("undo");
    }
}

#[test]
fn a_workbook_goes_into_a_pipe_or_a_file() {
    let desk = Desk::with_sample();
    let output = desk.command().args(["cell", "list", "--format", "xlsx"]).output().unwrap();
    desk.ok("cell list -o cells.xlsx");
    assert!(output.stdout == desk.read("cells.xlsx"));
    assert_eq!(sheets(output.stdout)[0].0, "Cells");
    let refused = desk.refuses(2, "cell list --format xlsx --excel");
    assert!(refused.contains("--excel goes with --format csv only"), "{refused}");
}

#[test]
fn codes_that_look_like_numbers_or_days_are_texts_to_whoever_opens_the_csv() {
    let desk = Desk::with_new_book();
    desk.write(
        "cells.csv",
        csv_of(
            "code,name,kind,committee,founded",
            &[
                "0012,Khu phố 1,neighbourhood,5E3,2018-01-01",
                "1-2,Khu phố 2,neighbourhood,5E3,2018-01-01",
            ],
        ),
    );
    desk.write("committees.csv", "code,name,kind,founded\n5E3,Phường 5,ward,2018-01-01\n");
    desk.says("import committees.csv cells.csv");
    let before = desk.ok("cell list --format csv");
    desk.ok("cell list --excel -o excel.csv --lang vi");
    let excel = String::from_utf8(desk.read("excel.csv")).unwrap();
    assert!(excel.contains("\"=\"\"0012\"\"\";Khu phố 1"), "{excel}");
    assert!(excel.contains("\"=\"\"1-2\"\"\";Khu phố 2"), "{excel}");
    assert!(excel.contains("\"=\"\"5E3\"\"\""), "{excel}");
    // As the other program saves it, and as it was written.
    desk.write("cells.csv", excel);
    let said = desk.says("import cells.csv");
    assert!(said.starts_with("Nothing changes"), "{said}");
    assert_eq!(desk.ok("cell list --format csv"), before);
}

#[test]
fn csv_for_excel_has_the_headings_and_words_of_the_reader() {
    let desk = Desk::with_sample();
    let excel = desk.ok("official show TUV-01 --excel --lang vi");
    assert!(excel.starts_with("\u{feff}Mục;Giá trị\r\nMã;TUV-01\r\nHọ và tên;"), "{excel}");
    let excel = desk.ok("official show TUV-01 --excel --lang en");
    assert!(excel.starts_with("\u{feff}Item;Value\r\nCode;TUV-01\r\n"), "{excel}");
    let month = desk.ok("report --period 7/2018 --excel --lang vi");
    let labels = month.lines().next().unwrap();
    assert!(labels.contains(";Chức vụ;") && labels.contains(";Tỷ lệ;"), "{labels}");
    assert!(month.contains(";24;22;18;81,8%;"), "{month}");
    let officials = desk.ok("report officials --period 7/2018 --excel --lang vi");
    assert!(officials.contains(";Tỷ lệ đã dự;") && officials.contains(";100%;"), "{officials}");
}

/// A terminal is told by a pseudo-terminal.
#[cfg(unix)]
#[test]
fn a_workbook_is_not_printed_to_a_terminal() {
    use expectrl::Expect;
    let desk = Desk::with_sample();
    let mut command = desk.command();
    command.args(["cell", "list", "--format", "xlsx"]);
    let mut session = expectrl::Session::spawn(command).expect("a terminal");
    session.expect("add -o REPORT.xlsx").expect("the way out");
}

#[test]
fn each_sheet_of_a_year_says_of_which_months_it_is_and_its_points_are_numbers() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi");
    let sheets = workbook(&desk, "page --period 2018");
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.contains(&"Dự sinh hoạt") && names.contains(&"Biểu đồ"), "{names:?}");
    for (name, rows) in sheets.iter().filter(|(name, _)| name != "Biểu đồ") {
        let title = rows[0][0].to_string();
        assert!(title.contains("2018"), "{name}: {title}");
    }
    let of = |wanted: &str| &sheets.iter().find(|(name, _)| name == wanted).expect("a sheet").1;
    let points: Vec<Data> =
        records(of("Dự sinh hoạt")).iter().map(|row| row["Điểm tự chấm"].clone()).collect();
    assert!(points.iter().any(|point| matches!(point, Data::Float(_))), "{points:?}");
    assert!(points.iter().all(|point| !point.is_string()), "{points:?}");
    let categories: Vec<String> =
        records(of("Nghĩa vụ dự")).iter().map(|row| row["Cơ cấu"].to_string()).collect();
    assert!(categories.iter().all(|label| label.contains(' ')), "{categories:?}");
}
