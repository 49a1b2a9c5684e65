//! One way down: each layer imports only from the layers below it, and what touches the world stays inside
//! its fences. Whoever needs an exception writes it here, with its reason.

use std::path::{Path, PathBuf};

/// A layer and the layers it may import from.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("ops", &["domain", "store"]),
    ("table", &["domain"]),
    ("texts", &["domain"]),
    ("files", &["domain", "table", "texts"]),
    ("report", &["domain", "table", "texts"]),
    // A table carries dates, months and told values, which are written in the reader's language.
    ("render", &["domain", "table", "texts"]),
    ("import", &["domain", "files", "ops", "texts"]),
    ("cli", &["domain", "files", "import", "ops", "render", "report", "store", "table", "texts"]),
];

/// Where each of these words may stand.
const FENCES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store/"]),
    ("comfy_table", &["render/terminal/broken.rs"]),
    ("csv::", &["render/csv.rs", "import/"]),
    ("rust_xlsxwriter", &["render/xlsx"]),
    ("calamine", &["import/workbook/"]),
    ("zip::", &["import/workbook/", "render/docx/package.rs"]),
    ("clap", &["cli/"]),
    ("chrono", &["domain/date.rs", "cli/clock.rs"]),
    ("std::env", &["cli/"]),
    // What is read from the environment stands on the page of `help environment`.
    ("env::var", &["cli/environment.rs"]),
    ("env = ", &[]),
    ("std::process", &["main.rs", "cli/pager.rs"]),
    ("shlex", &["cli/pager.rs"]),
    ("std::net", &[]),
    ("println!", &[]),
    ("print!", &[]),
    ("eprintln!", &[]),
    ("eprint!", &[]),
    ("dbg!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    // What SQLite asks of a layer below it.
    ("unsafe ", &["store/pages.rs"]),
    ("twox_hash", &["import/encoding.rs", "store/pages.rs"]),
    ("SystemTime::now", &[]),
    ("Local::now", &["cli/clock.rs"]),
    ("Utc::now", &["cli/clock.rs"]),
    (
        "std::fs",
        &[
            "store/beside.rs",
            "store/connection.rs",
            "store/open.rs",
            "store/create.rs",
            "store/place.rs",
            "store/backup.rs",
            "import/files.rs",
            "cli/",
        ],
    ),
    ("serde_json", &["ops/", "store/", "render/json.rs", "cli/"]),
    ("etcetera", &["cli/config.rs"]),
    ("whoami", &["cli/record.rs"]),
    ("indicatif", &["cli/"]),
    ("inquire", &["cli/asking/terminal.rs"]),
    ("anstream", &["cli/output.rs"]),
    ("strsim", &["domain/", "import/"]),
    ("unicode_normalization", &["domain/", "import/old_encoding.rs", "import/syllable.rs"]),
    ("encoding_rs", &["import/encoding.rs", "import/old_encoding.rs"]),
    ("unicode_properties", &["domain/unseen.rs"]),
];

/// Every source file, by its path under `src`.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => walk(&path, found),
                false if path.extension().is_some_and(|e| e == "rs") => found.push(path),
                false => {}
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    let name =
        |path: &Path| path.strip_prefix(&root).unwrap().display().to_string().replace('\\', "/");
    found.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The code of a file without comments, and without the tests at its end.
fn code(source: &str) -> Vec<(usize, &str)> {
    let lines = source.lines().enumerate().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    let lines = lines.map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default()));
    lines.filter(|(_, line)| !line.trim().is_empty()).collect()
}

/// The layers that a line names: `crate::domain::…` or the heads of `use crate::{domain::…, store}`.
fn named(line: &str) -> Vec<String> {
    let mut layers = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let after = &line[at + "crate::".len()..];
        let word = |text: &str| -> String {
            text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
        };
        match after.strip_prefix('{') {
            None => layers.push(word(after)),
            Some(list) => {
                let mut depth = 0;
                let mut part = String::new();
                for c in list.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => layers.push(word(&std::mem::take(&mut part))),
                        c if depth == 0 => part.push(c),
                        _ => {}
                    }
                }
                layers.push(word(&part));
            }
        }
    }
    layers.retain(|layer| LAYERS.iter().any(|(name, _)| name == layer));
    layers
}

#[test]
fn the_reader_of_imports_reads_every_form() {
    assert_eq!(named("use crate::domain::{Date, Period};"), ["domain"]);
    assert_eq!(named("use crate::{ops, domain::{Date, Code}, store};"), ["ops", "domain", "store"]);
    assert_eq!(named("    let day: crate::domain::Date = crate::texts::x();"), ["domain", "texts"]);
    assert_eq!(named("pub(crate) use lang::say; crate::something"), Vec::<String>::new());
}

