//! The statements that make a record file, from the descriptions of `tables.rs`.
//!
//! What stands in a file is frozen by the digest of its schema: a test prints the whole text for people and
//! fails when it changes. No function or collation of chibo's own is used, so that any SQLite program can read
//! the file.

use super::tables::{Column, Part, Sort, TABLES, Table};

/// The number that the operation under way will have.
const UNDER_WAY: &str = "(SELECT coalesce(max(number), 0) + 1 FROM operation)";

/// The operations, the texts that can be erased, and the count of what is in force.
const FIRST: &str = "\
CREATE TABLE operation (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    format INTEGER NOT NULL,
    recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
    today TEXT NOT NULL CHECK (date(today) IS today),
    actor INTEGER NOT NULL REFERENCES text (text),
    verb TEXT NOT NULL CHECK (verb <> ''),
    arguments TEXT NOT NULL CHECK (json_valid(arguments)),
    reason INTEGER REFERENCES text (text),
    document INTEGER REFERENCES text (text),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE text (
    text INTEGER PRIMARY KEY,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    salt BLOB CHECK (length(salt) = 16),
    body TEXT CHECK (body <> ''),
    sought TEXT,
    CHECK ((salt IS NULL) = (body IS NULL)),
    CHECK (sought IS NULL OR body IS NOT NULL)
) STRICT;
CREATE TABLE tally (
    counted TEXT NOT NULL,
    month INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    PRIMARY KEY (counted, month)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER operation_insert BEFORE INSERT ON operation
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM operation)
    OR NEW.recorded_at < (SELECT recorded_at FROM operation ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'operations are numbered in order'); END;
CREATE TRIGGER text_update BEFORE UPDATE ON text
WHEN OLD.body IS NULL OR coalesce(NEW.salt, NEW.body, NEW.sought) IS NOT NULL
    OR NEW.text <> OLD.text OR NEW.digest <> OLD.digest
BEGIN SELECT RAISE(ABORT, 'texts are never changed, only erased'); END;
CREATE TRIGGER tally_change BEFORE UPDATE ON tally
WHEN NEW.counted <> OLD.counted OR NEW.month <> OLD.month OR NEW.newest < OLD.newest
BEGIN SELECT RAISE(ABORT, 'what is counted is never changed'); END;
";

/// Every statement of the schema, in order.
pub(super) fn statements() -> String {
    let mut sql = FIRST.to_owned();
    sql.push_str(&index_of_texts().sql);
    sql.push_str(&trigger("text", "insert", &not_newest("text", "text")));
    sql.push_str(&trigger("text", "delete", ""));
    sql.push_str(&trigger("operation", "update", ""));
    sql.push_str(&trigger("operation", "delete", ""));
    sql.push_str(&trigger("tally", "delete", ""));
    for table in TABLES {
        sql.push_str(&create(table));
        table.parts.iter().for_each(|part| sql.push_str(&create_part(table, part)));
        indexes(table).iter().for_each(|index| sql.push_str(&index.sql));
        triggers(table).iter().for_each(|trigger| sql.push_str(&trigger.1));
    }
    TABLES.iter().for_each(|table| sql.push_str(&view(table)));
    sql
}

fn create(table: &Table) -> String {
    let name = table.name;
    let mut lines = vec!["version INTEGER PRIMARY KEY".to_owned()];
    lines.push(format!("record INTEGER NOT NULL REFERENCES {name} (version)"));
    lines.extend(table.columns.iter().map(column));
    lines.push("added_by INTEGER NOT NULL CHECK (added_by > 0)".to_owned());
    lines.push("removed_by INTEGER CHECK (removed_by > added_by)".to_owned());
    lines.push("CHECK (record <= version)".to_owned());
    lines.extend(table.checks.iter().map(|check| format!("CHECK ({check})")));
    format!("CREATE TABLE {name} (\n    {}\n) STRICT;\n", lines.join(",\n    "))
}

