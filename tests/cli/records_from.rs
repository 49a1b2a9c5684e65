//! With which month reports begin: who sets it, who moves it, and what is said of meetings before it.

use std::sync::OnceLock;

use crate::csv::csv_of;
use crate::desk::Desk;

/// A book with a cell, an official and his assignment.
fn desk() -> Desk {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::with_copy(&BOOK, || {
        let desk = Desk::with_new_book();
        for line in [
            "committee add P1 \"Phường 1\"",
            "cell add C1 \"Khu phố 1\" --committee P1 --founded 1/1/2010",
            "official add O1 \"Lê Văn Một\"",
            "assign C1 O1 --from 1/1/2018",
        ] {
            desk.says(line);
        }
        desk
    })
}

fn first_period(desk: &Desk) -> String {
    let csv = desk.ok("config records_from --format csv");
    csv.lines().nth(1).and_then(|line| line.split(',').nth(1)).unwrap_or_default().to_owned()
}

fn periods_with_rows(desk: &Desk) -> Vec<String> {
    let csv = desk.coverage("2018-05..2018-07");
    csv.lines().skip(1).map(|line| line[..7].to_owned()).collect()
}

#[test]
fn the_first_meeting_sets_it_and_says_so_in_both_languages() {
    for (lang, said) in [
        (
            "en",
            "From now on reports begin with 2018-06 (records_from); for another one: chibo config records_from PERIOD\n",
        ),
        (
            "vi",
            "Từ nay báo cáo tính từ tháng 6/2018 (records_from); muốn tính từ tháng khác: chibo config records_from THÁNG\n",
        ),
    ] {
        let desk = desk();
        assert_eq!(periods_with_rows(&desk), ["2018-05", "2018-06", "2018-07"]);
        let line = format!("log-meeting C1 --on 5/6/2018 --visitor O1 --lang {lang}");
        let answer = desk.says(&format!("{line} --dry-run"));
        assert!(answer.ends_with(said), "{answer}");
        assert_eq!(first_period(&desk), "");
        let answer = desk.says(&line);
        assert!(answer.ends_with(said), "{answer}");
        assert_eq!(first_period(&desk), "2018-06");
        assert_eq!(periods_with_rows(&desk), ["2018-06", "2018-07"]);
        // The next one has nothing to set, and nothing to say of it.
        let line = format!("log-meeting C1 --on 5/7/2018 --visitor O1 --lang {lang}");
        let answer = desk.says(&line);
        assert!(!answer.contains("records_from"), "{answer}");
        desk.says("check");
    }
}

#[test]
fn a_meeting_of_any_kind_sets_it_held_or_not() {
    for line in [
        "log-meeting C1 --on 5/6/2018 --kind thematic",
        "log-meeting C1 --period 6/2018 --not-held --reason holiday",
    ] {
        let desk = desk();
        desk.says(line);
        assert_eq!(first_period(&desk), "2018-06", "{line}");
    }
}

#[test]
fn it_is_part_of_the_operation_that_undo_takes_back_and_redo_does_again() {
    let desk = desk();
    desk.says("log-meeting C1 --on 5/6/2018 --visitor O1");
    let shown = desk.ok("history show 6");
    assert!(shown.contains("records_from") && shown.contains("2018-06"), "{shown}");
    let said = desk.says("undo");
    assert!(
        said.ends_with("The first month of reports (records_from) is not set any more.\n"),
        "{said}"
    );
    assert_eq!(first_period(&desk), "");
    let said = desk.says("redo");
    assert!(said.contains("From now on reports begin with 2018-06"), "{said}");
    assert_eq!(first_period(&desk), "2018-06");
    desk.says("undo --lang vi");
    // The next one is the first again.
    desk.says("log-meeting C1 --on 5/7/2018 --visitor O1");
    assert_eq!(first_period(&desk), "2018-07");
    desk.says("check");
}

#[test]
fn taken_back_while_later_meetings_stay_every_period_counts_until_one_is_set() {
    for (lang, said) in [
        (
            "en",
            "No first month is set for reports any more (records_from), so every month counts; to set one: chibo config records_from PERIOD\n",
        ),
        (
            "vi",
            "Tháng bắt đầu tính báo cáo (records_from) không còn được đặt nên mọi tháng đều được tính; đặt lại: chibo config records_from THÁNG\n",
        ),
    ] {
        let desk = desk();
        desk.says("log-meeting C1 --on 5/6/2018 --visitor O1");
        desk.says("log-meeting C1 --on 5/7/2018 --visitor O1");
        let answer = desk.says(&format!("undo 6 --lang {lang}"));
        assert!(answer.ends_with(said), "{answer}");
        assert_eq!(periods_with_rows(&desk), ["2018-05", "2018-06", "2018-07"]);
        // It is no longer the first meeting that is recorded: those before it must not fall out of reports.
        let answer = desk.says("log-meeting C1 --on 5/8/2018 --visitor O1");
        assert!(!answer.contains("records_from"), "{answer}");
        assert_eq!(first_period(&desk), "");
        desk.says("config records_from 7/2018");
        assert_eq!(periods_with_rows(&desk), ["2018-07"]);
        desk.says("check");
    }
}

