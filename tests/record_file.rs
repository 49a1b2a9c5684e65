//! The record file guards itself: what is written is never changed, and every operation is tied to those
//! before it (`records.md`, section 3). The tests speak to the file as another program would, with plain SQL.

use std::path::Path;
use std::process::Command;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

#[path = "common/chain.rs"]
mod chain;

use chain::{chain, tables};

fn chibo(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chibo"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("CHIBO_DB", "a.db")
        .env("CHIBO_TODAY", "2018-08-08");
    let output = command.env("CHIBO_LANG", "en").output().unwrap();
    assert!(output.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
}

/// The sample town after a few operations, one of them undone.
fn town() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    chibo(folder.path(), &["demo"]);
    chibo(
        folder.path(),
        &["log-meeting", "P3-06", "--on", "5/7/2018", "--no-visitor", "--reason", "duty"],
    );
    chibo(folder.path(), &["meeting", "amend", "P1-02", "--period", "7/2018", "--note", "Ghi chú"]);
    chibo(folder.path(), &["undo"]);
    chibo(folder.path(), &["assign", "P1-01", "TUV-02", "--from", "1/8/2018", "--replace"]);
    chibo(folder.path(), &["close", "7/2018", "--with-gaps"]);
    let connection = Connection::open(folder.path().join("a.db")).unwrap();
    connection.execute_batch("PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON;").unwrap();
    (folder, connection)
}

fn refused(connection: &Connection, sql: &str) {
    let before = connection.total_changes();
    let result = connection.execute(sql, []);
    assert!(result.is_err(), "not refused: {sql}");
    assert_eq!(connection.total_changes(), before, "{sql}");
}

#[test]
fn no_row_of_any_table_can_be_deleted() {
    let (_folder, connection) = town();
    for (table, _) in tables(&connection) {
        let rows: i64 = connection
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0))
            .unwrap();
        if rows > 0 {
            refused(&connection, &format!("DELETE FROM {table}"));
        }
    }
    refused(&connection, "DELETE FROM operation WHERE number = 1");
    refused(&connection, "DELETE FROM seal WHERE operation = 1");
}

#[test]
fn no_column_of_any_row_can_be_changed() {
    let (_folder, connection) = town();
    let mut tried = 0;
    for (table, columns) in tables(&connection) {
        let rows: i64 = connection
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0))
            .unwrap();
        for column in columns.iter().filter(|_| rows > 0) {
            let value = if column == "id" { format!("{column} + 100000") } else { column.clone() };
            refused(&connection, &format!("UPDATE {table} SET {column} = {value}"));
            tried += 1;
        }
    }
    assert!(tried > 90, "{tried}");
    refused(&connection, "UPDATE operation SET actor = 'x'");
    refused(&connection, "UPDATE seal SET hash = zeroblob(32)");
}

#[test]
fn a_row_is_removed_only_by_the_newest_operation_while_it_is_under_way() {
    let (_folder, connection) = town();
    let newest: i64 =
        connection.query_row("SELECT max(number) FROM operation", [], |r| r.get(0)).unwrap();
    let remove = |by: i64| format!("UPDATE visit SET removed_by = {by} WHERE id = 1");
    refused(&connection, &remove(newest));
    let insert = "INSERT INTO operation VALUES ((SELECT max(number) + 1 FROM operation),
                  '2999-01-01T00:00:00.000Z', '2018-08-08', 'x', 'test', '{}', NULL, NULL)";
    connection.execute(insert, []).unwrap();
    refused(&connection, &remove(newest));
    connection.execute(&remove(newest + 1), []).unwrap();
    refused(&connection, &remove(newest + 1));
    refused(&connection, "UPDATE visit SET removed_by = NULL WHERE id = 1");
}

