//! `backup` and `restore`: a copy that can be trusted, whoever writes meanwhile, and back again, whatever
//! stands in the place of the record file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::desk::{Desk, line_with};

/// Every file under a folder, with its bytes.
fn all(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all(&path))
        } else {
            // A link may lead nowhere.
            found.insert(path.clone(), std::fs::read(&path).unwrap_or_default());
        }
    }
    found
}

/// Calls chibo, which must refuse with this exit status and this code, and leave every file on the desk as
/// it was, byte for byte; what it said in both languages.
fn refuses(desk: &mut Desk, status: i32, line: &str) -> String {
    let mut told = format!("$ chibo {line}\n");
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        let before = all(&desk.path(""));
        told += &desk.redacted(&desk.refuses(status, line)).replace('\\', "/");
        let after = all(&desk.path(""));
        assert!(before.keys().eq(after.keys()), "{line}: {:?}", after.keys());
        assert!(before == after, "{line}: a file was changed");
    }
    desk.set("CHIBO_LANG", "en");
    told + "\n"
}

/// A text without fingerprints and without the times in names of files.
fn plain(desk: &Desk, text: &str) -> String {
    let text = desk.redacted(text);
    let shapes = ["hhhh hhhh hhhh hhhh", "dddddddd-dddddd"];
    let fits = |at: &str, shape: &str| {
        at.len() >= shape.len()
            && shape.bytes().zip(at.bytes()).all(|(want, is)| match want {
                b'h' => is.is_ascii_hexdigit(),
                b'd' => is.is_ascii_digit(),
                other => other == is,
            })
    };
    let (mut out, mut at) = (String::new(), 0);
    while at < text.len() {
        let rest = &text[at..];
        if fits(rest, shapes[0]) {
            out += "FINGERPRINT";
            at += shapes[0].len();
        } else if fits(rest, shapes[1]) {
            out += "TIME";
            at += shapes[1].len();
        } else {
            let c = rest.chars().next().unwrap();
            out.push(c);
            at += c.len_utf8();
        }
    }
    out
}

fn open(path: &Path) -> Connection {
    let connection = chibo::store::by_hand(path).unwrap();
    connection.busy_timeout(Duration::from_secs(30)).unwrap();
    connection
}

