//! What superiors sign can be trusted: random commands against the guard of closed months, against what was
//! printed then, and back to nothing (`records.md`, sections 3 and 7).

use std::collections::BTreeSet;

use proptest::prelude::*;

mod common;

use common::csv::{csv_of, fields};
use common::desk::Desk;

/// The small town, and files that would change it.
fn town() -> Desk {
    let desk = Desk::with_town("small-town");
    let meetings = "period,cell,held_on,visitors";
    desk.write(
        "more/meetings.csv",
        csv_of(meetings, &["2018-06,C1,2018-06-05,O1", "2018-06,C4,2018-06-05,none"]),
    );
    desk.write(
        "other/meetings.csv",
        csv_of(meetings, &["2018-03,C1,2018-03-07,none", "2018-03,C2,2018-03-06,O1"]),
    );
    desk.write(
        "kinds/cells.csv",
        csv_of("code,name,kind,committee,founded", &["C2,Khu phố Hai,agency,P1,2009-01-01"]),
    );
    desk.write(
        "lives/officials.csv",
        csv_of("code,full_name,active_from,active_until", &["O4,Lê Văn Bốn,2010-01-01,2018-08-01"]),
    );
    desk
}

const CELLS: [&str; 6] = ["C1", "C2", "C3", "C4", "N1", "M1"];
const OFFICIALS: [&str; 4] = ["O1", "O2", "O3", "O4"];
const NAMES: [&str; 4] = ["Lê Văn Một", "Lê Văn Hai", "Lê Văn Ba", "Lê Văn Bốn"];

/// A command that changes something; not every one is lawful where it stands.
fn change() -> impl Strategy<Value = String> {
    let cell = || prop::sample::select(CELLS.to_vec());
    let official = || prop::sample::select(OFFICIALS.to_vec());
    let committee = || prop::sample::select(vec!["P1", "P2"]);
    let month = || 1..=7_u32;
    let day = || {
        (prop::sample::select(vec![1, 5, 15, 28]), 1..=8_u32)
            .prop_map(|(d, m)| format!("{d}/{m}/2018"))
    };
    let how = || prop::sample::select(vec!["", "--replace", "--also", "--amend"]);
    prop_oneof![
        4 => (cell(), official(), day(), how()).prop_map(|(c, o, d, how)| format!("assign {c} {o} --from {d} {how}")),
        2 => (cell(), official(), month()).prop_map(|(c, o, m)| format!("assign {c} {o} --from 1/{m}/2018 --until 1/{}/2018 --also", m + 1)),
        3 => (cell(), day()).prop_map(|(c, d)| format!("unassign {c} --on {d}")),
        4 => (cell(), official(), day(), 0..30_u32).prop_map(|(c, o, d, n)| format!("log-meeting {c} --on {d} --visitor {o} --total 30 --present {n} --recommend x")),
        2 => (cell(), day()).prop_map(|(c, d)| format!("log-meeting {c} --on {d} --no-visitor --reason duty")),
        1 => (cell(), day()).prop_map(|(c, d)| format!("log-meeting {c} --on {d} --kind thematic --visitor assigned")),
        2 => (cell(), month()).prop_map(|(c, m)| format!("log-meeting {c} --period {m}/2018 --not-held --reason holiday")),
        3 => (cell(), month(), prop::sample::select(vec![
                "--no-visitor", "--visitor assigned", "--visitor O1 --visitor O4", "--not-held --reason congress",
                "--clear counts", "--note y", "--grade good", "--total 19 --present 19", "--no-visitor --reason duty",
            ])).prop_map(|(c, m, what)| format!("meeting amend {c} --period {m}/2018 {what}")),
        2 => (cell(), month()).prop_map(|(c, m)| format!("meeting remove {c} --period {m}/2018 --reason x")),
        1 => (committee(), day()).prop_map(|(p, d)| format!("cell add N1 \"Thôn mới\" --committee {p} --kind village --founded {d}")),
        1 => (cell(), cell(), day()).prop_map(|(a, b, d)| format!("cell merge {a} {b} --into \"M1=Khu phố gộp\" --committee P1 --kind neighbourhood --on {d} --document 1-QĐ")),
        1 => (cell(), cell(), day()).prop_map(|(a, b, d)| format!("cell merge {a} {b} --into {b} --on {d} --document 1-QĐ")),
        1 => (cell(), day()).prop_map(|(c, d)| format!("cell split {c} --into {c} \"N1=Khu phố tách\" --on {d} --document 2-QĐ")),
        1 => (cell(), day()).prop_map(|(c, d)| format!("cell split {c} --into \"N1=Khu phố A\" \"M1=Khu phố B\" --on {d} --document 2-QĐ")),
        2 => (cell(), committee(), day()).prop_map(|(c, p, d)| format!("cell move {c} --to {p} --on {d}")),
        1 => (cell(), day()).prop_map(|(c, d)| format!("cell dissolve {c} --on {d}")),
        1 => (cell(), day()).prop_map(|(c, d)| format!("cell rename {c} \"Khu phố {d}\" --on {d}")),
        1 => day().prop_map(|d| format!("committee dissolve P2 --cells-to P1 --on {d}")),
        1 => (committee(), day()).prop_map(|(p, d)| format!("committee rename {p} \"Phường mới\" --on {d}")),
        1 => prop::sample::select(vec!["cell recode C4 N1", "official recode O3 M3", "committee recode P2 P9"]).prop_map(str::to_owned),
        2 => (official(), day()).prop_map(|(o, d)| format!("official retire {o} --on {d} --yes")),
        1 => (official(), day()).prop_map(|(o, d)| format!("official post {o} --title \"Phó Bí thư\" --on {d}")),
        1 => prop::sample::select(vec!["", "--amend"]).prop_map(|how| format!("import more {how}")),
        1 => prop::sample::select(vec!["other", "kinds", "lives"]).prop_map(|folder| format!("import {folder} --amend")),
        1 => month().prop_map(|m| format!("config records_from {m}/2018")),
        1 => Just("config records_from --unset".to_owned()),
        1 => Just("committee add P3 \"Phường 3\" --founded 1/1/2018".to_owned()),
        1 => Just("official add O5 \"Trần Thị Năm\"".to_owned()),
        1 => Just("config office \"Văn phòng\"".to_owned()),
    ]
}

