//! Completion in zsh and fish, and long tables in less, which must be installed: `cargo test --features office`. Bash is
//! asked in `cli/completion.rs`.

#![cfg(all(unix, feature = "office"))]

mod common;

use std::process::Command;

use common::desk::Desk;

/// What a shell prints that runs a script on the desk.
fn run(desk: &Desk, shell: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(shell);
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let chibo = desk.command();
    command.envs(chibo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = command.args(arguments).current_dir(desk.path("")).output();
    let output = output.unwrap_or_else(|e| panic!("{shell} is installed: {e}"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn zsh_completes_what_is_typed_and_shows_names() {
    let desk = Desk::with_sample();
    desk.write("_chibo", desk.ok("completion zsh"));
    desk.write(
        "ask.zsh",
        "compdef() { print registered $2 }
         _describe() { local offered=$4; [[ $1 = -V ]] && offered=$3; print -l ${(P)offered} }
         source ./_chibo
         ask() { words=(\"$@\"); CURRENT=$#; _clap_dynamic_completer_chibo }
         ask chibo cell show P1-0
         ask chibo reopen 7/",
    );
    let printed = run(&desk, "zsh", &["-f", "ask.zsh"]);
    assert!(
        printed.starts_with("registered chibo\nP1-01:Khu phố 1\nP1-02:Khu phố 2\n"),
        "{printed}"
    );
    assert!(printed.ends_with("7/2018:2018-07\n7/2017:2017-07\n"), "{printed}");
}

#[test]
fn fish_completes_what_is_typed_and_shows_names() {
    let desk = Desk::with_sample();
    desk.write("chibo.fish", desk.ok("completion fish"));
    let script =
        "source chibo.fish; complete -C 'chibo cell show P1-0'; complete -C 'chibo reopen 7/'";
    let printed = run(&desk, "fish", &["--no-config", "-c", script]);
    assert!(printed.starts_with("P1-01\tKhu phố 1\nP1-02\tKhu phố 2\n"), "{printed}");
    assert!(printed.ends_with("7/2018\t2018-07\n7/2017\t2017-07\n"), "{printed}");
}

#[test]
fn less_shows_a_long_table_as_it_is_printed_and_leaves_a_short_one_on_the_screen() {
    use expectrl::{Eof, Expect, Session};
    let mut desk = Desk::with_sample();
    desk.unset("CHIBO_PAGER").unset("COLUMNS").set("TERM", "xterm").set("CHIBO_LANG", "vi");
    let called = |line: &str| {
        let mut command = desk.command();
        command.args(line.split(' ')).stdin(std::process::Stdio::inherit());
        let mut session = Session::spawn(command).expect("a pseudo-terminal");
        session.set_expect_timeout(Some(std::time::Duration::from_secs(60)));
        session
    };
    let mut session = called("report --period 7/2018");
    // In colour, in Vietnamese; a prompt, and more at the next screen.
    session.expect("CÁN BỘ DỰ SINH HOẠT").expect("the heading");
    session.expect("\u{1b}[").expect("colours");
    session.expect(":").expect("a prompt");
    session.send(" ").unwrap();
    session.expect("Nguyễn").expect("names");
    session.send("q").unwrap();
    session.expect(Eof).expect("the end");
    called("where").expect(Eof).expect("the end of what needs no pager");
}
