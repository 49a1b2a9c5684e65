//! Closed months and erased names out as files and back again.

use std::sync::OnceLock;

use crate::csv::csv_of;
use crate::desk::{Desk, line_with};

/// The sample with three months closed and one of them open again: July with a cell nobody is assigned to, one
/// that did not meet, reasons one by one, a predecessor's meeting, and a record that came late.
fn town() -> Desk {
    static TOWN: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::with_copy(&TOWN, || {
        let desk = Desk::with_sample();
        desk.lay_out("sample-merged");
        for line in [
            "import sample-merged --amend",
            "unassign P1-02 --on 1/7/2018",
            "meeting amend P1-03 --period 7/2018 --not-held --reason disaster",
            "assign P1-04 LDB-08 --from 1/7/2018 --also",
            "close 5/2018 --with-gaps",
            "close 6/2018 --with-gaps --document 15-BC/VP",
        ] {
            desk.says(line);
        }
        let assigned = desk.row("P1-04", "7/2018")["assigned"].clone();
        let reasons = assigned.split(';').map(|who| {
            let why = if who == "LDB-08" { "leave" } else { "duty" };
            format!("{who}={why}")
        });
        let reasons = reasons.collect::<Vec<_>>().join(";");
        for line in [
            &format!("meeting amend P1-04 --period 7/2018 --no-visitor --reason {reasons}"),
            "close 7/2018 --with-gaps --document \"=16-BC/VP, đợt 2\"",
            "reopen 5/2018 --reason \"Sai số liệu\"",
            "log-meeting P3-06 --on 15/7/2018 --visitor LDB-04 --total 25 --present 20 --late",
        ] {
            desk.says(line);
        }
        desk
    })
}

/// The fingerprint that a month as filed prints.
fn printed(desk: &Desk, month: &str) -> String {
    let json = desk.ok(&format!("report --period {month} --filed --format json"));
    let about: serde_json::Value = serde_json::from_str(&json).unwrap();
    about["fingerprint"].as_str().unwrap().to_owned()
}

/// A text without its fingerprints, which no two runs have in common.
fn without_fingerprints(text: &str, prints: &[String]) -> String {
    let text = text.replace('\u{a0}', " ");
    prints.iter().fold(text, |text, print| text.replace(print, "FING ERPR INTX XXXX"))
}

/// The export again in the folder `bare`, as it was before fingerprints were in it.
fn bare(desk: &Desk) {
    for (name, text) in folder(desk, "copy") {
        desk.write(&format!("bare/{name}"), text);
    }
    let head = "period,closed_on,document";
    let rows = ["2018-06,2018-08-08,15-BC/VP", "2018-07,2018-08-08,\"=16-BC/VP, đợt 2\""];
    desk.write("bare/closings.csv", csv_of(head, &rows));
}

/// Name and text of each file that was exported into a folder, by name.
fn folder(desk: &Desk, name: &str) -> Vec<(String, String)> {
    let files = desk.folder(name).into_iter();
    files.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

fn names(files: &[(String, String)]) -> Vec<&str> {
    let names = files.iter().map(|(name, _)| name.as_str());
    names.filter(|name| name.contains("filed") || *name == "closings.csv").collect()
}

/// A second record file with everything that was exported from the first.
fn copied(desk: &mut Desk) {
    desk.says("export copy");
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    desk.says("import copy");
}

#[test]
fn closed_months_go_out_with_their_rows_as_filed() {
    let desk = town();
    let said = desk.says("export copy");
    assert!(said.starts_with("Exported 19 files into the folder copy: "), "{said}");
    assert!(said.contains(", 2 closed months; "), "{said}");
    let files = folder(&desk, "copy");
    assert_eq!(names(&files), ["closings.csv", "filed/2018-06.csv", "filed/2018-07.csv"]);
    // Each with the fingerprint of its own operation.
    let (june, july) = (printed(&desk, "6/2018"), printed(&desk, "7/2018"));
    let expected = format!(
        "period,closed_on,document,fingerprint\n\
         2018-06,2018-08-08,15-BC/VP,{june}\n\
         2018-07,2018-08-08,\"=16-BC/VP, đợt 2\",{july}\n"
    );
    assert_eq!(text(&files, "closings.csv"), expected);
    assert_ne!(june, july);
    let july = text(&files, "filed/2018-07.csv");
    let rows: Vec<&str> =
        ["committee,", "P1,P1-01", "P1,P1-02", "P1,P1-03", "P1,P1-04", "AD,AD-45", "P3,P3-06"]
            .map(|start| line_with(july, start))
            .to_vec();
    insta::assert_snapshot!(rows.join("\n"), @"
    committee,cell,assigned,predecessor,status,held_on,visitors,reason,total,exempt,away,present,excused,grade,recommendations
    P1,P1-01,TUV-01,,attended,2018-07-05,TUV-01,,28,4,1,20,2,good,1
    P1,P1-02,,,unassigned,2018-07-03,LDB-08,duty,26,4,1,18,1,fair,0
    P1,P1-03,LDB-01,,not-held,,,disaster,,,,,,,1
    P1,P1-04,LDB-08;TUV-10,,excused,2018-07-06,none,LDB-08=leave;TUV-10=duty,39,4,1,32,2,fair,0
    AD,AD-45,TUV-17,AD-04,attended,2018-07-08,TUV-17,,25,3,0,21,1,good,0
    P3,P3-06,LDB-04,,missing,,,,,,,,,,0
    ");
    let rows = |period: &str| desk.coverage(period).lines().count();
    assert_eq!(july.lines().count(), rows("7/2018"));
    assert_eq!(text(&files, "filed/2018-06.csv").lines().count(), rows("6/2018"));
}

fn text<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
    &files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("{name}")).1
}

