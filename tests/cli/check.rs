//! `check` is silent while all is well, and finds whatever somebody changed behind chibo's back.

use std::sync::OnceLock;

use rusqlite::Connection;

use crate::chain::{chain, columns, count_again, owner, tables};
use crate::csv::csv_of;
use crate::desk::{Desk, line_with};

/// Operations after which no table is empty and every versioned one has rows that were removed.
const OPERATIONS: [&str; 18] = [
    "import sample-more",
    "import sample-amended --amend",
    "committee add P9 \"Phường 9\"",
    "undo",
    "official add TP-09 \"Lê Văn Bình\" --title \"Trưởng phòng\" --category department-head",
    "undo",
    "assign P1-01 TUV-05 --from 1/6/2017 --amend --issuer \"Thị ủy\"",
    "log-meeting P3-06 --on 5/7/2018 --visitor LDB-08 --reason LDB-04=duty --total 25 --present 20 --recommend \"Nạo vét mương\"",
    "meeting amend P3-06 --period 7/2018 --visitor assigned --theme \"Nước sạch\" --minutes-no 7-BB --note x",
    "meeting remove P1-04 --period 7/2018 --reason \"Ghi nhầm\"",
    "meeting amend P1-02 --period 7/2018 --note \"Đ/c Hoàng Kim Bửu dặn\" --theme \"Nước sạch\"",
    "meeting amend P1-02 --period 7/2018 --note y",
    "official erase TUV-03 --reason \"Đề nghị của cá nhân\"",
    "config office \"Văn phòng Đảng ủy\"",
    "duty end UBKT-01 --on 1/7/2018",
    "close 6/2018 --with-gaps",
    "close 7/2018 --with-gaps --document 45-BC/VP",
    "reopen 6/2018 --reason \"Sửa ngày sinh hoạt\"",
];

/// The sample town after these operations.
fn book() -> Desk {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::with_copy(&BOOK, || {
        let desk = Desk::with_sample();
        desk.lay_out("sample-more");
        desk.lay_out("sample-amended");
        for line in OPERATIONS {
            desk.says(line);
        }
        desk
    })
}

fn raw(desk: &Desk) -> Connection {
    let connection = desk.by_hand("book.db");
    let quick =
        "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;";
    connection.execute_batch(quick).unwrap();
    connection
}

/// Takes every trigger away; gives back how they were made.
fn without_triggers(connection: &Connection) -> Vec<String> {
    let mut triggers =
        connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers = triggers.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let triggers: Vec<(String, String)> = triggers.map(Result::unwrap).collect();
    let drop = triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name};"));
    at_once(connection, drop);
    triggers.into_iter().map(|(_, sql)| sql).collect()
}

/// Changes the book as another program would, and puts the triggers back exactly as they were.
fn tamper(desk: &Desk, work: impl FnOnce(&Connection)) {
    let connection = raw(desk);
    let triggers = without_triggers(&connection);
    work(&connection);
    at_once(&connection, triggers.into_iter().map(|sql| sql + ";"));
}

/// Statements in one transaction: one by one, each would write the file.
fn at_once(connection: &Connection, statements: impl Iterator<Item = String>) {
    let statements: String = statements.collect();
    connection.execute_batch(&format!("BEGIN; {statements} COMMIT;")).unwrap();
}

/// The codes of what `check` finds.
fn codes(desk: &Desk, line: &str) -> Vec<String> {
    let csv = desk.run(&format!("{line} --format csv"));
    assert_eq!((csv.status, csv.stderr.as_str()), (5, ""), "chibo {line}\n{}", csv.stdout);
    let codes = csv.stdout.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned());
    codes.collect()
}

/// The codes and the lines.
fn found(desk: &Desk, line: &str) -> (Vec<String>, String) {
    let before = desk.book();
    let answer = desk.run(line);
    assert_eq!((answer.status, answer.stderr.as_str()), (5, ""), "chibo {line}\n{}", answer.stdout);
    assert!(before == desk.book(), "check writes nothing");
    (codes(desk, line), answer.stdout)
}

/// `check` finds something in the chain of operations.
fn broken(desk: &Desk, what: &str) {
    let codes = codes(desk, "check");
    assert!(codes.iter().any(|code| code == "chain"), "{what}: {codes:?}");
    assert!(!codes.iter().any(|code| code == "schema"), "{what}: {codes:?}");
}

fn silent(desk: &Desk, line: &str) {
    let before = desk.book();
    let answer = desk.run(line);
    assert_eq!((answer.status, answer.all().as_str()), (0, ""), "chibo {line}");
    assert!(before == desk.book(), "check writes nothing");
}

