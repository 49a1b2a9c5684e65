//! Committees, cells and officials: added, listed, shown.

use crate::csv::{csv_of, fields};
use crate::desk::Desk;

#[test]
fn committees_cells_and_officials_are_added_and_say_how_to_take_it_back() {
    let desk = Desk::with_new_book();
    let said = desk.says("committee add P1 \"Phường 1\" --kind ward --founded 1/1/2009");
    assert_eq!(
        said,
        "Added the committee P1 Phường 1 (operation 2; to take it back: chibo undo).\n"
    );
    let said = desk.says(
        "cell add P1-01 \"Khu phố 1\" --committee \"phuong 1\" --founded 1/1/2009 --regular-day 5",
    );
    assert_eq!(
        said,
        "Added the cell P1-01 Khu phố 1 (operation 3; to take it back: chibo undo).\n"
    );
    let said = desk.says("official add TUV-01 \"Trương Đình Thưởng\" --title \"Phó Bí thư\" --organisation \"Thị ủy\" --category committee-member --active-from 15/7/2015 --order 1");
    assert!(said.contains("TUV-01 Trương Đình Thưởng (Phó Bí thư)"), "{said}");

    assert_eq!(
        desk.ok("committee list --format csv"),
        csv_of("code,name,kind,cells,founded,dissolved", &["P1,Phường 1,ward,1,2009-01-01,"])
    );
    assert_eq!(
        desk.ok("cell list --format csv"),
        csv_of(
            "code,name,kind,committee,regular_day,founded,dissolved",
            &["P1-01,Khu phố 1,neighbourhood,P1,5,2009-01-01,"]
        )
    );
    assert_eq!(
        desk.ok("official list --format csv"),
        csv_of(
            "order,code,full_name,title,organisation,category,active_from,active_until",
            &["1,TUV-01,Trương Đình Thưởng,Phó Bí thư,Thị ủy,committee-member,2015-07-15,"]
        )
    );
}

#[test]
fn kinds_are_understood_by_key_and_by_word_in_either_language() {
    let desk = Desk::with_sample();
    desk.says("committee add X1 \"Xã Một\" --kind xã");
    desk.says("committee add X2 \"Xã Hai\" --kind Commune");
    desk.says("cell add X1-01 \"Thôn Một\" --committee X1 --kind thôn");
    desk.says("cell add X1-02 \"Trường Một\" --committee X1 --kind school");
    let csv = desk.ok("cell list --committee X1 --format csv");
    assert!(
        csv.contains("X1-01,Thôn Một,village,") && csv.contains("X1-02,Trường Một,school,"),
        "{csv}"
    );
    desk.refuses(2, "cell add X1-03 \"Thôn Ba\" --committee X1 --kind hamlet");
}

#[test]
fn every_kind_of_committee_is_understood_by_key_and_by_word_and_comes_back_out_of_files() {
    let mut desk = Desk::with_new_book();
    let kinds = [
        ("ward", "phường"),
        ("commune", "xã"),
        ("township", "thị trấn"),
        ("special-zone", "đặc khu"),
        ("agency", "cơ quan"),
        ("armed-forces", "lực lượng vũ trang"),
        ("sectional", "bộ phận"),
        ("other", "khác"),
    ];
    for (at, (key, word)) in kinds.into_iter().enumerate() {
        desk.says(&format!("committee add K{at} \"Đảng bộ {at}\" --kind {key}"));
        desk.says(&format!("committee add W{at} \"Đảng ủy {at}\" --kind \"{word}\""));
        let csv = desk.ok("committee list --format csv");
        assert!(csv.contains(&format!("K{at},Đảng bộ {at},{key},")), "{csv}");
        assert!(csv.contains(&format!("W{at},Đảng ủy {at},{key},")), "{csv}");
        let table = desk.ok("committee list --lang vi");
        assert!(table.contains(word), "{table}");
    }
    desk.says("export out");
    let files = desk.ok("committee list --format csv");
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    desk.says("import out");
    assert_eq!(desk.ok("committee list --format csv"), files);
}

#[test]
fn a_code_is_used_once_without_regard_to_case() {
    let desk = Desk::with_sample();
    for line in [
        "committee add p1 \"Phường 9\"",
        "cell add P1-01 \"Khu phố 9\" --committee P1",
        "cell add p1-01 \"Khu phố 9\" --committee P1",
        "official add tuv-01 \"Lê Văn Bình\"",
    ] {
        let said = desk.refuses(1, line);
        assert!(said.starts_with("Error: The code "), "{line}: {said}");
    }
    // A cell and a committee may have the same code: they are never meant in the same place.
    desk.says("cell add P1 \"Khu phố 9\" --committee P1 --founded 1/1/2009");
}