/// Number and hash of the newest operation, in a file that must be whole.
fn newest(path: &Path) -> (i64, String) {
    let connection = open(path);
    let whole: String = connection.query_row("PRAGMA integrity_check", [], |r| r.get(0)).unwrap();
    assert_eq!(whole, "ok");
    let newest = "SELECT number, lower(hex(hash)) FROM operation ORDER BY number DESC LIMIT 1";
    connection.query_row(newest, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

/// What reports, lists and the history say.
fn everything(desk: &Desk, db: &str) -> String {
    let lines = [
        "report --period 2017-06..2018-07",
        "report --period 7/2018 --format json",
        "report composition --as-of 31/7/2018",
        "assign --list --on 2/8/2018",
        "official list --format csv",
        "history --format csv",
    ];
    lines.iter().map(|line| desk.ok(&format!("--db {db} {line}"))).collect()
}

/// The files kept aside of `book.db`.
fn asides(desk: &Desk) -> Vec<String> {
    desk.files().into_iter().filter(|name| name.starts_with("book.before-restore-")).collect()
}

/// A desk with a backup `old.db` of the sample, and a book that has gone on since.
fn desk_with_backup() -> Desk {
    let desk = Desk::with_sample();
    desk.says("backup old.db");
    desk.says("unassign P1-01 --on 1/8/2018");
    desk
}

#[test]
fn a_backup_says_where_it_is_how_many_operations_it_holds_and_their_fingerprint() {
    let mut desk = Desk::with_sample();
    let said = desk.says("backup stick.db");
    let (number, hash) = newest(&desk.path("book.db"));
    assert_eq!(newest(&desk.path("stick.db")), (number, hash.clone()));
    let fours: Vec<&str> = (0..4).map(|at| &hash[at * 4..at * 4 + 4]).collect();
    assert!(said.contains(&fours.join(" ")), "{said}");
    desk.says("unassign P1-01 --on 1/8/2018");
    desk.set("CHIBO_LANG", "vi");
    let vietnamese = desk.says("--db book.db backup \"E sao luu.db\"");
    insta::assert_snapshot!(plain(&desk, &format!("{said}{vietnamese}")));
    assert_eq!(desk.files(), ["E sao luu.db", "book.db", "home", "stick.db"]);
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_backup_and_what_is_kept_aside() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk_with_backup();
    desk.says("restore old.db");
    let aside = asides(&desk).remove(0);
    for name in ["old.db", aside.as_str()] {
        let mode = std::fs::metadata(desk.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_backup_while_another_program_is_writing_holds_what_was_there_before() {
    let desk = Desk::with_sample();
    let before = newest(&desk.path("book.db"));
    let other = open(&desk.path("book.db"));
    other
        .execute_batch(
            "BEGIN IMMEDIATE;
             INSERT INTO operation VALUES (2, 1, '9999-12-31T00:00:00.000Z', '2018-08-08', 1, 'config', '{}', NULL, NULL, zeroblob(32));",
        )
        .unwrap();
    desk.says("backup stick.db");
    assert_eq!(newest(&desk.path("stick.db")), before);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(everything(&desk, "stick.db"), everything(&desk, "book.db"));
}

#[test]
fn backups_made_while_another_process_keeps_writing_are_whole_and_of_one_moment() {
    let desk = Desk::with_sample();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for _ in 0..12 {
                desk.says("unassign P1-01 --on 1/8/2018");
                desk.says("undo");
            }
        });
        let mut taken = 0;
        while taken < 3 || !writer.is_finished() {
            desk.says("backup stick.db --force");
            let (number, hash) = newest(&desk.path("stick.db"));
            let recorded: String = open(&desk.path("book.db"))
                .query_row(
                    "SELECT lower(hex(hash)) FROM operation WHERE number = ?1",
                    [number],
                    |r| r.get(0),
                )
                .unwrap();
            assert_eq!(hash, recorded);
            taken += 1;
        }
    });
    desk.says("backup stick.db --force");
    assert_eq!(newest(&desk.path("stick.db")).0, 25);
    assert_eq!(everything(&desk, "stick.db"), everything(&desk, "book.db"));
    assert_eq!(desk.files(), ["book.db", "home", "stick.db"]);
}

#[test]
fn a_busy_record_file_is_waited_for() {
    let desk = desk_with_backup();
    for line in ["backup stick.db", "restore old.db"] {
        let other = open(&desk.path("book.db"));
        other.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let held = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(3500));
            other.execute_batch("ROLLBACK").unwrap();
        });
        let said = desk.says(line);
        held.join().unwrap();
        assert!(said.starts_with("Another program is using the record file; waiting…\n"), "{said}");
    }
}

#[test]
fn a_backup_is_never_written_where_it_could_destroy_something() {
    let mut desk = desk_with_backup();
    std::fs::create_dir(desk.path("stick")).unwrap();
    desk.write("letter.txt", "Kính gửi");
    desk.write("empty.db", "");
    open(&desk.path("other.db")).execute_batch("CREATE TABLE cell (id INTEGER)").unwrap();
    desk.write("left.db-journal", "left of something");
    let mut told = String::new();
    for line in [
        "backup stick --force",
        "backup new/",
        "backup new/stick.db",
        "backup book.db --force",
        "backup stick/../book.db",
        "backup old.db",
        "backup letter.txt --force",
        "backup empty.db --force",
        "backup other.db --force",
        "backup book.db-journal",
        "backup left.db",
    ] {
        told += &refuses(&mut desk, 1, line);
    }
    let full = desk.path("book.db").display().to_string();
    refuses(&mut desk, 1, &format!("backup \"{full}\" --force"));
    let date = line_with(&told, "For example").split("chibo-").nth(1).unwrap()[..10].to_owned();
    insta::assert_snapshot!(told.replace(&date, "DATE"));
}

