//! Lists as offices have them: read as they are wherever that is certain, refused with a way out where it is not.

use std::collections::BTreeSet;

use crate::csv::csv_of;
use crate::desk::Desk;

const COMMITTEES: &str = include_str!("../data/office-lists/committees.csv");
const CELLS: &str = include_str!("../data/office-lists/cells.csv");
const OFFICIALS: &str = include_str!("../data/office-lists/officials.csv");
const ASSIGNMENTS: &str = include_str!("../data/office-lists/assignments.csv");
const DECEMBER: &str = include_str!("../data/office-lists/t12.csv");

/// A desk in 2026 that speaks Vietnamese, with a new record file.
fn desk() -> Desk {
    let mut desk = Desk::empty();
    desk.set("CHIBO_TODAY", "2026-11-27").set("CHIBO_LANG", "vi");
    desk.says("init");
    desk
}

/// The four lists of an office lie in a folder.
fn lay_out(desk: &Desk, cells: &str) {
    let files = [COMMITTEES, cells, OFFICIALS, ASSIGNMENTS];
    let names = ["committees.csv", "cells.csv", "officials.csv", "assignments.csv"];
    for (name, content) in names.into_iter().zip(files) {
        desk.write(&format!("so/{name}"), content);
    }
}

/// The list of cells with its merged cells filled in: each row says its committee.
fn filled_in(list: &str) -> String {
    let mut committee = String::new();
    let filled = list.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(';').collect();
        if cells[0].parse::<u32>().is_err() {
            return line.to_owned();
        }
        if !cells[1].is_empty() {
            committee = cells[1].to_owned();
        }
        cells[1] = &committee;
        cells.join(";")
    });
    filled.collect::<Vec<_>>().join("\r\n")
}

/// A desk with the four lists on record.
fn desk_with_lists() -> Desk {
    let desk = desk();
    lay_out(&desk, &filled_in(CELLS));
    desk.says("import so");
    desk
}

#[test]
fn four_ordinary_lists_are_taken_in_two_rounds_with_one_line_of_faults() {
    let desk = desk();
    lay_out(&desk, CELLS);
    let said = desk.refuses(3, "import so").replace('\\', "/");
    let faults: Vec<&str> = said.lines().filter(|line| line.contains(", cột ")).collect();
    assert_eq!(
        faults,
        [
            "so/cells.csv:5–11, 13–19, 21–26, 28–33, 35–39, 41–43 (34 dòng), cột committee (Đảng bộ): không được để trống \
             (ô gộp trong Excel? bỏ gộp rồi điền đủ từng dòng)"
        ],
        "{said}"
    );
    lay_out(&desk, &filled_in(CELLS));
    let said = desk.says("import so").replace('\\', "/");
    for words in [
        "Đã nhập 111 bản ghi mới",
        "  cells.csv: mới 40,",
        "40 chi bộ không ghi ngày thành lập, lấy ngày thành lập của đảng bộ",
        "so/committees.csv:11 “Tổng cộng: 6 đảng bộ”",
        "so/cells.csv:46 “Người lập biểu”",
        "so/officials.csv:30 “NGƯỜI LẬP BIỂU”",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("meetings.csv"), "kinds without records are not named: {said}");
    let said = desk.says("import so");
    assert!(said.starts_with("Không có gì thay đổi: 111 bản ghi"), "{said}");
}

