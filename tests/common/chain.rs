//! The chain of operations, written a second time from its description (`records.md`, section 3, and the
//! schema files), to hold the first against it.

use std::collections::HashMap;

use rusqlite::Connection;
use rusqlite::types::Value;
use sha2::{Digest, Sha256};

/// Every table in the order of the canonical form.
const ORDER: [&str; 26] = [
    "committee",
    "cell",
    "category",
    "official",
    "meeting",
    "recommendation",
    "committee_version",
    "committee_name",
    "cell_version",
    "cell_standing",
    "category_version",
    "official_version",
    "person_name",
    "official_post",
    "succession",
    "assignment",
    "meeting_version",
    "visit",
    "absence",
    "recommendation_version",
    "setting",
    "closing",
    "closing_version",
    "filed_row",
    "erased_text",
    "text_salt",
];

/// The columns of free text, with the first format that hashes them with salt.
const FREE: [(&str, &str, i64); 14] = [
    ("operation", "actor", 2),
    ("operation", "reason", 2),
    ("operation", "document", 3),
    ("official_post", "title", 2),
    ("official_post", "organisation", 2),
    ("assignment", "document", 2),
    ("assignment", "issuer", 2),
    ("succession", "document", 3),
    ("closing_version", "document", 3),
    ("setting", "value", 3),
    ("meeting_version", "theme", 2),
    ("meeting_version", "minutes_no", 2),
    ("meeting_version", "note", 2),
    ("recommendation_version", "text", 2),
];

/// Every table but `operation` and `seal`, with its columns.
pub fn tables(connection: &Connection) -> Vec<(String, Vec<String>)> {
    let names =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('operation', 'seal')";
    let mut names = connection.prepare(names).unwrap();
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    names.into_iter().map(|name| (name.clone(), columns(connection, &name))).collect()
}

/// The columns of a table.
pub fn columns(connection: &Connection, table: &str) -> Vec<String> {
    let mut info =
        connection.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
    info.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// What the chain needs to know besides the rows themselves.
struct Known {
    formats: HashMap<i64, i64>,
    salts: HashMap<i64, Vec<u8>>,
    texts: HashMap<(String, i64, String), Vec<u8>>,
    erased: HashMap<(String, i64, String), Vec<u8>>,
}

impl Known {
    fn read(connection: &Connection) -> Self {
        let (mut formats, mut salts) = (HashMap::new(), HashMap::new());
        let mut seals = connection.prepare("SELECT operation, format, salt FROM seal").unwrap();
        let mut seals = seals.query([]).unwrap();
        while let Some(row) = seals.next().unwrap() {
            formats.insert(row.get(0).unwrap(), row.get(1).unwrap());
            let salt: Option<Vec<u8>> = row.get(2).unwrap();
            salts.insert(row.get(0).unwrap(), salt.unwrap_or_default());
        }
        let by_place = |column: &str, table: &str| {
            let mut texts = HashMap::new();
            let sql = format!(
                "SELECT table_name, row_id, column_name, {column} FROM {table} WHERE {column} IS NOT NULL"
            );
            let mut rows = connection.prepare(&sql).unwrap();
            let mut rows = rows.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let place = (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
                texts.insert(place, row.get(3).unwrap());
            }
            texts
        };
        let (texts, erased) = (by_place("salt", "text_salt"), by_place("digest", "erased_text"));
        Self { formats, salts, texts, erased }
    }
}

/// The hash of every operation that is sealed, computed from the first one on.
pub fn chain(connection: &Connection) -> Vec<(i64, Vec<u8>)> {
    let (all, known) = (tables(connection), Known::read(connection));
    let mut previous = vec![0; 32];
    let mut links = Vec::new();
    let mut numbers = connection
        .prepare("SELECT number FROM operation JOIN seal ON operation = number ORDER BY number")
        .unwrap();
    let numbers: Vec<i64> =
        numbers.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for number in numbers {
        let format = known.formats[&number];
        let mut bytes = previous.clone();
        bytes.extend(b"chibo operation");
        put(&mut bytes, b'i', &format.to_le_bytes());
        let mut head: Vec<String> = columns(connection, "operation");
        head.retain(|column| format > 2 || column != "document");
        let sql =
            format!("SELECT {}, number FROM operation WHERE number = {number}", head.join(", "));
        Rows { connection, known: &known, format, table: "operation", columns: &head }.put(
            &sql,
            &[],
            &mut bytes,
        );
        for table in ORDER {
            let (_, columns) = all.iter().find(|(name, _)| name == table).unwrap();
            let unhashed = ["name", "folded", "salt"];
            let hashed = columns.iter().filter(|column| {
                let column = column.as_str();
                let is_name =
                    ["person_name", "text_salt"].contains(&table) && unhashed.contains(&column);
                !is_name && !["added_by", "removed_by"].contains(&column)
            });
            let hashed: Vec<String> = hashed.cloned().collect();
            let rows = Rows { connection, known: &known, format, table, columns: &hashed };
            for (sign, by) in [("-", "removed_by"), ("+", "added_by")] {
                if columns.iter().any(|have| have == by) {
                    let hashed = hashed.join(", ");
                    let sql = format!(
                        "SELECT {hashed}, added_by FROM {table} WHERE {by} = {number} ORDER BY id"
                    );
                    rows.put(&sql, &[table, sign], &mut bytes);
                }
            }
        }
        previous = Sha256::digest(&bytes).to_vec();
        links.push((number, previous.clone()));
    }
    links
}

struct Rows<'a> {
    connection: &'a Connection,
    known: &'a Known,
    format: i64,
    table: &'a str,
    columns: &'a [String],
}

