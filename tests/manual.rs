//! The pages of the manual as `man` and mandoc read them, which must be installed: `cargo test --features office`.

#![cfg(feature = "office")]

mod common;

use std::process::Command;

use common::desk::Desk;

#[test]
fn man_and_mandoc_find_nothing_wrong_with_any_page() {
    let desk = Desk::empty();
    desk.says("man pages");
    for folder in ["pages/man1", "pages/vi/man1"] {
        let pages: Vec<String> =
            desk.folder(folder).into_iter().map(|(name, _)| format!("{folder}/{name}")).collect();
        let mut lint = Command::new("mandoc");
        lint.args(["-Tlint", "-Wwarning"]).args(&pages).current_dir(desk.path(""));
        let output = lint.output().expect("mandoc is installed");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
        let mut man = Command::new("man");
        man.args(["--warnings=all", "-E", "UTF-8", "-l"]).args(&pages).current_dir(desk.path(""));
        let output = man.env("LC_ALL", "C.UTF-8").output().expect("man is installed");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(shown.contains("chibo report --period 7/2018"), "{shown}");
    }
}
