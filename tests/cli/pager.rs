//! Long tables at a terminal are leafed through with a pager. A pseudo-terminal of 24 lines stands for the terminal, and a
//! script that says what it was called with for the pager.

use std::process::Stdio;
use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::{Eof, Expect, Session};

use crate::desk::{Desk, words};

/// A table of more lines than the screen has.
const LONG: &str = "report --period 7/2018";

/// A desk with a pager.
fn desk() -> Desk {
    let mut desk = Desk::with_sample();
    desk.write("pager.sh", "echo \"PAGED $# $1\"\ncat\necho LEFT $LESS\nexit 3\n");
    desk.set("CHIBO_PAGER", "/bin/sh pager.sh 'a b'").set("TERM", "xterm");
    desk
}

/// What stands on the screen after a command, and its exit status.
fn screen(desk: &Desk, line: &str) -> (String, i32) {
    let mut command = desk.command();
    command.args(words(line)).stdin(Stdio::inherit());
    let mut session = Session::spawn(command).expect("a pseudo-terminal");
    session.set_expect_timeout(Some(Duration::from_secs(120)));
    let end = session.expect(Eof).expect("the end");
    let seen = String::from_utf8_lossy(end.as_bytes()).replace('\r', "");
    match session.get_process().wait() {
        Ok(WaitStatus::Exited(_, status)) => (seen, status),
        other => panic!("{other:?}\n{seen}"),
    }
}

#[test]
fn a_table_longer_than_the_screen_goes_through_the_pager_with_its_colours() {
    let desk = desk();
    let (seen, status) = screen(&desk, LONG);
    assert!(seen.starts_with("PAGED 1 a b\n") && seen.ends_with("LEFT FRXK\n"), "{seen}");
    assert!(seen.contains("JULY 2018") && seen.contains("\u{1b}["), "{seen}");
    assert_eq!(status, 0, "how the pager ended is its own affair");
    // The exit status of the command, and what is said besides, are as without it.
    let (seen, status) = screen(&desk, "report --period 7/2018 --check");
    assert!(status == 5 && seen.starts_with("PAGED"), "{status} {seen}");
    let (seen, _) = screen(&desk, "report --period 7/2018 --known-at 1");
    assert!(!seen[seen.find("LEFT FRXK").unwrap()..].contains("PAGED"), "{seen}");
}

#[test]
fn what_is_short_or_for_no_reader_at_a_terminal_is_printed_at_once() {
    let mut desk = desk();
    for line in [
        "where",
        "report --period 7/2018 --format csv",
        "report --period 7/2018 --format json",
        "report --period 7/2018 -o report.txt",
        "report --period 7/2018 --no-pager",
        "report --period 7/2018 --error-format json",
        "report --help",
        "cell show P1-99",
    ] {
        let (seen, _) = screen(&desk, line);
        assert!(!seen.contains("PAGED") && !seen.is_empty(), "{line}: {seen}");
    }
    assert!(!desk.ok(LONG).contains("PAGED"), "a pipe is no terminal");
    for none in ["", "cat"] {
        let (seen, _) = screen(desk.set("CHIBO_PAGER", none), LONG);
        assert!(!seen.contains("PAGED") && seen.contains("JULY 2018"), "{seen}");
    }
    let (seen, _) = screen(desk.set("CHIBO_PAGER", "/bin/sh pager.sh").set("TERM", "dumb"), LONG);
    assert!(!seen.contains("PAGED"), "{seen}");
}

#[test]
fn pager_is_asked_where_chibo_pager_is_not() {
    let mut desk = desk();
    desk.unset("CHIBO_PAGER").set("PAGER", "/bin/sh pager.sh").set("LESS", "-S");
    let (seen, _) = screen(&desk, LONG);
    assert!(seen.starts_with("PAGED 0") && seen.ends_with("LEFT -S\n"), "{seen}");
    let (seen, _) = screen(desk.set("PAGER", ""), LONG);
    assert!(seen.contains("JULY 2018") && !seen.contains("PAGED"), "{seen}");
}

#[test]
fn a_pager_that_cannot_be_started_is_named_once_and_the_table_is_printed() {
    let mut desk = desk();
    for (pager, name) in [("leafing --fast", "leafing"), ("less 'a", "less 'a")] {
        let (seen, status) = screen(desk.set("CHIBO_PAGER", pager), LONG);
        let note = format!("“{name}” cannot be started to page with (there is no such file");
        assert_eq!((seen.matches(&note).count(), status), (1, 0), "{seen}");
        assert!(seen.contains("JULY 2018"), "{seen}");
    }
    let (seen, _) = screen(desk.set("CHIBO_LANG", "vi"), LONG);
    assert!(seen.contains("bảng được in thẳng ra màn hình"), "{seen}");
    // Where nobody chose one, its absence is no news.
    desk.unset("CHIBO_PAGER").set("PATH", "/nowhere").set("CHIBO_LANG", "en");
    let (seen, status) = screen(&desk, LONG);
    assert!(status == 0 && !seen.contains("started") && seen.contains("JULY 2018"), "{seen}");
}

#[test]
fn whoever_leaves_the_pager_early_has_read_enough() {
    let mut desk = desk();
    for pager in ["true", "head -1"] {
        let (seen, status) = screen(desk.set("CHIBO_PAGER", pager), "meeting list --all");
        assert_eq!(status, 0, "{seen}");
        assert!(!seen.contains("Error") && seen.lines().count() < 3, "{seen}");
    }
}