/// The rows of some months, in what a closed month keeps of them.
fn kept(desk: &Desk, months: &BTreeSet<u32>, options: &str) -> Vec<String> {
    // Judged at the end of time, so that every recorded meeting counts.
    let report = "report --today 31/12/2099 --period 2018-02..2018-06 --format csv";
    let csv = desk.ok(&format!("{report} {options}"));
    let header = fields(csv.lines().next().unwrap());
    let keys = [
        "period",
        "committee",
        "cell",
        "assigned",
        "held_on",
        "visitors",
        "status",
        "reason",
        "total",
        "expected",
        "present",
        "grade",
    ];
    let places: Vec<usize> =
        keys.iter().map(|key| header.iter().position(|h| h == key).unwrap()).collect();
    let months: Vec<String> = months.iter().map(|month| format!("2018-{month:02}")).collect();
    let rows = csv.lines().skip(1).map(fields).filter(|row| months.contains(&row[places[0]]));
    let row =
        |row: Vec<String>| places.iter().map(|at| row[*at].as_str()).collect::<Vec<_>>().join(",");
    let mut kept: Vec<String> = rows.map(row).collect();
    kept.sort();
    kept
}

/// Does a command in a copy of the record file in which the months are open.
fn without_guard(desk: &Desk, months: &BTreeSet<u32>, line: &str) -> (i32, bool, String) {
    std::fs::copy(desk.path("book.db"), desk.path("open.db")).unwrap();
    for month in months {
        desk.says(&format!("--db open.db reopen {month}/2018 --reason x"));
    }
    let before = kept(desk, months, "--db open.db");
    let answer = desk.run(&format!("{line} --db open.db"));
    (answer.status, before != kept(desk, months, "--db open.db"), answer.stderr)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// An operation is refused for a closed month if, and only if, it would change what the month keeps.
    #[test]
    fn the_guard_refuses_exactly_what_would_change_a_closed_month(
        first in prop::collection::vec(change(), 0..4),
        months in prop::collection::btree_set(2..=6_u32, 1..4),
        then in prop::collection::vec(change(), 4..10),
    ) {
        let desk = town();
        for line in &first {
            desk.run(line);
        }
        let months: BTreeSet<u32> =
            months.into_iter().filter(|m| desk.run(&format!("close {m}/2018 --with-gaps")).status == 0).collect();
        let filed = kept(&desk, &months, "");
        for line in &then {
            let before = desk.read("book.db");
            let (status, changes, said) = without_guard(&desk, &months, line);
            let answer = desk.run(line);
            let refused = answer.stderr.contains("the figures of a closed month");
            prop_assert_eq!(refused, status == 0 && changes, "chibo {}\n{}\nwithout the guard: {}", line, answer.stderr, said);
            if !refused {
                prop_assert_eq!(answer.status, status, "chibo {}\n{}\nwithout the guard: {}", line, answer.stderr, said);
            } else {
                prop_assert!(before == desk.read("book.db"), "chibo {line} changed the file");
            }
            prop_assert_eq!(&kept(&desk, &months, ""), &filed, "chibo {}", line);
        }
        // Undoing any one of them is guarded too.
        let last: u32 = desk.ok("history --format csv").lines().last().unwrap().split(',').next().unwrap().parse().unwrap();
        for number in 2..=last {
            let line = format!("undo {number}");
            let (status, changes, _) = without_guard(&desk, &months, &line);
            let answer = desk.run(&line);
            let refused = answer.stderr.contains("the figures of a closed month");
            prop_assert_eq!(refused, status == 0 && changes, "chibo {}\n{}", line, answer.stderr);
        }
    }
}