fn count(connection: &Connection, sql: &str) -> i64 {
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn fingerprint(desk: &Desk, operation: i64) -> String {
    let sql = "SELECT lower(hex(substr(hash, 1, 8))) FROM operation WHERE number = ?1";
    raw(desk).query_row(sql, [operation], |row| row.get(0)).unwrap()
}

/// By what the rows of a table are told apart.
fn key(connection: &Connection, table: &str) -> String {
    owner(connection, table).map_or("rowid".to_owned(), |owner| format!("({owner}, at)"))
}

/// Changes one value of a column to another that the file's own checks let pass, if there is one.
fn change(connection: &Connection, table: &str, column: &str) -> bool {
    let values = [
        format!(
            "(SELECT o.{column} FROM {table} o WHERE o.{column} IS NOT {table}.{column} LIMIT 1)"
        ),
        format!(
            "CASE typeof({column}) WHEN 'text' THEN {column} || 'x' WHEN 'integer' THEN {column} + 1 WHEN 'blob' THEN randomblob(length({column})) ELSE 'x' END"
        ),
        "1".to_owned(),
        "'2017-01-01'".to_owned(),
        "'disaster'".to_owned(),
        "(SELECT max(number) FROM operation)".to_owned(),
        "'{\"a\":1}'".to_owned(),
        format!("{column} + 100000"),
        // Years later, where there is no meeting yet.
        format!("{column} + 36"),
        "0".to_owned(),
    ];
    let rows = count(connection, &format!("SELECT count(*) FROM {table}"));
    let key = key(connection, table);
    let bare = key.trim_matches(['(', ')']);
    for value in values {
        for at in 0..rows.min(40) {
            let sql = format!(
                "UPDATE {table} SET {column} = {value}
                 WHERE {key} = (SELECT {bare} FROM {table} ORDER BY {column} IS NULL, {bare} LIMIT 1 OFFSET {at}) AND {column} IS NOT ({value})"
            );
            if connection.execute(&sql, []).is_ok_and(|changed| changed == 1) {
                return true;
            }
        }
    }
    false
}

/// Every table, also those that have no versions.
fn everything(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let connection = raw(desk);
    let mut all = tables(&connection);
    for table in ["operation", "text"] {
        all.push((table.to_owned(), columns(&connection, table)));
    }
    all
}

#[test]
fn every_changed_column_of_every_table_is_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    let (mut tried, mut left) = (0, Vec::new());
    for (table, columns) in everything(&desk) {
        if count(&raw(&desk), &format!("SELECT count(*) FROM {table}")) == 0 {
            panic!("{table} is empty");
        }
        for column in columns {
            let place = format!("{table}.{column}");
            desk.write("book.db", &whole);
            let mut changed = false;
            tamper(&desk, |connection| changed = change(connection, &table, &column));
            if !changed {
                left.push(place);
                continue;
            }
            let codes = codes(&desk, "check");
            // How a name is sought, and the order of what has an order, are no part of the chain.
            let how = match column.as_str() {
                "sought" | "at" => "rule",
                _ => "chain",
            };
            assert!(codes.iter().any(|code| code == how), "{place}: {codes:?}");
            tried += 1;
        }
    }
    assert!(tried > 120, "{tried}");
    assert!(left.is_empty(), "not tried: {left:?}");
}

#[test]
fn triggers_left_dropped_are_found_with_and_without_a_change() {
    let desk = book();
    let whole = desk.book().unwrap();
    let triggers = {
        let connection = raw(&desk);
        without_triggers(&connection).len()
    };
    let (codes, lines) = found(&desk, "check");
    assert_eq!(codes, vec!["schema"; triggers], "{lines}");
    for (table, columns) in tables(&raw(&desk)) {
        desk.write("book.db", &whole);
        let connection = raw(&desk);
        connection.execute_batch(&format!("DROP TRIGGER {table}_update")).unwrap();
        let is_part = owner(&connection, &table).is_some();
        let also = if is_part { String::new() } else { format!("DROP TRIGGER {table}_change") };
        connection.execute_batch(&also).unwrap();
        // The last column of a part, the second of a version: hashed, both.
        let column = if is_part {
            columns.iter().rfind(|name| *name != "sought").unwrap()
        } else {
            &columns[2]
        };
        assert!(change(&connection, &table, column), "{table}");
        drop(connection);
        let (codes, lines) = found(&desk, "check");
        assert!(codes.contains(&"schema".to_owned()), "{lines}");
        assert!(codes.contains(&"chain".to_owned()), "{table}: {lines}");
    }
}

