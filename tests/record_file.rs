//! The record file guards itself: what is written is never changed, and every operation is tied to those
//! before it (`records.md`, section 3). The tests speak to the file as another program would, with plain SQL.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

mod common;

use common::chain::{chain, columns, owner, tables};
use common::desk::Desk;

/// The sample town after a few operations, one of them undone.
fn town() -> (Desk, Connection) {
    static TOWN: OnceLock<Vec<u8>> = OnceLock::new();
    let desk = Desk::with_copy(&TOWN, || {
        let desk = Desk::with_sample();
        for line in [
            "log-meeting P3-06 --on 5/7/2018 --no-visitor --reason duty",
            "meeting amend P1-02 --period 7/2018 --note \"Ghi chú\"",
            "undo",
            "assign P1-01 TUV-02 --from 1/8/2018 --replace",
            "close 7/2018 --with-gaps",
        ] {
            desk.says(line);
        }
        desk
    });
    let connection = desk.by_hand("book.db");
    connection.execute_batch("PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON;").unwrap();
    (desk, connection)
}

fn refused(connection: &Connection, sql: &str) {
    let before = connection.total_changes();
    let result = connection.execute(sql, []);
    assert!(result.is_err(), "not refused: {sql}");
    assert_eq!(connection.total_changes(), before, "{sql}");
}

