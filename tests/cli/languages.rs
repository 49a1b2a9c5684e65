//! Vietnamese and English: which one is chosen, and that nothing of one is left in the other.

use crate::csv::csv_of;
use crate::desk::Desk;

/// Every command with a page of help.
const COMMANDS: [&str; 44] = [
    "",
    "demo",
    "init",
    "import",
    "committee",
    "committee add",
    "committee list",
    "committee show",
    "committee rename",
    "committee recode",
    "committee dissolve",
    "cell",
    "cell add",
    "cell list",
    "cell show",
    "cell rename",
    "cell recode",
    "cell move",
    "cell merge",
    "cell split",
    "cell dissolve",
    "official",
    "official add",
    "official erase",
    "official list",
    "official show",
    "official post",
    "official retire",
    "official recode",
    "assign",
    "unassign",
    "log-meeting",
    "meeting",
    "meeting list",
    "meeting show",
    "meeting amend",
    "meeting remove",
    "report",
    "undo",
    "history",
    "check",
    "backup",
    "restore",
    "config",
];

#[test]
fn the_help_of_every_command_is_in_both_languages() {
    let desk = Desk::empty();
    let mut pages = String::new();
    for command in COMMANDS {
        let english = desk.ok(&format!("{command} --help --lang en"));
        let vietnamese = desk.ok(&format!("{command} --help --lang vi"));
        assert!(english.contains("Usage: chibo") && english.contains("chibo help options"));
        assert!(vietnamese.contains("Cách dùng: chibo"), "{vietnamese}");
        assert!(vietnamese.contains("mọi lệnh: chibo help options"), "{vietnamese}");
        assert!(!english.contains("Cách dùng"), "{english}");
        for word in ENGLISH.iter().chain(&[
            "Usage",
            "Options",
            "Arguments",
            "Commands",
            "Print",
            "Examples",
        ]) {
            assert!(!has_word(&vietnamese, word), "{command}: “{word}” in\n{vietnamese}");
        }
        for page in [&english, &vietnamese] {
            // An example that is copied from the screen is to run: it stands in one line.
            let mut lines = page.lines().filter(|line| !line.starts_with("  chibo "));
            assert!(lines.all(|line| line.chars().count() <= 100), "{page}");
        }
        if ["", "assign", "report"].contains(&command) {
            pages += &format!("{vietnamese}\n");
        }
    }
    insta::assert_snapshot!(pages);
    assert!(desk.files().is_empty(), "help opens and makes nothing");
}

#[test]
fn help_lists_every_command() {
    let help = Desk::empty().ok("--help");
    for command in COMMANDS.iter().filter(|command| !command.is_empty() && !command.contains(' ')) {
        assert!(
            help.lines().any(|line| line.trim_start().starts_with(&format!("{command} "))),
            "{command}"
        );
    }
}

#[test]
fn the_language_is_that_of_the_option_else_the_variable_else_the_settings_else_the_system() {
    let mut desk = Desk::empty();
    let vietnamese = |desk: &Desk, line: &str| {
        let answer = desk.run(&format!("{line} report"));
        assert_eq!(answer.status, 4);
        answer.stderr.starts_with("Lỗi:")
    };
    desk.set("CHIBO_DB", "book.db").unset("CHIBO_LANG");
    assert!(!vietnamese(&desk, ""), "English where nothing is said");
    desk.set("LANG", "vi_VN.UTF-8");
    assert!(vietnamese(&desk, ""), "the system");
    desk.set("LANG", "fr_FR.UTF-8");
    assert!(!vietnamese(&desk, ""), "a language that chibo does not speak");
    desk.says("config lang vi");
    assert!(vietnamese(&desk, ""), "the settings");
    desk.set("LANG", "en_US.UTF-8");
    assert!(vietnamese(&desk, ""), "the settings before the system");
    desk.set("CHIBO_LANG", "en");
    assert!(!vietnamese(&desk, ""), "the variable before the settings");
    assert!(vietnamese(&desk, "--lang vi"), "the option before the variable");
    assert!(vietnamese(&desk, "--lang=VI"));
    desk.set("CHIBO_LANG", "");
    assert!(vietnamese(&desk, ""), "an empty variable says nothing");
}