impl Rows<'_> {
    /// The salt of a text in a place.
    fn salt(&self, added_by: i64, place: (String, i64, String)) -> Vec<u8> {
        if let Some(salt) = self.known.texts.get(&place) {
            return salt.clone();
        }
        let mut salt = self.known.salts[&added_by].clone();
        salt.extend([place.0.as_bytes(), &[0], place.2.as_bytes(), &[0]].concat());
        salt.extend(place.1.to_le_bytes());
        match self.known.formats[&added_by] {
            1 | 2 => salt,
            _ => Sha256::digest(&salt).to_vec(),
        }
    }

    fn put(&self, sql: &str, head: &[&str], bytes: &mut Vec<u8>) {
        let mut statement = self.connection.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            head.iter().for_each(|text| put(bytes, b't', text.as_bytes()));
            let id: i64 = row.get(0).unwrap();
            let added_by: i64 = row.get(self.columns.len()).unwrap();
            for (at, column) in self.columns.iter().enumerate() {
                let place = (self.table.to_owned(), id, column.clone());
                let free = FREE.iter().any(|(table, free, since)| {
                    *table == self.table && *free == column && self.format >= *since
                });
                match (row.get(at).unwrap(), self.known.erased.get(&place).filter(|_| free)) {
                    (_, Some(digest)) => put(bytes, b'd', digest),
                    (Value::Text(text), None) if free => {
                        let mut salted = self.salt(added_by, place);
                        salted.extend(text.as_bytes());
                        put(bytes, b'd', &Sha256::digest(&salted));
                    }
                    (Value::Null, None) => put(bytes, b'n', &[]),
                    (Value::Integer(i), None) => put(bytes, b'i', &i.to_le_bytes()),
                    (Value::Text(text), None) => put(bytes, b't', text.as_bytes()),
                    (Value::Blob(blob), None) => put(bytes, b'b', &blob),
                    (Value::Real(_), None) => panic!("no table has real numbers"),
                }
            }
        }
    }
}

fn put(bytes: &mut Vec<u8>, kind: u8, value: &[u8]) {
    bytes.push(kind);
    bytes.extend((value.len() as u64).to_le_bytes());
    bytes.extend(value);
}
