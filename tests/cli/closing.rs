//! Closed months: what was filed stays as it was filed, whatever command tries to change it (`records.md`,
//! section 7).

use std::sync::OnceLock;

use crate::csv::csv_of;
use crate::desk::{Desk, line_with};

/// The sample town with June and July 2018 closed.
fn closed_desk() -> Desk {
    static CLOSED: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::with_copy(&CLOSED, || {
        let desk = Desk::with_sample();
        desk.says("close 6/2018 --with-gaps");
        desk.says("close 7/2018 --with-gaps --document 45-BC/VP");
        desk
    })
}

/// What a report prints in every form, for the day of the closing.
fn printed(desk: &Desk, options: &str) -> String {
    let forms = ["--lang vi", "--lang en", "--format csv", "--format json"];
    forms.map(|form| desk.ok(&format!("report --period 7/2018 {options} {form}"))).concat()
}

#[test]
fn a_month_is_closed_printed_as_filed_and_opened_again() {
    let desk = Desk::with_sample();
    let said = desk.transcript(&[
        "close 7/2018",
        "close 7/2018 --with-gaps --document 45-BC/VP --dry-run",
        "reopen 7/2018 --reason \"Nhập nhầm\"",
        "close T7/2018 --with-gaps --document 45-BC/VP",
        "close 7/2018 --lang vi",
        "reopen 7/2018 --reason \"Nhập nhầm ngày\" --lang vi --dry-run",
        "reopen 7/2018 --reason \"Nhập nhầm ngày\"",
        "history",
        "history --lang vi",
        "history show 2",
        "history show 3 --lang vi",
    ]);
    insta::assert_snapshot!(without_fingerprints(&said));
}

/// A fingerprint depends on the time of recording.
fn without_fingerprints(text: &str) -> String {
    // On a screen its blanks are such that no line is broken there.
    let text = &text.replace('\u{a0}', " ");
    let is_print = |at: &str| {
        at.len() >= 19
            && at.bytes().take(19).enumerate().all(|(i, b)| match i % 5 {
                4 => b == b' ',
                _ => b.is_ascii_hexdigit(),
            })
    };
    let (mut out, mut at) = (String::new(), 0);
    while at < text.len() {
        if text.is_char_boundary(at + 19.min(text.len() - at)) && is_print(&text[at..]) {
            out += "FING ERPR INTX XXXX";
            at += 19;
        } else {
            let c = text[at..].chars().next().unwrap();
            out.push(c);
            at += c.len_utf8();
        }
    }
    out
}