#[test]
fn only_config_moves_it() {
    let desk = desk();
    desk.says("log-meeting C1 --on 5/6/2018 --visitor O1");
    let said = desk.says("log-meeting C1 --on 5/5/2018 --visitor O1");
    assert!(
        said.ends_with(
            "Note: reports begin with 2018-06 (records_from), so this meeting is not counted.\n"
        ),
        "{said}"
    );
    assert_eq!(first_period(&desk), "2018-06");
    assert_eq!(periods_with_rows(&desk), ["2018-06", "2018-07"]);
    // Nor does mending or removing meetings.
    let said = desk.says("meeting amend C1 --period 6/2018 --new-period 4/2018 --on 10/5/2018");
    assert!(said.contains("so this meeting is not counted.\n"), "{said}");
    let said = desk.says("--lang vi meeting amend C1 --period 4/2018 --total 20 --present 20");
    assert!(
        said.contains(
            "Lưu ý: sổ theo dõi từ tháng 6/2018 (records_from) nên báo cáo không tính buổi này.\n"
        ),
        "{said}"
    );
    desk.says("meeting remove C1 --period 4/2018 --reason \"Ghi nhầm\"");
    assert_eq!(first_period(&desk), "2018-06");
    desk.says("config records_from 5/2018");
    assert_eq!(periods_with_rows(&desk), ["2018-05", "2018-06", "2018-07"]);
    // What moved it hangs on the operation that set it.
    let said = desk.refuses(1, "undo 6");
    assert!(said.contains("Changed the setting records_from"), "{said}");
}

#[test]
fn where_init_set_it_no_meeting_does() {
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "book.db");
    desk.ok("init --records-from 5/2018");
    for line in [
        "committee add P1 \"Phường 1\"",
        "cell add C1 \"Khu phố 1\" --committee P1",
        "official add O1 \"Lê Văn Một\"",
    ] {
        desk.says(line);
    }
    let said = desk.says("log-meeting C1 --on 5/6/2018 --visitor O1");
    assert!(!said.contains("records_from"), "{said}");
    assert_eq!(first_period(&desk), "2018-05");
}

#[test]
fn the_first_import_sets_it_to_its_earliest_month() {
    for (lang, said) in [
        ("en", "From now on reports begin with 2018-05 (records_from)"),
        ("vi", "Từ nay báo cáo tính từ tháng 5/2018 (records_from)"),
    ] {
        let desk = desk();
        desk.write(
            "meetings.csv",
            csv_of(
                "period,cell,held_on,visitors",
                &["2018-06,C1,2018-06-05,O1", "2018-05,C1,2018-05-05,O1"],
            ),
        );
        for line in ["import meetings.csv --dry-run", "import meetings.csv"] {
            let answer = desk.says(&format!("{line} --lang {lang}"));
            assert!(answer.contains(said), "{line}\n{answer}");
            assert_eq!(answer.matches("records_from").count(), 2, "{line}\n{answer}");
        }
        assert_eq!(first_period(&desk), "2018-05");
        desk.says("undo");
        assert_eq!(first_period(&desk), "");
        desk.says("redo");
        assert_eq!(first_period(&desk), "2018-05");
    }
}

#[test]
fn an_import_of_earlier_meetings_says_how_many_and_which_months_do_not_count() {
    let desk = desk();
    desk.says("log-meeting C1 --on 5/7/2018 --visitor O1");
    desk.write(
        "meetings.csv",
        csv_of(
            "period,cell,kind,held_on,visitors",
            &[
                "2018-03,C1,regular,2018-03-05,O1",
                "2018-05,C1,regular,2018-05-05,O1",
                "2018-05,C1,thematic,2018-05-20,O1",
                "2018-08,C1,regular,2018-08-02,O1",
            ],
        ),
    );
    let said = desk.says("import meetings.csv");
    assert!(
        said.ends_with("Note: reports begin with 2018-07 (records_from); meetings of earlier months, not counted: 3 (2018-03, 2018-05)\n"),
        "{said}"
    );
    assert_eq!(first_period(&desk), "2018-07");
    desk.says("undo");
    let said = desk.says("import meetings.csv --lang vi");
    assert!(
        said.ends_with("Lưu ý: sổ theo dõi từ tháng 7/2018 (records_from) nên báo cáo không tính 3 buổi sinh hoạt của các tháng trước đó: 3/2018, 5/2018\n"),
        "{said}"
    );
    assert_eq!(desk.ok("meeting list --period 2018-05 --format csv").lines().count(), 3);
}

