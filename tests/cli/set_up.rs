//! Making record files, looking around, settings.

use std::process::Stdio;

use crate::desk::{Desk, TODAY, line_with};

#[test]
fn the_demo_makes_a_file_prints_its_last_month_and_says_what_to_try_next() {
    let desk = Desk::empty();
    let answer = desk.run("demo");
    assert_eq!(answer.status, 0, "{}", answer.stderr);
    let title = answer.stdout.lines().next().unwrap_or_default();
    assert!(title.ends_with("Văn phòng Thị ủy Quảng Trị · SAMPLE FIGURES"), "{title}");
    let covered = line_with(&answer.stdout, "Assigned visitor came  24/27  88.9%");
    assert!(covered.ends_with("of those held 24/26 (92.3%)"), "{covered}");
    insta::assert_snapshot!(answer.stderr, @r"

    To try next:
      chibo --db demo.db report --period 2017-06..2018-07
      chibo --db demo.db report composition --as-of 2018-07-31
      chibo --db demo.db meeting show P1-02 --period 7/2018
    ");
    for line in answer.stderr.lines().filter_map(|line| line.trim().strip_prefix("chibo ")) {
        desk.ok(line);
    }
}

#[test]
fn the_demo_called_again_uses_the_untouched_file_and_prints_the_same() {
    let desk = Desk::empty();
    let first = desk.run("demo");
    let made = desk.read("demo.db");
    assert_eq!(desk.run("demo"), first);
    assert!(desk.read("demo.db") == made);
    assert_eq!(desk.files(), ["demo.db"]);
}

#[test]
fn the_demo_refuses_a_file_that_was_changed_since_and_any_other_file() {
    let desk = Desk::empty();
    desk.ok("demo");
    desk.says("--db demo.db assign P1-01 TUV-05 --from 1/8/2018 --also");
    let changed = desk.read("demo.db");
    let said = desk.refuses(1, "demo");
    assert!(said.contains("demo.db is there and is not the untouched sample"), "{said}");
    assert!(said.contains("chibo --db sample.db demo"), "{said}");
    assert!(desk.read("demo.db") == changed);

    desk.write("notes.txt", "Sổ tay");
    desk.refuses(1, "--db notes.txt demo");
    assert_eq!(desk.read("notes.txt"), "Sổ tay".as_bytes());
    desk.ok("--db sample.db demo");
}

#[test]
fn a_new_book_is_made_once_and_never_over_something_else() {
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "book.db");
    let said = desk.says("init --office \"Văn phòng Thị ủy\" --records-from T6/2017");
    assert!(
        said.starts_with("Made the record file book.db. Next: chibo import --template"),
        "{said}"
    );
    assert!(desk.ok("config records_from --format csv").contains("2017-06"));
    assert!(desk.ok("config office --format csv").contains("Văn phòng Thị ủy"));
    let said = desk.refuses(4, "init");
    assert!(said.contains("book.db is there already; nothing was overwritten"), "{said}");
    desk.write("other.txt", "text");
    desk.refuses(4, "--db other.txt init");
    assert_eq!(desk.read("other.txt"), b"text");
}

#[test]
fn a_folder_that_is_made_for_a_new_book_is_named() {
    let desk = Desk::empty();
    let said = desk.says("--db new/folder/book.db init");
    assert!(said.starts_with("Made the folder new/folder.\nMade the record file"), "{said}");
    let said = desk.says("--db new/folder/other.db init --lang vi");
    assert!(said.starts_with("Đã lập sổ new/folder/other.db."), "{said}");
    let said = desk.run("--db elsewhere/sample.db demo --lang vi").stderr;
    assert!(said.starts_with("Đã tạo thư mục elsewhere.\n"), "{said}");
}

