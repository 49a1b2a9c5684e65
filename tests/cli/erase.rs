//! `official erase` takes a name out of the bytes of the file; everything else stays as it was.

use unicode_normalization::UnicodeNormalization;

use crate::chain::chain;
use crate::csv::csv_of;
use crate::desk::{Desk, line_with};

/// Every spelling of a name that could stand in a file.
fn spellings(name: &str) -> Vec<String> {
    let nfc: String = name.nfc().collect();
    let bare: String = name.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let bare = bare.replace('đ', "d").replace('Đ', "D");
    let all = [nfc.clone(), nfc.to_uppercase(), nfc.to_lowercase(), bare.clone()];
    let all = all.into_iter().chain([bare.to_uppercase(), bare.to_lowercase()]);
    all.flat_map(|text| [text.nfc().collect::<String>(), text.nfd().collect()]).collect()
}

/// The spellings that stand in the bytes of a file.
fn standing(desk: &Desk, file: &str, name: &str) -> Vec<String> {
    let bytes = desk.read(file);
    let stands = |text: &String| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    let mut found: Vec<String> = spellings(name).into_iter().filter(stands).collect();
    found.sort();
    found.dedup();
    found
}

fn gone(desk: &Desk, name: &str) {
    assert_eq!(standing(desk, "book.db", name), Vec::<String>::new());
    assert_eq!(
        desk.files().iter().filter(|file| file.contains("journal")).count(),
        0,
        "{:?}",
        desk.files()
    );
}

fn silent(desk: &Desk) {
    assert_eq!(desk.run("check").all(), "");
    let connection = desk.by_hand("book.db");
    let mut hashes = connection.prepare("SELECT number, hash FROM operation ORDER BY 1").unwrap();
    let hashes = hashes.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let hashes: Vec<(i64, Vec<u8>)> = hashes.map(Result::unwrap).collect();
    assert_eq!(hashes, chain(&connection), "every hash still holds");
}

const ERASE: &str = "official erase TUV-05 --reason \"Đề nghị của cá nhân\"";
const NAME: &str = "Phan Văn Quýnh";

#[test]
fn a_name_is_gone_from_the_bytes_of_the_file_and_every_figure_stays() {
    let desk = Desk::with_sample();
    assert_eq!(standing(&desk, "book.db", NAME), ["Phan Văn Quýnh", "phan van quynh"]);
    let before = desk.coverage("2017-06..2018-07");
    assert!(before.contains(NAME));
    let said = desk.says(ERASE);
    assert_eq!(
        said,
        "Erased the name of the official TUV-05 from the file (operation 2; it cannot be undone).\n\
         No backup that chibo knows of holds the name; see to other copies yourself.\n"
    );
    gone(&desk, NAME);
    silent(&desk);
    assert_eq!(desk.coverage("2017-06..2018-07"), before.replace(NAME, "TUV-05"));
}

#[test]
fn lists_and_reports_print_the_code_where_the_name_was() {
    let mut desk = Desk::with_sample();
    let cell = desk.ok("assign --list --format csv");
    let cell =
        line_with(&cell, "TUV-05").split(',').find(|field| field.contains('-')).unwrap().to_owned();
    desk.says(ERASE);
    for line in [
        "official show TUV-05",
        "official list",
        "assign --list",
        "report --period 7/2018",
        "report --period 7/2018 --known-at 1",
        "report --period 7/2018 --format json",
        "official show TUV-05 --format csv",
        &format!("cell show {cell}"),
        &format!("meeting show {cell} --period 7/2018"),
    ] {
        let printed = desk.ok(line);
        assert!(printed.contains("TUV-05"), "chibo {line}\n{printed}");
        assert!(!printed.contains("Quýnh"), "chibo {line}\n{printed}");
    }
    let entry = desk.ok("official show TUV-05 --format csv");
    assert!(entry.contains("full_name,TUV-05\n"), "{entry}");
    // People are told why there is no name.
    desk.set("COLUMNS", "200");
    for line in ["official show TUV-05", "official list"] {
        assert!(desk.ok(line).contains("(name erased)"), "chibo {line}");
        let printed = desk.ok(&format!("{line} --lang vi"));
        assert!(printed.contains("(họ tên đã xóa)"), "chibo {line}\n{printed}");
    }
    let officials = desk.ok("report officials --period 7/2018 --format csv");
    assert!(officials.contains("\nTUV-05,TUV-05,"), "{officials}");
    let said = desk.refuses(1, "official show \"Phan Văn Quýnh\"");
    assert!(said.contains("Phan Văn Quýnh"), "{said}");
    let history = desk.ok("history");
    let line = line_with(&history, "Erased the name");
    assert!(line.contains("TUV-05") && line.contains("Đề nghị"), "{line}");
    let history = desk.ok("history --lang vi");
    assert!(history.contains("Xóa họ tên của cán bộ TUV-05"), "{history}");
}