#[test]
fn a_ward_s_report_is_taken_as_it_is_and_its_results_are_told() {
    let desk = desk_with_lists();
    desk.write("gui/Báo cáo tháng 12.csv", DECEMBER);
    for name in ["~$cells.csv", "._cells.csv", "ghi chú.txt", "sổ tay.csv"] {
        desk.write(&format!("gui/{name}"), "a;b\n1;2\n");
    }
    let said = desk.says("import gui").replace('\\', "/");
    insta::assert_snapshot!(said, @r"
    Đã nhập 12 bản ghi mới, 0 bản ghi thay đổi, 0 bản ghi đã có (thao tác 3; hoàn tác: chibo undo).
      meetings.csv: mới 12, thay đổi 0, đã có 0
      meetings.csv, Ngày sinh hoạt: sớm nhất 05/12/2025, muộn nhất 05/12/2025
      tháng: 12/2025
      kết quả: Đã dự 10; Vắng, chưa rõ lý do 1; Không sinh hoạt 1
    Để ngoài các dòng cuối bảng không có mã: gui/Báo cáo tháng 12.csv:16 “Tổng cộng”
    Để ngoài các cột không có số liệu, hoặc chỉ là tên đi kèm mã: gui/Báo cáo tháng 12.csv “Tên chi bộ”
    Để ngoài, không nhận ra tệp này qua tên và tiêu đề các cột: gui/sổ tay.csv
    Không đọc (không phải tệp số liệu): gui/._cells.csv; gui/ghi chú.txt; gui/~$cells.csv
    Từ nay báo cáo tính từ tháng 12/2025 (records_from); muốn tính từ tháng khác: chibo config records_from THÁNG
    ");
    assert_eq!(desk.row("A-05", "12/2025")["visitors"], "CB05;CB16");
    assert_eq!(desk.row("A-06", "12/2025")["visitors"], "CB06");
    assert_eq!(desk.row("A-03", "12/2025")["grade"], "average");
    assert_eq!(desk.row("A-01", "12/2025")["total"], "20");
    let said = desk.says("import gui");
    assert!(said.starts_with("Không có gì thay đổi: 12 bản ghi"), "{said}");
}

/// One row of meetings for A-01 in December 2025, with other values in some columns.
fn meeting(values: &[(&str, &str)]) -> String {
    let columns =
        ["period", "cell", "held_on", "visitors", "total", "present", "prepared", "grade"];
    let usual = ["2025-12", "A-01", "2025-12-05", "CB01", "20", "18", "yes", "good"];
    let value = |(column, usual): (&&str, &&str)| {
        let other = values.iter().find(|(named, _)| named == column);
        format!("\"{}\"", other.map_or(*usual, |(_, value)| value))
    };
    let row: Vec<String> = columns.iter().zip(&usual).map(value).collect();
    csv_of(&columns.join(","), &[row.join(",")])
}

#[test]
fn values_are_read_as_people_and_spreadsheets_write_them() {
    let desk = desk_with_lists();
    desk.write("usual.csv", meeting(&[]));
    desk.says("import usual.csv");
    for (column, values) in [
        (
            "period",
            &["Tháng 12/2025", "12.2025", "01/12/2025", "Dec-25", "Thg12-25", "tháng 12 năm 2025"]
                [..],
        ),
        ("held_on", &["5.12.2025", "2025/12/05", "5/12/2025 0:00", "05-12-2025"]),
        ("cell", &["a-01", "Khu phố 1, Đảng bộ phường An Hòa", "A-01 Khu phố 1"]),
        ("visitors", &["Phạm Ngọc Long", "đ/c Phạm Ngọc Long", "đ/c CB01", "cb01;"]),
        ("total", &["20,0", "20.0"]),
        ("prepared", &["có", "x", "Có", "TRUE"]),
        ("grade", &["Tốt", "T", "tốt"]),
    ] {
        for value in values {
            desk.write("same.csv", meeting(&[(column, value)]));
            let said = desk.says("import same.csv");
            assert!(said.starts_with("Không có gì thay đổi"), "{column} {value}: {said}");
        }
    }
    for none in ["không", "Không", "không có", "none"] {
        desk.write("none.csv", meeting(&[("visitors", none)]));
        desk.says("import none.csv --amend");
        assert_eq!(desk.row("A-01", "12/2025")["visitors"], "", "{none}");
        desk.says("undo");
    }
}

#[test]
fn what_is_not_certain_is_refused_with_the_reason() {
    let desk = desk_with_lists();
    for (column, value, words) in [
        ("held_on", "46000", "đây là số của Excel, sẽ là ngày 09/12/2025"),
        ("held_on", "hôm qua", "từ này mỗi ngày một nghĩa"),
        ("held_on", "5/12/25", "thiếu năm đủ bốn chữ số"),
        ("period", "this", "từ này mỗi ngày một nghĩa"),
        ("period", "12/1/2025", "không phải là tháng"),
        ("cell", "Khu phố 1", "“Khu phố 1” có thể là"),
        ("cell", "Khu phố 1, Đảng bộ phường An Hoà Bình", "An Hòa"),
        ("visitors", "Phạm Ngọc Lang", "CB01 Phạm Ngọc Long"),
        ("visitors", "được phân công", "Không tìm thấy cán bộ “được phân công”"),
        ("visitors", "assigned", "trong tệp phải ghi mã cán bộ"),
        ("grade", "K", "chọn một trong: Tốt; Khá; Trung bình; Kém"),
        ("prepared", "chưa rõ", "Cần “có” (yes) hoặc “không” (no)"),
    ] {
        desk.write("one.csv", meeting(&[(column, value)]));
        let said = desk.refuses(3, "import one.csv");
        assert!(said.starts_with("one.csv:2, cột "), "{column} {value}: {said}");
        assert!(said.contains(words), "{column} {value}: {said}");
        assert!(said.contains(&format!("“{value}”")), "quoted as typed: {said}");
    }
}

#[test]
fn a_fault_that_only_the_record_file_shows_quotes_what_was_typed() {
    let desk = desk_with_lists();
    desk.write("usual.csv", meeting(&[]));
    desk.says("import usual.csv");
    desk.write("other.csv", meeting(&[("held_on", "6.12.2025")]));
    let said = desk.refuses(3, "import other.csv");
    assert!(
        said.starts_with("other.csv:2, cột held_on (Ngày sinh hoạt) “6.12.2025”: trong sổ là “05/12/2025”, trong tệp là “06/12/2025”"),
        "{said}"
    );
}

#[test]
fn one_date_that_is_month_first_makes_every_date_with_strokes_unsure() {
    let desk = desk_with_lists();
    let rows = ["2025-12,A-01,5/12/2025,CB01", "2025-12,A-02,12/25/2025,CB02"];
    desk.write("us.csv", csv_of("period,cell,held_on,visitors", &rows));
    let said = desk.refuses(3, "import us.csv");
    assert!(
        said.contains(
            "us.csv:2, cột held_on (Ngày sinh hoạt) “5/12/2025”: ngày “12/25/2025” ở dòng 3"
        ),
        "{said}"
    );
}

#[test]
fn the_same_list_is_read_however_it_was_saved() {
    let list = "DANH SÁCH, CÁC ĐẢNG BỘ\nSố TT;Mã số;Đảng ủy;Loại\n(1);(2);(3);(4)\n1;P1;Đảng ủy phường Một;phường;;\n\n2;P2;Đảng ủy xã Hai;xã\n";
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
    };
    let table = list.replace(';', "\t");
    for (how, bytes) in [
        ("LF", list.into()),
        ("CRLF", list.replace('\n', "\r\n").into()),
        ("CR", list.replace('\n', "\r").into()),
        ("mark", format!("\u{feff}{list}").into()),
        ("sep", format!("sep=;\r\n{list}").into()),
        ("tabs", table.clone().into()),
        ("UTF-16", utf16(&table, u16::to_le_bytes)),
        ("UTF-16 BE", utf16(&table, u16::to_be_bytes)),
    ] as [(&str, Vec<u8>); 8]
    {
        let desk = desk();
        desk.write("committees.csv", bytes);
        let said = desk.says("import committees.csv");
        assert!(said.starts_with("Đã nhập 2 bản ghi mới"), "{how}: {said}");
    }
}