#[test]
fn of_several_who_make_the_same_book_at_once_one_makes_it_and_the_others_are_told() {
    for left_over in [None, Some("book.db")] {
        let mut desk = Desk::empty();
        desk.set("CHIBO_DB", "book.db");
        if let Some(name) = left_over {
            desk.write(name, "");
        }
        let start = |_| desk.command().arg("init").stderr(Stdio::piped()).spawn().unwrap();
        let started: Vec<_> = (0..4).map(start).collect();
        let ended = started.into_iter().map(|child| child.wait_with_output().unwrap());
        let (made, refused): (Vec<_>, Vec<_>) = ended.partition(|end| end.status.success());
        assert_eq!(made.len(), 1, "{refused:?}");
        for end in refused {
            let said = String::from_utf8(end.stderr).unwrap();
            assert!(said.contains("book.db is there already"), "{said}");
            assert_eq!(end.status.code(), Some(4), "{said}");
        }
        assert_eq!(desk.files(), ["book.db"]);
        desk.ok("check");
    }
}

#[test]
fn a_new_book_has_no_rows_but_the_starting_categories() {
    let desk = Desk::with_new_book();
    for list in ["committee list", "cell list", "official list", "meeting list", "assign --list"] {
        let csv = desk.ok(&format!("{list} --format csv"));
        assert_eq!(csv.lines().count(), 1, "{list}:\n{csv}");
    }
    let csv = desk.ok("report composition --format csv");
    let keys: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    let starting = ["committee-member", "board-leader", "inspection-member", "department-head"];
    assert_eq!(keys[..4], starting, "{csv}");
    assert_eq!(desk.coverage("7/2018").lines().count(), 1);
}