#[test]
fn names_and_codes_with_characters_that_cannot_stand_there_are_refused() {
    let desk = Desk::with_sample();
    for code in [
        "P 9",
        "Phường9",
        "-P9",
        "_P9",
        "P/9",
        "12345678901234567",
        "none",
        "ASSIGNED",
        "today",
        "",
    ] {
        let answer = desk.call(["cell", "add", "--committee", "P1", "--", code, "Khu phố 9"]);
        assert_eq!(answer.status, 2, "{code}: {}", answer.stderr);
    }
    for name in
        ["", "  ", "A;B", "A\tB", "A\nB", "A\u{200b}B", "A\u{202e}B", "A\u{2066}B", "A\u{7}"]
    {
        let answer = desk.call(["official", "add", "TP-09", name]);
        assert_eq!(answer.status, 2, "{name:?}: {}", answer.stderr);
    }
    assert_eq!(desk.ok("history --format csv").lines().count(), 2, "only the sample's operation");
}

#[test]
fn names_are_kept_trimmed_and_composed() {
    let desk = Desk::with_sample();
    // Typed as letters and separate marks, as some keyboards do.
    desk.call(["official", "add", "TP-09", "  Le\u{302} Thi\u{323} U\u{309}y  "]);
    let csv = desk.ok("official list --format csv");
    let line = csv.lines().find(|line| line.contains("TP-09")).unwrap();
    assert_eq!(fields(line)[2], "Lê Thị Ủy");
}

#[test]
fn one_record_is_shown_in_full() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "committee show P3",
        "cell show \"Khu phố 3, Phường 2\"",
        "official show TUV-08",
        "official show TUV-14",
    ]));
}

#[test]
fn what_is_shown_to_programs_is_the_same_in_every_language() {
    let mut desk = Desk::with_sample();
    let lines = [
        "where",
        "config",
        "committee list",
        "committee show P3",
        "cell list",
        "cell show P1-02",
        "official list",
        "official show TUV-08",
        "assign --list",
        "meeting list",
        "meeting show P1-02 --period 7/2018",
        "meeting show P3-02 --period 7/2018 --kind thematic",
        "report --period 7/2018",
        "report composition",
        "history",
    ];
    for format in ["csv", "json"] {
        for line in lines {
            let line = format!("{line} --format {format}");
            let english = desk.set("CHIBO_LANG", "en").ok(&line);
            let vietnamese = desk.set("CHIBO_LANG", "vi").ok(&line);
            assert_eq!(english, vietnamese, "chibo {line}");
        }
    }
}

#[test]
fn lists_are_those_of_a_day() {
    let desk = Desk::with_sample();
    let officials = |line: &str| desk.ok(&format!("official list {line} --format csv"));
    assert!(!officials("").contains("TUV-14"), "no longer active");
    assert!(officials("--as-of 28/2/2018").contains("TUV-14"), "his last day");
    assert!(!officials("--as-of 1/3/2018").contains("TUV-14"));
    assert!(officials("--all").contains("TUV-14"));
    assert!(officials("--as-of 14/11/2017").contains("Chánh Văn phòng HĐND"), "his former post");
    assert!(officials("--as-of 15/11/2017").contains("Trưởng phòng Kinh tế"));
    assert_eq!(desk.ok("cell list --as-of 31/12/2008 --format csv").lines().count(), 1);
}

#[test]
fn codes_are_in_natural_order() {
    let desk = Desk::with_sample();
    desk.says("cell add P1-10 \"Khu phố 10\" --committee P1 --founded 1/1/2009");
    desk.says("cell add P1-9 \"Khu phố 9\" --committee P1 --founded 1/1/2009");
    let csv = desk.ok("cell list --committee P1 --format csv");
    let codes: Vec<String> = csv.lines().skip(1).map(|line| fields(line)[0].clone()).collect();
    assert_eq!(codes[6..], ["P1-07", "P1-9", "P1-10"]);
}

#[test]
fn a_dry_run_says_what_would_happen_and_keeps_nothing() {
    let desk = Desk::with_sample();
    let before = desk.book();
    for (line, said) in [
        (
            "cell add P1-09 \"Khu phố 9\" --committee P1 --founded 1/1/2009",
            "Added the cell P1-09 Khu phố 9.",
        ),
        ("assign P1-01 TUV-05 --from 1/8/2018 --also", "Assigned TUV-05"),
        ("unassign P1-01 --on 1/8/2018", "Ended the assignment of TUV-01"),
        ("log-meeting P3-06 --on 15/7/2018 --visitor assigned", "Recorded the meeting"),
        ("meeting amend P1-01 --period 7/2018 --total 29", "Amended the meeting"),
        ("meeting remove P1-01 --period 7/2018 --reason x", "Removed the meeting"),
        ("config office \"Thị ủy\"", "Changed the setting office"),
        ("config lang vi", "Changed the setting lang"),
    ] {
        let answer = desk.says(&format!("{line} --dry-run"));
        assert!(
            answer.starts_with(&format!("Dry run, nothing is kept; the answer would be: {said}")),
            "{answer}"
        );
        assert!(!answer.contains("chibo undo"), "{answer}");
        assert!(desk.book() == before, "chibo {line} --dry-run");
    }
    desk.refuses(1, "assign P1-01 TUV-05 --from 1/8/2018 --dry-run");
    assert_eq!(desk.files(), ["book.db"]);
}