fn count(connection: &Connection, sql: &str) -> i64 {
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn newest(connection: &Connection) -> i64 {
    count(connection, "SELECT max(number) FROM operation")
}

fn rows(connection: &Connection, table: &str) -> i64 {
    count(connection, &format!("SELECT count(*) FROM {table}"))
}

/// Every table of the file.
fn everything(connection: &Connection) -> Vec<(String, Vec<String>)> {
    let mut all = tables(connection);
    for table in ["operation", "text", "tally"] {
        all.push((table.to_owned(), columns(connection, table)));
    }
    all
}

#[test]
fn no_row_of_any_table_can_be_deleted() {
    let (_desk, connection) = town();
    for (table, _) in everything(&connection) {
        if rows(&connection, &table) > 0 {
            refused(&connection, &format!("DELETE FROM {table}"));
        }
    }
    refused(&connection, "DELETE FROM operation WHERE number = 1");
    refused(&connection, "DELETE FROM text WHERE text = 1");
}

#[test]
fn no_column_of_any_row_can_be_changed() {
    let (_desk, connection) = town();
    let mut tried = 0;
    for (table, columns) in everything(&connection) {
        // What is counted changes with every operation.
        let fixed = |column: &&String| !["in_force", "sum", "newest"].contains(&column.as_str());
        for column in columns.iter().filter(|_| rows(&connection, &table) > 0).filter(fixed) {
            let is_key =
                ["version", "text", "number", "at", "counted", "month"].contains(&column.as_str());
            let value = if is_key { format!("{column} + 100000") } else { column.clone() };
            refused(&connection, &format!("UPDATE {table} SET {column} = {value}"));
            tried += 1;
        }
    }
    assert!(tried > 90, "{tried}");
    refused(&connection, "UPDATE operation SET verb = 'x'");
    refused(&connection, "UPDATE operation SET hash = zeroblob(32)");
}

#[test]
fn a_version_is_removed_only_by_the_operation_under_way_and_once() {
    let (_desk, connection) = town();
    let newest = newest(&connection);
    for (table, _) in tables(&connection) {
        if owner(&connection, &table).is_some() {
            continue;
        }
        let in_force = format!(
            "SELECT max(version) FROM {table} WHERE removed_by IS NULL AND added_by < {newest}"
        );
        let version: Option<i64> = connection.query_row(&in_force, [], |row| row.get(0)).unwrap();
        let Some(version) = version else { continue };
        let remove =
            |by: &str| format!("UPDATE {table} SET removed_by = {by} WHERE version = {version}");
        refused(&connection, &remove(&newest.to_string()));
        refused(&connection, &remove(&(newest + 2).to_string()));
        let elsewhere = format!(
            "UPDATE {table} SET removed_by = {}, version = 100000 WHERE version = {version}",
            newest + 1
        );
        refused(&connection, &elsewhere);
        connection.execute(&remove(&(newest + 1).to_string()), []).unwrap();
        refused(&connection, &remove(&(newest + 1).to_string()));
        refused(&connection, &remove("NULL"));
    }
}

#[test]
fn rows_are_added_only_by_the_operation_under_way_under_a_new_key() {
    let (_desk, connection) = town();
    let newest = newest(&connection);
    let mut tried = 0;
    for (table, columns) in tables(&connection) {
        if rows(&connection, &table) == 0 {
            continue;
        }
        tried += 1;
        let part_of = owner(&connection, &table);
        let copy = |by: i64, key: &str| {
            let values: Vec<String> = columns
                .iter()
                .map(|column| match column.as_str() {
                    "version" => key.to_owned(),
                    "at" if part_of.is_some() => "at + 1000".to_owned(),
                    "added_by" => by.to_string(),
                    "removed_by" => "NULL".to_owned(),
                    other => other.to_owned(),
                })
                .collect();
            format!("INSERT INTO {table} SELECT {} FROM {table} LIMIT 1", values.join(", "))
        };
        // A row of a part is one of a version that was there before.
        refused(&connection, &copy(newest, "NULL"));
        refused(
            &connection,
            &format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"),
        );
        if part_of.is_some() {
            continue;
        }
        for by in [1, newest + 2] {
            refused(&connection, &copy(by, "NULL"));
        }
        refused(&connection, &copy(newest + 1, "version"));
        refused(&connection, &copy(newest + 1, "-version"));
        refused(&connection, &copy(newest + 1, "0"));
        let born_removed =
            copy(newest + 1, "NULL").replace("NULL FROM", &format!("{} FROM", newest + 2));
        refused(&connection, &born_removed);
    }
    assert!(tried > 12, "{tried}");
}

#[test]
fn a_row_of_a_part_comes_with_its_version_and_once() {
    let (_desk, connection) = town();
    let version = format!(
        "INSERT INTO committee SELECT max(version) + 1, max(version) + 1, 'NEW', kind, NULL, NULL, {}, NULL FROM committee",
        newest(&connection) + 1
    );
    connection.execute(&version, []).unwrap();
    let name = |verb: &str, at: i64| {
        format!(
            "{verb} INTO committee_name SELECT max(version), {at}, NULL, 'x', 'x' FROM committee"
        )
    };
    connection.execute(&name("INSERT", 0), []).unwrap();
    refused(&connection, &name("INSERT", 0));
    refused(&connection, &name("INSERT OR REPLACE", 0));
    refused(&connection, &name("REPLACE", 0));
    connection.execute(&name("INSERT", 1), []).unwrap();
    refused(&connection, "UPDATE committee_name SET name = 'y' WHERE name = 'x'");
    refused(&connection, "DELETE FROM committee_name WHERE name = 'x'");
}

#[test]
fn operations_are_numbered_in_order() {
    let (_desk, connection) = town();
    let operation = |verb: &str, number: &str, time: &str| {
        format!(
            "{verb} INTO operation VALUES ({number}, 1, '{time}', '2018-08-08', 1, 'test', '{{}}', NULL, NULL, zeroblob(32))"
        )
    };
    let next = "(SELECT max(number) + 1 FROM operation)";
    refused(&connection, &operation("INSERT", "999", "2999-01-01T00:00:00.000Z"));
    refused(&connection, &operation("INSERT", "1", "2999-01-01T00:00:00.000Z"));
    refused(&connection, &operation("REPLACE", "1", "2999-01-01T00:00:00.000Z"));
    refused(&connection, &operation("INSERT", next, "1999-01-01T00:00:00.000Z"));
    connection.execute(&operation("INSERT", next, "2999-01-01T00:00:00.000Z"), []).unwrap();
    // What an operation added or removed was there before it: nothing is put under it afterwards.
    let newest = newest(&connection);
    refused(
        &connection,
        &format!(
            "UPDATE meeting SET removed_by = {newest} WHERE version = (SELECT max(version) FROM meeting WHERE removed_by IS NULL)"
        ),
    );
}

#[test]
fn every_hash_is_that_of_the_one_before_and_of_what_the_operation_did() {
    let (desk, connection) = town();
    desk.says("official erase TUV-05 --reason x");
    assert_eq!(hashes(&connection).len(), 7);
    assert_eq!(hashes(&connection), chain(&connection));
}

fn hashes(connection: &Connection) -> Vec<(i64, Vec<u8>)> {
    let mut hashes = connection.prepare("SELECT number, hash FROM operation ORDER BY 1").unwrap();
    let hashes = hashes.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    hashes.map(Result::unwrap).collect()
}

#[test]
fn the_chain_holds_no_name_but_its_salted_hash() {
    let (_desk, connection) = town();
    let sql = "SELECT body, salt, digest, sought FROM text WHERE text IN (SELECT full_name FROM official)";
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut salts = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let (name, salt, digest): (String, Vec<u8>, Vec<u8>) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        assert_eq!(salt.len(), 16);
        assert_eq!(
            digest,
            Sha256::new().chain_update(&salt).chain_update(&name).finalize().to_vec()
        );
        assert!(row.get::<_, Option<String>>(3).unwrap().is_some(), "{name} can be looked up");
        salts.push(salt);
    }
    let all = salts.len();
    salts.sort();
    salts.dedup();
    assert!(all > 30 && salts.len() == all);
    let arguments: String = connection
        .query_row("SELECT group_concat(arguments) FROM operation", [], |r| r.get(0))
        .unwrap();
    assert!(!arguments.contains("Nguyễn"), "{arguments}");
}