#[test]
fn a_fault_stands_on_its_line_whatever_ends_the_lines() {
    for (end, line) in [("\n", 4), ("\r\n", 4), ("\r", 4)] {
        let desk = desk();
        let rows = ["sep=;", "code;name;kind", "P1;Xã Một;xã", "P2;Xã Hai;huyện", ""].join(end);
        desk.write("committees.csv", rows);
        let said = desk.refuses(3, "import committees.csv");
        assert!(said.starts_with(&format!("committees.csv:{line}, cột kind")), "{end:?}: {said}");
    }
}

#[test]
fn short_rows_are_empty_at_their_end_unless_a_needed_column_is_cut_off() {
    let desk = desk_with_lists();
    let rows = [
        "2025-12,A-01,5/12/2025,CB01,20,18,,",
        "2025-12,A-02,5/12/2025,CB02,20,18",
        "2025-12,A-03,5/12/2025,CB03,20,18,,,,",
    ];
    desk.write("m.csv", csv_of("period,cell,held_on,visitors,total,present,grade,note", &rows));
    assert!(desk.says("import m.csv").starts_with("Đã nhập 3 bản ghi mới"));
    desk.write("c.csv", csv_of("code,name,kind,committee", &["P1,Khu phố 1"]));
    let said = desk.refuses(3, "import c.csv");
    assert!(said.contains("cột committee (Đảng bộ): dòng kết thúc trước cột này"), "{said}");
    desk.write("m.csv", csv_of("period,cell,held_on,visitors", &["2025-12,A-04,5/12/2025,CB04,x"]));
    let said = desk.refuses(3, "import m.csv");
    assert!(said.contains("m.csv:2 “x”: dòng có 5 ô, tiêu đề có 4"), "{said}");
}