#[test]
fn no_command_changes_the_figures_of_a_closed_month() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-03 --period 7/2018 --visitor TUV-05 --reason duty");
    desk.says("close 6/2018 --with-gaps");
    desk.says("close 7/2018 --with-gaps --document 45-BC/VP");
    // What the closed months do not count.
    desk.says("official add TP-09 \"Lê Văn Bình\"");
    desk.says("cell add P1-90 \"Khu phố 90\" --committee P1 --founded 1/8/2018");
    desk.says("assign P1-90 TP-09 --from 1/8/2018");
    let filed = printed(&desk, "");
    desk.write(
        "amend/meetings.csv",
        csv_of("period,cell,kind,held_on,visitors", &["2018-07,P1-01,regular,2018-07-06,none"]),
    );
    desk.write(
        "late/meetings.csv",
        csv_of("period,cell,kind,held_on,visitors", &["2018-07,P3-06,regular,2018-07-06,none"]),
    );
    desk.write(
        "dissolved/cells.csv",
        csv_of(
            "code,name,kind,committee,dissolved",
            &["P3-06,Khu phố 6,neighbourhood,P3,2018-07-31"],
        ),
    );
    desk.write(
        "moved/cells.csv",
        csv_of(
            "code,name,kind,committee,from",
            &["P3-06,Khu phố 6,neighbourhood,P3,", "P3-06,Khu phố 6,neighbourhood,P1,2018-07-01"],
        ),
    );
    desk.write(
        "kind/cells.csv",
        csv_of(
            "code,name,kind,committee,founded",
            &["P3-06,Khu phố 6,agency,P3,2009-01-01", "P1-77,Khu phố 77,village,P1,2010-01-01"],
        ),
    );
    desk.write(
        "ended/officials.csv",
        csv_of("code,full_name,active_until", &["LDB-04,Đỗ Minh Quyền,2018-06-20"]),
    );
    desk.write("settings.csv", csv_of("key,value", &["records_from,8/2018"]));
    for line in [
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned",
        "log-meeting P3-06 --period 7/2018 --not-held --reason holiday",
        "meeting amend P1-01 --period 7/2018 --no-visitor",
        "meeting amend P1-01 --period 7/2018 --visitor TUV-05",
        "meeting amend P1-01 --period 7/2018 --on 6/7/2018",
        "meeting amend P1-01 --period 7/2018 --total 30 --present 19",
        "meeting amend P1-01 --period 7/2018 --grade poor",
        "meeting amend P1-01 --period 7/2018 --not-held --reason disaster",
        "meeting amend HL-03 --period 7/2018 --clear reason",
        "meeting remove P1-01 --period 7/2018 --reason \"Ghi nhầm\"",
        "assign P1-01 TUV-05 --from 1/7/2018 --replace",
        "assign P1-01 TUV-05 --from 1/7/2018 --also",
        "assign P1-01 TUV-05 --from 1/6/2018 --until 1/8/2018 --also",
        "unassign P1-01 --on 1/7/2018",
        "unassign P3-06 --on 31/7/2018",
        "cell add P1-91 \"Khu phố 91\" --committee P1 --founded 1/1/2009",
        "cell add P1-92 \"Thôn 92\" --committee P1 --kind village --founded 31/7/2018",
        "config records_from 8/2018",
        "official retire LDB-04 --on 1/7/2018 --yes",
        "official recode TUV-01 TUV-99",
        "cell recode P1-01 P1-99",
        "committee recode P1 PX",
        "cell move P3-06 --to P1 --on 31/7/2018",
        "cell dissolve P3-06 --on 20/7/2018",
        "cell merge P3-06 P3-05 --into \"P3-99=Khu phố 99\" --on 20/7/2018 --document 1-QĐ",
        "cell merge P3-06 P3-05 --into P3-05 --on 20/7/2018 --document 1-QĐ",
        "cell split P3-06 --into P3-06 \"P3-99=Khu phố 99\" --on 20/7/2018 --document 1-QĐ",
        "committee dissolve P3 --cells-to P1 --on 31/7/2018",
        "import amend --amend",
        "import late",
        "import dissolved --amend",
        "import moved --amend",
        "import kind --amend",
        "import ended --amend",
        "import settings.csv --amend",
        "undo 2",
    ] {
        let said = desk.refuses(1, line);
        assert!(said.contains("the figures of a closed month: "), "chibo {line}\n{said}");
        assert!(said.contains("2018-07"), "chibo {line}\n{said}");
        // A dry run tells the same.
        assert_eq!(desk.refuses(1, &format!("{line} --dry-run")), said, "chibo {line}");
    }
    assert_eq!(printed(&desk, ""), filed);
    assert_eq!(printed(&desk, "--filed"), filed);
}

