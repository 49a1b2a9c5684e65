//! Whenever chibo is stopped, in whatever it does: the record file is whole, what was acknowledged is in it, and
//! what was not is in it altogether or not at all.
//!
//! The short form runs with the others, the long trial by hand:
//! `CHIBO_KILLS=2000 cargo test --release --test kills -- --nocapture`

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::{Duration, Instant};

mod common;

use common::csv::csv_of;
use common::desk::{Desk, words};

/// What is stopped. `{n}` is the round.
const LINES: [&str; 10] = [
    "meeting amend P1-02 --period 7/2018 --note \"Vòng {n}\"",
    "meeting amend P1-03 --period 7/2018 --theme \"Vòng {n}\"",
    "import more --amend",
    "close 5/2018 --with-gaps --document \"{n}-BC/VP\"",
    "reopen 5/2018 --reason \"Vòng {n}\"",
    "official retire TUV-02 --on 1/8/2018 --yes",
    "undo",
    "redo",
    "official erase TUV-{d} --reason \"Đề nghị\"",
    "backup stick.bak --force",
];

/// Numbers that look random and are the same every time (Knuth, MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % n
    }
}

fn kills(short: u64) -> u64 {
    std::env::var("CHIBO_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(short)
}

/// Twice as long as a change takes on this machine, in microseconds: within this time others are stopped.
fn reach(desk: &Desk) -> u64 {
    let begun = Instant::now();
    desk.says("committee add P8 \"Phường 8\" --dry-run");
    2 * begun.elapsed().as_micros() as u64
}

/// Begins a command and stops it after a while. Whether it had said that it was done.
fn stopped(desk: &Desk, line: &str, after: Duration) -> bool {
    let mut command = desk.command();
    command.args(words(line)).stdout(Stdio::null()).stderr(Stdio::null());
    let mut running = command.spawn().unwrap();
    std::thread::sleep(after);
    let ended = running.try_wait().unwrap();
    let _ = running.kill();
    running.wait().unwrap();
    ended.is_some_and(|status| status.success())
}

fn newest(desk: &Desk, db: &str) -> usize {
    desk.ok(&format!("history --format csv --db {db}")).lines().count() - 1
}

/// Everything that is recorded, without what was done.
fn content(desk: &Desk) -> String {
    let lists = ["meeting list", "assign --list", "official list --all", "config"];
    let lists = lists.map(|list| desk.ok(&format!("{list} --format csv")));
    lists.concat() + &desk.coverage("2017-06..2018-08")
}

fn is_whole(desk: &Desk, db: &str, line: &str) {
    let answer = desk.run(&format!("check --db {db}"));
    assert_eq!((answer.status, answer.all().as_str()), (0, ""), "{db} after chibo {line}");
}

/// What stands in the folder besides; a journal that was begun and holds nothing yet is the next writer's to take away.
fn left_behind(desk: &Desk, known: &[&str]) -> Vec<String> {
    let files = desk.files().into_iter();
    files
        .filter(|name| {
            !known.contains(&name.as_str())
                && !name.starts_with(".chibo-")
                && name != "book.db-journal"
        })
        .collect()
}

/// Once more, and not stopped: nothing that was left behind stands in the way.
fn sweep(desk: &Desk) {
    for name in desk.files().iter().filter(|name| name.starts_with(".chibo-")) {
        let path = desk.path(name);
        let _ = std::fs::remove_dir_all(&path).or_else(|_| std::fs::remove_file(&path));
    }
}

#[test]
fn a_command_that_is_stopped_at_any_moment_is_done_or_is_not() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-02 --period 7/2018 --note \"Phan Văn Quýnh\"");
    desk.says("backup stick.bak");
    let reach = reach(&desk);
    let mut numbers = Numbers(20180808);
    let mut told: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for round in 0..kills(40) {
        let which = LINES[numbers.below(LINES.len() as u64) as usize];
        let counts = 1 + round % 20;
        let line = which
            .replace("{n}", &counts.to_string())
            .replace("{d}", &format!("{:02}", 3 + round % 16));
        let row = format!("2018-07,P1-04,2018-07-04,none,Vòng {round}");
        desk.write("more/meetings.csv", csv_of("period,cell,held_on,visitors,note", &[row]));
        let (before, was) = (newest(&desk, "book.db"), content(&desk));
        let done = stopped(&desk, &line, Duration::from_micros(numbers.below(reach)));
        is_whole(&desk, "book.db", &line);
        is_whole(&desk, "stick.bak", &line);
        let after = newest(&desk, "book.db");
        let changes = !line.starts_with("backup");
        assert!(
            after == before || after == before + 1 && changes,
            "chibo {line}: {before} → {after}"
        );
        if after == before {
            assert_eq!(content(&desk), was, "chibo {line}");
        }
        if done && changes {
            assert_eq!(after, before + 1, "chibo {line} said that it was done");
        }
        let left = left_behind(&desk, &["book.db", "stick.bak", "more", "home"]);
        assert!(left.is_empty(), "chibo {line} left {left:?}");
        sweep(&desk);
        told.entry(which).or_default()
            [usize::from(done) + usize::from(after > before && !done) * 2] += 1;
    }
    println!("not done, acknowledged, done and not yet said:\n{told:#?}");
}

/// More than 2,000 records in one file: the guards of the file are laid aside for them.
#[test]
fn a_large_import_that_is_stopped_at_any_moment_leaves_the_guards_of_the_file_as_they_were() {
    let desk = Desk::with_sample();
    let (mut cells, mut meetings) = (Vec::new(), Vec::new());
    for cell in 0..100 {
        cells.push(format!("Z-{cell:03},Khu phố Z{cell},neighbourhood,P1,2015-01-01"));
        for month in 0..24 {
            let (year, month) = (2016 + month / 12, 1 + month % 12);
            let day = format!("{year}-{month:02}-05");
            meetings.push(format!("{year}-{month:02},Z-{cell:03},{day},none,20,18"));
        }
    }
    desk.says("config records_from 1/2016");
    desk.write("many/cells.csv", csv_of("code,name,kind,committee,founded", &cells));
    desk.write(
        "many/meetings.csv",
        csv_of("period,cell,held_on,visitors,total,present", &meetings),
    );
    let (before, was) = (newest(&desk, "book.db"), desk.book().unwrap());
    let schema = |desk: &Desk| {
        let sql = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)";
        let connection = desk.by_hand("book.db");
        connection.query_row::<String, _, _>(sql, [], |row| row.get(0)).unwrap()
    };
    let released = schema(&desk);
    let begun = Instant::now();
    desk.says("import many");
    let reach = begun.elapsed().as_micros() as u64 * 5 / 4;
    assert_eq!(schema(&desk), released, "after an import that was not stopped");
    let mut numbers = Numbers(20160101);
    let mut told = [0; 2];
    for round in 0..kills(12) {
        desk.write("book.db", &was);
        let done = stopped(&desk, "import many", Duration::from_micros(numbers.below(reach)));
        is_whole(&desk, "book.db", "import many");
        assert_eq!(schema(&desk), released, "round {round}");
        let after = newest(&desk, "book.db");
        assert!(after == before || after == before + 1, "{before} → {after}");
        assert!(!done || after == before + 1, "it said that it was done");
        let left = left_behind(&desk, &["book.db", "home", "many"]);
        assert!(left.is_empty(), "{left:?}");
        sweep(&desk);
        told[after - before] += 1;
    }
    println!("not done, done: {told:?}");
}
