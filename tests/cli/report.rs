//! Coverage of a month and of several, composition, and every format in which they are written.

use std::io::Read;
use std::process::Stdio;

use crate::csv::{csv_of, fields};
use crate::desk::Desk;

const HEADER: &str = "period,committee,committee_name,cell,cell_name,assigned,assigned_names,held_on,visitors,visitor_names,status,reason,total,expected,present,grade,recommendations,late,note,self_score,confirmed_score,missed,organisations";

#[test]
fn the_month_fits_80_columns_in_vietnamese() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "80");
    let text = desk.transcript(&["report --period 7/2018 --lang vi"]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn the_month_fits_80_columns_in_english() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "80");
    let text = desk.transcript(&["report --period 7/2018"]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn what_a_narrow_screen_leaves_out_is_named_under_the_table() {
    let mut desk = Desk::with_sample();
    for (lang, none, labels) in [
        ("vi", "Không đủ chỗ cho cột: ", ["Chức vụ", "Tỷ lệ"]),
        ("en", "No room for: ", ["Title", "Rate"]),
    ] {
        desk.set("CHIBO_LANG", lang);
        for (width, there) in
            [("80", [false, false]), ("120", [false, true]), ("160", [true, true])]
        {
            desk.set("COLUMNS", width);
            let text = desk.ok("report --period 7/2018");
            let (above, under) = text.split_once(none).unwrap_or((&text, ""));
            for (label, there) in labels.iter().zip(there) {
                assert_eq!(above.contains(label), there, "{label} at {width}:\n{text}");
                assert_eq!(under.contains(label), !there, "{label} at {width}:\n{text}");
            }
            let most = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            assert!(most <= width.parse().unwrap(), "{most} > {width}\n{text}");
        }
    }
    // What is not a terminal and says nothing of its width gets every column.
    desk.unset("COLUMNS");
    assert!(desk.ok("report --period 7/2018 --committee P1").contains("Title"));
}

#[test]
fn several_months_are_a_grid() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "120");
    insta::assert_snapshot!(desk.transcript(&[
        "report --period 2018-H1 --committee P3",
        "report --period 2018-H1 --committee P3 --lang vi"
    ]));
}

#[test]
fn the_figures_of_the_month_are_those_of_the_sample() {
    let desk = Desk::with_sample();
    let json: serde_json::Value =
        serde_json::from_str(&desk.ok("report --period 7/2018 --format json")).unwrap();
    assert_eq!((&json["schema"], &json["kind"]), (&1.into(), &"coverage".into()));
    assert_eq!(
        (&json["period_from"], &json["period_to"], &json["today"]),
        (&"2018-07".into(), &"2018-07".into(), &"2018-08-08".into())
    );
    assert_eq!(json["sample"], "yes");
    assert_eq!(json["rows"].as_array().unwrap().len(), 27);
    let figure = |name: &str| {
        (
            json["figures"][name]["k"].as_u64().unwrap(),
            json["figures"][name]["n"].as_u64().unwrap(),
            json["figures"][name]["percent"].as_f64().unwrap(),
        )
    };
    assert_eq!(figure("assigned"), (27, 27, 100.0));
    assert_eq!(figure("reported"), (26, 27, 96.3));
    assert_eq!(figure("held"), (26, 27, 96.3));
    assert_eq!(figure("covered"), (24, 27, 88.9));
    assert_eq!(figure("covered_of_held"), (24, 26, 92.3));
    assert_eq!(figure("visited"), (25, 27, 92.6));
    let groups = json["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 5);
    let covered: u64 = groups.iter().map(|g| g["figures"]["covered"]["k"].as_u64().unwrap()).sum();
    assert_eq!(covered, 24, "the committees add up");
    let row = &json["rows"][9];
    assert_eq!(
        (&row["cell"], &row["total"], &row["late"]),
        (&"P1-02".into(), &26.into(), &serde_json::Value::Null)
    );
}

#[test]
fn the_csv_has_one_line_a_due_cell_in_order_and_no_totals() {
    let desk = Desk::with_sample();
    let csv = desk.coverage("7/2018");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], HEADER);
    assert_eq!(lines.len(), 28);
    assert!(csv.ends_with('\n') && !csv.contains('\r') && !csv.starts_with('\u{feff}'));
    assert!(lines.contains(&"2018-07,P1,Phường 1,P1-02,Khu phố 2,TUV-06,Lê Văn Thắng,2018-07-03,LDB-08,Lý Đăng Khoa,substituted,duty,26,21,18,fair,0,,Trùng kỳ họp HĐND thị xã,85,82.5,TUV-06,Ban Tuyên giáo Thị ủy"));
    assert!(lines.contains(&"2018-07,HL,Xã Hải Lệ,HL-01,Thôn Tân Phước,TUV-03,Hoàng Kim Bửu,2018-07-05,TUV-03,Hoàng Kim Bửu,attended,,38,,27,good,0,,,92.1,92.1,,UBND thị xã"));
    assert!(
        lines.contains(
            &"2018-07,P3,Phường 3,P3-06,Khu phố 6,LDB-04,Đỗ Minh Quyền,,,,missing,,,,,,,,,,,,Ủy ban Kiểm tra Thị ủy"
        )
    );
    assert!(csv.contains("\"Mất điện giữa buổi, kết thúc sớm\""), "a comma is quoted");
    let cells: Vec<String> = lines[1..].iter().map(|line| fields(line)[3].clone()).collect();
    let mut sorted = cells.clone();
    sorted.sort();
    assert_eq!(cells, sorted);
    // Two visitors are joined: codes with a semicolon, names with a semicolon and a blank.
    let row = desk.row("P3-02", "11/2017");
    assert_eq!(
        (row["assigned"].as_str(), row["assigned_names"].as_str()),
        ("TUV-09;UBKT-01", "Đặng Hữu Nghĩa; Nguyễn Đăng Tường")
    );
}

