//! What is said when a clerk slips (`commands.md`): a name without quotes, a word too few, a visitor in words.

use crate::desk::Desk;

/// The command that a hint suggests after a colon, up to the end of its line.
fn command_in(said: &str) -> &str {
    let at = said.find("chibo ").unwrap_or_else(|| panic!("no command in\n{said}"));
    said[at + "chibo ".len()..].lines().next().unwrap_or_default()
}

#[test]
fn a_name_without_quotes_gets_the_command_back_with_quotes_and_it_does_what_was_meant() {
    let desk = Desk::with_sample();
    for line in [
        "log-meeting Khu phố 6, Phường 3 --on 6/7/2018 --visitor assigned",
        "log-meeting P3-06 --on hôm qua --visitor assigned",
        "log-meeting P3-06 --on=hôm qua --visitor assigned",
        "log-meeting P3-06 --visitor Hồ Sỹ Tụy --on 6/7/2018",
        "assign Khu phố 6, Phường 3 Hồ Sỹ Tụy --from hôm nay --also",
        "cell add P3-07 Khu phố 7 --committee Phường 3 --founded hôm qua",
        "official add X1 Nguyễn Thị Ví Dụ",
        "report --committee Phường 3",
        "meeting list --cell Khu phố 6, Phường 3 --period 6/2018",
    ] {
        let said = desk.refuses(2, line);
        assert!(said.contains("goes in quotes: chibo "), "{line}: {said}");
        let quoted = command_in(&said);
        let bare = |line: &str| line.replace('"', "");
        assert_eq!(bare(quoted), line, "{said}");
        assert_eq!(desk.run(quoted).status, 0, "{quoted}: {}", desk.run(quoted).all());
        desk.run("undo");
    }
    let said = desk.refuses(2, "--db book.db log-meeting Khu phố 6 --on 6/7/2018 --lang vi");
    assert!(said.contains("chibo --db book.db log-meeting \"Khu phố 6\" --on 6/7/2018"), "{said}");
}

#[test]
fn what_can_be_read_in_two_ways_is_not_put_in_quotes() {
    let desk = Desk::with_sample();
    for line in ["assign Thôn An Thạnh Hồ Sỹ Tụy --from 1/8/2018", "report Khu"] {
        let said = desk.refuses(2, line);
        assert!(!said.contains("quotes"), "{line}: {said}");
    }
}

#[test]
fn a_fingerprint_is_taken_with_quotes_and_without() {
    let desk = Desk::with_sample();
    let said = desk.says("close 7/2018 --with-gaps");
    let paper = said.split("paper: ").nth(1).unwrap().split('.').next().unwrap();
    assert_eq!(desk.run(&format!("check --expect {paper}")).status, 0);
    assert_eq!(desk.run(&format!("check --expect \"{paper}\"")).status, 0);
    let said = desk.refuses(2, "check --expect 1a2b 3c4d");
    assert!(said.contains("“1a2b 3c4d”"), "{said}");
}

#[test]
fn every_command_that_lacks_something_is_answered_with_an_example() {
    let desk = Desk::with_sample();
    for command in [
        "committee add",
        "committee show",
        "committee rename",
        "committee recode",
        "committee dissolve",
        "cell add",
        "cell show",
        "cell rename",
        "cell recode",
        "cell move",
        "cell merge",
        "cell split",
        "cell dissolve",
        "official add",
        "official show",
        "official post",
        "official retire",
        "official recode",
        "official erase",
        "assign",
        "unassign",
        "log-meeting",
        "meeting show",
        "meeting amend",
        "meeting remove",
        "close",
        "reopen",
        "import",
        "export",
        "backup",
        "restore",
        "history show",
    ] {
        let said = desk.run(command).stderr;
        if said.starts_with("Error: Missing") {
            let example = format!("For example: chibo {command} ");
            assert!(said.contains(&example), "chibo {command}: {said}");
        }
    }
    let said = desk.refuses(2, "close --lang vi");
    assert!(said.contains("Ví dụ: chibo close last "), "{said}");
}