#[test]
fn a_record_whose_code_was_forgotten_is_no_signature() {
    let desk = desk();
    for rows in [
        &["1,P1,Xã Một,xã", "2,,Xã Hai,xã"][..],
        &["1,P1,Xã Một,xã", "2,P 2,Xã Hai,"],
        &["1,P1,Xã Một,xã", ",P 2,,"],
        &["1,P1,Xã Một,xã", "Tổng cộng,,,", "3,P3,Xã Ba,xã"],
    ] {
        desk.write("committees.csv", csv_of("TT,code,name,kind", rows));
        let said = desk.refuses(3, "import committees.csv");
        assert!(said.contains("committees.csv:3, cột code (Mã)"), "{rows:?}: {said}");
    }
}

#[test]
fn headings_in_two_rows_are_put_together() {
    let desk = desk_with_lists();
    desk.write(
        "m.csv",
        "STT;Tháng;Tên đơn vị;Ngày họp;Cán bộ dự;Đảng viên;;\n;;;;;Tổng số;Có mặt;\n1;T12/2025;A-01;5/12/2025;CB01;20;18;\n",
    );
    desk.says("import m.csv");
    let row = desk.row("A-01", "12/2025");
    assert_eq!((row["total"].as_str(), row["present"].as_str()), ("20", "18"));
}

#[test]
fn a_column_that_is_not_known_is_settled_once_and_kept() {
    let desk = desk_with_lists();
    let head = "Tháng;Mã chi bộ;Tên chi bộ;Ngày họp lệ;Ai về dự;Điện thoại;Dự phòng";
    let row = "T12/2025;A-01;Khu phố 1;5/12/2025;CB01;0905;";
    desk.write("meetings.csv", format!("{head}\n{row}\n"));
    let said = desk.refuses(3, "import meetings.csv");
    assert!(
        said.contains(
            "meetings.csv:1 “Ngày họp lệ”: không rõ cột này; gần giống: held_on (Ngày sinh hoạt)"
        ),
        "{said}"
    );
    assert!(said.contains("meetings.csv:1 “Điện thoại”: không rõ cột này"), "{said}");
    assert!(!said.contains("“Dự phòng”: "), "without data it is no fault: {said}");
    let said = desk.refuses(2, "import meetings.csv --columns \"Ngày họp lệ=heldon\"");
    assert!(said.contains("held_on"), "{said}");
    let columns = "\"Ngày họp lệ=held_on,Ai về dự=Người dự,Điện thoại=\"";
    let said = desk
        .says(&format!("import meetings.csv --columns {columns} --columns-as phuong --dry-run"));
    assert!(said.contains("Đã nhập 1 bản ghi mới"), "{said}");
    desk.refuses(2, "import meetings.csv --columns phuong");
    let said = desk.says(&format!("import meetings.csv --columns {columns} --columns-as phuong"));
    assert!(said.contains("“Tên chi bộ”; meetings.csv “Dự phòng”"), "{said}");
    let said = desk.says("import meetings.csv --columns phuong");
    assert!(said.starts_with("Không có gì thay đổi: 1 bản ghi"), "{said}");
}

/// The list of officials in the bytes of TCVN3.
const TCVN3: &[u8] = b"M\xb7 c\xb8n b\xe9;H\xe4 v\xb5 t\xaan\nA1;Nguy\xd4n V\xa8n M\xc9u\n";