#[test]
fn errors_of_the_command_line_are_in_the_language_asked_for_by_the_same_line() {
    let desk = Desk::empty();
    let said = desk.refuses(2, "report --perod 7/2018 --lang vi");
    assert_eq!(
        said,
        "Lỗi: Không có tùy chọn hay tham số “--perod” ở đây.\nGợi ý: Gần giống: --period\n"
    );
    let said = desk.refuses(2, "--lang vi frobnicate");
    assert!(said.starts_with("Lỗi: Không có lệnh “frobnicate”."), "{said}");
    let said = desk.refuses(2, "report --lang fr");
    assert!(said.contains("--lang: “fr” is not one of: vi, en"), "{said}");
}

/// Words of English sentences. Keys, codes and words of the commands are no sentences.
const ENGLISH: [&str; 30] = [
    "the", "The", "is", "are", "was", "of", "and", "with", "from", "than", "there", "There",
    "recorded", "Recorded", "Added", "Assigned", "Ended", "Amended", "Removed", "Undid",
    "Imported", "Changed", "Error", "Hint", "Nothing", "Missing", "needs", "result", "Members",
    "cells",
];

/// Whether a word stands in a text: not inside another, not as part of an option, key or file name.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || "-_./".contains(c);
        let before = text[..at].chars().next_back().is_some_and(part);
        let rest = &text[at + word.len()..];
        // A full stop ends a sentence, or begins the ending of a file name.
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        let after = rest.chars().next().is_some_and(part);
        !before && !after
    })
}

#[test]
fn nothing_that_is_said_in_vietnamese_has_english_sentence_words() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi").set("COLUMNS", "200");
    desk.write("faults/cells.csv", csv_of("code,name,committee,colour", &["X-1,,P9,red", "X-2;"]));
    desk.write(
        "faults/meetings.csv",
        csv_of("period,cell,held_on,visitors,total", &["2018-07,P3-06,31/02/2018,,x"]),
    );
    desk.write("faults/officials.xlsx", "PK\0");
    for line in [
        "demo --db sample.db",
        "--db new.db init",
        "where",
        "config",
        "config office \"Văn phòng Thị ủy\"",
        "committee add P9 \"Phường 9\"",
        "cell add P9-01 \"Khu phố 1\" --committee P9",
        "official add TP-09 \"Lê Văn Bình\"",
        "assign P9-01 TP-09 --from 1/7/2018",
        "assign P1-01 TUV-05 --from 1/6/2018 --until 1/9/2018 --replace",
        "assign P1-03 TUV-05 --from 1/6/2018",
        "assign --list",
        "unassign P1-02 --on 1/7/2018",
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned --score 50 --grade good --recommend \"Nạo vét\"",
        "log-meeting P3-06 --on 15/7/2018 --no-visitor",
        "meeting list --period 7/2018",
        "meeting show P3-06 --period 7/2018",
        "meeting amend P3-06 --period 7/2018 --not-held --reason holiday",
        "meeting remove P3-06 --period 7/2018 --reason \"Ghi nhầm\"",
        "official post P1 --on 1/8/2018 --title x",
        "official post TUV-01 --on 1/8/2018 --title \"Phó Bí thư\"",
        "official retire TUV-02 --on 8/8/2018",
        "official retire TUV-02 --on 8/8/2018 --yes",
        "committee rename P2 \"Phường Hai\" --on 1/8/2018",
        "committee recode P2 X2",
        "cell merge P3-01 P3-02 --into P3-01 --on 1/9/2018 --document 12-QĐ/TU",
        "cell merge P3-03 P3-04 --into \"P3-09=Khu phố 9\" --on 1/7/2018",
        "cell split HL-01 --into HL-01 \"HL-05=Thôn Mới\" --on 1/9/2018",
        "cell move HL-02 --to X2 --on 1/9/2018",
        "cell dissolve HL-03 --on 1/9/2018",
        "committee dissolve AD --on 1/9/2018",
        "committee dissolve AD --cells-to X2 --on 1/9/2018",
        "cell show P3-02",
        "undo",
        "undo --dry-run",
        "history",
        "report --period 7/2018",
        "report --period 8/2018",
        "report --period 2018-H1",
        "report --period 5/2017",
        "report composition",
        "report --period 9/2018",
        "import faults",
        "import --template forms",
        "import forms",
        "report --perod 1",
        "report --period",
        "cell",
        "cell show P1-99",
        "official show \"Lê Văn Thắng\"",
    ] {
        let answer = desk.run(line);
        let text = answer.all();
        for word in ENGLISH {
            assert!(!has_word(&text, word), "chibo {line}: “{word}” in\n{text}");
        }
        assert!(!text.is_empty());
    }
}