/// What a page of help shows under a heading.
fn beneath(help: &str, heading: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.is_empty()).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_group_of_commands_shows_examples_and_they_can_be_typed_as_they_stand() {
    let desk = Desk::with_sample();
    let mut groups = 0;
    let commands = beneath(&desk.ok("--help"), "Commands:");
    // What is said of one goes on further in.
    let names = commands.iter().filter_map(|line| line.split("  ").next());
    for name in names.filter(|name| !name.contains(' ')) {
        let help = desk.ok(&format!("{name} --help"));
        if beneath(&help, "Commands:").is_empty() {
            continue;
        }
        groups += 1;
        let examples = beneath(&help, "Examples:");
        assert!(!examples.is_empty(), "{help}");
        let fresh = Desk::with_sample();
        for example in examples {
            let answer = fresh.run(example.strip_prefix("chibo ").unwrap());
            assert_eq!(answer.status, 0, "{example}: {}", answer.all());
        }
    }
    assert!(groups >= 9, "{groups}: {commands:?}");
}

#[test]
fn an_empty_text_is_answered_with_an_example_of_that_text() {
    let desk = Desk::with_sample();
    for (line, shown) in [
        ("recommend send KN-2018-001 --to \"\"", "--to \"Phòng Quản lý đô thị\""),
        ("gaps note P3-06 \"\"", "\"Báo cáo gửi ngày 10/8\""),
        ("bulletin add \"\" --area economy-society", "\"Kế hoạch thu quỹ năm 2018\""),
        ("reopen 7/2018 --reason \"\"", "--reason \"Nhập nhầm ngày sinh hoạt\""),
        ("meeting remove P1-02 --reason \"\"", "--reason \"Ghi nhầm chi bộ\""),
        ("official erase TUV-05 --reason \"\"", "--reason \"Đề nghị của cá nhân, số 12\""),
    ] {
        for lang in ["vi", "en"] {
            let said = desk.refuses(2, &format!("{line} --lang {lang}"));
            let hint = said.lines().last().unwrap();
            assert!(hint.contains("chibo ") && hint.contains(shown), "{line}: {said}");
        }
    }
}

#[test]
fn what_a_command_cannot_do_without_is_said_in_plain_words_with_an_example() {
    let desk = Desk::with_sample();
    for (line, missing) in [
        ("gaps note P3-06", "Cần có một trong: NỘI_DUNG, --remove."),
        (
            "duty add TUV-06 --per month --from 1/1/2018",
            "Cần có một trong: --cell, --committee, --all.",
        ),
        ("log-inspection P1-02", "Còn thiếu: --on"),
        ("assign P1-02 TUV-01", "Còn thiếu: --from"),
    ] {
        let said = desk.refuses(2, &format!("{line} --lang vi"));
        assert!(said.contains(missing) && said.contains("Ví dụ: chibo "), "{line}: {said}");
        assert!(!said.contains("cần đi cùng"), "{said}");
    }
}

#[test]
fn the_assigned_visitor_and_others_go_together() {
    let desk = Desk::with_sample();
    let visitors = |desk: &Desk| desk.row("P3-06", "7/2018")["visitors"].clone();
    for (typed, came) in [
        ("--visitor assigned --visitor TUV-08", "LDB-04;TUV-08"),
        ("--visitor LDB-04 --visitor assigned", "LDB-04"),
        ("--visitor \"phân công\"", "LDB-04"),
        ("--visitor \"được phân công\" --visitor \"Hồ Sỹ Tụy\"", "LDB-04;TUV-08"),
        ("--visitor \"không có\"", ""),
        ("--visitor không", ""),
    ] {
        desk.says(&format!("log-meeting P3-06 --on 6/7/2018 {typed}"));
        assert_eq!(visitors(&desk), came, "{typed}");
        desk.says("undo");
    }
    let said = desk.refuses(2, "log-meeting P3-06 --on 6/7/2018 --visitor không --visitor TUV-08");
    assert!(said.contains("--no-visitor does not go with --visitor"), "{said}");
}