#[test]
fn a_refusal_names_the_cells_and_months_and_the_way_out() {
    let desk = closed_desk();
    let said = desk.refuses(1, "assign P1-01 TUV-05 --from 1/6/2018 --replace");
    insta::assert_snapshot!(said, @r"
    Error: This would change the figures of a closed month: 2018-06 (P1-01 Khu phố 1); 2018-07 (P1-01 Khu phố 1). Nothing was changed.
    Hint: Open each of these months again first: chibo reopen 2018-06 --reason TEXT
    ");
    let said = desk.refuses(1, "--lang vi log-meeting P3-06 --on 15/7/2018 --visitor assigned");
    insta::assert_snapshot!(said, @"
    Lỗi: Việc này làm thay đổi số liệu của tháng đã chốt: tháng 7/2018 (P3-06 Khu phố 6). Không có gì thay đổi.
    Gợi ý: Báo cáo đến muộn thì thêm --late: số liệu đã chốt giữ nguyên, buổi này được tính riêng. Muốn sửa số liệu đã chốt: chibo reopen 7/2018 --reason LÝ_DO
    ");
}

#[test]
fn a_refusal_for_many_months_and_cells_is_still_whole() {
    let desk = Desk::with_sample();
    for month in 1..=7 {
        desk.says(&format!("close {month}/2018 --with-gaps"));
    }
    for lang in ["vi", "en"] {
        let said = desk.refuses(1, &format!("config records_from 8/2018 --lang {lang}"));
        let (message, hint) = said.split_once('\n').unwrap();
        assert!(
            message.ends_with(
                ["Nothing was changed.", "Không có gì thay đổi."][usize::from(lang == "vi")]
            ),
            "{said}"
        );
        assert!(message.contains("AD-01") && message.contains("26"), "{said}");
        let month = ["2018-01", "1/2018"][usize::from(lang == "vi")];
        assert!(hint.contains(&format!("chibo reopen {month}")), "{said}");
    }
}

#[test]
fn names_titles_notes_recommendations_and_other_months_stay_free() {
    let desk = closed_desk();
    desk.write(
        "titles.csv/officials.csv",
        csv_of(
            "code,full_name,title,from",
            &["TUV-01,Lê Thị Khác,Thị ủy viên,", "TUV-01,Lê Thị Khác,Phó Bí thư,2018-07-01"],
        ),
    );
    desk.write(
        "names/cells.csv",
        csv_of("code,name,kind,committee", &["P1-01,Khu phố Một,neighbourhood,P1"]),
    );
    let figures = |desk: &Desk| {
        let row = desk.row("P1-01", "7/2018");
        ["assigned", "held_on", "visitors", "status", "present", "grade"]
            .map(|key| row[key].clone())
    };
    let before = figures(&desk);
    for line in [
        "meeting amend P1-01 --period 7/2018 --note \"Đã nhắc\" --theme \"Học tập\" --minutes-no 7 --remarks 9 --prepared yes --score 77",
        "import titles.csv --amend",
        "import names --amend",
        "log-meeting P1-01 --on 20/7/2018 --kind thematic --visitor assigned --recommend \"Nạo vét mương\"",
        "log-meeting P1-01 --on 2/8/2018 --visitor assigned",
        "assign P1-01 TUV-05 --from 1/9/2018 --replace",
        "meeting amend P1-01 --period 5/2018 --no-visitor",
    ] {
        desk.says(line);
    }
    assert_eq!(figures(&desk), before);
    // The filed paper still has the old name and no note.
    assert_eq!(desk.row("P1-01", "7/2018")["cell_name"], "Khu phố Một");
    let filed = desk.ok("report --period 7/2018 --filed --format csv");
    assert!(!filed.contains("Khu phố Một") && !filed.contains("Đã nhắc"), "{filed}");
}

#[test]
fn what_was_filed_is_printed_byte_for_byte_whatever_came_later() {
    let desk = closed_desk();
    let then = printed(&desk, "");
    desk.write("officials.csv", csv_of("code,full_name,title", &["TUV-01,Lê Thị Khác,Phó Bí thư"]));
    for line in [
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned --late",
        "import officials.csv --amend",
        "meeting amend P1-03 --period 7/2018 --note \"Đã nhắc\"",
        "reopen 7/2018 --reason \"Sửa số đảng viên\"",
        "meeting amend P1-01 --period 7/2018 --total 30 --present 30 --clear counts",
        "meeting remove P1-04 --period 7/2018 --reason \"Ghi nhầm\"",
        "assign P1-05 TUV-05 --from 1/7/2018 --replace",
    ] {
        let _ = desk.run(line);
        assert_eq!(printed(&desk, "--filed"), then, "after chibo {line}");
    }
    assert_ne!(printed(&desk, ""), then);
    let note = desk.run("report --period 7/2018 --filed").stderr;
    assert_eq!(note, "Note: 2018-07 was opened again after it was closed like this.\n");
    // Closed again, the latest filing is the one that is printed.
    desk.says("close 7/2018 --with-gaps");
    assert_ne!(printed(&desk, "--filed"), then);
    assert_eq!(printed(&desk, "--filed"), printed(&desk, ""));
}

#[test]
fn a_late_record_is_counted_beside_the_filed_figures() {
    let desk = closed_desk();
    desk.says("log-meeting P3-06 --on 15/7/2018 --visitor assigned --total 30 --present 25 --late");
    let report = desk.ok("report --period 7/2018");
    assert!(
        report.contains("closed on 2018-08-08 under 45-BC/VP, with late records\n  fingerprint "),
        "{report}"
    );
    insta::assert_snapshot!(
        without_fingerprints(&report).lines().take(12).collect::<Vec<_>>().join("\n")
    );
    let mut rows = report.lines().skip_while(|line| !line.contains("P3-06 Khu phố 6"));
    assert!(rows.next().is_some() && rows.next() == Some("      → Late report"), "{report}");
    assert_eq!(desk.row("P3-06", "7/2018")["late"], "yes");
    assert_eq!(desk.row("P1-01", "7/2018")["late"], "");
    let filed = desk.ok("report --period 7/2018 --filed");
    assert!(filed.contains("24/27") && !filed.contains("late"), "{filed}");
    let vietnamese = desk.ok("report --period 7/2018 --cell P3-06 --lang vi");
    let line = line_with(&vietnamese, "Có báo cáo");
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words, ["Có", "báo", "cáo", "0/1", "0%", "1/1", "100%"]);
    // It is amended and taken out as it was put in, and each of these is taken back.
    let refused = desk.refuses(1, "meeting amend P3-06 --period 7/2018 --present 26");
    assert!(refused.contains("--late"), "{refused}");
    desk.says("meeting amend P3-06 --period 7/2018 --present 26 --late");
    assert_eq!(desk.row("P3-06", "7/2018")["present"], "26");
    desk.says("undo");
    assert_eq!(desk.row("P3-06", "7/2018")["present"], "25");
    desk.says("meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm chi bộ\"");
    assert_eq!(desk.status("P3-06", "7/2018"), "missing");
    desk.says("undo");
    assert_eq!(desk.row("P3-06", "7/2018")["late"], "yes");
    desk.refuses(1, "meeting amend P1-01 --period 7/2018 --no-visitor --late");
    desk.says("undo 4");
    assert_eq!(desk.status("P3-06", "7/2018"), "missing");
    desk.says("redo");
    assert_eq!(desk.row("P3-06", "7/2018")["late"], "yes");
    desk.says("undo");
    // `--late` adds where nothing was filed, and changes nothing that was.
    desk.write(
        "late/meetings.csv",
        csv_of(
            "period,cell,kind,held_on,visitors",
            &["2018-07,P3-06,regular,2018-07-06,none", "2018-08,P1-01,regular,2018-08-02,none"],
        ),
    );
    desk.refuses(1, "import late");
    desk.says("import late --late");
    desk.write(
        "changed/meetings.csv",
        csv_of("period,cell,kind,held_on,visitors", &["2018-07,P1-01,regular,2018-07-06,none"]),
    );
    desk.refuses(1, "import changed --amend --late");
    desk.write(
        "both/assignments.csv",
        csv_of("cell,official,from,until", &["P1-02,TUV-05,2018-07-01,2018-08-01"]),
    );
    desk.refuses(1, "import both --late");
    assert_eq!(desk.row("P3-06", "7/2018")["late"], "yes");
}

#[test]
fn a_late_report_is_taken_whatever_else_comes_with_it_that_leaves_the_month_as_it_was() {
    let desk = Desk::with_sample();
    desk.says("close 7/2018 --with-gaps");
    desk.write(
        "both/meetings.csv",
        csv_of("period,cell,kind,held_on,visitors", &["2018-07,P3-06,regular,2018-07-06,none"]),
    );
    // The days of the assignment are within reach of July, and change nothing in it.
    desk.write("both/assignments.csv", csv_of("cell,official,from", &["P3-06,TUV-05,2018-08-01"]));
    desk.refuses(1, "import both");
    desk.says("import both --late");
    assert_eq!(desk.row("P3-06", "7/2018")["late"], "yes");
    desk.says("undo");
    // One that changes who was assigned is no late report.
    desk.write("both/assignments.csv", csv_of("cell,official,from", &["P3-06,TUV-05,2018-07-01"]));
    desk.refuses(1, "import both --late");

    // Reports begin with the first meeting on record: where there was none, a late one is the first.
    let desk = Desk::with_new_book();
    desk.says("committee add P1 \"Phường 1\"");
    desk.says("cell add C1 \"Khu phố 1\" --committee P1");
    desk.says("official add O1 \"Lê Văn Một\"");
    desk.says("close 5/2018 --with-gaps");
    desk.says("log-meeting C1 --on 5/5/2018 --visitor O1 --late");
    assert_eq!(desk.row("C1", "5/2018")["late"], "yes");
}

#[test]
fn what_was_taken_out_before_the_closing_does_not_come_back_as_a_late_record() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 15/7/2018 --visitor assigned");
    desk.says("meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm\"");
    desk.says("close 7/2018 --with-gaps");
    let said = desk.refuses(1, "undo 3");
    assert!(said.contains("the figures of a closed month: 2018-07 (P3-06 Khu phố 6)"), "{said}");
}