#[test]
fn the_csv_of_several_months_is_that_of_each_month_in_turn() {
    let desk = Desk::with_sample();
    let body = |period: &str| {
        desk.coverage(period).lines().skip(1).map(|l| format!("{l}\n")).collect::<String>()
    };
    let months: String = (1..=6).map(|month| body(&format!("{month}/2018"))).collect();
    assert_eq!(body("2018-H1"), months);
}

#[test]
fn excel_gets_a_byte_order_mark_semicolons_crlf_and_words() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P3-01 --period 7/2018 --note \"=1+1\"");
    let csv = desk.ok("report --period 7/2018 --committee P3 --excel --lang vi");
    assert!(csv.starts_with("\u{feff}Tháng;"), "{csv}");
    assert!(csv.ends_with("\r\n") && csv.matches('\n').count() == csv.matches("\r\n").count());
    assert_eq!(csv.lines().count(), 7);
    let line = csv.lines().find(|line| line.contains("P3-01")).unwrap();
    assert!(line.starts_with("T7/2018;P3;Phường 3;P3-01;Khu phố 1;"), "{line}");
    assert!(
        line.contains(";04/07/2018;") && line.contains(";Đã dự;") && line.contains(";Khá;"),
        "{line}"
    );
    assert!(line.contains(";'=1+1;"), "no formula: {line}");
    desk.ok("report --period 7/2018 --excel -o month.csv");
    assert!(desk.read("month.csv").starts_with(&[0xef, 0xbb, 0xbf]));
}