#[test]
fn months_and_days_are_suggested_as_they_are_typed_in_each_language() {
    let desk = Desk::with_sample();
    for (lang, month) in [("vi", "7/2018"), ("en", "2018-07")] {
        let said = desk.refuses(1, &format!("close 7/2018 --lang {lang}"));
        assert!(said.contains(&format!("chibo close {month} --with-gaps")), "{said}");
        let said =
            desk.refuses(1, &format!("log-meeting P1-01 --on 6/7/2018 --no-visitor --lang {lang}"));
        assert!(said.contains(&format!("chibo meeting show P1-01 --period {month};")), "{said}");
    }
}

#[test]
fn a_meeting_for_a_month_that_is_neither_this_nor_the_last_says_so_and_how_to_correct_the_day() {
    let desk = Desk::with_sample();
    desk.says("meeting remove P3-06 --period 6/2018 --reason x");
    desk.says("meeting remove P3-06 --period 1/2018 --reason x");
    let said = desk.says("log-meeting P3-06 --on 20/1/2018 --visitor assigned");
    assert!(said.contains("Note: this meeting is recorded for 2018-01, 7 months ago.\n"), "{said}");
    desk.says("undo");
    for (lang, note) in [
        (
            "en",
            "Note: this meeting is recorded for 2018-03, 5 months ago. If 2018-08-03 was meant: chibo meeting amend P3-06 --period 2018-03 --kind thematic --held 2018-03-08 --on 2018-08-03 --new-period 2018-08",
        ),
        (
            "vi",
            "Lưu ý: buổi này ghi cho tháng 3/2018, cách đây 5 tháng. Nếu là ngày 03/08/2018: chibo meeting amend P3-06 --period 3/2018 --kind thematic --held 08/03/2018 --on 03/08/2018 --new-period 8/2018",
        ),
    ] {
        let line = "log-meeting P3-06 --on 8/3/2018 --kind thematic --visitor assigned --lang";
        let said = desk.says(&format!("{line} {lang}"));
        assert!(said.contains(note), "{said}");
        desk.says(command_in(said.lines().find(|line| line.contains("amend")).unwrap()));
        assert!(desk.ok("meeting show P3-06").contains("2018-08-03"));
        desk.says("meeting remove P3-06 --reason x");
    }
    let said = desk.says("log-meeting P3-06 --period 10/2018 --not-held --reason holiday");
    assert!(said.contains("2018-10, 2 months from now."), "{said}");
    let said = desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned");
    assert!(!said.contains("Note"), "{said}");
    // A month that is said is meant; the other way round the day alone is.
    let said = desk.says("log-meeting P3-06 --on 1/7/2018 --period 6/2018 --visitor assigned");
    assert!(said.contains("2 months ago.") && !said.contains("If "), "{said}");
}

#[test]
fn a_meeting_before_the_first_month_of_reports_is_recorded_and_moves_nothing() {
    let desk = Desk::with_sample();
    let before = desk.coverage("2017");
    let said = desk.says("log-meeting P3-06 --on 7/1/2017 --visitor LDB-04");
    assert!(said.contains("19 months ago.") && said.contains("(records_from)"), "{said}");
    assert_eq!(desk.coverage("2017"), before);
    assert!(desk.ok("config records_from").contains("2017-06"));
}

