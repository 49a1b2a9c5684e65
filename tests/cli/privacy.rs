//! There is no place for what is never recorded: no column, no option, no field for members.

use std::collections::BTreeMap;

use crate::desk::Desk;

/// Every table and its columns, without those that all have.
fn columns(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let connection = desk.by_hand("book.db");
    let sql = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
               WHERE t.type = 'table' ORDER BY t.name, c.cid";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        let (table, column): (String, String) = row.unwrap();
        let columns = tables.entry(table).or_default();
        if !["version", "record", "at", "added_by", "removed_by"].contains(&column.as_str()) {
            columns.push(column);
        }
    }
    tables
}

#[test]
fn the_tables_have_these_columns_and_no_others() {
    let tables = columns(&Desk::with_new_book());
    let list: Vec<String> =
        tables.iter().map(|(table, columns)| format!("{table}: {}", columns.join(", "))).collect();
    // Whoever adds a column adds it here, and thinks of section 4 of the records: never recorded.
    insta::assert_snapshot!(list.join("\n"));
}

#[test]
fn only_officials_have_names_of_persons() {
    let tables = columns(&Desk::with_new_book());
    let named: Vec<&String> = tables
        .iter()
        .filter(|(_, columns)| {
            columns.iter().any(|c| ["name", "full_name", "sought"].contains(&c.as_str()))
        })
        .map(|(table, _)| table)
        .collect();
    // Of these, the first two are no persons; of all texts, those are sought that are names of officials.
    assert_eq!(named, ["cell_standing", "committee_name", "official", "text"]);
}

/// What no option, column or key may speak of.
const NEVER: [&str; 16] = [
    "member_name",
    "member-name",
    "card",
    "identity",
    "speaker",
    "speech",
    "opinion",
    "mood",
    "ideology",
    "vote",
    "ballot",
    "discipline",
    "illness",
    "sick",
    "birth",
    "phone",
];

#[test]
fn no_option_and_no_column_of_a_file_is_for_members_names_or_opinions() {
    let desk = Desk::with_new_book();
    let mut places = Vec::new();
    for command in [
        "log-meeting",
        "meeting amend",
        "official add",
        "cell add",
        "committee add",
        "assign",
        "report",
    ] {
        let help = desk.ok(&format!("{command} --help"));
        let options = help.lines().filter_map(|line| line.trim_start().strip_prefix("--"));
        places.extend(
            options.map(|line| line.split([' ', '\n']).next().unwrap_or_default().to_owned()),
        );
    }
    assert!(places.len() > 60, "{places:?}");
    desk.says("import --template forms");
    for file in desk.path("forms").read_dir().unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        places.extend(text.trim().split(',').map(str::to_owned));
    }
    places.extend(columns(&desk).into_values().flatten());
    for place in &places {
        for word in NEVER {
            assert!(!place.to_lowercase().contains(word), "{place}");
        }
    }
    // Reasons for absence have no word for illness.
    let said = desk.refuses(2, "log-meeting P1-01 --on 5/7/2018 --no-visitor --reason illness");
    let words = "is not one of: duty (On other duty), leave (On leave), not-notified (Was not notified), moved (Meeting was moved), other.";
    assert!(said.contains(words), "{said}");
}

#[test]
fn help_says_of_every_free_text_that_no_names_of_members_belong_there() {
    let desk = Desk::empty();
    for (lang, words) in [("en", "no names of members"), ("vi", "không ghi tên đảng viên")] {
        for (command, options) in [
            ("log-meeting", ["--theme", "--note", "--recommend"].as_slice()),
            ("meeting amend", &["--theme", "--note"]),
        ] {
            let help = desk.ok(&format!("{command} --help --lang {lang}"));
            let joined = help.split_whitespace().collect::<Vec<_>>().join(" ");
            for option in options {
                let at = joined
                    .find(&format!("{option} <"))
                    .unwrap_or_else(|| panic!("{option}: {help}"));
                let text = joined[at + 2..].split(" --").next().unwrap();
                assert!(text.contains(words), "{command} {option}: {text}");
            }
        }
    }
}