/// Texts with the name in every place that people write, each with the line that changes it again.
const WRITTEN: [(&str, &str); 8] = [
    (
        "meeting amend P1-02 --period 7/2018 --note \"Đ/c PHAN VĂN QUÝNH có ý kiến\"",
        "meeting amend P1-02 --period 7/2018 --note x",
    ),
    (
        "meeting amend P1-02 --period 7/2018 --theme \"Gặp phan van quynh\"",
        "meeting amend P1-02 --period 7/2018 --theme x",
    ),
    (
        "meeting amend P1-02 --period 7/2018 --minutes-no \"7 (Phan  Văn Quýnh)\"",
        "meeting amend P1-02 --period 7/2018 --clear minutes-no",
    ),
    ("config office \"Văn phòng Phan Văn Quýnh\"", "config office \"Văn phòng\""),
    ("import written --amend", "import mended --amend"),
    (
        "assign P1-01 TUV-02 --from 1/8/2018 --replace --document \"Phan Văn Quýnh 1\" --issuer \"Ông Phan Văn Quýnh\"",
        "assign P1-01 TUV-02 --from 1/8/2018 --amend --document 1 --issuer x",
    ),
    (
        "close 6/2018 --with-gaps --document \"Phan Văn Quýnh 2\"",
        "reopen 6/2018 --reason \"Sửa số\"",
    ),
    (
        "cell merge P2-01 P2-02 --into P2-01 --on 20/7/2018 --document \"Phan Văn Quýnh 3\"",
        "import lines --amend",
    ),
];

/// Numbers of documents that stand in the operation and nowhere else.
const DOCUMENTED: [&str; 5] = [
    "cell rename P1-03 \"Khu phố Ba\" --on 1/8/2018",
    "committee rename P3 \"Phường Ba\" --on 1/8/2018",
    "official post TUV-01 --on 1/8/2018 --title \"Phó Bí thư\"",
    "cell move P1-05 --to P2 --on 1/8/2018",
    "official retire TUV-02 --on 1/9/2018 --yes",
];

fn written() -> Desk {
    let desk = Desk::with_sample();
    for (folder, text) in [("written", "gặp Phan Văn Quýnh"), ("mended", "gặp cán bộ dự")]
    {
        desk.write(
            &format!("{folder}/recommendations.csv"),
            csv_of(
                "id,cell,period,raised_on,area,text",
                &[format!("K900,P1-03,2018-07,2018-07-05,other,{text}")],
            ),
        );
        desk.write(
            &format!("{folder}/officials.csv"),
            csv_of(
                "code,full_name,title,organisation",
                &[format!("TP-03,Hà Thúc Hoằng,{text} một,{text} hai")],
            ),
        );
    }
    let line = csv_of("from_cell,to_cell,on,document", &["P2-02,P2-01,2018-07-20,12-QĐ"]);
    desk.write("lines/successions.csv", line);
    desk
}