#[test]
fn output_goes_to_a_file_whose_ending_says_the_format() {
    let desk = Desk::with_sample();
    for (name, line) in [
        ("month.csv", "--format csv"),
        ("month.json", "--format json"),
        ("month.txt", "--format table"),
    ] {
        let answer = desk.run(&format!("report --period 7/2018 -o {name}"));
        assert_eq!((answer.status, answer.stdout.as_str()), (0, ""));
        assert_eq!(answer.stderr, format!("Written to {name}\n"));
        assert_eq!(
            desk.read(name),
            desk.ok(&format!("report --period 7/2018 {line}")).as_bytes(),
            "{name}"
        );
    }
    desk.refuses(2, "report --period 7/2018 -o month.xyz");
    desk.refuses(2, "report --period 7/2018 -o month");
    desk.ok("report --period 7/2018 -o month --format csv");
    desk.refuses(1, "report --period 7/2018 -o deep/folder/month.CSV");
    std::fs::create_dir(desk.path("deep")).unwrap();
    desk.ok("report --period 7/2018 -o deep/month.CSV");
    // A file that was there is replaced as a whole; a refused report leaves it.
    desk.refuses(1, "report --period 9/2018 -o month.csv");
    assert_eq!(desk.read("month.csv"), desk.coverage("7/2018").as_bytes());
    assert_eq!(desk.files(), ["book.db", "deep", "month", "month.csv", "month.json", "month.txt"]);
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let desk = Desk::with_sample();
    for line in [
        "meeting list --format csv",
        "report --period 2017-06..2018-07 --format json",
        "report --period 7/2018",
    ] {
        let mut command = desk.command();
        command.args(crate::desk::words(line)).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut start = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut start).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (output.status.code(), output.stderr.len()),
            (Some(0), 0),
            "chibo {line} | head"
        );
    }
}

#[test]
fn check_ends_with_5_where_there_is_a_gap() {
    let desk = Desk::with_sample();
    for (line, status) in [
        ("report --period 7/2018 --check", 5),
        ("report --period 7/2018 --committee P2 --check", 0),
        ("report --period 7/2018 --cell P1-02 --check", 5),
        ("report --period 5/2018 --check", 0),
        ("report --period 2018-H1 --check --format csv", 5),
        ("report --period 8/2018 --check", 0),
        ("report --period 7/2018", 0),
    ] {
        let answer = desk.run(line);
        assert_eq!(answer.status, status, "chibo {line}");
        assert!(
            !answer.stdout.is_empty() && answer.stderr.is_empty(),
            "the report is printed all the same"
        );
    }
}

#[test]
fn a_report_is_limited_to_a_committee_or_a_cell() {
    let desk = Desk::with_sample();
    let cells = |line: &str| -> Vec<String> {
        let csv = desk.ok(&format!("report --period 7/2018 {line} --format csv"));
        csv.lines().skip(1).map(|line| fields(line)[3].clone()).collect()
    };
    assert_eq!(cells("--committee \"xã hải lệ\""), ["HL-01", "HL-02", "HL-03", "HL-04"]);
    assert_eq!(cells("--cell \"Khu phố 2, Phường 1\""), ["P1-02"]);
    assert_eq!(cells("--committee P1 --cell P1-02"), ["P1-02"]);
    desk.refuses(1, "report --period 7/2018 --committee P2 --cell P1-02");
    desk.refuses(1, "report --period 7/2018 --cell \"Khu phố 2\"");
    let text = desk.ok("report --period 7/2018 --cell P1-02");
    assert!(
        text.contains("Limited to: P1-02 Khu phố 2")
            && text.contains("Assigned visitor came  0/1    0%"),
        "{text}"
    );
}

#[test]
fn the_period_is_the_last_complete_month_if_left_out() {
    let desk = Desk::with_sample();
    let heading = |line: &str| desk.ok(line).lines().take(2).collect::<String>() + " ";
    assert!(heading("report").contains("JULY 2018 "));
    assert!(heading("report --today 31/7/2018").contains("JUNE 2018 "));
    assert!(heading("report --period this").contains("AUGUST 2018 "));
    assert!(heading("report coverage --period 2018-Q2").contains("Q2 2018 "));
    assert!(
        heading("report --period 2018").contains("JANUARY 2018 – AUGUST 2018 "),
        "months to come are left out"
    );
}

#[test]
fn a_month_that_is_not_over_is_pending_and_one_to_come_is_refused() {
    let desk = Desk::with_sample();
    assert_eq!(desk.status("P1-01", "8/2018"), "pending");
    for (today, status) in [("31/7/2018", "pending"), ("1/8/2018", "missing")] {
        let csv =
            desk.ok(&format!("report --period 7/2018 --cell P3-06 --format csv --today {today}"));
        assert_eq!(fields(csv.lines().nth(1).unwrap())[10], status, "on {today}");
    }
    desk.refuses(1, "report --period 9/2018");
    desk.ok("report --period 9/2018 --today 1/9/2018");
    desk.ok("report --period 2018-07..2018-12");
}

