//! Commands that chibo suggests: typed as they stand, they are about the record file that was meant.

use crate::desk::Desk;

/// What follows the word `chibo` in every command that stands in a text.
fn suggested<'a>(text: &'a str, commands: &[String]) -> Vec<&'a str> {
    let after = text.match_indices("chibo ").map(|(at, word)| &text[at + word.len()..]);
    let word = |rest: &str| rest.split([' ', ',', ';', '.', ')', '\n']).next().unwrap().to_owned();
    after.filter(|rest| word(rest) == "--db" || commands.contains(&word(rest))).collect()
}

/// The names of the commands, as help lists them.
fn commands(desk: &Desk) -> Vec<String> {
    let help = desk.ok("--help");
    let listed = help.lines().filter_map(|line| line.strip_prefix("  "));
    let word = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let named = listed.map(word).filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
    named.filter(|word| word != "chibo").collect()
}

#[test]
fn every_suggested_command_names_the_record_file_that_was_named() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_DB", "other.db");
    desk.write("my book.db", desk.read("book.db"));
    let commands = commands(&desk);
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        for line in [
            "committee add P9-{} \"Phường 9\"",
            "undo",
            "redo",
            "unassign P1-01 --on 1/8/2018",
            "export copy-of-{}",
            "import --template forms-{}",
            "backup {}.bak",
            "restore {}.bak",
            "meeting show P1-01 --period 8/2018",
            "log-meeting P1-01 --on 5/7/2018",
            "log-meeting P1-01 --on 5/7/2018 --visitor assigned",
            "log-meeting",
            "close 7/2018",
            "cell show \"\"",
            "history --known-at soon",
            "report --period 2018 --explain",
            "check --expect \"0000 0000 0000 0000\"",
        ] {
            let line = line.replace("{}", lang);
            let said = desk.run(&format!("--db \"my book.db\" {line}")).all();
            let found = suggested(&said, &commands);
            assert!(!found.is_empty(), "chibo {line} suggests nothing:\n{said}");
            for command in found {
                let named = command.starts_with("--db \"my book.db\" ")
                    || command.starts_with("--db NEW ")
                    || command.starts_with("--db SỔ_MỚI ");
                assert!(named, "chibo {line} suggests chibo {command}");
            }
        }
    }
    assert!(!desk.path("other.db").exists());
}

#[test]
fn a_record_file_named_by_a_variable_need_not_be_named_again() {
    let mut desk = Desk::with_sample();
    assert!(desk.says("committee add P9 \"Phường 9\"").contains("take it back: chibo undo)"));
    desk.says("config db book.db");
    desk.unset("CHIBO_DB");
    assert!(desk.says("undo").contains("do it again: chibo redo)"));
    assert!(desk.says("--db=book.db redo").contains("take it back: chibo --db book.db undo "));
}

#[test]
fn what_was_typed_is_said_as_it_was_typed() {
    let desk = Desk::with_sample();
    let said = desk.says("--db book.db committee add P9 \"Phường chibo undo\"");
    assert!(said.starts_with("Added the committee P9 Phường chibo undo (operation 2"), "{said}");
    let said = desk.refuses(1, "--db book.db cell show \"chibo history\"");
    assert!(said.contains("no cell “chibo history”"), "{said}");
}

#[test]
fn what_was_filed_is_printed_byte_for_byte_whatever_names_the_record_file() {
    let desk = Desk::with_sample();
    desk.says("close 7/2018 --with-gaps");
    let filed = "report --period 7/2018 --filed";
    assert_eq!(desk.ok(&format!("--db book.db {filed}")), desk.ok(filed));
}

#[test]
fn an_export_is_taken_into_a_new_record_file_as_suggested() {
    let desk = Desk::with_sample();
    let said = desk.says("export e");
    let steps = said.trim().rsplit_once("new record file: ").unwrap().1;
    for step in steps.split(", then ") {
        let step = step.strip_prefix("chibo ").unwrap().replace("NEW", "new.db");
        assert_eq!(desk.run(&step).status, 0, "{step}");
    }
    let report = "report --period 7/2018 --format csv";
    assert_eq!(desk.ok(&format!("--db new.db {report}")), desk.ok(report));
}

#[test]
fn a_refused_demo_suggests_to_look_at_the_file_that_is_there() {
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "my book.db");
    desk.says("init");
    let said = desk.refuses(1, "demo");
    let look = "look at this file: chibo --db \"my book.db\" report --period 2018-07";
    assert!(said.contains(look), "{said}");
}

#[test]
fn a_file_that_is_no_record_file_is_not_suggested_to_be_looked_at() {
    let desk = Desk::empty();
    desk.write("j.db", "junk");
    let said = desk.refuses(1, "--db j.db demo");
    assert!(said.contains("chibo --db sample.db demo") && !said.contains("look at"), "{said}");
}

#[test]
fn what_a_shell_would_read_as_its_own_is_suggested_in_quotes() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "close 7/2018 --document 12-QĐ&TU");
    assert!(said.contains("chibo close 2018-07 --document \"12-QĐ&TU\" --with-gaps"), "{said}");
    desk.write("(1).db", desk.read("book.db"));
    let said = desk.says("--db (1).db unassign P1-01 --on 1/8/2018");
    assert!(said.contains("chibo --db \"(1).db\" undo"), "{said}");
}

#[test]
fn the_day_is_also_called_date_and_no_mistyped_word_offers_what_changes_a_record() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --date 6/7/2018 --visitor assigned");
    assert_eq!(desk.status("P3-06", "2018-07"), "attended");
    desk.says("unassign P1-01 --date 1/8/2018");
    for line in [
        "log-meeting P1-01 --on 5/8/2018 --visitor assigned --lat",
        "log-meeting P1-01 --on 5/8/2018 --visitor assigned --latte",
        "assign P1-01 TUV-01 --from 1/8/2018 --amen",
        "close 7/2018 --with-gap",
    ] {
        let said = desk.refuses(2, line);
        for option in ["--late", "--amend", "--force", "--with-gaps"] {
            assert!(!said.contains(&format!("{option}\n")), "{line}: {said}");
        }
    }
    let said = desk.refuses(2, "log-meeting P1-01 --on 5/8/2018 --visitr assigned");
    assert!(said.contains("--visitor"), "{said}");
}