#[test]
fn every_heading_says_whether_its_months_are_closed() {
    let desk = Desk::with_sample();
    let line = |period: &str, part: &str| {
        let report = desk.ok(&format!("report --period {period}"));
        let report = report.replace("\n  ", " ");
        let line = line_with(&report, part);
        line.split_once("2018-08-08 · ").map_or(line, |(_, closed)| closed).to_owned()
    };
    assert_eq!(line("7/2018", "closed"), "the month is not closed");
    assert_eq!(line("2018-Q2", "closed"), "no month is closed");
    desk.says("close 5/2018 --with-gaps");
    desk.says("close 6/2018 --with-gaps");
    assert_eq!(line("2018-H1", "losed"), "closed: 2018-05 – 2018-06; other months are open");
    assert_eq!(line("5/2018..6/2018", "losed"), "closed: 2018-05 – 2018-06");
    assert!(line("6/2018", "losed").starts_with("closed on 2018-08-08 · fingerprint "));
    let json = desk.ok("report --period 2018-Q2 --format json");
    assert!(json.contains("2018-05;2018-06"), "{json}");
    // The fingerprint is that of its own closing.
    let one = line("5/2018", "fingerprint");
    desk.says("config office \"Văn phòng khác\"");
    assert_eq!(line("5/2018", "fingerprint"), one);
    assert_ne!(line("6/2018", "fingerprint"), one);
}

