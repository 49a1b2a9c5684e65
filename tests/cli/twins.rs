//! New records that could be the same as others are recorded, and whoever records them is told.

use crate::csv::csv_of;
use crate::desk::Desk;

fn note(said: &str) -> Vec<&str> {
    said.lines().filter(|line| line.starts_with("Note:") || line.starts_with("  ")).collect()
}

#[test]
fn a_new_record_that_could_be_another_is_recorded_with_a_note() {
    let desk = Desk::with_sample();
    for (line, expected) in [
        (
            "cell add P1-31 \"KHU PHO 2\" --committee P1 --founded 1/8/2018",
            "Note: P1-31 could be the same as P1-02 Khu phố 2: same name in the same committee; recorded as given.",
        ),
        (
            "cell add P1-3 \"Khu phố 33\" --committee P1 --founded 1/8/2018",
            "Note: P1-3 could be the same as P1-03 Khu phố 3: codes equal but for leading zeros; recorded as given.",
        ),
        (
            "official add TP-31 \"Đ/c Hồ Sỹ Tuỵ\"",
            "Note: TP-31 could be the same as TUV-08 Hồ Sỹ Tụy (Trưởng phòng Kinh tế): same name; recorded as given.",
        ),
        (
            "official add TUV-8 \"Hồ Thị Khác\"",
            "Note: TUV-8 could be the same as TUV-08 Hồ Sỹ Tụy (Trưởng phòng Kinh tế): codes equal but for leading zeros; recorded as given.",
        ),
        (
            "committee add P01 \"Phường Một\"",
            "Note: P01 could be the same as P1 Phường 1: codes equal but for leading zeros; recorded as given.",
        ),
        (
            "committee add XX \"phuong 2\"",
            "Note: XX could be the same as P2 Phường 2: same name; recorded as given.",
        ),
    ] {
        let said = desk.says(line);
        assert_eq!(note(&said), [expected], "{said}");
        assert!(said.starts_with("Added the "), "{said}");
        let said = desk.says(&format!("{line} --dry-run").replace("add ", "add X"));
        assert!(said.starts_with("Dry run"), "{said}");
    }
    let said = desk.says("official add TP-32 \"Nguyễn Ðức Bảo\"");
    assert_eq!(note(&said), Vec::<&str>::new(), "{said}");
    let said = desk.says("official add TP-33 \"Nguyễn Đức Bảo (Bí thư)\" --lang vi");
    assert!(
        said.contains(
            "Lưu ý: TP-33 có thể trùng với TP-32 Nguyễn Ðức Bảo: cùng họ tên; vẫn ghi như đã nhập."
        ),
        "{said}"
    );
    assert_eq!(desk.run("check").all(), "");
}

#[test]
fn what_cannot_be_the_same_gets_no_note() {
    let desk = Desk::with_sample();
    for line in [
        // The same name in another committee, and codes of which only the end has a zero.
        "cell add AD-44 \"Khu phố 7\" --committee AD --founded 1/8/2018",
        "cell add P1-20 \"Khu phố 20\" --committee P1 --founded 1/8/2018",
        "official add TUV-80 \"Hồ Sỹ Tụ\"",
        // The name was another cell's until the day before.
        "cell rename P1-04 \"Khu phố Bốn\" --on 1/8/2018",
        "cell add P1-44 \"Khu phố 4\" --committee P1 --founded 1/8/2018",
        "cell dissolve P1-05 --on 1/8/2018",
        "cell add P1-55 \"Khu phố 5\" --committee P1 --founded 1/8/2018",
        "cell merge P1-06 P1-07 --into \"P1-67=Khu phố 6\" --on 1/8/2018",
    ] {
        let said = desk.says(line);
        assert!(!said.contains("could be the same"), "chibo {line}\n{said}");
    }
}

