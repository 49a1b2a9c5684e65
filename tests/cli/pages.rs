//! What a report reads is what was written: damage and the hand of another program end it, and `check` tells
//! which pages it is.

use rusqlite::Connection;

use crate::desk::{Desk, line_with};

const PAGE: usize = 4096;
/// At the end of each page, for its checksum.
const RESERVED: usize = 8;
const REPORT: &str = "report --period 2018-07";

/// The report, or a refusal that says the file is damaged and what to do, never another report.
fn is_the_same_or_refused(desk: &Desk, whole: &str, what: &str) -> bool {
    let answer = desk.run(REPORT);
    match answer.status {
        0 => assert_eq!(answer.stdout, whole, "{what}"),
        _ => assert_eq!((answer.status, answer.stdout.as_str()), (4, ""), "{what}"),
    }
    answer.status == 4
}

fn plain(desk: &Desk) -> Connection {
    Connection::open(desk.path("book.db")).unwrap()
}

fn is_well(desk: &Desk, name: &str) {
    let answer = desk.run(&format!("--db {name} check"));
    assert_eq!((answer.status, answer.all().as_str()), (0, ""), "{name}");
    assert_eq!(desk.read(name)[20], 8, "{name}");
}

#[test]
fn a_flipped_bit_ends_a_report_or_is_not_where_it_reads() {
    let desk = Desk::with_sample();
    let (whole, book) = (desk.ok(REPORT), desk.book().unwrap());
    let mut refused = 0;
    for place in 0..300 {
        let mut bytes = book.clone();
        let at = place * book.len() / 300;
        bytes[at] ^= 1 << (place % 8);
        desk.write("book.db", bytes);
        refused += usize::from(is_the_same_or_refused(&desk, &whole, &format!("byte {at}")));
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn a_page_of_zeros_or_of_another_time_ends_a_report_or_is_not_where_it_reads() {
    let desk = Desk::with_sample();
    let earlier = desk.book().unwrap();
    desk.says("meeting amend P1-02 --period 7/2018 --visitor assigned");
    let (whole, book) = (desk.ok(REPORT), desk.book().unwrap());
    for page in 0..book.len() / PAGE {
        let mut bytes = book.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(0);
        desk.write("book.db", bytes);
        is_the_same_or_refused(&desk, &whole, &format!("page {} of zeros", page + 1));
    }
    // A page of which the disk kept the first half only. Where that is as it was, the page is whole, of another time.
    let torn = (0..earlier.len() / PAGE).map(|page| page * PAGE).filter(|at| {
        let half = at + PAGE / 2;
        let differs = |from: usize, to: usize| earlier[from..to] != book[from..to];
        differs(*at, half) && differs(half, at + PAGE)
    });
    for at in torn {
        let mut bytes = book.clone();
        let half = at + PAGE / 2..at + PAGE;
        bytes[half.clone()].copy_from_slice(&earlier[half]);
        desk.write("book.db", bytes);
        is_the_same_or_refused(&desk, &whole, &format!("torn at {at}"));
    }
}

/// A disk that lost a write, or part of an older copy: the page is whole, and its checksum right.
#[test]
fn an_old_page_put_back_changes_nothing_that_is_printed_and_check_finds_it() {
    let desk = Desk::with_sample();
    let mut states = vec![desk.book().unwrap()];
    for change in [
        "close 6/2018 --with-gaps",
        "official erase TUV-08 --reason asked",
        "meeting amend P1-01 --period 7/2018 --present 1",
        "meeting remove AD-01 --period 6/2017 --reason double",
        "log-meeting P1-03 --period 8/2018 --on 5/8/2018 --visitor assigned --recommend Đèn --area other",
        "reopen 6/2018 --reason late",
        "close 6/2018 --with-gaps",
    ] {
        desk.says(change);
        states.push(desk.book().unwrap());
    }
    let newest = states.pop().unwrap();
    let printed = [
        "report --period 2017-06..2018-08",
        "report --period 7/2018 --format csv",
        "report officials --period 2018",
        "report --period 6/2018 --filed",
        "report --period 7/2018 --known-at 3",
    ];
    let whole = printed.map(|command| desk.ok(command));
    let (mut tried, mut refused) = (0, 0);
    for page in 0..newest.len() / PAGE {
        let place = page * PAGE..(page + 1) * PAGE;
        let mut seen = vec![&newest[place.clone()]];
        for old in states.iter().filter_map(|state| state.get(place.clone())) {
            if seen.contains(&old) {
                continue;
            }
            seen.push(old);
            let mut bytes = newest.clone();
            bytes[place.clone()].copy_from_slice(old);
            desk.write("book.db", bytes);
            tried += 1;
            // The first page says little of what is recorded: how many changes there were.
            if page > 0 && !holds_the_same(old, &newest[place.clone()]) {
                assert_eq!(desk.run("check").status, 5, "page {}", page + 1);
            }
            for (command, whole) in printed.iter().zip(&whole) {
                let answer = desk.run(command);
                match answer.status {
                    0 => assert_eq!(answer.stdout, *whole, "page {}: {command}", page + 1),
                    4 => refused += 1,
                    _ => panic!("page {}: {command}: {}", page + 1, answer.all()),
                }
            }
        }
    }
    assert!(tried > 50 && refused > 100, "{tried} {refused}");
}

/// Whether two pages hold the same entries in another order of their bytes, as before and after the file was built anew:
/// then nothing is old. The head of a page ends with where its entries begin.
fn holds_the_same(old: &[u8], new: &[u8]) -> bool {
    let begins = |page: &[u8]| usize::from(page[5]) << 8 | usize::from(page[6]);
    let entries = |page: &[u8]| {
        let mut bytes = page.get(begins(page)..PAGE - RESERVED).unwrap_or_default().to_vec();
        bytes.sort_unstable();
        bytes
    };
    old[..5] == new[..5] && begins(old) == begins(new) && entries(old) == entries(new)
}

/// Each page of the book in the state that it had before the last change, where it is another; the rest as it is now.
fn with_an_old_page(old: &[u8], new: &[u8]) -> Vec<(usize, Vec<u8>)> {
    let differ = (1..old.len() / PAGE).filter(|page| {
        let place = page * PAGE..(page + 1) * PAGE;
        old[place.clone()] != new[place]
    });
    let spoilt = differ.map(|page| {
        let place = page * PAGE..(page + 1) * PAGE;
        let mut bytes = new.to_vec();
        bytes[place.clone()].copy_from_slice(&old[place]);
        (page + 1, bytes)
    });
    spoilt.collect()
}

/// The number of a record or text that was lost must not be given out again: what refers to it would mean another.
#[test]
fn a_page_that_was_lost_is_not_covered_by_what_is_recorded_next() {
    let desk = Desk::with_sample();
    desk.says(
        "log-meeting P1-01 --on 3/8/2018 --visitor assigned --total 25 --present 20 --note Một",
    );
    let lists = ["report --period 8/2018 --format csv", "official list --format csv", "history"];
    for change in [
        "meeting amend P1-01 --period 8/2018 --present 18 --note Hai",
        "official post TUV-07 --on 1/8/2018 --title \"Phó Bí thư\"",
        "official add TUV-50 \"Nguyễn Văn Mới\" --title \"Thị ủy viên\" --category committee-member",
    ] {
        let old = desk.book().unwrap();
        desk.says(change);
        let new = desk.book().unwrap();
        let next = "log-meeting P1-02 --on 4/8/2018 --no-visitor --reason leave --total 30 --present 7 --note Ba";
        desk.says(next);
        let whole = lists.map(|list| desk.ok(list));
        let mut refused = 0;
        for (page, bytes) in with_an_old_page(&old, &new) {
            desk.write("book.db", bytes);
            let answer = desk.run(next);
            refused += usize::from(answer.status == 4);
            for (list, whole) in lists.iter().zip(&whole) {
                let answer = desk.run(list);
                let is_right = answer.status == 4 || answer.stdout == *whole;
                // Where it was refused, what was recorded before stands.
                assert!(is_right || refused > 0, "{change}, page {page}: {list}: {}", answer.all());
            }
            assert_eq!(desk.run("check").status, 5, "{change}, page {page}");
        }
        assert!(refused > 2, "{change}: {refused}");
        desk.write("book.db", new);
    }
}

#[test]
fn an_export_with_an_old_page_leaves_no_month_and_no_kind_out() {
    let desk = Desk::with_sample();
    for change in [
        "log-meeting P1-01 --on 3/8/2018 --visitor assigned --total 25 --present 20",
        "log-meeting P1-01 --kind thematic --on 20/7/2018 --visitor TUV-01",
    ] {
        let old = desk.book().unwrap();
        desk.says(change);
        let new = desk.book().unwrap();
        desk.says("export whole --force");
        let whole = (desk.folder("whole"), desk.ok("meeting list --period 7/2018"));
        let mut refused = 0;
        for (page, bytes) in with_an_old_page(&old, &new) {
            desk.write("book.db", bytes);
            let answer = desk.run("export out --force");
            refused += usize::from(answer.status == 4);
            assert!(answer.status == 4 || desk.folder("out") == whole.0, "{change}, page {page}");
            let answer = desk.run("meeting list --period 7/2018");
            assert!(answer.status == 4 || answer.stdout == whole.1, "{change}, page {page}");
        }
        assert!(refused > 2, "{change}: {refused}");
        desk.write("book.db", new);
    }
}

/// Months are read one after the other; what was made of those before a damaged one is not printed.
#[test]
fn damage_in_a_later_month_prints_no_part_of_a_table() {
    let desk = Desk::with_sample();
    let old = desk.book().unwrap();
    desk.says("meeting amend P1-01 --period 7/2018 --present 1");
    let new = desk.book().unwrap();
    let months = "report --period 2017-06..2018-07 --format csv";
    let (whole, mut refused) = (desk.ok(months), 0);
    assert_eq!(whole.lines().count(), 1 + 27 * 14);
    for (page, bytes) in with_an_old_page(&old, &new) {
        desk.write("book.db", bytes);
        for line in [months.to_owned(), format!("{months} -o months.csv")] {
            let answer = desk.run(&line);
            let is_whole =
                answer.status == 0 && (answer.stdout == whole || answer.stdout.is_empty());
            let is_refused = answer.status == 4 && answer.stdout.is_empty();
            assert!(is_whole || is_refused, "page {page}: {line}");
            refused += usize::from(is_refused);
            assert!(answer.status == 0 || !desk.path("months.csv").exists(), "page {page}");
            let _ = std::fs::remove_file(desk.path("months.csv"));
        }
    }
    assert!(refused > 4, "{refused}");
}

#[test]
fn entries_of_an_index_that_point_elsewhere_change_no_report_and_close_no_month() {
    let desk = Desk::with_sample();
    let book = desk.book().unwrap();
    let mut tried = 0;
    // The month 2018-07 as it is stored.
    let month = (2018_u16 * 12 + 6).to_be_bytes();
    for (at, _) in book.windows(2).enumerate().filter(|(_, window)| *window == month) {
        // Leaves of indexes begin with 10.
        if book[at / PAGE * PAGE] != 10 {
            continue;
        }
        tried += 1;
        let mut bytes = book.clone();
        bytes[at + 1] ^= 1 << (tried % 3);
        desk.write("book.db", &bytes);
        if desk.run(REPORT).status == 4 {
            let said = desk.refuses(4, REPORT);
            assert!(said.contains("book.db is damaged") && said.contains("chibo check"), "{said}");
            desk.refuses(4, "close 7/2018 --with-gaps");
        }
        if tried > 40 {
            break;
        }
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn pages_that_changed_places_are_refused_and_named() {
    let desk = Desk::with_sample();
    let whole = desk.book().unwrap();
    let roots = "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'meeting' AND rootpage > 0";
    let roots: Vec<i64> = {
        let connection = plain(&desk);
        let mut roots = connection.prepare(roots).unwrap();
        roots.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let (one, other) = (roots[0] as usize, roots[1] as usize);
    let mut bytes = whole.clone();
    let (low, high) = ((one.min(other) - 1) * PAGE, (one.max(other) - 1) * PAGE);
    let (before, behind) = bytes.split_at_mut(high);
    before[low..low + PAGE].swap_with_slice(&mut behind[..PAGE]);
    desk.write("book.db", bytes);
    desk.refuses(4, REPORT);
    let found = desk.run("check");
    let named = "in 2 pages of the file is not what chibo wrote there";
    assert!(found.status == 5 && found.stdout.contains(named), "{}", found.all());

    // The schema says that each index is where the other one is.
    desk.write("book.db", &whole);
    let swap = format!(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = {one} + {other} - rootpage WHERE rootpage IN ({one}, {other});"
    );
    plain(&desk).execute_batch(&swap).unwrap();
    desk.refuses(4, REPORT);
    desk.refuses(4, "log-meeting P3-06 --on 15/7/2018 --no-visitor --reason duty");
    assert_eq!(desk.run("check").status, 5);
}

#[test]
fn what_another_program_changed_is_refused_and_check_names_the_pages_and_goes_on() {
    let mut desk = Desk::with_sample();
    plain(&desk)
        .execute_batch(
            "DROP TRIGGER meeting_update; DROP TRIGGER meeting_change; UPDATE meeting SET present = 1 WHERE version = 3;",
        )
        .unwrap();
    let mut told = String::new();
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        for line in [REPORT, "undo", "close 7/2018 --with-gaps", "backup copy.db", "export out"] {
            let said = desk.refuses(4, line);
            assert!(said.contains("chibo check"), "chibo {line}: {said}");
            if line == REPORT {
                told += &said;
            }
        }
        let before = desk.book();
        let found = desk.run("check");
        assert_eq!(found.status, 5);
        assert!(desk.book() == before, "check writes nothing");
        told += &found.stdout;
    }
    let first = |lang: &str| desk.run(&format!("check --format csv --lang {lang}")).stdout;
    assert!(first("en").lines().nth(1).unwrap().starts_with("integrity,"), "the pages come first");
    line_with(&told, "Operation 1, or something that it added or removed, was changed");
    insta::assert_snapshot!(told);
}

#[test]
fn a_month_is_closed_only_in_a_file_in_which_nothing_is_damaged() {
    let mut desk = Desk::with_sample();
    let mut bytes = desk.book().unwrap();
    // A page that no report of the month needs: the last.
    let last = bytes.len() - PAGE + 100;
    bytes[last] ^= 1;
    desk.write("book.db", bytes);
    let mut told = String::new();
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        let said = desk.refuses(4, "close 6/2018 --with-gaps");
        assert_eq!(desk.refuses(4, "close 6/2018 --with-gaps --dry-run"), said);
        let page = format!(": {}.", desk.book().unwrap().len() / PAGE);
        told += &said.replace(&page, ": PAGE.");
    }
    insta::assert_snapshot!(told, @"
    Error: The record file book.db has flaws, so no month of it is closed. What stands in 1 page of the file is not what chibo wrote there, because of the disk or of another program: PAGE.
    Hint: Keep this file as it is, and the earlier backups; to see all and what to do: chibo check; to bring back a backup: chibo restore FILE
    Lỗi: Sổ book.db có sai lệch nên không chốt tháng. Nội dung 1 trang của tệp không còn đúng như chibo đã ghi, do đĩa hỏng hoặc do chương trình khác sửa: PAGE.
    Gợi ý: Giữ nguyên tệp này và các bản sao lưu trước; xem hết và cách sửa: chibo check; khôi phục từ bản sao lưu: chibo restore TỆP
    ");

    // The pages are right, and what they hold is not what was recorded.
    let desk = Desk::with_sample();
    let write = desk.by_hand("book.db");
    let guard: String = write
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'operation_update'", [], |row| {
            row.get(0)
        })
        .unwrap();
    let change = "DROP TRIGGER operation_update; UPDATE operation SET arguments = '{}';";
    write.execute_batch(&format!("{change}{guard}")).unwrap();
    drop(write);
    let said = desk.refuses(4, "close 6/2018 --with-gaps");
    assert!(
        said.contains("Operation 1, or something that it added or removed, was changed"),
        "{said}"
    );
}

#[test]
fn a_long_list_of_pages_is_cut_short() {
    let desk = Desk::with_sample();
    let mut bytes = desk.book().unwrap();
    for page in 20..40 {
        bytes[page * PAGE + 100] ^= 1;
    }
    desk.write("book.db", bytes);
    let found = desk.run("check").stdout;
    let line = line_with(&found, "in 20 pages of the file");
    assert!(line.contains(": 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, …."), "{line}");
}

#[test]
fn files_are_well_after_backup_restore_erasing_and_taking_back() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-02 --period 7/2018 --note \"Phan Văn Quýnh\"");
    desk.says("backup one.db");
    desk.says("meeting amend P1-02 --period 7/2018 --note x");
    desk.says("undo");
    desk.says("redo");
    desk.says("backup two.db");
    desk.says("official erase TUV-05 --reason \"Đề nghị\"");
    for name in ["book.db", "one.db", "two.db"] {
        is_well(&desk, name);
    }
    let said = desk.says("restore one.db");
    let aside = desk.files().into_iter().find(|name| name.starts_with("book.before")).unwrap();
    for name in ["book.db", "one.db", &aside] {
        is_well(&desk, name);
    }
    assert!(said.contains(&aside), "{said}");
    desk.says("--db new.db init");
    desk.says("--db new.db restore two.db");
    is_well(&desk, "new.db");
}