#[cfg(unix)]
#[test]
fn a_backup_is_never_written_onto_the_record_file_through_a_link() {
    let mut desk = desk_with_backup();
    std::os::unix::fs::symlink("book.db", desk.path("link.db")).unwrap();
    std::fs::hard_link(desk.path("book.db"), desk.path("second.db")).unwrap();
    std::os::unix::fs::symlink("nowhere.db", desk.path("astray.db")).unwrap();
    for line in ["backup link.db --force", "backup second.db --force"] {
        let told = refuses(&mut desk, 1, line);
        assert!(told.contains("is the record file itself"), "{told}");
        let told =
            refuses(&mut desk, 1, &line.replace("backup", "restore").replace(" --force", ""));
        assert!(told.contains("is the record file itself"), "{told}");
    }
    let book = desk.book();
    assert_eq!(desk.run("backup astray.db").status, 1);
    assert!(!desk.path("nowhere.db").exists() && book == desk.book());

    // A link to an older backup is followed.
    std::os::unix::fs::symlink("old.db", desk.path("latest.db")).unwrap();
    desk.says("backup latest.db --force");
    assert_eq!(newest(&desk.path("old.db")).0, 2);
    assert!(desk.path("latest.db").symlink_metadata().unwrap().is_symlink());
}

#[test]
fn a_damaged_record_file_gives_no_backup() {
    let mut desk = desk_with_backup();
    let mut book = desk.book().unwrap();
    let length = book.len();
    book[length / 2..].fill(0x5a);
    desk.write("book.db", &book);
    let told =
        refuses(&mut desk, 4, "backup old.db --force") + &refuses(&mut desk, 4, "backup new.db");
    assert!(told.contains("The record file book.db is damaged and cannot be read ("), "{told}");
    assert!(told.contains("Sổ book.db bị hỏng, không đọc được ("), "{told}");
    desk.set("CHIBO_DB", "absent.db");
    let told = refuses(&mut desk, 4, "backup new.db");
    assert!(told.contains("There is no record file at absent.db"), "{told}");
}

#[test]
fn restoring_brings_back_every_figure_and_going_back_too() {
    let mut desk = Desk::with_sample();
    desk.says("log-meeting P3-06 --on 5/7/2018 --no-visitor --reason duty");
    let then = everything(&desk, "book.db");
    let made = desk.says("backup old.db");
    desk.says("undo");
    desk.says("unassign P1-01 --on 1/8/2018");
    let later = everything(&desk, "book.db");
    let old = desk.read("old.db");

    let said = desk.says("restore old.db");
    assert_eq!(everything(&desk, "book.db"), then);
    assert!(desk.read("old.db") == old, "the backup itself is never changed");
    let fingerprint = |said: &str| {
        said.split("fingerprint ").nth(1).unwrap().replace("of the newest ", "")[..19].to_owned()
    };
    assert_eq!(fingerprint(&said), fingerprint(&made));

    let aside = asides(&desk).remove(0);
    assert!(said.contains(&format!("(to go back: chibo restore {aside})")), "{said}");
    assert_eq!(everything(&desk, &aside), later);
    desk.set("CHIBO_LANG", "vi");
    let back = desk.says(&format!("--db book.db restore {aside}"));
    assert_eq!(desk.set("CHIBO_LANG", "en").ok("history").lines().count(), 9);
    assert_eq!(everything(&desk, "book.db"), later);
    assert_eq!(asides(&desk).len(), 2, "the first is not overwritten");
    desk.says("unassign P1-02 --on 1/8/2018");

    // Both may fall into one second.
    let name = |text: &str| plain(&desk, text).replace("TIME-2", "TIME");
    let day = |text: &str| name(text).replace(|c: char| c.is_ascii_digit(), "9");
    insta::assert_snapshot!(day(&(said + &back)));
}