#[test]
fn a_cell_that_a_split_founds_under_a_name_in_use_is_noted_too() {
    let desk = Desk::with_sample();
    let said = desk.says("cell split P1-03 --into P1-03 \"P1-30=Khu phố 4\" --on 20/7/2018");
    assert!(
        said.contains("Note: P1-30 could be the same as P1-04 Khu phố 4: same name in the same committee; recorded as given."),
        "{said}"
    );
}

#[test]
fn an_import_names_both_lines() {
    let desk = Desk::with_sample();
    desk.write(
        "in/cells.csv",
        csv_of(
            "code,name,kind,committee,founded",
            &[
                "001,Khu phố A,neighbourhood,P1,2018-01-01",
                "1,Khu phố  A,neighbourhood,P1,2018-01-01",
                "1-2,Khu phố Z,neighbourhood,P1,2018-01-01",
                "02-Jan,Khu phố Z,neighbourhood,P1,2018-01-01",
                "P1-88,Khu phố 8,neighbourhood,P2,2018-01-01",
                "P2-1,Khu phố mới,neighbourhood,P2,2018-01-01",
            ],
        ),
    );
    desk.write(
        "in/officials.csv",
        csv_of("code,full_name", &["X1,Ho Sy Tuy", "X2,Người Mới", "X3,Đ/c Người Mới"]),
    );
    desk.write(
        "in/committees.csv",
        csv_of("code,name,kind", &["HL1,Hải Lệ,commune", "HL01,Xã Hải Lệ,commune"]),
    );
    let before = desk.book();
    let said = desk.says("import in --dry-run");
    assert!(said.contains("could be the same as others, recorded as given (7):"), "{said}");
    assert!(before == desk.book());
    let said = desk.says("import in");
    let told: Vec<&str> = said.lines().skip_while(|line| !line.starts_with("Note:")).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    Note: new records that could be the same as others, recorded as given (7):
      in/committees.csv:3: HL01 Xã Hải Lệ and HL Xã Hải Lệ (on record): same name
      in/committees.csv:3: HL01 Xã Hải Lệ and HL1 Hải Lệ (in/committees.csv:2): codes equal but for leading zeros
      in/cells.csv:3: 1 Khu phố A and 001 Khu phố A (in/cells.csv:2): same name in the same committee
      in/cells.csv:5: 02-Jan Khu phố Z and 1-2 Khu phố Z (in/cells.csv:4): same name in the same committee
      in/cells.csv:7: P2-1 Khu phố mới and P2-01 Khu phố 1 (on record): codes equal but for leading zeros
      in/officials.csv:2: X1 Ho Sy Tuy and TUV-08 Hồ Sỹ Tụy (Trưởng phòng Kinh tế) (on record): same name
      in/officials.csv:4: X3 Đ/c Người Mới and X2 Người Mới (in/officials.csv:3): same name
    ");
    assert_eq!(desk.run("check").all(), "");
    // Once they are on record, they are not new.
    assert!(!desk.says("import in").contains("could be the same"));
    let said = desk.says("import in --lang vi");
    assert!(!said.contains("trùng"), "{said}");
    desk.says("undo");
    let said = desk.says("import in --lang vi");
    assert!(
        said.contains(
            "Lưu ý: bản ghi mới có thể trùng với bản ghi khác, vẫn ghi như trong tệp (7):"
        ),
        "{said}"
    );
    assert!(said.contains("(đã có trong sổ): cùng"), "{said}");
}

#[test]
fn an_import_with_many_twins_names_the_first_ones_and_counts_all() {
    let desk = Desk::with_new_book();
    let rows: Vec<String> = (1..=40).map(|n| format!("A{n},Lê Văn Trùng")).collect();
    desk.write("officials.csv", csv_of("code,full_name", &rows));
    let said = desk.says("import officials.csv");
    assert!(said.contains("could be the same as others, recorded as given (39):"), "{said}");
    assert_eq!(said.matches("same name").count(), 10, "{said}");
    assert!(said.contains("  … and 29 more"), "{said}");
}