#[test]
fn every_row_deleted_added_removed_or_brought_back_is_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    let mut brought_back = 0;
    for (table, columns) in everything(&desk) {
        let of_table = |sql: &str| {
            desk.write("book.db", &whole);
            tamper(&desk, |connection| {
                assert_eq!(connection.execute(sql, []).unwrap(), 1, "{sql}");
            });
            broken(&desk, sql);
        };
        let (key, part_of) = (key(&raw(&desk), &table), owner(&raw(&desk), &table));
        let bare = key.trim_matches(['(', ')']).to_owned();
        let one = |condition: &str| {
            format!(
                "WHERE {key} = (SELECT {bare} FROM {table} WHERE {condition} ORDER BY {bare} DESC LIMIT 1)"
            )
        };
        of_table(&format!("DELETE FROM {table} {}", one("TRUE")));
        let next = |column: &str| format!("(SELECT max({column}) + 1 FROM {table})");
        let values: Vec<String> = columns
            .iter()
            .map(|column| match column.as_str() {
                "at" if part_of.is_some() => "at + 1".to_owned(),
                "version" => next("version"),
                "number" => next("number"),
                "text" if table == "text" => next("text"),
                "added_by" => "1".to_owned(),
                "removed_by" => "2".to_owned(),
                other => other.to_owned(),
            })
            .collect();
        let from = format!("FROM {table} ORDER BY {bare} DESC LIMIT 1");
        of_table(&format!("INSERT INTO {table} SELECT {} {from}", values.join(", ")));
        if columns.iter().any(|column| column == "removed_by") {
            let newest = "(SELECT max(number) FROM operation)";
            if count(&raw(&desk), &format!("SELECT count(*) FROM {table} WHERE removed_by IS NULL"))
                > 0
            {
                let one =
                    one("removed_by IS NULL AND added_by < (SELECT max(number) FROM operation)");
                of_table(&format!("UPDATE {table} SET removed_by = {newest} {one}"));
            }
            desk.write("book.db", &whole);
            let mut changed = 0;
            tamper(&desk, |connection| {
                let sql = format!(
                    "UPDATE OR IGNORE {table} SET removed_by = NULL WHERE removed_by IS NOT NULL"
                );
                changed = connection.execute(&sql, []).unwrap();
            });
            if changed > 0 {
                brought_back += 1;
                broken(&desk, &format!("brought back in {table}"));
            }
        }
    }
    assert!(brought_back > 1, "{brought_back}");
}

#[test]
fn a_tally_that_is_not_of_what_is_in_force_is_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    for sql in [
        "DELETE FROM tally WHERE counted = 'visit' AND month > 0",
        "UPDATE tally SET in_force = in_force + 1 WHERE counted = 'cell'",
        "UPDATE tally SET sum = sum - 1 WHERE counted = 'meeting' AND in_force > 0",
        "UPDATE tally SET month = month + 120 WHERE counted = 'absence' AND month > 0",
        "UPDATE tally SET counted = 'nothing' WHERE counted = 'operation'",
        "INSERT INTO tally VALUES ('closing', 1, 1, 1, 0)",
        "UPDATE tally SET newest = newest + 1 WHERE counted = 'text'",
        "UPDATE tally SET newest = 0 WHERE counted = 'official'",
    ] {
        desk.write("book.db", &whole);
        tamper(&desk, |connection| assert!(connection.execute(sql, []).unwrap() > 0, "{sql}"));
        let (codes, lines) = found(&desk, "check");
        assert!(
            codes.iter().all(|code| code == "integrity") && !codes.is_empty(),
            "{sql}: {lines}"
        );
        assert!(lines.contains("counted in tally"), "{lines}");
    }
}

#[test]
fn operations_that_are_taken_away_are_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    let newest = OPERATIONS.len() as i64 + 1;
    for sql in [
        format!("DELETE FROM operation WHERE number = {newest}"),
        "DELETE FROM operation WHERE number = 3".to_owned(),
        "DELETE FROM operation WHERE number = 1".to_owned(),
        "UPDATE operation SET number = 400 WHERE number = 15".to_owned(),
        "UPDATE operation SET recorded_at = '2011-01-01T00:00:00.000Z' WHERE number = 4".to_owned(),
        "DELETE FROM operation".to_owned(),
        "UPDATE meeting SET added_by = 900 WHERE version = 1".to_owned(),
    ] {
        desk.write("book.db", &whole);
        tamper(&desk, |connection| connection.execute_batch(&sql).unwrap());
        broken(&desk, &sql);
    }
}

/// Takes the newest operation out with everything it did, so that what is left is whole.
fn take_away_newest(connection: &Connection) {
    let newest = count(connection, "SELECT max(number) FROM operation");
    let all = tables(connection);
    let is_part = |table: &str| owner(connection, table).is_some();
    for (table, _) in all.iter().filter(|(table, _)| !is_part(table)) {
        let parts = all.iter().filter(|(part, _)| owner(connection, part).as_ref() == Some(table));
        let added = format!("SELECT version FROM {table} WHERE added_by = {newest}");
        for (part, _) in parts {
            let sql = format!("DELETE FROM {part} WHERE {table} IN ({added})");
            connection.execute(&sql, []).unwrap();
        }
        connection.execute(&format!("DELETE FROM {table} WHERE added_by = {newest}"), []).unwrap();
        let sql = format!("UPDATE {table} SET removed_by = NULL WHERE removed_by = {newest}");
        connection.execute(&sql, []).unwrap();
    }
    connection.execute(&format!("DELETE FROM operation WHERE number = {newest}"), []).unwrap();
    connection
        .execute(&format!("DELETE FROM text WHERE text NOT IN ({})", texts(connection)), [])
        .unwrap();
    count_again(connection);
}