/// Leaves the book as a program leaves it that loses power while it commits.
fn stop_in_the_middle(desk: &Desk) {
    let writing = desk.by_hand("book.db");
    writing
        .execute_batch(
            "PRAGMA cache_size = 1; BEGIN IMMEDIATE; DROP TRIGGER visit_delete; DELETE FROM visit;
             DROP TRIGGER meeting_update; DROP TRIGGER meeting_change; UPDATE meeting SET remarks = 7 WHERE held_on IS NOT NULL;",
        )
        .unwrap();
    let (half, journal) = (desk.read("book.db"), desk.read("book.db-journal"));
    writing.execute_batch("ROLLBACK").unwrap();
    drop(writing);
    assert!(half != desk.read("book.db"), "nothing was written yet");
    desk.write("book.db", half);
    desk.write("book.db-journal", journal);
}

#[test]
fn a_change_that_was_stopped_is_taken_back_by_chibo_and_by_other_programs() {
    let desk = Desk::with_sample();
    let whole = desk.ok(REPORT);
    stop_in_the_middle(&desk);
    assert_eq!(desk.ok(REPORT), whole);
    is_well(&desk, "book.db");

    stop_in_the_middle(&desk);
    plain(&desk).query_row("SELECT count(*) FROM visit", [], |_| Ok(())).unwrap();
    assert!(!desk.path("book.db-journal").exists());
    assert_eq!(desk.ok(REPORT), whole);
    is_well(&desk, "book.db");
}
