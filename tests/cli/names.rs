//! What a name or a text may hold: nothing that nobody sees, nothing that a spreadsheet left broken.

use crate::csv::csv_of;
use crate::desk::Desk;

/// Characters that show nothing, of every kind: marks of direction, joiners, fillers, selectors, what is not
/// assigned or of private use, and what looks like a blank.
const UNSEEN: &[char] = &[
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{17b4}',
    '\u{180b}',
    '\u{180e}',
    '\u{200b}',
    '\u{200d}',
    '\u{202e}',
    '\u{2060}',
    '\u{2065}',
    '\u{2800}',
    '\u{3164}',
    '\u{e000}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fff9}',
    '\u{fffc}',
    '\u{fffe}',
    '\u{ffff}',
    '\u{1d173}',
    '\u{e0041}',
    '\u{e0100}',
    '\u{10ffff}',
];

/// Every place of the command line where people write something, as a line with the text left out.
const PLACES: &[&str] = &[
    "committee add P4 \"{}\"",
    "committee rename P2 \"{}\" --on 1/8/2018",
    "cell add P1-77 \"{}\" --committee P1 --founded 1/8/2018",
    "cell rename P1-01 \"{}\" --on 1/8/2018",
    "cell rename P1-01 \"Khu phố Một\" --on 1/8/2018 --document \"{}\"",
    "cell split P1-03 --into P1-03 \"P1-77={}\" --on 20/7/2018",
    "official add TP-77 \"{}\"",
    "official add TP-77 \"Lê Văn Bính\" --title \"{}\"",
    "official add TP-77 \"Lê Văn Bính\" --organisation \"{}\"",
    "official post TUV-01 --on 1/8/2018 --title \"{}\"",
    "assign P1-01 TUV-05 --from 1/8/2018 --also --document \"{}\"",
    "assign P1-01 TUV-05 --from 1/8/2018 --also --issuer \"{}\"",
    "log-meeting P3-06 --on 15/7/2018 --no-visitor --recommend \"{}\"",
    "meeting amend P1-02 --period 7/2018 --note \"{}\"",
    "meeting amend P1-02 --period 7/2018 --theme \"{}\"",
    "meeting amend P1-02 --period 7/2018 --minutes-no \"{}\"",
    "meeting remove P1-02 --period 7/2018 --reason \"{}\"",
    "official erase TUV-05 --reason \"{}\"",
    "close 7/2018 --with-gaps --document \"{}\"",
    "config office \"{}\"",
    "config records_from 7/2017 --actor \"{}\"",
];

#[test]
fn what_nobody_sees_is_refused_wherever_people_write() {
    let desk = Desk::with_sample();
    for place in PLACES {
        for text in ["A\u{34f}B", "\u{3164}", "\u{300}", "Lê\u{feff}", "x\ty", "\u{10ffff}"] {
            let said = desk.refuses(2, &place.replace("{}", text));
            assert!(said.contains("cannot be seen (U+"), "{place} {text:?}: {said}");
        }
        let said = desk.refuses(2, &place.replace("{}", "Nguy\u{fffd}n"));
        assert!(said.contains("Letters were lost"), "{place}: {said}");
        let said = desk.refuses(2, &place.replace("{}", "#REF!"));
        assert!(said.contains("“#REF!” is an error of a spreadsheet"), "{place}: {said}");
    }
    for c in UNSEEN {
        for line in [format!("official add TP-77 \"Lê{c} Văn\""), format!("cell show \"P1{c}-01\"")]
        {
            let answer = desk.run(&line);
            let shown = format!("U+{:04X}", *c as u32);
            assert!(answer.status != 0 && answer.stderr.contains(&shown), "{line:?}: {answer:?}");
            assert!(!answer.stderr.contains(*c), "{line:?}: {answer:?}");
        }
    }
}