/// The texts that something refers to, as SQL.
fn texts(connection: &Connection) -> String {
    let sql = "SELECT group_concat('SELECT ' || f.\"from\" || ' FROM ' || s.name || ' WHERE ' || f.\"from\" || ' IS NOT NULL', ' UNION ')
               FROM sqlite_schema s, pragma_foreign_key_list(s.name) f WHERE s.type = 'table' AND f.\"table\" = 'text'";
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn the_fingerprint_on_the_paper_finds_that_the_newest_operations_were_taken_away() {
    let desk = book();
    let newest = OPERATIONS.len() as i64 + 1;
    let (paper, earlier) = (fingerprint(&desk, newest), fingerprint(&desk, newest - 2));
    silent(&desk, &format!("check --expect {paper}"));
    silent(&desk, &format!("check --expect {earlier}"));
    tamper(&desk, take_away_newest);
    // Without the paper there is nothing to see.
    silent(&desk, "check");
    silent(&desk, &format!("check --expect {earlier}"));
    let (codes, lines) = found(&desk, &format!("check --expect {paper}"));
    assert_eq!(codes, ["expect"], "{lines}");
}

#[test]
fn the_fingerprint_is_read_as_people_type_it() {
    let desk = book();
    let paper = fingerprint(&desk, 18);
    let spaced = format!("{} {} {} {}", &paper[..4], &paper[4..8], &paper[8..12], &paper[12..]);
    let report = desk.ok("report --period 7/2018");
    // In a heading it is not broken between lines.
    assert!(
        report.replace('\u{a0}', " ").contains(&spaced),
        "{spaced} is what the paper bears: {report}"
    );
    for typed in [paper.clone(), paper.to_uppercase(), spaced.clone(), spaced.replace(' ', "-")] {
        silent(&desk, &format!("check --expect \"{typed}\""));
    }
    let (codes, _) = found(&desk, "check --expect 0123456789abcdef");
    assert_eq!(codes, ["expect"]);
    assert_eq!(desk.run("check --expect 0123").status, 2);
}

/// Puts a text into the book, with a right digest; its number.
fn written(desk: &Desk, body: &str) -> i64 {
    use sha2::Digest;
    let number = count(&raw(desk), "SELECT max(text) + 1 FROM text");
    let digest = sha2::Sha256::new().chain_update([7; 16]).chain_update(body).finalize();
    tamper(desk, |connection| {
        let sql = "INSERT INTO text VALUES (?1, ?2, ?3, ?4, NULL)";
        connection.execute(sql, (number, &digest[..], [7_u8; 16], body)).unwrap();
    });
    number
}

/// Changes something, takes away the texts that nothing refers to any more, and computes every hash again.
fn forge(desk: &Desk, sql: &str) {
    tamper(desk, |connection| {
        connection.execute_batch(sql).unwrap();
        let alone = format!("DELETE FROM text WHERE text NOT IN ({})", texts(connection));
        connection.execute(&alone, []).unwrap();
        for (number, hash) in chain(connection) {
            let sql = "UPDATE operation SET hash = ?1 WHERE number = ?2";
            connection.execute(sql, (hash, number)).unwrap();
        }
        count_again(connection);
    });
}

#[test]
fn somebody_who_computes_the_chain_again_is_found_by_the_paper_only() {
    let desk = book();
    let whole = desk.book().unwrap();
    let newest = OPERATIONS.len() as i64 + 1;
    let paper = fingerprint(&desk, newest);
    forge(&desk, "");
    silent(&desk, &format!("check --expect {paper}"));
    for sql in [
        "UPDATE operation SET reason = actor WHERE reason IS NOT NULL",
        "UPDATE operation SET actor = (SELECT actor FROM operation WHERE number = 4) WHERE number = 3",
        "UPDATE meeting SET present = present - 1 WHERE removed_by IS NULL AND period = 2018 * 12 + 4 AND present > 1 AND excused IS NULL",
        "UPDATE filed_row SET status = 0",
        "UPDATE operation SET arguments = '{}' WHERE number = 3",
        "DELETE FROM absence WHERE meeting = (SELECT max(version) FROM meeting JOIN absence ON meeting = version WHERE removed_by IS NULL)",
    ] {
        desk.write("book.db", &whole);
        forge(&desk, sql);
        let (codes, lines) = found(&desk, &format!("check --expect {paper}"));
        assert!(codes.contains(&"expect".to_owned()), "{sql}: {lines}");
        assert!(!codes.contains(&"chain".to_owned()), "{sql}: {lines}");
        // What was true up to an earlier paper still is.
        if sql.contains("reason") {
            silent(&desk, &format!("check --expect {}", fingerprint(&desk, 2)));
        }
    }
}

#[test]
fn filed_months_that_no_longer_hold_are_named_with_their_cells() {
    let desk = book();
    forge(
        &desk,
        "UPDATE filed_row SET status = CASE status WHEN 0 THEN 1 ELSE 0 END WHERE cell = 'P1-01'",
    );
    let (codes, lines) = found(&desk, "check");
    assert_eq!(codes, ["filed"], "{lines}");
    let line = line_with(&lines, "2018-07");
    assert!(
        line.contains("P1-01") && line.contains("chibo report --period 2018-07 --filed"),
        "{line}"
    );
    assert!(!line.contains("P1-02"), "{line}");
}

#[test]
fn a_late_record_is_no_flaw() {
    let desk = Desk::with_sample();
    desk.says("close 7/2018 --with-gaps");
    desk.says("log-meeting P3-06 --on 5/7/2018 --visitor assigned --late");
    silent(&desk, "check");
}

#[test]
fn rules_that_do_not_hold_are_found_in_words() {
    let desk = book();
    let whole = desk.book().unwrap();
    forge(
        &desk,
        "UPDATE official SET active_until = 17167 WHERE code = 'TUV-01' AND removed_by IS NULL",
    );
    let (codes, lines) = found(&desk, "check");
    assert!(codes.iter().all(|code| code == "rule" || code == "filed"), "{lines}");
    assert!(lines.contains("TUV-01"), "{lines}");

    desk.write("book.db", &whole);
    forge(
        &desk,
        &format!(
            "UPDATE recommendation SET text = {} WHERE removed_by IS NULL",
            written(&desk, "\u{1b}[2Jx")
        ),
    );
    let (codes, lines) = found(&desk, "check");
    assert!(codes.contains(&"rule".to_owned()), "{lines}");
}

#[test]
fn names_that_were_changed_or_taken_away_are_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    for (sql, said) in [
        (
            "UPDATE text SET body = NULL, sought = NULL, salt = NULL",
            "is gone, and no operation erased it",
        ),
        (
            "UPDATE text SET body = 'Lê Văn Lạ', sought = 'le van la'",
            "was changed after it was recorded",
        ),
        ("UPDATE text SET salt = randomblob(16)", "was changed after it was recorded"),
    ] {
        desk.write("book.db", &whole);
        let sql = format!(
            "{sql} WHERE text = (SELECT full_name FROM official WHERE code = 'TUV-04' AND removed_by IS NULL)"
        );
        tamper(&desk, |connection| assert_eq!(connection.execute(&sql, []).unwrap(), 1));
        let (codes, lines) = found(&desk, "check");
        assert_eq!(codes, ["name"], "{lines}");
        assert!(lines.contains(said) && lines.contains("TUV-04"), "{lines}");
    }
}

