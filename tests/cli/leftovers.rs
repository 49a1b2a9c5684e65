//! What stopped programs left, full disks, and names that SQLite would read otherwise: nothing is deleted that is
//! not chibo's own, nothing of chibo's own hinders or holds names, and a message names the file it is about.

use std::fs::File;

use crate::desk::Desk;

/// A room as a program leaves it that was killed while it used it.
fn left(desk: &Desk, room: &str, file: &str, content: &[u8]) {
    desk.write(&format!("{room}/lock"), "");
    desk.write(&format!("{room}/{file}"), content);
}

/// The same while the program still runs.
fn in_use(desk: &Desk, room: &str, file: &str, content: &[u8]) -> File {
    left(desk, room, file, content);
    let lock = File::options().write(true).open(desk.path(&format!("{room}/lock"))).unwrap();
    lock.lock().unwrap();
    lock
}

/// The names of rooms in a folder of the desk.
fn rooms(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(desk.path(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".chibo-")).collect()
}

#[test]
fn a_new_record_file_is_not_made_where_a_journal_or_log_lies_and_nothing_is_deleted() {
    for command in ["init", "demo"] {
        for sidecar in ["journal", "wal", "shm"] {
            for empty_too in [false, true] {
                let mut desk = Desk::empty();
                desk.set("CHIBO_DB", "book.db");
                desk.write(&format!("book.db-{sidecar}"), "notes");
                if empty_too && command == "init" {
                    desk.write("book.db", "");
                }
                let files = desk.files();
                let said = desk.run(command);
                assert_eq!((said.status, said.stdout.as_str()), (4, ""), "{}", said.stderr);
                assert!(said.stderr.contains(&format!("book.db-{sidecar}")), "{}", said.stderr);
                assert!(said.stderr.contains("the only way back"), "{}", said.stderr);
                assert!(said.stderr.contains("move that file away"), "{}", said.stderr);
                assert_eq!(desk.files(), files);
                assert_eq!(desk.read(&format!("book.db-{sidecar}")), b"notes");
            }
        }
    }
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "book.db").set("CHIBO_LANG", "vi");
    desk.write("book.db-journal", "");
    let said = desk.run("init").stderr;
    insta::assert_snapshot!(said, @"
    Lỗi: Cạnh book.db còn tệp book.db-journal: có thể đó là cách duy nhất để khôi phục một sổ từng mang tên này; không lập sổ mới, không xóa gì.
    Gợi ý: Đặt sổ cũ về lại đúng tên book.db rồi mở như thường; nếu không cần nữa, chuyển tệp đó đi nơi khác rồi gõ lại lệnh
    ");
}

#[test]
fn the_journal_of_a_book_that_was_moved_away_still_mends_it_when_it_is_back() {
    let desk = Desk::with_sample();
    let whole = desk.coverage("7/2018");
    let writing = desk.by_hand("book.db");
    writing
        .execute_batch(
            "PRAGMA cache_size = 1; BEGIN IMMEDIATE;
             CREATE TABLE much (x); INSERT INTO much SELECT randomblob(3000) FROM text;",
        )
        .unwrap();
    let (half, journal) = (desk.read("book.db"), desk.read("book.db-journal"));
    assert!(!journal.is_empty());
    writing.execute_batch("ROLLBACK").unwrap();
    drop(writing);
    std::fs::remove_file(desk.path("book.db")).unwrap();
    desk.write("moved.db", half);
    desk.write("book.db-journal", journal);
    assert_eq!(desk.run("init").status, 4);
    std::fs::rename(desk.path("moved.db"), desk.path("book.db")).unwrap();
    assert_eq!(desk.coverage("7/2018"), whole);
    desk.ok("check");
}