#[test]
fn a_row_does_not_deny_an_assignment_that_begins_after_its_meeting() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "300");
    desk.says("assign P3-06 LDB-04 --from 1/7/2018 --amend");
    let said = desk.says("log-meeting P3-06 --on 30/6/2018 --period 7/2018 --visitor LDB-04");
    let later = "is assigned from 2018-07-01, after the day of the meeting";
    assert!(said.contains("No visitor assigned") && said.contains(later), "{said}");
    let report = desk.ok("report --period 7/2018");
    assert!(report.contains(later), "{report}");
    assert_eq!(desk.row("P3-06", "7/2018")["note"], "");
    // A visitor who takes over later in the month is no stranger.
    let official = desk.row("P1-01", "7/2018")["assigned"].clone();
    desk.says("assign P1-01 TUV-08 --from 15/7/2018 --replace");
    desk.says("meeting amend P1-01 --period 7/2018 --visitor TUV-08 --lang vi");
    let report = desk.ok("report --period 7/2018 --cell P1-01 --lang vi");
    assert!(
        report.contains("Hồ Sỹ Tụy được phân công từ 15/07/2018, sau ngày sinh hoạt"),
        "{report}"
    );
    assert!(!official.is_empty());
}

#[test]
fn a_month_that_is_not_over_shows_who_is_assigned_today() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "300");
    desk.says("unassign P3-06 --on 31/8/2018");
    let row = desk.row("P3-06", "8/2018");
    assert_eq!((row["status"].as_str(), row["assigned"].as_str()), ("unassigned", ""));
    let report = desk.ok("report --period 8/2018 --cell P3-06");
    let name = desk.row("P3-06", "7/2018")["assigned_names"].clone();
    assert_eq!(report.matches(&name).count(), 2, "{report}");
    assert!(report.contains("is assigned until the end of 2018-08-30"), "{report}");
    let report = desk.ok("report --period 8/2018 --cell P3-06 --as-of 31/8/2018");
    assert!(!report.contains(&name), "{report}");
}

#[test]
fn a_late_report_is_called_one_in_the_answer_and_in_its_row() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "300");
    desk.says("close 7/2018 --with-gaps");
    let said = desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned --late --lang vi");
    let filed = "Báo cáo bổ sung: số liệu đã chốt của tháng 7/2018 giữ nguyên";
    assert!(said.contains(filed), "{said}");
    let report = desk.ok("report --period 7/2018 --cell P3-06 --lang vi");
    assert!(report.contains("báo cáo bổ sung"), "{report}");
    let said = desk.says("log-meeting P3-06 --on 20/7/2018 --kind thematic --visitor assigned");
    assert!(!said.contains("Late report"), "{said}");
}

#[test]
fn an_end_on_the_last_day_of_a_month_is_done_as_typed_and_says_what_the_whole_month_would_be() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "150");
    let note = |option: &str| {
        format!(
            "Note: 2018-07-31 is the first day that no longer holds (last day 2018-07-30). Until the end of the month: {option} 2018-08-01\n"
        )
    };
    for (line, option) in [
        ("assign P3-06 LDB-04 --from 1/6/2017 --until 31/7/2018 --amend", "--until"),
        ("unassign P3-06 --on 31/7/2018", "--on"),
        ("official retire LDB-04 --on 31/7/2018 --yes", "--on"),
        ("official retire LDB-04 --on 31/7/2018 --dry-run", "--on"),
        ("cell dissolve P3-06 --on 31/7/2018", "--on"),
    ] {
        let said = desk.says(line);
        assert!(said.contains(&note(option)), "{line}: {said}");
        if !line.contains("dry-run") {
            desk.says("undo");
        }
        let said = desk.says(&line.replace("31/7/2018", "1/8/2018"));
        assert!(!said.contains("Note:"), "{line}: {said}");
        if !line.contains("dry-run") {
            desk.says("undo");
        }
    }
    let said = desk.says("assign P3-06 LDB-04 --from 1/6/2017 --until 31/7/2018 --amend --lang vi");
    assert!(said.contains("Nếu đến hết tháng: --until 01/08/2018"), "{said}");
    assert!(desk.ok("assign --list --on 1/7/2018").contains("No longer from"));
}