#[test]
fn texts_that_contain_the_name_are_listed_each_with_the_command_to_change_it() {
    let desk = written();
    for (line, _) in WRITTEN {
        desk.says(line);
    }
    let said = desk.refuses(1, ERASE);
    insta::assert_snapshot!(said, @r#"
    Theme of the meeting of P1-02 Khu phố 2 for 2018-07: chibo meeting amend P1-02 --period 2018-07 --theme NEW_TEXT (or --clear theme)
    Minutes no. of the meeting of P1-02 Khu phố 2 for 2018-07: chibo meeting amend P1-02 --period 2018-07 --minutes-no NEW_TEXT (or --clear minutes-no)
    Note of the meeting of P1-02 Khu phố 2 for 2018-07: chibo meeting amend P1-02 --period 2018-07 --note NEW_TEXT (or --clear note)
    Text of the recommendation K900 of P1-03 Khu phố 3, 2018-07: chibo recommend amend K900 --text NEW_TEXT
    Title of TP-03 Hà Thúc Hoằng: chibo export FOLDER, change the text in its file officials.csv, then chibo import FOLDER/officials.csv --amend
    Organisation of TP-03 Hà Thúc Hoằng: chibo export FOLDER, change the text in its file officials.csv, then chibo import FOLDER/officials.csv --amend
    Document no. of the assignment of TUV-02 Lê Thị Ngọc Diễm to P1-01 Khu phố 1 from 2018-08-01: chibo assign P1-01 TUV-02 --from 2018-08-01 --amend --document NEW_TEXT
    Issuer of the assignment of TUV-02 Lê Thị Ngọc Diễm to P1-01 Khu phố 1 from 2018-08-01: chibo assign P1-01 TUV-02 --from 2018-08-01 --amend --issuer NEW_TEXT
    Document number of how P2-02 Khu phố 2 became P2-01 Khu phố 1: chibo export FOLDER, change the text in its file successions.csv, then chibo import FOLDER/successions.csv --amend
    Document number of 2018-06 when it was closed: chibo reopen 2018-06 --reason TEXT, then chibo close 2018-06
    The office's name: chibo config office NEW_NAME
    Error: The name of the official TUV-05 Phan Văn Quýnh stands in 11 texts that people wrote, listed above. Nothing was changed.
    Hint: Change these texts first, with the commands given, then erase the name
    "#);
    insta::assert_snapshot!(desk.refuses(1, &format!("{ERASE} --lang vi")), @"
    Chuyên đề của buổi sinh hoạt tháng 7/2018, P1-02 Khu phố 2: chibo meeting amend P1-02 --period 7/2018 --theme NỘI_DUNG_MỚI (hoặc --clear theme)
    Số biên bản của buổi sinh hoạt tháng 7/2018, P1-02 Khu phố 2: chibo meeting amend P1-02 --period 7/2018 --minutes-no NỘI_DUNG_MỚI (hoặc --clear minutes-no)
    Ghi chú của buổi sinh hoạt tháng 7/2018, P1-02 Khu phố 2: chibo meeting amend P1-02 --period 7/2018 --note NỘI_DUNG_MỚI (hoặc --clear note)
    Nội dung của kiến nghị K900, P1-03 Khu phố 3, tháng 7/2018: chibo recommend amend K900 --text NỘI_DUNG_MỚI
    Chức vụ của TP-03 Hà Thúc Hoằng: chibo export THƯ_MỤC, sửa nội dung trong tệp officials.csv ở đó, rồi chibo import THƯ_MỤC/officials.csv --amend
    Cơ quan của TP-03 Hà Thúc Hoằng: chibo export THƯ_MỤC, sửa nội dung trong tệp officials.csv ở đó, rồi chibo import THƯ_MỤC/officials.csv --amend
    Số hiệu văn bản của phân công TUV-02 Lê Thị Ngọc Diễm dự P1-01 Khu phố 1 từ ngày 01/08/2018: chibo assign P1-01 TUV-02 --from 01/08/2018 --amend --document NỘI_DUNG_MỚI
    Cơ quan ban hành của phân công TUV-02 Lê Thị Ngọc Diễm dự P1-01 Khu phố 1 từ ngày 01/08/2018: chibo assign P1-01 TUV-02 --from 01/08/2018 --amend --issuer NỘI_DUNG_MỚI
    Số văn bản về việc P2-02 Khu phố 2 thành P2-01 Khu phố 1: chibo export THƯ_MỤC, sửa nội dung trong tệp successions.csv ở đó, rồi chibo import THƯ_MỤC/successions.csv --amend
    Số văn bản khi chốt tháng 6/2018: chibo reopen 6/2018 --reason LÝ_DO, rồi chibo close 6/2018
    Tên văn phòng: chibo config office TÊN_MỚI
    Lỗi: Họ tên của cán bộ TUV-05 Phan Văn Quýnh còn nằm trong 11 nội dung tự ghi, nêu ở trên. Không có gì thay đổi.
    Gợi ý: Sửa các nội dung đó trước bằng những lệnh đã nêu, rồi xóa họ tên
    ");
}

#[test]
fn once_they_are_amended_the_name_is_gone_with_the_texts_of_the_past() {
    let desk = written();
    for (line, again) in WRITTEN {
        desk.says(line);
        desk.refuses(1, ERASE);
        desk.says(again);
    }
    for line in DOCUMENTED {
        desk.says(&format!("{line} --document \"QĐ Phan Văn Quýnh\""));
    }
    desk.says("meeting remove P1-04 --period 7/2018 --reason \"Theo ý kiến đ/c Phan Văn Quýnh\"");
    desk.says("--actor \"Phan Văn Quýnh\" config records_from 7/2017");
    let coverage = desk.coverage("2017-06..2018-07");
    let said = desk.says(ERASE);
    // The number of a document is one text, in the operation and in what it recorded.
    assert!(said.starts_with("Erased the name of the official TUV-05 and 18 earlier texts that contained it from the file"), "{said}");
    assert!(!said.contains("Note"), "{said}");
    gone(&desk, NAME);
    silent(&desk);
    assert_eq!(desk.coverage("2017-06..2018-07"), coverage.replace(NAME, "TUV-05"));
    let history = desk.ok("history --format csv");
    assert!(line_with(&history, "meeting-remove").ends_with("meeting-remove,,"), "{history}");
    assert_eq!(history.matches(",…,").count(), 1, "{history}");
}

#[test]
fn what_the_chain_holds_as_it_stands_is_named_with_the_way_out() {
    // Codes and dates of an operation are no texts that can be erased.
    let desk = Desk::with_sample();
    desk.says("official add A1 \"QUYNH\"");
    desk.says("committee add QUYNH \"Phường 9\"");
    let said = desk.says("official erase A1 --reason \"Đề nghị\" --lang vi");
    let note = line_with(&said, "Lưu ý");
    assert!(note.contains("thao tác 3") && note.contains("chibo export"), "{note}");
    silent(&desk);
    let desk = Desk::with_sample();
    desk.says("official add A1 \"QUYNH\"");
    desk.says("committee add QUYNH \"Phường 9\"");
    let said = desk.says("official erase A1 --reason \"Đề nghị\"");
    assert!(line_with(&said, "Note").contains("operation 3"), "{said}");
}

#[test]
fn an_erasing_names_the_texts_that_it_took_out_and_they_are_empty() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-02 --period 7/2018 --note \"Phan Văn Quýnh\"");
    desk.says("meeting amend P1-02 --period 7/2018 --note y");
    let sql = "SELECT group_concat(text) FROM text WHERE body = 'Phan Văn Quýnh'";
    let texts: String = desk.by_hand("book.db").query_row(sql, [], |row| row.get(0)).unwrap();
    desk.says(ERASE);
    let connection = desk.by_hand("book.db");
    let one = |sql: &str| connection.query_row::<String, _, _>(sql, [], |row| row.get(0)).unwrap();
    let named = one(
        "SELECT group_concat(value) FROM operation, json_each(arguments, '$.texts') WHERE verb = 'official-erase'",
    );
    let empty =
        one("SELECT group_concat(text) FROM text WHERE coalesce(salt, body, sought) IS NULL");
    assert_eq!((named.as_str(), empty.as_str()), (texts.as_str(), texts.as_str()));
}

