//! Files into the record file: all of them good, or nothing of them.

use crate::csv::csv_of;
use crate::desk::Desk;

/// A folder of a ward for July 2018; P3-06 has no record yet in the sample.
fn ward() -> String {
    csv_of(
        "period,cell,held_on,visitors,total,present,note",
        &["2018-07,P3-06,15/7/2018,LDB-04,25,20,", "2018-07,P1-01,5/7/2018,TUV-01,28,20,"],
    )
}

#[test]
fn a_dry_run_says_what_would_be_imported_then_it_is_and_then_nothing_is_left_to_do() {
    let desk = Desk::with_sample();
    let before = desk.book();
    desk.write(
        "ward/meetings.csv",
        csv_of(
            "period,cell,held_on,visitors",
            &["2018-07,P3-06,15/7/2018,LDB-04", "2018-08,P3-06,1/8/2018,none"],
        ),
    );
    let said = desk.says("import ward --dry-run");
    assert!(
        said.starts_with(
            "Dry run, nothing is kept; the answer would be: Imported 2 new records, 0 changed, 0 unchanged.\n"
        ),
        "{said}"
    );
    assert!(desk.book() == before);
    let said = desk.says("import ward");
    insta::assert_snapshot!(said, @r"
    Imported 2 new records, 0 changed, 0 unchanged (operation 2; to take it back: chibo undo).
      meetings.csv: new 2, changed 0, unchanged 0
      meetings.csv, Held on: earliest 2018-07-15, latest 2018-08-01
      months: 2018-07, 2018-08
      results: Attended 1; Absent, no reason recorded 1
    ");
    let after = desk.book();
    let said = desk.says("import ward");
    assert!(
        said.starts_with("Nothing changes: 2 records of the files are recorded already.\n"),
        "{said}"
    );
    assert!(desk.book() == after, "no operation is made of nothing");
}

#[test]
fn another_value_is_a_fault_unless_amending_is_asked_for() {
    let desk = Desk::with_sample();
    desk.write("meetings.csv", ward());
    desk.says("import meetings.csv --amend");
    desk.says("undo");
    desk.write(
        "other.csv",
        csv_of(
            "period,cell,held_on,visitors,total,exempt,away,present,excused",
            &["2018-07,P1-01,5/7/2018,TUV-01,29,4,1,20,2"],
        ),
    );
    let said = desk.refuses(3, "import other.csv");
    assert!(said.starts_with("other.csv:2, column total (Members in all) “29”: on record is “28”, in the file “29”; if the file is right, add --amend\n"), "{said}");
    let said = desk.says("import other.csv --amend");
    assert!(said.starts_with("Imported 0 new records, 1 changed, 0 unchanged"), "{said}");
    let row = desk.row("P1-01", "7/2018");
    assert_eq!(
        (row["total"].as_str(), row["grade"].as_str()),
        ("29", "good"),
        "an absent column leaves the value"
    );
    desk.says("undo");
    assert_eq!(desk.row("P1-01", "7/2018")["total"], "28");
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let mut desk = Desk::with_sample();
    desk.write(
        "ward/cells.csv",
        csv_of("code,name,kind,committee", &["P9-01,Khu phố 1,hamlet,P9", "P 2,,village,P1"]),
    );
    desk.write("ward/officials.csv", csv_of("code,full_name,colour", &["TP-09,Lê; Bình,red"]));
    desk.write(
        "ward/meetings.csv",
        csv_of(
            "period,cell,kind,held_on,not_held_reason,visitors,total,present,note",
            &[
                "2018-07,P3-06,regular,31/02/2018,,LDB-04,25,20,",
                "2018-13,P3-06,regular,2018-07-15,,LDB-04,25,20,",
                "2018-07,P3-66,regular,2018-07-15,,LDB-04,-3,20,",
                "2018-07,P3-06,regular,2018-07-15,,,25,26,số thẻ 123456789012",
                "2018-07,P3-06,regular,2018-07-15,holiday,TUV-99,,,",
                "2018-07,P3-06,regular,,,,,,Mưa",
                "2018-06,P3-06,regular,,holiday,none,,,",
                "2018-07,P3-06,regular",
            ],
        ),
    );
    desk.write("ward/recommendations.csv", "");
    desk.write("ward/notes.csv", "a,b\n");
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        let said = desk.refuses(3, "import ward");
        insta::assert_snapshot!(
            format!("all_faults_{lang}"),
            desk.redacted(&said).replace('\\', "/")
        );
    }
}

/// Imports one file, which must be refused as a whole with these words.
fn refused(desk: &Desk, name: &str, content: impl AsRef<[u8]>, words: &str) {
    desk.write(name, content);
    let said = desk.refuses(3, &format!("import {name}"));
    assert!(said.contains(words), "{name}: {said}");
    assert!(said.contains("nothing was imported"), "{name}: {said}");
}