#[test]
fn files_that_carry_it_have_their_way() {
    let desk = desk();
    desk.write(
        "folder/meetings.csv",
        csv_of(
            "period,cell,held_on,visitors",
            &["2018-05,C1,2018-05-05,O1", "2018-06,C1,2018-06-05,O1"],
        ),
    );
    desk.write("folder/settings.csv", csv_of("key,value", &["records_from,6/2018"]));
    let said = desk.says("import folder");
    assert!(said.contains("meetings of earlier months, not counted: 1 (2018-05)"), "{said}");
    assert!(!said.contains("From now on"), "{said}");
    assert_eq!(first_period(&desk), "2018-06");
    // Another one is a change like another.
    desk.write("settings.csv", csv_of("key,value", &["records_from,không có"]));
    let said = desk.refuses(3, "import settings.csv");
    assert!(said.contains("2018-06") && said.contains("none"), "{said}");
    let said = desk.says("import settings.csv --amend");
    assert!(said.contains("No first month is set for reports any more"), "{said}");
    assert_eq!(first_period(&desk), "");
    let said = desk.says("import settings.csv");
    assert!(said.contains("Nothing changes"), "{said}");
}

#[test]
fn a_book_without_one_comes_out_of_its_files_without_one() {
    let desk = desk();
    desk.says("log-meeting C1 --on 5/6/2018 --visitor O1");
    desk.says("config records_from --unset");
    desk.ok("export out");
    assert_eq!(desk.read("out/settings.csv"), b"key,value\nrecords_from,none\n");
    desk.ok("init --db other.db");
    let said = desk.says("import out --db other.db");
    assert!(!said.contains("From now on"), "{said}");
    desk.ok("export again --db other.db");
    assert_eq!(desk.folder("again"), desk.folder("out"));
    // Nothing is said of it where there is no meeting yet: the first one is to set it.
    desk.says("undo");
    desk.says("undo");
    desk.ok("export early");
    assert_eq!(desk.read("early/settings.csv"), b"key,value\n");
}

#[test]
fn it_never_begins_after_today() {
    let desk = desk();
    desk.refuses(1, "config records_from 9/2018");
    desk.write("settings.csv", csv_of("key,value", &["records_from,9/2018"]));
    let said = desk.refuses(3, "import settings.csv");
    assert!(
        said.starts_with("settings.csv:2, column value (Value) “9/2018”: Reports cannot begin with 2018-09, which has not begun (today is 2018-08-08)."),
        "{said}"
    );
    // A meeting held early for the next month, or said not to be held, does not make reports begin there.
    let said = desk.says("log-meeting C1 --period 9/2018 --not-held --reason holiday");
    assert!(said.contains("reports begin with 2018-08"), "{said}");
    assert_eq!(first_period(&desk), "2018-08");
}

#[test]
fn closed_months_stay_in_reports_and_nothing_of_them_is_in_the_way() {
    let desk = desk();
    desk.says("close 5/2018 --with-gaps");
    let filed = desk.ok("report --period 5/2018 --filed --format csv");
    desk.write(
        "meetings.csv",
        csv_of(
            "period,cell,held_on,visitors",
            &["2018-07,C1,2018-07-05,O1", "2018-06,C1,2018-06-05,O1"],
        ),
    );
    let said = desk.says("import meetings.csv");
    assert!(said.contains("reports begin with 2018-05 (records_from)"), "{said}");
    assert_eq!(desk.coverage("5/2018"), filed);
    desk.says("check");
    // Its files without the setting are the same as with it.
    desk.ok("export out");
    std::fs::remove_file(desk.path("out/settings.csv")).unwrap();
    desk.ok("init --db other.db");
    let said = desk.says("import out --db other.db");
    assert!(said.contains("reports begin with 2018-05 (records_from)"), "{said}");
    // Taken back, nothing of the closed month changes either.
    desk.says("undo");
    assert_eq!(desk.coverage("5/2018"), filed);
    desk.says("redo");
    let said = desk.refuses(1, "config records_from 6/2018");
    assert!(said.contains("the figures of a closed month: 2018-05"), "{said}");
}