#[test]
fn a_file_whose_schema_or_pages_were_changed_is_a_finding_and_no_failure() {
    let desk = book();
    let whole = desk.book().unwrap();
    for (sql, said) in [
        ("CREATE TABLE notes (x)", "There is a table notes that is not chibo's"),
        ("DROP INDEX visit_official", "The index visit_official is missing"),
        ("DROP TABLE absence", "The table absence is missing"),
        ("ALTER TABLE visit ADD COLUMN x TEXT", "The table visit was changed by another program"),
        ("PRAGMA user_version = 0", "schema 0, which was never released"),
        ("PRAGMA user_version = 99", "schema 99, which was never released"),
        ("CREATE VIEW more AS SELECT 1", "that is not chibo's"),
    ] {
        desk.write("book.db", &whole);
        raw(&desk).execute_batch(sql).unwrap();
        let (_, lines) = found(&desk, "check");
        assert!(lines.contains(said), "{sql}: {lines}");
    }
    for at in [4096 * 3, 4096 * 20, whole.len() - 4096] {
        let mut bytes = whole.clone();
        bytes[at..at + 600].fill(0xa5);
        desk.write("book.db", &bytes);
        let (codes, lines) = found(&desk, "check");
        assert!(codes.contains(&"integrity".to_owned()), "{lines}");
    }
    desk.write("book.db", &whole[..whole.len() / 2]);
    found(&desk, "check");
}

#[test]
fn a_file_that_cannot_be_opened_at_all_is_a_failure() {
    let desk = book();
    let whole = desk.book().unwrap();
    raw(&desk).execute_batch("CREATE TABLE later (x); PRAGMA user_version = 99").unwrap();
    assert_eq!(desk.run("check").status, 4);
    desk.write("book.db", "text");
    assert_eq!(desk.run("check").status, 4);
    desk.write("book.db", &whole);
    raw(&desk).execute_batch("PRAGMA application_id = 1").unwrap();
    assert_eq!(desk.run("check").status, 4);
    assert_eq!(desk.run("--db none.db check").status, 4);
}

