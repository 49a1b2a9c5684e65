//! Records are found by what people type: a code, or a whole name.

use crate::csv::csv_of;
use crate::desk::Desk;

/// The code of the record that a text means.
fn found(desk: &Desk, kind: &str, text: &str) -> String {
    let answer = desk.call([kind, "show", text, "--format", "csv"]);
    assert_eq!(answer.status, 0, "{kind} “{text}”: {}", answer.stderr);
    let code = answer.stdout.lines().nth(1).and_then(|line| line.strip_prefix("code,"));
    code.unwrap_or_else(|| panic!("{}", answer.stdout)).to_owned()
}

#[test]
fn a_code_is_found_in_any_case() {
    let desk = Desk::with_sample();
    for text in ["P1-02", "p1-02", " P1-02 "] {
        assert_eq!(found(&desk, "cell", text), "P1-02");
    }
    assert_eq!(found(&desk, "official", "tuv-01"), "TUV-01");
    assert_eq!(found(&desk, "committee", "hl"), "HL");
}

#[test]
fn a_name_is_found_without_accents_in_both_normal_forms_and_with_either_tone_placement() {
    let desk = Desk::with_sample();
    let names = [
        "Hồ Sỹ Tụy",
        "ho sy tuy",
        "HỒ SỸ TỤY",
        "Hồ Sỹ Tuỵ",
        "Ho\u{302}\u{300} Sy\u{303} Tu\u{323}y",
        "  Hồ   Sỹ  Tụy ",
        "đ/c Hồ Sỹ Tụy",
        "Đồng chí Hồ Sỹ Tụy",
        "đ/c. Hồ Sỹ Tụy",
        "TUV-08 Hồ Sỹ Tụy",
        "Đồng chí: Hồ Sỹ Tụy.",
        "ĐC Hồ-Sỹ-Tụy",
    ];
    for name in names {
        assert_eq!(found(&desk, "official", name), "TUV-08", "{name}");
    }
    for name in [
        "Đặng Hữu Nghĩa",
        "Dang Huu Nghia",
        "đặng hữu nghĩa",
        "Ðặng Hữu Nghĩa",
        "ðặng hữu nghĩa",
        "Ɖặng Hữu Nghĩa",
        "ɖặng hữu nghĩa",
    ] {
        assert_eq!(found(&desk, "official", name), "TUV-09", "{name}");
    }
    for name in ["phường an đôn", "Phuong An Don"] {
        assert_eq!(found(&desk, "committee", name), "AD", "{name}");
    }
}

#[test]
fn a_cell_is_found_by_name_alone_where_that_is_enough_and_with_its_committee() {
    let desk = Desk::with_sample();
    for (text, code) in [
        ("Thôn Tân Phước", "HL-01"),
        ("chi bộ thôn Tân Phước", "HL-01"),
        ("thon an thanh", "HL-03"),
        ("Khu phố 7", "P1-07"),
        ("Khu phố 2, Phường 1", "P1-02"),
        ("khu pho 2,phuong 1", "P1-02"),
        ("Khu phố 2, P1", "P1-02"),
        ("Chi bộ Khu phố 2, Phường An Đôn", "AD-02"),
        ("P1-02 Khu phố 2", "P1-02"),
        ("khu phố 7.", "P1-07"),
    ] {
        assert_eq!(found(&desk, "cell", text), code, "{text}");
    }
}

#[test]
fn part_of_a_name_finds_nothing_but_is_offered() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "official show Bửu");
    assert!(said.contains("Hint: Nearest: TUV-03 Hoàng Kim Bửu"), "{said}");
    let said = desk.refuses(1, "official show \"Hoàng Kim Bủ\"");
    assert!(said.contains("TUV-03 Hoàng Kim Bửu"), "{said}");
    let said = desk.refuses(1, "cell show \"Khu phố 2, Phường 9\"");
    assert!(said.contains("no committee “Phường 9”"), "{said}");
    let said = desk.refuses(1, "cell show \"Khu phố 9, Phường 1\"");
    assert!(said.contains("no cell “Khu phố 9”") && !said.contains("P2-"), "{said}");
    let said = desk.refuses(1, "cell show \"\"");
    assert!(said.contains("See the list: chibo cell list"), "{said}");
}