#[test]
fn the_differences_since_a_filing_name_the_rows_and_the_operations() {
    let mut desk = closed_desk();
    desk.set("COLUMNS", "260");
    let none = desk.ok("report --period 7/2018 --diff filed");
    assert!(none.contains("No row has changed."), "{none}");
    desk.says("log-meeting P3-06 --on 15/7/2018 --visitor assigned --late");
    desk.says("reopen 7/2018 --reason \"Sửa\"");
    desk.says("meeting amend P1-01 --period 7/2018 --visitor TUV-05 --reason duty");
    desk.says("config office \"Văn phòng khác\"");
    desk.says("assign P1-02 TUV-05 --from 1/7/2018 --replace");
    desk.says("meeting amend P1-03 --period 7/2018 --note \"Không đổi số liệu\"");
    let said = desk.transcript(&[
        "report --period 7/2018 --diff filed",
        "report --period 7/2018 --diff 7/2018 --lang vi",
        "report --period 7/2018 --diff 5 --format csv",
        "report --period 2018-Q3 --diff filed",
        "report --period 7/2018 --diff 6/2018",
        "report --period 7/2018 --diff soon",
        "report committees --diff filed",
    ]);
    insta::assert_snapshot!(without_fingerprints(&said));
}

#[test]
fn names_titles_and_notes_that_are_printed_otherwise_are_differences_too() {
    let mut desk = closed_desk();
    desk.set("COLUMNS", "200");
    for line in [
        "official post TUV-01 --on 1/7/2018 --title \"Phó Bí thư\"",
        "cell rename P1-02 \"Khu phố Hai\" --on 1/7/2018",
        "committee rename P3 \"Đảng bộ Phường Ba\" --on 1/7/2018",
        "meeting amend P1-03 --period 7/2018 --note \"Đã nhắc\"",
        // What holds only later, and persons' names, are printed as before.
        "cell rename P1-03 \"Khu phố Ba\" --on 1/8/2018",
        "official post TUV-02 --on 1/8/2018 --title \"Bí thư\"",
    ] {
        desk.says(line);
    }
    desk.write("officials.csv", csv_of("code,full_name", &["TUV-03,Lê Thị Khác"]));
    desk.says("import officials.csv --amend");
    let csv = |since: &str| desk.ok(&format!("report --period 7/2018 --diff {since} --format csv"));
    assert_eq!(csv("2"), csv("filed"));
    let said = desk.transcript(&[
        "report --period 7/2018 --diff filed --format csv",
        "report --period 7/2018 --diff filed --committee P1 --lang vi",
    ]);
    insta::assert_snapshot!(without_fingerprints(&said));
    // Taken back, nothing is printed otherwise.
    desk.says("undo 7");
    let said = desk.ok("report --period 7/2018 --diff filed --cell P1-03");
    assert!(said.contains("No row has changed."), "{said}");
}