#[test]
fn check_is_silent_after_every_kind_of_operation_and_its_undo() {
    let desk = Desk::with_sample();
    silent(&desk, "check");
    desk.write(
        "more/cells.csv",
        csv_of(
            "code,name,kind,committee,founded",
            &["P9-02,Khu phố 2,neighbourhood,P1,2018-01-01"],
        ),
    );
    for line in [
        "committee add P9 \"Phường 9\"",
        "cell add P9-01 \"Khu phố 1\" --committee P9",
        "official add TP-09 \"Lê Văn Bình\" --title \"Trưởng phòng\" --category department-head",
        "assign P9-01 TP-09 --from 1/7/2018 --document 200-TB/TU",
        "assign P9-01 TUV-05 --from 15/7/2018 --replace",
        "unassign P1-02 --on 1/7/2018",
        "log-meeting P3-06 --on 15/7/2018 --visitor LDB-08 --reason LDB-04=duty --recommend \"Nạo vét mương\"",
        "meeting amend P3-06 --period 7/2018 --visitor assigned --grade good --note …",
        "meeting remove P1-04 --period 7/2018 --reason \"Ghi nhầm\"",
        "config records_from 7/2017",
        "import more",
        "official post TUV-01 --on 1/8/2018 --title \"Phó Bí thư\"",
        "cell rename P1-03 \"Khu phố Ba\" --on 1/8/2018",
        "committee rename P2 \"Phường Hai\" --on 1/8/2018",
        "cell recode P1-06 P1-66",
        "official recode TUV-03 TUV-33",
        "cell move P1-05 --to P2 --on 1/8/2018",
        "cell merge P2-01 P2-02 --into \"P2-20=Khu phố 20\" --on 20/7/2018 --document 12-QĐ/TU",
        "cell split P3-01 --into P3-01 \"P3-20=Khu phố 20\" --on 1/8/2018",
        "cell dissolve P3-05 --on 1/8/2018",
        "committee dissolve P2 --cells-to P3 --on 1/9/2018",
        "official retire TUV-02 --on 1/8/2018 --yes",
    ] {
        desk.says(line);
        silent(&desk, "check");
        desk.says("undo");
        silent(&desk, "check");
        desk.says("redo");
        silent(&desk, "check");
    }
    desk.says("close 7/2018 --with-gaps");
    silent(&desk, "check");
    desk.says("backup one.db");
    desk.says("reopen 7/2018 --reason x");
    desk.says("meeting amend P3-06 --period 7/2018 --note x");
    desk.says("restore one.db");
    silent(&desk, "check");
    assert_eq!(desk.ok("check --format csv"), "code,finding,next\n");
}

#[test]
fn findings_name_the_backups_that_are_known_and_the_file() {
    let desk = book();
    desk.says("backup one.db");
    desk.says("backup two.db");
    tamper(&desk, |connection| {
        connection
            .execute_batch(
                "UPDATE visit SET official = official % 3 + 1 WHERE meeting = 5 AND at = 0",
            )
            .unwrap();
    });
    let answer = desk.run("--db book.db check --lang vi");
    assert_eq!(
        desk.redacted(&answer.stdout),
        "Thao tác 1, hoặc những gì thao tác đó đã thêm hay bỏ, đã bị sửa sau khi ghi. Khôi phục từ bản sao lưu: chibo --db book.db restore DESK/two.db (bản sao lưu khác: DESK/one.db).\n"
    );
    assert_eq!(
        desk.redacted(&desk.run("check").stdout),
        "Operation 1, or something that it added or removed, was changed after it was recorded. Bring back a backup: chibo restore DESK/two.db (other backups: DESK/one.db).\n"
    );
    let json = desk.run("check --format json --lang vi").stdout;
    assert!(json.contains("\"chain\"") && json.contains("Operation 1, or"), "{json}");
}

#[test]
fn numbers_that_no_operation_can_have_are_findings() {
    let desk = book();
    let whole = desk.book().unwrap();
    for number in [i64::MIN, -1, 0, i64::MAX] {
        desk.write("book.db", &whole);
        tamper(&desk, |connection| {
            connection.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
            let sql = "UPDATE operation SET number = ?1 WHERE number = 4";
            connection.execute(sql, [number]).unwrap();
        });
        broken(&desk, &number.to_string());
        for line in ["history", "undo", "committee add P7 x", "report --period 7/2018 --diff 2"] {
            assert_ne!(desk.run(line).status, 70, "{number}: chibo {line}");
        }
    }
}