#[test]
fn several_matches_are_listed_with_their_codes_and_nothing_is_done() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "assign P1-01 \"Lê Văn Thắng\" --from 1/8/2018 --also");
    assert!(
        said.contains("could be any of 2 officials: ")
            && said.contains("TUV-06")
            && said.contains("TP-02"),
        "{said}"
    );
    let said = desk.refuses(1, "log-meeting \"Khu phố 6\" --on 15/7/2018 --no-visitor");
    assert!(said.contains("P1-06") && said.contains("P2-06") && said.contains("P3-06"), "{said}");
}

#[test]
fn two_names_that_look_alike_are_both_listed() {
    let desk = Desk::with_sample();
    desk.says("official add A1 \"Nguyễn Đức Bảo\" --title \"Trưởng phòng\"");
    desk.says("official add A2 \"Nguyễn Ðức Bảo\" --title \"Phó phòng\"");
    for name in ["nguyen duc bao", "Nguyễn Đức Bảo", "Nguyễn Ɖức Bảo"] {
        let said =
            desk.refuses(1, &format!("log-meeting P3-06 --on 15/7/2018 --visitor \"{name}\""));
        assert!(said.contains("could be any of 2 officials"), "{said}");
        assert!(said.contains("A1") && said.contains("A2"), "{said}");
    }
}

#[test]
fn the_one_match_is_echoed_in_full() {
    let desk = Desk::with_sample();
    let said =
        desk.says("assign \"khu pho 1, phuong 1\" \"phan van quynh\" --from 1/8/2018 --also");
    assert!(said.starts_with("Assigned TUV-05 Phan Văn Quýnh (Trưởng ban Tổ chức Thị ủy) to P1-01 Khu phố 1 from 2018-08-01"), "{said}");
}

#[test]
fn names_in_force_on_the_day_come_before_earlier_ones() {
    let desk = Desk::with_sample();
    // Cell P1-02 is called Khu phố 22 from 2018; then P1-22 takes its old name.
    desk.write(
        "cells.csv",
        csv_of(
            "code,name,kind,committee,founded,regular_day,from",
            &[
                "P1-02,Khu phố 2,neighbourhood,P1,2009-01-01,3,",
                "P1-02,Khu phố Hai Mươi Hai,neighbourhood,P1,,,2018-08-01",
            ],
        ),
    );
    desk.says("import cells.csv");
    assert_eq!(found(&desk, "cell", "Khu phố Hai Mươi Hai"), "P1-02");
    assert_eq!(found(&desk, "cell", "Khu phố 2, Phường 1"), "P1-02", "its earlier name");
    desk.says("cell add P1-22 \"Khu phố 2\" --committee P1 --founded 1/8/2018");
    assert_eq!(found(&desk, "cell", "Khu phố 2, Phường 1"), "P1-22", "the name in force");
    let csv = desk.ok("cell show \"Khu phố 2, Phường 1\" --as-of 31/7/2018 --format csv");
    assert!(csv.contains("code,P1-02"), "{csv}");
}

#[test]
fn a_former_code_is_told_from_one_that_never_was() {
    let desk = Desk::with_sample();
    desk.says("cell recode P1-02 QT-02");
    desk.says("official recode TUV-05 CB-05");
    desk.says("committee recode P2 PH2");
    let hint = |line: &str| desk.refuses(1, line).lines().nth(1).unwrap().to_owned();
    assert_eq!(hint("cell show p1-02"), "Hint: p1-02 is a former code; it is now QT-02 Khu phố 2");
    assert_eq!(
        hint("log-meeting P1-02 --on 2/8/2018 --visitor assigned --lang vi"),
        "Gợi ý: P1-02 là mã cũ; nay là QT-02 Khu phố 2"
    );
    assert!(hint("official show TUV-05").contains("now CB-05 Phan Văn Quýnh"));
    assert!(hint("cell list --committee P2").contains("now PH2 Phường 2"));
    assert!(hint("cell show P1-77").starts_with("Hint: Nearest"));
    // What was taken back again never was.
    desk.says("cell add P1-78 \"Khu phố 78\" --committee P1 --founded 1/8/2018");
    desk.says("undo");
    assert!(!hint("cell show P1-78").contains("former"));
}