#[test]
fn as_of_shows_what_was_over_by_that_day() {
    let mut desk = Desk::with_sample();
    desk.unset("CHIBO_TODAY");
    // P3-03 met on 29 June, P1-03 on 2 July, P1-02 on 3 July.
    let csv = desk.ok("report --period 7/2018 --as-of 2/7/2018 --format csv");
    let status = |cell: &str| csv.lines().map(fields).find(|f| f[3] == cell).unwrap()[10].clone();
    assert_eq!(
        [status("P3-03"), status("P1-03"), status("P1-02")],
        ["attended", "attended", "pending"]
    );
}

#[test]
fn months_before_the_records_have_no_rows_and_the_report_says_so() {
    let desk = Desk::with_sample();
    let text = desk.ok("report --period 5/2017");
    assert!(text.contains("Reports begin with 2017-06; earlier months are not counted."), "{text}");
    assert_eq!(desk.coverage("5/2017"), format!("{HEADER}\n"));
    assert_eq!(desk.coverage("2017-01..2017-06").lines().count(), 28);
}

#[test]
fn composition_counts_distinct_officials_by_category() {
    let desk = Desk::with_sample();
    let counts = |line: &str| -> Vec<(String, u64)> {
        let csv = desk.ok(&format!("report composition {line} --format csv"));
        csv.lines().skip(1).map(fields).map(|f| (f[0].clone(), f[3].parse().unwrap())).collect()
    };
    let of = |k: &str, n: u64| (k.to_owned(), n);
    let split = [
        of("committee-member", 18),
        of("board-leader", 7),
        of("inspection-member", 0),
        of("department-head", 2),
    ];
    assert_eq!(counts("--as-of 31/7/2018"), split);
    assert_eq!(counts("--period 7/2018"), split);
    assert_eq!(counts(""), split);
    // The one of the inspection commission was assigned from September 2017 to January 2018.
    assert_eq!(counts("--as-of 31/1/2018")[2].1, 1);
    assert_eq!(counts("--as-of 1/2/2018")[2].1, 0);
    // One more assignment of an assigned official counts nobody twice.
    desk.says("assign P1-01 TUV-05 --from 1/7/2018 --also");
    assert_eq!(counts("--as-of 31/7/2018"), split);
    desk.says("official add TP-09 \"Lê Văn Bình\"");
    desk.says("assign P1-01 TP-09 --from 1/7/2018 --also");
    assert!(counts("--as-of 31/7/2018").contains(&of("", 1)), "without a category");
    insta::assert_snapshot!(desk.transcript(&[
        "report composition --as-of 31/7/2018",
        "report composition --as-of 31/7/2018 --lang vi"
    ]));
    desk.refuses(2, "report composition --committee P1");
}

#[test]
fn colour_is_asked_for_and_carries_nothing_alone() {
    let mut desk = Desk::with_sample();
    let plain = desk.ok("report --period 7/2018");
    assert!(!plain.contains('\u{1b}'), "none where it is no terminal");
    let coloured = desk.ok("report --period 7/2018 --color always");
    assert!(coloured.contains('\u{1b}'));
    let mut without = String::new();
    let mut rest = coloured.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        without += &rest[..at];
        rest = rest[at..].split_once('m').unwrap().1;
    }
    without += rest;
    let lines = |text: &str| text.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&without), lines(&plain));
    desk.set("NO_COLOR", "1");
    assert!(!desk.ok("report --period 7/2018").contains('\u{1b}'));
    assert!(!desk.ok("report --period 7/2018 --color always --format csv").contains('\u{1b}'));
    desk.ok("report --period 7/2018 --color always -o month.txt");
    assert!(!desk.read("month.txt").contains(&0x1b));
}

#[test]
fn a_report_changes_nothing() {
    let desk = Desk::with_sample();
    let before = desk.book();
    for line in [
        "report --period 7/2018",
        "report --period 2018",
        "report composition",
        "history",
        "meeting list",
        "assign --list",
    ] {
        desk.ok(line);
        assert!(desk.book() == before, "chibo {line}");
    }
    assert_eq!(desk.files(), ["book.db"]);
}