/// What is printed of everything; the tables, whose columns are as wide as the names in them, at the end.
fn printed(desk: &Desk, options: &str) -> Vec<String> {
    let lines = [
        "report --period 2018-01..2018-08 --format csv",
        "report officials --period 2018-H1 --format csv",
        "report committees --period 2018-H1 --format csv",
        "report composition --as-of 1/5/2018 --format csv",
        "committee list --all --format csv",
        "cell list --all --format csv",
        "official list --all --format csv",
        "assign --list --on 5/4/2018 --format csv",
        "meeting list --format csv",
        "meeting show C1 --period 3/2018 --format csv",
        "committee show P1 --as-of 1/7/2018 --format csv",
        "official show O2 --as-of 1/6/2018 --format csv",
        "config --format csv",
        "history --format csv",
        "report --period 5/2018",
        "cell show C1",
    ];
    lines.map(|line| desk.run(&format!("{line} {options}")).stdout).to_vec()
}

const TABLES: usize = 2;

/// What was printed then, as it is printed since the names of some officials were erased: their codes stand instead.
fn without_names(mut printed: Vec<String>, erased: &BTreeSet<&str>) -> Vec<String> {
    if !erased.is_empty() {
        printed.truncate(printed.len() - TABLES);
    }
    for (code, name) in OFFICIALS.iter().zip(NAMES).filter(|(code, _)| erased.contains(*code)) {
        for text in &mut printed {
            *text = text.replace(name, code);
        }
    }
    printed
}

fn newest(desk: &Desk) -> u32 {
    let csv = desk.ok("history --format csv");
    csv.lines().last().unwrap().split(',').next().unwrap().parse().unwrap()
}

fn is_well(desk: &Desk) {
    let answer = desk.run("check");
    assert_eq!((answer.status, answer.all()), (0, String::new()));
}

/// Commands of trust among the others.
fn any_command() -> impl Strategy<Value = String> {
    prop_oneof![
        20 => change(),
        2 => Just("undo".to_owned()),
        2 => (2..20_u32).prop_map(|n| format!("undo {n}")),
        2 => Just("redo".to_owned()),
    ]
}

const ERASE: &str = "official erase ";

/// The same with months closed and opened, late records, and names erased.
fn with_closings() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => any_command(),
        3 => (2..=7_u32).prop_map(|m| format!("close {m}/2018 --with-gaps")),
        1 => (2..=7_u32).prop_map(|m| format!("reopen {m}/2018 --reason x")),
        2 => (prop::sample::select(CELLS.to_vec()), 1..=7_u32).prop_map(|(c, m)| format!("log-meeting {c} --on 5/{m}/2018 --visitor assigned --late")),
        1 => prop::sample::select(OFFICIALS.to_vec()).prop_map(|o| format!("{ERASE}{o} --reason x")),
    ]
}

/// The same, some of them done as of an earlier day.
fn on_any_day() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => with_closings(),
        1 => (with_closings(), prop::sample::select(vec![1, 20]), 2..=7_u32)
            .prop_map(|(line, day, month)| format!("{line} --today {day}/{month}/2018")),
    ]
}

/// What is exported comes back in a new record file, and is exported again byte for byte.
fn comes_back(desk: &Desk) {
    for line in [
        "export first",
        "init --db copy.db",
        "import first --db copy.db",
        "check --db copy.db",
        "export second --db copy.db",
    ] {
        desk.says(line);
    }
    assert_eq!(desk.folder("first"), desk.folder("second"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_check_is_silent_and_what_was_printed_then_is_printed_again(
        commands in prop::collection::vec(on_any_day(), 4..14),
    ) {
        let desk = town();
        let mut then = vec![(newest(&desk), printed(&desk, ""))];
        let mut erased = BTreeSet::new();
        for line in &commands {
            // Who was given another code is printed under that one once his name is erased.
            let erases = line.strip_prefix(ERASE).and_then(|rest| rest.split(' ').next());
            let recode = erases.map(|code| format!("official recode {code} "));
            if recode.is_some_and(|recode| commands.iter().any(|line| line.starts_with(&recode))) {
                continue;
            }
            let answer = desk.run(line);
            prop_assert!([0, 1, 3].contains(&answer.status), "chibo {line}\n{}", answer.stderr);
            if answer.status == 0 && newest(&desk) > then.last().unwrap().0 {
                is_well(&desk);
                then.push((newest(&desk), printed(&desk, "")));
                erased.extend(line.strip_prefix(ERASE).and_then(|rest| rest.split(' ').next()));
            }
        }
        for (number, before) in then {
            let before = without_names(before, &erased);
            let mut again = printed(&desk, &format!("--known-at {number}"));
            again.truncate(before.len());
            prop_assert_eq!(again, before, "operation {}", number);
        }
        comes_back(&desk);
    }

    #[test]
    fn undoing_everything_gives_the_empty_report(commands in prop::collection::vec(any_command(), 4..14)) {
        let desk = town();
        for line in &commands {
            desk.run(line);
        }
        let mut undone = 0;
        while desk.run("undo").status == 0 {
            undone += 1;
            prop_assert!(undone < 40, "it never ends");
        }
        is_well(&desk);
        for list in ["committee list --all", "cell list --all", "official list --all", "meeting list", "report --period 2018-01..2018-08"] {
            prop_assert_eq!(desk.ok(&format!("{list} --format csv")).lines().count(), 1, "{}", list);
        }
    }
}