#[test]
fn a_name_that_was_corrected_earlier_is_gone_too() {
    let desk = Desk::with_sample();
    desk.write("new/officials.csv", csv_of("code,full_name", &["TUV-05,Phan Văn Quỳnh Hoa"]));
    desk.says("import new --amend");
    assert!(!standing(&desk, "book.db", NAME).is_empty());
    desk.says("meeting amend P1-02 --period 7/2018 --note \"Phan Văn Quýnh\"");
    desk.refuses(1, ERASE);
    desk.says("undo");
    desk.says(ERASE);
    gone(&desk, NAME);
    gone(&desk, "Phan Văn Quỳnh Hoa");
    silent(&desk);
}

/// A name as it was recorded, a way in which people write it, and the same in a reason.
const SPELT: [(&str, &str); 9] = [
    ("Đ/c Lê Văn Bính", "Lê Văn Bính báo hoãn"),
    ("Đồng chí Lê Văn Bính", "theo ý kiến ĐC LE VAN BINH"),
    ("Lê Văn Bính", "Đ/c: Lê Văn Bính"),
    ("Đỗ Thị Lan", "Ðỗ Thị Lan báo"),
    ("Ɖỗ Thị Lan", "đỗ thị lan báo"),
    ("Đỗ Thị Lan", "gặp Lan, Đỗ Thị"),
    ("Lan, Ðỗ Thị", "gặp Đỗ   Thị Lan"),
    ("Lê Văn Đạt (Bí thư)", "Lê Văn Đạt báo hoãn"),
    ("đ/c Lê Văn Ðạt, Bí thư", "gặp đồng chí Lê văn Đạt"),
];