#[test]
fn a_month_closed_before_anything_was_recorded_stays_in_the_reports() {
    let mut desk = Desk::with_new_book();
    desk.set("CHIBO_TODAY", "2018-04-10");
    for line in [
        "committee add P1 \"Đảng bộ Phường 1\" --kind ward",
        "cell add P1-01 \"Khu phố 1\" --kind neighbourhood --committee P1",
        "official add TUV-01 \"Lê Thị Mẫu\"",
        "assign P1-01 TUV-01 --from 1/1/2018",
        "close 2/2018 --with-gaps",
    ] {
        desk.says(line);
    }
    // Beginning with the month of the first meeting, reports would lose the row that was filed.
    let said = desk.says("log-meeting P1-01 --on 5/3/2018 --visitor assigned");
    assert!(said.contains("reports begin with 2018-02 (records_from)"), "{said}");
    desk.says("check");
    let filed = desk.ok("report --period 2/2018 --filed --format csv");
    assert_eq!(desk.ok("report --period 2/2018 --format csv"), filed);
}

#[test]
fn a_month_is_not_closed_as_of_a_day_before_meetings_that_are_recorded() {
    let desk = Desk::with_sample();
    for line in [
        "meeting remove P1-01 --period 6/2018 --reason \"Ghi nhầm\"",
        "log-meeting P1-01 --period 6/2018 --on 3/7/2018 --visitor assigned",
    ] {
        desk.says(line);
    }
    let before = desk.book();
    let said = desk.refuses(1, "close 6/2018 --with-gaps --today 2/7/2018");
    assert!(said.contains("that change the figures of 2018-06 for P1-01"), "{said}");
    assert_eq!(desk.book(), before);
    // The meetings of other months don't matter.
    desk.says("close 5/2018 --with-gaps --today 2/7/2018");
    desk.says("close 6/2018 --with-gaps");
    desk.says("check");
}

