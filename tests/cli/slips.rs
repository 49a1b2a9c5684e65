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
    for line in [
        "assign Thôn An Thạnh Hồ Sỹ Tụy --from 1/8/2018",
        "log-meeting P3-06 6/7/2018 --visitor assigned",
        "report Khu",
    ] {
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