#[test]
fn a_message_shows_what_nobody_sees_by_its_number() {
    let desk = Desk::with_sample();
    for c in UNSEEN {
        let said = desk.refuses(1, &format!("cell show \"P1{c}-01\""));
        let shown = format!("There is no cell “P1<U+{:04X}>-01”", *c as u32);
        assert!(said.contains(&shown), "{said}");
        assert!(said.contains("Nearest: P1-01"), "{said}");
        desk.write("cells.csv", csv_of("code,name", &[format!("P1{c}-01,Khu phố 1")]));
        let said = desk.refuses(3, "import cells.csv --amend");
        // At the beginning of a file one of them is the mark of its encoding, but not here.
        assert!(said.contains(&shown["There is no cell ".len()..]), "{said}");
        assert!(!said.contains(*c), "{said}");
    }
}

#[test]
fn white_space_within_a_text_is_one_blank() {
    let desk = Desk::with_sample();
    desk.says("official add TP-77 \"Lê \u{a0} Văn\u{3000}Bính\" --title \" Phó   phòng \"");
    desk.write(
        "officials.csv",
        csv_of("code,full_name,title", &["TP-78,Trần   Thị\u{a0}Tám,Trưởng  ban"]),
    );
    desk.says("import officials.csv");
    let list = desk.ok("official list --format csv");
    assert!(list.contains("TP-77,Lê Văn Bính,Phó phòng,"), "{list}");
    assert!(list.contains("TP-78,Trần Thị Tám,Trưởng ban,"), "{list}");
    let said = desk.says("import officials.csv");
    assert!(said.starts_with("Nothing changes"), "{said}");
}

#[test]
fn a_name_of_marks_or_signs_alone_is_refused_with_its_place() {
    let desk = Desk::with_sample();
    for (name, said) in [
        ("\u{300}", "cannot be seen (U+0300)"),
        ("\u{fe0f}", "cannot be seen (U+FE0F)"),
        ("\u{34f}", "cannot be seen (U+034F)"),
        ("\u{345}", "cannot be seen (U+0345)"),
        ("–", "“–” has no letter or digit"),
        ("(…)", "“(…)” has no letter or digit"),
    ] {
        let refused = desk.refuses(2, &format!("official add TP-77 \"{name}\""));
        assert!(refused.contains(said), "{name:?}: {refused}");
        for (file, text) in [
            ("officials.csv", csv_of("code,full_name", &[format!("TP-77,{name}")])),
            ("committees.csv", csv_of("code,name,kind", &[format!("P7,{name},ward")])),
            (
                "cells.csv",
                csv_of("code,name,kind,committee", &[format!("P1-77,{name},village,P1")]),
            ),
            ("settings.csv", csv_of("key,value", &[format!("office,{name}")])),
        ] {
            desk.write(file, text);
            let refused = desk.refuses(3, &format!("import {file}"));
            assert!(refused.starts_with(&format!("{file}:2, column ")), "{refused}");
            assert!(refused.contains(said), "{name:?}: {refused}");
        }
    }
    // A text need not have a letter, but something that is seen.
    desk.says("meeting amend P1-02 --period 7/2018 --note –");
    desk.refuses(2, "meeting amend P1-02 --period 7/2018 --note \"\u{300}\u{301}\"");
}

#[test]
fn what_a_spreadsheet_left_broken_is_refused_with_its_place() {
    let desk = Desk::with_sample();
    for error in
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"]
    {
        for row in [format!("TP-77,{error},"), format!("TP-77,Lê Văn Bính,{error}")] {
            desk.write("officials.csv", csv_of("code,full_name,title", &["TP-76,Lê Tám,", &row]));
            let said = desk.refuses(3, "import officials.csv");
            assert!(said.starts_with("officials.csv:3, column "), "{said}");
            assert!(said.contains(&format!("“{error}” is an error of a spreadsheet")), "{said}");
            let said = desk.refuses(3, "import officials.csv --lang vi");
            assert!(said.contains("là giá trị báo lỗi của bảng tính"), "{said}");
        }
    }
    desk.write(
        "officials.csv",
        csv_of("code,full_name,title", &["TP-77,Nguy\u{fffd}n,", "TP-78,Lê,Th\u{fffd}"]),
    );
    let said = desk.refuses(3, "import officials.csv");
    assert_eq!(said.matches("Letters were lost").count(), 2, "{said}");
    // Within a text it may be what people mean.
    desk.says("meeting amend P1-02 --period 7/2018 --note \"Ô số liệu báo #N/A\"");
}
