//! The pages for `man`. That `man` and mandoc find nothing wrong with them is tested where these are (`tests/manual.rs`).

use crate::desk::Desk;

#[test]
fn every_command_has_a_page_in_both_languages() {
    let desk = Desk::empty();
    let said = desk.says("man pages");
    let (english, vietnamese) = (desk.folder("pages/man1"), desk.folder("pages/vi/man1"));
    let names: Vec<&String> = english.iter().map(|(name, _)| name).collect();
    assert!(names.iter().eq(vietnamese.iter().map(|(name, _)| name).collect::<Vec<_>>().iter()));
    assert!(said.starts_with(&format!("Wrote {} pages", names.len() * 2)), "{said}");
    // Every command that help lists, and every one below it.
    let mut wanted = vec!["chibo.1".to_owned()];
    let mut below = vec![String::new()];
    while let Some(path) = below.pop() {
        let help = desk.ok(&format!("{path} --help"));
        let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
        let listed = listed.take_while(|line| line.starts_with("  "));
        for name in listed.filter_map(|line| line[2..].split(' ').next().filter(|n| !n.is_empty()))
        {
            let path = format!("{path} {name}").trim().to_owned();
            wanted.push(format!("chibo-{}.1", path.replace(' ', "-")));
            below.push(path);
        }
    }
    wanted.sort();
    assert_eq!(names, wanted.iter().collect::<Vec<_>>());
}

#[test]
fn a_page_says_what_help_says_in_one_language_with_examples_that_can_be_copied() {
    let desk = Desk::empty();
    desk.says("man pages");
    let page = |folder: &str, name: &str| {
        String::from_utf8(desk.read(&format!("pages/{folder}/{name}.1"))).unwrap()
    };
    let vietnamese = page("vi/man1", "chibo-assign");
    for words in ["Phân công cán bộ dự sinh hoạt một chi bộ", ".SH \"TÊN\"", "Ngày bắt đầu"]
    {
        assert!(vietnamese.contains(words), "{words}\n{vietnamese}");
    }
    for english in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXTRA", "SUBCOMMANDS", "\u{a0}"]
    {
        assert!(!vietnamese.contains(english), "{english}\n{vietnamese}");
        assert!(!page("vi/man1", "chibo").contains(english), "{english}");
    }
    let english = page("man1", "chibo-assign");
    let example = "chibo assign P1\\-02 TUV\\-05 \\-\\-from 15/3/2018 \\-\\-replace\n";
    assert!(english.contains(example) && english.contains(".SH \"NAME\""), "{english}");
    // The options of every command stand on the first page alone.
    assert!(page("man1", "chibo").contains("\\-\\-error\\-format"));
    assert!(!english.contains("\\-\\-error\\-format"), "{english}");
}