/// Refuses whatever is asked of the book, and leaves it and what lies beside it.
fn refuses_all(desk: &Desk, left: &str) {
    let before = (desk.book(), desk.read(left));
    for line in [
        "report --period 7/2018",
        "check",
        "history",
        "meeting amend P1-02 --period 7/2018 --note x",
        "close 6/2018 --with-gaps",
        "undo",
        "backup new.db",
        "export out",
    ] {
        let answer = desk.run(line);
        assert_eq!((answer.status, answer.stdout.as_str()), (4, ""), "{line}: {}", answer.stderr);
        let said = answer.stderr;
        assert!(said.contains(left) && said.contains("not of this very file"), "{line}: {said}");
        assert!(before == (desk.book(), desk.read(left)), "{line}");
    }
    assert!(!desk.path("new.db").exists() && !desk.path("out").exists());
}

/// A program was stopped; then somebody put a copy of another day in the place of the book by hand.
#[test]
fn the_journal_of_another_state_is_not_rolled_in_by_any_command() {
    let desk = Desk::with_sample();
    desk.says("backup old.db");
    desk.says("meeting amend P1-02 --period 7/2018 --note x");
    desk.says("close 6/2018 --with-gaps");
    let writing = desk.by_hand("book.db");
    let change =
        "PRAGMA cache_size = 1; BEGIN IMMEDIATE; DROP TRIGGER visit_delete; DELETE FROM visit;
                  DROP TRIGGER absence_delete; DELETE FROM absence;";
    writing.execute_batch(change).unwrap();
    let (half, journal) = (desk.read("book.db"), desk.read("book.db-journal"));
    writing.execute_batch("ROLLBACK").unwrap();
    drop(writing);
    let whole = desk.ok("report --period 7/2018");
    let put = |book: &[u8]| {
        desk.write("book.db", book);
        desk.write("book.db-journal", &journal);
    };
    // Its own is.
    put(&half);
    assert_eq!(desk.ok("report --period 7/2018"), whole);
    assert_eq!(desk.ok("check"), "");
    put(&desk.read("old.db"));
    refuses_all(&desk, "book.db-journal");
    let mut vietnamese = desk;
    vietnamese.set("CHIBO_LANG", "vi");
    insta::assert_snapshot!(vietnamese.run("report").stderr, @"
    Lỗi: Cạnh book.db có tệp book.db-journal không phải của chính sổ này: mở sổ cùng tệp đó thì nội dung không còn đúng như đã ghi; chưa đọc, chưa thay đổi gì.
    Gợi ý: Đóng chương trình khác đang mở sổ, chuyển tệp đó sang nơi khác (đừng xóa) rồi gõ: chibo check; nếu sổ vẫn có sai lệch: chibo restore TỆP
    ");
    vietnamese.set("CHIBO_LANG", "en");
    vietnamese.says("restore old.db");
    assert_eq!(vietnamese.ok("check"), "");
    let aside = vietnamese.files().into_iter().find(|name| name.ends_with(".db-journal")).unwrap();
    assert!(aside.starts_with("book.before") && vietnamese.read(&aside) == journal, "{aside}");
}

/// The book and its journal as a program leaves them that is stopped while it changes every page.
fn stop_in_the_middle(desk: &Desk) -> (Vec<u8>, Vec<u8>) {
    let writing = desk.by_hand("book.db");
    let names = |kind: &str| -> Vec<String> {
        let sql = "SELECT name FROM sqlite_schema WHERE type = ?1";
        let mut names = writing.prepare(sql).unwrap();
        names.query_map([kind], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let (triggers, tables) = (names("trigger"), names("table"));
    let pragmas = "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = 1;";
    writing.execute_batch(&format!("{pragmas} BEGIN IMMEDIATE")).unwrap();
    let drop = triggers.iter().map(|name| format!("DROP TRIGGER {name};"));
    let delete = tables.iter().map(|name| format!("DELETE FROM {name};"));
    writing.execute_batch(&drop.chain(delete).collect::<String>()).unwrap();
    let left = (desk.read("book.db"), desk.read("book.db-journal"));
    writing.execute_batch("ROLLBACK").unwrap();
    left
}

/// A journal of a large change holds every page that later small ones touch: rolled into a later state of the same book, it
/// gives an earlier one that is whole.
#[test]
fn a_journal_does_not_bring_back_an_earlier_state_of_the_same_book() {
    let desk = Desk::with_sample();
    let (_, journal) = stop_in_the_middle(&desk);
    desk.says("meeting amend P1-02 --period 7/2018 --note x");
    desk.says("log-meeting P1-01 --on 3/8/2018 --visitor assigned");
    let (later, report) = (desk.book(), desk.ok("report --period 8/2018"));
    desk.says("backup later.db");
    desk.write("book.db-journal", &journal);
    assert_eq!(desk.ok("report --period 8/2018"), report);
    assert!(desk.book() == later && !desk.path("book.db-journal").exists());
    desk.ok("check");
    // Nor if a page of it is damaged: several changes came since.
    let mut damaged = later.clone().unwrap();
    let last = damaged.len() - 100;
    damaged[last] ^= 1;
    desk.write("book.db", &damaged);
    desk.write("book.db-journal", &journal);
    let answer = desk.run("history");
    assert!(
        answer.status == 4 && answer.stderr.contains("not of this very file"),
        "{}",
        answer.all()
    );
    assert!(desk.book().unwrap() == damaged && desk.read("book.db-journal") == journal);
    std::fs::remove_file(desk.path("book.db-journal")).unwrap();
    desk.write("book.db", later.unwrap());
    // So it is beside a backup, which stays as it is.
    desk.write("later.db-journal", &journal);
    let said = desk.says("restore later.db");
    assert!(said.contains("3 operations"), "{said}");
    assert_eq!(desk.ok("report --period 8/2018"), report);
    assert!(desk.read("later.db-journal") == journal);
}

#[cfg(unix)]
#[test]
fn a_book_is_opened_through_a_link_as_by_its_own_name() {
    let mut desk = Desk::with_sample();
    let (_, journal) = stop_in_the_middle(&desk);
    std::fs::create_dir(desk.path("real")).unwrap();
    desk.ok("--db other.db demo");
    desk.says("--db other.db meeting amend P1-02 --period 7/2018 --note x");
    std::fs::rename(desk.path("other.db"), desk.path("real/r.db")).unwrap();
    desk.write("real/r.db-journal", &journal);
    std::os::unix::fs::symlink("real/r.db", desk.path("link.db")).unwrap();
    desk.set("CHIBO_DB", "link.db");
    let before = (desk.read("real/r.db"), desk.read("real/r.db-journal"));
    for line in ["report --period 7/2018", "undo", "check"] {
        let answer = desk.run(line);
        assert!(answer.status == 4 && answer.stderr.contains("r.db-journal"), "{}", answer.all());
        assert!(before == (desk.read("real/r.db"), desk.read("real/r.db-journal")), "{line}");
    }
    // What lies beside the link is nobody's.
    std::fs::remove_file(desk.path("real/r.db-journal")).unwrap();
    desk.write("link.db-wal", "notes");
    desk.ok("report --period 7/2018");
}

/// Under the name of the journal there may lie anything.
#[test]
fn what_is_no_journal_is_left_alone_and_named() {
    let desk = Desk::with_sample();
    desk.says("backup old.db");
    std::fs::create_dir(desk.path("book.db-journal")).unwrap();
    for line in ["report --period 7/2018", "undo", "check"] {
        let answer = desk.run(line);
        let said = &answer.stderr;
        assert!(answer.status == 4 && said.contains("book.db-journal"), "{line}: {said}");
    }
    desk.says("restore old.db");
    assert_eq!(desk.run("check").all(), "");
    // One that was never finished, before the first page was written, counts for nothing.
    desk.write("book.db-journal", vec![0; 600]);
    desk.ok("report --period 7/2018");
}

/// Whoever comes first takes a journal away that is needed no more; the others find it gone.
#[test]
fn many_that_find_a_finished_change_with_its_journal_take_it_away_once() {
    let desk = Desk::with_sample();
    let (_, journal) = stop_in_the_middle(&desk);
    desk.says("meeting amend P1-02 --period 7/2018 --note x");
    for _ in 0..4 {
        desk.write("book.db-journal", &journal);
        let started: Vec<_> = (0..6)
            .map(|_| {
                let mut command = desk.command();
                command.arg("history").stdout(std::process::Stdio::piped());
                command.stderr(std::process::Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for one in started {
            let output = one.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        assert!(!desk.path("book.db-journal").exists());
    }
    assert_eq!(desk.ok("check"), "");
}

/// chibo writes no such log, so that it is one of another program.
#[test]
fn the_log_of_another_program_is_not_rolled_in_by_any_command() {
    for content in ["", "notes"] {
        let desk = Desk::with_sample();
        desk.says("backup old.db");
        desk.write("book.db-wal", content);
        refuses_all(&desk, "book.db-wal");
        desk.says("restore old.db");
        assert_eq!(desk.ok("check"), "");
        assert!(!desk.path("book.db-wal").exists());
    }
}

#[test]
fn an_export_that_was_stopped_hinders_none_after_it() {
    let desk = Desk::with_sample();
    desk.says("export out");
    left(&desk, "out/.chibo-abcdef", "export/meetings.csv", b"half");
    std::fs::create_dir(desk.path("out/.chibo-fedcba")).unwrap();
    let first = desk.refuses(1, "export out");
    assert!(first.contains("--force"), "{first}");
    desk.says("export out --force");
    assert_eq!(rooms(&desk, "out"), [""; 0]);
    let own = ".chibo-own notes";
    desk.write(&format!("out/{own}/a.txt"), "mine");
    desk.refuses(1, "export out --force");
    assert_eq!(desk.read(&format!("out/{own}/a.txt")), b"mine");
}

#[test]
fn each_command_clears_away_what_one_before_it_left_but_not_what_is_in_use() {
    let mut desk = Desk::with_sample();
    desk.set("TMPDIR", &desk.path("tmp").display().to_string());
    for folder in ["stick", "tmp"] {
        std::fs::create_dir(desk.path(folder)).unwrap();
    }
    desk.says("backup stick/b.bak");
    for (line, folder) in [
        ("backup stick/c.bak", "stick"),
        ("restore stick/b.bak", "."),
        ("--db new.db init", "."),
        ("--db demo.db demo", "."),
        ("report --period 7/2018 -o month.csv", "."),
        ("export out", "."),
        ("config lang en", "home"),
    ] {
        if folder == "home" {
            // Wherever settings lie: the place is the system's.
            desk.ok(line);
            continue;
        }
        let room = format!("{folder}/.chibo-abc123");
        left(&desk, &room, "copy.db", b"whole");
        let used = format!("{folder}/.chibo-def456");
        let lock = in_use(&desk, &used, "copy.db", b"whole");
        desk.ok(line);
        assert_eq!(rooms(&desk, folder), [".chibo-def456"], "chibo {line}");
        assert_eq!(desk.read(&format!("{used}/copy.db")), b"whole", "chibo {line}");
        drop(lock);
        std::fs::remove_dir_all(desk.path(&used)).unwrap();
    }
    // Where temporary files lie too.
    left(&desk, "tmp/.chibo-abc123", "copy.db", b"whole");
    desk.ok("restore stick/b.bak --dry-run");
    assert_eq!(rooms(&desk, "tmp"), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_backup_that_is_killed_leaves_nothing_for_the_next() {
    let desk = Desk::with_sample();
    std::fs::create_dir(desk.path("stick")).unwrap();
    let begun = std::time::Instant::now();
    desk.says("backup stick/b.bak");
    let whole = begun.elapsed();
    let mut seen = 0;
    for round in (0..20).cycle().take(400) {
        let mut command = desk.command();
        command.args(["backup", "stick/b.bak", "--force"]).stderr(std::process::Stdio::null());
        let mut running = command.spawn().unwrap();
        std::thread::sleep(whole * round / 20);
        let _ = running.kill();
        running.wait().unwrap();
        let rooms_left = rooms(&desk, "stick").len();
        if rooms_left > 0 {
            seen += 1;
            desk.says("backup stick/b.bak --force");
            assert_eq!(rooms(&desk, "stick"), [""; 0]);
        }
        if seen == 5 {
            break;
        }
    }
    assert!(seen > 0, "no kill came while a copy was made");
}

#[test]
fn erasing_takes_away_left_copies_wherever_backups_are_made_and_names_those_in_use() {
    let mut desk = Desk::with_sample();
    desk.set("TMPDIR", &desk.path("tmp").display().to_string());
    for folder in ["stick", "tmp"] {
        std::fs::create_dir(desk.path(folder)).unwrap();
    }
    desk.says("backup stick/b.bak");
    std::fs::remove_file(desk.path("stick/b.bak")).unwrap();
    let book = desk.book().unwrap();
    let folders = ["stick", "tmp", "."];
    for folder in folders {
        left(&desk, &format!("{folder}/.chibo-abc123"), "copy.db", &book);
    }
    let lock = in_use(&desk, "stick/.chibo-def456", "copy.db", &book);
    let said = desk.says("official erase TUV-05 --reason \"Đề nghị\"");
    assert_eq!(rooms(&desk, "stick"), [".chibo-def456"]);
    assert_eq!((rooms(&desk, "tmp"), rooms(&desk, ".")), (Vec::new(), Vec::new()));
    // What another program is using is not to be destroyed under it.
    let (backups, being_made) = said.split_once("Another program is just making a copy").unwrap();
    assert!(being_made.contains(".chibo-def456") && being_made.contains("Wait until"), "{said}");
    assert!(!backups.contains(".chibo-def456"), "{said}");
    assert!(!said.contains("abc123"), "{said}");
    drop(lock);
    let said = desk.says("official erase TUV-07 --reason \"Đề nghị\"");
    assert_eq!(rooms(&desk, "stick"), [""; 0]);
    assert!(said.contains("No backup that chibo knows of holds the name"), "{said}");
}

#[test]
fn a_half_written_line_in_the_list_of_backups_costs_no_other() {
    let desk = Desk::with_sample();
    desk.says("backup one.bak");
    let list = String::from_utf8(
        desk.command().args(["where", "--format", "csv"]).output().unwrap().stdout,
    )
    .unwrap();
    let list = find(&desk.path("home"), "backups.jsonl").unwrap_or_else(|| panic!("{list}"));
    let mut bytes = std::fs::read(&list).unwrap();
    let half = bytes.len() / 2;
    bytes.extend_from_within(..half);
    bytes.extend([0xff, 0xc3]);
    std::fs::write(&list, bytes).unwrap();
    let said = desk.says("backup two.bak");
    assert!(!said.contains("could not be put on the list"), "{said}");
    let said = desk.says("official erase TUV-05 --reason \"Đề nghị\"");
    assert!(said.contains("one.bak") && said.contains("two.bak"), "{said}");
}

/// A file of this name, somewhere in a folder.
fn find(folder: &std::path::Path, name: &str) -> Option<std::path::PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().find_map(|entry| match entry.path() {
        path if path.is_dir() => find(&path, name),
        path => (entry.file_name() == name).then_some(path),
    })
}

#[cfg(unix)]
#[test]
fn file_names_are_files_whatever_sqlite_would_read_in_them() {
    let desk = Desk::with_sample();
    let before = desk.book();
    for name in ["file:book.db", ":memory:", "file:book.db?mode=ro", "file::memory:"] {
        desk.ok(&format!("--db {name} init"));
        desk.ok(&format!("--db {name} config office \"Văn phòng\""));
        assert!(desk.ok(&format!("--db {name} history --format csv")).lines().count() == 3);
        desk.ok(&format!("--db {name} check"));
        desk.says(&format!("--db {name} backup {name}.bak"));
        desk.says(&format!("--db {name} restore {name}.bak"));
        assert!(desk.path(name).exists());
        assert!(desk.book() == before, "{name}");
    }
    desk.says("backup file:bk.db");
    desk.says("restore file:bk.db");
    desk.says("export file:out");
    desk.ok("--db file:second.db init");
    desk.says("--db file:second.db import file:out");
}

#[cfg(unix)]
#[test]
fn what_is_no_record_file_is_told_so_before_it_is_backed_up() {
    let desk = Desk::with_sample();
    desk.says("backup o.bak");
    let foreign = rusqlite::Connection::open(desk.path("foreign.db")).unwrap();
    foreign.execute_batch("CREATE TABLE t (x)").unwrap();
    std::fs::create_dir(desk.path("folder")).unwrap();
    let fifo = desk.path("fifo");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    for name in ["foreign.db", "/dev/null", "folder", "fifo"] {
        for options in ["", " --force"] {
            let said = desk.refuses(4, &format!("--db {name} backup o.bak{options}"));
            let wanted = format!("{name} is not a record file of chibo");
            assert!(said.contains(&wanted), "{said}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_folder_for_temporary_files_is_named_with_its_variable() {
    let mut desk = Desk::with_sample();
    desk.says("backup one.bak");
    desk.set("TMPDIR", "/nonexistent");
    for (lang, wanted) in [("en", "folder for temporary files"), ("vi", "thư mục tạm")] {
        desk.set("CHIBO_LANG", lang);
        let said = desk.refuses(4, "restore one.bak --dry-run");
        assert!(said.contains("/nonexistent") && said.contains("TMPDIR"), "{said}");
        assert!(said.contains(wanted), "{said}");
    }
}

/// Calls chibo where nothing may be written behind so many kilobytes of a file.
#[cfg(unix)]
fn limited(desk: &Desk, kilobytes: u32, arguments: &[&str]) -> (Option<i32>, String) {
    let command = desk.command();
    let mut limited = std::process::Command::new("bash");
    limited.env_clear();
    for (name, value) in command.get_envs().filter_map(|(name, value)| Some((name, value?))) {
        limited.env(name, value);
    }
    let script = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"");
    limited.current_dir(desk.path("")).args(["-c", &script, "sh"]);
    let output = limited.arg(command.get_program()).args(arguments).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_named_by_the_file_that_was_to_lie_on_it() {
    let desk = Desk::with_sample();
    std::fs::create_dir(desk.path("stick")).unwrap();
    desk.says("backup one.bak");
    let before = desk.book();
    let (status, said) = limited(&desk, 1, &["backup", "stick/b.bak"]);
    assert_eq!(status, Some(4), "{said}");
    assert!(said.contains("The file stick/b.bak: the disk failed"), "{said}");
    let (status, said) = limited(&desk, 1, &["restore", "one.bak"]);
    assert_eq!(status, Some(4), "{said}");
    assert!(!said.contains("one.bak"), "{said}");
    let (status, said) = limited(&desk, 1, &["export", "out"]);
    assert_eq!(status, Some(4), "{said}");
    assert!(said.contains("out/") && said.contains("the disk failed"), "{said}");
    assert!(!said.contains(".chibo-"), "{said}");
    assert!(desk.book() == before && !desk.path("out").exists());
    assert_eq!((rooms(&desk, "stick"), rooms(&desk, ".")), (Vec::new(), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn that_a_disk_is_full_is_said_of_a_table_too() {
    let desk = Desk::with_sample();
    let said = desk.refuses(4, "report --period 7/2018 --format csv -o /dev/full");
    assert!(said.contains("/dev/full") && said.contains("the disk is full"), "{said}");
}