#[test]
fn what_refers_to_nothing_ends_no_command_in_a_crash() {
    let references = [
        ("assignment", "official"),
        ("assignment", "cell"),
        ("meeting", "cell"),
        ("visit", "official"),
        ("absence", "official"),
        ("recommendation", "cell"),
        ("plan", "cell"),
        ("inspection", "cell"),
        ("inspector", "official"),
        ("cell_standing", "committee"),
        ("official_post", "category"),
        ("succession", "from_cell"),
        ("succession", "to_cell"),
    ];
    let lines = [
        "report --period 7/2018",
        "report --period 2018 --format csv",
        "report --period 7/2018 --explain",
        "report --period 7/2018 --diff 1",
        "report officials --period 2018",
        "report committees --period 2018",
        "report composition",
        "report schedule --period 7/2018",
        "calendar --period 7/2018",
        "log-inspection --list",
        "bulletin list",
        "meeting list",
        "assign --list",
        "committee show P1",
        "cell list",
        "cell show P1-01",
        "official show TUV-01",
        "history",
        "history show 1",
        "history --cell P1-01",
        "export copy",
        "close 8/2018 --with-gaps --today 2018-09-05",
        "meeting remove P1-03 --period 7/2018 --reason x",
        "official retire TUV-01 --on 1/8/2018 --yes",
        "cell merge P1-01 P1-03 --into P1-01 --on 1/8/2018",
        "committee dissolve P2 --cells-to P1 --on 1/8/2018",
        "official erase TUV-06 --reason x",
        "undo 4",
        "undo 8",
        "undo",
        "redo",
    ];
    for (table, column) in references {
        let desk = book();
        tamper(&desk, |connection| {
            let (of, key) = match owner(connection, table) {
                Some(owner) => (format!("{table} JOIN {owner} ON {owner} = version"), owner),
                None => (table.to_owned(), "version".to_owned()),
            };
            let newest = format!(
                "SELECT max(version) FROM {of} WHERE removed_by IS NULL AND {table}.{column} IS NOT NULL"
            );
            let first = match key.as_str() {
                "version" => String::new(),
                _ => format!(
                    " AND at = (SELECT min(at) FROM {table} o WHERE o.{key} = {table}.{key} AND {column} IS NOT NULL)"
                ),
            };
            let sql = format!("UPDATE {table} SET {column} = 9999 WHERE {key} = ({newest}){first}");
            assert_eq!(connection.execute(&sql, []).unwrap(), 1, "{table}.{column}");
        });
        let spoilt = desk.book().unwrap();
        let mut refused = 0;
        for line in lines {
            let answer = desk.run(line);
            assert!(
                [0, 1, 4].contains(&answer.status),
                "{table}.{column}: chibo {line}\n{}",
                answer.all()
            );
            refused += usize::from(answer.status == 4);
            desk.write("book.db", &spoilt);
        }
        assert!(refused > 0, "{table}.{column}");
        let (codes, said) = found(&desk, "check");
        assert!(
            codes.iter().any(|code| code == "foreign-key"),
            "{table}.{column}: {codes:?}\n{said}"
        );
    }
}

#[test]
fn taking_back_in_a_file_without_what_rows_refer_to_is_refused_and_no_crash() {
    let town = Desk::with_sample();
    town.says("cell merge P1-01 P1-02 --into \"P1-91=Khu phố gộp\" --committee P1 --kind neighbourhood --on 10/7/2018");
    town.says("unassign P1-03 --on 1/7/2018");
    let book = town.book().unwrap();
    for sql in [
        "DELETE FROM committee WHERE version = 1",
        "UPDATE cell_standing SET committee = 999 WHERE cell = 1",
        "UPDATE succession SET from_cell = -1 WHERE version = 1",
        "DELETE FROM cell WHERE record = 1",
        "DELETE FROM official WHERE record = 1",
        "DELETE FROM category",
        "DELETE FROM cell_standing",
        "DELETE FROM text",
    ] {
        for line in ["undo", "undo 2", "undo 3"] {
            town.write("book.db", &book);
            tamper(&town, |connection| {
                connection.execute(sql, []).unwrap();
            });
            let answer = town.run(line);
            assert!([0, 1, 4].contains(&answer.status), "{sql}: chibo {line}\n{}", answer.all());
        }
    }
}

/// Appends an operation that nobody ran, and makes the chain hold.
fn append(desk: &Desk, verb: &str, arguments: &str, more: &str) {
    forge(
        desk,
        &format!(
            "INSERT INTO operation SELECT number + 1, format, '2999-01-01T00:00:00.000Z', today, actor, '{verb}', '{arguments}', NULL, NULL, hash
             FROM operation ORDER BY number DESC LIMIT 1; {more}"
        ),
    );
}

const EMPTIED: &str = "UPDATE text SET body = NULL, salt = NULL, sought = NULL WHERE text =";

