//! What holds for every value: reading is the inverse of writing, orders are orders, nothing that is typed
//! or imported makes chibo fall over, and undo restores.

use chibo::domain::{
    Code, Date, DateInput, Moment, Name, Period, PeriodInput, PeriodSpan, PersonName, Remark,
    Score, fold, fold_name, is_unseen,
};
use proptest::prelude::*;

mod common;

use common::csv::csv_of;
use common::desk::Desk;

fn day() -> impl Strategy<Value = Date> {
    (0..62_455_i64).prop_map(|n| Date::first().plus_days(n))
}

fn month() -> impl Strategy<Value = Period> {
    (1930..=2100, 1..=12_u32).prop_map(|(year, month)| Period::new(year, month).unwrap())
}

fn code() -> impl Strategy<Value = Code> {
    "[A-Za-z0-9][A-Za-z0-9._-]{0,7}"
        .prop_filter_map("a reserved word", |text| Code::new(&text).ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_is_read_as_it_is_written(day in day()) {
        let (y, m, d) = (day.year(), day.month(), day.day());
        let forms = [day.to_string(), format!("{d}/{m}/{y}"), format!("{d:02}-{m:02}-{y}"), format!(" {d:02}/{m:02}/{y} ")];
        for form in forms {
            prop_assert_eq!(DateInput::read(&form), Ok(DateInput::Day(day)), "{}", form);
        }
        prop_assert_eq!(Date::from_iso(&day.to_string()), Some(day));
        prop_assert_eq!(day.next().previous(), day);
    }

    #[test]
    fn a_month_is_read_as_it_is_written(month in month()) {
        let (y, m) = (month.year(), month.month());
        for form in [month.to_string(), format!("{m}/{y}"), format!("T{m}/{y}"), format!("{m:02}/{y}"), format!("{y}-{m}")] {
            prop_assert_eq!(PeriodInput::read(&form), Ok(PeriodInput::Months(PeriodSpan::single(month))), "{}", form);
        }
        prop_assert_eq!(Period::from_iso(&month.to_string()), Some(month));
        prop_assert_eq!(Period::of(month.first_day()), month);
        prop_assert_eq!(Period::of(month.last_day()), month);
        prop_assert_eq!(month.next().previous(), month);
    }

    #[test]
    fn a_span_of_months_is_read_as_it_is_written(one in month(), other in month()) {
        let span = PeriodSpan { from: one.min(other), to: one.max(other) };
        prop_assert_eq!(PeriodInput::read(&span.to_string()), Ok(PeriodInput::Months(span)));
        prop_assert_eq!(span.months().count() as i32, (span.to.year() - span.from.year()) * 12 + span.to.month() as i32 - span.from.month() as i32 + 1);
    }

    #[test]
    fn a_score_is_read_as_it_is_written(tenths in 0..=1000_u16) {
        let score = Score::from_tenths(tenths).unwrap();
        prop_assert_eq!(Score::read(&score.to_string()), Ok(score));
        prop_assert_eq!(Score::read(&score.to_string().replace('.', ",")), Ok(score));
    }

    #[test]
    fn a_moment_is_read_as_it_is_written(day in day(), h in 0..24_u32, m in 0..60_u32, s in 0..60_u32, ms in 0..1000_u32) {
        let text = format!("{day}T{h:02}:{m:02}:{s:02}.{ms:03}Z");
        prop_assert_eq!(Moment::from_iso(&text).unwrap().to_string(), text);
    }

    #[test]
    fn the_order_of_codes_is_total_and_agrees_with_equality(a in code(), b in code(), c in code()) {
        use std::cmp::Ordering;
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        prop_assert_eq!(a == b, a.as_str().eq_ignore_ascii_case(b.as_str()));
        if a <= b && b <= c {
            prop_assert!(a <= c, "{a} {b} {c}");
        }
        let lower = Code::new(&a.as_str().to_lowercase()).unwrap();
        prop_assert_eq!(a.cmp(&lower), Ordering::Equal);
    }

    #[test]
    fn runs_of_digits_are_ordered_by_value(prefix in "[A-Z]{1,3}", one in 0..100_000_u32, other in 0..100_000_u32) {
        let code = |n: u32| Code::new(&format!("{prefix}-{n}")).unwrap();
        prop_assert_eq!(code(one).cmp(&code(other)), one.cmp(&other));
    }

    #[test]
    fn folding_what_is_folded_changes_nothing(text in "\\PC{0,40}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        let name = fold_name(&text);
        prop_assert_eq!(fold(&name), name);
    }

    #[test]
    fn a_name_folds_alike_in_both_normal_forms(text in "[a-zA-ZàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐƯƠ ]{0,30}") {
        use unicode_normalization::UnicodeNormalization;
        let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(fold_name(&composed), fold_name(&apart));
        prop_assert_eq!(fold_name(&text.to_uppercase()), fold_name(&text));
    }

    #[test]
    fn a_name_that_is_kept_stays_as_it_is_and_can_be_found(text in "[\\PC\u{300}-\u{36f} \u{a0}Đđ(),-]{0,20}") {
        if let Ok(name) = Name::new(&text) {
            prop_assert_eq!(Name::new(name.as_str()), Ok(name.clone()));
            prop_assert!(!name.as_str().chars().any(is_unseen));
            prop_assert!(!fold(name.as_str()).is_empty());
            prop_assert!(!fold_name(name.as_str()).is_empty());
            prop_assert!(PersonName::of(name.as_str()).is_in(name.as_str()));
        }
        if let Ok(Some(kept)) = Remark::new(&text) {
            prop_assert_eq!(Remark::new(kept.as_str()), Ok(Some(kept)));
        }
    }

    #[test]
    fn reading_what_anyone_types_never_panics(text in "\\PC{0,30}") {
        let _ = (DateInput::read(&text), PeriodInput::read(&text), Score::read(&text), Code::new(&text), Moment::from_iso(&text));
    }
}

/// Everything that programs are told of the record file.
fn told(desk: &Desk) -> String {
    let lines = [
        "report --period 2018-01..2018-08",
        "meeting list",
        "cell list --all",
        "official list --all",
        "assign --list --on 5/4/2018",
        "cell show C1",
        "cell show C2",
    ];
    lines.map(|line| desk.ok(&format!("{line} --format csv"))).concat()
}

/// A command that changes something; not every one is lawful where it stands.
fn change() -> impl Strategy<Value = String> {
    let cell = prop::sample::select(vec!["C1", "C2", "C3"]);
    let official = prop::sample::select(vec!["O1", "O2", "O3", "O4"]);
    let month = 1..=7_u32;
    let day = 1..=28_u32;
    prop_oneof![
        3 => (cell.clone(), official.clone(), day.clone(), month.clone(), prop::sample::select(vec!["", "--replace", "--also", "--amend"]))
            .prop_map(|(c, o, d, m, how)| format!("assign {c} {o} --from {d}/{m}/2018 {how}")),
        1 => (cell.clone(), official.clone(), month.clone())
            .prop_map(|(c, o, m)| format!("assign {c} {o} --from 1/{m}/2018 --until 1/{}/2018 --also", m + 1)),
        1 => (cell.clone(), official.clone(), day.clone(), month.clone())
            .prop_map(|(c, o, d, m)| format!("unassign {c} {o} --on {d}/{m}/2018")),
        3 => (cell.clone(), official.clone(), day.clone(), month.clone(), 0..30_u32)
            .prop_map(|(c, o, d, m, n)| format!("log-meeting {c} --on {d}/{m}/2018 --visitor {o} --total 30 --present {n} --recommend x")),
        1 => (cell.clone(), day.clone(), month.clone(), prop::sample::select(vec!["assigned", "none"]))
            .prop_map(|(c, d, m, who)| format!("log-meeting {c} --on {d}/{m}/2018 --visitor {who}")),
        1 => (cell.clone(), month.clone())
            .prop_map(|(c, m)| format!("log-meeting {c} --period {m}/2018 --not-held --reason holiday")),
        2 => (1..=3_u32, day.clone(), month.clone(), prop::sample::select(vec!["send", "answer", "resolve", "report-back"]))
            .prop_map(|(n, d, m, step)| {
                let to = if step == "send" { " --to UBND" } else { "" };
                format!("recommend {step} KN-2018-00{n}{to} --on {d}/{m}/2018")
            }),
        1 => (1..=3_u32, 1..=3_u32).prop_map(|(a, b)| format!("recommend same KN-2018-00{a} KN-2018-00{b}")),
        1 => (1..=3_u32, prop::sample::select(vec!["remove", "apart", "remove --step 1"])).prop_map(|(n, what)| {
            let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
            format!("recommend {verb} KN-2018-00{n} {rest}")
        }),
        2 => (cell.clone(), month.clone(), prop::sample::select(vec![
                "--no-visitor --reason duty", "--visitor assigned", "--visitor O1 --visitor O4", "--not-held --reason congress",
                "--clear counts", "--note y", "--on 20/4/2018 --visitor O4", "--new-period 8/2018",
            ])).prop_map(|(c, m, what)| format!("meeting amend {c} --period {m}/2018 {what}")),
        1 => (cell.clone(), month.clone()).prop_map(|(c, m)| format!("meeting remove {c} --period {m}/2018 --reason x")),
        1 => (0..3_u32).prop_map(|n| format!("cell add N{n} \"Thôn {n}\" --committee P1 --founded 1/{}/2018", n + 1)),
        1 => (0..3_u32).prop_map(|n| format!("official add M{n} \"Trần Thị {n}\"")),
        1 => Just("config records_from --unset".to_owned()),
        1 => month.clone().prop_map(|m| format!("config records_from {m}/2018")),
        1 => (official.clone(), day.clone(), 4..=9_u32)
            .prop_map(|(o, d, m)| format!("official retire {o} --on {d}/{m}/2018 --yes")),
        1 => (official, day.clone(), 1..=9_u32)
            .prop_map(|(o, d, m)| format!("official post {o} --on {d}/{m}/2018 --title y{d}")),
        1 => (cell.clone(), cell.clone(), day.clone(), 4..=9_u32, prop::sample::select(vec!["", "=Thôn"]))
            .prop_map(|(a, b, d, m, name)| format!("cell merge {a} {b} --into {a}{name} --on {d}/{m}/2018")),
        1 => (cell.clone(), cell.clone(), day.clone(), 4..=9_u32, 0..3_u32)
            .prop_map(|(a, b, d, m, n)| format!("cell merge {a} {b} --into N{n}=Thôn --on {d}/{m}/2018")),
        1 => (cell.clone(), day.clone(), 4..=9_u32, 0..3_u32, any::<bool>())
            .prop_map(|(c, d, m, n, stays)| format!("cell split {c} --into N{n}=Thôn {} --on {d}/{m}/2018", if stays { c } else { "N9=Xóm" })),
        1 => (cell, day, 4..=9_u32, prop::sample::select(vec!["dissolve", "move --to P1", "rename Thôn"]))
            .prop_map(|(c, d, m, what)| {
                let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
                format!("cell {verb} {c} {rest} --on {d}/{m}/2018")
            }),
        1 => Just("undo".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn undo_restores_step_by_step_down_to_the_new_book(changes in prop::collection::vec(change(), 1..14)) {
        let desk = Desk::with_town("small-town");
        let mut states = vec![told(&desk)];
        for line in &changes {
            let before = desk.read("book.db");
            let answer = desk.run(line);
            match answer.status {
                0 if line == "undo" => {
                    states.pop();
                    // The import of the town can be undone too; that is the last part of this test.
                    if states.is_empty() {
                        states.push(told_or_nothing(&desk));
                        desk.write("book.db", before);
                        states[0] = told(&desk);
                    }
                    prop_assert_eq!(states.last(), Some(&told(&desk)));
                }
                0 => states.push(told(&desk)),
                1 => prop_assert!(before == desk.read("book.db"), "chibo {} was refused", line),
                other => prop_assert!(false, "chibo {line} ended with {other}: {}", answer.stderr),
            }
        }
        while states.len() > 1 {
            prop_assert_eq!(states.pop(), Some(told(&desk)));
            desk.says("undo");
        }
        prop_assert_eq!(states.pop(), Some(told(&desk)));
        desk.says("undo");
        for list in ["committee", "cell", "official", "meeting"] {
            let all = if list == "meeting" { "" } else { "--all" };
            prop_assert_eq!(desk.ok(&format!("{list} list {all} --format csv")).lines().count(), 1, "{}", list);
        }
        desk.refuses(1, "undo");
    }
}

/// What is told where cells may be missing.
fn told_or_nothing(desk: &Desk) -> String {
    desk.ok("report --period 2018-01..2018-08 --format csv")
}

/// Bytes that look like a file of chibo more often than not.
fn file_bytes() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        Just("C1".to_owned()),
        Just("O1".to_owned()),
        Just("2018-07".to_owned()),
        Just("5/7/2018".to_owned()),
        Just("none".to_owned()),
        Just("O1;O4".to_owned()),
        Just("\"".to_owned()),
        Just(String::new()),
        "-?[0-9]{1,5}",
        "\\PC{0,12}",
    ];
    let header = prop::sample::select(vec![
        "period,cell,held_on,visitors,total,present,note",
        "code,name,kind,committee,founded,from",
        "cell,official,from,until",
        "code,full_name,title,active_from",
        "key,value",
        "from_cell,to_cell,on",
        "id,cell,period,text",
        "Kỳ;Chi bộ;Ngày sinh hoạt;Người dự",
    ]);
    let rows = prop::collection::vec(prop::collection::vec(cell, 0..9), 0..6);
    prop_oneof![
        3 => (header, rows).prop_map(|(header, rows)| {
            let rows: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
            csv_of(header, &rows).into_bytes()
        }),
        1 => prop::collection::vec(any::<u8>(), 0..400),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn importing_anything_never_falls_over_and_changes_the_book_only_if_it_says_so(
        bytes in file_bytes(),
        name in prop::sample::select(vec!["meetings.csv", "cells.csv", "officials.csv", "assignments.csv", "committees.csv", "categories.csv", "recommendations.csv", "successions.csv", "settings.csv", "other.csv"]),
    ) {
        let desk = Desk::with_town("small-town");
        desk.write(name, &bytes);
        let before = desk.read("book.db");
        let answer = desk.run(&format!("import {name}"));
        prop_assert!([0, 3].contains(&answer.status), "{}: {}", answer.status, answer.stderr);
        let changed = answer.stderr.contains("to take it back");
        prop_assert_eq!(before != desk.read("book.db"), changed, "{}", answer.stderr);
        if changed {
            desk.says("undo");
        }
    }

    #[test]
    fn no_command_line_is_a_defect(words in prop::collection::vec(word(), 0..9)) {
        let desk = Desk::with_town("small-town");
        let answer = desk.call(&words);
        prop_assert!([0, 1, 2, 3, 4, 5].contains(&answer.status), "{words:?}: {} {}", answer.status, answer.stderr);
        if answer.status == 2 {
            prop_assert!(!answer.stderr.is_empty());
        }
    }
}

/// A word of a command line, sensible or not.
fn word() -> impl Strategy<Value = String> {
    let known = vec![
        "assign",
        "unassign",
        "log-meeting",
        "meeting",
        "show",
        "list",
        "add",
        "amend",
        "remove",
        "report",
        "composition",
        "cell",
        "official",
        "committee",
        "undo",
        "history",
        "config",
        "where",
        "import",
        "C1",
        "O1",
        "P1",
        "assigned",
        "none",
        "today",
        "7/2018",
        "2018-H1",
        "5/7/2018",
        "--from",
        "--until",
        "--on",
        "--period",
        "--visitor",
        "--no-visitor",
        "--not-held",
        "--reason",
        "duty",
        "holiday",
        "--total",
        "--present",
        "25",
        "--replace",
        "--also",
        "--amend",
        "--list",
        "--format",
        "csv",
        "json",
        "--check",
        "--dry-run",
        "--lang",
        "vi",
        "--today",
        "--committee",
        "--cell",
        "--kind",
        "thematic",
        "--clear",
        "note",
        "--note",
        "--help",
        "--as-of",
        "--excel",
        "--",
        "-o",
        "out.csv",
    ];
    prop_oneof![
        9 => prop::sample::select(known).prop_map(str::to_owned),
        1 => "[^\\x00]{0,12}",
    ]
}