#[test]
fn closed_months_come_back_byte_for_byte_and_print_what_they_printed() {
    let mut desk = town();
    let prints = [
        "report --period 7/2018 --filed --format csv",
        "report --period 7/2018 --format csv",
        "report --period 6/2018 --filed --format csv",
        "report --period 2018-05..2018-07 --format csv",
    ];
    let before: Vec<String> = prints.map(|line| desk.ok(line)).to_vec();
    desk.set("COLUMNS", "160");
    let paper = desk.ok("report --period 7/2018 --filed");
    let signed = printed(&desk, "7/2018");
    let book = desk.book();
    copied(&mut desk);
    desk.says("export again");
    assert_eq!(folder(&desk, "again"), folder(&desk, "copy"));
    for (line, before) in prints.iter().zip(&before) {
        assert_eq!(&desk.ok(line), before, "chibo {line}");
    }
    // The fingerprint is the one on the paper, and the line says that the month was not closed here.
    let print = desk.ok("report --period 7/2018 --filed");
    let differing: Vec<&str> =
        print.lines().zip(paper.lines()).filter(|(a, b)| a != b).map(|(a, _)| a).collect();
    assert_eq!(differing.len(), 1, "{differing:?}");
    assert!(differing[0].contains("closed on 2018-08-08 under =16-BC/VP"), "{differing:?}");
    let said = format!("imported from files, fingerprint first printed {signed}");
    assert!(differing[0].replace('\u{a0}', " ").contains(&said), "{differing:?}");
    assert_eq!(printed(&desk, "7/2018"), signed);
    assert!(desk.ok("report --period 7/2018").contains("with late records"));

    let again = desk.says("import copy");
    assert!(again.starts_with("Nothing changes: "), "{again}");
    assert!(again.contains("  closings.csv: new 0, changed 0, unchanged 2\n"), "{again}");
    desk.set("CHIBO_DB", "book.db");
    desk.says("import copy");
    assert!(desk.book() == book, "the file it came from has it all");
}

#[test]
fn the_fingerprint_on_the_paper_is_printed_wherever_an_imported_month_is() {
    let mut desk = town();
    desk.set("COLUMNS", "240");
    let signed = printed(&desk, "7/2018");
    copied(&mut desk);
    let mut told = String::new();
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        for line in [
            "report --period 7/2018",
            "report --period 7/2018 --filed",
            "report --period 7/2018 --diff filed",
            "history show 2",
        ] {
            let said = desk.ok(line).replace('\u{a0}', " ");
            assert!(said.contains(&signed), "chibo {line}: {said}");
            let line = said.lines().find(|line| line.contains(&signed)).unwrap();
            told += &format!("{}\n", line.trim());
        }
    }
    insta::assert_snapshot!(without_fingerprints(&told, &[signed]), @"
    5 committees, 27 cells · as of 2018-08-08 · closed on 2018-08-08 under =16-BC/VP, đợt 2, with late records · imported from files, fingerprint first printed FING ERPR INTX XXXX
    5 committees, 27 cells · as of 2018-08-08 · closed on 2018-08-08 under =16-BC/VP, đợt 2 · imported from files, fingerprint first printed FING ERPR INTX XXXX
    What changed in 2018-07 since it was filed on 2018-08-08 (fingerprint FING ERPR INTX XXXX)
    Fingerprint first printed: FING ERPR INTX XXXX
    5 đảng bộ, 27 chi bộ · tính đến 08/08/2018 · đã chốt ngày 08/08/2018 theo =16-BC/VP, đợt 2, có báo cáo bổ sung · nhập từ tệp, mã đối chiếu in lần đầu FING ERPR INTX XXXX
    5 đảng bộ, 27 chi bộ · tính đến 08/08/2018 · đã chốt ngày 08/08/2018 theo =16-BC/VP, đợt 2 · nhập từ tệp, mã đối chiếu in lần đầu FING ERPR INTX XXXX
    Thay đổi của tháng 7/2018 so với bản đã chốt ngày 08/08/2018 (mã đối chiếu FING ERPR INTX XXXX)
    Mã đối chiếu in lần đầu: FING ERPR INTX XXXX
    ");
}

