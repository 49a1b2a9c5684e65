//! Completion: what a shell offers while a command is typed. Bash is really asked; zsh and fish are where they must be
//! installed (`tests/office.rs`).

use crate::desk::Desk;

/// What chibo offers for a line of which the last word is being typed, a word and its meaning a line.
fn offered(desk: &Desk, line: &[&str]) -> String {
    let mut command = desk.command();
    command.env("CHIBO_COMPLETE", "fish").args(["--", "chibo"]).args(line);
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{line:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The words alone.
fn words(desk: &Desk, line: &[&str]) -> Vec<String> {
    let word = |line: &str| line.split('\t').next().unwrap_or_default().to_owned();
    offered(desk, line).lines().map(word).collect()
}

#[test]
fn commands_options_and_fixed_words_are_offered_with_what_they_mean() {
    let mut desk = Desk::with_sample();
    assert_eq!(words(&desk, &["rep"]), ["report"]);
    assert_eq!(words(&desk, &["report", "--off"]), ["--official"]);
    assert_eq!(words(&desk, &["report", "sch"]), ["schedule"]);
    assert_eq!(words(&desk, &["report", "--format", "x"]), ["xlsx"]);
    assert_eq!(words(&desk, &["report", "--la"]), ["--lang"]);
    assert_eq!(words(&desk, &["log-meeting", "P1-01", "--grade", "g"]), ["good"]);
    assert_eq!(words(&desk, &["log-meeting", "P1-01", "--visitor", "as"]), ["assigned"]);
    assert_eq!(words(&desk, &["help", "per"]), ["periods"]);
    assert!(offered(&desk, &["log-meeting", "--grade", "g"]).contains("good\tGood"));
    desk.set("CHIBO_LANG", "vi");
    assert!(offered(&desk, &["log-meeting", "--grade", "g"]).contains("good\tTốt"));
    assert!(offered(&desk, &["log-meeting", "--lang", "en", "--grade", "g"]).contains("\tGood"));
}

#[test]
fn codes_are_offered_with_names_and_months_newest_first() {
    let desk = Desk::with_sample();
    let cells = offered(&desk, &["cell", "show", "P1-0"]);
    assert!(cells.starts_with("P1-01\tKhu phố 1\nP1-02\tKhu phố 2\n"), "{cells}");
    // In capitals or not.
    assert_eq!(words(&desk, &["cell", "show", "p1-01"]), ["P1-01"]);
    assert!(offered(&desk, &["assign", "P1-01", "TUV-01"]).contains("\tTrương Đình Thưởng"));
    assert!(offered(&desk, &["report", "--committee", "P"]).contains("P2\tPhường 2"));
    let both = words(&desk, &["brief", ""]);
    assert!(both.contains(&"P1-01".into()) && both.contains(&"TUV-01".into()), "{both:?}");
    assert!(words(&desk, &["recommend", "show", "KN-2018-"]).len() > 20);
    // Who has left comes last.
    assert_eq!(words(&desk, &["official", "show", "TUV-1"]).last().unwrap(), "TUV-14");
    let months = words(&desk, &["report", "--period", ""]);
    assert_eq!(months[..2], ["8/2018", "7/2018"]);
    assert!(months.contains(&"6/2017".into()) && months.contains(&"last".into()), "{months:?}");
    assert!(!months.contains(&"2018-07".into()), "{months:?}");
    assert_eq!(words(&desk, &["report", "--period", "2018-07"]), ["2018-07"]);
}

#[test]
fn the_record_file_is_the_one_that_the_command_would_use() {
    let mut desk = Desk::with_sample();
    desk.write("other.db", desk.read("book.db"));
    desk.set("CHIBO_DB", "absent.db");
    assert!(words(&desk, &["cell", "show", "P1-01"]).is_empty());
    assert_eq!(words(&desk, &["--db", "other.db", "cell", "show", "P1-01"]), ["P1-01"]);
    assert_eq!(words(&desk, &["cell", "show", "--db=other.db", "P1-01"]), ["P1-01"]);
}

#[test]
fn every_argument_whose_value_stands_in_the_record_file_is_offered_some() {
    let desk = Desk::with_sample();
    for line in [
        "unassign",
        "cell rename",
        "cell move",
        "cell merge",
        "cell split",
        "cell dissolve",
        "cell recode",
        "committee show",
        "committee dissolve",
        "official post",
        "official retire",
        "official erase",
        "duty add",
        "meeting show",
        "meeting plan",
        "meeting amend",
        "log-inspection",
        "report --cell",
        "close",
        "reopen",
        "sheet make",
        "gaps note",
        "recommend same",
        "bulletin list --period",
        "calendar --official",
    ] {
        let line: Vec<&str> = line.split(' ').chain([""]).collect();
        let first = words(&desk, &line).first().cloned().unwrap_or_default();
        assert!(
            first.contains(|c: char| c.is_ascii_digit()) || line[0] == "committee",
            "{line:?}: {first}"
        );
        assert!(!first.is_empty() && !first.starts_with('-'), "{line:?}: {first}");
    }
}

#[test]
fn whatever_is_wrong_nothing_is_said_made_or_waited_for() {
    let desk = Desk::with_sample();
    let wanted = ["cell", "show", "P1-01"];
    let files = desk.files();
    // Another program holds the file.
    let held = desk.by_hand("book.db");
    held.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(words(&desk, &wanted), ["P1-01"]);
    drop(held);
    assert_eq!(desk.files(), files);
    // One that is being written to, or was left half written, is not looked at.
    desk.write("book.db-journal", "x");
    assert!(words(&desk, &wanted).is_empty());
    std::fs::remove_file(desk.path("book.db-journal")).unwrap();
    // No record file at all, or a broken one.
    let mut broken = desk.read("book.db");
    let at = broken.len() / 2;
    broken[4096..at].fill(7);
    for bytes in [&broken[..], b"", b"not a database"] {
        desk.write("book.db", bytes);
        assert!(words(&desk, &wanted).is_empty());
        assert!(desk.read("book.db") == bytes);
    }
    std::fs::remove_file(desk.path("book.db")).unwrap();
    assert!(words(&desk, &wanted).is_empty());
    assert_eq!(words(&desk, &["rep"]), ["report"]);
    assert!(!desk.path("book.db").exists());
    // A line that makes no sense, settings that cannot be read, a shell that there is not.
    assert!(words(&desk, &["reprot", "--nothing", "\u{1b}[2J"]).is_empty());
    let mut command = desk.command();
    let output = command.env("CHIBO_COMPLETE", "tcsh").args(["--", "chibo", "r"]).output().unwrap();
    assert_eq!((output.status.code(), output.stdout, output.stderr), (Some(0), vec![], vec![]));
}

#[test]
fn a_record_file_of_any_name_is_found() {
    let mut desk = Desk::with_sample();
    for name in ["sổ %41 của tôi?.db", "a#b.db", "a&b=c.db"] {
        let name = if cfg!(windows) { name.replace('?', "") } else { name.to_owned() };
        desk.write(&name, desk.read("book.db"));
        desk.set("CHIBO_DB", &name);
        assert_eq!(words(&desk, &["cell", "show", "P1-01"]), ["P1-01"], "{name}");
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_what_is_typed() {
    let desk = Desk::with_sample();
    desk.write("complete.sh", desk.ok("completion bash"));
    desk.write(
        "ask.sh",
        "source complete.sh
         ask() {
             COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1)) COMP_TYPE=9
             _clap_complete_chibo chibo \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD - 1]}\"
             echo \"${COMPREPLY[@]}\"
         }
         complete -p chibo | grep -c _clap_complete_chibo
         ask chibo cell show P1-
         ask chibo reopen 7/
         ask chibo assign P1-01 tuv-03
         ask chibo nothing of the kind",
    );
    let mut bash = std::process::Command::new("bash");
    let command = desk.command();
    bash.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = bash.current_dir(desk.path("")).args(["--norc", "ask.sh"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "1\nP1-01 P1-02 P1-03 P1-04 P1-05 P1-06 P1-07\n7/2018 7/2017\nTUV-03\n\n"
    );
}

#[test]
fn each_shell_has_its_script() {
    let desk = Desk::empty();
    for (shell, words) in [
        ("bash", ["complete -o nospace", "CHIBO_COMPLETE=\"bash\""]),
        ("zsh", ["#compdef chibo", "CHIBO_COMPLETE=\"zsh\""]),
        ("fish", ["complete --keep-order", "CHIBO_COMPLETE=fish"]),
        (
            "powershell",
            [
                "Register-ArgumentCompleter -Native -CommandName chibo",
                "$env:CHIBO_COMPLETE = 'powershell'",
            ],
        ),
        ("pwsh", ["[System.Text.Encoding]::UTF8", "-- @words"]),
    ] {
        let script = desk.ok(&format!("completion {shell}"));
        for word in words {
            assert!(script.contains(word), "{shell}: {word}\n{script}");
        }
        assert!(!script.contains("PROGRAM") && !script.contains("VARIABLE"), "{script}");
    }
    // Windows PowerShell cannot give an empty word: two quotes stand for it.
    let answer = words(&Desk::with_sample(), &["committee", "show", "\"\""]);
    assert!(answer.contains(&"P1".into()), "{answer:?}");
}