#[test]
fn two_cells_that_merge_in_the_month_leave_one_that_is_due_with_their_meeting() {
    let desk = Desk::with_sample();
    desk.write(
        "merge/cells.csv",
        csv_of(
            "code,name,kind,committee,founded,dissolved",
            &[
                "P3-05,Khu phố 5,neighbourhood,P3,2009-01-01,2018-07-20",
                "P3-06,Khu phố 6,neighbourhood,P3,2009-01-01,2018-07-20",
                "P3-56,Khu phố 5-6,neighbourhood,P3,2018-07-20,",
            ],
        ),
    );
    desk.write(
        "merge/successions.csv",
        csv_of(
            "from_cell,to_cell,on,document",
            &["P3-05,P3-56,2018-07-20,", "P3-06,P3-56,2018-07-20,"],
        ),
    );
    desk.says("import merge --amend");
    let csv = desk.coverage("7/2018");
    assert_eq!(csv.lines().count(), 27, "26 cells are due: {csv}");
    let row = desk.row("P3-56", "7/2018");
    assert_eq!((row["held_on"].as_str(), row["status"].as_str()), ("2018-07-04", "attended"));
    let text = desk.ok("report --period 7/2018 --committee P3");
    assert!(text.contains("P3-05"), "the predecessor is named: {text}");
}