#[test]
fn check_says_that_it_cannot_vouch_for_a_month_closed_elsewhere() {
    let mut desk = town();
    let signed = printed(&desk, "7/2018");
    let expect = format!("check --expect {signed}");
    assert_eq!(desk.run(&expect).all(), "");
    copied(&mut desk);
    let mut told = String::new();
    for lang in ["en", "vi"] {
        let answer = desk.run(&format!("{expect} --lang {lang}"));
        assert_eq!(answer.status, 5);
        told += &answer.stdout;
    }
    insta::assert_snapshot!(without_fingerprints(&told, std::slice::from_ref(&signed)), @"
    FING ERPR INTX XXXX is the fingerprint first printed for 2018-07, which was closed in another record file and came into this one from files (operation 2): this one has only taken it over, and cannot vouch for it. Compare the paper with chibo report --period 2018-07 --filed; what vouches for the fingerprint is check --expect on the record file that closed the month, or on a backup of it.
    FING ERPR INTX XXXX là mã đối chiếu in lần đầu của tháng 7/2018, chốt ở một sổ khác rồi nhập từ tệp vào sổ này (thao tác 2): sổ này chỉ chép lại mã đó, không xác nhận được. Đối chiếu văn bản với chibo report --period 7/2018 --filed; muốn xác nhận mã, dùng check --expect với sổ đã chốt tháng đó hoặc bản sao lưu của sổ ấy.
    ");
    let csv = desk.run(&format!("{expect} --format csv")).stdout;
    assert!(csv.lines().nth(1).unwrap().starts_with("expect,"), "{csv}");
    // A fingerprint that nobody knows is still what it was.
    let said = desk.run("check --expect 0123456789abcdef").stdout;
    assert!(said.contains("No operation that still holds has the fingerprint"), "{said}");
    // Where the month was closed, its own operation vouches for it, also after it came back from a file.
    desk.set("CHIBO_DB", "book.db");
    desk.says("reopen 7/2018 --reason x");
    desk.says("import copy");
    assert_eq!(printed(&desk, "7/2018"), signed);
    assert_eq!(desk.run(&expect).all(), "");
}

#[test]
fn a_closing_whose_file_names_no_fingerprint_prints_that_of_the_import() {
    let mut desk = town();
    desk.says("export copy");
    let signed = printed(&desk, "7/2018");
    bare(&desk);
    // It says nothing against what is on record.
    assert!(desk.says("import bare").starts_with("Nothing changes: "));
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    desk.says("import bare");
    desk.set("COLUMNS", "240");
    let said = desk.ok("report --period 7/2018").replace('\u{a0}', " ");
    assert!(said.contains("imported from files, its fingerprint "), "{said}");
    assert_ne!(printed(&desk, "7/2018"), signed);
    // The fingerprint of an import is not the one first printed, and is not written as if it were.
    desk.says("export again");
    let again = folder(&desk, "again");
    let rows = text(&again, "closings.csv").lines().skip(1);
    assert!(rows.clone().count() == 2 && rows.clone().all(|row| row.ends_with(',')), "{again:?}");
    assert!(desk.says("import again").starts_with("Nothing changes: "));
    // Nor is it changed by a file that names one.
    let said = desk.refuses(3, "import copy --amend");
    assert!(said.contains("column fingerprint"), "{said}");
    assert!(said.contains(&format!("on record is (empty), in the file “{signed}”")), "{said}");
    desk.set("CHIBO_DB", "third.db");
    desk.ok("init");
    desk.says("import again");
    desk.says("export third");
    assert_eq!(folder(&desk, "third"), again);
    desk.set("CHIBO_DB", "book.db");
    assert!(desk.says("import again").starts_with("Nothing changes: "));
}

#[test]
fn a_fingerprint_is_read_as_it_is_typed_and_told_with_its_place_if_it_cannot_be() {
    let mut desk = town();
    let signed = printed(&desk, "6/2018");
    desk.says("export copy");
    let head = "Tháng,Ngày chốt,Số hiệu văn bản,Mã đối chiếu in lần đầu";
    let row = |print: &str| format!("6/2018,8/8/2018,15-BC/VP,{print}");
    let july = |print: &str| format!("7/2018,8/8/2018,\"=16-BC/VP, đợt 2\",{print}");
    let write = |desk: &Desk, rows: [String; 2]| {
        for (name, text) in folder(desk, "copy") {
            desk.write(&format!("in/{name}"), text);
        }
        desk.write("in/closings.csv", csv_of(head, &rows.each_ref().map(String::as_str)));
    };
    let bare = signed.replace(' ', "").to_uppercase();
    write(&desk, [row(&bare), july("")]);
    assert!(desk.says("import in").starts_with("Nothing changes: "));
    write(&desk, [row("1.23457E+15"), july("1a2b 3c4d 5e6f")]);
    let mut told = String::new();
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        told += &desk.refuses(3, "import in").replace('\\', "/");
    }
    insta::assert_snapshot!(told, @"
    in/closings.csv:2, column fingerprint (Fingerprint first printed) “1.23457E+15”: “1.23457E+15” cannot be read as a fingerprint. Write the 16 hex digits (0-9, a-f) as they stand on the paper, such as: 1a2b 3c4d 5e6f 7081
    in/closings.csv:3, column fingerprint (Fingerprint first printed) “1a2b 3c4d 5e6f”: “1a2b 3c4d 5e6f” cannot be read as a fingerprint. Write the 16 hex digits (0-9, a-f) as they stand on the paper, such as: 1a2b 3c4d 5e6f 7081
    Error: The input has 2 faults, nothing was imported.
    Hint: Correct the places above and import again; to try without writing: add --dry-run
    in/closings.csv:2, cột fingerprint (Mã đối chiếu in lần đầu) “1.23457E+15”: Không đọc được mã đối chiếu “1.23457E+15”. Ghi đủ 16 chữ số thập lục phân (0-9, a-f) như trên văn bản, ví dụ: 1a2b 3c4d 5e6f 7081
    in/closings.csv:3, cột fingerprint (Mã đối chiếu in lần đầu) “1a2b 3c4d 5e6f”: Không đọc được mã đối chiếu “1a2b 3c4d 5e6f”. Ghi đủ 16 chữ số thập lục phân (0-9, a-f) như trên văn bản, ví dụ: 1a2b 3c4d 5e6f 7081
    Lỗi: Có 2 lỗi trong tệp nhập, chưa nhập gì.
    Gợi ý: Sửa các chỗ trên rồi nhập lại; thử trước mà không ghi: thêm --dry-run
    ");
}

#[test]
fn the_guard_protects_a_closing_that_was_imported() {
    let mut desk = town();
    copied(&mut desk);
    for line in [
        "meeting amend P1-01 --period 7/2018 --present 3",
        "meeting remove P1-01 --period 6/2018 --reason x",
        "assign P1-02 TUV-05 --from 1/7/2018",
        "cell add P1-99 \"Khu phố mới\" --committee P1 --founded 1/1/2018",
    ] {
        let said = desk.refuses(1, line);
        assert!(said.contains("This would change the figures of a closed month"), "{line}: {said}");
    }
    // Names are free, and what was filed keeps those of the import.
    let filed = desk.ok("report --period 7/2018 --filed");
    desk.write("officials.csv", csv_of("code,full_name", &["TUV-01,Trương Đình Mới"]));
    desk.says("import officials.csv --amend");
    assert_eq!(desk.ok("report --period 7/2018 --filed"), filed);
    assert!(desk.coverage("7/2018").contains("Trương Đình Mới"));
    desk.says("meeting amend P1-01 --period 5/2018 --present 3");
    desk.says("reopen 7/2018 --reason x");
    desk.says("meeting amend P1-01 --period 7/2018 --present 3");
}

#[test]
fn an_import_that_brought_closings_is_undone_only_after_they_are_opened_again() {
    let mut desk = town();
    copied(&mut desk);
    let mut told = String::new();
    for lang in ["vi", "en"] {
        desk.set("CHIBO_LANG", lang);
        told += &desk.refuses(1, "undo");
    }
    insta::assert_snapshot!(told, @"
    Lỗi: Không hoàn tác được thao tác 2 khi các tháng đã chốt mà thao tác đó nhập vào chưa được mở lại: 6/2018, 7/2018. Không có gì thay đổi.
    Gợi ý: Mở lại từng tháng đó trước: chibo reopen 6/2018 --reason LÝ_DO; rồi: chibo undo 2
    Error: Operation 2 cannot be undone while the closed months that it brought are not opened again: 2018-06, 2018-07. Nothing was changed.
    Hint: Open each of them again first: chibo reopen 2018-06 --reason TEXT; then: chibo undo 2
    ");
    assert_eq!(desk.refuses(1, "undo 2"), desk.refuses(1, "undo 2 --dry-run"));
    desk.says("reopen 6/2018 --reason x");
    let said = desk.refuses(1, "undo 2");
    assert!(said.contains(": 2018-07."), "{said}");
    assert!(said.contains("reopen 2018-07 --reason TEXT"), "{said}");
    desk.says("reopen 7/2018 --reason x");
    desk.says("undo 2");
    assert_eq!(desk.ok("cell list --format csv").lines().count(), 1);
    assert_eq!(desk.ok("check"), "");
    // Done again, the records are back and the months stay open.
    desk.says("redo");
    assert!(desk.ok("cell list --format csv").lines().count() > 27);
    desk.says("meeting amend P1-01 --period 7/2018 --present 3");
    assert_eq!(desk.ok("check"), "");
    // And it can be imported again.
    desk.says("undo");
    desk.says("undo 2");
    desk.says("import copy");
    desk.says("export again");
    assert_eq!(folder(&desk, "again"), folder(&desk, "copy"));
}

#[test]
fn a_month_that_was_closed_anew_stays_closed_when_the_import_is_undone() {
    let mut desk = town();
    desk.says("export copy");
    std::fs::create_dir(desk.path("closings")).unwrap();
    for part in ["closings.csv", "filed"] {
        std::fs::rename(desk.path(&format!("copy/{part}")), desk.path(&format!("closings/{part}")))
            .unwrap();
    }
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    desk.says("import copy");
    desk.says("import closings");
    desk.refuses(1, "undo");
    desk.says("reopen 6/2018 --reason x");
    desk.says("reopen 7/2018 --reason x");
    desk.says("close 7/2018 --with-gaps");
    desk.says("undo 3");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --present 3");
    desk.says("meeting amend P1-01 --period 6/2018 --present 3");
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn a_closing_is_imported_alone_into_a_file_that_has_the_records() {
    let mut desk = town();
    copied(&mut desk);
    for month in ["6/2018", "7/2018"] {
        desk.says(&format!("reopen {month} --reason x"));
    }
    let row = format!("2018-06,2018-08-08,15-BC/VP,{}", printed(&desk, "6/2018"));
    desk.write("one/closings.csv", csv_of("period,closed_on,document,fingerprint", &[&row]));
    let said = desk.says("import one/closings.csv copy/filed/2018-06.csv");
    insta::assert_snapshot!(said, @"
    Imported 1 new record, 0 changed, 0 unchanged (operation 5; to take it back: chibo undo).
      closings.csv: new 1, changed 0, unchanged 0
      closings.csv, Closed on: earliest 2018-08-08, latest 2018-08-08
      filed, Held on: earliest 2018-06-02, latest 2018-06-15
    ");
    desk.refuses(1, "meeting remove P1-01 --period 6/2018 --reason x");
    desk.says("meeting amend P1-01 --period 7/2018 --present 3");
    // A file of another name is known by its columns, but not its month.
    desk.write("july.csv", desk.read("copy/filed/2018-07.csv"));
    let said = desk.refuses(3, "import copy/closings.csv july.csv");
    assert!(
        said.contains("july.csv: a file of filed rows must be named after its month"),
        "{said}"
    );
    // A dry run goes through the guard and keeps nothing.
    desk.says("undo");
    let said = desk.says("import copy --dry-run");
    assert!(said.contains("  closings.csv: new 1, changed 0, unchanged 1\n"), "{said}");
    desk.says("meeting amend P1-01 --period 7/2018 --present 3");
}

#[test]
fn what_is_closed_already_is_not_amended_by_a_file() {
    let desk = town();
    desk.says("export copy");
    let june = printed(&desk, "6/2018");
    let other = |file: &str, old: &str, new: &str| {
        let whole = String::from_utf8(desk.read(&format!("copy/{file}"))).unwrap();
        assert!(whole.contains(old), "{file}: {old}");
        for (name, text) in folder(&desk, "copy") {
            desk.write(&format!("other/{name}"), text);
        }
        desk.write(&format!("other/{file}"), whole.replacen(old, new, 1));
        let said = desk.refuses(3, "import other --amend").replace('\\', "/");
        said.lines().next().unwrap().to_owned()
    };
    let said = [
        other("closings.csv", "15-BC/VP", "16-BC/VP"),
        other("closings.csv", "2018-06,2018-08-08", "2018-06,2018-08-07"),
        other("filed/2018-06.csv", "P1,P1-01,TUV-01,,attended", "P1,P1-01,TUV-01,,substituted"),
        {
            let june = String::from_utf8(desk.read("copy/filed/2018-06.csv")).unwrap();
            let row = line_with(&june, "P1,P1-01").to_owned() + "\n";
            other("filed/2018-06.csv", &row, "")
        },
        other("closings.csv", &june, "0123 4567 89ab cdef"),
    ];
    insta::assert_snapshot!(without_fingerprints(&said.join("\n"), &[june]), @"
    other/closings.csv:2, column document (Document no.) “16-BC/VP”: 2018-06 is closed; on record is “15-BC/VP”, in the file “16-BC/VP”. --amend does not change what was filed; if the file is right, open the month first: chibo reopen 2018-06 --reason TEXT
    other/closings.csv:2, column closed_on (Closed on) “2018-08-07”: 2018-06 is closed; on record is “2018-08-08”, in the file “2018-08-07”. --amend does not change what was filed; if the file is right, open the month first: chibo reopen 2018-06 --reason TEXT
    other/filed/2018-06.csv:11, column status (Result) “substituted”: 2018-06 is closed; on record is “attended”, in the file “substituted”. --amend does not change what was filed; if the file is right, open the month first: chibo reopen 2018-06 --reason TEXT
    other/closings.csv:2: 2018-06 is closed; on record is “P1-01”, in the file (empty). --amend does not change what was filed; if the file is right, open the month first: chibo reopen 2018-06 --reason TEXT
    other/closings.csv:2, column fingerprint (Fingerprint first printed) “0123 4567 89ab cdef”: 2018-06 is closed; on record is “FING ERPR INTX XXXX”, in the file “0123 4567 89ab cdef”. --amend does not change what was filed; if the file is right, open the month first: chibo reopen 2018-06 --reason TEXT
    ");
    // Once the month is open again, the file closes it anew.
    desk.says("reopen 6/2018 --reason x");
    desk.says("import copy");
    assert!(desk.ok("report --period 6/2018").contains("under 15-BC/VP"));
}

#[test]
fn all_faults_of_closed_months_are_told_at_once() {
    let mut desk = Desk::with_sample();
    desk.write(
        "in/closings.csv",
        csv_of(
            "period,closed_on,document",
            &[
                "2018-07,2018-08-01,",
                "2018-08,2018-08-08,",
                "2018-06,2018-06-30,",
                "2018-05,2018-09-01,",
                "2018-04,2018-05-02,",
                "2018-02,31/2/2018,",
                "2018-06,2018-07-01,",
            ],
        ),
    );
    let head = "committee,cell,assigned,predecessor,status,held_on,visitors,reason,total,exempt,away,present,excused,grade,recommendations";
    let filed = |month: &str, rows: &[&str]| {
        desk.write(&format!("in/filed/{month}.csv"), csv_of(head, rows));
    };
    filed(
        "2018-07",
        &[
            "P9,P1-01,TUV-01,,attended,2018-07-05,TUV-01,,28,,,20,,good,0",
            "P1,P1-99,TUV-01,P1-98,attended,2018-07-05,TUV-99,TUV-98=duty,,,,,,,0",
            "P1,P1-02,TUV-01,,came,2018-07-05,,tired,25,,,26,,excellent,",
            "P1,P1-03,TUV-01,,missing,,TUV-01,,25,,,20,,,0",
            "P1,P1-03,TUV-01,,missing,,,,,,,,,,0",
            "P1,P1-04,TUV-01,P1-05,missing,,,,,,,,,,0",
            "P1,P1-06,TUV-01;tuv-01,,not-held,,,holiday,,,,,,,0",
            "P1,P1-05,TUV-01,,attended,2018-08-02,TUV-02,,,,,,,,0",
            "P1,P1-05,TUV-01,,substituted,2018-07-02,TUV-02,,,,,,,,0",
            "P1,P1-07,TUV-01,P1-07,absent,2018-05-02,none,,,,,,,,0",
            "P2,P2-01,TUV-01,,substituted,2018-07-04,TUV-02,,30,3,1,27,1,,0",
            "P2,P2-02,TUV-01,,substituted,2018-07-04,TUV-02,TUV-02=duty,,,,,,,0",
            "P2,P2-03,TUV-01,,missing,,,deluge,,,,,,,0",
            "P2,P2-04,TUV-01,,absent,2018-07-04,none,TUV-01=duty;tuv-01=leave,,,,,,,0",
        ],
    );
    for month in ["2018-08", "2018-06", "2018-02"] {
        filed(month, &["P1,P1-01,TUV-01,,missing,,,,,,,,,,0"]);
    }
    filed("2018-05", &[]);
    filed("2018-03", &["P1,P1-01,,,missing,,,,,,,,,,0"]);
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        let said = desk.refuses(3, "import in");
        insta::assert_snapshot!(
            format!("closed_files_faults_{lang}"),
            desk.redacted(&said).replace('\\', "/")
        );
    }
}

#[test]
fn a_month_opened_since_leaves_no_file_behind() {
    let desk = town();
    desk.says("export copy --known-at 1");
    let early = folder(&desk, "copy");
    assert_eq!(names(&early), ["closings.csv"]);
    assert_eq!(text(&early, "closings.csv"), "period,closed_on,document,fingerprint\n");
    desk.says("export copy --force");
    assert_eq!(names(&folder(&desk, "copy")).len(), 3);
    desk.refuses(1, "export copy");
    desk.says("reopen 6/2018 --reason x");
    desk.says("export copy --force");
    assert_eq!(names(&folder(&desk, "copy")), ["closings.csv", "filed/2018-07.csv"]);
    desk.says("export new");
    assert_eq!(folder(&desk, "new"), folder(&desk, "copy"));

    // Nothing that is not an export's own is thrown away.
    for (name, content) in [("notes.txt", "mine"), ("2018-05.csv", "a,b\n"), ("july.csv", "")] {
        desk.write(&format!("copy/filed/{name}"), content);
        let said = desk.refuses(1, "export copy --force");
        assert!(said.contains("is no export of chibo"), "{said}");
        std::fs::remove_file(desk.path(&format!("copy/filed/{name}"))).unwrap();
    }
    desk.says("reopen 7/2018 --reason x");
    desk.says("export copy --force");
    assert_eq!(names(&folder(&desk, "copy")), ["closings.csv"]);
    assert!(!desk.path("copy/filed").exists());
    desk.says("export copy --force");
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_filed_rows() {
    use std::os::unix::fs::PermissionsExt;
    let desk = town();
    std::fs::create_dir(desk.path("there")).unwrap();
    for folder in ["copy", "there"] {
        desk.says(&format!("export {folder}"));
        let mode =
            |name: &str| std::fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&format!("{folder}/filed")), 0o700);
        assert_eq!(mode(&format!("{folder}/filed/2018-07.csv")), 0o600);
    }
}

#[test]
fn codes_in_filed_rows_are_read_without_regard_to_case() {
    let desk = town();
    desk.says("export copy");
    let filed = String::from_utf8(desk.read("copy/filed/2018-07.csv")).unwrap();
    let lower = filed.replace("P1,P1-01,TUV-01", "p1,p1-01,tuv-01");
    assert_ne!(lower, filed);
    desk.write("copy/filed/2018-07.csv", lower);
    let said = desk.says("import copy");
    assert!(said.starts_with("Nothing changes: "), "{said}");
}

#[test]
fn a_predecessor_recoded_since_is_written_under_its_new_code() {
    let mut desk = town();
    let filed = desk.ok("report --period 7/2018 --filed");
    desk.says("reopen 6/2018 --reason x");
    desk.says("cell recode AD-04 CU-04");
    copied(&mut desk);
    desk.says("export again");
    assert_eq!(folder(&desk, "again"), folder(&desk, "copy"));
    let july = folder(&desk, "copy");
    let row = line_with(text(&july, "filed/2018-07.csv"), "AD-45,");
    assert!(row.starts_with("AD,AD-45,TUV-17,CU-04,attended,"), "{row}");
    assert!(desk.ok("report --period 7/2018 --filed --format csv").contains("CU-04"));
    desk.set("CHIBO_DB", "book.db");
    assert_eq!(desk.ok("report --period 7/2018 --filed"), filed, "on record it stays as filed");
}

#[test]
fn a_book_with_closed_months_and_an_erased_name_is_well_after_it_came_back() {
    let mut desk = town();
    desk.says("official erase TUV-01 --reason x");
    assert_eq!(desk.run("check").all(), "");
    let prints =
        ["report --period 7/2018 --filed --format csv", "report --period 7/2018 --format csv"];
    let before = prints.map(|line| desk.ok(line));
    copied(&mut desk);
    desk.says("export again");
    assert_eq!(folder(&desk, "again"), folder(&desk, "copy"));
    let officials = folder(&desk, "copy");
    let row = line_with(text(&officials, "officials.csv"), "TUV-01,");
    assert!(row.starts_with("TUV-01,,") && row.ends_with(",yes"), "{row}");
    assert_eq!(prints.map(|line| desk.ok(line)), before);
    assert_eq!(desk.run("check").all(), "");
    // What brought closed months stays until they are opened again.
    let told = desk.refuses(1, "undo");
    assert!(told.contains("2018-06, 2018-07") && told.contains("chibo reopen 2018-06"), "{told}");
    assert_eq!(desk.run("check").all(), "");
    assert_eq!(prints.map(|line| desk.ok(line)), before);
    desk.set("CHIBO_DB", "book.db");
    assert!(desk.says("import copy").starts_with("Nothing changes: "));
}

#[test]
fn an_official_whose_name_was_erased_comes_back_without_one() {
    let mut desk = Desk::with_sample();
    desk.says("export plain");
    assert!(!text(&folder(&desk, "plain"), "officials.csv").contains("erased"));
    desk.write(
        "in/officials.csv",
        csv_of(
            "code,full_name,title,active_from,from,erased",
            &["TV-1,,Phó ban,2015-01-01,,yes", "TV-1,,Trưởng ban,,2016-01-01,"],
        ),
    );
    desk.says("import in");
    desk.says("export copy");
    let officials = folder(&desk, "copy");
    let officials = text(&officials, "officials.csv");
    let rows: Vec<&str> =
        officials.lines().filter(|l| l.starts_with("code") || l.starts_with("TV-1")).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
    code,full_name,title,organisation,category,active_from,active_until,order,from,cell,erased
    TV-1,,Phó ban,,,2015-01-01,,,,,yes
    TV-1,,Trưởng ban,,,,,,2016-01-01,,
    ");
    assert!(desk.says("import copy").starts_with("Nothing changes: "));
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    desk.says("import copy");
    desk.says("export again");
    assert_eq!(folder(&desk, "again"), folder(&desk, "copy"));
    desk.ok("official show TV-1");
    // An earlier export with one column less, or more, is one of chibo's too.
    desk.set("CHIBO_DB", "book.db");
    desk.says("export plain --force");
    desk.says("undo");
    desk.says("export copy --force");

    let refused = |content: &str| {
        desk.write("officials.csv", csv_of("code,full_name,erased", &[content]));
        let said = desk.refuses(3, "import officials.csv --amend");
        said.lines().next().unwrap().to_owned()
    };
    let said = [
        refused("TV-2,,"),
        refused("TV-2,,no"),
        refused("TV-2,Lê Văn Bình,yes"),
        refused("TV-2,,gone"),
        refused("TUV-01,,yes"),
    ];
    insta::assert_snapshot!(said.join("\n"), @"
    officials.csv:2, column full_name (Full name): must not be empty
    officials.csv:2, column full_name (Full name): must not be empty
    officials.csv:2, column full_name (Full name) “Lê Văn Bình”: erased says that the name is gone, so this must be empty
    officials.csv:2, column erased (Name erased) “gone”: Yes or no is needed, not “gone”
    officials.csv:2, column erased (Name erased) “yes”: this official has a name on record, and importing erases none. To erase it: chibo official erase TUV-01 --reason TEXT
    ");
}

#[test]
fn closed_figures_that_the_records_contradict_are_refused() {
    let mut desk = town();
    copied(&mut desk);
    for month in ["6/2018", "7/2018"] {
        desk.says(&format!("reopen {month} --reason x"));
    }
    desk.says("meeting amend P1-01 --period 6/2018 --present 3");
    desk.write(
        "one/closings.csv",
        csv_of("period,closed_on,document", &["2018-06,2018-08-08,15-BC/VP"]),
    );
    let files = "import one/closings.csv copy/filed/2018-06.csv";
    let said = desk.refuses(1, files);
    assert!(said.contains("not those of the records: 2018-06 (P1-01)"), "{said}");
    let said = desk.refuses(1, &format!("{files} --dry-run --lang vi"));
    assert!(said.contains("khác với các bản ghi: tháng 6/2018 (P1-01)"), "{said}");
    desk.says("undo");
    desk.says(files);
    assert_eq!(desk.run("check").all(), "");
}