#[test]
fn text_in_another_encoding_or_no_text_at_all_is_refused_with_a_way_out() {
    let desk = Desk::with_sample();
    refused(
        &desk,
        "cells.csv",
        b"code,name,kind,committee\nX-1,Ph\xf5\xf6ng 1,village,P1\n",
        "cells.csv:2: the text is not Unicode",
    );
    refused(&desk, "cells.csv", b"PK\x03\x04\0\0\0\0", "the workbook is damaged");
    refused(&desk, "cells.csv", b"", "the file is empty and has no headings");
    refused(&desk, "cells.csv", b"\xef\xbb\xbf\r\n\r\n", "the file is empty and has no headings");
}

#[test]
fn rows_and_columns_that_do_not_fit_are_refused() {
    let desk = Desk::with_sample();
    let cut_off = &ward()[..ward().len() - 14];
    refused(
        &desk,
        "meetings.csv",
        cut_off,
        "meetings.csv:3: the last row lacks cells and does not end",
    );
    refused(
        &desk,
        "cells.csv",
        csv_of("code,name,kind,comittee", &["X-1,X,village,P1"]),
        "there is no such column; nearest: committee",
    );
    refused(
        &desk,
        "cells.csv",
        csv_of("code,name,code", &["X-1,X,X-2"]),
        "this column stands twice",
    );
    refused(&desk, "cells.csv", csv_of("name,kind", &["X,village"]), "this column is missing");
    refused(
        &desk,
        "things.csv",
        csv_of("a,b,c", &["1,2,3"]),
        "neither the name nor the columns tell what this file is",
    );
    refused(
        &desk,
        "meetings.csv",
        csv_of(
            "period,cell,held_on,visitors,note",
            &["2018-07,P3-06,2018-07-15,LDB-04,\"never closed"],
        ),
        "a quote is not closed before the file ends; the file may be cut off",
    );
    desk.refuses(3, "import nowhere.csv");
    std::fs::create_dir(desk.path("empty")).unwrap();
    let said = desk.refuses(3, "import empty");
    assert!(said.contains("the folder has none of the files that chibo knows"), "{said}");
}

#[test]
fn values_that_break_a_rule_are_refused() {
    let desk = Desk::with_sample();
    let meeting = |values: &str| {
        csv_of(
            "period,cell,held_on,visitors,total,present,note",
            &[format!("2018-07,P3-06,{values}")],
        )
    };
    for (values, words) in [
        ("31/02/2018,LDB-04,25,20,", "There is no day “31/02/2018”"),
        ("5/7/18,LDB-04,25,20,", "needs four digits"),
        ("2018-07-15,LDB-04,-25,20,", "“-25” cannot stand for members in all"),
        ("2018-07-15,LDB-04,25,26,", "26 present is more than 25 in all"),
        ("2018-07-15,LDB-04,25,20,Thẻ 045201000123", "nine or more digits in a row"),
        ("2018-07-15,,25,20,", "it is not said who came"),
        ("2018-08-15,LDB-04,25,20,", "is after today"),
        ("2018-05-15,LDB-04,25,20,", "too far from 2018-07"),
        ("2018-07-15,TUV-14,25,20,", "is not active on 2018-07-15"),
        ("2018-07-15,LDB-04;LDB-04,25,20,", "stands twice among the visitors"),
        ("2018-07-15,LDB-44,25,20,", "there is no such code; nearest:"),
        ("2018-07-15,LDB-04,25,20,Mất\u{200b}điện", "cannot be seen (U+200B)"),
    ] {
        refused(&desk, "meetings.csv", meeting(values), words);
    }
    refused(
        &desk,
        "committees.csv",
        csv_of("code,name,kind,founded,dissolved", &["X1,Xã X,commune,2010-01-01,2009-01-01"]),
        "which is not after its first day",
    );
    refused(
        &desk,
        "committees.csv",
        csv_of(
            "code,name,kind,founded,dissolved,from",
            &["X1,Xã X,commune,2010-01-01,,", "X1,Xã Y,commune,2010-01-01,,2009-05-01"],
        ),
        "does not exist on the day of change, 2009-05-01",
    );
    refused(
        &desk,
        "successions.csv",
        csv_of("from_cell,to_cell,on,document", &["P1-01,P1-01,2018-01-01,"]),
        "cannot succeed itself",
    );
    refused(
        &desk,
        "settings.csv",
        csv_of("key,value", &["sample,maybe"]),
        "Only “yes” can stand here",
    );
    refused(
        &desk,
        "cells.csv",
        csv_of(
            "code,name,kind,committee,founded",
            &["X-1,Một,village,P1,2009-01-01", "x-1,Hai,village,P1,2009-01-01"],
        ),
        "the same record with other values stands at",
    );
    refused(
        &desk,
        "assignments.csv",
        csv_of("cell,official,from", &["P1-01,TUV-01,2018-01-01"]),
        "is assigned to P1-01",
    );
}