#[test]
fn a_dry_run_changes_nothing_and_says_what_would_be_restored() {
    let desk = desk_with_backup();
    let before = all(&desk.path(""));
    let said = desk.says("restore old.db --dry-run");
    assert!(said.starts_with("Dry run, nothing is kept; the answer would be: Restored"), "{said}");
    assert!(said.contains("book.before-restore-"), "{said}");
    let absent = desk.says("--db new/book.db restore old.db --dry-run");
    assert!(!absent.contains("former"), "{absent}");
    assert!(before == all(&desk.path("")));
}

#[test]
fn what_is_no_good_backup_is_not_restored_and_the_good_ones_are_named() {
    let mut desk = desk_with_backup();
    let old = desk.read("old.db");
    let changed = |desk: &Desk, name: &str, sql: &str| {
        desk.write(name, &old);
        open(&desk.path(name)).execute_batch(sql).unwrap();
    };
    let mut spoilt = old.clone();
    spoilt[4096 * 3..].fill(0x5a);
    desk.write("spoilt.db", spoilt);
    desk.write("half.db", &old[..4096 * (old.len() / 8192)]);
    desk.write("start.db", &old[..60]);
    desk.write("empty.db", "");
    desk.write("letter.txt", "Kính gửi");
    std::fs::create_dir(desk.path("folder")).unwrap();
    open(&desk.path("other.db")).execute_batch("CREATE TABLE cell (id INTEGER)").unwrap();
    changed(&desk, "newer.db", "CREATE TABLE later (x); PRAGMA user_version = 99");
    changed(&desk, "schema.db", "DROP TRIGGER visit_delete");
    changed(
        &desk,
        "astray.db",
        "INSERT INTO operation VALUES (2, 1, '9999-12-31T00:00:00.000Z', '2018-08-08', 1, 'config', '{}', NULL, NULL, zeroblob(32));
         UPDATE tally SET in_force = 2, sum = 3, newest = 2 WHERE counted = 'operation'",
    );
    changed(
        &desk,
        "dangling.db",
        "PRAGMA foreign_keys = OFF;
         INSERT INTO assignment (version, record, cell, official, valid_from, mode, added_by)
         VALUES (99999, 99999, 99999, 99999, 17600, 0, 2);
         INSERT INTO operation VALUES (2, 1, '9999-12-31T00:00:00.000Z', '2018-08-08', 1, 'config', '{}', NULL, NULL, zeroblob(32));
         UPDATE tally SET in_force = 2, sum = 3, newest = 2 WHERE counted = 'operation';",
    );
    let mut told = String::new();
    for name in [
        "absent.db",
        "spoilt.db",
        "half.db",
        "start.db",
        "empty.db",
        "letter.txt",
        "folder",
        "other.db",
        "newer.db",
        "schema.db",
        "astray.db",
        "dangling.db",
    ] {
        told += &refuses(&mut desk, 4, &format!("restore {name}"));
        refuses(&mut desk, 4, &format!("--db new/book.db restore {name}"));
    }
    told += &refuses(&mut desk, 1, "restore book.db");
    told += &refuses(&mut desk, 1, "restore folder/../book.db");
    told += &refuses(&mut desk, 1, "--db other.db restore old.db");
    refuses(&mut desk, 1, "--db letter.txt restore old.db");
    refuses(&mut desk, 1, "--db folder restore old.db");
    insta::assert_snapshot!(told);
}

#[test]
fn where_there_is_no_record_file_the_backup_takes_the_place() {
    let desk = desk_with_backup();
    std::fs::remove_file(desk.path("book.db")).unwrap();
    let said = desk.says("restore old.db");
    assert!(!said.contains("former"), "{said}");
    assert_eq!(everything(&desk, "book.db"), everything(&desk, "old.db"));
    desk.says("--db new/folder/book.db restore old.db");
    assert_eq!(newest(&desk.path("new/folder/book.db")), newest(&desk.path("old.db")));
    desk.write("book.db", "");
    desk.says("restore old.db");
    assert_eq!(newest(&desk.path("book.db")), newest(&desk.path("old.db")));
    assert_eq!(desk.files(), ["book.db", "home", "new", "old.db"]);
}