#[test]
fn a_report_is_never_written_over_a_record_file_whatever_its_name() {
    let desk = Desk::with_sample();
    let book = desk.book();
    std::fs::copy(desk.path("book.db"), desk.path("copy.csv")).unwrap();
    desk.refuses(1, "report --period 7/2018 -o copy.csv");
    desk.refuses(1, "report --period 7/2018 --format csv -o book.db");
    assert!(desk.book() == book);
    assert!(Some(desk.read("copy.csv")) == book);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_a_device_is_written_to() {
    let desk = Desk::with_sample();
    desk.write("real.csv", "old");
    std::os::unix::fs::symlink(desk.path("real.csv"), desk.path("link.csv")).unwrap();
    desk.ok("report --period 7/2018 -o link.csv");
    assert_eq!(desk.read("real.csv"), desk.coverage("7/2018").as_bytes());
    assert!(std::fs::symlink_metadata(desk.path("link.csv")).unwrap().is_symlink());
    desk.ok("report --period 7/2018 --format csv -o /dev/null");
    assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn meetings_before_the_first_period_of_reports_are_said_to_be_left_out() {
    let desk = Desk::with_sample();
    let said = desk.says("config records_from 7/2018");
    assert!(said.contains("which reports do not count: 374."), "{said}");
    let said = desk.says("log-meeting AD-03 --on 3/1/2018 --visitor assigned");
    assert!(said.contains("Note: reports begin with 2018-07"), "{said}");
    assert!(!said.contains("result:"), "{said}");
}

#[test]
fn over_a_month_that_is_not_over_stands_how_many_are_to_report() {
    let desk = Desk::with_sample();
    desk.says("log-meeting P1-02 --on 3/8/2018 --visitor assigned");
    let text = desk.ok("report --period 8/2018");
    assert!(text.contains("The month is not over; 26 cells still to report."), "{text}");
    let over = desk.ok("report --period 5/2018");
    assert!(over.contains("Every cell got its assigned visitor."), "{over}");
}

/// Words that stand in one piece on every line in which they begin.
fn stands_unbroken(text: &str, words: &str) -> bool {
    text.lines().any(|line| line.contains(words))
}

#[test]
fn the_month_fits_one_screen_and_begins_with_the_figures_and_what_is_open() {
    let mut desk = Desk::with_sample();
    for (lang, open) in [("vi", "Dự thay (1)"), ("en", "Substitute came (1)")] {
        desk.set("CHIBO_LANG", lang);
        let csv = desk.coverage("7/2018");
        for width in ["100", "120", "130", "160"] {
            desk.set("COLUMNS", width);
            let text = desk.ok("report --period 7/2018");
            let lines: Vec<&str> = text.lines().collect();
            assert!(lines.len() <= 55, "{} lines at {width}:\n{text}", lines.len());
            let first = lines[..15].join("\n");
            assert!(first.contains("24/27") && first.contains(open), "{first}");
            for row in csv.lines().skip(1).map(fields) {
                let cell = format!("{} {}", row[3], row[4]);
                assert!(stands_unbroken(&text, &cell), "{cell} at {width}:\n{text}");
                for name in row[6].split("; ") {
                    assert!(stands_unbroken(&text, name), "{name} at {width}:\n{text}");
                }
            }
        }
    }
}

#[test]
fn reports_as_they_stand_on_screens_of_each_width() {
    let mut desk = Desk::with_sample();
    for width in ["80", "100", "120", "160"] {
        desk.set("COLUMNS", width);
        let mut text = String::new();
        for lang in ["vi", "en"] {
            desk.set("CHIBO_LANG", lang);
            text += &desk.transcript(&[
                "report --period 7/2018",
                "report --period 2017-08..2018-07",
                "report officials --period 2018-H1",
                "report committees --period 7/2018",
            ]);
        }
        let most = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        assert!(most <= width.parse().unwrap(), "{most} > {width}\n{text}");
        for name in ["Nguyễn Thị Lễ", "Trương Đình Thưởng", "AD Phường An Đôn", "P1-07 Khu phố 7"]
        {
            assert!(stands_unbroken(&text, name), "{name} at {width}");
        }
        insta::assert_snapshot!(format!("screens_{width}"), text);
    }
}

#[test]
fn a_month_of_which_nothing_is_reported_is_the_list_of_whom_to_call() {
    let desk = Desk::with_sample();
    desk.says("unassign P1-02 TUV-06 --on 1/8/2018");
    insta::assert_snapshot!(desk.transcript(&[
        "report --period 8/2018 --committee P1 --lang vi",
        "report --period 8/2018 --committee AD",
    ]));
}

#[test]
fn who_came_and_why_stands_beneath_the_row_and_only_where_it_is_to_be_said() {
    let desk = Desk::with_sample();
    desk.says("meeting amend P1-01 --period 7/2018 --visitor TUV-01 --visitor TUV-05");
    desk.says("meeting amend P1-03 --period 7/2018 --not-held --reason disaster --note Bão");
    desk.says("meeting amend P1-04 --period 7/2018 --no-visitor --reason TUV-10=leave");
    desk.says("unassign P1-05 TUV-05 --on 1/7/2018");
    let text = desk.ok("report --period 7/2018 --committee P1");
    let beneath: Vec<&str> =
        text.lines().filter_map(|line| line.trim_start().strip_prefix("→ ")).collect();
    assert_eq!(
        beneath,
        [
            "Who came: Trương Đình Thưởng; Phan Văn Quýnh",
            "Lý Đăng Khoa came instead; on other duty. Trùng kỳ họp HĐND thị xã",
            "Storm or flood. Bão",
            "Nguyễn Thị Kiều Oanh: on leave",
            "Who came: Phan Văn Quýnh",
        ],
        "{text}"
    );
}

#[test]
fn columns_without_a_value_are_left_out_of_reports_and_lists() {
    let mut desk = Desk::with_new_book();
    desk.set("COLUMNS", "140");
    desk.says("committee add P1 \"Phường 1\"");
    desk.says("cell add P1-01 \"Khu phố 1\" --committee P1");
    desk.says("official add A1 \"Lê Thị Ví Dụ\"");
    desk.says("assign P1-01 A1 --from 1/6/2018");
    desk.says("log-meeting P1-01 --on 5/7/2018 --visitor A1");
    let head = |line: &str| {
        let text = desk.ok(line);
        let rule = text.lines().position(|line| line.starts_with('─')).unwrap();
        text.lines()
            .nth(rule - 1)
            .unwrap()
            .split("  ")
            .filter(|l| !l.is_empty())
            .map(str::trim)
            .collect::<Vec<_>>()
            .join("|")
    };
    assert_eq!(head("report --period 7/2018"), "No.|Cell|Assigned visitor|On|Result");
    assert_eq!(head("official list"), "Code|Full name");
    assert_eq!(head("cell list"), "Code|Name|Kind|Committee");
    assert_eq!(head("meeting list"), "Month|Cell|Held on|Who came");
    assert_eq!(head("assign --list"), "Cell|Official|From");
}