#[test]
fn a_name_is_found_as_a_look_up_finds_it_in_every_text() {
    for (name, text) in SPELT {
        let desk = Desk::with_sample();
        desk.says(&format!("official add A1 \"{name}\""));
        desk.write(
            "in/recommendations.csv",
            csv_of(
                "id,cell,period,raised_on,area,text",
                &[format!("K900,P1-03,2018-07,2018-07-05,other,\"{text}\"")],
            ),
        );
        for line in [
            "meeting amend P1-02 --period 7/2018 --note \"{}\"",
            "meeting amend P1-02 --period 7/2018 --theme \"{}\"",
            "meeting amend P1-02 --period 7/2018 --minutes-no \"{}\"",
            "config office \"{}\"",
            "import in",
            "assign P1-01 TUV-02 --from 1/8/2018 --replace --document \"{}\" --issuer \"{}\"",
            "cell merge P2-01 P2-02 --into P2-01 --on 20/7/2018 --document \"{}\"",
            "official add A2 \"Hà Khác\" --title \"{}\" --organisation \"{}\"",
            "close 6/2018 --with-gaps --document \"{}\"",
        ] {
            desk.says(&line.replace("{}", text));
        }
        let said = desk.refuses(1, "official erase A1 --reason x");
        assert!(said.contains("stands in 11 texts"), "{name} in “{text}”: {said}");
        let said = desk.refuses(1, &format!("official erase A1 --reason \"theo đơn: {text}\""));
        assert!(said.contains("The reason contains the name of the official A1"), "{said}");
        let said = desk.refuses(1, &format!("official erase A1 --reason x --actor \"{text}\""));
        assert!(said.contains("under the very name"), "{said}");
    }
}

#[test]
fn texts_of_the_past_are_found_and_erased_like_that_too() {
    for (name, text) in SPELT {
        let desk = Desk::with_sample();
        desk.says(&format!("official add A1 \"{name}\""));
        for line in [
            "meeting amend P1-02 --period 7/2018 --note \"{}\"",
            "meeting amend P1-02 --period 7/2018 --note y",
            "meeting remove P1-04 --period 7/2018 --reason \"{}\"",
            "cell rename P1-03 \"Khu phố Ba\" --on 1/8/2018 --document \"{}\"",
            "--actor \"{}\" config records_from 7/2017",
        ] {
            desk.says(&line.replace("{}", text));
        }
        // Blanks are single in what is kept.
        let kept = text.replace("   ", " ");
        assert!(!standing(&desk, "book.db", &kept).is_empty());
        let said = desk.says("official erase A1 --reason x");
        assert!(said.contains("the official A1 and 4 earlier texts"), "{name} in “{text}”: {said}");
        gone(&desk, &kept);
        gone(&desk, name);
        silent(&desk);
    }
}

#[test]
fn what_was_known_before_can_still_be_read_where_a_text_was_erased() {
    let desk = Desk::with_sample();
    desk.says("config office \"Văn phòng Phan Văn Quýnh\"");
    desk.says(
        "meeting amend P1-02 --period 7/2018 --note \"Phan Văn Quýnh\" --theme \"Gặp Phan Văn Quýnh\"",
    );
    desk.says("config office \"Văn phòng\"");
    desk.says("meeting amend P1-02 --period 7/2018 --clear note --clear theme");
    let said = desk.says(ERASE);
    assert!(said.contains("3 earlier texts"), "{said}");
    for line in [
        "report --period 7/2018 --known-at 3",
        "meeting show P1-02 --period 7/2018 --known-at 3",
        "history show 2",
        "history show 4",
        "report --period 7/2018 --diff 2",
        "check",
    ] {
        assert!(!desk.ok(line).contains("Quýnh"), "chibo {line}");
    }
}

#[test]
fn what_else_bears_the_name_is_found_like_that_too() {
    for (name, text) in SPELT {
        let desk = Desk::with_sample();
        desk.says(&format!("official add A1 \"{name}\""));
        desk.says(&format!("cell rename P1-05 \"Khu phố {text}\" --on 1/8/2018"));
        desk.says(&format!("committee rename P2 \"Phường {text}\" --on 1/8/2018"));
        desk.says(&format!("official add A2 \"{text}\""));
        desk.write(
            "categories.csv",
            csv_of("code,label_vi,label_en", &[format!("x,\"Nhóm {text}\",Group")]),
        );
        desk.says("import categories.csv");
        let said = desk.says("official erase A1 --reason x");
        let namesakes = line_with(&said, "of the same name");
        for code in ["P2 ", "P1-05 ", "x ", "A2 "] {
            assert!(namesakes.contains(code), "{code}: {namesakes}");
        }
    }
}