#[test]
fn a_damaged_record_file_is_kept_aside_as_it_is() {
    let whole = Desk::with_sample().book().unwrap();
    let mut spoilt = whole.clone();
    spoilt[4096 * 3..].fill(0x5a);
    let mut headless = whole.clone();
    headless[..4096].fill(0);
    let unopened = [headless, whole[..60].to_vec()];
    for damaged in [spoilt, whole[..whole.len() / 2].to_vec()].iter().chain(&unopened) {
        let desk = desk_with_backup();
        desk.write("book.db", damaged);
        // SQLite itself takes away a journal that it knows to be stale, if it knows the file.
        let journal = unopened.contains(damaged);
        if journal {
            desk.write("book.db-journal", "left of an older time");
        }
        let said = desk.says("restore old.db");
        assert!(
            said.contains("the former file is damaged and kept as it was, as book.b"),
            "{said}"
        );
        assert_eq!(everything(&desk, "book.db"), everything(&desk, "old.db"));
        let aside = asides(&desk);
        assert_eq!(aside.len(), if journal { 2 } else { 1 }, "{aside:?}");
        assert!(desk.read(&aside[0]) == *damaged);
        if journal {
            assert_eq!(desk.read(&format!("{}-journal", aside[0])), b"left of an older time");
        }
        desk.says("unassign P1-01 --on 1/8/2018");
    }
}

/// Leaves `name` as a program leaves it that loses power while it writes: half changed, the journal beside.
fn stop_in_the_middle(desk: &Desk, name: &str) {
    let writing = open(&desk.path(name));
    writing
        .execute_batch(
            "PRAGMA cache_size = 1; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;
             DROP TRIGGER visit_delete; DELETE FROM visit; DROP TRIGGER meeting_update;
             DROP TRIGGER meeting_change; UPDATE meeting SET remarks = 7 WHERE held_on IS NOT NULL;",
        )
        .unwrap();
    let journal = format!("{name}-journal");
    let (half, journal_left) = (desk.read(name), desk.read(&journal));
    writing.execute_batch("ROLLBACK").unwrap();
    drop(writing);
    assert!(half != desk.read(name), "nothing was written yet");
    desk.write(name, half);
    desk.write(&journal, journal_left);
}

#[test]
fn a_backup_that_was_left_in_the_middle_of_a_change_is_restored_without_touching_it() {
    let desk = desk_with_backup();
    let old = everything(&desk, "old.db");
    stop_in_the_middle(&desk, "old.db");
    let left = (desk.read("old.db"), desk.read("old.db-journal"));
    desk.says("restore old.db --dry-run");
    desk.says("restore old.db");
    assert_eq!(everything(&desk, "book.db"), old);
    assert!(left == (desk.read("old.db"), desk.read("old.db-journal")));
    assert!(!desk.path("book.db-journal").exists());
}

#[test]
fn a_record_file_left_in_the_middle_of_a_change_is_mended_and_kept_aside() {
    let desk = desk_with_backup();
    let later = everything(&desk, "book.db");
    stop_in_the_middle(&desk, "book.db");
    desk.says("restore old.db");
    assert_eq!(everything(&desk, "book.db"), everything(&desk, "old.db"));
    let aside = asides(&desk);
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(everything(&desk, &aside[0]), later);
    assert!(!desk.path("book.db-journal").exists());
}

#[test]
fn an_old_journal_is_never_rolled_into_what_was_restored() {
    let desk = desk_with_backup();
    stop_in_the_middle(&desk, "book.db");
    let journal = desk.read("book.db-journal");
    std::fs::remove_file(desk.path("book.db")).unwrap();
    let said = desk.says("restore old.db");
    assert!(
        said.contains("there was no record file, what an earlier one left unfinished"),
        "{said}"
    );
    assert_eq!(everything(&desk, "book.db"), everything(&desk, "old.db"));
    let aside = asides(&desk);
    assert!(aside.len() == 1 && desk.read(&aside[0]) == journal, "{aside:?}");
}

