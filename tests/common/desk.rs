//! The clerk's desk: an own folder, an empty environment, a fixed today and width, and the real program.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::csv::fields;
use super::town::Town;

/// The day that stands for today, unless a test says otherwise.
pub const TODAY: &str = "2018-08-08";

/// The user to whom nothing belongs, on every Unix.
#[cfg(unix)]
const NOBODY: u32 = 65534;

/// A folder in which chibo is called, and the environment it is called with.
pub struct Desk {
    folder: tempfile::TempDir,
    variables: BTreeMap<&'static str, String>,
    /// The folder of the program, where it is called as somebody who is not the superuser.
    #[cfg(unix)]
    ordinary: Option<tempfile::TempDir>,
}

/// What chibo answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Desk {
    /// A desk without a record file.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut desk = Self {
            folder,
            variables: BTreeMap::new(),
            #[cfg(unix)]
            ordinary: None,
        };
        for name in ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"] {
            desk.set(name, &desk.path("home").display().to_string());
        }
        for (name, value) in [
            ("TZ", "UTC"),
            ("COLUMNS", "100"),
            ("CHIBO_TODAY", TODAY),
            ("CHIBO_ACTOR", "clerk"),
            ("CHIBO_LANG", "en"),
            // Nobody leafs through what a test has on its screen.
            ("CHIBO_PAGER", "cat"),
        ] {
            desk.set(name, value);
        }
        #[cfg(windows)]
        if let Ok(root) = std::env::var("SystemRoot") {
            desk.set("SystemRoot", &root);
        }
        desk
    }

    /// A desk with these bytes as its record file.
    pub fn with_book(book: &[u8]) -> Self {
        let mut desk = Self::empty();
        desk.set("CHIBO_DB", "book.db");
        desk.write("book.db", book);
        desk
    }

    /// A desk with a copy of a record file that the first test to need it makes, for all of a test program.
    pub fn with_copy(of: &OnceLock<Vec<u8>>, make: impl FnOnce() -> Self) -> Self {
        Self::with_book(of.get_or_init(|| make().read("book.db")))
    }

    /// A desk with a record file just made.
    pub fn with_new_book() -> Self {
        Self::with_book_of("init")
    }

    /// A desk with the sample town: 5 committees, 27 cells, June 2017 to July 2018.
    pub fn with_sample() -> Self {
        static SAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
        Self::with_copy(&SAMPLE, || Self::with_book_of("demo"))
    }

    /// A desk with the record file that this command makes.
    fn with_book_of(line: &str) -> Self {
        let mut desk = Self::empty();
        desk.set("CHIBO_DB", "book.db");
        desk.ok(line);
        desk
    }

    /// A desk with a town of `tests/data`.
    pub fn with_town(name: &'static str) -> Self {
        static TOWNS: Mutex<BTreeMap<&str, Vec<u8>>> = Mutex::new(BTreeMap::new());
        let mut towns = TOWNS.lock().unwrap_or_else(PoisonError::into_inner);
        let book = towns.entry(name).or_insert_with(|| {
            let desk = Self::with_new_book();
            desk.lay_out(name);
            desk.says(&format!("import {name}"));
            desk.read("book.db")
        });
        Self::with_book(book)
    }

    /// A desk with a town written row by row.
    pub fn with_town_of(town: &Town) -> Self {
        let desk = Self::with_new_book();
        for (name, text) in town.files() {
            desk.write(&format!("town/{name}"), text);
        }
        desk.says("import town");
        desk
    }

    /// Puts a folder of `tests/data` on the desk.
    pub fn lay_out(&self, name: &str) {
        let data = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data")).join(name);
        for entry in std::fs::read_dir(&data).unwrap_or_else(|e| panic!("{name}: {e}")) {
            let file = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            let content = std::fs::read(data.join(&file)).expect("a file");
            self.write(&format!("{name}/{file}"), content);
        }
    }

    /// Sets a variable of the environment.
    pub fn set(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.variables.insert(name, value.to_owned());
        self
    }

    /// Takes a variable out of the environment.
    pub fn unset(&mut self, name: &'static str) -> &mut Self {
        self.variables.remove(name);
        self
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with its folders.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders are made");
        std::fs::write(path, content).expect("a file is written");
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// The record file as bytes; nothing if there is none.
    pub fn book(&self) -> Option<Vec<u8>> {
        std::fs::read(self.path("book.db")).ok()
    }

    /// The record file below chibo, without its rules, but with pages that chibo takes for its own.
    pub fn by_hand(&self, name: &str) -> rusqlite::Connection {
        chibo::store::by_hand(&self.path(name)).expect("a database")
    }

    /// The names of everything in the folder.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder");
        let name = |e: std::io::Result<std::fs::DirEntry>| e.expect("an entry").file_name();
        let mut names: Vec<String> =
            entries.map(|e| name(e).to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Name and bytes of each file in a folder and in those within it, by name.
    pub fn folder(&self, name: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(self.path(name)).expect("the folder") {
            let file = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            let place = format!("{name}/{file}");
            if self.path(&place).is_dir() {
                let inner = self.folder(&place).into_iter();
                files.extend(inner.map(|(inner, bytes)| (format!("{file}/{inner}"), bytes)));
            } else {
                files.push((file, self.read(&place)));
            }
        }
        files.sort();
        files
    }

    /// From now on chibo is called by somebody whom permissions stop: the superuser reads and writes everything.
    #[cfg(unix)]
    pub fn call_without_privileges(&mut self) {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        if std::fs::metadata(self.folder.path()).expect("the folder").uid() != 0 {
            return;
        }
        let give = |path: &std::path::Path| chown(path, Some(NOBODY), Some(NOBODY)).expect("given");
        give(self.folder.path());
        self.files().iter().for_each(|file| give(&self.path(file)));
        let room = tempfile::tempdir().expect("a temporary folder");
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(room.path(), open).expect("everybody may look in");
        let program = assert_cmd::cargo::cargo_bin!("chibo");
        std::fs::copy(program, room.path().join("chibo")).expect("a copy of the program");
        self.ordinary = Some(room);
    }

    #[cfg(unix)]
    fn program(&self) -> Command {
        use std::os::unix::process::CommandExt;
        match &self.ordinary {
            None => Command::new(assert_cmd::cargo::cargo_bin!("chibo")),
            Some(room) => {
                let mut command = Command::new(room.path().join("chibo"));
                command.uid(NOBODY).gid(NOBODY);
                command
            }
        }
    }

    #[cfg(not(unix))]
    fn program(&self) -> Command {
        Command::new(assert_cmd::cargo::cargo_bin!("chibo"))
    }

    /// The program with this environment, in this folder.
    pub fn command(&self) -> Command {
        let mut command = self.program();
        command.current_dir(self.folder.path()).env_clear().envs(&self.variables);
        command.stdin(Stdio::null());
        command
    }

    /// Calls chibo with these arguments.
    pub fn call<S: AsRef<std::ffi::OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Answer {
        let output = self.command().args(arguments).output().expect("chibo runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("chibo writes UTF-8");
        Answer {
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            status: output.status.code().unwrap_or(-1),
        }
    }

    /// Calls chibo with a line as it is typed, without the word `chibo`.
    pub fn run(&self, line: &str) -> Answer {
        self.call(words(line))
    }

    /// Calls chibo, which must do what it is asked; what it printed.
    pub fn ok(&self, line: &str) -> String {
        let answer = self.run(line);
        assert_eq!(answer.status, 0, "chibo {line}\n{}{}", answer.stdout, answer.stderr);
        answer.stdout
    }

    /// Calls a command that changes something; it prints nothing, and says this.
    pub fn says(&self, line: &str) -> String {
        let answer = self.run(line);
        assert_eq!(answer.status, 0, "chibo {line}\n{}", answer.stderr);
        assert_eq!(answer.stdout, "", "chibo {line}: a command that changes prints nothing");
        answer.stderr
    }

    /// Calls chibo, which must refuse with this exit status, print nothing and leave the record file as it
    /// was, byte for byte; what it said.
    pub fn refuses(&self, status: i32, line: &str) -> String {
        let before = self.book();
        let answer = self.run(line);
        assert_eq!(answer.status, status, "chibo {line}\n{}{}", answer.stdout, answer.stderr);
        assert_eq!(answer.stdout, "", "chibo {line}: a refusal prints nothing on stdout");
        assert!(!answer.stderr.is_empty(), "chibo {line}: a refusal says why");
        assert!(before == self.book(), "chibo {line}: the record file was changed");
        assert!(!self.path("book.db-journal").exists(), "chibo {line}: a journal stays behind");
        answer.stderr
    }

    /// Calls chibo and writes down what was typed and answered, for a snapshot.
    pub fn transcript(&self, lines: &[&str]) -> String {
        let mut text = String::new();
        for line in lines {
            let answer = self.run(line);
            text += &format!("$ chibo {line}\n{}", self.redacted(&answer.stdout));
            if !answer.stderr.is_empty() {
                text += &format!("--- stderr\n{}", self.redacted(&answer.stderr));
            }
            if answer.status != 0 {
                text += &format!("--- exit status {}\n", answer.status);
            }
            text += "\n";
        }
        text
    }

    /// A text without what differs from run to run: the folder and the time of recording.
    pub fn redacted(&self, text: &str) -> String {
        let folder = self.folder.path().display().to_string();
        let real = self.folder.path().canonicalize().unwrap_or_default().display().to_string();
        without_times(&text.replace(&real, "DESK").replace(&folder, "DESK"))
    }

    /// The coverage of one or more months as CSV.
    pub fn coverage(&self, period: &str) -> String {
        self.ok(&format!("report --period {period} --format csv"))
    }

    /// The row of one cell in one month: column → value.
    pub fn row(&self, cell: &str, period: &str) -> BTreeMap<String, String> {
        let csv = self.coverage(period);
        let mut lines = csv.lines();
        let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
        let line = lines
            .find(|line| line.split(',').nth(3) == Some(cell))
            .unwrap_or_else(|| panic!("{cell} has no row in {period}:\n{csv}"));
        header.iter().map(|key| (*key).to_owned()).zip(fields(line)).collect()
    }

    /// The status of one cell in one month.
    pub fn status(&self, cell: &str, period: &str) -> String {
        self.row(cell, period)["status"].clone()
    }
}

impl Answer {
    /// Both streams, one after the other.
    pub fn all(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

/// The words of a line as a shell would take it apart; double quotes hold words together.
pub fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            c => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// Times such as `2026-11-23 19:12:00`, `2026-11-23T19:12:00.125Z` or `23/11/2026 19:12:00`, replaced.
fn without_times(text: &str) -> String {
    let shapes = ["dddd-dd-dd?dd:dd:dd", "dd/dd/dddd dd:dd:dd"];
    let is = |shape: &str, at: &str| {
        at.len() >= shape.len()
            && shape.bytes().zip(at.bytes()).all(|(want, is)| match want {
                b'd' => is.is_ascii_digit(),
                b'?' => is == b' ' || is == b'T',
                other => other == is,
            })
    };
    let (mut out, mut at) = (String::new(), 0);
    while at < text.len() {
        if shapes.iter().any(|shape| is(shape, &text[at..])) {
            out += "TIME OF RECORDING  ";
            at += shapes[0].len();
        } else {
            let c = text[at..].chars().next().expect("a character");
            out.push(c);
            at += c.len_utf8();
        }
    }
    out
}

/// The lines of a text that hold this.
pub fn line_with<'a>(text: &'a str, part: &str) -> &'a str {
    text.lines()
        .find(|line| line.contains(part))
        .unwrap_or_else(|| panic!("no “{part}” in\n{text}"))
}