#[test]
fn a_forged_erasing_is_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    let number = |sql: &str| count(&raw(&desk), sql);
    let note = number("SELECT note FROM meeting WHERE removed_by IS NULL AND note IS NOT NULL");
    let title = number(
        "SELECT title FROM official_post JOIN official ON official = version
         WHERE removed_by IS NULL AND title IS NOT NULL",
    );
    let name =
        number("SELECT full_name FROM official WHERE removed_by IS NULL AND code = 'TUV-07'");
    let other =
        number("SELECT full_name FROM official WHERE removed_by IS NULL AND code = 'TUV-08'");
    let actor = number("SELECT actor FROM operation WHERE number = 7");
    for (official, texts, said) in [
        ("TUV-07", vec![name, note], "in force"),
        ("TUV-07", vec![name, title], "in force"),
        ("TUV-07", vec![note], "erased none"),
        ("TUV-07", vec![actor], "erased none"),
        ("TUV-07", vec![other], "erased none"),
        ("NOBODY", vec![name], "erased none"),
    ] {
        desk.write("book.db", &whole);
        let numbers: Vec<String> = texts.iter().map(i64::to_string).collect();
        let arguments =
            format!("{{\"official\":\"{official}\",\"texts\":[{}]}}", numbers.join(","));
        let emptied: Vec<String> = texts.iter().map(|text| format!("{EMPTIED} {text};")).collect();
        append(&desk, "official-erase", &arguments, &emptied.concat());
        let (codes, lines) = found(&desk, "check");
        assert!(codes.contains(&"chain".to_owned()), "{arguments}: {lines}");
        assert!(lines.contains(said), "{arguments}: {lines}");
    }
}

#[test]
fn texts_that_were_changed_or_are_gone_or_there_again_are_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    let erased = "(SELECT json_extract(arguments, '$.texts[0]') FROM operation WHERE verb = 'official-erase')";
    for sql in [
        "UPDATE text SET body = body || 'x' WHERE text = (SELECT max(note) FROM meeting)"
            .to_owned(),
        "UPDATE text SET salt = randomblob(16) WHERE text = (SELECT max(note) FROM meeting)"
            .to_owned(),
        format!("{EMPTIED} (SELECT max(note) FROM meeting)"),
        format!("{EMPTIED} (SELECT max(actor) FROM operation)"),
    ] {
        desk.write("book.db", &whole);
        tamper(&desk, |connection| assert_eq!(connection.execute(&sql, []).unwrap(), 1, "{sql}"));
        let (codes, lines) = found(&desk, "check");
        assert_eq!(codes, ["chain"], "{sql}: {lines}");
    }
    desk.write("book.db", &whole);
    tamper(&desk, |connection| {
        let sql = format!(
            "UPDATE text SET body = 'x', salt = randomblob(16), sought = 'x' WHERE text = {erased}"
        );
        assert_eq!(connection.execute(&sql, []).unwrap(), 1);
    });
    let (codes, lines) = found(&desk, "check");
    assert_eq!(codes, ["name"], "{lines}");
}

#[test]
fn what_stands_in_the_place_of_a_table_is_never_run() {
    let desk = book();
    let whole = desk.book().unwrap();
    for (table, columns) in everything(&desk) {
        desk.write("book.db", &whole);
        let endless = format!(
            "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT {} FROM c",
            columns.iter().map(|name| format!("n AS {name}")).collect::<Vec<_>>().join(", ")
        );
        let connection = raw(&desk);
        without_triggers(&connection);
        let sql = format!("DROP TABLE {table}; CREATE VIEW {table} AS {endless};");
        connection.execute_batch(&sql).unwrap();
        drop(connection);
        let (codes, lines) = found(&desk, "check");
        assert!(codes.iter().all(|code| code == "schema"), "{lines}");
        assert!(lines.contains(&format!("The table {table} is missing")), "{lines}");
        let said = desk.refuses(4, "report --period 7/2018");
        assert!(said.contains("were changed by another program"), "{said}");
    }
}

#[test]
fn what_nobody_sees_in_an_operation_is_refused_and_found() {
    let desk = book();
    let whole = desk.book().unwrap();
    for evil in ["\u{1b}]0;x\u{7}", "x\u{7}", "a\u{202e}b"] {
        for column in ["actor", "reason", "document"] {
            desk.write("book.db", &whole);
            let text = written(&desk, evil);
            forge(&desk, &format!("UPDATE operation SET {column} = {text} WHERE number = 9"));
            refused_and_found(&desk, column);
        }
        desk.write("book.db", &whole);
        let json: String = evil.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
        let sql =
            format!("UPDATE operation SET arguments = '{{\"cell\":\"{json}\"}}' WHERE number = 9");
        forge(&desk, &sql);
        refused_and_found(&desk, "arguments");
    }
    desk.write("book.db", &whole);
    forge(&desk, "UPDATE operation SET verb = 'evil' WHERE number = 9");
    refused_and_found(&desk, "verb");
}

fn refused_and_found(desk: &Desk, column: &str) {
    let shown = |said: &str| !said.contains(['\u{1b}', '\u{7}', '\u{202e}']);
    for line in ["history", "history show 9", "history --format csv"] {
        let said = desk.refuses(4, line);
        assert!(said.contains(column) && shown(&said), "{column}: chibo {line}: {said}");
    }
    let (codes, lines) = found(desk, "check");
    assert!(codes.contains(&"rule".to_owned()), "{column}: {lines}");
    assert!(shown(&lines) && lines.contains(column), "{column}: {lines}");
}