#[test]
fn each_layer_imports_only_from_the_layers_below_it() {
    let mut wrong = Vec::new();
    for (name, source) in sources() {
        let Some((layer, _)) = name.split_once('/') else { continue };
        let allowed = LAYERS.iter().find(|(known, _)| *known == layer);
        let Some((_, allowed)) = allowed else {
            wrong.push(format!("{name}: the layer {layer} is not in the table"));
            continue;
        };
        for (line, text) in code(&source) {
            for other in named(text) {
                if other != layer && !allowed.contains(&other.as_str()) {
                    wrong.push(format!("{name}:{line}: {layer} imports {other}"));
                }
            }
            // A path through the parent folders would hide the layer.
            if text.contains("super::super::super::") {
                wrong.push(format!("{name}:{line}: write crate:: instead"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_touches_the_world_stays_inside_its_fences() {
    let mut wrong = Vec::new();
    for (name, source) in sources() {
        for (line, text) in code(&source) {
            for (word, places) in FENCES {
                let stands = text.match_indices(word).any(|(at, _)| {
                    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
                });
                // A module of our own may have the name of a crate.
                let own = *word == "csv::" && text.contains("mod csv")
                    || text.starts_with("pub use csv::{");
                if stands && !own && !places.iter().any(|place| name.starts_with(place)) {
                    wrong.push(format!("{name}:{line}: {word} in: {}", text.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_command_that_a_sentence_suggests_begins_with_the_program_as_it_was_called() {
    let sources = sources();
    let commands = sources.iter().filter_map(|(name, _)| name.strip_prefix("cli/commands/"));
    let commands: Vec<String> = commands
        .map(|name| name.trim_end_matches(".rs").replace('_', "-"))
        .chain(["where".to_owned()])
        .collect();
    let mut wrong = Vec::new();
    // The examples of help are about no record file in particular.
    let texts = sources.iter().filter(|(name, _)| name.starts_with("texts/"));
    for (name, source) in texts.filter(|(name, _)| name != "texts/help.rs") {
        for (line, text) in code(source) {
            let mut after = text.match_indices("chibo ").map(|(at, word)| &text[at + word.len()..]);
            let is_command = |rest: &str| {
                let word = rest.split(|c: char| !c.is_ascii_lowercase() && c != '-').next();
                word.is_some_and(|word| commands.iter().any(|command| command == word))
            };
            if after.any(is_command) {
                wrong.push(format!("{name}:{line}: write {{CHIBO}} in: {}", text.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fence_encloses_something() {
    let sources = sources();
    for (word, places) in FENCES {
        for place in *places {
            let used = sources
                .iter()
                .any(|(name, source)| name.starts_with(place) && source.contains(word));
            assert!(used, "{word} is allowed in {place} but not used there");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_main_is_short() {
    for (name, source) in sources() {
        assert!(source.starts_with("//!"), "{name} does not begin with //!");
        assert!(name != "main.rs" || source.lines().count() < 30, "main.rs");
    }
}

/// What the page of the house sends people to is there.
#[test]
fn the_page_names_files_that_there_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("docs/architecture.md")).unwrap();
    let named = page.split('`').skip(1).step_by(2).map(|name| name.trim_end_matches('/'));
    let is_path = |name: &&str| name.ends_with(".rs") || name.starts_with("src/");
    let mut tried = 0;
    for name in named.filter(is_path) {
        tried += 1;
        let places =
            [root.join(name), root.join("src").join(name), root.join("src/import").join(name)];
        assert!(places.iter().any(|place| place.exists()), "{name} is not there");
    }
    assert!(tried > 40, "{tried}");
}

/// The paths that the page names in the row of what is to be added.
fn row_of_page(what: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("docs/architecture.md")).unwrap();
    let row = page.lines().find(|line| line.starts_with(&format!("| {what}"))).unwrap();
    let named = row.split('`').skip(1).step_by(2).filter_map(|name| name.strip_prefix("src/"));
    named.map(str::to_owned).collect()
}

#[test]
fn what_is_there_already_stands_where_the_page_sends_whoever_adds_its_like() {
    for (what, words) in [
        ("a format", &["Json", "render::json", "mod json"][..]),
        ("a report", &["omposition", "Kind::Composition"]),
        ("a plain value of a meeting", &["MinutesNo", "minutes_no"]),
        ("a refusal", &["SeveralAssigned"]),
    ] {
        let places = row_of_page(what);
        let mut found = 0;
        for (name, source) in sources() {
            let named =
                code(&source).iter().any(|(_, line)| words.iter().any(|w| line.contains(w)));
            if named {
                found += 1;
                let sent = places.iter().any(|place| name.starts_with(place.as_str()));
                // Whoever refuses names the refusal.
                let refuses = what == "a refusal" && name.starts_with("ops/");
                assert!(sent || refuses, "{what}: the page does not name {name}");
            }
        }
        assert!(found > 2, "{what}: {found}");
    }
}