#[cfg(unix)]
#[test]
fn a_person_at_a_terminal_is_asked_whether_the_last_day_of_a_month_no_longer_holds() {
    use expectrl::{Eof, Expect, Session};
    let desk = Desk::with_sample();
    for (answer, said, is_ended) in [("n", "Stopped", false), ("y", "Ended the assignment", true)] {
        let before = desk.book();
        let mut command = desk.command();
        command.args(["unassign", "P3-06", "--on", "31/7/2018"]);
        command.stdin(std::process::Stdio::inherit());
        let mut terminal = Session::spawn(command).expect("a terminal");
        terminal.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
        terminal.expect("Until the end of the month: --on 2018-08-01").expect("it is said");
        terminal.expect("Type y and Enter").expect("it is asked");
        terminal.send_line(answer).expect("typed");
        terminal.expect(said).expect("answered");
        terminal.expect(Eof).expect("over");
        assert_eq!(before != desk.book(), is_ended, "{answer}");
    }
}

#[test]
fn a_merger_into_a_cell_of_another_kind_or_committee_is_confirmed_unless_it_is_named_so() {
    let desk = Desk::with_sample();
    for gone in ["HL-01", "P2-01"] {
        let merge = format!("cell merge P1-01 {gone} --into P1-01 --on 20/7/2019");
        let said = desk.refuses(1, &merge);
        assert!(said.contains(gone) && said.contains("again with --yes"), "{said}");
        let said = desk.says(&format!("{merge} --yes"));
        let who = "Assigned to P1-01 Khu phố 1 from that day on: ";
        assert!(said.contains("Merged ") && said.contains(who), "{said}");
        desk.says("undo");
    }
    desk.says("cell merge P1-01 HL-01 --into \"P1-09=Khu phố 9\" --kind neighbourhood --committee P1 --on 20/7/2019");
    desk.says("undo");
    // One that was prepared says by itself what it is to be.
    desk.says("cell add P1-09 \"Khu phố 9\" --committee P1 --founded 20/7/2019");
    desk.says("cell merge P1-01 HL-01 --into P1-09 --on 20/7/2019");
}

#[test]
fn what_names_no_record_but_is_near_one_gets_the_whole_command_back() {
    let desk = Desk::with_sample();
    desk.says("committee add BM \"Đảng bộ phường Bình Minh\"");
    desk.says("cell add BM-05 \"Khu phố 5\" --committee BM");
    for (typed, meant) in [
        ("meeting list --cell P306 --all", "meeting list --cell P3-06 --all"),
        ("meeting list --cell p3.6", "meeting list --cell P3-06"),
        ("cell show \"Khu phố 5, Bình Minh\"", "cell show \"Khu phố 5, BM\""),
        ("report --committee=\"Phường Bình Minh\"", "report --committee=BM"),
        ("committee show \"phuong binh minh\"", "committee show BM"),
    ] {
        let said = desk.refuses(1, typed);
        assert_eq!(command_in(&said), meant, "{typed}: {said}");
        desk.ok(meant);
    }
    let said = desk.refuses(1, "--db book.db cell show P306 --lang vi");
    assert!(said.contains("; gõ: chibo --db book.db cell show P3-06"), "{said}");
    // Where several are near, none is chosen.
    let said = desk.refuses(1, "cell show \"Khu phố 99\"");
    assert!(said.contains("Nearest: ") && !said.contains("type:"), "{said}");
}

#[test]
fn a_list_that_grows_with_every_month_ends_with_the_newest_twenty_and_says_how_many_more_there_are()
{
    let desk = Desk::with_sample();
    let shown = |line: &str| desk.ok(line);
    let meetings = shown("meeting list");
    assert!(
        meetings.contains("These are the newest 20; 382 older ones are left out"),
        "{meetings}"
    );
    assert!(meetings.contains("2018-07") && !meetings.contains("2018-06-"), "{meetings}");
    assert!(shown("meeting list --all").lines().count() > 402);
    assert!(shown("meeting list --format csv").lines().count() == 403);
    desk.ok("meeting list -o list.txt");
    assert!(String::from_utf8(desk.read("list.txt")).unwrap().lines().count() > 402);
    for n in 1..=22 {
        desk.says(&format!("official add X{n} \"Người {n}\""));
    }
    let history = shown("history --lang vi");
    let lines: Vec<&str> = history.lines().collect();
    assert!(lines[0].contains("mới nhất ở cuối"), "{history}");
    assert!(lines.iter().any(|line| line.contains("Thêm cán bộ X22")), "{history}");
    assert!(lines.last().unwrap().contains("20 thao tác mới nhất; còn 3 thao tác"), "{history}");
    assert!(!history.contains("Thêm cán bộ X2\n") && shown("history --all").contains("X1"));
}