#[test]
fn a_text_is_never_changed_only_erased_while_every_hash_still_holds() {
    let (_desk, connection) = town();
    let last = count(&connection, "SELECT max(text) FROM text");
    let a_name = "text = (SELECT min(full_name) FROM official)";
    for set in [
        "body = 'Someone else'",
        "body = NULL",
        "body = NULL, salt = NULL, sought = 'x'",
        "salt = randomblob(16)",
        "sought = NULL",
        "digest = zeroblob(32), body = NULL, salt = NULL, sought = NULL",
        "text = 100000, body = NULL, salt = NULL, sought = NULL",
    ] {
        refused(&connection, &format!("UPDATE text SET {set} WHERE {a_name}"));
    }
    let before = hashes(&connection);
    let erase = format!("UPDATE text SET body = NULL, sought = NULL, salt = NULL WHERE {a_name}");
    connection.execute(&erase, []).unwrap();
    refused(&connection, &erase);
    refused(
        &connection,
        &format!("UPDATE text SET body = 'x', salt = randomblob(16) WHERE {a_name}"),
    );
    let add = |verb: &str, text: i64| {
        format!("{verb} INTO text VALUES ({text}, zeroblob(32), zeroblob(16), 'x', NULL)")
    };
    refused(&connection, &add("INSERT", last));
    refused(&connection, &add("REPLACE", last));
    refused(&connection, &add("REPLACE", 1));
    refused(&connection, &add("INSERT", -1));
    connection.execute(&add("INSERT", last + 1), []).unwrap();
    assert_eq!(before, chain(&connection));
}

/// An independent program agrees, with Python's standard library alone.
#[test]
fn a_stranger_computes_the_same_hashes() {
    let python = |db: &Path| {
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/long/chain.py");
        let answer = Command::new("python3").arg(program).arg(db).output();
        answer.expect("this test needs python3 in PATH")
    };
    let (desk, connection) = town();
    let path = desk.path("book.db");
    desk.says("official erase TUV-05 --reason x");
    desk.says("undo 5");
    let answer = python(&path);
    assert!(answer.status.success(), "{answer:?}");
    drop(connection);
    let connection = desk.by_hand("book.db");
    connection.execute_batch("DROP TRIGGER visit_update; UPDATE visit SET official = 3").unwrap();
    let answer = python(&path);
    assert_eq!(answer.status.code(), Some(1), "{answer:?}");
    let said = String::from_utf8(answer.stdout).unwrap();
    assert!(said.starts_with("operation 1 does not hold"), "{said}");
}

/// What is in force can be read with codes and names by any program that knows SQLite.
#[test]
fn the_views_show_what_is_in_force() {
    let (desk, connection) = town();
    let views = "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name";
    let mut views = connection.prepare(views).unwrap();
    let views: Vec<String> =
        views.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(views.len(), 16);
    for view in &views {
        count(&connection, &format!("SELECT count(*) FROM {view}"));
    }
    let one = |sql: &str| {
        let values = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Vec<Option<String>>> {
            (0..row.as_ref().column_count()).map(|at| row.get(at)).collect()
        };
        let values = connection.query_row(sql, [], values).unwrap();
        values.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>().join("|")
    };
    let sql = "SELECT cell, period, kind, held_on, visitors, absence_reason FROM meetings WHERE cell = 'P3-06' AND period = '2018-07'";
    assert_eq!(one(sql), "P3-06|2018-07|regular|2018-07-05|none|duty");
    let sql = "SELECT cell, official, valid_from, valid_until FROM assignments WHERE cell = 'P1-01' AND official = 'TUV-02'";
    assert_eq!(one(sql), "P1-01|TUV-02|2018-08-01|");
    let listed = desk.ok("meeting list --period 2018-07 --format csv").lines().count() as i64 - 1;
    let sql = "SELECT count(*) FROM meetings WHERE period = '2018-07'";
    assert_eq!(count(&connection, sql), listed);
}

#[test]
fn every_table_is_strict_and_the_file_says_whose_it_is() {
    let (_desk, connection) = town();
    let sql = "SELECT count(*) FROM pragma_table_list
               WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'";
    assert_eq!(count(&connection, sql), 0);
    let id = count(&connection, "PRAGMA application_id");
    assert_eq!((id, count(&connection, "PRAGMA user_version")), (0x6368_626f, 1));
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let mut desk = Desk::empty();
    desk.set("CHIBO_DB", "book.db");
    desk.ok("demo");
    desk.says("assign P1-01 TUV-02 --from 1/8/2018 --replace");
    let mode = std::fs::metadata(desk.path("book.db")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