#[test]
fn a_new_cell_without_a_day_of_founding_is_said_to_count_and_never_gets_into_a_closed_month() {
    let mut desk = Desk::with_new_book();
    desk.set("CHIBO_TODAY", "2018-04-10");
    for line in [
        "committee add P1 \"Đảng bộ Phường 1\" --kind ward",
        "cell add P1-01 \"Khu phố 1\" --committee P1",
        "log-meeting P1-01 --on 5/2/2018 --no-visitor",
    ] {
        let said = desk.says(line);
        assert!(!said.contains("reports count"), "{said}");
    }
    let add = "cell add P1-90 \"Khu phố 90\" --committee P1";
    let said = desk.says(add);
    assert!(said.contains("reports count this cell from 2018-02 on"), "{said}");
    desk.says("undo");
    let said = desk.says(&format!("{add} --founded 1/4/2018"));
    assert!(!said.contains("reports count"), "{said}");
    desk.says("undo");
    desk.says("close 3/2018 --with-gaps");
    let said = desk.refuses(1, add);
    assert!(
        said.contains("closed month: 2018-03 (P1-90 Khu phố 90). Nothing was changed."),
        "{said}"
    );
    assert!(said.contains("add the day: --founded DATE"), "{said}");
    desk.says(&format!("{add} --founded 1/4/2018"));
}

#[test]
fn the_report_of_one_official_has_no_figures_of_the_whole_office() {
    let desk = closed_desk();
    desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned --late");
    let report = desk.ok("report officials --period 7/2018");
    assert!(report.contains("With late\n"), "{report}");
    let report = desk.ok("report officials --period 7/2018 --official LDB-04");
    assert!(!report.contains("With late\n"), "{report}");
    assert!(report.contains("late"), "{report}");
}

#[test]
fn a_month_is_kept_open_only_by_what_can_still_be_mended() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "close 7/2018");
    assert!(said.contains("P3-06 Khu phố 6 (no report)"), "{said}");
    assert!(!said.contains("P1-02") && !said.contains("HL-03"), "{said}");
    desk.says("log-meeting P3-06 --on 5/7/2018 --no-visitor");
    let said = desk.refuses(1, "close 7/2018 --lang vi");
    assert!(said.contains("Tháng 7/2018 còn 1 chi bộ có thể ghi bổ sung: P3-06"), "{said}");
    desk.says("meeting amend P3-06 --reason leave");
    let said = desk.says("close 7/2018");
    let told = "Without their assigned visitor (3): HL-03 Thôn An Thạnh (absent, reason given), P1-02 Khu phố 2 (substitute came), P3-06 Khu phố 6 (absent, reason given).";
    assert!(said.contains(told), "{said}");
}

#[test]
fn closing_writes_the_month_as_filed_and_a_backup_that_holds_the_closing() {
    let desk = Desk::with_sample();
    let said = desk.says("close 7/2018 --with-gaps -o july.csv --backup copy.db");
    assert!(said.contains("Written to july.csv") && said.contains("copy.db"), "{said}");
    let filed = desk.ok("report --period 7/2018 --filed --format csv");
    assert_eq!(String::from_utf8(desk.read("july.csv")).unwrap(), filed);
    assert_eq!(desk.ok("--db copy.db report --period 7/2018 --filed --format csv"), filed);
    desk.says("reopen 7/2018 --reason x");
    let said = desk.says("close 7/2018 --with-gaps -o again.csv --backup again.db --dry-run");
    assert!(said.starts_with("Dry run"), "{said}");
    assert!(!desk.path("again.csv").exists() && !desk.path("again.db").exists());
}

#[test]
fn no_month_is_closed_whose_file_or_backup_could_not_be_written() {
    let desk = Desk::with_sample();
    for (options, status) in [
        ("-o july.doc", 2),
        ("-o nowhere/july.csv", 1),
        ("-o book.db --format csv", 1),
        ("--backup book.db", 1),
        ("--backup nowhere/copy.db", 1),
        ("--format csv", 2),
    ] {
        desk.refuses(status, &format!("close 7/2018 --with-gaps {options}"));
    }
}