#[test]
fn an_import_is_in_the_history_with_its_months() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "150");
    desk.says("meeting remove P1-01 --period 7/2018 --reason x");
    desk.write(
        "meetings.csv",
        "period,cell,held_on,visitors\n2018-07,P3-06,2018-07-05,LDB-04\n2018-07,P1-01,2018-07-05,none\n2018-08,P1-01,2018-08-05,none\n",
    );
    desk.says("import meetings.csv");
    let history = desk.ok("history --lang vi");
    let line = "Nhập 3 bản ghi từ tệp: meetings.csv (tháng 7/2018: 2 buổi, tháng 8/2018: 1 buổi)";
    assert!(history.contains(line), "{history}");
    assert!(desk.ok("history").contains("(2018-07: 2 meetings, 2018-08: 1 meeting)"));
}

#[test]
fn every_error_code_is_listed_with_what_it_means() {
    let desk = Desk::with_sample();
    for lang in ["vi", "en"] {
        let listed = desk.ok(&format!("help errors --lang {lang}"));
        let codes = listed.lines().filter(|line| line.starts_with("   "));
        for line in codes {
            let meaning = line.trim().split_once("  ").map_or("", |(_, meaning)| meaning.trim());
            assert!(meaning.contains(' '), "{line}");
        }
    }
}

#[test]
fn a_moment_before_the_record_file_is_answered_with_the_time_it_was_made() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "report --known-at \"1/1/2018 10:00\"");
    let at = said.split("it was made on ").nth(1).unwrap();
    assert_eq!(desk.redacted(at).lines().next().unwrap(), "TIME OF RECORDING  .", "{said}");
}

#[cfg(unix)]
#[test]
fn a_suggested_command_names_the_same_file_in_a_shell_whatever_signs_are_in_its_name() {
    let desk = Desk::with_sample();
    for (name, typed) in [("a$b.db", "'a$b.db'"), ("a`b.db", "'a`b.db'"), ("a b.db", "\"a b.db\"")]
    {
        desk.write(name, desk.read("book.db"));
        let answer = desk.call(["--db", name, "unassign", "P1-01", "--on", "1/8/2018"]);
        assert!(answer.stderr.contains(&format!("chibo --db {typed} undo")), "{}", answer.stderr);
    }
}

#[test]
fn a_settings_file_that_is_not_unicode_is_named_with_its_line_also_by_where() {
    let desk = Desk::with_sample();
    desk.says("config lang vi");
    let home = desk.folder("home");
    let (name, _) = home.iter().find(|(name, _)| name.ends_with("config.toml")).unwrap();
    let file = format!("home/{name}");
    desk.write(&file, b"lang = \"vi\"\nactor = \"Ch\xe1\"\n");
    for line in ["report", "where"] {
        let said = desk.run(line).stderr;
        assert!(said.contains("Line 2 of the settings file"), "{line}: {said}");
    }
    assert_eq!(desk.run("where").status, 0);
}

#[test]
fn a_month_that_is_named_is_listed_whole_and_a_spreadsheet_says_what_was_done() {
    let desk = Desk::with_sample();
    let listed = desk.ok("meeting list --period 7/2018");
    for cell in ["AD-01", "HL-04", "P1-02", "P3-05"] {
        assert!(listed.contains(cell), "{listed}");
    }
    let history = desk.ok("history --excel");
    assert!(history.contains("What was done"), "{history}");
}