#[test]
fn text_that_is_not_unicode_is_one_fault_before_all_others_with_the_way_out() {
    let desk = desk();
    desk.write("a/cells.csv", csv_of("code,name,kind,committee", &["P1-01,A,huyện,P1"]));
    desk.write("a/officials.csv", TCVN3);
    let said = desk.refuses(3, "import a").replace('\\', "/");
    assert!(
        said.starts_with("a/officials.csv:1: chữ trong tệp không phải Unicode mà là TCVN3 (.VnTime); thêm --encoding tcvn3,"),
        "{said}"
    );
    assert_eq!(said.matches("a/officials.csv").count(), 1, "{said}");
    desk.says("import a/officials.csv --encoding tcvn3");
    assert!(desk.ok("official show A1").contains("Nguyễn Văn Mẫu"));
    let said = desk.refuses(3, "import a/officials.csv --encoding vni");
    assert!(said.contains("không phải VNI mà là TCVN3 (.VnTime); thử --encoding tcvn3"), "{said}");
}

#[test]
fn text_of_an_old_font_kept_as_unicode_is_refused_or_read_as_it_was_meant() {
    let desk = desk();
    for (name, key) in [("NguyÔn V¨n MÉu", "tcvn3"), ("Nguyeãn Vaên Maãu", "vni")] {
        desk.write("officials.csv", csv_of("code,full_name", &[format!("A1,{name}")]));
        let said = desk.refuses(3, "import officials.csv");
        assert!(said.contains(&format!("“{name}”: chữ gõ bằng phông")), "{said}");
        assert!(said.contains(&format!("thêm --encoding {key}")), "{said}");
        desk.says(&format!("import officials.csv --encoding {key}"));
        assert!(desk.ok("official show A1").contains("Nguyễn Văn Mẫu"));
        desk.says("undo");
    }
    desk.write("officials.csv", csv_of("code,full_name", &["A1,Lê Bình", "A2,Bùi Hà"]));
    desk.says("import officials.csv");
}

#[test]
fn letters_lost_to_question_marks_are_told_in_headings_and_in_names() {
    let desk = desk();
    desk.write("officials.csv", "Mã cán b?;H? và tên;Ch?c v?\nA1;Nguy?n Th? Hoa;Bí th?\n");
    let said = desk.refuses(3, "import officials.csv");
    assert!(said.starts_with("officials.csv:1 “Mã cán b?”: tệp lưu không phải Unicode"), "{said}");
    assert!(said.contains("Có 1 lỗi"), "{said}");
    desk.write(
        "officials.csv",
        csv_of("code,full_name,title", &["A1,Nguy?n Hoa,Th? ?y", "A2,Th? Hoa,Ch?c"]),
    );
    let said = desk.refuses(3, "import officials.csv");
    let lines: BTreeSet<&str> =
        said.lines().filter_map(|line| line.split(": chữ có dấu").next()).collect();
    assert!(lines.contains("officials.csv:2, cột full_name (Họ và tên) “Nguy?n Hoa”"), "{said}");
    assert!(lines.contains("officials.csv:3, cột full_name (Họ và tên) “Th? Hoa”"), "{said}");
    assert!(lines.contains("officials.csv:3, cột title (Chức vụ) “Ch?c”"), "{said}");
}

#[test]
fn periods_of_the_command_line_are_typed_as_offices_write_them() {
    let desk = Desk::with_sample();
    let month = desk.ok("report --period 2018-07");
    for typed in ["tháng 7/2018", "07-2018", "T7/2018", "7.2018", "tháng 7 năm 2018"] {
        assert_eq!(desk.ok(&format!("report --period \"{typed}\"")), month, "{typed}");
    }
    let quarter = desk.ok("report --period 2018-Q2");
    for typed in ["Q2/2018", "quý 2/2018", "quý II/2018", "quý 2 năm 2018"] {
        assert_eq!(desk.ok(&format!("report --period \"{typed}\"")), quarter, "{typed}");
    }
    assert_eq!(desk.ok("report --period \"năm 2018\""), desk.ok("report --period 2018"));
    assert_eq!(
        desk.ok("report --period \"6 tháng đầu năm 2018\""),
        desk.ok("report --period 2018-H1")
    );
}

#[test]
fn a_list_that_lacks_a_column_is_told_which_one_whatever_its_file_is_called() {
    let desk = Desk::with_new_book();
    desk.write(
        "chi-bo.csv",
        "STT;Đảng bộ;Tên chi bộ;Loại;Ngày sinh hoạt thường kỳ\n1;Phường 1;Khu phố 1;khu phố;5\n",
    );
    let said = desk.refuses(3, "import chi-bo.csv");
    assert!(said.contains("column code (Code)"), "{said}");
    assert!(!said.contains("neither the name nor the columns"), "{said}");
}