#[test]
fn a_homonym_keeps_his_name() {
    let desk = Desk::with_sample();
    desk.refuses(1, "official erase \"Lê Văn Thắng\" --reason x");
    desk.says("official erase TP-02 --reason x");
    silent(&desk);
    assert!(desk.ok("official show TUV-06").contains("Lê Văn Thắng"));
    assert!(!desk.ok("official show TP-02").contains("Thắng"));
    assert!(!standing(&desk, "book.db", "Lê Văn Thắng").is_empty());
    desk.says("official erase \"Lê Văn Thắng\" --reason x");
    gone(&desk, "Lê Văn Thắng");
    silent(&desk);
}

#[test]
fn an_undo_of_an_earlier_operation_does_not_bring_the_name_back() {
    let desk = Desk::with_sample();
    desk.write(
        "new/officials.csv",
        csv_of("code,full_name,title", &["TUV-05,Phan Văn Quỳnh Hoa,Bí thư"]),
    );
    desk.says("import new --amend");
    desk.says("meeting amend P1-02 --period 7/2018 --note \"Phan Văn Quýnh\"");
    desk.says("meeting amend P1-02 --period 7/2018 --note y");
    desk.says(ERASE);
    desk.refuses(1, "undo");
    desk.refuses(1, "undo 5");
    // What stood before is gone, so that nothing could be put in its place but an empty text.
    let said = desk.refuses(1, "undo 4");
    assert!(said.contains("was erased by operation 5"), "{said}");
    for line in ["undo 2", "redo", "undo 2"] {
        desk.says(line);
        gone(&desk, NAME);
        gone(&desk, "Phan Văn Quỳnh Hoa");
        silent(&desk);
        assert!(desk.ok("official show TUV-05 --format csv").contains("full_name,TUV-05\n"));
    }
}

#[test]
fn what_cannot_be_erased_is_refused() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "official erase TUV-05 --reason \"Phan văn Quynh xin rút\"");
    assert!(said.contains("The reason contains the name of the official TUV-05"), "{said}");
    let said = desk.refuses(1, &format!("--actor \"phan văn quýnh\" {ERASE}"));
    assert!(said.contains("under the very name"), "{said}");
    desk.refuses(2, "official erase TUV-05");
    let before = desk.book();
    let said = desk.says(&format!("{ERASE} --dry-run"));
    assert!(
        said.starts_with("Dry run, nothing is kept; the answer would be: Erased the name"),
        "{said}"
    );
    assert!(before == desk.book() && desk.files() == ["book.db"], "a dry run keeps nothing");
    desk.says(ERASE);
    let said = desk.refuses(1, ERASE);
    assert!(said.contains("The name of the official TUV-05 was erased before"), "{said}");
}

#[test]
fn backups_that_still_hold_the_name_are_named() {
    let desk = Desk::with_sample();
    desk.says("backup before.db");
    desk.says(ERASE);
    desk.says("backup after.db");
    let said = desk.says("official erase TUV-07 --reason x");
    let line = line_with(&said, "These backups");
    assert!(line.contains("before.db") && line.contains("after.db"), "{line}");
    assert_eq!(standing(&desk, "after.db", NAME), Vec::<String>::new());
    let desk = Desk::with_sample();
    desk.says("official add TP-09 \"Lê Văn Bính Nhâm\"");
    desk.says("undo");
    desk.says("backup early.db");
    desk.says("official add TP-10 \"Trần Hiếm Có\"");
    desk.says("backup late.db");
    let said = desk.says("official erase TP-10 --reason x");
    let line = line_with(&said, "These backups");
    assert!(line.contains("late.db") && !line.contains("early.db"), "{line}");
}

#[test]
fn somebody_who_writes_where_a_text_was_erased_is_found() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-02 --period 7/2018 --note \"Phan Văn Quýnh\"");
    desk.says("meeting amend P1-02 --period 7/2018 --note y");
    desk.says(ERASE);
    let whole = desk.book().unwrap();
    for sql in [
        "UPDATE text SET body = 'Khác', salt = randomblob(16) WHERE body IS NULL",
        "UPDATE text SET body = 'Khác', salt = zeroblob(16) WHERE body IS NULL AND text NOT IN (SELECT full_name FROM official)",
        "UPDATE text SET digest = zeroblob(32) WHERE body IS NULL",
        "UPDATE text SET text = 900000 WHERE body IS NULL AND text NOT IN (SELECT full_name FROM official)",
        "DELETE FROM text WHERE body IS NULL",
        "UPDATE meeting SET note = NULL WHERE note IN (SELECT text FROM text WHERE body IS NULL)",
        "UPDATE operation SET verb = 'close' WHERE verb = 'official-erase'",
        "UPDATE operation SET arguments = '{\"official\":\"TUV-06\"}' WHERE verb = 'official-erase'",
        "UPDATE operation SET arguments = json_set(arguments, '$.texts', json_array(1)) WHERE verb = 'official-erase'",
    ] {
        desk.write("book.db", &whole);
        let connection = desk.by_hand("book.db");
        connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
        let drop: String = connection.query_row(triggers, [], |row| row.get(0)).unwrap();
        let again = "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger'";
        let again: String = connection.query_row(again, [], |row| row.get(0)).unwrap();
        connection.execute_batch(&drop).unwrap();
        assert!(connection.execute(sql, []).unwrap() > 0, "{sql}");
        connection.execute_batch(&again).unwrap();
        let answer = desk.run("check --format csv");
        assert_eq!(answer.status, 5, "{sql}");
        assert!(answer.stdout.contains("\nchain,"), "{sql}: {}", answer.stdout);
        assert!(!answer.stdout.contains("\nschema,"), "{sql}: {}", answer.stdout);
    }
}