#[test]
fn a_file_that_writes_the_month_first_has_no_sure_date() {
    let desk = Desk::with_sample();
    let file = &csv_of(
        "period,cell,held_on,visitors",
        &["2018-07,P3-06,07/05/2018,LDB-04", "2018-06,P3-02,06/25/2018,TUV-09"],
    );
    desk.write("meetings.csv", file);
    let said = desk.refuses(3, "import meetings.csv");
    assert!(said.contains("meetings.csv:2, column held_on (Held on) “07/05/2018”: the date “06/25/2018” on line 3 shows that the file writes the month first"), "{said}");
}

#[test]
fn the_templates_are_written_once_and_can_be_imported() {
    let desk = Desk::with_new_book();
    let said = desk.says("import --template forms");
    assert_eq!(said, "Wrote 16 template files into forms. Once filled in: chibo import forms\n");
    desk.refuses(1, "import --template forms");
    let said = desk.says("import forms");
    assert!(said.starts_with("The files have no records"), "{said}");
    desk.refuses(2, "import");
    desk.refuses(2, "import forms --template other");
}

#[test]
fn a_whole_town_is_imported_from_its_folder_and_reports_as_the_sample_does() {
    let desk = Desk::with_new_book();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/quang-tri");
    let answer = desk.call(["import", folder]);
    assert_eq!(answer.status, 0, "{}", answer.stderr);
    assert_eq!(desk.coverage("2017-06..2018-07"), Desk::with_sample().coverage("2017-06..2018-07"));
    assert_eq!(desk.ok("history --format csv").lines().count(), 3, "one folder is one operation");
}

#[test]
fn files_as_a_spreadsheet_writes_them_are_read() {
    let desk = Desk::with_sample();
    desk.write(
        "thang7.csv",
        "\u{feff}Tháng;Chi bộ;Ngày sinh hoạt;Người dự;Tổng số đảng viên;Có mặt\r\nT7/2018;P3-06;15/7/2018;không có;25;20\r\n",
    );
    desk.says("import thang7.csv");
    let row = desk.row("P3-06", "7/2018");
    assert_eq!((row["status"].as_str(), row["total"].as_str()), ("absent", "25"));
}

#[test]
fn a_word_of_the_commands_is_no_visitor_in_a_file() {
    let desk = Desk::with_sample();
    let rows = &csv_of("period,cell,held_on,visitors", &["2018-07,P3-06,2018-07-15,assigned"]);
    refused(
        &desk,
        "meetings.csv",
        rows.as_bytes(),
        "a file needs codes of officials, such as TUV-01;TUV-02, or “none”",
    );
}

#[cfg(unix)]
#[test]
fn a_device_that_never_ends_is_not_read() {
    let desk = Desk::with_sample();
    let said = desk.refuses(3, "import /dev/zero");
    assert!(said.starts_with("/dev/zero: is no ordinary file"), "{said}");
}

#[test]
fn every_fault_of_a_row_is_told_at_once() {
    let desk = Desk::with_sample();
    desk.write(
        "meetings.csv",
        csv_of(
            "period,cell,held_on,visitors,absence_reason,total,exempt,away,present,excused,grade",
            &[
                "2018-07,P3-06,2018-07-15,C66,C67=duty,15,0,0,16,0,best",
                "2018-07,P3-99,2018-07-15,TUV-99,,15,0,0,14,0,good",
                "2018-07,P3-98,15.7/2018,TUV-98,,15,0,0,14,0,good",
            ],
        ),
    );
    desk.write(
        "officials.csv",
        csv_of("code,full_name,category,active_until", &["TP-90,Lê Văn Mẫu,nobody,soon"]),
    );
    let said = desk.refuses(3, "import meetings.csv officials.csv");
    let places: Vec<&str> =
        said.lines().filter_map(|line| line.split_once(" (")).map(|(place, _)| place).collect();
    assert_eq!(
        places,
        [
            "meetings.csv:2, column visitors",
            "meetings.csv:2, column absence_reason",
            "meetings.csv:2, column present",
            "meetings.csv:2, column grade",
            "meetings.csv:3, column cell",
            "meetings.csv:3, column visitors",
            "meetings.csv:4, column cell",
            "meetings.csv:4, column held_on",
            "meetings.csv:4, column visitors",
            "officials.csv:2, column category",
            "officials.csv:2, column active_until",
        ],
        "{said}"
    );
    // What is told already is not told twice: the official that the first row is about is in a faulty row.
    desk.write(
        "meetings.csv",
        csv_of("period,cell,held_on,visitors", &["2018-07,P3-06,2018-07-15,TP-90"]),
    );
    let said = desk.refuses(3, "import meetings.csv officials.csv");
    assert!(!said.contains("meetings.csv"), "{said}");
}