#[test]
fn programs_that_have_the_record_file_open_see_what_was_restored() {
    let desk = desk_with_backup();
    let other = open(&desk.path("book.db"));
    let operations = || -> i64 {
        other.query_row("SELECT count(*) FROM operation", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(operations(), 2);
    desk.says("restore old.db");
    assert_eq!(operations(), 1);
}

#[test]
fn a_file_that_another_program_gave_another_mode_or_page_size_is_refused_and_a_backup_takes_its_place()
 {
    let (log, size) = ("PRAGMA journal_mode = WAL", "PRAGMA page_size = 8192; VACUUM");
    for (setting, stopped) in [(log, false), (log, true), (size, false)] {
        let mut desk = desk_with_backup();
        desk.write("other.db", desk.read("old.db"));
        for name in ["book.db", "other.db"] {
            let other = Connection::open(desk.path(name)).unwrap();
            other.execute_batch(setting).unwrap();
            if stopped {
                // Before it puts its log into the file.
                other.execute_batch("PRAGMA application_id = 0x6368626f").unwrap();
                std::mem::forget(other);
            }
        }
        for line in ["report --period 7/2018", "undo", "backup new.db"] {
            let told = refuses(&mut desk, 4, line);
            let wanted = if stopped { "not of this very file" } else { "is damaged" };
            assert!(told.contains(wanted), "{line}: {told}");
        }
        let told = refuses(&mut desk, 4, "restore other.db");
        let wanted = if stopped { "a write-ahead log lies beside it" } else { "page 1 " };
        assert!(told.contains("is damaged") && told.contains(wanted), "{told}");
        let found = desk.run("check").all();
        let wanted = if stopped { "book.db-wal" } else { "is not what chibo wrote there" };
        assert!(found.contains(wanted), "{found}");
        desk.says("restore old.db");
        assert_eq!(everything(&desk, "book.db"), everything(&desk, "old.db"));
        assert_eq!(desk.run("check").all(), "");
    }
}

#[test]
fn a_restore_that_is_stopped_at_any_moment_leaves_the_old_file_or_the_new_one() {
    for damaged in [false, true] {
        let desk = desk_with_backup();
        let (old, later) = (newest(&desk.path("old.db")), newest(&desk.path("book.db")));
        let mut book = desk.book().unwrap();
        if damaged {
            book[4096 * 3..].fill(0x5a);
        }
        for wait in 0..20 {
            desk.write("book.db", &book);
            let mut restoring = desk.command();
            restoring.args(["restore", "old.db"]).stderr(std::process::Stdio::null());
            let mut restoring = restoring.spawn().unwrap();
            std::thread::sleep(Duration::from_millis(wait * 3));
            let _ = restoring.kill();
            restoring.wait().unwrap();
            if damaged {
                let now = desk.book().expect("one of the two is in place");
                assert!(now == book || newest(&desk.path("book.db")) == old);
                let kept = asides(&desk).iter().any(|name| desk.read(name) == book);
                assert!(now == book || kept);
            } else {
                let now = newest(&desk.path("book.db"));
                let kept = asides(&desk).iter().any(|name| newest(&desk.path(name)) == later);
                assert!(now == later || now == old && kept);
            }
            for name in desk.files() {
                if name.starts_with("book.before") {
                    std::fs::remove_file(desk.path(&name)).unwrap();
                }
            }
        }
    }
}

#[test]
fn a_backup_is_made_even_where_the_list_of_backups_cannot_be_written() {
    let mut desk = Desk::with_sample();
    desk.unset("CHIBO_DB");
    let csv = desk.ok("where --format csv");
    let default = csv.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    let data = Path::new(&default).parent().unwrap().to_owned();
    desk.set("CHIBO_DB", "book.db");
    desk.write(data.to_str().unwrap(), "no folder");
    let said = desk.says("backup a.db");
    assert!(said.contains("Note: this backup could not be put on the list"), "{said}");
    assert_eq!(newest(&desk.path("a.db")), newest(&desk.path("book.db")));

    std::fs::remove_file(&data).unwrap();
    for name in ["a.db", "a.db", "b.db", "c.db"] {
        let said = desk.says(&format!("backup {name} --force"));
        assert!(!said.contains("Note"), "{said}");
    }
    let list = std::fs::read_to_string(data.join("backups.jsonl")).unwrap();
    assert_eq!(list.lines().count(), 3, "{list}");
    std::fs::write(data.join("backups.jsonl"), format!("{{half\n{list}")).unwrap();
    std::fs::remove_file(desk.path("b.db")).unwrap();
    // The newest that is whole.
    let told = |name: &str| {
        let said = desk.refuses(4, "restore absent.db");
        let hint = line_with(&said, "To restore from a backup that is whole: chibo restore ");
        assert!(hint.ends_with(name), "{said}");
    };
    told("c.db");
    desk.write("c.db", "scrap");
    told("a.db");
}

/// Changes a recorded figure behind chibo's back and puts the triggers that would refuse it in their place again.
fn meddle(path: &std::path::Path) {
    let connection = open(path);
    let sql = "SELECT group_concat(sql, ';') FROM sqlite_schema
               WHERE name IN ('meeting_update', 'meeting_change')";
    let triggers: String = connection.query_row(sql, [], |row| row.get(0)).unwrap();
    let change = "DROP TRIGGER meeting_update; DROP TRIGGER meeting_change;
                  UPDATE meeting SET present = 1 WHERE version = 1;";
    connection.execute_batch(&format!("{change}{triggers};")).unwrap();
}

#[test]
fn a_backup_that_is_not_what_was_recorded_is_restored_only_on_demand() {
    let mut desk = desk_with_backup();
    desk.write("bad.db", desk.read("old.db"));
    meddle(&desk.path("bad.db"));
    let told = refuses(&mut desk, 4, "restore bad.db");
    assert!(told.contains("has flaws") && told.contains("--with-flaws"), "{told}");
    desk.says("restore bad.db --with-flaws --dry-run");
    desk.says("restore bad.db --with-flaws");
    assert_eq!(desk.run("check").status, 5);
    // A backup of a flawed file is made and says so, but takes no other's place; check recommends only those that
    // are whole.
    let made = desk.run("backup flawed.db");
    assert!(made.status == 4 && made.stderr.contains("and so has the backup"), "{}", made.all());
    let good = desk.read("old.db");
    let told = refuses(&mut desk, 4, "backup old.db --force");
    assert!(told.contains("was left as it is"), "{told}");
    assert!(desk.path("flawed.db").exists() && desk.read("old.db") == good);
    let found = desk.run("check").stdout;
    assert!(found.contains("old.db") && !found.contains("flawed.db"), "{found}");
}

#[test]
fn a_backup_takes_the_place_of_an_earlier_one_only() {
    let mut desk = desk_with_backup();
    desk.says("backup old.db --force");
    desk.says("--db other.db init --office Khác");
    let other = desk.read("other.db");
    let told = refuses(&mut desk, 1, "backup other.db --force");
    assert!(told.contains("is not an older backup"), "{told}");
    assert!(desk.read("other.db") == other);
    // One that went on after this file is not older either.
    desk.says("config office Mới");
    desk.says("backup newer.db");
    desk.says("restore old.db");
    refuses(&mut desk, 1, "backup newer.db --force");
    let told = desk.says("restore newer.db");
    assert!(told.contains("is not an earlier state"), "{told}");
    assert!(!desk.says("restore old.db").contains("earlier state"));
    assert!(desk.says("restore other.db --dry-run").contains("is not an earlier state"));
}