#[test]
fn rows_are_added_only_by_the_newest_operation_under_a_new_key() {
    let (_folder, connection) = town();
    let newest: i64 =
        connection.query_row("SELECT max(number) FROM operation", [], |r| r.get(0)).unwrap();
    for (table, columns) in tables(&connection) {
        let copy = |by: i64| {
            let values: Vec<String> = columns
                .iter()
                .map(|column| match column.as_str() {
                    "id" => "NULL".to_owned(),
                    "added_by" => by.to_string(),
                    "removed_by" => "NULL".to_owned(),
                    other => other.to_owned(),
                })
                .collect();
            format!("INSERT INTO {table} SELECT {} FROM {table} LIMIT 1", values.join(", "))
        };
        let rows: i64 = connection
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0))
            .unwrap();
        if rows > 0 {
            refused(&connection, &copy(1));
            refused(&connection, &copy(newest));
            refused(&connection, &copy(newest + 1));
            refused(
                &connection,
                &format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"),
            );
        }
    }
}

#[test]
fn operations_are_numbered_in_order_and_sealed_once() {
    let (_folder, connection) = town();
    let operation = |number: &str, time: &str| {
        format!(
            "INSERT INTO operation VALUES ({number}, '{time}', '2018-08-08', 'x', 'test', '{{}}', NULL, NULL)"
        )
    };
    let next = "(SELECT max(number) + 1 FROM operation)";
    refused(&connection, &operation("999", "2999-01-01T00:00:00.000Z"));
    refused(&connection, &operation("1", "2999-01-01T00:00:00.000Z"));
    refused(&connection, &operation(next, "1999-01-01T00:00:00.000Z"));
    refused(&connection, "INSERT INTO seal VALUES (2, zeroblob(32), 2, zeroblob(16))");
    connection.execute(&operation(next, "2999-01-01T00:00:00.000Z"), []).unwrap();
    // The one before is not sealed yet.
    refused(&connection, &operation(next, "2999-01-02T00:00:00.000Z"));
}

#[test]
fn every_seal_is_the_hash_of_the_one_before_and_of_what_the_operation_did() {
    let (_folder, connection) = town();
    let mut seals =
        connection.prepare("SELECT operation, hash FROM seal ORDER BY operation").unwrap();
    let seals: Vec<(i64, Vec<u8>)> = seals
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(seals.len(), 6);
    assert_eq!(seals, chain(&connection));
}

#[test]
fn the_chain_holds_no_name_but_its_salted_hash() {
    let (_folder, connection) = town();
    let sql = "SELECT name, salt, digest, folded FROM person_name";
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
fn a_name_can_be_erased_while_every_hash_still_holds() {
    let (_folder, connection) = town();
    let insert = "INSERT INTO operation VALUES ((SELECT max(number) + 1 FROM operation),
                  '2999-01-01T00:00:00.000Z', '2018-08-08', 'x', 'erase', '{}', NULL, NULL)";
    connection.execute(insert, []).unwrap();
    refused(&connection, "UPDATE person_name SET name = 'Someone else' WHERE id = 1");
    refused(&connection, "UPDATE person_name SET name = NULL WHERE id = 1");
    let erase = "UPDATE person_name SET name = NULL, folded = NULL, salt = NULL WHERE id = 1";
    connection.execute(erase, []).unwrap();
    let seals: Vec<Vec<u8>> = {
        let mut statement = connection.prepare("SELECT hash FROM seal ORDER BY operation").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let links: Vec<Vec<u8>> = chain(&connection).into_iter().map(|(_, hash)| hash).collect();
    assert_eq!(seals[..], links[..seals.len()]);
}

#[test]
fn every_table_is_strict_and_the_file_says_whose_it_is() {
    let (_folder, connection) = town();
    let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT'";
    let loose: i64 = connection.query_row(sql, [], |r| r.get(0)).unwrap();
    assert_eq!(loose, 0);
    let id: i64 = connection.query_row("PRAGMA application_id", [], |r| r.get(0)).unwrap();
    let version: i64 = connection.query_row("PRAGMA user_version", [], |r| r.get(0)).unwrap();
    assert_eq!((id, version), (0x6368_626f, 3));
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _connection) = town();
    let mode = std::fs::metadata(folder.path().join("a.db")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