#[test]
fn nobody_can_find_out_by_trying_what_an_erased_text_was() {
    let desk = Desk::with_sample();
    let note =
        |text: &str| desk.says(&format!("meeting amend P1-02 --period 7/2018 --note {text}"));
    note("\"Phan Văn Quýnh\" --theme \"Đ/c Phan Văn Quýnh\"");
    note("\"Hà Thúc Hoằng\" --theme \"Phan Văn Quýnh, Hà Thúc Hoằng\"");
    note("y --theme z");
    // The second operation loses one text with each of the two names.
    for line in [ERASE, "official erase TP-03 --reason x"] {
        desk.says(line);
        silent(&desk);
        let connection = desk.by_hand("book.db");
        let count =
            |sql: &str| connection.query_row::<i64, _, _>(sql, [], |row| row.get(0)).unwrap();
        assert!(count("SELECT count(*) FROM text WHERE body IS NULL") > 1);
        let salted =
            "SELECT count(*) FROM text WHERE body IS NULL AND coalesce(salt, sought) IS NOT NULL";
        assert_eq!(count(salted), 0, "the salt is gone with the text");
        let shared = "SELECT count(*) - count(DISTINCT salt) FROM text WHERE salt IS NOT NULL";
        assert_eq!(count(shared), 0, "and no other text has it");
    }
    // What stands beside the erased texts is still held by the chain.
    let whole = desk.book().unwrap();
    for (sql, said) in [
        (
            "UPDATE operation SET actor = (SELECT actor FROM operation WHERE number = 1) WHERE number = 2",
            "Operation 2",
        ),
        ("UPDATE operation SET arguments = '{}' WHERE number = 2", "Operation 2"),
    ] {
        desk.write("book.db", &whole);
        let connection = desk.by_hand("book.db");
        connection.execute_batch("DROP TRIGGER operation_update").unwrap();
        assert!(connection.execute(sql, []).unwrap() > 0, "{sql}");
        let answer = desk.run("check");
        assert_eq!(answer.status, 5, "{sql}");
        assert!(answer.stdout.contains(said), "{sql}: {}", answer.stdout);
    }
}

#[test]
fn no_file_brings_an_erased_name_back() {
    let desk = Desk::with_sample();
    desk.ok("export before");
    desk.says("official erase TUV-05 --reason \"Theo đơn\"");
    for lang in ["en", "vi"] {
        let said = desk.refuses(3, &format!("import before --amend --lang {lang}"));
        assert!(said.contains("Phan Văn Quýnh") && said.contains("erased"), "{said}");
    }
    assert!(!desk.ok("official list").contains("Phan Văn Quýnh"));
}

#[test]
fn a_name_that_was_entered_and_taken_back_is_erased_too() {
    let desk = Desk::with_sample();
    let name = "Hoàng Thị Nhầm";
    desk.says(&format!("official add YY-1 \"{name}\""));
    desk.says("undo");
    assert!(!standing(&desk, "book.db", name).is_empty());
    let said = desk.says("official erase YY-1 --reason \"Nhập nhầm người\"");
    assert!(said.starts_with("Erased the name of the official YY-1"), "{said}");
    gone(&desk, name);
    silent(&desk);
    let again = desk.refuses(1, "official erase YY-1 --reason \"Nhập nhầm người\"");
    assert!(again.contains("YY-1"), "{again}");
    desk.refuses(1, "official erase YY-2 --reason \"Nhập nhầm người\"");
    // The undone addition can still be shown, without the name.
    assert!(!desk.ok("history show 2").contains(name));
    // So are names that came with a file.
    let other = "Đặng Văn Lạc";
    desk.write("officials.csv", csv_of("code,full_name", &[format!("YY-3,{other}")]));
    desk.says("import officials.csv");
    desk.says("undo");
    desk.says("official erase YY-3 --reason \"Tệp của đơn vị khác\"");
    gone(&desk, other);
    silent(&desk);
}