#[cfg(unix)]
#[test]
fn record_files_settings_and_output_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with_new_book();
    desk.ok("demo --db sample.db");
    desk.says("config lang vi");
    desk.ok("report --db sample.db --period 7/2018 -o month.csv");
    let config = desk.ok("where --format csv");
    let config = config.lines().nth(2).unwrap().split(',').nth(1).unwrap().to_owned();
    for path in ["book.db".into(), "sample.db".into(), "month.csv".into(), config] {
        let mode = std::fs::metadata(desk.path(&path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{path}");
    }
}

#[test]
fn where_names_the_record_file_and_what_said_so() {
    let mut desk = Desk::empty();
    let line = |desk: &Desk, arguments: &str| {
        let csv = desk.ok(&format!("{arguments} where --format csv"));
        csv.lines().nth(1).unwrap().to_owned()
    };
    let default = line(&desk, "");
    assert!(default.contains("chibo.db"), "{default}");
    assert!(default.contains("home"), "it is in the user's folder: {default}");
    desk.says("config db office.db");
    let from_config = line(&desk, "");
    assert!(
        from_config.contains("office.db") && from_config.contains("config.toml"),
        "{from_config}"
    );
    desk.set("CHIBO_DB", "variable.db");
    assert!(line(&desk, "").contains("variable.db,CHIBO_DB"));
    assert!(line(&desk, "--db named.db").contains("named.db,--db"));
    assert_eq!(desk.files(), ["home"], "looking makes nothing");
}

#[test]
fn settings_are_shown_set_and_taken_away() {
    let desk = Desk::with_new_book();
    let said = desk.says("config office \"Văn phòng Thị ủy\"");
    insta::assert_snapshot!(said, @"Changed the setting office: (not set) → Văn phòng Thị ủy (operation 2; to take it back: chibo undo).");
    assert!(desk.ok("config --format csv").contains("office,Văn phòng Thị ủy,"));
    assert!(
        desk.ok("report --period 7/2018")
            .lines()
            .next()
            .is_some_and(|title| title.ends_with("   Văn phòng Thị ủy"))
    );
    desk.says("config office --unset");
    assert!(desk.ok("config office --format csv").contains("office,,"));
    desk.refuses(1, "config office --unset");

    // Months in any form; `records-from` and `records_from` are the same word.
    desk.says("config records-from T7/2018");
    assert!(desk.ok("config records_from --format csv").contains("records_from,2018-07,"));

    // Settings of the program are in a file of their own and are no operation.
    let operations = desk.ok("history --format csv").lines().count();
    insta::assert_snapshot!(desk.says("config lang vi"), @"Đã đổi cài đặt lang: (không đặt) → vi.");
    desk.says("config actor \"Chị Hoa\"");
    desk.says("config color never");
    assert_eq!(desk.ok("history --format csv").lines().count(), operations);
    desk.refuses(1, "config color never");
    desk.refuses(2, "config color green");
    desk.refuses(2, "config lang fr");
    desk.refuses(2, "config colour never");
    desk.says("config lang --unset");
    assert!(desk.ok("config lang --format csv").contains("lang,,"));
}

#[test]
fn a_relative_record_file_in_the_settings_is_the_same_from_every_folder() {
    let desk = Desk::empty();
    desk.says("config db office.db");
    desk.says("init");
    assert!(desk.path("office.db").exists());
    std::fs::create_dir(desk.path("elsewhere")).unwrap();
    let mut command = desk.command();
    let output = command.current_dir(desk.path("elsewhere")).args(["history"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_actor_is_the_one_given_else_that_of_the_variable_else_that_of_the_settings() {
    let mut desk = Desk::with_new_book();
    desk.says("config actor from-settings");
    desk.says("config office A");
    desk.says("--actor from-option config office B");
    desk.unset("CHIBO_ACTOR");
    desk.says("config office C");
    let csv = desk.ok("history --format csv");
    let actors: Vec<String> =
        csv.lines().skip(1).map(|line| crate::csv::fields(line)[3].clone()).collect();
    assert_eq!(actors, ["clerk", "clerk", "from-option", "from-settings"], "{csv}");
}

#[test]
fn without_a_record_file_every_command_says_how_to_make_one() {
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "book.db");
    for command in [
        "committee list",
        "cell show P1-01",
        "official list",
        "assign --list",
        "assign P1-01 TUV-01 --from 1/6/2017",
        "unassign P1-01 --on 1/6/2018",
        "log-meeting P1-01 --on 5/7/2018 --no-visitor",
        "meeting list",
        "report",
        "report composition",
        "undo",
        "history",
        "config office A",
        "import .",
    ] {
        let said = desk.refuses(4, command);
        insta::allow_duplicates! {
            insta::assert_snapshot!(said, @r"
            Error: There is no record file at book.db.
            Hint: Check the path: chibo where; make a new one: chibo init; use another: --db FILE; look at the sample: chibo --db sample.db demo
            ");
        }
    }
    desk.ok("config");
    desk.ok("where");
    desk.ok("--help");
    assert!(desk.files().is_empty(), "nothing was made: {:?}", desk.files());
}

#[test]
fn the_version_is_printed() {
    let said = Desk::empty().ok("--version");
    assert_eq!(said, format!("chibo {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn today_is_the_option_else_the_variable_else_the_clock() {
    let mut desk = Desk::with_sample();
    assert!(desk.ok("report --period 7/2018").contains(&format!("as of {TODAY}")));
    assert!(desk.ok("report --period 7/2018 --today 31/7/2018").contains("as of 2018-07-31"));
    desk.unset("CHIBO_TODAY");
    let heading = desk.ok("report --period 7/2018");
    assert!(!line_with(&heading, "as of").contains("2018-08"), "{heading}");
    desk.set("CHIBO_TODAY", "31/02/2018");
    desk.refuses(2, "report");
}

#[test]
fn what_an_interrupted_init_left_behind_is_taken_over() {
    let desk = Desk::empty();
    desk.write("half.db", "");
    desk.says("--db half.db init");
    desk.ok("--db half.db report --period 7/2018");
}

#[test]
fn today_leaves_room_for_yesterday_and_last_month_within_the_years() {
    let desk = Desk::with_sample();
    desk.refuses(2, "--today 1930-01-01 log-meeting P1-01 --on yesterday --no-visitor");
    desk.refuses(2, "--today 1930-12-31 report");
    desk.ok("--today 1931-01-01 history");
}