#[test]
fn assignments_of_a_file_list_the_recorded_months_whose_result_changes() {
    let desk = Desk::with_sample();
    desk.write(
        "assignments.csv",
        csv_of(
            "cell,official,from,until",
            &["P1-01,TUV-01,2017-06-01,2018-07-01", "P1-01,TUV-07,2018-07-01,"],
        ),
    );
    let told = "The result changes in 1 row of reports:\n  2018-07 P1-01 Khu phố 1: Attended → Substitute came\n";
    for line in ["import assignments.csv --amend --dry-run", "import assignments.csv --amend"] {
        let said = desk.says(line);
        assert!(said.ends_with(told), "{said}");
    }
}

#[test]
fn successions_kinds_and_the_first_period_of_files_say_what_they_change() {
    let desk = Desk::with_sample();
    desk.says("cell add P1-90 \"Khu phố 90\" --committee P1 --founded 12/7/2018");
    desk.write(
        "successions.csv",
        csv_of("from_cell,to_cell,on,document", &["P1-01,P1-90,2018-07-12,1-QĐ"]),
    );
    let said = desk.says("import successions.csv");
    assert!(said.ends_with("The result changes in 1 row of reports:\n  2018-07 P1-90 Khu phố 90: not counted → Attended\n"), "{said}");
    desk.write("cells.csv", csv_of("code,name,kind,committee", &["P1-02,Khu phố 2,school,P1"]));
    desk.says("unassign P1-02 --on 1/7/2018");
    let said = desk.says("import cells.csv --amend");
    assert!(
        said.ends_with("  2018-07 P1-02 Khu phố 2: No visitor assigned → not counted\n"),
        "{said}"
    );
    desk.write("settings.csv", csv_of("key,value", &["records_from,5/2018"]));
    let said = desk.says("import settings.csv --amend");
    assert!(said.ends_with("Reports now begin with 2018-05; before, with 2017-06.\n"), "{said}");
    let said = desk.says("undo");
    assert!(said.ends_with("Reports now begin with 2017-06; before, with 2018-05.\n"), "{said}");
    let said = desk.says("redo");
    assert!(said.ends_with("Reports now begin with 2018-05; before, with 2017-06.\n"), "{said}");
    desk.write("successions.csv", csv_of("from_cell,to_cell,on", &["P1-01,P1-01,2018-07-12"]));
    let said = desk.refuses(3, "import successions.csv");
    assert!(said.starts_with("successions.csv:2, column to_cell"), "{said}");
}

#[test]
fn reasons_for_absence_that_no_command_would_take_are_recorded_from_files_and_said() {
    let desk = Desk::with_sample();
    desk.write(
        "meetings.csv",
        "period,cell,held_on,visitors,absence_reason\n\
         2018-08,P1-01,2018-08-05,TUV-01,duty\n\
         2018-08,P1-02,2018-08-05,none,TUV-01=leave\n\
         2018-08,P1-03,2018-08-05,none,duty\n",
    );
    let note = "Note: reasons for absence where nobody assigned was absent, or of officials not assigned, recorded as given (2): P1-01 Khu phố 1 2018-08; P1-02 Khu phố 2 2018-08\n";
    let said = desk.says("import meetings.csv --dry-run");
    assert!(said.contains(note), "{said}");
    let said = desk.says("import meetings.csv --dry-run --lang vi");
    assert!(said.contains("hoặc của người không được phân công, vẫn ghi như trong tệp: P1-01 Khu phố 1 8/2018; P1-02 Khu phố 2 8/2018\n"), "{said}");
    // Assignments of the same files count.
    desk.write("assignments.csv", "cell,official,from\nP1-02,TUV-01,2018-08-01\n");
    let said = desk.says("import meetings.csv assignments.csv --dry-run");
    assert!(said.contains("recorded as given (1): P1-01 Khu phố 1 2018-08\n"), "{said}");
    desk.says("import meetings.csv");
    // What is there already is not said again.
    assert!(!desk.says("import meetings.csv").contains("Note"));
}

#[test]
fn an_export_made_after_an_assignment_was_ended_comes_back_with_its_reasons() {
    let mut desk = Desk::with_sample();
    desk.says("meeting amend P1-01 --period 7/2018 --no-visitor --reason duty");
    desk.says("unassign P1-01 --on 1/7/2018");
    desk.says("export copy");
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    let said = desk.says("import copy");
    assert!(said.contains("recorded as given (1): P1-01 Khu phố 1 2018-07\n"), "{said}");
    desk.says("export again");
    let meetings = |folder: &str| std::fs::read(desk.path(folder).join("meetings.csv")).unwrap();
    assert_eq!(meetings("again"), meetings("copy"));
}
