//! Record files of earlier schemas, made by the programs of their time (`tests/data/schema-1.db`, `schema-2.db`):
//! they are read as they are, and kept aside and brought up before they are changed.

use rusqlite::Connection;

use crate::desk::Desk;

const OLD: &[u8] = include_bytes!("../data/schema-1.db");

/// What the program of that time printed of it.
const COVERAGE: &str = include_str!("../data/schema-1-coverage.csv");

fn desk() -> Desk {
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "book.db");
    desk.write("book.db", OLD);
    desk
}

fn coverage(desk: &Desk) -> String {
    desk.coverage("2017-06..2018-08")
}

fn seals(desk: &Desk, name: &str) -> Vec<Vec<u8>> {
    let connection = Connection::open(desk.path(name)).unwrap();
    let mut seals = connection.prepare("SELECT hash FROM seal ORDER BY operation").unwrap();
    seals.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn schema(desk: &Desk, name: &str) -> Vec<(String, String)> {
    let connection = Connection::open(desk.path(name)).unwrap();
    let sql = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    let mut schema = connection.prepare(sql).unwrap();
    let schema = schema.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    schema.map(Result::unwrap).collect()
}

#[test]
fn reading_an_older_file_prints_what_was_printed_then_and_leaves_it_as_it_is() {
    let desk = desk();
    assert_eq!(coverage(&desk), COVERAGE);
    for line in [
        "history",
        "official list",
        "meeting show P1-02 --period 7/2018",
        "report composition",
        "check",
        "log-meeting P1-01 --on 2/8/2018 --visitor assigned --dry-run",
        "close 7/2018 --with-gaps --dry-run",
    ] {
        desk.ok(line);
        assert!(desk.book().unwrap() == OLD, "chibo {line}: the older file was changed");
    }
    assert_eq!(desk.run("check").all(), "");
    desk.refuses(1, "reopen 7/2018 --reason x --dry-run");
    assert_eq!(desk.files(), ["book.db"]);
}

#[test]
fn a_refused_command_leaves_an_older_file_as_it_is() {
    let desk = desk();
    desk.write("same/settings.csv", "key,value\n");
    for line in [
        "meeting amend P9-99 --period 7/2018 --note x",
        "log-meeting P1-01 --on 2/8/2030 --visitor assigned",
        "undo 99",
        "official erase NOBODY --reason x",
    ] {
        let said = desk.refuses(1, line);
        assert!(!said.contains("upgraded"), "chibo {line}\n{said}");
    }
    let said = desk.says("import same");
    assert!(!said.contains("upgraded"), "{said}");
    assert!(desk.book().unwrap() == OLD);
    assert_eq!(desk.files(), ["book.db", "same"]);
}

#[test]
fn a_changing_command_keeps_the_older_file_aside_and_brings_it_up() {
    let desk = desk();
    let said = desk.says("committee add P9 \"Phường 9\"");
    assert!(said.starts_with("An older chibo made this record file; a copy is kept in "), "{said}");
    assert_eq!(desk.files(), ["book.before-schema-2.db", "book.db"]);
    assert_eq!(coverage(&desk), COVERAGE);
    assert_eq!(desk.run("check").all(), "");
    desk.ok("--db book.before-schema-2.db check");
    assert_eq!(coverage(&desk), COVERAGE);

    let (before, after) = (seals(&desk, "book.before-schema-2.db"), seals(&desk, "book.db"));
    assert_eq!(before.len() + 1, after.len());
    assert_eq!(before[..], after[..before.len()], "every hash stays");
    // The paper of that time still holds.
    let paper: String = before[2][..8].iter().map(|byte| format!("{byte:02x}")).collect();
    for db in ["book.db", "book.before-schema-2.db"] {
        assert_eq!(desk.run(&format!("--db {db} check --expect {paper}")).all(), "");
    }

    desk.ok("--db fresh.db init");
    assert_eq!(schema(&desk, "book.db"), schema(&desk, "fresh.db"));

    // Once is enough.
    desk.says("committee add P8 \"Phường 8\"");
    desk.says("undo");
    assert_eq!(desk.files(), ["book.before-schema-2.db", "book.db", "fresh.db"]);
    assert_eq!(desk.run("check").all(), "");
}

#[test]
fn an_older_file_that_was_changed_is_found() {
    let desk = desk();
    let connection = Connection::open(desk.path("book.db")).unwrap();
    connection
        .execute_batch("DROP TRIGGER meeting_version_update; UPDATE meeting_version SET note = 'x' WHERE id = 3;")
        .unwrap();
    drop(connection);
    let answer = desk.run("check --format csv");
    assert_eq!(answer.status, 5);
    let codes: Vec<&str> =
        answer.stdout.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(codes, ["schema", "chain"], "{}", answer.stdout);
}

#[test]
fn a_salt_that_was_put_beside_an_older_seal_is_found() {
    let desk = desk();
    desk.says("committee add P9 \"Phường 9\"");
    let connection = Connection::open(desk.path("book.db")).unwrap();
    let triggers =
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'seal'";
    let mut triggers = connection.prepare(triggers).unwrap();
    let triggers = triggers.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let triggers: Vec<(String, String)> = triggers.map(Result::unwrap).collect();
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute("UPDATE seal SET salt = zeroblob(16) WHERE operation = 1", []).unwrap();
    for (_, sql) in &triggers {
        connection.execute_batch(sql).unwrap();
    }
    assert_eq!(desk.run("check").status, 5);
}

/// A file of the second schema, with documents in the arguments of its operations, closed months and an erased name.
fn second() -> Desk {
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "book.db");
    desk.set("CHIBO_TODAY", "2018-09-10");
    desk.write("book.db", include_bytes!("../data/schema-2.db"));
    desk
}