#[test]
fn a_backup_that_brings_an_erased_name_back_is_restored_with_a_warning() {
    let desk = Desk::with_sample();
    desk.says("backup before.db");
    desk.says(ERASE);
    desk.says("backup after.db");
    for line in ["restore before.db --dry-run", "restore before.db"] {
        let said = desk.says(line);
        assert!(said.contains("holds names that were erased"), "{said}");
        assert!(said.contains("chibo official erase TUV-05 --reason"), "{said}");
    }
    assert!(!standing(&desk, "book.db", NAME).is_empty());
    assert!(!desk.says("restore after.db").contains("erased"));
    assert!(!desk.says("restore after.db").contains("erased"));
    gone(&desk, NAME);
}

#[test]
fn the_history_tells_of_an_erasure_and_what_else_bears_the_name_is_named() {
    let desk = Desk::with_sample();
    desk.says("cell rename P1-01 \"Khu phố Phan Văn Quýnh\" --on 1/8/2018");
    desk.says("official add TUV-99 \"Phan Văn Quýnh\" --title \"Bí thư Đoàn\"");
    let said = desk.says(ERASE);
    let note = line_with(&said, "of the same name");
    assert_eq!(
        note,
        "Note: of the same name, and still in the file: P1-01 Khu phố Phan Văn Quýnh; TUV-99 Phan Văn Quýnh (Bí thư Đoàn)."
    );
    let numbers = |options: &str| {
        let csv = desk.ok(&format!("history {options} --format csv"));
        csv.lines()
            .skip(1)
            .map(|line| line.split(',').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers("--official TUV-05"), ["1", "4"]);
    assert_eq!(numbers("--official TUV-99"), ["3"]);
    assert!(desk.ok("history show 4").contains("The name was erased"));
    assert!(desk.ok("history show 4 --lang vi").contains("đã được xóa"));
}

#[test]
fn a_name_is_erased_while_other_programs_keep_writing() {
    let desk = Desk::with_sample();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for round in 0..60 {
                desk.says(&format!("meeting amend P1-02 --period 7/2018 --note \"Lần {round}\""));
            }
        });
        for code in ["TUV-02", "TUV-03", "TUV-05", "TUV-06", "TUV-07", "TUV-08"] {
            desk.says(&format!("official erase {code} --reason \"Đề nghị\""));
        }
        desk.says("backup copy.db");
        desk.says("restore copy.db");
        writer.join().unwrap();
    });
    assert_eq!(desk.run("check").all(), "");
}

#[test]
fn what_bore_the_name_once_is_named_with_the_way_out() {
    let desk = Desk::with_sample();
    desk.says("cell rename P1-01 \"Khu phố Phan Văn Quýnh\" --on 1/8/2018");
    desk.says("undo");
    desk.says("committee rename P2 \"Phường Phan Văn Quýnh\" --on 1/8/2018");
    desk.says("undo");
    for (folder, name) in [("a", NAME), ("b", "Hà Thúc Hoằng")] {
        desk.write(
            &format!("{folder}/officials.csv"),
            csv_of("code,full_name", &[format!("TP-03,{name}")]),
        );
        desk.says(&format!("import {folder} --amend"));
    }
    let said = desk.says(ERASE);
    let note = line_with(&said, "history of the file");
    assert!(note.contains("a former name of: committee P2; cell P1-01; official TP-03."), "{note}");
    silent(&desk);
    desk.ok("export out");
    desk.says("--db new.db init");
    desk.says("--db new.db import out");
    assert_eq!(standing(&desk, "new.db", NAME), Vec::<String>::new());
    let said = desk.says("--db new.db official erase TP-02 --reason x --lang vi");
    assert!(!said.contains("lịch sử của sổ"), "{said}");
}

#[test]
fn an_operation_of_which_only_erased_texts_are_left_says_so() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-03 --period 7/2018 --note \"Gặp Trương Đình Thưởng\"");
    desk.says("meeting amend P1-03 --period 7/2018 --clear note");
    desk.says("official erase TUV-01 --reason \"Đề nghị của cá nhân\"");
    let shown = desk.ok("history show 2");
    assert!(shown.contains("contained a name that was erased since"), "{shown}");
    let shown = desk.ok("history show 2 --lang vi");
    assert!(shown.contains("có họ tên nay đã xóa"), "{shown}");
}