fn create_part(table: &Table, part: &Part) -> String {
    let owner = table.name;
    let mut lines = vec![format!("{owner} INTEGER NOT NULL REFERENCES {owner} (version)")];
    lines.push("at INTEGER NOT NULL CHECK (at >= 0)".to_owned());
    lines.extend(part.columns.iter().map(column));
    lines.push(format!("PRIMARY KEY ({owner}, at)"));
    let lines = lines.join(",\n    ");
    format!("CREATE TABLE {} (\n    {lines}\n) STRICT, WITHOUT ROWID;\n", part.name)
}

fn column(column: &Column) -> String {
    let Column { name, sort, needed } = *column;
    let needed = if needed { " NOT NULL" } else { "" };
    let (kind, rest) = match sort {
        Sort::Plain | Sort::Name | Sort::Sought => ("TEXT", format!(" CHECK ({name} <> '')")),
        Sort::Text => ("INTEGER", " REFERENCES text (text)".to_owned()),
        Sort::Record(other) => ("INTEGER", format!(" REFERENCES {other} (version)")),
        Sort::Day => ("INTEGER", between(name, -14_610, 47_846)),
        Sort::Month => ("INTEGER", between(name, 23_160, 25_211)),
        Sort::Number(least, most) => ("INTEGER", between(name, least.into(), most.into())),
        Sort::Points => ("INTEGER", between(name, 0, 1000)),
        Sort::Word(words) => ("INTEGER", between(name, 0, words().len() as i64 - 1)),
    };
    format!("{name} {kind}{needed}{rest}")
}

fn between(name: &str, least: i64, most: i64) -> String {
    format!(" CHECK ({name} BETWEEN {least} AND {most})")
}

/// An index as it is laid.
pub(super) struct Laid {
    pub name: String,
    /// The table it is of, and the number of a row, or of the version it belongs to, there.
    pub on: &'static str,
    pub key: &'static str,
    /// Which rows it holds: nothing, or ` WHERE …`.
    pub condition: String,
    pub sql: String,
}

impl Laid {
    fn new(
        unique: &str,
        (on, key): (&'static str, &'static str),
        called: &str,
        columns: &str,
        condition: String,
    ) -> Self {
        let name = format!("{on}_{called}");
        let sql = format!("CREATE {unique}INDEX {name} ON {on} ({columns}){condition};\n");
        Self { name, on, key, condition, sql }
    }
}

/// The index of texts that are looked up.
fn index_of_texts() -> Laid {
    Laid::new("", ("text", "text"), "sought", "sought", " WHERE sought IS NOT NULL".to_owned())
}

/// Every index of a table and its parts.
pub(super) fn indexes(table: &Table) -> Vec<Laid> {
    let own = table.place(None);
    let in_force = |of: Option<&str>| {
        let of = of.map(|of| format!(" AND {of}")).unwrap_or_default();
        format!(" WHERE removed_by IS NULL{of}")
    };
    let mut all = vec![Laid::new("UNIQUE ", own, "record", "record", in_force(None))];
    let keys = table.keys.iter();
    all.extend(keys.map(|key| Laid::new("UNIQUE ", own, key.name, key.columns, in_force(key.of))));
    let removed = " WHERE removed_by IS NOT NULL".to_owned();
    all.push(Laid::new("", own, "removed", "removed_by", removed));
    let others = table.indexes.iter();
    all.extend(others.map(|i| Laid::new("", own, i.name, i.columns, format!(" WHERE {}", i.of))));
    for part in table.parts {
        let place = table.place(Some(part));
        let indexes = part.indexes.iter();
        all.extend(indexes.map(|column| Laid::new("", place, column, column, String::new())));
    }
    all
}

/// Every index of the file.
pub(super) fn every_index() -> impl Iterator<Item = Laid> {
    std::iter::once(index_of_texts()).chain(TABLES.iter().flat_map(|table| indexes(table)))
}