#[test]
fn dates_and_numbers_are_written_as_in_the_language() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "120");
    let english = desk.ok("report --period 7/2018 --lang en");
    assert!(
        english.contains(" 07-05 ")
            && english.contains("2018-08-08")
            && english.contains("92.6%")
            && !english.contains("05/07")
    );
    let vietnamese = desk.ok("report --period 7/2018 --lang vi");
    assert!(
        vietnamese.contains(" 05/07 ")
            && vietnamese.contains("08/08/2018")
            && vietnamese.contains("92,6%")
            && !vietnamese.contains("2018-07")
    );
}

#[test]
fn the_options_of_every_command_stand_on_a_page_of_their_own() {
    let desk = Desk::empty();
    for (lang, words) in [("vi", "Sổ cần dùng (CHIBO_DB)"), ("en", "The record file (CHIBO_DB)")]
    {
        let page = desk.ok(&format!("help options --lang {lang}"));
        assert!(page.contains("--db") && page.contains(words) && page.contains("--help"), "{page}");
        let page = desk.ok(&format!("assign --help --lang {lang}"));
        assert!(!page.contains("--db") && !page.contains("--actor"), "{page}");
    }
}

#[test]
fn pages_about_no_command_stand_beside_those_of_the_commands_in_both_languages() {
    let desk = Desk::empty();
    let help = desk.ok("help --help");
    for (page, known) in [
        ("options", "--actor"),
        ("periods", "\"6 tháng đầu năm 2018\""),
        ("formats", "xlsx      .xlsx"),
        ("errors", "cell-not-found"),
        ("environment", "CHIBO_TODAY"),
        ("exit", "70  "),
    ] {
        let [english, vietnamese] =
            ["en", "vi"].map(|lang| desk.ok(&format!("help {page} --lang {lang}")));
        assert_ne!(english, vietnamese);
        assert!(help.contains(page), "{help}");
        assert!(english.contains(known) && vietnamese.contains(known), "{page}: {english}");
    }
    assert!(desk.refuses(2, "help perods").contains("Nearest: periods"));
}

#[test]
fn help_tells_the_endings_of_files_that_each_format_has() {
    let desk = Desk::with_sample();
    let page = desk.ok("help formats");
    let mut tried = 0;
    for line in page.lines().skip(1) {
        let mut words = line.split_whitespace();
        let format = words.next().unwrap();
        for ending in words.map(|word| word.trim_end_matches(',')).filter(|w| w.starts_with('.')) {
            let file = format!("report{ending}");
            desk.says(&format!("report --period 7/2018 -o {file}"));
            desk.says(&format!("report --period 7/2018 --format {format} -o same"));
            assert!(desk.read(&file) == desk.read("same"), "{format} {ending}");
            tried += 1;
        }
    }
    assert!(tried > 3, "{page}");
}

#[test]
fn help_names_the_words_of_fixed_lists_as_the_reader_knows_them() {
    let desk = Desk::empty();
    let page = desk.ok("log-meeting --help --lang vi");
    for words in ["thường kỳ (regular)", "trùng lịch công tác (duty)", "tốt (good)"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let page = desk.ok("log-meeting --help --lang en");
    assert!(page.contains("regular, thematic, extraordinary, congress"), "{page}");
}