/// What the program of that time printed of it.
fn prints_as_then(desk: &Desk, known_at: &str) {
    let coverage = include_str!("../data/schema-2-coverage.csv");
    let history = include_str!("../data/schema-2-history.csv");
    let line = format!("report coverage --period 2018-05..2018-08 --format csv {known_at}");
    assert_eq!(desk.ok(&line), coverage);
    assert_eq!(desk.ok(&format!("history --format csv {known_at}")), history);
    let told = desk.ok(&format!("history {known_at}"));
    for sentence in [
        "Merged P1-03 into P1-02 from 2018-07-20 under 30-NQ/TU",
        "Closed the period 2018-05 under 12-BC/VP",
        "Changed the post of CB-2 from 2018-06-01 under 20-QĐ/TU",
    ] {
        assert!(told.contains(sentence), "{told}");
    }
}

#[test]
fn a_file_of_the_second_schema_is_read_and_brought_up_with_its_documents_and_hashes() {
    let desk = second();
    prints_as_then(&desk, "");
    assert_eq!(desk.run("check").all(), "");
    assert!(desk.book().unwrap() == include_bytes!("../data/schema-2.db"));
    let before = seals(&desk, "book.db");
    desk.says("undo");
    assert_eq!(desk.files(), ["book.before-schema-3.db", "book.db"]);
    assert_eq!(seals(&desk, "book.db")[..before.len()], before, "every hash stays");
    prints_as_then(&desk, "--known-at 30");
    assert_eq!(desk.run("check").all(), "");
    desk.ok("--db fresh.db init");
    assert_eq!(schema(&desk, "book.db"), schema(&desk, "fresh.db"));
    // Operations of that time are taken back as ever, and their rows are hashed anew.
    for line in ["redo", "undo", "undo 27", "undo 26", "redo"] {
        desk.says(line);
        assert_eq!(desk.run("check").all(), "", "chibo {line}");
    }
    // A document that was put beside an earlier seal would not be in its hash.
    let connection = Connection::open(desk.path("book.db")).unwrap();
    connection
        .execute_batch(
            "DROP TRIGGER operation_update; UPDATE operation SET document = 'x' WHERE number = 5",
        )
        .unwrap();
    let said = desk.run("check").stdout;
    assert!(said.contains("Operation 5"), "{said}");
}