/// Name and statement of every trigger of a table and its parts.
pub(super) fn triggers(table: &Table) -> Vec<(String, String)> {
    let name = table.name;
    let mut all = Vec::new();
    let mut push = |of: &str, event: &str, when: &str| {
        all.push((format!("{of}_{event}"), trigger(of, event, when)));
    };
    let insert = format!(
        "NEW.added_by IS NOT {UNDER_WAY} OR NEW.removed_by IS NOT NULL OR {}",
        not_newest(name, "version")
    );
    push(name, "insert", &insert);
    let remove = format!(
        "OLD.removed_by IS NOT NULL OR NEW.removed_by IS NOT {UNDER_WAY} OR NEW.version <> OLD.version"
    );
    push(name, "update", &remove);
    push(name, "delete", "");
    for part in table.parts {
        let insert = format!(
            "(SELECT added_by FROM {name} WHERE version = NEW.{name}) IS NOT {UNDER_WAY}
    OR EXISTS (SELECT 1 FROM {part} WHERE {name} = NEW.{name} AND at = NEW.at)",
            part = part.name
        );
        push(part.name, "insert", &insert);
        push(part.name, "update", "");
        push(part.name, "delete", "");
    }
    let columns = table.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
    let change = format!(
        "CREATE TRIGGER {name}_change BEFORE UPDATE OF record, {columns}, added_by ON {name}
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;\n"
    );
    all.push((format!("{name}_change"), change));
    all
}

/// Whether a new row would not be the last of its table.
fn not_newest(table: &str, key: &str) -> String {
    format!("NEW.{key} <= (SELECT max({key}) FROM {table})")
}

fn trigger(table: &str, event: &str, when: &str) -> String {
    let (upper, when) = (
        event.to_uppercase(),
        match when {
            "" => String::new(),
            when => format!("WHEN {when}\n"),
        },
    );
    let said = match event {
        "insert" => "rows are added by the operation under way only, under a new key",
        "update" => "nothing is updated but removed_by, once, to the operation under way",
        _ => "nothing is deleted",
    };
    format!(
        "CREATE TRIGGER {table}_{event} BEFORE {upper} ON {table}
{when}BEGIN SELECT RAISE(ABORT, '{said}'); END;\n"
    )
}

/// What is in force, with codes, days and words, for any SQLite program.
fn view(table: &Table) -> String {
    let own = table.columns.iter().map(|column| (column.name, shown("t", column)));
    let more = table.shown.iter().map(|(name, sql)| {
        let parts = table.every_column().filter_map(|(part, column)| Some((part?, column)));
        let sql = parts.fold((*sql).to_owned(), |sql, (part, column)| {
            sql.replace(&format!("{{{}.{}}}", part.name, column.name), &shown("p", column))
        });
        (*name, format!("({sql})"))
    });
    let columns: Vec<String> =
        own.chain(more).map(|(name, sql)| format!("{sql} AS {name}")).collect();
    format!(
        "CREATE VIEW {} AS SELECT t.record, {} FROM {} t WHERE t.removed_by IS NULL;\n",
        table.view,
        columns.join(",\n    "),
        table.name
    )
}

/// A column of a row as views show it.
fn shown(of: &str, column: &Column) -> String {
    let name = column.name;
    match column.sort {
        Sort::Plain | Sort::Name | Sort::Sought | Sort::Number(..) => format!("{of}.{name}"),
        Sort::Text => format!("(SELECT body FROM text WHERE text = {of}.{name})"),
        Sort::Points => format!("{of}.{name} / 10.0"),
        Sort::Day => format!("date({of}.{name} * 86400, 'unixepoch')"),
        Sort::Month => format!("printf('%04d-%02d', {of}.{name} / 12, {of}.{name} % 12 + 1)"),
        Sort::Word(words) => {
            let words = words().into_iter().enumerate();
            let arms: String =
                words.map(|(at, word)| format!(" WHEN {at} THEN '{word}'")).collect();
            format!("CASE {of}.{name}{arms} END")
        }
        Sort::Record(other) => {
            format!("(SELECT code FROM {other} WHERE record = {of}.{name} AND removed_by IS NULL)")
        }
    }
}
